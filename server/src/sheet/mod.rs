//! A sheet of allocations, as a bureau's spreadsheet gives it: CSV or XLSX, a row for each payee.
//!
//! In scope: bytes to rows, each read or with what is wrong with it. Not in scope: whether a payee
//! exists, what is held, what was used before (`web::desk::sheet`).
//!
//! CSV is read as a stream through the importer's decoder; XLSX keeps its shared strings in memory,
//! so it has a smaller limit, also on what it unpacks to.

mod columns;
mod csv;
pub mod limits;
mod read;
#[cfg(test)]
mod tests;
mod xlsx;

pub use columns::{Column, TEMPLATE_COLUMNS};
pub use read::{RowFault, Sheet, SheetFault, SheetRow, Style, Wish, read};
