//! Cited entries are found whatever their age: in the open epoch, in a full one, after opening anew.
//!
//! Signing 65,536 notes would take a minute here, so the store is given effects that no rule made:
//! it doesn't judge.

use ledger::field::{Identity, LedgerName, Origin, RecordRef};
use ledger::{Effects, Head, Leg, NodeRef, Note, Step, StepKind, Wanted};
use sea_orm::{EntityTrait, PaginatorTrait};
use server::store::tables::{mark_block, mark_filter, mark_run};
use server::store::{BLOCK_ENTRIES, EPOCH_ENTRIES, Store};
use tests::house::Ground;
use tests::world::{COUNTY, DAWN, MINISTRY, PROGRAMME, World};

/// Entries behind the full epoch: the open one has a block and a half.
const BEHIND: u64 = BLOCK_ENTRIES * 3 / 2;
/// Entries of one commit; no divisor of an epoch, so that one commit runs over its end.
const GROUP: u64 = 5000;

#[tokio::test(flavor = "multi_thread")]
async fn a_cited_entry_is_found_in_any_epoch() {
    let ground = Ground::folder();
    let store = Store::open_writer(&ground.config())
        .await
        .expect("an empty place");
    let note = World::default().genesis();
    let total = EPOCH_ENTRIES + BEHIND;
    for first in (0..total).step_by(usize::try_from(GROUP).expect("a small number")) {
        let group: Vec<Effects> = (first..total.min(first + GROUP))
            .map(|index| effects(index, &note))
            .collect();
        let group: Vec<_> = group.iter().map(|effects| (&note, effects)).collect();
        store.commit(&group, DAWN.0).await.expect("a commit");
    }
    found(&store).await;
    store.close().await.expect("the end");
    let store = Store::open_reader(&ground.config())
        .await
        .expect("a reader");
    found(&store).await;
    let filters = mark_filter::Entity::find()
        .count(store.reader())
        .await
        .expect("a count");
    let runs = mark_run::Entity::find()
        .count(store.reader())
        .await
        .expect("a count");
    let blocks = mark_block::Entity::find()
        .count(store.reader())
        .await
        .expect("a count");
    assert_eq!((filters, runs, blocks), (1, 256, 2));
    store.close().await.expect("the end");
}

async fn found(store: &Store) {
    let indexes = [
        0,
        1,
        777,
        EPOCH_ENTRIES - 1,
        EPOCH_ENTRIES,
        EPOCH_ENTRIES + BEHIND - 1,
    ];
    let mut wanted: Vec<Wanted> = indexes
        .iter()
        .map(|index| Wanted::Step(identity(*index)))
        .collect();
    wanted.push(Wanted::Step(identity(u64::MAX)));
    let facts = store.load(&wanted).await.expect("facts");
    for index in indexes {
        assert_eq!(
            facts.step(&identity(index)).map(|step| step.index),
            Some(index)
        );
    }
    assert!(facts.step(&identity(u64::MAX)).is_none());
}

fn identity(index: u64) -> Identity {
    Identity::of(&format!("entry {index}"))
}

/// What a plain transfer of one unit would change, as far as finding it goes.
fn effects(index: u64, note: &Note) -> Effects {
    let at = NodeRef { index, leg: 0 };
    let leg = Leg {
        source: at,
        target: at,
        sent: 1,
        received: 0,
        back: 0,
        charged: 0,
        recovered: 0,
        written_off: 0,
    };
    let day = DAWN.local_day(ledger::field::Offset::default());
    let step = Step {
        index,
        identity: identity(index),
        kind: StepKind::Transfer,
        programme: PROGRAMME.parse().expect("a name"),
        from: MINISTRY.parse().expect("a name"),
        to: COUNTY.parse().expect("a name"),
        time: DAWN,
        occurred: day,
        due: day,
        watched: false,
        last_word: false,
        confirmed: None,
        contested: 0,
        taken_from_missing: 0,
        legs: [leg].into_iter().collect(),
    };
    let rare = index.is_multiple_of(111) || index < 2 || index + 1 >= EPOCH_ENTRIES;
    Effects {
        index,
        identity: identity(index),
        kind: note.kind(),
        author: MINISTRY.parse().expect("a name"),
        reference: format!("{index}")
            .parse::<RecordRef>()
            .expect("a reference"),
        time: DAWN,
        programme: None,
        head: (index == 0).then(|| Box::new(head())),
        members: Vec::new(),
        keys: Vec::new(),
        houses: Vec::new(),
        proposals: Vec::new(),
        programmes: [].into_iter().collect(),
        steps: rare.then_some(step).into_iter().collect(),
        nodes: [].into_iter().collect(),
        repeats: [].into_iter().collect(),
        day_sums: Vec::new(),
        dues_added: [].into_iter().collect(),
        dues_gone: [].into_iter().collect(),
        findings: [].into_iter().collect(),
        endorsements: Vec::new(),
        tallies: [].into_iter().collect(),
        flows: [].into_iter().collect(),
        arrivals: [].into_iter().collect(),
        finding_moves: Vec::new(),
    }
}

fn head() -> Head {
    Head {
        ledger: LedgerName::new(
            "relief.example".parse::<Origin>().expect("an origin"),
            &identity(0),
        ),
        next_index: 1,
        clock: DAWN,
        operator: MINISTRY.parse().expect("a name"),
        voting_houses: 1,
        log_key: None,
        rules: 1,
    }
}
