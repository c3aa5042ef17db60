//! The money of every programme, added up again from what the entries say.
//!
//! In scope: what each entry of the flow does to the nodes and steps that it names, and the totals of
//! one programme. Not in scope: everything else that [`ledger::admit`] asks, such as roles, revoked keys,
//! thresholds, closed periods and the membership: the whole of the rules takes more bytes than a page
//! may load. The effects are written down a second time here, from the table of the rules and not from
//! their code, and the tests hold both to each other.

use ledger::entry::{Appropriation, CarryOver, ReceiptCorrect, Recovery, Transfer};
use ledger::field::{
    Amount, Day, Direction, Identity, MemberName, NodeCitation, ProgrammeName, Source,
};
use ledger::{Entry, Minor, Month, Terms};
use std::collections::{BTreeMap, HashMap};

/// The ledger's own code for what is wrong with an entry ([`ledger::Refusal::code`]).
pub(super) type Fault = &'static str;

/// Where money lies: what a member can spend from.
struct Node {
    programme: ProgrammeName,
    holder: MemberName,
    held: Minor,
    appropriated: Minor,
    spent: Minor,
}

/// One edge of a step.
struct Leg {
    /// The node that it came from.
    source: NodeCitation,
    /// The node that it is credited to.
    target: NodeCitation,
    open: Minor,
    received: Minor,
}

/// A transfer or return, and what became of it.
struct Step {
    programme: ProgrammeName,
    from: MemberName,
    to: MemberName,
    /// When it was sent: money on its way counts in that month, whatever becomes of it.
    sent: Day,
    /// Whether the payee has said its last word: what is open then is missing.
    last_word: bool,
    contested: Minor,
    legs: Vec<Leg>,
}

impl Step {
    fn open(&self) -> Minor {
        self.legs.iter().map(|leg| leg.open).sum()
    }

    /// The term in which the open part stands.
    const fn open_term<'t>(&self, terms: &'t mut Terms) -> &'t mut Minor {
        if self.last_word {
            &mut terms.missing
        } else {
            &mut terms.in_transit
        }
    }

    /// Takes an amount off what is open, the first leg first: what is left of it, where it is more.
    fn close(&mut self, amount: Minor, mut each: impl FnMut(&mut Leg, Minor)) -> Minor {
        let mut left = amount;
        for leg in &mut self.legs {
            let share = left.min(leg.open);
            if share > 0 {
                leg.open -= share;
                left -= share;
                each(leg, share);
            }
        }
        left
    }
}

/// Everything that lies and moves, and one programme's totals.
pub(super) struct Books {
    programme: ProgrammeName,
    nodes: HashMap<NodeCitation, Node>,
    steps: HashMap<Identity, Step>,
    /// The programme's totals by month.
    pub(super) months: BTreeMap<Month, Terms>,
    /// Where other programmes' changes go: nobody asks for them.
    elsewhere: Terms,
}

impl Books {
    pub(super) fn new(programme: ProgrammeName) -> Self {
        Self {
            programme,
            nodes: HashMap::new(),
            steps: HashMap::new(),
            months: BTreeMap::new(),
            elsewhere: Terms::default(),
        }
    }

    /// How many transfers and returns there are.
    pub(super) fn steps(&self) -> usize {
        self.steps.len()
    }

