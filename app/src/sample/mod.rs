//! Pages with made-up data for tests and for the gallery: fictitious `.example` members around
//! the sums of a real year (FONACIDE 2019, Paraguay), whose receipts are invented.

mod after;
mod books;
mod desk;
mod drafts;
mod entry;
mod evidence;
mod findings;
mod member;
mod members;
mod mirror;
mod money;
mod names;
mod questions;
mod sheets;
mod telling;
mod year_end;

use chrono::NaiveDate;

use app::views::*;
use app::words::Language;
use books::*;
use entry::{entry_page, plain_entry};
#[cfg(test)]
pub(crate) use findings::many_findings;
use findings::*;
use member::*;
use mirror::mirror_page;
use money::*;
use names::*;

/// 2019-12-31T00:00:00Z, the day at which the sample stands.
const END: Seconds = 1_577_750_400;
const DAY: Seconds = 86_400;

/// A frame with everything in it that a frame can say.
pub(crate) fn frame(language: Language, path: &str) -> Frame {
    Frame {
        language,
        path: path.to_owned(),
        base_url: "https://ledger.example".to_owned(),
        origin: "fonacide.example/5f0c19e2a4b7d386".to_owned(),
        simulated: true,
        ledger_time: Some(END),
        entries: 12_408,
        checkpoint: Some(CheckpointView {
            size: 12_408,
            root: "o15GqQWz".to_owned(),
        }),
        notices: vec![Notice::KeptByOneParty],
        boots: Boots::default(),
    }
}

/// Every page: a name for its file, its address behind the language, and its data.
pub(crate) fn pages() -> Vec<(&'static str, &'static str, Page)> {
    let mut pages = public_pages();
    pages.extend(desk::pages());
    pages
}

fn public_pages() -> Vec<(&'static str, &'static str, Page)> {
    vec![
        ("home", "", Page::Home(home())),
        ("home-empty", "", Page::Home(HomePage::default())),
        (
            "programme",
            "programmes/fonacide-2019",
            Page::Programme(Box::new(programme_page())),
        ),
        (
            "compare",
            "programmes/fonacide-2019/compare?of=2",
            Page::Compare(Box::new(compare_page())),
        ),
        (
            "member",
            "members/caazapa.example/gobernacion",
            Page::Member(Box::new(member_page())),
        ),
        ("entry", "entries/7ae1", Page::Entry(Box::new(entry_page()))),
        (
            "entry-plain",
            "entries/9c44",
            Page::Entry(Box::new(plain_entry())),
        ),
        (
            "verify",
            "verify/7ae1",
            Page::Verify(Box::new(verify_page())),
        ),
        (
            "total",
            "programmes/fonacide-2019/verify",
            Page::Total(Box::new(total_page())),
        ),
        ("verify-files", "verify", Page::Verify(Box::default())),
        ("findings", "findings", Page::Findings(findings_page())),
        (
            "findings-none",
            "findings?code=late-hop",
            Page::Findings(no_findings()),
        ),
        ("search", "search?q=caaz", Page::Search(search_page())),
        (
            "search-none",
            "search?q=zz",
            Page::Search(SearchPage {
                query: "zz".to_owned(),
                ..SearchPage::default()
            }),
        ),
        (
            "finding",
            "findings/8123-0-receipt-short",
            Page::Finding(Box::new(finding_page())),
        ),
        ("books", "books", Page::Books(Box::new(books_page()))),
        ("glossary", "glossary", Page::Glossary),
        ("about", "about", Page::About),
        ("status", "status", Page::Status(Box::new(status_page()))),
        ("mirror", "mirror", Page::Mirror(Box::new(mirror_page()))),
        ("accessibility", "accessibility", Page::Accessibility),
        ("gone", "style/old.css", Page::Gone),
        ("read-only", "entries", Page::Problem(read_only())),
        ("not-found", "nowhere", Page::NotFound),
        ("busy", "entries", Page::Problem(busy())),
        ("too-many", "desk/sign-in", Page::Problem(too_many())),
        ("problem", "findings?page=x", Page::Problem(problem())),
        (
            "failure",
            "",
            Page::Failure(FailurePage {
                request_id: "01J9Z3-7F".to_owned(),
            }),
        ),
        (
            "programme-places",
            "programmes/fonacide-2019?flow=region",
            Page::Programme(Box::new(ProgrammePage {
                flow: FlowBy::Places,
                ..programme_page()
            })),
        ),
    ]
}

/// The page that checks a programme's total.
pub(crate) fn total_page() -> TotalPage {
    let (programme, verify) = (programme_page(), verify_page());
    TotalPage {
        programme: programme.programme,
        entries: 16_215,
        line: programme.line,
        months: programme.months,
        trust: verify.trust,
        vkey: verify.vkey,
    }
}
