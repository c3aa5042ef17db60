//! Every language says everything, with the same placeholders; the code asks for nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use ledger::entry::Kind;
use ledger::field::{Basis, Direction, Function, Payees, Role, Vote};
use ledger::{CATALOGUE, Refusal};

use super::*;
use crate::views::{FindingCode, Wanted};

/// What a note is refused with before any rule is asked.
const NOTE_CODES: [&str; 7] = [
    "malformed",
    "kind-unknown",
    "version-unknown",
    "note-too-long",
    "signature-lines",
    "signature-invalid",
    "key-unknown",
];

/// Ids that the code puts together from a part and a word of the ledger.
/// Each of these is held to the ledger or to a page by a test of its own.
const PUT_TOGETHER: [&str; 18] = [
    "after-",
    "draft-meaning-",
    "sheet-",
    "term-",
    "finding-",
    "basis-",
    "refusal-",
    "function-",
    "kind-",
    "field-",
    "role-",
    "glossary-",
    "severity-",
    "form-",
    "deed-",
    "may-",
    "value-",
    "wanted-",
];

/// The messages of a language: id to its placeholders, each once for every branch it stands in.
fn catalogue(language: Language) -> BTreeMap<String, Vec<String>> {
    let resource = parser::parse(language.source()).expect("the catalogue parses whole");
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut used = Vec::new();
        let value = message.value.expect("a message has a value");
        placeholders(&value, &mut used);
        let before = messages.insert(message.id.name.to_owned(), used);
        assert!(
            before.is_none(),
            "{} stands twice in {}",
            message.id.name,
            language.code()
        );
    }
    messages
}

fn placeholders(pattern: &Pattern<&str>, used: &mut Vec<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => variable(inline, used),
            Expression::Select { selector, variants } => {
                variable(selector, used);
                variants
                    .iter()
                    .for_each(|variant| placeholders(&variant.value, used));
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, used: &mut Vec<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        used.push(id.name.to_owned());
    }
}

fn set(used: &[String]) -> BTreeSet<&String> {
    used.iter().collect()
}

#[test]
fn every_language_has_every_message_with_the_same_placeholders() {
    let english = catalogue(Language::En);
    for language in Language::ALL {
        let other = catalogue(language);
        assert_eq!(
            english.keys().collect::<Vec<_>>(),
            other.keys().collect::<Vec<_>>(),
            "{}",
            language.code()
        );
        for (id, used) in &english {
            assert_eq!(
                set(used),
                set(&other[id]),
                "placeholders of {id} in {}",
                language.code()
            );
        }
    }
}

#[test]
fn what_becomes_markup_stands_once_in_a_message() {
    // Counts are plain numbers and may stand in several branches.
    const COUNTS: [&str; 5] = ["count", "days", "allowed", "programmes", "max"];
    for language in Language::ALL {
        for (id, used) in catalogue(language) {
            let marked: Vec<_> = used
                .iter()
                .filter(|name| !COUNTS.contains(&name.as_str()))
                .collect();
            let once: BTreeSet<_> = marked.iter().collect();
            let plural = [
                "members-caption",
                "compare-caption",
                "busy-retry",
                "drafts-sheet-row",
                "sheet-meaning",
                "sheet-apart-meaning",
            ]
            .contains(&id.as_str());
            assert!(
                plural || marked.len() == once.len(),
                "{id} in {} repeats a placeholder",
                language.code()
            );
        }
    }
}

/// Everything in quotation marks in this package's source that looks like a message id.
fn quoted_ids(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the source folder is there") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            quoted_ids(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            let quoted = text.split('"').skip(1).step_by(2);
            found.extend(quoted.filter(|id| looks_like_an_id(id)).map(str::to_owned));
        }
    }
}

