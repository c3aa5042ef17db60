//! Refusals as `application/problem+json` (RFC 9457).

use crate::sequencer::{Refused, SubmitError};
use crate::store::StoreError;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ledger::Refusal;
use serde::Serialize;
use utoipa::ToSchema;

/// Why a request isn't answered as it was meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// `urn:countersign:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code: of a refusal, the rule's; codes are never renamed.
    pub code: String,
    /// What is wrong, with the values that matter.
    pub title: String,
    /// Seconds after which to send the same again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u64>,
    /// What the log's key signed about this submission: keep it, it can be held against the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
}

impl Problem {
    /// A problem by its status, code and words.
    #[must_use]
    pub fn new(status: StatusCode, code: &str, title: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:countersign:problem:{code}"),
            status: status.as_u16(),
            code: code.to_owned(),
            title: title.into(),
            retry_after_seconds: None,
            receipt: None,
        }
    }

    /// There is nothing at this address.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "there is nothing at this address",
        )
    }

    /// A part of the request that can't be read.
    #[must_use]
    pub fn bad_request(title: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", title)
    }

    pub(super) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }
}

/// Malformed is 400, too large 413, a reference under another text 409, what a rule or a signature
/// refuses 422.
fn status_of(refused: &Refused) -> StatusCode {
    match refused {
        Refused::Note(error) if error.code() == "note-too-long" => StatusCode::PAYLOAD_TOO_LARGE,
        Refused::Note(_) => StatusCode::BAD_REQUEST,
        Refused::Rule(Refusal::RefReused { .. }) => StatusCode::CONFLICT,
        Refused::Signature(_) | Refused::Rule(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<SubmitError> for Problem {
    fn from(error: SubmitError) -> Self {
        const UNAVAILABLE: StatusCode = StatusCode::SERVICE_UNAVAILABLE;
        match &error {
            SubmitError::Refused {
                reason: refused, ..
            } => Self::new(status_of(refused), refused.code(), refused.to_string()),
            SubmitError::KeyReserved { .. } => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "key-is-witness",
                error.to_string(),
            ),
            SubmitError::Busy { retry_after } => Self::new(UNAVAILABLE, "busy", error.to_string())
                .retry_after(retry_after.as_secs().max(1)),
            SubmitError::Failed(reason) => {
                tracing::error!(reason = %reason, "a group was not written");
                // The reason may name files of ours: it is for the log.
                Self::new(
                    UNAVAILABLE,
                    "not-written",
                    "nothing was written: send it again",
                )
                .retry_after(1)
            }
            SubmitError::Stopped => {
                Self::new(UNAVAILABLE, "stopping", error.to_string()).retry_after(5)
            }
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(reason = %error, "a read failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "something went wrong on our side",
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after_seconds {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// An address under `/api` that has no route.
pub(crate) async fn nowhere() -> Problem {
    Problem::not_found()
}

/// A route that doesn't take this method.
pub(crate) async fn wrong_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "this address doesn't take that method",
    )
}

/// A panic under the API: logged once, and nothing of it told.
#[expect(
    clippy::needless_pass_by_value,
    reason = "what a layer hands over to its handler"
)]
pub(crate) fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(
        reason = text.unwrap_or("without words"),
        "a request panicked"
    );
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "internal",
        "something went wrong on our side",
    )
    .into_response()
}
