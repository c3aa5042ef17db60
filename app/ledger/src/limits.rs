//! Every limit of the format and of the rules, each with its reason.

/// Bytes of an entry's text, signatures apart. Hardware tokens sign a few kilobytes at most and a
/// QR code holds under 3 KiB; an entry must fit both.
pub const TEXT_BYTES_MAX: usize = 2048;

/// Signature lines under one text: the signed-note specification asks verifiers to accept 16.
pub const SIGNATURES_MAX: usize = 16;

/// Bytes of one signature line: 4 for the dash, a name, a space, 92 of base64 and a line feed stay
/// below it, so a whole note is at most 2,048 + 1 + 16 * 200 bytes.
pub const SIGNATURE_LINE_BYTES_MAX: usize = 200;

/// Bytes of a whole note.
pub const NOTE_BYTES_MAX: usize = TEXT_BYTES_MAX + 1 + SIGNATURES_MAX * SIGNATURE_LINE_BYTES_MAX;

/// Bytes of a member's name: it stands on each signature line beside 98 other bytes.
pub const NAME_BYTES_MAX: usize = 80;

/// Bytes of a programme's name, an origin's label or a region: it stands in paths and file names.
pub const LABEL_BYTES_MAX: usize = 64;

/// Characters of a reference: voucher numbers in use have up to 35 (ISO 20022 `EndToEndId`), an
/// import's own are 16 hexadecimal digits and a row.
pub const REFERENCE_BYTES_MAX: usize = 64;

/// Bytes of a title, purpose or reason: 93 Chinese characters or 280 Latin ones, about what fits
/// on the screen of a phone. Longer text is an attachment, which can be erased.
pub const PROSE_BYTES_MAX: usize = 280;

/// The largest amount of one entry, in minor units: far above any state's budget, and nine of
/// them still fit 64 bits.
pub const AMOUNT_MAX: i128 = 1_000_000_000_000_000_000;

/// The largest sum of everything that one programme ever moved, in minor units, so that no term
/// of a tally can leave 64 bits in a database. Outflows beyond it are refused, receipts never.
pub const PROGRAMME_VOLUME_MAX: i128 = 4_000_000_000_000_000_000;

/// Sources of one outflow: a real payment is pooled from several deposits, and 16 lines of 91
/// bytes leave room for the other fields.
pub const SOURCES_MAX: usize = 16;

/// Attachments of one entry, each a digest of 64 characters and a few more.
pub const ATTACHMENTS_MAX: usize = 8;

/// Accounts that one member enrols in one entry (a line of 73 bytes each).
pub const ACCOUNTS_PER_ENTRY_MAX: usize = 12;

/// Accounts of one member in all: the largest office of the real year has 4.
pub const ACCOUNTS_MAX: usize = 64;

/// Keys that one entry enrols: 8 lines of about 110 bytes beside the other fields.
pub const KEYS_PER_ENTRY_MAX: usize = 8;

/// Thresholds of one programme: above this many steps nobody remembers the rule.
pub const THRESHOLDS_MAX: usize = 4;

/// Funds that a programme's budget names.
pub const BUDGET_LINES_MAX: usize = 8;

/// Houses that may vote: a proposal keeps who voted, and the row must stay small.
pub const VOTING_HOUSES_MAX: u32 = 64;

/// Seconds by which a note's time may lie ahead of ledger time, or before an entry that it cites:
/// the drift of an office's clock.
pub const CLOCK_DRIFT_SECONDS: i64 = 600;

/// Days within which the same payment between the same parties is a possible duplicate.
pub const DUPLICATE_DAYS: i64 = 14;

/// Earlier payments remembered for one set of parties, account and amount in one fortnight.
pub const REPEATS_KEPT: usize = 8;

/// Due days that one tick settles; the rest follow at the next ticks, so that a tick's work is
/// bounded whatever falls due on one day.
pub const DUES_PER_TICK: usize = 512;

/// Entries that a finding names as its proof; the first and the latest are kept.
pub const PROOF_MAX: usize = 16;

/// Days a programme may set for a hop, for idle money or as grace: ten years.
pub const DAYS_MAX: u16 = 3660;
