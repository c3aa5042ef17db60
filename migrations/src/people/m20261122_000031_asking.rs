//! Drafts that another member has to agree to before they are posted.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000031_asking",
    parts: &[ASKING],
};

const ASKING: &[&str] = &[
    // The member whose signature the text asks for beside the author's; nothing where it asks for none.
    "ALTER TABLE allocation ADD COLUMN asks {text}",
];
