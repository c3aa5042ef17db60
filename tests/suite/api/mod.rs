//! The API under `/api/v1`, over a listening socket.

mod limits;
mod notes;
mod openapi;
mod plans;
mod reads;
mod signers;
mod submit;
mod sums;
