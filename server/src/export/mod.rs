//! Takes a ledger away: JSON Lines, CSV, and a journal for hledger.
//!
//! In scope: writing what a replay hands over, entry by entry, in flat memory. Out of scope: where
//! the notes come from, and which of them are right. The journal needs what each entry changed, so
//! it is written from a replay: only a ledger that verifies can be exported to it.

mod csv;
mod fields;
mod hledger;
mod json;
pub mod table;

pub use self::csv::{CsvExport, safe_cell};
pub use fields::{field, fields};
pub use hledger::Journal;
pub use json::JsonExport;

/// When the server stored an entry, which is the server's word; nothing where only the notes are
/// at hand.
pub type RecordedAt = Option<ledger::field::Moment>;

/// Whether a note founds a ledger that says of itself that its receipts are simulated.
fn says_simulated(note: &ledger::Note) -> bool {
    match note.entry() {
        ledger::Entry::Genesis(genesis) => crate::demo::is_simulated(genesis),
        _ => false,
    }
}
