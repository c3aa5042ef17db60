//! Findings: published mismatches, from a closed catalogue with stable codes.

use crate::Minor;
use crate::field::{Day, MemberName, Moment, ProgrammeName};
use smallvec::SmallVec;

/// How much a finding asks of whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Somebody owes an answer.
    Warning,
    /// Two sides don't say the same about money.
    Serious,
}

impl Severity {
    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Serious => "serious",
        }
    }
}

/// An entry of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct CodeEntry {
    /// The code.
    pub code: Code,
    /// The code's stable word.
    pub word: &'static str,
    /// How much it asks of the reader.
    pub severity: Severity,
    /// When it is raised, and when it closes, in the terms of the rules.
    pub formula: &'static str,
    /// The money at risk.
    pub at_risk: &'static str,
}

/// Declares the catalogue: docs/FINDINGS.md is held to it by a test.
macro_rules! catalogue {
    ($( $(#[$doc:meta])* $code:ident $word:literal $severity:ident, $formula:literal, $at_risk:literal; )*) => {
        /// A finding's code. Codes are API: they are never renamed or used again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $(#[$doc])* $code, )* }

        /// Every code with its formula and severity.
        pub const CATALOGUE: &[CodeEntry] = &[ $( CodeEntry {
            code: Code::$code, word: $word, severity: Severity::$severity, formula: $formula, at_risk: $at_risk,
        }, )* ];

        impl Code {
            /// The stable word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$code => $word, )* }
            }

            /// The code with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some(Self::$code), )* _ => None }
            }

            /// How much it asks of the reader.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $( Self::$code => Severity::$severity, )* }
            }
        }
    };
}

catalogue! {
    /// Not confirmed by its due day.
    ReceiptOverdue "receipt-overdue" Warning,
        "T > 0 at the first tick after the step's due day; closes when T = 0", "T";
    /// The payee's last word is less than what was sent.
    ReceiptShort "receipt-short" Serious,
        "M > 0 after a final receipt with R > 0; closes when M = 0 without a bounce or reversal out of M", "M";
    /// The payee received more than was sent.
    ReceiptOver "receipt-over" Warning,
        "r > U on a step of which nothing was taken back; closes when X = 0", "X";
    /// The payee says that nothing came.
    ReceiptDenied "receipt-denied" Serious,
        "a final receipt with R = 0; closes when M = 0 without a bounce or reversal out of M", "M";
    /// The payee received what the payer says it took back.
    ReceiptContested "receipt-contested" Serious,
        "r > U on a step of which B > 0; closes when X = 0", "X";
    /// Money lies unmoved.
    IdleBalance "idle-balance" Warning,
        "H > 0 of a received leg at the first tick more than the programme's idle days after its last movement; \
         closes at its next movement", "H";
    /// A hop took longer than the programme allows.
    LateHop "late-hop" Note,
        "day received - day sent > the programme's days for a hop, when money is credited; stays open", "the credit";
    /// The same payment twice.
    PossibleDuplicate "possible-duplicate" Warning,
        "the same payer, payee, account, programme and amount within 14 days; closes when the later step is taken back",
        "the later amount";
}

/// A published mismatch. It is answered and closed, never deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The log index of the step or of the node's entry that it is about.
    pub subject: u64,
    /// The leg, where it is about a node; 0 otherwise.
    pub leg: u8,
    /// Its code.
    pub code: Code,
    /// The programme.
    pub programme: ProgrammeName,
    /// The member that sent.
    pub payer: MemberName,
    /// The member that should have received, or holds.
    pub payee: MemberName,
    /// Money at risk, in minor units, as of the latest change.
    pub at_risk: Minor,
    /// The day the money was sent, or last moved.
    pub since: Day,
    /// Days that it took or lay, where the formula has days.
    pub days: Option<u32>,
    /// Ledger time when it was raised.
    pub opened: Moment,
    /// Ledger time when it closed.
    pub closed: Option<Moment>,
    /// Log indexes of the entries that prove it, ascending: the first ones and the latest.
    pub proof: SmallVec<[u64; 2]>,
}

impl Finding {
    /// The key: what it is about, and its code.
    #[must_use]
    pub const fn key(&self) -> (u64, u8, Code) {
        (self.subject, self.leg, self.code)
    }

    /// Whether it still asks for an answer.
    #[must_use]
    pub const fn open(&self) -> bool {
        self.closed.is_none()
    }
}
