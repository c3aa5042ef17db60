//! The columns of every view.

use crate::export::table::{Column, Kind};
use ledger::Terms;

const fn column(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, about }
}

const PROGRAMME: Column = column(
    "programme",
    Kind::Text,
    "The programme's name on the ledger",
);
const TITLE: Column = column(
    "programme_title",
    Kind::Text,
    "What the programme is called",
);
const CURRENCY: Column = column(
    "currency",
    Kind::Text,
    "ISO 4217 code of the amounts in this row",
);
const MEMBER: Column = column("member", Kind::Text, "The member's name on the ledger");
const MEMBER_TITLE: Column = column("member_title", Kind::Text, "What the member is called");
const TIER: Column = column("tier", Kind::Count, "The level: 0 for the nation");
const REGION: Column = column(
    "region",
    Kind::Text,
    "The region's code; empty where there is none",
);
const OPEN: Column = column("findings_open", Kind::Count, "Open findings that name it");
const FROM: Column = column("from", Kind::Text, "The payer's name on the ledger");
const FROM_TITLE: Column = column("from_title", Kind::Text, "What the payer is called");
const TO: Column = column("to", Kind::Text, "The payee's name on the ledger");
const TO_TITLE: Column = column("to_title", Kind::Text, "What the payee is called");
const OCCURRED: Column = column(
    "occurred",
    Kind::Day,
    "The day the money moved, by the payer's word",
);
const DUE: Column = column("due", Kind::Day, "The day by which the payee should answer");

/// The terms of a tally, under the names that the API gives them.
fn terms() -> impl Iterator<Item = Column> {
    Terms::NAMES
        .iter()
        .map(|name| column(name, Kind::Amount, term(name)))
}

fn term(name: &str) -> &'static str {
    match name {
        "appropriated" => "Authority to spend, supplements and cuts included",
        "income" => "Income",
        "held" => "Received and not passed on or spent",
        "in_transit" => "Sent here and open, before the payee's last word",
        "missing" => "Sent here and open, after the payee's last word",
        "spent" => "Spent, refunds taken off",
        "charged" => "Charged on the way here",
        "left" => "Surrendered or carried over to another year",
        "written_off" => "Written off of what was sent here",
        "sent" => "Sent from here, hop by hop: never add it over tiers",
        "taken_back" => "Of what was sent from here: bounced or reversed",
        "meant" => "Sent to here by others",
        "received" => "Of what was sent to here: received, corrections taken off",
        "recovered" => "Recovered here of what was missing",
        _ => "A term of the tally",
    }
}

pub(super) fn programmes() -> Vec<Column> {
    let closed = column(
        "closed",
        Kind::YesNo,
        "Whether the programme is closed to new outflows",
    );
    [PROGRAMME, TITLE, CURRENCY]
        .into_iter()
        .chain(terms())
        .chain([OPEN, closed])
        .collect()
}

pub(super) fn tallies(of: Column) -> Vec<Column> {
    [PROGRAMME, of, CURRENCY]
        .into_iter()
        .chain(terms())
        .collect()
}

pub(super) const fn of_tier() -> Column {
    TIER
}

pub(super) const fn of_region() -> Column {
    REGION
}

pub(super) const fn of_month() -> Column {
    column(
        "month",
        Kind::Text,
        "YYYY-MM: the month in which the money was sent",
    )
}

pub(super) fn member_months() -> Vec<Column> {
    let first = [PROGRAMME, MEMBER, of_month(), CURRENCY];
    first.into_iter().chain(terms()).collect()
}

pub(super) fn places() -> Vec<Column> {
    let first = [PROGRAMME, MEMBER, MEMBER_TITLE, TIER, REGION, CURRENCY];
    first.into_iter().chain(terms()).chain([OPEN]).collect()
}

