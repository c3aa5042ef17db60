//! What runs in the reader's browser, rendered on the server first.
//!
//! In scope: markup that answers to the reader, and what it computes. Not in scope: words, which
//! come as props in the page's language; pages, which stand whole without their islands.
//!
//! A page loads one module and the module has one island: each is compiled by itself for wasm32,
//! under the feature of its name, so that no reader loads what another page runs.

#[cfg(any(not(target_arch = "wasm32"), feature = "device"))]
pub mod device;
#[cfg(target_arch = "wasm32")]
#[cfg_attr(
    feature = "device",
    allow(dead_code, reason = "each island needs another part of it")
)]
mod dom;
#[cfg(not(target_arch = "wasm32"))]
pub mod passkey;
#[cfg(not(target_arch = "wasm32"))]
pub mod plain;
pub mod told;
#[cfg(any(not(target_arch = "wasm32"), feature = "total"))]
pub mod total;
#[cfg(any(not(target_arch = "wasm32"), feature = "total", feature = "verify"))]
mod trust;
#[cfg(any(not(target_arch = "wasm32"), feature = "verify"))]
pub mod verify;
#[cfg_attr(
    all(target_arch = "wasm32", feature = "device"),
    allow(dead_code, reason = "an island without checks has no reasons")
)]
pub mod why;
