//! Members, programmes and entries where a page names them: always a link.

use leptos::prelude::*;

use crate::context::Context;
use crate::views::{EntryRef, Party, ProgrammeRef};

/// What a member is called.
pub(crate) fn party_text(party: &Party) -> String {
    let shown = if party.title.is_empty() {
        &party.name
    } else {
        &party.title
    };
    shown.clone()
}

/// A member.
pub(crate) fn party(context: Context, party: &Party) -> AnyView {
    view! { <a href=context.member(&party.name)>{party_text(party)}</a> }.into_any()
}

/// What a programme is called.
pub(crate) fn programme_text(programme: &ProgrammeRef) -> String {
    let shown = if programme.title.is_empty() {
        &programme.id
    } else {
        &programme.title
    };
    shown.clone()
}

/// A programme.
pub(crate) fn programme(context: Context, programme: &ProgrammeRef) -> AnyView {
    view! { <a href=context.programme(&programme.id)>{programme_text(programme)}</a> }.into_any()
}

/// Kinds of which an author writes one: beside the kind, its reference would say nothing.
const ONCE: [&str; 2] = ["genesis", "member-activate"];

/// The reference that tells an entry from others of its kind, where it has one.
fn reference(entry: &EntryRef) -> Option<&str> {
    let told = !entry.reference.is_empty() && !ONCE.contains(&entry.kind.as_str());
    told.then_some(entry.reference.as_str())
}

/// What an entry is called: its kind, and its author's reference where it has one.
pub(crate) fn entry_text(context: Context, entry: &EntryRef) -> String {
    let kind = context.word_or("kind", &entry.kind);
    let Some(reference) = reference(entry) else {
        return kind;
    };
    context.with(
        "entry-named",
        &[("kind", kind.into()), ("reference", reference.into())],
    )
}

/// An entry's name with its reference kept in one piece where the line has room for it.
pub(crate) fn entry_name(context: Context, entry: &EntryRef) -> AnyView {
    let kind = context.word_or("kind", &entry.kind);
    let Some(reference) = reference(entry) else {
        return kind.into_any();
    };
    let reference = view! { <span class="whole">{reference.to_owned()}</span> }.into_any();
    let pieces = vec![("kind", kind.into()), ("reference", reference.into())];
    context.rich("entry-named", pieces)
}

/// An entry.
pub(crate) fn entry(context: Context, entry: &EntryRef) -> AnyView {
    view! { <a href=context.entry(&entry.identity)>{entry_name(context, entry)}</a> }.into_any()
}
