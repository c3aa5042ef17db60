//! What every page of drafting is asked with: the desk, who is signed in, the language of its address.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::guard::{AtDesk, Present};
use super::{Desk, Showing, see_other};
use crate::people::{Allocation, Person, Session, Stand};
use crate::state::App;
use app::views::DeskPage;
use app::words::Language;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use std::sync::Arc;

/// Somebody who is signed in and looks at a page of the desk.
pub(super) struct Looking {
    pub(super) app: Arc<App>,
    pub(super) desk: Arc<Desk>,
    pub(super) session: Arc<Session>,
    pub(super) language: Language,
}

impl FromRequestParts<Arc<App>> for Looking {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, WebError> {
        let first = parts.uri.path().split('/').nth(1).unwrap_or_default();
        let language = language::parse(first)?;
        let AtDesk(desk) = AtDesk::from_request_parts(parts, app).await?;
        let Present(session) = Present::from_request_parts(parts, app).await?;
        Ok(Self {
            app: Arc::clone(app),
            desk,
            session,
            language,
        })
    }
}

impl Looking {
    /// Who looks.
    pub(super) fn person(&self) -> &Person {
        &self.session.person
    }

    /// Whether this account is whoever looks.
    pub(super) fn is(&self, account: &str) -> bool {
        self.person().account.as_str() == account
    }

    /// A draft of the member as it stands now; another member's isn't there. One that was being signed
    /// when the server fell is let go, or is found to stand in the ledger.
    pub(super) async fn draft(&self, id: &str) -> Result<Allocation, WebError> {
        let member = &self.person().member;
        let found = self.desk.people.allocation(member, id).await?;
        let draft = found.ok_or(WebError::NotFound)?;
        if !draft.is_stuck(self.desk.people.now()) {
            return Ok(draft);
        }
        let known = self
            .app
            .store()
            .entry_by_identity(&draft.identity())
            .await?;
        self.desk
            .people
            .settle_stuck(&draft, known.is_some())
            .await?;
        let stand = if known.is_some() {
            Stand::Issued
        } else {
            draft.waits()
        };
        Ok(Allocation { stand, ..draft })
    }

    /// The page with this status, at its address behind `/{language}/`.
    pub(super) async fn show(
        &self,
        status: StatusCode,
        path: String,
        page: DeskPage,
    ) -> Result<Response, WebError> {
        let showing = Showing {
            app: &self.app,
            language: self.language,
            path,
        };
        showing.show(status, page).await
    }

    /// To a page that may be loaded again without sending the form again.
    pub(super) fn to(&self, path: &str) -> Response {
        see_other(&format!("/{}/desk/{path}", self.language.code()))
    }
}

/// A draft that somebody looks at.
pub(super) struct Found {
    pub(super) at: Looking,
    pub(super) draft: Allocation,
}

impl FromRequestParts<Arc<App>> for Found {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, WebError> {
        let at = Looking::from_request_parts(parts, app).await?;
        let Path((_, id)) = Path::<(String, String)>::from_request_parts(parts, app).await?;
        let draft = at.draft(&id).await?;
        Ok(Self { at, draft })
    }
}
