//! Answers to the reader: fetches the log, lets the browser breathe, writes what was found.

use ledger::field::{Field, ProgrammeName};
use ledger::log::{SignedCheckpoint, TILE_WIDTH, TileKind, TilePath, parse_bundle, tile_width};
use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::{
    ENTRIES_MAX, FORM, Figure, Line, PROGRESS, RESULT, Replay, SAID, START, State, TRUST,
    UNSTARTED, Word, Words, Writing, cell, meaning,
};
use crate::islands::dom::{Dom, Outcomes, asked, breathe, fetch, now, put, received, tenths};
use crate::islands::told::line;
use crate::islands::trust::{self, Saying};
use crate::islands::why::{Reasons, Why};

/// Milliseconds of work after which the browser may draw and a press of the button counts: what a
/// hand takes for at once.
const SLICE_MS: f64 = 50.0;

/// Bundles that are on their way while one is read.
const AHEAD: usize = 4;

/// How often the words say how far it is: a voice reads each of them out.
const TIMES_SAID: u64 = 10;

/// How often the checkpoint is asked for where it is behind the page, a while apart: entries are
/// published within moments.
const ASKED_TIMES: u32 = 4;
const ASKED_AGAIN_MS: i32 = 1_500;

const OUTCOMES: Outcomes<Word> = Outcomes {
    holds: Word::Holds,
    fails: Word::Fails,
    open: Word::Open,
};

const SAYING: Saying<Word> = Saying {
    log: Word::Log,
    log_bad: Word::LogBad,
    witness: Word::Witness,
    quorum: Word::Quorum,
    quorum_none: Word::QuorumNone,
    quorum_bad: Word::QuorumBad,
};

/// The form, and what the page says.
struct Desk {
    words: Words,
    reasons: Reasons,
    dom: Dom,
    programme: ProgrammeName,
    /// How many entries the page was made of.
    entries: u64,
    figures: Vec<Figure>,
    writing: Writing,
    /// Which press of the button the work is for; odd while it goes on.
    turn: Cell<u32>,
}

/// The reader stopped the check.
struct Stopped;

/// Shows the form and listens to it.
pub fn start() {
    let Some(dom) = Dom::here() else { return };
    let told = |name| dom.attribute(FORM, name);
    let Ok(programme) = ProgrammeName::parse(&told("data-programme")) else {
        return;
    };
    let desk = Rc::new(Desk {
        words: Words::from_text(&told("data-words")),
        reasons: dom.reasons(FORM),
        programme,
        entries: told("data-entries").parse().unwrap_or_default(),
        figures: Figure::from_text(&told("data-figures")),
        writing: Writing::from_text(&told("data-writing")),
        turn: Cell::new(0),
        dom,
    });
    let pressed = Rc::clone(&desk);
    desk.dom.listen(START, "click", move |_| press(&pressed));
    desk.dom.show(UNSTARTED, false);
    desk.dom.show(FORM, true);
}

/// Starts the check, or stops it.
fn press(desk: &Rc<Desk>) {
    let turn = desk.turn.get() + 1;
    desk.turn.set(turn);
    if turn % 2 == 0 {
        return;
    }
    let desk = Rc::clone(desk);
    spawn_local(async move { desk.run(turn).await });
}

impl Desk {
    async fn run(&self, turn: u32) {
        self.dom.write(RESULT, &[]);
        self.cells(None);
        self.dom.say(START, &self.words.say(Word::Stop));
        self.dom.show(PROGRESS, true);
        self.advance(0, self.entries);
        let began = now();
        let mut bytes = 0;
        let mut lines = Vec::new();
        let checked = self.check(turn, &mut lines, &mut bytes).await;
        self.dom.show(PROGRESS, false);
        self.dom.say(START, &self.words.say(Word::Again));
        // A press that stopped the work has made the turn an even one already.
        if checked.is_ok() {
            self.turn.set(turn + 1);
            self.dom.say(SAID, "");
            self.tell(&lines, now() - began, bytes);
        }
    }

