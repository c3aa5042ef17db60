//! `/{language}/desk/parts/{name}`: a document that comes in parts before its form, so that a line that
//! breaks costs one part and not the whole.
//!
//! It is the resumable upload of the IETF's HTTP working group, as much of it as a form needs: `HEAD` says
//! in `Upload-Offset` how many bytes have come, `PATCH` adds the next ones there. A part that begins
//! elsewhere is answered with 409 and where it should. There is nothing to create, for a file has its
//! digest for a name, and nothing to complete: the form names the file, and whether it is whole its
//! digest says.

use super::super::error::WebError;
use super::super::query::Path;
use super::guard::{AtDesk, Present};
use crate::api::read_body;
use crate::document::DOCUMENT_BYTES_MAX;
use crate::evidence::{Added, EvidenceFault, PART_BYTES_MAX, PartsName};
use app::views::ProblemPage;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// How long one part may take to come: the smallest that our script sends, at ten kilobits a second.
const PATIENCE: Duration = Duration::from_secs(60);

/// The type of a part.
const PART_TYPE: &str = "application/partial-upload";

/// At which byte a part begins, and how many have come.
const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");

/// How large the whole and a part may be.
const UPLOAD_LIMIT: HeaderName = HeaderName::from_static("upload-limit");

/// How much of a file has come.
pub(super) async fn come(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let name = PartsName::parse(&name).ok_or(WebError::NotFound)?;
    let parts = desk.evidence.parts();
    let come = parts.come(&session.person.account, &name).await;
    let mut response = at(
        StatusCode::NO_CONTENT,
        come.map_err(|fault| internal(&fault))?,
    );
    let limit = format!("max-size={DOCUMENT_BYTES_MAX}, max-append-size={PART_BYTES_MAX}");
    if let Ok(limit) = HeaderValue::from_str(&limit) {
        response.headers_mut().insert(UPLOAD_LIMIT, limit);
    }
    Ok(response)
}

/// Adds a part. One that doesn't come whole isn't added.
pub(super) async fn add(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((_, name)): Path<(String, String)>,
    request: Request,
) -> Result<Response, WebError> {
    let name = PartsName::parse(&name).ok_or(WebError::NotFound)?;
    let offset = offset(request.headers())?;
    let part = read_body(request.into_body(), PART_BYTES_MAX, PATIENCE).await;
    let part = part.map_err(|problem| refused(problem.status))?;
    let parts = desk.evidence.parts();
    let of = (&session.person.account, &name);
    let added = parts.add(of, offset, part, desk.people.now()).await;
    match added.map_err(|fault| internal(&fault))? {
        Added::Now(come) => Ok(at(StatusCode::NO_CONTENT, come)),
        Added::Elsewhere(come) => Ok(at(StatusCode::CONFLICT, come)),
        Added::TooLarge => Err(refused(StatusCode::PAYLOAD_TOO_LARGE.as_u16())),
        Added::Kind => Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE.as_u16())),
    }
}

/// Where a part says that it begins.
fn offset(headers: &HeaderMap) -> Result<u64, WebError> {
    if headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes) != Some(PART_TYPE.as_bytes()) {
        return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE.as_u16()));
    }
    let said = headers
        .get(UPLOAD_OFFSET)
        .and_then(|value| value.to_str().ok());
    said.and_then(|text| text.parse().ok())
        .ok_or_else(|| refused(StatusCode::BAD_REQUEST.as_u16()))
}

fn at(status: StatusCode, come: u64) -> Response {
    (status, [(UPLOAD_OFFSET, HeaderValue::from(come))]).into_response()
}

fn refused(status: u16) -> WebError {
    WebError::Problem(ProblemPage {
        status,
        ..ProblemPage::default()
    })
}

fn internal(fault: &EvidenceFault) -> WebError {
    WebError::Internal(fault.to_string().into())
}
