//! Following a log: a round for each checkpoint, until the log departs or the mirror is stopped.

use super::absorb::{Absorber, Unabsorbed};
use super::departed::{Departed, Proof, put};
use super::home::{Home, MirrorError};
use crate::log::Copied;
use crate::log_client::{
    Departure, Follow, Leaf, Proven, Source, Thoroughness, continues, read, trusted,
};
use crate::ports::{Randomness, SystemRandomness};
use crate::verify::Wrong;
use ledger::log::{LogProof, SignedCheckpoint, VerifierKey, cosign};
use metrics::{counter, gauge};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// Entries that are taken in at once: two groups of the store's, so that a commit's price is shared.
const PIECE_ENTRIES: usize = 1024;

/// Pieces that wait between fetching and taking in.
const PIECES_WAITING: usize = 4;

/// The file that has the checkpoint towards which entries are taken in: what is stored beyond the
/// last whole checkpoint was proven under this one.
const TARGET_FILE: &str = "target";

/// How a mirror follows.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The time between two looks at the log.
    pub every: Duration,
    /// The longest pause while the log doesn't answer.
    pub pause_max: Duration,
    /// How often in a row bytes may come that aren't the tree's: a bad line or a stale cache mends
    /// itself, a log that departs doesn't.
    pub doubts_max: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            every: Duration::from_secs(2),
            pause_max: Duration::from_secs(60),
            doubts_max: 4,
        }
    }
}

/// Why a mirror follows no longer.
#[derive(Debug, thiserror::Error)]
pub enum Halt {
    /// The log departed from what it should do.
    #[error("{}", .0.what)]
    Departed(Box<Departed>),
    /// The log's rules are newer than this program.
    #[error("{0}")]
    NewerRules(String),
    /// This machine fails.
    #[error(transparent)]
    Failed(#[from] MirrorError),
}

/// What a round came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Round {
    /// Every entry of the log's last checkpoint is here.
    Whole,
    /// The log can't be read at the moment.
    Unreachable,
    /// What came isn't the tree's.
    Doubt,
}

/// Takes a log's entries in, round by round.
pub struct Follower {
    home: Arc<Home>,
    copied: Copied,
    absorber: Absorber,
    pace: Pace,
    agent: ureq::Agent,
    /// The checkpoint whose cosignature the log has.
    brought: Option<SignedCheckpoint>,
    doubts: u32,
    unreached: u32,
}

/// A checkpoint that continues what is known, with its tree.
struct Found {
    signed: SignedCheckpoint,
    proven: Proven,
}

