//! What every view needs beside its data: the words of the page's language, and addresses.

use leptos::prelude::*;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::views::{CompareBy, CompareOf, CompareSort, FindingState, FindingsFilter, FlowBy};
use crate::words::{Language, Piece, Value, Words};

/// What stands unescaped in a path: RFC 3986's unreserved characters and the slash of names.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// What stands unescaped in a query's value.
const QUERY: &AsciiSet = PATH;

/// The language of a page, with its words and its addresses.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    pub(crate) language: Language,
    words: &'static Words,
    direction: &'static str,
}

impl Context {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            words: Words::of(language),
            direction: language.direction(),
        }
    }

    /// A page in no language at all: with these words, in this direction.
    #[cfg(test)]
    pub(crate) fn of_nobody(words: &'static Words, direction: &'static str) -> Self {
        Self {
            language: words.language(),
            words,
            direction,
        }
    }

    /// The direction of the page's script for `dir`.
    pub(crate) fn direction(self) -> &'static str {
        self.direction
    }

    /// A message without placeholders.
    pub(crate) fn t(self, id: &str) -> String {
        self.words.say(id)
    }

    /// A message with values, as plain text.
    pub(crate) fn with(self, id: &str, values: &[(&str, Value)]) -> String {
        self.words.with(id, values)
    }

    /// A message with links, amounts and days in it.
    pub(crate) fn rich(self, id: &str, pieces: Vec<(&str, Piece)>) -> AnyView {
        self.words.rich(id, pieces)
    }

    /// A ledger word that the catalogue may know, as `{prefix}-{word}`; otherwise as it stands.
    pub(crate) fn word_or(self, prefix: &str, word: &str) -> String {
        let id = format!("{prefix}-{word}");
        if Words::of(Language::En).has(&id) {
            self.words.say(&id)
        } else {
            word.to_owned()
        }
    }

    /// A level of members: 0 for the nation, the others by number.
    pub(crate) fn tier(self, tier: u8) -> String {
        if tier == 0 {
            return self.t("tier-nation");
        }
        self.with("tier-numbered", &[("number", tier.to_string().into())])
    }

    pub(crate) fn home(self) -> String {
        format!("/{}/", self.language.code())
    }

    pub(crate) fn search(self) -> String {
        format!("/{}/search", self.language.code())
    }

    pub(crate) fn programme(self, id: &str) -> String {
        format!("/{}/programmes/{}", self.language.code(), path(id))
    }

    /// A programme with its flow split so and this page of its members; the usual split and page 1 are
    /// not spelled out.
    pub(crate) fn flow(self, id: &str, by: FlowBy, page: u64) -> String {
        let flow = (by != FlowBy::default()).then(|| format!("flow={}", by.as_str()));
        let page = (page > 1).then(|| format!("page={page}"));
        let parts: Vec<String> = flow.into_iter().chain(page).collect();
        let mark = if parts.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", self.programme(id), parts.join("&"))
    }

    /// Places side by side; without `by` the ledger chooses what is compared.
    pub(crate) fn compare(self, id: &str, by: Option<&CompareBy>, page: u64) -> String {
        let mut parts = Vec::new();
        if let Some(by) = by {
            parts.push(match &by.of {
                CompareOf::Regions => "of=regions".to_owned(),
                CompareOf::Level(level) => format!("of={level}"),
                CompareOf::Within(region) => format!("region={}", query(&region.code)),
            });
            if by.sort != CompareSort::default() {
                parts.push(format!("sort={}", by.sort.as_str()));
            }
            if by.turned {
                parts.push("order=turned".to_owned());
            }
        }
        if page > 1 {
            parts.push(format!("page={page}"));
        }
        let query = if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        };
        format!("{}/compare{query}", self.programme(id))
    }

    /// The check of a programme's total on the reader's own machine.
    pub(crate) fn total(self, id: &str) -> String {
        format!("{}/verify", self.programme(id))
    }

    pub(crate) fn member(self, name: &str) -> String {
        format!("/{}/members/{}", self.language.code(), path(name))
    }

    pub(crate) fn entry(self, identity: &str) -> String {
        format!("/{}/entries/{}", self.language.code(), path(identity))
    }

    /// The check of an entry on the reader's own machine.
    pub(crate) fn verify(self, identity: &str) -> String {
        format!("/{}/verify/{}", self.language.code(), path(identity))
    }

    /// A finding by itself.
    pub(crate) fn finding(self, id: &str) -> String {
        format!("/{}/findings/{}", self.language.code(), path(id))
    }

    /// A page about the ledger itself: `books`, `glossary#held`.
    pub(crate) fn about(self, page: &str) -> String {
        format!("/{}/{page}", self.language.code())
    }

    /// A page of the desk, such as `record`; the list of what waits has no name.
    pub(crate) fn desk(self, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        format!("/{}/desk{slash}{}", self.language.code(), path(page))
    }

    /// A page of a list of the desk; the first is not spelled out.
    pub(crate) fn desk_list(self, list: &str, page: u64) -> String {
        let list = self.desk(list);
        if page > 1 {
            return format!("{list}?page={page}");
        }
        list
    }

    /// The API's documentation.
    pub(crate) fn api(self) -> String {
        format!("/{}/api", self.language.code())
    }

    /// A view as a file, with the view's own parameters.
    pub(crate) fn take(self, view: &str, ending: &str, parameters: &[(&str, &str)]) -> String {
        let parameters: Vec<String> = parameters
            .iter()
            .map(|(key, value)| format!("{key}={}", query(value)))
            .collect();
        let mark = if parameters.is_empty() { "" } else { "?" };
        let language = self.language.code();
        format!(
            "/{language}/take/{view}.{ending}{mark}{}",
            parameters.join("&")
        )
    }

    /// The list of findings, narrowed; page 1 and the open state are not spelled out.
    pub(crate) fn findings(self, filter: &FindingsFilter, page: u64) -> String {
        format!(
            "/{}/findings{}",
            self.language.code(),
            findings_query(filter, page)
        )
    }
}

