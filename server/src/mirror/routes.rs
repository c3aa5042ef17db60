//! What a mirror answers beside the pages: submissions that it passes on, what the log left out, and
//! the evidence against it.

use super::forward::{Forwarded, Forwarder, NotForwarded};
use super::waiting::Passed;
use crate::api::{
    Asked, BATCH_BODY_BYTES_MAX, NOTE_BODY_BYTES_MAX, Problem, Wait, list_entries, read_body,
    unframe, wait_of,
};
use crate::state::App;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use utoipa::ToSchema;

/// The header that carries the mirror's stamp, a signed note in base64.
pub const RECEIVED: HeaderName = HeaderName::from_static("countersign-received");

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// A mirror's own routes; `GET` of entries stays the API's.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/api/v1/entries", post(submit).get(list_entries))
        .route("/api/v1/entries:batch", post(batch))
        .route("/mirror", get(about))
        .route("/mirror/withheld", get(withheld))
        .route("/mirror/evidence", get(evidence))
}

/// How a mirror stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct MirrorAbout {
    /// The log's verifier key.
    log: String,
    /// Where it is read from.
    from: String,
    /// Entries below the last checkpoint that is held whole.
    entries: u64,
    /// When the mirror last held every entry of a checkpoint, in UTC seconds.
    checked_at: Option<i64>,
    /// The key that cosigns, where the mirror has one.
    cosigns_as: Option<String>,
    /// The key that stamps submissions, where the mirror has one.
    stamps_as: Option<String>,
    /// What keeps it from following, while something does; it shows nobody's fault.
    trouble: Option<super::Trouble>,
    /// Why it stopped for good.
    departed: Option<super::Departed>,
}

/// What the log accepted and left out.
#[derive(Serialize, ToSchema)]
pub(crate) struct MirrorWithheld {
    /// The log's verifier key.
    log: String,
    /// When the mirror last held every entry of a checkpoint, in UTC seconds.
    checked_at: Option<i64>,
    /// The submissions, the earliest first.
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

async fn submit(
    State(app): State<Arc<App>>,
    asked: Asked,
    body: Body,
) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let wait = wait_of(asked)? == Wait::Proof;
    let note = read_body(body, NOTE_BODY_BYTES_MAX, app.body_timeout()).await?;
    match forwarder.forward(&note, wait).await {
        Ok(forwarded) => Ok(stamped(answer(&forwarded, None), &forwarded.received)),
        Err(NotForwarded::Silent { reason, received }) => {
            Ok(stamped(silent(&reason).into_response(), &received))
        }
        Err(error) => Err(not_forwarded(&error)),
    }
}

/// Passes a batch on. Its stamps stand in the answer's body, in the order of the notes: they are too
/// long for a header.
async fn batch(State(app): State<Arc<App>>, asked: Asked, body: Body) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let wait = wait_of(asked)? == Wait::Proof;
    let framed = read_body(body, BATCH_BODY_BYTES_MAX, app.body_timeout()).await?;
    let notes = unframe(&framed)?;
    let (reason, received) = match forwarder.forward_batch(&notes, &framed, wait).await {
        Ok(forwarded) => match with_stamps(&forwarded.body, &forwarded.received) {
            Some(body) => return Ok(answer(&forwarded, Some(body))),
            None => ("its answer isn't a ledger's".to_owned(), forwarded.received),
        },
        Err(NotForwarded::Silent { reason, received }) => (reason, received),
        Err(error) => return Err(not_forwarded(&error)),
    };
    let problem = serde_json::to_vec(&silent(&reason)).map_err(|error| failed(&error))?;
    let forwarded = Forwarded {
        status: StatusCode::BAD_GATEWAY.as_u16(),
        kind: "application/problem+json".to_owned(),
        body: problem,
        received,
    };
    let body = with_stamps(&forwarded.body, &forwarded.received);
    Ok(answer(&forwarded, body))
}

/// An answer, an object in JSON, with the stamps of all notes.
fn with_stamps(body: &[u8], received: &[String]) -> Option<Vec<u8>> {
    let mut body: Map<String, Value> = serde_json::from_slice(body).ok()?;
    body.insert("received".to_owned(), received.into());
    serde_json::to_vec(&body).ok()
}

/// The log's answer, with another body where one is given.
fn answer(forwarded: &Forwarded, body: Option<Vec<u8>>) -> Response {
    let body = body.unwrap_or_else(|| forwarded.body.clone());
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        StatusCode::from_u16(forwarded.status).unwrap_or(StatusCode::BAD_GATEWAY);
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&forwarded.kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CACHE_CONTROL, NO_STORE);
    response
}

fn silent(reason: &str) -> Problem {
    let text = format!("the log doesn't answer: {reason}");
    Problem::new(StatusCode::BAD_GATEWAY, "log-silent", text)
}

fn not_forwarded(error: &NotForwarded) -> Problem {
    let code = match error {
        NotForwarded::Failed(error) => return failed(error),
        NotForwarded::Silent { reason, .. } => return silent(reason),
        NotForwarded::Full => "busy",
        NotForwarded::NoKey | NotForwarded::NoServer => "read-only",
    };
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, code, error.to_string())
}

/// The answer to a note that came alone, with its stamp.
fn stamped(mut response: Response, received: &[String]) -> Response {
    let stamp = received.first().map(|note| STANDARD.encode(note));
    if let Some(Ok(stamp)) = stamp.as_deref().map(HeaderValue::from_str) {
        response.headers_mut().insert(RECEIVED, stamp);
    }
    response
}

/// How this mirror stands; only a mirror has it.
#[utoipa::path(get, path = "/mirror", tag = "mirror",
    responses(
        (status = 200, description = "How the mirror stands", body = MirrorAbout),
        (status = 404, description = "This server is no mirror", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn about(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let home = forwarder.home();
    let view = home.view();
    json(&MirrorAbout {
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

/// What the log accepted and left out for more than a minute; only a mirror has it.
#[utoipa::path(get, path = "/mirror/withheld", tag = "mirror",
    responses(
        (status = 200, description = "Stamp, answer and submission of each", body = MirrorWithheld),
        (status = 404, description = "This server is no mirror", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn withheld(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let forwarder = forwarder(&app)?;
    let withheld = forwarder.withheld().await.map_err(|error| failed(&error))?;
    let home = forwarder.home();
    json(&MirrorWithheld {
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

/// The evidence against the log, as a file; only a mirror whose log departed has it.
#[utoipa::path(get, path = "/mirror/evidence", tag = "mirror",
    responses(
        (status = 200, description = "The file, as docs/LOG-FORMAT.md has it", body = String, content_type = "text/plain"),
        (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn evidence(State(app): State<Arc<App>>) -> Result<Response, Problem> {
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
