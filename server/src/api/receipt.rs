//! Receipts: what became of submissions, signed by the log's key before the answer, so that nobody
//! can deny having taken an entry or hide why it was refused.

use crate::sequencer::{Outcome, SubmitError};
use crate::state::App;
use bytes::Bytes;
use ledger::log::{AnswerLine, Answers, LogKey, SignedAnswers, submission_identity};
use tokio::time::Instant;

/// Signs what became of the notes of one request, in their order. Nothing is said of a note that
/// was neither accepted nor refused, nor before the ledger has a name.
pub(super) async fn sign(app: &App, notes: &[Bytes], outcomes: &[Outcome]) -> Option<String> {
    let lines: Vec<AnswerLine> = notes
        .iter()
        .zip(outcomes)
        .filter_map(|(note, outcome)| line(note, outcome))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let key = match app.log().signing_key().await {
        Ok(key) => key?,
        Err(error) => {
            tracing::error!(reason = %error, "an answer goes without a receipt");
            return None;
        }
    };
    let answers = answers(app, &key, lines);
    match SignedAnswers::sign(answers, &key) {
        Ok(signed) => String::from_utf8(signed.bytes().to_vec()).ok(),
        Err(error) => {
            tracing::error!(reason = %error, "an answer goes without a receipt");
            None
        }
    }
}

fn answers(app: &App, key: &LogKey, lines: Vec<AnswerLine>) -> Answers {
    // At least what the answers themselves say that there is; a ledger that took nothing since it
    // was opened says no more.
    let told = lines.iter().map(|line| match line {
        AnswerLine::Accepted { index, .. } => index + 1,
        AnswerLine::Refused { size, .. } => *size,
    });
    let published = app.log().published().map(|published| published.size());
    let committed = *app.sequencer().committed().borrow();
    let size = told.chain(published).fold(committed, u64::max);
    Answers {
        log: key.origin().clone(),
        time: app.log().clock().now(),
        size,
        lines,
    }
}

fn line(note: &Bytes, outcome: &Outcome) -> Option<AnswerLine> {
    match outcome {
        Ok(answer) => Some(AnswerLine::Accepted {
            identity: answer.identity,
            index: answer.index,
        }),
        Err(SubmitError::Refused { reason, size }) => Some(AnswerLine::Refused {
            identity: submission_identity(note),
            // Codes are lower-case words joined by hyphens: a test holds every one to it.
            code: reason.code().parse().ok()?,
            size: *size,
        }),
        Err(_) => None,
    }
}

/// The proof of an entry under a published checkpoint, if one covers it in time.
pub(super) async fn proof(app: &App, index: u64, until: Instant) -> Option<String> {
    let patience = until.saturating_duration_since(Instant::now());
    let published = app.log().covers(index, patience).await?;
    match app.log().bare_proof(&published, index).await {
        Ok(proof) => String::from_utf8(proof.to_bytes()).ok(),
        Err(error) => {
            tracing::error!(reason = %error, index, "a proof can't be made");
            None
        }
    }
}
