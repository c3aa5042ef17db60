//! Who stands for a person: who invited them, and which second administrator confirmed it.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000004_vouching",
    parts: &[VOUCHING],
};

const VOUCHING: &[&str] = &[
    // `confirmed` is when, and `confirmed_by` whose account did it: nothing beside a time for the
    // server's operator. An invitation that lets its taker pay or administer can't be taken up before.
    "ALTER TABLE invitation ADD COLUMN confirmed_by {text}",
    "ALTER TABLE invitation ADD COLUMN confirmed {int}",
    // Of people who joined before these columns nobody knows.
    "ALTER TABLE person ADD COLUMN invited_by {text}",
    "ALTER TABLE person ADD COLUMN confirmed_by {text}",
    "ALTER TABLE person ADD COLUMN confirmed {int}",
];
