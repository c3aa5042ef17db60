//! JPEG (ITU-T T.81, annex B): the frame, its tables and its scans, and how its colours and its turn are
//! to be read. No other application's segment, no comment, nothing behind the end of the picture.

use super::{fits, orientation, split};

/// How a file begins: the start of an image, and the first byte of the next marker.
pub(super) const BEGIN: [u8; 3] = [0xff, SOI, 0xff];

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const RESTARTS: std::ops::RangeInclusive<u8> = 0xd0..=0xd7;

/// Bytes of a JFIF segment without its small picture, whose two sides are its last two bytes.
const JFIF_BYTES: usize = 14;

/// Bytes of Adobe's segment, which says how the colours are written.
const ADOBE_BYTES: usize = 12;

/// The picture alone; nothing where it isn't whole.
pub(super) fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xff, SOI])?;
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend([0xff, SOI]);
    let (mut framed, mut scanned) = (false, false);
    loop {
        let (marker, after) = marker(rest)?;
        if marker == EOI {
            kept.extend([0xff, EOI]);
            return (framed && scanned).then_some(kept);
        }
        // A mark without a segment, out of its place.
        if RESTARTS.contains(&marker) || marker == 0x01 {
            rest = after;
            continue;
        }
        let (content, after) = segment(after)?;
        rest = after;
        if is_frame(marker) {
            framed = true;
            fits_frame(content)?;
        }
        if let Some(content) = kept_of(marker, content)? {
            write(&mut kept, marker, &content);
        }
        if marker == SOS {
            scanned = true;
            let (scan, after) = split(rest, scan_bytes(rest)?)?;
            kept.extend(scan);
            rest = after;
        }
    }
}

/// The next marker, behind whatever stands before it.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes;
    loop {
        let at = rest.iter().position(|byte| *byte == 0xff)?;
        let (byte, after) = rest.get(at + 1..)?.split_first()?;
        match byte {
            // An escaped byte of a scan that was left, or a fill byte before the marker.
            0x00 => rest = after,
            0xff => rest = &rest[at + 1..],
            marker => return Some((*marker, after)),
        }
    }
}

/// A segment's content behind its two bytes of length, and what follows it.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
    split(rest, length)
}

fn write(kept: &mut Vec<u8>, marker: u8, content: &[u8]) {
    // It was read out of a segment, or is shorter than one.
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    kept.extend([0xff, marker]);
    kept.extend(length.to_be_bytes());
    kept.extend(content);
}

const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf)
}

/// A frame's sides stand behind one byte.
fn fits_frame(content: &[u8]) -> Option<()> {
    let side = |at: usize| {
        let bytes = content.get(at..at + 2)?.try_into().ok()?;
        Some(u32::from(u16::from_be_bytes(bytes)))
    };
    fits(side(3)?, side(1)?).then_some(())
}

/// What is kept of a segment: nothing of what the picture doesn't need. The outer nothing is for a
/// picture of pictures, which nobody's camera writes.
fn kept_of(marker: u8, content: &[u8]) -> Option<Option<Vec<u8>>> {
    let whole = || Some(content.to_vec());
    Some(match marker {
        0xde | 0xdf => return None,
        0xc8 => None,
        0xc0..=0xcf | SOS..=0xdd => whole(),
        0xe0 if content.starts_with(b"JFIF\0") => {
            let mut head = content.get(..JFIF_BYTES)?.to_vec();
            head[JFIF_BYTES - 2..].fill(0);
            Some(head)
        }
        0xe1 => content
            .strip_prefix(b"Exif\0\0")
            .and_then(orientation::of)
            .map(orientation::exif),
        0xe2 if content.starts_with(b"ICC_PROFILE\0") => whole(),
        0xee if content.starts_with(b"Adobe") => content.get(..ADOBE_BYTES).map(<[u8]>::to_vec),
        _ => None,
    })
}

/// Bytes of a scan up to the next marker that isn't part of it.
fn scan_bytes(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match bytes.get(at + 1)? {
            0x00 => at += 2,
            marker if RESTARTS.contains(marker) => at += 2,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, DocumentFault, MediaType};
    use super::*;

    /// One pixel's worth of segments; what they hold is never decoded here.
    fn photo(before: &[(u8, &[u8])], behind: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0xff, SOI];
        for (marker, content) in before {
            write(&mut bytes, *marker, content);
        }
        write(&mut bytes, 0xdb, &[0; 65]);
        write(&mut bytes, 0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]);
        write(&mut bytes, 0xc4, &[0; 20]);
        write(&mut bytes, SOS, &[1, 1, 0, 0, 63, 0]);
        // An escaped byte and a restart belong to the scan.
        bytes.extend([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
        bytes.extend([0xff, EOI]);
        bytes.extend(behind);
        bytes
    }

    fn exif(turn: u8) -> Vec<u8> {
        // Little-endian, a maker before the turn, and a place behind it.
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend(b"\x0f\x01\x02\0\x04\0\0\0ACME");
        tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0]);
        tiff.extend(b"\0\0\0\0GPS 25.28 S 57.63 W");
        [b"Exif\0\0".as_slice(), &tiff].concat()
    }

    #[test]
    fn a_photo_loses_what_it_tells_and_keeps_its_turn() {
        let place = exif(6);
        let mut jfif = b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01".to_vec();
        jfif.extend([9, 9, 9]);
        let noisy = photo(
            &[
                (0xe0, &jfif),
                (0xe1, &place),
                (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
                (0xe2, b"MPF\0second picture"),
                (0xe2, b"ICC_PROFILE\0\x01\x01colours"),
                (0xed, b"Photoshop 3.0\0by A. Name"),
                (0xfe, b"taken at home"),
            ],
            b"\xff\xd8\xff\xe1second picture GPS\xff\xd9 and a film",
        );
        let document = Document::read(&noisy).expect("a photo");
        assert_eq!(document.media, MediaType::Jpeg);
        let turned = orientation::exif(6);
        let wanted = photo(
            &[
                (0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"),
                (0xe1, &turned),
                (0xe2, b"ICC_PROFILE\0\x01\x01colours"),
            ],
            b"",
        );
        assert_eq!(document.bytes, wanted);
        let again = Document::read(&document.bytes).expect("a photo");
        assert_eq!(again, document, "what was kept is kept whole");
    }

    #[test]
    fn what_is_not_whole_is_refused() {
        let whole = photo(&[(0xe1, &exif(1))], b"");
        assert!(Document::read(&whole).is_ok());
        for cut in 3..whole.len() {
            let fault = Document::read(&whole[..cut]);
            assert_eq!(fault, Err(DocumentFault::Broken), "{cut}");
        }
        let mut huge = photo(&[], b"");
        let at = huge.windows(2).position(|two| two == [0xff, 0xc0]);
        let at = at.expect("a frame") + 5;
        huge[at..at + 4].fill(0xff);
        assert_eq!(Document::read(&huge), Err(DocumentFault::Broken));
    }
}
