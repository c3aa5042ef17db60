//! What a key may sign, and from which entry until which.

use leptos::prelude::*;

use crate::context::Context;
use crate::views::KeyRow;

/// Whose key it is: a person's by the opaque id, or that it is the recovery key.
pub(crate) fn holder(context: Context, key: &KeyRow) -> AnyView {
    if key.is_recovery() {
        return context.t("field-recovery").into_any();
    }
    view! { <code>{key.person.clone()}</code> }.into_any()
}

/// Roles in words, one after the other, or that there is none, as for a recovery key.
pub(crate) fn roles(context: Context, roles: &[String]) -> String {
    if roles.is_empty() {
        return context.t("keys-no-role");
    }
    let roles = roles.iter().map(|role| context.word_or("role", role));
    roles.collect::<Vec<_>>().join(&context.t("list-comma"))
}

/// From the entry that enrolled it to the one that ended it.
pub(crate) fn valid(context: Context, key: &KeyRow) -> String {
    match key.until_index {
        Some(until) => context.with(
            "keys-until",
            &[("since", key.since_index.into()), ("until", until.into())],
        ),
        None => context.with("keys-since", &[("since", key.since_index.into())]),
    }
}
