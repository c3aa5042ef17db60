//! `/{language}/verify` and `/{language}/verify/{identity}`: the check on the reader's own machine.

use super::answer::visit;
use super::entry::as_index;
use super::error::WebError;
use super::language;
use super::query::Path;
use super::view::lexicon::entry_ref;
use crate::state::App;
use app::views::{Page, VerifyPage};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use ledger::field::Identity;
use std::sync::Arc;

/// Files alone.
pub(crate) async fn any(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    Ok(match visit(&app, language, &uri, &headers).await? {
        Ok(visit) => visit.show(&Page::Verify(Box::new(trusting(&app)))),
        Err(unchanged) => unchanged,
    })
}

/// The entry that the address names, by its identity or its index.
pub(crate) async fn entry(
    State(app): State<Arc<App>>,
    Path((language, id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    if let Some(index) = as_index(&id) {
        let known = app
            .store()
            .entry_at(index)
            .await?
            .ok_or(WebError::NotFound)?;
        let address = format!("/{}/verify/{}", language.code(), known.note.identity());
        return Ok(language::redirect(&address));
    }
    let identity: Identity = id.parse().map_err(|_| WebError::NotFound)?;
    let visit = match visit(&app, language, &uri, &headers).await? {
        Ok(visit) => visit,
        Err(unchanged) => return Ok(unchanged),
    };
    let known = app.store().entry_by_identity(&identity).await?;
    let page = VerifyPage {
        entry: Some(entry_ref(&known.ok_or(WebError::NotFound)?)),
        ..trusting(&app)
    };
    Ok(visit.show(&Page::Verify(Box::new(page))))
}

/// What a reader trusts who has nothing better than this server's word.
fn trusting(app: &App) -> VerifyPage {
    let vkey = app.log().key().map(|key| key.verifier().to_string());
    VerifyPage {
        entry: None,
        trust: vkey
            .as_ref()
            .map(|vkey| format!("log {vkey}\nquorum none\n"))
            .unwrap_or_default(),
        vkey: vkey.unwrap_or_default(),
    }
}
