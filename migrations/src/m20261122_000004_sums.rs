//! Sums that pages would otherwise add up: what went between two members, how what was sent
//! arrives, and how many findings are open.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000004_sums",
    parts: &[STATEMENTS],
};

/// Sums that may leave 64 bits, because nothing bounds what a payee says, stand in two columns:
/// `_high` counts 1,000,000,000 of what `_low` counts. Each entry's change is split by itself, so
/// that the same entries give the same two numbers however they were grouped.
const STATEMENTS: &[&str] = &[
    // What went from one member to another; counts of steps and amounts in minor units.
    "CREATE TABLE flow (
        ledger {int} NOT NULL, payer {text} NOT NULL, payee {text} NOT NULL, programme {text} NOT NULL,
        steps {int} NOT NULL, sent {int} NOT NULL, returned {int} NOT NULL, received {int} NOT NULL,
        back {int} NOT NULL, settled {int} NOT NULL, in_transit {int} NOT NULL, missing {int} NOT NULL,
        contested_high {int} NOT NULL, contested_low {int} NOT NULL, confirmed {int} NOT NULL, days {int} NOT NULL,
        PRIMARY KEY (ledger, payer, payee, programme)){clustered}",
    // Who sent to a member. Its columns never change, so only a new pair costs.
    "CREATE INDEX flow_payee ON flow (ledger, payee, payer, programme)",
    // How what was sent arrives, by scopes as in `tally`: confirmed steps, their days, and how many
    // took at most 1, 3, 7, 14, 30, 60 days, or more.
    "CREATE TABLE arrival (
        ledger {int} NOT NULL, programme {text} NOT NULL, scope {int} NOT NULL, scope_value {text} NOT NULL,
        confirmed {int} NOT NULL, days {int} NOT NULL, to_1 {int} NOT NULL, to_3 {int} NOT NULL,
        to_7 {int} NOT NULL, to_14 {int} NOT NULL, to_30 {int} NOT NULL, to_60 {int} NOT NULL, beyond {int} NOT NULL,
        contested_high {int} NOT NULL, contested_low {int} NOT NULL,
        PRIMARY KEY (ledger, programme, scope, scope_value)){clustered}",
    // How many findings, and the money at risk: of those that name a member, or with the empty
    // text for a name of all of the programme's.
    "CREATE TABLE finding_tally (
        ledger {int} NOT NULL, member {text} NOT NULL, programme {text} NOT NULL, code {int} NOT NULL,
        open {int} NOT NULL, open_high {int} NOT NULL, open_low {int} NOT NULL,
        closed {int} NOT NULL, closed_high {int} NOT NULL, closed_low {int} NOT NULL,
        PRIMARY KEY (ledger, member, programme, code)){clustered}",
    // The sums of entries that are there already come with a rebuild, which the store asks for.
    "UPDATE head SET next_index = 0 WHERE next_index > 0",
];
