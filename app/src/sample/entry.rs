//! The sample's entries: a transfer that was received short, and one of a kind without a page of its own.

use super::*;

fn signature(member: Party, person: &str) -> SignatureView {
    SignatureView {
        member,
        key_id: "96ec5383".to_owned(),
        person: person.to_owned(),
    }
}

pub(super) fn entry_page() -> EntryPage {
    let event = |kind, seed, party: Party, amount, occurred: NaiveDate, time| StepEvent {
        kind,
        identity: identity(seed),
        signatures: vec![signature(party.clone(), "p-0007")],
        party,
        amount,
        occurred,
        time,
    };
    let sent_at = END - 138 * DAY;
    EntryPage {
        documents: vec![super::evidence::slip()],
        opens_documents: true,
        entry: entry(11, "transfer", "2019-08/0417"),
        index: 8_311,
        time: sent_at,
        ledger_time: Some(sent_at + 40),
        author: ministry(),
        programme: Some(fonacide()),
        currency: pyg(),
        step: Some(StepView {
            row: step_row(11, StepState::Partly, 340_000_000, 51_206_118),
            purpose: "Second term, 41 schools".to_owned(),
            contested: 12_000,
            days: Some(6),
            events: vec![
                event(
                    EventKind::Sent,
                    11,
                    ministry(),
                    391_206_118,
                    on(8, 14),
                    sent_at,
                ),
                event(
                    EventKind::ReceivedPart,
                    12,
                    caazapa(),
                    340_000_000,
                    on(8, 20),
                    sent_at + 6 * DAY,
                ),
            ],
            ..StepView::default()
        }),
        signatures: vec![
            signature(ministry(), "p-0007"),
            signature(ministry(), "p-0012"),
        ],
        chain_up: vec![link(3, "appropriation", None, Some(ministry()), TOTAL, 1)],
        chain_down: vec![
            link(
                31,
                "transfer",
                Some(caazapa()),
                Some(yuty()),
                120_000_000,
                1,
            ),
            link(32, "expense", Some(yuty()), None, 88_104_775, 2),
            link(33, "expense", Some(caazapa()), None, 64_000_000, 1),
        ],
        chain_down_left_out: 4,
        related: vec![
            entry(41, "endorse", ""),
            entry(42, "receipt-correct", "CZ-0092"),
        ],
        findings: findings().into_iter().take(1).collect(),
        note: NOTE.to_owned(),
        fields: vec![FieldView {
            name: "ref".to_owned(),
            value: FieldValue::Text("2019-08/0417".to_owned()),
        }],
    }
}

fn link(
    seed: u64,
    kind: &str,
    from: Option<Party>,
    to: Option<Party>,
    amount: Minor,
    depth: u32,
) -> ChainLink {
    ChainLink {
        entry: entry(seed, kind, ""),
        from,
        to,
        amount,
        occurred: Some(on(3, 4)),
        depth,
    }
}

pub(super) fn plain_entry() -> EntryPage {
    let field = |name: &str, value| FieldView {
        name: name.to_owned(),
        value,
    };
    EntryPage {
        entry: entry(51, "member-activate", ""),
        index: 118,
        time: END - 360 * DAY,
        author: caazapa(),
        currency: pyg(),
        fields: vec![
            field("member", FieldValue::Member(caazapa())),
            field("tier", FieldValue::Text("1".into())),
            field("programme", FieldValue::Programme(fonacide())),
            field("occurred", FieldValue::Day(on(1, 4))),
            field("time", FieldValue::Time(END - 360 * DAY)),
            field("amount", FieldValue::Amount(120_000_000)),
            field(
                "source",
                FieldValue::Entry(entry(3, "appropriation", "A-1"), Some(120_000_000)),
            ),
            field("receipt", FieldValue::Entry(entry(12, "receipt", ""), None)),
            field("key", FieldValue::Code(identity(77))),
            field(
                "key",
                FieldValue::Key {
                    person: "p1".to_owned(),
                    roles: vec!["confirm".to_owned(), "pay".to_owned()],
                    public: identity(78),
                },
            ),
            field(
                "not-in-the-catalogue",
                FieldValue::Text("as it stands".into()),
            ),
        ],
        signatures: vec![signature(caazapa(), "p-0041")],
        note: NOTE.to_owned(),
        ..EntryPage::default()
    }
}

const NOTE: &str = "countersign/v1/transfer
ledger fonacide.example/5f0c19e2a4b7d386
programme fonacide-2019
from hacienda.example/tesoro
to caazapa.example/gobernacion
account 9c1e4f0a77ab2b5cfe1093d5e85f4b0a6ad0c6f8d0f4c1f8a6f1f29db0ac77ab
ref 2019-08/0417
amount 391206118
currency PYG
source 7ae1bfb4c01d0ad2b3a2bbf79b63a0f9c4d4a76cf7e8b8b8a8d95b1c0f3faa16/0 391206118
occurred 2019-08-14
due 2019-08-29
purpose Second term, 41 schools
time 2019-08-15T00:00:00Z
signers 2

— hacienda.example/tesoro luxTgwJ1rYk0c3QgbGluZSBvZiBhIHNhbXBsZSBub3RlLCBub3QgYSByZWFsIG9uZQ==
— hacienda.example/tesoro luxThAJ1rYk0c3QgbGluZSBvZiBhIHNhbXBsZSBub3RlLCBub3QgYSByZWFsIG9uZQ==
";
