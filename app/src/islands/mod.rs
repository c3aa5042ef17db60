//! What runs in the reader's browser, rendered on the server first.
//!
//! In scope: markup that answers to the reader, and what it computes. Not in scope: words, which
//! come as props in the page's language; pages, which stand whole without their islands.

pub mod verify;
