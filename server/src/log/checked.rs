//! What the log says of its cosigners: cosignatures that are brought are taken, and readers see who
//! stands behind a checkpoint.

use super::asking;
use super::seats::Cosigned;
use super::{Inner, Log, LogError, Published};
use ledger::field::Moment;
use ledger::log::{CheckpointError, CheckpointVerifyError, Policy, SignedCheckpoint};
use std::sync::Arc;

/// A witness as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessView {
    /// What the policy calls it.
    pub name: String,
    /// Whether it is of another house than the log's operator.
    pub outside: bool,
    /// Size and time of the checkpoint that it cosigned last.
    pub last: Option<(u64, Moment)>,
}

/// Who of other houses than the operator's stands behind a published checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What the policy calls them, in its order; never empty.
    pub by: Vec<String>,
    /// How many witnesses of other houses the policy has.
    pub of: usize,
    /// When the latest of them cosigned.
    pub latest: Moment,
    /// Whether the policy's quorum is there.
    pub quorum: bool,
}

/// Why cosignatures that somebody brings aren't taken.
#[derive(Debug, thiserror::Error)]
pub enum CosignatureRefused {
    /// The body is no checkpoint.
    #[error("{0}")]
    Malformed(#[from] CheckpointError),
    /// Nothing is published yet.
    #[error("no checkpoint is published yet")]
    NotYet,
    /// It is another log's, the log's own signature is missing, or one fails.
    #[error("{0}")]
    Signatures(#[from] CheckpointVerifyError),
    /// Nobody of the policy cosigned it.
    #[error("none of the cosignatures is of a key in this log's policy")]
    NobodyKnown,
    /// The checkpoint is larger than the published one.
    #[error("the published checkpoint has {0} entries")]
    BeyondPublished(u64),
    /// The log's key signed another tree than this log has.
    #[error("this log has another root at that size")]
    OtherRoot,
    /// The log fails.
    #[error(transparent)]
    Log(#[from] LogError),
}

impl Log {
    /// Takes the cosignatures of the policy's witnesses on a checkpoint that this log signed, and
    /// publishes those on the current one. Gives the size that is published now.
    ///
    /// # Errors
    /// [`CosignatureRefused`]; nothing was taken then.
    pub async fn take_cosignatures(&self, bytes: &[u8]) -> Result<u64, CosignatureRefused> {
        let signed = SignedCheckpoint::parse(bytes)?;
        let (Some(published), Some(key)) = (self.published(), self.key()) else {
            return Err(CosignatureRefused::NotYet);
        };
        let found = self.inner.cosigners.read(&signed, key)?;
        if found.is_empty() {
            return Err(CosignatureRefused::NobodyKnown);
        }
        let checkpoint = signed.checkpoint();
        if checkpoint.size > published.size() {
            return Err(CosignatureRefused::BeyondPublished(published.size()));
        }
        let here = self.inner.root_at(&published.frontier, checkpoint.size);
        if here.await? != checkpoint.root {
            let note = String::from_utf8_lossy(signed.bytes()).into_owned();
            tracing::error!(note, "somebody cosigned a checkpoint of another history");
            return Err(CosignatureRefused::OtherRoot);
        }
        for (place, cosigned) in found {
            self.inner.cosigned(place, cosigned);
        }
        Ok(published.size())
    }

    /// The policy; nothing where there is none.
    #[must_use]
    pub fn policy(&self) -> Option<&Policy> {
        self.inner.cosigners.policy.as_ref()
    }

    /// The policy's witnesses, in its order; none where there is no policy.
    #[must_use]
    pub fn witnesses(&self) -> Vec<WitnessView> {
        let cosigners = &self.inner.cosigners;
        let seats = cosigners.seats.iter().zip(&cosigners.outside);
        seats
            .map(|(seat, outside)| WitnessView {
                name: seat.witness.name.clone(),
                outside: *outside,
                last: seat.last().as_ref().map(|last| (last.size(), last.time)),
            })
            .collect()
    }

    /// Who of other houses cosigned the published checkpoint; nothing where nobody did.
    #[must_use]
    pub fn checked(&self) -> Option<Checked> {
        let verdict = self.published()?.verdict.clone()?;
        let outside = &self.inner.cosigners.outside;
        let seen = verdict.witnesses.iter().zip(outside);
        let others = seen.filter(|(_, outside)| **outside);
        let by: Vec<(String, Moment)> = others
            .filter_map(|(seen, _)| Some((seen.name.clone(), seen.time?)))
            .collect();
        let latest = by.iter().map(|(_, time)| *time).max()?;
        Some(Checked {
            by: by.into_iter().map(|(name, _)| name).collect(),
            of: outside.iter().filter(|outside| **outside).count(),
            latest,
            quorum: verdict.quorum,
        })
    }

    /// Asks the witnesses that have an address, until the log is stopped.
    pub(super) fn ask_witnesses(&self) {
        for place in 0..self.inner.cosigners.seats.len() {
            let seat = &self.inner.cosigners.seats[place];
            if let Some(url) = seat.witness.url.clone() {
                tokio::spawn(asking::attend(self.clone(), place, url));
            }
        }
    }
}

impl Inner {
    /// Takes down a cosignature that was checked, and publishes it where it is on the current
    /// checkpoint.
    pub(super) fn cosigned(&self, place: usize, cosigned: Cosigned) {
        self.cosigners.record(place, cosigned);
        self.complete_published();
    }

    /// Shows readers a checkpoint with the cosignatures that are there.
    pub(super) fn publish(&self, bare: Arc<Published>) {
        let complete = match self.key.get() {
            Some(key) => Arc::new(self.cosigners.complete(&bare, key)),
            None => bare,
        };
        self.published.send_replace(Some(complete));
        // For whoever cosigned in between.
        self.complete_published();
    }

    fn complete_published(&self) {
        let Some(key) = self.key.get() else { return };
        self.published.send_if_modified(|published| {
            let Some(current) = published else {
                return false;
            };
            let complete = self.cosigners.complete(current, key);
            let changed = complete.checkpoint != current.checkpoint
                || complete.verdict.is_some() != current.verdict.is_some();
            if changed {
                *current = Arc::new(complete);
            }
            changed
        });
    }
}
