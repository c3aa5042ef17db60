//! Entries as they were signed.

use super::dto::{AboutDto, EntryDto, EntryWholeDto, FindingDto, Listed, StepDto};
use super::lists::{Path, Query, rows, window};
use super::problem::Problem;
use crate::state::App;
use crate::store::read::{KnownEntry, ROWS_MAX, Window};
use crate::web::as_index;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::field::{Identity, Moment};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichEntries {
    /// The first index.
    from: Option<u64>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

impl EntryDto {
    fn of(known: &KnownEntry) -> Self {
        Self {
            index: known.index,
            identity: known.note.identity().to_string(),
            kind: known.note.kind().word().to_owned(),
            author: known.note.entry().author().to_string(),
            recorded_at: Moment(known.recorded_at).to_string(),
            note: String::from_utf8_lossy(known.note.bytes()).into_owned(),
        }
    }
}

/// Entries from an index on.
#[utoipa::path(get, path = "/api/v1/entries", tag = "entries", params(WhichEntries),
    responses((status = 200, description = "Entries; `next` is the `from` of the page after", body = Listed<EntryDto>)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    Query(query): Query<WhichEntries>,
) -> Result<Json<Listed<EntryDto>>, Problem> {
    let stored = app
        .store()
        .notes(query.from.unwrap_or(0), rows(query.limit))
        .await?;
    let known = stored
        .iter()
        .map(KnownEntry::read)
        .collect::<Result<Vec<_>, _>>()?;
    let full = known.len() >= rows(query.limit) as usize;
    let next = known
        .last()
        .filter(|_| full)
        .map(|last| (last.index + 1).to_string());
    Ok(Json(Listed {
        items: known.iter().map(EntryDto::of).collect(),
        next,
    }))
}

/// An entry by its identity or its index, with what speaks about it.
#[utoipa::path(get, path = "/api/v1/entries/{id}", tag = "entries",
    params(("id" = String, Path, description = "The identity's 64 hexadecimal digits, or the index")),
    responses((status = 200, description = "The entry", body = EntryWholeDto),
        (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn one(State(app): State<Arc<App>>, Path(id): Path) -> Result<Response, Problem> {
    let store = app.store();
    let known = match (as_index(&id), id.parse::<Identity>()) {
        (Some(index), _) => store.entry_at(index).await?,
        (None, Ok(identity)) => store.entry_by_identity(&identity).await?,
        (None, Err(_)) => None,
    };
    let known = known.ok_or_else(Problem::not_found)?;
    let index = known.index;
    let about = store.about(index, None, window(Some(ROWS_MAX))).await?;
    let mut about: Vec<AboutDto> = about
        .iter()
        .map(|row| AboutDto {
            index: row.index,
            kind: row.kind.word().to_owned(),
        })
        .collect();
    let endorsed = store.endorsements(index, Window::first(ROWS_MAX)).await?;
    about.extend(endorsed.into_iter().map(|index| AboutDto {
        index,
        kind: "endorse".to_owned(),
    }));
    let whole = EntryWholeDto {
        entry: EntryDto::of(&known),
        step: store.step(index).await?.as_ref().map(StepDto::of),
        about,
        findings: store
            .findings_about(&[index])
            .await?
            .iter()
            .map(FindingDto::of)
            .collect(),
    };
    Ok(Json(whole).into_response())
}

/// The proof that an entry stands in the log: an address of the log's own.
#[utoipa::path(get, path = "/api/v1/entries/{id}/proof", tag = "entries",
    params(("id" = String, Path, description = "The identity's 64 hexadecimal digits, or the index")),
    responses((status = 307, description = "The proof is at `/log/proof/{identity}`"),
        (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn proof(
    State(app): State<Arc<App>>,
    Path(id): Path,
) -> Result<Response, Problem> {
    let identity = match as_index(&id) {
        Some(index) => {
            let known = app.store().entry_at(index).await?;
            known.map(|known| known.note.identity())
        }
        None => id.parse::<Identity>().ok(),
    };
    let identity = identity.ok_or_else(Problem::not_found)?;
    Ok(Redirect::temporary(&format!("/log/proof/{identity}")).into_response())
}
