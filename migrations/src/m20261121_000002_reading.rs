//! What pages ask for beside the state: which entries speak about another one, and the lists of a
//! programme's and a member's page.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261121_000002_reading",
    parts: &[STATEMENTS],
};

const STATEMENTS: &[&str] = &[
    // Which entries speak about an entry: the receipts of a step, what was spent from a node.
    "CREATE TABLE about (
        ledger {int} NOT NULL, subject {int} NOT NULL, idx {int} NOT NULL, kind {int} NOT NULL,
        PRIMARY KEY (ledger, subject, idx)){clustered}",
    "CREATE INDEX member_parent ON member (ledger, parent, name)",
    // Its columns never change, so only a new tally costs; without it a page of a programme's
    // members would read all their months.
    "CREATE INDEX tally_month ON tally (ledger, programme, scope, month, scope_value)",
    "CREATE INDEX finding_code ON finding (ledger, code, is_open, subject)",
];
