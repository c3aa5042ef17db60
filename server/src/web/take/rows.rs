//! The rows of every view, in pieces by key: no piece knows how many there are.

use super::view::Source;
use crate::export::table::{Cell, Row};
use crate::store::read::{
    ALL_MONTHS, FindingAfter, FindingFilter, Flow, ROWS_MAX, ScopeKind, Tally, Window,
};
use crate::store::{Store, StoreError};
use crate::web::findings;
use crate::web::view::lexicon::{Lexicon, Names};
use crate::web::view::{finding, step};
use app::views::{FindingView, FindingsFilter, Party, StepState};
use ledger::{ArrivalKey, ArrivalTerms, Member, Programme, Scope, Step, StepKind, Terms};
use std::collections::BTreeSet;

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
            Source::Programmes => programmes(store, at).await?,
            Source::Places(programme, tier, region) => {
                places(store, programme, (*tier, region.as_deref()), at).await?
            }
            Source::Scope(programme, scope) => scoped(store, programme, *scope, at).await?,
            Source::Months(programme) => months(store, programme, None, at).await?,
            Source::MemberMonths(programme, member) => {
                months(store, programme, Some(member), at).await?
            }
            Source::Hops(programme) => hops(store, programme, at).await?,
            Source::ProgrammeSteps(programme) => {
                programme_steps(store, programme, at, clock).await?
            }
            Source::Accounts(member) => accounts(store, member, at).await?,
            Source::Flows(member) => flows(store, member, at).await?,
            Source::Children(member) => children(store, member, at).await?,
            Source::Steps(member) => steps(store, member, at, clock).await?,
            Source::Findings(filter) => found(store, filter, at, clock).await?,
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

async fn programmes(store: &Store, at: &mut Cursor) -> Result<Piece, StoreError> {
    let found = store.programmes(&at.text, PIECE).await?;
    let mut rows = Vec::with_capacity(found.len());
    for programme in &found {
        let name = programme.name.as_str();
        let total = store
            .tally(name, ScopeKind::Programme, "", ALL_MONTHS)
            .await?;
        let total = total.map(|total| total.terms).unwrap_or_default();
        let open = FindingFilter {
            programme: Some(name.to_owned()),
            open: Some(true),
            ..FindingFilter::default()
        };
        let mut row = vec![
            text(name),
            text(&programme.title),
            text(&programme.currency),
        ];
        row.extend(terms(&total, programme.exponent.0));
        row.push(count(store.finding_sum(&open).await?.count));
        row.push(Cell::YesNo(programme.closed));
        rows.push(row);
    }
    if let Some(last) = found.last() {
        at.text = last.name.to_string();
    }
    Ok((rows, full(&found)))
}

async fn scoped(
    store: &Store,
    programme: &Programme,
    scope: ScopeKind,
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
    let name = programme.name.as_str();
    let found = store
        .tallies(name, scope, ALL_MONTHS, &at.text, PIECE)
        .await?;
    let rows = found.iter().map(|tally| {
        let of = match scope {
            ScopeKind::Tier => tally.of.parse().map_or(Cell::Nothing, Cell::Count),
            _ => text(&tally.of),
        };
        tally_row(programme, tally, of)
    });
    let rows = rows.collect();
    if let Some(last) = found.last() {
        at.text.clone_from(&last.of);
    }
    Ok((rows, full(&found)))
}

fn tally_row(programme: &Programme, tally: &Tally, of: Cell) -> Row {
    let mut row = vec![text(&programme.name), of, text(&programme.currency)];
    row.extend(terms(&tally.terms, programme.exponent.0));
    row
}

async fn months(
    store: &Store,
    programme: &Programme,
    member: Option<&str>,
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
    let name = programme.name.as_str();
    let scope = member.map_or(ScopeKind::Programme, |_| ScopeKind::Member);
    let after = at
        .number
        .and_then(|month| u32::try_from(month).ok())
        .unwrap_or(ALL_MONTHS);
    let found = store
        .months(name, scope, member.unwrap_or_default(), after, PIECE)
        .await?;
    let rows = found.iter().map(|tally| {
        let month = format!("{:04}-{:02}", tally.month / 100, tally.month % 100);
        let mut row = tally_row(programme, tally, text(&month));
        if let Some(member) = member {
            row.insert(1, text(member));
        }
        row
    });
    let rows = rows.collect();
    if let Some(last) = found.last() {
        at.number = Some(last.month.into());
    }
    Ok((rows, full(&found)))
}

async fn hops(store: &Store, programme: &Programme, at: &mut Cursor) -> Result<Piece, StoreError> {
    let name = programme.name.as_str();
    let found = store
        .arrivals(name, ScopeKind::Tier, &at.text, PIECE)
        .await?;
    let rows = found
        .iter()
        .map(|(key, terms)| hop_row(key, terms))
        .collect();
    if let Some((
        ArrivalKey {
            scope: Scope::Tier(tier),
            ..
        },
        _,
    )) = found.last()
    {
        at.text = tier.0.to_string();
    }
    Ok((rows, full(&found)))
}

