//! `/{language}/desk/year-end`: the programmes of which something is held.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::{Lexicon, Names, currency};
use super::super::draft::shown::Funds;
use super::super::looking::Looking;
use super::super::{head, who};
use crate::store::Store;
use crate::store::StoreError;
use crate::store::read::Window;
use app::views::{DeskPage, YearEndsPage, YearRow};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::Programme;
use ledger::field::{MemberName, Moment};
use std::collections::BTreeSet;

/// Programmes of a member among which those are counted whose year is over: decades of a member with several
/// a year.
const PROGRAMMES_LOOKED_AT: u32 = 100;

pub(in super::super) async fn years(at: Looking) -> Result<Response, WebError> {
    let member = &at.person().member;
    let drafts = at.desk.people.open_allocations(member).await?;
    let funds = Funds::of(&at, &drafts, "").await?;
    let clock = head(&at.app).await?.clock;
    let held: BTreeSet<_> = funds.held.iter().map(|(programme, _)| programme).collect();
    let mut names = Names::default();
    for programme in &held {
        names.programme(*programme);
    }
    let lexicon = names.look_up(at.app.store()).await?;
    let terms = held.iter().filter_map(|name| lexicon.terms(name.as_str()));
    let mut years: Vec<_> = terms.map(|terms| row(terms, &funds, clock)).collect();
    years.sort_by_key(|year| (!(year.over || year.closed), year.ends));
    let page = YearEndsPage {
        who: who(&at.app, &at.session).await?,
        years,
    };
    let path = "desk/year-end".to_owned();
    at.show(StatusCode::OK, path, DeskPage::YearEnds(page))
        .await
}

/// A programme's year as ledger time has it, and what is held and drafted of it.
pub(super) fn row(programme: &Programme, funds: &Funds, clock: Moment) -> YearRow {
    let (held, drafted) = funds.sums(&programme.name);
    YearRow {
        programme: app::views::ProgrammeRef {
            id: programme.name.to_string(),
            title: programme.title.to_string(),
        },
        currency: currency(programme),
        ends: programme.ends.date(),
        over: is_over(programme, clock),
        closed: programme.closed,
        held,
        drafted,
    }
}

/// Whether the last day of a programme's year is over.
pub(super) fn is_over(programme: &Programme, clock: Moment) -> bool {
    clock.local_day(programme.offset) > programme.ends
}

/// Of how many programmes whose year is over, or that are closed, a member still holds something.
pub(in super::super) async fn unspent(
    store: &Store,
    member: &MemberName,
    clock: Moment,
) -> Result<u64, StoreError> {
    let window = Window::first(PROGRAMMES_LOOKED_AT);
    let mut tallies = store.member_tallies(member.as_str(), "", window).await?;
    tallies.retain(|tally| tally.terms.held > 0);
    let mut names = Names::default();
    for tally in &tallies {
        names.programme(&tally.programme);
    }
    let lexicon: Lexicon = names.look_up(store).await?;
    let terms = tallies
        .iter()
        .filter_map(|tally| lexicon.terms(tally.programme.as_str()));
    let over = terms.filter(|terms| terms.closed || is_over(terms, clock));
    Ok(u64::try_from(over.count()).unwrap_or(u64::MAX))
}
