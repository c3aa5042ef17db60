//! Random operations that are plausible more often than not: amounts near what is there, a little beyond, or far off.

mod drawing;

use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

use super::model::{
    AMOUNT_MAX, Account, Amount, Day, Entry, Holding, LegTerm, MILLION, Model, Node, Operation,
    Programme, Source, Step, Term,
};

/// Members 0 to 5 send and receive.
const MEMBERS: u64 = 6;
/// Programme 0 flows into 1 and 1 into 2 when a year ends.
pub(crate) const PROGRAMMES: u64 = 3;
/// Parts per million that may be charged on the way, by programme.
const TOLERANCES: [Amount; 3] = [1_000, 50_000, 0];

/// Days that money may lie unmoved: few, so that some does.
const IDLE_DAYS: Day = 12;

/// Three programmes of member 0 and member 1, whose years end soon, later, and beyond any run.
pub(crate) fn programmes(today: Day) -> impl Iterator<Item = (Programme, Account)> {
    let terms = [(0, today + 5), (1, today + 60), (0, today + 3_000)];
    (0..PROGRAMMES)
        .zip(terms)
        .zip(TOLERANCES)
        .map(|((name, (owner, ends)), tolerance)| {
            (
                name,
                Account {
                    owner,
                    ends,
                    tolerance,
                    idle_days: IDLE_DAYS,
                    ..Account::default()
                },
            )
        })
}

/// The number that no entry has.
const NOTHING: Entry = 0;

/// How often each kind of operation is drawn, in the order of [`Driver::next`].
const WEIGHTS: [u64; 14] = [6, 2, 26, 24, 6, 4, 3, 3, 6, 3, 5, 4, 3, 8];

/// A seeded source of operations. The same seed on the same states gives the same operations.
///
/// Each seed has leanings of its own, so that what is rare in one run is frequent in another: some kinds come four
/// times as often or as seldom, few or many members take part, and amounts are large or tiny.
pub(crate) struct Driver {
    random: ChaCha8Rng,
    weights: [u64; 14],
    members: u64,
    largest: Amount,
}

impl Driver {
    pub(crate) fn new(seed: u64) -> Self {
        let random = ChaCha8Rng::seed_from_u64(seed);
        let mut driver = Driver {
            random,
            weights: WEIGHTS,
            members: MEMBERS,
            largest: 10_000,
        };
        driver.members = 2 + driver.below(MEMBERS - 1);
        driver.largest = if driver.chance(3) { 40 } else { 10_000 };
        for weight in 0..driver.weights.len() {
            driver.weights[weight] *= [1, 4, 16][driver.index(3)];
        }
        driver
    }

    /// The next operation in this state.
    pub(crate) fn next(&mut self, model: &Model) -> Operation {
        if model.nodes.is_empty() {
            return self.appropriation(model);
        }
        let operation = match self.leaning() {
            0 => self.appropriation(model),
            1 => self.income(model),
            2 => self.transfer(model),
            3 => self.receipt(model),
            4 => self.correct(model),
            5 => self.bounce(model),
            6 => self.reverse(model),
            7 => self.charge(model),
            8 => self.end(model),
            9 => self.refund(model),
            10 => self.send_back(model),
            11 => self.find(model),
            12 => self.cover(model),
            _ => self.rule(model),
        };
        // Where there is nothing to speak about yet, something is sent, but for an attempt now and then.
        if operation.cites(NOTHING) && !self.chance(20) {
            return self.transfer(model);
        }
        operation
    }

    fn appropriation(&mut self, model: &Model) -> Operation {
        let stray = self.chance(8);
        let (node, holder, held) = self.node(model, |node| {
            stray || model.nodes[node].term(Term::Appropriated) > 0
        });
        let by = self.mostly(holder);
        match self.below(4) {
            _ if model.nodes.is_empty() => Operation::Appropriate {
                by,
                programme: 0,
                amount: self.largest,
            },
            0 => Operation::Supplement {
                by,
                root: node,
                amount: self.amount(self.largest / 20),
            },
            1 => Operation::Cut {
                by,
                root: node,
                amount: self.amount(held),
            },
            _ => Operation::Appropriate {
                by: self.member(),
                programme: self.programme(),
                amount: self.amount(self.largest),
            },
        }
    }

    fn income(&mut self, model: &Model) -> Operation {
        // Often into an appropriation, so that it may hold more than was appropriated.
        let anywhere = self.chance(2);
        let (node, holder, _) = self.node(model, |node| {
            anywhere || model.nodes[node].term(Term::Appropriated) > 0
        });
        Operation::Income {
            by: self.mostly(holder),
            node,
            amount: self.amount(self.largest / 20),
        }
    }

    fn transfer(&mut self, model: &Model) -> Operation {
        let (payer, programme, sources) = self.sources(model);
        let from = self.mostly(payer);
        let due = self.due(model);
        let programme = if self.chance(50) {
            self.programme()
        } else {
            programme
        };
        Operation::Transfer {
            from,
            to: self.member(),
            programme,
            sources,
            due,
        }
    }

