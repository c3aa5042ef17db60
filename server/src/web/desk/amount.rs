//! Amounts as people type them.

use crate::import::{AmountFault, MoneyFormat};
use app::words::Language;
use ledger::Minor;

/// The amount in minor units of a currency with so many decimals, or the code of what is wrong. It
/// is read with the marks that the page's language shows, and plain digits are always right.
pub(super) fn typed(text: &str, language: Language, exponent: u8) -> Result<Minor, &'static str> {
    let text: String = text
        .chars()
        .filter(|char| !char.is_whitespace() && *char != '\u{a0}' && *char != '\u{202f}')
        .collect();
    if text.is_empty() {
        return Err("amount-missing");
    }
    let (decimal_mark, thousands_mark) = marks(language);
    let format = MoneyFormat {
        decimal_mark,
        thousands_mark: Some(thousands_mark),
        exponent,
    };
    format
        .parse(&text)
        .map(Minor::from)
        .map_err(|fault| match fault {
            AmountFault::Decimals { .. } => "amount-too-many-digits",
            AmountFault::Zero => "amount-zero",
            _ => "amount-unreadable",
        })
}

/// The decimal mark and the thousands mark that a language's pages show.
pub(super) const fn marks(language: Language) -> (char, char) {
    match language {
        Language::En | Language::Zh => ('.', ','),
        Language::Es => (',', '.'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_in_the_marks_of_its_page() {
        let en = |text| typed(text, Language::En, 2);
        let es = |text| typed(text, Language::Es, 2);
        assert_eq!(en("1,250.5"), Ok(125_050));
        assert_eq!(es("1.250,5"), Ok(125_050));
        assert_eq!(en(" 1250 "), Ok(125_000));
        assert_eq!(es("1 250"), Ok(125_000));
        assert_eq!(typed("2,500,000", Language::Zh, 0), Ok(2_500_000));
        assert_eq!(en(""), Err("amount-missing"));
        assert_eq!(en("0.00"), Err("amount-zero"));
        assert_eq!(en("1.005"), Err("amount-too-many-digits"));
        // The other language's marks are never guessed: they would make a thousand of one.
        for wrong in [
            "1.250,50",
            "12,50",
            "-5",
            "five",
            "1e9",
            "99999999999999999999",
        ] {
            assert!(en(wrong).is_err(), "{wrong}");
        }
    }
}
