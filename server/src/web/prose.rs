//! `/{language}/glossary`, `/about`, `/accessibility`: pages of words alone.

use super::answer::visit;
use super::error::WebError;
use super::language;
use super::query::Path;
use crate::state::App;
use app::views::Page;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use std::sync::Arc;

pub(crate) async fn glossary(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    show(&app, &language, &uri, &headers, &Page::Glossary).await
}

pub(crate) async fn about(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    show(&app, &language, &uri, &headers, &Page::About).await
}

pub(crate) async fn accessibility(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    show(&app, &language, &uri, &headers, &Page::Accessibility).await
}

async fn show(
    app: &App,
    language: &str,
    uri: &Uri,
    headers: &HeaderMap,
    page: &Page,
) -> Result<Response, WebError> {
    let language = language::parse(language)?;
    Ok(match visit(app, language, uri, headers).await? {
        Ok(visit) => visit.show(page),
        Err(unchanged) => unchanged,
    })
}
