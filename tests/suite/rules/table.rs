//! Tables: text, an event a line with the outcome that it must have.
//!
//! ```text
//! worlds model ledger
//! appropriate  A1 ministry 1000                        => ok
//! transfer     T1 ministry office 600 from A1          => ok
//! receipt      R1 office T1 500 final                  => ok  receipt-short 100
//! show         T1                                      => sent 600 received 500 missing 100
//! transfer     T2 ministry office 500 from A1          => beyond-node
//! ```
//!
//! The first line says in which worlds the table runs: in the model, in the ledger, or in both. A line is
//! `<kind> <label> <who> <more words> [<option> <value>]... [<flag>]... => <outcome>`: the label names the entry in
//! later lines, `T1/1` is its second leg, `from A1:400,T1/1:200` draws on two nodes (without an amount, on one). The
//! outcome is `ok`, with the findings that the entry opens or changes, or a refusal's code. `show` lists every term
//! that isn't zero; `findings` lists every open finding. After each line the world checks its own identities.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Options, each followed by a value.
const OPTIONS: [&str; 36] = [
    "account",
    "basis",
    "closed-through",
    "covers",
    "currency",
    "drop-account",
    "due",
    "ends",
    "exponent",
    "from",
    "function",
    "grace-days",
    "hop-days",
    "house",
    "idle-days",
    "in",
    "into",
    "ledger",
    "occurred",
    "paid-through",
    "parent",
    "payees",
    "proposal",
    "ref",
    "region",
    "replaces",
    "roles",
    "signed",
    "since",
    "starts",
    "threshold",
    "tier",
    "time",
    "title",
    "tolerance",
    "withdraw",
];
/// Flags, which stand alone.
const FLAGS: [&str; 4] = ["final", "late", "retry", "voting"];

/// What a line says happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) kind: String,
    pub(crate) label: String,
    pub(crate) words: Vec<String>,
    pub(crate) options: BTreeMap<String, String>,
    pub(crate) flags: Vec<String>,
}

/// What a world makes of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// With the findings that it opens, changes (code and money at risk) or closes, where this world has findings.
    Admitted(Option<Vec<String>>),
    /// With the code of the refusal.
    Refused(String),
}

/// Something that tables run against.
pub(crate) trait World {
    /// Submits an event.
    fn enter(&mut self, event: &Event) -> Outcome;

    /// The terms of a step, a node or a programme, by their names.
    fn show(&self, subject: &str) -> Vec<(String, i128)>;

    /// Every open finding: code, label of what it is about, money at risk. None where this world has no findings.
    fn findings(&self) -> Option<Vec<(String, String, i128)>>;

    /// Recomputes the identities.
    fn check(&self) -> Result<(), String>;
}

impl Event {
    /// The word at a place behind the label.
    pub(crate) fn word(&self, at: usize) -> &str {
        let word = self.words.get(at).map(String::as_str);
        word.unwrap_or_else(|| panic!("{} {}: word {at} is missing", self.kind, self.label))
    }

    /// The amount at a place behind the label.
    pub(crate) fn amount(&self, at: usize) -> i128 {
        number(self.word(at))
    }

    /// An option's value.
    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.options.get(name).map(String::as_str)
    }

    /// Whether a flag stands there.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.flags.iter().any(|flag| flag == name)
    }

    /// The sources: each a node's label, its leg, and how much; `whole` where a single one names no amount.
    pub(crate) fn sources(&self, whole: i128) -> Vec<(String, u8, i128)> {
        let from = self
            .option("from")
            .unwrap_or_else(|| panic!("{} {}: from what?", self.kind, self.label));
        let source = |text: &str| {
            let (node, amount) = text.split_once(':').unwrap_or((text, ""));
            let (label, leg) = node_label(node);
            (
                label,
                leg,
                if amount.is_empty() {
                    whole
                } else {
                    number(amount)
                },
            )
        };
        from.split(',').map(source).collect()
    }

    /// Reads a line without its outcome.
    pub(crate) fn parse(text: &str) -> Self {
        let mut words = text.split_whitespace().map(str::to_owned);
        let kind = words.next().unwrap_or_default();
        let mut event = Event {
            kind,
            label: String::new(),
            words: Vec::new(),
            options: BTreeMap::new(),
            flags: Vec::new(),
        };
        event.label = words.next().unwrap_or_default();
        while let Some(word) = words.next() {
            if OPTIONS.contains(&word.as_str()) {
                let value = words
                    .next()
                    .unwrap_or_else(|| panic!("`{word}` has no value in: {text}"));
                event.options.insert(word, value);
            } else if FLAGS.contains(&word.as_str()) {
                event.flags.push(word);
            } else {
                event.words.push(word);
            }
        }
        event
    }
}

/// The label and the leg of a node such as `T1` or `T1/1`.
pub(crate) fn node_label(text: &str) -> (String, u8) {
    let (label, leg) = text.split_once('/').unwrap_or((text, "0"));
    (
        label.to_owned(),
        leg.parse()
            .unwrap_or_else(|_| panic!("`{text}` is no node")),
    )
}

fn number(text: &str) -> i128 {
    text.replace('_', "")
        .parse()
        .unwrap_or_else(|_| panic!("`{text}` is no amount"))
}

