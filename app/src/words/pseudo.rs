//! A language that nobody speaks, made of the English catalogue: letters take accents, every text
//! grows by 40 % and stands in brackets. A page in it shows which of its words are no message, and
//! which were cut; the same page from right to left shows what isn't mirrored.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use super::{Language, Words};
use crate::context::Context;
use crate::render_in;
use crate::sample::{frame, pages};

const OPENS: char = '\u{2045}';
const CLOSES: char = '\u{2046}';

/// The words of the language that nobody speaks.
fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::load(Language::En, pseudo(Language::En.source())))
}

/// A catalogue with each of its texts turned.
fn pseudo(source: &str) -> String {
    let mut resource = parser::parse(source.to_owned()).expect("the catalogue parses whole");
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry {
            message.value.as_mut().into_iter().for_each(turn);
        }
    }
    serializer::serialize(&resource)
}

fn turn(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = turned(value),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => variants
                .iter_mut()
                .for_each(|variant| turn(&mut variant.value)),
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// The blanks around a text stay around it.
fn turned(text: &str) -> String {
    let inner = text.trim();
    if !inner.contains(char::is_alphabetic) {
        return text.to_owned();
    }
    let begins = text.len() - text.trim_start().len();
    let ends = begins + inner.len();
    let accented: String = inner.chars().map(accented).collect();
    let more = inner.chars().count() * 2 / 5;
    let filling: String = accented.chars().cycle().take(more).collect();
    format!(
        "{}{OPENS}{accented} {filling}{CLOSES}{}",
        &text[..begins],
        &text[ends..]
    )
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "aceginosuyzACEGINOSUYZ";
    const OTHER: &str = "áçêğïñøšüýžÅÇÉĞÎÑÖŠÛÝŽ";
    let at = PLAIN.chars().position(|plain| plain == letter);
    at.and_then(|at| OTHER.chars().nth(at)).unwrap_or(letter)
}

/// What a reader sees or hears of a document: its texts, and the attributes that are spoken or shown.
/// Left out is what no catalogue could say: notes as they were signed, and moments.
fn texts(html: &str) -> Vec<String> {
    const SPOKEN: [&str; 5] = [
        " aria-label=\"",
        " title=\"",
        " placeholder=\"",
        " data-label=\"",
        " content=\"",
    ];
    const KEPT: [&str; 4] = ["code", "pre", "time", "style"];
    let (mut out, mut within) = (Vec::new(), Vec::new());
    // The lines of a text in a picture are one text.
    let html = html.replace("</tspan>", "");
    let in_lines = html.split("<tspan").enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.split_once('>').map_or("", |(_, text)| text),
    });
    let html: String = in_lines.collect();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/']).next();
        match KEPT.iter().find(|kept| name == Some(**kept)) {
            Some(_) if tag.starts_with('/') => _ = within.pop(),
            Some(kept) => within.push(*kept),
            None => {}
        }
        // Of what is said to programs alone, only a preview's words are read by anybody.
        if !tag.starts_with("meta ") || tag.contains("og:title") || tag.contains("og:description") {
            for spoken in SPOKEN {
                let values = tag.split(spoken).skip(1);
                out.extend(values.filter_map(|rest| rest.split('"').next().map(unescaped)));
            }
        }
        if within.is_empty() && !tag.starts_with("!--") {
            out.push(unescaped(text));
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// What of a text stands in no bracket.
///
/// # Panics
/// Where a message was cut: one of its brackets is missing.
fn outside(name: &str, text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            OPENS | CLOSES => {
                assert_eq!(letter == CLOSES, inside, "{name}: a message is cut: {text}");
                inside = !inside;
                out.push(' ');
            }
            _ if inside => {}
            _ => out.push(letter),
        }
    }
    assert!(!inside, "{name}: a message is cut: {text}");
    out
}

fn letters(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() > 1)
}

/// Words that are no message: of the page's own data, of days as the language writes them, and the
/// names of formats and languages, which are the same everywhere.
fn data(said: &str) -> BTreeSet<String> {
    const SAME_EVERYWHERE: &str = "CSV XLSX JSON Parquet Atom English Español 简体中文 UTC \
        January February March April May June July August September October November December \
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec";
    // The odd parts of a value's debug form are what stands between quotation marks.
    let quoted = said.split('"').skip(1).step_by(2).flat_map(letters);
    quoted
        .chain(letters(SAME_EVERYWHERE))
        .map(str::to_owned)
        .collect()
}

#[test]
fn nobodys_catalogue_is_whole_longer_and_in_brackets() {
    let source = pseudo(Language::En.source());
    assert!(parser::parse(source.as_str()).is_ok(), "it parses whole");
    let said = words().say("skip-link");
    assert!(said.starts_with(OPENS) && said.ends_with(CLOSES), "{said}");
    let english = Words::of(Language::En).say("skip-link");
    assert!(said.chars().count() * 10 >= english.chars().count() * 14);
}

#[test]
fn every_word_of_every_page_is_a_message_and_none_is_cut() {
    let mut strange = Vec::new();
    for (name, path, page) in pages() {
        let frame = frame(Language::En, path);
        let html = render_in(Context::of_nobody(words(), "ltr"), &frame, &page);
        let known = data(&format!("{frame:?} {page:?}"));
        let address = |text: &String| text.starts_with(&frame.base_url);
        for text in texts(&html).into_iter().filter(|text| !address(text)) {
            let rest = outside(name, &text);
            let found = letters(&rest).find(|word| !known.contains(*word));
            strange.extend(found.map(|word| format!("{name}: {word} in {text:?}")));
        }
    }
    assert_eq!(strange, Vec::<String>::new(), "no message says these");
}

#[test]
fn words_beside_the_catalogue_are_found() {
    let said = format!("<p>{OPENS}x{CLOSES} Total</p>");
    let rest = outside("a page", &texts(&said)[0]);
    assert_eq!(letters(&rest).collect::<Vec<_>>(), ["Total"]);
    let cut = std::panic::catch_unwind(|| outside("a page", "\u{2045}half"));
    assert!(cut.is_err());
}

/// Left edge and width of each part of a picture that has both in per cent, in hundredths.
fn places(html: &str) -> Vec<(i64, i64)> {
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split(&format!("{name}=\"")).nth(1)?;
        let text = rest.split('"').next()?.strip_suffix('%')?;
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let part = format!("{part:0<2}");
        Some(whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?)
    };
    let tags = html.split('<').filter_map(|rest| rest.split('>').next());
    let parts = tags.filter(|tag| tag.starts_with("rect ") || tag.starts_with("svg "));
    parts
        .filter_map(|tag| Some((attribute(tag, " x")?, attribute(tag, " width")?)))
        .collect()
}

#[test]
fn every_picture_of_every_page_is_mirrored_from_right_to_left() {
    let mut mirrored = 0;
    for (name, path, page) in pages() {
        let frame = frame(Language::En, path);
        let drawn = |direction| render_in(Context::of_nobody(words(), direction), &frame, &page);
        let (left, right) = (drawn("ltr"), drawn("rtl"));
        assert!(right.contains(" dir=\"rtl\""), "{name}");
        let (left, right) = (places(&left), places(&right));
        assert_eq!(left.len(), right.len(), "{name}");
        for ((x, width), (turned, same)) in left.into_iter().zip(right) {
            assert_eq!(width, same, "{name}");
            let expected = 10_000 - x - width;
            assert_eq!(turned, expected, "{name}: a part at {x} is not mirrored");
            mirrored += usize::from(turned != x);
        }
    }
    assert!(mirrored > 100, "pictures are found: {mirrored}");
}
