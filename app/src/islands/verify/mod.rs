//! Verify an entry on the reader's own machine.
//!
//! [`check`] judges files and knows no browser; `desk` answers to the reader and `fetching` gets what
//! is missing, both in the browser alone. The form is the page's own ([`FORM`] and the ids below):
//! what a reader loads has no markup of it. Nothing leaves the reader's machine but requests to this
//! ledger for what it publishes.

pub mod check;
#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
mod fetching;
mod words;

pub use words::{Word, Words};

use leptos::prelude::*;

/// The id of the form, which is hidden until it is started. Its attributes `data-identity`, `data-words`,
/// `data-reasons` and `data-kinds` have what the check begins with.
pub const FORM: &str = "verify";
/// The id of what says that the form can't be started, shown until it is.
pub const UNSTARTED: &str = "verify-unstarted";
/// The id of the input for files.
pub const FILES: &str = "verify-files";
/// The id of the text in which a reader says what is trusted: a log's key or a tlog-policy.
pub const TRUST: &str = "verify-trust";
/// The id of the button.
pub const START: &str = "verify-start";
/// The id of the place for what was found.
pub const RESULT: &str = "verify-result";

/// A file that the reader chose, or a proof that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What the file is called; empty where it was fetched.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Starts the form that stands before it.
///
/// The island is nothing but this start. Rendered and kept up to date by Leptos, with its words as
/// props that are read by serde, the same form took half as much again to load.
#[island]
pub fn Verify() -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    desk::start();
}
