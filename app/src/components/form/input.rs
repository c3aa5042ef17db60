//! Fields for a line of text, with their label above.

use leptos::prelude::*;

use super::described;
use super::problems::beside;
use crate::context::Context;

/// What is typed into a field: it decides the keyboard and what a browser may fill in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Account,
    Password,
    NewPassword,
    /// Six digits of the moment.
    Code,
    Amount,
    /// A day: the browser's own calendar, which sends `YYYY-MM-DD`.
    Day,
    /// A name or a number of the ledger's own: nobody may correct it.
    Name,
    /// A file of the reader's machine.
    File,
    /// A photo, or a file with pages.
    Document,
    /// An address of mail.
    Mail,
    /// An hour of the day, in figures.
    Hour,
    /// A sentence, on one line: the ledger's texts have no other.
    Prose,
}

impl Kind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Password | Self::NewPassword => "password",
            Self::Day => "date",
            Self::File | Self::Document => "file",
            Self::Mail => "email",
            _ => "text",
        }
    }

    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Account => "username",
            Self::Password => "current-password",
            Self::NewPassword => "new-password",
            Self::Code => "one-time-code",
            Self::Mail => "email",
            _ => "off",
        }
    }

    const fn inputmode(self) -> Option<&'static str> {
        match self {
            Self::Code | Self::Hour => Some("numeric"),
            Self::Amount => Some("decimal"),
            _ => None,
        }
    }

    /// The kinds of files that are offered: a telephone then offers its camera, and turns photos of other
    /// kinds into one of these.
    const fn accept(self) -> Option<&'static str> {
        match self {
            Self::Document => Some("image/jpeg,image/png,image/webp,application/pdf"),
            _ => None,
        }
    }

    /// How wide it is: as long as what is expected in it.
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Code => Some("brief num"),
            Self::Day | Self::Hour => Some("brief"),
            Self::Amount => Some("figure"),
            _ => None,
        }
    }
}

/// A field.
pub(crate) struct Input {
    /// The name under which it is sent.
    pub(crate) name: &'static str,
    /// Its id where the name is taken on this page.
    pub(crate) id: Option<&'static str>,
    pub(crate) kind: Kind,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) value: String,
}

impl Input {
    /// An empty field without a hint.
    pub(crate) const fn new(name: &'static str, kind: Kind, label: String) -> Self {
        Self {
            name,
            id: None,
            kind,
            label,
            hint: None,
            value: String::new(),
        }
    }

    pub(crate) fn hint(self, hint: String) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    pub(crate) fn value(self, value: &str) -> Self {
        Self {
            value: value.to_owned(),
            ..self
        }
    }

    pub(crate) fn id(self, id: &'static str) -> Self {
        Self {
            id: Some(id),
            ..self
        }
    }
}

/// The field with its label, its hint and what is wrong with it.
pub(crate) fn input(context: Context, field: Input, wrong: Option<String>) -> AnyView {
    let id = field.id.unwrap_or(field.name);
    let described = described(id, field.hint.is_some(), wrong.is_some());
    let is_wrong = wrong.is_some();
    let hint = field
        .hint
        .as_ref()
        .map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint.clone()}</p> });
    view! {
        <div class="group" class:wrong=is_wrong>
            <label for=id>{field.label.clone()}</label>
            {hint}
            {beside(context, id, wrong)}
            {control(id, field, described, is_wrong)}
        </div>
    }
    .into_any()
}

fn control(id: &'static str, field: Input, described: Option<String>, is_wrong: bool) -> AnyView {
    let invalid = is_wrong.then_some("true");
    let kind = field.kind;
    // Names and figures are no prose: nobody should correct them.
    let (capitals, spelling) = if kind == Kind::Prose {
        ("sentences", "true")
    } else {
        ("none", "false")
    };
    let value = Some(field.value).filter(|value| !value.is_empty());
    view! {
        <input
            id=id name=field.name type=kind.input_type() class=kind.class() value=value autocomplete=kind.autocomplete()
            inputmode=kind.inputmode() accept=kind.accept()
            autocapitalize=capitals spellcheck=spelling aria-describedby=described aria-invalid=invalid
        />
    }
    .into_any()
}

/// A value that goes along unseen.
pub(crate) fn hidden(name: &'static str, value: &str) -> AnyView {
    view! { <input type="hidden" name=name value=value.to_owned()/> }.into_any()
}
