//! Questions about a transfer: what its payee asks, and what its payer answers.

use crate::frame::Statements;

pub(crate) const MIGRATION: Statements = Statements {
    name: "m20261122_000030_questions",
    parts: &[QUESTIONS],
};

const QUESTIONS: &[&str] = &[
    // `id` is the key of the form that asked, so that a form asks once. `step` is the identity of the
    // transfer, `payer` and `payee` its two sides. The answer's three columns are set together, once;
    // nothing else is ever changed, and no row is deleted.
    "CREATE TABLE question (
        ledger {int} NOT NULL, id {text} NOT NULL, step {bytes} NOT NULL, payer {text} NOT NULL,
        payee {text} NOT NULL, asker {text} NOT NULL, asked {int} NOT NULL, text {text} NOT NULL,
        answerer {text}, answered {int}, answer {text},
        PRIMARY KEY (ledger, id)){clustered}",
    "CREATE INDEX question_step ON question (ledger, step, asked)",
    "CREATE INDEX question_payer ON question (ledger, payer, answered)",
    "CREATE INDEX question_payee ON question (ledger, payee, asked)",
];
