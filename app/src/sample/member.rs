//! A member of the sample with its steps, and what a search finds.

use super::*;

pub(super) fn step_row(seed: u64, state: StepState, received: Minor, open: Minor) -> StepRow {
    StepRow {
        identity: identity(seed),
        kind: "transfer".to_owned(),
        programme: fonacide(),
        currency: pyg(),
        from: ministry(),
        to: caazapa(),
        occurred: on(8, 14),
        due: Some(on(8, 29)),
        sent: 391_206_118,
        received,
        open,
        state,
    }
}

pub(super) fn member_page() -> MemberPage {
    let states = [
        (StepState::InTransit, 0, 391_206_118),
        (StepState::Unconfirmed, 0, 391_206_118),
        (StepState::Partly, 200_000_000, 191_206_118),
        (StepState::Received, 391_206_118, 0),
        (StepState::Short, 340_000_000, 51_206_118),
        (StepState::Denied, 0, 391_206_118),
        (StepState::Over, 395_000_000, 0),
        (StepState::TakenBack, 0, 0),
        (StepState::Settled, 340_000_000, 0),
    ];
    let mut steps: Vec<StepRow> = (100_u64..)
        .zip(states.iter().cycle().take(25))
        .map(|(seed, (state, received, open))| step_row(seed, *state, *received, *open))
        .collect();
    for row in steps.iter_mut().skip(2).step_by(3) {
        (row.from, row.to) = (caazapa(), yuty());
    }
    let flow = |party, sent, received, steps| FlowRow {
        party,
        programme: fonacide(),
        currency: pyg(),
        sent,
        received,
        transit: sent - received,
        steps,
        confirmed: steps - 1,
        days: steps * 7,
        ..FlowRow::default()
    };
    MemberPage {
        member: caazapa(),
        tier: 1,
        region: "Gobernación de Caazapá".to_owned(),
        region_code: "py-6".to_owned(),
        house: "caazapa.example".to_owned(),
        function: "office".to_owned(),
        parent: Some(ministry()),
        children: vec![yuty(), buena_vista()],
        children_total: 11,
        frozen: false,
        activated: Some(entry(4, "member-activate", "")),
        money: vec![MemberMoney {
            programme: fonacide(),
            currency: pyg(),
            sent_to: 7_893_411_204,
            received: 7_341_288_130,
            to_confirm: 500_916_956,
            missing: 51_206_118,
            sent_on: 2_204_000_000,
            spent: 4_908_411_300,
            held: 228_876_830,
            months: (1..=12)
                .map(|month| tally(Bucket::Month(2019, month), Minor::from(month) * 101_197_580))
                .collect(),
            ..MemberMoney::default()
        }],
        payers: vec![flow(ministry(), 7_893_411_204, 7_341_288_130, 23)],
        payees: vec![
            flow(yuty(), 1_404_000_000, 1_404_000_000, 6),
            flow(buena_vista(), 800_000_000, 640_000_000, 4),
        ],
        payees_total: 9,
        payers_total: 1,
        hops: vec![MemberHops {
            programme: fonacide(),
            allowed: Some(15),
            own: hops(2),
            peers: hops(31),
        }],
        steps,
        steps_page: Paging {
            page: 2,
            size: 25,
            total: 73,
        },
        findings: findings().into_iter().take(2).collect(),
        findings_open: 5,
        keys: vec![
            key("p-0041", "96ec5383", &["pay"], None),
            key(
                "p-0042",
                "1f00a7c4",
                &["administer", "confirm"],
                Some(9_020),
            ),
        ],
    }
}

pub(super) fn key(person: &str, key_id: &str, roles: &[&str], until_index: Option<u64>) -> KeyRow {
    KeyRow {
        key_id: key_id.to_owned(),
        person: person.to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        since_index: 118,
        until_index,
        compromised: until_index.is_some(),
    }
}

pub(super) fn search_page() -> SearchPage {
    let found = |member, tier| FoundMember {
        member,
        tier,
        region: "Gobernación de Caazapá".to_owned(),
        parent: Some(ministry()),
    };
    SearchPage {
        query: "caaz".to_owned(),
        members: vec![
            found(caazapa(), 1),
            found(yuty(), 2),
            found(buena_vista(), 2),
        ],
        programmes: vec![fonacide()],
        entries: vec![FoundEntry {
            entry: entry(7, "transfer", "2019-08/0417"),
            author: ministry(),
        }],
        more: true,
    }
}
