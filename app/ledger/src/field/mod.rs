//! The values that stand in an entry's fields: each is parsed once and is valid from then on.

mod continues;
mod day;
mod hash;
mod label;
mod money;
mod prose;
mod signing;
mod term;

pub use crate::grammar::{Ascending, Field};
pub use continues::Continues;
pub use day::{Day, Moment, Offset};
pub use hash::{Attachment, Commitment, Identity, NodeCitation, Source};
pub use label::{
    Currency, Exponent, Fund, LedgerName, MemberName, Origin, Person, ProgrammeName, RecordRef,
    Region,
};
pub use money::{Amount, AmountOrZero, BudgetLine, PartsPerMillion, Threshold};
pub use prose::Prose;
pub use signing::{EnrolKey, KeyId, PublicKey, Role, Roles};
pub use term::{
    Basis, Days, Direction, Function, LogIndex, Payees, RulesVersion, SignerCount, Tier, Vote, Yes,
};

/// Reads an unsigned decimal without sign, spaces or leading zeros.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let canonical = match bytes {
        [] => false,
        [b'0'] => true,
        [first, rest @ ..] => matches!(first, b'1'..=b'9') && rest.iter().all(u8::is_ascii_digit),
    };
    if canonical { text.parse().ok() } else { None }
}

/// Writes an integer's decimal digits.
pub(crate) fn push_decimal(out: &mut String, value: impl std::fmt::Display) {
    use std::fmt::Write;
    write!(out, "{value}").expect("writing to a string can't fail");
}
