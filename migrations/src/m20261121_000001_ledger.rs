//! The first schema: the entries, and what the rules' effects make of them.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261121_000001_ledger",
    parts: &[TABLES, INDEXES],
};

/// Days are numbered from 1970-01-01, moments are UTC seconds, amounts minor units, flags 0 or 1.
const TABLES: &[&str] = &[
    // The ledger itself. `epoch` fences writers off, `holder` and `held_until` say who writes.
    "CREATE TABLE head (
        ledger {int} NOT NULL, next_index {int} NOT NULL, epoch {int} NOT NULL,
        holder {text}, held_until {int} NOT NULL,
        origin {text}, genesis {int}, clock {int} NOT NULL, operator {text}, voting_houses {int} NOT NULL,
        log_key {bytes}, rules {int} NOT NULL,
        PRIMARY KEY (ledger)){clustered}",
    // The truth.
    "CREATE TABLE entry (
        ledger {int} NOT NULL, idx {int} NOT NULL, recorded_at {int} NOT NULL, note {bytes} NOT NULL,
        PRIMARY KEY (ledger, idx)){clustered}",
    // Who wrote what: the list of a member's entries.
    "CREATE TABLE filed (
        ledger {int} NOT NULL, author {text} NOT NULL, idx {int} NOT NULL, kind {int} NOT NULL, programme {text},
        PRIMARY KEY (ledger, author, idx)){clustered}",
    // The first eight bytes of the latest identities, in the order of their entries.
    "CREATE TABLE identity_block (
        ledger {int} NOT NULL, block {int} NOT NULL, prefixes {bytes} NOT NULL,
        PRIMARY KEY (ledger, block)){clustered}",
    // The same of a full epoch, sorted, in slots by the first byte.
    "CREATE TABLE identity_run (
        ledger {int} NOT NULL, epoch {int} NOT NULL, slot {int} NOT NULL, prefixes {bytes} NOT NULL,
        PRIMARY KEY (ledger, epoch, slot)){clustered}",
    // Says of a full epoch which identities it can't hold.
    "CREATE TABLE identity_filter (
        ledger {int} NOT NULL, epoch {int} NOT NULL, filter {bytes} NOT NULL,
        PRIMARY KEY (ledger, epoch)){clustered}",
    "CREATE TABLE member (
        ledger {int} NOT NULL, name {text} NOT NULL, title {text} NOT NULL, function {int} NOT NULL,
        tier {int} NOT NULL, parent {text}, region {text}, house {text} NOT NULL, voting {int} NOT NULL,
        accounts {bytes} NOT NULL, frozen {int} NOT NULL, recovery {bytes} NOT NULL, activated {int} NOT NULL,
        PRIMARY KEY (ledger, name)){clustered}",
    "CREATE TABLE enrolled_key (
        ledger {int} NOT NULL, member {text} NOT NULL, key_id {int} NOT NULL, public {bytes} NOT NULL,
        person {text} NOT NULL, roles {int} NOT NULL, enrolled {int} NOT NULL, revoked {int}, compromised_since {int},
        PRIMARY KEY (ledger, member, key_id)){clustered}",
    "CREATE TABLE house (
        ledger {int} NOT NULL, name {text} NOT NULL, voting_members {int} NOT NULL,
        PRIMARY KEY (ledger, name)){clustered}",
    "CREATE TABLE proposal (
        ledger {int} NOT NULL, idx {int} NOT NULL, identity {bytes} NOT NULL, time {int} NOT NULL,
        member {text} NOT NULL, title {text} NOT NULL, function {int} NOT NULL, tier {int} NOT NULL,
        parent {text}, region {text}, house {text} NOT NULL, voting {int} NOT NULL,
        yes {text} NOT NULL, no {text} NOT NULL, settled {int},
        PRIMARY KEY (ledger, idx)){clustered}",
    "CREATE TABLE programme (
        ledger {int} NOT NULL, name {text} NOT NULL, owner {text} NOT NULL, title {text} NOT NULL,
        currency {text} NOT NULL, exponent {int} NOT NULL, starts {int} NOT NULL, ends {int} NOT NULL,
        offset_minutes {int} NOT NULL, basis {int} NOT NULL, payees {int} NOT NULL, hop_days {int} NOT NULL,
        idle_days {int} NOT NULL, grace_days {int} NOT NULL, tolerance {int} NOT NULL, thresholds {text} NOT NULL,
        closed_through {int}, closed {int} NOT NULL, volume {int} NOT NULL, opened {int} NOT NULL,
        PRIMARY KEY (ledger, name)){clustered}",
    // What makes a repeat a repeat.
    "CREATE TABLE reference (
        ledger {int} NOT NULL, member {text} NOT NULL, kind {int} NOT NULL, record_ref {text} NOT NULL, idx {int} NOT NULL,
        PRIMARY KEY (ledger, member, kind, record_ref)){clustered}",
    // `waiting` is 1 while the payee owes its last word on an open part; `contested` has 39 digits.
    "CREATE TABLE step (
        ledger {int} NOT NULL, idx {int} NOT NULL, identity {bytes} NOT NULL, kind {int} NOT NULL,
        programme {text} NOT NULL, payer {text} NOT NULL, payee {text} NOT NULL, time {int} NOT NULL,
        occurred {int} NOT NULL, due {int} NOT NULL, watched {int} NOT NULL, last_word {int} NOT NULL,
        confirmed {int}, contested {text}, taken_from_missing {int} NOT NULL, waiting {int} NOT NULL,
        PRIMARY KEY (ledger, idx)){clustered}",
    "CREATE TABLE leg (
        ledger {int} NOT NULL, idx {int} NOT NULL, leg {int} NOT NULL,
        source_idx {int} NOT NULL, source_leg {int} NOT NULL, target_idx {int} NOT NULL, target_leg {int} NOT NULL,
        sent {int} NOT NULL, received {int} NOT NULL, back {int} NOT NULL, charged {int} NOT NULL,
        recovered {int} NOT NULL, written_off {int} NOT NULL,
        PRIMARY KEY (ledger, idx, leg)){clustered}",
    "CREATE TABLE node (
        ledger {int} NOT NULL, idx {int} NOT NULL, leg {int} NOT NULL, entry {bytes} NOT NULL, time {int} NOT NULL,
        holder {text} NOT NULL, sender {text} NOT NULL, programme {text} NOT NULL,
        appropriated {int} NOT NULL, received {int} NOT NULL, returned {int} NOT NULL, recovered {int} NOT NULL,
        income {int} NOT NULL, sent {int} NOT NULL, spent {int} NOT NULL, left_over {int} NOT NULL,
        moved {int} NOT NULL, carried {int} NOT NULL, watched {int} NOT NULL,
        PRIMARY KEY (ledger, idx, leg)){clustered}",
    "CREATE TABLE repeat_payment (
        ledger {int} NOT NULL, fortnight {int} NOT NULL, digest {int} NOT NULL, payments {bytes} NOT NULL,
        PRIMARY KEY (ledger, fortnight, digest)){clustered}",
    "CREATE TABLE day_sum (
        ledger {int} NOT NULL, programme {text} NOT NULL, payer {text} NOT NULL, payee {text} NOT NULL,
        day {int} NOT NULL, amount {int} NOT NULL,
        PRIMARY KEY (ledger, programme, payer, payee, day)){clustered}",
    "CREATE TABLE due (
        ledger {int} NOT NULL, at {int} NOT NULL, idx {int} NOT NULL, leg {int} NOT NULL, kind {int} NOT NULL,
        PRIMARY KEY (ledger, at, idx, leg, kind)){clustered}",
    // `at_risk` has 39 digits, so that it sorts as it counts.
    "CREATE TABLE finding (
        ledger {int} NOT NULL, subject {int} NOT NULL, leg {int} NOT NULL, code {int} NOT NULL, is_open {int} NOT NULL,
        programme {text} NOT NULL, payer {text} NOT NULL, payee {text} NOT NULL, at_risk {text} NOT NULL,
        since {int} NOT NULL, days {int}, opened {int} NOT NULL, closed {int}, proof {bytes} NOT NULL,
        PRIMARY KEY (ledger, subject, leg, code)){clustered}",
    "CREATE TABLE endorsement (
        ledger {int} NOT NULL, entry {int} NOT NULL, idx {int} NOT NULL, member {text} NOT NULL,
        PRIMARY KEY (ledger, entry, idx)){clustered}",
    // Whose total: scope 0 is the programme, 1 a member, 2 a tier, 3 a region. Month 0 is all months.
    "CREATE TABLE tally (
        ledger {int} NOT NULL, programme {text} NOT NULL, scope {int} NOT NULL, scope_value {text} NOT NULL,
        month {int} NOT NULL,
        appropriated {int} NOT NULL, income {int} NOT NULL, held {int} NOT NULL, in_transit {int} NOT NULL,
        missing {int} NOT NULL, spent {int} NOT NULL, charged {int} NOT NULL, left_over {int} NOT NULL,
        written_off {int} NOT NULL, sent {int} NOT NULL, taken_back {int} NOT NULL, meant {int} NOT NULL,
        received {int} NOT NULL, recovered {int} NOT NULL,
        PRIMARY KEY (ledger, programme, scope, scope_value, month)){clustered}",
];

/// Only what a page asks for: each costs on every entry.
const INDEXES: &[&str] = &[
    // The entries of a programme, the latest first. Programmes are few, so its leaves stay warm.
    "CREATE INDEX filed_programme ON filed (ledger, programme, idx)",
    // What waits for a payee's word, and what was sent to it.
    "CREATE INDEX step_payee ON step (ledger, payee, waiting, idx)",
    // Down the chain: what was sent from a node.
    "CREATE INDEX leg_source ON leg (ledger, source_idx, source_leg, idx)",
    // What a member holds.
    "CREATE INDEX node_holder ON node (ledger, holder, idx)",
    "CREATE INDEX finding_open ON finding (ledger, is_open, subject)",
    "CREATE INDEX finding_programme ON finding (ledger, programme, is_open, subject)",
    "CREATE INDEX finding_payer ON finding (ledger, payer, is_open, subject)",
    "CREATE INDEX finding_payee ON finding (ledger, payee, is_open, subject)",
    // A region's, tier's or member's line through all programmes.
    "CREATE INDEX tally_scope ON tally (ledger, scope, scope_value, month, programme)",
];
