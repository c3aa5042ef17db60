//! The sample's bureau: drafts in every state that one can be in.

use super::desk::{Pages, who, words, wrong};
use super::*;

pub(super) fn pages() -> Pages {
    let (list, new, one) = ("desk/drafts", "desk/drafts/new", "desk/drafts/c2f1d7a0");
    vec![
        ("desk-drafts", list, DeskPage::Drafts(drafts())),
        ("desk-drafts-none", list, DeskPage::Drafts(drafts_none())),
        ("desk-draft-form", new, DeskPage::DraftForm(form())),
        (
            "desk-draft-form-wrong",
            new,
            DeskPage::DraftForm(form_wrong()),
        ),
        (
            "desk-draft-form-typed",
            new,
            DeskPage::DraftForm(form_unreadable()),
        ),
        (
            "desk-draft-form-edit",
            new,
            DeskPage::DraftForm(form_edit()),
        ),
        (
            "desk-draft-form-nothing",
            new,
            DeskPage::DraftForm(form_nothing()),
        ),
        ("desk-draft-check", new, DeskPage::DraftCheck(check())),
        ("desk-draft-check-zh", new, DeskPage::DraftCheck(check_zh())),
        ("desk-draft-own", one, DeskPage::Draft(own())),
        ("desk-draft-approve", one, DeskPage::Draft(approve())),
        ("desk-draft-changed", one, DeskPage::Draft(changed())),
        ("desk-draft-spent", one, DeskPage::Draft(spent())),
        ("desk-draft-more", one, DeskPage::Draft(more_signers())),
        ("desk-draft-device", one, DeskPage::Draft(approve_device())),
        ("desk-draft-collecting", one, DeskPage::Draft(collecting())),
        ("desk-draft-whole", one, DeskPage::Draft(whole())),
        ("desk-draft-asked", one, DeskPage::Draft(asked())),
        ("desk-draft-asking", one, DeskPage::Draft(asking())),
        (
            "desk-draft-check-device",
            "desk/drafts/new",
            DeskPage::DraftCheck(check_device()),
        ),
        ("desk-draft-no-key", one, DeskPage::Draft(no_key())),
        ("desk-draft-back", one, DeskPage::Draft(sent_back())),
        ("desk-draft-refused", one, DeskPage::Draft(own_refused())),
        ("desk-draft-issued", one, DeskPage::Draft(issued())),
    ]
}

fn clerk() -> SignedIn {
    SignedIn {
        roles: words(&["pay"]),
        ..who()
    }
}

pub(super) fn row(at: i64, stand: DraftStand) -> DraftRow {
    DraftRow {
        id: format!("c2f1d7a{at}"),
        kind: "transfer",
        amount: Some(40_000_000 + Minor::from(at) * 1_310_977),
        currency: pyg(),
        to: yuty(),
        into: None,
        programme: fonacide(),
        reference: format!("2019/041{at}"),
        maker: if at % 2 == 0 { "juan-7" } else { "ana.benitez" }.to_owned(),
        changed: END - at * 86_400,
        stand,
    }
}

fn drafts() -> DraftsPage {
    let long = DraftRow {
        maker: "departamento-de-control.interno".to_owned(),
        to: buena_vista(),
        programme: meals(),
        reference: "Resolución-2019/0417-B/complementaria-de-la-segunda-cuota-0001"
            .replace('ó', "o"),
        ..row(4, DraftStand::Waiting)
    };
    DraftsPage {
        who: clerk(),
        waiting: vec![row(2, DraftStand::Waiting), long],
        asked: vec![DraftRow {
            kind: "reversal",
            amount: None,
            ..row(9, DraftStand::Asking)
        }],
        own: vec![row(1, DraftStand::Waiting), row(3, DraftStand::SentBack)],
        sent_back: vec![row(6, DraftStand::SentBack)],
        issued: vec![row(8, DraftStand::Issued)],
        sheets: vec![SheetRef {
            id: "c2f1d7b0".to_owned(),
            programme: fonacide(),
            currency: pyg(),
            count: 212,
            total: 212_004_218,
            maker: "juan-7".to_owned(),
            changed: END - 3_600,
            stand: DraftStand::Waiting,
        }],
        can_sign: true,
        deleted: true,
    }
}

fn drafts_none() -> DraftsPage {
    DraftsPage {
        who: clerk(),
        ..DraftsPage::default()
    }
}

fn form() -> DraftFormPage {
    let held = |programme, free| DraftHeld {
        programme,
        currency: pyg(),
        free,
    };
    DraftFormPage {
        who: clerk(),
        once: "c2f1d7a0b9e84f63".to_owned(),
        held: vec![held(fonacide(), 391_206_118), held(meals(), 0)],
        occurred: "2019-08-27".to_owned(),
        ..DraftFormPage::default()
    }
}

