//! Pages that are kept as they were sent: a page is made and compressed once for all its readers.
//!
//! In scope: public pages, asked for without a session. Not in scope: what a page says, and whether
//! a reader's own copy still stands (`answer`). Nothing of the desk comes here: its routes stand
//! outside this layer, a request with a session goes round it, and an answer that sets a cookie is
//! never kept.
//!
//! A kept page is made from a request that has nothing of its reader but the address, so it can
//! say nothing that another reader mustn't see. It stands as long as its ETag does. While the
//! ledger moves it is shown until it is [`PAGE_AGE_MAX`] old, and made anew behind the reader's back
//! from half that age on; whoever asks with `Cache-Control: no-cache`, as a browser's reload does,
//! or who is signed in, sees what was admitted last.

mod asking;

use super::answer::{is_fresh, ledger_tag, not_modified};
use super::boundary::HasIsland;
use crate::state::App;
use asking::{Address, Asking};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How old a page may be whose ledger has moved on. Readers take longer than this to read a figure,
/// every page names the ledger time and checkpoint under which it was made, and a thousand
/// readers of one page then cost one rendering a second.
pub const PAGE_AGE_MAX: Duration = Duration::from_secs(1);

/// Bytes of all kept pages: some 3,000 compressed ones, which is more than readers look at in a
/// second, and a sixteenth of the memory that the server may take.
const PAGES_BYTES_MAX: usize = 32 * 1024 * 1024;

/// Bytes of a page that is kept: the longest list, uncompressed, has half of them.
const PAGE_BYTES_MAX: usize = 1024 * 1024;

/// What a page usually takes, compressed and with its headers; the store makes room by it.
const PAGE_BYTES_USUAL: usize = 10 * 1024;

/// What a page takes beside its body: headers, and its place in the store.
const HEAD_BYTES: u64 = 1024;

/// Says of an answer whether it was made for this reader (RFC 9211).
const CACHE_STATUS: HeaderName = HeaderName::from_static("cache-status");
const HIT: HeaderValue = HeaderValue::from_static("countersign; hit");
const MADE: HeaderValue = HeaderValue::from_static("countersign; fwd=miss");

/// A page as it was sent.
#[derive(Debug)]
struct Kept {
    headers: HeaderMap,
    body: Bytes,
    /// The ledger's tag; none where the figures may be older than the ledger.
    tag: Option<HeaderValue>,
    island: bool,
    /// When its making began: what came before then is in it.
    made: Instant,
    /// Somebody makes it anew already.
    renewing: AtomicBool,
}

/// The pages of a server. A page that can't be kept leaves nothing for a moment, so that all who
/// wait for it go their own ways.
#[derive(Debug)]
pub(crate) struct Pages {
    kept: Cache<Address, Option<Arc<Kept>>, Bytewise>,
    age: Duration,
}

#[derive(Clone, Debug)]
struct Bytewise;

impl Weighter<Address, Option<Arc<Kept>>> for Bytewise {
    fn weight(&self, address: &Address, kept: &Option<Arc<Kept>>) -> u64 {
        let body = kept.as_ref().map_or(0, |kept| kept.body.len());
        HEAD_BYTES + (address.bytes() + body) as u64
    }
}

impl Pages {
    /// A store whose pages are shown until they are so old.
    pub(crate) fn new(age: Duration) -> Self {
        let items = PAGES_BYTES_MAX / PAGE_BYTES_USUAL;
        Self {
            kept: Cache::with_weighter(items, PAGES_BYTES_MAX as u64, Bytewise),
            age,
        }
    }

    /// The page, if it may be shown to this reader; one that may be shown to nobody goes.
    fn find(&self, reader: &Reader) -> Option<Arc<Kept>> {
        let kept = self.kept.get(&reader.address).flatten()?;
        if self.serves(&kept, reader) {
            return Some(kept);
        }
        self.kept.remove_if(&reader.address, |other| {
            other
                .as_ref()
                .is_some_and(|other| Arc::ptr_eq(other, &kept))
        });
        None
    }

    fn serves(&self, kept: &Kept, reader: &Reader) -> bool {
        kept.stands(reader) || (!reader.exact && kept.made.elapsed() < self.age)
    }

    /// Keeps what was made, or forgets what was kept where nothing can be.
    fn put(&self, address: &Address, made: &Made) {
        match made {
            Made::Kept(kept) => self.kept.insert(address.clone(), Some(Arc::clone(kept))),
            Made::Other(_) | Made::Heavy => _ = self.kept.remove(address),
        }
    }
}

impl Kept {
    /// Whether it says what the ledger said when this reader asked, or later.
    fn stands(&self, reader: &Reader) -> bool {
        self.tag.as_ref() == Some(&reader.tag) || self.made >= reader.asked
    }

    fn answer(&self, headers: &HeaderMap, status: HeaderValue) -> Response {
        let mut response = match &self.tag {
            Some(tag) if is_fresh(headers, tag) => not_modified(tag.clone()),
            _ => {
                let mut response = Response::new(Body::from(self.body.clone()));
                response.headers_mut().clone_from(&self.headers);
                if self.island {
                    response.extensions_mut().insert(HasIsland);
                }
                response
            }
        };
        response.headers_mut().insert(CACHE_STATUS, status);
        response
    }
}

/// Who asks, and when.
struct Reader {
    address: Address,
    /// No page that is older than the question.
    exact: bool,
    /// The ledger's tag as the reader found it.
    tag: HeaderValue,
    asked: Instant,
}

