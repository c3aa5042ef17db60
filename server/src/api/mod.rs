//! The JSON API under `/api/v1`, the health checks and the metrics.
//!
//! In scope: the same reads as the pages, and submitting entries. Not in scope: what the rules
//! decide (package `ledger`), pages (`web`). `docs/API.md` says what is promised: `/api/v1` only
//! grows, codes are never renamed, and amounts are decimal strings of minor units.

mod body;
mod dto;
mod entries;
mod findings;
mod health;
mod lists;
mod log;
mod members;
mod openapi;
mod problem;
mod programmes;
mod receipt;
mod search;
mod submit;
mod sums;

pub(crate) use body::read as read_body;
pub use body::{BATCH_BODY_BYTES_MAX, NOTE_BODY_BYTES_MAX};
pub(crate) use entries::list as list_entries;
pub use openapi::document;
pub use problem::Problem;
pub(crate) use problem::panicked;
pub(crate) use submit::{Asked, Wait, unframe, wait_of};
pub use submit::{BATCH_NOTES_MAX, PROOF_WAIT_MAX};

use crate::state::App;
use crate::web;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::header;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use ledger::log::LOG_NOTE_BYTES_MAX;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

/// The routes that submit: nothing stands around them but what they need, for they are the hot path.
pub fn submissions() -> Router<Arc<App>> {
    Router::new()
        .route("/api/v1/entries", post(submit::one).get(entries::list))
        .route("/api/v1/entries:batch", post(submit::batch))
        .method_not_allowed_fallback(problem::wrong_method)
}

/// The routes that read.
pub fn reads(app: &Arc<App>) -> Router<Arc<App>> {
    Router::new()
        .route("/api/v1/ledger", get(lists::ledger))
        .route("/api/v1/programmes", get(programmes::list))
        .route("/api/v1/programmes/{id}", get(programmes::one))
        .route("/api/v1/members", get(members::list))
        .route("/api/v1/members/{*name}", get(members::one))
        .route("/api/v1/nodes", get(members::nodes))
        .route("/api/v1/waiting", get(members::waiting))
        .route("/api/v1/steps", get(members::steps))
        .route("/api/v1/entries/{id}", get(entries::one))
        .route("/api/v1/entries/{id}/proof", get(entries::proof))
        .route("/api/v1/findings", get(findings::list))
        .route("/api/v1/search", get(search::search))
        .route("/api/v1/finding-counts", get(sums::finding_counts))
        .route("/api/v1/tallies", get(programmes::tallies))
        .route("/api/v1/flows", get(sums::flows))
        .route("/api/v1/arrivals", get(sums::arrivals))
        .route("/api/v1/openapi.json", get(openapi::serve))
        .route("/api/{*rest}", get(problem::nowhere))
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(from_fn_with_state(Arc::clone(app), health::revalidate))
        .layer(CompressionLayer::new())
        .layer(from_fn(web::tag_by_encoding))
        .layer(from_fn(counted))
}

/// The log as auditors, witnesses and mirrors read it: formats of C2SP, and no JSON.
pub fn log() -> Router<Arc<App>> {
    // Entries shrink; hashes don't, and compressing them would only cost.
    let bundles = Router::new()
        .route("/log/tile/entries/{*path}", get(log::tile))
        .layer(CompressionLayer::new().no_br());
    Router::new()
        .route("/log/checkpoint", get(log::checkpoint))
        .route("/log/vkey", get(log::vkey))
        .route(
            "/log/cosignatures",
            post(log::cosignatures).layer(DefaultBodyLimit::max(LOG_NOTE_BYTES_MAX)),
        )
        .route("/log/tile/{*path}", get(log::tile))
        .route("/log/proof/{identity}", get(log::proof))
        .route("/log/policy", get(log::policy))
        .route("/log/{*rest}", get(log::nowhere))
        .merge(bundles)
        .method_not_allowed_fallback(log::wrong_method)
        .layer(from_fn(counted))
}

/// The routes for whoever runs the server.
pub fn operations() -> Router<Arc<App>> {
    Router::new()
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .layer(from_fn(never_kept))
}

async fn counted(request: Request, next: Next) -> Response {
    let route = web::route_of(&request);
    let response = next.run(request).await;
    web::count(route, &response);
    response
}

async fn never_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let no_store = axum::http::HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}
