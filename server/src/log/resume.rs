//! Going on where the log was left: the frontier is rebuilt from what is stored, and held to the
//! checkpoint that was kept.

use super::frontier::{Frontier, row_lengths};
use super::kept::Kept;
use super::tiles::leaves;
use super::{Inner, LogError};
use ledger::log::{SignedCheckpoint, TILE_HEIGHT, TILE_WIDTH, TreeHash};

/// Entries that are hashed at once where tiles can't be trusted.
const PAGE_ENTRIES: u16 = 1024;

/// The tree as it was last signed.
///
/// # Errors
/// [`LogError::Shorter`], [`LogError::OtherHistory`] or [`LogError::Kept`] where the ledger isn't
/// the one that was published, and whatever keeps that from being seen.
pub(super) async fn resume(
    log: &Inner,
    kept: &Kept,
) -> Result<(Frontier, Option<SignedCheckpoint>), LogError> {
    let Some(key) = log.verifier().await? else {
        return Ok((Frontier::default(), None));
    };
    let entries = log.store.entry_count().await?;
    let Some(signed) = kept.read(&key)? else {
        // Without a checkpoint, tiles beyond the ledger's end say that it was longer.
        log.tiles.none_beyond(entries)?;
        return Ok((Frontier::default(), None));
    };
    let (size, root) = (signed.checkpoint().size, signed.checkpoint().root);
    if entries < size {
        return Err(LogError::Shorter {
            entries,
            published: size,
            kept: kept.path().to_owned(),
        });
    }
    let frontier = stored(log, size).await?;
    if frontier.root() == root && last_tile_holds(log, size).await? {
        return Ok((frontier, Some(signed)));
    }
    // Tiles are only a projection: whether what was signed still stands, the entries decide.
    tracing::warn!("the tiles don't give the root that was signed: all entries are read");
    let frontier = replayed(log, size).await?;
    if frontier.root() != root {
        return Err(LogError::OtherHistory {
            size,
            kept: kept.path().to_owned(),
        });
    }
    tracing::warn!("the entries are right, the tiles were damaged: they are made again");
    log.tiles.clear()?;
    Ok((frontier, Some(signed)))
}

/// The frontier from full tiles and the last entries: as much work for any size, but for the
/// number of levels.
async fn stored(log: &Inner, size: u64) -> Result<Frontier, LogError> {
    let mut rows = Vec::new();
    for (level, length) in (0_u8..).zip(row_lengths(size)) {
        let before = (size >> (u32::from(level) * u32::from(TILE_HEIGHT))) - length as u64;
        rows.push(row(log, level, before, length).await?);
    }
    // Rows are as long as the size says by their making.
    Frontier::from_rows(size, rows).ok_or(LogError::EntryMissing { index: size })
}

async fn row(
    log: &Inner,
    level: u8,
    before: u64,
    length: usize,
) -> Result<Vec<TreeHash>, LogError> {
    let Some(below) = level.checked_sub(1) else {
        let count = u16::try_from(length).unwrap_or(TILE_WIDTH);
        return leaves(&log.store, before, count).await;
    };
    let mut row = Vec::with_capacity(length);
    for index in before..before + length as u64 {
        let tile = log.tiles.full(&log.store, below, index).await?;
        row.extend(tile.root());
    }
    Ok(row)
}

/// Whether the last full tile below a size holds the entries that are stored: an older state that
/// went on differently differs there, where no partial tile shows it.
async fn last_tile_holds(log: &Inner, size: u64) -> Result<bool, LogError> {
    let width = u64::from(TILE_WIDTH);
    let Some(last) = (size / width).checked_sub(1) else {
        return Ok(true);
    };
    let tile = log.tiles.full(&log.store, 0, last).await?;
    let stored = leaves(&log.store, last * width, TILE_WIDTH).await?;
    Ok(tile.hashes() == stored)
}

/// The frontier from the entries alone.
async fn replayed(log: &Inner, size: u64) -> Result<Frontier, LogError> {
    let mut frontier = Frontier::default();
    let mut full = Vec::new();
    while frontier.size() < size {
        let left = size - frontier.size();
        let count = u16::try_from(left).map_or(PAGE_ENTRIES, |left| left.min(PAGE_ENTRIES));
        for leaf in leaves(&log.store, frontier.size(), count).await? {
            frontier.append(leaf, &mut full);
        }
        full.clear();
    }
    Ok(frontier)
}
