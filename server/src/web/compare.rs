//! `/{language}/programmes/{id}/compare`: places of one level side by side.

use super::answer::visit;
use super::error::WebError;
use super::language;
use super::programme::called;
use super::query::{PAGE_ROWS, Path, Query, paging};
use super::view::{lexicon, line};
use crate::state::App;
use crate::store::read::{ALL_MONTHS, ROWS_MAX, ScopeKind, Tally, Window};
use crate::store::{Store, StoreError};
use app::views::{
    CompareBy, CompareOf, ComparePage, CompareRow, CompareSort, Currency, Page, Party, Place,
    ProgrammeRef,
};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use ledger::Programme;
use std::cmp::Ordering;
use std::sync::Arc;

/// Members that one comparison looks at: to sort by a column takes all of them. A state has a few
/// thousand municipalities; what is behind them the page counts, and the API lists.
const COMPARED_MAX: usize = 2_000;

pub(crate) async fn compare(
    State(app): State<Arc<App>>,
    Path((language, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let number = query.page()?;
    let wanted = Wanted::read(&query)?;
    let visit = match visit(&app, language, &uri, &headers).await? {
        Ok(visit) => visit,
        Err(unchanged) => return Ok(unchanged),
    };
    let store = app.store();
    let programme = store.programme(&id).await?.ok_or(WebError::NotFound)?;
    let page = load(store, &programme, wanted, number).await?;
    Ok(visit.show(&Page::Compare(Box::new(page))))
}

/// What the address asks for; what is compared is chosen by the ledger where it doesn't say.
#[derive(Clone, Copy)]
struct Wanted {
    of: Option<CompareOf>,
    sort: CompareSort,
    turned: bool,
}

impl Wanted {
    fn read(query: &Query) -> Result<Self, WebError> {
        let of = match query.get("of") {
            None => None,
            Some("regions") => Some(CompareOf::Regions),
            Some(level) => {
                let level = level.parse().map(CompareOf::Level);
                Some(level.map_err(|_| WebError::query("of: regions or a level is expected"))?)
            }
        };
        let sort = query
            .get("sort")
            .map_or(Ok(CompareSort::default()), |sort| {
                CompareSort::parse(sort)
                    .ok_or_else(|| WebError::query("sort: the name of a column is expected"))
            })?;
        let turned = match query.get("order") {
            None => false,
            Some("turned") => true,
            Some(_) => return Err(WebError::query("order: turned is expected, or nothing")),
        };
        Ok(Self { of, sort, turned })
    }
}

async fn load(
    store: &Store,
    programme: &Programme,
    wanted: Wanted,
    number: u64,
) -> Result<ComparePage, WebError> {
    let name = programme.name.as_str();
    let currency = lexicon::currency(programme);
    let all = Window::first(ROWS_MAX);
    let tiers = store
        .tallies(name, ScopeKind::Tier, ALL_MONTHS, "", all)
        .await?;
    let regions = store
        .tallies(name, ScopeKind::Region, ALL_MONTHS, "", all)
        .await?;
    let choices = choices(&tiers, &regions);
    let by = CompareBy {
        of: wanted
            .of
            .unwrap_or_else(|| choices.first().copied().unwrap_or_default()),
        sort: wanted.sort,
        turned: wanted.turned,
    };
    let (mut rows, left_out) = match by.of {
        CompareOf::Regions => {
            let codes = regions.iter().map(|tally| tally.of.clone()).collect();
            let titles = store.region_titles(codes).await?;
            let row = |tally: &Tally| {
                let place = Place::Region(called(&titles, &tally.of));
                row(&currency, tally, place)
            };
            (regions.iter().map(row).collect(), 0)
        }
        CompareOf::Level(level) => members(store, name, &currency, level).await?,
    };
    rows.sort_by(|one, other| order(by, one, other));
    let paging = paging(number, rows.len() as u64)?;
    let first = usize::try_from((paging.page - 1) * paging.size).unwrap_or(usize::MAX);
    Ok(ComparePage {
        programme: ProgrammeRef {
            id: name.to_owned(),
            title: programme.title.to_string(),
        },
        currency,
        by,
        choices,
        paging,
        most: rows.iter().map(|row| row.sent).max().unwrap_or_default(),
        rows: rows
            .iter()
            .skip(first)
            .take(PAGE_ROWS as usize)
            .cloned()
            .collect(),
        shares: if number == 1 { rows } else { Vec::new() },
        left_out,
    })
}

/// Regions where there are some, then the levels from the lowest up: where money should arrive.
fn choices(tiers: &[Tally], regions: &[Tally]) -> Vec<CompareOf> {
    let levels = tiers.iter().filter_map(|tally| tally.of.parse().ok());
    let mut levels: Vec<u8> = levels.collect();
    levels.sort_unstable_by(|one, other| other.cmp(one));
    let regions = (regions.len() > 1).then_some(CompareOf::Regions);
    let levels = levels.into_iter().map(CompareOf::Level);
    regions.into_iter().chain(levels).collect()
}

fn row(currency: &Currency, tally: &Tally, place: Place) -> CompareRow {
    CompareRow {
        place,
        sent: tally.terms.meant,
        received: tally.terms.received,
        line: line::line(currency.clone(), &tally.terms),
    }
}

/// The members of a level among the first of a programme, and how many were not looked at.
async fn members(
    store: &Store,
    programme: &str,
    currency: &Currency,
    level: u8,
) -> Result<(Vec<CompareRow>, u64), StoreError> {
    let mut rows = Vec::new();
    let mut seen = 0;
    let mut after = String::new();
    while seen < COMPARED_MAX {
        let window = Window::first(ROWS_MAX);
        let tallies = store
            .tallies(programme, ScopeKind::Member, ALL_MONTHS, &after, window)
            .await?;
        let named = tallies.iter().map(|tally| tally.of.clone()).collect();
        let known = store.members_named(named).await?;
        for tally in &tallies {
            let Some(member) = known.get(&tally.of).filter(|member| member.tier.0 == level) else {
                continue;
            };
            let party = Party {
                name: tally.of.clone(),
                title: member.title.to_string(),
            };
            rows.push(row(currency, tally, Place::Member(party)));
        }
        seen += tallies.len();
        match tallies.last() {
            Some(last) if tallies.len() == ROWS_MAX as usize => after.clone_from(&last.of),
            _ => return Ok((rows, 0)),
        }
    }
    let total = store.tally_count(programme, ScopeKind::Member).await?;
    Ok((rows, total.saturating_sub(seen as u64)))
}

/// Figures from the largest down, names from the first up, unless turned; equal rows by name.
fn order(by: CompareBy, one: &CompareRow, other: &CompareRow) -> Ordering {
    let names = name(one).cmp(name(other));
    let figures = |figure: fn(&CompareRow) -> i128| figure(other).cmp(&figure(one));
    let first = match by.sort {
        CompareSort::Name => names,
        CompareSort::Sent => figures(|row| row.sent),
        CompareSort::Received => figures(|row| row.received),
        CompareSort::Share => share(other, one),
        CompareSort::Open => figures(|row| row.line.transit),
        CompareSort::Missing => figures(|row| row.line.missing),
        CompareSort::Spent => figures(|row| row.line.spent),
        CompareSort::Held => figures(|row| row.line.held),
    };
    let first = if by.turned { first.reverse() } else { first };
    first.then(names)
}

fn name(row: &CompareRow) -> &str {
    match &row.place {
        Place::Region(region) => region,
        Place::Member(party) if party.title.is_empty() => &party.name,
        Place::Member(party) => &party.title,
    }
}

/// By received of sent, without dividing: a tally's term has 63 bits, and their product 126. A
/// place to which nothing was sent has no share, and stands below all that have one.
fn share(one: &CompareRow, other: &CompareRow) -> Ordering {
    match (one.sent > 0, other.sent > 0) {
        (true, true) => (one.received * other.sent).cmp(&(other.received * one.sent)),
        (one, other) => one.cmp(&other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, sent: i128, received: i128) -> CompareRow {
        CompareRow {
            place: Place::Region(name.to_owned()),
            sent,
            received,
            line: app::views::Line::default(),
        }
    }

    fn sorted(sort: CompareSort, turned: bool) -> String {
        let mut rows = [
            place("b", 100, 90),
            place("a", 100, 50),
            place("d", 0, 0),
            place("c", i128::from(i64::MAX), i128::from(i64::MAX) - 1),
        ];
        let by = CompareBy {
            sort,
            turned,
            ..CompareBy::default()
        };
        rows.sort_by(|one, other| order(by, one, other));
        rows.iter().map(name).collect()
    }

    #[test]
    fn rows_stand_by_their_column_and_equal_ones_by_name() {
        assert_eq!(sorted(CompareSort::Name, false), "abcd");
        assert_eq!(sorted(CompareSort::Name, true), "dcba");
        assert_eq!(sorted(CompareSort::Sent, false), "cabd");
        assert_eq!(sorted(CompareSort::Sent, true), "dabc");
        assert_eq!(sorted(CompareSort::Share, false), "cbad");
        assert_eq!(sorted(CompareSort::Missing, false), "abcd");
    }
}
