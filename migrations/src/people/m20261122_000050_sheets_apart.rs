//! Sheets that people sign with keys of their own, apart from the server.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000050_sheets_apart",
    parts: &[APART],
};

const APART: &[&str] = &[
    // How many signatures every text of the sheet asks for: 1 where the key signs that the server holds,
    // more where people sign with keys of their own.
    "ALTER TABLE batch ADD COLUMN signers {int} NOT NULL DEFAULT 1",
    // One of each account: `signatures` has 64 bytes for each row, in the rows' order, all made by the
    // key of the member with the id `key`. Rows never change, so neither do the texts that were signed.
    "CREATE TABLE batch_signature (
        ledger {int} NOT NULL, batch {text} NOT NULL, account {text} NOT NULL, key {int} NOT NULL,
        signatures {bytes} NOT NULL, made {int} NOT NULL,
        PRIMARY KEY (ledger, batch, account)){clustered}",
];
