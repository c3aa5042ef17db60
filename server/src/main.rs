//! The binary `countersign`: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run(std::env::args_os()).into()
}
