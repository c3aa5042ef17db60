//! `/{language}/desk/drafts/new` and `…/save`: what is to be sent, checked, and saved for a second
//! person.

use super::super::super::error::WebError;
use super::super::super::language;
use super::super::super::query::Path;
use super::super::super::view::lexicon::Names;
use super::super::form::{Form, fault};
use super::super::guard::{AtDesk, Present};
use super::super::{Desk, Showing, head, once_of, see_other, who};
use super::read::Asked;
use super::shown::{Funds, prose, transfer, view};
use crate::people::{Allocation, Draft, Session};
use crate::state::App;
use app::format;
use app::views::{Currency, DeskPage, DraftCheckPage, DraftFormPage, DraftHeld, Minor};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Identity, ProgrammeName};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A form at work: what it is read against.
struct Work {
    app: Arc<App>,
    desk: Arc<Desk>,
    session: Arc<Session>,
    language: Language,
    drafts: Vec<Allocation>,
    funds: Funds,
}

impl Work {
    /// What is drafted and held, but for the draft that is written anew.
    async fn begin(
        app: Arc<App>,
        desk: Arc<Desk>,
        session: Arc<Session>,
        language: &str,
        but: &str,
    ) -> Result<Self, WebError> {
        let member = &session.person.member;
        let drafts = desk.people.open_allocations(member).await?;
        let funds = Funds::of(&app, member, &drafts, but).await?;
        Ok(Self {
            language: language::parse(language)?,
            app,
            desk,
            session,
            drafts,
            funds,
        })
    }

    /// The form, empty.
    async fn page(&self) -> Result<DraftFormPage, WebError> {
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
        let lexicon = names.look_up(self.app.store()).await?;
        let held = free.into_iter().map(|(programme, free)| DraftHeld {
            programme: lexicon.programme(programme.as_str()),
            currency: lexicon.currency(programme.as_str()),
            free,
        });
        Ok(DraftFormPage {
            who: who(&self.app, &self.session).await?,
            held: held.collect(),
            ..DraftFormPage::default()
        })
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
            once: once_of(&self.desk, form),
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

    async fn show(self, status: StatusCode, page: DeskPage) -> Result<Response, WebError> {
        let showing = Showing {
            app: &self.app,
            language: self.language,
            path: "desk/drafts/new".to_owned(),
        };
        showing.show(status, page).await
    }
}

pub(in super::super) async fn new(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let work = Work::begin(app, desk, session, &language, "").await?;
    let head = head(&work.app).await?;
    let mut page = work.page().await?;
    let first = page.held.first().map(|held| held.programme.id.clone());
    let offset = match first {
        Some(name) => work.app.store().programme(&name).await?,
        None => None,
    };
    let offset = offset.map(|programme| programme.offset).unwrap_or_default();
    let today = work.desk.signing_time(&head).local_day(offset);
    page.once = work.desk.people.fresh_word();
    page.occurred = today.to_string();
    work.show(StatusCode::OK, DeskPage::DraftForm(page)).await
}

/// The form of a draft that its maker writes anew.
pub(in super::super) async fn edit(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = desk.people.allocation(&session.person.member, &id).await?;
    let draft = found.filter(|draft| draft.maker == session.person.account.as_str());
    let draft = draft.ok_or(WebError::NotFound)?;
    if !draft.stand.is_open() {
        return Ok(see_other(&format!("/{language}/desk/drafts/{id}")));
    }
    let work = Work::begin(app, desk, session, &language, &id).await?;
    let transfer = transfer(&draft.text)?;
    let mut page = work.page().await?;
    let of = |held: &&DraftHeld| held.programme.id == transfer.programme.as_str();
    let currency = page.held.iter().find(of).map(|held| held.currency.clone());
    page.amount = plain(work.language, transfer.amount.minor(), currency.as_ref());
    page.draft = draft.id;
    page.once = work.desk.people.fresh_word();
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

pub(in super::super) async fn check(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let work = Work::begin(app, desk, session, &language, form.get("draft")).await?;
    let mut page = work.typed(&form).await?;
    if form.ticked("back") {
        return work.show(StatusCode::OK, DeskPage::DraftForm(page)).await;
    }
    let asked = Asked {
        app: &work.app,
        desk: &work.desk,
        session: &work.session,
        language: work.language,
        drafts: &work.drafts,
        funds: &work.funds,
    };
    let Some(text) = asked.text(&mut page).await? else {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return work.show(wrong, DeskPage::DraftForm(page)).await;
    };
    let first = transfer(&text)?
        .sources
        .iter()
        .next()
        .map(|source| source.node.entry);
    let draft = Draft {
        step: first.ok_or_else(|| WebError::Internal("a transfer draws on nothing".into()))?,
        text,
    };
    work.desk
        .people
        .keep_draft(&page.once, &work.session.person, &draft)
        .await?;
    let page = DraftCheckPage {
        form: page,
        allocation: view(&work.app, &draft.text, &work.funds).await?,
    };
    work.show(StatusCode::OK, DeskPage::DraftCheck(page)).await
}

/// Saves the very text that was shown.
pub(in super::super) async fn save(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let work = Work::begin(app, desk, session, &language, form.get("draft")).await?;
    let page = work.typed(&form).await?;
    let (person, people) = (&work.session.person, &work.desk.people);
    let shown = people.draft(&page.once, person).await?;
    let same = |draft: &Draft| Identity::of(&draft.text).to_string() == form.get("text_identity");
    let Some(shown) = shown.filter(same) else {
        return work.refuse(page, "draft-changed").await;
    };
    let is_new = page.draft.is_empty();
    let id = if is_new { &page.once } else { &page.draft };
    let reference = transfer(&shown.text)?.reference;
    let is_there = is_new || people.allocation(&person.member, id).await?.is_some();
    if is_there
        && people
            .save_allocation(person, id, &reference, &shown.text)
            .await?
    {
        let language = work.language.code();
        return Ok(see_other(&format!("/{language}/desk/drafts/{id}")));
    }
    work.refuse(page, "draft-gone").await
}
