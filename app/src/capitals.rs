//! Sums in the capital numerals of Chinese vouchers (壹贰叁…), which nobody alters with a stroke.

use crate::views::{Currency, Minor};

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// Places within a group of four digits, the lowest first.
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];

/// The sum in words. Renminbi is written in 元, 角 and 分 and closed with 整 where no fen follow; any
/// other currency by its code, with the digits behind the mark one by one.
#[must_use]
pub(crate) fn sum(minor: Minor, currency: &Currency) -> String {
    let unit = 10_i128.pow(u32::from(currency.exponent));
    let (sign, minor) = if minor < 0 {
        ("负", -minor)
    } else {
        ("", minor)
    };
    let (whole, part) = (minor / unit, minor % unit);
    if currency.code == "CNY" && currency.exponent == 2 {
        return format!("人民币{sign}{}", renminbi(whole, part));
    }
    let mut words = format!("{} {sign}{}", currency.code, integer(whole));
    if part != 0 {
        words.push('点');
        let digits = format!("{part:0>width$}", width = usize::from(currency.exponent));
        words.extend(digits.chars().filter_map(capital));
    }
    words.push('整');
    words
}

fn renminbi(yuan: Minor, part: Minor) -> String {
    let (jiao, fen) = (part / 10, part % 10);
    let mut words = String::new();
    if yuan != 0 || part == 0 {
        words.push_str(&integer(yuan));
        words.push('元');
    }
    if jiao != 0 {
        words.push(digit(jiao));
        words.push('角');
    } else if fen != 0 && yuan != 0 {
        words.push('零');
    }
    if fen == 0 {
        words.push('整');
    } else {
        words.push(digit(fen));
        words.push('分');
    }
    words
}

/// A whole number: 亿 and 万 part it, and one 零 stands for any run of zeros that digits follow.
fn integer(value: Minor) -> String {
    for (unit, name) in [(100_000_000, '亿'), (10_000, '万')] {
        if value >= unit {
            let rest = value % unit;
            let mut words = integer(value / unit);
            words.push(name);
            if rest != 0 {
                if rest < unit / 10 {
                    words.push(DIGITS[0]);
                }
                words.push_str(&integer(rest));
            }
            return words;
        }
    }
    if value == 0 {
        return DIGITS[0].to_string();
    }
    four(value)
}

/// A number of at most four digits.
fn four(group: Minor) -> String {
    let mut words = String::new();
    let mut gap = false;
    for (place, name) in PLACES.iter().enumerate().rev() {
        let at = u32::try_from(place).map_or(1, |place| 10_i128.pow(place));
        let value = group / at % 10;
        if value == 0 {
            gap = true;
            continue;
        }
        if gap && !words.is_empty() {
            words.push('零');
        }
        words.push(digit(value));
        words.push_str(name);
        gap = false;
    }
    words
}

fn digit(value: Minor) -> char {
    let at = usize::try_from(value).unwrap_or_default();
    DIGITS.get(at).copied().unwrap_or('零')
}

fn capital(char: char) -> Option<char> {
    char.to_digit(10).map(|value| digit(Minor::from(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: &str, exponent: u8, minor: Minor) -> String {
        let currency = Currency {
            code: code.to_owned(),
            exponent,
        };
        sum(minor, &currency)
    }

    #[test]
    fn renminbi_are_written_as_vouchers_want_them() {
        for (minor, words) in [
            (0, "人民币零元整"),
            (5, "人民币伍分"),
            (10, "人民币壹角整"),
            (125_050, "人民币壹仟贰佰伍拾元伍角整"),
            (100_005, "人民币壹仟元零伍分"),
            (12_345_678, "人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
            (1_010_000, "人民币壹万零壹佰元整"),
            (1_000_100_000, "人民币壹仟万壹仟元整"),
            (10_000_000_100, "人民币壹亿零壹元整"),
            (100_050_000_000, "人民币壹拾亿零伍拾万元整"),
        ] {
            assert_eq!(said("CNY", 2, minor), words, "{minor}");
        }
    }

    #[test]
    fn other_currencies_are_written_by_their_code() {
        assert_eq!(
            said("PYG", 0, 391_206_118),
            "PYG 叁亿玖仟壹佰贰拾万陆仟壹佰壹拾捌整"
        );
        assert_eq!(said("USD", 2, 1_205), "USD 壹拾贰点零伍整");
        assert_eq!(said("KWD", 3, 1_000), "KWD 壹整");
    }

    #[test]
    fn the_largest_sum_has_its_words() {
        let largest = 1_000_000_000_000_000_000;
        assert_eq!(said("PYG", 0, largest), "PYG 壹佰亿亿整");
        assert_eq!(said("CNY", 2, largest), "人民币壹亿亿元整");
        assert_eq!(said("PYG", 0, 3_000_500_000_000), "PYG 叁万零伍亿整");
    }
}
