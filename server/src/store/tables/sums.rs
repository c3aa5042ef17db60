//! Sums of steps and findings, which pages read as they stand.

use super::table;

table!(
    /// What went from one member to another.
    flow "flow" { ledger: i64, payer: String, payee: String, programme: String, } {
        steps: i64, sent: i64, returned: i64, received: i64, back: i64, settled: i64, in_transit: i64, missing: i64,
        contested_high: i64, contested_low: i64, confirmed: i64, days: i64,
    }
);
table!(
    /// How what was sent arrives.
    arrival "arrival" { ledger: i64, programme: String, scope: i64, scope_value: String, } {
        confirmed: i64, days: i64, to_1: i64, to_3: i64, to_7: i64, to_14: i64, to_30: i64, to_60: i64, beyond: i64,
        contested_high: i64, contested_low: i64,
    }
);
table!(
    /// How many findings there are, and the money at risk.
    finding_tally "finding_tally" { ledger: i64, member: String, programme: String, code: i64, } {
        open: i64, open_high: i64, open_low: i64, closed: i64, closed_high: i64, closed_low: i64,
    }
);
