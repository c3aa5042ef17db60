//! The sample's year at its end: what is left of it, and every answer that it can have.

use super::desk::{Pages, who, words, wrong};
use super::drafts::{allocation, approve, held as held_key, row};
use super::*;

pub(super) fn pages() -> Pages {
    let (list, one) = ("desk/year-end", "desk/year-end/fonacide-2019");
    vec![
        ("desk-years", list, DeskPage::YearEnds(years())),
        (
            "desk-years-none",
            list,
            DeskPage::YearEnds(YearEndsPage {
                who: clerk(),
                ..YearEndsPage::default()
            }),
        ),
        ("desk-year", one, DeskPage::YearEnd(form())),
        ("desk-year-wrong", one, DeskPage::YearEnd(form_wrong())),
        ("desk-year-runs", one, DeskPage::YearEnd(runs())),
        ("desk-year-nothing", one, DeskPage::YearEnd(nothing())),
        ("desk-year-check", one, DeskPage::YearEndCheck(check())),
        ("desk-year-late", one, DeskPage::YearEndCheck(late())),
        (
            "desk-year-draft",
            "desk/drafts/c2f1d7a0",
            DeskPage::Draft(DraftPage {
                allocation: surrender(),
                ..approve()
            }),
        ),
    ]
}

fn clerk() -> SignedIn {
    SignedIn {
        roles: words(&["confirm", "pay"]),
        ..who()
    }
}

fn year() -> YearRow {
    YearRow {
        programme: fonacide(),
        currency: pyg(),
        ends: on(12, 31),
        over: true,
        closed: false,
        held: 391_206_118,
        drafted: 52_000_000,
    }
}

fn next() -> ProgrammeRef {
    ProgrammeRef {
        id: "fonacide-2020".to_owned(),
        title: "Fondo Nacional de Inversión Pública y Desarrollo 2020".to_owned(),
    }
}

fn years() -> YearEndsPage {
    YearEndsPage {
        who: clerk(),
        years: vec![
            year(),
            YearRow {
                programme: meals(),
                closed: true,
                over: false,
                held: 1_200_000,
                drafted: 0,
                ..year()
            },
            YearRow {
                programme: next(),
                over: false,
                drafted: 0,
                ..year()
            },
        ],
    }
}

fn place(seed: u64, kind: &'static str, held: Minor) -> HeldPlace {
    HeldPlace {
        citation: format!("{}/0", identity(seed)),
        identity: identity(seed),
        kind,
        from: ministry(),
        occurred: on(3, 12),
        held,
        free: held,
        carried: false,
    }
}

fn way(into: Option<ProgrammeRef>, most: Minor) -> LeaveWay {
    LeaveWay {
        value: into
            .as_ref()
            .map_or("surrender".to_owned(), |into| format!("into-{}", into.id)),
        into,
        most,
        refusal: None,
    }
}

fn form() -> YearEndPage {
    let places = vec![
        place(201, "transfer", 300_000_000),
        HeldPlace {
            free: 9_206_118,
            carried: true,
            ..place(202, "transfer", 21_206_118)
        },
        place(203, "carry-over", 30_000_000),
        place(204, "appropriation", 40_000_000),
    ];
    YearEndPage {
        who: clerk(),
        year: year(),
        carrying: 40_000_000,
        surrendering: 0,
        drafts: vec![DraftRow {
            kind: "carry-over",
            into: Some(next()),
            ..row(2, DraftStand::Waiting)
        }],
        ticked: places
            .iter()
            .take(2)
            .map(|place| place.citation.clone())
            .collect(),
        places,
        paging: Paging {
            page: 1,
            size: 16,
            total: 18,
        },
        ways: vec![way(Some(next()), 330_000_000), way(None, 339_206_118)],
        once: "0f".repeat(16),
        occurred: "2019-12-31".to_owned(),
        ..YearEndPage::default()
    }
}

fn form_wrong() -> YearEndPage {
    YearEndPage {
        ticked: Vec::new(),
        amount: "400.000.000".to_owned(),
        most: Some(309_206_118),
        errors: vec![
            wrong("source", "source-missing"),
            wrong("what", "way-missing"),
            wrong("amount", "sum-most"),
            wrong("occurred", "day-missing"),
            wrong("reason", "reason-missing"),
        ],
        ..form()
    }
}

/// The year runs: nothing is carried over before its end.
fn runs() -> YearEndPage {
    YearEndPage {
        year: YearRow {
            over: false,
            ..year()
        },
        ways: vec![
            LeaveWay {
                refusal: Some("year-not-ended"),
                ..way(Some(next()), 330_000_000)
            },
            way(None, 339_206_118),
        ],
        ..form()
    }
}

fn nothing() -> YearEndPage {
    YearEndPage {
        year: YearRow {
            held: 40_000_000,
            drafted: 40_000_000,
            ..year()
        },
        places: Vec::new(),
        paging: Paging::default(),
        ..form()
    }
}

fn carry() -> AllocationView {
    AllocationView {
        kind: "carry-over",
        to: caazapa(),
        into: Some(next()),
        due: None,
        reference: format!("carry-over-{}", "0f".repeat(16)),
        purpose: "The roofs of two schools are built in March".to_owned(),
        ..allocation()
    }
}

fn surrender() -> AllocationView {
    AllocationView {
        kind: "surrender",
        into: None,
        ..carry()
    }
}

fn check() -> YearEndCheckPage {
    YearEndCheckPage {
        form: YearEndPage {
            what: "into-fonacide-2020".to_owned(),
            ..form()
        },
        allocation: carry(),
        signing: held_key(),
    }
}

/// The books of that day are closed.
fn late() -> YearEndCheckPage {
    YearEndCheckPage {
        allocation: AllocationView {
            late: true,
            ..carry()
        },
        signing: Signing {
            wanted: 2,
            persons: 2,
            held: HeldKey::Threshold,
            ..held_key()
        },
        ..check()
    }
}
