//! `/{language}/desk/after/{identity}`: what becomes of a step after it was sent. The payer says that
//! the bank sent money back, or takes all of it back; the payee sends back what it doesn't use, or puts
//! right what it said. Each is drafted with its reason, and a second person checks and signs it.

use super::super::error::WebError;
use super::super::query::Path;
use super::super::view::lexicon::Names;
use super::super::view::step::row;
use super::draft::read::occurred;
use super::draft::saving::chosen;
use super::draft::shown::{Funds, view};
use super::form::{Form, fault};
use super::looking::Looking;
use super::{amount, head, once_of, who};
use crate::draft::Draft as Writing;
use crate::holdings::{DrawFault, Holding, draw};
use crate::people::{Draft, Saved};
use app::views::{AfterCheckPage, AfterPage, AfterWay, DeskPage, FieldError};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::entry::Kind;
use ledger::field::{Amount, Field, Identity, Prose, RecordRef, Role, SignerCount};
use ledger::{Head, Minor, Programme, Step, StepKind};

/// A step of the member's, and what it is held against.
struct Asked {
    at: Looking,
    step: Step,
    programme: Programme,
    head: Head,
    /// What the payee holds of it and hasn't drafted away; empty for the payer.
    held: Vec<Holding>,
    funds: Funds,
}

pub(super) async fn form(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let asked = asked(at, &identity).await?;
    let mut page = asked.page().await?;
    page.once = asked.at.desk.people.fresh_word();
    page.occurred = asked.today();
    asked.show(StatusCode::OK, DeskPage::After(page)).await
}

pub(super) async fn check(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let asked = asked(at, &identity).await?;
    let mut page = asked.typed(&form).await?;
    let text = match asked.text(&page) {
        Ok(text) => text,
        Err(errors) => {
            page.errors = errors;
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            return asked.show(wrong, DeskPage::After(page)).await;
        }
    };
    let draft = Draft {
        step: asked.step.identity,
        text: asked.at.with_signers(&text).await?,
    };
    let (people, person) = (&asked.at.desk.people, asked.at.person());
    people.keep_draft(&page.once, person, &draft).await?;
    asked.show_check(page, &draft, None).await
}

/// Saves the very text that was shown, for a second person.
pub(super) async fn save(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let asked = asked(at, &identity).await?;
    let mut page = asked.typed(&form).await?;
    let (people, person) = (&asked.at.desk.people, asked.at.person());
    let shown = people.draft(&page.once, person).await?;
    let own = |draft: &Draft| draft.step == asked.step.identity;
    let shown = shown.filter(own);
    let text = match &shown {
        Some(shown) => chosen(&shown.text, &form)?,
        None => None,
    };
    let saved = match (shown, text) {
        (Some(shown), Some(text)) => match asked.at.makers(&text, &form).await? {
            Ok(signature) => asked.at.save_draft(&page.once, &text, signature).await?,
            Err(wrong) => return asked.show_check(page, &shown, Some(wrong)).await,
        },
        _ => Saved::Gone,
    };
    let code = match saved {
        Saved::Taken => return Ok(asked.at.to(&format!("drafts/{}", page.once))),
        Saved::Gone => "draft-changed",
        Saved::TooMany => "drafts-too-many",
    };
    page.errors = vec![fault("what", code)];
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    asked.show(wrong, DeskPage::After(page)).await
}

