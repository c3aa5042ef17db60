//! Policies: which logs are known, and whose cosignatures a checkpoint needs (C2SP tlog-policy,
//! draft).
//!
//! In scope: reading a policy file and counting. Not in scope: asking anybody; an URL is kept as it
//! stands. Narrower than the draft: the file is UTF-8, keys are of the types 01 for logs and 04 for
//! witnesses, and one public key can't be both a log's and a witness's.

use super::checkpoint::{CheckpointVerifyError, SignedCheckpoint, VerifiedCheckpoint};
use super::key::VerifierKey;
use super::note::LOG_SIGNATURES_MAX;
use crate::field::Moment;

/// Bytes of a policy file: 192 lines of 300 bytes and comments.
pub const POLICY_BYTES_MAX: usize = 128 * 1024;

/// Logs, witnesses and groups of one policy, each: the draft asks for 32, and a checkpoint has no
/// more signature lines than this.
pub const POLICY_ITEMS_MAX: usize = LOG_SIGNATURES_MAX;

/// Why a policy file can't be read, and on which line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("policy, line {line}: {problem}")]
pub struct PolicyError {
    /// The line's number, from 1; the one after the last where something is missing.
    pub line: usize,
    /// What is wrong.
    pub problem: PolicyProblem,
}

/// What can be wrong with a policy's line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyProblem {
    /// The file is too long.
    #[error("the file has more than {POLICY_BYTES_MAX} bytes")]
    TooLong,
    /// A byte that may not stand in the file.
    #[error("not UTF-8, or a control character other than a tab")]
    Bytes,
    /// The last line doesn't end.
    #[error("the line has no end")]
    NoLineFeed,
    /// The line is none of the four.
    #[error("expected `log`, `witness`, `group` or `quorum`, found `{0}`")]
    Keyword(String),
    /// The line has fewer or more items than it should.
    #[error("expected `{0}`")]
    Form(&'static str),
    /// A verifier key can't be read.
    #[error("the key: expected {0}")]
    Key(&'static str),
    /// A log's key is of the wrong type.
    #[error("a log's key is of type 01, a witness's of type 04")]
    KeyKind,
    /// The public key stands in the file before.
    #[error("this public key stands on line {0} already")]
    KeyTwice(usize),
    /// The name is defined before, or is `none`.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// The name isn't defined on a line before.
    #[error("the name `{0}` is not defined on a line before")]
    NameUnknown(String),
    /// The name is a group's member already.
    #[error("`{0}` is a member of a group already")]
    MemberTwice(String),
    /// The threshold isn't one of the group.
    #[error("the threshold is `any`, `all` or a number from 1 to {0}")]
    Threshold(usize),
    /// There is a second quorum.
    #[error("there is a second quorum")]
    QuorumTwice,
    /// There is no quorum.
    #[error("there is no quorum line")]
    QuorumMissing,
    /// Too many logs, witnesses or groups.
    #[error("more than {POLICY_ITEMS_MAX} logs, witnesses or groups")]
    TooMany,
}

/// A log of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLog {
    /// Its key; the name is the log's.
    pub key: VerifierKey,
    /// Where it is, as the file says.
    pub url: Option<String>,
}

/// A witness of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyWitness {
    /// What the policy calls it.
    pub name: String,
    /// Its key.
    pub key: VerifierKey,
    /// Where it is, as the file says.
    pub url: Option<String>,
}

/// A witness or a group, by its place in the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// A witness.
    Witness(usize),
    /// A group.
    Group(usize),
}

/// A group of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyGroup {
    /// What the policy calls it.
    pub name: String,
    /// How many of its members it takes.
    pub threshold: usize,
    /// Its members.
    pub members: Vec<Member>,
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub(super) logs: Vec<VerifierKey>,
    pub(super) log_urls: Vec<Option<String>>,
    pub(super) witnesses: Vec<PolicyWitness>,
    pub(super) groups: Vec<PolicyGroup>,
    pub(super) quorum: Option<Member>,
}

