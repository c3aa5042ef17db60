//! Benchmarks that print the budgets as ratios, each against a ceiling or a peer that is measured
//! in the same run. The server under load is a process of its own; the load's share is printed.
//!
//! In scope: C, ingest over HTTP, reads while writing, the desk's confirmations and previews, streamed
//! files, memory, start-up, the log, a mirror's catch-up, re-verification, import, one entry's check, and as peers
//! a ledger on PostgreSQL and a plain-text accounting tool.
//! All traffic stays on the loopback, and every part ends by itself.

mod ceiling;
mod checking;
mod client;
mod desk;
mod durable;
mod ingest;
mod load;
mod mirroring;
mod pages;
mod peers;
mod posting;
mod process;
mod publishing;
mod reads;
mod report;
mod taking;

use crate::ports::{Clock, SystemClock};
use anyhow::{Context, Result};
use ingest::{Ingested, sign};
use load::Load;
use posting::{Ours, PeerArgs};
use process::Server;
use reads::Read;
use report::{Figure, permille};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Offices of the consortium under load.
const OFFICES: u64 = 1000;

/// Steps that are signed and sent at a time: 50,000 notes are some 60 MB of memory.
const CHUNK_STEPS: u64 = 25_000;

/// Steps of the single posts that are measured.
const SINGLE_STEPS: u64 = 25_000;

/// Entries at which reads are measured first.
const SMALL_LEDGER: u64 = 10_000;

/// What `countersign bench` is asked to do.
#[derive(Clone, Debug, clap::Args)]
pub struct BenchArgs {
    /// Entries that the ledger grows to before the last reads are measured.
    #[arg(long, default_value_t = 1_000_000)]
    pub entries: u64,
    /// Where the ledger under load is kept; a temporary folder otherwise, removed at the end.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The peer for posting.
    #[command(flatten)]
    pub peer: PeerArgs,
    /// Be the server under load at this address. The benchmark starts itself so.
    #[arg(long, hide = true)]
    pub serve: Option<SocketAddr>,
    /// Time the check of an entry that a browser makes, on this proof and those of its keys, and nothing
    /// else: `end2end/bench.mjs` asks for it.
    #[arg(long, hide = true, requires = "vkey")]
    pub proof: Vec<PathBuf>,
    /// The log's key for that.
    #[arg(long, hide = true)]
    pub vkey: Option<String>,
}

/// Runs all benchmarks and prints their figures.
///
/// # Errors
/// Whatever stops a part of it; what was measured before is printed.
pub async fn run(args: &BenchArgs) -> Result<()> {
    if let (Some(address), Some(data)) = (args.serve, &args.data) {
        return durable::serve(data, address).await;
    }
    if let Some(key) = &args.vkey {
        return checking::measure(&args.proof, key);
    }
    let folder = Folder::of(args.data.clone())?;
    measure(&folder.path, args).await
}

/// The ledger's folder, removed at the end if it is the benchmark's own.
struct Folder {
    path: PathBuf,
    own: bool,
}

impl Folder {
    fn of(asked: Option<PathBuf>) -> Result<Self> {
        let own = asked.is_none();
        let path = asked.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("countersign-bench-{}", std::process::id()))
        });
        std::fs::create_dir_all(&path)
            .with_context(|| format!("{} can't be made", path.display()))?;
        anyhow::ensure!(
            std::fs::read_dir(&path)?.next().is_none(),
            "{} isn't empty: name an empty folder, or none",
            path.display()
        );
        Ok(Self { path, own })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.own {
            // What can't be removed stays in the system's temporary folder: nothing is lost.
            _ = std::fs::remove_dir_all(&self.path);
        }
    }
}

/// What the parts share.
struct Bench {
    threads: u64,
    ceiling: u64,
    load: Load,
    next_step: u64,
}

async fn measure(folder: &Path, args: &BenchArgs) -> Result<()> {
    let entries = args.entries;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let ceiling = ceiling::measure(threads);
    show(&Figure {
        what: format!("C: strict verifications a second, {threads} threads, cached keys"),
        measured: format!("{ceiling} a second"),
        ratio_permille: None,
        budget: "the ceiling",
        remark: durable::flush_time(folder)?,
    });
    let load = Load::found(OFFICES, SystemClock.now())?;
    durable::found(folder, &load).await?;
    let mut bench = Bench {
        threads: threads as u64,
        ceiling,
        load,
        next_step: 0,
    };
    let staff = desk::Staff::join(folder, &bench.load).await?;
    let server = Server::start(folder)?;
    bench.small_reads(&server).await?;
    show_all(&desk::measure(&server, &bench.load, &staff).await?);
    let single = bench.single(&server).await?;
    let batch = bench.grow(&server, entries).await?;
    bench.large_reads(&server, batch / 2, entries).await?;
    show_all(&taking::measure(&server)?);
    bench.memory_and_start(server, folder)?;
    publishing::measure(folder, batch, bench.ceiling).await?;
    let ours = Ours {
        single,
        batches: batch,
    };
    posting::measure(&args.peer, ours)?;
    peers::measure(folder, bench.ceiling).await?;
    Ok(())
}

