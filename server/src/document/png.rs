//! PNG (W3C, third edition): the picture's own chunks and how its colours are to be read. No text, time,
//! camera's words, or unknown chunk; of an animation its first picture; nothing behind the end.

use super::{fits, split};

/// How a file begins.
pub(super) const BEGIN: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The chunks that are kept.
const KEPT: [&[u8; 4]; 13] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"bKGD", b"pHYs",
];

/// Bytes of the first chunk.
const HEAD_BYTES: usize = 13;

/// The picture alone; nothing where it isn't whole.
pub(super) fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&BEGIN)?;
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend(BEGIN);
    let (mut first, mut drawn) = (true, false);
    loop {
        let length = rest.first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        // Four bytes each for the length, the name and the checksum.
        let (chunk, after) = split(rest, length.checked_add(12)?)?;
        let name = &chunk[4..8];
        if first {
            fits_head(name, &chunk[8..8 + length])?;
        }
        if KEPT.iter().any(|known| name == *known) {
            kept.extend(chunk);
        }
        drawn |= name == b"IDAT";
        if name == b"IEND" {
            return drawn.then_some(kept);
        }
        (rest, first) = (after, false);
    }
}

/// The first chunk is the head, which begins with the picture's sides.
fn fits_head(name: &[u8], content: &[u8]) -> Option<()> {
    if name != b"IHDR" || content.len() != HEAD_BYTES {
        return None;
    }
    let (width, rest) = content.split_first_chunk::<4>()?;
    let height = rest.first_chunk::<4>()?;
    fits(u32::from_be_bytes(*width), u32::from_be_bytes(*height)).then_some(())
}

#[cfg(test)]
mod tests {
    use super::super::{Document, DocumentFault};
    use super::*;

    fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("a short chunk");
        [&length.to_be_bytes()[..], name, content, b"\0\0\0\0"].concat()
    }

    fn drawing(between: &[Vec<u8>], behind: &[u8]) -> Vec<u8> {
        let mut bytes = BEGIN.to_vec();
        bytes.extend(chunk(b"IHDR", b"\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0"));
        bytes.extend(between.concat());
        bytes.extend(chunk(b"IDAT", b"pixels"));
        bytes.extend(chunk(b"IEND", b""));
        bytes.extend(behind);
        bytes
    }

    #[test]
    fn a_picture_loses_what_it_tells() {
        let noisy = [
            chunk(b"tEXt", b"Author\0A. Name"),
            chunk(b"eXIf", b"GPS"),
            chunk(b"iTXt", b"XML:com.adobe.xmp"),
            chunk(b"gAMA", b"\0\0\xb1\x8f"),
            chunk(b"acTL", b"\0\0\0\x02\0\0\0\0"),
            chunk(b"prVt", b"unknown"),
        ];
        let document = Document::read(&drawing(&noisy, b"MZ behind")).expect("a picture");
        assert_eq!(document.bytes, drawing(&noisy[3..4], b""));
    }

    #[test]
    fn what_is_not_whole_is_refused() {
        let whole = drawing(&[], b"");
        assert!(Document::read(&whole).is_ok());
        for cut in BEGIN.len()..whole.len() {
            let fault = Document::read(&whole[..cut]);
            assert_eq!(fault, Err(DocumentFault::Broken), "{cut}");
        }
        let mut huge = whole.clone();
        huge[16..24].fill(0x7f);
        assert_eq!(Document::read(&huge), Err(DocumentFault::Broken));
        let empty = [&BEGIN[..], &chunk(b"IEND", b"")].concat();
        assert_eq!(Document::read(&empty), Err(DocumentFault::Broken));
    }
}
