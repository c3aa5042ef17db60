//! Policies: which logs are known, and whose cosignatures a checkpoint needs (C2SP tlog-policy,
//! draft).
//!
//! In scope: reading a policy file and counting. Not in scope: asking anybody; an URL is kept as it
//! stands. Narrower than the draft: the file is UTF-8, keys are of the types 01 for logs and 04 for
//! witnesses, and one public key can't be both a log's and a witness's.

use super::checkpoint::{CheckpointVerifyError, SignedCheckpoint, VerifiedCheckpoint};
use super::key::{KeyKind, VerifierKey};
use super::note::LOG_SIGNATURES_MAX;
use crate::field::{Field, Moment, decimal};

/// Bytes of a policy file: 192 lines of 300 bytes and comments.
pub const POLICY_BYTES_MAX: usize = 128 * 1024;

/// Logs, witnesses and groups of one policy, each: the draft asks for 32, and a checkpoint has no
/// more signature lines than this.
pub const POLICY_ITEMS_MAX: usize = LOG_SIGNATURES_MAX;

/// The predefined name of a quorum that needs nobody.
const NONE: &str = "none";

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
    logs: Vec<VerifierKey>,
    log_urls: Vec<Option<String>>,
    witnesses: Vec<PolicyWitness>,
    groups: Vec<PolicyGroup>,
    quorum: Option<Member>,
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
    /// Reads a policy file.
    ///
    /// # Errors
    /// [`PolicyError`] with the line and what is wrong with it.
    pub fn parse(bytes: &[u8]) -> Result<Self, PolicyError> {
        let mut reading = Reading::default();
        if bytes.len() > POLICY_BYTES_MAX {
            return Err(reading.error(PolicyProblem::TooLong));
        }
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            reading.line += 1;
            reading
                .read(line)
                .map_err(|problem| reading.error(problem))?;
        }
        reading.line += 1;
        match reading.quorum {
            Some(quorum) => Ok(Self {
                quorum,
                ..reading.policy
            }),
            None => Err(reading.error(PolicyProblem::QuorumMissing)),
        }
    }

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

/// A policy while its lines are read.
struct Reading {
    line: usize,
    policy: Policy,
    /// The lines on which the logs' and witnesses' keys stand.
    keys: Vec<(VerifierKey, usize)>,
    /// The members of groups so far.
    joined: Vec<Member>,
    quorum: Option<Option<Member>>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            line: 0,
            policy: Policy {
                logs: Vec::new(),
                log_urls: Vec::new(),
                witnesses: Vec::new(),
                groups: Vec::new(),
                quorum: None,
            },
            keys: Vec::new(),
            joined: Vec::new(),
            quorum: None,
        }
    }
}

impl Reading {
    const fn error(&self, problem: PolicyProblem) -> PolicyError {
        PolicyError {
            line: self.line,
            problem,
        }
    }

    fn read(&mut self, line: &[u8]) -> Result<(), PolicyProblem> {
        let line = line.strip_suffix(b"\n").ok_or(PolicyProblem::NoLineFeed)?;
        let line = std::str::from_utf8(line).map_err(|_| PolicyProblem::Bytes)?;
        if line
            .bytes()
            .any(|byte| (byte < b' ' && byte != b'\t') || byte == 0x7f)
        {
            return Err(PolicyProblem::Bytes);
        }
        let items: Vec<&str> = line
            .split([' ', '\t'])
            .filter(|item| !item.is_empty())
            .collect();
        match items.as_slice() {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", rest @ ..] => self.log(rest),
            ["witness", rest @ ..] => self.witness(rest),
            ["group", rest @ ..] => self.group(rest),
            ["quorum", rest @ ..] => self.quorum(rest),
            [other, ..] => Err(PolicyProblem::Keyword((*other).to_owned())),
        }
    }

    fn log(&mut self, items: &[&str]) -> Result<(), PolicyProblem> {
        let ([key], url) = items
            .split_first_chunk()
            .ok_or(PolicyProblem::Form("log <key> [<url>]"))?;
        let url = at_most_one(url, "log <key> [<url>]")?;
        let key = self.key(key, KeyKind::Ed25519)?;
        room(&self.policy.logs)?;
        self.policy.logs.push(key);
        self.policy.log_urls.push(url);
        Ok(())
    }

