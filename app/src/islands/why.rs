//! Why a check fails, in words of the page's language.
//!
//! The rules say it in English, for logs and the command line. Here each of their reasons becomes a
//! message with its values: a reader's browser loads no sentence of them, the page brings its own.

use ledger::log::{
    BundleError, CheckpointError, CheckpointVerifyError, PolicyError, PolicyProblem, ProofError,
    ProofFileError, SignedNoteError, VerifyError,
};
use ledger::{GrammarError, NoteError};

use super::told::{self, Named};

told::messages! {
    Line "why-line" ["line" "what"],
    Status "why-status" ["status" "address"],
    NoAnswer "why-no-answer" [],
    TooLong "why-too-long" [],
    NotText "why-not-text" [],
    NoSignatures "why-no-signatures" [],
    SignatureLine "why-signature-line" ["number"],
    SignatureOrder "why-signature-order" ["number"],
    SignatureCount "why-signature-count" ["said" "found"],
    NotAnEntry "why-not-an-entry" [],
    VersionUnknown "why-version-unknown" ["version"],
    KindUnknown "why-kind-unknown" ["kind"],
    FieldExpected "why-field-expected" ["field"],
    FieldInvalid "why-field-invalid" ["field"],
    FieldRepeats "why-field-repeats" ["field" "limit"],
    Trailing "why-trailing" [],
    NotCanonical "why-not-canonical" [],
    ProofLine "why-proof-line" [],
    CheckpointText "why-checkpoint-text" [],
    OtherLog "why-other-log" ["found" "wanted"],
    LogUnknown "why-log-unknown" ["found"],
    LogMissing "why-log-missing" [],
    NoneKnown "why-none-known" [],
    SignatureInvalid "why-signature-invalid" ["name" "key"],
    KeysShareId "why-keys-share-id" ["name" "key"],
    IndexOutside "why-index-outside" [],
    PathLength "why-path-length" ["found" "wanted"],
    OtherRoot "why-other-root" [],
    CutOff "why-cut-off" [],
    OtherCount "why-other-count" ["found" "wanted"],
    Witnesses "why-witnesses" ["seen" "of"],
    Keyword "why-keyword" ["word"],
    PolicyForm "why-policy-form" ["form"],
    KeyUnreadable "why-key-unreadable" [],
    KeyKind "why-key-kind" [],
    KeyTwice "why-key-twice" ["other"],
    NameTaken "why-name-taken" ["name"],
    NameUnknown "why-name-unknown" ["name"],
    MemberTwice "why-member-twice" ["name"],
    Threshold "why-threshold" ["limit"],
    QuorumTwice "why-quorum-twice" [],
    QuorumMissing "why-quorum-missing" [],
    TooMany "why-too-many" [],
}

/// A reason: its message with the values, and the line of a text that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    line: Option<usize>,
    word: Word,
    values: Vec<Named>,
}

/// The words of every reason, and what kinds of entries are called, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    words: told::Words<Word>,
    kinds: String,
}

impl Reasons {
    /// The words out of the page: those of reasons, and a line for each kind: its word in the ledger, a
    /// blank, its name.
    #[must_use]
    pub fn from_text(words: &str, kinds: &str) -> Self {
        Self {
            words: told::Words::from_text(words),
            kinds: kinds.to_owned(),
        }
    }

    /// A reason in words.
    #[must_use]
    pub fn say(&self, why: &Why) -> String {
        let what = self.words.fill(why.word, &why.values);
        match why.line {
            None => what,
            Some(line) => {
                let line = ("line", line.to_string());
                self.words.fill(Word::Line, &[line, ("what", what)])
            }
        }
    }

    /// What a kind of entries is called; the ledger's own word where the page has no other.
    #[must_use]
    pub fn kind(&self, kind: &str) -> String {
        let names = self.kinds.lines().filter_map(|line| line.split_once(' '));
        let known = names.into_iter().find(|(word, _)| *word == kind);
        known.map_or(kind, |(_, name)| name).to_owned()
    }
}

impl Why {
    /// A reason without a line.
    pub(super) const fn new(word: Word, values: Vec<Named>) -> Self {
        Self {
            line: None,
            word,
            values,
        }
    }

