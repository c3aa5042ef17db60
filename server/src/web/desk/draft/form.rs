//! `/{language}/desk/drafts/new` and `…/save`: what is to be sent, checked, and saved for a second
//! person.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::Names;
use super::super::form::{Form, fault};
use super::super::looking::{Found, Looking};
use super::super::{head, once_of, who};
use super::saving::chosen;
use super::shown::{Funds, prose, said, transfer, view};
use crate::people::{Allocation, Draft, Saved};
use app::format;
use app::views::{Currency, DeskPage, DraftCheckPage, DraftFormPage, DraftHeld, FieldError, Minor};
use app::words::Language;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::Head;
use ledger::entry::Kind;
use ledger::field::{Day, ProgrammeName};
use std::collections::BTreeMap;

/// A form at work: what it is read against.
pub(in super::super) struct Work {
    pub(in super::super) at: Looking,
    pub(in super::super) drafts: Vec<Allocation>,
    pub(in super::super) funds: Funds,
}

impl Work {
    /// What is drafted and held, but for the draft that is written anew.
    pub(in super::super) async fn begin(at: Looking, but: &str) -> Result<Self, WebError> {
        let member = &at.person().member;
        let drafts = at.desk.people.open_allocations(member).await?;
        let funds = Funds::of(&at, &drafts, but).await?;
        Ok(Self { at, drafts, funds })
    }

    /// The form, empty.
    pub(in super::super) async fn page(&self) -> Result<DraftFormPage, WebError> {
        let mut names = Names::default();
        let mut free: BTreeMap<&ProgrammeName, Minor> = BTreeMap::new();
        for (programme, _) in &self.funds.held {
            names.programme(programme);
            free.entry(programme).or_default();
        }
        for (programme, sum) in &mut free {
            let holdings = self.funds.free(programme);
            *sum = holdings.iter().map(|holding| holding.held).sum();
        }
        let lexicon = names.look_up(self.at.app.store()).await?;
        let held = free.into_iter().map(|(programme, free)| DraftHeld {
            programme: lexicon.programme(programme.as_str()),
            currency: lexicon.currency(programme.as_str()),
            free,
        });
        Ok(DraftFormPage {
            who: who(&self.at.app, &self.at.session).await?,
            held: held.collect(),
            ..DraftFormPage::default()
        })
    }

    /// Today where the first programme is that something is held of.
    pub(in super::super) async fn today(&self, head: &Head) -> Result<Day, WebError> {
        let programme = match self.funds.held.first() {
            Some((name, _)) => self.at.app.store().programme(name.as_str()).await?,
            None => None,
        };
        let offset = programme
            .map(|programme| programme.offset)
            .unwrap_or_default();
        Ok(self.at.desk.signing_time(head).local_day(offset))
    }

    /// The form with what was typed.
    async fn typed(&self, form: &Form) -> Result<DraftFormPage, WebError> {
        let field = |name: &str| form.get(name).to_owned();
        let chosen = form.get("payee_found");
        let payee = if chosen.is_empty() {
            form.get("payee")
        } else {
            chosen
        };
        Ok(DraftFormPage {
            draft: field("draft"),
            once: once_of(&self.at.desk, form),
            programme: field("programme"),
            payee: payee.to_owned(),
            amount: field("amount"),
            reference: field("ref"),
            occurred: field("occurred"),
            due: field("due"),
            purpose: field("purpose"),
            ..self.page().await?
        })
    }

    /// The form again, where what was shown can't be saved.
    async fn refuse(
        self,
        mut page: DraftFormPage,
        code: &'static str,
    ) -> Result<Response, WebError> {
        page.errors = vec![fault("programme", code)];
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        self.show(wrong, DeskPage::DraftForm(page)).await
    }

    /// What was answered, before it is saved; again where its maker's signature can't be taken.
    async fn show_check(
        self,
        mut form: DraftFormPage,
        shown: &Draft,
        wrong: Option<FieldError>,
    ) -> Result<Response, WebError> {
        let (status, signing) = self.at.signing_checked(&shown.text, wrong.as_ref()).await?;
        form.errors = wrong.into_iter().collect();
        let page = DraftCheckPage {
            form,
            allocation: view(&self.at.app, &shown.text, &self.funds).await?,
            signing,
        };
        self.show(status, DeskPage::DraftCheck(page)).await
    }

