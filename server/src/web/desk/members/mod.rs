//! `/{language}/desk/members`: who is proposed as a member, how houses vote on it, and what follows.
//!
//! What somebody says here is kept as the exact text, shown, and signed by their own device or by the key
//! that the server holds. The rules ask for one person who administers; a house has one vote.

pub(super) mod check;
pub(super) mod form;
pub(super) mod list;
pub(super) mod one;
mod shown;
