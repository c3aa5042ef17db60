//! The query of a page's address. What can't be read is said, not guessed.

use super::error::WebError;
use crate::store::read::LISTED_MAX;
use app::views::{Paging, Wanted};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// Rows of one page of a list: about three screens.
pub(crate) const PAGE_ROWS: u32 = 50;

/// The fields of a query; the last of a name counts, and an empty one is none.
#[derive(Default)]
pub(crate) struct Query(HashMap<String, String>);

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, WebError> {
        let read =
            axum::extract::Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let fields = read.map_err(|error| WebError::query(&error.body_text()))?.0;
        Ok(Self(
            fields
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        ))
    }
}

/// The parts of a page's address; one that isn't UTF-8 leads nowhere.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, WebError> {
        let read = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        read.map(|path| Self(path.0))
            .map_err(|_| WebError::NotFound)
    }
}

impl Query {
    /// A field that was given.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The number of the page, from 1.
    pub(crate) fn page(&self) -> Result<u64, WebError> {
        self.number("page")
    }

    /// The number of a page of the list that this field names, from 1.
    pub(crate) fn number(&self, name: &str) -> Result<u64, WebError> {
        let Some(text) = self.get(name) else {
            return Ok(1);
        };
        let number = text.parse().ok().filter(|number| *number > 0);
        number.ok_or_else(|| WebError::field(name, Wanted::Page))
    }
}

/// Where a page stands in a list of so many rows.
pub(crate) fn paging(page: u64, total: u64) -> Result<Paging, WebError> {
    paging_by(PAGE_ROWS, page, total)
}

/// The same, with so many rows on a page.
pub(crate) fn paging_by(rows: u32, page: u64, total: u64) -> Result<Paging, WebError> {
    let paging = Paging {
        page,
        size: u64::from(rows),
        total: total.min(LISTED_MAX),
    };
    if page > paging.pages() {
        Err(WebError::NotFound)
    } else {
        Ok(paging)
    }
}
