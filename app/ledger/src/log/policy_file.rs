//! Reading a policy file, line by line (C2SP tlog-policy, draft).

use super::key::{KeyKind, VerifierKey};
use super::policy::{
    Member, POLICY_BYTES_MAX, POLICY_ITEMS_MAX, Policy, PolicyError, PolicyGroup, PolicyProblem,
    PolicyWitness,
};
use crate::field::{Field, decimal};

/// The predefined name of a quorum that needs nobody.
const NONE: &str = "none";

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
