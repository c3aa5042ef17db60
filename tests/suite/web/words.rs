//! The words by which members and programmes are found.

use server::search::{ASKED_MAX, WORD_CHARS_MAX, WORDS_MAX, asked, words_of};

fn finds(text: &str, query: &str) -> bool {
    let words = words_of(&[text]);
    let begins = |asked: &String| words.iter().any(|word| word.starts_with(asked));
    !asked(query).is_empty() && asked(query).iter().all(begins)
}

#[test]
fn accents_capitals_and_wide_forms_are_one() {
    let title = "Gobernación de Caazapá";
    for query in ["Caazapa", "CAAZAPÁ", "gobernacion caaz", "ｃａａｚａｐａ"] {
        assert!(finds(title, query), "{query}");
    }
    for query in ["azapa", "Caazapá 2", "", "  ,;"] {
        assert!(!finds(title, query), "{query}");
    }
    assert!(finds("caazapa.example/gobernacion", "caazapa/gob"));
}

#[test]
fn chinese_is_found_by_any_part_and_by_pinyin() {
    let title = "重庆市万州区财政局";
    for query in [
        "万州",
        "财政局",
        "重庆",
        "chongqing",
        "wanzhou",
        "wzq",
        "cqs",
        "Wan Zhou",
        "万州 caizheng",
    ] {
        assert!(finds(title, query), "{query}");
    }
    assert!(!finds(title, "万区") && !finds(title, "qingwan"));
    assert!(finds("第3小学", "3") && finds("第3小学", "xiaoxue"));
}

#[test]
fn words_are_bounded() {
    let long = "万".repeat(500);
    assert!(words_of(&[&long, "one two"]).len() <= WORDS_MAX);
    let widest = words_of(&[&long]);
    assert!(
        widest
            .iter()
            .all(|word| word.chars().count() <= WORD_CHARS_MAX)
    );
    assert!(asked(&"a b c d e f g h ".repeat(9)).len() <= ASKED_MAX);
    assert_eq!(asked("Ñandé ñande"), ["nande"]);
}
