//! Documents beside an entry: files that lie off the ledger, whose digests stand in it.

use super::{EntryRef, SignedIn};

/// A document as its entry names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DocumentView {
    /// SHA3-256 of a salt and the file.
    pub digest: String,
    /// The file's size in bytes.
    pub bytes: u32,
    /// Its media type, such as `image/jpeg`.
    pub media: String,
}

/// `/{lang}/desk/evidence/{identity}`: an entry's documents, for whoever may open them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EvidencePage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The entry.
    pub entry: EntryRef,
    /// Its documents.
    pub documents: Vec<EvidenceRow>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// As the entry names it.
    pub document: DocumentView,
    /// What became of its file.
    pub stand: EvidenceStand,
}

/// What became of a document's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceStand {
    /// It is here, with this salt in hexadecimal.
    Kept(String),
    /// It isn't here: it was erased, or never came.
    Missing,
    /// It isn't the one that was signed.
    Differs,
}
