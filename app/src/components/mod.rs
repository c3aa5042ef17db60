//! The parts that pages are made of. Each is a function from data to markup.

pub(crate) mod chain;
pub(crate) mod desk;
pub(crate) mod document;
pub(crate) mod documents;
pub(crate) mod figure;
pub(crate) mod finding;
pub(crate) mod form;
pub(crate) mod head;
pub(crate) mod hops;
pub(crate) mod identity;
pub(crate) mod keys;
pub(crate) mod line;
pub(crate) mod outbox;
pub(crate) mod paging;
pub(crate) mod party;
pub(crate) mod pictures;
pub(crate) mod prose;
pub(crate) mod qr;
pub(crate) mod search;
pub(crate) mod steps;
pub(crate) mod summary;
pub(crate) mod table;
pub(crate) mod tag;
pub(crate) mod take;
pub(crate) mod terms;
pub(crate) mod timeline;
