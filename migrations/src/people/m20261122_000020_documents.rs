//! Documents that people put beside what they say, until it is signed and afterwards.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000020_documents",
    parts: &[DOCUMENTS],
};

const DOCUMENTS: &[&str] = &[
    // `digest` is the file's name in the folder of documents, `once` the key of the form that it came
    // with. `entry` is the identity of the text that names it, nothing before one was shown; `stands` is
    // 1 once that entry is in the ledger: the file is then kept for good, others are erased.
    "CREATE TABLE document (
        ledger {int} NOT NULL, digest {bytes} NOT NULL, account {text} NOT NULL, once {text} NOT NULL,
        bytes {int} NOT NULL, media {text} NOT NULL, made {int} NOT NULL, entry {bytes}, stands {int} NOT NULL,
        PRIMARY KEY (ledger, digest)){clustered}",
    "CREATE INDEX document_form ON document (ledger, account, stands, once)",
    "CREATE INDEX document_made ON document (ledger, stands, made)",
    "CREATE INDEX document_entry ON document (ledger, entry)",
];
