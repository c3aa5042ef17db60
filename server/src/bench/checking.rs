//! The check of one entry that a reader's browser makes, made here: what the browser's own is held to.

use anyhow::{Result, ensure};
use app::islands::verify::Chosen;
use app::islands::verify::check::{State, check};
use std::path::PathBuf;
use std::time::Instant;

/// How often the check is made: its median is steady from some dozens on.
const TIMES: usize = 301;

/// Checks the proofs in `files` under the log's key `trusted` and prints the median in microseconds. The
/// first proof is the entry's, the others are of the entries that enrolled its keys.
///
/// # Errors
/// A file that can't be read, or a check that doesn't hold: a failure is found sooner.
pub(super) fn measure(files: &[PathBuf], trusted: &str) -> Result<()> {
    let read = |path: &PathBuf| {
        std::fs::read(path).map(|bytes| Chosen {
            name: String::new(),
            bytes,
        })
    };
    let chosen = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let (entry, enrolling) = chosen.split_at(chosen.len().min(1));
    let more: Vec<Vec<u8>> = enrolling.iter().map(|file| file.bytes.clone()).collect();
    let mut micros: Vec<u128> = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let started = Instant::now();
        let reports = check(entry, &more, trusted, "");
        micros.push(started.elapsed().as_micros());
        let mut lines = reports.iter().flat_map(|report| &report.lines);
        ensure!(
            !reports.is_empty() && lines.all(|line| line.state == State::Holds),
            "the check of these files doesn't hold"
        );
    }
    micros.sort_unstable();
    println!("{}", micros[TIMES / 2]);
    Ok(())
}
