//! Oversight: what stops outflows, and what puts a second name under an entry.

use super::kinds;
use crate::field::{Identity, LedgerName, MemberName, Moment, Prose, RecordRef, SignerCount};

kinds! {
    /// An auditor stops a member's outflows. Receipts, returns and corrections go on.
    Freeze {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The auditor.
        by "by": MemberName,
        /// The member.
        member "member": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Prose,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// An auditor lets a member's outflows go on.
    Unfreeze {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The auditor.
        by "by": MemberName,
        /// The member.
        member "member": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Prose,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// A later signature under an entry: of a second person, or of another member.
    Endorse {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// Who endorses.
        by "by": MemberName,
        /// The entry.
        entry "entry": Identity,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// What the endorser adds.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }
}