/// A witness and when it last cosigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What the policy calls it.
    pub name: String,
    /// Its key.
    pub key: VerifierKey,
    /// When it cosigned, the latest time where it did so more than once; nothing where it didn't.
    pub time: Option<Moment>,
}

/// How many of a group's members count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupCount {
    /// What the policy calls it.
    pub name: String,
    /// How many count.
    pub found: usize,
    /// How many it takes.
    pub needed: usize,
    /// How many it has.
    pub of: usize,
}

/// What a policy says of a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The checkpoint, signed by a log of the policy.
    pub checkpoint: VerifiedCheckpoint,
    /// Every witness of the policy.
    pub witnesses: Vec<Seen>,
    /// Every group of the policy.
    pub groups: Vec<GroupCount>,
    /// Whether the quorum is there.
    pub quorum: bool,
}

impl Verdict {
    /// How many of the policy's witnesses cosigned, and how many there are.
    #[must_use]
    pub fn seen(&self) -> (usize, usize) {
        let cosigned = self.witnesses.iter().filter(|seen| seen.time.is_some());
        (cosigned.count(), self.witnesses.len())
    }
}

impl Policy {
    /// The logs' keys.
    #[must_use]
    pub fn log_keys(&self) -> &[VerifierKey] {
        &self.logs
    }

    /// The logs, with their URLs.
    pub fn logs(&self) -> impl Iterator<Item = PolicyLog> {
        self.logs
            .iter()
            .zip(&self.log_urls)
            .map(|(key, url)| PolicyLog {
                key: key.clone(),
                url: url.clone(),
            })
    }

    /// The witnesses.
    #[must_use]
    pub fn witnesses(&self) -> &[PolicyWitness] {
        &self.witnesses
    }

    /// The groups; members stand before the groups that name them.
    #[must_use]
    pub fn groups(&self) -> &[PolicyGroup] {
        &self.groups
    }

    /// Who must have cosigned; nothing where nobody needs to.
    #[must_use]
    pub const fn quorum(&self) -> Option<Member> {
        self.quorum
    }

    /// Checks a checkpoint's signatures and counts. A policy may name no log where the log is known
    /// from elsewhere: `known` are such keys.
    ///
    /// # Errors
    /// [`CheckpointVerifyError`] where no known key of the log signed, or a known signature fails.
    /// A quorum that isn't there is no error but [`Verdict::quorum`].
    pub fn evaluate(
        &self,
        checkpoint: &SignedCheckpoint,
        known: &[VerifierKey],
    ) -> Result<Verdict, CheckpointVerifyError> {
        let logs = [self.logs.as_slice(), known].concat();
        let witnesses = self.witnesses.iter().map(|witness| &witness.key);
        let checkpoint = checkpoint.verify_any(&logs, witnesses)?;
        let witnesses: Vec<Seen> = self
            .witnesses
            .iter()
            .map(|witness| Seen {
                name: witness.name.clone(),
                key: witness.key.clone(),
                time: checkpoint.time_of(&witness.key),
            })
            .collect();
        let groups = self.count(&witnesses);
        let quorum = self
            .quorum
            .is_none_or(|member| counts(member, &witnesses, &groups));
        Ok(Verdict {
            checkpoint,
            witnesses,
            groups,
            quorum,
        })
    }

    fn count(&self, witnesses: &[Seen]) -> Vec<GroupCount> {
        let mut counted: Vec<GroupCount> = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            let found = group
                .members
                .iter()
                .filter(|member| counts(**member, witnesses, &counted));
            counted.push(GroupCount {
                name: group.name.clone(),
                found: found.count(),
                needed: group.threshold,
                of: group.members.len(),
            });
        }
        counted
    }
}

fn counts(member: Member, witnesses: &[Seen], groups: &[GroupCount]) -> bool {
    match member {
        Member::Witness(place) => witnesses[place].time.is_some(),
        Member::Group(place) => groups[place].found >= groups[place].needed,
    }
}
