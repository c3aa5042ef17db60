//! Latency of pages and of the API, in an open loop: requests are sent when they are due, whether
//! or not earlier ones were answered, and are timed from when they were due.

use super::client::{Connection, get, get_page, reload_page};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Reads a second, as the budget says.
const READS_PER_SECOND: u64 = 200;

/// How long reads are measured: each of some fifteen kinds is read more than 200 times, so that the
/// slowest hundredth of one of them isn't a single answer.
pub(super) const MEASURED: Duration = Duration::from_secs(20);

/// Connections that the reads are dealt out to.
const CONNECTIONS: usize = 16;

/// How often each page is made for a reader who waits for it, with nobody else there.
pub(super) const MADE_ALONE: u64 = 25;

/// What is read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// What the report calls it; reads of the same name are counted together.
    pub(super) name: &'static str,
    /// Its paths, one after the other: a page that everybody looks at has one, offices and entries
    /// have many that are looked at once in a while.
    pub(super) paths: Vec<String>,
}

impl Read {
    /// Its request of the round with this number.
    fn request(&self, round: usize, of: fn(&str) -> Vec<u8>) -> Vec<u8> {
        of(&self.paths[round % self.paths.len()])
    }

    /// Pages come compressed, as browsers take them; answers of the API as programs take them.
    pub(super) fn is_page(&self) -> bool {
        self.paths.iter().all(|path| !path.starts_with("/api/"))
    }
}

/// One read: which it was, how long it took from when it was due, and how it was answered.
#[derive(Clone, Copy, Debug)]
struct Taken {
    name: &'static str,
    time: Duration,
    answered: bool,
    kept: Option<bool>,
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

/// Latencies of one kind of reads: all together, and by how they were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// Of all of them.
    pub(super) all: Latency,
    /// Of pages that the server had kept.
    pub(super) kept: Latency,
    /// Of pages that were made while their reader waited.
    pub(super) made: Latency,
}

/// Latencies of one run.
#[derive(Clone, Debug)]
pub(super) struct Latencies {
    /// Of all reads together.
    pub(super) all: Kind,
    /// Of each name, in the order in which they were asked for.
    pub(super) named: Vec<(&'static str, Kind)>,
}

/// Reads one of each kind, round after round.
///
/// # Errors
/// What the system says.
pub(super) async fn measure(address: SocketAddr, reads: &[Read]) -> std::io::Result<Latencies> {
    let total = READS_PER_SECOND * MEASURED.as_secs();
    let rounds = (0..).flat_map(|round| reads.iter().map(move |read| (round, read)));
    let requests = rounds.map(|(round, read)| {
        let of = if read.is_page() { get_page } else { get };
        (read.name, read.request(round, of))
    });
    let requests: Requests = requests
        .take(usize::try_from(total).unwrap_or(usize::MAX))
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

/// Prepared requests with their names, in the order in which they are due.
type Requests = Arc<[(&'static str, Vec<u8>)]>;

/// What one of the connections reads: every so many-th request.
async fn read_share(
    mut connection: Connection,
    requests: Requests,
    reader: usize,
    started: Instant,
) -> std::io::Result<Vec<Taken>> {
    let numbers = (0_u64..).zip(requests.iter());
    let mut taken = Vec::new();
    for (number, (name, request)) in numbers.skip(reader).step_by(CONNECTIONS) {
        let due = started + Duration::from_micros(number * 1_000_000 / READS_PER_SECOND);
        tokio::time::sleep_until(due.into()).await;
        let answer = connection.send(request).await?;
        taken.push(Taken {
            name,
            answered: answer.status == 200,
            kept: answer.kept,
            time: due.elapsed(),
        });
    }
    Ok(taken)
}

/// Reads each page by itself, one after the other, and moves the ledger before each: what making a
/// page costs, with nobody else there. `posts` are the requests that move it, a pair for each read
/// or as many as there are.
///
/// # Errors
/// What the system says.
pub(super) async fn made_alone(
    address: SocketAddr,
    reads: &[Read],
    posts: &[Vec<u8>],
) -> std::io::Result<Latencies> {
    let mut connection = Connection::open(address).await?;
    let pages: Vec<&Read> = reads.iter().filter(|read| read.is_page()).collect();
    let mut taken = Vec::new();
    for (number, post) in posts.iter().enumerate() {
        connection.send(post).await?;
        let read = pages[number % pages.len()];
        let request = read.request(number / pages.len(), reload_page);
        let asked = Instant::now();
        let answer = connection.send(&request).await?;
        taken.push(Taken {
            name: read.name,
            answered: answer.status == 200,
            kept: answer.kept,
            time: asked.elapsed(),
        });
    }
    let pages: Vec<Read> = pages.into_iter().cloned().collect();
    Ok(Latencies::of(&taken, &pages))
}

impl Latencies {
    fn of(taken: &[Taken], reads: &[Read]) -> Self {
        let mut named: Vec<(&'static str, Kind)> = Vec::new();
        for read in reads {
            if named.iter().all(|(name, _)| *name != read.name) {
                let those = taken.iter().filter(|taken| taken.name == read.name);
                named.push((read.name, Kind::of(those)));
            }
        }
        Self {
            all: Kind::of(taken.iter()),
            named,
        }
    }
}

impl Kind {
    fn of<'a>(taken: impl Iterator<Item = &'a Taken> + Clone) -> Self {
        let answered = |kept| taken.clone().filter(move |taken| taken.kept == Some(kept));
        Self {
            kept: Latency::of(answered(true)),
            made: Latency::of(answered(false)),
            all: Latency::of(taken),
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

pub(super) fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_its_own_latency_and_each_way_to_answer() {
        let read = |name, path: &str| Read {
            name,
            paths: vec![path.to_owned()],
        };
        let reads = [read("slow", "/a"), read("fast", "/b"), read("slow", "/c")];
        let taken: Vec<Taken> = (1..=200)
            .flat_map(|millis| {
                let kept = Some(millis > 100);
                [
                    ("slow", millis * 10, true, None),
                    ("fast", millis, millis != 7, kept),
                ]
            })
            .map(|(name, millis, answered, kept)| Taken {
                name,
                time: Duration::from_millis(millis),
                answered,
                kept,
            })
            .collect();
        let latencies = Latencies::of(&taken, &reads);
        let names: Vec<_> = latencies.named.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["slow", "fast"]);
        let fast = latencies.named[1].1;
        let all = Latency {
            reads: 200,
            median: Duration::from_millis(101),
            p99: Duration::from_millis(199),
            failed: 1,
        };
        assert_eq!(fast.all, all);
        assert_eq!((fast.made.reads, fast.made.failed), (100, 1));
        assert_eq!(
            (fast.kept.median, fast.kept.failed),
            (Duration::from_millis(151), 0)
        );
        let slow = latencies.named[0].1;
        assert_eq!((slow.kept.reads, slow.made.reads), (0, 0));
        assert_eq!(slow.all.p99, Duration::from_millis(1990));
        assert_eq!(
            (latencies.all.all.reads, latencies.all.all.failed),
            (400, 1)
        );
    }

    #[test]
    fn a_kind_of_pages_is_read_one_page_after_the_other() {
        let read = Read {
            name: "an office",
            paths: vec!["/en/a".to_owned(), "/en/b".to_owned()],
        };
        let asked = |round| String::from_utf8(read.request(round, get)).expect("a request");
        assert!(asked(2).starts_with("GET /en/a ") && asked(3).starts_with("GET /en/b "));
        assert!(read.is_page());
    }
}
