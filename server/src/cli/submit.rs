//! `countersign submit`.

use super::desk::Desk;
use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::client::{Client, Sent};
use crate::config::ClientOptions;
use crate::speech::{Foreign, Message, Tell};
use crate::verify::LINE_BYTES_MAX;
use ledger::Note;
use ledger::limits::NOTE_BYTES_MAX;
use serde::Deserialize;
use serde_json::json;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Submit notes that are signed already, from a file or standard input
///
/// The file holds notes one after the other, or an export in JSON Lines. Notes keep their order.
/// What stands in the ledger is a repeat and adds nothing; the first refusal stops it (exit code 1).
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign submit signed.note --server https://ledger.example\n  \
                        countersign export --data a | countersign submit - --data b"
)]
pub(super) struct Submit {
    /// File with signed notes; - reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: PlaceOptions,
    #[command(flatten)]
    client: ClientOptions,
    /// Print JSON: an answer a line
    #[arg(long)]
    json: bool,
}

/// What became of the notes.
#[derive(Debug, Default)]
struct Counts {
    recorded: u64,
    repeated: u64,
}

impl Submit {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let client = self.client.settle(&place.file.client);
        let desk = client.server.map_or_else(
            || Desk::Folder(Box::new(place)),
            |server| Desk::Server(Client::new(server)),
        );
        let mut notes = SignedNotes::open(&self.file)?;
        let sender = desk.sender().await?;
        let done = self.send_all(&mut notes, &sender).await;
        sender.close().await?;
        let counts = done?;
        if !self.json {
            let told = Message::new("submitted")
                .count("recorded", counts.recorded)
                .count("before", counts.repeated);
            print::line(&told)?;
        }
        Ok(Exit::Ok)
    }

    async fn send_all(
        &self,
        notes: &mut SignedNotes,
        sender: &super::desk::Sender,
    ) -> Result<Counts, Failure> {
        let mut counts = Counts::default();
        loop {
            let batch = notes
                .by_ref()
                .take(sender.batch_notes_max())
                .collect::<Result<Vec<Note>, _>>()?;
            if batch.is_empty() {
                return Ok(counts);
            }
            for (note, sent) in batch.iter().zip(sender.send(&batch).await?) {
                self.count(note, &sent, &mut counts)?;
            }
        }
    }

    fn count(&self, note: &Note, sent: &Sent, counts: &mut Counts) -> Result<(), Failure> {
        match sent {
            Sent::Recorded(recorded) => {
                let counter = if recorded.repeated {
                    &mut counts.repeated
                } else {
                    &mut counts.recorded
                };
                *counter += 1;
                if self.json {
                    print::text(&format!("{}\n", json!(recorded)))
                } else {
                    Ok(())
                }
            }
            Sent::Declined(declined) => {
                let number = counts.recorded + counts.repeated + 1;
                let failure = super::desk::refusal(declined);
                let which = Message::new("refused-note").with("number", number);
                Err(failure.mend(which.with("identity", note.identity())))
            }
        }
    }
}

/// Signed notes of a file: one after the other, or JSON Lines.
pub(super) struct SignedNotes {
    reader: Box<dyn BufRead + Send>,
    line: u64,
    ahead: Option<String>,
}

#[derive(Deserialize)]
struct Exported<'a> {
    #[serde(borrow)]
    note: Cow<'a, str>,
}

impl SignedNotes {
    /// Opens a file, or standard input for `-`.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let reader: Box<dyn BufRead + Send> = if path.as_os_str() == "-" {
            Box::new(BufReader::new(std::io::stdin()))
        } else {
            Box::new(BufReader::new(
                File::open(path).map_err(|error| Failure::file(path, error))?,
            ))
        };
        Ok(Self::new(reader))
    }

    pub(super) const fn new(reader: Box<dyn BufRead + Send>) -> Self {
        Self {
            reader,
            line: 0,
            ahead: None,
        }
    }

    /// The next line with its end.
    fn read_line(&mut self) -> Result<Option<String>, Failure> {
        if let Some(line) = self.ahead.take() {
            return Ok(Some(line));
        }
        let mut line = String::new();
        self.line += 1;
        let mut bounded = (&mut self.reader).take(LINE_BYTES_MAX + 1);
        let read = bounded.read_line(&mut line);
        let told = |message: Message| message.with("line", self.line);
        let read = read
            .map_err(|error| Failure::data(told(Message::new("at-line").told("what", &error))))?;
        if line.len() as u64 > LINE_BYTES_MAX {
            let told = told(Message::new("line-too-long")).with("bytes", LINE_BYTES_MAX);
            return Err(Failure::data(told));
        }
        Ok((read > 0).then_some(line))
    }

    fn read_note(&mut self) -> Result<Option<Note>, Failure> {
        let Some(first) = self.read_line()? else {
            return Ok(None);
        };
        let start = self.line;
        if first.starts_with('{') {
            let line: Exported<'_> =
                serde_json::from_str(&first).map_err(|error| no_note(start, &Foreign(error)))?;
            return Note::parse(line.note.as_bytes())
                .map(Some)
                .map_err(|error| no_note(start, &error));
        }
        let mut text = first;
        let mut signed = false;
        while let Some(line) = self.read_line()? {
            // Below the blank line only signatures follow: anything else begins the next note.
            if signed && !line.starts_with('\u{2014}') {
                self.ahead = Some(line);
                break;
            }
            signed |= line == "\n";
            text.push_str(&line);
            if text.len() > NOTE_BYTES_MAX {
                return Err(no_note(start, &Message::new("note-too-long")));
            }
        }
        Note::parse(text.as_bytes())
            .map(Some)
            .map_err(|error| no_note(start, &error))
    }
}

/// Says that no signed note begins at a line.
fn no_note(line: u64, why: &impl Tell) -> Failure {
    let told = Message::new("no-note-begins").with("line", line);
    Failure::data(told.told("error", why))
}

impl Iterator for SignedNotes {
    type Item = Result<Note, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read_note().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is read of a file before its first error.
    fn first_error(file: impl Read + Send + 'static) -> String {
        let mut notes = SignedNotes::new(Box::new(BufReader::new(file)));
        let failure = notes.find_map(Result::err).expect("a file without notes");
        failure.what().to_owned()
    }

    #[test]
    fn a_line_without_an_end_is_refused_and_not_kept() {
        for begun in ["", "{", "countersign/v1/tick\n"] {
            let endless = begun.as_bytes().chain(std::io::repeat(b'x'));
            let said = first_error(endless);
            assert!(said.contains("is longer than 131072 bytes"), "{said}");
        }
    }

    #[test]
    fn a_note_without_a_blank_line_is_refused_at_its_longest() {
        let said = first_error(std::io::Cursor::new("x\n".repeat(10_000)));
        assert!(said.contains("it is too long"), "{said}");
    }

    const NOTE: &str = include_str!("../../../tests/vectors/entries/appropriation.note");

    proptest! {
        #[test]
        fn whatever_comes_only_notes_are_read(
            parts in proptest::collection::vec(proptest::sample::select(vec![
                NOTE, &NOTE[..60], "\n", "{", "{\"note\":\"\"}\n", "\u{2014} county\n", "\u{2014}", "\r\n", "\0",
            ]), 0..8),
        ) {
            let file = parts.concat();
            let most = file.matches(NOTE).count();
            let notes = SignedNotes::new(Box::new(std::io::Cursor::new(file)));
            let read: Vec<_> = notes.map_while(Result::ok).collect();
            prop_assert!(read.len() <= most);
            prop_assert!(read.iter().all(|note| note.bytes() == NOTE.as_bytes()));
        }
    }
}
