//! Ordering: a group of notes is judged in memory, committed at once, and answered after that.

use super::answer::{Answer, Outcome, Refused, SubmitError};
use super::ticks::due_tick;
use super::verifier::{Checked, KeyCache, Unit};
use super::working_set::WorkingSet;
use super::{Config, Shared};
use crate::store::{Store, StoreError};
use ed25519_dalek::VerifyingKey;
use ledger::entry::Kind;
use ledger::field::{Identity, MemberName};
use ledger::{Effects, EnrolledKey, Note, Refusal, Verified};
use metrics::{counter, gauge, histogram};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Notes of one group. More would make the first of them wait longer than they save.
pub const GROUP_NOTES_MAX: usize = 2048;

/// How often an idle sequencer looks up: for due days that pass, and to show that it lives.
const LOOK_UP: Duration = Duration::from_secs(5);

/// What one thread alone does: it decides the order.
pub(super) struct Sequencing {
    pub(super) store: Arc<Store>,
    pub(super) keys: Arc<KeyCache>,
    pub(super) shared: Arc<Shared>,
    pub(super) config: Config,
    pub(super) working: WorkingSet,
    /// Enrolled keys that the pool didn't know.
    pub(super) met: Vec<EnrolledKey>,
}

/// A note of a group, and where its outcome goes.
struct Waiting {
    unit: usize,
    note: Checked,
}

/// Units whose notes are being ordered.
struct Open {
    outcomes: Vec<Vec<Outcome>>,
    replies: Vec<tokio::sync::oneshot::Sender<Vec<Outcome>>>,
}

/// A judged note.
enum Judged {
    Admitted(Box<Verified>, Box<Effects>),
    Repeated(Identity, u64),
    /// With the size of the ledger at which it was judged.
    Refused(Refused, u64),
    /// It would enrol the key of this witness.
    KeyReserved(String),
}

impl Judged {
    /// Whether it stands neither before nor after its group.
    const fn is_out(&self) -> bool {
        matches!(self, Self::Refused(..) | Self::KeyReserved(_))
    }
}

impl Sequencing {
    /// Orders units until their channel ends.
    pub(super) async fn run(mut self, units: flume::Receiver<Unit>) {
        loop {
            match tokio::time::timeout(LOOK_UP, units.recv_async()).await {
                Ok(Ok(first)) => {
                    let gathered = gather(first, &units, self.config.group_notes_max);
                    self.order_all(gathered).await;
                }
                Ok(Err(flume::RecvError::Disconnected)) => return,
                Err(_) => self.look_up().await,
            }
        }
    }

    /// Orders units: those that stand or fall as one apart from the others, all in their order.
    async fn order_all(&mut self, units: Vec<Unit>) {
        let mut plain = Vec::new();
        for unit in units {
            if unit.reply.whole {
                self.order(std::mem::take(&mut plain)).await;
                self.order_whole(unit).await;
            } else {
                plain.push(unit);
            }
        }
        self.order(plain).await;
    }

    /// Orders a unit all of which stands or nothing: it is one group, however long.
    async fn order_whole(&mut self, unit: Unit) {
        let notes = unit.notes.len();
        let outcomes = match self.commit_group(unit.notes, true).await {
            Ok(outcomes) => outcomes,
            Err(error) => {
                self.drop_group(&error);
                vec![Err(SubmitError::Failed(error.to_string())); notes]
            }
        };
        self.shared.leave(notes);
        // A submitter that went away asks again and hears the same.
        _ = unit.reply.reply.send(outcomes);
    }

    /// Orders all notes of some units, group by group.
    async fn order(&mut self, units: Vec<Unit>) {
        let mut open = Open {
            outcomes: Vec::new(),
            replies: Vec::new(),
        };
        let mut waiting = VecDeque::new();
        for (number, unit) in units.into_iter().enumerate() {
            open.outcomes.push(Vec::with_capacity(unit.notes.len()));
            open.replies.push(unit.reply.reply);
            waiting.extend(
                unit.notes
                    .into_iter()
                    .map(|note| Waiting { unit: number, note }),
            );
        }
        let notes = waiting.len();
        while !waiting.is_empty() {
            let group = next_group(&mut waiting, self.config.group_notes_max);
            let places: Vec<usize> = group.iter().map(|waiting| waiting.unit).collect();
            match self
                .commit_group(
                    group.into_iter().map(|waiting| waiting.note).collect(),
                    false,
                )
                .await
            {
                Ok(outcomes) => places
                    .iter()
                    .zip(outcomes)
                    .for_each(|(unit, outcome)| open.outcomes[*unit].push(outcome)),
                Err(error) => {
                    // What follows may cite what failed: it is not judged, so that nobody is told
                    // that an entry is wrong which only came too early.
                    self.drop_group(&error);
                    let rest = waiting.drain(..).map(|waiting| waiting.unit);
                    let failed = SubmitError::Failed(error.to_string());
                    places
                        .into_iter()
                        .chain(rest)
                        .for_each(|unit| open.outcomes[unit].push(Err(failed.clone())));
                }
            }
        }
        self.shared.leave(notes);
        gauge!("countersign_queue_notes").set(f64::from(
            u32::try_from(self.shared.queued()).unwrap_or(u32::MAX),
        ));
        for (reply, outcomes) in open.replies.into_iter().zip(open.outcomes) {
            // A submitter that went away asks again and hears the same.
            _ = reply.send(outcomes);
        }
    }

