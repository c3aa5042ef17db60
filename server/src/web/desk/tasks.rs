//! `/{language}/desk`: what waits.

use super::super::error::WebError;
use super::super::language;
use super::super::query::{PAGE_ROWS, Path, Query, paging};
use super::super::view::lexicon::Names;
use super::super::view::step;
use super::guard::{AtDesk, Present, signs};
use super::{Desk, Showing, device, who, year_end};
use crate::people::Person;
use crate::state::App;
use crate::store::read::{FindingFilter, Window};
use app::views::{DeskPage, TasksPage};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Identity, Moment, Role};
use ledger::{Programme, Step};
use std::sync::Arc;

/// Steps confirmed lately that the list shows beneath: enough to see that the last taps were taken.
const CONFIRMED_SHOWN: usize = 5;

/// Steps of the member that are looked at for them.
const LATEST_LOOKED_AT: u32 = 50;

pub(super) async fn tasks(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let person = &session.person;
    let store = app.store().moment().await?;
    let member = person.member.as_str();
    let paging = paging(query.page()?, store.waiting_count(member).await?)?;
    let waiting = store
        .waiting_for(member, None, Window::page(paging.page, PAGE_ROWS))
        .await?;
    let latest = store
        .steps_of(member, None, Window::first(LATEST_LOOKED_AT))
        .await?;
    let own = |step: &&Step| step.to == person.member && step.last_word;
    let confirmed: Vec<&Step> = latest.iter().filter(own).take(CONFIRMED_SHOWN).collect();
    let mut names = Names::default();
    names.steps(&waiting);
    names.steps(confirmed.iter().copied());
    let lexicon = names.look_up(&store).await?;
    let clock = store.head().await?.map_or(0, |head| head.clock.seconds());
    let years = if person.roles.contains(Role::Pay) {
        year_end::list::unspent(&store, &person.member, Moment(clock)).await?
    } else {
        0
    };
    let row = |found: &Step| step::row(&lexicon, found, clock);
    let late = |found: &Step| days_late(found, lexicon.terms(found.programme.as_str()), clock);
    let filter = FindingFilter {
        member: Some(member.to_owned()),
        open: Some(true),
        ..FindingFilter::default()
    };
    let findings = store.finding_count(&filter).await?;
    let votes = if person.roles.contains(Role::Administer) {
        store.proposals_before(member).await?.len() as u64
    } else {
        0
    };
    drop(store);
    let (drafts, asked) = drafts(&app, &desk, person).await?;
    let page = TasksPage {
        who: who(&app, &session).await?,
        late_days: waiting.iter().map(late).collect(),
        waiting: waiting.iter().map(row).collect(),
        paging,
        confirmed: confirmed.into_iter().map(row).collect(),
        may_confirm: person.roles.contains(Role::Confirm),
        has_held_key: desk.held.has(&person.member),
        put_off: query
            .get("put-off")
            .and_then(|id| id.parse::<Identity>().ok())
            .map(|id| id.to_string()),
        may_sign: signs(person.roles),
        drafts,
        asked,
        findings,
        questions: desk.people.questions_waiting(&person.member).await?,
        votes,
        years,
    };
    let showing = Showing {
        app: &app,
        language,
        path: "desk".to_owned(),
    };
    showing.show(StatusCode::OK, DeskPage::Tasks(page)).await
}

/// How many drafts and sheets of the member wait for a person's signature, and how many drafts of others.
async fn drafts(app: &App, desk: &Desk, person: &Person) -> Result<(u64, u64), WebError> {
    let people = &desk.people;
    if !person.roles.contains(Role::Pay) {
        let waiting = people.drafts_waiting(person, false).await?;
        return Ok((waiting.own, waiting.asked));
    }
    let own_key = device::own_keys(app, person, Role::Pay).await?;
    let waiting = people.drafts_waiting(person, own_key.is_some()).await?;
    let sheets = people.batches_waiting(person).await?;
    Ok((waiting.own + sheets, waiting.asked))
}

/// Days from the due day to the ledger's day where the programme is; negative before it.
fn days_late(step: &Step, programme: Option<&Programme>, clock: i64) -> i64 {
    let offset = programme
        .map(|programme| programme.offset)
        .unwrap_or_default();
    let today = Moment(clock).local_day(offset).date();
    today.signed_duration_since(step.due.date()).num_days()
}
