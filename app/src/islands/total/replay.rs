//! The replay of a log, entry by entry: the tree, the signatures, the money.

use ed25519_dalek::VerifyingKey;
use ledger::field::{Identity, KeyId, LedgerName, MemberName, ProgrammeName, PublicKey};
use ledger::key::key_id;
use ledger::log::{Checkpoint, Edge, leaf_hash};
use ledger::{Entry, Month, Note, Terms};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::Word;
use super::books::{Books, Fault};
use super::figures::{Figure, Writing};
use crate::islands::told::{self, Message, State, line};

/// A check on the log and its outcome.
pub type Line = told::Line<Word>;

/// An entry that is wrong.
struct Wrong {
    index: u64,
    kind: String,
    identity: String,
    fault: Fault,
}

/// A log as far as it was read.
pub struct Replay {
    /// How many entries the page counts: those behind them are hashed and not added up.
    entries: u64,
    edge: Edge,
    books: Books,
    keys: HashMap<(MemberName, KeyId), VerifyingKey>,
    seen: HashSet<Identity>,
    /// The ledger's name, which its second entry is the first to say.
    ledger: Option<LedgerName>,
    /// The identity of the genesis.
    genesis: String,
    signatures: u64,
    wrong: Option<Wrong>,
}

impl Replay {
    /// Before the first entry; the first `entries` of them are added up for one programme.
    #[must_use]
    pub fn new(programme: ProgrammeName, entries: u64) -> Self {
        Self {
            entries,
            edge: Edge::new(),
            books: Books::new(programme),
            keys: HashMap::new(),
            seen: HashSet::new(),
            ledger: None,
            genesis: String::new(),
            signatures: 0,
            wrong: None,
        }
    }

    /// How many entries were read.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.edge.size()
    }

    /// Reads the next entry. After the first that is wrong the others are hashed only, so that it
    /// can still be said whether the log's key stands for it.
    pub fn take(&mut self, entry: &[u8]) {
        let index = self.edge.size();
        self.edge.append(leaf_hash(entry));
        if index >= self.entries || self.wrong.is_some() {
            return;
        }
        let note = Note::parse(entry);
        let known = note.as_ref().ok();
        let kind = known.map(|note| note.kind().word().to_owned());
        let identity = known.map(|note| note.identity().to_string());
        let judged = note
            .map_err(|error| error.code())
            .and_then(|note| self.judge(index, note));
        self.wrong = judged.err().map(|fault| Wrong {
            index,
            kind: kind.unwrap_or_default(),
            identity: identity.unwrap_or_default(),
            fault,
        });
    }

    fn judge(&mut self, index: u64, note: Note) -> Result<(), Fault> {
        let identity = note.identity();
        if !self.seen.insert(identity) {
            return Err("already-admitted");
        }
        self.belongs_here(index, &note)?;
        let keys = &self.keys;
        let known = |name: &MemberName, id| keys.get(&(name.clone(), id)).copied();
        let note = note.verify(known).map_err(|error| error.code())?;
        let entry = note.note().entry();
        let mut names = note.signatures().map(|(line, _)| &line.name);
        if entry.programme().is_some() && !names.any(|name| name == entry.author()) {
            return Err("signer-foreign");
        }
        self.signatures += note.signatures().count() as u64;
        self.learn(entry);
        self.books.post(identity, entry)
    }

    /// Every entry names the ledger, whose name ends in the identity of its genesis.
    fn belongs_here(&mut self, index: u64, note: &Note) -> Result<(), Fault> {
        let Some(ledger) = note.entry().ledger() else {
            self.genesis = note.identity().to_string();
            return if index == 0 {
                Ok(())
            } else {
                Err("genesis-exists")
            };
        };
        if let Some(known) = &self.ledger {
            return if known == ledger {
                Ok(())
            } else {
                Err("ledger-differs")
            };
        }
        let name = ledger.to_string();
        let digest = name.rsplit_once('/').map_or("", |(_, digest)| digest);
        if digest.is_empty() || !self.genesis.starts_with(digest) {
            return Err("ledger-differs");
        }
        self.ledger = Some(ledger.clone());
        Ok(())
    }

    /// Adds the keys that an entry enrols.
    fn learn(&mut self, entry: &Entry) {
        let Some((member, keys)) = entry.enrols() else {
            return;
        };
        let publics = keys.iter().map(|key| &key.public);
        for public in publics.chain(recovery(entry)) {
            if let Ok(key) = VerifyingKey::from_bytes(public.bytes()) {
                let place = (member.clone(), key_id(member, public));
                self.keys.entry(place).or_insert(key);
            }
        }
    }

    /// What the log came to at its end, held to its checkpoint and to the page.
    #[must_use]
    pub fn told(
        &self,
        checkpoint: &Checkpoint,
        figures: &[Figure],
        writing: &Writing,
    ) -> Vec<Line> {
        let mut lines = vec![self.root(checkpoint, writing)];
        lines.extend(self.wrong.as_ref().map(|wrong| entry_bad(wrong, writing)));
        if self.wrong.is_some() || self.size() < self.entries {
            lines.push(line(State::Open, Word::NotCompared, Vec::new()));
            return lines;
        }
        let counted = ("entries", writing.count(self.entries));
        let signatures = ("signatures", writing.count(self.signatures));
        lines.push(line(
            State::Holds,
            Word::Entries,
            vec![counted.clone(), signatures],
        ));
        let steps = writing.count(self.books.steps() as u64);
        lines.push(line(State::Holds, Word::Money, vec![("steps", steps)]));
        let differing: Vec<Line> = figures
            .iter()
            .filter_map(|figure| self.differs(figure, writing))
            .collect();
        if differing.is_empty() {
            let count = ("count", writing.count(figures.len() as u64));
            lines.push(line(State::Holds, Word::Same, vec![count, counted]));
        }
        lines.extend(differing);
        lines
    }

    /// The programme's totals by month so far.
    ///
    /// # Errors
    /// The code of what is wrong with the first entry that is.
    pub fn months(&self) -> Result<&BTreeMap<Month, Terms>, &'static str> {
        match &self.wrong {
            None => Ok(&self.books.months),
            Some(wrong) => Err(wrong.fault),
        }
    }

    /// What the entries say that a figure is; nothing where one is wrong or not all were read.
    #[must_use]
    pub fn figure(&self, figure: &Figure) -> Option<ledger::Minor> {
        let whole = self.months().ok().filter(|_| self.size() >= self.entries);
        whole.map(|months| figure.by_entries(months))
    }

    fn root(&self, checkpoint: &Checkpoint, writing: &Writing) -> Line {
        let size = ("size", writing.count(checkpoint.size));
        let same = self.size() == checkpoint.size && self.edge.root() == checkpoint.root;
        if same {
            let log = ("log", checkpoint.origin.to_string());
            line(State::Holds, Word::Root, vec![size, log])
        } else {
            line(State::Fails, Word::RootBad, vec![size])
        }
    }

    fn differs(&self, figure: &Figure, writing: &Writing) -> Option<Line> {
        let by_entries = self.figure(figure)?;
        let values = vec![
            ("figure", figure.label.clone()),
            ("page", writing.amount(figure.minor)),
            ("entries", writing.amount(by_entries)),
        ];
        (by_entries != figure.minor).then(|| line(State::Fails, Word::Differs, values))
    }
}

