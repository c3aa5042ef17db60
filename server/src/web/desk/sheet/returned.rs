//! A file of signed texts held against the sheet that they were taken from: what differs is said by row,
//! and nothing of such a file is kept.

use crate::apart::Waiting;
use crate::people::Person;
use crate::verify::LINE_BYTES_MAX;
use ed25519_dalek::VerifyingKey;
use ledger::SignatureLine;
use ledger::field::{Identity, KeyId, MemberName};
use ledger::key::holds;
use std::collections::{BTreeMap, HashMap};

/// Faults of a file that its page lists: who sees twenty of a kind knows what went wrong.
const FAULTS_SHOWN: usize = 20;

/// Whose keys may sign a sheet, by their ids.
#[derive(Debug)]
pub(super) struct Signers {
    pub(super) member: MemberName,
    pub(super) keys: HashMap<KeyId, (Person, VerifyingKey)>,
}

/// What is wrong with a file that came back. Lines and rows are counted from 1; 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) line: u64,
    pub(super) row: u64,
    pub(super) code: &'static str,
}

/// The first faults of a file, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) shown: Vec<Fault>,
    pub(super) count: u64,
}

/// A key's signatures below every row, in the rows' order.
pub(super) type Given = (KeyId, Vec<[u8; 64]>);

/// Holds a file against a sheet's texts: every text is there, once and unchanged, and whoever signed one
/// signed all, with one key. Gives the signatures, all of which hold; or what is wrong.
pub(super) fn compare(
    file: &[u8],
    texts: &[String],
    signers: &Signers,
) -> Result<Vec<Given>, Faults> {
    let identities = texts.iter().map(|text| Identity::of(text));
    let mut comparing = Comparing {
        signers,
        rows: identities.zip(0..).collect(),
        seen: vec![false; texts.len()],
        given: BTreeMap::new(),
        faults: Faults::default(),
    };
    let lines = file.split(|byte| *byte == b'\n');
    for (number, line) in (1..).zip(lines) {
        if !line.trim_ascii().is_empty() {
            comparing.line(number, line);
        }
    }
    comparing.done()
}

struct Comparing<'a> {
    signers: &'a Signers,
    rows: HashMap<Identity, usize>,
    seen: Vec<bool>,
    given: BTreeMap<KeyId, Vec<Option<[u8; 64]>>>,
    faults: Faults,
}

impl Comparing<'_> {
    fn line(&mut self, number: u64, line: &[u8]) {
        let fault = |row, code| Fault {
            line: number,
            row,
            code,
        };
        let Some(waiting) = read(line) else {
            return self.faults.add(fault(0, "unreadable"));
        };
        let text = waiting.entry.to_text();
        let Some(at) = self.rows.get(&Identity::of(&text)).copied() else {
            return self.faults.add(fault(0, "differs"));
        };
        let row = at as u64 + 1;
        if std::mem::replace(&mut self.seen[at], true) {
            return self.faults.add(fault(row, "repeated"));
        }
        for line in &waiting.lines {
            if let Err(code) = self.signature(at, &text, line) {
                self.faults.add(fault(row, code));
            }
        }
    }

    fn signature(
        &mut self,
        at: usize,
        text: &str,
        line: &SignatureLine,
    ) -> Result<(), &'static str> {
        let known = self.signers.keys.get(&line.id);
        let (person, key) = known
            .filter(|_| line.name == self.signers.member)
            .ok_or("foreign")?;
        if !holds(key, text.as_bytes(), &line.signature) {
            return Err("broken");
        }
        let rows = self.seen.len();
        let other = self.given.keys().filter(|id| **id != line.id);
        let mut others = other.filter_map(|id| self.signers.keys.get(id));
        if others.any(|(other, _)| other.account == person.account) {
            return Err("two-keys");
        }
        let given = self
            .given
            .entry(line.id)
            .or_insert_with(|| vec![None; rows]);
        given[at] = Some(line.signature);
        Ok(())
    }

    fn done(mut self) -> Result<Vec<Given>, Faults> {
        let fault = |at: usize, code| Fault {
            line: 0,
            row: at as u64 + 1,
            code,
        };
        for (at, seen) in self.seen.iter().enumerate() {
            if !seen {
                self.faults.add(fault(at, "missing"));
            } else if self.given.values().any(|given| given[at].is_none()) {
                self.faults.add(fault(at, "unsigned"));
            }
        }
        if self.faults.count > 0 {
            return Err(self.faults);
        }
        let whole = self
            .given
            .into_iter()
            .map(|(key, given)| (key, given.into_iter().flatten().collect()));
        Ok(whole.collect())
    }
}

fn read(line: &[u8]) -> Option<Waiting> {
    if line.len() as u64 > LINE_BYTES_MAX {
        return None;
    }
    Waiting::parse(std::str::from_utf8(line).ok()?).ok()
}

impl Faults {
    fn add(&mut self, fault: Fault) {
        self.count += 1;
        if self.shown.len() < FAULTS_SHOWN {
            self.shown.push(fault);
        }
    }
}
