//! `POST /api/v1/entries` and `POST /api/v1/entries:batch`: the hot path. A body is read once, its
//! bytes go to the sequencer as they are, and no query is made here. What became of it is signed by
//! the log's key before anybody is answered.

use super::body::{self, BATCH_BODY_BYTES_MAX, NOTE_BODY_BYTES_MAX};
use super::problem::Problem;
use super::receipt;
use crate::sequencer::Answer;
use crate::state::App;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use ledger::field::Moment;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use utoipa::ToSchema;

/// Notes of one batch: enough that the way costs less than the work, few enough that all are
/// answered within a second.
pub const BATCH_NOTES_MAX: usize = 256;

/// An entry that stands in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Receipt {
    /// SHA3-256 of the entry's text, in hexadecimal.
    pub(crate) identity: String,
    /// Its index in the ledger.
    pub(crate) index: u64,
    /// When the server recorded it: the server's word, which no rule reads.
    pub(crate) recorded_at: String,
    /// Whether it stood there before: a safe retry.
    pub(crate) repeated: bool,
    /// What the log's key signed about this submission: keep it, it can be held against the log. A
    /// batch has one for all its notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) receipt: Option<String>,
    /// With `wait=proof`: the proof that it stands under a published checkpoint, as a `.tlog-proof`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proof: Option<String>,
}

impl Receipt {
    fn of(answer: &Answer) -> Self {
        Self {
            identity: answer.identity.to_string(),
            index: answer.index,
            recorded_at: Moment(answer.recorded_at).to_string(),
            repeated: answer.repeated,
            receipt: None,
            proof: None,
        }
    }

    /// The same with its proof, where one is waited for and comes in time.
    async fn proven(self, app: &App, wait: Wait, until: Instant) -> Self {
        let proof = match wait {
            Wait::No => None,
            Wait::Proof => receipt::proof(app, self.index, until).await,
        };
        Self { proof, ..self }
    }
}

/// How long `wait=proof` waits: a checkpoint comes every fraction of a second, and witnesses may
/// take some. Whoever waited in vain has an answer all the same, and asks for the proof later.
pub const PROOF_WAIT_MAX: Duration = Duration::from_secs(10);

/// What an answer waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Wait {
    /// The commit alone.
    #[default]
    No,
    /// A published checkpoint that covers the entry, and the proof of it.
    Proof,
}

/// What stands behind the address.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Waiting {
    #[serde(default)]
    wait: Wait,
}

pub(crate) type Asked = Result<Query<Waiting>, QueryRejection>;

/// What the query says; anything but `wait=proof` is refused, so that nobody waits by mistake.
pub(crate) fn wait_of(asked: Asked) -> Result<Wait, Problem> {
    asked
        .map(|query| query.0.wait)
        .map_err(|_| Problem::bad_request("the query can only say wait=proof"))
}

/// What became of one note of a batch: one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum BatchAnswer {
    /// It stands in the ledger.
    Recorded(Receipt),
    /// It doesn't, and why.
    Refused(Problem),
}

/// The answers of a batch, in the order of its notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct BatchAnswers {
    /// An answer for each note.
    pub(crate) answers: Vec<BatchAnswer>,
    /// What the log's key signed about the notes, in their order: keep it, it can be held against
    /// the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) receipt: Option<String>,
}

fn json(status: StatusCode, body: &impl Serialize) -> Response {
    let bytes = serde_json::to_vec(body).unwrap_or_default();
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    response
}