/// The data behind a list of findings.
pub(crate) fn api_findings(filter: &FindingsFilter, page: u64) -> String {
    format!("/api/v1/findings{}", findings_query(filter, page))
}

/// The data behind a programme.
pub(crate) fn api_programme(id: &str) -> String {
    format!("/api/v1/programmes/{}", path(id))
}

/// The tallies of a programme.
pub(crate) fn api_tallies(programme: &str) -> String {
    format!("/api/v1/tallies?programme={}", query(programme))
}

/// The data behind a member.
pub(crate) fn api_member(name: &str) -> String {
    format!("/api/v1/members/{}", path(name))
}

/// The data behind a search.
pub(crate) fn api_search(words: &str) -> String {
    format!("/api/v1/search?q={}", query(words))
}

/// What went to a member (`payee`) or from it (`payer`).
pub(crate) fn api_flows(side: &str, name: &str) -> String {
    format!("/api/v1/flows?{side}={}", query(name))
}

/// The data behind an entry.
pub(crate) fn api_entry(identity: &str) -> String {
    format!("/api/v1/entries/{}", path(identity))
}

fn findings_query(filter: &FindingsFilter, page: u64) -> String {
    let mut parts = Vec::new();
    if let Some(code) = filter.code {
        parts.push(format!("code={}", code.as_str()));
    }
    if let Some(severity) = filter.severity {
        parts.push(format!("severity={}", severity.as_str()));
    }
    if let Some(place) = &filter.place {
        parts.push(format!("place={}", query(place)));
    }
    if let Some(programme) = &filter.programme {
        parts.push(format!("programme={}", query(programme)));
    }
    if let Some(member) = &filter.member {
        parts.push(format!("member={}", query(member)));
    }
    if filter.state != FindingState::Open {
        parts.push(format!("state={}", filter.state.as_str()));
    }
    if page > 1 {
        parts.push(format!("page={page}"));
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!("?{}", parts.join("&"))
    }
}

fn path(text: &str) -> String {
    utf8_percent_encode(text, PATH).to_string()
}

fn query(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::FindingCode;

    #[test]
    fn names_keep_their_slashes_and_nothing_else_that_means_something() {
        let context = Context::new(Language::Zh);
        assert_eq!(
            context.member("ministry.example/finance"),
            "/zh/members/ministry.example/finance"
        );
        assert_eq!(
            context.programme("a\"b?c#d e"),
            "/zh/programmes/a%22b%3Fc%23d%20e"
        );
    }

    #[test]
    fn a_narrowed_list_spells_only_what_narrows_it() {
        let context = Context::new(Language::En);
        let mut filter = FindingsFilter::default();
        assert_eq!(context.findings(&filter, 1), "/en/findings");
        filter.code = Some(FindingCode::LateHop);
        filter.member = Some("a.example/b&c".into());
        filter.state = FindingState::All;
        let narrowed = "?code=late-hop&member=a.example/b%26c&state=all&page=3";
        assert_eq!(
            context.findings(&filter, 3),
            format!("/en/findings{narrowed}")
        );
        assert_eq!(
            api_findings(&filter, 3),
            format!("/api/v1/findings{narrowed}")
        );
    }
}
