//! What pages show without adding up is what adding up gives.

use super::fold::WORLD;
use ledger::field::{MemberName, Tier};
use ledger::{ArrivalKey, FindingTallyKey, Scope};
use server::verify::Sums;

const PROGRAMME: &str = "fonacide-2019";
const CONCEPCION: &str = "l22-1.fonacide.example";

#[test]
fn the_changes_of_all_entries_add_up_to_the_rows_at_the_end() {
    let again = Sums::of(&WORLD.facts);
    assert_eq!(again.compare(&WORLD.sums), []);
    assert!(again.flows.len() > 269 && again.arrivals.len() > 269 && again.findings.len() > 100);
    // A row that differs is named.
    let mut wrong = WORLD.sums.clone();
    let (key, flow) = wrong.flows.iter_mut().next().expect("a flow");
    flow.missing += 1;
    let row = format!("flow from {} to {} in {PROGRAMME}", key.payer, key.payee);
    let found = again.compare(&wrong);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].row.to_string(), found[0].term), (row, "missing"));
    assert_eq!(found[0].stored, found[0].recomputed + 1);
}

#[test]
fn each_flow_adds_up_and_so_do_the_members_tallies() {
    let mut sent_to = 0;
    for (key, flow) in &WORLD.sums.flows {
        let parts = flow.received + flow.back + flow.settled + flow.in_transit + flow.missing;
        assert_eq!(flow.sent, parts, "{key:?}");
        assert!(flow.confirmed <= flow.steps && flow.returned <= flow.sent);
        if key.payee.as_str() == CONCEPCION {
            sent_to += flow.sent;
        }
    }
    let concepcion: MemberName = CONCEPCION.parse().expect("a name");
    let tally = WORLD.tally(Scope::Member(concepcion), ledger::Month::ALL);
    assert_eq!(tally.meant, sent_to);
    assert!(sent_to > 0);
}

#[test]
fn steps_by_days_are_the_confirmed_steps() {
    let all = |scope| {
        let programme = PROGRAMME.parse().expect("a name");
        let key = ArrivalKey { programme, scope };
        WORLD.sums.arrivals.get(&key).copied().unwrap_or_default()
    };
    for (key, terms) in &WORLD.sums.arrivals {
        let buckets = [
            terms.to_1,
            terms.to_3,
            terms.to_7,
            terms.to_14,
            terms.to_30,
            terms.to_60,
            terms.beyond,
        ];
        assert_eq!(buckets.iter().sum::<i64>(), terms.confirmed, "{key:?}");
        assert!(buckets.iter().all(|steps| *steps >= 0), "{key:?}");
    }
    let mut tiers = all(Scope::Tier(Tier(0)));
    (1..3).for_each(|tier| tiers.add(&all(Scope::Tier(Tier(tier)))));
    assert_eq!(tiers, all(Scope::Programme));
    assert!(tiers.confirmed > 5_000 && tiers.contested > 0);
    let flows = WORLD.sums.flows.values();
    let days: i64 = flows.map(|flow| flow.days).sum();
    assert_eq!(days, tiers.days);
}

#[test]
fn findings_are_counted_for_the_programme_and_each_member_they_name() {
    for (code, word) in ledger::CATALOGUE
        .iter()
        .map(|entry| (entry.code, entry.word))
    {
        let of_code = WORLD
            .facts
            .findings
            .values()
            .filter(|found| found.code == code);
        let open = of_code.clone().filter(|found| found.open());
        let key = FindingTallyKey {
            member: None,
            programme: PROGRAMME.parse().expect("a name"),
            code,
        };
        let counted = WORLD.sums.findings.get(&key).copied().unwrap_or_default();
        assert_eq!(
            usize::try_from(counted.open),
            Ok(open.clone().count()),
            "{word}"
        );
        assert_eq!(
            counted.open_at_risk,
            open.map(|found| found.at_risk).sum::<i128>()
        );
        let all = usize::try_from(counted.open + counted.closed);
        assert_eq!(all, Ok(of_code.count()), "{word}");
    }
}
