//! Which pages and API paths are read, by name, and the lines that the report gives them.

use super::client::{Connection, get};
use super::load::Load;
use super::reads::{Latencies, Latency, Read};
use super::report::{Figure, permille};
use anyhow::{Context, Result};
use std::net::SocketAddr;

/// What the ledger under load has most of, and the API's reads beside it. The ministry pays every
/// step, and the appropriation is what every step was paid from.
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
    ("an office's page", "/en/members/office-7.bench.example"),
    ("findings", "/en/findings"),
    ("API: the ledger", "/api/v1/ledger"),
    ("API: the programme", "/api/v1/programmes/bench"),
    (
        "API: the heaviest member",
        "/api/v1/members/ministry.bench.example",
    ),
    ("API: an office", "/api/v1/members/office-7.bench.example"),
];

/// Entries of every ledger under load whose pages are read: transfers and receipts.
const ENTRIES: [u64; 4] = [2_100, 3_000, 5_000, 9_000];

/// Pages and API paths of the ledger under load.
///
/// # Errors
/// What the system says, and an entry that the server doesn't give.
pub(super) async fn reads(address: SocketAddr, load: &Load) -> Result<Vec<Read>> {
    let mut reads: Vec<Read> = READS.iter().map(|(name, path)| read(name, path)).collect();
    let heaviest = format!("/en/entries/{}", load.appropriation());
    reads.push(read("the heaviest entry's page", &heaviest));
    let mut connection = Connection::open(address).await?;
    for index in ENTRIES {
        let answer = connection
            .send(&get(&format!("/api/v1/entries/{index}")))
            .await?;
        let entry: serde_json::Value =
            serde_json::from_slice(answer.body).context("the API's answer")?;
        let identity = entry["identity"]
            .as_str()
            .context("an entry without identity")?;
        reads.push(read("an entry's page", &format!("/en/entries/{identity}")));
    }
    Ok(reads)
}

fn read(name: &'static str, path: &str) -> Read {
    Read {
        name,
        path: path.to_owned(),
    }
}

/// The figures of one run: all reads together, then each name by itself.
#[must_use]
pub(super) fn figures(when: &str, latencies: &Latencies) -> Vec<Figure> {
    let named = latencies.named.iter();
    let named = named.map(|(name, latency)| figure(format!("    {name}"), latency));
    let all = figure(format!("reads {when}"), &latencies.all);
    std::iter::once(all).chain(named).collect()
}

fn figure(what: String, latency: &Latency) -> Figure {
    let micros = u64::try_from(latency.p99.as_micros()).unwrap_or(u64::MAX);
    Figure {
        what,
        measured: format!(
            "p99 {}.{:02} ms, median {} us",
            micros / 1000,
            micros % 1000 / 10,
            latency.median.as_micros()
        ),
        ratio_permille: Some(permille(micros, 10_000)),
        budget: "of 10 ms",
        remark: format!(
            "{} of 200 reads a second, open loop; {} answers were not 200",
            latency.reads, latency.failed
        ),
    }
}
