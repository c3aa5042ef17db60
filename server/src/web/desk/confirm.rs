//! `/{language}/desk/confirm/{identity}`: what came of a step, and the answer before it is signed.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::super::view::lexicon::Names;
use super::super::view::step::row;
use super::evidence::{self, WithDocument};
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::{Desk, Showing, amount, device, head, once_of, see_other, who};
use crate::document::DOCUMENT_BYTES_MAX;
use crate::draft::Draft as Writing;
use crate::people::{Deed, Done, Draft, Session};
use crate::state::App;
use app::views::{Answer, CheckPage, ConfirmPage, DeskPage, FieldError};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::entry::Kind;
use ledger::field::{
    AmountOrZero, Attachment, Day, Field, Identity, Moment, Prose, RecordRef, Role, SignerCount,
    Yes,
};
use ledger::{Entry, Head, Minor, Programme, Step};
use std::sync::Arc;

pub(super) async fn form(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, identity)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let asked = asked(&app, &session, &identity).await?;
    let mut page = asked.page(&app, &session, desk.people.fresh_word()).await?;
    page.occurred = asked.today(desk.people.now()).to_string();
    show(&app, language, StatusCode::OK, page).await
}

pub(super) async fn check(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, identity)): Path<(String, String)>,
    WithDocument(upload): WithDocument,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let form = &upload.form;
    let asked = asked(&app, &session, &identity).await?;
    let mut page = typed(&app, &session, &asked, &desk, form).await?;
    let document = evidence::of_form(&app, &desk, &session, &page.once, &upload).await?;
    let (document, wrong) = match document {
        Ok(document) => (document, None),
        Err(code) => (None, Some(fault("file", code))),
    };
    page.document = document.as_ref().map(evidence::view);
    if form.ticked("back") {
        return show(&app, language, StatusCode::OK, page).await;
    }
    if page.answer == Some(Answer::NothingYet) {
        let deed = Deed::of(&session.person, Done::PutOff).with(asked.step.identity);
        desk.people.record(&deed).await?;
        let to = format!("/{}/desk?put-off={}", language.code(), asked.step.identity);
        return Ok(see_other(&to));
    }
    let said = match read(&page, &asked, language, desk.people.now()) {
        Ok(said) => said,
        Err(errors) => {
            page.errors = errors.into_iter().chain(wrong).collect();
            return show(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await;
        }
    };
    if let Some(wrong) = wrong {
        page.errors.push(wrong);
        return show(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await;
    }
    let time = desk.signing_time(&asked.head);
    let entry = asked
        .receipt(&said, document.as_slice(), &page.once, time)
        .map_err(|error| WebError::Internal(error.into()))?;
    let text = entry.to_text();
    let draft = Draft {
        step: asked.step.identity,
        text,
    };
    if let Some(document) = &document {
        let entry = Identity::of(&draft.text);
        desk.people.document_is_in(document.digest, entry).await?;
    }
    desk.people
        .keep_draft(&page.once, &session.person, &draft)
        .await?;
    let proven = session.is_proven(desk.people.now());
    let mut checked = checked(page, &asked, &said, draft.text, !proven);
    checked.device = device::own_keys(&app, &session.person, Role::Confirm).await?;
    checked.own_key_only = !desk.may_hold(&checked.text);
    show_check(&app, language, StatusCode::OK, checked).await
}

/// A step that a member is asked about.
pub(super) struct Asked {
    pub(super) step: Step,
    programme: Programme,
    head: Head,
    purpose: String,
}

/// What somebody says of it.
pub(super) struct Said {
    amount: AmountOrZero,
    last: bool,
    occurred: Day,
    reason: Option<Prose>,
}

/// The step with this identity, where it was sent to the member of whoever asks. Anybody else's is
/// not to be found here; it stands on its public page.
pub(super) async fn asked(app: &App, session: &Session, identity: &str) -> Result<Asked, WebError> {
    let identity: Identity = identity.parse().map_err(|_| WebError::NotFound)?;
    let store = app.store();
    let known = store.entry_by_identity(&identity).await?;
    let known = known.ok_or(WebError::NotFound)?;
    let step = store.step(known.index).await?;
    let own = |step: &Step| step.to == session.person.member;
    let step = step.filter(own).ok_or(WebError::NotFound)?;
    let programme = store.programme(step.programme.as_str()).await?;
    let purpose = match known.note.entry() {
        Entry::Transfer(sent) => sent.purpose.as_ref(),
        Entry::Return(sent) => sent.reason.as_ref(),
        _ => None,
    };
    Ok(Asked {
        purpose: purpose.map(ToString::to_string).unwrap_or_default(),
        programme: programme.ok_or(WebError::NotFound)?,
        head: head(app).await?,
        step,
    })
}

impl Asked {
    /// The form, empty.
    async fn page(
        &self,
        app: &App,
        session: &Session,
        once: String,
    ) -> Result<ConfirmPage, WebError> {
        let mut names = Names::default();
        names.steps([&self.step]);
        let lexicon = names.look_up(app.store()).await?;
        Ok(ConfirmPage {
            who: who(app, session).await?,
            step: row(&lexicon, &self.step, self.head.clock.seconds()),
            purpose: self.purpose.clone(),
            once,
            document_max_mb: (DOCUMENT_BYTES_MAX >> 20) as u64,
            ..ConfirmPage::default()
        })
    }

    /// The day where the programme is.
    fn today(&self, now: Moment) -> Day {
        now.local_day(self.programme.offset)
    }

    /// The receipt that says so.
    fn receipt(
        &self,
        said: &Said,
        documents: &[Attachment],
        once: &str,
        time: Moment,
    ) -> Result<Entry, String> {
        let reference = RecordRef::parse(&format!("receipt-{once}"));
        let reference = reference.map_err(|error| error.to_string())?;
        let signers = SignerCount(1);
        let draft = Writing::new(Kind::Receipt)
            .set("ledger", &self.head.ledger)
            .set("programme", &self.step.programme)
            .set("from", &self.step.from)
            .set("to", &self.step.to)
            .set("ref", &reference)
            .set("step", &self.step.identity)
            .set("amount", &said.amount)
            .set("currency", &self.programme.currency)
            .set_if("final", said.last.then_some(&Yes::Yes))
            .set("occurred", &said.occurred)
            .set_if("reason", said.reason.as_ref())
            .set_all("attach", documents)
            .set("time", &time)
            .set("signers", &signers);
        draft.entry()
    }
}

/// The form with what was typed.
pub(super) async fn typed(
    app: &App,
    session: &Session,
    asked: &Asked,
    desk: &Desk,
    form: &Form,
) -> Result<ConfirmPage, WebError> {
    let once = once_of(desk, form);
    let mut page = asked.page(app, session, once).await?;
    page.answer = Answer::parse(form.get("answer"));
    page.amount = form.get("amount").to_owned();
    page.last = form.ticked("last");
    page.occurred = form.get("occurred").to_owned();
    page.reason = form.get("reason").to_owned();
    let document = desk.people.document(&session.person, &page.once).await?;
    page.document = document.as_ref().map(evidence::view);
    Ok(page)
}

/// What was typed, read; or everything that is wrong with it.
fn read(
    page: &ConfirmPage,
    asked: &Asked,
    language: Language,
    now: Moment,
) -> Result<Said, Vec<FieldError>> {
    let mut errors = Vec::new();
    let amount = amount_of(page, asked, language).unwrap_or_else(|wrong| {
        errors.push(wrong);
        0
    });
    let occurred = day_of(page, asked, now).unwrap_or_else(|wrong| {
        errors.push(wrong);
        asked.step.occurred
    });
    let reason = reason_of(page).unwrap_or_else(|wrong| {
        errors.push(wrong);
        None
    });
    let amount = AmountOrZero::new(amount);
    match amount {
        Some(amount) if errors.is_empty() => Ok(Said {
            amount,
            last: page.answer != Some(Answer::Other) || page.last,
            occurred,
            reason,
        }),
        Some(_) => Err(errors),
        None => {
            errors.push(fault("amount", "amount-unreadable"));
            Err(errors)
        }
    }
}

fn amount_of(page: &ConfirmPage, asked: &Asked, language: Language) -> Result<Minor, FieldError> {
    match page.answer {
        None => Err(fault("answer", "answer-missing")),
        Some(Answer::All) => Ok(asked.step.open()),
        Some(Answer::NotOurs | Answer::NothingYet) => Ok(0),
        Some(Answer::Other) => amount::typed(&page.amount, language, asked.programme.exponent.0)
            .map_err(|code| fault("amount", code)),
    }
}

fn day_of(page: &ConfirmPage, asked: &Asked, now: Moment) -> Result<Day, FieldError> {
    if page.occurred.is_empty() {
        return Err(fault("occurred", "occurred-missing"));
    }
    let day = Day::parse(&page.occurred).map_err(|_| fault("occurred", "occurred-unreadable"))?;
    if day > asked.today(now) {
        return Err(fault("occurred", "occurred-future"));
    }
    Ok(day)
}

fn reason_of(page: &ConfirmPage) -> Result<Option<Prose>, FieldError> {
    if page.reason.is_empty() {
        return match page.answer {
            Some(Answer::NotOurs) => Err(fault("reason", "reason-missing")),
            _ => Ok(None),
        };
    }
    let reason = Prose::parse(&page.reason);
    reason
        .map(Some)
        .map_err(|_| fault("reason", "reason-unreadable"))
}

fn checked(
    form: ConfirmPage,
    asked: &Asked,
    said: &Said,
    text: String,
    code_needed: bool,
) -> CheckPage {
    let amount = Minor::from(said.amount.minor());
    let open = asked.step.open();
    CheckPage {
        form,
        said: amount,
        leaves: (open - amount).max(0),
        beyond: (amount - open).max(0),
        occurred: said.occurred.date(),
        last: said.last,
        identity: Identity::of(&text).to_string(),
        text,
        code_needed,
        device: None,
        own_key_only: false,
    }
}

/// The check page of a draft that was shown before, with what is wrong.
pub(super) fn check_again(
    form: ConfirmPage,
    asked: &Asked,
    draft: &Draft,
    error: FieldError,
) -> Option<CheckPage> {
    let Ok(Entry::Receipt(receipt)) = Entry::parse(&draft.text) else {
        return None;
    };
    let said = Said {
        amount: receipt.amount,
        last: receipt.last.is_some(),
        occurred: receipt.occurred,
        reason: receipt.reason,
    };
    let code_needed = error.field == "code";
    let mut page = checked(form, asked, &said, draft.text.clone(), code_needed);
    page.form.errors = vec![error];
    Some(page)
}

fn path(page: &ConfirmPage) -> String {
    format!("desk/confirm/{}", page.step.identity)
}

pub(super) async fn show(
    app: &App,
    language: Language,
    status: StatusCode,
    page: ConfirmPage,
) -> Result<Response, WebError> {
    let showing = Showing {
        app,
        language,
        path: path(&page),
    };
    showing.show(status, DeskPage::Confirm(page)).await
}

pub(super) async fn show_check(
    app: &App,
    language: Language,
    status: StatusCode,
    page: CheckPage,
) -> Result<Response, WebError> {
    let showing = Showing {
        app,
        language,
        path: path(&page.form),
    };
    showing.show(status, DeskPage::Check(page)).await
}
