//! The ledger and the model side by side: random operations, written as signed notes, judged by both.
//!
//! After every operation both say the same code, and the same terms and findings of every node, step and programme that
//! it touched; at the end of an episode, of all of them. An episode is a fresh ledger with a seed of its own. A bounded share runs
//! in `cargo test`; `COUNTERSIGN_MODEL_OPERATIONS=1000000 cargo test --release -p tests machine` runs a million.
//!
//! A failure names its seed and the shortest table that still fails, so that it can be kept as one.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use ledger::Code;
use ledger::field::NodeCitation;

use super::cast::{self, PROGRAMMES, TODAY};
use super::driver::{Driver, programmes};
use super::ledger_check;
use super::ledger_world::LedgerWorld;
use super::lines;
use super::model::{Effect, Entry, Model, Node, Operation, Source};
use super::table::{Event, Outcome, World};

/// How many operations run where the environment doesn't say.
const OPERATIONS: u64 = 4_000;
/// Operations of one episode: enough for chains of several hops, few enough to check all rows at its end.
const EPISODE: u64 = 200;
/// The variable that says how many operations run.
const VARIABLE: &str = "COUNTERSIGN_MODEL_OPERATIONS";

/// What an episode entered.
type History = Vec<(Entry, Operation)>;

/// Where the two part ways: what the model says, and what the ledger.
struct Difference {
    line: String,
    expected: String,
    found: String,
}

impl Difference {
    /// The same two codes, or terms in both cases: leaving out operations changes the amounts.
    fn is_like(&self, other: &Self) -> bool {
        (&self.expected, &self.found) == (&other.expected, &other.found)
            || (self.found.contains('[') && other.found.contains('['))
    }
}

/// Both sides of an episode.
struct Pair {
    model: Model,
    ledger: LedgerWorld,
}

impl Pair {
    fn new() -> Self {
        let terms: Vec<_> = programmes(TODAY).collect();
        Pair {
            model: Model::new(terms.clone(), TODAY),
            ledger: LedgerWorld::new(&terms, false),
        }
    }

    /// Enters an operation on both sides, and says what both make of it.
    fn enter(
        &mut self,
        entry: Entry,
        operation: &Operation,
    ) -> Result<(String, &'static str), Difference> {
        let operation = self.as_written(operation);
        let line = lines::line(entry, &operation, &self.model);
        let found = match self.ledger.enter(&Event::parse(&line)) {
            Outcome::Admitted(_) => "ok".to_owned(),
            Outcome::Refused(code) => code,
        };
        let judged = self.model.enter(entry, &operation);
        let expected = judged
            .as_ref()
            .map_or_else(|refusal| refusal.code(), |_| "ok");
        if found != expected {
            return Err(Difference {
                line,
                expected: expected.to_owned(),
                found,
            });
        }
        match self.agree_on(&judged.unwrap_or_default()) {
            Ok(()) => Ok((line, expected)),
            Err(found) => Err(Difference {
                line,
                expected: expected.to_owned(),
                found,
            }),
        }
    }

    /// Sources stand in the order of their identities, which the model doesn't know.
    fn as_written(&self, operation: &Operation) -> Operation {
        let mut operation = operation.clone();
        if let Operation::Transfer { sources, .. }
        | Operation::Cover { sources, .. }
        | Operation::Return { sources, .. }
        | Operation::Expense { sources, .. }
        | Operation::Surrender { sources, .. }
        | Operation::CarryOver { sources, .. } = &mut operation
        {
            let order = |source: &Source| {
                (
                    self.ledger.identity(&label(source.node.entry)),
                    source.node.leg,
                )
            };
            sources.sort_by_key(order);
        }
        operation
    }

    /// Compares what an operation touched, and every programme's line.
    fn agree_on(&self, effects: &[Effect]) -> Result<(), String> {
        for effect in effects {
            match effect {
                Effect::Node(node, ..) | Effect::Carried(node) => self.agree_on_node(*node)?,
                Effect::Leg(step, ..) | Effect::Contested(step, _) | Effect::Settled(step) => {
                    self.agree_on_step(*step)?;
                }
                _ => {}
            }
        }
        for (programme, account) in &self.model.programmes {
            let name = cast::named(&PROGRAMMES, *programme);
            same(
                name,
                &cast::programme_terms(account),
                &ledger_check::programme_terms(self.ledger.line(name)),
            )?;
        }
        Ok(())
    }

