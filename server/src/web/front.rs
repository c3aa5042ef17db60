//! What the browser runs, under addresses that change with the content.

use super::error::WebError;
use super::query::Path;
use crate::state::App;
use app::islands::passkey;
use app::islands::plain::Script;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// `/front/{file}`: for ever, or not at all. Compressed once, when it was made: better than while
/// somebody waits.
pub(crate) async fn front(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let kind = kind(&file).ok_or(WebError::NotFound)?;
    let plain = Script::of_file(&file).map(Script::source);
    if let Some(source) = plain.or((file == passkey::file()).then_some(passkey::SCRIPT)) {
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ];
        return Ok((headers, source).into_response());
    }
    let Some(found) = app.front().file(&file) else {
        return Err(WebError::Gone);
    };
    let brotli = takes_brotli(&headers);
    let body = if brotli { &found.brotli } else { &found.bytes };
    let mut response = body.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if brotli {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}

/// The media type of a name that `bundle` gives, `islands-{16 hexadecimal digits}.wasm`: a name of
/// this form that isn't there was another release's.
fn kind(file: &str) -> Option<&'static str> {
    let (stem, ending) = file.split_once('.')?;
    let (name, hash) = stem.split_once('-')?;
    let hashed = hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    match (name, ending) {
        ("boot" | "islands" | "outbox" | "passkey" | "photo" | "upload", "js") if hashed => {
            Some("text/javascript; charset=utf-8")
        }
        ("islands", "wasm") if hashed => Some("application/wasm"),
        _ => None,
    }
}

/// Whether a browser takes brotli: all that run wasm do, where the line is encrypted or local.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING);
    accepted
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|one| {
            let mut parts = one.split(';').map(str::trim);
            parts.next() == Some("br") && parts.next().is_none_or(|weight| weight != "q=0")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_ours_has_a_type_and_no_other_has() {
        assert_eq!(
            kind("islands-0123456789abcdef.wasm"),
            Some("application/wasm")
        );
        assert!(kind("boot-0123456789abcdef.js").is_some());
        for other in [
            "boot-0123456789abcdef.wasm",
            "islands-0123456789abcde.js",
            "islands-0123456789abcdef.wasm.br",
            "manifest",
            "../manifest",
        ] {
            assert_eq!(kind(other), None, "{other}");
        }
    }

    #[test]
    fn brotli_is_sent_to_whoever_takes_it() {
        let asking = |value| {
            HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
        };
        assert!(takes_brotli(&asking("gzip, deflate, br")));
        assert!(takes_brotli(&asking("br;q=0.5")));
        assert!(!takes_brotli(&asking("br;q=0, gzip")));
        assert!(!takes_brotli(&asking("gzip")));
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
