//! Sheets of allocations: many drafts that are checked and signed as one.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000006_batches",
    parts: &[BATCHES],
};

const BATCHES: &[&str] = &[
    // `id` is the key of the form that sent the sheet. `stand` is as of an allocation; 4 is a preview
    // that nobody saved. `count` and `faults` count rows, good and bad; `total` is the sum of the good
    // ones in minor units, as text; `asked_count` and `asked_total` are what the clerk said beforehand.
    // `digest` is SHA3-256 over the identities of the texts, `takes` what they draw on together, a line
    // for each node, and `trouble` the row and the code by which the ledger refused it last.
    "CREATE TABLE batch (
        ledger {int} NOT NULL, id {text} NOT NULL, member {text} NOT NULL, maker {text} NOT NULL,
        programme {text} NOT NULL, stand {int} NOT NULL, count {int} NOT NULL, faults {int} NOT NULL,
        warnings {int} NOT NULL, total {text} NOT NULL, asked_count {int} NOT NULL, asked_total {text} NOT NULL,
        digest {bytes} NOT NULL, takes {text} NOT NULL, encoding {text}, checker {text}, reason {text},
        trouble {text}, made {int} NOT NULL, changed {int} NOT NULL,
        PRIMARY KEY (ledger, id)){clustered}",
    "CREATE INDEX batch_member ON batch (ledger, member, stand, changed)",
    // `text` is the exact text that will be signed, nothing where `fault` says what is wrong, and in
    // which column. `warning` is what else should be looked at; `other` is the line or the entry that
    // fault or warning speak of.
    "CREATE TABLE batch_row (
        ledger {int} NOT NULL, batch {text} NOT NULL, number {int} NOT NULL, line {int} NOT NULL,
        payee {text} NOT NULL, amount {text} NOT NULL, reference {text}, text {text}, place {text}, fault {text},
        warning {text}, other {text},
        PRIMARY KEY (ledger, batch, number)){clustered}",
];
