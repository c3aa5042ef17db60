//! Answers that can be kept: a page changes only with the ledger, so its ETag is the ledger's next
//! index, and a reader that has the page is answered before anything is loaded.

use super::boundary::HasIsland;
use super::error::WebError;
use super::language;
use crate::mirror::Forwarder;
use crate::state::App;
use crate::store::Store;
use app::islands::passkey;
use app::islands::plain::Script;
use app::views::{Boots, CheckpointView, Frame, Notice, Page};
use app::words::Language;
use axum::body::Body;
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ledger::Head;
use std::sync::Arc;

/// Every reader asks again whether its copy still stands: figures must not be old, and the answer
/// "it does" costs one look at the ledger's head.
pub(crate) const REVALIDATE: HeaderValue = HeaderValue::from_static("public, no-cache");

/// A page may be shown once more while the browser asks whether it still stands, for as long as a
/// reader takes to look at it: nobody waits for a slow line, and figures are never older than this.
pub(crate) const REVALIDATE_BEHIND: HeaderValue =
    HeaderValue::from_static("public, max-age=0, stale-while-revalidate=30");

/// Characters of a root that a page shows: 48 bits, which nobody finds again by chance.
const ROOT_SHOWN: usize = 8;

/// The ledger as a request finds it: tag, ledger time and every figure are of one state.
pub(crate) struct Visit {
    store: Store,
    pub(crate) head: Option<Head>,
    pub(crate) frame: Frame,
    pub(crate) tag: HeaderValue,
}

/// The ETag of everything that is said of the ledger as it stands.
pub(crate) fn ledger_tag(app: &App, head: Option<&Head>) -> HeaderValue {
    let entries = head.map_or(0, |head| head.next_index);
    let departed = |mirror: &Arc<Forwarder>| mirror.home().view().departed.is_some();
    let writable = match app.mirror() {
        Some(mirror) if departed(mirror) => "-d",
        Some(_) => "-m",
        None if app.sequencer().running() => "",
        None => "-r",
    };
    // A page names the checkpoint, which follows its entries by a moment.
    let published = app
        .log()
        .published()
        .map_or(0, |published| published.size());
    let lag = if published == entries {
        String::new()
    } else {
        format!("-{published:x}")
    };
    // Cosignatures come after the entries that they cover.
    let checked = app.log().checked().map_or_else(String::new, |checked| {
        format!("-c{}.{:x}", checked.by.len(), checked.latest.seconds())
    });
    let tag = format!("\"{}-{entries:x}{lag}{writable}{checked}\"", app.build());
    HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"0\""))
}

/// Whether the reader's copy carries this tag, in whatever encoding it was sent.
pub(crate) fn is_fresh(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let Ok(tag) = tag.to_str() else { return false };
    let tag = tag.trim_matches('"');
    let sent = headers
        .get_all(header::IF_NONE_MATCH)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    sent.flat_map(|value| value.split(',')).any(|one| {
        let one = one.trim().trim_start_matches("W/").trim_matches('"');
        one == "*"
            || one == tag
            || one
                .strip_prefix(tag)
                .is_some_and(|rest| ENCODINGS.contains(&rest))
    })
}

/// What an ETag ends in when its bytes are compressed: strong tags differ where bytes do.
pub(super) const ENCODINGS: [&str; 2] = ["-br", "-gzip"];

/// `304 Not Modified`.
pub(crate) fn not_modified(tag: HeaderValue) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    response.headers_mut().insert(header::ETAG, tag);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, REVALIDATE);
    response
}

/// What every page is asked with: the language of its address, and what the reader has of it already.
pub(crate) struct Asked {
    pub(crate) app: Arc<App>,
    pub(crate) language: Language,
    pub(crate) uri: Uri,
    headers: HeaderMap,
}

impl FromRequestParts<Arc<App>> for Asked {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, WebError> {
        let first = parts.uri.path().split('/').nth(1).unwrap_or_default();
        Ok(Self {
            app: Arc::clone(app),
            language: language::parse(first)?,
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
        })
    }
}

impl Asked {
    /// Looks at the ledger's head; where the reader's copy still stands, that is the answer.
    pub(crate) async fn visit(&self) -> Result<Visit, WebError> {
        let app = &self.app;
        // Asked of the ledger once, before the page has its connection.
        let simulated = app.simulated().await?;
        let store = app.store().moment().await?;
        let head = store.head().await?;
        let tag = ledger_tag(app, head.as_ref());
        if is_fresh(&self.headers, &tag) {
            return Err(WebError::Unchanged(tag));
        }
        let path = behind_language(&self.uri);
        let frame = frame(app, self.language, path, head.as_ref(), simulated);
        Ok(Visit {
            store,
            head,
            frame,
            tag,
        })
    }
}

/// The address behind `/{language}/`, with its query.
fn behind_language(uri: &Uri) -> String {
    let whole = uri.path_and_query().map_or("", |path| path.as_str());
    let rest = whole.trim_start_matches('/');
    rest.split_once('/').map_or("", |(_, rest)| rest).to_owned()
}

