//! Pages with made-up data for tests and for the gallery: fictitious `.example` members around
//! the sums of a real year (FONACIDE 2019, Paraguay), whose receipts are invented.

mod entry;

use chrono::NaiveDate;

use app::views::*;
use app::words::Language;
use entry::{entry_page, plain_entry};

const TOTAL: Minor = 432_755_085_309;
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
        boot: String::new(),
    }
}

/// Every page: a name for its file, its address behind the language, and its data.
pub(crate) fn pages() -> Vec<(&'static str, &'static str, Page)> {
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
        ("accessibility", "accessibility", Page::Accessibility),
        ("gone", "style/old.css", Page::Gone),
        ("read-only", "entries", Page::Problem(read_only())),
        ("not-found", "nowhere", Page::NotFound),
        ("busy", "entries", Page::Problem(busy())),
        ("problem", "findings?page=x", Page::Problem(problem())),
        (
            "failure",
            "",
            Page::Failure(FailurePage {
                request_id: "01J9Z3-7F".to_owned(),
            }),
        ),
    ]
}

/// The page that checks an entry.
pub(crate) fn verify_page() -> VerifyPage {
    let vkey =
        "fonacide.example/5f0c19e2a4b7d386+9b1c2d3e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    VerifyPage {
        entry: Some(entry_page().entry),
        trust: format!("log {vkey}\nquorum none\n"),
        vkey: vkey.to_owned(),
    }
}

fn pyg() -> Currency {
    Currency {
        code: "PYG".to_owned(),
        exponent: 0,
    }
}

fn party(name: &str, title: &str) -> Party {
    Party {
        name: name.to_owned(),
        title: title.to_owned(),
    }
}

fn ministry() -> Party {
    party("hacienda.example/tesoro", "Ministerio de Hacienda")
}

fn caazapa() -> Party {
    party("caazapa.example/gobernacion", "Gobernación de Caazapá")
}

fn yuty() -> Party {
    party("yuty.example/municipalidad", "Municipalidad de Yuty")
}

fn buena_vista() -> Party {
    party(
        "buenavista.example/municipalidad",
        "Municipalidad de Buena Vista",
    )
}

fn fonacide() -> ProgrammeRef {
    ProgrammeRef {
        id: "fonacide-2019".to_owned(),
        title: "Fondo Nacional de Inversión Pública y Desarrollo 2019".to_owned(),
    }
}

