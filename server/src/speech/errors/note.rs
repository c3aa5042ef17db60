//! What the log publishes: signed notes, checkpoints, tiles, bundles, proofs, answers, evidence, policies.

use super::super::{Message, Tell, Translated};
use super::known;
use app::words::Words;
use ledger::log::{
    ANSWERS_MAX, AnswersError, BundleError, CheckpointError, CheckpointVerifyError, EdgeError,
    EvidenceError, LOG_SIGNATURES_MAX, PathError, ProofCheckError, ProofError, ProofFileError,
    SignedNoteError, TileError, VerifyError,
};

impl Translated for SignedNoteError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::TooLong(bytes) => Message::new("fault-signed-note-too-long").with("bytes", bytes),
            Self::NotUtf8(at) => Message::new("fault-note-not-utf8").with("at", at),
            Self::Control(at) => Message::new("fault-signed-note-control").with("at", at),
            Self::NoSignatures => Message::new("fault-signed-note-no-signatures"),
            Self::Line(line) => Message::new("fault-note-signature-line").with("line", line),
            Self::TooManyLines => {
                Message::new("fault-signed-note-too-many").with("max", LOG_SIGNATURES_MAX)
            }
        }
    }
}

impl Translated for VerifyError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::NoneKnown => Message::new("fault-verify-none-known"),
            Self::Invalid { name, id } => Message::new("fault-signature-invalid")
                .with("name", name)
                .with("id", id),
            Self::Ambiguous { name, id } => Message::new("fault-verify-ambiguous")
                .with("name", name)
                .with("id", id),
        }
    }
}

impl Translated for CheckpointError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Note(error) => error.message(words),
            Self::Text => Message::new("fault-checkpoint-text"),
        }
    }
}

impl Translated for CheckpointVerifyError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::OriginDiffers { found, wanted } => Message::new("fault-checkpoint-other-log")
                .with("found", found)
                .with("wanted", wanted),
            Self::OriginUnknown { found } => {
                Message::new("fault-checkpoint-unknown-log").with("found", found)
            }
            Self::LogMissing => Message::new("fault-checkpoint-log-missing"),
            Self::Signatures(error) => error.message(words),
        }
    }
}

impl Translated for TileError {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-tile").with("bytes", self.0)
    }
}

impl Translated for EdgeError {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-edge")
            .with("size", self.size)
            .with("wanted", self.wanted)
            .with("found", self.found)
    }
}

impl Translated for BundleError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::CutOff(entry) => Message::new("fault-bundle-cut-off").with("entry", entry),
            Self::Count { found, wanted } => Message::new("fault-bundle-count")
                .with("found", found)
                .with("wanted", wanted),
            Self::EntryTooLong(bytes) => {
                Message::new("fault-bundle-entry-too-long").with("bytes", bytes)
            }
        }
    }
}

impl Translated for ProofError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::IndexOutside { index, size } => Message::new("fault-proof-outside")
                .with("index", index)
                .with("size", size),
            Self::SizesOrder { earlier, later } => Message::new("fault-proof-sizes")
                .with("earlier", earlier)
                .with("later", later),
            Self::Length { found, wanted } => Message::new("fault-proof-length")
                .with("found", found)
                .with("wanted", wanted),
            Self::RootDiffers => Message::new("fault-proof-root"),
            Self::EarlierRootDiffers => Message::new("fault-proof-earlier-root"),
        }
    }
}

impl<E: Translated> Translated for PathError<E> {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Proof(error) => error.message(words),
            Self::Node(error) => Message::new("fault-proof-node").with("error", error.tell(words)),
        }
    }
}

impl Translated for ProofFileError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::TooLong(bytes) => Message::new("fault-proof-file-too-long").with("bytes", bytes),
            Self::Line { line, wanted } => Message::new("fault-proof-file-line")
                .with("line", line)
                .with("wanted", known(words, wanted)),
            Self::Checkpoint(error) => error.message(words),
        }
    }
}

impl Translated for ProofCheckError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Checkpoint(error) => error.message(words),
            Self::Path(error) => error.message(words),
        }
    }
}

impl Translated for AnswersError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Note(error) => error.message(words),
            Self::Line { line, wanted } => Message::new("fault-answers-line")
                .with("line", line)
                .with("wanted", known(words, wanted)),
            Self::Count(count) => Message::new("fault-answers-count")
                .with("found", count)
                .with("max", ANSWERS_MAX),
            Self::BeyondSize(answer) => {
                Message::new("fault-answers-beyond-size").with("answer", answer)
            }
            Self::LogDiffers { found, wanted } => Message::new("fault-answers-other-log")
                .with("found", found)
                .with("wanted", wanted),
            Self::Signatures(error) => error.message(words),
        }
    }
}

impl Translated for EvidenceError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Form(wanted) => {
                Message::new("fault-evidence-form").with("wanted", known(words, wanted))
            }
            Self::Answers(error) => error.message(words),
            Self::CheckpointForm(error) => error.message(words),
            Self::Checkpoint(error) => error.message(words),
            Self::ProofForm(error) => error.message(words),
            Self::Proof(error) => error.message(words),
            Self::Path(error) => error.message(words),
            Self::Consistent(why) => {
                Message::new("fault-evidence-consistent").with("why", known(words, why))
            }
        }
    }
}
