//! Replays a ledger from its bytes alone.
//!
//! In scope: every note is read again, every signature checked with `verify_strict`, every rule
//! judged, every tally added up, and the first entry that is wrong named with its reason. Out of
//! scope: where the notes come from (a store, a file of JSON Lines, a mirror) and who looks on
//! (`verify`, an export). Nothing that a server says about an entry is believed.

mod fault;
mod fold;
mod genesis;
mod keyring;
mod pipeline;
mod receipt;
mod rooted;
mod source;
mod sums;

pub use fault::{Fault, Stop, Wrong};
pub(crate) use fold::imbalance;
pub use fold::{Replayed, TallyDifference, compare};
pub use genesis::{genesis_differs, key_named};
pub(crate) use keyring::publics_of;
pub use receipt::{AnswerPlace, Kept, Receipts};
pub use rooted::Rooted;
pub(crate) use source::LINE_BYTES_MAX;
pub use source::{JsonLines, Numbered, SourceError};
pub use sums::{SumDifference, SumRow, Sums};

use fold::Fold;
use ledger::{Effects, Facts, Note};
use pipeline::{Checked, Pipeline};
use std::num::NonZeroUsize;

/// Replays notes in their order and hands each admitted one to `look_on`, with what it changed and
/// the facts after it. Reading and signatures run on so many workers, ahead of the fold; the answer
/// doesn't depend on their number.
///
/// # Errors
/// [`Stop`]: the first entry that is wrong, rules that are newer than these, a source that can't be
/// read, or what `look_on` failed with.
pub fn replay<S, L>(source: S, workers: NonZeroUsize, mut look_on: L) -> Result<Replayed, Stop>
where
    S: Iterator<Item = Result<Numbered, SourceError>> + Send,
    L: FnMut(&Note, &Effects, &Facts) -> std::io::Result<()>,
{
    let pipeline = Pipeline::new(source);
    pipeline.run(workers, |checked| {
        let mut fold = Fold::default();
        for item in checked {
            match item {
                Checked::Note(verified) => {
                    let effects = fold.admit(&verified)?;
                    look_on(verified.note(), &effects, fold.facts()).map_err(Stop::LookOn)?;
                }
                Checked::Wrong(wrong) => return Err(fold.stop_at(*wrong)),
                Checked::Unreadable(error) => return Err(Stop::Source(error)),
            }
        }
        Ok(fold.finish())
    })
}

/// As many workers as the machine runs threads at once.
#[must_use]
pub fn all_cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