    /// Folds an entry in.
    ///
    /// # Errors
    /// The code of the first thing that is wrong with what it says about money. Books are no books
    /// any more after that.
    pub(super) fn post(&mut self, identity: Identity, entry: &Entry) -> Result<(), Fault> {
        match entry {
            Entry::Appropriation(entry) => self.appropriate(identity, entry),
            Entry::Income(entry) => {
                let (into, amount) = (&entry.into, entry.amount.minor());
                self.node(into, &entry.by, &entry.programme)?.held += amount;
                let terms = self.terms(&entry.programme, entry.occurred);
                terms.income += amount;
                terms.held += amount;
                Ok(())
            }
            Entry::Transfer(entry) => self.transfer(identity, entry),
            Entry::Return(entry) => {
                let sources = &entry.sources;
                for source in sources.iter() {
                    let step = self.steps.get(&source.node.entry).ok_or("leg-foreign")?;
                    sure(step.from == entry.to, "leg-foreign")?;
                }
                let parties = (&entry.from, &entry.to);
                self.draw(sources, entry.amount, &entry.from, &entry.programme)?;
                let legs = sources
                    .iter()
                    .map(|source| self.leg_back(source))
                    .collect::<Result<_, _>>()?;
                self.send(identity, &entry.programme, parties, entry.occurred, legs);
                Ok(())
            }
            Entry::Receipt(entry) => {
                let cited = (&entry.programme, &entry.from, &entry.to);
                self.cited(&entry.step, cited)?;
                self.receive(&entry.step, entry.amount.minor());
                if entry.last.is_some() {
                    self.say_last_word(&entry.step);
                }
                Ok(())
            }
            Entry::ReceiptCorrect(entry) => self.correct(entry),
            Entry::Bounce(entry) => {
                let cited = (&entry.programme, &entry.from, &entry.to);
                let open = self.cited(&entry.step, cited)?.open();
                let amount = entry.amount.minor();
                sure(amount <= open, "beyond-open")?;
                self.take_back(&entry.step, amount)
            }
            Entry::Reversal(entry) => {
                let cited = (&entry.programme, &entry.from, &entry.to);
                let step = self.cited(&entry.step, cited)?;
                let open = step.open();
                sure(open > 0, "beyond-open")?;
                let received: Minor = step.legs.iter().map(|leg| leg.received).sum();
                sure(received == 0, "already-received")?;
                self.take_back(&entry.step, open)
            }
            Entry::Charge(entry) => {
                let cited = (&entry.programme, &entry.from, &entry.to);
                let open = self.cited(&entry.step, cited)?.open();
                sure(entry.amount.minor() <= open, "beyond-open")?;
                self.use_up(&entry.step, entry.amount.minor()).charged += entry.amount.minor();
                Ok(())
            }
            Entry::Expense(entry) => {
                self.draw(&entry.sources, entry.amount, &entry.by, &entry.programme)?;
                for source in entry.sources.iter() {
                    self.at(&source.node)?.spent += source.amount.minor();
                }
                self.terms(&entry.programme, entry.occurred).spent += entry.amount.minor();
                self.terms(&entry.programme, entry.occurred).held -= entry.amount.minor();
                Ok(())
            }
            Entry::ExpenseRefund(entry) => {
                let amount = entry.amount.minor();
                let node = self.node(&entry.into, &entry.by, &entry.programme)?;
                sure(amount <= node.spent, "beyond-spent")?;
                node.spent -= amount;
                node.held += amount;
                let terms = self.terms(&entry.programme, entry.occurred);
                terms.held += amount;
                terms.spent -= amount;
                Ok(())
            }
            Entry::Surrender(entry) => {
                let (sources, amount) = (&entry.sources, entry.amount);
                self.leave(sources, amount, &entry.by, &entry.programme, entry.occurred)
            }
            Entry::CarryOver(entry) => self.carry_over(identity, entry),
            Entry::Recovery(entry) => self.recover(entry),
            Entry::WriteOff(entry) => {
                let cited = (&entry.programme, &entry.from, &entry.to);
                self.missing(&entry.step, cited, entry.amount)?;
                self.use_up(&entry.step, entry.amount.minor()).written_off += entry.amount.minor();
                Ok(())
            }
            // Membership, time and oversight move no money.
            _ => Ok(()),
        }
    }

    fn appropriate(&mut self, identity: Identity, entry: &Appropriation) -> Result<(), Fault> {
        let cut = entry.direction == Some(Direction::Cut);
        let amount = entry.amount.minor();
        let change = if cut { -amount } else { amount };
        match (&entry.root, entry.direction) {
            (None, None) => self.found(identity, &entry.by, &entry.programme, amount),
            (Some(root), Some(_)) => {
                let node = self.node(root, &entry.by, &entry.programme)?;
                sure(node.appropriated > 0, "node-unknown")?;
                sure(node.held + change >= 0, "beyond-node")?;
                sure(node.appropriated + change >= 0, "beyond-appropriated")?;
                node.appropriated += change;
                node.held += change;
            }
            _ => return Err("root-and-direction"),
        }
        let terms = self.terms(&entry.programme, entry.occurred);
        terms.appropriated += change;
        terms.held += change;
        Ok(())
    }

    /// A node of this entry's own.
    fn found(&mut self, entry: Identity, by: &MemberName, of: &ProgrammeName, amount: Minor) {
        let node = Node {
            programme: of.clone(),
            holder: by.clone(),
            held: amount,
            appropriated: amount,
            spent: 0,
        };
        self.nodes.insert(NodeCitation { entry, leg: 0 }, node);
    }

    fn transfer(&mut self, identity: Identity, entry: &Transfer) -> Result<(), Fault> {
        let (amount, parties) = (entry.amount.minor(), (&entry.from, &entry.to));
        sure(entry.from != entry.to, "payee-is-payer")?;
        if let Some(covered) = &entry.covers {
            let step = self.cited(covered, (&entry.programme, &entry.from, &entry.to))?;
            sure(amount <= step.contested, "beyond-contested")?;
            step.contested -= amount;
        }
        self.draw(&entry.sources, entry.amount, &entry.from, &entry.programme)?;
        let leg = |(leg, source): (u8, &Source)| Leg {
            source: source.node,
            target: NodeCitation {
                entry: identity,
                leg,
            },
            open: source.amount.minor(),
            received: 0,
        };
        let legs = (0..).zip(entry.sources.iter()).map(leg).collect();
        self.send(identity, &entry.programme, parties, entry.occurred, legs);
        // What it covers was received before it was sent.
        if entry.covers.is_some() {
            self.receive(&identity, amount);
            self.say_last_word(&identity);
        }
        Ok(())
    }

