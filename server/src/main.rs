//! The binary `countersign`: everything is in the library.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Entries are small and pass through several threads: the system's allocator took a tenth of the
/// processor time under load.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::run(std::env::args_os()).into()
}
