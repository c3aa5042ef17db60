//! The whole log as static files, for any file server and for tools of other people.

use super::frontier::{Frontier, FullTile};
use super::{LogError, files};
use crate::store::Store;
use ledger::log::{BundleError, SignedCheckpoint, TILE_WIDTH, TilePath, leaf_hash, write_bundle};
use std::path::Path;

/// Entries that are read at once: a whole bundle, so that each is written where it is complete.
const PAGE_ENTRIES: u32 = TILE_WIDTH as u32;

/// Writes checkpoint, tiles and bundles of a signed tree into an empty folder, partial ones too.
/// All of it is made from the entries, so what is written is checked against the checkpoint's root.
/// `written` hears of each entry.
///
/// # Errors
/// [`LogError::NotEmpty`], [`LogError::OtherHistory`] where the entries give another root, or what
/// can't be read or written.
pub async fn write_files(
    store: &Store,
    checkpoint: &SignedCheckpoint,
    folder: &Path,
    mut written: impl FnMut(u64),
) -> Result<(), LogError> {
    files::make_folder(folder)?;
    if std::fs::read_dir(folder)
        .map_err(LogError::file(folder))?
        .next()
        .is_some()
    {
        return Err(LogError::NotEmpty(folder.to_owned()));
    }
    let signed = checkpoint.checkpoint();
    let mut frontier = Frontier::default();
    while frontier.size() < signed.size {
        let left = u32::try_from(signed.size - frontier.size()).unwrap_or(PAGE_ENTRIES);
        let notes = store.notes(frontier.size(), left.min(PAGE_ENTRIES)).await?;
        if notes.is_empty() {
            let index = frontier.size();
            return Err(LogError::EntryMissing { index });
        }
        let bundle = frontier.size() / u64::from(TILE_WIDTH);
        let mut full = Vec::new();
        for note in &notes {
            frontier.append(leaf_hash(&note.note), &mut full);
        }
        let width =
            u16::try_from(notes.len()).map_err(|_| BundleError::EntryTooLong(notes.len()))?;
        let bytes = write_bundle(notes.iter().map(|note| note.note.as_slice()))?;
        put(folder, TilePath::entries(bundle, width), &bytes)?;
        full.iter().try_for_each(|tile| put_tile(folder, tile))?;
        written(notes.len() as u64);
    }
    partial(folder, &frontier)?;
    if frontier.root() != signed.root {
        return Err(LogError::OtherHistory {
            size: signed.size,
            kept: folder.join("checkpoint"),
        });
    }
    // The checkpoint last: a folder without one is not whole.
    files::put(&folder.join("checkpoint"), checkpoint.bytes())
}

/// The tiles at the right edge.
fn partial(folder: &Path, frontier: &Frontier) -> Result<(), LogError> {
    let mut before = frontier.size();
    for level in 0_u8.. {
        if before == 0 {
            return Ok(());
        }
        let row = frontier.row(level);
        let index = before / u64::from(TILE_WIDTH);
        if !row.is_empty() {
            let hashes = row.to_vec();
            put_tile(
                folder,
                &FullTile {
                    level,
                    index,
                    hashes,
                },
            )?;
        }
        before = index;
    }
    Ok(())
}

fn put_tile(folder: &Path, tile: &FullTile) -> Result<(), LogError> {
    let bytes: Vec<u8> = tile.hashes.iter().flat_map(|hash| hash.0).collect();
    let width = u16::try_from(tile.hashes.len()).unwrap_or(TILE_WIDTH);
    put(
        folder,
        TilePath::hashes(tile.level, tile.index, width),
        &bytes,
    )
}

fn put(folder: &Path, path: Option<TilePath>, bytes: &[u8]) -> Result<(), LogError> {
    // Every tile of a tree that stands in a database has a path.
    let Some(path) = path else { return Ok(()) };
    let path = folder.join(path.to_string());
    let parent = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(parent).map_err(LogError::file(parent))?;
    std::fs::write(&path, bytes).map_err(LogError::file(&path))
}
