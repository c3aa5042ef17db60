//! How many entries wait, and how many are committed at once.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--queue-entries-max` | `COUNTERSIGN_QUEUE_ENTRIES_MAX` | `sequencer.queue_entries_max` | 8192 |
//! | `--group-entries-max` | `COUNTERSIGN_GROUP_ENTRIES_MAX` | `sequencer.group_entries_max` | 2048 |
//! | `--verify-workers` | `COUNTERSIGN_VERIFY_WORKERS` | `sequencer.verify_workers` | one a core |

use serde::Deserialize;

use super::bounded::Bounded;

/// Entries that may wait for their group. Beyond, the answer is "busy, retry
/// after". 65,536 notes of 5 KiB are 330 MiB: no more fits the memory budget.
pub type QueueEntries = Bounded<1, 65_536>;
/// The default of [`QueueEntries`]: some 40 MiB, and less than a second's work.
pub const QUEUE_ENTRIES_MAX: QueueEntries = QueueEntries::known(8_192);

/// Entries committed at once. A commit holds its whole group in memory, and
/// everybody in it waits for the last.
pub type GroupEntries = Bounded<1, 4_096>;
/// The default of [`GroupEntries`]: a commit writes each page that changed once, so
/// a larger group costs less for each entry; this many take about a tenth of a second.
pub const GROUP_ENTRIES_MAX: GroupEntries =
    GroupEntries::known(crate::sequencer::GROUP_NOTES_MAX as u64);

/// Threads that verify signatures. More than cores only wait for each other.
pub type VerifyWorkers = Bounded<1, 256>;

/// Flags, variables and keys of the sequencer.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct SequencerOptions {
    /// Most entries that wait before the answer is "busy"
    #[arg(long, value_name = "COUNT", env = "COUNTERSIGN_QUEUE_ENTRIES_MAX")]
    pub queue_entries_max: Option<QueueEntries>,
    /// Most entries committed at once
    #[arg(long, value_name = "COUNT", env = "COUNTERSIGN_GROUP_ENTRIES_MAX")]
    pub group_entries_max: Option<GroupEntries>,
    /// Threads that verify signatures
    #[arg(long, value_name = "COUNT", env = "COUNTERSIGN_VERIFY_WORKERS")]
    pub verify_workers: Option<VerifyWorkers>,
}

/// The sequencer's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sequencer {
    /// Most entries that wait before the answer is "busy".
    pub queue_entries_max: QueueEntries,
    /// Most entries committed at once.
    pub group_entries_max: GroupEntries,
    /// Threads that verify signatures.
    pub verify_workers: VerifyWorkers,
}

impl SequencerOptions {
    /// The settings that hold: these, else the file's, else the defaults.
    #[must_use]
    pub fn settle(&self, file: &Self) -> Sequencer {
        let queue = self.queue_entries_max.or(file.queue_entries_max);
        let group = self.group_entries_max.or(file.group_entries_max);
        let workers = self.verify_workers.or(file.verify_workers);
        Sequencer {
            queue_entries_max: queue.unwrap_or(QUEUE_ENTRIES_MAX),
            group_entries_max: group.unwrap_or(GROUP_ENTRIES_MAX),
            verify_workers: workers.unwrap_or_else(one_a_core),
        }
    }
}

fn one_a_core() -> VerifyWorkers {
    const ONE: VerifyWorkers = VerifyWorkers::known(1);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    VerifyWorkers::new(cores as u64).unwrap_or(ONE)
}
