//! Sentences that come as English text alone: what stands in an error as `&'static str`, and what passes
//! through a library that hands an error on as text, as a reader of TOML does.
//!
//! A text that isn't known stays as it is.

use super::super::{Message, Tell};
use app::words::{Language, Words};

/// A text in these words, where it is one that is known.
pub(crate) fn known(words: &Words, text: &str) -> String {
    if words.language() == Language::En {
        return text.to_owned();
    }
    let mut all = KNOWN.iter().flat_map(|area| area.iter());
    let found = all.find_map(|(pattern, id)| matched(pattern, id, text));
    found.map_or_else(|| text.to_owned(), |message| message.tell(words))
}

/// By area: what a text looks like in English, each value as `«name»`, and its id.
pub(super) const KNOWN: &[&[(&str, &str)]] =
    &[STORE, KEY_FILE, SETTINGS, TEMPLATE, TOML, LOG, MEND];

const STORE: &[(&str, &str)] = &[
    ("another process", "fault-known-another-process"),
    (
        "process «process» since «since»",
        "fault-known-process-since",
    ),
    (
        "PostgreSQL is backed up by pg_dump: see docs/OPERATIONS.md",
        "fault-known-pg-dump",
    ),
    (
        "PostgreSQL is restored by pg_restore: see docs/OPERATIONS.md",
        "fault-known-pg-restore",
    ),
    ("a backup's path is UTF-8", "fault-known-backup-path"),
    ("it stands still already", "fault-known-stands-still"),
    (
        "only a SQLite database has a limit of pages",
        "fault-known-page-limit",
    ),
];

const KEY_FILE: &[(&str, &str)] = &[
    ("it has no `-----BEGIN` line", "fault-known-no-begin"),
    (
        "it names a token, and holds a key besides",
        "fault-known-token-and-key",
    ),
    (
        "it has a line too many before the key",
        "fault-known-line-too-many",
    ),
    ("its first line doesn't say so", "fault-known-first-line"),
    ("its header breaks off", "fault-known-header-breaks"),
    ("its PEM can't be read", "fault-known-pem"),
    (
        "its PEM isn't an encrypted private key",
        "fault-known-pem-other",
    ),
    ("its PEM isn't an encrypted PKCS#8 key", "fault-known-pkcs8"),
    ("it names no token", "fault-known-no-token"),
    ("it isn't text", "fault-known-not-text"),
    ("the key can't be encrypted", "fault-known-not-encrypted"),
    ("opening it would cost too much", "fault-known-too-dear"),
    ("only PBES2 is", "fault-known-only-pbes2"),
    ("only scrypt and PBKDF2 are", "fault-known-only-scrypt"),
];

const SETTINGS: &[(&str, &str)] = &[
    (
        "must be a whole number of «min» to «max»",
        "fault-config-bounds",
    ),
    (
        "must be http:// or https:// and a host, as in https://ledger.example",
        "fault-config-server",
    ),
    (
        "must be sqlite:FILE, or postgres:// with host and database",
        "fault-config-database",
    ),
    (
        "must be smtps://host, or smtp://host?tls=required, without a password; another machine's is never plain smtp",
        "fault-config-mail-server",
    ),
    (
        "must be a level or module=level, with commas between",
        "fault-known-log-filter",
    ),
    (
        "must be a level or module=level, with commas between: «error»",
        "fault-known-log-filter-error",
    ),
    ("must be a header's name", "fault-known-header-name"),
    (
        "must be names of programmes, not `«name»`",
        "fault-known-programmes",
    ),
];

/// What a mapping's keys are refused for.
const TEMPLATE: &[(&str, &str)] = &[
    (
        "must be true: columns are known by their names",
        "fault-known-names-needed",
    ),
    ("must be a single character", "fault-known-single"),
    (
        "must be one ASCII character, neither a letter, a digit nor a line end",
        "fault-known-separator",
    ),
    ("is the delimiter too", "fault-known-delimiter-too"),
    (
        "isn't an encoding; try \"utf-8\", \"iso-8859-1\", \"gbk\" or \"utf-16le\"",
        "fault-known-encoding",
    ),
    (
        "can't be a letter, a digit, a sign or a control character",
        "fault-known-mark",
    ),
    ("is the decimal mark too", "fault-known-decimal-mark-too"),
    ("must be 0 to «max»", "fault-known-up-to"),
    (
        "doesn't make a whole day of year, month and day; for example \"%d/%m/%Y\"",
        "fault-known-date-format",
    ),
    ("must not be empty", "fault-known-empty"),
    (
        "must be three capital letters, as in ISO 4217",
        "fault-known-currency",
    ),
    (
        "`{«rest»` lacks its closing brace",
        "fault-known-brace-open",
    ),
    ("`{«column»}` names no column", "fault-known-no-column"),
    (
        "a `}` without its `{`; a brace in the text is written `}}`",
        "fault-known-brace-lone",
    ),
    (
        "is empty: leave the key out instead",
        "fault-known-leave-out",
    ),
];

