//! The demo: the plan is what is documented, the ledger admits all of it, its totals are the
//! publisher's, and its findings are the planted ones and what is really in the data.

#[expect(
    clippy::unwrap_used,
    reason = "a helper of tests that can't go on ends the test"
)]
mod findings;
#[expect(
    clippy::unwrap_used,
    reason = "a helper of tests that can't go on ends the test"
)]
mod fold;
mod plan;
mod sums;
mod totals;
