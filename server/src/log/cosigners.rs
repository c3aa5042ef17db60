//! Who cosigns: the policy's witnesses, what each cosigned last, and what that makes of a checkpoint.
//!
//! Whoever has an address is asked (`asking`); whoever hasn't, a mirror, comes by itself
//! ([`Log::take_cosignatures`]). What a cosigner said last is kept in a file of its own, so that it
//! is known after a restart; losing it loses nothing but the memory of who had been there.

use super::asking::{self, Agent};
use super::{Inner, Log, LogError, Published, files};
use crate::store::Store;
use ledger::field::{Moment, PublicKey};
use ledger::log::{
    CheckpointError, CheckpointVerifyError, LogKey, NoteLine, Policy, PolicyWitness,
    SignedCheckpoint, VerifierKey,
};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// How long a checkpoint waits for its witnesses unless an operator knows better: a round trip
/// around the world and a slow disk. Whoever takes longer is waited for no more until it answers.
pub const WITNESS_WAIT: Duration = Duration::from_secs(2);

/// How witnesses are asked.
#[derive(Clone, Debug)]
pub struct Cosigning {
    /// Who they are, and how many of them it takes.
    pub policy: Policy,
    /// How long a checkpoint waits for them before it is published with what is there.
    pub wait: Duration,
}

impl Cosigning {
    /// The policy's witnesses, with the usual patience.
    #[must_use]
    pub const fn new(policy: Policy) -> Self {
        Self {
            policy,
            wait: WITNESS_WAIT,
        }
    }
}

/// What a cosigner cosigned last: the checkpoint with the log's line and its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cosigned {
    pub(super) checkpoint: SignedCheckpoint,
    pub(super) line: NoteLine,
    pub(super) time: Moment,
}

impl Cosigned {
    fn size(&self) -> u64 {
        self.checkpoint.checkpoint().size
    }

    /// Whether it says more than what was known before.
    fn is_newer(&self, before: Option<&Self>) -> bool {
        before.is_none_or(|before| (self.size(), self.time) > (before.size(), before.time))
    }
}

/// One witness of the policy.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) witness: PolicyWitness,
    last: Mutex<Option<Cosigned>>,
    /// It doesn't answer at the moment: no checkpoint waits for it.
    resting: AtomicBool,
}

impl Seat {
    fn last(&self) -> MutexGuard<'_, Option<Cosigned>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The size that it cosigned last; 0 where nothing is known.
    pub(super) fn size(&self) -> u64 {
        self.last().as_ref().map_or(0, Cosigned::size)
    }

    /// Whether it cosigned this checkpoint.
    pub(super) fn covers(&self, checkpoint: &SignedCheckpoint) -> bool {
        self.line_of(checkpoint).is_some()
    }

    fn line_of(&self, checkpoint: &SignedCheckpoint) -> Option<NoteLine> {
        let last = self.last();
        let same = last
            .as_ref()
            .filter(|last| last.checkpoint.checkpoint() == checkpoint.checkpoint());
        same.map(|last| last.line.clone())
    }

    pub(super) fn rest(&self, resting: bool) {
        self.resting.store(resting, Ordering::Release);
    }

    fn is_waited_for(&self) -> bool {
        self.witness.url.is_some() && !self.resting.load(Ordering::Acquire)
    }
}

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

/// The policy at work.
#[derive(Debug)]
pub(super) struct Cosigners {
    policy: Option<Policy>,
    wait: Duration,
    folder: PathBuf,
    pub(super) seats: Vec<Seat>,
    /// By seat: whether it is of another house. Settled at the start.
    outside: Vec<bool>,
    pub(super) agent: Agent,
    /// What witnesses are asked to cosign.
    pub(super) candidate: watch::Sender<Option<Arc<Published>>>,
    /// Told anew after each answer.
    answered: watch::Sender<()>,
}

