//! How a photo is to be turned: the one thing that is kept of what a camera tells (Exif 2.3, tag 0x0112).

/// The tag of the turn, and the type of a number of 16 bits.
const TAG: u16 = 0x0112;
const SHORT: u16 = 3;

/// Bytes of an entry of a directory.
const ENTRY_BYTES: usize = 12;

/// The turn that a camera's words give, 2 to 8; nothing where the photo stands upright, or they can't
/// be read.
pub(super) fn of(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |bytes: &[u8]| -> Option<u16> {
        let bytes = bytes.get(..2)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let first: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(first)
    } else {
        u32::from_be_bytes(first)
    };
    let directory = tiff.get(usize::try_from(first).ok()?..)?;
    let count = usize::from(short(directory)?);
    let entries = directory.get(2..)?.chunks_exact(ENTRY_BYTES).take(count);
    for entry in entries {
        if short(entry)? == TAG && short(&entry[2..])? == SHORT {
            let turn = u8::try_from(short(&entry[8..])?).ok()?;
            return (2..=8).contains(&turn).then_some(turn);
        }
    }
    None
}

/// A camera's words that say a turn and nothing else.
pub(super) fn exif(turn: u8) -> Vec<u8> {
    let mut words = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    words.extend(TAG.to_be_bytes());
    words.extend(SHORT.to_be_bytes());
    words.extend([0, 0, 0, 1, 0, turn, 0, 0]);
    // No further directory.
    words.extend([0; 4]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_read_back_as_it_was_written() {
        for turn in 2..=8 {
            let words = exif(turn);
            assert_eq!(of(&words[6..]), Some(turn));
        }
        for none in [0, 1, 9] {
            assert_eq!(of(&exif(none)[6..]), None, "{none}");
        }
        let words = exif(3);
        for cut in 6..words.len() - 6 {
            assert_eq!(of(&words[6..cut]), None, "{cut}");
        }
    }
}
