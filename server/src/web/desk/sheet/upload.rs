//! A form with a file, as a browser sends it.

use super::super::super::error::WebError;
use super::super::form::Form;
use crate::api::read_body;
use crate::sheet::limits::{CSV_BYTES_MAX, XLSX_BYTES_MAX};
use crate::state::App;
use app::views::ProblemPage;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use bytes::Bytes;
use futures_util::stream;
use multer::{Constraints, Multipart};
use std::convert::Infallible;
use std::sync::Arc;

/// Bytes of a form with a sheet: the longest sheet, and room for the fields and what stands between.
const UPLOAD_BYTES_MAX: usize = {
    const FIELDS_BYTES: usize = 16 * 1024;
    assert!(CSV_BYTES_MAX >= XLSX_BYTES_MAX, "the longest is CSV");
    CSV_BYTES_MAX + FIELDS_BYTES
};

/// The name of the field that holds the file.
const FILE: &str = "file";

/// Fields of the form, the file among them; ours has ten.
const FIELDS_MAX: usize = 32;

/// A form and the file that came with it.
#[derive(Debug, Default)]
pub(in super::super) struct Upload {
    pub(super) form: Form,
    /// Its bytes; nothing where none was chosen.
    pub(super) file: Option<Bytes>,
    /// It was longer than the limit: nothing of it was read.
    pub(super) too_large: bool,
}

impl FromRequest<Arc<App>> for Upload {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let boundary = multer::parse_boundary(kind);
        let body = read_body(request.into_body(), UPLOAD_BYTES_MAX, app.body_timeout()).await;
        let body = match body {
            Ok(body) => body,
            Err(problem) if problem.status == StatusCode::PAYLOAD_TOO_LARGE.as_u16() => {
                return Ok(Self {
                    too_large: true,
                    ..Self::default()
                });
            }
            Err(problem) => return Err(unreadable(problem.status, problem.title)),
        };
        match boundary {
            Ok(boundary) => parts(body, boundary).await,
            // A form without a file, as a hand-made request sends it.
            Err(_) => Ok(Self {
                form: Form::parse(&body),
                ..Self::default()
            }),
        }
    }
}

async fn parts(body: Bytes, boundary: String) -> Result<Upload, WebError> {
    let whole = stream::iter([Ok::<_, Infallible>(body)]);
    let mut parts = Multipart::with_constraints(whole, boundary, Constraints::new());
    let (mut fields, mut file) = (Vec::new(), None);
    let broken =
        |error: multer::Error| unreadable(StatusCode::BAD_REQUEST.as_u16(), error.to_string());
    for _ in 0..FIELDS_MAX {
        let Some(part) = parts.next_field().await.map_err(broken)? else {
            break;
        };
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(broken)?;
        if name == FILE {
            // A browser sends an empty file where none was chosen.
            file = Some(bytes).filter(|bytes| !bytes.is_empty());
        } else {
            fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(Upload {
        form: Form::of(fields),
        file,
        too_large: false,
    })
}

fn unreadable(status: u16, detail: String) -> WebError {
    WebError::Problem(ProblemPage {
        status,
        detail,
        ..ProblemPage::default()
    })
}
