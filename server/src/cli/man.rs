//! `countersign man`.

use super::{Exit, Failure, description, print};
use std::path::PathBuf;

/// Print the manual, or write the manuals of all subcommands into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  countersign man | man -l -\n  countersign man --output man")]
pub(super) struct Man {
    /// Folder for a page a subcommand
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self) -> Result<Exit, Failure> {
        match self.output {
            Some(folder) => {
                std::fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, error))?;
                clap_mangen::generate_to(description(), &folder)
                    .map_err(|error| Failure::file(&folder, error))?;
            }
            None => {
                let mut out = Vec::new();
                clap_mangen::Man::new(description()).render(&mut out)?;
                print::text(&String::from_utf8_lossy(&out))?;
            }
        }
        Ok(Exit::Ok)
    }
}
