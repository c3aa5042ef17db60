//! The limits of a sheet, each with its reason.

/// Most rows: the townships of a province, and what the sequencer's queue takes in one piece.
pub const SHEET_ROWS_MAX: usize = 10_000;

/// Longest CSV, in bytes: 400 bytes for each row of the longest sheet. A purpose has 280 at most.
pub const CSV_BYTES_MAX: usize = 4 << 20;

/// Longest XLSX, in bytes: a sheet of 10,000 rows packs to less than one megabyte.
pub const XLSX_BYTES_MAX: usize = 2 << 20;

/// Bytes that an XLSX may unpack to: its shared strings are held in memory, and a small file can
/// unpack to gigabytes. A sheet of 10,000 rows unpacks to about four megabytes.
pub const XLSX_UNPACKED_BYTES_MAX: u64 = 32 << 20;

/// Columns that are looked at: ours are four, and a bureau's own notes stand beside them.
pub const COLUMNS_MAX: usize = 64;

/// Characters of a cell that a preview keeps where it can't be read.
pub const CELL_CHARS_KEPT: usize = 80;

/// Significant digits that a number cell of a spreadsheet keeps exactly: the programs round there.
pub const NUMBER_DIGITS_MAX: usize = 15;
