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
    /// Who wrote which entry, of what kind, in which programme.
    filed "filed" { ledger: i64, author: String, idx: i64, } { kind: i64, programme: Option<String>, }
);
table!(
    /// Prefixes of the open epoch's identities.
    identity_block "identity_block" { ledger: i64, block: i64, } { prefixes: Vec<u8>, }
);
table!(
    /// Sorted prefixes of a full epoch.
    identity_run "identity_run" { ledger: i64, epoch: i64, slot: i64, } { prefixes: Vec<u8>, }
);
table!(
    /// The filter of a full epoch.
    identity_filter "identity_filter" { ledger: i64, epoch: i64, } { filter: Vec<u8>, }
);
table!(
    /// References that were used.
    reference "reference" { ledger: i64, member: String, kind: i64, record_ref: String, } { idx: i64, }
);
table!(
    /// Which entries speak about an entry, of what kind they are.
    about "about" { ledger: i64, subject: i64, idx: i64, } { kind: i64, }
);
