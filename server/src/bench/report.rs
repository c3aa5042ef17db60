//! Figures as ratios against a ceiling or a peer that was measured in the same run.

use std::fmt::Write;

/// One line of the report.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// What was measured.
    pub(super) what: String,
    /// The figure with its unit.
    pub(super) measured: String,
    /// The ratio, in thousandths, where there is one.
    pub(super) ratio_permille: Option<u64>,
    /// The budget, in words.
    pub(super) budget: &'static str,
    /// What else belongs beside the figure.
    pub(super) remark: String,
}

/// A part of a whole in thousandths, rounded down; 0 of nothing.
#[must_use]
pub(super) const fn permille(part: u64, whole: u64) -> u64 {
    match part.saturating_mul(1000).checked_div(whole) {
        Some(ratio) => ratio,
        None => 0,
    }
}

/// So many things in a time, as things a second.
#[must_use]
pub(super) fn per_second(count: u64, elapsed: std::time::Duration) -> u64 {
    let micros = elapsed.as_micros().max(1);
    u64::try_from(u128::from(count) * 1_000_000 / micros).unwrap_or(u64::MAX)
}

/// Writes the figures as lines that a person reads and a document quotes.
#[must_use]
pub(super) fn render(figures: &[Figure]) -> String {
    let mut text = String::new();
    for figure in figures {
        let ratio = figure.ratio_permille.map_or_else(String::new, |ratio| {
            format!(" = {}.{} %", ratio / 10, ratio % 10)
        });
        _ = writeln!(
            text,
            "{}\n    {}{ratio}   [{}]",
            figure.what, figure.measured, figure.budget
        );
        if !figure.remark.is_empty() {
            _ = writeln!(text, "    {}", figure.remark);
        }
    }
    text
}
