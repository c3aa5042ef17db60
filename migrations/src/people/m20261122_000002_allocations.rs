//! What a member's people mean to send: drafts that one writes and another signs.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000002_allocations",
    parts: &[ALLOCATIONS],
};

const ALLOCATIONS: &[&str] = &[
    // `id` is the key of the form that made it, so that a form that comes twice makes one. `text` is
    // the exact text that will be signed and `identity` its digest. `stand`: 0 waits for a second
    // person, 1 was sent back, 2 is being signed, 3 stands in the ledger. `checker` and `reason` are
    // of whoever sent it back or signed it.
    "CREATE TABLE allocation (
        ledger {int} NOT NULL, id {text} NOT NULL, member {text} NOT NULL, maker {text} NOT NULL,
        reference {text} NOT NULL, text {text} NOT NULL, identity {bytes} NOT NULL, stand {int} NOT NULL,
        checker {text}, reason {text}, made {int} NOT NULL, changed {int} NOT NULL,
        PRIMARY KEY (ledger, id)){clustered}",
    "CREATE INDEX allocation_member ON allocation (ledger, member, stand, changed)",
];
