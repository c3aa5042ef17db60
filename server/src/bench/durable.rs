//! What the benchmarks need of the product itself: a ledger on disk, a server, notes, a spreadsheet.

use super::load::Load;
use crate::import::{FileDigest, Mapping, rows};
use crate::log::{Log, LogConfig};
use crate::ports::{Clock, SystemClock};
use crate::sequencer::{Config, Sequencer};
use crate::serve::{ServeConfig, Server};
use crate::store::{Place, Store, StoreConfig};
use crate::verify::{Numbered, SourceError};
use anyhow::Result;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tokio::signal::unix::{SignalKind, signal};

/// Notes that are fetched from the store at a time.
const NOTES_PER_QUERY: u32 = 10_000;

/// Flushes that are timed.
const FLUSHES: u32 = 200;

fn config(folder: &Path) -> StoreConfig {
    StoreConfig::new(Place::Folder(folder.to_owned()), SystemClock.now())
}

/// The ledger of a folder, for whoever writes it.
pub(super) async fn writer(folder: &Path) -> Result<Store> {
    Ok(Store::open_writer(&config(folder)).await?)
}

/// Founds the load's ledger in a folder.
pub(super) async fn found(folder: &Path, load: &Load) -> Result<()> {
    let store = Arc::new(Store::open_writer(&config(folder)).await?);
    let handle = Sequencer::start(store, Config::new(None))?;
    for chunk in load.founding.chunks(256) {
        let notes = chunk
            .iter()
            .map(|note| bytes::Bytes::copy_from_slice(note.bytes()))
            .collect();
        for outcome in handle.submit_batch(notes).await? {
            outcome?;
        }
    }
    handle.shutdown().await?;
    Ok(())
}

/// Is the server under load until it is asked to stop. Its operator is the load's.
pub(super) async fn serve(folder: &Path, address: SocketAddr) -> Result<()> {
    let server = Server::bind(ServeConfig::new(address)).await?;
    let store = Arc::new(Store::open_writer(&config(folder)).await?);
    let sequencer = Sequencer::start(store, Config::new(Some(Load::operator_key())))?;
    let mut terminate = signal(SignalKind::terminate())?;
    let stop = async move {
        terminate.recv().await;
    };
    // Publishing is a part of what an entry costs, so the server under load publishes too.
    let log = LogConfig::new(crate::log::folder_of(folder), Load::log_key());
    let log = Log::start(&sequencer, log).await?;
    server.run(sequencer, log, stop).await?;
    Ok(())
}

/// Every note of a ledger.
pub(super) async fn notes(folder: &Path) -> Result<Vec<Vec<u8>>> {
    let store = Store::open_reader(&config(folder)).await?;
    let mut notes = Vec::new();
    loop {
        let some = store.notes(notes.len() as u64, NOTES_PER_QUERY).await?;
        if some.is_empty() {
            return Ok(notes);
        }
        notes.extend(some.into_iter().map(|stored| stored.note));
    }
}

/// The notes as a source for a replay.
pub(super) fn numbered(
    notes: &[Vec<u8>],
) -> impl Iterator<Item = Result<Numbered, SourceError>> + Send {
    (0..).zip(notes).map(|(index, note)| {
        Ok(Numbered {
            index,
            note: note.clone(),
            identity: None,
        })
    })
}

/// What a flush of this disk takes: durable figures mean little without it.
pub(super) fn flush_time(folder: &Path) -> Result<String> {
    let path = folder.join("flush");
    let mut file = File::create(&path)?;
    let started = Instant::now();
    for _ in 0..FLUSHES {
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
    }
    let each = started.elapsed() / FLUSHES;
    std::fs::remove_file(&path)?;
    Ok(format!(
        "a flush of 4 KiB takes {} us here: a disk that answers below 50 us probably doesn't flush",
        each.as_micros()
    ))
}

/// Writes a spreadsheet of so many rows.
pub(super) fn spreadsheet(path: &Path, rows: u64) -> Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "receiver,amount,date,account,reference")?;
    let mut line = String::new();
    for row in 0..rows {
        line.clear();
        let (office, day) = (row % 1000, row % 28 + 1);
        _ = write!(
            line,
            "office-{office}.bench.example,{},2026-03-{day:02},{row:016},v/{row}",
            1_000_000 + row
        );
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(())
}

const MAPPING: &str = r#"
[file]
encoding = "utf-8"
delimiter = ","
quote = '"'
decimal_mark = "."
date_format = "%Y-%m-%d"

[money]
programme = "bench"
currency = "PYG"
exponent = 0

[row]
receiver = "{receiver}"
amount = "{amount}"
date = "{date}"
account = "{account}"
reference = "{reference}"
"#;

/// Reads the spreadsheet through a mapping; gives the number of rows.
pub(super) fn import_rows(path: &Path) -> Result<u64> {
    let mapping = Mapping::parse(MAPPING)?;
    let digest = FileDigest::of(File::open(path)?)?;
    let mut read = 0;
    for row in rows(File::open(path)?, &mapping, &digest)? {
        row?;
        read += 1;
    }
    Ok(read)
}
