//! Storing and ordering: one story on both databases, and what goes wrong.

mod epochs;
mod failing;
mod keeping;
mod racing;
mod schema;
mod story;
mod ticking;
mod unsure;