fn entry_bad(wrong: &Wrong, writing: &Writing) -> Line {
    let values = vec![
        ("index", writing.count(wrong.index)),
        ("kind", wrong.kind.clone()),
        ("identity", wrong.identity.clone()),
        ("why", wrong.fault.to_owned()),
    ];
    // What can't be read has no kind and no identity.
    let word = if wrong.kind.is_empty() {
        Word::EntryUnreadable
    } else {
        Word::EntryBad
    };
    line(State::Fails, word, values)
}

/// The message that says what a fault's code means; nothing where the page has none.
#[must_use]
pub fn meaning(fault: &str) -> Option<Word> {
    let own = |id: &str| id.strip_prefix("refusal-") == Some(fault);
    let known = Word::EVERY.iter().find(|(_, id, _)| own(id));
    known.map(|(word, ..)| *word)
}

fn recovery(entry: &Entry) -> Option<&PublicKey> {
    match entry {
        Entry::Genesis(genesis) => Some(&genesis.recovery),
        Entry::MemberActivate(activate) => Some(&activate.recovery),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a note is refused with before its signatures are looked at.
    const NOTE_FAULTS: [&str; 5] = [
        "malformed",
        "kind-unknown",
        "version-unknown",
        "note-too-long",
        "signature-lines",
    ];

    #[test]
    fn every_fault_has_words_in_the_page() {
        let source = concat!(include_str!("books.rs"), include_str!("replay.rs"));
        let quoted = source.split('"').skip(1).step_by(2);
        let faults: Vec<&str> = quoted
            .filter(|text| ledger::Refusal::CODES.contains(text))
            .chain(NOTE_FAULTS)
            .chain(["signature-invalid", "key-unknown"])
            .collect();
        assert!(faults.len() > 40, "the search finds the faults: {faults:?}");
        for fault in faults {
            assert!(meaning(fault).is_some(), "nothing says {fault}");
        }
    }
}
