//! `countersign man`.

use super::{Exit, Failure, print, spoken};
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
            Some(folder) => std::fs::create_dir_all(&folder)
                .and_then(|()| spoken::pages(&folder))
                .map_err(|error| Failure::file(&folder, error))?,
            None => print::text(&spoken::page()?)?,
        }
        Ok(Exit::Ok)
    }
}
