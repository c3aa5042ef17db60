//! What a picture shows is what the page's data say: read back from the HTML.

use std::collections::BTreeMap;

use super::*;
use crate::render;
use crate::sample::{frame, pages};
use crate::views::{Bucket, EntryPage, FlowBy, Line, Minor, Page, ProgrammePage};
use crate::words::Language;

fn programme() -> (ProgrammePage, String) {
    let (_, path, page) = pages().swap_remove(2);
    let html = render(&frame(Language::En, path), &page);
    let Page::Programme(programme) = page else {
        panic!("the third page is a programme")
    };
    (*programme, html)
}

/// A picture's markup, from its title to what stands beneath it.
fn drawn<'a>(html: &'a str, id: &str) -> &'a str {
    let opens = format!("<title id=\"{id}-title\"");
    let (_, rest) = html.split_once(&opens).expect("the picture is there");
    let ends = ["<table", "<details", "<ol", "<ul"].map(|tag| rest.find(tag).unwrap_or(rest.len()));
    &rest[..ends.into_iter().min().unwrap_or(rest.len())]
}

/// The amounts that shapes of a class stand for, in their order: each says it at the end of its
/// title.
fn amounts(markup: &str, class: &str) -> Vec<Minor> {
    let opens = format!("<g class=\"seg {class}\"><title>");
    let shapes = markup.split(&opens).skip(1);
    shapes
        .map(|rest| {
            let title = rest.split("</title>").next().expect("a title ends");
            let amount = title.rsplit("PYG ").next().expect("an amount");
            amount.replace(',', "").parse().expect("minor units")
        })
        .collect()
}

#[test]
fn every_stream_is_a_term_of_its_level_and_they_add_up_to_the_line() {
    let (page, html) = programme();
    let (streams, bars) = drawn(&html, "flow")
        .split_once("</svg>")
        .expect("streams, bars");
    let mut too_small = 0;
    for term in standing::ENDS {
        let of = |line: &Line| standing::minor(term, line);
        let expected: Vec<Minor> = page.levels.iter().map(|row| of(&row.line)).collect();
        let found = amounts(streams, term.as_str());
        assert!(
            found.iter().all(|minor| expected.contains(minor)),
            "{term:?}"
        );
        let there = expected.iter().filter(|minor| **minor > 0).count();
        too_small += there - found.len();
        let end = amounts(bars, term.as_str());
        assert_eq!(
            end.iter().sum::<Minor>(),
            of(&page.line),
            "{}",
            term.as_str()
        );
    }
    // What is less than a line wide isn't drawn, and the page says what that is.
    let left: Vec<&str> = html.split("Too small to be drawn: ").skip(1).collect();
    let left = left[0].split(".</p>").next().expect("the list ends");
    assert_eq!((too_small, left.matches("PYG ").count()), (3, 3));
    let nation = &page.levels[0].line;
    for (what, minor) in [
        ("Left", nation.left),
        ("Not confirmed", nation.transit),
        ("Missing", nation.missing),
    ] {
        let said = format!("Nation, {what}: PYG {}", grouped(minor));
        assert!(left.contains(&said), "{said} in {left}");
    }
    let levels = amounts(bars, "level");
    assert_eq!((levels.len(), levels[0]), (3, page.line.came_in()));
    assert_eq!(amounts(streams, "trunk"), levels[1..]);
}

/// The markup with each text's lines in one.
fn without_lines(markup: &str) -> String {
    let parts = markup.split("<tspan").enumerate().map(|(at, part)| {
        let text = if at == 0 {
            Some(part)
        } else {
            part.split_once('>').map(|(_, text)| text)
        };
        text.unwrap_or_default().replace("</tspan>", "")
    });
    parts.collect()
}

fn grouped(minor: Minor) -> String {
    crate::format::amount(Language::En, minor, &programme().0.line.currency)
}

/// The same page with its flow split by place.
fn by_place(change: impl Fn(&mut ProgrammePage)) -> (ProgrammePage, String) {
    let (mut page, _) = programme();
    page.flow = FlowBy::Places;
    change(&mut page);
    let html = render(
        &frame(Language::En, "x"),
        &Page::Programme(Box::new(page.clone())),
    );
    (page, html)
}

