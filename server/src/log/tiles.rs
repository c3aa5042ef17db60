//! Full tiles of hashes as files: `tile/<level>/<index>`, written once.
//!
//! They are a projection of the entries. One that is missing is made again from them, and so is one
//! that isn't a tile any more; nothing is lost with the folder.

use super::frontier::FullTile;
use super::{LogError, files};
use crate::store::Store;
use futures_util::future::BoxFuture;
use ledger::log::{HashTile, TILE_WIDTH, TilePath, TreeHash, leaf_hash};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Hashes under way.
type Made<'t> = BoxFuture<'t, Result<Vec<TreeHash>, LogError>>;

/// A folder of tiles.
#[derive(Clone, Debug)]
pub(super) struct Tiles {
    folder: PathBuf,
}

impl Tiles {
    /// The tiles below a folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn path(&self, level: u8, index: u64) -> Option<PathBuf> {
        let path = TilePath::hashes(level, index, TILE_WIDTH)?;
        Some(self.folder.join(path.to_string()))
    }

    /// Writes tiles that have become full, and makes them durable. One that stands there already
    /// must hold the same.
    ///
    /// # Errors
    /// [`LogError::OtherTile`], or the file's error.
    pub(super) fn write(&self, tiles: &[FullTile]) -> Result<(), LogError> {
        let mut folders = BTreeSet::new();
        for tile in tiles {
            let bytes: Vec<u8> = tile.hashes.iter().flat_map(|hash| hash.0).collect();
            let Some(path) = self.path(tile.level, tile.index) else {
                continue;
            };
            match files::get(&path)? {
                Some(there) if there == bytes => continue,
                Some(there) if there.len() == bytes.len() => {
                    return Err(LogError::OtherTile { path });
                }
                _ => {}
            }
            let folder = path.parent().unwrap_or(&self.folder).to_owned();
            if folders.insert(folder.clone()) {
                files::make_folder(&folder)?;
            }
            files::put(&path, &bytes)?;
        }
        folders.iter().try_for_each(|folder| files::settle(folder))
    }

    /// A full tile. One that is missing is made from the store's entries, all of which must be
    /// there.
    ///
    /// # Errors
    /// The file's error, the store's, or [`LogError::EntryMissing`].
    pub(super) async fn full(
        &self,
        store: &Store,
        level: u8,
        index: u64,
    ) -> Result<HashTile, LogError> {
        if let Some(tile) = self.there(level, index)? {
            return Ok(tile);
        }
        let hashes = self.made(store, level, index).await?;
        tracing::info!(level, index, "a tile was missing and is made again");
        let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.0).collect();
        if let Some(path) = self.path(level, index) {
            let folder = path.parent().unwrap_or(&self.folder);
            files::make_folder(folder)?;
            files::put(&path, &bytes)?;
        }
        HashTile::parse(level, index, &bytes).map_err(|_| LogError::EntryMissing { index })
    }

    /// A full tile as its file has it; nothing where there is no such file, or it isn't one.
    fn there(&self, level: u8, index: u64) -> Result<Option<HashTile>, LogError> {
        let Some(bytes) = self.bytes(level, index)? else {
            return Ok(None);
        };
        let tile = HashTile::parse(level, index, &bytes).ok();
        Ok(tile.filter(|tile| tile.hashes().len() == usize::from(TILE_WIDTH)))
    }

    /// The bytes of a full tile's file.
    fn bytes(&self, level: u8, index: u64) -> Result<Option<Vec<u8>>, LogError> {
        match self.path(level, index) {
            Some(path) => files::get(&path),
            None => Ok(None),
        }
    }

    /// The hashes of a full tile, from what lies below it. A tile level is a recursion, and there
    /// are eight.
    fn made<'t>(&'t self, store: &'t Store, level: u8, index: u64) -> Made<'t> {
        let width = u64::from(TILE_WIDTH);
        let first = index * width;
        Box::pin(async move {
            let Some(below) = level.checked_sub(1) else {
                return leaves(store, first, TILE_WIDTH).await;
            };
            let mut hashes = Vec::with_capacity(usize::from(TILE_WIDTH));
            for child in first..first + width {
                let tile = self.full(store, below, child).await?;
                hashes.extend(tile.root());
            }
            Ok(hashes)
        })
    }

    /// Makes sure that no full tile of leaves lies beyond the ledger's end.
    ///
    /// # Errors
    /// [`LogError::OtherTile`] where one does, or the file's error.
    pub(super) fn none_beyond(&self, entries: u64) -> Result<(), LogError> {
        match self.path(0, entries / u64::from(TILE_WIDTH)) {
            Some(path) if path.exists() => Err(LogError::OtherTile { path }),
            _ => Ok(()),
        }
    }

    /// Forgets every tile: they are made again from the entries.
    ///
    /// # Errors
    /// The file's error.
    pub(super) fn clear(&self) -> Result<(), LogError> {
        let folder = self.folder.join("tile");
        match std::fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(LogError::file(&folder)(error))
            }
            _ => Ok(()),
        }
    }
}

/// Writes tiles that have become full below a folder, as the publisher does.
///
/// # Errors
/// [`LogError::OtherTile`] where other ones stand there, or the file's error.
pub fn write_full_tiles(folder: &Path, tiles: &[FullTile]) -> Result<(), LogError> {
    Tiles::new(folder.to_owned()).write(tiles)
}

/// The hashes of so many entries in a row, read from the store.
pub(super) async fn leaves(
    store: &Store,
    first: u64,
    count: u16,
) -> Result<Vec<TreeHash>, LogError> {
    let notes = store.notes(first, u32::from(count)).await?;
    for (note, index) in notes.iter().zip(first..) {
        if note.index != index {
            return Err(LogError::EntryMissing { index });
        }
    }
    if notes.len() < usize::from(count) {
        return Err(LogError::EntryMissing {
            index: first + notes.len() as u64,
        });
    }
    Ok(notes.iter().map(|note| leaf_hash(&note.note)).collect())
}
