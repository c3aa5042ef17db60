//! `/{language}/desk/questions` and `…/{identity}`: what a payee asks about a transfer, and what its payer
//! answers. Both sides' people read it, and auditors; the public doesn't.

use super::super::error::WebError;
use super::super::query::Path;
use super::super::view::lexicon::{Lexicon, Names};
use super::super::view::step::row;
use super::form::{Form, fault};
use super::guard::signs;
use super::looking::Looking;
use super::{head, once_of, who};
use crate::people::telling::Told;
use crate::people::{Asked, QUESTION_CHARS_MAX, Question, Reply};
use app::views::{DeskPage, FieldError, QuestionRow, QuestionsPage, StepQuestionsPage};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::Step;
use ledger::field::{Function, Identity, Moment, Role};

/// What waits for an answer of the member, and what it asked.
pub(super) async fn questions(at: Looking) -> Result<Response, WebError> {
    let member = &at.person().member;
    let waiting = at.desk.people.questions_to(member).await?;
    let own = at.desk.people.questions_of(member).await?;
    let lexicon = named(&at, waiting.iter().chain(&own)).await?;
    let page = QuestionsPage {
        who: who(&at.app, &at.session).await?,
        waiting: waiting.iter().map(|one| view(&at, &lexicon, one)).collect(),
        own: own.iter().map(|one| view(&at, &lexicon, one)).collect(),
    };
    let page = DeskPage::Questions(page);
    at.show(StatusCode::OK, "desk/questions".to_owned(), page)
        .await
}

/// What was asked about one transfer.
pub(super) async fn about(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let step = step(&at, &identity).await?;
    show(&at, &step, StatusCode::OK, Said::fresh(&at)).await
}

/// A question of the payee, or an answer of the payer.
pub(super) async fn say(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let step = step(&at, &identity).await?;
    let (field, taken) = if at.person().member == step.to {
        ("question", ask(&at, &step, &form).await?)
    } else if at.person().member == step.from {
        ("answer", answer(&at, &step, &form).await?)
    } else {
        return Err(WebError::NotFound);
    };
    match taken {
        Ok(()) => Ok(at.to(&format!("questions/{}", step.identity))),
        Err(code) => {
            let said = Said {
                once: once_of(&at.desk, &form),
                typed: form.get(field).to_owned(),
                errors: vec![fault(field, code)],
            };
            show(&at, &step, StatusCode::UNPROCESSABLE_ENTITY, said).await
        }
    }
}

async fn ask(at: &Looking, step: &Step, form: &Form) -> Result<Result<(), &'static str>, WebError> {
    if let Err(code) = sentence(form.get("question")) {
        return Ok(Err(code));
    }
    let id = once_of(&at.desk, form);
    let about = (told(step), &step.from);
    let text = form.get("question");
    let asked = at.desk.people.ask(at.person(), &id, about, text).await?;
    Ok(match asked {
        Asked::Taken => Ok(()),
        Asked::TooMany => Err("questions-too-many"),
    })
}

/// A transfer as messages name it.
const fn told(step: &Step) -> Told {
    Told {
        index: step.index,
        identity: step.identity,
    }
}

async fn answer(
    at: &Looking,
    step: &Step,
    form: &Form,
) -> Result<Result<(), &'static str>, WebError> {
    if let Err(code) = sentence(form.get("answer")) {
        return Ok(Err(code));
    }
    let about = (told(step), form.get("id"));
    let text = form.get("answer");
    let taken = at.desk.people.answer(at.person(), about, text).await?;
    Ok(if taken || given(at, step, form).await? {
        Ok(())
    } else {
        Err("question-answered")
    })
}

/// Whether this very answer stands there: the same form was sent twice.
async fn given(at: &Looking, step: &Step, form: &Form) -> Result<bool, WebError> {
    let asked = at.desk.people.questions_about(&step.identity).await?;
    let own = |reply: &Reply| reply.text == form.get("answer") && at.is(&reply.account);
    let found = asked.iter().find(|one| one.id == form.get("id"));
    Ok(found.is_some_and(|one| one.answer.as_ref().is_some_and(own)))
}

