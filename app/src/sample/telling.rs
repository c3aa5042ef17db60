//! The sample's messages: what a person is told, programs that are told, and the pages behind links.

use super::desk::{Pages, who, wrong};
use super::*;

pub(super) fn pages() -> Pages {
    let at = "desk/telling";
    let hooks_at = "desk/telling/hooks";
    let mut pages = vec![
        ("desk-telling", at, DeskPage::Telling(chosen())),
        ("desk-telling-new", at, DeskPage::Telling(unchosen())),
        ("desk-telling-wrong", at, DeskPage::Telling(mistaken())),
        ("desk-telling-none", at, DeskPage::Telling(without_mail())),
        ("desk-hooks", hooks_at, DeskPage::Hooks(hooks())),
        ("desk-hooks-secret", hooks_at, DeskPage::Hooks(secret())),
        ("desk-hooks-wrong", hooks_at, DeskPage::Hooks(hook_wrong())),
        (
            "desk-hooks-none",
            hooks_at,
            DeskPage::Hooks(HooksPage {
                who: who(),
                ..HooksPage::default()
            }),
        ),
    ];
    pages.extend(links());
    pages
}

fn links() -> Pages {
    let page = |link, stand| {
        DeskPage::LetterLink(LetterLinkPage {
            link,
            token: "ab12".to_owned(),
            stand,
        })
    };
    let (confirm, stop) = ("desk/telling/confirm/ab12", "desk/telling/stop/ab12");
    vec![
        (
            "desk-letter-confirm",
            confirm,
            page(LetterLink::Confirm, LinkStand::Ready),
        ),
        (
            "desk-letter-confirmed",
            confirm,
            page(LetterLink::Confirm, LinkStand::Done),
        ),
        (
            "desk-letter-stop",
            stop,
            page(LetterLink::Stop, LinkStand::Ready),
        ),
        (
            "desk-letter-stopped",
            stop,
            page(LetterLink::Stop, LinkStand::Done),
        ),
        (
            "desk-letter-gone",
            stop,
            page(LetterLink::Stop, LinkStand::Gone),
        ),
    ]
}

fn unchosen() -> TellingPage {
    TellingPage {
        who: who(),
        sends: true,
        language: "es".to_owned(),
        offered: vec![
            "waits",
            "differs",
            "finding",
            "back",
            "draft",
            "signature",
            "question",
            "answer",
            "vote",
        ],
        offset: "-04:00".to_owned(),
        ..TellingPage::default()
    }
}

fn chosen() -> TellingPage {
    TellingPage {
        saved: true,
        confirmed: "office@caazapa.example".to_owned(),
        asked: "secretaria.de.administracion.y.finanzas@gobernacion.caazapa.example".to_owned(),
        address: "secretaria.de.administracion.y.finanzas@gobernacion.caazapa.example".to_owned(),
        ticked: ["waits", "finding", "question"].map(str::to_owned).into(),
        hour: "7".to_owned(),
        ..unchosen()
    }
}

fn mistaken() -> TellingPage {
    TellingPage {
        address: "office@".to_owned(),
        hour: "25".to_owned(),
        errors: vec![
            wrong("address", "address-unreadable"),
            wrong("hour", "hour-unreadable"),
        ],
        ..unchosen()
    }
}

fn without_mail() -> TellingPage {
    TellingPage {
        sends: false,
        ..unchosen()
    }
}

fn hooks() -> HooksPage {
    let delivery = |at: i64, matter, stand, tries, why: &str| DeliveryRow {
        made: END - at * 4_000,
        to: "https://tesoreria.caazapa.example/avisos/countersign?via=produccion".to_owned(),
        matter,
        identity: if matter == "test" { "" } else { "7ae1" }.to_owned(),
        stand,
        tries,
        why: why.to_owned(),
    };
    use DeliveryStand::{GivenUp, Sent, Waits};
    HooksPage {
        who: who(),
        posts: true,
        tested: true,
        hooks: vec![HookRow {
            id: "a1".to_owned(),
            url: "https://tesoreria.caazapa.example/avisos/countersign?via=produccion".to_owned(),
            made: END - 40 * DAY,
        }],
        deliveries: vec![
            delivery(0, "test", Waits, 0, ""),
            delivery(1, "waits", Waits, 3, "status-500"),
            delivery(2, "differs", Sent, 2, ""),
            delivery(3, "finding", GivenUp, 12, "timed-out"),
            delivery(4, "back", GivenUp, 12, "address-refused"),
            delivery(5, "waits", Waits, 1, "tls"),
            delivery(6, "waits", Waits, 1, "unreachable"),
        ],
        failed: vec![
            DeliveryRow {
                to: "ana.benitez".to_owned(),
                ..delivery(3, "waits", GivenUp, 1, "smtp-550")
            },
            DeliveryRow {
                to: "juan-7".to_owned(),
                identity: String::new(),
                ..delivery(4, "summary", Waits, 2, "folder")
            },
            DeliveryRow {
                to: "juan-7".to_owned(),
                identity: String::new(),
                ..delivery(5, "address", Waits, 2, "folder")
            },
        ],
        ..HooksPage::default()
    }
}

fn secret() -> HooksPage {
    HooksPage {
        tested: false,
        secret: Some("5f0c19e2a4b7d3865f0c19e2a4b7d3865f0c19e2a4b7d3865f0c19e2a4b7d386".to_owned()),
        full: true,
        ..hooks()
    }
}

fn hook_wrong() -> HooksPage {
    HooksPage {
        tested: false,
        url: "http://tesoreria.caazapa.example/".to_owned(),
        deliveries: Vec::new(),
        failed: Vec::new(),
        errors: vec![wrong("url", "hook-https")],
        ..hooks()
    }
}
