//! The style sheet, embedded, under an address that changes with its content.

use std::sync::OnceLock;

use sha3::{Digest, Sha3_256};

/// The media type of [`body`].
pub const CONTENT_TYPE: &str = "text/css; charset=utf-8";

/// The parts in the order in which they apply.
const PARTS: [&str; 4] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/layout.css"),
    include_str!("../../style/components.css"),
];

/// The style sheet: comments and indentation left out, nothing else changed.
#[must_use]
pub fn body() -> &'static str {
    static BODY: OnceLock<String> = OnceLock::new();
    BODY.get_or_init(|| PARTS.iter().map(|part| squeeze(part)).collect())
}

/// Its address, `/style/countersign-{hash}.css`: sixteen hexadecimal digits of SHA3-256 over
/// [`body`], so that it may be cached for ever.
#[must_use]
pub fn path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| {
        let digest = hex::encode(Sha3_256::digest(body().as_bytes()));
        format!("/style/countersign-{}.css", &digest[..16])
    })
}

/// Leaves out comments, indentation and empty lines. Our own sheets have no `/*` in a string.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::with_capacity(out.len()), |mut squeezed, line| {
            squeezed.push_str(line);
            squeezed.push('\n');
            squeezed
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_follows_the_content() {
        assert!(path().starts_with("/style/countersign-"));
        assert_eq!(path().len(), "/style/countersign-.css".len() + 16);
        assert!(!body().contains("/*"));
        assert_eq!(body().matches('{').count(), body().matches('}').count());
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(
            squeeze("/* a\n b */\n  p { x: y; } /* c */\n\n"),
            "p { x: y; }\n"
        );
    }
}
