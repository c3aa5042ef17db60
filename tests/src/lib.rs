//! Helpers of the test binary: what builds the world that a test runs in.

#![expect(
    clippy::expect_used,
    reason = "a helper of tests that can't go on ends the test"
)]

pub mod app;
pub mod desk;
pub mod house;
pub mod postgres;
pub mod provider;
pub mod proxy;
pub mod telling;
pub mod world;