    fn drop_group(&mut self, error: &StoreError) {
        self.working.forget();
        self.met.clear();
        counter!("countersign_commits_failed_total").increment(1);
        tracing::error!(error = %error, "commit failed, nothing was written");
        if matches!(error, StoreError::Deposed) {
            self.shared.stop();
        }
    }

    /// Judges a group, commits it, and says what became of each note. Of a group that is to stand
    /// `whole` nothing is committed where one note is out.
    async fn commit_group(
        &mut self,
        notes: Vec<Checked>,
        whole: bool,
    ) -> Result<Vec<Outcome>, StoreError> {
        let started = Instant::now();
        let first_is_tick = notes
            .first()
            .and_then(note_of)
            .is_some_and(|note| note.kind() == Kind::Tick);
        let tick = if first_is_tick {
            None
        } else {
            self.tick().await?
        };
        self.working
            .prepare(&self.store, notes.iter().filter_map(note_of).chain(&tick))
            .await?;
        let mut judged = Vec::with_capacity(notes.len() + 1);
        let ticks = usize::from(tick.is_some());
        judged.extend(tick.map(|note| self.judge(Checked::KeyUnknown(note.into()))));
        judged.extend(notes.into_iter().map(|note| self.judge(note)));
        let recorded_at = self.config.clock.now().0;
        if whole && judged[ticks..].iter().any(Judged::is_out) {
            // What was judged so far is in memory alone: there it goes again.
            self.working.forget();
            self.met.clear();
            let outcomes = self.outcomes(&judged[ticks..], recorded_at).await;
            return Ok(outcomes.into_iter().map(dropped).collect());
        }
        self.commit(&judged, recorded_at, started).await?;
        // Only now is every key that this group used durably enrolled.
        self.keys.remember(self.met.drain(..));
        if let Some(Judged::Refused(reason, _)) = judged[..ticks].first() {
            tracing::error!(code = reason.code(), "the ledger's own tick was refused");
        }
        Ok(self.outcomes(&judged[ticks..], recorded_at).await)
    }

    async fn commit(
        &self,
        judged: &[Judged],
        recorded_at: i64,
        started: Instant,
    ) -> Result<(), StoreError> {
        let admitted = judged.iter().filter_map(|judged| match judged {
            Judged::Admitted(verified, effects) => Some((verified.note(), effects.as_ref())),
            _ => None,
        });
        let group: Vec<_> = admitted.collect();
        if group.is_empty() {
            return Ok(());
        }
        let judged_in = started.elapsed();
        self.store.commit(&group, recorded_at).await?;
        if let Some((_, effects)) = group.last() {
            self.shared.committed.send_replace(effects.index + 1);
        }
        let entries = u32::try_from(group.len()).unwrap_or(u32::MAX);
        histogram!("countersign_group_entries").record(f64::from(entries));
        histogram!("countersign_judge_seconds").record(judged_in);
        histogram!("countersign_commit_seconds")
            .record(started.elapsed().saturating_sub(judged_in));
        counter!("countersign_entries_admitted_total").increment(u64::from(entries));
        Ok(())
    }

    async fn outcomes(&self, judged: &[Judged], recorded_at: i64) -> Vec<Outcome> {
        let mut outcomes = Vec::with_capacity(judged.len());
        for judged in judged {
            outcomes.push(match judged {
                Judged::Admitted(_, effects) => Ok(Answer {
                    identity: effects.identity,
                    index: effects.index,
                    recorded_at,
                    repeated: false,
                }),
                Judged::Repeated(identity, index) => self.first(*identity, *index).await,
                Judged::KeyReserved(witness) => Err(SubmitError::KeyReserved {
                    witness: witness.clone(),
                }),
                Judged::Refused(reason, size) => {
                    let code = reason.code();
                    counter!("countersign_entries_refused_total", "code" => code).increment(1);
                    Err(SubmitError::Refused {
                        reason: reason.clone(),
                        size: *size,
                    })
                }
            });
        }
        outcomes
    }

    /// The answer to a repeat: the first index. It is durable, since its group is committed.
    async fn first(&self, identity: Identity, index: u64) -> Outcome {
        match self.store.note(index).await {
            Ok(Some(note)) => Ok(Answer {
                identity,
                index,
                recorded_at: note.recorded_at,
                repeated: true,
            }),
            Ok(None) => Err(SubmitError::Failed(
                "the first entry can't be read".to_owned(),
            )),
            Err(error) => Err(SubmitError::Failed(error.to_string())),
        }
    }

