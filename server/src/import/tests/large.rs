//! A million rows, made as they are read.

use std::io::{self, Read};

use super::*;

const ROWS: u64 = 1_000_000;
const BAD_LINE: u64 = 999_999;

/// A file of [`ROWS`] rows that never is in memory as a whole.
struct Generated {
    next_line: u64,
    pending: Vec<u8>,
    at: usize,
}

impl Generated {
    fn new() -> Self {
        Self {
            next_line: 1,
            pending: Vec::new(),
            at: 0,
        }
    }

    fn line(&mut self) -> String {
        let line = self.next_line;
        self.next_line += 1;
        match line {
            1 => "who,paid,day\n".to_owned(),
            BAD_LINE => "office-1,12.3.4,2026-03-01\n".to_owned(),
            _ if line > ROWS + 1 => String::new(),
            _ => format!("office-{},{line}.50,2026-03-01\n", line % 1_000),
        }
    }
}

impl Read for Generated {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.pending.len() {
            self.pending = self.line().into_bytes();
            self.at = 0;
        }
        let count = (self.pending.len() - self.at).min(out.len());
        out[..count].copy_from_slice(&self.pending[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

#[test]
fn the_bad_row_at_line_999_999_is_named() {
    let preview = preview(Generated::new(), &plain()).unwrap();
    assert_eq!((preview.rows(), preview.bad.count), (ROWS, 1));
    let error = &preview.bad.first[0];
    assert_eq!((error.line, error.row), (BAD_LINE, BAD_LINE - 1));
    assert!(
        error
            .to_string()
            .starts_with("line 999999 (row 999998): amount `12.3.4` isn't digits"),
        "{error}"
    );
    // Lines 2 to 1,000,001 but the bad one, each `line.50`.
    let lines: u64 = (2..=ROWS + 1).filter(|line| *line != BAD_LINE).sum();
    assert_eq!(
        preview.good.total,
        i128::from(lines) * 100 + i128::from(ROWS - 1) * 50
    );
    assert_eq!(preview.receivers.len(), 1_000);
    assert_eq!((preview.repeats.count, preview.uncompared_rows), (0, 0));
}
