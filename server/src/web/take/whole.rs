//! `/{language}/take/ledger.jsonl`: the whole ledger, as `countersign export` writes it and
//! `countersign verify --file` reads it. Entries never change, so no snapshot is needed.

use super::super::answer::{Visit, ledger_tag};
use super::stream::{Piece, body, line, run, send};
use super::{entries, file_name, response};
use crate::export::JsonExport;
use crate::export::table::{About, Sink};
use crate::state::App;
use crate::store::Store;
use crate::store::read::{KnownEntry, ROWS_MAX};
use axum::response::Response;
use ledger::field::Moment;
use ledger::log::Checkpoint;
use std::io;
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::mpsc::Sender;

/// JSON Lines, an entry a line.
const MEDIA_TYPE: &str = "application/jsonl";

pub(super) fn answer(app: &Arc<App>, visit: &Visit, permit: OwnedSemaphorePermit) -> Response {
    let head = visit.head.as_ref();
    let about = About {
        view: "ledger".to_owned(),
        ledger: head.map(|head| head.ledger.to_string()).unwrap_or_default(),
        entries: entries(visit),
        ledger_time: head.map(|head| head.clock.seconds()),
        simulated: visit.frame.simulated.then(String::new),
        checkpoint: None,
    };
    let (out, pieces) = line();
    let (app_held, end) = (Arc::clone(app), about.entries);
    tokio::spawn(run(out, async move |out| {
        let under = app_held.log().published();
        let under = under.map(|known| known.checkpoint.checkpoint().clone());
        let sent = write(app_held.store(), under, end, out).await;
        drop(permit);
        sent
    }));
    let tag = ledger_tag(app, head);
    response(body(pieces), MEDIA_TYPE, &file_name(&about, "jsonl"), tag)
}

/// Writes the entries before `end`.
async fn write(
    store: &Store,
    under: Option<Checkpoint>,
    end: u64,
    out: Sender<Piece>,
) -> io::Result<()> {
    let sink = Sink::default();
    let mut export = JsonExport::new(sink.clone()).under(under);
    let mut next = 0;
    while next < end {
        let notes = store
            .notes(next, ROWS_MAX)
            .await
            .map_err(io::Error::other)?;
        let Some(last) = notes.last() else { break };
        next = last.index + 1;
        for stored in notes.iter().filter(|stored| stored.index < end) {
            let known = KnownEntry::read(stored).map_err(io::Error::other)?;
            export.entry(known.index, Some(Moment(known.recorded_at)), &known.note)?;
        }
        send(&out, sink.take()).await?;
    }
    export.finish()
}