pub(super) fn hops() -> Vec<Column> {
    let count = |name, about| column(name, Kind::Count, about);
    vec![
        PROGRAMME,
        TIER,
        count(
            "confirmed",
            "Steps to this tier of which something was received",
        ),
        count(
            "days",
            "Their days, added up: from the day of the sending to that of the latest receipt",
        ),
        count("to_1", "Steps that took at most 1 day"),
        count("to_3", "Steps that took 2 to 3 days"),
        count("to_7", "Steps that took 4 to 7 days"),
        count("to_14", "Steps that took 8 to 14 days"),
        count("to_30", "Steps that took 15 to 30 days"),
        count("to_60", "Steps that took 31 to 60 days"),
        count("beyond", "Steps that took more than 60 days"),
    ]
}

pub(super) fn accounts() -> Vec<Column> {
    [MEMBER, PROGRAMME, TITLE, CURRENCY]
        .into_iter()
        .chain(terms())
        .collect()
}

pub(super) fn flows() -> Vec<Column> {
    let count = |name, about| column(name, Kind::Count, about);
    let amount = |name, about| column(name, Kind::Amount, about);
    vec![
        FROM,
        FROM_TITLE,
        TO,
        TO_TITLE,
        PROGRAMME,
        CURRENCY,
        amount("sent", "Sent by the payer's word"),
        amount("received", "Received by the payee's word"),
        amount("taken_back", "Bounced or reversed"),
        amount("in_transit", "Open, before the payee's last word"),
        amount("missing", "Open, after the payee's last word"),
        amount("contested", "Received beyond what was sent"),
        count("steps", "How many steps"),
        count("confirmed", "Steps of which something was received"),
        count("days", "Their days, added up"),
    ]
}

pub(super) fn children() -> Vec<Column> {
    let function = column(
        "function",
        Kind::Text,
        "What it does: finance, office, auditor and others",
    );
    let parent = column("parent", Kind::Text, "The member above it");
    vec![parent, MEMBER, MEMBER_TITLE, function, TIER, REGION]
}

pub(super) fn steps() -> Vec<Column> {
    let amount = |name, about| column(name, Kind::Amount, about);
    vec![
        column(
            "index",
            Kind::Count,
            "The index of the entry that opened the step",
        ),
        column("identity", Kind::Text, "SHA3-256 of that entry's text"),
        column("kind", Kind::Text, "transfer or return"),
        PROGRAMME,
        FROM,
        FROM_TITLE,
        TO,
        TO_TITLE,
        OCCURRED,
        DUE,
        column(
            "confirmed",
            Kind::Day,
            "The day of the payee's latest receipt",
        ),
        CURRENCY,
        amount("sent", "Sent by the payer's word"),
        amount("received", "Received by the payee's word"),
        amount("taken_back", "Bounced or reversed"),
        amount("open", "In transit or missing"),
        amount("contested", "Received beyond what was sent"),
        column(
            "last_word",
            Kind::YesNo,
            "Whether the payee has said its last word",
        ),
        column(
            "state",
            Kind::Text,
            "in-transit, unconfirmed, partly, received, short, denied, over, taken-back or settled",
        ),
    ]
}

pub(super) fn findings() -> Vec<Column> {
    let amount = |name, about| column(name, Kind::Amount, about);
    vec![
        column("code", Kind::Text, "The finding's stable code"),
        column("severity", Kind::Text, "note, warning or serious"),
        PROGRAMME,
        TITLE,
        FROM,
        FROM_TITLE,
        TO,
        TO_TITLE,
        CURRENCY,
        amount("sent", "Sent by the payer's word"),
        amount("received", "Received by the payee's word"),
        amount("at_risk", "Money at risk, by the code's formula"),
        column(
            "days",
            Kind::Count,
            "Days of the formula, where it has days",
        ),
        column(
            "days_allowed",
            Kind::Count,
            "Days that the programme allows",
        ),
        OCCURRED,
        DUE,
        column("opened", Kind::Moment, "Ledger time when it was raised"),
        column(
            "closed",
            Kind::Moment,
            "Ledger time when it closed; empty while it is open",
        ),
        column(
            "entries",
            Kind::Text,
            "Identities of the entries that prove it, the first is what it is about",
        ),
    ]
}
