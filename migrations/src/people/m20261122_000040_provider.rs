//! Accounts that an organisation keeps, by which people sign in (OpenID Connect).

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000040_provider",
    parts: &[PROVIDER],
};

const PROVIDER: &[&str] = &[
    // `subject` is a digest of the issuer's address and of whom it calls so: the name itself isn't kept.
    "CREATE TABLE provider_link (
        ledger {int} NOT NULL, subject {bytes} NOT NULL, issuer {text} NOT NULL, account {text} NOT NULL,
        made {int} NOT NULL, used {int},
        PRIMARY KEY (ledger, subject)){clustered}",
    "CREATE UNIQUE INDEX provider_link_account ON provider_link (ledger, account, issuer)",
    // A browser on its way to the provider and back, by the digest of its cookie. `account` is who links
    // theirs, `proven` whose code is still asked for after the provider has said who it is.
    "CREATE TABLE provider_trip (
        ledger {int} NOT NULL, token {bytes} NOT NULL, state {text} NOT NULL, nonce {text} NOT NULL,
        verifier {text} NOT NULL, language {text} NOT NULL, next {text} NOT NULL, account {text}, proven {text},
        begun {int} NOT NULL,
        PRIMARY KEY (ledger, token)){clustered}",
];