/// Why this can't stand as a question or an answer: one line that shows as it was typed.
fn sentence(text: &str) -> Result<(), &'static str> {
    // What turns the writing's direction or breaks its line shows another text than was typed.
    let turns = |sign: char| matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.is_empty() {
        Err("words-missing")
    } else if text.chars().count() > QUESTION_CHARS_MAX {
        Err("words-long")
    } else if text.chars().any(|sign| sign.is_control() || turns(sign)) {
        Err("words-unreadable")
    } else {
        Ok(())
    }
}

/// The step with this identity, where the reader's member is one of its sides, or the reader an auditor.
async fn step(at: &Looking, identity: &str) -> Result<Step, WebError> {
    let identity: Identity = identity.parse().map_err(|_| WebError::NotFound)?;
    let store = at.app.store();
    let known = store.entry_by_identity(&identity).await?;
    let known = known.ok_or(WebError::NotFound)?;
    let step = store.step(known.index).await?.ok_or(WebError::NotFound)?;
    let member = &at.person().member;
    let side = step.from == *member || step.to == *member;
    if side || audits(at).await? {
        Ok(step)
    } else {
        Err(WebError::NotFound)
    }
}

/// Whether the reader looks at everything for a member whose work that is.
async fn audits(at: &Looking) -> Result<bool, WebError> {
    let person = at.person();
    let member = at.app.store().member(person.member.as_str()).await?;
    let function = member.map(|member| member.function);
    Ok(person.roles.contains(Role::Audit) && function == Some(Function::Auditor))
}

/// What is shown beside the questions.
struct Said {
    once: String,
    typed: String,
    errors: Vec<FieldError>,
}

impl Said {
    fn fresh(at: &Looking) -> Self {
        Self {
            once: at.desk.people.fresh_word(),
            typed: String::new(),
            errors: Vec::new(),
        }
    }
}

async fn show(
    at: &Looking,
    step: &Step,
    status: StatusCode,
    said: Said,
) -> Result<Response, WebError> {
    let store = at.app.store();
    let mut names = Names::default();
    names.steps([step]);
    let lexicon = names.look_up(store).await?;
    let clock = head(&at.app).await?.clock.seconds();
    let asked = at.desk.people.questions_about(&step.identity).await?;
    let person = at.person();
    let page = StepQuestionsPage {
        who: who(&at.app, &at.session).await?,
        step: row(&lexicon, step, clock),
        asked: asked.iter().map(|one| view(at, &lexicon, one)).collect(),
        may_ask: person.member == step.to && signs(person.roles),
        may_answer: person.member == step.from && signs(person.roles),
        typed: said.typed,
        once: said.once,
        chars_max: QUESTION_CHARS_MAX as u64,
        errors: said.errors,
    };
    let path = format!("desk/questions/{}", step.identity);
    at.show(status, path, DeskPage::StepQuestions(page)).await
}

async fn named<'a>(
    at: &Looking,
    all: impl Iterator<Item = &'a Question>,
) -> Result<Lexicon, WebError> {
    let mut names = Names::default();
    for one in all {
        names.member(&one.payer);
        names.member(&one.payee);
    }
    Ok(names.look_up(at.app.store()).await?)
}

/// A question as its reader sees it: an account's name is for colleagues, and for auditors.
fn view(at: &Looking, lexicon: &Lexicon, one: &Question) -> QuestionRow {
    let own = &at.person().member;
    let auditor = *own != one.payer && *own != one.payee;
    let shown = |side: bool, account: &str| {
        if side || auditor {
            account.to_owned()
        } else {
            String::new()
        }
    };
    let reply = one.answer.as_ref();
    QuestionRow {
        id: one.id.clone(),
        step: one.step.to_string(),
        payer: lexicon.party(&one.payer),
        payee: lexicon.party(&one.payee),
        asker: shown(*own == one.payee, &one.asker),
        asked: one.asked.seconds(),
        text: one.text.clone(),
        answer: reply.map(|reply| reply.text.clone()),
        answerer: reply.map_or_else(String::new, |reply| {
            shown(*own == one.payer, &reply.account)
        }),
        answered: reply.map(|reply| reply.at).map(Moment::seconds),
    }
}