impl Follower {
    /// Goes on with a mirror where it was left.
    #[must_use]
    pub fn new(home: Arc<Home>, copied: Copied, pace: Pace) -> Self {
        let absorber = Absorber::new(Arc::clone(&home.store), Arc::clone(&home.clock));
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(10)))
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
            .build();
        Self {
            home,
            copied,
            absorber,
            pace,
            agent: config.into(),
            brought: None,
            doubts: 0,
            unreached: 0,
        }
    }

    /// How many entries are here.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.copied.size()
    }

    /// Follows until `stop` says so.
    ///
    /// # Errors
    /// [`Halt`]: the log departed, or this mirror can't go on. A mirror that stopped before for a
    /// departure stops at once.
    pub async fn run(&mut self, mut stop: watch::Receiver<bool>) -> Result<(), Halt> {
        while !*stop.borrow_and_update() {
            let round = tokio::select! {
                round = self.round() => round?,
                _ = stop.changed() => return Ok(()),
            };
            let wait = match round {
                Round::Whole => self.pace.every,
                Round::Unreachable | Round::Doubt => {
                    let tried = (self.unreached + self.doubts).min(16);
                    let grown = self.pace.every.saturating_mul(1 << tried);
                    grown.min(self.pace.pause_max)
                }
            };
            tokio::select! {
                () = tokio::time::sleep(jittered(wait)) => {}
                _ = stop.changed() => {}
            }
        }
        Ok(())
    }

    /// Follows until every entry of a checkpoint is here that was fetched after this was called.
    ///
    /// # Errors
    /// [`Halt`].
    pub async fn catch_up(&mut self) -> Result<u64, Halt> {
        while self.round().await? != Round::Whole {
            tokio::time::sleep(jittered(self.pace.every)).await;
        }
        Ok(self.size())
    }

    async fn round(&mut self) -> Result<Round, Halt> {
        if let Some(departed) = self.home.view().departed {
            return Err(Halt::Departed(Box::new(departed)));
        }
        match self.whole().await {
            Ok(()) => {
                (self.doubts, self.unreached) = (0, 0);
                self.home.checked();
                self.bring().await;
                Ok(Round::Whole)
            }
            Err(Broken::Departure(seen)) => self.doubt(&seen.departure, seen.served.as_ref()),
            Err(Broken::Entry(wrong, proof)) => {
                let what = wrong.to_string();
                Err(self.depart(wrong.fault.code(), what, *proof)?)
            }
            Err(Broken::Halt(halt)) => Err(halt),
        }
    }

    /// A departure that two signatures show stops the mirror at once. Any other may be a bad line
    /// or a stale cache: it is looked at again.
    fn doubt(
        &mut self,
        departure: &Departure,
        served: Option<&SignedCheckpoint>,
    ) -> Result<Round, Halt> {
        let code = departure.code();
        if departure.is_passing() {
            self.unreached += 1;
            tracing::warn!(code, reason = %departure, "the log can't be read at the moment");
            return Ok(Round::Unreachable);
        }
        self.doubts += 1;
        let shown = matches!(
            departure,
            Departure::Forked { .. }
                | Departure::GenesisDiffers { .. }
                | Departure::OtherLog { .. }
        );
        if !shown && self.doubts < self.pace.doubts_max {
            tracing::warn!(code, reason = %departure, "what came isn't the log's: it is asked for again");
            return Ok(Round::Doubt);
        }
        let proof = Proof::of_departure(departure, served);
        Err(self.depart(code, departure.to_string(), proof)?)
    }

    fn depart(&self, code: &str, what: String, proof: Proof) -> Result<Halt, MirrorError> {
        counter!("countersign_mirror_departures_total").increment(1);
        let departed = self.home.depart(code, what, self.size(), proof)?;
        tracing::error!(
            code,
            what = departed.what,
            evidence = departed.evidence,
            "the log departed"
        );
        Ok(Halt::Departed(Box::new(departed)))
    }

    /// Takes in whatever the log's last checkpoint has more.
    async fn whole(&mut self) -> Result<(), Broken> {
        let found = self.found().await?;
        let served = found.signed.clone();
        let size = served.checkpoint().size;
        if size < self.size() {
            // What is stored beyond it was proven under a larger checkpoint, which is kept.
            return Ok(());
        }
        self.aim(&served)?;
        self.take_in(found).await?;
        let unchanged = self
            .copied
            .signed()
            .is_some_and(|signed| signed.bytes() == served.bytes());
        if !unchanged {
            self.copied.publish(served).map_err(MirrorError::from)?;
            let size = u32::try_from(size).unwrap_or(u32::MAX);
            gauge!("countersign_mirror_entries").set(f64::from(size));
        }
        Ok(())
    }

    /// Fetches the checkpoint and holds it against what was known.
    async fn found(&self) -> Result<Found, Broken> {
        let source = Arc::clone(&self.home.source);
        let key = self.home.key.clone();
        let known = self.known()?;
        let fetched = tokio::task::spawn_blocking(move || fetch(&source, &key, known.as_ref()));
        match fetched.await {
            Ok(found) => Ok(found?),
            Err(error) => Err(Broken::lost(&error)),
        }
    }

    /// The largest checkpoint under which entries were proven.
    fn known(&self) -> Result<Option<SignedCheckpoint>, MirrorError> {
        let path = self.home.folder.join(TARGET_FILE);
        let target = match std::fs::read(&path) {
            Ok(bytes) => read(&bytes, &path.display().to_string()).ok(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(MirrorError::file(path)(error)),
        };
        let whole = self.copied.signed().cloned();
        let size = |signed: &SignedCheckpoint| signed.checkpoint().size;
        Ok([target, whole].into_iter().flatten().max_by_key(size))
    }

    fn aim(&self, target: &SignedCheckpoint) -> Result<(), MirrorError> {
        put(&self.home.folder, TARGET_FILE, target.bytes())
            .map_err(MirrorError::file(self.home.folder.join(TARGET_FILE)))
    }

    /// Takes entries in while the next ones are fetched.
    async fn take_in(&mut self, found: Found) -> Result<(), Broken> {
        let (sender, mut pieces) = mpsc::channel(PIECES_WAITING);
        let from = self.size();
        let signed = found.signed;
        let follow = tokio::task::spawn_blocking(move || {
            let mut follow = Follow::new(found.proven, from, Thoroughness::Needed);
            let ended = feed(&mut follow, &sender);
            (follow, ended)
        });
        let mut taken = Ok(());
        while let Some(piece) = pieces.recv().await {
            taken = self.piece(&piece).await.map_err(|error| (error, piece));
            if taken.is_err() {
                break;
            }
        }
        drop(pieces);
        let (follow, ended) = follow.await.map_err(|error| Broken::lost(&error))?;
        match taken {
            Ok(()) => Ok(ended.map_err(Seen::under(Some(signed)))?),
            Err((Unabsorbed::Wrong(wrong), piece)) => {
                self.wrong(wrong, &piece, signed, follow).await
            }
            Err((Unabsorbed::NewerRules { index, fault }, _)) => {
                let told = Unabsorbed::NewerRules { index, fault }.to_string();
                Err(Broken::Halt(Halt::NewerRules(told)))
            }
            Err((Unabsorbed::Store(error), _)) => {
                Err(Broken::Halt(MirrorError::from(error).into()))
            }
        }
    }

    async fn piece(&mut self, piece: &[Leaf]) -> Result<(), Unabsorbed> {
        let absorbed = self.absorber.absorb(piece).await;
        let right = match &absorbed {
            Ok(()) => piece.len(),
            Err(Unabsorbed::Wrong(wrong)) => before(piece, wrong.index),
            Err(Unabsorbed::NewerRules { index, .. }) => before(piece, *index),
            Err(Unabsorbed::Store(_)) => 0,
        };
        let notes = piece[..right].iter().map(|leaf| leaf.note.as_slice());
        if let Err(error) = self.copied.append(notes) {
            tracing::error!(%error, "a tile isn't written: it is made when it is asked for");
        }
        absorbed
    }

    /// A wrong entry, with the proof that the log holds it.
    async fn wrong(
        &self,
        wrong: Box<Wrong>,
        piece: &[Leaf],
        signed: SignedCheckpoint,
        follow: Follow,
    ) -> Result<(), Broken> {
        let index = wrong.index;
        let served = signed.clone();
        let made =
            tokio::task::spawn_blocking(move || LogProof::make(index, signed, follow.proven()));
        let proof = made.await.map_err(|error| Broken::lost(&error))?;
        let leaf = piece.iter().find(|leaf| leaf.index == index);
        match (proof, leaf) {
            (Ok(proof), Some(leaf)) => {
                let proof = Proof::of_entry(&wrong, &leaf.note, proof);
                Err(Broken::Entry(wrong, Box::new(proof)))
            }
            // Without the proof nobody is accused: it is looked at again.
            (Err(ledger::log::PathError::Node(departure)), _) => {
                Err(Seen::under(Some(served))(departure).into())
            }
            (Err(error), _) => Err(Broken::Halt(Halt::Failed(MirrorError::NoKey(
                error.to_string(),
            )))),
            (_, None) => Ok(()),
        }
    }

    /// Cosigns the checkpoint of which every entry is here, and brings that to the log.
    async fn bring(&mut self) {
        let (Some(key), Some(signed)) = (&self.home.cosigner, self.copied.signed()) else {
            return;
        };
        let same = |brought: &SignedCheckpoint| brought.checkpoint() == signed.checkpoint();
        if self.brought.as_ref().is_some_and(same) {
            return;
        }
        let line = cosign(signed.checkpoint(), self.home.clock.now(), key);
        let Ok(body) = signed.with_lines(&[line]) else {
            return;
        };
        let (agent, url) = (self.agent.clone(), self.home.source.place("cosignatures"));
        if !url.starts_with("http") {
            return;
        }
        let bytes = body.bytes().to_vec();
        let posted = tokio::task::spawn_blocking(move || {
            let posted = agent
                .post(url)
                .content_type("text/plain; charset=utf-8")
                .send(&bytes);
            posted
                .map(|answer| answer.status().as_u16())
                .map_err(|error| error.to_string())
        });
        match posted.await {
            Ok(Ok(200)) => {
                counter!("countersign_mirror_cosignatures_total").increment(1);
                self.brought = Some(signed.clone());
            }
            Ok(Ok(403)) => {
                tracing::warn!(
                    "the log doesn't take this mirror's cosignature: its policy must name the key"
                );
                self.brought = Some(signed.clone());
            }
            Ok(Ok(status)) => tracing::warn!(status, "the log doesn't take the cosignature"),
            Ok(Err(reason)) => tracing::warn!(reason, "the cosignature isn't brought"),
            Err(error) => tracing::warn!(%error, "the cosignature isn't brought"),
        }
    }
}

