//! Rows of findings.

use super::{Cursor, PIECE, Piece, parties, text};
use crate::export::table::{Cell, Row};
use crate::store::{Store, StoreError};
use crate::web::findings;
use crate::web::view::finding;
use app::views::{FindingView, FindingsFilter, Party};

pub(super) async fn found(
    store: &Store,
    filter: &FindingsFilter,
    at: &mut Cursor,
    clock: i64,
) -> Result<Piece, StoreError> {
    let wanted = findings::wanted(filter);
    let (found, next) = store.findings(&wanted, at.finding, PIECE).await?;
    at.finding = next;
    let found = findings::narrowed(store, filter, found).await?;
    let views = finding::views(store, &found, clock).await?;
    let rows = found.iter().zip(&views).map(|(finding, view)| {
        let head = [
            text(finding.code.word()),
            text(finding.code.severity().word()),
        ];
        finding_row(head, view)
    });
    Ok((rows.collect(), next.is_some()))
}

fn finding_row(head: [Cell; 2], view: &FindingView) -> Row {
    let amount = |minor| Cell::Amount(minor, view.currency.exponent);
    let party = |party: &Option<Party>| {
        party
            .as_ref()
            .map_or([Cell::Nothing, Cell::Nothing], parties)
    };
    let number = |days: Option<i64>| days.map_or(Cell::Nothing, Cell::Count);
    let day = |day: Option<_>| day.map_or(Cell::Nothing, Cell::Day);
    let entries: Vec<&str> = view
        .entries
        .iter()
        .map(|entry| entry.identity.as_str())
        .collect();
    let mut row: Row = head.into();
    row.extend([text(&view.programme.id), text(&view.programme.title)]);
    row.extend(party(&view.payer));
    row.extend(party(&view.payee));
    row.extend([
        text(&view.currency.code),
        amount(view.sent),
        amount(view.received),
        amount(view.at_risk),
        number(view.days),
        number(view.days_allowed),
        day(view.occurred),
        day(view.due),
        Cell::Moment(view.opened_at),
        view.closed_at.map_or(Cell::Nothing, Cell::Moment),
        text(&entries.join(" ")),
    ]);
    row
}
