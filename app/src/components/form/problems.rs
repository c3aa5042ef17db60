//! What keeps a form from being taken: a list at its head that leads to the fields, and the same
//! words beside each of them.

use leptos::prelude::*;

use crate::context::Context;
use crate::views::FieldError;
use crate::words::{Language, Words};

/// The problems of one form.
#[derive(Clone, Copy)]
pub(crate) struct Problems<'a> {
    context: Context,
    errors: &'a [FieldError],
    count: u64,
    details: &'a [(&'static str, String)],
}

impl<'a> Problems<'a> {
    /// `count` is the number that a message may speak of: characters, or minutes to wait.
    pub(crate) const fn new(context: Context, errors: &'a [FieldError], count: u64) -> Self {
        Self {
            context,
            errors,
            count,
            details: &[],
        }
    }

    /// The same with what messages speak of, by their codes: an amount, a day.
    pub(crate) const fn with_details(self, details: &'a [(&'static str, String)]) -> Self {
        Self { details, ..self }
    }

    /// What is wrong with a field, the first of it.
    pub(crate) fn of(&self, field: &str) -> Option<String> {
        let error = self.errors.iter().find(|error| error.field == field)?;
        Some(self.words(error.code))
    }

    /// The title of the page: a problem is the first thing that is read of it.
    pub(crate) fn title(&self, title: String) -> String {
        if self.errors.is_empty() {
            return title;
        }
        self.context
            .with("form-title-wrong", &[("title", title.into())])
    }

    /// The list at the form's head. It takes the focus when the page comes.
    pub(crate) fn summary(&self) -> Option<AnyView> {
        if self.errors.is_empty() {
            return None;
        }
        let links: Vec<_> = self
            .errors
            .iter()
            .map(|error| {
                let href = format!("#{}", error.field);
                view! { <li><a href=href>{self.words(error.code)}</a></li> }
            })
            .collect();
        Some(
            view! {
                <div class="problems" role="alert" tabindex="-1" autofocus aria-labelledby="problems">
                    <h2 id="problems">{self.context.t("form-problems")}</h2>
                    <ul>{links}</ul>
                </div>
            }
            .into_any(),
        )
    }

    /// A code of the forms' own, or the ledger's code of why it refused.
    fn words(&self, code: &str) -> String {
        let id = format!("form-{code}");
        if Words::of(Language::En).has(&id) {
            let detail = self.details.iter().find(|(of, _)| *of == code);
            let detail = detail.map_or("", |(_, detail)| detail.as_str());
            let values = [("count", self.count.into()), ("detail", detail.into())];
            return self.context.with(&id, &values);
        }
        let refused = self.context.t("form-refused");
        let why = self.context.word_or("refusal", code);
        format!("{refused}{}{why}", self.context.t("sentence-space"))
    }
}

/// A field's problem where the field stands.
pub(crate) fn beside(context: Context, id: &str, wrong: Option<String>) -> Option<AnyView> {
    let wrong = wrong?;
    let id = format!("{id}-wrong");
    Some(
        view! { <p class="wrong-is" id=id><span class="hidden">{context.t("form-wrong")}</span>{wrong}</p> }
            .into_any(),
    )
}
