//! `/{language}/desk/drafts/{draft}/sign`: a second person approves what they were shown, and it is signed
//! and sent.

use super::super::super::error::WebError;
use super::super::form::{Form, fault};
use super::super::looking::{Found, Looking};
use super::super::sign::{sent, signed, unproven};
use super::shown::{Funds, said};
use crate::people::{Allocation, Deed, Done, Stand};
use crate::sequencer::Answer;
use app::views::FieldError;
use axum::response::Response;

pub(in super::super) async fn sign(found: Found, form: Form) -> Result<Response, WebError> {
    let Found { at, draft } = &found;
    if at.is(&draft.maker) {
        return found.refuse(fault("edit", "draft-own")).await;
    }
    if !at.person().roles.contains(said(&draft.text)?.role()) {
        return found.refuse(fault("main", "role-other")).await;
    }
    if !at.person().may_check(&draft.maker) {
        return found.refuse(fault("sign", "draft-invited")).await;
    }
    if draft.identity().to_string() != form.get("text_identity") {
        return found.refuse(changed(draft)).await;
    }
    let done = || at.to(&format!("drafts/{}", draft.id));
    if draft.stand == Stand::Issued {
        return Ok(done());
    }
    if let Some(wrong) = unproven(&at.desk, &at.session, form.get("code")).await? {
        return found.refuse(fault("code", wrong)).await;
    }
    match at.issue(draft).await? {
        Ok(()) => Ok(done()),
        Err(error) => found.refuse(error).await,
    }
}

/// The draft isn't what was shown: the field that its page has now.
pub(super) const fn changed(draft: &Allocation) -> FieldError {
    let field = match draft.stand {
        Stand::Waiting | Stand::Signing => "sign",
        Stand::SentBack | Stand::Issued | Stand::Previewed => "main",
    };
    fault(field, "draft-changed")
}

impl Looking {
    /// Signs a draft and brings it into the ledger; or says what keeps it out.
    async fn issue(&self, draft: &Allocation) -> Result<Result<(), FieldError>, WebError> {
        let (person, people) = (&self.session.person, &self.desk.people);
        // Whoever edits it from here on is refused, until there is an answer.
        if !people.begin_signing(person, draft).await? {
            let now = self.draft(&draft.id).await?;
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
        match signed(&self.desk, &self.session, &draft.text)? {
            Ok(note) => sent(&self.app, &note, "sign").await,
            Err(code) => Ok(Err(fault("reason", code))),
        }
    }

    async fn is_spent(&self, draft: &Allocation) -> Result<bool, WebError> {
        let funds = Funds::of(self, &[], "").await?;
        Ok(funds.is_spent(&said(&draft.text)?))
    }
}
