//! By what members, programmes and regions are found and called.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000005_directory",
    parts: &[STATEMENTS],
};

const STATEMENTS: &[&str] = &[
    // The folded words of members (subject 0) and programmes (1), those of former titles too. A
    // word is found by its beginning in binary order: no text index that one database lacks.
    "CREATE TABLE search_word (
        ledger {int} NOT NULL, word {text} NOT NULL, subject {int} NOT NULL, name {text} NOT NULL,
        PRIMARY KEY (ledger, word, subject, name)){clustered}",
    // Whose title a region is called by: the first member of its highest tier.
    "CREATE TABLE region (
        ledger {int} NOT NULL, code {text} NOT NULL, tier {int} NOT NULL, member {text} NOT NULL,
        PRIMARY KEY (ledger, code)){clustered}",
    // The words of entries that are there already come with a rebuild, which the store asks for.
    "UPDATE head SET next_index = 0 WHERE next_index > 0",
];
