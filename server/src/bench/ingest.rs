//! Durable entries a second over HTTP: one POST each, and in batches.

use super::client::{Connection, post};
use super::load::{Load, LoadError};
use super::process::{Server, own_ticks};
use super::report::{per_second, permille};
use ledger::Note;
use std::net::SocketAddr;
use std::ops::Range;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Connections of the single posts, as the budget says.
pub(super) const CONNECTIONS: usize = 256;

/// Connections of the batches: enough that one is being sent while others are being committed.
const BATCH_CONNECTIONS: usize = 16;

/// Notes of one batch, the most that the server takes.
const BATCH_NOTES: usize = 256;

/// What an ingest took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ingested {
    /// Entries that were admitted.
    pub(super) entries: u64,
    /// Answers that were anything else.
    pub(super) refused: u64,
    /// From the first request to the last answer.
    pub(super) elapsed: Duration,
    /// The load's share of all processor time used, in thousandths.
    pub(super) load_permille: u64,
}

impl Ingested {
    /// Entries a second.
    #[must_use]
    pub(super) fn rate(&self) -> u64 {
        per_second(self.entries, self.elapsed)
    }
}

/// Steps signed before anything is measured.
pub(super) struct Signed(Vec<(Note, Note)>);

/// Signs a range of steps on all cores.
///
/// # Errors
/// [`LoadError`] where the format refuses what the load would write.
pub(super) fn sign(load: &Load, range: Range<u64>, threads: u64) -> Result<Signed, LoadError> {
    let share = (range.end - range.start).div_ceil(threads).max(1);
    let parts: Vec<Range<u64>> = (0..threads)
        .map(|part| {
            (range.start + part * share).min(range.end)
                ..(range.start + (part + 1) * share).min(range.end)
        })
        .collect();
    std::thread::scope(|scope| {
        let workers: Vec<_> = parts
            .into_iter()
            .map(|part| scope.spawn(|| part.map(|number| load.step(number)).collect()))
            .collect();
        let signed: Result<Vec<Vec<_>>, LoadError> = workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or(Err(LoadError::Range)))
            .collect();
        Ok(Signed(signed?.into_iter().flatten().collect()))
    })
}

/// Posts each entry by itself: a transfer, and when it is answered its receipt.
///
/// # Errors
/// What the system says.
pub(super) async fn single(server: &Server, signed: Signed) -> std::io::Result<Ingested> {
    let request = |note: &Note| post("/api/v1/entries", "text/plain; charset=utf-8", note.bytes());
    let plans = deal(
        signed
            .0
            .iter()
            .map(|(sent, came)| vec![request(sent), request(came)]),
        CONNECTIONS,
    );
    run(server, plans, 1).await
}

/// Posts batches: transfers, and when they are answered their receipts.
///
/// # Errors
/// What the system says.
pub(super) async fn batches(server: &Server, signed: Signed) -> std::io::Result<Ingested> {
    let request = |notes: Vec<&Note>| {
        post(
            "/api/v1/entries:batch",
            "application/octet-stream",
            &frame(&notes),
        )
    };
    let pairs = signed.0.chunks(BATCH_NOTES).map(|chunk| {
        let transfers = request(chunk.iter().map(|(sent, _)| sent).collect());
        vec![
            transfers,
            request(chunk.iter().map(|(_, came)| came).collect()),
        ]
    });
    let plans = deal(pairs, BATCH_CONNECTIONS);
    run(server, plans, BATCH_NOTES as u64).await
}

/// Each entry as a request of its own: a transfer, then its receipt.
pub(super) fn posts(signed: &Signed) -> Vec<Vec<u8>> {
    let request = |note: &Note| post("/api/v1/entries", "text/plain; charset=utf-8", note.bytes());
    let pairs = signed.0.iter();
    pairs
        .flat_map(|(sent, came)| [request(sent), request(came)])
        .collect()
}

