//! Effects: what an admitted entry changes, as typed changes of rows. A store writes exactly these.

use crate::entry::Kind;
use crate::field::{Day, Identity, MemberName, Moment, ProgrammeName, RecordRef};
use crate::rows::{
    DaySum, Due, Endorsement, EnrolledKey, Head, House, Member, Node, Programme, Proposal, Repeat,
    Step,
};
use crate::sums::{ArrivalMove, FindingMove, FlowMove};
use crate::{Finding, TallyMove};
use smallvec::SmallVec;

/// What one entry changes. Each row stands as it is after the entry; tallies stand as changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effects {
    /// The entry's index.
    pub index: u64,
    /// The entry's identity.
    pub identity: Identity,
    /// The entry's kind.
    pub kind: Kind,
    /// The entry's author, to whom its reference is unique.
    pub author: MemberName,
    /// The entry's reference.
    pub reference: RecordRef,
    /// When the entry was signed.
    pub time: Moment,
    /// The programme it belongs to.
    pub programme: Option<ProgrammeName>,
    /// The ledger's row, where more changed in it than the next index.
    pub head: Option<Box<Head>>,
    /// Members.
    pub members: Vec<Member>,
    /// Keys.
    pub keys: Vec<EnrolledKey>,
    /// Houses.
    pub houses: Vec<House>,
    /// Proposals.
    pub proposals: Vec<Proposal>,
    /// Programmes.
    pub programmes: SmallVec<[Box<Programme>; 1]>,
    /// Steps.
    pub steps: SmallVec<[Step; 1]>,
    /// Nodes.
    pub nodes: SmallVec<[Node; 1]>,
    /// Earlier payments, by fortnight and digest.
    pub repeats: SmallVec<[((i64, u64), Repeat); 1]>,
    /// Sums of a day, by programme, payer, payee and day.
    pub day_sums: Vec<((ProgrammeName, MemberName, MemberName, Day), DaySum)>,
    /// Due rows that are added.
    pub dues_added: SmallVec<[Due; 1]>,
    /// Due rows that are gone.
    pub dues_gone: SmallVec<[Due; 1]>,
    /// Findings raised, changed or closed.
    pub findings: SmallVec<[Finding; 1]>,
    /// Endorsements.
    pub endorsements: Vec<Endorsement>,
    /// Changes of tallies.
    pub tallies: SmallVec<[TallyMove; 2]>,
    /// Changes of what went between members.
    pub flows: SmallVec<[FlowMove; 1]>,
    /// Changes of how what was sent arrives.
    pub arrivals: SmallVec<[ArrivalMove; 1]>,
    /// Changes of the count of findings.
    pub finding_moves: Vec<FindingMove>,
}
