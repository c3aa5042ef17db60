//! What keeps a page from being shown.

use crate::store::StoreError;
use app::views::ProblemPage;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Why a page can't be shown. A handler returns it; [`super::boundary`] makes the page, in the
/// reader's language, and logs once what isn't the reader's doing.
#[derive(Clone, Debug)]
pub enum WebError {
    /// There is nothing at this address.
    NotFound,
    /// The request can't be answered as it stands.
    Problem(ProblemPage),
    /// Something went wrong on our side; the text is for the log only.
    Internal(Arc<str>),
}

impl WebError {
    /// A query that can't be read.
    pub(crate) fn query(detail: &str) -> Self {
        let page = ProblemPage {
            status: 400,
            detail: detail.to_owned(),
            ..ProblemPage::default()
        };
        Self::Problem(page)
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Problem(page) => {
                StatusCode::from_u16(page.status).unwrap_or(StatusCode::BAD_REQUEST)
            }
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<StoreError> for WebError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.to_string().into())
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
