//! Members from the top tier down: the page of who keeps the books lists them so.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000006_tiers",
    parts: &[INDEX],
};

/// Members are few beside entries, and their tiers change by vote only.
const INDEX: &[&str] = &["CREATE INDEX member_tier ON member (ledger, tier, name)"];
