//! What holds for the pages of the desk, beside what holds for every page.

use crate::render;
use crate::sample::{frame, pages};
use crate::style::Sheet;
use crate::tests::{attributes, compressed};
use crate::views::{
    Answer, CheckPage, ConfirmPage, DeskPage, FieldError, Page, Party, SignInPage, SignedIn,
};
use crate::words::{Language, Words};

/// The journey from the list to what is signed: bytes of three pages and their sheets, brotli.
const JOURNEY_MAX: usize = 40_000;

fn desk_pages() -> Vec<(&'static str, &'static str, Page)> {
    let mut pages = pages();
    pages.retain(|(name, ..)| name.starts_with("desk-"));
    assert!(pages.len() > 20, "the sample has the desk's pages");
    pages
}

fn each(check: impl Fn(&str, &str)) {
    for language in Language::ALL {
        for (name, path, page) in desk_pages() {
            let html = render(&frame(language, path), &page);
            check(&format!("{name} in {}", language.code()), &html);
        }
    }
}

fn html_of(page: DeskPage) -> String {
    render(
        &frame(Language::En, "desk/confirm/7ae1"),
        &Page::Desk(Box::new(page)),
    )
}

fn sample(name: &str, language: Language) -> String {
    let found = desk_pages().into_iter().find(|(known, ..)| *known == name);
    let (_, path, page) = found.expect("the sample has the page");
    render(&frame(language, path), &page)
}

/// The tags of a document with this name.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opens = format!("<{name} ");
    let found = html.split(&opens).skip(1);
    found.filter_map(|rest| rest.split('>').next()).collect()
}

/// An attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let opens = format!("{name}=\"");
    let at = tag.find(&opens)?;
    tag[at + opens.len()..].split('"').next()
}

#[test]
fn the_desk_is_shown_to_no_search_engine_and_to_no_preview() {
    each(|name, html| {
        assert!(html.contains("content=\"noindex\""), "{name}");
        for told in ["og:", "application/atom+xml", "x-default"] {
            assert!(!html.contains(told), "{name}: {told}");
        }
    });
}

#[test]
fn every_field_has_a_label_and_what_is_said_of_it_is_there() {
    each(|name, html| {
        let ids = attributes(html, "id");
        let labels: Vec<&str> = tags(html, "label")
            .iter()
            .filter_map(|tag| attribute(tag, "for"))
            .collect();
        let fields = tags(html, "input").into_iter();
        for field in fields.filter(|tag| !tag.contains("type=\"hidden\"")) {
            let id = attribute(field, " id").or_else(|| attribute(field, "id"));
            assert!(id.is_some_and(|id| labels.contains(&id)), "{name}: {field}");
        }
        for said in attributes(html, "aria-describedby") {
            for id in said.split(' ') {
                assert!(ids.contains(&id), "{name}: nothing has the id {id}");
            }
        }
    });
}

#[test]
fn every_problem_leads_to_its_field() {
    let mut found = 0;
    for (name, path, page) in desk_pages() {
        let html = render(&frame(Language::En, path), &page);
        let Some((_, list)) = html.split_once("class=\"problems\"") else {
            continue;
        };
        let list = list.split("</ul>").next().unwrap_or_default();
        let ids = |tag: &str| -> Vec<&str> {
            let found = tags(&html, tag).into_iter();
            found.filter_map(|tag| attribute(tag, "id")).collect()
        };
        // A way to the form that mends it is as good as a button.
        let (fields, buttons) = (ids("input"), [ids("button"), ids("a")].concat());
        for link in attributes(list, "href") {
            let id = link.strip_prefix('#').expect("it stays on the page");
            let is_button = buttons.contains(&id);
            assert!(is_button || fields.contains(&id), "{name}: no field {id}");
            // A button goes back to the field; a field has its problem beside it.
            let beside = html.contains(&format!("id=\"{id}-wrong\""));
            assert!(is_button || beside, "{name}: nothing beside {id}");
            found += 1;
        }
    }
    assert!(found > 10, "problems are found: {found}");
}

#[test]
fn forms_are_posted_to_the_desk_and_buttons_are_no_links() {
    each(|name, html| {
        for form in tags(html, "form") {
            assert_eq!(attribute(form, "method"), Some("post"), "{name}: {form}");
            let action = attribute(form, "action").unwrap_or_default();
            assert!(action.contains("/desk/"), "{name}: {action}");
        }
    });
}

#[test]
fn a_return_key_never_says_that_all_came() {
    let html = sample("desk-confirm-other", Language::En);
    let (_, other) = html
        .split_once("class=\"otherwise\"")
        .expect("the second form");
    let other = other.split("</form>").next().unwrap_or_default();
    assert!(other.contains("name=\"amount\"") && other.contains("name=\"last\""));
    assert!(!other.contains("value=\"all\""));
    assert_eq!(
        tags(&html, "button")
            .iter()
            .filter(|tag| tag.contains("value=\"all\""))
            .count(),
        1
    );
}

