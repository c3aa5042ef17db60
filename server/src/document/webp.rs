//! WebP (RFC 9649): the picture's own chunks and its colours. No camera's words, no unknown chunk, no
//! animation; nothing behind the end.

use super::{fits, split};

/// Bytes before the first chunk: `RIFF`, a length, `WEBP`.
const HEAD_BYTES: usize = 12;

/// The bits of the extended head: the file moves, the file has a camera's words of either kind.
const MOVES: u8 = 0x02;
const TELLS: u8 = 0x08 | 0x04;

/// The picture alone; nothing where it isn't whole.
pub(super) fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    let length = bytes.get(4..8)?.try_into().ok()?;
    let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
    let (whole, _) = split(bytes, length.checked_add(8)?)?;
    let mut rest = whole.get(HEAD_BYTES..)?;
    let mut kept = bytes[..HEAD_BYTES].to_vec();
    let mut drawn = false;
    while !rest.is_empty() {
        let length = rest.get(4..8)?.try_into().ok()?;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        // An odd chunk has a byte behind it that doesn't count.
        let (chunk, after) = split(rest, length.checked_add(length % 2)?.checked_add(8)?)?;
        rest = after;
        let content = &chunk[8..8 + length];
        match &chunk[..4] {
            b"VP8X" => kept.extend(extended(chunk, content)?),
            b"VP8 " => {
                fits_lossy(content)?;
                drawn = true;
                kept.extend(chunk);
            }
            b"VP8L" => {
                fits_lossless(content)?;
                drawn = true;
                kept.extend(chunk);
            }
            b"ALPH" | b"ICCP" => kept.extend(chunk),
            b"ANIM" | b"ANMF" => return None,
            _ => {}
        }
    }
    let length = u32::try_from(kept.len() - 8).ok()?;
    kept[4..8].copy_from_slice(&length.to_le_bytes());
    drawn.then_some(kept)
}

/// The extended head, which says no more that the file tells something.
fn extended(chunk: &[u8], content: &[u8]) -> Option<Vec<u8>> {
    let [flags, _, _, _, sides @ ..] = content.first_chunk::<10>()?;
    if flags & MOVES != 0 {
        return None;
    }
    let side = |at: usize| u32::from_le_bytes([sides[at], sides[at + 1], sides[at + 2], 0]) + 1;
    if !fits(side(0), side(3)) {
        return None;
    }
    let mut kept = chunk.to_vec();
    kept[8] = flags & !TELLS;
    Some(kept)
}

/// A lossy frame's sides, of 14 bits each, stand behind its tag and its start code (RFC 6386, 9.1).
fn fits_lossy(content: &[u8]) -> Option<()> {
    let [0x9d, 0x01, 0x2a, sides @ ..] = content.get(3..10)? else {
        return None;
    };
    let side = |at: usize| u32::from(u16::from_le_bytes([sides[at], sides[at + 1]]) & 0x3fff);
    fits(side(0), side(2)).then_some(())
}

/// A lossless frame's sides less one, of 14 bits each, stand behind its signature.
fn fits_lossless(content: &[u8]) -> Option<()> {
    let (signature, rest) = content.split_first()?;
    let bits = u32::from_le_bytes(*rest.first_chunk::<4>()?);
    let fits = fits((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    (*signature == 0x2f && fits).then_some(())
}

#[cfg(test)]
mod tests {
    use super::super::{Document, DocumentFault};

    fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("a short chunk");
        let mut chunk = [&name[..], &length.to_le_bytes(), content].concat();
        chunk.resize(chunk.len() + content.len() % 2, 0);
        chunk
    }

    fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
        let chunks = chunks.concat();
        let length = u32::try_from(chunks.len() + 4).expect("a short file");
        [b"RIFF", &length.to_le_bytes()[..], b"WEBP", &chunks].concat()
    }

    fn head(flags: u8) -> Vec<u8> {
        chunk(b"VP8X", &[flags, 0, 0, 0, 1, 0, 0, 2, 0, 0])
    }

    fn frame() -> Vec<u8> {
        chunk(b"VP8 ", b"\0\0\0\x9d\x01\x2a\x02\0\x03\0pix")
    }

    #[test]
    fn a_picture_loses_what_it_tells() {
        let noisy = [
            head(0x2c),
            chunk(b"ICCP", b"colours"),
            frame(),
            chunk(b"EXIF", b"GPS"),
            chunk(b"XMP ", b"<x/>"),
            chunk(b"abcd", b"?"),
        ];
        let mut bytes = file(&noisy);
        bytes.extend(b"behind");
        let document = Document::read(&bytes).expect("a picture");
        let wanted = file(&[head(0x20), chunk(b"ICCP", b"colours"), frame()]);
        assert_eq!(document.bytes, wanted);
    }

    #[test]
    fn what_moves_or_is_not_whole_is_refused() {
        let broken = |bytes: &[u8]| Document::read(bytes) == Err(DocumentFault::Broken);
        let lossless = chunk(b"VP8L", b"\x2f\x01\x80\0\0pix");
        assert!(Document::read(&file(&[lossless])).is_ok());
        assert!(broken(&file(&[head(0x02), frame()])));
        assert!(broken(&file(&[head(0), chunk(b"ANMF", b"frames")])));
        assert!(broken(&file(&[head(0)])));
        assert!(broken(&file(&[chunk(b"VP8L", b"\x2f\xff\xff\xff\x0fpix")])));
        let whole = file(&[head(0), frame()]);
        for cut in 12..whole.len() {
            assert!(broken(&whole[..cut]), "{cut}");
        }
    }
}
