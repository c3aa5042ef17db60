//! Passkeys, with which people sign in.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000005_passkeys",
    parts: &[PASSKEYS],
};

const PASSKEYS: &[&str] = &[
    // `credential` is what an authenticator calls it, `id` what our pages call it. `passkey` is its public
    // key with its counter, as the library writes it: nothing in it opens a door.
    "CREATE TABLE passkey (
        ledger {int} NOT NULL, credential {bytes} NOT NULL, account {text} NOT NULL, id {text} NOT NULL,
        passkey {text} NOT NULL, made {int} NOT NULL, used {int},
        PRIMARY KEY (ledger, credential)){clustered}",
    "CREATE INDEX passkey_account ON passkey (ledger, account)",
];
