//! The desk's pages about members: proposals, votes, and one's own words before they are signed.

use super::{FieldError, Party, Seconds, SignedHere, SignedIn};

/// A proposal of a member, or of a new title or parent for one.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProposalView {
    /// The proposal's identity.
    pub identity: String,
    /// When it was signed.
    pub time: Seconds,
    /// Who proposes.
    pub by: Party,
    /// Whether it is about somebody who is a member: it changes title or parent then.
    pub changes: bool,
    /// The name of who is proposed.
    pub name: String,
    /// What it would be called.
    pub title: String,
    /// What it would do, as entries write it: `office`.
    pub function: String,
    /// Its level, 0 for the nation.
    pub tier: u8,
    /// The member above it.
    pub parent: Option<Party>,
    /// Its place's code.
    pub region: Option<String>,
    /// Who controls it.
    pub house: Party,
    /// Whether that house would vote.
    pub voting: bool,
    /// Why, in the proposer's words.
    pub reason: String,
    /// Houses that are for it.
    pub yes: Vec<Party>,
    /// Houses that are against it.
    pub no: Vec<Party>,
    /// How many more houses it takes; 0 where it is accepted.
    pub missing: u64,
    /// Whether too many are against it for it ever to be accepted.
    pub lost: bool,
    /// The entry by which it was carried out.
    pub settled: Option<u64>,
    /// What the reader's house said.
    pub own: HouseVote,
}

/// What the reader's house said of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HouseVote {
    /// It has no vote.
    #[default]
    None,
    /// Nothing yet.
    Open,
    /// For it.
    For,
    /// Against it.
    Against,
}

/// Proposals that weren't carried out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MembersPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The proposals, the latest first.
    pub open: Vec<ProposalView>,
    /// How many houses vote.
    pub houses_voting: u64,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProposalPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The proposal.
    pub proposal: ProposalView,
    /// Whether it is the reader's member that may carry it out now.
    pub carries_out: bool,
    /// The reader's reason, as typed.
    pub reason: String,
    /// Ties this form to at most one entry, however often it is sent.
    pub once: String,
    /// Where programs find the server, for the command line.
    pub address: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// Who is proposed?
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberFormPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Ties this form to at most one entry, however often it is sent.
    pub once: String,
    /// What a new member can be, as entries write it.
    pub functions: Vec<String>,
    /// The name, as typed.
    pub member: String,
    /// The title, as typed.
    pub title: String,
    /// What it does, as chosen.
    pub function: String,
    /// Its level, as typed.
    pub tier: String,
    /// The member above it, as typed.
    pub parent: String,
    /// Its place's code, as typed.
    pub region: String,
    /// Who controls it, as typed; empty for itself.
    pub house: String,
    /// Whether its house would vote.
    pub voting: bool,
    /// Why, as typed.
    pub reason: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// What somebody says of members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MemberSaying {
    /// A proposal.
    #[default]
    Propose,
    /// A vote for one.
    For,
    /// A vote against one.
    Against,
    /// That a change which was voted for holds from now on.
    CarryOut,
}

/// Check what you say of members before it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberCheckPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// What is said.
    pub saying: MemberSaying,
    /// Of which proposal; the one that would be made.
    pub proposal: ProposalView,
    /// Why, in the reader's words.
    pub reason: String,
    /// Ties this form to at most one entry, however often it is sent.
    pub once: String,
    /// The page of the desk to which a change leads back: `members/new`.
    pub back: String,
    /// The exact text that will be signed.
    pub text: String,
    /// SHA3-256 of that text.
    pub identity: String,
    /// How it can be signed here.
    pub signing: SignedHere,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}
