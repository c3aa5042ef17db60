//! `/{language}/desk/members/{identity}`: one proposal: its votes, the reader's own, and what follows.

use super::super::super::error::WebError;
use super::super::super::query::Path;
use super::super::form::{Form, fault};
use super::super::looking::Looking;
use super::super::{head, once_of, who};
use super::shown::{Told, find, views};
use super::{check, form};
use crate::draft::Draft as Writing;
use crate::people::Draft;
use app::views::{DeskPage, FieldError, ProposalPage};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::Entry;
use ledger::entry::Kind;
use ledger::field::{Field, Identity, SignerCount, Vote};

pub(in super::super) async fn proposal(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let told = named(&at, &identity).await?;
    let page = page(&at, told, at.desk.people.fresh_word()).await?;
    show(&at, StatusCode::OK, page).await
}

/// A vote, or the word that an accepted change is carried out: its text is kept and shown.
pub(in super::super) async fn say(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let told = named(&at, &identity).await?;
    let once = once_of(&at.desk, &form);
    if form.ticked("back") {
        let page = page(&at, told, once).await?;
        return show(&at, StatusCode::OK, page).await;
    }
    match text(&at, &told, &once, &form).await? {
        Ok(text) => {
            let step = told.proposal.identity;
            let draft = Draft { step, text };
            let people = &at.desk.people;
            people.keep_draft(&once, at.person(), &draft).await?;
            check::show(&at, StatusCode::OK, (&once, &draft.text), None).await
        }
        Err(error) => {
            let mut page = page(&at, told, once).await?;
            page.reason = form.get("reason").to_owned();
            page.errors = vec![error];
            show(&at, StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
    }
}

async fn named(at: &Looking, identity: &str) -> Result<Told, WebError> {
    let identity: Identity = identity.parse().map_err(|_| WebError::NotFound)?;
    find(&at.app, &identity).await
}

async fn page(at: &Looking, told: Told, once: String) -> Result<ProposalPage, WebError> {
    let own = told.proposal.member == at.person().member;
    let view = views(at, std::slice::from_ref(&told)).await?.into_iter();
    let view = view.last().ok_or(WebError::NotFound)?;
    Ok(ProposalPage {
        who: who(&at.app, &at.session).await?,
        carries_out: own && view.changes && view.settled.is_none() && view.missing == 0,
        proposal: view,
        once,
        reason: String::new(),
        address: at.app.base_url().to_owned(),
        errors: Vec::new(),
    })
}

/// The exact text of what a form says; or what is wrong with it.
async fn text(
    at: &Looking,
    told: &Told,
    once: &str,
    form: &Form,
) -> Result<Result<String, FieldError>, WebError> {
    let reason = match form::prose(form.get("reason")) {
        Ok(reason) => reason,
        Err(()) => return Ok(Err(fault("reason", "reason-unreadable"))),
    };
    let person = at.person();
    let (kind, said, by) = if form.ticked("carry-out") {
        (Kind::MemberAmend, None, "member")
    } else {
        let Ok(vote) = Vote::parse(form.get("vote")) else {
            return Ok(Err(fault("vote", "vote-missing")));
        };
        (Kind::MemberVote, Some(vote), "by")
    };
    let head = head(&at.app).await?;
    let written = Writing::new(kind)
        .set("ledger", &head.ledger)
        .set(by, &person.member)
        .set("proposal", &told.proposal.identity)
        .set_if("vote", said.as_ref())
        .set("ref", &form::reference("member", once)?)
        .set_if("reason", reason.as_ref())
        .set("time", &at.desk.signing_time(&head))
        .set("signers", &SignerCount(1));
    let entry: Result<Entry, String> = written.entry();
    let entry = entry.map_err(|error| WebError::Internal(error.into()))?;
    Ok(Ok(entry.to_text()))
}

async fn show(at: &Looking, status: StatusCode, page: ProposalPage) -> Result<Response, WebError> {
    let path = format!("desk/members/{}", page.proposal.identity);
    at.show(status, path, DeskPage::Proposal(page)).await
}
