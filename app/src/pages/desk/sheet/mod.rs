//! Sheets of allocations: one person uploads, another checks them as a whole and signs.

mod apart;
pub(crate) mod form;
pub(crate) mod one;
mod rows;
