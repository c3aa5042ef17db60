//! The sample's sheets: from the form to the ledger.

use super::desk::{Pages, who, words, wrong};
use super::*;

pub(super) fn pages() -> Pages {
    let (new, one) = ("desk/sheets/new", "desk/sheets/c2f1d7a0");
    vec![
        ("desk-sheet-form", new, DeskPage::SheetForm(form())),
        (
            "desk-sheet-form-wrong",
            new,
            DeskPage::SheetForm(form_wrong()),
        ),
        ("desk-sheet-faults", one, DeskPage::Sheet(faults())),
        ("desk-sheet-preview", one, DeskPage::Sheet(preview())),
        ("desk-sheet-approve", one, DeskPage::Sheet(approve())),
        ("desk-sheet-apart", one, DeskPage::Sheet(apart())),
        ("desk-sheet-apart-new", one, DeskPage::Sheet(apart_new())),
        (
            "desk-sheet-apart-wrong",
            one,
            DeskPage::Sheet(apart_wrong()),
        ),
        (
            "desk-sheet-apart-again",
            one,
            DeskPage::Sheet(apart_again()),
        ),
        ("desk-sheet-back", one, DeskPage::Sheet(sent_back())),
        ("desk-sheet-posting", one, DeskPage::Sheet(posting())),
        ("desk-sheet-issued", one, DeskPage::Sheet(issued())),
    ]
}

fn clerk() -> SignedIn {
    SignedIn {
        roles: words(&["pay"]),
        ..who()
    }
}

fn form() -> SheetFormPage {
    SheetFormPage {
        who: clerk(),
        once: "0f".repeat(16),
        held: vec![DraftHeld {
            programme: fonacide(),
            currency: pyg(),
            free: 391_206_118,
        }],
        occurred: "2019-12-30".to_owned(),
        rows_max: 10_000,
        csv_max: 4,
        xlsx_max: 2,
        has_held_key: true,
        ..SheetFormPage::default()
    }
}

fn form_wrong() -> SheetFormPage {
    SheetFormPage {
        errors: vec![
            wrong("programme", "programme-missing"),
            wrong("file", "sheet-too-many-rows"),
            wrong("count", "count-missing"),
            wrong("total", "total-missing"),
            wrong("occurred", "occurred-future"),
            wrong("due", "due-before"),
            wrong("signing", "sheet-own-keys"),
        ],
        ..form()
    }
}

fn good(line: u64) -> SheetRowView {
    SheetRowView {
        line,
        to: Some(yuty()),
        sum: Some(1_000_000 + Minor::from(line) * 37),
        identity: identity(700 + line),
        reference: format!("2019/09{line}"),
        ..SheetRowView::default()
    }
}

fn bad(line: u64, place: &str, fault: &str) -> SheetRowView {
    SheetRowView {
        line,
        payee: "l30-99.fonacide.example".to_owned(),
        amount: "1.000,5".to_owned(),
        place: place.to_owned(),
        fault: fault.to_owned(),
        other: "3".to_owned(),
        ..SheetRowView::default()
    }
}

fn preview() -> SheetPage {
    let warned = SheetRowView {
        warning: "again-sent".to_owned(),
        other: identity(503),
        ..good(4)
    };
    SheetPage {
        who: clerk(),
        id: "c2f1d7a0".to_owned(),
        from: party("hacienda.fonacide.example", "Ministerio de Hacienda"),
        programme: fonacide(),
        currency: pyg(),
        stand: DraftStand::Previewed,
        maker: "ana.benitez".to_owned(),
        own: true,
        changed: END - 3_600,
        count: 212,
        warnings: 1,
        total: 212_004_218,
        asked_count: 212,
        asked_total: 212_004_218,
        occurred: NaiveDate::from_ymd_opt(2019, 12, 30),
        digest: identity(812),
        encoding: "UTF-8".to_owned(),
        sources: vec![DraftSource {
            identity: identity(201),
            takes: 212_004_218,
            held: 391_206_118,
        }],
        held: 391_206_118,
        drafted: 12_000_000,
        shown: "rows",
        listed: vec![good(2), good(3), warned],
        paging: Paging {
            page: 2,
            size: 50,
            total: 212,
        },
        has_held_key: true,
        ..SheetPage::default()
    }
}

