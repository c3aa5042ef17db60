//! The desk's pages of questions about transfers.

use super::{FieldError, Party, Seconds, SignedIn, StepRow};

/// A question about a transfer, with its answer where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct QuestionRow {
    /// What the answer names.
    pub id: String,
    /// The transfer's identity.
    pub step: String,
    /// Who sent it, and answers.
    pub payer: Party,
    /// Who should have it, and asks.
    pub payee: Party,
    /// By which account it was asked; empty where the reader isn't to know.
    pub asker: String,
    /// When.
    pub asked: Seconds,
    /// What is asked.
    pub text: String,
    /// What was answered.
    pub answer: Option<String>,
    /// By which account; empty where the reader isn't to know.
    pub answerer: String,
    /// When.
    pub answered: Option<Seconds>,
}

/// What a member is asked, and what it asked.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct QuestionsPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// What waits for the member's answer, the earliest first.
    pub waiting: Vec<QuestionRow>,
    /// What the member asked, the latest first.
    pub own: Vec<QuestionRow>,
}

/// What was asked about one transfer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepQuestionsPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The transfer.
    pub step: StepRow,
    /// The questions, the earliest first.
    pub asked: Vec<QuestionRow>,
    /// Whether the reader may ask: for its payee.
    pub may_ask: bool,
    /// Whether the reader may answer: for its payer.
    pub may_answer: bool,
    /// The question or the answer, as typed.
    pub typed: String,
    /// Ties the form to at most one question, however often it is sent.
    pub once: String,
    /// Characters of a question or an answer.
    pub chars_max: u64,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}
