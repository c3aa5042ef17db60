//! Languages: the first part of a page's address, chosen by the reader's browser at `/`.

use super::error::WebError;
use super::query::Path;
use app::words::Language;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Languages of one `Accept-Language` that are looked at: browsers send a handful.
const RANGES_MAX: usize = 32;

/// The language with this spelling in an address.
pub(crate) fn parse(language: &str) -> Result<Language, WebError> {
    Language::parse(language).ok_or(WebError::NotFound)
}

/// The language of a request: its address says, else its browser.
pub(crate) fn of_request(path: &str, headers: &HeaderMap) -> Language {
    let first = path.split('/').nth(1).and_then(Language::parse);
    first.unwrap_or_else(|| accepted(headers))
}

/// `/`: to the home page in the reader's language.
pub(crate) async fn choose(headers: HeaderMap) -> Response {
    let mut response = redirect(&format!("/{}/", accepted(&headers).code()));
    // The choice is the reader's: no cache may give one reader's to another.
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// `/en`: to `/en/`, which everything else hangs below.
pub(crate) async fn with_slash(Path(language): Path<String>) -> Result<Response, WebError> {
    Ok(redirect(&format!("/{}/", parse(&language)?.code())))
}

/// `302 Found`, asked again every time.
pub(crate) fn redirect(to: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// The best of our languages by RFC 9110's weights; English where none is wanted.
fn accepted(headers: &HeaderMap) -> Language {
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let mut best = (0, Language::En);
    for range in wanted.split(',').take(RANGES_MAX) {
        let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
        let primary = tag
            .trim()
            .split('-')
            .next()
            .unwrap_or("")
            .to_ascii_lowercase();
        let (Some(language), weight) = (Language::parse(&primary), thousandths(weight)) else {
            continue;
        };
        // The first of equals wins, as the reader wrote them.
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}

/// `q=0.8` as 800; 1,000 where nothing is said, 0 where it can't be read.
fn thousandths(weight: &str) -> u32 {
    let weight = weight.trim();
    if weight.is_empty() {
        return 1000;
    }
    let Some(value) = weight
        .strip_prefix("q=")
        .or_else(|| weight.strip_prefix("Q="))
    else {
        return 0;
    };
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    if part.len() > 3 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    match whole {
        "1" => 1000,
        "0" => format!("{part:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(value: &'static str) -> Language {
        accepted(&HeaderMap::from_iter([(
            header::ACCEPT_LANGUAGE,
            HeaderValue::from_static(value),
        )]))
    }

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(chosen("zh-CN,zh;q=0.9,en;q=0.8"), Language::Zh);
        assert_eq!(chosen("gn, es-PY;q=0.7, en;q=0.3"), Language::Es);
        assert_eq!(chosen("en;q=0.1, ES;q=0.25"), Language::Es);
        assert_eq!(chosen("fr"), Language::En);
        assert_eq!(chosen("zh;q=0"), Language::En);
        assert_eq!(chosen("zh;q=nonsense"), Language::En);
        assert_eq!(chosen(""), Language::En);
    }

    #[test]
    fn an_address_says_its_language() {
        assert_eq!(of_request("/es/nowhere", &HeaderMap::new()), Language::Es);
        assert_eq!(of_request("/nowhere", &HeaderMap::new()), Language::En);
    }
}
