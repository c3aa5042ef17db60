//! The chain of an entry: from the appropriation down to it, and on to what it paid for.

use leptos::prelude::*;

use crate::components::figure::{day_short, money};
use crate::components::party::{entry, entry_name, party};
use crate::context::Context;
use crate::views::{ChainLink, Currency, EntryPage};

/// The whole chain with the page's own entry in its middle.
pub(crate) fn chain(context: Context, page: &EntryPage) -> AnyView {
    let up: Vec<_> = page
        .chain_up
        .iter()
        .map(|link| linked(context, &page.currency, link, "up"))
        .collect();
    let down: Vec<_> = page
        .chain_down
        .iter()
        .map(|link| linked(context, &page.currency, link, depth_class(link.depth)))
        .collect();
    let left_out = (page.chain_down_left_out > 0).then(|| {
        let text = context.with(
            "chain-left-out",
            &[("count", page.chain_down_left_out.into())],
        );
        view! { <li class="down left-out">{text}</li> }
    });
    let here = entry_name(context, &page.entry);
    view! {
        <ol class="chain">
            {up}
            <li class="here" aria-current="true"><strong>{here}</strong>" "<span class="meta">{context.t("chain-here")}</span></li>
            {down}{left_out}
        </ol>
    }
    .into_any()
}

/// Deeper links are set in further; from the fourth on no more, or a telephone has no room.
const fn depth_class(depth: u32) -> &'static str {
    match depth {
        0 | 1 => "down",
        2 => "down two",
        _ => "down three",
    }
}

fn linked(context: Context, currency: &Currency, link: &ChainLink, class: &'static str) -> AnyView {
    let amount = ("amount", money(context, link.amount, currency).into());
    let between = match (&link.from, &link.to) {
        (Some(from), Some(to)) => context.rich(
            "chain-between",
            vec![
                ("from", party(context, from).into()),
                ("to", party(context, to).into()),
                amount,
            ],
        ),
        (None, Some(to)) => {
            context.rich("chain-to", vec![("to", party(context, to).into()), amount])
        }
        (Some(from), None) => context.rich(
            "chain-by",
            vec![("from", party(context, from).into()), amount],
        ),
        (None, None) => money(context, link.amount, currency),
    };
    let when = link
        .occurred
        .map(|occurred| view! { <span>{day_short(context, occurred)}</span> });
    view! {
        <li class=class>
            <span class="says">{between}</span>
            <span class="meta"><span>{entry(context, &link.entry)}</span>{when}</span>
        </li>
    }
    .into_any()
}
