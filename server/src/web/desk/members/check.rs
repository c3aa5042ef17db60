//! `/{language}/desk/members/sign`: what was said of members is checked once more, signed and sent.

use super::super::super::error::WebError;
use super::super::form::{Form, fault};
use super::super::looking::Looking;
use super::super::sign::sent;
use super::super::through::Signer;
use super::super::who;
use super::list;
use super::shown::{Told, find, views};
use crate::people::{Deed, Done, Draft};
use crate::sequencer::Answer;
use app::views::{DeskPage, FieldError, MemberCheckPage, MemberSaying};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Identity, Role, Vote};
use ledger::{Entry, Note};

/// The page of a text that was kept under the key of its form, before it is signed.
pub(super) async fn show(
    at: &Looking,
    status: StatusCode,
    (once, text): (&str, &str),
    wrong: Option<FieldError>,
) -> Result<Response, WebError> {
    let (saying, told, reason) = read(at, text).await?;
    let view = views(at, std::slice::from_ref(&told)).await?.into_iter();
    let path = match saying {
        MemberSaying::Propose => "members/new".to_owned(),
        _ => format!("members/{}", told.proposal.identity),
    };
    let page = MemberCheckPage {
        who: who(&at.app, &at.session).await?,
        saying,
        proposal: view.last().ok_or(WebError::NotFound)?,
        reason,
        once: once.to_owned(),
        back: path.clone(),
        identity: Identity::of(text).to_string(),
        text: text.to_owned(),
        signing: signer(at).ways().await?,
        errors: wrong.into_iter().collect(),
    };
    let path = format!("desk/{path}");
    at.show(status, path, DeskPage::MemberCheck(page)).await
}

/// Signs the very text that was shown.
pub(in super::super) async fn sign(at: Looking, form: Form) -> Result<Response, WebError> {
    let once = form.get("once");
    let shown = at.desk.people.draft(once, at.person()).await?;
    let same = |draft: &Draft| Identity::of(&draft.text).to_string() == form.get("text_identity");
    let Some(shown) = shown.filter(same) else {
        let gone = vec![fault("main", "shown-gone")];
        return list::show(&at, StatusCode::UNPROCESSABLE_ENTITY, gone).await;
    };
    let answer = match signed(&at, &shown.text, &form).await? {
        Ok(answer) => answer,
        Err(error) => {
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            return show(&at, wrong, (once, &shown.text), Some(error)).await;
        }
    };
    let entry = parse(&shown.text)?;
    if !answer.repeated {
        let deed = Deed::of(at.person(), done(&entry)).with(answer.identity);
        at.desk.people.record(&deed).await?;
    }
    let about = match &entry {
        Entry::MemberPropose(_) => answer.identity,
        _ => shown.step,
    };
    Ok(at.to(&format!("members/{about}")))
}

fn signer(at: &Looking) -> Signer<'_> {
    Signer {
        app: &at.app,
        desk: &at.desk,
        session: &at.session,
        role: Role::Administer,
    }
}

async fn signed(
    at: &Looking,
    text: &str,
    form: &Form,
) -> Result<Result<Answer, FieldError>, WebError> {
    let signed = match signer(at).line(text, form).await? {
        Ok(signed) => signed,
        Err(error) => return Ok(Err(error)),
    };
    let note = Note::assemble(&parse(text)?, vec![signed.line]);
    let note = note.map_err(|error| WebError::Internal(error.to_string().into()))?;
    sent(&at.app, &note, signed.at).await
}

fn parse(text: &str) -> Result<Entry, WebError> {
    Entry::parse(text).map_err(|error| WebError::Internal(error.to_string().into()))
}

/// What of a text is a deed.
const fn done(entry: &Entry) -> Done {
    match entry {
        Entry::MemberPropose(_) => Done::MemberProposed,
        Entry::MemberVote(_) => Done::MemberVoted,
        _ => Done::MemberAmended,
    }
}

/// What a text says of which proposal, and why.
async fn read(at: &Looking, text: &str) -> Result<(MemberSaying, Told, String), WebError> {
    let reason =
        |said: Option<&ledger::field::Prose>| said.map(ToString::to_string).unwrap_or_default();
    match parse(text)? {
        Entry::MemberPropose(said) => {
            let own = at.app.store().member(said.by.as_str()).await?;
            let own = own.filter(|member| member.voting);
            let told = Told::unsigned(&said, own.map(|member| member.house));
            Ok((MemberSaying::Propose, told, reason(said.reason.as_ref())))
        }
        Entry::MemberVote(said) => {
            let saying = if said.vote == Vote::For {
                MemberSaying::For
            } else {
                MemberSaying::Against
            };
            let told = find(&at.app, &said.proposal).await?;
            Ok((saying, told, reason(said.reason.as_ref())))
        }
        Entry::MemberAmend(said) => {
            let proposal = said.proposal.ok_or(WebError::NotFound)?;
            let told = find(&at.app, &proposal).await?;
            Ok((MemberSaying::CarryOut, told, reason(said.reason.as_ref())))
        }
        _ => Err(WebError::NotFound),
    }
}
