//! From the store's rows to the plain data that pages show.

pub(crate) mod fields;
pub(crate) mod finding;
pub(crate) mod hops;
pub(crate) mod lexicon;
pub(crate) mod line;
pub(crate) mod said;
pub(crate) mod step;
