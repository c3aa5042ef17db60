//! The style sheet, under an address that changes with its content.

use super::error::WebError;
use super::query::Path;
use app::style;
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// `/style/{file}`: for ever, or not at all.
pub(crate) async fn style(Path(file): Path<String>) -> Result<Response, WebError> {
    if style::path().strip_prefix("/style/") != Some(file.as_str()) {
        return Err(WebError::NotFound);
    }
    let headers = [
        (header::CONTENT_TYPE, style::CONTENT_TYPE),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, style::body()).into_response())
}
