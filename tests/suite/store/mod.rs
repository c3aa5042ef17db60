//! Storing and ordering: one story on both databases, and what goes wrong.

mod failing;
mod keeping;
mod schema;
mod story;
mod ticking;
