//! Whether the server lives, whether it can take entries, what it counts; and answers that can be
//! kept.

use super::problem::Problem;
use crate::state::{App, metrics as recorder};
use crate::web::caching;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The process answers.
#[utoipa::path(get, path = "/health/live", tag = "operations",
    responses((status = 200, description = "The process answers", body = String, content_type = "text/plain")))]
pub(crate) async fn live() -> &'static str {
    "live\n"
}

/// The writer runs and the database answers.
#[utoipa::path(get, path = "/health/ready", tag = "operations",
    responses(
        (status = 200, description = "Entries can be submitted", body = String, content_type = "text/plain"),
        (status = 503, description = "They can't", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn ready(State(app): State<Arc<App>>) -> Result<&'static str, Problem> {
    const UNAVAILABLE: StatusCode = StatusCode::SERVICE_UNAVAILABLE;
    if let Some(mirror) = app.mirror() {
        if let Some(departed) = mirror.home().view().departed {
            return Err(Problem::new(UNAVAILABLE, "log-departed", departed.what));
        }
    } else if !app.sequencer().running() {
        return Err(Problem::new(
            UNAVAILABLE,
            "stopping",
            "the writer isn't running",
        ));
    }
    if let Some(reason) = app.log().refusal() {
        return Err(Problem::new(UNAVAILABLE, "not-published", reason));
    }
    match app.store().ping().await {
        Ok(()) => Ok("ready\n"),
        Err(error) => {
            tracing::warn!(reason = %error, "the database doesn't answer");
            Err(Problem::new(
                UNAVAILABLE,
                "database",
                "the database doesn't answer",
            ))
        }
    }
}

/// Counters in the text format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "operations",
    responses((status = 200, description = "Counters", body = String, content_type = "text/plain")))]
pub(crate) async fn metrics(State(app): State<Arc<App>>) -> Response {
    metrics::gauge!("countersign_queue_notes")
        .set(u32::try_from(app.sequencer().queued()).unwrap_or(u32::MAX));
    if let Ok(Some(head)) = app.store().head().await {
        metrics::counter!("countersign_entries_total").absolute(head.next_index);
    }
    match recorder() {
        Ok(recorder) => {
            recorder.run_upkeep();
            let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
            ([(header::CONTENT_TYPE, kind)], recorder.render()).into_response()
        }
        Err(reason) => {
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "no-metrics", reason).into_response()
        }
    }
}

/// Puts the ledger's ETag on every read that succeeds, and answers 304 where the reader's copy
/// still stands.
pub(crate) async fn revalidate(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let head = match app.store().head().await {
        Ok(head) => head,
        Err(error) => return Problem::from(error).into_response(),
    };
    let tag = caching::ledger_tag(&app, head.as_ref());
    if caching::is_fresh(request.headers(), &tag) {
        return caching::not_modified(tag);
    }
    let mut response = next.run(request).await;
    if response.status().is_success() {
        response.headers_mut().insert(header::ETAG, tag);
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, caching::REVALIDATE);
    }
    response
}