    /// The same reason, about this line.
    const fn on(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The same reason, where the reader hasn't written the lines.
    pub(super) const fn without_line(mut self) -> Self {
        self.line = None;
        self
    }

    /// Its message.
    #[must_use]
    pub const fn word(&self) -> Word {
        self.word
    }
}

/// A reason that has no values.
const fn plain(word: Word) -> Why {
    Why::new(word, Vec::new())
}

fn one(word: Word, name: &'static str, value: &impl ToString) -> Why {
    Why::new(word, vec![(name, value.to_string())])
}

fn two(word: Word, first: (&'static str, String), second: (&'static str, String)) -> Why {
    Why::new(word, vec![first, second])
}

fn counted(word: Word, found: usize, wanted: usize) -> Why {
    two(
        word,
        ("found", found.to_string()),
        ("wanted", wanted.to_string()),
    )
}

impl From<NoteError> for Why {
    fn from(error: NoteError) -> Self {
        match error {
            NoteError::TooLong(_) | NoteError::TextTooLong(_) => plain(Word::TooLong),
            NoteError::NotUtf8(_) => plain(Word::NotText),
            NoteError::NoSignatures => plain(Word::NoSignatures),
            NoteError::SignatureLine(number) => one(Word::SignatureLine, "number", &number),
            NoteError::SignatureOrder(number) => one(Word::SignatureOrder, "number", &number),
            NoteError::SignerCount { said, found } => two(
                Word::SignatureCount,
                ("said", said.to_string()),
                ("found", found.to_string()),
            ),
            NoteError::Grammar(error) => error.into(),
        }
    }
}

impl From<GrammarError> for Why {
    fn from(error: GrammarError) -> Self {
        match error {
            GrammarError::NotAnEntry => plain(Word::NotAnEntry).on(1),
            GrammarError::VersionUnknown(version) => {
                one(Word::VersionUnknown, "version", &version).on(1)
            }
            GrammarError::KindUnknown(kind) => one(Word::KindUnknown, "kind", &kind).on(1),
            GrammarError::FieldExpected { line, field } => {
                one(Word::FieldExpected, "field", &field).on(line)
            }
            GrammarError::FieldInvalid { line, field, .. } => {
                one(Word::FieldInvalid, "field", &field).on(line)
            }
            GrammarError::FieldRepeats { line, field, max } => two(
                Word::FieldRepeats,
                ("field", field.to_owned()),
                ("limit", max.to_string()),
            )
            .on(line),
            GrammarError::TrailingLine { line } => plain(Word::Trailing).on(line),
            GrammarError::NotCanonical => plain(Word::NotCanonical),
        }
    }
}

impl From<ProofFileError> for Why {
    fn from(error: ProofFileError) -> Self {
        match error {
            ProofFileError::TooLong(_) => plain(Word::TooLong),
            ProofFileError::Line { line, .. } => plain(Word::ProofLine).on(line),
            ProofFileError::Checkpoint(error) => error.into(),
        }
    }
}

impl From<CheckpointError> for Why {
    fn from(error: CheckpointError) -> Self {
        match error {
            CheckpointError::Note(error) => error.into(),
            CheckpointError::Text => plain(Word::CheckpointText),
        }
    }
}

impl From<SignedNoteError> for Why {
    fn from(error: SignedNoteError) -> Self {
        match error {
            SignedNoteError::TooLong(_) | SignedNoteError::TooManyLines => plain(Word::TooLong),
            SignedNoteError::NotUtf8(_) | SignedNoteError::Control(_) => plain(Word::NotText),
            SignedNoteError::NoSignatures => plain(Word::NoSignatures),
            SignedNoteError::Line(number) => one(Word::SignatureLine, "number", &number),
        }
    }
}

impl From<CheckpointVerifyError> for Why {
    fn from(error: CheckpointVerifyError) -> Self {
        match error {
            CheckpointVerifyError::OriginDiffers { found, wanted } => two(
                Word::OtherLog,
                ("found", found.to_string()),
                ("wanted", wanted.to_string()),
            ),
            CheckpointVerifyError::OriginUnknown { found } => {
                one(Word::LogUnknown, "found", &found)
            }
            CheckpointVerifyError::LogMissing => plain(Word::LogMissing),
            CheckpointVerifyError::Signatures(error) => error.into(),
        }
    }
}

impl From<VerifyError> for Why {
    fn from(error: VerifyError) -> Self {
        let of_key = |word, name: String, id: String| two(word, ("name", name), ("key", id));
        match error {
            VerifyError::NoneKnown => plain(Word::NoneKnown),
            VerifyError::Invalid { name, id } => {
                of_key(Word::SignatureInvalid, name.to_string(), id.to_string())
            }
            VerifyError::Ambiguous { name, id } => {
                of_key(Word::KeysShareId, name.to_string(), id.to_string())
            }
        }
    }
}

impl From<ProofError> for Why {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::IndexOutside { .. } => plain(Word::IndexOutside),
            ProofError::Length { found, wanted } => counted(Word::PathLength, found, wanted),
            // Only of two checkpoints of a log, of which an entry's proof has one.
            ProofError::SizesOrder { .. } | ProofError::EarlierRootDiffers => {
                plain(Word::OtherRoot)
            }
            ProofError::RootDiffers => plain(Word::OtherRoot),
        }
    }
}

