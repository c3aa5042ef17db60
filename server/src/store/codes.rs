//! Small integers that stand for closed vocabularies in the tables. They are never renumbered: a
//! database keeps them for decades.

use super::StoreError;
use ledger::entry::Kind;
use ledger::field::{Basis, Function, Payees};
use ledger::{Code, DueKind, Scope, StepKind};

/// Declares a vocabulary's numbers, in both directions.
macro_rules! codes {
    ($(#[$doc:meta])* $type:ty, $to:ident, $from:ident { $( $variant:ident = $number:literal, )* }) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $to(value: $type) -> i64 {
            match value { $( <$type>::$variant => $number, )* }
        }

        /// The value with this number.
        ///
        /// # Errors
        /// [`StoreError::Row`] where no value has it.
        pub const fn $from(number: i64) -> Result<$type, StoreError> {
            match number {
                $( $number => Ok(<$type>::$variant), )*
                _ => Err(StoreError::Row { table: stringify!($type), column: "number" }),
            }
        }
    };
}

codes!(
    /// A kind's number.
    Kind, of_kind, kind {
        Genesis = 0, MemberPropose = 1, MemberVote = 2, MemberActivate = 3, MemberAmend = 4, KeyRotate = 5,
        KeyRevoke = 6, KeyCompromised = 7, ProgrammeOpen = 8, ProgrammeAmend = 9, ProgrammeClose = 10,
        RulesActivate = 11, Tick = 12, Appropriation = 13, Income = 14, Transfer = 15, Receipt = 16,
        ReceiptCorrect = 17, Return = 18, Bounce = 19, Reversal = 20, Charge = 21, Expense = 22, ExpenseRefund = 23,
        Surrender = 24, CarryOver = 25, Recovery = 26, WriteOff = 27, Freeze = 28, Unfreeze = 29, Endorse = 30,
    }
);
codes!(
    /// A finding code's number.
    Code, of_code, code {
        ReceiptOverdue = 0, ReceiptShort = 1, ReceiptOver = 2, ReceiptDenied = 3, ReceiptContested = 4,
        IdleBalance = 5, LateHop = 6, PossibleDuplicate = 7,
    }
);
codes!(
    /// A function's number.
    Function, of_function, function { Auditor = 0, Bank = 1, Finance = 2, Office = 3, Operator = 4, }
);
codes!(
    /// A basis' number.
    Basis, of_basis, basis { Cash = 0, Limit = 1, }
);
codes!(
    /// The number of whom a payer may pay.
    Payees, of_payees, payees { Any = 0, Tree = 1, }
);
codes!(
    /// A step kind's number.
    StepKind, of_step_kind, step_kind { Transfer = 0, Return = 1, Covering = 2, }
);
codes!(
    /// A due kind's number.
    DueKind, of_due_kind, due_kind { Receipt = 0, Idle = 1, }
);

/// A tally scope's number and text.
#[must_use]
pub fn of_scope(scope: &Scope) -> (i64, String) {
    match scope {
        Scope::Programme => (0, String::new()),
        Scope::Member(name) => (1, name.to_string()),
        Scope::Tier(tier) => (2, tier.0.to_string()),
        Scope::Region(region) => (3, region.to_string()),
    }
}

/// The number of a member among what words find.
pub const SUBJECT_MEMBER: i64 = 0;
/// The number of a programme among what words find.
pub const SUBJECT_PROGRAMME: i64 = 1;
