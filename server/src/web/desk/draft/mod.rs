//! `/{language}/desk/drafts…`: one person of a member drafts an allocation, another checks and signs it.

pub(super) mod change;
pub(super) mod form;
pub(super) mod list;
pub(super) mod one;
pub(super) mod read;
pub(super) mod saving;
pub(super) mod shown;
pub(super) mod sign;
pub(super) mod signers;