impl Cosigners {
    /// Nobody yet has cosigned anything.
    pub(super) fn new(cosigning: Option<Cosigning>, folder: PathBuf) -> Self {
        let wait = cosigning
            .as_ref()
            .map_or(WITNESS_WAIT, |cosigning| cosigning.wait);
        let policy = cosigning.map(|cosigning| cosigning.policy);
        let witnesses = policy.iter().flat_map(Policy::witnesses);
        let seats: Vec<Seat> = witnesses
            .map(|witness| Seat {
                witness: witness.clone(),
                last: Mutex::default(),
                resting: AtomicBool::new(false),
            })
            .collect();
        Self {
            outside: vec![true; seats.len()],
            seats,
            policy,
            wait,
            folder,
            agent: asking::agent(),
            candidate: watch::Sender::new(None),
            answered: watch::Sender::new(()),
        }
    }

    /// Holds the policy against the ledger: a witness' key is nobody else's, and whose house is the
    /// operator's own.
    ///
    /// # Errors
    /// [`LogError::WitnessKey`], or the store's error.
    pub(super) async fn held_against(
        mut self,
        store: &Store,
        log: &PublicKey,
    ) -> Result<Self, LogError> {
        let head = store.head().await?;
        let Some(head) = head.filter(|_| !self.seats.is_empty()) else {
            return Ok(self);
        };
        for seat in &self.seats {
            let key = seat.witness.key.public();
            let whose = if key == log {
                Some(format!("the log {}", head.ledger))
            } else {
                let holder = store.key_holder(key).await?;
                holder.map(|member| format!("the member {member}"))
            };
            if let Some(whose) = whose {
                let witness = seat.witness.name.clone();
                return Err(LogError::WitnessKey { witness, whose });
            }
        }
        let names = self.keys().map(|key| key.name().to_string());
        let names = names.chain([head.operator.to_string()]).collect();
        let members = store.members_named(names).await?;
        let operator = members.get(head.operator.as_str());
        let house = operator.map(|operator| operator.house.clone());
        let origin = head.ledger.to_string();
        let origin = origin.split('/').next().unwrap_or_default();
        let own = |name: &str| {
            let member = members.get(name).map(|member| &member.house);
            below(name, origin)
                || below(name, head.operator.as_str())
                || house
                    .as_ref()
                    .is_some_and(|house| below(name, house.as_str()))
                || (member.is_some() && member == house.as_ref())
        };
        self.outside = self.keys().map(|key| !own(key.name().as_str())).collect();
        Ok(self)
    }

    /// The witnesses' keys, and what the policy calls them.
    pub(super) fn named_keys(&self) -> impl Iterator<Item = (PublicKey, String)> {
        self.seats.iter().map(|seat| {
            let witness = &seat.witness;
            (*witness.key.public(), witness.name.clone())
        })
    }

    fn keys(&self) -> impl Iterator<Item = &VerifierKey> {
        self.seats.iter().map(|seat| &seat.witness.key)
    }

    fn path(&self, seat: &Seat) -> PathBuf {
        self.folder
            .join(hex::encode(seat.witness.key.public().bytes()))
    }

    /// Reads what cosigners said last. What can't be read is as good as nothing.
    pub(super) fn remember(&self, key: &LogKey) {
        for seat in &self.seats {
            let path = self.path(seat);
            let Ok(Some(bytes)) = files::get(&path) else {
                continue;
            };
            match SignedCheckpoint::parse(&bytes).map(|signed| self.read(&signed, key)) {
                Ok(Ok(cosigned)) => {
                    for (place, cosigned) in cosigned {
                        *self.seats[place].last() = Some(cosigned);
                    }
                }
                Ok(Err(error)) => tracing::warn!(?path, %error, "not a cosigned checkpoint"),
                Err(error) => tracing::warn!(?path, %error, "not a cosigned checkpoint"),
            }
        }
    }

