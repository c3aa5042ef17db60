//! A form with a file, as a browser sends it.

use super::super::error::WebError;
use super::form::{FORM_BYTES_MAX, Form};
use crate::api::read_body;
use app::views::ProblemPage;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use bytes::Bytes;
use multer::{Constraints, Field, Multipart, SizeLimit};
use std::time::Duration;

/// The name of the field that holds the file.
pub(super) const FILE: &str = "file";

/// Fields of a form, the file among them; ours have ten.
const FIELDS_MAX: usize = 32;

/// Bytes of a form that are let go by unread, so that whoever sends a file that is too large is told so
/// on the page with what was typed: browsers don't read an answer before all is sent.
const LET_GO_BYTES_MAX: u64 = 64 << 20;

/// What a form with a file may bring.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Bytes of the file.
    pub(super) file_bytes_max: usize,
    /// How long the whole may take to come.
    pub(super) patience: Duration,
}

/// A form and the file that came with it.
#[derive(Debug, Default)]
pub(super) struct Upload {
    pub(super) form: Form,
    /// Its bytes; nothing where none was chosen.
    pub(super) file: Option<Bytes>,
    /// It was longer than the limit: nothing of it was kept.
    pub(super) too_large: bool,
}

/// Reads a form, with a file or without.
pub(super) async fn read(request: Request, bounds: Bounds) -> Result<Upload, WebError> {
    let boundary = boundary(request.headers());
    let body = request.into_body();
    let Some(boundary) = boundary else {
        let body = read_body(body, FORM_BYTES_MAX, bounds.patience).await;
        let body = body.map_err(|problem| unreadable(problem.status, problem.title))?;
        return Ok(Upload {
            form: Form::parse(&body),
            ..Upload::default()
        });
    };
    let whole = parts(body, boundary, bounds.file_bytes_max);
    let read = tokio::time::timeout(bounds.patience, whole).await;
    read.unwrap_or_else(|_| {
        let slow = format!("the body took longer than {} s", bounds.patience.as_secs());
        Err(unreadable(StatusCode::REQUEST_TIMEOUT.as_u16(), slow))
    })
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(kind).ok()
}

async fn parts(body: Body, boundary: String, file_bytes_max: usize) -> Result<Upload, WebError> {
    let limit = SizeLimit::new().whole_stream(LET_GO_BYTES_MAX);
    let constraints = Constraints::new().size_limit(limit);
    let mut parts = Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let (mut upload, mut fields, mut fields_bytes) = (Upload::default(), Vec::new(), 0);
    for _ in 0..FIELDS_MAX {
        let Some(part) = parts.next_field().await.map_err(|error| broken(&error))? else {
            break;
        };
        let name = part.name().unwrap_or_default().to_owned();
        if name == FILE {
            match taken(part, file_bytes_max).await? {
                // A browser sends an empty file where none was chosen.
                Some(bytes) => upload.file = Some(bytes).filter(|bytes| !bytes.is_empty()),
                None => upload.too_large = true,
            }
            continue;
        }
        let value = taken(part, FORM_BYTES_MAX - fields_bytes).await?;
        let value = value.ok_or_else(|| {
            let long = format!("the fields have more than {FORM_BYTES_MAX} bytes");
            unreadable(StatusCode::PAYLOAD_TOO_LARGE.as_u16(), long)
        })?;
        fields_bytes += value.len();
        fields.push((name, String::from_utf8_lossy(&value).into_owned()));
    }
    upload.form = Form::of(fields);
    Ok(upload)
}

/// A field's bytes, read to its end; nothing where there are more than so many.
async fn taken(mut part: Field<'_>, bytes_max: usize) -> Result<Option<Bytes>, WebError> {
    let (mut taken, mut fits) = (Vec::new(), true);
    while let Some(chunk) = part.chunk().await.map_err(|error| broken(&error))? {
        fits &= taken.len() + chunk.len() <= bytes_max;
        if fits {
            taken.extend_from_slice(&chunk);
        } else {
            taken = Vec::new();
        }
    }
    Ok(fits.then(|| taken.into()))
}

fn broken(error: &multer::Error) -> WebError {
    let status = match error {
        multer::Error::StreamSizeExceeded { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    };
    unreadable(status.as_u16(), error.to_string())
}

fn unreadable(status: u16, detail: String) -> WebError {
    WebError::Problem(ProblemPage {
        status,
        detail,
        ..ProblemPage::default()
    })
}
