//! What people see: pages, components and words, rendered on the server.
//!
//! [`render`] turns a page's plain data ([`views`]) into an HTML document, synchronously and
//! without any input but its arguments: no clock, no database, no request. The pages carry no
//! script and no inline style.

pub mod format;
pub mod views;
pub mod words;
