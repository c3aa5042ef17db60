//! CSV: a row an entry, for spreadsheets.

use super::{RecordedAt, field, says_simulated};
use csv::Writer;
use ledger::Note;
use ledger::log::Checkpoint;
use std::borrow::Cow;
use std::io::{self, Write};

/// Columns that are fields of entries, by their words; the others are made from the note.
const FIELD_COLUMNS: [&str; 21] = [
    "programme",
    "by",
    "member",
    "from",
    "to",
    "account",
    "ref",
    "amount",
    "currency",
    "step",
    "final",
    "covers",
    "into",
    "source",
    "occurred",
    "due",
    "late",
    "purpose",
    "reason",
    "time",
    "ledger",
];

/// Writes entries as CSV (RFC 4180): amounts in minor units, several sources joined by `; `.
/// The column `simulated` says `yes` throughout a ledger whose receipts are.
/// The columns `checkpoint_origin`, `checkpoint_size` and `checkpoint_root` name, throughout, the
/// log's checkpoint that the export was made under; they are empty where none is known.
pub struct CsvExport<W: Write> {
    out: Writer<W>,
    simulated: bool,
    checkpoint: [String; 3],
}

/// The columns of the log's checkpoint.
const CHECKPOINT_COLUMNS: [&str; 3] = ["checkpoint_origin", "checkpoint_size", "checkpoint_root"];

impl<W: Write> CsvExport<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// The writer's own.
    pub fn new(out: W) -> io::Result<Self> {
        let mut out = Writer::from_writer(out);
        let columns = [
            "index",
            "identity",
            "recorded_at",
            "kind",
            "simulated",
            "signed_by",
        ];
        let fields = FIELD_COLUMNS.iter().chain(&CHECKPOINT_COLUMNS);
        out.write_record(columns.iter().chain(fields))?;
        Ok(Self {
            out,
            simulated: false,
            checkpoint: Default::default(),
        })
    }

    /// The same made under this checkpoint.
    #[must_use]
    pub fn under(mut self, checkpoint: Option<&Checkpoint>) -> Self {
        self.checkpoint = checkpoint.map_or_else(Default::default, |known| {
            let (size, root) = (known.size.to_string(), known.root.to_string());
            [known.origin.to_string(), size, root]
        });
        self
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// The writer's own.
    pub fn entry(&mut self, index: u64, recorded_at: RecordedAt, note: &Note) -> io::Result<()> {
        self.simulated |= says_simulated(note);
        let signed_by: Vec<String> = note
            .lines()
            .iter()
            .map(|line| format!("{}+{}", line.name, line.id))
            .collect();
        let mut row = vec![
            index.to_string(),
            note.identity().to_string(),
            recorded_at
                .map(|moment| moment.to_string())
                .unwrap_or_default(),
            note.kind().word().to_owned(),
            if self.simulated { "yes" } else { "" }.to_owned(),
            signed_by.join("; "),
        ];
        row.extend(
            FIELD_COLUMNS
                .iter()
                .map(|word| safe_cell(&value(note.text(), word)).into_owned()),
        );
        row.extend(self.checkpoint.iter().cloned());
        Ok(self.out.write_record(&row)?)
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// The writer's own.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn value<'t>(text: &'t str, word: &str) -> Cow<'t, str> {
    if word != "source" {
        return Cow::Borrowed(field(text, word).unwrap_or_default());
    }
    let sources = super::fields(text).filter(|(found, _)| *found == word);
    Cow::Owned(
        sources
            .map(|(_, value)| value)
            .collect::<Vec<_>>()
            .join("; "),
    )
}

/// A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe.
#[must_use]
pub fn safe_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::safe_cell;

    #[test]
    fn formulas_are_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(safe_cell(formula), format!("'{formula}"));
        }
        for plain in ["", "1", "a=b", "county.example/finance", " =1"] {
            assert_eq!(safe_cell(plain), plain);
        }
    }
}
