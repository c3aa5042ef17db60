//! Many submit at once, some of them the same: each text has one index, and whoever repeats it
//! hears that index.

use std::collections::BTreeMap;
use tests::house::Ground;

/// How often each note is sent.
const TIMES: usize = 4;
/// How many notes.
const NOTES: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn the_same_note_from_many_is_one_entry() {
    let ground = Ground::folder();
    let mut house = ground.open().await.expect("an empty place");
    let founding = house.world.founding();
    house.admit(&founding).await;
    let notes: Vec<_> = (1..=NOTES)
        .map(|amount| house.world.appropriation(amount as u64))
        .collect();
    let mut clients = tokio::task::JoinSet::new();
    for note in (0..TIMES).flat_map(|_| &notes) {
        let (sequencer, bytes) = (house.sequencer.clone(), note.bytes().to_vec());
        clients.spawn(async move { sequencer.submit(bytes).await.expect("admitted or repeated") });
    }
    let mut heard: BTreeMap<u64, Vec<bool>> = BTreeMap::new();
    for answer in clients.join_all().await {
        heard.entry(answer.index).or_default().push(answer.repeated);
    }
    assert_eq!(heard.len(), NOTES);
    for (index, mut repeated) in heard {
        repeated.sort_unstable();
        assert_eq!(repeated, [false, true, true, true], "index {index}");
    }
    assert_eq!(
        house.store.entry_count().await.expect("a count"),
        10 + NOTES as u64
    );
    house.stop().await;
}
