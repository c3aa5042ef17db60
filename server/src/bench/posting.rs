//! cala-ledger on PostgreSQL, posting beside our own ingest in the same run.
//!
//! The peer is a program of its own (`tests/peers/cala`): what it brings stands in no lock file of
//! the product's. It posts from memory into its database, with nobody's signature to check; ours
//! comes over HTTP, with every signature and every rule. Both are durable when they answer.

use super::report::{Figure, per_second, permille};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Seconds after which the peer ends a run by itself, whatever is left to post.
const RUN_SECONDS_MAX: u64 = 30;

/// How long a run may take in all, its tables and accounts included, before it is ended.
const RUN_MAX: Duration = Duration::from_secs(120);

/// How often a run that is under way is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Where the peer is.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PeerArgs {
    /// Built peer for posting, from tests/peers/cala; without one it is left out
    #[arg(long, value_name = "FILE", requires = "postgres")]
    pub cala: Option<PathBuf>,
    /// Empty PostgreSQL database of this machine for the peer: postgres://localhost/NAME
    #[arg(long, value_name = "URL", value_parser = local)]
    pub postgres: Option<String>,
}

/// Our own durable entries a second, in the same run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ours {
    /// One POST each.
    pub(super) single: u64,
    /// In batches of 256.
    pub(super) batches: u64,
}

/// A way to post: how many transfers, from how many tasks, how many in one database transaction.
struct Way {
    transfers: u64,
    tasks: u64,
    batch: u64,
}

/// What the peer prints.
#[derive(Deserialize)]
struct Posted {
    peer: String,
    posted: u64,
    micros: u64,
    fsync: String,
    synchronous_commit: String,
    server_version: String,
}

/// Runs the peer both ways, and prints ours over theirs.
///
/// # Errors
/// What the system says, and what the peer fails with.
pub(super) fn measure(peer: &PeerArgs, ours: Ours) -> Result<()> {
    let (Some(program), Some(database)) = (&peer.cala, &peer.postgres) else {
        println!(
            "cala-ledger is left out: `make bench` builds it and starts a PostgreSQL for it\n"
        );
        return Ok(());
    };
    // Enough tasks that PostgreSQL always has one to serve on two cores.
    let single = Way {
        transfers: 20_000,
        tasks: 16,
        batch: 1,
    };
    let batches = Way {
        transfers: 51_200,
        tasks: 4,
        batch: 256,
    };
    beside(program, database, &single, ours.single, "one POST each")?;
    beside(
        program,
        database,
        &batches,
        ours.batches,
        "in batches of 256",
    )
}

fn beside(program: &Path, database: &str, way: &Way, ours: u64, how: &str) -> Result<()> {
    let run = Command::new(program)
        .arg(database)
        .args(
            [way.transfers, way.tasks, way.batch, RUN_SECONDS_MAX].map(|number| number.to_string()),
        )
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} doesn't run", program.display()))?;
    let said = bounded(run, RUN_MAX)?;
    let posted: Posted = serde_json::from_str(&said).context("what the peer printed")?;
    let theirs = per_second(posted.posted, Duration::from_micros(posted.micros));
    super::show(&Figure {
        what: format!(
            "{} on PostgreSQL {}: {} transfers, {} in a database transaction, {} tasks",
            posted.peer, posted.server_version, posted.posted, way.batch, way.tasks
        ),
        measured: format!("{theirs} a second, our durable entries {how} {ours}"),
        ratio_permille: Some(permille(ours, theirs)),
        budget: "our entries over the peer's transfers",
        remark: format!(
            "a step of ours is two entries, one by each side; theirs has fsync {}, synchronous_commit {}, \
             no signatures and no HTTP",
            posted.fsync, posted.synchronous_commit
        ),
    });
    Ok(())
}

/// What a program prints until it ends, which it does in time or by force.
fn bounded(mut run: Child, time_max: Duration) -> Result<String> {
    let started = Instant::now();
    let status = loop {
        if let Some(status) = run.try_wait()? {
            break status;
        }
        if started.elapsed() > time_max {
            run.kill()?;
            run.wait()?;
            anyhow::bail!("the peer took longer than {} s", time_max.as_secs());
        }
        std::thread::sleep(LOOK_EVERY);
    };
    anyhow::ensure!(status.success(), "the peer failed: {status}");
    // One line, which the pipe holds until it is read.
    let mut said = String::new();
    run.stdout
        .context("the peer's output")?
        .read_to_string(&mut said)?;
    Ok(said)
}

/// A URL of this very machine: a benchmark sends no load anywhere else.
fn local(url: &str) -> Result<String, String> {
    const WANTED: &str =
        "must be postgres:// with localhost, 127.0.0.1 or [::1], or ?host= with a socket's folder";
    let uri: http::Uri = url.parse().map_err(|_| WANTED)?;
    let scheme = matches!(uri.scheme_str(), Some("postgres" | "postgresql"));
    let host = matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"));
    // A parameter may name another host than the address does.
    let mut parameters = uri.query().unwrap_or_default().split('&');
    let socket = parameters.all(|parameter| match parameter.split_once('=') {
        Some(("host", folder)) => folder.starts_with('/') || folder.starts_with("%2F"),
        Some((name, _)) => !name.starts_with("host"),
        None => parameter.is_empty(),
    });
    if scheme && host && socket {
        Ok(url.to_owned())
    } else {
        Err(WANTED.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_put_under_load() {
        for url in [
            "postgres://localhost/peer",
            "postgresql://user@127.0.0.1:5433/peer",
            "postgres://[::1]/peer",
            "postgres://postgres@localhost/peer?host=%2Ftmp%2Fsocket",
        ] {
            assert_eq!(local(url).as_deref(), Ok(url));
        }
        for url in [
            "postgres://db.example/peer",
            "postgres://localhost@db.example/peer",
            "postgres://localhost/peer?host=db.example",
            "postgres://localhost/peer?hostaddr=192.0.2.1",
            "postgres://localhost/peer?host=%2Ftmp&host=db.example",
            "sqlite:ledger.sqlite",
            "",
        ] {
            assert!(local(url).is_err(), "{url}");
        }
    }

    #[test]
    fn a_program_is_ended_in_time() {
        let started = |script| {
            let mut command = Command::new("sh");
            command
                .args(["-c", script])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap()
        };
        assert_eq!(bounded(started("echo done"), RUN_MAX).unwrap(), "done\n");
        assert!(bounded(started("exit 3"), RUN_MAX).is_err());
        let late = bounded(started("exec sleep 60"), Duration::from_millis(100));
        assert!(late.unwrap_err().to_string().contains("longer than"));
    }
}
