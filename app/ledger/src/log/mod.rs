//! The log: what makes the ledger one that anybody can check, keep, and catch lying.
//!
//! In scope: the tree and its proofs, tiles, checkpoints, cosignatures, and everything else that the
//! log publishes or is asked, as bytes and arithmetic. Not in scope: where it lies, how it is
//! served, who is asked for a cosignature. docs/LOG-FORMAT.md lists the formats.
//!
//! Foreign logs are read by the same code, so names here are wider than the ledger's own
//! ([`KeyName`]), and a leaf is any bytes.

mod answer;
mod bundle;
mod checkpoint;
mod cosignature;
mod edge;
mod evidence;
mod evidence_file;
mod key;
mod merkle;
mod note;
mod policy;
mod policy_file;
mod proof;
mod submission;
mod tile;

pub use answer::{
    ANSWERS_MAX, AnswerCode, AnswerLine, Answers, AnswersError, INCLUSION_SECONDS, SignedAnswers,
    submission_identity,
};
pub use bundle::{
    BUNDLE_BYTES_MAX, BundleError, ENTRY_BYTES_MAX, parse_bundle, push_entry, write_bundle,
};
pub use checkpoint::{
    Checkpoint, CheckpointError, CheckpointVerifyError, SignedCheckpoint, VerifiedCheckpoint,
};
pub use cosignature::{cosign, cosigned_message};
pub use edge::{Edge, EdgeError};
pub use evidence::{Answered, Contradiction, Evidence, EvidenceError, Placed};
pub use evidence_file::EVIDENCE_BYTES_MAX;
pub use key::{CosignerKey, KEY_NAME_BYTES_MAX, KeyKind, KeyName, LogKey, Origin, VerifierKey};
pub use merkle::{
    EMPTY_ROOT, Nodes, PROOF_HASHES_MAX, PathError, ProofError, SIZE_MAX, Subtree, TreeHash,
    consistency_path, consistency_subtrees, consistent, included, inclusion_path,
    inclusion_subtrees, leaf_hash, node_hash, root, root_of_inclusion, root_subtrees,
};
pub use note::{
    LOG_NOTE_BYTES_MAX, LOG_SIGNATURES_MAX, LOG_TEXT_BYTES_MAX, NoteLine, Signed, SignedNote,
    SignedNoteError, VerifyError,
};
pub use policy::{
    GroupCount, Member, POLICY_BYTES_MAX, POLICY_ITEMS_MAX, Policy, PolicyError, PolicyGroup,
    PolicyLog, PolicyProblem, PolicyWitness, Seen, Verdict,
};
pub use proof::{
    LogProof, PROOF_EXTRA_BYTES_MAX, PROOF_FILE_BYTES_MAX, ProofCheckError, ProofFileError,
};
pub use submission::{
    ADD_CHECKPOINT_BYTES_MAX, AddCheckpoint, Answer, TLOG_SIZE_TYPE, WitnessState, judge,
};
pub use tile::{
    HashTile, Place, TILE_HEIGHT, TILE_LEVEL_MAX, TILE_WIDTH, TileError, TileKind, TilePath,
    tile_width, tiles_between,
};
