//! What a reader's own machine makes of a programme's total. The browser runs the same code.

use super::{checkpoint, with_entries};
use app::islands::total::{Figure, Line, Replay, State, Term, Word, Writing, meaning};
use ledger::Month;
use ledger::log::{Checkpoint, TILE_WIDTH, TilePath, leaf_hash, parse_bundle};
use server::store::read::{ALL_MONTHS, ScopeKind};
use tests::app::TestApp;

/// More than a bundle holds.
const ENTRIES: u64 = 300;

/// A ledger, its published entries, and the figures that its page shows.
struct Ground {
    app: TestApp,
    programme: String,
    checkpoint: Checkpoint,
    entries: Vec<Vec<u8>>,
    figures: Vec<Figure>,
}

impl Ground {
    async fn new() -> Self {
        let app = with_entries(ENTRIES).await;
        let checkpoint = checkpoint(&app).await;
        let mut entries = Vec::new();
        for first in (0..checkpoint.size).step_by(usize::from(TILE_WIDTH)) {
            let path = TilePath::of_entry(first, checkpoint.size).expect("it is in the tree");
            let served = app.get(&format!("/log/{path}")).await;
            let bundle = parse_bundle(&served.body, path.width()).expect("a bundle");
            entries.extend(bundle.into_iter().map(<[u8]>::to_vec));
        }
        let programme = programme(&entries);
        let figures = figures(&app, &programme).await;
        Self {
            app,
            programme,
            checkpoint,
            entries,
            figures,
        }
    }

    /// What is told of these entries and figures.
    fn told(&self, entries: &[Vec<u8>], figures: &[Figure]) -> Vec<Line> {
        let programme = self.programme.parse().expect("a name");
        let mut replay = Replay::new(programme, self.checkpoint.size);
        entries.iter().for_each(|entry| replay.take(entry));
        replay.told(&self.checkpoint, figures, &Writing::default())
    }

    /// The same with an entry changed.
    fn changed(&self, at: usize, change: impl Fn(&str) -> String) -> Vec<Line> {
        let mut entries = self.entries.clone();
        let text = String::from_utf8(entries[at].clone()).expect("text");
        entries[at] = change(&text).into_bytes();
        assert_ne!(
            entries[at], self.entries[at],
            "the change changes something"
        );
        self.told(&entries, &self.figures)
    }
}

/// The programme that the entries are about.
fn programme(entries: &[Vec<u8>]) -> String {
    let texts = entries.iter().map(|entry| String::from_utf8_lossy(entry));
    let mut named = texts.filter_map(|text| {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("programme "));
        line.map(str::to_owned)
    });
    named.next().expect("an entry about money")
}

/// The store's figures of a programme: every term of it, and of its months.
async fn figures(app: &TestApp, programme: &str) -> Vec<Figure> {
    let store = &app.house.store;
    let window = server::store::read::Window::first(100);
    let scope = ScopeKind::Programme;
    let whole = store.tally(programme, scope, "", ALL_MONTHS).await;
    let months = store.months(programme, scope, "", ALL_MONTHS, window).await;
    let rows = whole.expect("a store").into_iter();
    let rows = rows.chain(months.expect("a store"));
    let figures = rows.flat_map(|row| {
        Term::ALL.map(|(term, word)| Figure {
            month: Month::from_number(row.month),
            term,
            minor: term.of(&row.terms),
            label: word.to_owned(),
        })
    });
    figures.collect()
}

fn words(lines: &[Line], state: State) -> Vec<Word> {
    let own = lines.iter().filter(|line| line.state == state);
    own.map(|line| line.word).collect()
}

/// The value of a placeholder in the line of this message.
fn value(lines: &[Line], word: Word, name: &str) -> String {
    let line = lines.iter().find(|line| line.word == word);
    let values = line.map(|line| line.values.clone()).unwrap_or_default();
    let found = values.into_iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| value).unwrap_or_default()
}

#[tokio::test]
async fn a_true_ledger_gives_the_figures_of_the_store() {
    let ground = Ground::new().await;
    assert!(ground.figures.iter().any(|figure| figure.minor != 0));
    let lines = ground.told(&ground.entries, &ground.figures);
    let held = [Word::Root, Word::Entries, Word::Money, Word::Same];
    assert_eq!(words(&lines, State::Holds), held);
    assert_eq!(lines.len(), held.len());
    ground.app.stop().await;
}