fn show(figure: &Figure) {
    show_all(std::slice::from_ref(figure));
}

fn show_all(figures: &[Figure]) {
    println!("{}", report::render(figures));
}

impl Bench {
    fn sign(&mut self, steps: u64) -> Result<ingest::Signed> {
        let range = self.next_step..self.next_step + steps;
        self.next_step = range.end;
        Ok(sign(&self.load, range, self.threads)?)
    }

    async fn small_reads(&mut self, server: &Server) -> Result<()> {
        let signed = self.sign(SMALL_LEDGER / 2)?;
        ingest::batches(server, signed).await?;
        let reads = pages::reads(server.address, &self.load, OFFICES).await?;
        let latencies = reads::measure(server.address, &reads).await?;
        let when = "at 10 thousand entries";
        show_all(&pages::figures(
            &format!("{when}, nothing written"),
            &latencies,
        ));
        self.made_alone(server, &reads, when).await
    }

    /// Pages one by one, each after an entry.
    async fn made_alone(&mut self, server: &Server, reads: &[Read], when: &str) -> Result<()> {
        let pages = reads.iter().filter(|read| read.is_page()).count() as u64;
        let signed = self.sign(pages * reads::MADE_ALONE / 2)?;
        let posts = ingest::posts(&signed);
        let latencies = reads::made_alone(server.address, reads, &posts).await?;
        show_all(&pages::alone(when, &latencies));
        Ok(())
    }

    async fn single(&mut self, server: &Server) -> Result<u64> {
        let signed = self.sign(SINGLE_STEPS)?;
        let taken = ingest::single(server, signed).await?;
        show(&self.ingest_figure(
            "durable entries a second, one POST each, 256 connections",
            taken,
            "35 % of C",
        ));
        Ok(taken.rate())
    }

    /// Grows the ledger in batches; the figure is that of the last chunk, at the ledger's full size.
    async fn grow(&mut self, server: &Server, entries: u64) -> Result<u64> {
        let mut last = None;
        while self.next_step * 2 < entries || last.is_none() {
            let signed = self.sign(CHUNK_STEPS)?;
            let taken = ingest::batches(server, signed).await?;
            if last.is_none() {
                show(&self.ingest_figure(
                    "the same in batches of 256, at the start",
                    taken,
                    "55 % of C",
                ));
            }
            last = Some(taken);
        }
        let taken = last.context("nothing was sent")?;
        let what = format!(
            "the same in batches of 256, at {} entries",
            self.next_step * 2
        );
        show(&self.ingest_figure(&what, taken, "55 % of C"));
        Ok(taken.rate())
    }

    fn ingest_figure(&self, what: &str, taken: Ingested, budget: &'static str) -> Figure {
        let rate = taken.rate();
        Figure {
            what: what.to_owned(),
            measured: format!("{rate} a second"),
            ratio_permille: Some(permille(rate, self.ceiling)),
            budget,
            remark: format!(
                "{} admitted, {} answers otherwise; the load took {} per mille of the processor time",
                taken.entries, taken.refused, taken.load_permille
            ),
        }
    }

    async fn large_reads(&mut self, server: &Server, rate: u64, entries: u64) -> Result<()> {
        // A step is two entries: enough for the whole time that reads are measured, and some more.
        let signed = self.sign(rate * reads::MEASURED.as_secs() * 6 / 10)?;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let writer = tokio::spawn(ingest::write_steadily(
            server.address,
            signed,
            rate,
            stopped,
        ));
        tokio::time::sleep(Duration::from_millis(500)).await;
        let reads = pages::reads(server.address, &self.load, OFFICES).await?;
        let latencies = reads::measure(server.address, &reads).await?;
        stop.send_replace(true);
        let written = writer.await??;
        let when = format!(
            "at {entries} entries, while {rate} a second are to be written: {written} were"
        );
        show_all(&pages::figures(&when, &latencies));
        let when = format!("at {entries} entries");
        self.made_alone(server, &reads, &when).await
    }

    fn memory_and_start(&self, server: Server, folder: &Path) -> Result<()> {
        let memory = server.memory_kib() / 1024;
        show(&Figure {
            what: format!(
                "memory of the server at {} entries (anonymous)",
                self.next_step * 2
            ),
            measured: format!("{memory} MiB"),
            ratio_permille: Some(permille(memory, 512)),
            budget: "of 512 MiB",
            remark: String::new(),
        });
        server.stop()?;
        let again = Server::start(folder)?;
        let started = again.started_in.as_micros() / 1000;
        show(&Figure {
            what: format!("start-up at {} entries", self.next_step * 2),
            measured: format!("{started} ms"),
            ratio_permille: Some(permille(u64::try_from(started)?, 1000)),
            budget: "of 1 s",
            remark: String::new(),
        });
        again.stop()?;
        Ok(())
    }
}