/// Submits one note.
#[utoipa::path(post, path = "/api/v1/entries", tag = "entries",
    params(("wait" = Option<String>, Query, description = "`proof`: answer when a published checkpoint covers the entry, with the proof")),
    request_body(content = String, content_type = "text/plain", description = "The signed note, as it stands"),
    responses(
        (status = 201, description = "Recorded", body = Receipt),
        (status = 200, description = "It was recorded before: a safe retry", body = Receipt),
        (status = 400, description = "Not a note", body = Problem, content_type = "application/problem+json"),
        (status = 408, description = "The body came too slowly", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The reference stands under another text", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Refused by a rule or a signature", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Busy: send it again after `Retry-After`", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn one(State(app): State<Arc<App>>, asked: Asked, body: Body) -> Response {
    match submit_one(&app, asked, body).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn submit_one(app: &App, asked: Asked, body: Body) -> Result<Response, Problem> {
    let wait = wait_of(asked)?;
    may_be_published(app)?;
    let note = body::read(body, NOTE_BODY_BYTES_MAX, app.body_timeout()).await?;
    let outcome = app.sequencer().submit(note.clone()).await;
    let signed = receipt::sign(app, &[note], std::slice::from_ref(&outcome)).await;
    match outcome {
        Ok(answer) => {
            let status = if answer.repeated {
                StatusCode::OK
            } else {
                StatusCode::CREATED
            };
            let until = Instant::now() + PROOF_WAIT_MAX;
            let recorded = Receipt::of(&answer).proven(app, wait, until).await;
            let recorded = Receipt {
                receipt: signed,
                ..recorded
            };
            Ok(json(status, &recorded))
        }
        Err(error) => Err(Problem {
            receipt: signed,
            ..error.into()
        }),
    }
}

/// Refuses submissions while what is accepted could not be published in time: an entry that was
/// accepted is promised to be.
fn may_be_published(app: &App) -> Result<(), Problem> {
    match app.log().refusal() {
        None => Ok(()),
        Some(reason) => {
            let unavailable = StatusCode::SERVICE_UNAVAILABLE;
            Err(Problem::new(unavailable, "not-published", reason).retry_after(5))
        }
    }
}

/// Submits up to 256 notes that keep their order and may cite each other.
#[utoipa::path(post, path = "/api/v1/entries:batch", tag = "entries",
    params(("wait" = Option<String>, Query, description = "`proof`: answer when a published checkpoint covers the entries, with their proofs")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream",
        description = "For each note: its length in bytes as a big-endian 16-bit integer, then the note"),
    responses(
        (status = 200, description = "An answer for each note, in their order", body = BatchAnswers),
        (status = 400, description = "The framing can't be read: nothing was submitted", body = Problem, content_type = "application/problem+json"),
        (status = 408, description = "The body came too slowly", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large, or too many notes", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Busy: send it again after `Retry-After`", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn batch(State(app): State<Arc<App>>, asked: Asked, body: Body) -> Response {
    match submit_batch(&app, asked, body).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn submit_batch(app: &App, asked: Asked, body: Body) -> Result<Response, Problem> {
    let wait = wait_of(asked)?;
    may_be_published(app)?;
    let body = body::read(body, BATCH_BODY_BYTES_MAX, app.body_timeout()).await?;
    let notes = unframe(&body)?;
    let outcomes = app.sequencer().submit_batch(notes.clone()).await?;
    let receipt = receipt::sign(app, &notes, &outcomes).await;
    let until = Instant::now() + PROOF_WAIT_MAX;
    let mut answers = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        answers.push(match outcome {
            Ok(answer) => {
                BatchAnswer::Recorded(Receipt::of(&answer).proven(app, wait, until).await)
            }
            Err(error) => BatchAnswer::Refused(error.into()),
        });
    }
    Ok(json(StatusCode::OK, &BatchAnswers { answers, receipt }))
}

/// Cuts a batch into its notes, which share the body's bytes.
pub(crate) fn unframe(body: &Bytes) -> Result<Vec<Bytes>, Problem> {
    let mut notes = Vec::new();
    let mut at = 0;
    while at < body.len() {
        if notes.len() == BATCH_NOTES_MAX {
            let title = format!("a batch has at most {BATCH_NOTES_MAX} notes");
            return Err(Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "batch-too-long",
                title,
            ));
        }
        let length = body
            .get(at..at + 2)
            .and_then(|length| <[u8; 2]>::try_from(length).ok());
        let end = length.map(|length| at + 2 + usize::from(u16::from_be_bytes(length)));
        let Some(end) = end.filter(|end| *end <= body.len()) else {
            let title = format!("note {} of the batch breaks off", notes.len() + 1);
            return Err(Problem::new(
                StatusCode::BAD_REQUEST,
                "batch-framing",
                title,
            ));
        };
        notes.push(body.slice(at + 2..end));
        at = end;
    }
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(body: &'static [u8]) -> Result<usize, String> {
        unframe(&Bytes::from_static(body))
            .map(|notes| notes.len())
            .map_err(|problem| problem.code)
    }

    #[test]
    fn a_batch_is_cut_where_its_lengths_say() {
        assert_eq!(code(b""), Ok(0));
        assert_eq!(code(b"\0\x01a\0\0\0\x02bc"), Ok(3));
        let notes = unframe(&Bytes::from_static(b"\0\x01a\0\x02bc")).expect("a whole batch");
        assert_eq!(notes, [Bytes::from_static(b"a"), Bytes::from_static(b"bc")]);
    }

    #[test]
    fn a_batch_that_breaks_off_is_refused_whole() {
        for broken in [b"\0".as_slice(), b"\0\x02a", b"\xff\xffa", b"\0\x01a\0"] {
            assert_eq!(code(broken), Err("batch-framing".to_owned()));
        }
    }

    #[test]
    fn a_batch_has_a_most() {
        let framed = |notes: usize| Bytes::from(vec![0; notes * 2]);
        assert_eq!(
            unframe(&framed(BATCH_NOTES_MAX)).map(|notes| notes.len()),
            Ok(BATCH_NOTES_MAX)
        );
        let over = unframe(&framed(BATCH_NOTES_MAX + 1)).expect_err("one more than the most");
        assert_eq!((over.status, over.code.as_str()), (413, "batch-too-long"));
    }

    proptest! {
        /// Small numbers, so that lengths and what follows them often fit.
        #[test]
        fn whatever_comes_is_refused_or_put_together_again(
            body in proptest::collection::vec(prop_oneof![9 => 0..3_u8, 1 => any::<u8>()], 0..40),
        ) {
            if let Ok(notes) = unframe(&Bytes::from(body.clone())) {
                let framed = notes.iter().flat_map(|note| {
                    let length = u16::try_from(note.len()).unwrap_or(u16::MAX);
                    length.to_be_bytes().into_iter().chain(note.iter().copied())
                });
                prop_assert_eq!(framed.collect::<Vec<_>>(), body);
            }
        }
    }
}