pub(crate) fn frame(
    app: &App,
    language: Language,
    path: String,
    head: Option<&Head>,
    simulated: bool,
) -> Frame {
    let notices = notices(app);
    Frame {
        language,
        path,
        base_url: app.base_url().to_owned(),
        origin: head.map(|head| head.ledger.to_string()).unwrap_or_default(),
        simulated,
        ledger_time: head.map(|head| head.clock.seconds()),
        entries: head.map_or(0, |head| head.next_index),
        checkpoint: app.log().published().map(|published| CheckpointView {
            size: published.size(),
            root: published.root().to_string()[..ROOT_SHOWN].to_owned(),
        }),
        notices,
        boots: Boots {
            passkey: passkey::address(),
            outbox: Script::Outbox.address(),
            photo: Script::Photo.address(),
            upload: Script::Upload.address(),
            ..app.front().boots().clone()
        },
    }
}

fn notices(app: &App) -> Vec<Notice> {
    let Some(mirror) = app.mirror() else {
        let read_only = (!app.sequencer().running()).then_some(Notice::ReadOnly);
        return [kept_by(app)].into_iter().chain(read_only).collect();
    };
    let departed = mirror.home().view().departed;
    let departed = departed.map(|departed| Notice::Departed {
        entries: departed.entries,
        code: departed.code,
    });
    [Notice::Mirror].into_iter().chain(departed).collect()
}

/// Who stands behind the published checkpoint: every page says so.
fn kept_by(app: &App) -> Notice {
    match app.log().checked() {
        Some(checked) => Notice::Checked {
            of: u64::try_from(checked.of).unwrap_or(u64::MAX),
            at: checked.latest.seconds(),
            quorum: checked.quorum,
            by: checked.by,
        },
        None => Notice::KeptByOneParty,
    }
}

/// A page as a response, without words about keeping it.
pub(crate) fn page_response(frame: &Frame, page: &Page) -> Response {
    let html = app::render(frame, page);
    let mut response = Response::new(Body::from(html));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    if let Ok(language) = HeaderValue::from_str(frame.language.tag()) {
        headers.insert(header::CONTENT_LANGUAGE, language);
    }
    if !frame.scripts(page).is_empty() {
        response.extensions_mut().insert(HasIsland);
    }
    response
}

impl Visit {
    /// Where the page's figures are read.
    pub(crate) const fn store(&self) -> &Store {
        &self.store
    }

    /// The page, to be kept and asked about again.
    pub(crate) fn show(self, page: &Page) -> Response {
        let Self {
            store, frame, tag, ..
        } = self;
        // All is read: another page may have the connection while this one is put into words.
        drop(store);
        let mut response = page_response(&frame, page);
        response.headers_mut().insert(header::ETAG, tag);
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, REVALIDATE_BEHIND);
        response
    }

    /// The page, to be asked for again: what it shows may be older than the ledger's last entry.
    pub(crate) fn show_untagged(self, page: &Page) -> Response {
        let Self { store, frame, .. } = self;
        drop(store);
        let mut response = page_response(&frame, page);
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, REVALIDATE_BEHIND);
        response
    }

    /// Entries of the ledger.
    pub(crate) fn entries(&self) -> u64 {
        self.head.as_ref().map_or(0, |head| head.next_index)
    }

    /// Ledger time, or the epoch on an empty ledger.
    pub(crate) fn clock(&self) -> i64 {
        self.head.as_ref().map_or(0, |head| head.clock.seconds())
    }
}

/// Marks the ETag of a compressed answer, outside the compression.
pub(crate) async fn tag_by_encoding(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let encoding = response
        .headers()
        .get(header::CONTENT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let Some(encoding) = encoding.map(str::to_owned) else {
        return response;
    };
    let tag = response
        .headers()
        .get(header::ETAG)
        .and_then(|tag| tag.to_str().ok());
    let marked = tag.and_then(|tag| Some(format!("{}-{encoding}\"", tag.strip_suffix('"')?)));
    if let Some(marked) = marked.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        response.headers_mut().insert(header::ETAG, marked);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_copy_is_fresh_in_any_encoding_and_in_a_list() {
        let tag = HeaderValue::from_static("\"b-1f\"");
        for fresh in [
            "\"b-1f\"",
            "\"b-1f-br\"",
            "W/\"b-1f-gzip\"",
            "\"x\", \"b-1f\"",
            "*",
        ] {
            assert!(is_fresh(&asking(fresh), &tag), "{fresh}");
        }
        for stale in ["\"b-1\"", "\"b-1f0\"", "\"b-1f-r\"", ""] {
            assert!(!is_fresh(&asking(stale), &tag), "{stale}");
        }
    }

    #[test]
    fn the_address_behind_the_language_keeps_its_query() {
        let behind = |uri: &str| behind_language(&uri.parse().expect("an address"));
        assert_eq!(behind("/en/"), "");
        assert_eq!(behind("/zh/findings?state=all"), "findings?state=all");
    }
}
