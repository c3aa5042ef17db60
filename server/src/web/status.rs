//! `/{language}/status`: how this server stands. It changes without an entry, so nobody keeps it.

use super::answer::{frame, page_response};
use super::error::WebError;
use super::language;
use super::query::Path;
use crate::state::App;
use app::views::{Page, StatusPage, WitnessRow};
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use std::sync::Arc;

pub(crate) async fn status(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let store = app.store();
    let head = store.head().await?;
    let last_index = head
        .as_ref()
        .and_then(|head| head.next_index.checked_sub(1));
    let last = match last_index {
        Some(index) => store.entry_at(index).await?,
        None => None,
    };
    let latest = store.latest_but_ticks().await?;
    let sequencer = app.sequencer();
    let count = |notes: usize| u64::try_from(notes).unwrap_or(u64::MAX);
    let page = StatusPage {
        takes_entries: sequencer.running(),
        last_index,
        recorded_at: last.map(|entry| entry.recorded_at),
        moved_at: latest.map(|entry| entry.note.entry().time().seconds()),
        queued: count(sequencer.queued()),
        queue_max: count(sequencer.queue_max()),
        rules: head.as_ref().map(|head| head.rules),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        licence: env!("CARGO_PKG_LICENSE").to_owned(),
        witnesses: witnesses(&app),
    };
    let simulated = app.simulated().await?;
    let frame = frame(
        &app,
        language,
        "status".to_owned(),
        head.as_ref(),
        simulated,
    );
    let mut response = page_response(&frame, &Page::Status(Box::new(page)));
    let kept = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, kept);
    Ok(response)
}

fn witnesses(app: &App) -> Vec<WitnessRow> {
    let witnesses = app.log().witnesses().into_iter();
    let rows = witnesses.map(|witness| WitnessRow {
        name: witness.name,
        outside: witness.outside,
        last: witness.last.map(|(size, time)| (size, time.seconds())),
    });
    rows.collect()
}
