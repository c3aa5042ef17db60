//! Decodes a file to UTF-8 as a stream, and knows its physical lines.

use std::collections::VecDeque;
use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

use super::limits::ROW_BYTES_MAX;

/// Bytes of the file held at a time.
const INPUT_BYTES: usize = 64 * 1024;

/// Room for what [`INPUT_BYTES`] decode to at worst, three bytes for one.
const OUTPUT_BYTES: usize = 3 * INPUT_BYTES;

/// Stands for bytes that the encoding doesn't know. No UTF-8 text has it, so
/// the cell that holds it is refused and can't pass for text.
const MALFORMED: u8 = 0xFF;

/// A row went on beyond [`ROW_BYTES_MAX`].
#[derive(Debug, thiserror::Error)]
#[error("a row is longer than {ROW_BYTES_MAX} bytes")]
pub(super) struct RowTooLong;

/// A reader of UTF-8 over a file of any encoding, without its byte order mark.
pub(crate) struct Decoding<R> {
    inner: R,
    decoder: Decoder,
    input: Vec<u8>,
    input_at: usize,
    input_end: usize,
    input_over: bool,
    output: Vec<u8>,
    output_at: usize,
    output_end: usize,
    finished: bool,
    row_bytes: usize,
    lines: Lines,
}

impl<R: Read> Decoding<R> {
    pub(crate) fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            input: vec![0; INPUT_BYTES],
            input_at: 0,
            input_end: 0,
            input_over: false,
            output: vec![0; OUTPUT_BYTES],
            output_at: 0,
            output_end: 0,
            finished: false,
            row_bytes: 0,
            lines: Lines::new(),
        }
    }

    pub(crate) fn inner(&self) -> &R {
        &self.inner
    }

    pub(crate) fn inner_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    /// A new row begins: its length counts from here.
    pub(crate) fn begin_row(&mut self) {
        self.row_bytes = 0;
    }

    /// The physical line of the first row that starts at or behind the decoded
    /// byte `start`. Asked for in ascending order.
    pub(crate) fn line_at(&mut self, start: u64) -> u64 {
        self.lines.line_at(start)
    }

    /// Decodes until there is output or the file is at its end.
    fn refill(&mut self) -> io::Result<()> {
        while self.output_at == self.output_end && !self.finished {
            if self.input_at == self.input_end && !self.input_over {
                self.input_at = 0;
                self.input_end = self.inner.read(&mut self.input)?;
                self.input_over = self.input_end == 0;
            }
            self.decode();
        }
        Ok(())
    }

    fn decode(&mut self) {
        let input = &self.input[self.input_at..self.input_end];
        // One byte is kept free for the mark of malformed input.
        let room = self.output.len() - 1;
        let (result, read, mut written) = self.decoder.decode_to_utf8_without_replacement(
            input,
            &mut self.output[..room],
            self.input_over,
        );
        self.input_at += read;
        match result {
            DecoderResult::InputEmpty => self.finished = self.input_over,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                self.output[written] = MALFORMED;
                written += 1;
            }
        }
        self.output_at = 0;
        self.output_end = written;
        self.lines.pass(&self.output[..written]);
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.row_bytes >= ROW_BYTES_MAX {
            return Err(io::Error::other(RowTooLong));
        }
        self.refill()?;
        let ready = &self.output[self.output_at..self.output_end];
        let count = ready.len().min(out.len());
        out[..count].copy_from_slice(&ready[..count]);
        self.output_at += count;
        self.row_bytes += count;
        Ok(count)
    }
}

/// Which decoded byte begins which physical line.
///
/// The CSV reader skips blank lines and may leave half of a CR LF for the next
/// row, so its own line numbers can be off. Here a line is known by the first
/// byte on it that isn't part of a line end.
struct Lines {
    starts: VecDeque<(u64, u64)>,
    passed_bytes: u64,
    line: u64,
    at_start: bool,
    after_cr: bool,
}

impl Lines {
    fn new() -> Self {
        Self {
            starts: VecDeque::new(),
            passed_bytes: 0,
            line: 1,
            at_start: true,
            after_cr: false,
        }
    }

    fn pass(&mut self, bytes: &[u8]) {
        for (at, byte) in (self.passed_bytes..).zip(bytes) {
            match byte {
                b'\n' if self.after_cr => {}
                b'\n' | b'\r' => {
                    self.line += 1;
                    self.at_start = true;
                }
                _ if self.at_start => {
                    self.starts.push_back((at, self.line));
                    self.at_start = false;
                }
                _ => {}
            }
            self.after_cr = *byte == b'\r';
        }
        self.passed_bytes += bytes.len() as u64;
    }

    fn line_at(&mut self, start: u64) -> u64 {
        while self.starts.front().is_some_and(|(at, _)| *at < start) {
            self.starts.pop_front();
        }
        self.starts.front().map_or(self.line, |(_, line)| *line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(out.len()).min(1);
            out[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn decoded(bytes: &[u8], label: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let mut whole = Vec::new();
        Decoding::new(bytes, encoding)
            .read_to_end(&mut whole)
            .unwrap();
        let mut dripped = Vec::new();
        Decoding::new(Drip(bytes), encoding)
            .read_to_end(&mut dripped)
            .unwrap();
        assert_eq!(whole, dripped);
        whole
    }

    #[test]
    fn decodes_and_drops_the_byte_order_mark() {
        assert_eq!(decoded(b"\xEF\xBB\xBFa\xC3\x81", "utf-8"), "aÁ".as_bytes());
        assert_eq!(decoded(b"P\xDABLICO", "iso-8859-1"), "PÚBLICO".as_bytes());
        assert_eq!(decoded(b"\xB9\xA4", "gbk"), "工".as_bytes());
        assert_eq!(decoded(b"\xFE\xFF\x00a", "utf-16be"), b"a");
    }

    #[test]
    fn marks_malformed_bytes() {
        assert_eq!(decoded(b"a\xDAb", "utf-8"), b"a\xFFb");
        assert_eq!(decoded(b"a\xC3", "utf-8"), b"a\xFF");
        // A true replacement character is text and stays.
        assert_eq!(
            decoded("\u{FFFD}".as_bytes(), "utf-8"),
            "\u{FFFD}".as_bytes()
        );
    }

    #[test]
    fn knows_lines_of_every_line_end() {
        let mut lines = Lines::new();
        lines.pass(b"a\r");
        lines.pass(b"\n\r\nb\n\nc\rd");
        assert_eq!(lines.line_at(0), 1);
        // The CR LF of the first line may still be ahead of the second row.
        assert_eq!(lines.line_at(2), 3);
        assert_eq!(lines.line_at(6), 5);
        assert_eq!(lines.line_at(9), 6);
        assert_eq!(lines.line_at(99), 6);
    }
}