fn looks_like_an_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// The ids handed to `t`, `with`, `rich` and `say` as they stand.
fn asked_ids(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the source folder is there") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            asked_ids(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text: String = fs::read_to_string(&path)
                .expect("a readable file")
                .split_whitespace()
                .collect();
            for call in ["context.t(\"", "context.with(\"", "context.rich(\""] {
                found.extend(
                    text.split(call)
                        .skip(1)
                        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())),
                );
            }
        }
    }
}

fn source() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn the_code_asks_only_for_what_is_there() {
    let english = catalogue(Language::En);
    let mut asked = BTreeSet::new();
    asked_ids(&source(), &mut asked);
    assert!(
        asked.len() > 100,
        "the search finds the calls: {}",
        asked.len()
    );
    for id in asked {
        assert!(english.contains_key(&id), "{id} is not in the catalogue");
    }
}

#[test]
fn nothing_in_the_catalogue_is_left_over() {
    let mut quoted = BTreeSet::new();
    quoted_ids(&source(), &mut quoted);
    for id in catalogue(Language::En).keys() {
        let known = quoted.contains(id) || PUT_TOGETHER.iter().any(|part| id.starts_with(part));
        assert!(known, "nothing uses {id}");
    }
}

/// What the catalogue has under a part, without the part.
fn words_under(part: &str) -> BTreeSet<String> {
    let catalogue = catalogue(Language::En);
    catalogue
        .keys()
        .filter_map(|id| id.strip_prefix(part))
        .map(str::to_owned)
        .collect()
}

fn owned<'a>(words: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

#[test]
fn every_kind_and_field_of_the_ledger_has_its_word_and_no_other() {
    let kinds = Kind::ALL.iter().map(|(kind, _)| kind.word());
    assert_eq!(words_under("kind-"), owned(kinds));
    let fields = Kind::ALL
        .iter()
        .flat_map(|(_, spec)| spec.fields)
        .map(|field| field.name);
    let mut fields = owned(fields);
    // A key's line names its person.
    fields.insert("person".to_owned());
    assert_eq!(words_under("field-"), fields);
}

#[test]
fn every_role_of_the_ledger_has_its_word_and_no_other() {
    assert_eq!(
        words_under("role-"),
        owned(Role::ALL.iter().map(|(_, word)| *word))
    );
}

#[test]
fn whatever_an_address_may_hold_has_its_words_and_no_other() {
    assert_eq!(words_under("wanted-"), owned(Wanted::ALL.map(Wanted::word)));
}

#[test]
fn every_word_that_a_field_may_hold_has_its_own_and_no_other() {
    let mut words = words_under("value-");
    assert!(words.remove("threshold"), "an amount and a count");
    let held = [
        Vote::For.word(),
        Vote::Against.word(),
        Direction::Supplement.word(),
        Direction::Cut.word(),
        Payees::Any.word(),
        Payees::Tree.word(),
    ];
    assert_eq!(words, owned(held));
    let functions = [
        Function::Auditor,
        Function::Bank,
        Function::Finance,
        Function::Office,
        Function::Operator,
    ];
    assert_eq!(
        words_under("function-"),
        owned(functions.map(Function::word))
    );
    let bases = [Basis::Cash, Basis::Limit];
    assert_eq!(words_under("basis-"), owned(bases.map(Basis::word)));
}

#[test]
fn every_finding_of_the_ledger_has_its_words() {
    let codes = owned(CATALOGUE.iter().map(|entry| entry.word));
    assert_eq!(codes, owned(FindingCode::ALL.map(FindingCode::as_str)));
    let words = words_under("finding-");
    for code in &codes {
        assert!(
            words.contains(code)
                && words.contains(&format!("says-{code}"))
                && words.contains(&format!("formula-{code}"))
                && words.contains(&format!("closes-{code}")),
            "{code}"
        );
        assert!(words_under("glossary-is-").contains(code), "{code}");
    }
}

