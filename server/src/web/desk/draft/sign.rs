//! `/{language}/desk/drafts/{draft}/sign`: a person approves what they were shown and signs it; with the
//! last signature that its text asks for, it is posted.

use super::super::super::error::WebError;
use super::super::device;
use super::super::form::{Form, fault};
use super::super::looking::{Found, Looking};
use super::super::sign::{THROUGH_SERVER, held_line, sent, unproven};
use super::shown::{Funds, said};
use super::signers::parsed;
use crate::people::{Allocation, Deed, Done, Signature, Stand, role_for};
use crate::sequencer::Answer;
use app::views::{FieldError, HeldKey};
use axum::response::Response;
use ledger::{Entry, Note};

/// What somebody's press came to; or why nothing was signed.
type Signed = Result<(), FieldError>;

pub(in super::super) async fn sign(found: Found, form: Form) -> Result<Response, WebError> {
    let Found { at, draft } = &found;
    let entry = parsed(&draft.text)?;
    let own = at.is(&draft.maker);
    if own && draft.lines_of(&draft.member) < 2 {
        return found.refuse(fault("edit", "draft-own")).await;
    }
    let role = role_for(&entry, &at.person().member);
    if !at.person().roles.contains(role) {
        return found.refuse(fault("main", "role-other")).await;
    }
    if !own && !at.person().may_check(&draft.maker) {
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
    match at.add_signature(draft, &entry, &form).await? {
        Ok(()) => Ok(done()),
        Err(error) => found.refuse(error).await,
    }
}

/// The draft isn't what was shown: the field that its page has now.
pub(super) const fn changed(draft: &Allocation) -> FieldError {
    let field = match draft.stand {
        Stand::Waiting | Stand::Signing | Stand::Asking => "sign",
        Stand::SentBack | Stand::Issued | Stand::Previewed => "main",
    };
    fault(field, "draft-changed")
}

impl Looking {
    /// Puts this person's signature below a draft, and posts it where none is missing any more.
    async fn add_signature(
        &self,
        draft: &Allocation,
        entry: &Entry,
        form: &Form,
    ) -> Result<Signed, WebError> {
        let wanted = usize::from(entry.signers());
        let below = self.below(draft).await?;
        if below.len() >= wanted {
            // All have signed, and only the answer was lost.
            return self.issue(draft, entry, &below[..wanted]).await;
        }
        let member = &self.person().member;
        let of_member = below.iter().filter(|one| one.member == *member).count();
        let signed = below.iter().any(|one| self.is(&one.account));
        if signed || of_member >= draft.lines_of(member) {
            return Ok(Ok(()));
        }
        let own = match self.given(draft, entry, form, &below).await? {
            Ok(own) => own,
            Err(error) => return Ok(Err(error)),
        };
        if below.len() + 1 == wanted {
            let mut all = below;
            all.push(own.clone());
            let issued = self.issue(draft, entry, &all).await?;
            if issued.is_ok() {
                self.desk.people.keep_signature(draft, &own).await?;
            }
            return Ok(issued);
        }
        if self.is_spent(draft).await? {
            return Ok(Err(fault("reason", "draft-spent")));
        }
        self.keep(draft, &own).await?;
        // Somebody else's may have come in the same moment.
        let below = self.below(draft).await?;
        if below.len() >= wanted {
            return self.issue(draft, entry, &below[..wanted]).await;
        }
        let authors = below.iter().filter(|one| one.member == draft.member);
        if draft.asks.is_some() && authors.count() >= draft.lines_of(&draft.member) {
            self.desk.people.ask_other_side(draft).await?;
        }
        Ok(Ok(()))
    }

    /// Keeps a signature that waits for further ones.
    pub(in super::super) async fn keep(
        &self,
        draft: &Allocation,
        own: &Signature,
    ) -> Result<(), WebError> {
        let people = &self.desk.people;
        people.keep_signature(draft, own).await?;
        let about = said(&draft.text)?.reference;
        let deed = Deed::of(self.person(), Done::Signed).about(about.as_str());
        people.record(&deed).await?;
        Ok(())
    }

    /// The signature that a form brings, or that the server's key makes for it.
    async fn given(
        &self,
        draft: &Allocation,
        entry: &Entry,
        form: &Form,
        below: &[Signature],
    ) -> Result<Result<Signature, FieldError>, WebError> {
        let wrong = |code| Ok(Err(fault("sign", code)));
        let (person, now) = (self.person(), self.desk.people.now());
        let role = role_for(entry, &person.member);
        let typed = form.get("signature");
        if !typed.is_empty() {
            let line = device::own_line(&self.app, person, role, &draft.text, typed).await?;
            return Ok(line
                .map(|line| Signature::of(person, line, false, now))
                .map_err(|code| fault("sign", code)));
        }
        if self.is(&draft.maker) {
            return wrong("own-key-needed");
        }
        let needs = self.needs(entry).await?;
        match self.held_key(&needs, below) {
            HeldKey::Signs => {}
            HeldKey::Forbidden => return wrong("held-key-forbidden"),
            HeldKey::Missing => return wrong("key-not-held"),
            HeldKey::Threshold | HeldKey::Used | HeldKey::NotForMaker => {
                return wrong("own-key-needed");
            }
        }
        // A press before the device's module has run mustn't turn into the server's word.
        let own = device::own_keys(&self.app, person, role).await?;
        if own.is_some() && form.get("through") != THROUGH_SERVER {
            return wrong("device-unsigned");
        }
        let line = held_line(&self.desk, &person.member, &draft.text)?;
        Ok(line
            .map(|line| Signature::of(person, line, true, now))
            .ok_or(fault("sign", "key-not-held")))
    }

    /// Brings a draft into the ledger with these signatures; or says what keeps it out.
    async fn issue(
        &self,
        draft: &Allocation,
        entry: &Entry,
        below: &[Signature],
    ) -> Result<Signed, WebError> {
        let (person, people) = (self.person(), &self.desk.people);
        let own = below.iter().rev().filter(|one| one.member == draft.member);
        let mut checkers = own.map(|one| one.account.as_str());
        let checker = checkers.find(|account| *account != draft.maker);
        let checker = checker.ok_or_else(|| WebError::Internal("nobody checked a draft".into()))?;
        // Whoever edits it from here on is refused, until there is an answer.
        if !people.begin_signing(person, draft, checker).await? {
            let now = self.draft(&draft.id).await?;
            return Ok(if now.stand == Stand::Issued && now.text == draft.text {
                Ok(())
            } else {
                Err(changed(&now))
            });
        }
        let answer = self.posted(draft, entry, below).await;
        let issued = matches!(answer, Ok(Ok(_)));
        people.end_signing(draft, checker, issued).await?;
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

    async fn posted(
        &self,
        draft: &Allocation,
        entry: &Entry,
        below: &[Signature],
    ) -> Result<Result<Answer, FieldError>, WebError> {
        // What stands in the ledger already has spent what it draws on: that is no change. Another press
        // may bring it there between two looks, so its entry is looked for last.
        if self.is_spent(draft).await? {
            let identity = draft.identity();
            let known = self.app.store().entry_by_identity(&identity).await?;
            if known.is_none() {
                return Ok(Err(fault("reason", "draft-spent")));
            }
        }
        let lines = below.iter().map(|one| one.line.clone()).collect();
        let note = Note::assemble(entry, lines);
        let note = note.map_err(|error| WebError::Internal(error.to_string().into()))?;
        sent(&self.app, &note, "sign").await
    }

    async fn is_spent(&self, draft: &Allocation) -> Result<bool, WebError> {
        let funds = Funds::of(self, &[], "").await?;
        Ok(funds.is_spent(&said(&draft.text)?))
    }
}