    /// Nine in ten sources are legs that the same member sent.
    fn send_back(&mut self, model: &Model) -> Operation {
        let received =
            |node: &Node| model.steps.contains_key(&node.entry) && model.nodes[node].held() > 0;
        let (first, from, _) = self.node(model, received);
        let sender = |node: &Node| model.steps.get(&node.entry).map(|step| step.from);
        let to = sender(&first).unwrap_or(0);
        let programme = model
            .nodes
            .get(&first)
            .map_or(0, |holding| holding.programme);
        let stray = self.chance(10);
        let fits = |node: &Node| {
            let holding = &model.nodes[node];
            stray
                || (sender(node) == Some(to)
                    && holding.holder == from
                    && holding.programme == programme)
        };
        let mut nodes = vec![first];
        for _ in 0..self.below(3) {
            nodes.push(
                self.node(model, |node| fits(node) && model.nodes[node].held() > 0)
                    .0,
            );
        }
        nodes.sort_unstable();
        nodes.dedup();
        let held = |node: &Node| model.nodes.get(node).map_or(0, Holding::held);
        let sources = nodes
            .iter()
            .map(|&node| Source {
                node,
                amount: self.amount(held(&node)),
            })
            .collect();
        Operation::Return {
            from,
            to: self.mostly(to),
            programme,
            sources,
            due: self.due(model),
        }
    }

    fn receipt(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| step.open() > 0);
        let payee = facts.as_ref().map_or(0, |step| step.to);
        let most = facts.map_or(1, |step| step.open());
        let amount = if self.chance(200) {
            AMOUNT_MAX + Amount::from(self.below(2))
        } else {
            self.amount(most)
        };
        let by = self.mostly(payee);
        if self.chance(10) {
            return Operation::Receipt {
                by,
                step,
                amount: 0,
                last: true,
            };
        }
        Operation::Receipt {
            by,
            step,
            amount,
            last: self.chance(2),
        }
    }

    fn correct(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| {
            step.contested > 0 || step.sum(LegTerm::Received) > 0
        });
        let Some(facts) = facts else {
            return Operation::Correct {
                by: 0,
                step,
                amount: 1,
                withdraw: 0,
            };
        };
        let received = self.amount(facts.sum(LegTerm::Received));
        let contested = self.amount(facts.contested);
        let (amount, withdraw) = match self.below(3) {
            0 => (received, 0),
            1 => (0, contested),
            _ => (received, contested),
        };
        Operation::Correct {
            by: self.mostly(facts.to),
            step,
            amount,
            withdraw,
        }
    }

    fn bounce(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| step.open() > 0);
        let payer = facts.as_ref().map_or(0, |step| step.from);
        Operation::Bounce {
            by: self.mostly(payer),
            step,
            amount: self.amount(facts.map_or(1, |step| step.open())),
        }
    }

    fn reverse(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| {
            step.sum(LegTerm::Received) == 0 && step.open() > 0
        });
        let payer = facts.map_or(0, |step| step.from);
        Operation::Reverse {
            by: self.mostly(payer),
            step,
            payee_signs: self.chance(4),
        }
    }

    fn charge(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| step.open() > 0);
        let payer = facts.as_ref().map_or(0, |step| step.from);
        let most = facts.map_or(1, |step| {
            let tolerance = model.programmes[&step.programme].tolerance * step.sent() / MILLION;
            tolerance - step.sum(LegTerm::Charged)
        });
        Operation::Charge {
            by: self.mostly(payer),
            step,
            amount: self.amount(most),
        }
    }

    fn end(&mut self, model: &Model) -> Operation {
        let (payer, programme, sources) = self.sources(model);
        let by = self.mostly(payer);
        match self.below(6) {
            0 => Operation::Surrender {
                by,
                programme,
                sources,
            },
            1 | 2 => Operation::CarryOver {
                by,
                programme,
                sources,
                next: (programme + 1).min(self.programme()),
            },
            _ => Operation::Expense {
                by,
                programme,
                sources,
            },
        }
    }

    fn refund(&mut self, model: &Model) -> Operation {
        let (into, holder, _) = self.node(model, |node| model.nodes[node].term(Term::Spent) > 0);
        let spent = model
            .nodes
            .get(&into)
            .map_or(0, |holding| holding.term(Term::Spent));
        Operation::Refund {
            by: self.mostly(holder),
            into,
            amount: self.amount(spent),
        }
    }

    /// A recovery or a write-off of what is missing.
    fn find(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| step.settled && step.open() > 0);
        let amount = self.amount(facts.as_ref().map_or(1, Step::open));
        let programme = facts.map_or(0, |step| step.programme);
        let (at, holder, _) = self.node(model, |node| model.nodes[node].programme == programme);
        if self.chance(3) {
            return Operation::WriteOff { step, amount };
        }
        Operation::Recover {
            by: self.mostly(holder),
            step,
            amount,
            at,
        }
    }

    fn cover(&mut self, model: &Model) -> Operation {
        let (step, facts) = self.step(model, |step| step.contested > 0);
        let Some(facts) = facts else {
            return self.transfer(model);
        };
        let own = |node: &Node| {
            let holding = &model.nodes[node];
            holding.holder == facts.from
                && holding.programme == facts.programme
                && holding.held() > 0
        };
        let (node, _, held) = self.node(model, own);
        let amount = self.amount(held.min(facts.contested));
        let (from, to) = (self.mostly(facts.from), self.mostly(facts.to));
        Operation::Cover {
            from,
            to,
            programme: facts.programme,
            sources: vec![Source { node, amount }],
            step,
        }
    }

    /// What changes the rules' circumstances: the clock, a freeze, a closing.
    fn rule(&mut self, model: &Model) -> Operation {
        let member = self.member();
        match self.below(40) {
            0 => Operation::Close {
                programme: self.programme(),
            },
            1 => Operation::Freeze { member },
            2..20 => Operation::Unfreeze {
                member: model.frozen.first().copied().unwrap_or(member),
            },
            20 => Operation::Tick {
                day: model.today - 1,
            },
            _ => Operation::Tick {
                day: model.today + self.day(),
            },
        }
    }
}
