//! `countersign completions`.

use super::{Exit, Failure, description, print, spoken};
use clap_complete::Shell;

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign completions bash > /etc/bash_completion.d/countersign"
)]
pub(super) struct Completions {
    /// Shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<Exit, Failure> {
        let mut out = Vec::new();
        let mut described = spoken::description(description());
        clap_complete::generate(self.shell, &mut described, "countersign", &mut out);
        print::text(&String::from_utf8_lossy(&out))?;
        Ok(Exit::Ok)
    }
}
