//! `/{language}/mirror`: how a mirror stands, and what the log left out. It changes without an entry,
//! so nobody keeps it.

use super::answer::{frame, page_response};
use super::error::WebError;
use super::language;
use super::query::Path;
use crate::mirror::Forwarder;
use crate::state::App;
use app::views::{MirrorDeparted, MirrorPage, MirrorTrouble, Page, WithheldRow};
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use ledger::field::Moment;
use std::sync::Arc;

/// Submissions that the page shows; the file beside it has all of them.
const WITHHELD_SHOWN: usize = 50;

pub(crate) async fn mirror(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let Some(forwarder) = app.mirror() else {
        return Err(WebError::NotFound);
    };
    let page = load(forwarder).await?;
    let head = app.store().head().await?;
    let simulated = app.simulated().await?;
    let path = "mirror".to_owned();
    let frame = frame(&app, language, path, head.as_ref(), simulated);
    let mut response = page_response(&frame, &Page::Mirror(Box::new(page)));
    let kept = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, kept);
    Ok(response)
}

async fn load(forwarder: &Forwarder) -> Result<MirrorPage, WebError> {
    let home = forwarder.home();
    let view = home.view();
    let withheld = forwarder.withheld().await;
    let withheld = withheld.map_err(|error| WebError::Internal(error.to_string().into()))?;
    let shown = withheld.iter().take(WITHHELD_SHOWN);
    Ok(MirrorPage {
        from: view.from,
        log: home.log().to_string(),
        checked_at: view.checked_at.map(Moment::seconds),
        cosigns_as: home.verifier().map(ToString::to_string),
        stamps_as: forwarder.stamp().map(ToString::to_string),
        trouble: view.trouble.map(|seen| MirrorTrouble {
            code: seen.code,
            since: seen.since,
            unreachable: seen.unreachable,
        }),
        departed: view.departed.map(|seen| MirrorDeparted {
            code: seen.code,
            entries: seen.entries,
            at: seen.at,
            check: seen.check,
        }),
        withheld: shown
            .map(|one| WithheldRow {
                identity: one.identity.clone(),
                accepted_at: one.accepted_at,
            })
            .collect(),
        withheld_count: u64::try_from(withheld.len()).unwrap_or(u64::MAX),
    })
}
