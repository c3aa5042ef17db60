//! Texts that wait for their signatures, a line each.
//!
//! A line is JSON: `{"text": "...", "signatures": ["— name base64", ...]}`, and once every signature
//! is there `{"note": "..."}`, which is what an export has and `submit` takes. A file that isn't JSON
//! is one text.

use crate::cli::Failure;
use crate::cli::keys::PersonKey;
use crate::speech::Message;
use crate::verify::LINE_BYTES_MAX;
use ledger::entry::VERSION_PREFIX;
use ledger::{Entry, Note, SignatureLine};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A text and the signatures it has so far.
pub(in crate::cli) struct Waiting {
    entry: Entry,
    lines: Vec<SignatureLine>,
}

/// A line of the file. What else an export's line has is left alone.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    signatures: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl Waiting {
    /// A text that nobody has signed yet.
    pub(in crate::cli) fn new(entry: &Entry) -> Self {
        Self {
            entry: entry.clone(),
            lines: Vec::new(),
        }
    }

    fn parse(line: &str) -> Result<Self, Message> {
        let line: Line = serde_json::from_str(line)
            .map_err(|error| Message::new("neither-text-nor-json").with("error", error))?;
        match (&line.text, &line.note) {
            (Some(text), None) => Self::read(text, &line.signatures),
            (None, Some(_)) => Err(Message::new("note-has-all-signatures")),
            _ => Err(Message::new("neither-text-nor-note")),
        }
    }

    fn read(text: &str, signatures: &[String]) -> Result<Self, Message> {
        let entry = Entry::parse(text)
            .map_err(|error| Message::new("no-entry-text").told("error", &error))?;
        let lines = signatures.iter().map(|line| {
            SignatureLine::parse(line)
                .ok_or_else(|| Message::new("not-a-signature-line").with("line", line))
        });
        let lines: Vec<_> = lines.collect::<Result<_, _>>()?;
        if lines.len() >= usize::from(entry.signers()) {
            return Err(Message::new("text-has-all-signatures"));
        }
        Ok(Self { entry, lines })
    }

    pub(super) const fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Whether every signature is there that the text asks for.
    pub(super) fn is_ready(&self) -> bool {
        self.lines.len() == usize::from(self.entry.signers())
    }

    /// Adds a person's signature.
    pub(super) fn sign(&mut self, key: &PersonKey) -> Result<(), Failure> {
        let reference = self.entry.reference();
        if self.is_ready() {
            let what = Message::new("more-keys-than-signatures")
                .with("reference", reference)
                .count("count", self.entry.signers().into());
            return Err(Failure::usage(what));
        }
        let line = key.line(&self.entry.to_text())?;
        let same = |other: &SignatureLine| other.id == line.id && other.name == line.name;
        if self.lines.iter().any(same) {
            let what = Message::new("signed-with-this-key")
                .with("name", line.name)
                .with("reference", reference);
            return Err(Failure::usage(what));
        }
        self.lines.push(line);
        Ok(())
    }

    fn line(&self) -> Result<Line, Failure> {
        if self.is_ready() {
            let note = Note::assemble(&self.entry, self.lines.clone()).map_err(Failure::data)?;
            let note = String::from_utf8(note.bytes().to_vec()).map_err(Failure::foreign)?;
            return Ok(Line {
                note: Some(note),
                ..Line::default()
            });
        }
        Ok(Line {
            text: Some(self.entry.to_text()),
            signatures: self.lines.iter().map(ToString::to_string).collect(),
            note: None,
        })
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
                .map_err(|why| wrong(at_line.told("what", &why)));
        }
        Waiting::parse(&line)
            .map(Some)
            .map_err(|why| wrong(at_line.told("what", &why)))
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
        serde_json::to_writer(&mut self.out, &waiting.line()?).map_err(Failure::foreign)?;
        Ok(self.out.write_all(b"\n")?)
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
