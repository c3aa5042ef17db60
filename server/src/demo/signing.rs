//! Signing: the plan's entries become notes, a chunk at a time on all processors.

use super::cast::Cast;
use super::script::Draft;
use ledger::Note;
use std::num::NonZero;
use std::thread;

/// Notes that are signed ahead: enough to keep the processors busy, and a few megabytes.
const CHUNK: usize = 1024;

/// The plan's notes in their order.
pub struct Notes<'p> {
    cast: &'p Cast,
    rest: &'p [Draft],
    signed: std::vec::IntoIter<Note>,
    threads: usize,
}

impl<'p> Notes<'p> {
    pub(super) fn new(cast: &'p Cast, drafts: &'p [Draft]) -> Self {
        Self {
            cast,
            rest: drafts,
            signed: Vec::new().into_iter(),
            threads: thread::available_parallelism().map_or(1, NonZero::get),
        }
    }
}

impl Iterator for Notes<'_> {
    type Item = Note;

    fn next(&mut self) -> Option<Note> {
        if let Some(note) = self.signed.next() {
            return Some(note);
        }
        let (chunk, rest) = self.rest.split_at(self.rest.len().min(CHUNK));
        self.rest = rest;
        self.signed = sign(self.cast, chunk, self.threads).into_iter();
        self.signed.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.signed.len() + self.rest.len();
        (left, Some(left))
    }
}

impl ExactSizeIterator for Notes<'_> {}

/// Signs drafts on several threads, in their order.
fn sign(cast: &Cast, drafts: &[Draft], threads: usize) -> Vec<Note> {
    let share = drafts.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts = drafts.chunks(share).map(|part| {
            scope.spawn(move || {
                part.iter()
                    .map(|draft| note(cast, draft))
                    .collect::<Vec<_>>()
            })
        });
        let parts: Vec<_> = parts.collect();
        let signed = parts.into_iter().map(thread::ScopedJoinHandle::join);
        signed
            .flat_map(|part| part.expect("signing what was drafted can't fail"))
            .collect()
    })
}

fn note(cast: &Cast, draft: &Draft) -> Note {
    let signers = draft.signers.iter().map(|(place, person)| {
        let actor = &cast.actors[*place];
        (&actor.name, &actor.people[*person].key)
    });
    let signers: Vec<_> = signers.collect();
    Note::sign(&draft.entry, &signers).expect("a draft keeps the format's limits")
}