/// Sixty-four hexadecimal digits that differ for each seed, as real identities do.
fn identity(seed: u64) -> String {
    (1..=4)
        .map(|part: u64| {
            let mixed = (seed + part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            format!(
                "{:016x}",
                (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
            )
        })
        .collect()
}

fn entry(seed: u64, kind: &str, reference: &str) -> EntryRef {
    EntryRef {
        identity: identity(seed),
        kind: kind.to_owned(),
        reference: reference.to_owned(),
    }
}

fn on(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, month, day).unwrap_or_default()
}

fn line() -> Line {
    Line {
        currency: pyg(),
        appropriated: TOTAL,
        held: 61_204_118_220,
        transit: 18_437_702_114,
        overdue: 7_915_330_008,
        missing: 2_318_760_441,
        spent: 344_190_504_534,
        left: 6_604_000_000,
        contested: 129_233_423,
        ..Line::default()
    }
}

fn home() -> HomePage {
    HomePage {
        lines: vec![line()],
        programmes: vec![
            ProgrammeRow {
                programme: fonacide(),
                line: line(),
                findings_open: 214,
                closed: false,
            },
            ProgrammeRow {
                programme: meals(),
                line: meals_line(),
                findings_open: 0,
                closed: true,
            },
        ],
        findings: findings().into_iter().take(4).collect(),
        findings_open: 214,
        members: 272,
        moved_at: Some(END - 3 * DAY + 51_240),
    }
}

fn meals() -> ProgrammeRef {
    ProgrammeRef {
        id: "almuerzo-2018".to_owned(),
        title: "Almuerzo escolar 2018".to_owned(),
    }
}

fn meals_line() -> Line {
    Line {
        currency: pyg(),
        appropriated: 9_800_000_000,
        income: 41_250,
        spent: 9_612_377_114,
        left: 187_664_136,
        ..Line::default()
    }
}

fn finding(seed: u64, code: FindingCode, severity: Severity) -> FindingView {
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

fn findings() -> Vec<FindingView> {
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

fn tally(bucket: Bucket, sent: Minor) -> TallyRow {
    TallyRow {
        bucket,
        allocated: 0,
        sent,
        received: sent * 93 / 100,
        transit: sent * 5 / 100,
        missing: sent - sent * 93 / 100 - sent * 5 / 100,
    }
}

const DEPARTMENTS: [&str; 18] = [
    "Capital",
    "Concepción",
    "San Pedro",
    "Cordillera",
    "Guairá",
    "Caaguazú",
    "Caazapá",
    "Itapúa",
    "Misiones",
    "Paraguarí",
    "Alto Paraná",
    "Central",
    "Ñeembucú",
    "Amambay",
    "Canindeyú",
    "Presidente Hayes",
    "Boquerón",
    "Alto Paraguay",
];

/// A line's terms in parts that add up to it; what came in stands in the first.
fn cut(whole: &Line, weights: &[Minor]) -> Vec<Line> {
    let sum: Minor = weights.iter().sum();
    let mut before = 0;
    let parts = weights.iter().map(|weight| {
        let (from, to) = (before, before + weight);
        let part = |minor: Minor| minor * to / sum - minor * from / sum;
        let came_in = if before == 0 { whole.came_in() } else { 0 };
        before = to;
        Line {
            currency: whole.currency.clone(),
            appropriated: came_in,
            held: part(whole.held),
            transit: part(whole.transit),
            missing: part(whole.missing),
            spent: part(whole.spent),
            left: part(whole.left),
            ..Line::default()
        }
    });
    parts.collect()
}

fn place_rows(places: impl Iterator<Item = Bucket>, weights: &[Minor]) -> Vec<PlaceRow> {
    let rows = places.zip(cut(&line(), weights));
    rows.map(|(place, line)| PlaceRow { place, line }).collect()
}

/// What was sent to a place where so much stands: a part was sent on.
fn sent_on(row: &PlaceRow) -> TallyRow {
    let sent = row.line.accounted_for() * 113 / 100;
    TallyRow {
        bucket: row.place.clone(),
        allocated: row.line.appropriated,
        sent,
        received: sent - row.line.transit - row.line.missing,
        transit: row.line.transit,
        missing: row.line.missing,
    }
}

fn programme_page() -> ProgrammePage {
    let weights: Vec<Minor> = (17..35)
        .map(|weight| (weight - 16) * (weight - 14))
        .collect();
    let regions = DEPARTMENTS.map(|name| Bucket::Region(name.to_owned()));
    let places = place_rows(regions.into_iter(), &weights);
    let levels = place_rows((0..3).map(Bucket::Tier), &[4, 31, 65]);
    let months = (1..=12).map(|month: u32| {
        tally(
            Bucket::Month(2019, month),
            (30 + Minor::from(month)) * 1_004_411_201,
        )
    });
    let members = (21_u64..)
        .zip(DEPARTMENTS.iter().cycle().take(15))
        .map(|(at, name)| MemberRow {
            member: party(
                &format!("m{at}.example/municipalidad"),
                &format!("Municipalidad {at} de {name}"),
            ),
            tier: 2,
            region: (*name).to_owned(),
            sent: Minor::from(at) * 71_400_213,
            received: Minor::from(at) * 70_400_213,
            held: Minor::from(at) * 8_204_771,
            findings_open: at % 4,
        });
    ProgrammePage {
        programme: fonacide(),
        owner: ministry(),
        period: "2019".to_owned(),
        basis: "cash".to_owned(),
        opened: entry(2, "programme-open", "FONACIDE-2019"),
        closed: false,
        line: line(),
        tiers: levels.iter().map(sent_on).collect(),
        levels,
        regions: places.iter().map(sent_on).collect(),
        region_codes: (1..=DEPARTMENTS.len())
            .map(|at| format!("py-{at}"))
            .collect(),
        places,
        months: months.collect(),
        members: members.collect(),
        hops: vec![
            TierHops {
                tier: 1,
                hops: hops(31),
            },
            TierHops {
                tier: 2,
                hops: hops(418),
            },
        ],
        members_page: Paging {
            page: 1,
            size: 15,
            total: 270,
        },
        findings: findings().into_iter().take(3).collect(),
        findings_open: 214,
    }
}

fn compare_page() -> ComparePage {
    let weights: Vec<Minor> = (0..60).map(|at| 400 - at * 6 + (at % 7) * 3).collect();
    let rows = (21_u64..)
        .zip(DEPARTMENTS.iter().cycle())
        .zip(cut(&line(), &weights))
        .map(|((at, name), line)| {
            let sent = line.accounted_for();
            CompareRow {
                place: Place::Member(party(
                    &format!("m{at}.example/municipalidad"),
                    &format!("Municipalidad {at} de {name}"),
                )),
                sent,
                received: sent - line.transit - line.missing,
                line,
                hops: hops(at % 7 + 1),
            }
        });
    let shares: Vec<CompareRow> = rows.collect();
    ComparePage {
        programme: fonacide(),
        currency: pyg(),
        by: CompareBy {
            of: CompareOf::Level(2),
            ..CompareBy::default()
        },
        choices: vec![CompareOf::Regions, CompareOf::Level(2), CompareOf::Level(1)],
        rows: shares.iter().take(50).cloned().collect(),
        paging: Paging {
            page: 1,
            size: 50,
            total: 60,
        },
        most: shares.iter().map(|row| row.sent).max().unwrap_or(0),
        shares,
        not_drawn: false,
        as_of: None,
        left_out: 3,
    }
}

fn step_row(seed: u64, state: StepState, received: Minor, open: Minor) -> StepRow {
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

fn search_page() -> SearchPage {
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

/// Days of some steps, most of them short.
fn hops(least: u64) -> Hops {
    let buckets = [9, 6, 4, 3, 2, 1, 0].map(|weight| weight * least);
    Hops {
        confirmed: buckets.iter().sum(),
        days: 163 * least,
        buckets,
    }
}

fn member_page() -> MemberPage {
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

fn key(person: &str, key_id: &str, roles: &[&str], until_index: Option<u64>) -> KeyRow {
    KeyRow {
        key_id: key_id.to_owned(),
        person: person.to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        since_index: 118,
        until_index,
        compromised: until_index.is_some(),
    }
}

fn findings_page() -> FindingsPage {
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

fn no_findings() -> FindingsPage {
    FindingsPage {
        filter: FindingsFilter {
            code: Some(FindingCode::LateHop),
            ..FindingsFilter::default()
        },
        programmes: vec![fonacide()],
        ..FindingsPage::default()
    }
}

fn busy() -> ProblemPage {
    ProblemPage {
        status: 503,
        retry_after_seconds: Some(2),
        ..ProblemPage::default()
    }
}

fn problem() -> ProblemPage {
    ProblemPage {
        status: 400,
        code: Some("not-in-the-catalogue".to_owned()),
        detail: "page: invalid digit found in string".to_owned(),
        ..ProblemPage::default()
    }
}

fn read_only() -> ProblemPage {
    ProblemPage {
        unavailable: Some(Unavailable::ReadOnly),
        ..busy()
    }
}

fn finding_page() -> FindingPage {
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

fn books_page() -> BooksPage {
    let key = |person: &str, roles: &[&str], since, until| KeyRow {
        key_id: format!("{since:08x}"),
        person: person.to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        since_index: since,
        until_index: until,
        compromised: until.is_some(),
    };
    let member = |member: Party, tier, house: Party| BookMember {
        member,
        tier,
        house,
        keys: vec![
            key("p1", &["administer", "pay"], 12, None),
            key("p2", &["confirm"], 13, Some(470)),
        ],
        keys_left_out: 0,
    };
    BooksPage {
        operator: Some(ministry()),
        rules: 1,
        houses: vec![(ministry(), 1), (caazapa(), 1)],
        houses_voting: 2,
        members: vec![
            member(ministry(), 0, ministry()),
            member(caazapa(), 1, ministry()),
        ],
        members_page: Paging {
            page: 1,
            size: 20,
            total: 271,
        },
        proposals_page: Paging {
            page: 1,
            size: 10,
            total: 12,
        },
        proposals: vec![ProposalRow {
            entry: entry(31, "member-propose", "caazapa"),
            member: caazapa(),
            time: END - 300 * DAY,
            yes: vec![ministry(), caazapa()],
            no: Vec::new(),
            settled: Some(33),
        }],
    }
}

fn status_page() -> StatusPage {
    StatusPage {
        takes_entries: true,
        last_index: Some(12_407),
        recorded_at: Some(END + 5),
        moved_at: Some(END - DAY),
        queued: 3,
        queue_max: 16_384,
        rules: Some(1),
        version: "0.1.0".to_owned(),
        licence: "Apache-2.0".to_owned(),
        witnesses: vec![
            WitnessRow {
                name: "audit-office".to_owned(),
                outside: true,
                last: Some((12_408, END + 6)),
            },
            WitnessRow {
                name: "op-second-site".to_owned(),
                outside: false,
                last: None,
            },
        ],
    }
}
