//! Small closed vocabularies and counts.

use super::{Field, decimal, push_decimal};
use crate::grammar::FieldError;

/// Declares a closed set of words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $form:literal, $wanted:literal { $( $(#[$variant_doc:meta])* $variant:ident = $word:literal, )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$variant_doc])* $variant, )* }

        impl $name {
            /// The word as entries write it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = FieldError;

            fn from_str(text: &str) -> Result<Self, FieldError> {
                Self::parse(text)
            }
        }

        impl Field for $name {
            const FORM: &'static str = $form;

            fn parse(text: &str) -> Result<Self, FieldError> {
                match text { $( $word => Ok(Self::$variant), )* _ => Err(FieldError::new($wanted)) }
            }

            fn write(&self, out: &mut String) {
                out.push_str(self.word());
            }
        }
    };
}

words!(
    /// What a member does in the ledger.
    Function, "function", "one of auditor, bank, finance, office, operator" {
        /// Counter-signs, freezes, writes off.
        Auditor = "auditor",
        /// Holds the accounts.
        Bank = "bank",
        /// Issues allocations.
        Finance = "finance",
        /// Confirms, pays recipients, returns what is left.
        Office = "office",
        /// Runs the ledger's server and its clock.
        Operator = "operator",
    }
);
words!(
    /// A flag that is either written or absent.
    Yes, "yes", "yes, or no line at all" {
        /// It applies.
        Yes = "yes",
    }
);
words!(
    /// A vote.
    Vote, "vote", "yes or no" {
        /// For it.
        For = "yes",
        /// Against it.
        Against = "no",
    }
);
words!(
    /// Which way an appropriation changes an earlier one.
    Direction, "direction", "supplement or cut" {
        /// Adds to it.
        Supplement = "supplement",
        /// Takes from it.
        Cut = "cut",
    }
);
words!(
    /// Whether cash moves, or only the limit up to which a treasury pays.
    Basis, "basis", "cash or limit" {
        /// Cash moves between accounts.
        Cash = "cash",
        /// A treasury single account pays on an office's behalf.
        Limit = "limit",
    }
);
words!(
    /// Whom a payer of the programme may pay.
    Payees, "payees", "any or tree" {
        /// Any member.
        Any = "any",
        /// Only members whose parent the payer is.
        Tree = "tree",
    }
);

/// Declares a small count with its range.
macro_rules! count {
    ($(#[$doc:meta])* $name:ident($inner:ty), $form:literal, $wanted:literal, $range:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl Field for $name {
            const FORM: &'static str = $form;

            fn parse(text: &str) -> Result<Self, FieldError> {
                let value = decimal(text).filter(|value| ($range).contains(value));
                let value = value.and_then(|value| <$inner>::try_from(value).ok());
                value.map(Self).ok_or(FieldError::new($wanted))
            }

            fn write(&self, out: &mut String) {
                push_decimal(out, self.0);
            }
        }
    };
}

count!(
    /// How many signature lines the note has.
    SignerCount(u8), "count", "an integer from 1 to 16", 1..=crate::limits::SIGNATURES_MAX as u64
);
count!(
    /// A member's tier: 0 for the nation, then downward.
    Tier(u8), "tier", "an integer from 0 to 9", 0..=9
);
count!(
    /// A number of days.
    Days(u16), "days", "an integer from 0 to 3660", 0..=u64::from(crate::limits::DAYS_MAX)
);
count!(
    /// An entry's index in the log, from 0.
    LogIndex(u64), "index", "an index in the log", 0..=i64::MAX as u64
);
count!(
    /// A version of the rules.
    RulesVersion(u16), "version", "a version from 1 to 9999", 1..=9999
);