fn faults() -> SheetPage {
    SheetPage {
        faults: 3,
        asked_count: 213,
        asked_total: 212_004_200,
        encoding: "windows-1252".to_owned(),
        shown: "faults",
        listed: vec![
            bad(5, "payee", "payee-unknown"),
            bad(9, "reference", "ref-repeated"),
            bad(12, "amount", "amount-digits"),
        ],
        paging: Paging {
            page: 1,
            size: 50,
            total: 3,
        },
        ..preview()
    }
}

fn approve() -> SheetPage {
    SheetPage {
        stand: DraftStand::Waiting,
        maker: "juan-7".to_owned(),
        own: false,
        code_needed: true,
        trouble_row: 17,
        trouble: "ref-reused".to_owned(),
        errors: vec![
            wrong("code", "code-wrong"),
            wrong("reason", "reason-missing"),
        ],
        ..preview()
    }
}

fn signature(account: &str, key: &str) -> DraftSignature {
    DraftSignature {
        account: account.to_owned(),
        through: false,
        key: key.to_owned(),
        made: END - 600,
    }
}

/// What a second person sees, where the first has signed with a key of their own.
fn apart() -> SheetPage {
    SheetPage {
        stand: DraftStand::Waiting,
        maker: "juan-7".to_owned(),
        own: false,
        apart: Some(SheetApart {
            wanted: 2,
            signed: vec![signature("juan-7", "96b2d34e")],
            has_signed: false,
            has_key: true,
            person: "5f0c19e2a4b7d386".to_owned(),
            file: "sheet-91c8a7b20d5e4f36.jsonl".to_owned(),
        }),
        ..preview()
    }
}

/// What its maker sees first, who has no key yet.
fn apart_new() -> SheetPage {
    let apart = apart().apart.map(|apart| SheetApart {
        signed: Vec::new(),
        has_key: false,
        ..apart
    });
    SheetPage {
        own: true,
        maker: "ana.benitez".to_owned(),
        apart,
        ..self::apart()
    }
}

/// A file that isn't the sheet.
fn apart_wrong() -> SheetPage {
    const CODES: [&str; 8] = [
        "unreadable",
        "differs",
        "repeated",
        "missing",
        "unsigned",
        "foreign",
        "broken",
        "two-keys",
    ];
    let fault = |(line, code)| ReturnedFault {
        line,
        row: line + 1,
        code,
    };
    SheetPage {
        code_needed: true,
        errors: vec![wrong("file", "signed-wrong"), wrong("code", "code-wrong")],
        returned: (1..).zip(CODES).map(fault).collect(),
        faults_returned: 210,
        ..apart()
    }
}

/// All have signed, and the ledger has refused a row; another was submitted apart.
fn apart_again() -> SheetPage {
    let whole = apart().apart.map(|apart| SheetApart {
        signed: vec![
            signature("juan-7", "96b2d34e"),
            signature("ana.benitez", "c2f1d7a0"),
        ],
        has_signed: true,
        ..apart
    });
    let mut listed = preview().listed;
    listed[0].stands = true;
    SheetPage {
        apart: whole,
        listed,
        some_stand: true,
        trouble_row: 17,
        trouble: "ref-reused".to_owned(),
        ..apart()
    }
}

fn sent_back() -> SheetPage {
    SheetPage {
        stand: DraftStand::SentBack,
        checker: "juan-7".to_owned(),
        reason: "The list has 211 schools".to_owned(),
        ..preview()
    }
}

fn posting() -> SheetPage {
    SheetPage {
        stand: DraftStand::Signing,
        checker: "juan-7".to_owned(),
        ..preview()
    }
}

fn issued() -> SheetPage {
    SheetPage {
        stand: DraftStand::Issued,
        checker: "juan-7".to_owned(),
        listed: vec![SheetRowView {
            stands: true,
            ..good(2)
        }],
        ..preview()
    }
}
