//! The rows of every view, in pieces by key: no piece knows how many there are.

mod findings;
mod members;
mod steps;
mod sums;

use super::view::Source;
use crate::export::table::{Cell, Row};
use crate::store::read::{FindingAfter, ROWS_MAX, Window};
use crate::store::{Store, StoreError};
use app::views::Party;
use ledger::Terms;

/// Where the next piece begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Cursor {
    text: String,
    second: String,
    number: Option<u64>,
    finding: Option<FindingAfter>,
    /// Which of several lists is being read.
    list: u8,
}

/// Rows that are read piece by piece.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    source: Source,
    cursor: Cursor,
    clock: i64,
    ended: bool,
}

/// Rows, and whether more may follow.
type Piece = (Vec<Row>, bool);

impl Rows {
    pub(super) const fn new(source: Source, cursor: Cursor, clock: i64) -> Self {
        Self {
            source,
            cursor,
            clock,
            ended: false,
        }
    }

    /// The next piece, which may be empty; nothing behind the last.
    pub(super) async fn next(&mut self, store: &Store) -> Result<Option<Vec<Row>>, StoreError> {
        if self.ended {
            return Ok(None);
        }
        let (at, clock) = (&mut self.cursor, self.clock);
        let (rows, more) = match &self.source {
            Source::Programmes => sums::programmes(store, at).await?,
            Source::Places(programme, tier, region) => {
                sums::places(store, programme, (*tier, region.as_deref()), at).await?
            }
            Source::Scope(programme, scope) => sums::scoped(store, programme, *scope, at).await?,
            Source::Months(programme) => sums::months(store, programme, None, at).await?,
            Source::MemberMonths(programme, member) => {
                sums::months(store, programme, Some(member), at).await?
            }
            Source::Hops(programme) => sums::hops(store, programme, at).await?,
            Source::ProgrammeSteps(programme) => {
                steps::programme_steps(store, programme, at, clock).await?
            }
            Source::Accounts(member) => sums::accounts(store, member, at).await?,
            Source::Flows(member) => members::flows(store, member, at).await?,
            Source::Children(member) => members::children(store, member, at).await?,
            Source::Steps(member) => steps::steps(store, member, at, clock).await?,
            Source::Findings(filter) => findings::found(store, filter, at, clock).await?,
        };
        self.ended = !more;
        Ok(Some(rows))
    }
}

/// Rows of a piece.
const PIECE: Window = Window::PIECE;

fn full<T>(rows: &[T]) -> bool {
    rows.len() >= ROWS_MAX as usize
}

fn text(text: &(impl ToString + ?Sized)) -> Cell {
    Cell::Text(text.to_string())
}

fn count(number: impl TryInto<i64>) -> Cell {
    number.try_into().map_or(Cell::Nothing, Cell::Count)
}

fn terms(terms: &Terms, exponent: u8) -> impl Iterator<Item = Cell> {
    terms
        .named()
        .into_iter()
        .map(move |(_, minor)| Cell::Amount(minor, exponent))
}

/// Name and title.
fn parties(party: &Party) -> [Cell; 2] {
    let title = if party.title.is_empty() {
        Cell::Nothing
    } else {
        text(&party.title)
    };
    [text(&party.name), title]
}