#[test]
fn every_stream_to_a_place_is_its_part_of_the_tally_and_the_lost_are_streams_of_their_own() {
    let (page, html) = by_place(|_| ());
    let (streams, bars) = drawn(&html, "flow")
        .split_once("</svg>")
        .expect("streams, bars");
    let mut there: Vec<Minor> = page
        .places
        .iter()
        .map(|row| plan::there(&row.line))
        .collect();
    there.sort_unstable_by(|one, other| other.cmp(one));
    let others: Minor = there.split_off(9).into_iter().sum();
    there.push(others);
    assert_eq!(amounts(streams, "held"), there);
    assert_eq!(amounts(bars, "held"), there);
    for (class, whole) in [
        ("transit", page.line.transit),
        ("missing", page.line.missing),
    ] {
        assert_eq!(amounts(streams, class), [whole], "{class}");
        assert_eq!(amounts(bars, class), [whole], "{class}");
    }
    assert_eq!(amounts(bars, "level"), [page.line.came_in()]);
    let drawn: Minor = ["held", "transit", "missing"]
        .iter()
        .flat_map(|class| amounts(streams, class))
        .sum();
    assert_eq!(drawn, page.line.accounted_for(), "nothing is left out");
    // Who is one stream with others is named with its amount, and the table lists every place.
    let (_, table) = html
        .split_once("<table id=\"standing\"")
        .expect("the table");
    let (_, others) = html
        .split_once("<p class=\"meta\">9 others: ")
        .expect("the others");
    for (at, row) in page.places.iter().enumerate() {
        let name = standing::place_text(Context::new(Language::En), row);
        let there = grouped(plan::there(&row.line));
        let said = others.contains(&format!("{name}: PYG {there}"));
        assert_eq!(said, at < 9, "{name}: the sample's places grow");
        for term in [
            row.line.held,
            row.line.spent,
            row.line.transit,
            row.line.missing,
        ] {
            assert!(table.contains(&grouped(term)), "{name}");
        }
    }
    assert!(html.contains("href=\"/en/programmes/fonacide-2019#flow-head\""));
    assert!(
        html.contains("?flow=region&amp;page=2#members")
            || html.contains("?flow=region&page=2#members")
    );
}

#[test]
fn where_not_every_place_is_known_the_flow_is_by_level() {
    let (_, html) = by_place(|page| page.places.clear());
    assert!(html.contains(", level by level") && !html.contains("flow=region#"));
}

#[test]
fn long_names_of_places_are_whole_or_a_number_that_the_list_explains() {
    let long = |page: &mut ProgrammePage| {
        for row in &mut page.places {
            let Bucket::Region(name) = &mut row.place else {
                panic!("a region")
            };
            *name = format!("Gobierno Departamental de {name}");
        }
    };
    let (mut page, _) = by_place(long);
    page.flow = FlowBy::Levels;
    let html = render(&frame(Language::En, "x"), &Page::Programme(Box::new(page)));
    let markup = drawn(&html, "places");
    let texts = without_lines(markup);
    assert!(texts.contains(">Alto Paraguay ") && !texts.contains('…'));
    assert!(html.contains("“Gobierno Departamental de” is left out of the names."));
    // A number stands for a name on narrow screens, and the list beneath says for which.
    let (_, number) = markup
        .split_once("class=\"on narrow fine middle\"")
        .expect("a number");
    let (_, number) = number.split_once('>').expect("the text begins");
    let number = number.split('<').next().expect("the text ends");
    assert!(html.contains(&format!("<li class=\"narrow\"><b>{number}</b> ")));
}

#[test]
fn every_month_shows_what_its_row_says() {
    let (page, html) = programme();
    let markup = drawn(&html, "by-month");
    let of = |part: fn(&crate::views::TallyRow) -> Minor| -> Vec<Minor> {
        page.months.iter().map(part).collect()
    };
    assert_eq!(amounts(markup, "outline"), of(|row| row.sent));
    assert_eq!(amounts(markup, "received"), of(|row| row.received));
    assert_eq!(amounts(markup, "transit"), of(|row| row.transit));
    assert_eq!(amounts(markup, "missing"), of(|row| row.missing));
}

#[test]
fn tiles_add_up_to_the_line_and_the_table_lists_every_place() {
    let (page, html) = programme();
    let markup = drawn(&html, "places");
    let tiles = amounts(markup, "tile");
    assert_eq!(tiles.iter().sum::<Minor>(), page.line.accounted_for());
    let mut expected: Vec<Minor> = page
        .places
        .iter()
        .map(|row| row.line.accounted_for())
        .collect();
    expected.sort_unstable();
    for tile in &tiles {
        assert!(
            expected.contains(tile) || markup.contains("others"),
            "{tile}"
        );
    }
    let table = html
        .split("<table id=\"regions\"")
        .nth(1)
        .expect("the table");
    for row in &page.places {
        let name = standing::place_text(Context::new(Language::En), row);
        let standing =
            crate::format::amount(Language::En, row.line.accounted_for(), &row.line.currency);
        assert!(table.contains(&name) && table.contains(&standing), "{name}");
    }
}

fn entry() -> EntryPage {
    let Page::Entry(entry) = pages().swap_remove(5).2 else {
        panic!("the sixth page is an entry")
    };
    *entry
}

