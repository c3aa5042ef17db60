//! The limits of an import, each with its reason.

/// Largest amount of one row, in minor units: the ledger's own limit, 10^18.
pub const AMOUNT_MAX: i64 = 1_000_000_000_000_000_000;

/// Most decimals a currency may have. ISO 4217 goes to 4; 8 leaves room for
/// units of account, and 10^18 minor units then still are ten thousand million.
pub const EXPONENT_MAX: u8 = 8;

/// Longest reference, in ASCII characters: the ledger's `ref` holds as much.
pub const REFERENCE_CHARS_MAX: usize = 64;

/// Longest text that a template may make of a row, in bytes. An entry is at
/// most 2 KiB, so anything longer is a wrong column or a quote left open.
pub const TEXT_BYTES_MAX: usize = 512;

/// Longest row, in decoded bytes (checked in steps of the reading buffer). A
/// quote that is never closed would otherwise draw the whole file into memory.
pub const ROW_BYTES_MAX: usize = 1 << 20;

/// Longest mapping file, in bytes: room for a receivers' table of some 50,000
/// lines, and an end to a file that isn't one.
pub const MAPPING_BYTES_MAX: u64 = 4 << 20;

/// Most days between the day of a row and its due day: ten years. More is a
/// slip of the pen.
pub const DUE_DAYS_MAX: u32 = 3_660;

/// Bad rows that a preview keeps, beside their full count. A wrong mark or
/// date format spoils every row; a thousand show the pattern.
pub const BAD_ROWS_KEPT_MAX: usize = 1_000;

/// Repeats that a preview keeps, beside their full count.
pub const REPEATS_KEPT_MAX: usize = 1_000;

/// Receivers that a preview lists one by one; those that appear later are
/// summed together. More than the townships of the largest country.
pub const RECEIVERS_KEPT_MAX: usize = 100_000;

/// Rows whose fingerprints a preview keeps to find repeats: measured, 55 MB in
/// all at a million rows and 105 at the most, and as much again where vouchers
/// are mapped. Rows beyond are still checked, but for repeats; the preview says
/// how many.
pub const FINGERPRINTS_MAX: usize = 2_000_000;

/// Characters of a cell that an error message shows.
pub(super) const EXCERPT_CHARS_MAX: usize = 60;

/// First and last year of a row's date. Money moved outside of them is a
/// misread format (`19` for `2019`), not history.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
