//! Reads a spreadsheet's rows by a small mapping file.
//!
//! In scope: CSV in any encoding that `encoding_rs` knows, a mapping in TOML
//! ([`Mapping`]), rows as plain values ([`Row`]), and a [`preview`] of a whole
//! file before anything is sent. Out of scope: the ledger. Whoever calls turns
//! a row into an entry, signs it, and asks the ledger whether it is admitted.
//!
//! A file is read as a stream: memory doesn't grow with the rows, but for the
//! 64-bit fingerprints with which the preview finds repeats ([`limits`]).

mod amount;
mod decode;
mod digest;
mod error;
pub mod limits;
mod mapping;
mod plan;
mod preview;
mod rows;
mod template;
#[cfg(test)]
mod tests;

pub use amount::{AmountFault, MoneyFormat};
pub(crate) use decode::Decoding;
pub use digest::FileDigest;
pub use error::{Field, ImportError, RowError, RowFault, excerpt, list};
pub use mapping::{Mapping, MappingError};
pub use preview::{Kept, Preview, Repeat, Sum, preview};
pub use rows::{Row, Rows, rows};
