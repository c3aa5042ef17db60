//! Amounts, counts, days and moments as they stand in a page.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::context::Context;
use crate::format;
use crate::views::{Currency, Minor, Seconds};

/// An amount with its currency, for sentences. No machine-readable twin beside it: a list of
/// findings would pass its weight, and the same figures stand in the page's JSON.
pub(crate) fn money(context: Context, minor: Minor, currency: &Currency) -> AnyView {
    view! { <span class="money">{money_text(context, minor, currency)}</span> }.into_any()
}

/// The same as plain text, for titles and descriptions.
pub(crate) fn money_text(context: Context, minor: Minor, currency: &Currency) -> String {
    let figure = format::amount(context.language, minor, currency);
    context.with(
        "money",
        &[
            ("amount", figure.into()),
            ("currency", currency.code.as_str().into()),
        ],
    )
}

/// An amount with its currency and, where the language counts so, its size in 万 or 亿.
pub(crate) fn money_large(context: Context, minor: Minor, currency: &Currency) -> AnyView {
    let gloss = format::amount_in_wan(context.language, minor, currency).map(|(figure, exact)| {
        let id = if exact {
            "amount-in-words"
        } else {
            "amount-in-words-about"
        };
        let text = context.with(id, &[("figure", figure.into())]);
        view! { <span class="gloss">{text}</span> }
    });
    view! { {money(context, minor, currency)}{gloss} }.into_any()
}

/// An amount for a column whose head names the currency. Nothing that is there reads as a dash.
pub(crate) fn amount(context: Context, minor: Minor, currency: &Currency) -> AnyView {
    if minor == 0 {
        return view! { <span class="zero">"0"</span> }.into_any();
    }
    format::amount(context.language, minor, currency).into_any()
}

/// A count in the language's grouping.
pub(crate) fn count(context: Context, count: u64) -> AnyView {
    format::integer(context.language, i128::from(count)).into_any()
}

/// A day in full.
pub(crate) fn day(context: Context, day: NaiveDate) -> AnyView {
    view! { <time datetime=day.to_string()>{format::day(context.language, day)}</time> }.into_any()
}

/// A day for a table.
pub(crate) fn day_short(context: Context, day: NaiveDate) -> AnyView {
    view! { <time datetime=day.to_string()>{format::day_short(context.language, day)}</time> }
        .into_any()
}

/// The UTC day of a moment.
pub(crate) fn day_at(context: Context, seconds: Seconds) -> AnyView {
    let text = format::day(context.language, format::day_at(seconds));
    view! { <time datetime=format::iso(seconds)>{text}</time> }.into_any()
}

/// The same as plain text, for sentences.
pub(crate) fn moment_text(context: Context, seconds: Seconds) -> String {
    let day = format::day(context.language, format::day_at(seconds));
    let time = format::clock(seconds);
    context.with("moment", &[("day", day.into()), ("time", time.into())])
}

/// A moment in UTC.
pub(crate) fn moment(context: Context, seconds: Seconds) -> AnyView {
    let text = moment_text(context, seconds);
    view! { <time datetime=format::iso(seconds)>{text}</time> }.into_any()
}