fn hop_row(key: &ArrivalKey, terms: &ArrivalTerms) -> Row {
    let tier = match &key.scope {
        Scope::Tier(tier) => Cell::Count(tier.0.into()),
        _ => Cell::Nothing,
    };
    let counts = [
        terms.confirmed,
        terms.days,
        terms.to_1,
        terms.to_3,
        terms.to_7,
        terms.to_14,
        terms.to_30,
        terms.to_60,
        terms.beyond,
    ];
    let mut row = vec![text(&key.programme), tier];
    row.extend(counts.map(Cell::Count));
    row
}

async fn places(
    store: &Store,
    programme: &Programme,
    (tier, region): (Option<u8>, Option<&str>),
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
    let name = programme.name.as_str();
    let found = store
        .tallies(name, ScopeKind::Member, ALL_MONTHS, &at.text, PIECE)
        .await?;
    let named: BTreeSet<String> = found.iter().map(|tally| tally.of.clone()).collect();
    let open = store.open_findings_of(name, named.iter().cloned()).await?;
    let known = store.members_named(named).await?;
    let wanted = |tally: &&Tally| {
        let known = known.get(&tally.of);
        let of = known.and_then(|member| member.region.as_ref());
        (tier.is_none() || known.map(|member| member.tier.0) == tier)
            && region.is_none_or(|region| of.is_some_and(|of| of.to_string() == region))
    };
    let rows = found.iter().filter(wanted).map(|tally| {
        let open = open.get(&tally.of).copied().unwrap_or_default();
        place_row(programme, tally, known.get(&tally.of), open)
    });
    let rows = rows.collect();
    if let Some(last) = found.last() {
        at.text.clone_from(&last.of);
    }
    Ok((rows, full(&found)))
}

fn place_row(programme: &Programme, tally: &Tally, member: Option<&Member>, open: u64) -> Row {
    let region = member.and_then(|member| member.region.as_ref());
    let mut row = vec![
        text(&programme.name),
        text(&tally.of),
        member.map_or(Cell::Nothing, |member| text(&member.title)),
        member.map_or(Cell::Nothing, |member| Cell::Count(member.tier.0.into())),
        region.map_or(Cell::Nothing, text),
        text(&programme.currency),
    ];
    row.extend(terms(&tally.terms, programme.exponent.0));
    row.push(count(open));
    row
}

async fn accounts(store: &Store, member: &str, at: &mut Cursor) -> Result<Piece, StoreError> {
    let found = store.member_tallies(member, &at.text, PIECE).await?;
    let mut names = Names::default();
    found
        .iter()
        .for_each(|tally| names.programme(&tally.programme));
    let lexicon = names.look_up(store).await?;
    let rows = found.iter().map(|tally| {
        let (programme, currency) = (
            lexicon.programme(&tally.programme),
            lexicon.currency(&tally.programme),
        );
        let mut row = vec![
            text(member),
            text(&programme.id),
            text(&programme.title),
            text(&currency.code),
        ];
        row.extend(terms(&tally.terms, currency.exponent));
        row
    });
    let rows = rows.collect();
    if let Some(last) = found.last() {
        at.text.clone_from(&last.programme);
    }
    Ok((rows, full(&found)))
}

/// What came first, then what went on.
async fn flows(store: &Store, member: &str, at: &mut Cursor) -> Result<Piece, StoreError> {
    let came = at.list == 0;
    let after = (at.text.as_str(), at.second.as_str());
    let found = if came {
        store.flows_to(member, after, PIECE).await?
    } else {
        store.flows_from(member, after, PIECE).await?
    };
    let mut names = Names::default();
    for (key, _) in &found {
        names.member(&key.payer);
        names.member(&key.payee);
        names.programme(&key.programme);
    }
    let lexicon = names.look_up(store).await?;
    let rows = found.iter().map(|flow| flow_row(&lexicon, flow)).collect();
    match found.last().filter(|_| full(&found)) {
        Some((key, _)) => {
            at.text = if came { &key.payer } else { &key.payee }.to_string();
            at.second = key.programme.to_string();
            Ok((rows, true))
        }
        None => {
            *at = Cursor {
                list: at.list + 1,
                ..Cursor::default()
            };
            Ok((rows, came))
        }
    }
}

fn flow_row(lexicon: &Lexicon, (key, terms): &Flow) -> Row {
    let currency = lexicon.currency(key.programme.as_str());
    let mut row = Row::new();
    row.extend(parties(&lexicon.party(&key.payer)));
    row.extend(parties(&lexicon.party(&key.payee)));
    row.extend([text(&key.programme), text(&currency.code)]);
    let amounts = [
        terms.sent,
        terms.received,
        terms.back,
        terms.in_transit,
        terms.missing,
        terms.contested,
    ];
    row.extend(amounts.map(|minor| Cell::Amount(minor, currency.exponent)));
    row.extend([terms.steps, terms.confirmed, terms.days].map(Cell::Count));
    row
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

async fn children(store: &Store, parent: &str, at: &mut Cursor) -> Result<Piece, StoreError> {
    let found = store.children(parent, &at.text, PIECE).await?;
    let rows = found.iter().map(|member| {
        vec![
            text(parent),
            text(&member.name),
            text(&member.title),
            text(member.function.word()),
            Cell::Count(member.tier.0.into()),
            member.region.as_ref().map_or(Cell::Nothing, text),
        ]
    });
    let rows = rows.collect();
    if let Some(last) = found.last() {
        at.text = last.name.to_string();
    }
    Ok((rows, full(&found)))
}

async fn steps(
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
async fn programme_steps(
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

async fn found(
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
