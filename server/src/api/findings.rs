//! Findings, narrowed.

use super::dto::{FindingDto, Listed};
use super::lists::{Query, window};
use super::problem::Problem;
use crate::state::App;
use crate::store::read::{FindingAfter, FindingFilter};
use axum::Json;
use axum::extract::State;
use ledger::Code;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// What the list is narrowed to.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichFindings {
    /// Only this code.
    code: Option<String>,
    /// Only this programme.
    programme: Option<String>,
    /// Only those that name this member.
    member: Option<String>,
    /// `open` (without it), `closed` or `all`.
    state: Option<String>,
    /// The page by its number, as the HTML list counts; `after` is the way to read on.
    page: Option<u64>,
    /// `next` of the page before.
    after: Option<String>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

/// Findings, those about the latest entries first. A page may be short where `next` isn't null:
/// two narrowings at once look through a bounded number of findings.
#[utoipa::path(get, path = "/api/v1/findings", tag = "findings", params(WhichFindings),
    responses((status = 200, description = "Findings", body = Listed<FindingDto>),
        (status = 400, description = "The query can't be read", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    Query(query): Query<WhichFindings>,
) -> Result<Json<Listed<FindingDto>>, Problem> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let code = given(&query.code).map(|code| {
        Code::from_word(&code).ok_or_else(|| Problem::bad_request("code: there is no such code"))
    });
    let open = match given(&query.state).as_deref().unwrap_or("open") {
        "open" => Some(true),
        "closed" => Some(false),
        "all" => None,
        _ => {
            return Err(Problem::bad_request(
                "state: open, closed or all is expected",
            ));
        }
    };
    let filter = FindingFilter {
        code: code.transpose()?,
        programme: given(&query.programme),
        member: given(&query.member),
        open,
    };
    let after = given(&query.after)
        .map(|after| read_key(&after))
        .transpose()?;
    let window = match query.page {
        Some(page) => crate::store::read::Window::page(page, crate::web::PAGE_ROWS),
        None => window(query.limit),
    };
    let (found, next) = app.store().findings(&filter, after, window).await?;
    let next = next.map(|next| format!("{}.{}.{}", next.subject, next.leg, next.code));
    Ok(Json(Listed {
        items: found.iter().map(FindingDto::of).collect(),
        next,
    }))
}

fn read_key(text: &str) -> Result<FindingAfter, Problem> {
    let mut parts = text.split('.');
    let mut read = || {
        let subject = parts.next()?.parse().ok()?;
        let leg = parts.next()?.parse().ok()?;
        let code = parts.next()?.parse().ok()?;
        if parts.next().is_some() {
            None
        } else {
            Some(FindingAfter { subject, leg, code })
        }
    };
    read().ok_or_else(|| Problem::bad_request("after: `next` of the page before is expected"))
}
