//! Check a programme's total on the reader's own machine.
//!
//! [`Replay`] judges entries and knows no browser; `desk` fetches them, answers to the reader and shows
//! how far it is, in the browser alone. The form is the page's own ([`FORM`] and the ids below) and the
//! module has no Leptos. Reading an entry, checking it and adding it up fill what a page may load; the
//! whole of the rules ([`ledger::admit`]) would not fit, with Leptos or without: docs/ARCHITECTURE.md
//! has the figures.

mod books;
#[cfg(target_arch = "wasm32")]
mod desk;
mod figures;
mod replay;
mod words;

#[cfg(target_arch = "wasm32")]
pub use desk::start;
pub use figures::{Figure, Term, Writing};
pub use replay::{Line, Replay, meaning};
pub use words::{Word, Words};

pub use super::told::State;

/// The id of the form, which is hidden until it is started. Its attributes have what the check begins
/// with: `data-programme`, `data-entries` of which the page was made, `data-figures`, `data-writing`,
/// `data-words`, `data-reasons`, `data-kinds`.
pub const FORM: &str = "total";
/// The id of what says that the form can't be started, shown until it is.
pub const UNSTARTED: &str = "total-unstarted";
/// The id of the text in which a reader says what is trusted: a log's key or a tlog-policy.
pub const TRUST: &str = "total-trust";
/// The id of the button that starts the check and stops it.
pub const START: &str = "total-start";
/// The id of what shows how far the check is.
pub const PROGRESS: &str = "total-progress";
/// The id of the words that say how far it is, now and then.
pub const SAID: &str = "total-said";
/// The id of the place for what was found.
pub const RESULT: &str = "total-result";

/// The id of the place for the figure that the entries give for a term of the whole programme.
#[must_use]
pub fn cell(term: Term) -> String {
    format!("total-of-{}", term.word())
}

/// Entries that a page checks. Of the demonstration's an entry takes half a kilobyte of memory and half a
/// millisecond: a telephone gives a page some hundred megabytes before it closes it, and nobody waits
/// much longer than a minute or two. The command line has no such limit.
pub const ENTRIES_MAX: u64 = 200_000;
