//! The rules.
use crate::{Effects, Facts, Refusal, Verified, Wanted};
/// Reads.
#[must_use]
pub fn reads(_note: &crate::Note) -> Vec<Wanted> { Vec::new() }
/// Admits.
/// # Errors
/// Refusal.
pub fn admit(_facts: &Facts, _note: &Verified) -> Result<Effects, Refusal> { Err(Refusal::GenesisMissing) }
