//! Bundles: up to 256 entries in a row, each behind its length (C2SP tlog-tiles v0.1.0).

use super::tile::TILE_WIDTH;

/// Bytes of one entry in a bundle: its length stands in two bytes.
pub const ENTRY_BYTES_MAX: usize = u16::MAX as usize;

/// Bytes of a bundle: whoever fetches one need never take more.
pub const BUNDLE_BYTES_MAX: usize = TILE_WIDTH as usize * (2 + ENTRY_BYTES_MAX);

/// Why bytes are not the bundle that they should be, or entries make none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// An entry ends before its length says.
    #[error("entry {0} of the bundle is cut off")]
    CutOff(usize),
    /// There are fewer or more entries than there should be.
    #[error("the bundle has {found} entries or more, it should have {wanted}")]
    Count {
        /// How many were read, one more than wanted at most.
        found: usize,
        /// How many there should be.
        wanted: usize,
    },
    /// An entry is too long for its length to be written.
    #[error("an entry has {0} bytes, at most 65535 fit in a bundle")]
    EntryTooLong(usize),
}

/// Reads a bundle that holds exactly so many entries.
///
/// # Errors
/// [`BundleError`] where an entry is cut off, or there are fewer or more.
pub fn parse_bundle(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleError> {
    let wanted = usize::from(width);
    let mut entries = Vec::with_capacity(wanted.min(usize::from(TILE_WIDTH)));
    let mut rest = bytes;
    while !rest.is_empty() {
        if entries.len() == wanted {
            return Err(BundleError::Count {
                found: wanted + 1,
                wanted,
            });
        }
        let (entry, behind) = take(rest).ok_or(BundleError::CutOff(entries.len()))?;
        entries.push(entry);
        rest = behind;
    }
    if entries.len() < wanted {
        return Err(BundleError::Count {
            found: entries.len(),
            wanted,
        });
    }
    Ok(entries)
}

fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

/// Writes one entry behind what a bundle has.
///
/// # Errors
/// [`BundleError::EntryTooLong`]; nothing is written then.
pub fn push_entry(entry: &[u8], bundle: &mut Vec<u8>) -> Result<(), BundleError> {
    let length = u16::try_from(entry.len()).map_err(|_| BundleError::EntryTooLong(entry.len()))?;
    bundle.extend_from_slice(&length.to_be_bytes());
    bundle.extend_from_slice(entry);
    Ok(())
}

/// Writes a bundle of up to 256 entries.
///
/// # Errors
/// [`BundleError`] for an entry that is too long, or more entries than a bundle holds.
pub fn write_bundle<'a>(
    entries: impl IntoIterator<Item = &'a [u8]>,
) -> Result<Vec<u8>, BundleError> {
    let mut bundle = Vec::new();
    for (place, entry) in entries.into_iter().enumerate() {
        if place == usize::from(TILE_WIDTH) {
            return Err(BundleError::Count {
                found: place + 1,
                wanted: place,
            });
        }
        push_entry(entry, &mut bundle)?;
    }
    Ok(bundle)
}
