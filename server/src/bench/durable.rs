//! What the benchmarks need of the product itself: a ledger on disk, a server, notes, a spreadsheet.

use super::load::Load;
use crate::evidence::{EVIDENCE_FOLDER, Evidence};
use crate::import::{FileDigest, Mapping, rows};
use crate::keyfile::{
    HELD_PERSON, HeldKeys, KeyFile, KeyHeader, PASSPHRASE_ENDING, Randomness, Secret, held_file,
};
use crate::log::{Log, LogConfig};
use crate::people::People;
use crate::ports::{Clock, Randomness as _, SystemClock, SystemRandomness};
use crate::sequencer::{Config, Sequencer};
use crate::serve::{ServeConfig, Server};
use crate::store::{Place, Store, StoreConfig};
use crate::telling::Reach;
use crate::verify::{Numbered, SourceError};
use crate::web::{Desk, Doors};
use anyhow::Result;
use ledger::field::MemberName;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
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
    let mut server = Server::bind(ServeConfig::new(address)).await?;
    server.open_desk(Arc::new(desk(folder).await?));
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

/// The people of a folder's ledger.
pub(super) async fn people(folder: &Path) -> Result<People> {
    let config = config(folder);
    let (clock, randomness) = (Arc::new(SystemClock), Arc::new(SystemRandomness));
    Ok(People::open(&config.place, config.ledger, clock, randomness).await?)
}

/// Where the server holds keys.
fn held_folder(folder: &Path) -> PathBuf {
    folder.join("held")
}

/// Lets the server hold a member's key.
pub(super) fn hold(folder: &Path, member: &MemberName) -> Result<()> {
    const WORD: &str = "a word of the load";
    let (folder, key) = (held_folder(folder), Load::held_key(member));
    std::fs::create_dir_all(&folder)?;
    let path = held_file(&folder, member);
    let public = key.verifying_key().into();
    let header = KeyHeader::new(
        member.clone(),
        HELD_PERSON.parse()?,
        public,
        SystemClock.now(),
    );
    let mut randomness = Randomness {
        salt: [0; 16],
        iv: [0; 16],
    };
    SystemRandomness.fill(&mut randomness.salt);
    SystemRandomness.fill(&mut randomness.iv);
    KeyFile::create(
        &path,
        &key,
        &header,
        &Secret::new(WORD.to_owned()),
        &randomness,
    )?;
    std::fs::write(path.with_extension(PASSPHRASE_ENDING), WORD)?;
    Ok(())
}

/// The desk of the server under load.
async fn desk(folder: &Path) -> Result<Desk> {
    Ok(Desk {
        people: people(folder).await?,
        evidence: Evidence::at(folder.join(EVIDENCE_FOLDER)),
        passkeys: None,
        provider: None,
        held: HeldKeys::at(held_folder(folder)),
        doors: Doors::default(),
        own_keys_only: Vec::new(),
        ticks: true,
        telling: Reach::default(),
    })
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
