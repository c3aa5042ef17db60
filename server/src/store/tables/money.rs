//! Steps, nodes, what falls due, and the tallies.

use super::table;

table!(
    /// Transfers and returns with what became of them.
    step "step" { ledger: i64, idx: i64, } fixed {
        identity: Vec<u8>, kind: i64, programme: String, payer: String, payee: String, time: i64, occurred: i64,
        due: i64, payer_before: Option<i64>, payee_before: Option<i64>,
    } {
        watched: i64, last_word: i64, confirmed: Option<i64>, contested: Option<String>, taken_from_missing: i64,
        waiting: i64,
    }
);
table!(
    /// The latest step of each member, and how many it was party to.
    party "party" { ledger: i64, member: String, } { latest: i64, steps: i64, }
);
table!(
    /// The legs of steps.
    leg "leg" { ledger: i64, idx: i64, leg: i64, } fixed {
        source_idx: i64, source_leg: i64, target_idx: i64, target_leg: i64, sent: i64,
    } {
        received: i64, back: i64, charged: i64, recovered: i64, written_off: i64,
    }
);
table!(
    /// What members can spend from.
    node "node" { ledger: i64, idx: i64, leg: i64, } fixed {
        entry: Vec<u8>, time: i64, holder: String, sender: String, programme: String,
    } {
        appropriated: i64, received: i64, returned: i64, recovered: i64, income: i64, sent: i64, spent: i64,
        left_over: i64, moved: i64, carried: i64, watched: i64, holding: i64,
    }
);
table!(
    /// What one payer sent one payee on one day.
    day_sum "day_sum" { ledger: i64, programme: String, payer: String, payee: String, day: i64, } { amount: i64, }
);
table!(
    /// What falls due; the row is its own key.
    due "due" { ledger: i64, at: i64, idx: i64, leg: i64, kind: i64, } {}
);
table!(
    /// Public totals.
    tally "tally" { ledger: i64, programme: String, scope: i64, scope_value: String, month: i64, } {
        appropriated: i64, income: i64, held: i64, in_transit: i64, missing: i64, spent: i64, charged: i64,
        left_over: i64, written_off: i64, sent: i64, taken_back: i64, meant: i64, received: i64, recovered: i64,
    }
);
