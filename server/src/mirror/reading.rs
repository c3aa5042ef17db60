//! What a mirror fetches: the log's last checkpoint, held against what was known, and its entries in
//! pieces.

use super::absorb::{Ahead, Piece};
use crate::log_client::{Departure, Follow, Proven, Source, continues, trusted};
use ledger::log::{SignedCheckpoint, VerifierKey};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Entries that are taken in at once: two groups of the store's, so that a commit's price is shared.
const PIECE_ENTRIES: usize = 1024;

/// Pieces that wait between fetching and taking in.
pub(super) const PIECES_WAITING: usize = 4;

/// A checkpoint that continues what is known, with its tree.
pub(super) struct Found {
    pub(super) signed: SignedCheckpoint,
    pub(super) proven: Proven,
}

/// Fetches the last checkpoint with its tree, and holds it against the one that is known.
pub(super) fn fetch(
    source: &Arc<Source>,
    key: &VerifierKey,
    known: Option<&SignedCheckpoint>,
) -> Result<Found, Departure> {
    let bytes = source.checkpoint()?;
    let place = source.place("checkpoint");
    let signed = trusted(&bytes, &place, key, None)?.signed;
    let proven = Proven::open(Arc::clone(source), signed.checkpoint())?;
    if let Some(known) = known {
        continues(known, &signed, &proven)?;
    }
    Ok(Found { signed, proven })
}

/// Sends entries in pieces, and has their signatures checked on the way; ends early where nobody
/// takes them.
pub(super) fn feed(
    follow: &mut Follow,
    ahead: &Ahead,
    sender: &mpsc::Sender<Piece>,
) -> Result<(), Departure> {
    loop {
        let mut leaves = Vec::with_capacity(PIECE_ENTRIES);
        let mut departed = None;
        for leaf in follow.by_ref().take(PIECE_ENTRIES) {
            match leaf {
                Ok(leaf) => leaves.push(leaf),
                Err(departure) => departed = Some(departure),
            }
        }
        let ended = leaves.is_empty();
        // What was proven before a departure is taken in all the same.
        let taken = ended || sender.blocking_send(ahead.piece(leaves)).is_ok();
        match departed {
            Some(departure) => return Err(departure),
            None if ended || !taken => return Ok(()),
            None => {}
        }
    }
}
