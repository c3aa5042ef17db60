//! Members, what they hold, and what waits for their word.

use super::dto::{KeyDto, Listed, MemberDto, MemberWholeDto, NodeDto, StepDto, TallyDto};
use super::lists::{Path, Query, listed, window};
use super::problem::Problem;
use super::programmes::ByName;
use crate::state::App;
use crate::store::read::{ROWS_MAX, Window};
use axum::Json;
use axum::extract::State;
use ledger::Step;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use utoipa::IntoParams;

/// Whose rows, from where on.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfMember {
    /// The member's name.
    member: String,
    /// Begin behind this index (`next` of the page before).
    after: Option<u64>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

/// Members by name.
#[utoipa::path(get, path = "/api/v1/members", tag = "members", params(ByName),
    responses((status = 200, description = "Members", body = Listed<MemberDto>)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    Query(query): Query<ByName>,
) -> Result<Json<Listed<MemberDto>>, Problem> {
    let members = app
        .store()
        .members(query.after(), window(query.limit()))
        .await?;
    Ok(listed(
        &members,
        query.limit(),
        |member| member.name.to_string(),
        MemberDto::of,
    ))
}

/// A member with its keys and totals. The name's slashes stand as they are.
#[utoipa::path(get, path = "/api/v1/members/{name}", tag = "members",
    params(("name" = String, Path, description = "The member's name, with its slashes")),
    responses((status = 200, description = "The member", body = MemberWholeDto),
        (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn one(
    State(app): State<Arc<App>>,
    Path(name): Path,
) -> Result<Json<MemberWholeDto>, Problem> {
    let store = app.store().moment().await?;
    let member = store.member(&name).await?.ok_or_else(Problem::not_found)?;
    let all = Window::first(ROWS_MAX);
    let keys = store.keys(&name, all).await?;
    let tallies = store.member_tallies(&name, "", all).await?;
    let programmes: BTreeSet<String> = tallies
        .iter()
        .map(|tally| tally.programme.clone())
        .collect();
    let programmes = store.programmes_named(programmes).await?;
    let dto = |tally: &crate::store::read::Tally| {
        Some(TallyDto::of(
            tally,
            "member",
            programmes.get(&tally.programme)?,
        ))
    };
    let children = store.children(&name, "", all).await?;
    Ok(Json(MemberWholeDto {
        member: MemberDto::of(&member),
        keys: keys.iter().map(KeyDto::of).collect(),
        tallies: tallies.iter().filter_map(dto).collect(),
        children: children
            .iter()
            .map(|child| child.name.to_string())
            .collect(),
        waiting: store.waiting_count(&name).await?,
    }))
}

/// What a member holds.
#[utoipa::path(get, path = "/api/v1/nodes", tag = "members", params(OfMember),
    responses((status = 200, description = "Nodes that aren't empty", body = Listed<NodeDto>)))]
pub(crate) async fn nodes(
    State(app): State<Arc<App>>,
    Query(query): Query<OfMember>,
) -> Result<Json<Listed<NodeDto>>, Problem> {
    let (nodes, next) = app
        .store()
        .nodes_held(&query.member, query.after, window(query.limit))
        .await?;
    Ok(Json(Listed {
        items: nodes.iter().map(NodeDto::of).collect(),
        next: next.map(|next| next.to_string()),
    }))
}

/// What a member still has to confirm, the oldest first.
#[utoipa::path(get, path = "/api/v1/waiting", tag = "members", params(OfMember),
    responses((status = 200, description = "Steps that wait for its word", body = Listed<StepDto>)))]
pub(crate) async fn waiting(
    State(app): State<Arc<App>>,
    Query(query): Query<OfMember>,
) -> Result<Json<Listed<StepDto>>, Problem> {
    let steps = app
        .store()
        .waiting_for(&query.member, query.after, window(query.limit))
        .await?;
    Ok(listed_steps(&steps, query.limit))
}

/// Steps that a member is payer or payee of, the latest first.
#[utoipa::path(get, path = "/api/v1/steps", tag = "members", params(OfMember),
    responses((status = 200, description = "Its steps", body = Listed<StepDto>)))]
pub(crate) async fn steps(
    State(app): State<Arc<App>>,
    Query(query): Query<OfMember>,
) -> Result<Json<Listed<StepDto>>, Problem> {
    let steps = app
        .store()
        .steps_of(&query.member, query.after, window(query.limit))
        .await?;
    Ok(listed_steps(&steps, query.limit))
}

fn listed_steps(steps: &[Step], limit: Option<u32>) -> Json<Listed<StepDto>> {
    listed(steps, limit, |step| step.index.to_string(), StepDto::of)
}
