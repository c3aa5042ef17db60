//! Which requests a kept page may answer, and what decides the page.

use crate::web::answer::ENCODINGS;
use crate::web::desk::has_session;
use app::words::Language;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use std::sync::Arc;

/// Bytes of an address whose page is kept: ours are shorter, and none may fill the store with keys.
const ADDRESS_BYTES_MAX: usize = 512;

/// How a page's bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Packing {
    Plain,
    Gzip,
    Brotli,
}

/// What decides a page: its address with the query, as it stands in the page's own links, and the
/// packing of its bytes. The language is the address's first part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Address {
    path: Arc<str>,
    packing: Packing,
}

impl Address {
    /// What it takes in the store.
    pub(super) fn bytes(&self) -> usize {
        self.path.len()
    }
}

/// A request that a kept page may answer.
pub(super) struct Asking {
    pub(super) address: Address,
    /// Only as the ledger stands now.
    pub(super) exact: bool,
}

impl Asking {
    /// Nothing where the answer is this reader's own.
    pub(super) fn of(request: &Request) -> Option<Self> {
        let headers = request.headers();
        let own = headers.contains_key(header::AUTHORIZATION) || has_session(headers);
        if request.method() != Method::GET || own {
            return None;
        }
        let path = request.uri().path_and_query()?.as_str();
        // Elsewhere the reader's headers choose the language of what goes wrong.
        Language::parse(path.split('/').nth(1)?)?;
        (path.len() <= ADDRESS_BYTES_MAX).then(|| Self {
            address: Address {
                path: path.into(),
                packing: Packing::of(headers),
            },
            exact: is_exact(headers),
        })
    }

    /// The same request as anybody would send it: of the headers the packing alone is left.
    pub(super) fn again(&self, request: &Request) -> Arc<dyn Fn() -> Request + Send + Sync> {
        let (uri, extensions) = (request.uri().clone(), request.extensions().clone());
        let packing = self.address.packing;
        Arc::new(move || {
            let mut again = Request::new(Body::empty());
            *again.uri_mut() = uri.clone();
            // The route and its parts, which the router found.
            *again.extensions_mut() = extensions.clone();
            if let Some(value) = packing.asked_for() {
                let headers = again.headers_mut();
                headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            }
            again
        })
    }
}

impl Packing {
    /// The densest that the reader takes.
    fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::ACCEPT_ENCODING).into_iter();
        let said = lines.filter_map(|value| value.to_str().ok());
        let mut best = Self::Plain;
        for one in said.flat_map(|line| line.split(',')) {
            let (name, weight) = one.split_once(';').unwrap_or((one, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .is_some_and(|weight| weight.bytes().all(|byte| matches!(byte, b'0' | b'.')));
            match name.trim() {
                _ if refused => {}
                "br" => best = Self::Brotli,
                "gzip" if best == Self::Plain => best = Self::Gzip,
                _ => {}
            }
        }
        best
    }

    const fn asked_for(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// Whether the reader wants no copy that wasn't asked about: a browser that reloads says so, and so
/// may a program that has just written.
fn is_exact(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::CACHE_CONTROL).into_iter();
    let said = lines.filter_map(|value| value.to_str().ok());
    said.flat_map(|line| line.split(','))
        .any(|word| ["no-cache", "no-store", "max-age=0"].contains(&word.trim()))
}

/// The ledger's tag, without what marks the packing.
pub(super) fn ledgers_tag(tag: &HeaderValue) -> HeaderValue {
    let bare = tag.to_str().ok().and_then(|tag| {
        let tag = tag.strip_suffix('"')?;
        let bare = ENCODINGS.iter().find_map(|end| tag.strip_suffix(end))?;
        HeaderValue::from_str(&format!("{bare}\"")).ok()
    });
    bare.unwrap_or_else(|| tag.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(path: &str, headers: &[(&'static str, &'static str)]) -> Request {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).expect("a request")
    }

    fn packing(accepted: &'static str) -> Packing {
        Packing::of(request("/en/", &[("accept-encoding", accepted)]).headers())
    }

    #[test]
    fn a_page_is_packed_as_densely_as_its_reader_takes_it() {
        assert_eq!(packing("gzip, deflate, br, zstd"), Packing::Brotli);
        assert_eq!(packing("br;q=0, gzip;q=0.5"), Packing::Gzip);
        assert_eq!(packing("gzip;q=0.000"), Packing::Plain);
        assert_eq!(packing("brotli"), Packing::Plain);
        assert_eq!(packing(""), Packing::Plain);
    }

    #[test]
    fn whoever_has_a_session_gets_an_answer_of_their_own() {
        let kept = |path: &str, headers: &[_]| Asking::of(&request(path, headers)).is_some();
        assert!(kept("/en/", &[]));
        assert!(kept("/zh/findings?page=2", &[("cookie", "language=zh")]));
        assert!(!kept(
            "/en/",
            &[("cookie", "language=zh; __Host-countersign=ab")]
        ));
        assert!(!kept("/en/", &[("authorization", "Basic eA==")]));
        assert!(!kept("/fr/", &[]));
        assert!(!kept(
            &format!("/en/?{}", "x".repeat(ADDRESS_BYTES_MAX)),
            &[]
        ));
        let mut posted = request("/en/", &[]);
        *posted.method_mut() = Method::POST;
        assert!(Asking::of(&posted).is_none());
    }

    #[test]
    fn nothing_of_the_reader_reaches_the_page_but_the_packing() {
        let asked = request(
            "/en/findings?page=2",
            &[
                ("cookie", "language=zh"),
                ("accept-language", "es"),
                ("if-none-match", "\"x\""),
                ("accept-encoding", "gzip, br"),
            ],
        );
        let asking = Asking::of(&asked).expect("a page for everybody");
        let again = asking.again(&asked)();
        assert_eq!(again.uri(), asked.uri());
        let headers: Vec<_> = again.headers().iter().collect();
        assert_eq!(
            headers,
            [(&header::ACCEPT_ENCODING, &HeaderValue::from_static("br"))]
        );
    }

    #[test]
    fn a_reload_asks_for_the_ledger_as_it_stands() {
        let exact = |value| is_exact(request("/en/", &[("cache-control", value)]).headers());
        assert!(exact("max-age=0"));
        assert!(exact("no-transform, no-cache"));
        assert!(!exact("max-age=60"));
    }

    #[test]
    fn a_tag_loses_the_mark_of_its_packing() {
        let bare = |tag| ledgers_tag(&HeaderValue::from_static(tag));
        assert_eq!(bare("\"b-1f-br\""), "\"b-1f\"");
        assert_eq!(bare("\"b-1f-gzip\""), "\"b-1f\"");
        assert_eq!(bare("\"b-1f\""), "\"b-1f\"");
    }
}
