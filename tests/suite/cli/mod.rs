//! What the command line stands on, and the command line itself.

mod bureau;
mod demonstration;
mod disaster;
mod dying;
#[expect(
    clippy::unwrap_used,
    reason = "a helper of tests that can't go on ends the test"
)]
mod export;
mod helping;
mod houses;
mod importing;
mod outsiders;
pub(crate) mod program;
mod settings;
mod speaking;
mod story;
mod tiles;
pub(crate) mod token;
#[expect(
    clippy::unwrap_used,
    reason = "a helper of tests that can't go on ends the test"
)]
mod verify;
#[expect(
    clippy::unwrap_used,
    reason = "a helper of tests that can't go on ends the test"
)]
mod world;
