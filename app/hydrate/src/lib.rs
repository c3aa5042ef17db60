//! Starts an island in the browser.
//!
//! In scope: the one function that the boot module calls before it hands each island its element.
//! The islands themselves are in the package `app`; linking it exports them. A feature chooses which
//! one is linked: `verify`, `total` or `device`. On every other target this crate is empty.
#![cfg(target_arch = "wasm32")]

// The islands' entry points are exported by being linked.
extern crate app;

use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the page for its island: once, before it is started.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(feature = "verify")]
    leptos::mount::hydrate_islands();
    #[cfg(feature = "total")]
    app::islands::total::start();
    #[cfg(feature = "device")]
    app::islands::device::start();
}
