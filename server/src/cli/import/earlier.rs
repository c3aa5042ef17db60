//! What was imported before: each import leaves a list of its rows' fingerprints beside its signed
//! notes, and a preview holds a file against all of them. The same payment in another file would be
//! paid twice where no voucher names it.

use crate::cli::Failure;
use crate::import::Preview;
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::Path;

/// The ending of a list's name; before it stands the name of the notes.
const ENDING: &str = "rows";

/// Longest name of a file that is read back from a list.
const NAME_BYTES_MAX: u64 = 4096;

/// An earlier import that has rows of this file.
pub(super) struct Earlier {
    /// The name of the file that was imported.
    pub(super) file: String,
    /// How many of this file's rows it has.
    pub(super) rows: u64,
}

/// Keeps the rows of a file that is imported: its name on one line, then eight bytes for each row.
pub(super) fn keep(kept: &Path, file: &Path, preview: &Preview) -> Result<(), Failure> {
    let path = kept.with_extension(ENDING);
    let written = || -> std::io::Result<()> {
        let mut out = BufWriter::new(File::create(&path)?);
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        writeln!(out, "{}", name.replace('\n', " "))?;
        for fingerprint in &preview.fingerprints {
            out.write_all(&fingerprint.to_le_bytes())?;
        }
        out.flush()
    };
    written().map_err(|error| Failure::file(&path, error))
}

/// The earlier imports of a data folder that have rows of this file, but for this file's own.
pub(super) fn look(folder: &Path, preview: &Preview) -> Result<Vec<Earlier>, Failure> {
    let imports = folder.join("imports");
    let listed = match std::fs::read_dir(&imports) {
        Ok(listed) => listed,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::file(&imports, error)),
    };
    let own = super::named(preview);
    let mut paths = Vec::new();
    for entry in listed {
        let path = entry
            .map_err(|error| Failure::file(&imports, error))?
            .path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.extension().is_some_and(|ending| ending == ENDING) && !name.starts_with(&own) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let earlier = compare(&path, preview).map_err(|error| Failure::file(&path, error))?;
        found.extend(Some(earlier).filter(|earlier| earlier.rows > 0));
    }
    Ok(found)
}

fn compare(path: &Path, preview: &Preview) -> std::io::Result<Earlier> {
    let mut list = BufReader::new(File::open(path)?);
    let mut name = String::new();
    list.by_ref().take(NAME_BYTES_MAX).read_line(&mut name)?;
    let mut rows = HashSet::new();
    let mut fingerprint = [0; 8];
    while list.read_exact(&mut fingerprint).is_ok() {
        rows.insert(u64::from_le_bytes(fingerprint));
    }
    let again = preview.fingerprints.iter().filter(|row| rows.contains(row));
    Ok(Earlier {
        file: name.trim_end().to_owned(),
        rows: again.count() as u64,
    })
}
