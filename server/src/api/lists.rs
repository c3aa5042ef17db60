//! What all lists share: how long a page is, where it begins; and the ledger itself.

use super::dto::{LedgerDto, Listed};
use super::problem::Problem;
use crate::state::App;
use crate::store::read::{ROWS_MAX, Window};
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Rows of an answer where the request doesn't say.
const ROWS: u32 = 100;

/// A query that is answered with a problem where it can't be read.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let read = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        read.map(|query| Self(query.0))
            .map_err(|error| Problem::bad_request(error.body_text()))
    }
}

/// A part of the path that is answered with a problem where it isn't UTF-8.
pub(crate) struct Path(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Path {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let read = axum::extract::Path::<String>::from_request_parts(parts, state).await;
        read.map(|path| Self(path.0))
            .map_err(|_| Problem::not_found())
    }
}

/// So many rows as are asked for, at least 1 and at most [`ROWS_MAX`].
pub(crate) fn window(limit: Option<u32>) -> Window {
    Window::first(rows(limit))
}

pub(crate) fn rows(limit: Option<u32>) -> u32 {
    limit.unwrap_or(ROWS).clamp(1, ROWS_MAX)
}

/// A page whose next one begins behind its last row, if it is full.
pub(crate) fn listed<R, T>(
    rows: &[R],
    limit: Option<u32>,
    key: impl Fn(&R) -> String,
    dto: impl Fn(&R) -> T,
) -> Json<Listed<T>> {
    let full = rows.len() >= self::rows(limit) as usize;
    let next = rows.last().filter(|_| full).map(key);
    Json(Listed {
        items: rows.iter().map(dto).collect(),
        next,
    })
}

/// The ledger as it stands.
#[utoipa::path(get, path = "/api/v1/ledger", tag = "ledger",
    responses((status = 200, description = "The ledger", body = LedgerDto)))]
pub(crate) async fn ledger(State(app): State<Arc<App>>) -> Result<Json<LedgerDto>, Problem> {
    let head = app.store().head().await?;
    let head = head.as_ref();
    Ok(Json(LedgerDto {
        ledger: head.map(|head| head.ledger.to_string()),
        entries: head.map_or(0, |head| head.next_index),
        ledger_time: head.map(|head| head.clock.to_string()),
        operator: head.map(|head| head.operator.to_string()),
        rules: head.map(|head| head.rules),
        receipts_simulated: app.simulated().await?,
    }))
}
