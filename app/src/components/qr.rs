//! A QR code as a picture of one path: no style inside the markup, crisp on paper.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// The quiet zone around a code, in modules: the standard asks for four.
const QUIET: usize = 4;

/// The code of an address; nothing where it is longer than a code holds.
pub(crate) fn qr(address: &str, label: String) -> Option<AnyView> {
    // Paper is clean and the address long: the weakest correction gives the largest modules.
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    let side = code.width() + 2 * QUIET;
    let drawn = path(&code.to_colors(), code.width());
    let view_box = format!("0 0 {side} {side}");
    Some(
        view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                <rect width=side height=side/>
                <path d=drawn/>
            </svg>
        }
        .into_any(),
    )
}

/// Every run of dark modules as a stroke of its length, row by row.
fn path(modules: &[Color], width: usize) -> String {
    let mut drawn = String::new();
    for (y, row) in modules.chunks(width.max(1)).enumerate() {
        let mut x = 0;
        while x < row.len() {
            let dark = row[x..]
                .iter()
                .take_while(|module| **module == Color::Dark)
                .count();
            if dark > 0 {
                // Writing to a string can't fail.
                _ = write!(drawn, "M{} {}.5h{dark}", x + QUIET, y + QUIET);
            }
            x += dark.max(1);
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The picture read back: every module of the code is in it, and nothing else.
    #[test]
    fn the_path_draws_every_dark_module() {
        let address = "https://ledger.example/zh/entries/7ae1";
        let code = QrCode::with_error_correction_level(address, EcLevel::L).expect("it is short");
        let width = code.width();
        let colours = code.to_colors();
        let mut drawn = vec![Color::Light; colours.len()];
        for run in path(&colours, width).split('M').skip(1) {
            let (start, length) = run.split_once('h').expect("a run");
            let (x, y) = start.split_once(' ').expect("a place");
            let number = |text: &str| text.parse::<usize>().expect("a number");
            let (x, y) = (number(x) - QUIET, number(y.trim_end_matches(".5")) - QUIET);
            for module in &mut drawn[y * width + x..][..number(length)] {
                *module = Color::Dark;
            }
        }
        assert!(drawn == colours);
    }

    #[test]
    fn an_address_that_is_too_long_has_no_code() {
        assert!(QrCode::with_error_correction_level("x".repeat(4_000), EcLevel::L).is_err());
    }
}
