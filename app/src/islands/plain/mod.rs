//! Scripts that need no wasm: small, each in a file that stands here as it is sent.
//!
//! In scope: the files, their addresses, and the ids by which they find their page. Without them every
//! form is sent as it always was. Not in scope: passkeys, which have a room of their own.

use sha3::{Digest, Sha3_256};
use std::sync::LazyLock;

/// A script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Keeps what a device signed until the server has it.
    Outbox,
    /// Makes a photo smaller before it is sent.
    Photo,
    /// Sends a document in parts before its form.
    Upload,
}

/// Digits of a digest in a file's name.
const DIGITS: usize = 16;

static OUTBOX_FILE: LazyLock<String> = LazyLock::new(|| Script::Outbox.named());
static PHOTO_FILE: LazyLock<String> = LazyLock::new(|| Script::Photo.named());
static UPLOAD_FILE: LazyLock<String> = LazyLock::new(|| Script::Upload.named());

impl Script {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Outbox, Self::Photo, Self::Upload];

    /// The script itself.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Outbox => include_str!("outbox.js"),
            Self::Photo => include_str!("photo.js"),
            Self::Upload => include_str!("upload.js"),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Outbox => "outbox",
            Self::Photo => "photo",
            Self::Upload => "upload",
        }
    }

    fn named(self) -> String {
        let mut digest = hex::encode(Sha3_256::digest(self.source().as_bytes()));
        digest.truncate(DIGITS);
        format!("{}-{digest}.js", self.word())
    }

    /// The file's name, which changes with its content.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Outbox => &OUTBOX_FILE,
            Self::Photo => &PHOTO_FILE,
            Self::Upload => &UPLOAD_FILE,
        }
    }

    /// Its address.
    #[must_use]
    pub fn address(self) -> String {
        format!("/front/{}", self.file())
    }

    /// The script in this file; nothing for another release's.
    #[must_use]
    pub fn of_file(file: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|script| script.file() == file)
    }
}

/// The class of what says how a document comes in parts, in the form that takes it. In its attributes:
/// `data-parts`, where they go; `data-most`, the bytes of the largest; words for every state.
pub const PARTS: &str = "parts";
/// The class of the button that goes on without it.
pub const PARTS_LEAVE: &str = "parts-leave";

/// The id of what lists what this device keeps. In its attributes: `data-account`, whose pages these are;
/// `data-what`, what is signed here; words for every state, with their placeholders left open.
pub const OUTBOX: &str = "outbox";
/// The id of its list.
pub const OUTBOX_LIST: &str = "outbox-list";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::islands::device::SIGN;

    #[test]
    fn the_script_knows_the_page_by_these_ids() {
        for id in [OUTBOX, OUTBOX_LIST, SIGN] {
            let source = Script::Outbox.source();
            assert!(source.contains(&format!("'{id}'")), "{id}");
        }
    }

    #[test]
    fn the_upload_knows_its_form_by_these_classes() {
        for class in [PARTS, PARTS_LEAVE] {
            let source = Script::Upload.source();
            assert!(source.contains(&format!("'.{class}'")), "{class}");
        }
    }

    #[test]
    fn a_script_is_as_small_as_its_work_and_is_found_by_its_name() {
        for script in Script::ALL {
            assert!(script.source().len() < 8_000, "{}", script.source().len());
            assert_eq!(Script::of_file(script.file()), Some(script));
        }
        assert_eq!(Script::of_file("outbox-0123456789abcdef.js"), None);
    }
}