/// What came of making a page.
enum Made {
    Kept(Arc<Kept>),
    /// It isn't kept: an error, mostly.
    Other(Response),
    /// It is too large to be kept, and was dropped half read.
    Heavy,
}

/// Makes a page from what can't differ between readers.
#[derive(Clone)]
struct Maker {
    request: Arc<dyn Fn() -> Request + Send + Sync>,
    next: Next,
}

impl Maker {
    async fn make(&self) -> Made {
        let made = Instant::now();
        let response = self.next.clone().run((self.request)()).await;
        if !may_be_kept(&response) {
            return Made::Other(response);
        }
        let island = response.extensions().get::<HasIsland>().is_some();
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, PAGE_BYTES_MAX).await else {
            return Made::Heavy;
        };
        Made::Kept(Arc::new(Kept {
            tag: parts.headers.get(header::ETAG).map(asking::ledgers_tag),
            headers: parts.headers,
            body,
            island,
            made,
            renewing: AtomicBool::new(false),
        }))
    }
}

/// Whether an answer is the same for everybody who asks for it.
fn may_be_kept(response: &Response) -> bool {
    let headers = response.headers();
    let says = |name: &HeaderName| {
        headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap_or("?"))
    };
    response.status() == StatusCode::OK
        && !headers.contains_key(header::SET_COOKIE)
        && says(&header::CACHE_CONTROL).starts_with("public")
        && ["", "accept-encoding"].contains(&says(&header::VARY))
}

/// Answers from what is kept, or makes the page and keeps it.
pub(super) async fn kept(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let asked = Instant::now();
    let Some(asking) = Asking::of(&request) else {
        return next.run(request).await;
    };
    let Ok(head) = app.store().head().await else {
        return next.run(request).await;
    };
    let tag = ledger_tag(&app, head.as_ref());
    // Whoever has the page needs none.
    if is_fresh(request.headers(), &tag) {
        return next.run(request).await;
    }
    let reader = Reader {
        address: asking.address.clone(),
        exact: asking.exact,
        tag,
        asked,
    };
    let maker = Maker {
        request: asking.again(&request),
        next: next.clone(),
    };
    if let Some(kept) = app.pages().find(&reader) {
        if !kept.stands(&reader) && kept.made.elapsed() * 2 >= app.pages().age {
            renew(&app, &kept, reader.address, maker);
        }
        return kept.answer(request.headers(), HIT);
    }
    match made_once(app.pages(), &reader, &maker).await {
        Some((Made::Kept(kept), status)) => kept.answer(request.headers(), status),
        Some((Made::Other(response), _)) => response,
        Some((Made::Heavy, _)) | None => next.run(request).await,
    }
}

/// The page as somebody else made it meanwhile, or as it was made here; nothing where somebody else
/// found that it can't be kept.
async fn made_once(pages: &Pages, reader: &Reader, maker: &Maker) -> Option<(Made, HeaderValue)> {
    let guard = match pages.kept.get_value_or_guard_async(&reader.address).await {
        Ok(Some(kept)) if pages.serves(&kept, reader) => return Some((Made::Kept(kept), HIT)),
        // It was under way before the reader asked, and the ledger moved between.
        Ok(Some(_)) => {
            let made = maker.make().await;
            pages.put(&reader.address, &made);
            return Some((made, MADE));
        }
        Ok(None) => return None,
        Err(guard) => guard,
    };
    let made = maker.make().await;
    if let Made::Kept(kept) = &made {
        // Somebody may have put a page there at the same time: either will do.
        _ = guard.insert(Some(Arc::clone(kept)));
    } else {
        _ = guard.insert(None);
        pages.kept.remove_if(&reader.address, Option::is_none);
    }
    Some((made, MADE))
}

/// Makes a page anew while its readers are shown the old one.
fn renew(app: &Arc<App>, kept: &Kept, address: Address, maker: Maker) {
    if kept.renewing.swap(true, Ordering::Relaxed) {
        return;
    }
    let app = Arc::clone(app);
    tokio::spawn(async move {
        let made = maker.make().await;
        app.pages().put(&address, &made);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    fn answer(status: StatusCode, headers: &[(HeaderName, &'static str)]) -> bool {
        let mut response = (status, "a page").into_response();
        for (name, value) in headers {
            let value = HeaderValue::from_static(value);
            response.headers_mut().append(name, value);
        }
        may_be_kept(&response)
    }

    #[test]
    fn only_what_everybody_may_see_is_kept() {
        const PUBLIC: (HeaderName, &str) = (header::CACHE_CONTROL, "public, no-cache");
        assert!(answer(StatusCode::OK, &[PUBLIC]));
        assert!(answer(
            StatusCode::OK,
            &[PUBLIC, (header::VARY, "accept-encoding")]
        ));
        assert!(!answer(StatusCode::OK, &[PUBLIC, (header::VARY, "cookie")]));
        assert!(!answer(
            StatusCode::OK,
            &[PUBLIC, (header::SET_COOKIE, "language=zh")]
        ));
        assert!(!answer(
            StatusCode::OK,
            &[(header::CACHE_CONTROL, "no-store")]
        ));
        assert!(!answer(StatusCode::OK, &[]));
        assert!(!answer(StatusCode::NOT_FOUND, &[PUBLIC]));
        assert!(!answer(StatusCode::FOUND, &[PUBLIC]));
    }
}
