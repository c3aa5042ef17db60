//! Latency of pages and of the API, in an open loop: requests are sent when they are due, whether
//! or not earlier ones were answered, and are timed from when they were due.

use super::client::{Connection, get};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Reads a second, as the budget says.
const READS_PER_SECOND: u64 = 200;

/// How long reads are measured: each of some fifteen paths is read more than 200 times, so that the
/// slowest hundredth of one of them isn't a single answer.
pub(super) const MEASURED: Duration = Duration::from_secs(20);

/// Connections that the reads are dealt out to.
const CONNECTIONS: usize = 16;

/// What is read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// What the report calls it; paths of the same name are counted together.
    pub(super) name: &'static str,
    /// Its path.
    pub(super) path: String,
}

/// One read: which it was, how long it took from when it was due, and whether it was answered.
#[derive(Clone, Copy, Debug)]
struct Taken {
    name: &'static str,
    time: Duration,
    answered: bool,
}

/// Latencies of some reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Latency {
    /// How many reads there were.
    pub(super) reads: usize,
    /// Half of the reads took at most this long.
    pub(super) median: Duration,
    /// 99 of 100 reads took at most this long.
    pub(super) p99: Duration,
    /// Answers other than 200.
    pub(super) failed: usize,
}

/// Latencies of one run.
#[derive(Clone, Debug)]
pub(super) struct Latencies {
    /// Of all reads together.
    pub(super) all: Latency,
    /// Of each name, in the order in which they were asked for.
    pub(super) named: Vec<(&'static str, Latency)>,
}

/// Reads the paths in turn.
///
/// # Errors
/// What the system says.
pub(super) async fn measure(address: SocketAddr, reads: &[Read]) -> std::io::Result<Latencies> {
    let requests: Requests = reads
        .iter()
        .map(|read| (read.name, get(&read.path)))
        .collect();
    let started = Instant::now() + Duration::from_millis(50);
    let mut readers = JoinSet::new();
    for reader in 0..CONNECTIONS {
        let connection = Connection::open(address).await?;
        readers.spawn(read_share(
            connection,
            Arc::clone(&requests),
            reader,
            started,
        ));
    }
    let mut taken = Vec::new();
    while let Some(result) = readers.join_next().await {
        taken.extend(result.map_err(std::io::Error::other)??);
    }
    Ok(Latencies::of(&taken, reads))
}

/// Prepared requests with their names.
type Requests = Arc<[(&'static str, Vec<u8>)]>;

/// What one of the connections reads: every so many-th request.
async fn read_share(
    mut connection: Connection,
    requests: Requests,
    reader: usize,
    started: Instant,
) -> std::io::Result<Vec<Taken>> {
    let total = READS_PER_SECOND * MEASURED.as_secs();
    let numbers = (0..total).zip(requests.iter().cycle());
    let mut taken = Vec::new();
    for (number, (name, request)) in numbers.skip(reader).step_by(CONNECTIONS) {
        let due = started + Duration::from_micros(number * 1_000_000 / READS_PER_SECOND);
        tokio::time::sleep_until(due.into()).await;
        let answer = connection.send(request).await?;
        taken.push(Taken {
            name,
            answered: answer.status == 200,
            time: due.elapsed(),
        });
    }
    Ok(taken)
}

impl Latencies {
    fn of(taken: &[Taken], reads: &[Read]) -> Self {
        let mut named: Vec<(&'static str, Latency)> = Vec::new();
        for read in reads {
            if named.iter().all(|(name, _)| *name != read.name) {
                let those = taken.iter().filter(|taken| taken.name == read.name);
                named.push((read.name, Latency::of(those)));
            }
        }
        Self {
            all: Latency::of(taken.iter()),
            named,
        }
    }
}

impl Latency {
    fn of<'a>(taken: impl Iterator<Item = &'a Taken> + Clone) -> Self {
        let failed = taken.clone().filter(|taken| !taken.answered).count();
        let mut times: Vec<Duration> = taken.map(|taken| taken.time).collect();
        times.sort_unstable();
        Self {
            reads: times.len(),
            median: percentile(&times, 50),
            p99: percentile(&times, 99),
            failed,
        }
    }
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_its_own_latency() {
        let read = |name, path: &str| Read {
            name,
            path: path.to_owned(),
        };
        let reads = [read("slow", "/a"), read("fast", "/b"), read("slow", "/c")];
        let taken: Vec<Taken> = (1..=200)
            .flat_map(|millis| [("slow", millis * 10, true), ("fast", millis, millis != 7)])
            .map(|(name, millis, answered)| Taken {
                name,
                time: Duration::from_millis(millis),
                answered,
            })
            .collect();
        let latencies = Latencies::of(&taken, &reads);
        let names: Vec<_> = latencies.named.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["slow", "fast"]);
        let fast = Latency {
            reads: 200,
            median: Duration::from_millis(101),
            p99: Duration::from_millis(199),
            failed: 1,
        };
        assert_eq!(latencies.named[1].1, fast);
        assert_eq!(latencies.named[0].1.p99, Duration::from_millis(1990));
        assert_eq!((latencies.all.reads, latencies.all.failed), (400, 1));
    }
}
