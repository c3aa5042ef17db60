//! Steps in a list: who sent what to whom, and how it stands.

use leptos::prelude::*;

use crate::components::figure::{amount, day_short};
use crate::components::party::party;
use crate::components::table::{Narrow, figures, table, words};
use crate::components::tag;
use crate::context::Context;
use crate::views::{Party, StepRow};

/// The steps of a member, each from that member's side. `id` is unique on its page.
pub(crate) fn steps(
    context: Context,
    id: &'static str,
    caption: String,
    of: &Party,
    rows: &[StepRow],
) -> AnyView {
    let columns = vec![
        words(context.t("steps-day")),
        words(context.t("steps-between")),
        figures(context.t("steps-sent")),
        figures(context.t("steps-received")),
        words(context.t("steps-state")),
    ];
    let rows = rows.iter().map(|row| cells(context, of, row)).collect();
    table(id, caption, Narrow::Stacks, columns, rows)
}

fn cells(context: Context, of: &Party, row: &StepRow) -> Vec<AnyView> {
    let coming = row.to.name == of.name;
    let (way, other) = if coming {
        ("steps-from", &row.from)
    } else {
        ("steps-to", &row.to)
    };
    let between = context.rich(way, vec![("party", party(context, other).into())]);
    let amounts = |minor| {
        view! { {amount(context, minor, &row.currency)}" "<span class="unit">{row.currency.code.clone()}</span> }.into_any()
    };
    let when =
        view! { <a href=context.entry(&row.identity)>{day_short(context, row.occurred)}</a> };
    vec![
        when.into_any(),
        between,
        amounts(row.sent),
        amounts(row.received),
        tag::step_state(context, row.state),
    ]
}
