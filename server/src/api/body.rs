//! Reading a request's body, once and within bounds.

use super::problem::Problem;
use axum::body::Body;
use axum::http::StatusCode;
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use ledger::limits::NOTE_BYTES_MAX;
use std::time::Duration;

/// Bytes of a body with one note: what the format allows, and not one more.
pub const NOTE_BODY_BYTES_MAX: usize = NOTE_BYTES_MAX;

/// Bytes of a body with a batch: every note as long as the format allows, with its two bytes of
/// length.
pub const BATCH_BODY_BYTES_MAX: usize = super::BATCH_NOTES_MAX * (NOTE_BYTES_MAX + 2);

/// Reads a whole body, within so long from its first byte to its last. A body that came in one piece
/// isn't copied.
pub(crate) async fn read(
    body: Body,
    bytes_max: usize,
    patience: Duration,
) -> Result<Bytes, Problem> {
    let collected = tokio::time::timeout(patience, Limited::new(body, bytes_max).collect()).await;
    match collected {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "body-too-large",
            format!("the body has more than {bytes_max} bytes"),
        )),
        Ok(Err(_)) => Err(Problem::bad_request("the body broke off")),
        Err(_) => Err(Problem::new(
            StatusCode::REQUEST_TIMEOUT,
            "body-too-slow",
            format!("the body took longer than {} s", patience.as_secs()),
        )),
    }
}
