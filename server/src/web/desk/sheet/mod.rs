//! `/{language}/desk/sheets…`: one person of a member uploads a sheet of allocations, another checks it
//! as a whole and signs it, and it stands in the ledger whole or not at all. Where people sign with keys
//! of their own, its texts are taken away, and come back signed.

pub(super) mod apart;
pub(super) mod change;
pub(super) mod form;
mod judge;
pub(super) mod one;
mod posting;
mod returned;
pub(super) mod sign;
mod upload;