    /// Fetches and replays the log. What was found stands in `lines`, what was fetched in `bytes`.
    async fn check(
        &self,
        turn: u32,
        lines: &mut Vec<Line>,
        bytes: &mut usize,
    ) -> Result<(), Stopped> {
        let policy = match trust::policy(&self.dom.written_in(TRUST)) {
            Ok(policy) => policy,
            Err(why) => {
                lines.push(line(State::Fails, Word::TrustBad, Vec::new()).because(why));
                return Ok(());
            }
        };
        let checkpoint = match self.checkpoint().await {
            Ok(checkpoint) => checkpoint,
            Err(bad) => {
                lines.push(bad);
                return Ok(());
            }
        };
        lines.extend(trust::judge(&checkpoint, &policy, &SAYING));
        let size = checkpoint.checkpoint().size;
        lines.extend(self.too_small(size).or_else(|| self.too_large(size)));
        if lines.iter().any(|line| line.state != State::Holds) {
            return Ok(());
        }
        let mut replay = Replay::new(self.programme.clone(), self.entries);
        if let Err((first, why)) = self.stream(turn, size, &mut replay, bytes).await? {
            let first = vec![("first", self.writing.count(first))];
            lines.push(line(State::Fails, Word::BundleBad, first).because(why));
            return Ok(());
        }
        lines.extend(replay.told(checkpoint.checkpoint(), &self.figures, &self.writing));
        self.cells(Some(&replay));
        Ok(())
    }

    /// The log's last checkpoint, asked for again where it doesn't have the page's entries yet.
    async fn checkpoint(&self) -> Result<SignedCheckpoint, Line> {
        for turn in 1.. {
            let bytes = fetch("/log/checkpoint").await;
            let bad = |state, word, why: Why| line(state, word, Vec::new()).because(why);
            let bytes = bytes.map_err(|why| bad(State::Open, Word::Unreachable, why))?;
            let checkpoint = SignedCheckpoint::parse(&bytes)
                .map_err(|error| bad(State::Fails, Word::CheckpointBad, error.into()))?;
            if checkpoint.checkpoint().size >= self.entries || turn == ASKED_TIMES {
                return Ok(checkpoint);
            }
            breathe(ASKED_AGAIN_MS).await;
        }
        unreachable!("it is asked for so many times and no more")
    }

    fn too_small(&self, size: u64) -> Option<Line> {
        let values = vec![
            ("size", self.writing.count(size)),
            ("entries", self.writing.count(self.entries)),
        ];
        (size < self.entries).then(|| line(State::Fails, Word::Truncated, values))
    }

    fn too_large(&self, size: u64) -> Option<Line> {
        let values = vec![
            ("entries", self.writing.count(size)),
            ("max", self.writing.count(ENTRIES_MAX)),
        ];
        (size > ENTRIES_MAX).then(|| line(State::Open, Word::TooMany, values))
    }

    /// Reads every bundle up to a size. The inner error is the first entry of a bundle that isn't as it
    /// should be, and why.
    async fn stream(
        &self,
        turn: u32,
        size: u64,
        replay: &mut Replay,
        bytes: &mut usize,
    ) -> Result<Result<(), (u64, Why)>, Stopped> {
        let width = u64::from(TILE_WIDTH);
        let mut wanted = (0..size.div_ceil(width))
            .filter_map(|bundle| TilePath::entries(bundle, tile_width(0, bundle, size)));
        let mut coming = VecDeque::new();
        let mut since = now();
        loop {
            while let Some(path) = (coming.len() < AHEAD).then(|| wanted.next()).flatten() {
                coming.push_back((path, asked(&address(path))));
            }
            let Some((path, answer)) = coming.pop_front() else {
                return Ok(Ok(()));
            };
            let first = replay.size();
            let got = match answer {
                Ok(answer) => received(answer).await,
                Err(why) => Err(why),
            };
            let bundle = match got {
                Ok(bundle) => whole(path, bundle),
                // A partial bundle goes when the full one is there.
                Err(_) if path.is_partial() => fetch(&address(path.full()))
                    .await
                    .and_then(|bundle| whole(path, bundle)),
                Err(why) => Err(why),
            };
            let entries = match bundle {
                Ok(entries) => entries,
                Err(why) => return Ok(Err((first, why))),
            };
            *bytes += entries.iter().map(Vec::len).sum::<usize>();
            for entry in &entries {
                replay.take(entry);
                if now() - since > SLICE_MS {
                    self.advance(replay.size(), size);
                    breathe(0).await;
                    since = now();
                }
                if self.turn.get() != turn {
                    self.stopped(replay.size(), size);
                    return Err(Stopped);
                }
            }
            self.advance(replay.size(), size);
        }
    }