#[tokio::test]
async fn a_wrong_figure_is_named_with_both_sums() {
    let ground = Ground::new().await;
    let mut figures = ground.figures.clone();
    let wrong = figures.iter_mut().find(|figure| figure.minor > 0);
    let wrong = wrong.expect("some money");
    wrong.minor += 1;
    let (label, page) = (wrong.label.clone(), wrong.minor);
    let lines = ground.told(&ground.entries, &figures);
    assert_eq!(words(&lines, State::Fails), [Word::Differs]);
    assert_eq!(value(&lines, Word::Differs, "figure"), label);
    assert_eq!(value(&lines, Word::Differs, "page"), page.to_string());
    let entries = (page - 1).to_string();
    assert_eq!(value(&lines, Word::Differs, "entries"), entries);
    ground.app.stop().await;
}

#[tokio::test]
async fn a_changed_entry_is_named() {
    let ground = Ground::new().await;
    let last = ground.entries.len() - 1;
    let lines = ground.changed(last, |text| text.replace("\namount ", "\namount 9"));
    let both = [Word::RootBad, Word::EntryBad];
    assert_eq!(words(&lines, State::Fails), both);
    assert_eq!(words(&lines, State::Open), [Word::NotCompared]);
    assert_eq!(value(&lines, Word::EntryBad, "index"), last.to_string());
    assert_eq!(value(&lines, Word::EntryBad, "why"), "signature-invalid");
    let lines = ground.changed(last, |_| "nothing of the kind".to_owned());
    let unread = [Word::RootBad, Word::EntryUnreadable];
    assert_eq!(words(&lines, State::Fails), unread);
    assert_eq!(
        value(&lines, Word::EntryUnreadable, "index"),
        last.to_string()
    );
    // Signed by another member than the one that it speaks for.
    let lines = ground.changed(last, |text| text.replace("\u{2014} ", "\u{2014} x"));
    assert_eq!(words(&lines, State::Fails), both);
    ground.app.stop().await;
}

#[tokio::test]
async fn a_log_that_is_cut_off_moved_or_repeated_is_named() {
    let ground = Ground::new().await;
    let last = ground.entries.len() - 1;
    let short = ground.told(&ground.entries[..last], &ground.figures);
    assert!(words(&short, State::Fails).contains(&Word::RootBad));
    assert!(!words(&short, State::Holds).contains(&Word::Same));
    let mut moved = ground.entries.clone();
    moved.swap(last, last - 1);
    let moved = ground.told(&moved, &ground.figures);
    assert_eq!(words(&moved, State::Fails), [Word::RootBad]);
    let mut twice = ground.entries.clone();
    twice[last] = twice[last - 1].clone();
    let twice = ground.told(&twice, &ground.figures);
    assert_eq!(words(&twice, State::Fails), [Word::RootBad, Word::EntryBad]);
    assert_eq!(value(&twice, Word::EntryBad, "why"), "already-admitted");
    ground.app.stop().await;
}

#[tokio::test]
async fn what_comes_after_the_page_is_hashed_and_not_added_up() {
    let ground = Ground::new().await;
    let (mut entries, mut checkpoint) = (ground.entries.clone(), ground.checkpoint.clone());
    entries.push(b"whatever is published next".to_vec());
    let mut edge = ledger::log::Edge::new();
    entries
        .iter()
        .for_each(|entry| edge.append(leaf_hash(entry)));
    (checkpoint.size, checkpoint.root) = (edge.size(), edge.root());
    let programme = ground.programme.parse().expect("a name");
    let mut replay = Replay::new(programme, ground.checkpoint.size);
    entries.iter().for_each(|entry| replay.take(entry));
    let lines = replay.told(&checkpoint, &ground.figures, &Writing::default());
    assert_eq!(words(&lines, State::Fails), []);
    ground.app.stop().await;
}

#[test]
fn every_fault_is_one_of_the_ledgers_own() {
    let known = [
        "signature-invalid",
        "key-unknown",
        "already-admitted",
        "beyond-node",
        "beyond-open",
    ];
    for code in known {
        assert!(meaning(code).is_some(), "{code}");
    }
    assert_eq!(meaning("no-such-code"), None);
    let books = include_str!("../../../app/src/islands/total/books.rs");
    let quoted = books.split('"').skip(1).step_by(2);
    for code in quoted {
        let own = ledger::Refusal::CODES.contains(&code);
        assert!(own, "{code} is none of the ledger's refusals");
    }
}
