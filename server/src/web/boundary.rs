//! The edge of the pages: every error becomes a page here, and is logged here once.

use super::answer::{frame, page_response};
use super::error::WebError;
use super::language::of_request;
use crate::state::App;
use app::views::{FailurePage, Page};
use app::words::Language;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// What every answer says to the browser, whatever it holds. A page has no script at all and no
/// style but our own sheets; nobody may frame it, and a link away tells nothing but the origin. Only a
/// page with an island has [`POLICY_WITH_ISLAND`] instead.
pub const SECURITY_HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; script-src 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// What a page with an island says instead: scripts of this server, which may start wasm and ask
/// this server, and nothing else. Never a word of script in the page itself.
pub const POLICY_WITH_ISLAND: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// Marks an answer whose page has an island.
#[derive(Clone, Copy, Debug)]
pub(super) struct HasIsland;

/// Marks an answer whose forms may lead to this origin too: browsers hold a form's redirects to the
/// policy of the page that sent it.
#[derive(Clone, Debug)]
pub(super) struct FormsLeadTo(pub(super) HeaderValue);

/// Adds the headers that every answer has.
pub(crate) async fn secure(request: Request, next: Next) -> Response {
    let route = route_of(&request);
    let mut response = next.run(request).await;
    count(route, &response);
    for (name, value) in SECURITY_HEADERS {
        // What an answer says for itself is stricter.
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if response.extensions().get::<HasIsland>().is_some() {
        response.headers_mut().insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_WITH_ISLAND),
        );
    }
    if let Some(FormsLeadTo(origin)) = response.extensions().get::<FormsLeadTo>().cloned() {
        let_forms_lead_to(&origin, response.headers_mut());
    }
    response
}

fn let_forms_lead_to(origin: &HeaderValue, headers: &mut HeaderMap) {
    let own = headers.get(header::CONTENT_SECURITY_POLICY);
    let texts = own
        .and_then(|own| own.to_str().ok())
        .zip(origin.to_str().ok());
    let wider = texts.and_then(|(own, origin)| {
        let forms = format!("form-action 'self' {origin};");
        HeaderValue::from_str(&own.replace("form-action 'self';", &forms)).ok()
    });
    if let Some(wider) = wider {
        headers.insert(header::CONTENT_SECURITY_POLICY, wider);
    }
}

/// The route's pattern: addresses themselves are too many to count.
pub(crate) fn route_of(request: &Request) -> String {
    let matched = request.extensions().get::<MatchedPath>();
    matched.map_or("none", MatchedPath::as_str).to_owned()
}

/// Counts an answer by its route and status.
pub(crate) fn count(route: String, response: &Response) {
    let status = response.status().as_u16().to_string();
    metrics::counter!("countersign_requests_total", "route" => route, "status" => status)
        .increment(1);
}

/// Turns errors and panics into pages.
pub(crate) async fn boundary(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    let language = of_request(request.uri().path(), request.headers());
    let path = request.uri().path().to_owned();
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    let error = match answered {
        Ok(response) => match response.extensions().get::<WebError>() {
            None => return response,
            Some(error) => error.clone(),
        },
        Err(panic) => WebError::Internal(said(panic.as_ref()).into()),
    };
    error_page(&app, language, &path, &error).await
}

/// Whatever has no route.
pub(crate) async fn nowhere() -> WebError {
    WebError::NotFound
}

fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("panic: {}", text.unwrap_or("without words"))
}

async fn error_page(app: &App, language: Language, path: &str, error: &WebError) -> Response {
    let page = match error {
        // A copy that stands is answered where it is found; no page is asked for here.
        WebError::NotFound | WebError::Unchanged(_) => Page::NotFound,
        WebError::Gone => Page::Gone,
        WebError::Problem(problem) => Page::Problem(problem.clone()),
        WebError::Internal(reason) => {
            let request_id = request_id();
            tracing::error!(request.id = %request_id, http.path = path, reason = %reason, "a page failed");
            metrics::counter!("countersign_pages_failed_total").increment(1);
            Page::Failure(FailurePage { request_id })
        }
    };
    // Where the database is what fails, the page stands without the ledger's figures.
    let head = app.store().head().await.ok().flatten();
    let simulated = app.simulated().await.unwrap_or(false);
    let frame = frame(app, language, String::new(), head.as_ref(), simulated);
    let mut response = page_response(&frame, &page);
    *response.status_mut() = error.status();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = error.retry_after_seconds() {
        headers.insert(header::RETRY_AFTER, seconds.into());
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// An id that a reader can quote: it tells one failure from the next, and nothing about anybody.
fn request_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    format!(
        "{:x}-{}",
        since.as_secs(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    )
}
