//! Search: members, programmes and entries by what somebody types.

use super::dto::MemberDto;
use super::lists::{Query, rows};
use super::problem::Problem;
use crate::search::asked;
use crate::state::App;
use crate::store::read::Window;
use crate::web::entries_found;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// Members, and programmes, of one answer at most.
const FOUND_MAX: u32 = 100;

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// Words of a title or name, by their beginnings: folded, so that accents and capitals don't
    /// count; Chinese also in pinyin. Or an entry's identity, index, or exact reference, the last
    /// with words of its author where that isn't the owner of a programme.
    q: String,
    /// Members and programmes each, at most 100.
    limit: Option<u32>,
}

/// A programme that was found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FoundProgrammeDto {
    /// Its name in the ledger.
    programme: String,
    /// What it is called.
    title: String,
}

/// An entry that was found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FoundEntryDto {
    /// Its index.
    index: u64,
    /// SHA3-256 of its text.
    identity: String,
    /// Its kind.
    kind: String,
    /// The member that signs it.
    author: String,
    /// Its author's reference.
    reference: String,
}

/// What was found, the closest first.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FoundDto {
    /// Members.
    members: Vec<MemberDto>,
    /// Programmes.
    programmes: Vec<FoundProgrammeDto>,
    /// Entries.
    entries: Vec<FoundEntryDto>,
    /// Whether there may be other members and programmes: a rarer word finds them.
    more: bool,
}

/// Members and programmes by words, entries by identity, index or reference.
#[utoipa::path(get, path = "/api/v1/search", tag = "ledger", params(Asked),
    responses((status = 200, description = "What was found", body = FoundDto),
        (status = 400, description = "The query can't be read", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn search(
    State(app): State<Arc<App>>,
    Query(query): Query<Asked>,
) -> Result<Json<FoundDto>, Problem> {
    let store = app.store();
    let window = Window::first(rows(query.limit).min(FOUND_MAX));
    let found = store.search(&asked(&query.q), window).await?;
    let entries = entries_found(store, query.q.trim()).await?;
    let programmes = found.programmes.iter().map(|programme| FoundProgrammeDto {
        programme: programme.name.to_string(),
        title: programme.title.to_string(),
    });
    let entries = entries.iter().map(|known| FoundEntryDto {
        index: known.index,
        identity: known.note.identity().to_string(),
        kind: known.note.kind().word().to_owned(),
        author: known.note.entry().author().to_string(),
        reference: known.note.entry().reference().to_string(),
    });
    Ok(Json(FoundDto {
        members: found.members.iter().map(MemberDto::of).collect(),
        programmes: programmes.collect(),
        entries: entries.collect(),
        more: found.more,
    }))
}
