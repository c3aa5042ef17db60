//! Flags as fields of an entry.

pub(super) use crate::draft::Draft;

use crate::speech::told;
use ledger::field::Field;

/// Reads a flag as a field of an entry.
pub(super) fn field<T: Field>(text: &str) -> Result<T, String> {
    T::parse(text).map_err(|error| told(&error))
}
