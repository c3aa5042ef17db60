//! The search form: a plain GET.

use leptos::prelude::*;

use crate::context::Context;

/// The form with what was typed.
pub(crate) fn search_form(context: Context, query: &str) -> AnyView {
    let query = query.to_owned();
    view! {
        <form class="filter" role="search" method="get" action=context.search()>
            <div class="field">
                <label for="q">{context.t("search-label")}</label>
                <p id="q-hint" class="meta">{context.t("search-hint")}</p>
                <input
                    id="q" name="q" type="search" value=query aria-describedby="q-hint"
                    autocapitalize="off" autocomplete="off" spellcheck="false"
                />
            </div>
            <div class="submit"><button type="submit">{context.t("search-submit")}</button></div>
        </form>
    }
    .into_any()
}
