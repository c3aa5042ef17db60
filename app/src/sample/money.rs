//! The sample's money: lines and tallies, and the pages that show them.

use super::*;

pub(super) const TOTAL: Minor = 432_755_085_309;

pub(super) const DEPARTMENTS: [&str; 18] = [
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

pub(super) fn line() -> Line {
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

pub(super) fn meals_line() -> Line {
    Line {
        currency: pyg(),
        appropriated: 9_800_000_000,
        income: 41_250,
        spent: 9_612_377_114,
        left: 187_664_136,
        ..Line::default()
    }
}

/// A line's terms in parts that add up to it; what came in stands in the first.
pub(super) fn cut(whole: &Line, weights: &[Minor]) -> Vec<Line> {
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

pub(super) fn place_rows(places: impl Iterator<Item = Bucket>, weights: &[Minor]) -> Vec<PlaceRow> {
    let rows = places.zip(cut(&line(), weights));
    rows.map(|(place, line)| PlaceRow { place, line }).collect()
}

/// What was sent to a place where so much stands: a part was sent on.
pub(super) fn sent_on(row: &PlaceRow) -> TallyRow {
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

pub(super) fn tally(bucket: Bucket, sent: Minor) -> TallyRow {
    TallyRow {
        bucket,
        allocated: 0,
        sent,
        received: sent * 93 / 100,
        transit: sent * 5 / 100,
        missing: sent - sent * 93 / 100 - sent * 5 / 100,
    }
}

/// Days of some steps, most of them short.
pub(super) fn hops(least: u64) -> Hops {
    let buckets = [9, 6, 4, 3, 2, 1, 0].map(|weight| weight * least);
    Hops {
        confirmed: buckets.iter().sum(),
        days: 163 * least,
        buckets,
    }
}

pub(super) fn home() -> HomePage {
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

pub(super) fn programme_page() -> ProgrammePage {
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
        flow: FlowBy::default(),
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

pub(super) fn compare_page() -> ComparePage {
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
