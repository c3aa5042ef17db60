//! `/{language}/desk/sheets…`: one person of a member uploads a sheet of allocations, another checks it
//! as a whole and signs it, and it stands in the ledger whole or not at all.

pub(super) mod change;
pub(super) mod form;
mod judge;
pub(super) mod one;
pub(super) mod sign;
mod upload;
