//! The style sheets, each under an address that changes with its content.

use super::error::WebError;
use super::query::Path;
use app::style::{self, Sheet};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// The address changes with the content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `/style/{file}`: for ever, or not at all.
pub(crate) async fn style(Path(file): Path<String>) -> Result<Response, WebError> {
    if style::preview_path().ends_with(&format!("/{file}")) {
        let headers = [
            (header::CONTENT_TYPE, "image/png"),
            (header::CACHE_CONTROL, FOR_EVER),
        ];
        return Ok((headers, style::PREVIEW).into_response());
    }
    let Some(sheet) = Sheet::at(&format!("/style/{file}")) else {
        return Err(if is_of_another_release(&file) {
            WebError::Gone
        } else {
            WebError::NotFound
        });
    };
    let headers = [
        (header::CONTENT_TYPE, style::CONTENT_TYPE),
        (header::CACHE_CONTROL, FOR_EVER),
    ];
    Ok((headers, sheet.body()).into_response())
}

/// How long the picture of a tab is kept: its address never changes, its content once in years.
const A_WEEK: &str = "public, max-age=604800";

/// `/favicon.ico`, which browsers ask for unasked: no page spends bytes on naming it.
pub(crate) async fn icon() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, A_WEEK),
    ];
    (headers, style::ICON).into_response()
}

/// Whether a name is one that this program gives a sheet or its picture: then it was another release's.
fn is_of_another_release(file: &str) -> bool {
    let hash = file
        .strip_prefix("countersign-")
        .and_then(|rest| rest.strip_suffix(".css").or(rest.strip_suffix(".png")));
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}
