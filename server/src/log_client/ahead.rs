//! Fetching ahead: bundles come while the ones before them are checked.

use super::{FetchError, Source};
use ledger::log::TilePath;
use std::collections::VecDeque;
use std::sync::Arc;

/// Requests under way at once, and bundles that wait in memory: a line of 100 ms then carries 40
/// bundles, 10,000 entries, a second, and they take at most 67 MB.
const AHEAD_MAX: usize = 4;

type Fetched = Result<Vec<u8>, FetchError>;

/// Files in a row, fetched by threads of their own; they end with it.
#[derive(Debug)]
pub(super) struct Ahead<P> {
    paths: P,
    jobs: flume::Sender<(TilePath, flume::Sender<Fetched>)>,
    waiting: VecDeque<(TilePath, flume::Receiver<Fetched>)>,
}

impl<P: Iterator<Item = TilePath>> Ahead<P> {
    /// Fetches these in their order.
    pub(super) fn new(source: &Arc<Source>, paths: P) -> Self {
        let (jobs, taken) = flume::unbounded::<(TilePath, flume::Sender<Fetched>)>();
        for _ in 0..AHEAD_MAX {
            let (source, taken) = (Arc::clone(source), taken.clone());
            std::thread::spawn(move || {
                for (path, answer) in &taken {
                    // Whoever asked may have gone.
                    _ = answer.send(source.tile(path));
                }
            });
        }
        Self {
            paths,
            jobs,
            waiting: VecDeque::with_capacity(AHEAD_MAX),
        }
    }
}

impl<P: Iterator<Item = TilePath>> Iterator for Ahead<P> {
    type Item = (TilePath, Fetched);

    fn next(&mut self) -> Option<Self::Item> {
        while self.waiting.len() < AHEAD_MAX
            && let Some(path) = self.paths.next()
        {
            let (answer, answered) = flume::bounded(1);
            _ = self.jobs.send((path, answer));
            self.waiting.push_back((path, answered));
        }
        let (path, answered) = self.waiting.pop_front()?;
        let fetched = answered.recv().unwrap_or_else(|_| {
            Err(FetchError::File {
                place: path.to_string(),
                reason: "the thread that fetches it ended early".to_owned(),
            })
        });
        Some((path, fetched))
    }
}
