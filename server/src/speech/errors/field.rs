//! What a field of an entry, a flag or a verifier key should have been.

use super::super::{Message, Translated};
use app::words::Words;
use ledger::FieldError;

impl Translated for FieldError {
    fn message(&self, _: &Words) -> Message {
        wanted(self.wanted)
    }
}

/// What a valid value looks like. The ledger says it as a text alone: `ledger` knows no language.
pub(super) fn wanted(english: &'static str) -> Message {
    let known = WANTED.iter().find(|(text, _)| *text == english);
    known.map_or_else(
        || Message::new("fault-as-it-is").with("text", english),
        |(_, id)| Message::new(id),
    )
}

/// Every form, in the order in which `ledger` has them.
pub(super) const WANTED: &[(&str, &str)] = &[
    (
        "a name in lower-case ASCII such as county.example/finance",
        "fault-wanted-member",
    ),
    (
        "a name of lower-case letters, digits, dots and hyphens",
        "fault-wanted-programme",
    ),
    (
        "an origin in lower-case ASCII such as relief.example",
        "fault-wanted-origin",
    ),
    (
        "an opaque id of 1 to 32 lower-case letters, digits and hyphens",
        "fault-wanted-person",
    ),
    (
        "1 to 64 ASCII characters without space",
        "fault-wanted-reference",
    ),
    (
        "a code of lower-case letters, digits, dots and hyphens",
        "fault-wanted-code",
    ),
    ("three capital letters (ISO 4217)", "fault-wanted-currency"),
    ("a digit from 0 to 4", "fault-wanted-exponent"),
    (
        "<origin>/<16 hexadecimal digits of the genesis>",
        "fault-wanted-ledger",
    ),
    (
        "one of auditor, bank, finance, office, operator",
        "fault-wanted-function",
    ),
    ("yes, or no line at all", "fault-wanted-yes"),
    ("yes or no", "fault-wanted-vote"),
    ("supplement or cut", "fault-wanted-direction"),
    ("cash or limit", "fault-wanted-basis"),
    ("any or tree", "fault-wanted-payees"),
    ("an integer from 1 to 16", "fault-wanted-count"),
    ("an integer from 0 to 9", "fault-wanted-tier"),
    ("an integer from 0 to 3660", "fault-wanted-days"),
    ("an index in the log", "fault-wanted-index"),
    ("a version from 1 to 9999", "fault-wanted-version"),
    ("a day YYYY-MM-DD between 1900 and 2999", "fault-wanted-day"),
    ("a UTC time YYYY-MM-DDThh:mm:ssZ", "fault-wanted-moment"),
    (
        "an offset from UTC, +hh:mm or -hh:mm",
        "fault-wanted-offset",
    ),
    (
        "1 to 280 bytes of NFC text on one line, without control or unassigned characters",
        "fault-wanted-prose",
    ),
    (
        "an Ed25519 public key of large order: base64 of 01 and 32 bytes",
        "fault-wanted-strong-key",
    ),
    (
        "base64 of the byte 01 and an Ed25519 public key",
        "fault-wanted-public-key",
    ),
    ("8 lower-case hexadecimal digits", "fault-wanted-key-id"),
    (
        "some of administer,audit,clock,confirm,pay in this order, joined by commas",
        "fault-wanted-roles",
    ),
    ("<person> <roles> <public key>", "fault-wanted-enrolment"),
    (
        "a person other than `recovery`, which the recovery key stands for",
        "fault-wanted-other-person",
    ),
    (
        "<origin> <size from 1> <root in base64>",
        "fault-wanted-continues",
    ),
    (
        "an integer from 1 to 10^18 in minor units",
        "fault-wanted-amount",
    ),
    (
        "an integer from 0 to 10^18 in minor units",
        "fault-wanted-amount-or-zero",
    ),
    ("parts per million from 0 to 1000000", "fault-wanted-parts"),
    ("<amount> <persons from 2 to 9>", "fault-wanted-threshold"),
    ("<fund> <amount>", "fault-wanted-budget-line"),
    ("64 lower-case hexadecimal digits", "fault-wanted-hash"),
    (
        "<identity>/<leg>, the leg from 0 to 15",
        "fault-wanted-node",
    ),
    ("<identity>/<leg> <amount>", "fault-wanted-source"),
    ("<digest> <bytes> <media type>", "fault-wanted-attachment"),
    (
        "a party's key, of type 01 (Ed25519)",
        "fault-wanted-party-key",
    ),
    ("fewer lines, none twice", "fault-wanted-fewer"),
    (
        "a name of 1 to 255 bytes without space or `+`",
        "fault-wanted-key-name",
    ),
    (
        "<name>+<8 hexadecimal digits>+<base64 of type and key>",
        "fault-wanted-vkey",
    ),
    (
        "a key of type 01 (Ed25519) or 04 (Ed25519 cosignature)",
        "fault-wanted-key-kind",
    ),
    ("a verifier key whose ID is its own", "fault-wanted-own-id"),
    (
        "tile/<level>/<index> or tile/entries/<index>, with .p/<width> where it is partial",
        "fault-wanted-tile",
    ),
    ("base64 of a hash of 32 bytes", "fault-wanted-root"),
    ("a hash of 32 bytes", "fault-wanted-32-bytes"),
    (
        "a code of lower-case letters, digits and hyphens",
        "fault-wanted-answer-code",
    ),
];
