//! How many entries a second the sequencer orders, and what share that is of the signatures that
//! this machine verifies: `cargo run --release -p tests --example ingest [steps] [postgres]`.
//!
//! Notes are signed before the clock starts. Half are transfers, half their receipts.

use ed25519_dalek::{Signer, SigningKey};
use ledger::Note;
use std::time::{Duration, Instant};
use tests::house::{Ground, House};
use tests::world::{COUNTY, MINISTRY, OFFICE};

/// Notes of one submission.
const BATCH: usize = 256;
/// Submissions under way at once.
const CLIENTS: usize = 8;

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let steps: usize = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(50_000);
    let ground = if arguments.next().is_some() {
        Ground::postgres()
    } else {
        Ground::folder()
    };
    let mut house = ground.open().await.expect("an empty place");
    let founding = house.world.founding();
    house.admit(&founding).await;
    let root = house.world.appropriation(1_000_000_000_000);
    house.admit(std::slice::from_ref(&root)).await;
    println!("signing {} notes", steps * 2);
    let sent: Vec<Note> = (0..steps)
        .map(|number| {
            let payee = if number % 2 == 0 { COUNTY } else { OFFICE };
            house
                .world
                .transfer(MINISTRY, payee, &root, 1000 + number as u64)
        })
        .collect();
    let received: Vec<Note> = sent
        .iter()
        .map(|step| house.world.receipt(step, 1000, true))
        .collect();
    let verified = verify_rate();
    for (what, notes) in [("transfers", &sent), ("receipts", &received)] {
        let seconds = ingest(&house, notes).await;
        let rate = notes.len() as u128 * 1000 / seconds.as_millis().max(1);
        println!(
            "{what}: {rate} a second, {} % of C = {verified}",
            rate * 100 / verified
        );
    }
    house.stop().await;
}

async fn ingest(house: &House, notes: &[Note]) -> Duration {
    let batches: Vec<Vec<bytes::Bytes>> = notes
        .chunks(BATCH)
        .map(|batch| {
            batch
                .iter()
                .map(|note| note.bytes().to_vec().into())
                .collect()
        })
        .collect();
    let started = Instant::now();
    let mut clients = tokio::task::JoinSet::new();
    for client in 0..CLIENTS {
        let own: Vec<_> = batches
            .iter()
            .skip(client)
            .step_by(CLIENTS)
            .cloned()
            .collect();
        let sequencer = house.sequencer.clone();
        clients.spawn(async move {
            for batch in own {
                for outcome in sequencer.submit_batch(batch).await.expect("room") {
                    outcome.expect("admitted");
                }
            }
        });
    }
    clients.join_all().await;
    started.elapsed()
}

/// `verify_strict` a second with two threads.
fn verify_rate() -> u128 {
    const EACH: u128 = 20_000;
    let started = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let key = SigningKey::from_bytes(&[7; 32]);
                let (message, point) = ([9; 600], key.verifying_key());
                let signature = key.sign(&message);
                (0..EACH).for_each(|_| point.verify_strict(&message, &signature).expect("valid"));
            });
        }
    });
    EACH * 2 * 1000 / started.elapsed().as_millis().max(1)
}
