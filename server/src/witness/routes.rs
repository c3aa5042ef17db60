//! A witness over HTTP: `POST add-checkpoint`, and its key for whoever enrols it.

use super::memory::{Reply, Witness};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use ledger::log::ADD_CHECKPOINT_BYTES_MAX;
use std::sync::Arc;
use std::time::Duration;
use tower_http::timeout::RequestBodyDeadlineLayer;

/// The content type of what is said to people.
const TEXT: &str = "text/plain; charset=utf-8";

/// The routes of a witness, below a prefix such as `/w`; an empty one is the root.
pub fn router(witness: Arc<Witness>, prefix: &str, body: Duration) -> Router {
    let routes = Router::new()
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/vkey", get(vkey))
        .route("/healthz", get(healthz))
        .layer(DefaultBodyLimit::max(ADD_CHECKPOINT_BYTES_MAX))
        .layer(RequestBodyDeadlineLayer::new(body))
        .with_state(witness);
    match prefix.trim_end_matches('/') {
        "" => routes,
        prefix => Router::new().nest(prefix, routes),
    }
}

async fn add_checkpoint(State(witness): State<Arc<Witness>>, body: Bytes) -> Response {
    // It waits for the disk.
    let judged = tokio::task::spawn_blocking(move || witness.add_checkpoint(&body)).await;
    let failed = match judged {
        Ok(Ok(reply)) => return answer(reply),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    };
    tracing::error!(reason = failed, "a checkpoint was not cosigned");
    answer(Reply {
        status: 503,
        kind: TEXT,
        body: "the witness can't remember anything new at the moment\n".to_owned(),
    })
}

/// The key that its cosignatures are checked with.
async fn vkey(State(witness): State<Arc<Witness>>) -> Response {
    answer(Reply {
        status: 200,
        kind: TEXT,
        body: format!("{}\n", witness.verifier()),
    })
}

async fn healthz() -> Response {
    answer(Reply {
        status: 200,
        kind: TEXT,
        body: "ok\n".to_owned(),
    })
}

fn answer(reply: Reply) -> Response {
    let mut response = Response::new(Body::from(reply.body));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
