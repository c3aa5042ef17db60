//! The rules through their public interface: published vectors, our own, and one story.
#![expect(clippy::unwrap_used, reason = "a test")]

mod days;
mod documents;
mod entries;
mod log;
mod signatures;
mod story;
