//! What a key may sign, and from which entry until which.

use crate::context::Context;
use crate::views::KeyRow;

/// The roles, or that there is none, as for a recovery key.
pub(crate) fn roles(context: Context, key: &KeyRow) -> String {
    if key.roles.is_empty() {
        return context.t("keys-no-role");
    }
    let roles = key.roles.iter().map(|role| context.word_or("role", role));
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
