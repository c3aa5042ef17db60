//! What the log costs: taking entries into it, appending at any size, proving, serving tiles.

use super::client::{Connection, get};
use super::load::Load;
use super::report::{Figure, per_second, permille};
use super::{durable, mirroring, show};
use crate::log::{Frontier, FullTile, Log, LogConfig, write_full_tiles};
use crate::sequencer::{Config, Sequencer};
use crate::serve::{ServeConfig, Server};
use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::routing::get as get_route;
use ledger::log::{TILE_WIDTH, TilePath, TreeHash};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// Sizes at which the cost of appending is shown.
const SIZES: [u64; 3] = [10_000, 1_000_000, 10_000_000];

/// Leaves that are appended at each size: as many as one step of the publisher takes.
const APPENDED: u64 = 65_536;

/// How long proofs are made, and tiles are served.
const MEASURED: Duration = Duration::from_secs(3);

/// Connections that ask for tiles.
const CONNECTIONS: usize = 16;

/// Measures on the ledger of a folder that nobody else writes; `ingest` is its rate of entries, and
/// `ceiling` is C, against which a mirror's catch-up is held.
///
/// # Errors
/// What the ledger, a file or a connection says.
pub(super) async fn measure(folder: &Path, ingest: u64, ceiling: u64) -> Result<()> {
    append_at_any_size(&folder.join("append"))?;
    let store = Arc::new(durable::writer(folder).await?);
    let sequencer = Sequencer::start(store, Config::new(None))?;
    let entries = sequencer.store().entry_count().await?;
    let published = folder.join("published");
    let started = Instant::now();
    let log = Log::start(
        &sequencer,
        LogConfig::new(published.clone(), Load::log_key()),
    )
    .await?;
    let covered = log.covers(entries - 1, Duration::from_secs(3600)).await;
    covered.context("the log isn't published")?;
    let rate = per_second(entries, started.elapsed());
    show(&Figure {
        what: format!("entries taken into the log a second, {entries} from the database"),
        measured: format!("{rate} a second"),
        ratio_permille: Some(permille(ingest, rate)),
        budget: "of one core at the rate of ingest in batches",
        remark: "read back, hashed, tiles written and flushed, checkpoints signed and kept"
            .to_owned(),
    });
    proofs(&log, entries).await?;
    let server = Server::bind(ServeConfig::new(loopback())).await?;
    let address = server.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(server.run(sequencer, log, async {
        _ = stopped.await;
    }));
    let served = served_and_followed(folder, address, entries, ceiling).await;
    _ = stop.send(());
    serving.await??;
    served
}

/// What readers of the running log cost: those of its tiles, and a mirror.
async fn served_and_followed(
    folder: &Path,
    address: SocketAddr,
    entries: u64,
    ceiling: u64,
) -> Result<()> {
    tiles(address, folder.join("published"), entries).await?;
    mirroring::measure(folder, address, entries, ceiling).await
}

const fn loopback() -> SocketAddr {
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0)
}

/// A leaf that nothing stands behind: what appending costs doesn't depend on what is hashed.
fn leaf(index: u64) -> TreeHash {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&index.to_be_bytes());
    TreeHash(bytes)
}

fn append_at_any_size(folder: &Path) -> Result<()> {
    let mut frontier = Frontier::default();
    let mut full: Vec<FullTile> = Vec::new();
    let mut first = None;
    for size in SIZES {
        while frontier.size() < size {
            frontier.append(leaf(frontier.size()), &mut full);
            full.clear();
        }
        let started = Instant::now();
        for _ in 0..APPENDED {
            frontier.append(leaf(frontier.size()), &mut full);
        }
        let appended = started.elapsed();
        write_full_tiles(folder, &full)?;
        let rate = per_second(APPENDED, started.elapsed());
        let base = *first.get_or_insert(rate);
        show(&Figure {
            what: format!("leaves appended a second at {size}, their tiles flushed"),
            measured: format!("{rate} a second"),
            ratio_permille: Some(permille(rate, base)),
            budget: "of the rate at 10 thousand",
            remark: format!(
                "{} of them a second without the files; {} tiles",
                per_second(APPENDED, appended),
                full.len()
            ),
        });
        full.clear();
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

async fn proofs(log: &Log, entries: u64) -> Result<()> {
    let published = log.published().context("a checkpoint")?;
    let started = Instant::now();
    let mut made = 0;
    while started.elapsed() < MEASURED {
        // Strides of a large prime: no two proofs in a row share their tiles.
        let index = made * 2_654_435_761 % entries;
        log.bare_proof(&published, index).await?;
        made += 1;
    }
    show(&Figure {
        what: format!("proofs a second at {entries} entries, one thread"),
        measured: format!("{} a second", per_second(made, started.elapsed())),
        ratio_permille: None,
        budget: "no budget",
        remark: "from the tiles' files, with nothing kept between two proofs".to_owned(),
    });
    Ok(())
}

/// Full tiles over HTTP, against a plain server of the same files in the same process.
async fn tiles(address: SocketAddr, folder: PathBuf, entries: u64) -> Result<()> {
    let full = entries / u64::from(TILE_WIDTH);
    ensure!(full > 0, "too few entries for a full tile");
    let paths = (0..full.min(1000)).filter_map(|index| TilePath::hashes(0, index, TILE_WIDTH));
    let paths: Vec<String> = paths.map(|path| path.to_string()).collect();
    let requests = |prefix: &str| -> Arc<Vec<Vec<u8>>> {
        let requests = paths.iter().map(|path| get(&format!("{prefix}/{path}")));
        Arc::new(requests.collect())
    };
    let ours = served(address, requests("/log")).await?;
    let plain = TcpListener::bind(loopback()).await?;
    let plain_address = plain.local_addr()?;
    let router = Router::new()
        .route("/{*path}", get_route(file))
        .with_state(Arc::new(folder));
    let serving = tokio::spawn(async move { axum::serve(plain, router).await });
    let theirs = served(plain_address, requests("")).await;
    serving.abort();
    let theirs = theirs?;
    show(&Figure {
        what: format!("tiles served a second, {CONNECTIONS} connections"),
        measured: format!("{ours} a second"),
        ratio_permille: Some(permille(ours, theirs)),
        budget: "of a plain server of the same files",
        remark: format!(
            "the plain server: {theirs} a second; both share the processor with the client"
        ),
    });
    Ok(())
}

async fn file(State(folder): State<Arc<PathBuf>>, uri: Uri) -> Vec<u8> {
    std::fs::read(folder.join(uri.path().trim_start_matches('/'))).unwrap_or_default()
}

/// Answers a second, each of them a whole tile.
async fn served(address: SocketAddr, requests: Arc<Vec<Vec<u8>>>) -> Result<u64> {
    let started = Instant::now();
    let mut clients = JoinSet::new();
    for client in 0..CONNECTIONS {
        let mut connection = Connection::open(address).await?;
        let requests = Arc::clone(&requests);
        clients.spawn(async move {
            let mut taken = 0;
            while started.elapsed() < MEASURED {
                let place = (client * 31 + taken) % requests.len();
                let answer = connection.send(&requests[place]).await?;
                if answer.status != 200 || answer.body.len() != usize::from(TILE_WIDTH) * 32 {
                    return Err(std::io::Error::other("an answer that is no tile"));
                }
                taken += 1;
            }
            Ok(taken)
        });
    }
    let mut taken = 0;
    while let Some(done) = clients.join_next().await {
        taken += done??;
    }
    Ok(per_second(taken as u64, started.elapsed()))
}
