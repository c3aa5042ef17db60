//! The entries: a struct for each kind, its fields in the order in which they are written.

mod flow;
mod membership;
mod oversight;

pub use flow::{
    Appropriation, Bounce, CarryOver, Charge, Expense, ExpenseRefund, Income, Receipt,
    ReceiptCorrect, Recovery, Return, Reversal, Surrender, Transfer, WriteOff,
};
pub use membership::{
    Genesis, KeyCompromised, KeyRevoke, KeyRotate, MemberActivate, MemberAmend, MemberPropose,
    MemberVote, ProgrammeAmend, ProgrammeClose, ProgrammeOpen, RulesActivate, Tick,
};
pub use oversight::{Endorse, Freeze, Unfreeze};

use crate::field::{Identity, LedgerName, MemberName, Moment, ProgrammeName, RecordRef};
use crate::grammar::{GrammarError, Lines, Presence};
use crate::limits::TEXT_BYTES_MAX;

/// What stands before the kind on an entry's first line.
pub const VERSION_PREFIX: &str = "countersign/v1/";

/// A field of a kind, for documents and tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The word at the start of its line.
    pub name: &'static str,
    /// The form of its value.
    pub form: &'static str,
    /// How often it stands.
    pub presence: Presence,
}

/// A kind with its fields, for documents and tools.
#[derive(Clone, Copy, Debug)]
pub struct KindSpec {
    /// The kind's word on the first line.
    pub word: &'static str,
    /// Its fields in the order in which they are written.
    pub fields: &'static [FieldSpec],
}

/// Declares the structs of a few kinds: each field with its word on the line.
macro_rules! kinds {
    ($( $(#[$doc:meta])* $kind:ident { $( $(#[$field_doc:meta])* $field:ident $word:literal: $form:ty, )* } )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $kind { $( $(#[$field_doc])* pub $field: $form, )* }

        impl $kind {
            /// The fields in the order in which they are written.
            pub const FIELDS: &'static [$crate::entry::FieldSpec] = &[ $( $crate::entry::FieldSpec {
                name: $word,
                form: <$form as $crate::grammar::Slot>::FORM,
                presence: <$form as $crate::grammar::Slot>::PRESENCE,
            }, )* ];

            pub(super) fn read(lines: &mut $crate::grammar::Lines<'_>) -> Option<Self> {
                Some(Self { $( $field: $crate::grammar::Slot::read(lines, $word)?, )* })
            }

            pub(super) fn write(&self, out: &mut String) {
                $( $crate::grammar::Slot::write_lines(&self.$field, $word, out); )*
            }
        }
    )* };
}
use kinds;

/// Declares the enum of all kinds from its list: variant, word, the field that names the author,
/// the programme, and the ledger.
macro_rules! all_kinds {
    ($( $kind:ident $word:literal by $author:ident $(programme $programme:ident)? $(ledger $ledger:ident)?; )*) => {
        /// An entry of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant holds the struct of the same name, which is documented")]
        pub enum Entry { $( $kind(Box<$kind>), )* }

        /// A kind of entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant has the struct of the same name, which is documented")]
        pub enum Kind { $( $kind, )* }

        impl Kind {
            /// Every kind with its fields.
            pub const ALL: &'static [(Self, KindSpec)] = &[
                $( (Self::$kind, KindSpec { word: $word, fields: $kind::FIELDS }), )*
            ];

            /// The kind's word on the first line.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$kind => $word, )* }
            }

            /// The kind with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some(Self::$kind), )* _ => None }
            }
        }

        impl Entry {
            fn read(kind: Kind, lines: &mut Lines<'_>) -> Option<Self> {
                Some(match kind { $( Kind::$kind => Self::$kind(Box::new($kind::read(lines)?)), )* })
            }

            fn write_fields(&self, out: &mut String) {
                match self { $( Self::$kind(entry) => entry.write(out), )* }
            }

            /// The entry's kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $( Self::$kind(_) => Kind::$kind, )* }
            }

            /// The member in whose name the entry is written; references are unique to it.
            #[must_use]
            pub fn author(&self) -> &MemberName {
                match self { $( Self::$kind(entry) => &entry.$author, )* }
            }

            /// The programme that the entry belongs to, where it belongs to one.
            #[must_use]
            pub fn programme(&self) -> Option<&ProgrammeName> {
                match self { $( Self::$kind(_entry) => all_kinds!(@field _entry $($programme)?), )* }
            }

            /// The ledger that the entry belongs to; a genesis founds its own.
            #[must_use]
            pub fn ledger(&self) -> Option<&LedgerName> {
                match self { $( Self::$kind(_entry) => all_kinds!(@field _entry $($ledger)?), )* }
            }

            /// The reference, unique per author and kind.
            #[must_use]
            pub fn reference(&self) -> &RecordRef {
                match self { $( Self::$kind(entry) => &entry.reference, )* }
            }

            /// When the note was signed, as its signers say.
            #[must_use]
            pub fn time(&self) -> Moment {
                match self { $( Self::$kind(entry) => entry.time, )* }
            }

            /// How many signature lines the note has.
            #[must_use]
            pub fn signers(&self) -> u8 {
                match self { $( Self::$kind(entry) => entry.signers.0, )* }
            }
        }

        $( impl From<$kind> for Entry {
            fn from(entry: $kind) -> Self {
                Self::$kind(Box::new(entry))
            }
        } )*
    };
    (@field $entry:ident $field:ident) => { Some(&$entry.$field) };
    (@field $entry:ident) => { None };
}