    fn witness(&mut self, items: &[&str]) -> Result<(), PolicyProblem> {
        const FORM: &str = "witness <name> <key> [<url>]";
        let ([name, key], url) = items.split_first_chunk().ok_or(PolicyProblem::Form(FORM))?;
        let url = at_most_one(url, FORM)?;
        let name = self.new_name(name)?;
        let key = self.key(key, KeyKind::Cosignature)?;
        room(&self.policy.witnesses)?;
        self.policy.witnesses.push(PolicyWitness { name, key, url });
        Ok(())
    }

    fn group(&mut self, items: &[&str]) -> Result<(), PolicyProblem> {
        let ([name, threshold], names) = items
            .split_first_chunk()
            .filter(|(_, names)| !names.is_empty())
            .ok_or(PolicyProblem::Form("group <name> <k|any|all> <member>..."))?;
        let name = self.new_name(name)?;
        let mut members = Vec::with_capacity(names.len());
        for name in names {
            let member = self.named(name)?;
            if self.joined.contains(&member) {
                return Err(PolicyProblem::MemberTwice((*name).to_owned()));
            }
            self.joined.push(member);
            members.push(member);
        }
        let threshold = match *threshold {
            "any" => Some(1),
            "all" => Some(members.len()),
            number => decimal(number).and_then(|number| usize::try_from(number).ok()),
        };
        let threshold = threshold
            .filter(|threshold| (1..=members.len()).contains(threshold))
            .ok_or(PolicyProblem::Threshold(members.len()))?;
        room(&self.policy.groups)?;
        self.policy.groups.push(PolicyGroup {
            name,
            threshold,
            members,
        });
        Ok(())
    }

    fn quorum(&mut self, items: &[&str]) -> Result<(), PolicyProblem> {
        let [name] = items else {
            return Err(PolicyProblem::Form("quorum <name|none>"));
        };
        if self.quorum.is_some() {
            return Err(PolicyProblem::QuorumTwice);
        }
        self.quorum = Some(match *name {
            NONE => None,
            name => Some(self.named(name)?),
        });
        Ok(())
    }

    /// A key that no line before has, of the kind that this line takes.
    fn key(&mut self, text: &str, kind: KeyKind) -> Result<VerifierKey, PolicyProblem> {
        let key = VerifierKey::parse(text).map_err(|error| PolicyProblem::Key(error.wanted))?;
        if key.kind() != kind {
            return Err(PolicyProblem::KeyKind);
        }
        let twin = self
            .keys
            .iter()
            .find(|(other, _)| other.public() == key.public());
        if let Some((_, line)) = twin {
            return Err(PolicyProblem::KeyTwice(*line));
        }
        self.keys.push((key.clone(), self.line));
        Ok(key)
    }

    fn new_name(&self, name: &str) -> Result<String, PolicyProblem> {
        if name == NONE || self.named(name).is_ok() {
            Err(PolicyProblem::NameTaken(name.to_owned()))
        } else {
            Ok(name.to_owned())
        }
    }

    fn named(&self, name: &str) -> Result<Member, PolicyProblem> {
        let witnesses = self.policy.witnesses.iter();
        let witness = witnesses
            .map(|witness| &witness.name)
            .position(|other| other == name)
            .map(Member::Witness);
        let groups = self.policy.groups.iter();
        let group = groups
            .map(|group| &group.name)
            .position(|other| other == name)
            .map(Member::Group);
        witness
            .or(group)
            .ok_or_else(|| PolicyProblem::NameUnknown(name.to_owned()))
    }
}

fn at_most_one(items: &[&str], form: &'static str) -> Result<Option<String>, PolicyProblem> {
    match items {
        [] => Ok(None),
        [url] => Ok(Some((*url).to_owned())),
        _ => Err(PolicyProblem::Form(form)),
    }
}

const fn room<T>(items: &[T]) -> Result<(), PolicyProblem> {
    if items.len() < POLICY_ITEMS_MAX {
        Ok(())
    } else {
        Err(PolicyProblem::TooMany)
    }
}
