//! `/{language}/desk/drafts/{draft}`: a draft as it stands.

use super::super::super::error::WebError;
use super::super::super::language;
use super::super::super::query::Path;
use super::super::super::view::lexicon::entry_ref;
use super::super::guard::{AtDesk, Present};
use super::super::{Desk, Showing, who};
use super::shown::{Funds, stand, transfer, view};
use crate::people::{Allocation, Session, Stand};
use crate::state::App;
use app::views::{DeskPage, DraftPage, FieldError};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// A draft that somebody looks at.
pub(super) struct Looking<'a> {
    pub(super) app: &'a App,
    pub(super) desk: &'a Desk,
    pub(super) session: &'a Session,
    pub(super) language: Language,
}

/// A draft of the member of whoever asks; another member's isn't there.
pub(super) async fn found(
    desk: &Desk,
    session: &Session,
    id: &str,
) -> Result<Allocation, WebError> {
    let found = desk.people.allocation(&session.person.member, id).await?;
    found.ok_or(WebError::NotFound)
}

pub(in super::super) async fn draft(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let looking = Looking {
        app: &app,
        desk: &desk,
        session: &session,
        language: language::parse(&language)?,
    };
    let draft = found(&desk, &session, &id).await?;
    let page = looking.page(&draft).await?;
    looking.show(StatusCode::OK, page).await
}

impl Looking<'_> {
    /// The draft as it stands now.
    pub(super) async fn page(&self, draft: &Allocation) -> Result<DraftPage, WebError> {
        let person = &self.session.person;
        let drafts = self.desk.people.open_allocations(&person.member).await?;
        let funds = Funds::of(self.app, &person.member, &drafts, &draft.id).await?;
        let entry = match draft.stand {
            Stand::Issued => {
                self.app
                    .store()
                    .entry_by_identity(&draft.identity())
                    .await?
            }
            _ => None,
        };
        Ok(DraftPage {
            who: who(self.app, self.session).await?,
            id: draft.id.clone(),
            allocation: view(self.app, &draft.text, &funds).await?,
            stand: stand(draft.stand),
            maker: draft.maker.clone(),
            own: draft.maker == person.account.as_str(),
            checker: draft.checker.clone().unwrap_or_default(),
            reason: draft.reason.clone().unwrap_or_default(),
            changed: draft.changed.seconds(),
            spent: funds.is_spent(&transfer(&draft.text)?),
            code_needed: !self.session.is_proven(self.desk.people.now()),
            has_held_key: self.desk.held.has(&person.member),
            entry: entry.as_ref().map(entry_ref),
            ..DraftPage::default()
        })
    }

    /// The draft as it stands now, with what kept a form from being taken.
    pub(super) async fn refuse(&self, id: &str, error: FieldError) -> Result<Response, WebError> {
        let draft = found(self.desk, self.session, id).await?;
        let mut page = self.page(&draft).await?;
        page.more_signers = error.code == "signers-too-few";
        page.code_needed |= error.field == "code";
        page.errors = vec![error];
        self.show(StatusCode::UNPROCESSABLE_ENTITY, page).await
    }

    pub(super) async fn show(
        &self,
        status: StatusCode,
        page: DraftPage,
    ) -> Result<Response, WebError> {
        let showing = Showing {
            app: self.app,
            language: self.language,
            path: format!("desk/drafts/{}", page.id),
        };
        showing.show(status, DeskPage::Draft(page)).await
    }
}