/// The step with this identity, where the member of whoever asks sent it or should have received it.
/// Anybody else's is not to be found here; it stands on its public page.
async fn asked(at: Looking, identity: &str) -> Result<Asked, WebError> {
    let identity: Identity = identity.parse().map_err(|_| WebError::NotFound)?;
    let store = at.app.store();
    let known = store.entry_by_identity(&identity).await?;
    let known = known.ok_or(WebError::NotFound)?;
    let member = &at.person().member;
    let own = |step: &Step| step.from == *member || step.to == *member;
    let step = store.step(known.index).await?.filter(own);
    let step = step.ok_or(WebError::NotFound)?;
    let programme = store.programme(step.programme.as_str()).await?;
    let drafts = at.desk.people.open_allocations(member).await?;
    let funds = Funds::of(&at, &drafts, "").await?;
    let mut held = funds.free(&step.programme);
    held.retain(|holding| step.to == *member && holding.node.entry == step.identity);
    Ok(Asked {
        head: head(&at.app).await?,
        programme: programme.ok_or(WebError::NotFound)?,
        held,
        funds,
        step,
        at,
    })
}

impl Asked {
    fn today(&self) -> String {
        let now = self.at.desk.signing_time(&self.head);
        now.local_day(self.programme.offset).to_string()
    }

    /// What this member may say of the step now, in the order of what is likeliest.
    fn ways(&self) -> Vec<AfterWay> {
        let (step, person) = (&self.step, self.at.person());
        let way = |what, most| AfterWay {
            what,
            most,
            waits_until: None,
        };
        let (pays, confirms) = (
            person.roles.contains(Role::Pay),
            person.roles.contains(Role::Confirm),
        );
        let mut ways = Vec::new();
        if step.from == person.member && pays {
            ways.push(way("bounce", step.open()));
            if step.received() == 0 {
                ways.push(AfterWay {
                    waits_until: self.unheard_until(),
                    ..way("reversal", step.open())
                });
            }
        }
        if step.to == person.member {
            let held: Minor = self.held.iter().map(|holding| holding.held).sum();
            if pays && step.kind != StepKind::Return {
                ways.push(way("return", held));
            }
            if confirms && step.kind != StepKind::Return {
                ways.push(way("correct", step.received().min(held)));
            }
            if confirms {
                ways.push(way("withdraw", step.contested));
            }
        }
        ways.retain(|way| way.most > 0);
        ways
    }

    /// The day through which a reversal needs the payee's signature too: until it has said its last
    /// word, or its time and the days of grace are over.
    fn unheard_until(&self) -> Option<chrono::NaiveDate> {
        let last = self.step.due.plus(self.programme.grace_days.0);
        let over = self.head.clock >= last.end(self.programme.offset);
        (!self.step.last_word && !over).then(|| last.date())
    }

    async fn page(&self) -> Result<AfterPage, WebError> {
        let mut names = Names::default();
        names.steps([&self.step]);
        let lexicon = names.look_up(self.at.app.store()).await?;
        Ok(AfterPage {
            who: who(&self.at.app, &self.at.session).await?,
            step: row(&lexicon, &self.step, self.head.clock.seconds()),
            ways: self.ways(),
            ..AfterPage::default()
        })
    }

    async fn typed(&self, form: &Form) -> Result<AfterPage, WebError> {
        let field = |name: &str| form.get(name).to_owned();
        Ok(AfterPage {
            once: once_of(&self.at.desk, form),
            what: field("what"),
            amount: field("amount"),
            occurred: field("occurred"),
            reason: field("reason"),
            ..self.page().await?
        })
    }

    /// The text that this form makes, or everything that is wrong with it.
    fn text(&self, page: &AfterPage) -> Result<String, Vec<FieldError>> {
        let way = page.ways.iter().find(|way| way.what == page.what);
        let way = way.ok_or_else(|| vec![fault("what", "what-missing")])?;
        let now = self.at.desk.signing_time(&self.head);
        let day = occurred(&page.occurred, now.local_day(self.programme.offset));
        let amount = self.amount(page, way);
        let reason = reason(&page.reason);
        let wrong = [
            day.as_ref().err(),
            amount.as_ref().err(),
            reason.as_ref().err(),
        ];
        let wrong: Vec<FieldError> = wrong.into_iter().flatten().cloned().collect();
        let (Ok(day), Ok(amount), Ok(reason)) = (day, amount, reason) else {
            return Err(wrong);
        };
        let reference = RecordRef::parse(&format!("{}-{}", way.what, page.once));
        let unreadable = || vec![fault("what", "draft-changed")];
        let writing = Writing::new(kind(way.what).ok_or_else(unreadable)?)
            .set("ledger", &self.head.ledger)
            .set("programme", &self.step.programme)
            .set("ref", &reference.map_err(|_| unreadable())?)
            .set("currency", &self.programme.currency)
            .set("occurred", &day)
            .set("reason", &reason)
            .set("time", &now)
            .set("signers", &SignerCount(1));
        let writing = self.about(writing, way.what, amount)?;
        let entry = writing
            .entry()
            .map_err(|_| vec![fault("reason", "reason-unreadable")])?;
        Ok(entry.to_text())
    }