#[test]
fn the_glossary_says_every_word_of_the_catalogue_and_no_other() {
    let page: BTreeSet<String> = crate::pages::glossary::WORDS
        .iter()
        .flat_map(|(_, words)| words.iter().map(|word| (*word).to_owned()))
        .collect();
    let mut meanings = words_under("glossary-is-");
    for code in FindingCode::ALL {
        meanings.remove(code.as_str());
    }
    assert_eq!(meanings, page);
    let names = words_under("glossary-");
    for word in &page {
        assert!(names.contains(word), "{word} has no name");
    }
}

/// Words of docs/GLOSSARY.md for those who build or run a ledger: a citizen meets none of them.
const NOT_FOR_CITIZENS: [&str; 23] = [
    "Desk",
    "Account",
    "Ministry",
    "finance bureau",
    "Maker",
    "checker",
    "Beneficiary",
    "`occurred`",
    "`time`",
    "`recorded_at`",
    "scheme",
    "Effect",
    "As of",
    "Allotment",
    "Commitment",
    "expense refund",
    "Disbursement",
    "Acknowledgement",
    "Uncollected",
    "unfreeze",
    "Leg",
    "Node",
    "Reconciliation",
];

#[test]
fn the_glossary_has_the_words_of_the_document() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/GLOSSARY.md");
    let document = fs::read_to_string(path).expect("the glossary is there");
    let words = Words::of(Language::En);
    let said: BTreeSet<String> = crate::pages::glossary::WORDS
        .iter()
        .flat_map(|(_, all)| all.iter())
        .map(|word| words.say(&format!("glossary-{word}")).to_lowercase())
        .collect();
    // A document's word stands at the beginning of the page's, or the page's at its beginning.
    let known = |word: &str| {
        said.iter()
            .any(|said| said.starts_with(word) || word.starts_with(said.as_str()))
    };
    for row in document.lines().filter(|line| line.starts_with("| **")) {
        let cell = row.split('|').nth(1).unwrap_or_default();
        for word in cell.split("**").skip(1).step_by(2) {
            let other = [
                "Tier",
                "Index",
                "Ref",
                "Tick",
                "Receipt correction",
                "Bounce",
                "Programme and year",
            ];
            if NOT_FOR_CITIZENS.contains(&word) || other.contains(&word) {
                continue;
            }
            assert!(known(&word.to_lowercase()), "{word} is not in the glossary");
        }
    }
}

#[test]
fn every_refusal_of_the_ledger_has_its_words() {
    let words = words_under("refusal-");
    for code in Refusal::CODES.iter().copied().chain(NOTE_CODES) {
        assert!(words.contains(code), "nothing says {code}");
    }
}