#[test]
fn what_was_answered_goes_along_to_be_signed_and_back() {
    let form = ConfirmPage {
        answer: Some(Answer::Other),
        amount: "12,5\"".to_owned(),
        last: true,
        occurred: "2019-08-27".to_owned(),
        reason: "so & so".to_owned(),
        once: "c2f1".to_owned(),
        ..ConfirmPage::default()
    };
    let html = html_of(DeskPage::Check(CheckPage {
        form,
        identity: "ab12".to_owned(),
        ..CheckPage::default()
    }));
    for carried in [
        "name=\"answer\" value=\"other\"",
        "name=\"amount\" value=\"12,5&quot;\"",
        "name=\"last\" value=\"yes\"",
        "name=\"occurred\" value=\"2019-08-27\"",
        "name=\"reason\" value=\"so &amp; so\"",
        "name=\"once\" value=\"c2f1\"",
    ] {
        assert_eq!(html.matches(carried).count(), 2, "{carried}");
    }
    assert_eq!(
        html.matches("name=\"text_identity\" value=\"ab12\"")
            .count(),
        1
    );
    assert_eq!(html.matches("name=\"back\" value=\"yes\"").count(), 1);
}

#[test]
fn a_refusal_of_the_ledger_stands_beside_the_field() {
    let html = html_of(DeskPage::Confirm(ConfirmPage {
        errors: vec![FieldError {
            field: "answer",
            code: "member-frozen",
        }],
        ..ConfirmPage::default()
    }));
    let words = Words::of(Language::En);
    assert!(html.contains(&words.say("form-refused")));
    assert!(html.contains(&words.say("refusal-member-frozen")));
}

#[test]
fn whoever_may_not_manage_people_is_not_led_there() {
    let people = "/en/desk/people\"";
    assert!(sample("desk-tasks", Language::En).contains(people));
    assert!(!sample("desk-tasks-look", Language::En).contains(people));
    assert!(!sample("desk-tasks-look", Language::En).contains("/desk/confirm/"));
}

#[test]
fn hostile_text_is_shown_as_text() {
    let attack = "\"><script>alert(1)</script>'&<b>";
    let who = SignedIn {
        account: attack.to_owned(),
        member: Party {
            name: attack.to_owned(),
            title: attack.to_owned(),
        },
        roles: vec![attack.to_owned(), "administer".to_owned()],
    };
    let form = ConfirmPage {
        who,
        purpose: attack.to_owned(),
        answer: Some(Answer::Other),
        amount: attack.to_owned(),
        occurred: attack.to_owned(),
        reason: attack.to_owned(),
        once: attack.to_owned(),
        ..ConfirmPage::default()
    };
    let check = CheckPage {
        form: form.clone(),
        text: attack.to_owned(),
        ..CheckPage::default()
    };
    let sign_in = SignInPage {
        account: attack.to_owned(),
        next: attack.to_owned(),
        ..SignInPage::default()
    };
    for page in [
        DeskPage::Confirm(form),
        DeskPage::Check(check),
        DeskPage::SignIn(sign_in),
    ] {
        let html = html_of(page);
        // Within an attribute's quotation marks only the mark itself means something.
        for forbidden in ["<script", "<b>"] {
            let text = html.replace("=\"&quot;><script>alert(1)</script>'&amp;<b>\"", "");
            assert!(!text.contains(forbidden), "{forbidden} in {text}");
        }
        assert!(!html.contains("&amp;lt;"), "nothing is escaped twice");
    }
}

#[test]
fn the_confirm_journey_keeps_to_its_weight() {
    for language in Language::ALL {
        let sheets: usize = [Sheet::Common, Sheet::Records, Sheet::Forms]
            .iter()
            .map(|sheet| compressed(sheet.body()))
            .sum();
        let pages: usize = ["desk-tasks", "desk-confirm", "desk-check-short"]
            .iter()
            .map(|name| compressed(&sample(name, language)))
            .sum();
        let weight = sheets + pages;
        assert!(weight <= JOURNEY_MAX, "{}: {weight} bytes", language.code());
    }
}

#[test]
fn a_key_that_the_server_holds_is_never_called_a_person() {
    let found = pages().into_iter().find(|(name, ..)| *name == "entry");
    let (_, path, page) = found.expect("the sample has an entry");
    let Page::Entry(mut entry) = page else {
        panic!("it is an entry")
    };
    let says = |entry: &crate::views::EntryPage| {
        render(
            &frame(Language::En, path),
            &Page::Entry(Box::new(entry.clone())),
        )
    };
    let (through, in_timeline) = (
        "Confirmed through the server",
        "confirmed through the server",
    );
    assert!(!says(&entry).contains(through) && !says(&entry).contains(in_timeline));
    entry.signatures[0].person = "server".to_owned();
    let step = entry.step.as_mut().expect("a step");
    step.events[1].signatures[0].person = "server".to_owned();
    let html = says(&entry);
    assert!(html.contains(through) && html.contains(in_timeline));
    assert!(!html.contains("person server") && !html.contains("<code>server</code>"));
}
