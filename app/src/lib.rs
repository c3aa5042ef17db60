//! What people see: pages, components and words, rendered on the server.
//!
//! [`render`] turns a page's plain data ([`views`]) into an HTML document, synchronously and
//! without any input but its arguments: no clock, no database, no request. No page has inline
//! script or inline style; they link the style sheets that they need ([`style::Sheet`]).
//!
//! For wasm32 this is another, small package: [`islands`] alone, which the browser starts on what
//! was rendered here. They take no catalogue, formatter or page with them.

pub mod islands;

#[cfg(not(target_arch = "wasm32"))]
mod capitals;
#[cfg(not(target_arch = "wasm32"))]
mod components;
#[cfg(not(target_arch = "wasm32"))]
mod context;
#[cfg(not(target_arch = "wasm32"))]
pub mod feed;
#[cfg(not(target_arch = "wasm32"))]
pub mod format;
#[cfg(not(target_arch = "wasm32"))]
pub mod letters;
#[cfg(not(target_arch = "wasm32"))]
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod render;
#[cfg(not(target_arch = "wasm32"))]
pub mod style;
#[cfg(not(target_arch = "wasm32"))]
pub mod views;
#[cfg(not(target_arch = "wasm32"))]
pub mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use render::render;
#[cfg(test)]
use render::render_in;

// The gallery uses the sample as a user of this package would.
#[cfg(test)]
extern crate self as app;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
