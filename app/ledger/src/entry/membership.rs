//! Membership: who is in the consortium, with which keys, under which programmes and rules.

use super::kinds;
use crate::field::{
    Ascending, Basis, BudgetLine, Commitment, Continues, Currency, Day, Days, EnrolKey, Exponent,
    Function, Identity, KeyId, LedgerName, LogIndex, MemberName, Moment, Offset, Origin,
    PartsPerMillion, Payees, ProgrammeName, Prose, PublicKey, RecordRef, Region, RulesVersion,
    SignerCount, Threshold, Tier, Vote, Yes,
};
use crate::limits::{ACCOUNTS_PER_ENTRY_MAX, BUDGET_LINES_MAX, KEYS_PER_ENTRY_MAX, THRESHOLDS_MAX};

kinds! {
    /// Founds a ledger: its operator with its keys. The operator's house has the first vote.
    Genesis {
        /// The ledger's origin.
        origin "origin": Origin,
        /// The operator.
        member "member": MemberName,
        /// What the operator is called.
        title "title": Prose,
        /// Who controls the operator; votes count houses.
        house "house": MemberName,
        /// The operator's keys; one has the role `clock`.
        keys "key": Ascending<EnrolKey, KEYS_PER_ENTRY_MAX>,
        /// The operator's recovery key, kept offline.
        recovery "recovery": PublicKey,
        /// The log's key, which no party may enrol.
        log "log": Option<PublicKey>,
        /// The last checkpoint of the log that this one continues, under another name and key.
        continues "continues": Option<Continues>,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// What the ledger is for.
        purpose "purpose": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Proposes a new member, or a new title or parent for one.
    MemberPropose {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// Who proposes.
        by "by": MemberName,
        /// Who is proposed.
        member "member": MemberName,
        /// What the member is called.
        title "title": Prose,
        /// What the member does.
        function "function": Function,
        /// Its tier, 0 for the nation. It can't be amended: tallies count by it.
        tier "tier": Tier,
        /// The member above it.
        parent "parent": Option<MemberName>,
        /// Its region. It can't be amended: tallies count by it.
        region "region": Option<Region>,
        /// Who controls it.
        house "house": MemberName,
        /// Whether its house votes.
        voting "voting": Option<Yes>,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// A house's vote on a proposal. The proposer's house has voted by proposing.
    MemberVote {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// Who votes, for its house.
        by "by": MemberName,
        /// The proposal.
        proposal "proposal": Identity,
        /// For or against.
        vote "vote": Vote,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Makes a proposed member one. Every new key signs, which proves possession.
    MemberActivate {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The new member.
        member "member": MemberName,
        /// The proposal, which says the same.
        proposal "proposal": Identity,
        /// What it does.
        function "function": Function,
        /// Its tier.
        tier "tier": Tier,
        /// The member above it.
        parent "parent": Option<MemberName>,
        /// Its region.
        region "region": Option<Region>,
        /// Who controls it.
        house "house": MemberName,
        /// Salted commitments to its accounts.
        accounts "account": Ascending<Commitment, ACCOUNTS_PER_ENTRY_MAX>,
        /// Its people's keys.
        keys "key": Ascending<EnrolKey, KEYS_PER_ENTRY_MAX>,
        /// Its recovery key, kept offline.
        recovery "recovery": PublicKey,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Changes a member's accounts, or carries out an approved proposal about it.
    MemberAmend {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The member.
        member "member": MemberName,
        /// An approved proposal for this member, whose title and parent apply from now on.
        proposal "proposal": Option<Identity>,
        /// Accounts that are added.
        accounts "account": Ascending<Commitment, ACCOUNTS_PER_ENTRY_MAX>,
        /// Accounts that are no longer used.
        dropped "drop-account": Ascending<Commitment, ACCOUNTS_PER_ENTRY_MAX>,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Enrols a new key. It signs itself, and so does another person's key or the recovery key.
    KeyRotate {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The member.
        member "member": MemberName,
        /// The new key.
        key "key": EnrolKey,
        /// The key that it replaces, revoked by this entry.
        replaces "replaces": Option<KeyId>,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Revokes a key; any key of the member may, also the one revoked and the recovery key. Without
    /// its own word the recovery key takes two persons.
    KeyRevoke {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The member.
        member "member": MemberName,
        /// The key.
        key "key-id": KeyId,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Says that a key was in foreign hands since an index. It undoes nothing: what the key signed
    /// since then is disputed until a second person endorses or corrects it.
    KeyCompromised {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The member.
        member "member": MemberName,
        /// The key.
        key "key-id": KeyId,
        /// The first index that is disputed.
        since "since": LogIndex,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Opens a programme for one year.
    ProgrammeOpen {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Its owner, who appropriates.
        by "by": MemberName,
        /// What it is called.
        title "title": Prose,
        /// Its currency.
        currency "currency": Currency,
        /// Digits behind the currency's decimal mark.
        exponent "exponent": Exponent,
        /// The year's first day.
        starts "starts": Day,
        /// The year's last day.
        ends "ends": Day,
        /// Its local time.
        offset "offset": Offset,
        /// Whether cash or limits move.
        basis "basis": Basis,
        /// Whom a payer may pay.
        payees "payees": Payees,
        /// What is planned from which funds. Never added to money.
        budget "budget": Ascending<BudgetLine, BUDGET_LINES_MAX>,
        /// Days that a hop may take.
        hop_days "hop-days": Days,
        /// Days that money may lie unmoved.
        idle_days "idle-days": Days,
        /// Days after the due day from which the payer may reverse alone.
        grace_days "grace-days": Days,
        /// The share of a step that charges may take.
        tolerance "tolerance": PartsPerMillion,
        /// From which daily sums more persons sign.
        thresholds "threshold": Ascending<Threshold, THRESHOLDS_MAX>,
        /// Public counts of recipients below it are rolled up.
        disclosure "disclosure": Days,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Changes a programme's terms for later entries.
    ProgrammeAmend {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Its owner.
        by "by": MemberName,
        /// Closes its books up to this day.
        closed_through "closed-through": Option<Day>,
        /// Whom a payer may pay.
        payees "payees": Option<Payees>,
        /// Days that a hop may take.
        hop_days "hop-days": Option<Days>,
        /// Days that money may lie unmoved.
        idle_days "idle-days": Option<Days>,
        /// Days after the due day from which the payer may reverse alone.
        grace_days "grace-days": Option<Days>,
        /// The share of a step that charges may take.
        tolerance "tolerance": Option<PartsPerMillion>,
        /// The new thresholds; where there is a line, all earlier ones are void.
        thresholds "threshold": Ascending<Threshold, THRESHOLDS_MAX>,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Closes a programme to new outflows; receipts, returns and corrections go on.
    ProgrammeClose {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The programme.
        programme "programme": ProgrammeName,
        /// Its owner.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// Activates a version of the rules; more than half of the voting houses sign it.
    RulesActivate {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// Who brings it forward.
        by "by": MemberName,
        /// The version.
        version "version": RulesVersion,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// Why.
        reason "reason": Option<Prose>,
        /// When it was signed.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }

    /// The ledger's clock: its time is ledger time until the next one.
    Tick {
        /// The ledger.
        ledger "ledger": LedgerName,
        /// The operator.
        by "by": MemberName,
        /// Unique per author and kind.
        reference "ref": RecordRef,
        /// The new ledger time.
        time "time": Moment,
        /// How many signature lines.
        signers "signers": SignerCount,
    }
}
