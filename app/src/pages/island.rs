//! What the pages of islands hand over: words in the page's language, with their placeholders left open.

use ledger::entry::Kind;

use crate::context::Context;
use crate::islands::told::{Message, Words};
use crate::islands::why;
use crate::words::Value;

/// The words of an island.
pub(crate) fn words<M: Message>(context: Context) -> Words<M> {
    Words::new(|id, names| {
        let values: Vec<(&str, Value)> = names
            .iter()
            .map(|name| (*name, format!("{{{name}}}").into()))
            .collect();
        context.with(id, &values)
    })
}

/// The words of every reason for which a check may fail.
pub(crate) fn reasons(context: Context) -> String {
    words::<why::Word>(context).to_text()
}

/// What the kinds of entries are called: a line for each, its word in the ledger before its name.
pub(crate) fn kinds(context: Context) -> String {
    let name = |kind: &Kind| format!("{} {}", kind.word(), context.word_or("kind", kind.word()));
    let lines: Vec<String> = Kind::ALL.iter().map(|(kind, _)| name(kind)).collect();
    lines.join("\n")
}