/// What is wrong with a form of the desk, beside the ledger's own refusals.
const FORM_CODES: [&str; 119] = [
    "account-missing",
    "account-taken",
    "account-unreadable",
    "address-soon",
    "address-unreadable",
    "amount-missing",
    "amount-too-many-digits",
    "amount-unreadable",
    "amount-zero",
    "answer-missing",
    "changed",
    "code-missing",
    "code-wrong",
    "count-missing",
    "count-unreadable",
    "day-missing",
    "device-gone",
    "device-key-foreign",
    "device-key-unreadable",
    "device-roles",
    "device-unsigned",
    "document-gone",
    "document-kind",
    "document-too-large",
    "document-unreadable",
    "documents-too-many",
    "draft-changed",
    "draft-gone",
    "draft-invited",
    "draft-own",
    "draft-spent",
    "drafts-too-many",
    "due-before",
    "function-missing",
    "held-key-forbidden",
    "hook-https",
    "hook-many",
    "hook-missing",
    "hook-private",
    "hook-unreadable",
    "hour-unreadable",
    "house-unreadable",
    "invitation-gone",
    "invitation-not-waiting",
    "key-not-held",
    "member-unreadable",
    "occurred-before-sent",
    "occurred-future",
    "occurred-missing",
    "occurred-unreadable",
    "own-key-needed",
    "parent-unknown",
    "parent-unreadable",
    "passkey-not-made",
    "passkey-wrong",
    "password-common",
    "password-long",
    "password-missing",
    "password-short",
    "payee-accounts",
    "payee-missing",
    "payee-own",
    "payee-unknown",
    "programme-missing",
    "provider-away",
    "provider-not-linked",
    "provider-wrong",
    "purpose-unreadable",
    "question-answered",
    "questions-too-many",
    "reason-missing",
    "reason-unreadable",
    "ref-drafted",
    "ref-missing",
    "ref-unreadable",
    "ref-used",
    "refused",
    "region-unreadable",
    "role-other",
    "roles-missing",
    "sent-missing",
    "sheet-busy",
    "sheet-column-amount",
    "sheet-column-payee",
    "sheet-column-twice",
    "sheet-empty",
    "sheet-failed",
    "sheet-missing",
    "sheet-own-keys",
    "sheet-spent",
    "sheet-too-large",
    "sheet-too-many-rows",
    "sheet-unreadable",
    "sheet-unsound",
    "sheets-too-many",
    "shown-gone",
    "sign-in-wrong",
    "signature-wrong",
    "source-missing",
    "signed-missing",
    "signed-none",
    "signed-too-large",
    "signed-wrong",
    "sum-beyond",
    "sum-missing",
    "sum-most",
    "sum-over",
    "sum-scattered",
    "sum-zero",
    "tier-unreadable",
    "title-unreadable",
    "total-missing",
    "vote-missing",
    "wait",
    "way-missing",
    "what-missing",
    "words-long",
    "words-missing",
    "words-unreadable",
];

#[test]
fn every_problem_of_a_form_has_its_words_and_no_other() {
    let mut words = words_under("form-");
    // What stands around a problem's words.
    for frame in ["problems", "title-wrong", "wrong"] {
        assert!(words.remove(frame), "{frame}");
    }
    assert_eq!(words, owned(FORM_CODES));
}

#[test]
fn every_deed_and_every_role_of_the_desk_has_its_words_and_no_other() {
    let deeds = [
        "answered",
        "asked",
        "closed",
        "confirmed",
        "deleted",
        "drafted",
        "device-enrolled",
        "device-offered",
        "device-refused",
        "device-revoked",
        "invitation-confirmed",
        "hook-added",
        "hook-removed",
        "invited",
        "issued",
        "joined",
        "member-amended",
        "member-proposed",
        "member-voted",
        "passkey-added",
        "passkey-removed",
        "provider-linked",
        "provider-unlinked",
        "put-off",
        "sent-back",
        "sheet-drafted",
        "sheet-issued",
        "sign-in-failed",
        "signed",
        "signed-in",
        "signed-out",
        "signed-out-everywhere",
        "withdrawn",
    ];
    assert_eq!(words_under("deed-"), owned(deeds));
    let roles = Role::ALL.iter().map(|(_, word)| *word);
    // The clock is kept by the operator's program, and by nobody at a desk.
    assert_eq!(
        words_under("may-"),
        owned(roles.filter(|word| *word != "clock"))
    );
}

#[test]
fn counts_choose_the_plural_and_are_grouped() {
    let say = |language, count: u64| {
        Words::of(language).with("programme-findings", &[("count", count.into())])
    };
    assert_eq!(say(Language::En, 1), "one open finding");
    assert_eq!(say(Language::En, 12_345), "12,345 open findings");
    assert_eq!(say(Language::Es, 12_345), "12.345 hallazgos abiertos");
    assert_eq!(say(Language::Zh, 1), "1件未结待核事项");
}

#[test]
fn a_value_never_becomes_part_of_the_message() {
    let said = Words::of(Language::En).with(
        "bar-part",
        &[("what", "{ $amount }".into()), ("amount", "7".into())],
    );
    assert_eq!(said, "{ $amount }: 7");
}

#[test]
fn an_unknown_message_shows_its_id() {
    assert_eq!(
        Words::of(Language::Zh).say("no-such-message"),
        "⟦no-such-message⟧"
    );
}