/// What a round breaks on.
enum Broken {
    /// What the client found.
    Departure(Box<Seen>),
    /// An entry is wrong, and the log holds it.
    Entry(Box<Wrong>, Box<Proof>),
    /// The mirror can't go on.
    Halt(Halt),
}

/// A departure, and the checkpoint that was served with it.
struct Seen {
    departure: Departure,
    served: Option<SignedCheckpoint>,
}

impl Seen {
    /// Makes one of whatever keeps this checkpoint from being believed.
    fn under<D: Into<Departure>>(served: Option<SignedCheckpoint>) -> impl FnOnce(D) -> Box<Self> {
        move |departure| {
            Box::new(Self {
                departure: departure.into(),
                served,
            })
        }
    }
}

impl From<Box<Seen>> for Broken {
    fn from(seen: Box<Seen>) -> Self {
        Self::Departure(seen)
    }
}

impl Broken {
    fn lost(error: &tokio::task::JoinError) -> Self {
        let lost = std::io::Error::other(error.to_string());
        Self::Halt(MirrorError::file("worker")(lost).into())
    }
}

impl From<MirrorError> for Broken {
    fn from(error: MirrorError) -> Self {
        Self::Halt(error.into())
    }
}

fn before(piece: &[Leaf], index: u64) -> usize {
    piece.iter().take_while(|leaf| leaf.index < index).count()
}

