//! The sample's steps after they were sent.

use super::desk::{Pages, who, words, wrong};
use super::*;

pub(super) fn pages() -> Pages {
    let one = "desk/after/7ae1";
    vec![
        ("desk-after-payer", one, DeskPage::After(payer())),
        ("desk-after-payee", one, DeskPage::After(payee())),
        ("desk-after-none", one, DeskPage::After(none())),
        (
            "desk-answers",
            "desk/findings",
            DeskPage::Answers(none_found()),
        ),
    ]
}

fn clerk() -> SignedIn {
    SignedIn {
        roles: words(&["confirm", "pay"]),
        ..who()
    }
}

fn way(what: &'static str, most: Minor) -> AfterWay {
    AfterWay {
        what,
        most,
        waits_until: None,
    }
}

fn none() -> AfterPage {
    AfterPage {
        who: clerk(),
        step: StepRow {
            identity: identity(503),
            kind: "transfer".to_owned(),
            programme: fonacide(),
            currency: pyg(),
            from: party("hacienda.fonacide.example", "Ministerio de Hacienda"),
            to: yuty(),
            sent: 340_000_000,
            received: 300_000_000,
            open: 40_000_000,
            ..StepRow::default()
        },
        once: "0f".repeat(16),
        occurred: "2019-12-30".to_owned(),
        ..AfterPage::default()
    }
}

fn payer() -> AfterPage {
    AfterPage {
        ways: vec![
            way("bounce", 40_000_000),
            AfterWay {
                waits_until: NaiveDate::from_ymd_opt(2020, 1, 14),
                ..way("reversal", 40_000_000)
            },
        ],
        what: "reversal".to_owned(),
        errors: vec![
            wrong("what", "what-missing"),
            wrong("amount", "sum-over"),
            wrong("occurred", "occurred-future"),
            wrong("reason", "reason-missing"),
        ],
        ..none()
    }
}

fn payee() -> AfterPage {
    AfterPage {
        ways: vec![
            way("return", 120_000_000),
            way("correct", 120_000_000),
            way("withdraw", 1_000),
        ],
        ..none()
    }
}

fn none_found() -> AnswersPage {
    AnswersPage {
        who: clerk(),
        ..AnswersPage::default()
    }
}