impl From<BundleError> for Why {
    fn from(error: BundleError) -> Self {
        match error {
            BundleError::CutOff(_) => plain(Word::CutOff),
            BundleError::Count { found, wanted } => counted(Word::OtherCount, found, wanted),
            BundleError::EntryTooLong(_) => plain(Word::TooLong),
        }
    }
}

impl From<PolicyError> for Why {
    fn from(error: PolicyError) -> Self {
        let name = |word, name: String| one(word, "name", &name);
        let why = match error.problem {
            PolicyProblem::TooLong => return plain(Word::TooLong),
            PolicyProblem::Bytes | PolicyProblem::NoLineFeed => plain(Word::NotText),
            PolicyProblem::Keyword(word) => one(Word::Keyword, "word", &word),
            PolicyProblem::Form(form) => one(Word::PolicyForm, "form", &form),
            PolicyProblem::Key(_) => plain(Word::KeyUnreadable),
            PolicyProblem::KeyKind => plain(Word::KeyKind),
            PolicyProblem::KeyTwice(other) => one(Word::KeyTwice, "other", &other),
            PolicyProblem::NameTaken(taken) => name(Word::NameTaken, taken),
            PolicyProblem::NameUnknown(unknown) => name(Word::NameUnknown, unknown),
            PolicyProblem::MemberTwice(twice) => name(Word::MemberTwice, twice),
            PolicyProblem::Threshold(limit) => one(Word::Threshold, "limit", &limit),
            PolicyProblem::QuorumTwice => plain(Word::QuorumTwice),
            PolicyProblem::QuorumMissing => return plain(Word::QuorumMissing),
            PolicyProblem::TooMany => plain(Word::TooMany),
        };
        why.on(error.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons() -> Reasons {
        let words =
            told::Words::<Word>::new(|id, names| format!("{id}({{{}}})", names.join("},{")));
        Reasons::from_text(&words.to_text(), "transfer Giro\nreceipt Acuse de recibo")
    }

    #[test]
    fn a_reason_is_said_with_its_values_and_its_line() {
        let reasons = reasons();
        let field = GrammarError::FieldInvalid {
            line: 9,
            field: "amount",
            wanted: "an integer",
        };
        assert_eq!(
            reasons.say(&field.clone().into()),
            "why-line(9,why-field-invalid(amount))"
        );
        let other = ProofError::Length {
            found: 3,
            wanted: 4,
        };
        assert_eq!(reasons.say(&other.into()), "why-path-length(3,4)");
        let own = Why::from(field).without_line();
        assert_eq!(reasons.say(&own), "why-field-invalid(amount)");
    }

    #[test]
    fn kinds_go_by_the_names_of_the_page() {
        let reasons = reasons();
        assert_eq!(reasons.kind("receipt"), "Acuse de recibo");
        assert_eq!(reasons.kind("transfer"), "Giro");
        assert_eq!(reasons.kind("rec"), "rec");
    }
}
