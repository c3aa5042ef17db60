//! Keys of people's own devices that wait to be enrolled on the ledger.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000003_devices",
    parts: &[DEVICES],
};

const DEVICES: &[&str] = &[
    // One at a time for an account. `text` is the `key-rotate` that would enrol the key; `proof` is
    // the new key's signature line below it, nothing until the device has signed. `id` is what
    // whoever approves names.
    "CREATE TABLE enrolment (
        ledger {int} NOT NULL, account {text} NOT NULL, id {text} NOT NULL, member {text} NOT NULL,
        text {text} NOT NULL, proof {text}, made {int} NOT NULL,
        PRIMARY KEY (ledger, account)){clustered}",
    "CREATE INDEX enrolment_id ON enrolment (ledger, id)",
];
