//! A file of texts that wait for their signatures, a line each, as [`crate::apart`] has them. A file
//! that isn't JSON is one text.

use crate::apart::{LineFault, Waiting};
use crate::cli::Failure;
use crate::cli::keys::PersonKey;
use crate::speech::Message;
use crate::verify::LINE_BYTES_MAX;
use ledger::SignatureLine;
use ledger::entry::VERSION_PREFIX;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Adds a person's signature to a text.
pub(super) fn sign(waiting: &mut Waiting, key: &PersonKey) -> Result<(), Failure> {
    let reference = waiting.entry.reference();
    if waiting.is_ready() {
        let what = Message::new("more-keys-than-signatures")
            .with("reference", reference)
            .count("count", waiting.entry.signers().into());
        return Err(Failure::usage(what));
    }
    let line = key.line(&waiting.entry.to_text())?;
    let same = |other: &SignatureLine| other.id == line.id && other.name == line.name;
    if waiting.lines.iter().any(same) {
        let what = Message::new("signed-with-this-key")
            .with("name", line.name)
            .with("reference", reference);
        return Err(Failure::usage(what));
    }
    waiting.lines.push(line);
    Ok(())
}

/// What is wrong with a line, in the reader's language.
fn told(fault: LineFault) -> Message {
    match fault {
        LineFault::NotJson(error) => Message::new("neither-text-nor-json").with("error", error),
        LineFault::Neither => Message::new("neither-text-nor-note"),
        LineFault::NoEntry(error) => Message::new("no-entry-text").told("error", &error),
        LineFault::NoNote(error) => Message::new("no-entry-text").told("error", &error),
        LineFault::NoSignature(line) => Message::new("not-a-signature-line").with("line", line),
        LineFault::TooMany => Message::new("text-has-all-signatures"),
    }
}

/// A file of texts, read line by line.
pub(super) struct Sheet {
    path: PathBuf,
    reader: BufReader<File>,
    line: u64,
}

impl Sheet {
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| Failure::file(path, error))?;
        Ok(Self {
            path: path.to_owned(),
            reader: BufReader::new(file),
            line: 0,
        })
    }

    fn read(&mut self) -> Result<Option<Waiting>, Failure> {
        let mut line = String::new();
        let mut bounded = (&mut self.reader).take(LINE_BYTES_MAX);
        let read = bounded.read_line(&mut line);
        self.line += 1;
        let number = self.line;
        let wrong = |why: Message| Failure::file(&self.path, why);
        let at_line = Message::new("at-line").with("line", number);
        match read {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(error) => return Err(wrong(at_line.told("what", &error))),
        }
        if line.starts_with(VERSION_PREFIX) {
            bounded
                .read_to_string(&mut line)
                .map_err(|error| wrong(at_line.clone().told("what", &error)))?;
            return Waiting::read(&line, &[])
                .map(Some)
                .map_err(|fault| wrong(at_line.told("what", &told(fault))));
        }
        let waiting = match Waiting::parse(&line) {
            Ok(waiting) => waiting,
            Err(fault) => return Err(wrong(at_line.told("what", &told(fault)))),
        };
        if waiting.is_ready() {
            let whole = Message::new("note-has-all-signatures");
            return Err(wrong(at_line.told("what", &whole)));
        }
        Ok(Some(waiting))
    }
}

impl Iterator for Sheet {
    type Item = Result<Waiting, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

/// A file that appears whole or not at all, and never replaces another.
pub(in crate::cli) struct NewFile {
    path: PathBuf,
    out: BufWriter<NamedTempFile>,
}

impl NewFile {
    /// Begins beside its place.
    pub(in crate::cli) fn beside(path: &Path) -> Result<Self, Failure> {
        if path.exists() {
            return Err(there(path));
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let file = NamedTempFile::new_in(folder).map_err(|error| Failure::file(folder, error))?;
        Ok(Self {
            path: path.to_owned(),
            out: BufWriter::new(file),
        })
    }

    /// Adds a text as a line.
    pub(in crate::cli) fn line(&mut self, waiting: &Waiting) -> Result<(), Failure> {
        let line = waiting.line().map_err(Failure::data)?;
        Ok(self.out.write_all(line.as_bytes())?)
    }

    /// Puts the file in its place.
    pub(in crate::cli) fn persist(self) -> Result<(), Failure> {
        let file = self
            .out
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(&self.path) {
            Ok(_) => Ok(()),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(there(&self.path))
            }
            Err(error) => Err(Failure::file(&self.path, error.error)),
        }
    }
}

fn there(path: &Path) -> Failure {
    Failure::file(path, Message::new("file-exists")).mend(Message::new("mend-file-exists"))
}
