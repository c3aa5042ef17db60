//! `/{language}/programmes/{id}/compare`: places of one level or region side by side.

mod board;
mod order;

use super::answer::{Asked, Visit};
use super::error::WebError;
use super::programme::called;
use super::query::{PAGE_ROWS, Path, Query};
use super::view::hops::hops;
use super::view::{lexicon, line};
use crate::state::App;
use crate::store::read::{ALL_MONTHS, ROWS_MAX, ScopeKind, Tally, Window};
use crate::store::{Store, StoreError};
use app::views::{
    CompareBy, CompareOf, ComparePage, CompareRow, CompareSort, Currency, Page, Paging, Place,
    ProgrammeRef, RegionRef, Wanted as WantedInField,
};
use axum::response::Response;
pub use board::{Board, Boards, Limits, Ranked};
use ledger::Programme;
use std::sync::Arc;

/// Places that the picture of shares is drawn from: what is small becomes one tile.
const DRAWN_MAX: usize = 2_000;

pub(crate) async fn compare(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
    query: Query,
) -> Result<Response, WebError> {
    let app = &asked.app;
    let number = query.page()?;
    let wanted = Wanted::read(&query)?;
    let visit = asked.visit().await?;
    let store = visit.store();
    let programme = store.programme(&id).await?.ok_or(WebError::NotFound)?;
    let entries = visit.entries();
    let places = Places::of(app, &visit, &programme, wanted).await?;
    let page = places.page(&programme, number)?;
    let of_now = places.board.as_of.is_none_or(|as_of| as_of == entries);
    let page = Page::Compare(Box::new(page));
    // The ledger's tag says nothing of figures that are older than its last entry.
    Ok(if of_now {
        visit.show(&page)
    } else {
        visit.show_untagged(&page)
    })
}

/// What the address asks for; what is compared is chosen by the ledger where it doesn't say.
struct Wanted {
    of: Option<CompareOf>,
    sort: CompareSort,
    turned: bool,
}

impl Wanted {
    fn read(query: &Query) -> Result<Self, WebError> {
        let of = match (query.get("region"), query.get("of")) {
            (Some(code), _) => Some(CompareOf::Within(RegionRef {
                code: code.to_owned(),
                title: code.to_owned(),
            })),
            (None, None) => None,
            (None, Some("regions")) => Some(CompareOf::Regions),
            (None, Some(level)) => {
                let level = level.parse().map(CompareOf::Level);
                Some(level.map_err(|_| WebError::field("of", WantedInField::Compared))?)
            }
        };
        let sort = query
            .get("sort")
            .map_or(Ok(CompareSort::default()), |sort| {
                CompareSort::parse(sort)
                    .ok_or_else(|| WebError::field("sort", WantedInField::Column))
            })?;
        let turned = match query.get("order") {
            None => false,
            Some("turned") => true,
            Some(_) => return Err(WebError::field("order", WantedInField::Order)),
        };
        Ok(Self { of, sort, turned })
    }
}

/// What is compared, in no order yet.
struct Places {
    by: CompareBy,
    choices: Vec<CompareOf>,
    board: Arc<Board>,
}

impl Places {
    async fn of(
        app: &App,
        visit: &Visit,
        programme: &Programme,
        wanted: Wanted,
    ) -> Result<Self, WebError> {
        let (store, name) = (visit.store(), programme.name.as_str());
        let all = Window::first(ROWS_MAX);
        let tiers = store
            .tallies(name, ScopeKind::Tier, ALL_MONTHS, "", all)
            .await?;
        let regions = store
            .tallies(name, ScopeKind::Region, ALL_MONTHS, "", all)
            .await?;
        let choices = choices(&tiers, &regions);
        let of = wanted
            .of
            .unwrap_or_else(|| choices.first().cloned().unwrap_or_default());
        let of = match of {
            CompareOf::Within(region) => CompareOf::Within(titled(store, region).await?),
            other => other,
        };
        let board = match &of {
            CompareOf::Regions => Arc::new(regions_of(store, programme, &regions).await?),
            _ => app.boards().of(store, name, visit.entries()).await?,
        };
        let by = CompareBy {
            of,
            sort: wanted.sort,
            turned: wanted.turned,
        };
        Ok(Self { by, choices, board })
    }

    fn page(&self, programme: &Programme, number: u64) -> Result<ComparePage, WebError> {
        let currency = lexicon::currency(programme);
        let compared = |row: &&Ranked| match &self.by.of {
            CompareOf::Regions => true,
            CompareOf::Level(level) => row.tier == Some(*level),
            CompareOf::Within(region) => row.region == region.code,
        };
        let rows: Vec<&Ranked> = self.board.rows.iter().filter(compared).collect();
        // All rows are here: no index has to be walked to a page, so every page can be reached.
        let paging = Paging {
            page: number,
            size: u64::from(PAGE_ROWS),
            total: rows.len() as u64,
        };
        if number > paging.pages() {
            return Err(WebError::NotFound);
        }
        let drawn = number == 1 && rows.len() <= DRAWN_MAX;
        let all = |rows: &[&Ranked]| rows.iter().map(|one| row(&currency, one)).collect();
        let first = usize::try_from((number - 1) * paging.size).unwrap_or(usize::MAX);
        Ok(ComparePage {
            programme: ProgrammeRef {
                id: programme.name.to_string(),
                title: programme.title.to_string(),
            },
            by: self.by.clone(),
            choices: self.choices.clone(),
            paging,
            most: rows.iter().map(|row| row.terms.meant).max().unwrap_or(0),
            shares: if drawn { all(&rows) } else { Vec::new() },
            not_drawn: rows.len() > DRAWN_MAX,
            rows: all(&order::page_of(rows, &self.by, first, PAGE_ROWS as usize)),
            left_out: self.board.left_out,
            as_of: self.board.as_of,
            currency,
        })
    }
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

async fn titled(store: &Store, region: RegionRef) -> Result<RegionRef, StoreError> {
    let titles = store.region_titles([region.code.clone()].into()).await?;
    Ok(RegionRef {
        title: called(&titles, &region.code),
        ..region
    })
}

/// The regions of a programme, as many as one answer has.
async fn regions_of(
    store: &Store,
    programme: &Programme,
    regions: &[Tally],
) -> Result<Board, StoreError> {
    let name = programme.name.as_str();
    let codes = regions.iter().map(|tally| tally.of.clone()).collect();
    let titles = store.region_titles(codes).await?;
    let arrived = board::arrived(store, name, ScopeKind::Region, regions).await?;
    let rows = regions.iter().map(|tally| Ranked {
        place: Place::Region(RegionRef {
            code: tally.of.clone(),
            title: called(&titles, &tally.of),
        }),
        tier: None,
        region: tally.of.clone(),
        terms: tally.terms,
        hops: arrived.get(&tally.of).map(hops).unwrap_or_default(),
    });
    let known = store.tally_count(name, ScopeKind::Region).await?;
    Ok(Board::of_regions(
        rows.collect(),
        known.saturating_sub(regions.len() as u64),
    ))
}

fn row(currency: &Currency, of: &Ranked) -> CompareRow {
    CompareRow {
        place: of.place.clone(),
        sent: of.terms.meant,
        received: of.terms.received,
        line: line::line(currency.clone(), &of.terms),
        hops: of.hops,
    }
}
