//! The plan itself: always the same, in ledger time, and plain about what is simulated.

use super::fold::{PLAN, WORLD};
use ledger::entry::Kind;
use ledger::field::{Day, Field, Moment, Offset, Role};
use ledger::{Entry, Note};
use server::demo::{self, DemoError};
use std::collections::BTreeSet;

/// SHA3-256 over the identities of all notes in their order. It changes when the demo changes:
/// then server/data/fonacide/planted.csv and the figures of docs/DEMO.md change with it.
const DIGEST: &str = "3ef1f49b3b2f56e1cb07ae9b86d1cb05ccf233e0556d5679d62a556d74e955f1";

/// The last second of 2019 in UTC.
const END: &str = "2019-12-31T23:59:59Z";

fn hex(bytes: [u8; 32]) -> String {
    ledger::field::Identity(bytes).to_string()
}

#[test]
fn the_digest_is_the_documented_one() {
    assert_eq!(hex(PLAN.digest()), DIGEST);
    let admitted = demo::digest(WORLD.identities.iter().copied());
    assert_eq!(hex(admitted), DIGEST);
    let document = include_str!("../../../docs/DEMO.md");
    assert!(
        document.contains(DIGEST),
        "docs/DEMO.md names another digest"
    );
}

#[test]
fn planning_again_gives_the_same_bytes() {
    let again = demo::plan(demo::DEPOSITS, demo::SEED).unwrap();
    assert_eq!(again.summary(), PLAN.summary());
    assert_eq!(again.notes().len(), PLAN.notes().len());
    assert!(again.notes().eq(PLAN.notes()));
}

#[test]
fn the_summary_counts_the_deposits() {
    let summary = PLAN.summary();
    assert_eq!(
        (summary.deposits, summary.deposited),
        (5_670, 432_755_085_309)
    );
    assert_eq!(summary.members, 272);
    assert_eq!(summary.entries, WORLD.identities.len());
    assert_eq!(summary.kinds.values().sum::<usize>(), summary.entries);
    assert_eq!(summary.planted, PLAN.planted().len());
}

#[test]
fn every_kind_of_flow_can_be_seen() {
    let kinds: BTreeSet<_> = PLAN.summary().kinds.into_keys().collect();
    let absent = Kind::ALL.iter().filter(|(kind, _)| !kinds.contains(kind));
    let absent: Vec<_> = absent.map(|(_, spec)| spec.word).collect();
    // These change keys, members, programmes and rules, or need a second year.
    let expected = [
        "member-amend",
        "key-rotate",
        "key-revoke",
        "key-compromised",
        "programme-amend",
        "programme-close",
        "rules-activate",
        "carry-over",
    ];
    assert_eq!(absent, expected);
}

#[test]
fn the_ledger_says_that_its_receipts_are_simulated() {
    let first = PLAN.notes().next().unwrap();
    let Entry::Genesis(genesis) = first.entry() else {
        panic!("the first entry founds the ledger");
    };
    assert!(demo::is_simulated(genesis));
    assert_eq!(genesis.origin.as_str(), demo::ORIGIN);
    let mut real = genesis.clone();
    real.purpose = Some("School meals".parse().unwrap());
    assert!(!demo::is_simulated(&real));
    real.purpose = None;
    assert!(!demo::is_simulated(&real));
}

#[test]
fn whatever_follows_a_deposit_is_marked_in_its_reference() {
    let simulated = |note: &Note| note.entry().reference().as_str().starts_with("simulated/");
    for note in PLAN.notes() {
        let founding = matches!(
            note.kind(),
            Kind::Genesis
                | Kind::MemberPropose
                | Kind::MemberVote
                | Kind::MemberActivate
                | Kind::ProgrammeOpen
                | Kind::Appropriation
                | Kind::Tick
        );
        let deposit = match note.entry() {
            Entry::Transfer(transfer) => transfer.from.as_str() == "hacienda.fonacide.example",
            _ => false,
        };
        assert_eq!(simulated(&note), !founding && !deposit, "{}", note.text());
    }
}

#[test]
fn the_clock_ticks_through_the_year_and_stands_at_its_end() {
    let notes: Vec<Note> = PLAN.notes().collect();
    let ticks = notes.iter().filter(|note| note.kind() == Kind::Tick);
    let times: Vec<Moment> = ticks.map(|tick| tick.entry().time()).collect();
    assert!(times.is_sorted_by(|earlier, later| earlier < later));
    let last = notes.last().unwrap();
    assert_eq!(
        (last.kind(), last.entry().time()),
        (Kind::Tick, Moment::parse(END).unwrap())
    );
    assert_eq!(
        WORLD.facts.head.as_ref().unwrap().clock,
        last.entry().time()
    );
    let offset = Offset::new(-240).unwrap();
    let days: BTreeSet<Day> = times.iter().map(|time| time.local_day(offset)).collect();
    let first = Day::parse("2019-01-08").unwrap();
    assert!((0..358).all(|later| days.contains(&first.plus(later))));
    assert_eq!(first.plus(357), Day::parse("2019-12-31").unwrap());
}

#[test]
fn the_operator_can_go_on_ticking() {
    let (operator, keeper) = PLAN.clock();
    let head = WORLD.facts.head.as_ref().unwrap();
    assert_eq!(operator.name, head.operator);
    let public = ledger::field::PublicKey::from(keeper.key.verifying_key());
    let id = ledger::key::key_id(&operator.name, &public);
    let enrolled = &WORLD.facts.keys[&(operator.name.clone(), id)];
    assert!(enrolled.revoked.is_none() && enrolled.public == public);
}

#[test]
fn a_visitor_has_something_to_confirm_and_a_key_that_may() {
    for visitor in demo::VISITORS {
        let actor = PLAN
            .members()
            .iter()
            .find(|actor| actor.name.as_str() == visitor);
        let person = &actor.unwrap().people[0];
        assert!(person.roles.contains(Role::Confirm), "{visitor}");
        let steps = WORLD.facts.steps.values();
        let mut waiting = steps.filter(|step| step.to.as_str() == visitor && !step.last_word);
        assert!(waiting.any(|step| step.open() > 0), "{visitor}");
    }
}

#[test]
fn a_file_that_does_not_fit_is_refused_with_its_line() {
    let text = std::str::from_utf8(demo::DEPOSITS).unwrap();
    let few: String = text.split_inclusive('\n').take(3).collect();
    let plan = demo::plan(few.as_bytes(), demo::SEED).unwrap();
    assert_eq!(plan.summary().deposits, 2);
    let refused = |text: &str| demo::plan(text.as_bytes(), demo::SEED).err().unwrap();
    let other_year = few.replace("2019-01-14", "2018-01-14");
    assert!(matches!(
        refused(&other_year),
        DemoError::Unusable { line: 2, .. }
    ));
    let no_amount = few.replace("141779106", "-5");
    assert!(matches!(refused(&no_amount), DemoError::Row(error) if error.line == 3));
    assert!(matches!(refused("a,b\n1,2\n"), DemoError::File(_)));
    let header: String = text.split_inclusive('\n').take(1).collect();
    assert!(matches!(refused(&header), DemoError::Total(0)));
}