/// A line of a table.
struct Line {
    number: usize,
    text: String,
    event: Event,
    expected: String,
}

/// A table that was read.
pub(crate) struct Table {
    name: String,
    worlds: Vec<String>,
    lines: Vec<Line>,
}

impl Table {
    /// Every table beside this file, by name.
    pub(crate) fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/rules/tables");
        let entries = std::fs::read_dir(&folder).expect("the tables lie beside the tests");
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.expect("a file of the folder").path())
            .collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(path).expect("a table is UTF-8 text");
        Self::parse(name, &text)
    }

    fn parse(name: String, text: &str) -> Self {
        let mut worlds = Vec::new();
        let mut lines = Vec::new();
        for (number, text) in (1..).zip(text.lines()) {
            let text = text.split('#').next().unwrap_or_default().trim();
            if let Some(named) = text.strip_prefix("worlds ") {
                worlds = named.split_whitespace().map(str::to_owned).collect();
            } else if !text.is_empty() {
                let (said, expected) = text
                    .split_once("=>")
                    .unwrap_or_else(|| panic!("{name}:{number}: no outcome in: {text}"));
                let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
                lines.push(Line {
                    number,
                    text: text.to_owned(),
                    event: Event::parse(said),
                    expected,
                });
            }
        }
        assert!(
            !worlds.is_empty() && !lines.is_empty(),
            "{name}: a table names its worlds and has lines"
        );
        Self {
            name,
            worlds,
            lines,
        }
    }

    /// Whether the table runs in this world.
    pub(crate) fn runs_in(&self, world: &str) -> bool {
        self.worlds.iter().any(|name| name == world)
    }

    /// Whether a line of the table has this code in its outcome.
    pub(crate) fn tells(&self, code: &str) -> bool {
        self.lines
            .iter()
            .any(|line| line.expected.split(' ').any(|word| word == code))
    }

    /// The kinds of events in the table.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| line.event.kind.as_str())
    }

    /// Runs every line and gives what went otherwise than it says.
    pub(crate) fn run(&self, world: &mut dyn World) -> Vec<String> {
        let mut wrong = Vec::new();
        for line in &self.lines {
            if let Err(found) = line.run(world) {
                wrong.push(format!(
                    "{}:{}: {}\n    but: {found}",
                    self.name, line.number, line.text
                ));
            }
            if let Err(found) = world.check() {
                wrong.push(format!(
                    "{}:{}: {}\n    after it: {found}",
                    self.name, line.number, line.text
                ));
            }
        }
        wrong
    }
}

impl Line {
    fn run(&self, world: &mut dyn World) -> Result<(), String> {
        let found = match self.event.kind.as_str() {
            "show" => Some(shown(world.show(&self.event.label))),
            "findings" => world.findings().map(listed),
            _ => Some(self.entered(world)),
        };
        match found {
            Some(found) if found != self.expected => Err(found),
            _ => Ok(()),
        }
    }

    /// What became of an event, as the table would say it.
    fn entered(&self, world: &mut dyn World) -> String {
        match world.enter(&self.event) {
            Outcome::Refused(code) => code,
            // A world without findings says no more than that it admits.
            Outcome::Admitted(None) if self.expected.starts_with("ok") => self.expected.clone(),
            Outcome::Admitted(findings) => {
                let told: Vec<String> = std::iter::once("ok".to_owned())
                    .chain(findings.unwrap_or_default())
                    .collect();
                told.join(" ")
            }
        }
    }
}

fn shown(terms: Vec<(String, i128)>) -> String {
    let told: Vec<String> = terms
        .into_iter()
        .filter(|(_, amount)| *amount != 0)
        .map(|(term, amount)| format!("{term} {amount}"))
        .collect();
    if told.is_empty() {
        "nothing".to_owned()
    } else {
        told.join(" ")
    }
}

fn listed(findings: Vec<(String, String, i128)>) -> String {
    let told: Vec<String> = findings
        .into_iter()
        .map(|(code, subject, amount)| format!("{code} {subject} {amount}"))
        .collect();
    if told.is_empty() {
        "none".to_owned()
    } else {
        told.join(" ")
    }
}

#[test]
fn a_wrong_outcome_is_told() {
    struct Yes;
    impl World for Yes {
        fn enter(&mut self, _: &Event) -> Outcome {
            Outcome::Admitted(Some(vec!["receipt-short 100".to_owned()]))
        }
        fn show(&self, _: &str) -> Vec<(String, i128)> {
            vec![("sent".to_owned(), 5), ("missing".to_owned(), 0)]
        }
        fn findings(&self) -> Option<Vec<(String, String, i128)>> {
            Some(Vec::new())
        }
        fn check(&self) -> Result<(), String> {
            Ok(())
        }
    }
    let right = "worlds model\nreceipt R a T1 5 => ok receipt-short 100\nshow T1 => sent 5\nfindings => none";
    assert_eq!(
        Table::parse("right".to_owned(), right).run(&mut Yes),
        Vec::<String>::new()
    );
    let wrong = "worlds model\nreceipt R a T1 5 => ok\nreceipt R a T1 5 => beyond-node\nshow T1 => sent 4\n\
                 findings => receipt-short T1 100";
    assert_eq!(
        Table::parse("wrong".to_owned(), wrong).run(&mut Yes).len(),
        4
    );
}
