//! Findings and later signatures.

use super::table;

table!(
    /// Published mismatches.
    finding "finding" { ledger: i64, subject: i64, leg: i64, code: i64, } {
        is_open: i64, programme: String, payer: String, payee: String, at_risk: String, since: i64,
        days: Option<i64>, opened: i64, closed: Option<i64>, proof: Vec<u8>,
    }
);
table!(
    /// Later signatures under entries.
    endorsement "endorsement" { ledger: i64, entry: i64, idx: i64, } { member: String, }
);
