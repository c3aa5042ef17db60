//! What money does: an independent model of the effect table, and the tests that hold the ledger to it.

mod cast;
mod driver;
mod model;
mod model_alone;
mod model_world;
mod table;