    async fn show(self, status: StatusCode, page: DeskPage) -> Result<Response, WebError> {
        let path = "desk/drafts/new".to_owned();
        self.at.show(status, path, page).await
    }
}

pub(in super::super) async fn new(at: Looking) -> Result<Response, WebError> {
    let work = Work::begin(at, "").await?;
    let head = head(&work.at.app).await?;
    let mut page = work.page().await?;
    page.occurred = work.today(&head).await?.to_string();
    page.once = work.at.desk.people.fresh_word();
    work.show(StatusCode::OK, DeskPage::DraftForm(page)).await
}

/// The form of a draft that its maker writes anew.
pub(in super::super) async fn edit(found: Found) -> Result<Response, WebError> {
    let Found { at, draft } = found;
    if !at.is(&draft.maker) {
        return Err(WebError::NotFound);
    }
    // What becomes of a step is deleted and written anew from the step.
    if !draft.stand.is_open() || said(&draft.text)?.kind != Kind::Transfer {
        return Ok(at.to(&format!("drafts/{}", draft.id)));
    }
    let work = Work::begin(at, &draft.id).await?;
    let transfer = transfer(&draft.text)?;
    let mut page = work.page().await?;
    let of = |held: &&DraftHeld| held.programme.id == transfer.programme.as_str();
    let currency = page.held.iter().find(of).map(|held| held.currency.clone());
    let language = work.at.language;
    page.amount = plain(language, transfer.amount.minor(), currency.as_ref());
    page.draft = draft.id;
    page.once = work.at.desk.people.fresh_word();
    page.programme = transfer.programme.to_string();
    page.payee = transfer.to.to_string();
    page.reference = transfer.reference.to_string();
    page.occurred = transfer.occurred.to_string();
    page.due = transfer.due.map(|due| due.to_string()).unwrap_or_default();
    page.purpose = prose(&transfer);
    work.show(StatusCode::OK, DeskPage::DraftForm(page)).await
}

/// An amount as it is typed; empty where its currency isn't known.
fn plain(language: Language, minor: Minor, currency: Option<&Currency>) -> String {
    currency.map_or_else(String::new, |currency| {
        format::amount(language, minor, currency)
    })
}

pub(in super::super) async fn check(at: Looking, form: Form) -> Result<Response, WebError> {
    let work = Work::begin(at, form.get("draft")).await?;
    let mut page = work.typed(&form).await?;
    if form.ticked("back") {
        return work.show(StatusCode::OK, DeskPage::DraftForm(page)).await;
    }
    let Some(text) = work.text(&mut page).await? else {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return work.show(wrong, DeskPage::DraftForm(page)).await;
    };
    let text = work.at.with_signers(&text).await?;
    let first = transfer(&text)?
        .sources
        .iter()
        .next()
        .map(|source| source.node.entry);
    let draft = Draft {
        step: first.ok_or_else(|| WebError::Internal("a transfer draws on nothing".into()))?,
        text,
    };
    let (people, person) = (&work.at.desk.people, work.at.person());
    people.keep_draft(&page.once, person, &draft).await?;
    work.show_check(page, &draft, None).await
}

/// Saves the very text that was shown, with its maker's signature where their device gave one.
pub(in super::super) async fn save(at: Looking, form: Form) -> Result<Response, WebError> {
    let work = Work::begin(at, form.get("draft")).await?;
    let page = work.typed(&form).await?;
    let (person, people) = (work.at.person(), &work.at.desk.people);
    let shown = people.draft(&page.once, person).await?;
    let Some(shown) = shown else {
        return work.refuse(page, "draft-changed").await;
    };
    let Some(text) = chosen(&shown.text, &form)? else {
        return work.refuse(page, "draft-changed").await;
    };
    let signature = match work.at.makers(&text, &form).await? {
        Ok(signature) => signature,
        Err(wrong) => return work.show_check(page, &shown, Some(wrong)).await,
    };
    let is_new = page.draft.is_empty();
    let id = if is_new { &page.once } else { &page.draft };
    // One that was thrown away meanwhile isn't made again.
    if !is_new && people.allocation(&person.member, id).await?.is_none() {
        return work.refuse(page, "draft-gone").await;
    }
    match work.at.save_draft(id, &text, signature).await? {
        Saved::Taken => Ok(work.at.to(&format!("drafts/{id}"))),
        Saved::Gone => work.refuse(page, "draft-gone").await,
        Saved::TooMany => work.refuse(page, "drafts-too-many").await,
    }
}