fn form_wrong() -> DraftFormPage {
    DraftFormPage {
        payee: "municipalidad".to_owned(),
        found: vec![yuty(), buena_vista()],
        amount: "500.000.000".to_owned(),
        reference: "2019/0417".to_owned(),
        due: "2019-08-01".to_owned(),
        used: Some((entry(501, "transfer", "2019/0417"), on(8, 12))),
        most: Some((391_206_118, pyg())),
        errors: vec![
            wrong("programme", "programme-missing"),
            wrong("payee", "payee-unknown"),
            wrong("amount", "sum-beyond"),
            wrong("ref", "ref-used"),
            wrong("due", "due-before"),
        ],
        ..form()
    }
}

fn form_unreadable() -> DraftFormPage {
    DraftFormPage {
        programme: fonacide().id,
        amount: "mucho".to_owned(),
        reference: "n.º 7".to_owned(),
        occurred: String::new(),
        purpose: "Segunda cuota\u{202e}".to_owned(),
        errors: vec![
            wrong("payee", "payee-missing"),
            wrong("amount", "amount-unreadable"),
            wrong("ref", "ref-unreadable"),
            wrong("occurred", "sent-missing"),
            wrong("purpose", "purpose-unreadable"),
        ],
        ..form()
    }
}

fn form_edit() -> DraftFormPage {
    DraftFormPage {
        draft: "c2f1d7a0".to_owned(),
        programme: fonacide().id,
        payee: yuty().name,
        amount: "340000000".to_owned(),
        reference: "2019/0417".to_owned(),
        purpose: "Second term, 41 schools".to_owned(),
        ..form()
    }
}

fn form_nothing() -> DraftFormPage {
    DraftFormPage {
        held: Vec::new(),
        ..form()
    }
}

pub(super) fn allocation() -> AllocationView {
    AllocationView {
        kind: "transfer",
        step: String::new(),
        from: caazapa(),
        to: yuty(),
        into: None,
        late: false,
        programme: fonacide(),
        currency: pyg(),
        amount: 340_000_000,
        reference: "2019/0417".to_owned(),
        occurred: on(8, 27),
        due: Some(on(9, 10)),
        purpose: "Second term, 41 schools".to_owned(),
        sources: vec![
            DraftSource {
                identity: identity(201),
                takes: 300_000_000,
                held: 300_000_000,
            },
            DraftSource {
                identity: identity(202),
                takes: 40_000_000,
                held: 91_206_118,
            },
        ],
        held: 391_206_118,
        drafted: 12_000_000,
        text: TEXT.to_owned(),
        identity: identity(503),
    }
}

fn check() -> DraftCheckPage {
    DraftCheckPage {
        form: form_edit(),
        allocation: allocation(),
        signing: held(),
    }
}

/// The server's key signs, and the draft asks for no more.
pub(super) fn held() -> Signing {
    Signing {
        wanted: 1,
        persons: 1,
        held: HeldKey::Signs,
        through_identity: identity(504),
        ..Signing::default()
    }
}

/// A key of a device of one's own signs beside a colleague's.
fn own_keys() -> Signing {
    Signing {
        wanted: 2,
        signed: vec![signature("juan-7", false, 1_200)],
        device: Some(OwnKeys {
            person: "p-3c1".to_owned(),
            member: "caazapa.example/gobernacion".to_owned(),
            keys: vec!["A".repeat(43)],
        }),
        ..held()
    }
}

fn signature(account: &str, through: bool, ago: i64) -> DraftSignature {
    DraftSignature {
        account: account.to_owned(),
        through,
        key: "96e2c33b".to_owned(),
        made: END - ago,
    }
}

/// A check on a device that signs.
fn check_device() -> DraftCheckPage {
    DraftCheckPage {
        signing: Signing {
            signed: Vec::new(),
            ..own_keys()
        },
        ..check()
    }
}

/// The second of two signatures, on a device.
fn approve_device() -> DraftPage {
    DraftPage {
        signing: own_keys(),
        ..approve()
    }
}

/// Two of three have signed, the reader among them.
fn collecting() -> DraftPage {
    DraftPage {
        signing: Signing {
            wanted: 3,
            persons: 3,
            signed: vec![
                signature("juan-7", false, 1_200),
                signature("ana.benitez", false, 600),
            ],
            has_signed: true,
            held: HeldKey::Threshold,
            ..Signing::default()
        },
        ..approve()
    }
}

