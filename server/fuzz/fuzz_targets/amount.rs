//! Whatever a cell says: no amount, or one that the same text has by arithmetic on its digits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::import::MoneyFormat;
use server_fuzz::import::limits::{AMOUNT_MAX, EXPONENT_MAX};

fuzz_target!(|input: (u8, bool, Option<bool>, &str)| {
    let (exponent, comma, thousands, text) = input;
    let exponent = exponent % (EXPONENT_MAX + 1);
    let format = MoneyFormat {
        decimal_mark: if comma { ',' } else { '.' },
        thousands_mark: thousands.map(|blank| match (blank, comma) {
            (true, _) => '\u{a0}',
            (false, true) => '.',
            (false, false) => ',',
        }),
        exponent,
    };
    let Ok(amount) = format.parse(text) else {
        return;
    };
    assert!((1..=AMOUNT_MAX).contains(&amount));
    let (whole, decimals) = text.split_once(format.decimal_mark).unwrap_or((text, ""));
    let digits = |part: &str| {
        part.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let padded = format!(
        "{}{:0<width$}",
        digits(whole),
        digits(decimals),
        width = exponent.into()
    );
    assert_eq!(padded.trim_start_matches('0').parse(), Ok(amount));
});
