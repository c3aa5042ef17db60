//! The style sheets, embedded, each under an address that changes with its content.

use std::sync::OnceLock;

use sha3::{Digest, Sha3_256};

/// The picture of a browser's tab, as SVG: two hands' strokes that meet.
pub const ICON: &str = include_str!("../../style/icon.svg");

/// The media type of every sheet.
pub const CONTENT_TYPE: &str = "text/css; charset=utf-8";

/// A style sheet: a page links what it needs, so that the heaviest one needn't carry the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// What every page has: tokens, elements, the frame, tables, summaries, findings.
    Common,
    /// Bars and pictures.
    Pictures,
    /// Lists of records, entries, prose, and the forms that narrow a list.
    Records,
    /// The desk: its forms and its lists.
    Forms,
}

impl Sheet {
    /// Every sheet, in the order in which a page links them.
    pub const ALL: [Self; 4] = [Self::Common, Self::Pictures, Self::Records, Self::Forms];

    /// Its parts in the order in which they apply.
    const fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Common => &[
                include_str!("../../style/tokens.css"),
                include_str!("../../style/base.css"),
                include_str!("../../style/layout.css"),
                include_str!("../../style/components.css"),
            ],
            Self::Pictures => &[include_str!("../../style/pictures.css")],
            Self::Records => &[include_str!("../../style/records.css")],
            Self::Forms => &[include_str!("../../style/forms.css")],
        }
    }

    /// The sheet: comments and blanks left out, nothing else changed.
    #[must_use]
    pub fn body(self) -> &'static str {
        &self.made().body
    }

    /// Its address, `/style/countersign-{hash}.css`: sixteen hexadecimal digits of SHA3-256 over
    /// [`Sheet::body`], so that it may be cached for ever.
    #[must_use]
    pub fn path(self) -> &'static str {
        &self.made().path
    }

    /// The sheet at this address, or nothing.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.path() == path)
    }

    fn made(self) -> &'static Made {
        static MADE: OnceLock<[Made; 4]> = OnceLock::new();
        let all = MADE.get_or_init(|| Self::ALL.map(Made::of));
        &all[self as usize]
    }
}

/// A sheet as it is sent.
struct Made {
    body: String,
    path: String,
}

impl Made {
    fn of(sheet: Sheet) -> Self {
        let body: String = sheet.parts().iter().map(|part| squeeze(part)).collect();
        let digest = hex::encode(Sha3_256::digest(body.as_bytes()));
        let path = format!("/style/countersign-{}.css", &digest[..16]);
        Self { body, path }
    }
}

/// The picture beside a link to a page, where somebody shares one: a PNG of 1200 by 630 pixels.
pub const PREVIEW: &[u8] = include_bytes!("../../style/preview.png");

/// Its address, with sixteen hexadecimal digits of SHA3-256 as a sheet's.
#[must_use]
pub fn preview_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| {
        let digest = hex::encode(Sha3_256::digest(PREVIEW));
        format!("/style/countersign-{}.png", &digest[..16])
    })
}

/// Leaves out comments and the blanks that say nothing. Our own sheets have no `/*` in a string.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut text = lines.collect::<Vec<_>>().join(" ");
    for (spaced, tight) in TIGHT {
        text = text.replace(spaced, tight);
    }
    text
}

