//! What is wrong with a command line, in the reader's language.

use super::tree::Tree;
use crate::speech;
use app::words::{Value, Words};
use clap::builder::{StyledStr, Styles};
use clap::error::{ContextKind, ContextValue, ErrorFormatter, ErrorKind};
use std::error::Error;
use std::num::{IntErrorKind, ParseIntError};

/// Before a line that belongs to the sentence above it.
const TAB: &str = "  ";

/// Formats errors with the reader's words.
pub(super) struct Spoken;

impl ErrorFormatter for Spoken {
    fn format_error(error: &clap::error::Error<Self>) -> StyledStr {
        refusal(error, speech::words())
    }
}

/// An error in these words, laid out as clap lays out its own: the sentence, tips, the usage, and where
/// to read more.
pub(super) fn refusal<F: ErrorFormatter>(
    error: &clap::error::Error<F>,
    words: &Words,
) -> StyledStr {
    let refusal = Refusal {
        error,
        words,
        styles: Styles::styled(),
    };
    StyledStr::from(refusal.text())
}

struct Refusal<'e, F: ErrorFormatter> {
    error: &'e clap::error::Error<F>,
    words: &'e Words,
    styles: Styles,
}

impl<F: ErrorFormatter> Refusal<'_, F> {
    fn text(&self) -> String {
        let style = self.styles.get_error();
        let label = self.words.say("help-error");
        let space = self.words.say("sentence-space");
        let mut text = format!("{style}{label}{style:#}{space}{}", self.sentence());
        let tips = self.tips();
        if !tips.is_empty() {
            text.push('\n');
        }
        for tip in tips {
            let style = self.styles.get_valid();
            let label = self.words.say("help-tip");
            text.push_str(&format!("\n{TAB}{style}{label}{style:#}{space}{tip}"));
        }
        if let Some(ContextValue::StyledStr(usage)) = self.error.get(ContextKind::Usage) {
            let usage = Tree::new(self.words).usage(&usage.ansi().to_string());
            text.push_str(&format!("\n\n{usage}"));
        }
        text.push_str(&format!("\n\n{}\n", self.words.say("help-error-more")));
        text
    }

    fn sentence(&self) -> String {
        match self.error.kind() {
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::InvalidSubcommand => self.say(
                "help-error-command",
                &[("command", self.wrong(ContextKind::InvalidSubcommand))],
            ),
            ErrorKind::InvalidUtf8 => self.words.say("help-error-utf8"),
            ErrorKind::InvalidValue => self.value() + &self.values(ContextKind::ValidValue),
            ErrorKind::MissingRequiredArgument => {
                self.words.say("help-error-missing") + &self.lines(ContextKind::InvalidArg)
            }
            ErrorKind::MissingSubcommand => {
                let command = ("command", self.wrong(ContextKind::InvalidSubcommand));
                self.say("help-error-command-missing", &[command])
                    + &self.values(ContextKind::ValidSubcommand)
            }
            ErrorKind::NoEquals => self.say("help-error-equals", &[self.argument()]),
            ErrorKind::TooFewValues => self.number(ContextKind::MinValues),
            ErrorKind::TooManyValues => {
                let value = ("value", self.wrong(ContextKind::InvalidValue));
                self.say("help-error-values-more", &[self.argument(), value])
            }
            ErrorKind::UnknownArgument => self.say("help-error-argument", &[self.argument()]),
            ErrorKind::ValueValidation => match self.error.source() {
                Some(source) => {
                    let colon = self.words.say("help-error-because");
                    format!("{}{colon}{}", self.value(), self.cause(source))
                }
                None => self.value(),
            },
            ErrorKind::WrongNumberOfValues => self.number(ContextKind::ExpectedNumValues),
            // The rest of them are no refusals of a command line: help, and files that can't be written.
            other => other.to_string(),
        }
    }

    fn conflict(&self) -> String {
        let one = match self.error.get(ContextKind::InvalidArg) {
            Some(_) => ContextKind::InvalidArg,
            None => ContextKind::InvalidSubcommand,
        };
        let argument = ("argument", self.wrong(one));
        match self.error.get(ContextKind::PriorArg) {
            prior @ Some(ContextValue::String(_)) if prior == self.error.get(one) => {
                self.say("help-error-repeated", &[argument])
            }
            Some(ContextValue::String(_)) => {
                let other = ("other", self.wrong(ContextKind::PriorArg));
                self.say("help-error-conflict", &[argument, other])
            }
            Some(ContextValue::Strings(_)) => {
                self.say("help-error-conflict-these", &[argument])
                    + &self.lines(ContextKind::PriorArg)
            }
            _ => self.say("help-error-conflict-some", &[argument]),
        }
    }

    /// A value that isn't there, or isn't one that the argument takes.
    fn value(&self) -> String {
        let value = self.context(ContextKind::InvalidValue);
        if value.is_empty() {
            return self.say("help-error-value-missing", &[self.argument()]);
        }
        let value = ("value", self.wrong(ContextKind::InvalidValue));
        self.say("help-error-value", &[self.argument(), value])
    }

    fn number(&self, wanted: ContextKind) -> String {
        let wanted = ("wanted", self.context(wanted));
        let given = ("given", self.wrong(ContextKind::ActualNumValues));
        self.say(
            "help-error-values-number",
            &[self.argument(), wanted, given],
        )
    }

    /// Why a value can't be read. A field's own error says it; numbers are clap's.
    fn cause(&self, source: &(dyn Error + 'static)) -> String {
        if let Some(number) = source.downcast_ref::<ParseIntError>() {
            return self.words.say(match number.kind() {
                IntErrorKind::PosOverflow => "help-cause-too-large",
                IntErrorKind::NegOverflow => "help-cause-too-small",
                _ => "help-cause-no-number",
            });
        }
        let text = source.to_string();
        let bounds = text
            .split_once(" is not in ")
            .and_then(|(_, bounds)| bounds.split_once("..="));
        match bounds {
            Some((from, to)) => self.say(
                "help-cause-bounds",
                &[("from", from.to_owned()), ("to", to.to_owned())],
            ),
            None => text,
        }
    }

    fn tips(&self) -> Vec<String> {
        let similar = [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ];
        let mut tips: Vec<String> = similar
            .into_iter()
            .map(|kind| self.strings(kind))
            .filter(|names| !names.is_empty())
            .map(|names| {
                let names: Vec<String> = names.iter().map(|name| self.valid(name)).collect();
                self.say("help-tip-similar", &[("names", names.join(", "))])
            })
            .collect();
        if let Some(ContextValue::StyledStrs(ready)) = self.error.get(ContextKind::Suggested) {
            tips.extend(ready.iter().filter_map(|tip| self.tip(&tip.to_string())));
        }
        tips
    }

    /// A tip that clap has put into English already: it is one of three, around what the reader typed.
    fn tip(&self, english: &str) -> Option<String> {
        if let Some(name) = english
            .strip_prefix('\'')
            .and_then(|rest| rest.strip_suffix("' exists"))
        {
            return Some(self.say("help-tip-exists", &[("name", self.valid(name))]));
        }
        if let Some(instead) = english
            .strip_prefix("to pass '")
            .and_then(|rest| rest.split_once("' as a value, use '"))
            .and_then(|(_, rest)| rest.strip_suffix('\''))
        {
            return Some(self.say("help-tip-value", &[("instead", self.valid(instead))]));
        }
        let name = english
            .strip_prefix("subcommand '")
            .and_then(|rest| rest.split_once("' exists; "))
            .map(|(name, _)| name)?;
        Some(self.say("help-tip-dashes", &[("name", self.valid(name))]))
    }

    fn say(&self, id: &str, values: &[(&str, String)]) -> String {
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, Value::Text(value.clone())))
            .collect();
        self.words.with(id, &values)
    }

    fn argument(&self) -> (&'static str, String) {
        let style = self.styles.get_literal();
        let argument = self.context(ContextKind::InvalidArg);
        ("argument", format!("{style}{argument}{style:#}"))
    }

    fn wrong(&self, kind: ContextKind) -> String {
        let style = self.styles.get_invalid();
        format!("{style}{}{style:#}", self.context(kind))
    }

    fn valid(&self, text: &str) -> String {
        let style = self.styles.get_valid();
        format!("{style}{text}{style:#}")
    }

    /// Each on a line of its own.
    fn lines(&self, kind: ContextKind) -> String {
        let strings = self.strings(kind);
        strings
            .iter()
            .map(|one| format!("\n{TAB}{}", self.valid(one)))
            .collect()
    }

    /// What would have been possible, in brackets on a line of their own.
    fn values(&self, kind: ContextKind) -> String {
        let strings = self.strings(kind);
        if strings.is_empty() {
            return String::new();
        }
        let strings: Vec<String> = strings.iter().map(|one| self.valid(one)).collect();
        let list = self.say("help-fact-values", &[("value", strings.join(", "))]);
        format!("\n{TAB}{list}")
    }

    fn strings(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(one)) => vec![one.clone()],
            Some(ContextValue::Strings(all)) => all.clone(),
            _ => Vec::new(),
        }
    }

    fn context(&self, kind: ContextKind) -> String {
        let value = self.error.get(kind);
        value.map(ToString::to_string).unwrap_or_default()
    }
}
