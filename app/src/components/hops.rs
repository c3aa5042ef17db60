//! Days per hop, drawn and as tables: a member beside its level, and level beside level.

use leptos::prelude::*;

use crate::components::figure::count;
use crate::components::party::programme_text;
use crate::components::pictures::days::days;
use crate::components::table::{Narrow, figures, table, words};
use crate::components::take::take_briefly;
use crate::context::Context;
use crate::format;
use crate::views::{
    CompareBy, CompareOf, CompareSort, Currency, HOP_BUCKETS, Hops, MemberHops, Minor, TierHops,
};

/// An average of days with one digit behind the mark; a dash where no step is confirmed.
pub(crate) fn average(context: Context, hops: &Hops) -> AnyView {
    // A tenth of a day is the minor unit of a day.
    let tenths = Currency {
        exponent: 1,
        ..Currency::default()
    };
    let average = hops.tenths().map(Minor::from);
    let text = average.map(|average| format::amount(context.language, average, &tenths));
    text.unwrap_or_else(|| "\u{2013}".to_owned()).into_any()
}

/// The names of the buckets.
fn ranges(context: Context) -> Vec<String> {
    let firsts = std::iter::once(0).chain(HOP_BUCKETS.iter().map(|last| last + 1));
    let mut names: Vec<String> = firsts
        .zip(HOP_BUCKETS)
        .map(|(from, to)| context.with("hops-range", &[("from", from.into()), ("to", to.into())]))
        .collect();
    let last = HOP_BUCKETS[HOP_BUCKETS.len() - 1];
    names.push(context.with("hops-beyond", &[("days", last.into())]));
    names
}

fn share(context: Context, part: u64, hops: &Hops) -> AnyView {
    let share = format::share(context.language, part.into(), hops.confirmed.into());
    view! { {count(context, part)}" "<span class="unit">{share}</span> }.into_any()
}

/// A member's days beside its level's, a table a programme.
pub(crate) fn beside_peers(context: Context, all: &[MemberHops]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let tables: Vec<_> = (0..)
        .zip(all)
        .map(|(at, of)| of_member(context, at, of))
        .collect();
    Some(
        view! {
            <section aria-labelledby="hops">
                <h2 id="hops">{context.t("hops-title")}</h2>
                <p>{context.t("hops-about")}</p>
                {tables}
            </section>
        }
        .into_any(),
    )
}

fn of_member(context: Context, at: usize, of: &MemberHops) -> AnyView {
    let both = |own: AnyView, peers: AnyView, head: String| vec![head.into_any(), own, peers];
    let mut rows = vec![
        both(
            average(context, &of.own),
            average(context, &of.peers),
            context.t("hops-average"),
        ),
        both(
            count(context, of.own.confirmed),
            count(context, of.peers.confirmed),
            context.t("hops-steps"),
        ),
    ];
    let buckets = of.own.buckets.iter().zip(&of.peers.buckets);
    let ranged = ranges(context).into_iter().zip(buckets);
    rows.extend(ranged.map(|(head, (own, peers))| {
        both(
            share(context, *own, &of.own),
            share(context, *peers, &of.peers),
            head,
        )
    }));
    let columns = vec![
        words(context.t("hops-what")),
        figures(context.t("hops-own")),
        figures(context.t("hops-peers")),
    ];
    let programme = programme_text(&of.programme);
    let caption = match of.allowed {
        Some(days) => context.with(
            "hops-caption",
            &[
                ("programme", programme.into()),
                ("days", u64::from(days).into()),
            ],
        ),
        None => programme,
    };
    let own = days(context, &format!("own{at}"), context.t("hops-own"), &of.own);
    let peers = days(
        context,
        &format!("peers{at}"),
        context.t("hops-peers"),
        &of.peers,
    );
    let id = format!("hops{at}");
    let table = table(&id, caption, Narrow::Scrolls, columns, rows);
    view! { <div class="sides">{own}{peers}</div>{table} }.into_any()
}

/// A level's name, which leads to its members by their days, the slowest first.
fn slowest(context: Context, programme: &str, tier: u8) -> AnyView {
    let by = CompareBy {
        of: CompareOf::Level(tier),
        sort: CompareSort::Days,
        ..CompareBy::default()
    };
    let address = context.compare(programme, Some(&by), 1);
    view! { <a href=address>{context.tier(tier)}</a> }.into_any()
}

/// The days of each level, a row a level.
pub(crate) fn by_tier(context: Context, programme: &str, all: &[TierHops]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let mut columns = vec![
        words(context.t("tally-tier")),
        figures(context.t("hops-average")),
        figures(context.t("hops-steps")),
    ];
    columns.extend(ranges(context).into_iter().map(figures));
    let rows = all.iter().map(|row| {
        let mut cells = vec![
            slowest(context, programme, row.tier),
            average(context, &row.hops),
            count(context, row.hops.confirmed),
        ];
        cells.extend(row.hops.buckets.map(|steps| count(context, steps)));
        cells
    });
    let caption = context.t("hops-by-tier");
    let shown = table(
        "hops-table",
        caption,
        Narrow::Scrolls,
        columns,
        rows.collect(),
    );
    let drawn: Vec<_> = all
        .iter()
        .map(|row| {
            let id = format!("days{}", row.tier);
            days(context, &id, context.tier(row.tier), &row.hops)
        })
        .collect();
    Some(
        view! {
            <section aria-labelledby="hops">
                <h2 id="hops">{context.t("hops-title")}</h2>
                <p>{context.t("hops-about")}</p>
                <div class="sides">{drawn}</div>
                {shown}
                <p>{context.t("hops-slowest")}</p>
                {take_briefly(context, "hops", &[("programme", programme)])}
            </section>
        }
        .into_any(),
    )
}