/// Fetches the last checkpoint with its tree, and holds it against the one that is known.
fn fetch(
    source: &Arc<Source>,
    key: &VerifierKey,
    known: Option<&SignedCheckpoint>,
) -> Result<Found, Box<Seen>> {
    let bytes = source.checkpoint().map_err(Seen::under(None))?;
    let place = source.place("checkpoint");
    let signed = trusted(&bytes, &place, key, None).map_err(Seen::under(None))?;
    let signed = signed.signed;
    let opened = Proven::open(Arc::clone(source), signed.checkpoint());
    let proven = opened.map_err(Seen::under(Some(signed.clone())))?;
    if let Some(known) = known {
        let continued = continues(known, &signed, &proven);
        continued.map_err(Seen::under(Some(signed.clone())))?;
    }
    Ok(Found { signed, proven })
}

/// Sends entries in pieces; ends early where nobody takes them.
fn feed(follow: &mut Follow, sender: &mpsc::Sender<Vec<Leaf>>) -> Result<(), Departure> {
    loop {
        let piece = follow.by_ref().take(PIECE_ENTRIES);
        let mut leaves = Vec::with_capacity(PIECE_ENTRIES);
        let mut departed = None;
        for leaf in piece {
            match leaf {
                Ok(leaf) => leaves.push(leaf),
                Err(departure) => departed = Some(departure),
            }
        }
        if let Some(departure) = departed {
            // What was proven before it is taken in all the same.
            _ = sender.blocking_send(leaves);
            return Err(departure);
        }
        if leaves.is_empty() || sender.blocking_send(leaves).is_err() {
            return Ok(());
        }
    }
}

/// A pause, up to a quarter longer or shorter: mirrors of one log don't all come at once.
fn jittered(pause: Duration) -> Duration {
    let mut byte = [0];
    SystemRandomness.fill(&mut byte);
    pause * (384 + u32::from(byte[0])) / 512
}
