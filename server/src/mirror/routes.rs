//! What a mirror answers beside the pages: submissions that it passes on, what the log left out, and
//! the evidence against it.

use super::forward::{Forwarder, NotForwarded, Passed};
use crate::api::{NOTE_BODY_BYTES_MAX, Problem};
use crate::state::App;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use std::sync::Arc;

/// The header that carries the mirror's stamp, a signed note in base64.
pub const RECEIVED: HeaderName = HeaderName::from_static("countersign-received");

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// A mirror's own routes; `GET` of entries stays the API's.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/api/v1/entries",
            post(submit)
                .get(crate::api::list_entries)
                .layer(DefaultBodyLimit::max(NOTE_BODY_BYTES_MAX)),
        )
        .route("/api/v1/entries:batch", post(batch))
        .route("/mirror", get(about))
        .route("/mirror/withheld", get(withheld))
        .route("/mirror/evidence", get(evidence))
}

/// How the mirror stands.
#[derive(Serialize)]
struct About {
    log: String,
    from: String,
    entries: u64,
    checked_at: Option<i64>,
    cosigns_as: Option<String>,
    stamps_as: Option<String>,
    trouble: Option<super::Trouble>,
    departed: Option<super::Departed>,
}

/// What the log accepted and left out.
#[derive(Serialize)]
struct Withheld {
    log: String,
    checked_at: Option<i64>,
    withheld: Vec<Passed>,
}

fn forwarder(app: &App) -> Result<Arc<Forwarder>, Problem> {
    app.mirror().cloned().ok_or_else(|| {
        let status = StatusCode::NOT_FOUND;
        Problem::new(status, "not-found", "this server is no mirror")
    })
}

fn failed(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(reason = %error, "the mirror fails");
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    Problem::new(status, "internal", "something went wrong on our side")
}

async fn submit(State(app): State<Arc<App>>, note: Bytes) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    match forwarder.forward(&note).await {
        Ok(forwarded) => {
            let status = StatusCode::from_u16(forwarded.status).unwrap_or(StatusCode::BAD_GATEWAY);
            let mut response = Response::new(Body::from(forwarded.body));
            *response.status_mut() = status;
            if let Ok(kind) = HeaderValue::from_str(&forwarded.kind) {
                response.headers_mut().insert(header::CONTENT_TYPE, kind);
            }
            Ok(stamped(response, &forwarded.received))
        }
        Err(NotForwarded::Silent { reason, received }) => {
            let text = format!("the log doesn't answer: {reason}");
            let problem = Problem::new(StatusCode::BAD_GATEWAY, "log-silent", text);
            Ok(stamped(problem.into_response(), &received))
        }
        Err(NotForwarded::Failed(error)) => Err(failed(&error)),
        Err(error @ NotForwarded::Full) => {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            Err(Problem::new(status, "busy", error.to_string()))
        }
        Err(error) => {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            Err(Problem::new(status, "read-only", error.to_string()))
        }
    }
}

fn stamped(mut response: Response, received: &str) -> Response {
    if let Ok(stamp) = HeaderValue::from_str(&STANDARD.encode(received)) {
        response.headers_mut().insert(RECEIVED, stamp);
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, NO_STORE);
    response
}

/// A stamp names one submission.
async fn batch() -> Problem {
    let text = "a mirror stamps submissions one by one: send each to /api/v1/entries";
    Problem::new(StatusCode::NOT_IMPLEMENTED, "mirror-no-batch", text)
}

async fn about(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let home = forwarder.home();
    let view = home.view();
    json(&About {
        log: home.log().to_string(),
        from: view.from,
        entries: app
            .log()
            .published()
            .map_or(0, |published| published.size()),
        checked_at: view.checked_at.map(ledger::field::Moment::seconds),
        cosigns_as: home.verifier().map(ToString::to_string),
        stamps_as: forwarder.stamp().map(ToString::to_string),
        trouble: view.trouble,
        departed: view.departed,
    })
}

async fn withheld(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let withheld = forwarder.withheld().await.map_err(|error| failed(&error))?;
    let home = forwarder.home();
    json(&Withheld {
        log: home.log().to_string(),
        checked_at: home.view().checked_at.map(ledger::field::Moment::seconds),
        withheld,
    })
}

fn json(body: &impl Serialize) -> Result<Response, Problem> {
    let bytes = serde_json::to_vec(body).map_err(|error| failed(&error))?;
    let kind = HeaderValue::from_static("application/json");
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, NO_STORE),
        ],
        bytes,
    )
        .into_response())
}

/// The evidence against the log, as a file.
async fn evidence(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let evidence = forwarder
        .home()
        .evidence()
        .map_err(|error| failed(&error))?;
    let Some((departed, bytes)) = evidence else {
        let text = "the log has not departed from what it should do";
        return Err(Problem::new(StatusCode::NOT_FOUND, "not-found", text));
    };
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    let name = format!("attachment; filename=\"{}\"", departed.evidence);
    let mut response = (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, NO_STORE),
        ],
        bytes,
    )
        .into_response();
    if let Ok(name) = HeaderValue::from_str(&name) {
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
