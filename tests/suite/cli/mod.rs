//! What the command line stands on, and the command line itself.

mod demonstration;
mod export;
mod importing;
mod program;
mod story;
mod verify;
mod world;
