//! Telling people: what each of them asked to be told, where members' programs listen, what is to be
//! sent, and how far the ledger was looked at for it.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000010_telling",
    parts: &[CHOICES, MESSAGES],
};

const CHOICES: &[&str] = &[
    // What one account asked for. `address` was confirmed by its owner; `asked` waits for that, by
    // the link whose secret's digest is `link`, made at `asked_at`. `stop` is the secret of the link
    // that ends all messages: every message carries it, so it can't be kept as a digest. `matters`
    // are words with commas between them; `hour` is the daily summary's, `summed` its last day.
    "CREATE TABLE telling_choice (
        ledger {int} NOT NULL, account {text} NOT NULL, member {text} NOT NULL, address {text}, asked {text},
        asked_at {int}, link {bytes}, stop {text} NOT NULL, language {text} NOT NULL, matters {text} NOT NULL,
        hour {int}, summed {int} NOT NULL,
        PRIMARY KEY (ledger, account)){clustered}",
    "CREATE INDEX telling_choice_member ON telling_choice (ledger, member, account)",
    "CREATE INDEX telling_choice_link ON telling_choice (ledger, link)",
    "CREATE INDEX telling_choice_stop ON telling_choice (ledger, stop)",
    // Where a member's program listens. `secret` signs what is sent there, so it is kept as it is.
    "CREATE TABLE telling_hook (
        ledger {int} NOT NULL, id {text} NOT NULL, member {text} NOT NULL, url {text} NOT NULL,
        secret {text} NOT NULL, made {int} NOT NULL,
        PRIMARY KEY (ledger, id)){clustered}",
    "CREATE INDEX telling_hook_member ON telling_hook (ledger, member, made)",
];

const MESSAGES: &[&str] = &[
    // What is to be sent and what was. `id` follows from what happened and to whom it is told, so
    // that nothing is added twice. `channel`: 1 mail to `target`'s account, 2 the program that
    // listens at the hook `target`. `stand`: 0 waits until `due`, 1 was sent, 2 was given up, 3
    // nobody wants it any more. `idx` and `identity` name the entry, `code` the finding.
    "CREATE TABLE telling_message (
        ledger {int} NOT NULL, id {text} NOT NULL, channel {int} NOT NULL, member {text} NOT NULL,
        target {text} NOT NULL, matter {text} NOT NULL, idx {int}, identity {bytes}, code {text},
        made {int} NOT NULL, due {int} NOT NULL, tries {int} NOT NULL, stand {int} NOT NULL, ended {int}, why {text},
        PRIMARY KEY (ledger, id)){clustered}",
    "CREATE INDEX telling_message_due ON telling_message (ledger, stand, channel, due)",
    "CREATE INDEX telling_message_member ON telling_message (ledger, member, made)",
    "CREATE INDEX telling_message_made ON telling_message (ledger, made)",
    // How far the ledger was looked at: the next entry, and the ledger time up to which what falls
    // due by itself was told.
    "CREATE TABLE telling_cursor (
        ledger {int} NOT NULL, next_index {int} NOT NULL, clock {int} NOT NULL,
        PRIMARY KEY (ledger)){clustered}",
];
