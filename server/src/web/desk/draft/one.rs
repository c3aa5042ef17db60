//! `/{language}/desk/drafts/{draft}`: a draft as it stands.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::entry_ref;
use super::super::looking::{Found, Looking};
use super::super::who;
use super::shown::{Funds, said, stand, view};
use super::signers::parsed;
use crate::people::{Allocation, Stand, role_for};
use app::views::{DeskPage, DraftPage, FieldError};
use axum::http::StatusCode;
use axum::response::Response;

pub(in super::super) async fn draft(found: Found) -> Result<Response, WebError> {
    let page = found.at.draft_page(&found.draft).await?;
    found.at.show_draft(StatusCode::OK, page).await
}

impl Looking {
    /// A draft as it stands now.
    pub(super) async fn draft_page(&self, draft: &Allocation) -> Result<DraftPage, WebError> {
        let (app, person) = (&self.app, self.person());
        let drafts = self.desk.people.open_allocations(&person.member).await?;
        let funds = Funds::of(self, &drafts, &draft.id).await?;
        let entry = match draft.stand {
            Stand::Issued => app.store().entry_by_identity(&draft.identity()).await?,
            _ => None,
        };
        let said = said(&draft.text)?;
        let entry_of = parsed(&draft.text)?;
        let signing = self.signing(draft, &entry_of).await?;
        let foreign = draft.member != person.member;
        let author = draft.member.to_string();
        Ok(DraftPage {
            may_sign: person.roles.contains(role_for(&entry_of, &person.member)),
            who: who(app, &self.session).await?,
            id: draft.id.clone(),
            allocation: view(app, &draft.text, &funds).await?,
            stand: stand(draft.stand),
            maker: if foreign {
                author.clone()
            } else {
                draft.maker.clone()
            },
            own: self.is(&draft.maker),
            checker: if foreign {
                author
            } else {
                draft.checker.clone().unwrap_or_default()
            },
            reason: draft.reason.clone().unwrap_or_default(),
            changed: draft.changed.seconds(),
            spent: funds.is_spent(&said),
            signing,
            entry: entry.as_ref().map(entry_ref),
            ..DraftPage::default()
        })
    }

    pub(super) async fn show_draft(
        &self,
        status: StatusCode,
        page: DraftPage,
    ) -> Result<Response, WebError> {
        let path = format!("desk/drafts/{}", page.id);
        self.show(status, path, DeskPage::Draft(page)).await
    }
}

impl Found {
    /// The draft as it stands now, with what kept a form from being taken.
    pub(super) async fn refuse(&self, error: FieldError) -> Result<Response, WebError> {
        let draft = self.at.draft(&self.draft.id).await?;
        let mut page = self.at.draft_page(&draft).await?;
        page.signing.code_needed |= error.field == "code";
        page.errors = vec![error];
        self.at
            .show_draft(StatusCode::UNPROCESSABLE_ENTITY, page)
            .await
    }
}
