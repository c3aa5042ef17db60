//! The desk: where people who work for a member see what waits, confirm it, and read who did what.

mod after;
mod approve;
mod check;
mod confirm;
mod confirmed;
mod device;
mod draft;
mod evidence;
mod hooks;
mod join;
mod members;
mod passkeys;
mod people;
mod questions;
mod record;
mod sheet;
mod sign_in;
mod signing;
mod tasks;
mod telling;
#[cfg(test)]
mod tests;
mod year_end;

use leptos::prelude::*;

use crate::components::document::Body;
use crate::context::Context;
use crate::views::{DeskPage, Frame, SignedIn};

/// A page of the desk.
pub(crate) fn desk(context: Context, frame: &Frame, page: &DeskPage) -> Body {
    match page {
        DeskPage::SignIn(page) => sign_in::sign_in(context, page),
        DeskPage::Join(page) => join::join(context, page),
        DeskPage::Tasks(page) => tasks::tasks(context, page),
        DeskPage::Confirm(page) => confirm::confirm(context, page),
        DeskPage::Check(page) => check::check(context, frame, page),
        DeskPage::Device(page) => device::device(context, frame, page),
        DeskPage::Confirmed(page) => confirmed::confirmed(context, frame, page),
        DeskPage::Evidence(page) => evidence::evidence(context, page),
        DeskPage::People(page) => people::people(context, page),
        DeskPage::Approve(page) => approve::approve(context, page),
        DeskPage::Questions(page) => questions::list(context, page),
        DeskPage::StepQuestions(page) => questions::of_step(context, page),
        DeskPage::Members(page) => members::members(context, page),
        DeskPage::MemberForm(page) => members::form(context, page),
        DeskPage::Proposal(page) => members::proposal(context, page),
        DeskPage::MemberCheck(page) => members::check(context, page),
        DeskPage::Passkeys(page) => passkeys::passkeys(context, page),
        DeskPage::Record(page) => record::record(context, page),
        DeskPage::Drafts(page) => draft::list::drafts(context, page),
        DeskPage::DraftForm(page) => draft::form::form(context, page),
        DeskPage::DraftCheck(page) => draft::check::check(context, frame, page),
        DeskPage::Draft(page) => draft::one::draft(context, frame, page),
        DeskPage::After(page) => after::form(context, page),
        DeskPage::AfterCheck(page) => after::check(context, frame, page),
        DeskPage::Answers(page) => after::findings(context, page),
        DeskPage::YearEnds(page) => year_end::years(context, page),
        DeskPage::YearEnd(page) => year_end::form(context, page),
        DeskPage::YearEndCheck(page) => year_end::check(context, frame, page),
        DeskPage::SheetForm(page) => sheet::form::form(context, page),
        DeskPage::Sheet(page) => sheet::one::sheet(context, page),
        DeskPage::Telling(page) => telling::telling(context, page),
        DeskPage::Hooks(page) => hooks::hooks(context, page),
        DeskPage::LetterLink(page) => telling::link(context, page),
    }
}

/// Who is signed in where the page is shown.
pub(crate) const fn who(page: &DeskPage) -> Option<&SignedIn> {
    match page {
        DeskPage::SignIn(_) | DeskPage::Join(_) | DeskPage::LetterLink(_) => None,
        DeskPage::Tasks(page) => Some(&page.who),
        DeskPage::Confirm(page) => Some(&page.who),
        DeskPage::Check(page) => Some(&page.form.who),
        DeskPage::Confirmed(page) => Some(&page.who),
        DeskPage::Device(page) => Some(&page.who),
        DeskPage::Evidence(page) => Some(&page.who),
        DeskPage::People(page) => Some(&page.who),
        DeskPage::Approve(page) => Some(&page.who),
        DeskPage::Questions(page) => Some(&page.who),
        DeskPage::StepQuestions(page) => Some(&page.who),
        DeskPage::Members(page) => Some(&page.who),
        DeskPage::MemberForm(page) => Some(&page.who),
        DeskPage::Proposal(page) => Some(&page.who),
        DeskPage::MemberCheck(page) => Some(&page.who),
        DeskPage::Passkeys(page) => Some(&page.who),
        DeskPage::Record(page) => Some(&page.who),
        DeskPage::Drafts(page) => Some(&page.who),
        DeskPage::DraftForm(page) => Some(&page.who),
        DeskPage::DraftCheck(page) => Some(&page.form.who),
        DeskPage::Draft(page) => Some(&page.who),
        DeskPage::After(page) => Some(&page.who),
        DeskPage::AfterCheck(page) => Some(&page.form.who),
        DeskPage::Answers(page) => Some(&page.who),
        DeskPage::YearEnds(page) => Some(&page.who),
        DeskPage::YearEnd(page) => Some(&page.who),
        DeskPage::YearEndCheck(page) => Some(&page.form.who),
        DeskPage::SheetForm(page) => Some(&page.who),
        DeskPage::Sheet(page) => Some(&page.who),
        DeskPage::Telling(page) => Some(&page.who),
        DeskPage::Hooks(page) => Some(&page.who),
    }
}

/// A page of the desk is for whoever is signed in: no search engine should list it.
fn body(title: String, trail: Vec<(String, String)>, main: impl IntoAny) -> Body {
    Body {
        title,
        trail,
        data: None,
        unlisted: true,
        main: main.into_any(),
    }
}

/// The way back to the list of what waits.
fn to_tasks(context: Context) -> Vec<(String, String)> {
    vec![(context.t("desk-tasks"), context.desk(""))]
}

/// The way back to what is drafted.
fn to_drafts(context: Context) -> Vec<(String, String)> {
    vec![(context.t("desk-drafts"), context.desk("drafts"))]
}

/// What somebody may do, in one line.
fn may_words(context: Context, roles: &[String]) -> String {
    let words: Vec<String> = roles
        .iter()
        .map(|role| context.word_or("may", role))
        .collect();
    words.join(&context.t("list-comma"))
}