    fn agree_on_node(&self, node: Node) -> Result<(), String> {
        let facts = self.ledger.facts();
        let leg = u8::try_from(node.leg).unwrap_or(u8::MAX);
        let citation = NodeCitation {
            entry: self.ledger.identity(&label(node.entry)),
            leg,
        };
        let found = facts
            .node_ref(&citation)
            .and_then(|at| facts.nodes.get(&at));
        let (terms, findings) = found
            .map(|node| {
                (
                    ledger_check::node_terms(node),
                    self.findings(node.at.index, Some(leg)),
                )
            })
            .unwrap_or_default();
        let (subject, holding) = (
            format!("{}/{leg}", label(node.entry)),
            &self.model.nodes[&node],
        );
        same(&subject, &cast::node_terms(holding), &terms)?;
        same(
            &format!("findings about {subject}"),
            &holding.findings(),
            &findings,
        )
    }

    fn agree_on_step(&self, entry: Entry) -> Result<(), String> {
        let found = self
            .ledger
            .facts()
            .step(&self.ledger.identity(&label(entry)));
        let step = &self.model.steps[&entry];
        let terms = found.map(ledger_check::step_terms).unwrap_or_default();
        same(&label(entry), &cast::step_terms(step), &terms)?;
        let legs: Vec<[i128; 7]> = found
            .map(|found| found.legs.iter().map(ledger_check::leg_terms).collect())
            .unwrap_or_default();
        let expected: Vec<_> = step.legs.iter().map(cast::leg_terms).collect();
        if expected != legs {
            return Err(format!(
                "{}: legs {expected:?}, the ledger {legs:?}",
                label(entry)
            ));
        }
        let findings = found
            .map(|step| self.findings(step.index, None))
            .unwrap_or_default();
        same(
            &format!("findings about {}", label(entry)),
            &step.findings(),
            &findings,
        )
    }

    /// The open findings about a step (without a leg) or a node.
    fn findings(&self, index: u64, leg: Option<u8>) -> Vec<(&'static str, i128)> {
        let facts = self.ledger.facts();
        let about = facts.findings.values().filter(|finding| {
            let of_node = finding.code == Code::IdleBalance;
            let fits = leg.map_or(!of_node, |leg| of_node && finding.leg == leg);
            finding.subject == index && fits && finding.open()
        });
        let mut found: Vec<_> = about
            .map(|finding| (finding.code.word(), finding.at_risk))
            .collect();
        found.sort_unstable();
        found
    }

    /// Compares every row, and recomputes the identities on both sides.
    fn agree_on_all(&self) -> Result<(), String> {
        self.model.check()?;
        self.ledger.check()?;
        self.model
            .nodes
            .keys()
            .try_for_each(|node| self.agree_on_node(*node))?;
        self.model
            .steps
            .keys()
            .try_for_each(|step| self.agree_on_step(*step))?;
        let facts = self.ledger.facts();
        let (nodes, steps) = (self.model.nodes.len(), self.model.steps.len());
        if (facts.nodes.len(), facts.steps.len()) == (nodes, steps) {
            return Ok(());
        }
        Err(format!(
            "{nodes} nodes and {steps} steps, the ledger {} and {}",
            facts.nodes.len(),
            facts.steps.len()
        ))
    }
}

fn label(entry: Entry) -> String {
    format!("e{entry}")
}

fn same(subject: &str, expected: &[(&str, i128)], found: &[(&str, i128)]) -> Result<(), String> {
    if expected == found {
        Ok(())
    } else {
        Err(format!("{subject}: {expected:?}, the ledger {found:?}"))
    }
}

