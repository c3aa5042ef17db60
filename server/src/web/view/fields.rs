//! An entry's fields as they stand in its text, each read by the form that its kind declares.

use super::lexicon::{Lexicon, Names};
use crate::web::member::role_words;
use app::views::{EntryRef, FieldValue, FieldView};
use ledger::Note;
use ledger::entry::Kind;
use ledger::field::{
    Amount, AmountOrZero, Attachment, Day, EnrolKey, Field, Identity, Moment, NodeCitation, Source,
};
use std::collections::BTreeSet;

/// The fields' names, forms and values, in the note's order.
fn lines(note: &Note) -> impl Iterator<Item = (&str, &'static str, &str)> {
    let specs = Kind::ALL
        .iter()
        .find(|(kind, _)| *kind == note.kind())
        .map(|(_, spec)| spec.fields);
    let lines = note.text().lines().skip(1);
    lines.filter_map(move |line| {
        let (name, value) = line.split_once(' ')?;
        let form = specs?.iter().find(|spec| spec.name == name)?.form;
        Some((name, form, value))
    })
}

/// Notes down whom the fields name.
pub(crate) fn names(note: &Note, names: &mut Names) {
    for (_, form, value) in lines(note) {
        match form {
            "member" => names.member(value),
            "programme" => names.programme(value),
            _ => {}
        }
    }
}

/// The entries that the fields cite.
pub(crate) fn cited(note: &Note) -> BTreeSet<Identity> {
    let cited = lines(note).filter_map(|(_, form, value)| match form {
        "identity" => Identity::parse(value).ok(),
        "node" => NodeCitation::parse(value).ok().map(|node| node.entry),
        "source" => Source::parse(value).ok().map(|source| source.node.entry),
        _ => None,
    });
    cited.collect()
}

/// The documents that the fields name.
pub(crate) fn attachments(note: &Note) -> Vec<Attachment> {
    let named = lines(note).filter(|(_, form, _)| *form == Attachment::FORM);
    named
        .filter_map(|(.., value)| Attachment::parse(value).ok())
        .collect()
}

/// The fields as the page shows them.
pub(crate) fn fields(
    note: &Note,
    lexicon: &Lexicon,
    entry: impl Fn(&Identity) -> EntryRef,
) -> Vec<FieldView> {
    let shown = lines(note).map(|(name, form, value)| {
        let read = read(form, value, lexicon, &entry);
        let value = read.unwrap_or_else(|| FieldValue::Text(value.to_owned()));
        FieldView {
            name: name.to_owned(),
            value,
        }
    });
    shown.collect()
}

fn enrolled(value: &str) -> Option<FieldValue> {
    let key = EnrolKey::parse(value).ok()?;
    let (_, public) = value.rsplit_once(' ')?;
    Some(FieldValue::Key {
        person: key.person.to_string(),
        roles: role_words(key.roles),
        public: public.to_owned(),
    })
}

fn read(
    form: &str,
    value: &str,
    lexicon: &Lexicon,
    entry: &impl Fn(&Identity) -> EntryRef,
) -> Option<FieldValue> {
    Some(match form {
        "amount" => FieldValue::Amount(Amount::parse(value).ok()?.minor()),
        "amount-or-zero" => FieldValue::Amount(AmountOrZero::parse(value).ok()?.minor()),
        "day" => FieldValue::Day(Day::parse(value).ok()?.date()),
        "time" => FieldValue::Time(Moment::parse(value).ok()?.seconds()),
        "member" => FieldValue::Member(lexicon.party(value)),
        "programme" => FieldValue::Programme(lexicon.programme(value)),
        "identity" => FieldValue::Entry(entry(&Identity::parse(value).ok()?), None),
        "node" => FieldValue::Entry(entry(&NodeCitation::parse(value).ok()?.entry), None),
        "source" => {
            let source = Source::parse(value).ok()?;
            FieldValue::Entry(entry(&source.node.entry), Some(source.amount.minor()))
        }
        "enrolled-key" => enrolled(value)?,
        "attachment" | "commitment" | "key-id" | "ledger" | "public-key" => {
            FieldValue::Code(value.to_owned())
        }
        _ => return None,
    })
}
