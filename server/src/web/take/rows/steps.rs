//! Rows of steps: a member's, and all of a programme.

use super::{Cursor, PIECE, Piece, count, full, parties, text};
use crate::export::table::{Cell, Row};
use crate::store::read::{ALL_MONTHS, ScopeKind, Window};
use crate::store::{Store, StoreError};
use crate::web::view::lexicon::{Lexicon, Names};
use crate::web::view::step;
use app::views::StepState;
use ledger::{Programme, Step, StepKind};

pub(super) async fn steps(
    store: &Store,
    member: &str,
    at: &mut Cursor,
    clock: i64,
) -> Result<Piece, StoreError> {
    let found = store.steps_of(member, at.number, PIECE).await?;
    at.number = found.last().map(|step| step.index);
    Ok((step_rows(store, &found, clock).await?, full(&found)))
}

/// Payer by payer, each one's own steps, the latest first: every step stands once.
pub(super) async fn programme_steps(
    store: &Store,
    programme: &Programme,
    at: &mut Cursor,
    clock: i64,
) -> Result<Piece, StoreError> {
    let name = programme.name.as_str();
    if at.number.is_none() {
        let next = store
            .tallies(
                name,
                ScopeKind::Member,
                ALL_MONTHS,
                &at.text,
                Window::first(1),
            )
            .await?;
        let Some(next) = next.into_iter().next() else {
            return Ok((Vec::new(), false));
        };
        at.text = next.of;
    }
    let found = store.steps_of(&at.text, at.number, PIECE).await?;
    at.number = found.last().filter(|_| full(&found)).map(|step| step.index);
    let own = |step: &Step| step.from.as_str() == at.text && step.programme == programme.name;
    let kept: Vec<Step> = found.into_iter().filter(own).collect();
    Ok((step_rows(store, &kept, clock).await?, true))
}

async fn step_rows(store: &Store, steps: &[Step], clock: i64) -> Result<Vec<Row>, StoreError> {
    let mut names = Names::default();
    names.steps(steps);
    let lexicon = names.look_up(store).await?;
    Ok(steps
        .iter()
        .map(|step| step_row(&lexicon, step, clock))
        .collect())
}

fn step_row(lexicon: &Lexicon, of: &Step, clock: i64) -> Row {
    let shown = step::row(lexicon, of, clock);
    let amount = |minor| Cell::Amount(minor, shown.currency.exponent);
    let mut row = vec![
        count(of.index),
        text(&shown.identity),
        text(&shown.kind),
        text(&shown.programme.id),
    ];
    debug_assert_eq!(shown.kind == "return", of.kind == StepKind::Return);
    row.extend(parties(&shown.from));
    row.extend(parties(&shown.to));
    row.extend([
        Cell::Day(shown.occurred),
        shown.due.map_or(Cell::Nothing, Cell::Day),
        of.confirmed
            .map_or(Cell::Nothing, |day| Cell::Day(day.date())),
        text(&shown.currency.code),
        amount(shown.sent),
        amount(shown.received),
        amount(of.back()),
        amount(shown.open),
        amount(of.contested),
        Cell::YesNo(of.last_word),
        text(state(shown.state)),
    ]);
    row
}

/// The stable word, as the page's tag says it.
const fn state(state: StepState) -> &'static str {
    match state {
        StepState::InTransit => "in-transit",
        StepState::Unconfirmed => "unconfirmed",
        StepState::Partly => "partly",
        StepState::Received => "received",
        StepState::Short => "short",
        StepState::Denied => "denied",
        StepState::Over => "over",
        StepState::TakenBack => "taken-back",
        StepState::Settled => "settled",
    }
}
