//! The API's own description, generated from its handlers. `docs/openapi.json` is held to it by a
//! test.

use super::{entries, findings, health, lists, members, programmes, search, submit, sums};
use crate::mirror::routes as mirror;
use axum::Json;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Countersign",
        description = "Public money, signed at both ends. Amounts are decimal strings of minor units; \
                       `/api/v1` only grows, and codes are never renamed.",
        version = "1"
    ),
    paths(
        lists::ledger,
        programmes::list,
        programmes::one,
        programmes::tallies,
        members::list,
        members::one,
        members::nodes,
        members::waiting,
        members::steps,
        entries::list,
        entries::one,
        entries::proof,
        findings::list,
        sums::finding_counts,
        search::search,
        sums::flows,
        sums::arrivals,
        submit::one,
        submit::batch,
        health::live,
        health::ready,
        health::metrics,
        mirror::about,
        mirror::withheld,
        mirror::evidence,
    )
)]
struct Document;

/// The description.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    let mut document = Document::openapi();
    // The licence is the repository's; who serves a ledger is named by the ledger.
    document.info.license = None;
    document.info.contact = None;
    document
}

/// `/api/v1/openapi.json`.
pub(crate) async fn serve() -> Json<utoipa::openapi::OpenApi> {
    Json(document())
}
