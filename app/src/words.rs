//! The catalogue of messages: seven Fluent files a language, embedded, no file is read at run time.
//! `en.ftl` has what pages say of money, `en-about.ftl` what they say of the ledger itself,
//! `en-verify.ftl` what is said while an entry is checked, `en-total.ftl` while a total is,
//! `en-desk.ftl` what the desk says, `en-telling.ftl` what people are told by mail, `en-outbox.ftl` what
//! is said of what a device signed and the server hasn't got.
//!
//! In scope: looking a message up by id and putting values into it. Numbers and days come
//! formatted by [`crate::format`]; what a message means stands as a comment in `words/en.ftl`.
//! English is complete by a test and stands in wherever another language lacks a message.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use leptos::prelude::*;
use unic_langid::LanguageIdentifier;

use crate::format;

/// A language that pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language, in the order in which the switch shows them.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Es];

    /// As addresses spell it: `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
            Self::Es => "es",
        }
    }

    /// The language with this spelling in an address, or nothing.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }

    /// The BCP 47 tag for `lang` and `hreflang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-Hans",
            Self::Es => "es",
        }
    }

    /// Language and territory as Open Graph wants them: the territory is the language's own.
    #[must_use]
    pub const fn territory(self) -> &'static str {
        match self {
            Self::En => "en_GB",
            Self::Zh => "zh_CN",
            Self::Es => "es_ES",
        }
    }

    /// The direction of its script for `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        "ltr"
    }

    /// Its name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "简体中文",
            Self::Es => "Español",
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Self::En => concat!(
                include_str!("../words/en.ftl"),
                include_str!("../words/en-about.ftl"),
                include_str!("../words/en-verify.ftl"),
                include_str!("../words/en-desk.ftl"),
                include_str!("../words/en-outbox.ftl"),
                include_str!("../words/en-telling.ftl"),
                include_str!("../words/en-total.ftl")
            ),
            Self::Zh => concat!(
                include_str!("../words/zh.ftl"),
                include_str!("../words/zh-about.ftl"),
                include_str!("../words/zh-verify.ftl"),
                include_str!("../words/zh-desk.ftl"),
                include_str!("../words/zh-outbox.ftl"),
                include_str!("../words/zh-telling.ftl"),
                include_str!("../words/zh-total.ftl")
            ),
            Self::Es => concat!(
                include_str!("../words/es.ftl"),
                include_str!("../words/es-about.ftl"),
                include_str!("../words/es-verify.ftl"),
                include_str!("../words/es-desk.ftl"),
                include_str!("../words/es-outbox.ftl"),
                include_str!("../words/es-telling.ftl"),
                include_str!("../words/es-total.ftl")
            ),
        }
    }
}

/// A value for a placeholder of a plain message.
#[derive(Clone, Debug)]
pub enum Value {
    /// Words or a formatted figure.
    Text(String),
    /// A count: chooses the plural and is grouped as the language does.
    Count(u64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// A value for a placeholder of a message that becomes part of a page.
pub enum Piece {
    /// Words, escaped where they are shown.
    Text(String),
    /// A count: chooses the plural and is grouped as the language does.
    Count(u64),
    /// A link, an amount, a day: markup of our own.
    View(AnyView),
}

impl From<String> for Piece {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Piece {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<AnyView> for Piece {
    fn from(view: AnyView) -> Self {
        Self::View(view)
    }
}

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// Noncharacters mark where a piece goes: no note may hold them, and no catalogue does.
const PIECE_OPENS: char = '\u{FDD0}';
const PIECE_CLOSES: char = '\u{FDD1}';

impl Words {
    /// The messages of a language, parsed once.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Words>; 3] = [const { OnceLock::new() }; 3];
        ALL[language as usize].get_or_init(|| Self::load(language, language.source().to_owned()))
    }

    /// The messages of a language with more of the caller's own behind them, in Fluent's syntax: for
    /// what speaks to people and is no page.
    #[must_use]
    pub fn with_more(language: Language, more: &str) -> Self {
        let mut source = language.source().to_owned();
        source.push_str(more);
        Self::load(language, source)
    }

    fn load(language: Language, source: String) -> Self {
        let locale: LanguageIdentifier = language
            .tag()
            .parse()
            .expect("the tags above are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Values carry their own direction: names are ASCII and figures are neutral.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::En => |value, _| count_in(value, Language::En),
            Language::Zh => |value, _| count_in(value, Language::Zh),
            Language::Es => |value, _| count_in(value, Language::Es),
        }));
        // What parses is kept; a test holds every file to parse whole.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language of these messages.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether this language itself has the message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message without placeholders.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.fill(id, &FluentArgs::new())
    }

    /// A message with its placeholders filled, as plain text.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, Value)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => args.set(*name, text.as_str()),
                Value::Count(count) => args.set(*name, *count),
            }
        }
        self.fill(id, &args)
    }

    /// A message with links, amounts and days in it. Each placeholder is filled once: where a
    /// language repeats one, the second is empty (a test holds the catalogues to that).
    #[must_use]
    pub fn rich(&self, id: &str, pieces: Vec<(&str, Piece)>) -> AnyView {
        let mut args = FluentArgs::with_capacity(pieces.len());
        let mut views: Vec<Option<AnyView>> = Vec::with_capacity(pieces.len());
        for (name, piece) in pieces {
            match piece {
                Piece::Count(count) => args.set(name.to_owned(), count),
                Piece::Text(text) => {
                    args.set(name.to_owned(), place(views.len()));
                    views.push(Some(text.into_any()));
                }
                Piece::View(view) => {
                    args.set(name.to_owned(), place(views.len()));
                    views.push(Some(view));
                }
            }
        }
        assemble(&self.fill(id, &args), &mut views)
    }

    fn fill(&self, id: &str, args: &FluentArgs<'_>) -> String {
        if let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        {
            // An error here is a placeholder that nobody filled; Fluent shows its name in its place.
            let mut errors = Vec::new();
            return self
                .bundle
                .format_pattern(pattern, Some(args), &mut errors)
                .into_owned();
        }
        if self.language == Language::En {
            return format!("⟦{id}⟧");
        }
        Self::of(Language::En).fill(id, args)
    }
}

/// A number as the language groups it: counts only, money never becomes a Fluent number.
fn count_in(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => number
            .as_string()
            .parse::<i128>()
            .ok()
            .map(|count| format::integer(language, count)),
        _ => None,
    }
}

fn place(at: usize) -> String {
    format!("{PIECE_OPENS}{at}{PIECE_CLOSES}")
}

fn assemble(text: &str, views: &mut [Option<AnyView>]) -> AnyView {
    let mut out: Vec<AnyView> = Vec::new();
    let mut parts = text.split(PIECE_OPENS);
    if let Some(first) = parts.next().filter(|first| !first.is_empty()) {
        out.push(first.to_owned().into_any());
    }
    for part in parts {
        let (at, rest) = part.split_once(PIECE_CLOSES).unwrap_or(("", part));
        let view = at
            .parse::<usize>()
            .ok()
            .and_then(|at| views.get_mut(at)?.take());
        out.extend(view);
        if !rest.is_empty() {
            out.push(rest.to_owned().into_any());
        }
    }
    out.into_any()
}

#[cfg(test)]
pub(crate) mod pseudo;
#[cfg(test)]
mod tests;
