//! Signatures that are collected below a draft before it is posted.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000021_signatures",
    parts: &[SIGNATURES],
};

const SIGNATURES: &[&str] = &[
    // One of each account. `identity` is that of the text which was signed: below another one, which an
    // edit makes, the line is void. `through` is 1 where the key signed that the server holds for
    // `member`, and 0 where it was a key of the person's own.
    "CREATE TABLE draft_signature (
        ledger {int} NOT NULL, draft {text} NOT NULL, account {text} NOT NULL, member {text} NOT NULL,
        identity {bytes} NOT NULL, through {int} NOT NULL, line {text} NOT NULL, made {int} NOT NULL,
        PRIMARY KEY (ledger, draft, account)){clustered}",
];
