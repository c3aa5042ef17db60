//! The documents that must follow the code: they hold these tables, row by row.

use ledger::entry::Kind;
use ledger::{CATALOGUE, Presence, Refusal};
use std::fmt::Write;

fn document(name: &str) -> String {
    let path = format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn holds(document: &str, name: &str, block: &str) {
    assert!(
        document.contains(block),
        "docs/{name} lacks this block, or holds another:\n\n{block}"
    );
}

#[test]
fn entry_format_lists_every_kind_and_field() {
    let text = document("ENTRY-FORMAT.md");
    for (_, spec) in Kind::ALL {
        let mut block = format!("### `{}`\n", spec.word);
        let fields: Vec<String> = spec
            .fields
            .iter()
            .map(|field| match field.presence {
                Presence::Required => format!("`{}` {}", field.name, field.form),
                Presence::Optional => format!("[`{}` {}]", field.name, field.form),
                Presence::Repeated(max) => {
                    format!("`{}` {} (0 to {max} lines)", field.name, field.form)
                }
            })
            .collect();
        writeln!(block, "{}", fields.join(" · ")).unwrap();
        holds(&text, "ENTRY-FORMAT.md", &block);
    }
    assert_eq!(text.matches("\n### `").count(), Kind::ALL.len());
}

#[test]
fn entry_format_names_every_form() {
    let text = document("ENTRY-FORMAT.md");
    for (_, spec) in Kind::ALL {
        for field in spec.fields {
            assert!(
                text.contains(&format!("| {} |", field.form)),
                "ENTRY-FORMAT.md: the form {}",
                field.form
            );
        }
    }
}

#[test]
fn refusals_stand_in_their_order() {
    let rows: String = Refusal::CODES
        .iter()
        .map(|code| format!("- `{code}`\n"))
        .collect();
    holds(&document("ENTRY-FORMAT.md"), "ENTRY-FORMAT.md", &rows);
}

#[test]
fn findings_catalogue_is_the_codes() {
    let text = document("FINDINGS.md");
    let mut table = String::from(
        "| code | severity | raised and closed | money at risk |\n|---|---|---|---|\n",
    );
    for entry in CATALOGUE {
        writeln!(
            table,
            "| `{}` | {} | {} | {} |",
            entry.word,
            entry.severity.word(),
            entry.formula,
            entry.at_risk
        )
        .unwrap();
    }
    holds(&text, "FINDINGS.md", &table);
}

#[test]
fn precedence_is_the_place_in_the_list() {
    let in_order = [
        Refusal::AlreadyAdmitted { index: 7 },
        Refusal::GenesisMissing,
        Refusal::RefReused { index: 7 },
        Refusal::SelfApproval,
        Refusal::CurrencyDiffers,
        Refusal::BeyondOpen { open: 5 },
        Refusal::TermsContradict,
    ];
    assert!(in_order.is_sorted_by_key(Refusal::precedence));
    for refusal in &in_order {
        assert_eq!(Refusal::CODES[refusal.precedence()], refusal.code());
    }
    assert_eq!(
        in_order.last().map(Refusal::precedence),
        Some(Refusal::CODES.len() - 1)
    );
}

#[test]
fn log_format_shows_what_the_code_writes() {
    let text = document("LOG-FORMAT.md");
    let vector = |name: &str| {
        let path = format!(
            "{}/../../tests/vectors/log/{name}",
            env!("CARGO_MANIFEST_DIR")
        );
        std::fs::read_to_string(path).unwrap()
    };
    let proof = vector("entry-3.tlog-proof");
    let (of_log, _) = proof.split_at(proof.rfind('\u{2014}').unwrap());
    for block in [vector("checkpoint").as_str(), of_log] {
        holds(&text, "LOG-FORMAT.md", &format!("```\n{block}```\n"));
    }
    // What the modules say of their own formats stands there word for word.
    for module in ["answer", "evidence"] {
        let path = format!("{}/src/log/{module}.rs", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).unwrap();
        let rows = source.lines().filter_map(|line| line.strip_prefix("//! "));
        let rows: Vec<&str> = rows
            .skip_while(|row| !row.starts_with("countersign/v1/"))
            .take_while(|row| !row.starts_with("A refusal") && !row.starts_with("`fork`"))
            .filter(|row| !row.is_empty() && !row.starts_with("```"))
            .collect();
        assert!(rows.len() > 5, "{module}");
        for row in rows {
            assert!(
                text.contains(&format!("\n{row}\n")),
                "LOG-FORMAT.md lacks: {row}"
            );
        }
    }
}
