//! Earlier and later pages of a list.

use leptos::prelude::*;

use crate::context::Context;
use crate::views::Paging;

/// Links to the neighbouring pages; nothing where the list has one page. `address` gives a page's
/// address from its number.
pub(crate) fn paging(
    context: Context,
    paging: Paging,
    address: impl Fn(u64) -> String,
) -> Option<AnyView> {
    paging_of(context, context.t("paging-label"), paging, address)
}

/// The same with a name of its own, where a page has several lists.
pub(crate) fn paging_of(
    context: Context,
    label: String,
    paging: Paging,
    address: impl Fn(u64) -> String,
) -> Option<AnyView> {
    let pages = paging.pages();
    if pages == 1 {
        return None;
    }
    let page = paging.page.clamp(1, pages);
    let earlier = (page > 1).then(|| {
        view! { <a href=address(page - 1) rel="prev">{context.t("paging-previous")}</a> }
    });
    let later = (page < pages).then(|| {
        view! { <a href=address(page + 1) rel="next">{context.t("paging-next")}</a> }
    });
    let here = context.with(
        "paging-here",
        &[("page", page.into()), ("pages", pages.into())],
    );
    Some(
        view! { <nav class="paging" aria-label=label>{earlier}<span>{here}</span>{later}</nav> }
            .into_any(),
    )
}
