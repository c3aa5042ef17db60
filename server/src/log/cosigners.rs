//! Who cosigns: the policy's witnesses (`seats`), and what they make of a checkpoint.
//!
//! Whoever has an address is asked (`asking`); whoever hasn't, a mirror, comes by itself
//! ([`super::Log::take_cosignatures`]). What a cosigner said last is kept in a file of its own, so that it
//! is known after a restart; losing it loses nothing but the memory of who had been there.

use super::asking::{self, Agent};
use super::seats::{Cosigned, Seat};
use super::{LogError, Published, files};
use crate::store::Store;
use ledger::field::PublicKey;
use ledger::log::{CheckpointVerifyError, LogKey, Policy, SignedCheckpoint, VerifierKey};
use std::path::PathBuf;
use std::sync::Arc;
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

/// The policy at work.
#[derive(Debug)]
pub(super) struct Cosigners {
    pub(super) policy: Option<Policy>,
    wait: Duration,
    folder: PathBuf,
    pub(super) seats: Vec<Seat>,
    /// By seat: whether it is of another house. Settled at the start.
    pub(super) outside: Vec<bool>,
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
        let seats: Vec<Seat> = witnesses.map(Seat::of).collect();
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
    pub(super) fn read(
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
    pub(super) fn record(&self, place: usize, cosigned: Cosigned) {
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

/// Whether a name is another or stands below it: `op.example/w1` below `op.example`.
fn below(name: &str, above: &str) -> bool {
    name.strip_prefix(above)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
