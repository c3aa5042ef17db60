//! Every entry touches few pages: a commit writes each page that changed, and a tree whose keys come
//! in any order changes another page with each row.
//!
//! References and payments are found by marks, as identities were. A member's steps are a list that
//! each step continues, so that appending to it touches the step's own row and one small row of the
//! member's. What waits and what holds something keep an index, which stays as small as these are.
//!
//! No row is computed here: every projection is emptied, and `countersign rebuild` makes it again.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000003_lists",
    parts: &[EMPTIED, DROPPED, MADE],
};

const EMPTIED: &[&str] = &[
    "DELETE FROM about",
    "DELETE FROM member",
    "DELETE FROM enrolled_key",
    "DELETE FROM house",
    "DELETE FROM proposal",
    "DELETE FROM programme",
    "DELETE FROM leg",
    "DELETE FROM day_sum",
    "DELETE FROM due",
    "DELETE FROM finding",
    "DELETE FROM endorsement",
    "DELETE FROM tally",
];

const DROPPED: &[&str] = &[
    "DROP TABLE filed",
    "DROP TABLE reference",
    "DROP TABLE repeat_payment",
    "DROP TABLE identity_block",
    "DROP TABLE identity_run",
    "DROP TABLE identity_filter",
    "DROP TABLE step",
    "DROP TABLE node",
];

const MADE: &[&str] = &[
    // Nothing is projected until a rebuild has ended.
    "UPDATE head SET next_index = 0, origin = NULL, genesis = NULL, clock = 0, operator = NULL, \
     voting_houses = 0, log_key = NULL, rules = 0",
    // By what the latest entries are found: eight bytes of a hash, two of the entry's offset in its
    // epoch, in the order of the entries.
    "CREATE TABLE mark_block (
        ledger {int} NOT NULL, block {int} NOT NULL, marks {bytes} NOT NULL,
        PRIMARY KEY (ledger, block)){clustered}",
    // The same of a full epoch, sorted, in slots by the first byte.
    "CREATE TABLE mark_run (
        ledger {int} NOT NULL, epoch {int} NOT NULL, slot {int} NOT NULL, marks {bytes} NOT NULL,
        PRIMARY KEY (ledger, epoch, slot)){clustered}",
    // Says of a full epoch which marks it can't hold.
    "CREATE TABLE mark_filter (
        ledger {int} NOT NULL, epoch {int} NOT NULL, filter {bytes} NOT NULL,
        PRIMARY KEY (ledger, epoch)){clustered}",
    // `waiting` is 1 while the payee owes its last word on an open part; `contested` has 39 digits.
    // `payer_before` and `payee_before` are the steps before this one that either was party to.
    "CREATE TABLE step (
        ledger {int} NOT NULL, idx {int} NOT NULL, identity {bytes} NOT NULL, kind {int} NOT NULL,
        programme {text} NOT NULL, payer {text} NOT NULL, payee {text} NOT NULL, time {int} NOT NULL,
        occurred {int} NOT NULL, due {int} NOT NULL, payer_before {int}, payee_before {int},
        watched {int} NOT NULL, last_word {int} NOT NULL, confirmed {int}, contested {text},
        taken_from_missing {int} NOT NULL, waiting {int} NOT NULL,
        PRIMARY KEY (ledger, idx)){clustered}",
    // The latest step that a member was party to, and how many there are.
    "CREATE TABLE party (
        ledger {int} NOT NULL, member {text} NOT NULL, latest {int} NOT NULL, steps {int} NOT NULL,
        PRIMARY KEY (ledger, member)){clustered}",
    // `holding` is 1 while the node isn't empty.
    "CREATE TABLE node (
        ledger {int} NOT NULL, idx {int} NOT NULL, leg {int} NOT NULL, entry {bytes} NOT NULL, time {int} NOT NULL,
        holder {text} NOT NULL, sender {text} NOT NULL, programme {text} NOT NULL,
        appropriated {int} NOT NULL, received {int} NOT NULL, returned {int} NOT NULL, recovered {int} NOT NULL,
        income {int} NOT NULL, sent {int} NOT NULL, spent {int} NOT NULL, left_over {int} NOT NULL,
        moved {int} NOT NULL, carried {int} NOT NULL, watched {int} NOT NULL, holding {int} NOT NULL,
        PRIMARY KEY (ledger, idx, leg)){clustered}",
    // Ledger time from an index on.
    "CREATE TABLE ticked (
        ledger {int} NOT NULL, idx {int} NOT NULL, clock {int} NOT NULL,
        PRIMARY KEY (ledger, idx)){clustered}",
    // What waits for a payee's word.
    "CREATE INDEX step_waiting ON step (ledger, payee, idx) WHERE waiting = 1",
    // What a member holds.
    "CREATE INDEX node_holding ON node (ledger, holder, idx) WHERE holding = 1",
];