all_kinds! {
    Genesis "genesis" by member;
    MemberPropose "member-propose" by by ledger ledger;
    MemberVote "member-vote" by by ledger ledger;
    MemberActivate "member-activate" by member ledger ledger;
    MemberAmend "member-amend" by member ledger ledger;
    KeyRotate "key-rotate" by member ledger ledger;
    KeyRevoke "key-revoke" by member ledger ledger;
    KeyCompromised "key-compromised" by member ledger ledger;
    ProgrammeOpen "programme-open" by by programme programme ledger ledger;
    ProgrammeAmend "programme-amend" by by programme programme ledger ledger;
    ProgrammeClose "programme-close" by by programme programme ledger ledger;
    RulesActivate "rules-activate" by by ledger ledger;
    Tick "tick" by by ledger ledger;
    Appropriation "appropriation" by by programme programme ledger ledger;
    Income "income" by by programme programme ledger ledger;
    Transfer "transfer" by from programme programme ledger ledger;
    Receipt "receipt" by to programme programme ledger ledger;
    ReceiptCorrect "receipt-correct" by to programme programme ledger ledger;
    Return "return" by from programme programme ledger ledger;
    Bounce "bounce" by from programme programme ledger ledger;
    Reversal "reversal" by from programme programme ledger ledger;
    Charge "charge" by by programme programme ledger ledger;
    Expense "expense" by by programme programme ledger ledger;
    ExpenseRefund "expense-refund" by by programme programme ledger ledger;
    Surrender "surrender" by by programme programme ledger ledger;
    CarryOver "carry-over" by by programme programme ledger ledger;
    Recovery "recovery" by by programme programme ledger ledger;
    WriteOff "write-off" by by programme programme ledger ledger;
    Freeze "freeze" by by ledger ledger;
    Unfreeze "unfreeze" by by ledger ledger;
    Endorse "endorse" by by ledger ledger;
}

impl Entry {
    /// Reads an entry from its text, which ends in a line feed.
    ///
    /// # Errors
    /// [`GrammarError`] with the line and what was expected there; also where the text could be
    /// read but isn't the one way to write it.
    pub fn parse(text: &str) -> Result<Self, GrammarError> {
        let (first, rest) = text.split_once('\n').ok_or(GrammarError::NotAnEntry)?;
        let mut lines = Lines::after_first(rest);
        let entry = Self::read(kind_of(first)?, &mut lines);
        let entry = lines.finish(entry)?;
        if entry.to_text() == text {
            Ok(entry)
        } else {
            Err(GrammarError::NotCanonical)
        }
    }

    /// Writes the entry's text, which ends in a line feed.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(TEXT_BYTES_MAX / 2);
        text.push_str(VERSION_PREFIX);
        text.push_str(self.kind().word());
        text.push('\n');
        self.write_fields(&mut text);
        text
    }

    /// The entry's identity: SHA3-256 of its text.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity::of(&self.to_text())
    }
}

/// Reads the first line. An unknown version or kind has an error of its own: a verifier stops
/// there and says that it needs newer rules.
fn kind_of(first: &str) -> Result<Kind, GrammarError> {
    if let Some(word) = first.strip_prefix(VERSION_PREFIX) {
        return Kind::from_word(word).ok_or_else(|| GrammarError::KindUnknown(excerpt(word)));
    }
    let tail = first
        .strip_prefix("countersign/")
        .ok_or(GrammarError::NotAnEntry)?;
    let (version, _) = tail.split_once('/').ok_or(GrammarError::NotAnEntry)?;
    Err(GrammarError::VersionUnknown(excerpt(version)))
}

/// The first characters of a word that somebody else chose: enough to recognise it.
fn excerpt(word: &str) -> String {
    word.chars()
        .take(32)
        .flat_map(char::escape_default)
        .collect()
}
