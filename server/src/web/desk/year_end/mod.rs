//! `/{language}/desk/year-end…`: what a member holds when a programme's year is over, and what it says
//! becomes of it. Each answer is a draft like any other.
//!
//! In scope: the forms, and what the rules say of an answer beforehand. Not in scope: what comes after a
//! draft is saved (`draft`), sending back to the payer (`after`).

pub(super) mod form;
mod judge;
pub(super) mod list;
mod read;
mod ways;
