//! Latency of pages and of the API, in an open loop: requests are sent when they are due, whether
//! or not earlier ones were answered, and are timed from when they were due.

use super::client::{Connection, get};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Reads a second, as the budget says.
const READS_PER_SECOND: u64 = 200;

/// How long reads are measured.
const MEASURED: Duration = Duration::from_secs(10);

/// Connections that the reads are dealt out to.
const CONNECTIONS: usize = 16;

/// Latencies of one run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latency {
    /// Half of the reads took at most this long.
    pub(super) median: Duration,
    /// 99 of 100 reads took at most this long.
    pub(super) p99: Duration,
    /// Answers other than 200.
    pub(super) failed: u64,
}

/// Reads the paths in turn.
///
/// # Errors
/// What the system says.
pub(super) async fn measure(address: SocketAddr, paths: &[String]) -> std::io::Result<Latency> {
    let requests: Vec<Vec<u8>> = paths.iter().map(|path| get(path)).collect();
    let total = READS_PER_SECOND * MEASURED.as_secs();
    let started = Instant::now() + Duration::from_millis(50);
    let mut readers = JoinSet::new();
    for reader in 0..CONNECTIONS as u64 {
        let mut connection = Connection::open(address).await?;
        let requests = requests.clone();
        readers.spawn(async move {
            let mut taken = Vec::new();
            let mut failed = 0;
            for number in (reader..total).step_by(CONNECTIONS) {
                let due = started + Duration::from_micros(number * 1_000_000 / READS_PER_SECOND);
                tokio::time::sleep_until(due.into()).await;
                let request = &requests[usize::try_from(number).unwrap_or(0) % requests.len()];
                let answer = connection.send(request).await?;
                failed += u64::from(answer.status != 200);
                taken.push(due.elapsed());
            }
            Ok::<_, std::io::Error>((taken, failed))
        });
    }
    let (mut taken, mut failed) = (Vec::new(), 0);
    while let Some(result) = readers.join_next().await {
        let (some, bad) = result.map_err(std::io::Error::other)??;
        taken.extend(some);
        failed += bad;
    }
    taken.sort_unstable();
    Ok(Latency {
        median: percentile(&taken, 50),
        p99: percentile(&taken, 99),
        failed,
    })
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}