    fn judge(&mut self, note: Checked) -> Judged {
        let checked = match note {
            Checked::Verified(verified) => Ok(verified),
            Checked::KeyUnknown(note) => self
                .unless_repeated(&note)
                .and_then(|()| self.verify_late(*note)),
            Checked::Doubtful(note, error) => self
                .unless_repeated(&note)
                .and_then(|()| Err(self.refused(error))),
            Checked::Refused(reason) => Err(self.refused(reason)),
        };
        let verified = match checked {
            Ok(verified) => verified,
            Err(judged) => return judged,
        };
        if let Some(witness) = self.shared.reserved(verified.note().entry()) {
            return match self.unless_repeated(verified.note()) {
                Ok(()) => Judged::KeyReserved(witness),
                Err(repeated) => repeated,
            };
        }
        match self.working.admit(&verified) {
            Ok(effects) => Judged::Admitted(verified, effects.into()),
            Err(Refusal::AlreadyAdmitted { index }) => {
                Judged::Repeated(verified.note().identity(), index)
            }
            Err(refusal) => self.refused(refusal),
        }
    }

    /// A refusal at the ledger's size of this moment, the group's earlier entries counted.
    fn refused(&self, reason: impl Into<Refused>) -> Judged {
        let head = self.working.facts().head.as_ref();
        Judged::Refused(reason.into(), head.map_or(0, |head| head.next_index))
    }

    /// A repeat is answered before any signature is asked for: its text stands.
    fn unless_repeated(&self, note: &Note) -> Result<(), Judged> {
        let identity = note.identity();
        match self.working.facts().admitted_at(note.entry(), &identity) {
            Some(index) => Err(Judged::Repeated(identity, index)),
            None => Ok(()),
        }
    }

    /// Checks a note whose keys weren't known to the pool: an entry just before it may have
    /// enrolled them. The pool will know them from the next note on.
    fn verify_late(&mut self, note: Note) -> Result<Box<Verified>, Judged> {
        let keys = &self.working.facts().keys;
        let enrolled = |name: &MemberName, id| keys.get(&(name.clone(), id));
        let known = |name: &MemberName, id| {
            VerifyingKey::from_bytes(enrolled(name, id)?.public.bytes()).ok()
        };
        let verified = note.verify(known).map_err(|error| self.refused(error))?;
        let lines = verified.note().lines().iter();
        let met = lines
            .filter_map(|line| enrolled(&line.name, line.id))
            .cloned();
        self.met.extend(met);
        Ok(Box::new(verified))
    }

    /// The tick that is due before the next group.
    async fn tick(&mut self) -> Result<Option<Note>, StoreError> {
        let Some(key) = &self.config.tick_key else {
            return Ok(None);
        };
        self.working
            .prepare(&self.store, std::iter::empty())
            .await?;
        let Some(head) = &self.working.facts().head else {
            return Ok(None);
        };
        Ok(due_tick(
            head,
            key,
            self.config.clock.as_ref(),
            self.config.randomness.as_ref(),
        ))
    }

    /// Nobody submits: a due day may pass all the same, and others must see that this writer lives.
    async fn look_up(&mut self) {
        let done = async {
            self.store.renew().await?;
            let now = self.config.clock.now();
            let ticks = self.config.tick_key.is_some() && self.config.ticks_alone;
            let due = ticks && self.store.next_due().await?.is_some_and(|due| due <= now);
            if due {
                self.commit_group(Vec::new(), false).await?;
            }
            Ok(())
        };
        if let Err(error) = done.await {
            self.drop_group(&error);
        }
    }
}

/// What became of a note whose group was dropped: only what stood before stands.
fn dropped(outcome: Outcome) -> Outcome {
    outcome.and_then(|answer| {
        if answer.repeated {
            return Ok(answer);
        }
        Err(SubmitError::Failed(
            "another note of the same submission is refused".to_owned(),
        ))
    })
}

fn note_of(checked: &Checked) -> Option<&Note> {
    match checked {
        Checked::Verified(verified) => Some(verified.note()),
        Checked::KeyUnknown(note) | Checked::Doubtful(note, _) => Some(note),
        Checked::Refused(_) => None,
    }
}

/// Takes what waits behind the first unit, up to a group.
fn gather(first: Unit, units: &flume::Receiver<Unit>, notes_max: usize) -> Vec<Unit> {
    let mut notes = first.notes.len();
    let mut gathered = vec![first];
    while notes < notes_max {
        let Ok(unit) = units.try_recv() else { break };
        notes += unit.notes.len();
        gathered.push(unit);
    }
    gathered
}

/// The next notes that are committed together. A tick begins a group of its own: what falls due is
/// loaded as of the group's start.
fn next_group(waiting: &mut VecDeque<Waiting>, notes_max: usize) -> Vec<Waiting> {
    let is_tick =
        |waiting: &Waiting| note_of(&waiting.note).is_some_and(|note| note.kind() == Kind::Tick);
    let mut group: Vec<Waiting> = waiting.pop_front().into_iter().collect();
    while group.len() < notes_max && waiting.front().is_some_and(|next| !is_tick(next)) {
        group.extend(waiting.pop_front());
    }
    group
}
