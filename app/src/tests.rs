//! What holds for every page in every language.

use std::io::Write;

use crate::render;
use crate::sample::{frame, pages};
use crate::style::Sheet;
use crate::views::{FindingView, FindingsPage, MemberPage, Page, Party, ProgrammeRef};
use crate::words::Language;

/// The quality at which the server compresses pages: what is weighed is what is sent.
const SERVED_QUALITY: u32 = 6;

/// HTML and style sheet of a public page, brotli, in bytes: design section 7.
const WEIGHT_MAX: usize = 14_000;

fn each(check: impl Fn(&str, &str)) {
    for language in Language::ALL {
        for (name, path, page) in pages() {
            let html = render(&frame(language, path), &page);
            check(&format!("{name} in {}", language.code()), &html);
        }
    }
}

/// Panics with the page's name where `found` is in the document.
fn refuse(name: &str, html: &str, found: &str) {
    assert!(!html.contains(found), "{name}: {found} in the document");
}

#[test]
fn every_page_is_a_whole_document_without_a_missing_word() {
    each(|name, html| {
        assert!(html.starts_with("<!DOCTYPE html><html lang="), "{name}");
        assert!(html.ends_with("</html>"), "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}: one title");
        assert_eq!(html.matches("<main ").count(), 1, "{name}: one main part");
        for mark in ["⟦", "{$", "{ $", "\u{FDD0}", "\u{FDD1}"] {
            refuse(name, html, mark);
        }
    });
}

#[test]
fn no_page_has_a_script_or_an_inline_style() {
    each(|name, html| {
        for forbidden in [
            "<script",
            "<style",
            " style=\"",
            " onclick",
            " onload",
            "javascript:",
            "src=\"",
        ] {
            refuse(name, html, forbidden);
        }
    });
}

#[test]
fn every_page_says_that_receipts_are_simulated_only_where_they_are() {
    for language in Language::ALL {
        let words = crate::words::Words::of(language).say("notice-simulated");
        for (name, path, page) in pages() {
            let mut frame = frame(language, path);
            assert!(render(&frame, &page).contains(&words), "{name}");
            frame.simulated = false;
            assert!(!render(&frame, &page).contains(&words), "{name}");
        }
    }
}

#[test]
fn ids_are_unique_and_what_names_a_part_is_there() {
    each(|name, html| {
        let ids = attributes(html, "id");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{name}: an id stands twice");
        for label in attributes(html, "aria-labelledby")
            .iter()
            .flat_map(|ids| ids.split(' '))
        {
            assert!(once.contains(&label), "{name}: nothing has the id {label}");
        }
    });
}

pub(crate) fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opens = format!(" {name}=\"");
    html.split(&opens)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn headings_lead_down_a_level_at_a_time() {
    each(|name, html| {
        let mut before = 0;
        for rest in html.split("<h").skip(1) {
            let level = rest.as_bytes()[0].wrapping_sub(b'0');
            if (1..=6).contains(&level) {
                assert!(level <= before + 1, "{name}: h{level} after h{before}");
                before = level;
            }
        }
    });
}

#[test]
fn pages_with_their_sheet_keep_to_the_weight() {
    each(|name, html| {
        let weight = weight(html);
        assert!(weight <= WEIGHT_MAX, "{name}: {weight} bytes");
    });
}

/// As many findings as the server shows on a page, each with identities of its own.
#[test]
fn a_full_page_of_findings_keeps_to_the_weight() {
    const ROWS: u64 = 40;
    for language in Language::ALL {
        let page = Page::Findings(crate::sample::many_findings(ROWS));
        let html = render(&frame(language, "findings"), &page);
        assert_eq!(html.matches("<article").count(), 40);
        let weight = weight(&html);
        assert!(weight <= WEIGHT_MAX, "{}: {weight} bytes", language.code());
    }
}

/// A page with the sheets that it links.
fn weight(html: &str) -> usize {
    let linked = Sheet::ALL
        .into_iter()
        .filter(|sheet| html.contains(sheet.path()));
    let sheets: Vec<usize> = linked.map(|sheet| compressed(sheet.body())).collect();
    assert!(sheets.len() > 1, "a page links its sheets");
    compressed(html) + sheets.iter().sum::<usize>()
}

pub(crate) fn compressed(text: &str) -> usize {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 4096, SERVED_QUALITY, 22);
        writer
            .write_all(text.as_bytes())
            .expect("a vector takes every byte");
    }
    out.len()
}

#[test]
fn hostile_text_is_shown_as_text() {
    let attack = "\"><script>alert(1)</script>'&<b>";
    let party = Party {
        name: attack.to_owned(),
        title: attack.to_owned(),
    };
    let finding = FindingView {
        payer: Some(party.clone()),
        payee: Some(party.clone()),
        programme: ProgrammeRef {
            id: attack.to_owned(),
            title: attack.to_owned(),
        },
        ..FindingView::default()
    };
    let member = MemberPage {
        member: party.clone(),
        function: attack.to_owned(),
        region: attack.to_owned(),
        house: attack.to_owned(),
        parent: Some(party),
        findings: vec![finding.clone()],
        ..MemberPage::default()
    };
    let mut list = FindingsPage {
        findings: vec![finding],
        ..FindingsPage::default()
    };
    list.filter.member = Some(attack.to_owned());
    list.filter.programme = Some(attack.to_owned());
    let mut frame = frame(Language::En, "members/\"><script>");
    frame.origin = attack.to_owned();
    for page in [Page::Member(Box::new(member)), Page::Findings(list)] {
        let html = render(&frame, &page);
        for forbidden in ["<script", "<b>"] {
            refuse("a hostile page", &html, forbidden);
        }
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }
}

#[test]
fn what_is_open_is_missing_after_the_last_word_and_waited_for_before() {
    let (_, path, page) = pages().swap_remove(5);
    let Page::Entry(mut entry) = page else {
        panic!("the sixth page is an entry")
    };
    let says = |entry: &crate::views::EntryPage| {
        render(
            &frame(Language::En, path),
            &Page::Entry(Box::new(entry.clone())),
        )
    };
    let waiting = "waits for the receiver";
    let missing = "is missing: it was sent";
    assert!(says(&entry).contains(waiting) && !says(&entry).contains(missing));
    entry.step.as_mut().expect("a step").row.state = crate::views::StepState::Short;
    assert!(!says(&entry).contains(waiting) && says(&entry).contains(missing));
}

#[test]
fn a_page_is_the_same_whenever_it_is_made() {
    for (name, path, page) in pages() {
        let frame = frame(Language::Es, path);
        assert_eq!(render(&frame, &page), render(&frame, &page), "{name}");
    }
}

#[test]
fn the_bar_and_the_table_show_the_same_figures() {
    let (_, path, home) = pages().swap_remove(0);
    let html = render(&frame(Language::En, path), &home);
    // Once in the bar's description, once in the table.
    for figure in [
        "344,190,504,534",
        "61,204,118,220",
        "10,522,372,106",
        "7,915,330,008",
        "2,318,760,441",
    ] {
        assert!(
            html.contains(&format!("PYG {figure}")),
            "{figure} in the bar"
        );
        assert!(
            html.contains(&format!("<td class=\"num\">{figure}<")),
            "{figure} in the table"
        );
    }
}
