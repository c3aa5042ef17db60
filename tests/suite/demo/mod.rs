//! The demo: the plan is what is documented, the ledger admits all of it, its totals are the
//! publisher's, and its findings are the planted ones and what is really in the data.

mod findings;
mod fold;
mod plan;
mod totals;
