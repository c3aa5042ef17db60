//! Starts the islands in the browser.
//!
//! In scope: the one function that the boot module calls before it hands each island its element.
//! The islands themselves are in the package `app`; linking it exports them. On every other target
//! this crate is empty.
#![cfg(target_arch = "wasm32")]

// The islands' entry points are exported by being linked.
extern crate app;

use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the page for its islands: once, before the first is started.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
