//! Documents that people put beside an entry: which kinds are taken, and what of them is kept.
//!
//! In scope: telling a document's kind by its bytes, and leaving out what a picture doesn't need to be
//! seen: where it was taken, by which camera, a second picture behind the first. Not in scope: keeping
//! documents (`evidence`), looking at what they show.
//!
//! Pictures aren't decoded: their own parts are carried over as they are, in their order, and every
//! part that isn't known to belong to the picture is dropped. Crates that remove metadata leave what
//! stands behind a picture's first scan, where telephones put a film or a second picture with its own
//! place. A PDF is kept as it came, with whatever it says of its author.

mod jpeg;
mod orientation;
mod png;
mod webp;

/// Bytes of a document: a photo of twelve megapixels has three to six million as telephones write it,
/// and a scanned page fewer.
pub const DOCUMENT_BYTES_MAX: usize = 8 << 20;

/// Pixels of a picture: the largest cameras of telephones have 108 million, and a small file that claims
/// more would fill the memory of whoever opens it.
const PIXELS_MAX: u64 = 120_000_000;

/// A PDF's last mark stands within so many bytes of its end, as readers look for it.
const PDF_END_BYTES: usize = 1024;

/// The kinds of documents that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// A photo.
    Jpeg,
    /// A picture without loss: a screen, a scan.
    Png,
    /// A photo or picture as newer telephones write it.
    Webp,
    /// Pages.
    Pdf,
}

impl MediaType {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf];

    /// The type's name, as an entry and a header say it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// The ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// The kind with this name; nothing for one that isn't taken.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The kind that these bytes begin like, whatever their name says.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        if begins(&jpeg::BEGIN) {
            Some(Self::Jpeg)
        } else if begins(&png::BEGIN) {
            Some(Self::Png)
        } else if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if begins(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            None
        }
    }
}

/// Why a document isn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// It has more than [`DOCUMENT_BYTES_MAX`].
    #[error("the document is too large")]
    TooLarge,
    /// It is of no kind that is taken.
    #[error("the document is neither JPEG, PNG, WebP nor PDF")]
    Kind,
    /// It isn't whole, is animated, or is larger than a picture may be.
    #[error("the document can't be read")]
    Broken,
}

/// A document that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its kind.
    pub media: MediaType,
    /// Its bytes, without what was left out.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Reads what somebody sent, and leaves out what isn't to be kept.
    ///
    /// # Errors
    /// [`DocumentFault`].
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentFault> {
        if bytes.len() > DOCUMENT_BYTES_MAX {
            return Err(DocumentFault::TooLarge);
        }
        let media = MediaType::of(bytes).ok_or(DocumentFault::Kind)?;
        let kept = match media {
            MediaType::Jpeg => jpeg::picture(bytes),
            MediaType::Png => png::picture(bytes),
            MediaType::Webp => webp::picture(bytes),
            MediaType::Pdf => pages(bytes),
        };
        let bytes = kept.ok_or(DocumentFault::Broken)?;
        Ok(Self { media, bytes })
    }
}

/// A PDF that has its end.
fn pages(bytes: &[u8]) -> Option<Vec<u8>> {
    const END: &[u8] = b"%%EOF";
    let last = &bytes[bytes.len().saturating_sub(PDF_END_BYTES)..];
    let ended = last.windows(END.len()).any(|window| window == END);
    ended.then(|| bytes.to_vec())
}

/// Whether a picture may be so large.
fn fits(width: u32, height: u32) -> bool {
    width > 0 && height > 0 && u64::from(width) * u64::from(height) <= PIXELS_MAX
}

/// The first so many bytes, and the rest.
fn split(bytes: &[u8], at: usize) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_its_bytes_and_nothing_else_is_taken() {
        let fault = |bytes: &[u8]| Document::read(bytes).expect_err("a fault");
        for other in [
            &b""[..],
            b"GIF89a",
            b"<svg xmlns='http://www.w3.org/2000/svg'>",
            b"MZ\x90\x00",
            b"PK\x03\x04",
            b"\x00\x00\x00\x18ftypheic",
            b" %PDF-1.7\n%%EOF",
        ] {
            assert_eq!(fault(other), DocumentFault::Kind, "{other:?}");
        }
        assert_eq!(fault(b"%PDF-1.7\n1 0 obj"), DocumentFault::Broken);
        let long = vec![0; DOCUMENT_BYTES_MAX + 1];
        assert_eq!(fault(&long), DocumentFault::TooLarge);
    }

    #[test]
    fn a_pdf_is_kept_as_it_came() {
        let pdf = b"%PDF-1.4\n1 0 obj<</Author(A)>>endobj\ntrailer\n%%EOF\n";
        let document = Document::read(pdf).expect("a document");
        assert_eq!(document.media, MediaType::Pdf);
        assert_eq!(document.bytes, pdf);
    }

    #[test]
    fn a_kind_is_found_by_its_name() {
        for kind in MediaType::ALL {
            assert_eq!(MediaType::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(MediaType::parse("text/html"), None);
    }
}
