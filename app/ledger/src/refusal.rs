//! Refusals: why an entry is not admitted. A closed enum, in the order in which the rules ask.

use crate::Minor;
use crate::field::{
    Day, Function, Identity, KeyId, MemberName, Moment, NodeCitation, ProgrammeName, Role,
};

/// Declares the refusals in their order of precedence, each with its stable code.
macro_rules! refusals {
    ($( $(#[$doc:meta])* $code:literal $variant:ident $({ $( $(#[$field_doc:meta])* $field:ident: $type:ty, )* })? , $message:literal; )*) => {
        /// Why an entry is not admitted, in order of precedence: where several rules are broken,
        /// the first in this list is named. Codes are API: they are never renamed or used again.
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum Refusal { $(
            $(#[$doc])*
            #[error($message)]
            $variant $({ $( $(#[$field_doc])* $field: $type, )* })?,
        )* }

        impl Refusal {
            /// Every code in order of precedence.
            pub const CODES: &'static [&'static str] = &[ $( $code, )* ];

            /// The stable code.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $( Self::$variant $({ $( $field: _, )* })? => $code, )* }
            }

            /// Its place in the order of precedence, from 0.
            #[must_use]
            pub fn precedence(&self) -> usize {
                let place = Self::CODES.iter().position(|code| *code == self.code());
                place.expect("every refusal stands in the list")
            }
        }
    };
}

refusals! {
    /// The same text was admitted before: a safe retry, answered with the first index.
    "already-admitted" AlreadyAdmitted {
        /// The first index.
        index: u64,
    }, "this entry was admitted before, at index {index}";
    /// The ledger has no genesis yet, and this isn't one.
    "genesis-missing" GenesisMissing, "the ledger has no genesis yet";
    /// The ledger has a genesis already.
    "genesis-exists" GenesisExists, "the ledger was founded before";
    /// The entry names another ledger.
    "ledger-differs" LedgerDiffers, "the entry belongs to another ledger";
    /// The reference stands under another text.
    "ref-reused" RefReused {
        /// The index of the entry that used it.
        index: u64,
    }, "the reference was used before, with another text, at index {index}";
    /// A name that is no member's.
    "member-unknown" MemberUnknown {
        /// The name.
        name: MemberName,
    }, "{name} is not a member";
    /// A key that isn't enrolled for the member.
    "key-unknown" KeyUnknown {
        /// The member.
        member: MemberName,
        /// The key.
        id: KeyId,
    }, "the key {id} is not enrolled for {member}";
    /// A key that was revoked.
    "key-revoked" KeyRevoked {
        /// The member.
        member: MemberName,
        /// The key.
        id: KeyId,
        /// The index from which it is revoked.
        index: u64,
    }, "the key {id} of {member} is revoked since index {index}";
    /// The note was signed too far ahead of ledger time.
    "time-ahead" TimeAhead {
        /// Ledger time.
        clock: Moment,
    }, "the time lies more than 10 minutes ahead of ledger time {clock}";
    /// A member signed that has no part in this entry.
    "signer-foreign" SignerForeign {
        /// The member.
        member: MemberName,
    }, "{member} has no part in this entry and can't sign it";
    /// A key signed that may not sign this.
    "role-missing" RoleMissing {
        /// The member.
        member: MemberName,
        /// The role that it would take.
        role: Role,
    }, "a key of {member} signed without the role `{role}`";
    /// A key approved itself: another person's key or the recovery key is needed.
    "self-approval" SelfApproval, "a new key needs the signature of another person or of the recovery key";
    /// A new key didn't sign: it must prove possession.
    "possession-unproven" PossessionUnproven {
        /// The key.
        id: KeyId,
    }, "the new key {id} did not sign";
    /// The member's function doesn't allow this.
    "function-differs" FunctionDiffers {
        /// The member.
        member: MemberName,
        /// The function that may do this.
        wanted: Function,
    }, "{member} may not do this: it takes a member whose function is `{wanted}`";
    /// An auditor can't give up for lost what it sent or should have got itself.
    "auditor-is-party" AuditorIsParty, "an auditor who is payer or payee of the step can't write it off";
    /// The clock would go back.
    "clock-back" ClockBack {
        /// Ledger time.
        clock: Moment,
    }, "the clock stands at {clock} and doesn't go back";
    /// A programme's name that is no programme's.
    "programme-unknown" ProgrammeUnknown {
        /// The name.
        name: ProgrammeName,
    }, "there is no programme {name}";
    /// A programme of that name exists.
    "programme-exists" ProgrammeExists, "a programme of that name exists";
    /// Only the owner may do this.
    "programme-foreign" ProgrammeForeign {
        /// The owner.
        owner: MemberName,
    }, "only the programme's owner, {owner}, may do this";
    /// The currency isn't the programme's.
    "currency-differs" CurrencyDiffers, "the currency is not the programme's";
    /// The programme is closed to new outflows.
    "programme-closed" ProgrammeClosed, "the programme is closed to this kind of entry";
    /// The programme's year hasn't ended.
    "year-not-ended" YearNotEnded {
        /// The year's last day.
        ends: Day,
    }, "the programme's year ends on {ends}: money is carried over after that";
    /// The member's outflows are stopped.
    "member-frozen" MemberFrozen {
        /// The member.
        member: MemberName,
    }, "{member} is frozen: its outflows are stopped";
    /// It happened after the day on which it was signed.
    "occurred-ahead" OccurredAhead {
        /// The day of signing in the programme's local time.
        signed: Day,
    }, "the day it happened lies after the day of signing, {signed}";
    /// The books are closed for that day.
    "period-closed" PeriodClosed {
        /// The last closed day.
        through: Day,
    }, "the books are closed through {through}: say `late yes` and let two persons sign";
    /// It is due before it happened.
    "due-before-occurred" DueBeforeOccurred, "the due day lies before the day the money moved";
    /// Fewer distinct persons signed than the rules ask for.
    "signers-too-few" SignersTooFew {
        /// The member.
        member: MemberName,
        /// Distinct persons that signed.
        found: usize,
        /// Distinct persons that the rules ask for.
        wanted: usize,
    }, "{found} distinct persons signed for {member}, {wanted} are needed";
    /// An entry that is cited isn't there.
    "cited-unknown" CitedUnknown {
        /// What was cited.
        identity: Identity,
    }, "there is no such entry here as {identity}";
    /// A node that is cited holds nothing of this kind, or was never credited.
    "node-unknown" NodeUnknown {
        /// What was cited.
        node: NodeCitation,
    }, "there is no such node as {node}";
    /// The note was signed before an entry that it cites.
    "time-before-cited" TimeBeforeCited {
        /// When the cited entry was signed.
        cited: Moment,
    }, "the time lies more than 10 minutes before that of an entry it cites, {cited}";
    /// Parties or programme of a cited entry aren't those named here.
    "cited-differs" CitedDiffers, "the parties or the programme named here are not those of the cited entry";
    /// Somebody else holds the node.
    "node-foreign" NodeForeign {
        /// Who holds it.
        holder: MemberName,
    }, "the node is held by {holder}";
    /// The money didn't come from whom it would go back to.
    "leg-foreign" LegForeign, "a return goes back along its own leg, to the member that had sent it";
    /// The sources don't add up to the amount.
    "sources-differ" SourcesDiffer {
        /// What they add up to.
        sum: Minor,
    }, "the sources add up to {sum}, not to the amount";
    /// The payee has no such account.
    "account-unknown" AccountUnknown, "the account is not one of the payee's";
    /// The payer may only pay members below it.
    "payee-outside-tree" PayeeOutsideTree, "the programme lets a payer pay only members whose parent it is";
    /// Payer and payee are one.
    "payee-is-payer" PayeeIsPayer, "a member can't send to itself";
    /// A treasury pays on another member's behalf, and only under the basis `limit`.
    "paid-through-cash" PaidThroughCash, "a treasury pays on another member's behalf, and only under the basis `limit`";
    /// An appropriation's root or direction is missing, or isn't wanted.
    "root-and-direction" RootAndDirection, "a supplement or cut names its root and its direction, a new appropriation neither";
    /// A receipt of zero that isn't the last word says nothing.
    "nothing-said" NothingSaid, "a receipt of zero must be final, a correction must correct something";
    /// The step has no contested part as large as that.
    "beyond-contested" BeyondContested {
        /// What is contested.
        contested: Minor,
    }, "only {contested} is contested";
    /// The node doesn't hold as much.
    "beyond-node" BeyondNode {
        /// The node.
        node: NodeCitation,
        /// What it holds.
        held: Minor,
    }, "the node {node} holds only {held}";
    /// Less is still open on the step.
    "beyond-open" BeyondOpen {
        /// What is open.
        open: Minor,
    }, "only {open} is still open on the step";
    /// Less was received, or less of it is still there.
    "beyond-received" BeyondReceived {
        /// What can be taken back.
        available: Minor,
    }, "only {available} of what was received is still there to be taken back";
    /// Less is missing on the step.
    "beyond-missing" BeyondMissing {
        /// What is missing.
        missing: Minor,
    }, "only {missing} is missing on the step";
    /// Less was spent from the node.
    "beyond-spent" BeyondSpent {
        /// What was spent.
        spent: Minor,
    }, "only {spent} was spent from the node";
    /// A cut beyond what was appropriated.
    "beyond-appropriated" BeyondAppropriated {
        /// What was appropriated.
        appropriated: Minor,
    }, "only {appropriated} was appropriated";
    /// Charges beyond the programme's tolerance.
    "beyond-tolerance" BeyondTolerance {
        /// What may still be charged.
        tolerated: Minor,
    }, "only {tolerated} more may be charged on this step";
    /// Something was received: a bounce can take the rest back, a reversal nothing.
    "already-received" AlreadyReceived, "part of the step was received: only what is open can be taken back, by a bounce";
    /// The payee hasn't said anything and its time isn't over.
    "payee-not-heard" PayeeNotHeard, "a reversal needs the payee's signature, its final zero, or the end of its time";
    /// The node was carried over since it was last credited.
    "already-carried" AlreadyCarried, "the node was carried over already";
    /// The programme moved more than a tally can count.
    "limit-exceeded" LimitExceeded, "the programme's turnover would pass 4 * 10^18 minor units";
    /// The name is taken.
    "member-exists" MemberExists, "a member of that name exists";
    /// A parent must stand above: tiers fall from parent to child, so no member is its own ancestor.
    "parent-not-above" ParentNotAbove {
        /// The parent.
        parent: MemberName,
    }, "the parent {parent} doesn't stand on a tier above the member's";
    /// What is proposed for a member can't be amended.
    "proposal-differs" ProposalDiffers, "the entry doesn't say what was proposed, or it proposes what can't be amended";
    /// The proposal was carried out before.
    "proposal-settled" ProposalSettled, "the proposal was carried out before";
    /// The proposal hasn't the votes of more than half of the houses.
    "votes-missing" VotesMissing {
        /// Houses for it.
        yes: u32,
        /// Houses that vote.
        of: u32,
    }, "{yes} of {of} houses are for it, more than half are needed";
    /// The house has voted, or has no vote.
    "vote-void" VoteVoid, "the house has voted already, or has no vote";
    /// More houses than may vote.
    "houses-too-many" HousesTooMany, "no more than 64 houses may vote";
    /// A key's ID stands under that name already.
    "key-id-taken" KeyIdTaken {
        /// The ID.
        id: KeyId,
    }, "the key ID {id} stands under that name already";
    /// The log's key can't be a party's.
    "key-is-logs" KeyIsLogs, "the log's key can't be a party's";
    /// No key of the entry may run the clock, or administer the member.
    "role-unfilled" RoleUnfilled {
        /// The role that nobody has.
        role: Role,
    }, "nobody has the role `{role}`";
    /// The account is enrolled already, or isn't there to be dropped.
    "account-list" AccountList, "an account to add is there already, one to drop is not, or there are too many";
    /// Nothing would change.
    "no-change" NoChange, "the entry changes nothing";
    /// These rules don't know that version.
    "rules-unknown" RulesUnknown {
        /// The version.
        version: u16,
    }, "version {version} of the rules is unknown here: newer rules needed";
    /// The programme's days, dates or thresholds contradict each other.
    "terms-contradict" TermsContradict, "the programme's dates or thresholds contradict each other";
}