    /// Shows how far the check is; says so now and then.
    fn advance(&self, done: u64, all: u64) {
        let Some(progress) = self.dom.element(PROGRESS) else {
            return;
        };
        let before = progress
            .get_attribute("value")
            .and_then(|value| value.parse().ok());
        _ = progress.set_attribute("max", &all.max(1).to_string());
        _ = progress.set_attribute("value", &done.to_string());
        let tenth = |done: u64| done * TIMES_SAID / all.max(1);
        if done == 0 || before.is_none_or(|before| tenth(before) != tenth(done)) {
            self.dom.say(
                SAID,
                &self.words.fill(Word::Progress, &self.so_far(done, all)),
            );
        }
    }

    fn stopped(&self, done: u64, all: u64) {
        let said = self.words.fill(Word::Stopped, &self.so_far(done, all));
        self.dom.say(SAID, &said);
    }

    fn so_far(&self, done: u64, all: u64) -> [(&'static str, String); 2] {
        [
            ("done", self.writing.count(done)),
            ("all", self.writing.count(all)),
        ]
    }

    /// Writes what the entries give beside the page's figures.
    fn cells(&self, replay: Option<&Replay>) {
        for figure in self
            .figures
            .iter()
            .filter(|figure| figure.month.number() == 0)
        {
            let by_entries = replay.and_then(|replay| replay.figure(figure));
            let written =
                by_entries.map_or_else(|| "–".to_owned(), |minor| self.writing.amount(minor));
            let differs = by_entries.is_some_and(|minor| minor != figure.minor);
            let class = if differs { "tag red" } else { "" };
            self.dom.write(
                &cell(figure.term),
                &[self.dom.made("span", class, &written)],
            );
        }
    }

    /// What was found, in words.
    fn tell(&self, lines: &[Line], ms: f64, bytes: usize) {
        let lead = self.dom.made("p", "lead", "");
        put(
            &lead,
            &[self.dom.made("strong", "", &self.words.say(verdict(lines)))],
        );
        let list = self.dom.made("ul", "points", "");
        let items: Vec<Element> = lines.iter().map(|line| self.item(line)).collect();
        put(&list, &items);
        let took = [
            ("seconds", tenths(ms / 1_000.0)),
            ("bytes", tenths(bytes as f64 / 1_000_000.0)),
        ];
        let took = self
            .dom
            .made("p", "meta", &self.words.fill(Word::Took, &took));
        self.dom.write(RESULT, &[lead, list, took]);
    }

    /// A line of the result; the code of a fault becomes words where the page has them.
    fn item(&self, line: &Line) -> Element {
        let mut line = line.clone();
        if matches!(line.word, Word::EntryBad | Word::EntryUnreadable) {
            for (_, why) in line.values.iter_mut().filter(|(name, _)| *name == "why") {
                if let Some(word) = meaning(why) {
                    *why = self.words.say(word);
                }
            }
        }
        let said = line.said(&self.words, &self.reasons);
        self.dom.item(&self.words, &OUTCOMES, line.state, &said)
    }
}

/// The address of a bundle at this server.
fn address(path: TilePath) -> String {
    format!("/log/{path}")
}

/// The entries that a tree has of a bundle; a full one may stand in for a partial one.
fn whole(path: TilePath, bundle: Vec<u8>) -> Result<Vec<Vec<u8>>, Why> {
    debug_assert!(path.kind() == TileKind::Entries, "only bundles are fetched");
    let read = |width| parse_bundle(&bundle, width);
    let entries = read(path.width()).or_else(|error| read(TILE_WIDTH).map_err(|_| error));
    let own = entries?.into_iter().take(usize::from(path.width()));
    Ok(own.map(<[u8]>::to_vec).collect())
}

/// The whole in one sentence: what fails comes first, then what wasn't checked.
fn verdict(lines: &[Line]) -> Word {
    let found = |state| lines.iter().any(|line| line.state == state);
    if found(State::Fails) {
        Word::SomeFail
    } else if found(State::Open) {
        Word::SomeOpen
    } else {
        Word::AllHold
    }
}
