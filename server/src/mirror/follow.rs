//! Following a log: a round for each checkpoint, until the log departs or the mirror is stopped.
//!
//! A log departs where its own signatures show it: two histories, or an entry that is wrong under a
//! checkpoint that it signed. Whatever else comes that isn't the tree's (a flipped bit, an old
//! checkpoint, another key) anybody on the way may have done: it is named, nothing is taken from it,
//! and the log is asked again.

use super::absorb::{Absorber, Piece, Unabsorbed};
use super::bring::Bringer;
use super::departed::{Departed, Proof, Said, Trouble, put};
use super::home::{Home, MirrorError};
use super::reading::{Found, PIECES_WAITING, feed, fetch};
use crate::log::Copied;
use crate::log_client::{Departure, Follow, Leaf, Thoroughness, read};
use crate::ports::{Randomness, SystemRandomness};
use crate::verify::{Fault, Wrong, genesis_differs};
use ledger::Note;
use ledger::log::{LogProof, PathError, SignedCheckpoint};
use metrics::{counter, gauge};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// The file that has the checkpoint towards which entries are taken in: what is stored beyond the
/// last whole checkpoint was proven under this one.
const TARGET_FILE: &str = "target";

/// How a mirror follows.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The time between two looks at the log.
    pub every: Duration,
    /// The longest pause while nothing can be taken from the log.
    pub pause_max: Duration,
    /// How often in a row [`Follower::catch_up`] tries before it gives up.
    pub tries_max: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            every: Duration::from_secs(2),
            pause_max: Duration::from_secs(60),
            tries_max: 4,
        }
    }
}

/// Why a mirror follows no longer.
#[derive(Debug, thiserror::Error)]
pub enum Halt {
    /// The log departed from what it should do.
    #[error("{}", .0.what)]
    Departed(Box<Departed>),
    /// Nothing can be taken from the log at the moment, however often it is tried.
    #[error("{} ({})", .0.what, .0.code)]
    Stuck(Box<Trouble>),
    /// The log's rules are newer than this program.
    #[error("{0}")]
    NewerRules(String),
    /// This machine fails.
    #[error(transparent)]
    Failed(#[from] MirrorError),
}

/// What a round came to.
enum Round {
    /// Every entry of the log's last checkpoint is here.
    Whole,
    /// Nothing can be taken from the log.
    Stuck(Trouble),
}

/// Takes a log's entries in, round by round.
pub struct Follower {
    home: Arc<Home>,
    copied: Copied,
    absorber: Absorber,
    bringer: Bringer,
    pace: Pace,
    /// How often in a row nothing could be taken.
    stuck: u32,
}

impl Follower {
    /// Goes on with a mirror where it was left.
    ///
    /// # Errors
    /// [`MirrorError::File`] where no thread can be started.
    pub fn new(home: Arc<Home>, copied: Copied, pace: Pace) -> Result<Self, MirrorError> {
        Ok(Self {
            absorber: Absorber::new(Arc::clone(&home.store), Arc::clone(&home.clock))?,
            bringer: Bringer::new(Arc::clone(&home)),
            home,
            copied,
            pace,
            stuck: 0,
        })
    }

    /// How many entries are here.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.copied.size()
    }

