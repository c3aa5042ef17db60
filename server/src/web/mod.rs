//! Pages: a file for each route, which loads a view and calls `app::render`.
//!
//! In scope: addresses, languages, headers, caching, pages for what goes wrong. Not in scope:
//! queries (`store::read`), words and markup (package `app`), JSON (`api`).
//!
//! No page depends on a cookie: the same address gives everybody the same bytes until the ledger
//! has another entry. One cookie keeps a language that a reader chose, and only `/` reads it. Pages
//! without an island have no script, and are told to run none.

mod answer;
mod api_page;
mod books;
mod boundary;
mod compare;
mod desk;
mod entry;
mod error;
mod feeds;
mod finding;
mod findings;
mod front;
mod home;
mod kept;
mod language;
mod member;
mod mirror;
mod programme;
mod prose;
mod query;
mod search;
mod status;
mod style;
mod take;
mod total;
mod verify;
mod view;

pub(crate) use answer::tag_by_encoding;
pub use boundary::{POLICY_WITH_ISLAND, SECURITY_HEADERS};
pub(crate) use boundary::{count, route_of};
pub use compare::{Board, Boards, Limits, Ranked};
pub use desk::{ACCESS, Access, Desk, Doors, Form, SESSION_COOKIE};
pub(crate) use entry::as_index;
pub use error::WebError;
pub use kept::PAGE_AGE_MAX;
pub(crate) use kept::Pages;
pub(crate) use query::PAGE_ROWS;
pub(crate) use search::entries as entries_found;
pub(crate) use take::TAKES_MAX;
pub(crate) use view::step::settled_state;

/// How answers are kept and asked about again, which the API shares.
pub(crate) mod caching {
    pub(crate) use super::answer::{REVALIDATE, is_fresh, ledger_tag, not_modified};
}

use crate::state::App;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::sync::Arc;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

/// How hard pages are compressed: at 6 brotli is as fast as at its layer's 4, and a page a tenth
/// smaller; from 7 on it takes three times as long.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(6);

/// The routes of the pages, with everything that stands around them.
pub fn router(app: &Arc<App>) -> Router<Arc<App>> {
    let keep = from_fn_with_state(Arc::clone(app), kept::kept);
    let others = reads().merge(desk::router(app)).fallback(boundary::nowhere);
    packed(app, pages())
        .layer(keep)
        .merge(packed(app, others))
        .layer(from_fn(boundary::secure))
}

/// Pages that are the same for everybody and change with the ledger alone: they are kept.
fn pages() -> Router<Arc<App>> {
    Router::new()
        .route("/{language}/", get(home::home))
        .route("/{language}/programmes/{id}", get(programme::programme))
        .route("/{language}/programmes/{id}/compare", get(compare::compare))
        .route("/{language}/programmes/{id}/verify", get(total::total))
        .route("/{language}/members/{*name}", get(member::member))
        .route("/{language}/entries/{id}", get(entry::entry))
        .route("/{language}/findings", get(findings::findings))
        .route("/{language}/findings/{id}", get(finding::finding))
        .route("/{language}/books", get(books::books))
        .route("/{language}/glossary", get(prose::glossary))
        .route("/{language}/about", get(prose::about))
        .route("/{language}/accessibility", get(prose::accessibility))
        .route("/{language}/feeds/findings", get(feeds::of_findings))
        .route(
            "/{language}/feeds/programmes/{id}",
            get(feeds::of_programme),
        )
        .route("/{language}/feeds/members/{*name}", get(feeds::of_member))
        .route("/{language}/api", get(api_page::api))
        .route("/{language}/verify", get(verify::any))
        .route("/{language}/verify/{identity}", get(verify::entry))
}

/// What is answered anew every time: what a reader chose or typed, what the clock or a neighbour
/// changes, files.
fn reads() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(language::at_the_door))
        .route("/choose/{language}/", get(language::choose_home))
        .route("/choose/{language}/{*page}", get(language::choose))
        .route("/{language}", get(language::with_slash))
        .route("/{language}/search", get(search::search))
        .route("/{language}/status", get(status::status))
        .route("/{language}/mirror", get(mirror::mirror))
        .route("/{language}/take/{file}", get(take::take))
        .route("/style/{file}", get(style::style))
        .route("/favicon.ico", get(style::icon))
        .route("/front/{file}", get(front::front))
}

/// Routes with their error pages, compressed.
fn packed(app: &Arc<App>, routes: Router<Arc<App>>) -> Router<Arc<App>> {
    routes
        .layer(from_fn_with_state(Arc::clone(app), boundary::boundary))
        .layer(
            CompressionLayer::new()
                .quality(COMPRESSION)
                .compress_when(unpacked()),
        )
        .layer(from_fn(answer::tag_by_encoding))
}

/// Everything but what is packed already.
fn unpacked() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/vnd."))
        .and(NotForContentType::const_new("application/pdf"))
}
