//! A mirror: somebody else's whole ledger, kept by another house and checked entry by entry.
//!
//! In scope: following a log, taking its entries into a store of one's own, cosigning what is
//! stored, telling a log that departed, and passing submissions on. Not in scope: reading a log
//! (`log_client`), the rules (`ledger`), pages and API, which are the same as the log's own.
//!
//! A mirror's cosignature says that it holds every entry below the checkpoint and found each one
//! right. So a checkpoint is cosigned only after its entries and the checkpoint itself are durable.

mod absorb;
mod bring;
mod departed;
mod follow;
mod forward;
mod home;
mod reading;
pub(crate) mod routes;
mod stamp;
mod waiting;

pub use departed::{Departed, Trouble};
pub use follow::{Follower, Halt, Pace};
pub use forward::{Forwarded, Forwarder, NotForwarded};
pub use home::{Home, MirrorError, MirrorView};
pub use routes::{RECEIVED, routes};
pub use stamp::Stamp;
pub use waiting::Passed;
