//! Which pages and API paths are read, by name, and the lines that the report gives them.

use super::client::{Connection, get};
use super::load::Load;
use super::reads::{Kind, Latencies, Latency, Read};
use super::report::{Figure, permille};
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::time::Duration;

/// What the ledger under load has most of, and the API's reads beside it. The ministry pays every
/// step, and the appropriation is what every step was paid from. These are the pages that everybody
/// looks at.
const READS: &[(&str, &str)] = &[
    ("home", "/en/"),
    ("the programme's page", "/en/programmes/bench"),
    (
        "its thousand places side by side",
        "/en/programmes/bench/compare?of=1",
    ),
    (
        "the heaviest member's page",
        "/en/members/ministry.bench.example",
    ),
    ("findings", "/en/findings"),
    ("API: the ledger", "/api/v1/ledger"),
    ("API: the programme", "/api/v1/programmes/bench"),
    (
        "API: the heaviest member",
        "/api/v1/members/ministry.bench.example",
    ),
];

/// Entries of every ledger under load whose pages are read, four in each round: so many, so far apart.
/// Each is read once in some seconds: a page of an entry is rarely one that somebody has just read.
const ENTRIES: u64 = 256;
const FIRST_ENTRY: u64 = 2_100;
const ENTRIES_APART: u64 = 30;
const ENTRIES_A_ROUND: u64 = 4;

/// From office to office, so that neighbours aren't read one after the other; every office comes up.
const OFFICES_APART: u64 = 7;

/// Pages and API paths of the ledger under load.
///
/// # Errors
/// What the system says, and an entry that the server doesn't give.
pub(super) async fn reads(address: SocketAddr, load: &Load, offices: u64) -> Result<Vec<Read>> {
    let mut reads: Vec<Read> = READS.iter().map(|(name, path)| read(name, path)).collect();
    let office = |before: &str| {
        let name = |round| {
            format!(
                "{before}/members/office-{}.bench.example",
                round * OFFICES_APART % offices
            )
        };
        (0..offices).map(name).collect()
    };
    reads.push(Read {
        name: "an office's page",
        paths: office("/en"),
    });
    reads.push(Read {
        name: "API: an office",
        paths: office("/api/v1"),
    });
    let heaviest = format!("/en/entries/{}", load.appropriation());
    reads.push(read("the heaviest entry's page", &heaviest));
    let mut entries: Vec<Vec<String>> = vec![Vec::new(); usize::try_from(ENTRIES_A_ROUND)?];
    let mut connection = Connection::open(address).await?;
    for number in 0..ENTRIES {
        let index = FIRST_ENTRY + number * ENTRIES_APART;
        let answer = connection
            .send(&get(&format!("/api/v1/entries/{index}")))
            .await?;
        let entry: serde_json::Value =
            serde_json::from_slice(answer.body).context("the API's answer")?;
        let identity = entry["identity"]
            .as_str()
            .context("an entry without identity")?;
        entries[usize::try_from(number % ENTRIES_A_ROUND)?].push(format!("/en/entries/{identity}"));
    }
    reads.extend(entries.into_iter().map(|paths| Read {
        name: "an entry's page",
        paths,
    }));
    Ok(reads)
}

fn read(name: &'static str, path: &str) -> Read {
    Read {
        name,
        paths: vec![path.to_owned()],
    }
}

/// The figures of one run: all reads together, then each name by itself. The budget is for the mix as
/// readers meet it, whether a page was kept or made for them.
#[must_use]
pub(super) fn figures(when: &str, latencies: &Latencies) -> Vec<Figure> {
    let named = latencies.named.iter();
    let named = named.map(|(name, kind)| figure(format!("    {name}"), kind));
    let all = figure(format!("reads {when}"), &latencies.all);
    std::iter::once(all).chain(named).collect()
}

fn figure(what: String, kind: &Kind) -> Figure {
    let micros = u64::try_from(kind.all.p99.as_micros()).unwrap_or(u64::MAX);
    Figure {
        what,
        measured: times(&kind.all),
        ratio_permille: Some(permille(micros, 10_000)),
        budget: "of 10 ms",
        remark: format!(
            "{} of 200 reads a second, open loop; {} answers were not 200{}",
            kind.all.reads,
            kind.all.failed,
            by_answer(kind)
        ),
    }
}

/// How the pages among them were answered.
fn by_answer(kind: &Kind) -> String {
    let (kept, made) = (kind.kept.reads as u64, kind.made.reads as u64);
    if kept + made == 0 {
        return String::new();
    }
    let share = permille(kept, kept + made);
    let some = |reads: u64, latency: &Latency| {
        let times = if reads == 0 {
            String::new()
        } else {
            format!(" ({})", times(latency))
        };
        format!("{reads}{times}")
    };
    format!(
        ";\n    pages that were kept: {}, made while their reader waited: {}; {}.{} % were kept",
        some(kept, &kind.kept),
        some(made, &kind.made),
        share / 10,
        share % 10
    )
}

/// The figures of pages that were made one by one, each after the ledger moved.
#[must_use]
pub(super) fn alone(when: &str, latencies: &Latencies) -> Vec<Figure> {
    let named = latencies.named.iter();
    let named = named.map(|(name, kind)| (format!("    {name}"), kind));
    let all = (
        format!("pages made one by one, the ledger moved before each, {when}"),
        &latencies.all,
    );
    let figure = |(what, kind): (String, &Kind)| Figure {
        what,
        measured: times(&kind.made),
        ratio_permille: None,
        budget: "what making a page takes",
        remark: format!(
            "{} pages; {} answers were not 200",
            kind.made.reads, kind.all.failed
        ),
    };
    std::iter::once(all).chain(named).map(figure).collect()
}

fn times(latency: &Latency) -> String {
    let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    let p99 = micros(latency.p99);
    format!(
        "p99 {}.{:02} ms, median {} us",
        p99 / 1000,
        p99 % 1000 / 10,
        micros(latency.median)
    )
}
