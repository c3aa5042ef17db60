//! A file a page: from its data to the document's body.

pub(crate) mod about;
pub(crate) mod accessibility;
pub(crate) mod api;
pub(crate) mod books;
pub(crate) mod compare;
pub(crate) mod desk;
pub(crate) mod entry;
pub(crate) mod finding;
pub(crate) mod findings;
pub(crate) mod glossary;
pub(crate) mod home;
pub(crate) mod island;
pub(crate) mod member;
pub(crate) mod mirror;
pub(crate) mod problem;
pub(crate) mod programme;
pub(crate) mod search;
pub(crate) mod status;
pub(crate) mod total;
pub(crate) mod verify;
