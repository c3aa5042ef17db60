//! The sample's documents beside entries, in every state that one can be in.

use super::desk::{Pages, who};
use super::*;

/// A bank's slip, photographed.
pub(super) fn slip() -> DocumentView {
    DocumentView {
        digest: identity(901),
        bytes: 212_480,
        media: "image/jpeg".to_owned(),
    }
}

pub(super) fn pages() -> Pages {
    let row = |document, stand| EvidenceRow { document, stand };
    let other = |seed, media: &str| DocumentView {
        digest: identity(seed),
        bytes: 1_400,
        media: media.to_owned(),
    };
    let page = EvidencePage {
        who: who(),
        entry: entry(501, "receipt", "desk/2019-08-27/c2f1d7a0"),
        documents: vec![
            row(slip(), EvidenceStand::Kept(identity(902))),
            row(other(903, "application/pdf"), EvidenceStand::Missing),
            row(other(904, "text/csv"), EvidenceStand::Differs),
        ],
    };
    vec![(
        "desk-evidence",
        "desk/evidence/7ae1",
        DeskPage::Evidence(page),
    )]
}
