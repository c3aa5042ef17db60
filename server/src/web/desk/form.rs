//! What a form sent.

use super::super::error::WebError;
pub(super) use super::fields::Form;
use crate::api::read_body;
use crate::state::App;
use app::views::{FieldError, ProblemPage};
use axum::extract::{FromRequest, Request};
use std::sync::Arc;

/// Bytes of a form: the longest has a reason of 280 characters and a hidden text's digest. Four
/// kilobytes hold it in any script, percent-encoded; the rest is room for what browsers add.
pub(super) const FORM_BYTES_MAX: usize = 16 * 1024;

impl FromRequest<Arc<App>> for Form {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        let body = read_body(request.into_body(), FORM_BYTES_MAX, app.body_timeout()).await;
        let body = body.map_err(|problem| {
            WebError::Problem(ProblemPage {
                status: problem.status,
                detail: problem.title,
                ..ProblemPage::default()
            })
        })?;
        Ok(Self::parse(&body))
    }
}

/// What is wrong with a field.
pub(super) const fn fault(field: &'static str, code: &'static str) -> FieldError {
    FieldError { field, code }
}
