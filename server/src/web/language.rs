//! Languages: the first part of a page's address, chosen by the reader's browser at `/`.

use super::error::WebError;
use super::query::Path;
use crate::state::App;
use app::words::Language;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

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

/// The cookie that keeps a choice; nothing else is in it, and no page reads it.
const COOKIE: &str = "language";

/// How long a choice is kept: a year, from the last time that it was made.
const KEPT_SECONDS: u32 = 31_536_000;

/// `/`: to the home page in the language that the reader chose, else in the browser's.
pub(crate) async fn at_the_door(headers: HeaderMap) -> Response {
    let language = chosen(&headers).unwrap_or_else(|| accepted(&headers));
    let mut response = redirect(&format!("/{}/", language.code()));
    // The choice is the reader's: no cache may give one reader's to another.
    response.headers_mut().insert(
        header::VARY,
        HeaderValue::from_static("accept-language, cookie"),
    );
    response
}

/// `/choose/{language}/...`: keeps the choice, and leads to the page in that language.
pub(crate) async fn choose(
    State(app): State<Arc<App>>,
    Path((language, _)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, WebError> {
    choice(&app, &language, &uri)
}

/// The same for the home page, behind which nothing stands.
pub(crate) async fn choose_home(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
    uri: Uri,
) -> Result<Response, WebError> {
    choice(&app, &language, &uri)
}

fn choice(app: &App, language: &str, uri: &Uri) -> Result<Response, WebError> {
    let language = parse(language)?;
    let whole = uri.path_and_query().map_or("", |path| path.as_str());
    let to = whole.strip_prefix("/choose").unwrap_or("/");
    // What stands behind a language is a path here: no browser takes it for another host.
    if !to.starts_with(&format!("/{}/", language.code())) {
        return Err(WebError::NotFound);
    }
    let secure = if app.base_url().starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!(
        "{COOKIE}={}; Path=/; Max-Age={KEPT_SECONDS}; HttpOnly; SameSite=Lax{secure}",
        language.code()
    );
    let mut response = redirect(to);
    let headers = response.headers_mut();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The language that the reader's cookie names.
fn chosen(headers: &HeaderMap) -> Option<Language> {
    let cookies = headers.get_all(header::COOKIE).into_iter();
    let said = cookies.filter_map(|value| value.to_str().ok());
    let mut pairs = said.flat_map(|line| line.split(';'));
    pairs.find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE).then(|| Language::parse(value)).flatten()
    })
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

    #[test]
    fn a_cookie_names_a_language_or_nothing() {
        let said = |value: &'static str| {
            chosen(&HeaderMap::from_iter([(
                header::COOKIE,
                HeaderValue::from_static(value),
            )]))
        };
        assert_eq!(said("a=b; language=zh"), Some(Language::Zh));
        assert_eq!(said("language=fr"), None);
        assert_eq!(said("languages=es"), None);
        assert_eq!(said(""), None);
    }

    fn wanted(value: &'static str) -> Language {
        accepted(&HeaderMap::from_iter([(
            header::ACCEPT_LANGUAGE,
            HeaderValue::from_static(value),
        )]))
    }

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(wanted("zh-CN,zh;q=0.9,en;q=0.8"), Language::Zh);
        assert_eq!(wanted("gn, es-PY;q=0.7, en;q=0.3"), Language::Es);
        assert_eq!(wanted("en;q=0.1, ES;q=0.25"), Language::Es);
        assert_eq!(wanted("fr"), Language::En);
        assert_eq!(wanted("zh;q=0"), Language::En);
        assert_eq!(wanted("zh;q=nonsense"), Language::En);
        assert_eq!(wanted(""), Language::En);
    }

    #[test]
    fn an_address_says_its_language() {
        assert_eq!(of_request("/es/nowhere", &HeaderMap::new()), Language::Es);
        assert_eq!(of_request("/nowhere", &HeaderMap::new()), Language::En);
    }
}
