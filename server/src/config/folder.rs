//! The data folder: everything that a server or a bureau keeps.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--data` | `COUNTERSIGN_DATA` | none: the file lies in it | `countersign-data` |

use std::path::PathBuf;

/// The data folder where nobody names one.
pub const FOLDER: &str = "countersign-data";

/// The data folder's flag and variable.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct FolderOptions {
    /// Folder with the ledger, its settings and its keys
    #[arg(long = "data", value_name = "FOLDER", env = "COUNTERSIGN_DATA")]
    pub data: Option<PathBuf>,
}

impl FolderOptions {
    /// The folder that holds; it need not exist.
    #[must_use]
    pub fn settle(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| PathBuf::from(FOLDER))
    }
}