/// Runs an episode, and counts what each operation came to.
fn episode(seed: u64, met: &mut BTreeMap<String, u64>) -> Result<(), (History, Difference)> {
    let mut driver = Driver::new(seed);
    let mut pair = Pair::new();
    let mut history = History::new();
    for entry in 1..=EPISODE {
        let operation = driver.next(&pair.model);
        history.push((entry, operation.clone()));
        match pair.enter(entry, &operation) {
            Ok((line, "ok")) => *met.entry(format!("{} ok", kind(&line))).or_default() += 1,
            Ok((_, code)) => *met.entry(code.to_owned()).or_default() += 1,
            Err(difference) => return Err((history, difference)),
        }
    }
    at_the_end(&pair).map_err(|difference| (history, difference))
}

fn kind(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}

fn at_the_end(pair: &Pair) -> Result<(), Difference> {
    let all = pair.agree_on_all();
    all.map_err(|found| Difference {
        line: "at the end".to_owned(),
        expected: "agreement".to_owned(),
        found,
    })
}

/// Enters a history on both sides; what was told as a table, up to where they part ways.
fn replay(history: &[(Entry, Operation)]) -> (String, Option<Difference>) {
    let mut pair = Pair::new();
    let mut table = "worlds model ledger\n".to_owned();
    for (entry, operation) in history {
        match pair.enter(*entry, operation) {
            Ok((line, outcome)) => {
                writeln!(table, "{line} => {outcome}").expect("a string takes it");
            }
            Err(difference) => return (table, Some(difference)),
        }
    }
    (table, at_the_end(&pair).err())
}

/// Leaves out whatever a failure doesn't need: halves first, single operations last.
fn shortest(mut history: History, difference: &Difference) -> History {
    let mut length = history.len();
    while length > 1 {
        length = length.div_ceil(2);
        let mut end = history.len();
        while end > 0 {
            let start = end.saturating_sub(length);
            let shorter: History = history[..start]
                .iter()
                .chain(&history[end..])
                .cloned()
                .collect();
            if replay(&shorter)
                .1
                .is_some_and(|found| found.is_like(difference))
            {
                history = shorter;
            }
            end = start;
        }
    }
    history
}

/// The seed, and the shortest table that fails.
fn told(seed: u64, history: History, difference: &Difference) -> String {
    let (table, found) = replay(&shortest(history, difference));
    let Difference {
        line,
        expected,
        found,
    } = found.expect("it failed before");
    format!(
        "seed {seed}, and the shortest table that fails:\n{table}{line} => {expected}\n    but the ledger: {found}"
    )
}

#[test]
fn the_ledger_agrees_with_the_model_after_every_operation() {
    let wanted = std::env::var(VARIABLE).map_or(OPERATIONS, |text| {
        text.parse().expect("a number of operations")
    });
    let episodes = wanted.div_ceil(EPISODE);
    let (next, met) = (AtomicU64::new(0), Mutex::new(BTreeMap::new()));
    let worker = || {
        let mut own = BTreeMap::new();
        let seeds = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed))
            .take_while(|seed| *seed < episodes);
        for seed in seeds {
            if let Err((history, difference)) = episode(seed, &mut own) {
                panic!("{}", told(seed, history, &difference));
            }
        }
        let mut met = met.lock().expect("no worker fails while it counts");
        for (outcome, count) in own {
            *met.entry(outcome).or_insert(0) += count;
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers
            .into_iter()
            .for_each(|worker| worker.join().expect("the ledger agrees with the model"));
    });
    let met = met.into_inner().expect("no worker failed");
    // What the run came to, for whoever looks (`-- --nocapture`).
    println!("{episodes} episodes of {EPISODE} operations came to {met:#?}");
    // A run that never gets somewhere tests nothing there.
    let admitted = met
        .keys()
        .filter(|outcome| outcome.ends_with(" ok"))
        .count();
    assert_eq!(admitted, KINDS, "what was admitted and refused: {met:#?}");
    assert!(
        met.len() - admitted >= REFUSALS,
        "what was admitted and refused: {met:#?}"
    );
}

/// Kinds of operations, all of which a run admits.
const KINDS: usize = 21;
/// Codes of refusals that even the shortest run meets.
const REFUSALS: usize = 20;
