//! The checks on proofs of entries, without a browser.
//!
//! In scope: whether a proof's entry is well-formed, signed, and in a log whose checkpoint is one to
//! trust. Not in scope: whether the entry keeps the rules and whether its keys were still in force,
//! which take the whole log ([`ledger::admit`]); where the bytes come from.

use ledger::field::{KeyId, MemberName, PublicKey};
use ledger::log::{KeyKind, KeyName, LogProof, Policy, VerifierKey};
use ledger::{Note, SignatureLine};

use super::{Chosen, Word};
use crate::islands::told::{self, line};
use crate::islands::trust::{self, Saying};

pub use crate::islands::told::State;

/// One check on an entry and its outcome.
pub type Line = told::Line<Word>;

/// What is said of its checkpoint.
const SAYING: Saying<Word> = Saying {
    log: Word::Log,
    log_bad: Word::LogBad,
    witness: Word::Witness,
    quorum: Word::Quorum,
    quorum_none: Word::QuorumNone,
    quorum_bad: Word::QuorumBad,
};

/// The checks on one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What the file is called; empty where it was fetched.
    pub name: String,
    /// What was checked, in the order in which it's told.
    pub lines: Vec<Line>,
}

/// A key that an entry of the log enrols.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Enrolled {
    name: MemberName,
    id: KeyId,
    public: PublicKey,
    /// The enrolling entry's place in the log.
    index: u64,
}

/// A signature line whose key no proof at hand enrols: whoever can fetch does so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The member's name.
    pub name: String,
    /// The key's ID.
    pub id: String,
}

/// Checks each of `files`, with what `files` and `more` enrol, against what is `trusted`: a
/// log's key, or a tlog-policy. Where the page is about one entry, `identity` is its address.
#[must_use]
pub fn check(files: &[Chosen], more: &[Vec<u8>], trusted: &str, identity: &str) -> Vec<Report> {
    let policy = match trust::policy(trusted) {
        Ok(policy) => policy,
        Err(why) => {
            let bad = line(State::Fails, Word::TrustBad, Vec::new()).because(why);
            return vec![Report {
                name: String::new(),
                lines: vec![bad],
            }];
        }
    };
    let bytes = files.iter().map(|file| file.bytes.as_slice());
    let bytes = bytes.chain(more.iter().map(Vec::as_slice));
    let enrolled: Vec<Enrolled> = bytes.flat_map(|proof| enrolled(proof, &policy)).collect();
    let report = |file: &Chosen| Report {
        name: file.name.clone(),
        lines: of_proof(&file.bytes, &policy, &enrolled, identity),
    };
    files.iter().map(report).collect()
}

/// The signature lines of these files whose keys none of them enrols.
#[must_use]
pub fn missing(files: &[Chosen]) -> Vec<Missing> {
    let notes: Vec<Note> = files
        .iter()
        .filter_map(|file| note_of(&file.bytes))
        .collect();
    let known = |line: &SignatureLine| notes.iter().any(|note| brings(note, line).is_some());
    let mut missing = Vec::new();
    for line in notes
        .iter()
        .flat_map(Note::lines)
        .filter(|line| !known(line))
    {
        let one = Missing {
            name: line.name.to_string(),
            id: line.id.to_string(),
        };
        if !missing.contains(&one) {
            missing.push(one);
        }
    }
    missing
}

/// The note that a proof carries, if it reads.
fn note_of(proof: &[u8]) -> Option<Note> {
    Note::parse(&LogProof::parse(proof).ok()?.extra?).ok()
}

/// The keys that a proof's entry enrols: only where it is in a log that the policy trusts.
fn enrolled(proof: &[u8], policy: &Policy) -> Vec<Enrolled> {
    let Ok(proof) = LogProof::parse(proof) else {
        return Vec::new();
    };
    let note = proof
        .extra
        .as_deref()
        .and_then(|note| Note::parse(note).ok());
    let Some(note) = note else {
        return Vec::new();
    };
    let trusted = policy
        .evaluate(&proof.checkpoint, &[])
        .is_ok_and(|verdict| verdict.quorum);
    let included = proof.leads(note.bytes()).is_ok();
    let Some((name, keys)) = note.entry().enrols().filter(|_| trusted && included) else {
        return Vec::new();
    };
    let enrolled = keys.iter().map(|key| Enrolled {
        name: name.clone(),
        id: ledger::key::key_id(name, &key.public),
        public: key.public,
        index: proof.index,
    });
    enrolled.collect()
}