    /// The cosignatures of the policy's witnesses on a checkpoint of this log, by seat.
    fn read(
        &self,
        signed: &SignedCheckpoint,
        key: &LogKey,
    ) -> Result<Vec<(usize, Cosigned)>, CheckpointVerifyError> {
        let verified = signed.verify(key.verifier(), self.keys())?;
        let own = verified
            .note()
            .lines()
            .iter()
            .filter(|line| key.verifier().is_on(line));
        let own: String = own.map(ToString::to_string).collect();
        let mut found = Vec::new();
        for (place, seat) in self.seats.iter().enumerate() {
            let Some(time) = verified.time_of(&seat.witness.key) else {
                continue;
            };
            let lines = verified.note().lines().iter();
            let latest = lines.rev().find(|line| seat.witness.key.is_on(line));
            let (Some(line), Some(checkpoint)) = (latest, with_only(signed, &own)) else {
                continue;
            };
            found.push((
                place,
                Cosigned {
                    checkpoint,
                    line: line.clone(),
                    time,
                },
            ));
        }
        Ok(found)
    }

    /// Takes down what a cosigner said; nothing changes where more is known.
    fn record(&self, place: usize, cosigned: Cosigned) {
        let seat = &self.seats[place];
        {
            let mut last = seat.last();
            if !cosigned.is_newer(last.as_ref()) {
                return;
            }
            if let Ok(whole) = cosigned
                .checkpoint
                .with_lines(std::slice::from_ref(&cosigned.line))
            {
                let kept = files::make_folder(&self.folder)
                    .and_then(|()| files::put(&self.path(seat), whole.bytes()));
                if let Err(error) = kept {
                    tracing::warn!(%error, "who cosigned isn't remembered over a restart");
                }
            }
            *last = Some(cosigned);
        }
        self.answered.send_replace(());
    }

    /// Tells those who wait that a witness won't answer now.
    pub(super) fn give_up(&self, seat: &Seat) {
        seat.rest(true);
        self.answered.send_replace(());
    }

    /// Shows a checkpoint to the witnesses and waits for those that answer, but no longer than a
    /// checkpoint may wait.
    pub(super) async fn gather(&self, candidate: &Arc<Published>) {
        let mut answered = self.answered.subscribe();
        self.candidate.send_replace(Some(Arc::clone(candidate)));
        let missing = || {
            let waited_for = self.seats.iter().filter(|seat| seat.is_waited_for());
            waited_for.filter(|seat| !seat.covers(&candidate.checkpoint))
        };
        let all = async { while missing().next().is_some() && answered.changed().await.is_ok() {} };
        if tokio::time::timeout(self.wait, all).await.is_err() {
            missing().for_each(|seat| seat.rest(true));
        }
    }

    /// A checkpoint with the cosignatures that are there, and what the policy says of it.
    pub(super) fn complete(&self, published: &Published, key: &LogKey) -> Published {
        let said = &published.checkpoint;
        let own = said.note().lines().iter();
        let own = own.filter(|line| key.verifier().is_on(line)).cloned();
        let cosigned = self.seats.iter().filter_map(|seat| seat.line_of(said));
        let lines: String = own.chain(cosigned).map(|line| line.to_string()).collect();
        // More lines than a note takes can't be: a policy has no more witnesses than that.
        let checkpoint = with_only(said, &lines).unwrap_or_else(|| said.clone());
        let verdict = self.policy.as_ref().and_then(|policy| {
            let known = [key.verifier().clone()];
            policy.evaluate(&checkpoint, &known).ok()
        });
        Published {
            checkpoint,
            verdict: verdict.map(Arc::new),
            ..published.clone()
        }
    }
}

/// A checkpoint with these lines alone.
fn with_only(signed: &SignedCheckpoint, lines: &str) -> Option<SignedCheckpoint> {
    let note = format!("{}\n{lines}", signed.note().text());
    SignedCheckpoint::parse(note.as_bytes()).ok()
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

/// Whether a name is another or stands below it: `op.example/w1` below `op.example`.
fn below(name: &str, above: &str) -> bool {
    name.strip_prefix(above)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
