//! `/{language}/desk/drafts/{draft}/sign`: a second person approves what they were shown, and it is signed
//! and sent.

use super::super::super::error::WebError;
use super::super::super::language;
use super::super::super::query::Path;
use super::super::form::{Form, fault};
use super::super::guard::{AtDesk, Present};
use super::super::see_other;
use super::super::sign::{sent, signed, unproven};
use super::one::{Looking, found};
use super::shown::{Funds, transfer};
use crate::people::{Allocation, Deed, Done, Stand};
use crate::sequencer::Answer;
use crate::state::App;
use app::views::FieldError;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

pub(in super::super) async fn sign(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let looking = Looking {
        app: &app,
        desk: &desk,
        session: &session,
        language: language::parse(&language)?,
    };
    let draft = found(&desk, &session, &id).await?;
    if draft.maker == session.person.account.as_str() {
        return looking.refuse(&id, fault("edit", "draft-own")).await;
    }
    if !session.person.may_check(&draft.maker) {
        return looking.refuse(&id, fault("sign", "draft-invited")).await;
    }
    if draft.identity().to_string() != form.get("text_identity") {
        return looking.refuse(&id, changed(&draft)).await;
    }
    if draft.stand == Stand::Issued {
        return Ok(done(&looking, &id));
    }
    if let Some(wrong) = unproven(&desk, &session, form.get("code")).await? {
        return looking.refuse(&id, fault("code", wrong)).await;
    }
    match looking.issue(&draft).await? {
        Ok(()) => Ok(done(&looking, &id)),
        Err(error) => looking.refuse(&id, error).await,
    }
}

/// The draft isn't what was shown: the field that its page has now.
pub(super) const fn changed(draft: &Allocation) -> FieldError {
    let field = match draft.stand {
        Stand::Waiting | Stand::Signing => "sign",
        Stand::SentBack | Stand::Issued => "main",
    };
    fault(field, "draft-changed")
}

/// To the draft's own page, which may be loaded again without sending the form again.
fn done(looking: &Looking<'_>, id: &str) -> Response {
    see_other(&format!("/{}/desk/drafts/{id}", looking.language.code()))
}

impl Looking<'_> {
    /// Signs a draft and brings it into the ledger; or says what keeps it out.
    async fn issue(&self, draft: &Allocation) -> Result<Result<(), FieldError>, WebError> {
        let (person, people) = (&self.session.person, &self.desk.people);
        // Whoever edits it from here on is refused, until there is an answer.
        if !people.begin_signing(person, draft).await? {
            let now = found(self.desk, self.session, &draft.id).await?;
            return Ok(if now.stand == Stand::Issued && now.text == draft.text {
                Ok(())
            } else {
                Err(changed(&now))
            });
        }
        let answer = self.signed_and_sent(draft).await;
        let issued = matches!(answer, Ok(Ok(_)));
        people.end_signing(person, draft, issued).await?;
        let answer = match answer? {
            Ok(answer) => answer,
            Err(error) => return Ok(Err(error)),
        };
        if !answer.repeated {
            let deed = Deed::of(person, Done::Issued).with(answer.identity);
            people.record(&deed).await?;
        }
        Ok(Ok(()))
    }

    async fn signed_and_sent(
        &self,
        draft: &Allocation,
    ) -> Result<Result<Answer, FieldError>, WebError> {
        // What stands in the ledger already has spent what it draws on: that is no change.
        let known = self
            .app
            .store()
            .entry_by_identity(&draft.identity())
            .await?;
        if known.is_none() && self.is_spent(draft).await? {
            return Ok(Err(fault("reason", "draft-spent")));
        }
        match signed(self.desk, self.session, &draft.text)? {
            Ok(note) => sent(self.app, &note, "sign").await,
            Err(code) => Ok(Err(fault("reason", code))),
        }
    }

    async fn is_spent(&self, draft: &Allocation) -> Result<bool, WebError> {
        let funds = Funds::of(self.app, &self.session.person.member, &[], "").await?;
        Ok(funds.is_spent(&transfer(&draft.text)?))
    }
}
