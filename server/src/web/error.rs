//! What keeps a page from being shown.

use super::answer::not_modified;
use crate::store::StoreError;
use app::views::{ProblemPage, QueryField, Unavailable, Wanted};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// When to come again: a queue of readers is answered, and a server started anew, within that time.
const RETRY_AFTER_SECONDS: u32 = 5;

/// Why a page can't be shown. A handler returns it; [`super::boundary`] makes the page, in the
/// reader's language, and logs once what isn't the reader's doing.
#[derive(Clone, Debug)]
pub enum WebError {
    /// No page is needed: the reader's copy, which carries this tag, still stands.
    Unchanged(HeaderValue),
    /// There is nothing at this address.
    NotFound,
    /// There was something at this address, and it won't come back.
    Gone,
    /// The request can't be answered as it stands.
    Problem(ProblemPage),
    /// Something went wrong on our side; the text is for the log only.
    Internal(Arc<str>),
}

impl WebError {
    /// A field of the query that holds something else than what is wanted there.
    pub(crate) fn field(name: &str, wanted: Wanted) -> Self {
        let name = name.to_owned();
        let page = ProblemPage {
            status: 400,
            field: Some(QueryField { name, wanted }),
            ..ProblemPage::default()
        };
        Self::Problem(page)
    }

    /// A query that can't be read.
    pub(crate) fn query(detail: &str) -> Self {
        let page = ProblemPage {
            status: 400,
            detail: detail.to_owned(),
            ..ProblemPage::default()
        };
        Self::Problem(page)
    }

    /// Nothing can be answered at the moment.
    pub(crate) fn unavailable(why: Unavailable) -> Self {
        let page = ProblemPage {
            status: 503,
            unavailable: Some(why),
            retry_after_seconds: Some(RETRY_AFTER_SECONDS),
            ..ProblemPage::default()
        };
        Self::Problem(page)
    }

    /// Seconds after which to ask again, where that helps.
    #[must_use]
    pub fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Problem(page) => page.retry_after_seconds,
            _ => None,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unchanged(_) => StatusCode::NOT_MODIFIED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Problem(page) => {
                StatusCode::from_u16(page.status).unwrap_or(StatusCode::BAD_REQUEST)
            }
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<StoreError> for WebError {
    fn from(error: StoreError) -> Self {
        if error.is_overload() {
            return Self::unavailable(Unavailable::Overloaded);
        }
        Self::Internal(error.to_string().into())
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        if let Self::Unchanged(tag) = self {
            return not_modified(tag);
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
