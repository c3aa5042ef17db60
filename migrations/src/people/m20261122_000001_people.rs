//! People who work for members, how they sign in, and what they did.
//!
//! Nothing here is public, and nothing here is ever written to a log line: an account's name may be
//! a person's.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000001_people",
    parts: &[PEOPLE, ENTRANCE, WORK],
};

const PEOPLE: &[&str] = &[
    // `id` is opaque; `account` is what its owner types. `factor` is the TOTP secret, `factor_step`
    // the last step whose code was taken: each is taken once. Roles are the ledger's words.
    "CREATE TABLE person (
        ledger {int} NOT NULL, account {text} NOT NULL, id {text} NOT NULL, member {text} NOT NULL,
        roles {text} NOT NULL, password {text} NOT NULL, factor {bytes} NOT NULL, factor_step {int} NOT NULL,
        joined {int} NOT NULL, seen {int}, closed {int},
        PRIMARY KEY (ledger, account)){clustered}",
    "CREATE INDEX person_member ON person (ledger, member, account)",
    // `token` is the digest of the link's secret: whoever reads the table can't take it up.
    "CREATE TABLE invitation (
        ledger {int} NOT NULL, token {bytes} NOT NULL, id {text} NOT NULL, member {text} NOT NULL,
        roles {text} NOT NULL, factor {bytes} NOT NULL, made_by {text}, made {int} NOT NULL, ends {int} NOT NULL,
        PRIMARY KEY (ledger, token)){clustered}",
    "CREATE INDEX invitation_member ON invitation (ledger, member, made)",
];

const ENTRANCE: &[&str] = &[
    // `token` is the digest of the cookie. `proven` is when the second factor was shown last.
    "CREATE TABLE session (
        ledger {int} NOT NULL, token {bytes} NOT NULL, account {text} NOT NULL, made {int} NOT NULL,
        seen {int} NOT NULL, proven {int} NOT NULL,
        PRIMARY KEY (ledger, token)){clustered}",
    "CREATE INDEX session_account ON session (ledger, account)",
    // Wrong tries by account, whether there is one or not.
    "CREATE TABLE trial (
        ledger {int} NOT NULL, account {text} NOT NULL, failures {int} NOT NULL, last {int} NOT NULL,
        PRIMARY KEY (ledger, account)){clustered}",
];

const WORK: &[&str] = &[
    // What was shown before it is signed, under the key of the form that shows it.
    "CREATE TABLE draft (
        ledger {int} NOT NULL, once {text} NOT NULL, account {text} NOT NULL, step {bytes} NOT NULL,
        text {text} NOT NULL, made {int} NOT NULL,
        PRIMARY KEY (ledger, once)){clustered}",
    "CREATE INDEX draft_made ON draft (ledger, made)",
    // Who did what, by member; `number` counts within the member.
    "CREATE TABLE deed (
        ledger {int} NOT NULL, member {text} NOT NULL, number {int} NOT NULL, done {int} NOT NULL,
        account {text}, what {int} NOT NULL, about {text}, entry {bytes},
        PRIMARY KEY (ledger, member, number)){clustered}",
];
