//! The log as others read it: what is served, what is proven, and what it refuses to go on from.

mod checking;
mod copy;
mod departing;
mod fake;
mod hostile;
mod mirror;
mod passing;
mod quorum;
mod receipts;
mod resuming;
mod serving;
mod totals;
mod verifying;
mod ward;
mod witness;

use ledger::field::Field;
use ledger::log::{
    Checkpoint, KeyName, LogKey, Nodes, SignedCheckpoint, Subtree, TreeHash, leaf_hash, node_hash,
};
use std::convert::Infallible;
use tests::app::{TestApp, log_key};

/// Entries of the small ledger: more than a tile holds, and not a multiple of it.
const ENTRIES: u64 = 300;

/// A small ledger of exactly so many entries, all of them published.
async fn with_entries(entries: u64) -> TestApp {
    let mut app = TestApp::founded().await;
    let founded = app.house.store.entry_count().await.expect("a count");
    let more: Vec<_> = (founded..entries)
        .map(|number| app.house.world.appropriation(number))
        .collect();
    app.house.admit(&more).await;
    until_published(&app, entries).await;
    app
}

/// The checkpoint that is served, its signature checked.
async fn checkpoint(app: &TestApp) -> Checkpoint {
    let served = app.get("/log/checkpoint").await;
    assert_eq!(served.status, 200, "{}", served.text());
    read(app, &served.body).await
}

/// A checkpoint of the app's log.
async fn read(app: &TestApp, bytes: &[u8]) -> Checkpoint {
    let signed = SignedCheckpoint::parse(bytes).expect("a checkpoint");
    let key = key(app).await;
    let verified = signed.verify(key.verifier(), []).expect("it is the log's");
    verified.checkpoint().clone()
}

/// The log's key under its name.
async fn key(app: &TestApp) -> LogKey {
    let head = app.house.store.head().await.expect("a head");
    let ledger = head.expect("a genesis").ledger.to_string();
    LogKey::new(KeyName::parse(&ledger).expect("a name"), log_key())
}

/// Waits until so many entries are published.
async fn until_published(app: &TestApp, entries: u64) -> Checkpoint {
    for _ in 0..600 {
        let served = app.get("/log/checkpoint").await;
        if served.status == 200 {
            let checkpoint = read(app, &served.body).await;
            if checkpoint.size >= entries {
                return checkpoint;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{entries} entries aren't published");
}

/// The tree over entries as the definition has it: nothing is kept, all is hashed.
struct Naive(Vec<TreeHash>);

impl Naive {
    async fn of(app: &TestApp) -> Self {
        let notes = app.house.store.notes(0, 100_000).await.expect("entries");
        Self(notes.iter().map(|note| leaf_hash(&note.note)).collect())
    }
}

impl Nodes for Naive {
    type Error = Infallible;

    fn node(&self, subtree: Subtree) -> Result<TreeHash, Infallible> {
        let leaves = usize::try_from(subtree.index << subtree.level).expect("a small tree");
        let mut row = self.0[leaves..leaves + (1 << subtree.level)].to_vec();
        while row.len() > 1 {
            row = row
                .chunks(2)
                .map(|pair| node_hash(&pair[0], &pair[1]))
                .collect();
        }
        Ok(row[0])
    }
}
