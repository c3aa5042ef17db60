//! JSON Lines: one object an entry, complete enough to be verified again.

use super::{RecordedAt, fields, says_simulated};
use ledger::log::Checkpoint;
use ledger::{Note, Presence};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes entries as JSON Lines. Every value stands as the text has it, amounts too: a number
/// beyond 2^53 would lose digits in many readers.
///
/// In a ledger that says of itself that its receipts are simulated, every object says so too.
///
/// The first object names the log's checkpoint that the export was made under, where one is known.
pub struct JsonExport<W> {
    out: W,
    simulated: bool,
    checkpoint: Option<Checkpoint>,
}

impl<W: Write> JsonExport<W> {
    /// Writes to `out`, which should be buffered.
    pub const fn new(out: W) -> Self {
        Self {
            out,
            simulated: false,
            checkpoint: None,
        }
    }

    /// The same made under this checkpoint.
    #[must_use]
    pub fn under(mut self, checkpoint: Option<Checkpoint>) -> Self {
        self.checkpoint = checkpoint;
        self
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// The writer's own.
    pub fn entry(&mut self, index: u64, recorded_at: RecordedAt, note: &Note) -> io::Result<()> {
        self.simulated |= says_simulated(note);
        let mut object = object(index, recorded_at, note);
        if self.simulated {
            object["simulated"] = true.into();
        }
        if let Some(checkpoint) = self.checkpoint.take() {
            object["checkpoint"] = json!({
                "origin": checkpoint.origin.as_str(),
                "size": checkpoint.size,
                "root": checkpoint.root.to_string(),
            });
        }
        serde_json::to_writer(&mut self.out, &object)?;
        self.out.write_all(b"\n")
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// The writer's own.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn object(index: u64, recorded_at: RecordedAt, note: &Note) -> Value {
    let signatures: Vec<Value> = note
        .lines()
        .iter()
        .map(|line| json!({ "name": line.name.as_str(), "key": line.id.to_string() }))
        .collect();
    json!({
        "index": index,
        "identity": note.identity().to_string(),
        "recorded_at": recorded_at.map(|moment| moment.to_string()),
        "kind": note.kind().word(),
        "fields": field_object(note),
        "signatures": signatures,
        "note": String::from_utf8_lossy(note.bytes()),
    })
}

/// The fields; one that may repeat is always an array, so that readers needn't ask which it is.
fn field_object(note: &Note) -> Value {
    let kind = note.kind();
    let spec = ledger::entry::Kind::ALL
        .iter()
        .find(|(known, _)| *known == kind);
    let repeats = |word: &str| {
        spec.is_some_and(|(_, spec)| {
            spec.fields.iter().any(|field| {
                field.name == word && matches!(field.presence, Presence::Repeated { .. })
            })
        })
    };
    let mut object = Map::new();
    for (word, value) in fields(note.text()) {
        if !repeats(word) {
            object.insert(word.to_owned(), value.into());
            continue;
        }
        let list = object
            .entry(word)
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(value.into());
        }
    }
    Value::Object(object)
}