    /// A leg of a return: to the node that the money had come from.
    fn leg_back(&self, source: &Source) -> Result<Leg, Fault> {
        let step = self.steps.get(&source.node.entry).ok_or("leg-foreign")?;
        let leg = step
            .legs
            .get(usize::from(source.node.leg))
            .ok_or("leg-foreign")?;
        Ok(Leg {
            source: source.node,
            target: leg.source,
            open: source.amount.minor(),
            received: 0,
        })
    }

    /// Takes an amount out of the nodes that it is drawn from.
    fn draw(
        &mut self,
        sources: &[Source],
        amount: Amount,
        holder: &MemberName,
        programme: &ProgrammeName,
    ) -> Result<(), Fault> {
        let sum: Minor = sources.iter().map(|source| source.amount.minor()).sum();
        sure(sum == amount.minor(), "sources-differ")?;
        for source in sources {
            let node = self.node(&source.node, holder, programme)?;
            sure(source.amount.minor() <= node.held, "beyond-node")?;
            node.held -= source.amount.minor();
        }
        Ok(())
    }

    /// Puts on its way what was drawn.
    fn send(
        &mut self,
        identity: Identity,
        programme: &ProgrammeName,
        (from, to): (&MemberName, &MemberName),
        sent: Day,
        legs: Vec<Leg>,
    ) {
        let step = Step {
            programme: programme.clone(),
            from: from.clone(),
            to: to.clone(),
            sent,
            last_word: false,
            contested: 0,
            legs,
        };
        let amount = step.open();
        self.steps.insert(identity, step);
        let terms = self.terms(programme, sent);
        terms.sent += amount;
        terms.meant += amount;
        terms.held -= amount;
        terms.in_transit += amount;
    }

    /// What the payee says came: what is more than is open stands outside the sums.
    fn receive(&mut self, step: &Identity, amount: Minor) {
        let Some(step) = self.steps.get_mut(step) else {
            return;
        };
        let (programme, holder) = (step.programme.clone(), step.to.clone());
        let nodes = &mut self.nodes;
        let beyond = step.close(amount, |leg, share| {
            leg.received += share;
            let node = nodes.entry(leg.target).or_insert_with(|| Node {
                programme: programme.clone(),
                holder: holder.clone(),
                held: 0,
                appropriated: 0,
                spent: 0,
            });
            node.held += share;
        });
        step.contested += beyond;
        let mut change = Terms::default();
        change.received += amount - beyond;
        change.held += amount - beyond;
        *step.open_term(&mut change) -= amount - beyond;
        let sent = step.sent;
        self.terms(&programme, sent).add(&change);
    }

    /// What is open from now on is missing.
    fn say_last_word(&mut self, step: &Identity) {
        let Some(step) = self.steps.get_mut(step).filter(|step| !step.last_word) else {
            return;
        };
        step.last_word = true;
        let (open, programme, sent) = (step.open(), step.programme.clone(), step.sent);
        let terms = self.terms(&programme, sent);
        terms.in_transit -= open;
        terms.missing += open;
    }

    /// The payee takes back part of what it had said, the last leg first, as far as it still holds it.
    fn correct(&mut self, entry: &ReceiptCorrect) -> Result<(), Fault> {
        let cited = (&entry.programme, &entry.from, &entry.to);
        let step = self.cited(&entry.step, cited)?;
        if let Some(withdrawn) = entry.withdraw {
            sure(withdrawn.minor() <= step.contested, "beyond-contested")?;
            step.contested -= withdrawn.minor();
        }
        let Some(amount) = entry.amount.map(Amount::minor) else {
            return Ok(());
        };
        let Some(step) = self.steps.get_mut(&entry.step) else {
            return Err("cited-unknown");
        };
        let mut left = amount;
        for leg in step.legs.iter_mut().rev() {
            let Some(node) = self.nodes.get_mut(&leg.target) else {
                continue;
            };
            let share = left.min(leg.received).min(node.held);
            leg.received -= share;
            leg.open += share;
            node.held -= share;
            left -= share;
        }
        sure(left == 0, "beyond-received")?;
        let mut change = Terms::default();
        change.received -= amount;
        change.held -= amount;
        *step.open_term(&mut change) += amount;
        let sent = step.sent;
        self.terms(&entry.programme, sent).add(&change);
        Ok(())
    }

