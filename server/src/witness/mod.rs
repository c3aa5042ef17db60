//! A witness: it remembers the last checkpoint of each log that it watches, and cosigns one that
//! continues it (C2SP tlog-witness v1.0.0).
//!
//! In scope: answering `add-checkpoint`, and remembering. Not in scope: what a log's entries say,
//! which a mirror checks; how a submission is judged, which `ledger::log` says.
//!
//! A witness is worth something only as long as it never cosigns two histories. So what it will
//! have cosigned is durable before the answer leaves, one process at a time has its folder, and a
//! file that can't be read stops it instead of being taken for nothing.

mod memory;
mod routes;

pub use memory::{Reply, Watch, Witness, WitnessError};
pub use routes::router;
