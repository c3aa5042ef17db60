//! `/{language}/desk/findings`: what the two sides don't say alike, each with the way to answer it: by
//! what becomes of the step.

use super::super::error::WebError;
use super::super::query::{PAGE_ROWS, Query, paging};
use super::super::view::finding;
use super::looking::Looking;
use super::{head, who};
use crate::store::read::{FindingFilter, Window};
use app::views::{AnswersPage, DeskPage};
use axum::http::StatusCode;
use axum::response::Response;

pub(super) async fn findings(at: Looking, query: Query) -> Result<Response, WebError> {
    let store = at.app.store();
    let filter = FindingFilter {
        member: Some(at.person().member.to_string()),
        open: Some(true),
        ..FindingFilter::default()
    };
    let paging = paging(query.page()?, store.finding_count(&filter).await?)?;
    let window = Window::page(paging.page, PAGE_ROWS);
    let (found, _) = store.findings(&filter, None, window).await?;
    let clock = head(&at.app).await?.clock.seconds();
    let page = AnswersPage {
        who: who(&at.app, &at.session).await?,
        findings: finding::views(store, &found, clock).await?,
        paging,
    };
    let path = "desk/findings".to_owned();
    at.show(StatusCode::OK, path, DeskPage::Answers(page)).await
}