    /// Gives open money back to the nodes that it came from, the last leg first.
    fn take_back(&mut self, step: &Identity, amount: Minor) -> Result<(), Fault> {
        let step = self.steps.get_mut(step).ok_or("cited-unknown")?;
        let mut left = amount;
        for leg in step.legs.iter_mut().rev() {
            let share = left.min(leg.open);
            leg.open -= share;
            left -= share;
            let node = self.nodes.get_mut(&leg.source).ok_or("node-unknown")?;
            node.held += share;
        }
        let mut change = Terms::default();
        change.held += amount;
        change.taken_back += amount;
        *step.open_term(&mut change) -= amount;
        let (programme, sent) = (step.programme.clone(), step.sent);
        self.terms(&programme, sent).add(&change);
        Ok(())
    }

    /// Takes an amount off what is open, never to come back to a node by itself; gives the terms of
    /// the step's month.
    fn use_up(&mut self, step: &Identity, amount: Minor) -> &mut Terms {
        let Some(step) = self.steps.get_mut(step) else {
            return &mut self.elsewhere;
        };
        step.close(amount, |_, _| {});
        let mut change = Terms::default();
        *step.open_term(&mut change) -= amount;
        let (programme, sent) = (step.programme.clone(), step.sent);
        let terms = self.terms(&programme, sent);
        terms.add(&change);
        terms
    }

    fn recover(&mut self, entry: &Recovery) -> Result<(), Fault> {
        let cited = (&entry.programme, &entry.from, &entry.to);
        self.missing(&entry.step, cited, entry.amount)?;
        let amount = entry.amount.minor();
        self.node(&entry.into, &entry.by, &entry.programme)?.held += amount;
        let terms = self.use_up(&entry.step, amount);
        terms.held += amount;
        terms.recovered += amount;
        Ok(())
    }

    /// Makes sure that so much of a step is missing.
    fn missing(
        &mut self,
        step: &Identity,
        cited: (&ProgrammeName, &MemberName, &MemberName),
        amount: Amount,
    ) -> Result<(), Fault> {
        let step = self.cited(step, cited)?;
        let missing = if step.last_word { step.open() } else { 0 };
        sure(amount.minor() <= missing, "beyond-missing")
    }

    /// Money leaves a programme.
    fn leave(
        &mut self,
        sources: &[Source],
        amount: Amount,
        by: &MemberName,
        programme: &ProgrammeName,
        occurred: Day,
    ) -> Result<(), Fault> {
        self.draw(sources, amount, by, programme)?;
        let terms = self.terms(programme, occurred);
        terms.held -= amount.minor();
        terms.left += amount.minor();
        Ok(())
    }

    fn carry_over(&mut self, identity: Identity, entry: &CarryOver) -> Result<(), Fault> {
        let (programme, into) = (&entry.programme, &entry.into_programme);
        sure(programme != into, "no-change")?;
        self.leave(
            &entry.sources,
            entry.amount,
            &entry.by,
            programme,
            entry.occurred,
        )?;
        self.found(identity, &entry.by, into, entry.amount.minor());
        let terms = self.terms(into, entry.occurred);
        terms.appropriated += entry.amount.minor();
        terms.held += entry.amount.minor();
        Ok(())
    }

    /// The step that an entry speaks about, with its parties and in its programme.
    fn cited(
        &mut self,
        step: &Identity,
        (programme, from, to): (&ProgrammeName, &MemberName, &MemberName),
    ) -> Result<&mut Step, Fault> {
        let step = self.steps.get_mut(step).ok_or("cited-unknown")?;
        let as_said = step.programme == *programme && step.from == *from && step.to == *to;
        sure(as_said, "cited-differs")?;
        Ok(step)
    }

    fn at(&mut self, node: &NodeCitation) -> Result<&mut Node, Fault> {
        self.nodes.get_mut(node).ok_or("node-unknown")
    }

    /// The node that an entry names, in its programme and in this member's hands.
    fn node(
        &mut self,
        node: &NodeCitation,
        holder: &MemberName,
        programme: &ProgrammeName,
    ) -> Result<&mut Node, Fault> {
        let node = self.at(node)?;
        sure(node.programme == *programme, "cited-differs")?;
        sure(node.holder == *holder, "node-foreign")?;
        Ok(node)
    }

    fn terms(&mut self, programme: &ProgrammeName, day: Day) -> &mut Terms {
        if *programme == self.programme {
            self.months.entry(Month::of(day)).or_default()
        } else {
            &mut self.elsewhere
        }
    }
}

/// Makes sure of something.
const fn sure(holds: bool, otherwise: Fault) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(otherwise) }
}
