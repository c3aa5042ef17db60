//! The members of a programme with their totals, to be sorted by any of them.
//!
//! No index sorts totals: it would cost on every entry, for each column. A few members are read for
//! every reader; of many, one reading serves all readers for a while, and the page says as of when.

use crate::store::read::{ROWS_MAX, ScopeKind, Standing, Tally, Window};
use crate::store::{Store, StoreError};
use crate::web::view::hops::hops;
use app::views::{Hops, Party, Place};
use ledger::{ArrivalKey, ArrivalTerms, Scope, Terms};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many members are read when, and for how long they are kept.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Members that are read for every reader, as they stand: it takes about 10 ms.
    pub anew: usize,
    /// Members that one comparison holds. India has 250,000 village councils, in states of up to
    /// 60,000, each with a ledger of its own; a hundred thousand take 40 MB.
    pub held: usize,
    /// How long a reading serves once the ledger has moved on.
    pub kept: Duration,
    /// Programmes whose reading is kept.
    pub programmes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            anew: 2_000,
            held: 100_000,
            kept: Duration::from_secs(60),
            programmes: 2,
        }
    }
}

/// A place with its totals.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Which one.
    pub place: Place,
    /// A member's level; none where the member isn't known any more, and of a region.
    pub tier: Option<u8>,
    /// The code of a member's region, or the empty text.
    pub region: String,
    /// Its totals.
    pub terms: Terms,
    /// How what was sent to it arrives.
    pub hops: Hops,
}

/// The members of a programme.
#[derive(Debug)]
pub struct Board {
    programme: String,
    made: Instant,
    /// Entries of the ledger as of which the totals stand, where these are kept.
    pub as_of: Option<u64>,
    /// The members, by name.
    pub rows: Vec<Ranked>,
    /// Members behind them, counted up to [`crate::store::read::LISTED_MAX`].
    pub left_out: u64,
}

impl Board {
    /// The regions of a programme as they stand.
    pub(super) fn of_regions(rows: Vec<Ranked>, left_out: u64) -> Self {
        Self {
            programme: String::new(),
            made: Instant::now(),
            as_of: None,
            rows,
            left_out,
        }
    }
}

/// Readings that serve several readers.
#[derive(Debug, Default)]
pub struct Boards {
    limits: Limits,
    kept: Mutex<Vec<Arc<Board>>>,
    /// One reading at a time, whoever asks.
    reading: tokio::sync::Mutex<()>,
}

impl Boards {
    /// Readings within these limits.
    #[must_use]
    pub fn with(limits: Limits) -> Self {
        Self {
            limits,
            ..Self::default()
        }
    }

    /// The members of a programme, as of `entries` of the ledger or a little earlier.
    ///
    /// # Errors
    /// The database's error.
    pub async fn of(
        &self,
        store: &Store,
        programme: &str,
        entries: u64,
    ) -> Result<Arc<Board>, StoreError> {
        let members = store.tally_count(programme, ScopeKind::Member).await?;
        if usize::try_from(members).is_ok_and(|members| members <= self.limits.anew) {
            return Ok(Arc::new(self.read(store, programme).await?));
        }
        let known = self.known(programme);
        if let Some(fresh) = known.as_ref().filter(|board| self.serves(board, entries)) {
            return Ok(Arc::clone(fresh));
        }
        let reading = match known {
            // Somebody reads already: nobody waits who can have the last reading.
            Some(old) => match self.reading.try_lock() {
                Ok(reading) => reading,
                Err(_) => return Ok(old),
            },
            None => self.reading.lock().await,
        };
        let known = self.known(programme);
        if let Some(fresh) = known.filter(|board| self.serves(board, entries)) {
            return Ok(fresh);
        }
        let board = Arc::new(self.read_whole(store, programme).await?);
        self.keep(&board);
        drop(reading);
        Ok(board)
    }

    fn known(&self, programme: &str) -> Option<Arc<Board>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().find(|board| board.programme == programme);
        known.map(Arc::clone)
    }

    fn serves(&self, board: &Board, entries: u64) -> bool {
        board.as_of == Some(entries) || board.made.elapsed() < self.limits.kept
    }

    /// The oldest gives way.
    fn keep(&self, board: &Arc<Board>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|other| other.programme != board.programme);
        kept.push(Arc::clone(board));
        let beyond = kept.len().saturating_sub(self.limits.programmes);
        kept.drain(..beyond);
    }

    /// All members as of one entry.
    async fn read_whole(&self, store: &Store, programme: &str) -> Result<Board, StoreError> {
        let still = store.snapshot_in_place().await?;
        let entries = still.head().await?.map_or(0, |head| head.next_index);
        let board = self.read(&still, programme).await;
        still.close().await?;
        Ok(Board {
            as_of: Some(entries),
            ..board?
        })
    }

    async fn read(&self, store: &Store, programme: &str) -> Result<Board, StoreError> {
        let mut board = Board {
            programme: programme.to_owned(),
            made: Instant::now(),
            as_of: None,
            rows: Vec::new(),
            left_out: 0,
        };
        let mut after = String::new();
        while board.rows.len() < self.limits.held {
            let room = (self.limits.held - board.rows.len()).min(ROWS_MAX as usize);
            let piece = Window::first(u32::try_from(room).unwrap_or(ROWS_MAX));
            let found = store.standings(programme, &after, piece).await?;
            let whole = found.len() < room;
            if let Some(last) = found.last() {
                after.clone_from(&last.member);
            }
            board.rows.extend(found.into_iter().map(ranked));
            if whole {
                return Ok(board);
            }
            // A piece takes a millisecond of this thread, which has other readers too.
            tokio::task::yield_now().await;
        }
        board.left_out = store
            .tally_count_behind(programme, ScopeKind::Member, &after)
            .await?;
        Ok(board)
    }
}

fn ranked(standing: Standing) -> Ranked {
    Ranked {
        place: Place::Member(Party {
            name: standing.member,
            title: standing.title.unwrap_or_default(),
        }),
        tier: standing.tier,
        region: standing.region.unwrap_or_default(),
        terms: standing.terms,
        hops: standing.arrival.as_ref().map(hops).unwrap_or_default(),
    }
}

/// How what was sent to members or regions arrives, by their names or codes.
pub(super) async fn arrived(
    store: &Store,
    programme: &str,
    scope: ScopeKind,
    tallies: &[Tally],
) -> Result<HashMap<String, ArrivalTerms>, StoreError> {
    let keys = tallies
        .iter()
        .map(|tally| (programme.to_owned(), scope, tally.of.clone()));
    let found = store.arrivals_at(keys.collect()).await?;
    let named = found.into_iter().filter_map(|(key, terms)| {
        let ArrivalKey { scope, .. } = key;
        match scope {
            Scope::Member(member) => Some((member.to_string(), terms)),
            Scope::Region(region) => Some((region.to_string(), terms)),
            _ => None,
        }
    });
    Ok(named.collect())
}