/// A payer asks to undo what it sent: as its payee sees it.
fn asked() -> DraftPage {
    DraftPage {
        maker: "caazapa.example/gobernacion".to_owned(),
        stand: DraftStand::Asking,
        allocation: AllocationView {
            kind: "reversal",
            step: identity(402),
            ..allocation()
        },
        signing: Signing {
            wanted: 2,
            asked: true,
            signed: vec![signature("caazapa.example/gobernacion", true, 1_200)],
            ..held()
        },
        ..approve()
    }
}

/// The same, as the payer sees it.
fn asking() -> DraftPage {
    DraftPage {
        signing: Signing {
            asked: false,
            other_side: true,
            signed: vec![signature("ana.benitez", true, 1_200)],
            ..asked().signing
        },
        maker: "juan-7".to_owned(),
        ..asked()
    }
}

/// All have signed, and the answer was lost.
fn whole() -> DraftPage {
    let all = vec![
        signature("juan-7", false, 1_200),
        signature("ana.benitez", true, 600),
    ];
    DraftPage {
        signing: Signing {
            wanted: 2,
            signed: all,
            whole: true,
            has_signed: true,
            held: HeldKey::Used,
            ..held()
        },
        ..approve()
    }
}

fn check_zh() -> DraftCheckPage {
    let currency = Currency {
        code: "CNY".to_owned(),
        exponent: 2,
    };
    DraftCheckPage {
        allocation: AllocationView {
            to: party("nanhu.example/zhongxin", "南湖县示范镇中心小学校"),
            currency,
            amount: 12_345_678,
            held: 20_000_000,
            drafted: 0,
            due: None,
            purpose: String::new(),
            ..allocation()
        },
        ..check()
    }
}

fn own() -> DraftPage {
    DraftPage {
        who: clerk(),
        id: "c2f1d7a0".to_owned(),
        allocation: allocation(),
        maker: "ana.benitez".to_owned(),
        own: true,
        changed: END - 3_600,
        signing: Signing {
            alone: true,
            ..held()
        },
        may_sign: true,
        ..DraftPage::default()
    }
}

pub(super) fn approve() -> DraftPage {
    DraftPage {
        maker: "juan-7".to_owned(),
        own: false,
        signing: Signing {
            code_needed: true,
            ..held()
        },
        ..own()
    }
}

fn changed() -> DraftPage {
    DraftPage {
        signing: held(),
        errors: vec![wrong("sign", "draft-changed")],
        ..approve()
    }
}

fn spent() -> DraftPage {
    DraftPage {
        spent: true,
        allocation: AllocationView {
            held: 91_206_118,
            ..allocation()
        },
        errors: vec![wrong("reason", "draft-spent")],
        ..approve()
    }
}

fn more_signers() -> DraftPage {
    DraftPage {
        signing: Signing {
            persons: 2,
            wanted: 2,
            held: HeldKey::Threshold,
            code_needed: true,
            device: own_keys().device,
            ..Signing::default()
        },
        errors: vec![wrong("sign", "own-key-needed"), wrong("code", "code-wrong")],
        ..approve()
    }
}

fn no_key() -> DraftPage {
    DraftPage {
        signing: Signing {
            held: HeldKey::Missing,
            ..held()
        },
        typed_reason: "Monto\u{202e}".to_owned(),
        errors: vec![wrong("reason", "reason-unreadable")],
        ..approve()
    }
}

fn sent_back() -> DraftPage {
    DraftPage {
        stand: DraftStand::SentBack,
        checker: "juan-7".to_owned(),
        reason: "The voucher says 34 million".to_owned(),
        ..own()
    }
}

fn own_refused() -> DraftPage {
    DraftPage {
        errors: vec![wrong("edit", "draft-own")],
        ..own()
    }
}

fn issued() -> DraftPage {
    DraftPage {
        stand: DraftStand::Issued,
        checker: "ana.benitez".to_owned(),
        maker: "juan-7".to_owned(),
        own: false,
        entry: Some(entry(503, "transfer", "2019/0417")),
        ..own()
    }
}

const TEXT: &str = "countersign/v1/transfer
ledger fonacide.example/5f0c19e2a4b7d386
programme fonacide-2019
from caazapa.example/gobernacion
to l30-10.fonacide.example
ref 2019/0417
amount 340000000
currency PYG
source 7ae1bfb4c01d0ad2b3a2bbf79b63a0f9c4d4a76cf7e8b8b8a8d95b1c0f3faa16/0 340000000
occurred 2019-08-27
due 2019-09-10
purpose Second term, 41 schools
time 2019-08-27T08:43:00Z
signers 1
";