    /// Follows until `stop` says so.
    ///
    /// # Errors
    /// [`Halt`], but not that the log can't be followed at the moment: then it is asked again, after
    /// longer and longer pauses. A mirror that stopped before for a departure stops at once.
    pub async fn run(&mut self, mut stop: watch::Receiver<bool>) -> Result<(), Halt> {
        while !*stop.borrow_and_update() {
            let round = tokio::select! {
                round = self.round() => round?,
                _ = stop.changed() => return Ok(()),
            };
            let wait = match round {
                Round::Whole => self.pace.every,
                Round::Stuck(_) => {
                    let grown = self.pace.every.saturating_mul(1 << self.stuck.min(16));
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
        let mut tries = 0;
        loop {
            match self.round().await? {
                Round::Whole => return Ok(self.size()),
                Round::Stuck(trouble) => tries = self.tried(tries, trouble)?,
            }
            tokio::time::sleep(jittered(self.pace.every)).await;
        }
    }

    fn tried(&self, before: u32, trouble: Trouble) -> Result<u32, Halt> {
        let tries = before + 1;
        if tries < self.pace.tries_max {
            return Ok(tries);
        }
        Err(Halt::Stuck(Box::new(trouble)))
    }

    async fn round(&mut self) -> Result<Round, Halt> {
        if let Some(departed) = self.home.view().departed {
            return Err(Halt::Departed(Box::new(departed)));
        }
        match self.whole().await {
            Ok(()) => {
                self.stuck = 0;
                self.home.checked();
                if let Some(signed) = self.copied.signed() {
                    self.bringer.bring(signed).await;
                }
                Ok(Round::Whole)
            }
            Err(Broken::Departure(departure)) => self.look_at(&departure).await,
            Err(Broken::Entry(accused, proof)) => {
                Err(self.depart(accused.code, accused.what, &proof)?)
            }
            Err(Broken::Halt(halt)) => Err(halt),
        }
    }

    /// A departure that signatures show stops the mirror. Any other is told, and looked at again.
    async fn look_at(&mut self, departure: &Departure) -> Result<Round, Halt> {
        let evidence = match departure.pair() {
            None => None,
            Some(pair) => match &pair.evidence {
                Some(evidence) => Some(evidence.clone()),
                // An old checkpoint is still true, unless the tree here was another one then.
                None => self
                    .copied
                    .contradicted_by(&pair.found)
                    .await
                    .map_err(MirrorError::from)?,
            },
        };
        if let Some(evidence) = evidence {
            let proof = Proof::of_fork(&evidence);
            let what = match departure {
                Departure::Forked { .. } => departure.to_string(),
                _ => format!("{departure}, and these are not the first of those"),
            };
            return Err(self.depart("log-forked", what, &proof)?);
        }
        self.stuck = self.stuck.saturating_add(1);
        let code = departure.code();
        tracing::warn!(code, reason = %departure, "nothing can be taken from the log: it is asked again");
        let unreachable = departure.is_passing();
        let trouble = self.home.troubled(code, departure.to_string(), unreachable);
        Ok(Round::Stuck(trouble))
    }

    fn depart(&self, code: &str, what: String, proof: &Proof) -> Result<Halt, MirrorError> {
        counter!("countersign_mirror_departures_total").increment(1);
        let said = Said {
            code: code.to_owned(),
            what,
            entries: self.size(),
        };
        let departed = self.home.depart(said, proof)?;
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
            Ok(found) => found.map_err(Broken::Departure),
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

    /// Takes entries in while the next ones are fetched, and their signatures checked.
    async fn take_in(&mut self, found: Found) -> Result<(), Broken> {
        let (sender, mut pieces) = mpsc::channel(PIECES_WAITING);
        let (from, ahead) = (self.size(), self.absorber.ahead());
        let signed = found.signed;
        let follow = tokio::task::spawn_blocking(move || {
            let mut follow = Follow::new(found.proven, from, Thoroughness::Needed);
            let ended = feed(&mut follow, &ahead, &sender);
            (follow, ended)
        });
        let mut taken = Ok(());
        while let Some(mut piece) = pieces.recv().await {
            taken = self.piece(&mut piece).await;
            if taken.is_err() {
                break;
            }
        }
        drop(pieces);
        let (follow, ended) = follow.await.map_err(|error| Broken::lost(&error))?;
        match taken {
            Ok(()) => ended.map_err(Broken::Departure),
            Err(Untaken::Accused(accused)) => accuse(accused, signed, follow).await,
            Err(Untaken::Halt(halt)) => Err(Broken::Halt(halt)),
        }
    }

    async fn piece(&mut self, piece: &mut Piece) -> Result<(), Untaken> {
        if let Some(accused) = self.first_of_another(&piece.leaves) {
            return Err(Untaken::Accused(accused));
        }
        let absorbed = self.absorber.absorb(piece).await;
        let leaves = &piece.leaves;
        let right = match &absorbed {
            Ok(()) => leaves.len(),
            Err(Unabsorbed::Wrong(wrong)) => before(leaves, wrong.index),
            Err(Unabsorbed::NewerRules { index, .. }) => before(leaves, *index),
            Err(Unabsorbed::Store(_)) => 0,
        };
        let notes = leaves[..right].iter().map(|leaf| leaf.note.as_slice());
        if let Err(error) = self.copied.append(notes) {
            tracing::error!(%error, "a tile isn't written: it is made when it is asked for");
        }
        absorbed.map_err(|unabsorbed| Untaken::of(unabsorbed, leaves))
    }

    /// The log's own first entry must name the log and the key that signs for it.
    fn first_of_another(&self, leaves: &[Leaf]) -> Option<Accused> {
        let first = leaves.first().filter(|leaf| leaf.index == 0)?;
        let note = Note::parse(&first.note).ok()?;
        let departure = genesis_differs(&note, &self.home.key)?;
        Some(Accused {
            index: 0,
            code: departure.code(),
            what: departure.to_string(),
            readable: true,
            note: first.note.clone(),
        })
    }
}

/// An entry that is wrong.
struct Accused {
    index: u64,
    code: &'static str,
    what: String,
    /// Whether it is an entry at all.
    readable: bool,
    note: Vec<u8>,
}

/// Why a piece isn't taken in.
enum Untaken {
    Accused(Accused),
    Halt(Halt),
}

impl Untaken {
    fn of(unabsorbed: Unabsorbed, leaves: &[Leaf]) -> Self {
        match unabsorbed {
            Unabsorbed::Wrong(wrong) => Self::Accused(Accused::of(&wrong, leaves)),
            Unabsorbed::NewerRules { .. } => Self::Halt(Halt::NewerRules(unabsorbed.to_string())),
            Unabsorbed::Store(error) => Self::Halt(MirrorError::from(error).into()),
        }
    }
}

impl Accused {
    fn of(wrong: &Wrong, leaves: &[Leaf]) -> Self {
        let leaf = leaves.iter().find(|leaf| leaf.index == wrong.index);
        Self {
            index: wrong.index,
            code: wrong.fault.code(),
            what: wrong.to_string(),
            readable: !matches!(wrong.fault, Fault::Malformed(_)),
            note: leaf.map(|leaf| leaf.note.clone()).unwrap_or_default(),
        }
    }
}

/// A wrong entry, with the proof that the log holds it.
async fn accuse(accused: Accused, signed: SignedCheckpoint, follow: Follow) -> Result<(), Broken> {
    let index = accused.index;
    let made = tokio::task::spawn_blocking(move || LogProof::make(index, signed, follow.proven()));
    match made.await.map_err(|error| Broken::lost(&error))? {
        Ok(proof) => {
            let code = accused.readable.then_some(accused.code);
            let proof = Proof::of_entry(code, &accused.note, proof);
            Err(Broken::Entry(accused, Box::new(proof)))
        }
        // Without the proof nobody is accused: it is looked at again.
        Err(PathError::Node(departure)) => Err(Broken::Departure(departure)),
        Err(error @ PathError::Proof(_)) => {
            let error = std::io::Error::other(error.to_string());
            Err(Broken::Halt(MirrorError::file("proof")(error).into()))
        }
    }
}

/// What a round breaks on.
enum Broken {
    /// What the client found.
    Departure(Departure),
    /// An entry is wrong, and the log holds it.
    Entry(Accused, Box<Proof>),
    /// The mirror can't go on.
    Halt(Halt),
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

/// A pause, up to a quarter longer or shorter: mirrors of one log don't all come at once.
fn jittered(pause: Duration) -> Duration {
    let mut byte = [0];
    SystemRandomness.fill(&mut byte);
    pause * (384 + u32::from(byte[0])) / 512
}
