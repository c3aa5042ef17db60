//! Drafting: one person writes an allocation, another checks and signs it.

pub(crate) mod check;
pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod one;
pub(super) mod shown;
pub(super) mod signing;
