//! What the command line stands on, and the command line itself.

mod export;
mod verify;
mod world;
