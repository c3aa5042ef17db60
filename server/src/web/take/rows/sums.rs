//! Rows of sums: programmes, their levels, places and months, days per hop, members, accounts.

use super::{Cursor, PIECE, Piece, count, full, terms, text};
use crate::export::table::{Cell, Row};
use crate::store::read::{ALL_MONTHS, FindingFilter, ScopeKind, Tally};
use crate::store::{Store, StoreError};
use crate::web::view::lexicon::Names;
use ledger::{ArrivalKey, ArrivalTerms, Member, Programme, Scope};
use std::collections::BTreeSet;

pub(super) async fn programmes(store: &Store, at: &mut Cursor) -> Result<Piece, StoreError> {
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

pub(super) async fn scoped(
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

pub(super) async fn months(
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

pub(super) async fn hops(
    store: &Store,
    programme: &Programme,
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
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

pub(super) async fn places(
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

pub(super) async fn accounts(
    store: &Store,
    member: &str,
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
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
