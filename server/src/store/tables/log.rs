//! The ledger itself, its entries, and how they are found.

use super::table;

table!(
    /// The ledger: one row.
    head "head" { ledger: i64, } {
        next_index: i64, epoch: i64, holder: Option<String>, held_until: i64, origin: Option<String>,
        genesis: Option<i64>, clock: i64, operator: Option<String>, voting_houses: i64, log_key: Option<Vec<u8>>,
        rules: i64,
    }
);
table!(
    /// The truth: every admitted note.
    entry "entry" { ledger: i64, idx: i64, } { recorded_at: i64, note: Vec<u8>, }
);
table!(
    /// Marks of the open epoch.
    mark_block "mark_block" { ledger: i64, block: i64, } { marks: Vec<u8>, }
);
table!(
    /// Sorted marks of a full epoch.
    mark_run "mark_run" { ledger: i64, epoch: i64, slot: i64, } { marks: Vec<u8>, }
);
table!(
    /// The filter of a full epoch.
    mark_filter "mark_filter" { ledger: i64, epoch: i64, } { filter: Vec<u8>, }
);
table!(
    /// Ledger time from an index on.
    ticked "ticked" { ledger: i64, idx: i64, } { clock: i64, }
);
table!(
    /// Which entries speak about an entry, of what kind they are.
    about "about" { ledger: i64, subject: i64, idx: i64, } { kind: i64, }
);
