//! The sample's findings, alone and in lists.

use super::*;

pub(super) fn finding(seed: u64, code: FindingCode, severity: Severity) -> FindingView {
    FindingView {
        id: format!("{}-0-{}", 8_000 + seed, code.as_str()),
        code,
        severity,
        programme: fonacide(),
        currency: pyg(),
        payer: Some(ministry()),
        payee: Some(caazapa()),
        sent: 391_206_118,
        received: 0,
        at_risk: 391_206_118,
        occurred: Some(on(8, 14)),
        due: Some(on(8, 29)),
        opened_at: END - 120 * DAY,
        as_of: END,
        entries: vec![entry(seed, "transfer", "2019-08/0417")],
        ..FindingView::default()
    }
}

pub(super) fn findings() -> Vec<FindingView> {
    use FindingCode::*;
    vec![
        FindingView {
            received: 340_000_000,
            at_risk: 51_206_118,
            entries: vec![
                entry(11, "transfer", "2019-08/0417"),
                entry(12, "receipt", "CZ-0091"),
            ],
            ..finding(11, ReceiptShort, Severity::Serious)
        },
        FindingView {
            days: Some(124),
            ..finding(13, ReceiptOverdue, Severity::Warning)
        },
        finding(14, ReceiptDenied, Severity::Serious),
        FindingView {
            at_risk: 129_233_423,
            days: Some(0),
            payee: Some(party(
                "concepcion.example/gobernacion",
                "Gobernación de Concepción",
            )),
            entries: vec![
                entry(15, "transfer", "2019-12/0031"),
                entry(16, "transfer", "2019-12/0032"),
            ],
            ..finding(15, PossibleDuplicate, Severity::Note)
        },
        FindingView {
            received: 395_000_000,
            at_risk: 3_793_882,
            ..finding(17, ReceiptOver, Severity::Warning)
        },
        FindingView {
            received: 391_206_118,
            closed_at: Some(END - 9 * DAY),
            ..finding(18, ReceiptContested, Severity::Serious)
        },
        FindingView {
            payer: None,
            payee: Some(yuty()),
            at_risk: 88_104_775,
            days: Some(93),
            days_allowed: Some(60),
            ..finding(19, IdleBalance, Severity::Note)
        },
        FindingView {
            payer: Some(caazapa()),
            payee: Some(yuty()),
            at_risk: 0,
            days: Some(41),
            days_allowed: Some(15),
            ..finding(20, LateHop, Severity::Note)
        },
    ]
}

pub(super) fn findings_page() -> FindingsPage {
    FindingsPage {
        places: vec!["l22-10".to_owned()],
        filter: FindingsFilter {
            state: FindingState::All,
            ..FindingsFilter::default()
        },
        programmes: vec![fonacide(), meals()],
        findings: findings(),
        paging: Paging {
            page: 1,
            size: 8,
            total: 231,
        },
        total: 12_231,
        at_risk: vec![(pyg(), 2_447_993_864)],
    }
}

/// A page of findings as long as the server makes them, each about other entries and amounts.
#[cfg(test)]
pub(crate) fn many_findings(rows: u64) -> FindingsPage {
    let one = |at: u64| {
        let sent = 21_000_000 + Minor::from(at) * 7_310_977;
        let received = sent - Minor::from(at + 1) * 911_317;
        let of = party(
            &format!("l30-{at}.fonacide.example"),
            DEPARTMENTS
                .iter()
                .cycle()
                .nth(usize::try_from(at).unwrap_or(0))
                .copied()
                .unwrap_or_default(),
        );
        FindingView {
            payee: Some(of),
            sent,
            received,
            at_risk: sent - received,
            entries: vec![
                entry(
                    at * 2 + 1_000,
                    "transfer",
                    &format!("9417446c7169e86c/{}", 5_500 + at),
                ),
                entry(at * 2 + 1_001, "receipt", &format!("simulated/{at:04}")),
            ],
            ..finding(at, FindingCode::ReceiptShort, Severity::Serious)
        }
    };
    let paging = Paging {
        page: 1,
        size: rows,
        total: rows,
    };
    FindingsPage {
        findings: (0..rows).map(one).collect(),
        paging,
        ..findings_page()
    }
}

pub(super) fn no_findings() -> FindingsPage {
    FindingsPage {
        filter: FindingsFilter {
            code: Some(FindingCode::LateHop),
            ..FindingsFilter::default()
        },
        programmes: vec![fonacide()],
        ..FindingsPage::default()
    }
}

pub(super) fn finding_page() -> FindingPage {
    let finding = FindingView {
        id: "8123-0-receipt-short".to_owned(),
        sent: 129_233_423,
        received: 119_233_423,
        at_risk: 10_000_000,
        ..finding(9, FindingCode::ReceiptShort, Severity::Serious)
    };
    let proven = |seed, kind, author, says, minor| ProofRow {
        entry: entry(seed, kind, "pago-17"),
        index: seed,
        author,
        says: Some((says, minor)),
        occurred: Some(on(6, 12)),
        time: END - 90 * DAY,
    };
    FindingPage {
        proof: vec![
            proven(8_123, "transfer", ministry(), EventKind::Sent, finding.sent),
            proven(
                8_190,
                "receipt",
                caazapa(),
                EventKind::ReceivedFinal,
                finding.received,
            ),
        ],
        opened_by: Some(entry(8_190, "receipt", "pago-17")),
        finding,
        ..FindingPage::default()
    }
}