#[test]
fn the_chain_shows_its_links_and_leads_to_them() {
    let page = entry();
    let html = render(
        &frame(Language::En, "entries/1"),
        &Page::Entry(Box::new(page.clone())),
    );
    let markup = drawn(&html, "paid");
    let mut found: BTreeMap<&str, Vec<Minor>> = BTreeMap::new();
    for class in ["source", "received", "held", "spent"] {
        found.insert(class, amounts(markup, class));
    }
    assert_eq!(found["source"], [page.chain_up[0].amount]);
    assert_eq!(
        found["received"],
        [page.step.as_ref().expect("a step").row.sent]
    );
    assert_eq!(found["held"], [page.chain_down[0].amount]);
    let spent = [page.chain_down[1].amount, page.chain_down[2].amount];
    assert_eq!(found["spent"], spent);
    for link in page.chain_up.iter().chain(&page.chain_down) {
        let address = format!("href=\"/en/entries/{}\"", link.entry.identity);
        assert!(markup.contains(&address), "{address}");
    }
}

#[test]
fn where_there_is_nothing_there_is_no_picture() {
    let page = ProgrammePage::default();
    let html = render(&frame(Language::En, "x"), &Page::Programme(Box::new(page)));
    assert!(!html.contains("class=\"picture"));
    let mut page = entry();
    page.chain_down.clear();
    let html = render(&frame(Language::En, "x"), &Page::Entry(Box::new(page)));
    assert!(!html.contains("class=\"picture"));
}

#[test]
fn nothing_drawn_hides_from_a_reader_of_the_page() {
    let (_, html) = programme();
    for id in ["flow", "by-month", "places"] {
        let markup = drawn(&html, id);
        assert!(html.contains(&format!("aria-labelledby=\"{id}-title {id}-about\"")));
        assert!(!markup.contains("role=\"img\""), "{id}");
        for negative in ["width=\"-", "height=\"-", "x=\"-", "NaN"] {
            assert!(!markup.contains(negative), "{id}: {negative}");
        }
    }
}

#[test]
fn lengths_are_exact_and_short() {
    assert_eq!(
        [0, 7, 1_500, 2_780, 10_000].map(length),
        ["0%", "0.07%", "15%", "27.8%", "100%"]
    );
}

#[test]
fn a_picture_is_mirrored_where_words_run_from_the_right() {
    let (left, right) = (Across { mirrored: false }, Across { mirrored: true });
    assert_eq!(left.left(1_000, 500), "10%");
    assert_eq!(right.left(1_000, 500), "85%");
    assert_eq!((left.point(610), right.point(610)), (610, 390));
    assert_eq!(
        (left.ahead(20), right.ahead(20)),
        ("20".into(), "-20".into())
    );
}

#[test]
fn missing_money_shows_however_little_it_is() {
    let (mut page, _) = programme();
    for row in &mut page.levels {
        (row.line.held, row.line.missing) = (row.line.held + row.line.missing, 0);
    }
    page.levels[2].line.held -= 1;
    page.levels[2].line.missing = 1;
    let html = render(&frame(Language::En, "x"), &Page::Programme(Box::new(page)));
    let (streams, bars) = drawn(&html, "flow")
        .split_once("</svg>")
        .expect("streams, bars");
    assert_eq!(
        (amounts(streams, "missing"), amounts(bars, "missing")),
        (vec![1], vec![1])
    );
}

#[test]
fn every_bar_of_a_comparison_is_its_row() {
    let (_, path, page) = pages().swap_remove(3);
    let html = render(&frame(Language::En, path), &page);
    let Page::Compare(page) = page else {
        panic!("the fourth page is a comparison")
    };
    let (_, table) = html.split_once("<table id=\"compare\"").expect("the table");
    let of = |part: fn(&crate::views::CompareRow) -> Minor| -> Vec<Minor> {
        page.rows.iter().map(part).collect()
    };
    assert_eq!(amounts(table, "outline"), of(|row| row.sent));
    assert_eq!(amounts(table, "received"), of(|row| row.received));
    assert_eq!(amounts(table, "transit"), of(|row| row.line.transit));
    assert_eq!(amounts(table, "missing"), of(|row| row.line.missing));
    let markup = drawn(&html, "places");
    let sum: Minor = page.shares.iter().map(|row| row.line.accounted_for()).sum();
    assert_eq!(amounts(markup, "tile").iter().sum::<Minor>(), sum);
    assert!(markup.contains("others"), "the small ones are one tile");
}

#[test]
fn every_span_of_days_is_its_bucket() {
    let (page, html) = programme();
    for row in &page.hops {
        let markup = drawn(&html, &format!("days{}", row.tier));
        let (markup, _) = markup.split_once("<p").unwrap_or((markup, ""));
        let found: Vec<u64> = markup
            .split("<g class=\"seg received\"><title>")
            .skip(1)
            .map(|rest| {
                let title = rest.split("</title>").next().expect("a title ends");
                let count = title.rsplit(": ").next().expect("a count");
                count.replace(',', "").parse().expect("steps")
            })
            .collect();
        let there = row.hops.buckets.into_iter().filter(|steps| *steps > 0);
        assert_eq!(found, there.collect::<Vec<_>>());
        assert_eq!(found.iter().sum::<u64>(), row.hops.confirmed);
    }
    assert!(!page.hops.is_empty());
}
