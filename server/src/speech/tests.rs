//! Every language says what the commands say, and nothing that nobody asks for is left.

use super::*;

#[test]
fn the_first_variable_that_is_set_says_the_language() {
    let asked = |set: &'static [(&str, &str)]| {
        language(|name| {
            let (_, value) = set.iter().find(|(known, _)| *known == name)?;
            Some((*value).to_owned())
        })
    };
    assert_eq!(asked(&[("LANG", "zh_CN.UTF-8")]), Language::Zh);
    assert_eq!(asked(&[("LANG", "es")]), Language::Es);
    assert_eq!(
        asked(&[("LC_ALL", ""), ("LC_MESSAGES", "es_PY"), ("LANG", "zh_CN")]),
        Language::Es
    );
    assert_eq!(
        asked(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]),
        Language::En
    );
    assert_eq!(asked(&[("LANG", "fr_FR.UTF-8")]), Language::En);
    assert_eq!(asked(&[]), Language::En);
}
