//! Replays: what stops one, and where entries for it come from.

use super::super::{Message, Tell, Translated};
use super::known;
use crate::verify::{Fault, SourceError, Stop, SumDifference, SumRow, TallyDifference, Wrong};
use app::words::Words;
use ledger::Scope;

impl Translated for Wrong {
    fn message(&self, words: &Words) -> Message {
        Message::new("fault-wrong")
            .with("index", self.index)
            .with("code", self.fault.code())
            .with("fault", self.fault.tell(words))
    }
}

impl Translated for Fault {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Place { expected } => {
                Message::new("fault-wrong-place").with("expected", expected)
            }
            Self::Malformed(error) => error.message(words),
            Self::Signature(error) => error.message(words),
            Self::Refused(refusal) => refusal.message(words),
            Self::IdentityDiffers { said } => {
                Message::new("fault-wrong-identity").with("said", said)
            }
            Self::Unbalanced { by } => Message::new("fault-wrong-unbalanced").with("by", by),
        }
    }
}

impl Translated for Stop {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Wrong(wrong) => wrong.message(words),
            Self::NewerRules { verified, fault } => Message::new("fault-stop-newer-rules")
                .with("verified", verified)
                .with("fault", fault.tell(words)),
            Self::Source(error) => error.message(words),
            Self::LookOn(error) => {
                Message::new("fault-stop-look-on").with("error", error.tell(words))
            }
            Self::WorkerLost => Message::new("fault-stop-worker-lost"),
        }
    }
}

impl Translated for SourceError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Io(error) => Message::new("fault-source-io").with("error", error.tell(words)),
            Self::Line { line, reason } => Message::new("fault-source-line")
                .with("line", line)
                .with("reason", known(words, reason)),
            Self::Store(error) => Message::new("fault-source-store").with("error", error),
            Self::Log(departure) => departure.message(words),
        }
    }
}

impl Translated for TallyDifference {
    fn message(&self, words: &Words) -> Message {
        let month = match self.key.month.number() {
            0 => Message::new("fault-all-months").tell(words),
            number => format!("{:04}-{:02}", number / 100, number % 100),
        };
        Message::new("fault-tally-differs")
            .with("programme", &self.key.programme)
            .with("whose", whose(&self.key.scope).tell(words))
            .with("month", month)
            .with("term", self.term)
            .with("recomputed", self.recomputed)
            .with("stored", self.stored)
    }
}

impl Translated for SumDifference {
    fn message(&self, words: &Words) -> Message {
        Message::new("fault-sum-differs")
            .with("row", self.row.tell(words))
            .with("term", self.term)
            .with("recomputed", self.recomputed)
            .with("stored", self.stored)
    }
}

impl Translated for SumRow {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Flow(key) => Message::new("fault-sum-flow")
                .with("payer", &key.payer)
                .with("payee", &key.payee)
                .with("programme", &key.programme),
            Self::Arrivals(key) => Message::new("fault-sum-arrivals")
                .with("programme", &key.programme)
                .with("whose", whose(&key.scope).tell(words)),
            Self::Findings(key) => {
                let about = match &key.member {
                    Some(member) => Message::new("fault-sum-findings").with("member", member),
                    None => Message::new("fault-sum-findings-all"),
                };
                about
                    .with("code", key.code.word())
                    .with("programme", &key.programme)
            }
        }
    }
}

/// Whose sums a scope names.
fn whose(scope: &Scope) -> Message {
    match scope {
        Scope::Programme => Message::new("fault-whose-programme"),
        Scope::Member(member) => Message::new("fault-whose-member").with("member", member),
        Scope::Tier(tier) => Message::new("fault-whose-tier").with("tier", tier.0),
        Scope::Region(region) => Message::new("fault-whose-region").with("region", region),
    }
}
