//! Where notes come from: an iterator of numbered notes. A file of JSON Lines, as `export` writes
//! it, is one; a store is another.

use crate::log_client::{Departure, Leaf};
use serde::Deserialize;
use std::borrow::Cow;
use std::io::{BufRead, Read};

/// Bytes of one line of JSON: an export writes a note of at most 5,249 bytes once as it stands and
/// once in fields, every byte as six in the worst escape.
pub(crate) const LINE_BYTES_MAX: u64 = 128 * 1024;

/// A note with the index that its source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Its index.
    pub index: u64,
    /// Its bytes.
    pub note: Vec<u8>,
    /// The identity that the source says it has, in hexadecimal, where it says one.
    pub identity: Option<String>,
}

impl From<Leaf> for Numbered {
    fn from(leaf: Leaf) -> Self {
        Self {
            index: leaf.index,
            note: leaf.note,
            identity: None,
        }
    }
}

impl From<Departure> for SourceError {
    fn from(departure: Departure) -> Self {
        Self::Log(Box::new(departure))
    }
}

/// Why notes can't be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file, disk or pipe fails.
    #[error("the notes can't be read: {0}")]
    Io(#[from] std::io::Error),
    /// A line isn't an entry of an export.
    #[error("line {line} is not an entry of a JSON Lines export: {reason}")]
    Line {
        /// The line, counted from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The store fails.
    #[error("the store can't be read: {0}")]
    Store(String),
    /// The log isn't what its checkpoint says, or can't be read.
    #[error("{0}")]
    Log(Box<Departure>),
}

/// Reads the notes of an export; whatever else stands on a line, but for the index and the
/// identity, is not looked at.
pub struct JsonLines<R> {
    reader: R,
    line: u64,
    buffer: Vec<u8>,
}

#[derive(Deserialize)]
struct Line<'a> {
    index: u64,
    #[serde(borrow)]
    identity: Option<Cow<'a, str>>,
    #[serde(borrow)]
    note: Cow<'a, str>,
}

impl<R: BufRead> JsonLines<R> {
    /// Reads from here on.
    pub const fn new(reader: R) -> Self {
        Self {
            reader,
            line: 0,
            buffer: Vec::new(),
        }
    }

    fn read_line(&mut self) -> Result<Option<Numbered>, SourceError> {
        self.buffer.clear();
        self.line += 1;
        let mut bounded = (&mut self.reader).take(LINE_BYTES_MAX);
        if bounded.read_until(b'\n', &mut self.buffer)? == 0 {
            return Ok(None);
        }
        let line: Line<'_> =
            serde_json::from_slice(&self.buffer).map_err(|error| SourceError::Line {
                line: self.line,
                reason: error.to_string(),
            })?;
        Ok(Some(Numbered {
            index: line.index,
            note: line.note.into_owned().into_bytes(),
            identity: line.identity.map(Cow::into_owned),
        }))
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Numbered, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read_line().transpose()
    }
}