    /// What each kind says of the step besides.
    fn about(
        &self,
        writing: Writing,
        what: &str,
        amount: Amount,
    ) -> Result<Writing, Vec<FieldError>> {
        if what == "return" {
            let sources = draw(&mut self.held.clone(), amount).map_err(|fault_of| {
                let code = match fault_of {
                    DrawFault::TooLittle { .. } => "sum-over",
                    DrawFault::TooScattered { .. } => "sum-scattered",
                };
                vec![fault("amount", code)]
            })?;
            return Ok(writing
                .set("from", &self.step.to)
                .set("to", &self.step.from)
                .set("amount", &amount)
                .set_all("source", &sources));
        }
        let writing = writing
            .set("from", &self.step.from)
            .set("to", &self.step.to)
            .set("step", &self.step.identity);
        Ok(match what {
            "withdraw" => writing.set("withdraw", &amount),
            // It takes back all that is open: its text has no amount.
            "reversal" => writing,
            _ => writing.set("amount", &amount),
        })
    }

    fn amount(&self, page: &AfterPage, way: &AfterWay) -> Result<Amount, FieldError> {
        let wrong = |code| fault("amount", code);
        let minor: Minor = if way.what == "reversal" {
            way.most
        } else {
            let exponent = self.programme.exponent.0;
            amount::typed(&page.amount, self.at.language, exponent).map_err(|code| {
                wrong(match code {
                    "amount-missing" => "sum-missing",
                    "amount-zero" => "sum-zero",
                    other => other,
                })
            })?
        };
        if minor > way.most {
            return Err(wrong("sum-over"));
        }
        Amount::new(minor).ok_or_else(|| wrong("amount-unreadable"))
    }

    /// What was answered, before it is saved; again where its maker's signature can't be taken.
    async fn show_check(
        &self,
        mut form: AfterPage,
        shown: &Draft,
        wrong: Option<FieldError>,
    ) -> Result<Response, WebError> {
        let (status, signing) = self.at.signing_checked(&shown.text, wrong.as_ref()).await?;
        form.errors = wrong.into_iter().collect();
        let page = AfterCheckPage {
            form,
            allocation: view(&self.at.app, &shown.text, &self.funds).await?,
            signing,
        };
        self.show(status, DeskPage::AfterCheck(page)).await
    }

    async fn show(&self, status: StatusCode, page: DeskPage) -> Result<Response, WebError> {
        let path = format!("desk/after/{}", self.step.identity);
        self.at.show(status, path, page).await
    }
}

fn kind(what: &str) -> Option<Kind> {
    match what {
        "bounce" => Some(Kind::Bounce),
        "reversal" => Some(Kind::Reversal),
        "return" => Some(Kind::Return),
        "correct" | "withdraw" => Some(Kind::ReceiptCorrect),
        _ => None,
    }
}

/// Why: nobody takes back what was said without a word.
pub(super) fn reason(typed: &str) -> Result<Prose, FieldError> {
    if typed.is_empty() {
        return Err(fault("reason", "reason-missing"));
    }
    Prose::parse(typed).map_err(|_| fault("reason", "reason-unreadable"))
}
