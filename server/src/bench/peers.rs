//! What reads a whole ledger: re-verification from bytes, beside a plain-text accounting tool on
//! the same entries; and what an import reads, beside parsing alone.

use super::durable;
use super::report::{Figure, per_second, permille};
use crate::export::Journal;
use crate::verify::{all_cores, replay};
use anyhow::Result;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Entries that the peer is given: it holds its journal in memory, and takes minutes for a million.
const PEER_ENTRIES: usize = 40_000;

/// Rows of the spreadsheet that is imported.
const IMPORT_ROWS: u64 = 300_000;

/// Measures re-verification, the peer, and import.
///
/// # Errors
/// What the system or the ledger says.
pub(super) async fn measure(folder: &Path, ceiling: u64) -> Result<()> {
    let notes = durable::notes(folder).await?;
    let half = replay_rate(&notes[..notes.len() / 2])?;
    let whole = replay_rate(&notes)?;
    super::show(&Figure {
        what: format!("full re-verification from bytes, {} entries", notes.len()),
        measured: format!("{whole} a second"),
        ratio_permille: Some(permille(whole, ceiling)),
        budget: "85 % of C, linear",
        remark: format!("the first half alone: {half} a second"),
    });
    beside_hledger(folder, &notes[..notes.len().min(PEER_ENTRIES)])?;
    import(folder)
}

fn replay_rate(notes: &[Vec<u8>]) -> Result<u64> {
    let started = Instant::now();
    let replayed = replay(durable::numbered(notes), all_cores(), |_, _, _| Ok(()))?;
    anyhow::ensure!(
        replayed.entries == notes.len() as u64,
        "the replay stopped early"
    );
    Ok(per_second(replayed.entries, started.elapsed()))
}

/// `hledger check --strict` on a journal of the same entries: it checks that every transaction
/// balances and every account is declared, and no signature.
fn beside_hledger(folder: &Path, notes: &[Vec<u8>]) -> Result<()> {
    let path = folder.join("peer.journal");
    let mut journal = Journal::new(BufWriter::new(File::create(&path)?))?;
    replay(
        durable::numbered(notes),
        all_cores(),
        |note, effects, facts| journal.entry(note, effects, facts),
    )?;
    journal.finish()?;
    let Some(theirs) = check_journal(&path)? else {
        println!("hledger is not installed: no comparison with it\n");
        return Ok(());
    };
    let started = Instant::now();
    replay(durable::numbered(notes), all_cores(), |_, _, _| Ok(()))?;
    let ours = started.elapsed();
    super::show(&Figure {
        what: format!(
            "`hledger check --strict` on the same {} entries",
            notes.len()
        ),
        measured: format!(
            "{} ms, our verification {} ms",
            theirs.as_millis(),
            ours.as_millis()
        ),
        ratio_permille: Some(permille(
            u64::try_from(theirs.as_millis())?,
            u64::try_from(ours.as_millis().max(1))?,
        )),
        budget: "the peer's time over ours",
        remark: "ours checks every signature and rule besides the balances".to_owned(),
    });
    Ok(())
}

fn check_journal(path: &Path) -> Result<Option<Duration>> {
    let mut command = Command::new("hledger");
    command
        .args(["check", "--strict", "-f"])
        .arg(path)
        .stdout(Stdio::null());
    let started = Instant::now();
    match command.status() {
        Ok(status) => {
            anyhow::ensure!(status.success(), "hledger refused the journal");
            Ok(Some(started.elapsed()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Rows a second through mapping and checks, against the CSV parser alone on the same file.
fn import(folder: &Path) -> Result<()> {
    let path = folder.join("import.csv");
    durable::spreadsheet(&path, IMPORT_ROWS)?;
    let started = Instant::now();
    let mut parsed = 0;
    let mut record = csv::ByteRecord::new();
    let mut reader = csv::Reader::from_path(&path)?;
    while reader.read_byte_record(&mut record)? {
        parsed += 1;
    }
    let alone = per_second(parsed, started.elapsed());
    let started = Instant::now();
    let read = durable::import_rows(&path)?;
    let ours = per_second(read, started.elapsed());
    anyhow::ensure!(read == parsed, "the import read {read} of {parsed} rows");
    super::show(&Figure {
        what: format!("import: rows of a spreadsheet a second, {read} rows"),
        measured: format!("{ours} a second"),
        ratio_permille: Some(permille(ours, alone)),
        budget: "of splitting the same file into fields",
        remark: "decoding, mapping, amounts, dates and references included; no signing".to_owned(),
    });
    Ok(())
}
