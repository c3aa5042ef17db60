//! Receipts held against the log: whether what was answered is what the log then did.
//!
//! In scope: each answer, while the log is replayed. Not in scope: the receipt's own signature,
//! which is checked before, and the proofs that evidence needs, which whoever reads the log makes.

use super::keyring::Keyring;
use ed25519_dalek::VerifyingKey;
use ledger::field::{Identity, KeyId, MemberName, Moment};
use ledger::log::{AnswerLine, INCLUSION_SECONDS, SignedAnswers, submission_identity};
use ledger::{Entry, Facts, Note, admit};

/// An answer's place in the receipts that were given: which receipt, and which line, from 0.
pub type AnswerPlace = (usize, usize);

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The accepted entry stands where the answer says.
    Stands,
    /// The log doesn't reach as far yet.
    Awaited,
    /// Another entry stands there.
    WrongLeaf {
        /// What stands there.
        found: Identity,
        /// Its bytes.
        note: Vec<u8>,
    },
    /// A tick long after the answer stands before the accepted index.
    Clock {
        /// The tick's index.
        tick: u64,
        /// Its bytes.
        note: Vec<u8>,
    },
    /// The rules refuse the submission with the same code.
    RefusedRightly,
    /// The rules judge the submission otherwise: with this code, or they admit it.
    JudgedOtherwise {
        /// The submission.
        submission: Vec<u8>,
        /// The code, where they refuse it too.
        code: Option<&'static str>,
    },
    /// The submission that was refused isn't at hand, or the log doesn't reach as far.
    NotJudged,
}

/// An answer while the log is replayed.
#[derive(Debug)]
struct Claim {
    place: AnswerPlace,
    time: Moment,
    line: AnswerLine,
    kept: Kept,
}

/// The answers of any number of receipts.
#[derive(Debug)]
pub struct Receipts {
    claims: Vec<Claim>,
    submissions: Vec<Vec<u8>>,
}

impl Receipts {
    /// All answers of these receipts, and the submissions that were refused, as far as they are at
    /// hand.
    #[must_use]
    pub fn new(receipts: &[SignedAnswers], submissions: Vec<Vec<u8>>) -> Self {
        let mut claims = Vec::new();
        for (receipt, signed) in receipts.iter().enumerate() {
            let answers = signed.answers();
            for (place, line) in answers.lines.iter().enumerate() {
                claims.push(Claim {
                    place: (receipt, place),
                    time: answers.time,
                    line: line.clone(),
                    kept: match line {
                        AnswerLine::Accepted { .. } => Kept::Awaited,
                        AnswerLine::Refused { .. } => Kept::NotJudged,
                    },
                });
            }
        }
        let mut receipts = Self {
            claims,
            submissions,
        };
        receipts.judge(&Facts::default(), 0);
        receipts
    }

    /// Looks at the next entry of the log, with the facts after it.
    pub fn look(&mut self, index: u64, note: &Note, facts: &Facts) {
        let tick = match note.entry() {
            Entry::Tick(tick) => Some(tick.time),
            _ => None,
        };
        for claim in &mut self.claims {
            claim.accepted(index, note, tick);
        }
        self.judge(facts, index + 1);
    }

    /// Judges what was refused at this size of the ledger.
    fn judge(&mut self, facts: &Facts, size_now: u64) {
        for claim in &mut self.claims {
            let AnswerLine::Refused {
                identity,
                code,
                size,
            } = &claim.line
            else {
                continue;
            };
            let own = |bytes: &&Vec<u8>| submission_identity(bytes) == *identity;
            if *size != size_now {
                continue;
            }
            let Some(submission) = self.submissions.iter().find(own) else {
                continue;
            };
            let judged = judge(facts, submission);
            claim.kept = if judged == Some(code.as_str()) {
                Kept::RefusedRightly
            } else {
                Kept::JudgedOtherwise {
                    submission: submission.clone(),
                    code: judged,
                }
            };
        }
    }

    /// What became of every answer.
    pub fn finish(self) -> impl Iterator<Item = (AnswerPlace, Kept)> {
        self.claims
            .into_iter()
            .map(|claim| (claim.place, claim.kept))
    }
}

impl Claim {
    /// Holds an accepted answer against an entry; what was found first stays.
    fn accepted(&mut self, now: u64, note: &Note, tick: Option<Moment>) {
        let AnswerLine::Accepted { identity, index } = &self.line else {
            return;
        };
        if self.kept != Kept::Awaited {
            return;
        }
        if now == *index {
            self.kept = if note.identity() == *identity {
                Kept::Stands
            } else {
                Kept::WrongLeaf {
                    found: note.identity(),
                    note: note.bytes().to_vec(),
                }
            };
        } else if now < *index && tick.is_some_and(|tick| past(self.time, tick)) {
            self.kept = Kept::Clock {
                tick: now,
                note: note.bytes().to_vec(),
            };
        }
    }
}

/// Whether more than the time for inclusion lies between two moments.
const fn past(answered: Moment, later: Moment) -> bool {
    later.seconds().saturating_sub(answered.seconds()) > INCLUSION_SECONDS
}

/// The code with which a submission is refused after these facts; nothing where it is admitted.
fn judge(facts: &Facts, submission: &[u8]) -> Option<&'static str> {
    let note = match Note::parse(submission) {
        Ok(note) => note,
        Err(error) => return Some(error.code()),
    };
    let mut own = Keyring::default();
    own.learn(note.entry());
    let find = |member: &MemberName, id: KeyId| {
        let enrolled = facts.keys.get(&(member.clone(), id));
        let key = enrolled.and_then(|key| VerifyingKey::from_bytes(key.public.bytes()).ok());
        key.or_else(|| own.find(member, id))
    };
    match note.verify(find) {
        Err(error) => Some(error.code()),
        Ok(verified) => admit(facts, &verified).err().map(|refusal| refusal.code()),
    }
}
