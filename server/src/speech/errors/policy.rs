//! Policies: which logs and witnesses are believed.

use super::super::{Message, Tell, Translated};
use super::field::wanted;
use app::words::Words;
use ledger::log::{POLICY_BYTES_MAX, POLICY_ITEMS_MAX, PolicyError, PolicyProblem};

impl Translated for PolicyError {
    fn message(&self, words: &Words) -> Message {
        Message::new("fault-policy")
            .with("line", self.line)
            .with("problem", self.problem.tell(words))
    }
}

impl Translated for PolicyProblem {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::TooLong => Message::new("fault-policy-too-long").with("max", POLICY_BYTES_MAX),
            Self::Bytes => Message::new("fault-policy-bytes"),
            Self::NoLineFeed => Message::new("fault-policy-no-line-feed"),
            Self::Keyword(word) => Message::new("fault-policy-keyword").with("word", word),
            Self::Form(form) => Message::new("fault-policy-form").with("form", form),
            Self::Key(form) => {
                Message::new("fault-policy-key").with("wanted", wanted(form).tell(words))
            }
            Self::KeyKind => Message::new("fault-policy-key-kind"),
            Self::KeyTwice(line) => Message::new("fault-policy-key-twice").with("line", line),
            Self::NameTaken(name) => Message::new("fault-policy-name-taken").with("name", name),
            Self::NameUnknown(name) => Message::new("fault-policy-name-unknown").with("name", name),
            Self::MemberTwice(name) => Message::new("fault-policy-member-twice").with("name", name),
            Self::Threshold(max) => Message::new("fault-policy-threshold").with("max", max),
            Self::QuorumTwice => Message::new("fault-policy-quorum-twice"),
            Self::QuorumMissing => Message::new("fault-policy-quorum-missing"),
            Self::TooMany => Message::new("fault-policy-too-many").with("max", POLICY_ITEMS_MAX),
        }
    }
}