/// Admits notes, batch after batch.
///
/// # Errors
/// What the system says, and a note that isn't admitted.
pub(super) async fn admit(address: SocketAddr, notes: &[Note]) -> std::io::Result<()> {
    let mut connection = Connection::open(address).await?;
    for chunk in notes.chunks(BATCH_NOTES) {
        let body = frame(&chunk.iter().collect::<Vec<_>>());
        let batch = post("/api/v1/entries:batch", "application/octet-stream", &body);
        let admitted = admitted_in(connection.send(&batch).await?.body);
        if admitted != chunk.len() as u64 {
            return Err(std::io::Error::other("a note of the load was refused"));
        }
    }
    Ok(())
}

/// Each note behind its length in two bytes, as the entry bundles of tlog-tiles have them.
fn frame(notes: &[&Note]) -> Vec<u8> {
    let mut body = Vec::new();
    for note in notes {
        let length = u16::try_from(note.bytes().len()).unwrap_or(u16::MAX);
        body.extend_from_slice(&length.to_be_bytes());
        body.extend_from_slice(note.bytes());
    }
    body
}

/// Deals requests that must follow each other out to connections.
fn deal(sequences: impl Iterator<Item = Vec<Vec<u8>>>, connections: usize) -> Vec<Vec<Vec<u8>>> {
    let mut plans = vec![Vec::new(); connections];
    for (number, sequence) in sequences.enumerate() {
        plans[number % connections].extend(sequence);
    }
    plans
}

async fn run(server: &Server, plans: Vec<Vec<Vec<u8>>>, notes: u64) -> std::io::Result<Ingested> {
    let mut opened = Vec::with_capacity(plans.len());
    for _ in &plans {
        opened.push(Connection::open(server.address).await?);
    }
    let (own, theirs) = (own_ticks(), server.ticks());
    let started = Instant::now();
    let mut workers = JoinSet::new();
    for (connection, plan) in opened.into_iter().zip(plans) {
        workers.spawn(work(connection, plan, notes));
    }
    let mut counted = (0, 0);
    while let Some(result) = workers.join_next().await {
        let (admitted, refused) = result.map_err(std::io::Error::other)??;
        counted = (counted.0 + admitted, counted.1 + refused);
    }
    let elapsed = started.elapsed();
    let (own, theirs) = (own_ticks() - own, server.ticks() - theirs);
    Ok(Ingested {
        entries: counted.0,
        refused: counted.1,
        elapsed,
        load_permille: permille(own, own + theirs),
    })
}

async fn work(
    mut connection: Connection,
    plan: Vec<Vec<u8>>,
    notes: u64,
) -> std::io::Result<(u64, u64)> {
    let mut counted = (0, 0);
    for request in &plan {
        let answer = connection.send(request).await?;
        let admitted = match answer.status {
            201 if notes == 1 => 1,
            200 if notes > 1 => admitted_in(answer.body),
            _ => 0,
        };
        counted.0 += admitted;
        counted.1 += u64::from(admitted == 0);
    }
    Ok(counted)
}

/// Answers of a batch that name an index: those that were admitted.
fn admitted_in(body: &[u8]) -> u64 {
    const ADMITTED: &[u8] = b"\"index\":";
    body.windows(ADMITTED.len())
        .filter(|window| *window == ADMITTED)
        .count() as u64
}

/// Writes at a steady rate until told to stop: the load beside which reads are measured.
///
/// # Errors
/// What the system says.
pub(super) async fn write_steadily(
    address: SocketAddr,
    signed: Signed,
    rate: u64,
    stop: tokio::sync::watch::Receiver<bool>,
) -> std::io::Result<u64> {
    let mut connection = Connection::open(address).await?;
    let started = Instant::now();
    let mut sent = 0_u64;
    for chunk in signed.0.chunks(BATCH_NOTES / 4) {
        for side in [0, 1] {
            let notes: Vec<&Note> = chunk
                .iter()
                .map(|pair| if side == 0 { &pair.0 } else { &pair.1 })
                .collect();
            let body = post(
                "/api/v1/entries:batch",
                "application/octet-stream",
                &frame(&notes),
            );
            sent += admitted_in(connection.send(&body).await?.body);
        }
        if *stop.borrow() {
            break;
        }
        let due = Duration::from_micros(sent.saturating_mul(1_000_000) / rate.max(1));
        tokio::time::sleep_until((started + due).into()).await;
    }
    Ok(sent)
}