/// What the reader of TOML says most; serde words it.
pub(super) const TOML: &[(&str, &str)] = &[
    (
        "unknown field `«name»`, expected one of «wanted»",
        "fault-known-field-one-of",
    ),
    (
        "unknown field `«name»`, expected «wanted»",
        "fault-known-field",
    ),
    (
        "unknown variant `«name»`, expected one of «wanted»",
        "fault-known-variant-one-of",
    ),
    (
        "unknown variant `«name»`, expected «wanted»",
        "fault-known-variant",
    ),
    ("missing field `«name»`", "fault-known-field-missing"),
    (
        "invalid type: «found», expected «wanted»",
        "fault-known-type",
    ),
    (
        "invalid value: «found», expected «wanted»",
        "fault-known-value",
    ),
    ("duplicate key", "fault-known-key-twice"),
];

/// What the log's parts are refused for, and what keys are called in a complaint about one.
const LOG: &[(&str, &str)] = &[
    ("that the log's key is «key»", "fault-known-says-key"),
    ("that the log is «log»", "fault-known-says-log"),
    ("the log serves none", "fault-known-no-key-served"),
    (
        "the entries that are stored give another root",
        "fault-known-stored-root",
    ),
    ("the log «log»", "fault-known-the-log"),
    ("the member «member»", "fault-known-the-member"),
    ("base64 of at most 16384 bytes", "fault-known-extra"),
    ("`index` and a decimal number", "fault-known-index"),
    ("at most 63 hashes and a blank line", "fault-known-hashes"),
    ("`log` and the log's name", "fault-known-log-line"),
    ("`time` and a UTC time", "fault-known-time-line"),
    ("`size` and a decimal number", "fault-known-size-line"),
    ("a shorter file", "fault-known-shorter"),
    ("`code` and a refusal's code", "fault-known-code-line"),
    (
        "a kind of evidence that is known here",
        "fault-known-evidence-kind",
    ),
    ("nothing behind the last part", "fault-known-nothing-behind"),
    ("the number of an answer", "fault-known-answer-number"),
    ("the number of one of the answers", "fault-known-answer-of"),
    ("`root` and a hash", "fault-known-root-line"),
    ("the answer accepts nothing", "fault-known-accepts-nothing"),
    ("the proof is of another index", "fault-known-other-index"),
    (
        "the entry stands where it should",
        "fault-known-stands-right",
    ),
    ("the entry is no tick", "fault-known-no-tick"),
    (
        "the tick is not past the answer",
        "fault-known-tick-not-past",
    ),
    ("both answers can be true", "fault-known-both-true"),
    (
        "no known cosigner saw it without the entry, later than it may be",
        "fault-known-no-cosigner",
    ),
    ("the answer refuses nothing", "fault-known-refuses-nothing"),
    (
        "another submission was refused",
        "fault-known-other-submission",
    ),
    (
        "the later tree continues the earlier",
        "fault-known-continues",
    ),
    ("the entry can be read", "fault-known-readable"),
    (
        "the log's own signature is missing",
        "fault-checkpoint-log-missing",
    ),
    (
        "none of the signatures is of a key that is known here",
        "fault-verify-none-known",
    ),
    (
        "the signature of «name» with key «id» is not valid for this text",
        "fault-signature-invalid",
    ),
    (
        "the checkpoint is of the log «found», not of «wanted»",
        "fault-checkpoint-other-log",
    ),
    (
        "a checkpoint's text is three lines: the log's name, the size, the root in base64",
        "fault-checkpoint-text",
    ),
    (
        "no blank line parts the text from its signatures",
        "fault-signed-note-no-signatures",
    ),
    ("it is of the log «log»", "fault-known-of-the-log"),
];

/// How to mend what keeps a log from being published.
const MEND: &[(&str, &str)] = &[
    (
        "Nothing was signed. Put the newest state of the ledger back, or take the missing entries from a \
         mirror with `countersign submit`. If they are lost for good, say so in public and found a new \
         ledger: this log can't go on. docs/OPERATIONS.md, \"The log\", says more.",
        "fault-mend-newest-back",
    ),
    (
        "Give the key that signed it with --checkpoint-key, or the file of this ledger with --checkpoint-kept.",
        "fault-mend-kept",
    ),
    (
        "Give the key file that `countersign init` made, with --checkpoint-key.",
        "fault-mend-other-key",
    ),
    (
        "Name a folder that doesn't exist yet.",
        "fault-mend-new-folder",
    ),
    (
        "A key that signs other texts could be made to sign a checkpoint by mistake. Ask the witness for a key \
         that it made for this, and name that one in the policy.",
        "fault-mend-witness-key",
    ),
    (
        "Was an older state of the ledger put back? Then put the newest back. If the file alone is damaged, \
         remove it: it is made again from the entries.",
        "fault-mend-other-tile",
    ),
];

/// The message with the values that stand in the text, where the text has the pattern's form.
fn matched(pattern: &'static str, id: &'static str, text: &str) -> Option<Message> {
    let mut parts = pattern.split('«');
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut message = Message::new(id);
    for part in parts {
        let (name, behind) = part.split_once('»')?;
        let (value, after) = if behind.is_empty() {
            (rest, "")
        } else {
            rest.split_once(behind)?
        };
        message = message.with(name, value);
        rest = after;
    }
    rest.is_empty().then_some(message)
}
