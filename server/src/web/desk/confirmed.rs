//! `/{language}/desk/confirmed/{identity}`: what was signed, to keep and print.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::super::view::lexicon::{Names, entry_ref};
use super::super::view::step::row;
use super::guard::Present;
use super::{Showing, document_view, head, who};
use crate::keyfile::HELD_PERSON;
use crate::state::App;
use app::views::{ConfirmedPage, DeskPage, Minor};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::Identity;
use ledger::{Entry, Note};
use std::sync::Arc;

pub(super) async fn confirmed(
    State(app): State<Arc<App>>,
    Present(session): Present,
    Path((language, identity)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let identity: Identity = identity.parse().map_err(|_| WebError::NotFound)?;
    let store = app.store();
    let known = store.entry_by_identity(&identity).await?;
    let known = known.ok_or(WebError::NotFound)?;
    let Entry::Receipt(receipt) = known.note.entry() else {
        return Err(WebError::NotFound);
    };
    if receipt.to != session.person.member {
        return Err(WebError::NotFound);
    }
    let about = store.entry_by_identity(&receipt.step).await?;
    let about = about.ok_or(WebError::NotFound)?;
    let step = store.step(about.index).await?.ok_or(WebError::NotFound)?;
    let mut names = Names::default();
    names.steps([&step]);
    let through_server = through_server(&app, &known.note).await?;
    let lexicon = names.look_up(store).await?;
    let page = ConfirmedPage {
        who: who(&app, &session).await?,
        step: row(&lexicon, &step, head(&app).await?.clock.seconds()),
        entry: entry_ref(&known),
        said: Minor::from(receipt.amount.minor()),
        occurred: receipt.occurred.date(),
        time: receipt.time.seconds(),
        address: format!("{}/{}/entries/{identity}", app.base_url(), language.code()),
        through_server,
        documents: receipt.attachments.iter().map(document_view).collect(),
        waiting: store.waiting_count(session.person.member.as_str()).await?,
    };
    let showing = Showing {
        app: &app,
        language,
        path: format!("desk/confirmed/{identity}"),
    };
    showing
        .show(StatusCode::OK, DeskPage::Confirmed(page))
        .await
}

/// Whether the key that the server holds for the member signed.
async fn through_server(app: &App, note: &Note) -> Result<bool, WebError> {
    let names = note.lines().iter().map(|line| line.name.to_string());
    let keys = app.store().keys_of(names.collect()).await?;
    let signers = note.lines().iter();
    let mut signers = signers.filter_map(|line| keys.get(&(line.name.to_string(), line.id.0)));
    Ok(signers.any(|key| key.person.as_str() == HELD_PERSON))
}
