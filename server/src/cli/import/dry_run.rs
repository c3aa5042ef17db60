//! Judging rows before any of them is sent.
//!
//! Each group is judged against the ledger's rows with what the groups before it changed laid over
//! them. No row cites another, so only the nodes that are drawn on, the programme and the sums of a
//! day are kept: memory doesn't grow with the file but by one sum for each payee and day.

use crate::cli::Failure;
use crate::cli::desk::refusal_in_words;
use crate::cli::writing::Session;
use crate::store::Store;
use ed25519_dalek::VerifyingKey;
use ledger::field::Moment;
use ledger::{Effects, Facts, Note, admit, apply, reads};

/// Judges rows one group after the other.
pub(super) struct DryRun {
    kept: Facts,
    /// Ledger time as the sequencer will tick before it takes the rows.
    clock: Option<Moment>,
}

impl DryRun {
    pub(super) fn new(session: &Session) -> Self {
        Self {
            kept: Facts::default(),
            clock: session.clock_at_sending(),
        }
    }

    /// The rows that would be refused: line and reason.
    pub(super) async fn judge(
        &mut self,
        store: &Store,
        group: &[(u64, Note)],
    ) -> Result<Vec<(u64, String)>, Failure> {
        let wanted: Vec<_> = group.iter().flat_map(|(_, note)| reads(note)).collect();
        let mut facts = store.load(&wanted).await?;
        self.lay_over(&mut facts);
        let mut refused = Vec::new();
        for (line, note) in group {
            match judge_one(&facts, note) {
                Ok(effects) => {
                    apply(&mut facts, &effects);
                    self.keep(&effects, &facts);
                }
                Err(why) => refused.push((*line, why)),
            }
        }
        Ok(refused)
    }

    fn lay_over(&self, facts: &mut Facts) {
        facts
            .nodes
            .extend(self.kept.nodes.iter().map(|(at, node)| (*at, node.clone())));
        facts.day_sums.extend(
            self.kept
                .day_sums
                .iter()
                .map(|(key, sum)| (key.clone(), *sum)),
        );
        facts.programmes.extend(
            self.kept
                .programmes
                .iter()
                .map(|(name, row)| (name.clone(), row.clone())),
        );
        if let Some(head) = &self.kept.head {
            facts.head = Some(head.clone());
        }
        if let (Some(head), Some(clock)) = (&mut facts.head, self.clock) {
            head.clock = head.clock.max(clock);
        }
    }

    fn keep(&mut self, effects: &Effects, facts: &Facts) {
        self.kept.head.clone_from(&facts.head);
        self.kept
            .nodes
            .extend(effects.nodes.iter().map(|node| (node.at, node.clone())));
        self.kept.day_sums.extend(effects.day_sums.iter().cloned());
        let programmes = effects
            .programmes
            .iter()
            .map(|row| (row.name.clone(), row.as_ref().clone()));
        self.kept.programmes.extend(programmes);
    }
}

fn judge_one(facts: &Facts, note: &Note) -> Result<Effects, String> {
    let known = |name: &ledger::field::MemberName, id| {
        let key = facts.keys.get(&(name.clone(), id))?;
        VerifyingKey::from_bytes(key.public.bytes()).ok()
    };
    let verified = note
        .clone()
        .verify(known)
        .map_err(|error| refusal_in_words(error.code(), &error))?;
    admit(facts, &verified).map_err(|refusal| refusal_in_words(refusal.code(), &refusal))
}
