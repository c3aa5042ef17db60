//! `/{language}/desk/members`: proposals that wait for votes or for whoever was voted in.

use super::super::super::error::WebError;
use super::super::looking::Looking;
use super::super::{head, who};
use super::shown::{told, views};
use crate::store::read::{PROPOSALS_LOOKED_AT, Window};
use app::views::{DeskPage, FieldError, MembersPage};
use axum::http::StatusCode;
use axum::response::Response;

pub(in super::super) async fn members(at: Looking) -> Result<Response, WebError> {
    show(&at, StatusCode::OK, Vec::new()).await
}

/// The list, with what kept a form from being taken.
pub(super) async fn show(
    at: &Looking,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Result<Response, WebError> {
    let latest = Window::first(PROPOSALS_LOOKED_AT);
    let mut proposals = at.app.store().proposals(latest).await?;
    proposals.retain(|one| one.settled.is_none());
    let page = MembersPage {
        who: who(&at.app, &at.session).await?,
        open: views(at, &told(&at.app, proposals).await?).await?,
        houses_voting: u64::from(head(&at.app).await?.voting_houses),
        errors,
    };
    let page = DeskPage::Members(page);
    at.show(status, "desk/members".to_owned(), page).await
}