/// Where a blank says nothing in our sheets: no string of theirs holds one of these.
const TIGHT: [(&str, &str); 8] = [
    (" {", "{"),
    ("{ ", "{"),
    ("; ", ";"),
    (": ", ":"),
    (", ", ","),
    (" }", "}"),
    ("} ", "}"),
    (";}", "}"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_follows_the_content() {
        for sheet in Sheet::ALL {
            let (path, body) = (sheet.path(), sheet.body());
            assert!(path.starts_with("/style/countersign-"));
            assert_eq!(path.len(), "/style/countersign-.css".len() + 16);
            assert_eq!(Sheet::at(path), Some(sheet));
            assert!(!body.contains("/*"));
            assert_eq!(body.matches('{').count(), body.matches('}').count());
        }
        assert_eq!(Sheet::at("/style/countersign-0000000000000000.css"), None);
    }

    fn tokens() -> &'static str {
        Sheet::Common.parts()[0]
    }

    fn parts() -> impl Iterator<Item = &'static str> {
        Sheet::ALL
            .into_iter()
            .flat_map(|sheet| sheet.parts().iter().copied())
    }

    #[test]
    fn comments_and_blanks_go() {
        assert_eq!(
            squeeze("/* a\n b */\n  p,\n q > :is(r, s) { x: y z; } /* c */\n\n"),
            "p,q > :is(r,s){x:y z}"
        );
    }

    /// WCAG 2.2: text needs 4.5 against its ground, a control's edge and a figure's part 3.
    const TEXT: f64 = 4.5;
    const EDGE: f64 = 3.0;

    const PAIRS: [(&str, &str, f64); 53] = [
        ("ink", "paper", TEXT),
        ("ink", "surface", TEXT),
        ("soft", "paper", TEXT),
        ("accent", "paper", TEXT),
        ("accent", "surface", TEXT),
        ("accent-deep", "paper", TEXT),
        ("on-accent", "accent", TEXT),
        ("on-accent", "accent-deep", TEXT),
        ("on-notice", "notice", TEXT),
        ("on-green", "green", TEXT),
        ("on-red", "red", TEXT),
        ("on-amber", "amber", TEXT),
        ("on-blue", "blue", TEXT),
        ("on-plain", "plain", TEXT),
        ("on-seg", "seg-spent", TEXT),
        ("on-seg", "seg-held", TEXT),
        ("on-seg", "seg-acknowledged", TEXT),
        ("on-seg", "seg-left", TEXT),
        // Chains, tiles and steps: what came, what it came from, the entry itself.
        ("on-seg", "soft", TEXT),
        ("on-seg", "accent", TEXT),
        // Hints within forms, and what stands in a notice or in the word that an address points at.
        ("soft", "surface", TEXT),
        ("accent-deep", "surface", TEXT),
        ("accent", "notice", TEXT),
        ("soft", "notice", TEXT),
        // What is wrong with a field, on the page and in a form's list of problems, and a button
        // that ends something: its ground is the words' colour.
        ("on-red", "paper", TEXT),
        ("on-red", "surface", TEXT),
        ("red", "on-red", TEXT),
        ("on-plain", "paper", TEXT),
        // Figures on the page itself, and the edges that a tag and the focus have there.
        ("soft", "paper", EDGE),
        ("accent", "paper", EDGE),
        ("on-green", "paper", EDGE),
        ("on-red", "paper", EDGE),
        ("on-blue", "paper", EDGE),
        ("on-plain", "paper", EDGE),
        ("stripe", "seg-transit", EDGE),
        ("stripe", "seg-paid-open", EDGE),
        ("stripe", "seg-disputed", EDGE),
        ("stripe", "seg-written-off", EDGE),
        ("edge", "surface", EDGE),
        ("edge", "paper", EDGE),
        ("on-amber", "paper", EDGE),
        ("seg-spent", "paper", EDGE),
        ("seg-held", "paper", EDGE),
        ("seg-acknowledged", "paper", EDGE),
        ("seg-left", "paper", EDGE),
        ("seg-paid-open", "paper", EDGE),
        ("seg-transit", "paper", EDGE),
        ("seg-unconfirmed", "paper", EDGE),
        ("seg-disputed", "paper", EDGE),
        ("seg-missing", "paper", EDGE),
        ("seg-written-off", "paper", EDGE),
        ("stripe", "seg-missing", EDGE),
        ("stripe", "seg-unconfirmed", EDGE),
    ];

    #[test]
    fn words_and_figures_stand_out_by_day_and_by_night() {
        let (day, night) = tokens()
            .split_once("@media")
            .expect("light first, then dark");
        for (name, sheet) in [("light", day), ("dark", night)] {
            for (front, back, least) in PAIRS {
                let found = contrast(colour(sheet, front), colour(sheet, back));
                assert!(
                    found >= least,
                    "{front} on {back}, {name}: {found:.2} < {least}"
                );
            }
        }
    }

    /// Whoever adds words on a new ground is asked for its contrast.
    #[test]
    fn every_colour_of_words_on_a_ground_of_its_own_is_held() {
        for front in named("on-") {
            let held = PAIRS
                .iter()
                .any(|(known, _, least)| *known == front && *least == TEXT);
            assert!(held, "--{front} has no pair");
        }
        for part in named("seg-") {
            assert!(
                PAIRS.contains(&(part.as_str(), "paper", EDGE)),
                "--{part} isn't held against the page"
            );
        }
    }

    /// The tokens whose name begins so.
    fn named(part: &str) -> Vec<String> {
        let lines = tokens().lines().map(str::trim);
        let tokens = lines.filter_map(|line| line.strip_prefix("--")?.split_once(':'));
        let names: Vec<_> = tokens
            .filter(|(name, _)| name.starts_with(part))
            .map(|(name, _)| name.to_owned())
            .collect();
        assert!(names.len() > 4, "{part}: {names:?}");
        names
    }

    /// Telephones read a code that is dark on light, by night too.
    #[test]
    fn a_code_is_dark_on_light_always() {
        assert_eq!(tokens().matches("--qr-ink:").count(), 1);
        let found = contrast(colour(tokens(), "qr-ink"), colour(tokens(), "qr-ground"));
        assert!(found > 20.0, "{found:.1}");
    }

    /// A token's value: red, green, blue.
    fn colour(sheet: &str, token: &str) -> [u8; 3] {
        let opens = format!("--{token}: #");
        let (_, rest) = sheet
            .split_once(&opens)
            .unwrap_or_else(|| panic!("no --{token}"));
        let channel = |at: usize| u8::from_str_radix(&rest[at..at + 2], 16).expect("two digits");
        [channel(0), channel(2), channel(4)]
    }

    #[allow(clippy::float_arithmetic, reason = "luminance of colours, no money")]
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[allow(
        clippy::float_arithmetic,
        reason = "WCAG's formula for relative luminance"
    )]
    fn luminance(colour: [u8; 3]) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
    }

    #[test]
    fn colours_stand_in_the_tokens_only() {
        for part in parts().skip(1) {
            let spelled = part
                .split('#')
                .skip(1)
                .any(|rest| rest.starts_with(|c: char| c.is_ascii_hexdigit()));
            assert!(
                !spelled && !part.contains("rgb("),
                "a colour is spelled out"
            );
        }
    }

    #[test]
    fn every_token_that_is_used_is_defined() {
        for part in parts() {
            for used in part.split("var(--").skip(1) {
                let name = used.split(')').next().unwrap_or_default();
                assert!(
                    tokens().contains(&format!("--{name}: ")),
                    "--{name} is used and not defined"
                );
            }
        }
    }
}
