//! Where in a TOML text something is wrong.
//!
//! Mapping files and the configuration are written by hand, so every complaint
//! about them names the line, the key and what was wrong there.

use std::fmt;
use std::ops::Range;

/// One thing wrong with a TOML text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct TomlFlaw {
    /// Physical line, from 1.
    pub line: usize,
    /// The key of that line, or its `[section]`; empty where the line has neither.
    pub key: String,
    /// What is wrong, without line or key.
    pub reason: String,
}

impl fmt::Display for TomlFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() {
            return write!(f, "line {}: {}", self.line, self.reason);
        }
        write!(f, "line {}, `{}`: {}", self.line, self.key, self.reason)
    }
}

impl TomlFlaw {
    /// A flaw of the value that stands at `span` (bytes) of `text`.
    pub(crate) fn at(text: &str, span: Range<usize>, reason: impl Into<String>) -> Self {
        let start = span.start.min(text.len());
        let before = text.as_bytes().get(..start).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Self {
            line,
            key: key_of(text.lines().nth(line - 1).unwrap_or_default()),
            reason: reason.into(),
        }
    }

    /// What the TOML reader itself complained about.
    pub(crate) fn parsing(text: &str, error: &toml::de::Error) -> Self {
        let span = error.span().unwrap_or(0..0);
        Self::at(text, span, error.message().replace('\n', ", "))
    }
}

/// The key that a source line sets, or the section that it opens.
fn key_of(line: &str) -> String {
    let line = line.trim();
    if line.starts_with('[') {
        return line.split('#').next().unwrap_or_default().trim().to_owned();
    }
    match line.split_once('=') {
        Some((key, _)) => key.trim().trim_matches('"').to_owned(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_line_and_key() {
        let text = "[a]\nfirst = 1\nsecond = 2\n";
        let flaw = TomlFlaw::at(text, 23..24, "too small");
        assert_eq!(flaw.to_string(), "line 3, `second`: too small");
    }

    #[test]
    fn names_the_section_or_nothing() {
        assert_eq!(TomlFlaw::at("[a] # x", 0..3, "no").key, "[a]");
        assert_eq!(
            TomlFlaw::at("\n\n", 99..100, "no").to_string(),
            "line 3: no"
        );
    }
}
