//! `countersign export tiles`.

use super::failure::key_file;
use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::keyfile::KeyFile;
use crate::log::write_files;
use crate::speech::Message;
use ledger::log::SignedCheckpoint;
use std::path::PathBuf;

/// The log as static files: checkpoint, tiles, entry bundles
///
/// Any file server can serve the folder, and tools of other people check it (C2SP tlog-tiles). It
/// stands at the last checkpoint that the server signed and kept.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign export tiles --data demo --out log\n  cat log/vkey log/checkpoint"
)]
pub(super) struct Tiles {
    #[command(flatten)]
    place: PlaceOptions,
    /// Folder to make
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Tiles {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let store = place.reader().await?;
        let at = place.checkpoint();
        let kept = std::fs::read(&at.kept).map_err(|error| {
            Failure::file(&at.kept, error).mend(Message::new("mend-no-checkpoint"))
        })?;
        let checkpoint = SignedCheckpoint::parse(&kept);
        let checkpoint = checkpoint.map_err(|error| Failure::file(&at.kept, error))?;
        let header = KeyFile::peek(&at.key).map_err(key_file(&at.key))?;
        let size = checkpoint.checkpoint().size;
        let bar = print::bar(size, &Message::new("doing-exporting"));
        write_files(&store, &checkpoint, &self.out, |more| bar.inc(more)).await?;
        let vkey = self.out.join("vkey");
        std::fs::write(&vkey, format!("{}\n", header.vkey()))
            .map_err(|error| Failure::file(&vkey, error))?;
        bar.finish_and_clear();
        let told = Message::new("log-exported").count("size", size);
        print::line(&told.with("folder", self.out.display()))?;
        Ok(Exit::Ok)
    }
}
