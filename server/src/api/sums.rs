//! Sums beside the tallies: what went between members, how it arrived, how many findings there are.

use super::dto::Listed;
use super::lists::{Query, listed, rows, window};
use super::problem::Problem;
use crate::state::App;
use crate::store::codes;
use crate::store::read::{Flow, ScopeKind};
use axum::Json;
use axum::extract::State;
use ledger::{ArrivalKey, ArrivalTerms, FindingTallyKey, FindingTerms};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// What went from one member to another.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FlowDto {
    /// The programme.
    programme: String,
    /// Who sent.
    payer: String,
    /// Who should receive.
    payee: String,
    /// How many steps.
    steps: i64,
    /// Steps of which something was received.
    confirmed: i64,
    /// Their days, added up: from the day of the sending to that of the latest receipt.
    days: i64,
    /// Amounts by name, in minor units:
    /// `sent = received + back + settled + in_transit + missing`. Of `sent`, `returned` went by
    /// returns; `contested` was received beyond what was sent.
    terms: BTreeMap<String, String>,
}

/// Of the named sums, those that are amounts.
fn amounts(named: Vec<(&'static str, ledger::Minor)>, counts: &[&str]) -> BTreeMap<String, String> {
    let amounts = named.into_iter().filter(|(name, _)| !counts.contains(name));
    amounts
        .map(|(name, amount)| (name.to_owned(), amount.to_string()))
        .collect()
}

impl FlowDto {
    fn of((key, terms): &Flow) -> Self {
        Self {
            programme: key.programme.to_string(),
            payer: key.payer.to_string(),
            payee: key.payee.to_string(),
            steps: terms.steps,
            confirmed: terms.confirmed,
            days: terms.days,
            terms: amounts(terms.named(), &["steps", "confirmed", "days"]),
        }
    }
}

/// Whose flows, from where on.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichFlows {
    /// What this member sent.
    payer: Option<String>,
    /// What was sent to this member.
    payee: Option<String>,
    /// `next` of the page before.
    after: Option<String>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

/// What went between a member and each other one, a row a programme: give `payer` or `payee`.
#[utoipa::path(get, path = "/api/v1/flows", tag = "members", params(WhichFlows),
    responses((status = 200, description = "Flows by the other member and programme", body = Listed<FlowDto>),
        (status = 400, description = "The query can't be read", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn flows(
    State(app): State<Arc<App>>,
    Query(query): Query<WhichFlows>,
) -> Result<Json<Listed<FlowDto>>, Problem> {
    let store = app.store();
    let after = query.after.as_deref().unwrap_or("");
    let after = after.split_once(',').unwrap_or((after, ""));
    let window = window(query.limit);
    // No name holds a comma.
    match (&query.payer, &query.payee) {
        (Some(payer), None) => {
            let found = store.flows_from(payer, after, window).await?;
            let key = |(key, _): &Flow| format!("{},{}", key.payee, key.programme);
            Ok(listed(&found, query.limit, key, FlowDto::of))
        }
        (None, Some(payee)) => {
            let found = store.flows_to(payee, after, window).await?;
            let key = |(key, _): &Flow| format!("{},{}", key.payer, key.programme);
            Ok(listed(&found, query.limit, key, FlowDto::of))
        }
        _ => Err(Problem::bad_request(
            "payer or payee: one of them is expected",
        )),
    }
}

/// How what was sent arrives.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ArrivalDto {
    /// The programme.
    programme: String,
    /// `programme`, `member`, `tier` or `region`: the payees'.
    scope: String,
    /// Whose: a member's name, a tier's number, a region's code; empty for the programme.
    of: String,
    /// Steps of which something was received.
    confirmed: i64,
    /// Their days, added up: from the day of the sending to that of the latest receipt.
    days: i64,
    /// How many of them took at most so many days and more than the bucket before allows:
    /// `to_1`, `to_3`, `to_7`, `to_14`, `to_30`, `to_60`, and `beyond`.
    steps_by_days: BTreeMap<String, i64>,
    /// Received beyond what was sent, in minor units.
    contested: String,
}

impl ArrivalDto {
    fn of(scope: ScopeKind, key: &ArrivalKey, terms: &ArrivalTerms) -> Self {
        let by_days = [
            ("to_1", terms.to_1),
            ("to_3", terms.to_3),
            ("to_7", terms.to_7),
            ("to_14", terms.to_14),
            ("to_30", terms.to_30),
            ("to_60", terms.to_60),
            ("beyond", terms.beyond),
        ];
        Self {
            programme: key.programme.to_string(),
            scope: scope.word().to_owned(),
            of: codes::of_scope(&key.scope).1,
            confirmed: terms.confirmed,
            days: terms.days,
            steps_by_days: by_days
                .into_iter()
                .map(|(name, steps)| (name.to_owned(), steps))
                .collect(),
            contested: terms.contested.to_string(),
        }
    }
}

/// Which arrivals.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichArrivals {
    /// The programme.
    programme: String,
    /// `programme` (without it), `member`, `tier` or `region`.
    scope: Option<String>,
    /// One member, tier or region.
    of: Option<String>,
    /// Begin behind this `of`.
    after: Option<String>,
    /// Rows, at most 500.
    limit: Option<u32>,
}

/// How what was sent in a programme arrives: days per hop, and what is contested.
#[utoipa::path(get, path = "/api/v1/arrivals", tag = "programmes", params(WhichArrivals),
    responses((status = 200, description = "Arrivals", body = Listed<ArrivalDto>),
        (status = 400, description = "The query can't be read", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn arrivals(
    State(app): State<Arc<App>>,
    Query(query): Query<WhichArrivals>,
) -> Result<Json<Listed<ArrivalDto>>, Problem> {
    let scope = query.scope.as_deref().unwrap_or("programme");
    let scope = ScopeKind::from_word(scope)
        .ok_or_else(|| Problem::bad_request("scope: there is no such scope"))?;
    let store = app.store();
    let dto = |(key, terms): &(ArrivalKey, ArrivalTerms)| ArrivalDto::of(scope, key, terms);
    if let Some(of) = &query.of {
        let key = (query.programme.clone(), scope, of.clone());
        let found = store.arrivals_at(vec![key]).await?;
        let items = found.into_iter().map(|row| dto(&row)).collect();
        return Ok(Json(Listed { items, next: None }));
    }
    let after = query.after.as_deref().unwrap_or("");
    let found = store
        .arrivals(&query.programme, scope, after, window(query.limit))
        .await?;
    let of = |(key, _): &(ArrivalKey, ArrivalTerms)| codes::of_scope(&key.scope).1;
    let full = scope != ScopeKind::Programme && found.len() >= rows(query.limit) as usize;
    Ok(Json(Listed {
        items: found.iter().map(dto).collect(),
        next: found.last().filter(|_| full).map(of),
    }))
}

/// How many findings of one code there are.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FindingCountDto {
    /// The programme.
    programme: String,
    /// The code.
    code: String,
    /// Those that are open.
    open: i64,
    /// Money at risk by them, in minor units.
    open_at_risk: String,
    /// Those that are closed.
    closed: i64,
    /// Money that was at risk by them, in minor units.
    closed_at_risk: String,
}

impl FindingCountDto {
    fn of((key, terms): &(FindingTallyKey, FindingTerms)) -> Self {
        Self {
            programme: key.programme.to_string(),
            code: key.code.word().to_owned(),
            open: terms.open,
            open_at_risk: terms.open_at_risk.to_string(),
            closed: terms.closed,
            closed_at_risk: terms.closed_at_risk.to_string(),
        }
    }
}

/// Which counts of findings.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichCounts {
    /// Only of this programme.
    programme: Option<String>,
    /// Only those that name this member.
    member: Option<String>,
}

/// How many findings there are and the money at risk, by programme and code: exact at any number.
/// Of a thousand programmes at most.
#[utoipa::path(get, path = "/api/v1/finding-counts", tag = "findings", params(WhichCounts),
    responses((status = 200, description = "Counts", body = Listed<FindingCountDto>)))]
pub(crate) async fn finding_counts(
    State(app): State<Arc<App>>,
    Query(query): Query<WhichCounts>,
) -> Result<Json<Listed<FindingCountDto>>, Problem> {
    let member = query.member.as_deref().unwrap_or("");
    let found = app
        .store()
        .finding_counts(member, query.programme.as_deref())
        .await?;
    Ok(Json(Listed {
        items: found.iter().map(FindingCountDto::of).collect(),
        next: None,
    }))
}
