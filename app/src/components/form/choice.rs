//! One of several, or any of several. Each choice is its whole line: a thumb needs no aim.

use leptos::prelude::*;

use super::described;
use super::problems::beside;
use crate::context::Context;

/// A choice.
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) checked: bool,
    /// What is asked of whoever chooses it.
    pub(crate) then: Option<AnyView>,
}

impl Choice {
    /// A choice by itself.
    pub(crate) const fn new(value: String, label: String, checked: bool) -> Self {
        Self {
            value,
            label,
            hint: None,
            checked,
            then: None,
        }
    }
}

/// How many of them may be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choose {
    One,
    Any,
}

/// The choices under their question. `id` is the first one's: the name, where it isn't taken.
pub(crate) fn choices(
    context: Context,
    (name, id): (&'static str, &'static str),
    choose: Choose,
    question: String,
    all: Vec<Choice>,
    wrong: Option<String>,
) -> AnyView {
    let is_wrong = wrong.is_some();
    let described = described(id, false, is_wrong);
    let lines: Vec<_> = all
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let id = if at == 0 {
                id.to_owned()
            } else {
                format!("{id}-{}", choice.value)
            };
            line(name, id, choose, choice)
        })
        .collect();
    view! {
        <fieldset class="group" class:wrong=is_wrong aria-describedby=described>
            <legend>{question}</legend>
            {beside(context, id, wrong)}
            {lines}
        </fieldset>
    }
    .into_any()
}

fn line(name: &'static str, id: String, choose: Choose, choice: Choice) -> AnyView {
    let input_type = match choose {
        Choose::One => "radio",
        Choose::Any => "checkbox",
    };
    let (label_for, hint_id) = (id.clone(), format!("{id}-hint"));
    let described = choice.hint.is_some().then(|| hint_id.clone());
    let hint = choice
        .hint
        .map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> });
    view! {
        <div class="choice">
            <label for=label_for>
                <input
                    id=id type=input_type name=name value=choice.value checked=choice.checked aria-describedby=described
                />
                <span>{choice.label}</span>
            </label>
            {hint}
            {choice.then}
        </div>
    }
    .into_any()
}

/// A box to tick.
pub(crate) fn tick(name: &'static str, value: &str, label: String, checked: bool) -> AnyView {
    line(
        name,
        name.to_owned(),
        Choose::Any,
        Choice::new(value.to_owned(), label, checked),
    )
}

/// An empty box to tick, whose name other boxes of the page have as well.
pub(crate) fn tick_as(name: &'static str, id: &'static str, value: &str, label: String) -> AnyView {
    let choice = Choice::new(value.to_owned(), label, false);
    line(name, id.to_owned(), Choose::Any, choice)
}
