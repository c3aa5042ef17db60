//! Programmes and tallies.

use super::dto::{Listed, ProgrammeDto, TallyDto};
use super::lists::{Path, Query, listed, window};
use super::problem::Problem;
use crate::state::App;
use crate::store::read::{ALL_MONTHS, ScopeKind};
use axum::Json;
use axum::extract::State;
use ledger::Programme;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Which page of a list by name.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ByName {
    /// Begin behind this name.
    after: Option<String>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

impl ByName {
    pub(crate) fn after(&self) -> &str {
        self.after.as_deref().unwrap_or("")
    }

    pub(crate) const fn limit(&self) -> Option<u32> {
        self.limit
    }
}

/// Programmes by name.
#[utoipa::path(get, path = "/api/v1/programmes", tag = "programmes", params(ByName),
    responses((status = 200, description = "Programmes", body = Listed<ProgrammeDto>)))]
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    Query(query): Query<ByName>,
) -> Result<Json<Listed<ProgrammeDto>>, Problem> {
    let programmes = app
        .store()
        .programmes(query.after(), window(query.limit))
        .await?;
    let mut rows = Vec::with_capacity(programmes.len());
    for programme in &programmes {
        rows.push(with_total(&app, programme).await?);
    }
    Ok(listed(
        &rows,
        query.limit,
        |row| row.programme.clone(),
        Clone::clone,
    ))
}

/// A programme with its total.
#[utoipa::path(get, path = "/api/v1/programmes/{id}", tag = "programmes",
    params(("id" = String, Path, description = "The programme's name")),
    responses((status = 200, description = "The programme", body = ProgrammeDto),
        (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path,
) -> Result<Json<ProgrammeDto>, Problem> {
    let programme = app
        .store()
        .programme(&id)
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(Json(with_total(&app, &programme).await?))
}

async fn with_total(app: &App, programme: &Programme) -> Result<ProgrammeDto, Problem> {
    let name = programme.name.as_str();
    let total = app
        .store()
        .tally(name, ScopeKind::Programme, "", ALL_MONTHS)
        .await?;
    Ok(ProgrammeDto::of(
        programme,
        &total.map(|total| total.terms).unwrap_or_default(),
    ))
}

/// Which tallies.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichTallies {
    /// The programme.
    programme: String,
    /// `programme` (without it), `member`, `tier` or `region`.
    scope: Option<String>,
    /// One member, tier or region: all its months then, unless one is named.
    of: Option<String>,
    /// `YYYY-MM`; without it the total over all months, or with `of` every month.
    month: Option<String>,
    /// Begin behind this `of`, or behind this month.
    after: Option<String>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

/// Tallies of a programme: one scope's for a month, or one member's, tier's or region's by month.
#[utoipa::path(get, path = "/api/v1/tallies", tag = "programmes", params(WhichTallies),
    responses((status = 200, description = "Tallies", body = Listed<TallyDto>),
        (status = 400, description = "The query can't be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such programme", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn tallies(
    State(app): State<Arc<App>>,
    Query(query): Query<WhichTallies>,
) -> Result<Json<Listed<TallyDto>>, Problem> {
    let store = app.store();
    let scope = query.scope.as_deref().unwrap_or("programme");
    let scope = ScopeKind::from_word(scope)
        .ok_or_else(|| Problem::bad_request("scope: there is no such scope"))?;
    let month = query.month.as_deref().map(month).transpose()?;
    let programme = store
        .programme(&query.programme)
        .await?
        .ok_or_else(Problem::not_found)?;
    let name = programme.name.as_str();
    let dto = |tally: &_| TallyDto::of(tally, scope.word(), &programme);
    let after = query.after.as_deref().unwrap_or("");
    match (&query.of, month) {
        (Some(of), Some(month)) => {
            let found: Vec<_> = store
                .tally(name, scope, of, month)
                .await?
                .into_iter()
                .collect();
            Ok(Json(Listed {
                items: found.iter().map(dto).collect(),
                next: None,
            }))
        }
        (Some(of), None) => {
            let after = if after.is_empty() {
                ALL_MONTHS
            } else {
                self::month(after)?
            };
            let found = store
                .months(name, scope, of, after, window(query.limit))
                .await?;
            let key = |tally: &crate::store::read::Tally| {
                format!("{:04}-{:02}", tally.month / 100, tally.month % 100)
            };
            Ok(listed(&found, query.limit, key, dto))
        }
        (None, month) => {
            let month = month.unwrap_or(ALL_MONTHS);
            let found = store
                .tallies(name, scope, month, after, window(query.limit))
                .await?;
            if scope == ScopeKind::Programme {
                return Ok(Json(Listed {
                    items: found.iter().map(dto).collect(),
                    next: None,
                }));
            }
            Ok(listed(&found, query.limit, |tally| tally.of.clone(), dto))
        }
    }
}

/// `YYYY-MM` as the number of a month.
fn month(text: &str) -> Result<u32, Problem> {
    let read = || {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = year.len() == 4 && month.len() == 2 && digits(year) && digits(month);
        let month = month
            .parse::<u32>()
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        if shaped {
            Some(year.parse::<u32>().ok()? * 100 + month)
        } else {
            None
        }
    };
    read().ok_or_else(|| Problem::bad_request("month: YYYY-MM is expected"))
}
