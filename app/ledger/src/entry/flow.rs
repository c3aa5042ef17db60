//! Flow: what moves money, and what both sides say about it.

use super::kinds;
use crate::field::{
    Amount, AmountOrZero, Ascending, Attachment, Commitment, Currency, Day, Direction, Identity,
    LedgerName, MemberName, Moment, NodeCitation, ProgrammeName, Prose, RecordRef, SignerCount,
    Source, Yes,
};
use crate::limits::{ATTACHMENTS_MAX, SOURCES_MAX};

kinds! {
    /// Authority to spend: a new root node, or a supplement or cut of one.
    Appropriation {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Its owner, who holds the node.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The earlier appropriation that this one changes.
        root "root": Option<NodeCitation>,
        /// Which way it changes it.
        direction "direction": Option<Direction>,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day it took effect.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// What for.
        purpose "purpose": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Money that came to a node from outside the programme: interest, a co-payment.
    Income {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Who holds the node.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The node that it is added to.
        into "into": NodeCitation,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day the money came.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Where it came from.
        purpose "purpose": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Money sent from one member to another: the payer's half of a step.
    Transfer {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The payer.
        from "from": MemberName,
        /// The payee.
        to "to": MemberName,
        /// The payee's account, by its commitment.
        account "account": Option<Commitment>,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// A step whose contested part this transfer covers.
        covers "covers": Option<Identity>,
        /// The treasury that pays on the payer's behalf and signs too.
        paid_through "paid-through": Option<MemberName>,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// What it takes from which node; adds up to the amount.
        sources "source": Ascending<Source, SOURCES_MAX>,
        /// The day the money moved.
        occurred "occurred": Day,
        /// The day by which the payee should have confirmed it.
        due "due": Option<Day>,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// What for.
        purpose "purpose": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// What came, in the payee's own words: the other half of a step. Never refused for its amount.
    Receipt {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The payer.
        from "from": MemberName,
        /// The payee, who signs.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The transfer or return.
        step "step": Identity,
        /// Minor units that came; zero says that nothing did.
        amount "amount": AmountOrZero,
        /// The programme's currency.
        currency "currency": Currency,
        /// Nothing more is expected: what is still open is missing from now on.
        last "final": Option<Yes>,
        /// The day the money came, or the day on which it had not.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// What the payee adds.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// The payee takes back part of what it had said.
    ReceiptCorrect {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The payer.
        from "from": MemberName,
        /// The payee, who signs.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The transfer or return.
        step "step": Identity,
        /// Minor units that had not come after all.
        amount "amount": Option<Amount>,
        /// Minor units of the contested part that are withdrawn.
        withdraw "withdraw": Option<Amount>,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day of the correction.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Money sent back along the legs that it came by, to the member that had sent it.
    Return {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Who returns.
        from "from": MemberName,
        /// Who had sent it.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// What goes back on which leg; adds up to the amount.
        sources "source": Ascending<Source, SOURCES_MAX>,
        /// The day the money moved.
        occurred "occurred": Day,
        /// The day by which it should have been confirmed.
        due "due": Option<Day>,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// The payer's bank sent part of a step back.
    Bounce {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The payer, who signs.
        from "from": MemberName,
        /// The payee.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The transfer or return.
        step "step": Identity,
        /// Minor units that came back.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day they came back.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// The payer cancels a whole step of which nothing was received.
    Reversal {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The payer, who signs.
        from "from": MemberName,
        /// The payee, who signs too unless it said zero or its time is over.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The transfer or return.
        step "step": Identity,
        /// The day of the reversal.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// What a bank kept of a step on its way, within the programme's tolerance.
    Charge {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The payer or the payee, who signs.
        by "by": MemberName,
        /// The payer.
        from "from": MemberName,
        /// The payee.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The transfer or return.
        step "step": Identity,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day it was charged.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Money spent for the programme's purpose.
    Expense {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Who spent it.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// What it takes from which node; adds up to the amount.
        sources "source": Ascending<Source, SOURCES_MAX>,
        /// The day the money was spent.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// What for. Never a natural person's name.
        purpose "purpose": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Spent money that came back to its node.
    ExpenseRefund {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Who had spent it.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The node that it comes back to.
        into "into": NodeCitation,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day the money came back.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Money given up to the treasury: it leaves the programme.
    Surrender {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Who gives it up.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// What it takes from which node; adds up to the amount.
        sources "source": Ascending<Source, SOURCES_MAX>,
        /// The day it was given up.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Unspent money taken into the next year's programme, as a new node of the same member.
    CarryOver {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme that the money leaves.
        programme "programme": ProgrammeName,
        /// The programme that it enters.
        into_programme "into-programme": ProgrammeName,
        /// Who holds it.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Minor units.
        amount "amount": Amount,
        /// Both programmes' currency.
        currency "currency": Currency,
        /// What it takes from which node; adds up to the amount.
        sources "source": Ascending<Source, SOURCES_MAX>,
        /// The day it was carried over.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Missing money of a step that was found again, at a named node.
    Recovery {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Who holds the node that it is added to.
        by "by": MemberName,
        /// The step's payer.
        from "from": MemberName,
        /// The step's payee.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The step of which it was missing.
        step "step": Identity,
        /// The node that it is added to.
        into "into": NodeCitation,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day it was recovered.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// How.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Missing money of a step that is given up for lost; an auditor signs.
    WriteOff {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// The auditor.
        by "by": MemberName,
        /// The step's payer.
        from "from": MemberName,
        /// The step's payee.
        to "to": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The step of which it is missing.
        step "step": Identity,
        /// Minor units.
        amount "amount": Amount,
        /// The programme's currency.
        currency "currency": Currency,
        /// The day it was written off.
        occurred "occurred": Day,
        /// It belongs to a closed period.
        late "late": Option<Yes>,
        /// Why.
        reason "reason": Option<Prose>,
        /// Files that belong to it.
        attachments "attach": Ascending<Attachment, ATTACHMENTS_MAX>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }
}
