//! The command line in the language of whoever runs it, and alike for programs in every language.

use super::program::{Home, Said};
use super::story::{founded, issue};

const LANGUAGES: [&str; 2] = ["zh_CN.UTF-8", "es_PY.UTF-8"];

fn says(said: &Said, code: i32, words: &str) {
    let told = format!("{}{}", said.out, said.error);
    assert_eq!(said.code, code, "{told}");
    assert!(told.contains(words), "{words:?} isn't in: {told}");
}

#[test]
fn people_read_their_language_and_programs_the_same_in_each() {
    let home = founded();
    issue(&home, 100_000, "v-1", "");
    let [chinese, spanish] = LANGUAGES;
    let table = [
        ("tally", 0, "在途", "en camino"),
        ("tally", 0, "10,000.00 CNY", "10.000,00 CNY"),
        (
            "verify",
            0,
            "每个签名和每条规则均成立",
            "se cumplen todas las firmas",
        ),
        ("findings", 0, "共 0 件待核事项", "0 hallazgos"),
        ("member list", 0, "成员", "miembro"),
        ("trace 999", 3, "没有这个条目", "no hay tal asiento"),
        ("trace 999 --data nowhere", 3, "nowhere", "nowhere"),
        (
            "issue --programme schools --to town.example/office --amount 5 --ref v-1 --key m.key --yes",
            1,
            "（ref-reused）",
            "rechazado: ",
        ),
    ];
    for (line, code, in_chinese, in_spanish) in table {
        says(&home.line_in(chinese, line), code, in_chinese);
        says(&home.line_in(spanish, line), code, in_spanish);
    }
    let json = |locale: &str| home.line_in(locale, "tally --json").ok();
    assert_eq!(json(chinese), json(spanish));
    assert_eq!(json(chinese), home.line("tally --json").ok());
}

#[test]
fn a_missing_ledger_is_told_with_the_way_to_found_one() {
    let home = Home::new();
    for (locale, words) in LANGUAGES.into_iter().zip(["创立账本", "funda un libro"]) {
        says(&home.line_in(locale, "tally"), 3, words);
    }
}
