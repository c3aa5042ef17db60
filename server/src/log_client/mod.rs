//! Reading a log, ours or anybody's: over HTTP or from a folder of tiles, believing nothing beyond
//! what is proven.
//!
//! In scope: fetching bytes within limits ([`Source`]), holding tiles to a checkpoint's root
//! ([`Proven`]), yielding entries that are proven one by one ([`Follow`]), and telling a log that
//! went back or shows another history ([`continues`]). Not in scope: what an entry may do, which
//! `verify` replays, and keeping a copy.
//!
//! What is wrong is a [`Departure`] with a stable code. Where two signed checkpoints contradict each
//! other it carries the evidence, which convinces whoever has the log's key.

mod ahead;
mod departure;
mod fetch;
mod folder;
mod follow;
mod proven;
mod remote;
mod trust;

pub use departure::Departure;
pub use fetch::{FetchError, Source, VKEY_BYTES_MAX};
pub use folder::TileFolder;
pub use follow::{Follow, Leaf, Thoroughness};
pub use proven::Proven;
pub use remote::{LogUrl, NotALog, Patience, Remote};
pub use trust::{CheckpointPair, Trusted, continues, read, same_log, trusted};