fn of_proof(bytes: &[u8], policy: &Policy, enrolled: &[Enrolled], identity: &str) -> Vec<Line> {
    let proof = match LogProof::parse(bytes) {
        Ok(proof) => proof,
        Err(error) => {
            return vec![line(State::Fails, Word::ProofBad, Vec::new()).because(error)];
        }
    };
    let mut lines = Vec::new();
    match proof.extra.as_deref() {
        None => lines.push(line(State::Open, Word::NoteMissing, Vec::new())),
        Some(bytes) => {
            of_note(bytes, proof.index, enrolled, identity, &mut lines);
            lines.push(inclusion(&proof, bytes));
        }
    }
    lines.extend(trust::judge(&proof.checkpoint, policy, &SAYING));
    lines
}

fn of_note(bytes: &[u8], index: u64, enrolled: &[Enrolled], identity: &str, lines: &mut Vec<Line>) {
    let note = match Note::parse(bytes) {
        Ok(note) => note,
        Err(error) => {
            lines.push(line(State::Fails, Word::FormBad, Vec::new()).because(error));
            return;
        }
    };
    let kind = ("kind", note.kind().word().to_owned());
    let author = ("author", note.entry().author().to_string());
    lines.push(line(State::Holds, Word::Form, vec![kind, author]));
    let own = note.identity().to_string();
    lines.push(match identity {
        "" => line(State::Holds, Word::Identity, vec![("identity", own)]),
        asked if asked == own => line(State::Holds, Word::IdentitySame, Vec::new()),
        _ => line(State::Fails, Word::IdentityBad, vec![("identity", own)]),
    });
    lines.extend(
        note.lines()
            .iter()
            .map(|one| signature(&note, one, index, enrolled)),
    );
}

/// The key on this line, where the note's own text enrols it.
fn brings(note: &Note, line: &SignatureLine) -> Option<PublicKey> {
    let (name, keys) = note.entry().enrols()?;
    let own = keys
        .iter()
        .find(|key| ledger::key::key_id(name, &key.public) == line.id);
    own.filter(|_| *name == line.name).map(|key| key.public)
}

fn signature(note: &Note, one: &SignatureLine, index: u64, enrolled: &[Enrolled]) -> Line {
    let mut values = vec![("name", one.name.to_string()), ("key", one.id.to_string())];
    // A key signs only what comes after its enrolment.
    let known = enrolled
        .iter()
        .find(|key| key.name == one.name && key.id == one.id && key.index < index);
    let (word, public) = match (brings(note, one), known) {
        (Some(own), _) => (Word::SignatureOwn, own),
        (None, Some(key)) => {
            values.push(("index", key.index.to_string()));
            (Word::Signature, key.public)
        }
        (None, None) => return line(State::Open, Word::SignatureOpen, values),
    };
    let key = VerifierKey::new(KeyName::from(&one.name), KeyKind::Ed25519, public);
    match key.check(note.text(), &one.signature) {
        Some(_) => line(State::Holds, word, values),
        None => line(State::Fails, Word::SignatureBad, values),
    }
}

fn inclusion(proof: &LogProof, note: &[u8]) -> Line {
    let checkpoint = proof.checkpoint.checkpoint();
    let mut values = vec![
        ("index", proof.index.to_string()),
        ("size", checkpoint.size.to_string()),
    ];
    match proof.leads(note) {
        Ok(()) => {
            values.push(("log", checkpoint.origin.to_string()));
            line(State::Holds, Word::Included, values)
        }
        Err(error) => line(State::Fails, Word::IncludedBad, values).because(error),
    }
}
