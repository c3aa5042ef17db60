//! Who signs a draft, and how whoever looks at it may.

use super::{OwnKeys, Seconds};

/// Whether the key that the server holds for the member may sign for one who approves here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HeldKey {
    /// It signs.
    Signs,
    /// The server holds none.
    #[default]
    Missing,
    /// The programme takes people's own keys alone.
    Forbidden,
    /// The sum asks for several people, each with a key of their own.
    Threshold,
    /// It signed this draft before.
    Used,
    /// Nobody approves what they wrote.
    NotForMaker,
}

/// A signature below a draft.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftSignature {
    /// Whose account gave it.
    pub account: String,
    /// Whether the key made it that the server holds.
    pub through: bool,
    /// The key's ID.
    pub key: String,
    /// When.
    pub made: Seconds,
}

/// The signatures of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Signing {
    /// How many its text asks for.
    pub wanted: u8,
    /// How many distinct persons the rules ask for, as the ledger stands now.
    pub persons: u8,
    /// Those that stand below it, the earliest first.
    pub signed: Vec<DraftSignature>,
    /// Whether none is missing, and it only has to be sent once more.
    pub whole: bool,
    /// Whether whoever is signed in wrote it and it takes no signature of theirs.
    pub alone: bool,
    /// Whether none is missing of the reader's own member, while others are.
    pub other_side: bool,
    /// Whether it is another member's, which asks the reader's to agree.
    pub asked: bool,
    /// Whether whoever is signed in has signed it.
    pub has_signed: bool,
    /// The keys of their own devices, where one may sign now.
    pub device: Option<OwnKeys>,
    /// Whether the server's key may sign for them.
    pub held: HeldKey,
    /// Before it is saved: the identity of the same text for the server's key alone.
    pub through_identity: String,
    /// Whether the code of the moment is asked for: the last proof is too old.
    pub code_needed: bool,
}

impl Signing {
    /// How many signatures are still missing.
    #[must_use]
    pub fn missing(&self) -> u64 {
        u64::from(self.wanted).saturating_sub(self.signed.len() as u64)
    }

    /// Whether more persons have to sign than the text has lines for: it has to be written anew.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.persons > self.wanted
    }
}
