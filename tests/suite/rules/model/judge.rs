//! What each operation would change, row by row of the effect table, or why it is refused.

use std::collections::BTreeMap;

use super::{
    AMOUNT_MAX, Amount, Column, Effect, Entry, GRACE_DAYS, Holding, Leg, LegTerm, MILLION, Member,
    Model, Node, Operation, Programme, Refusal, SOURCES_MAX, Source, Step, Term,
};

type Judged = Result<Vec<Effect>, Refusal>;

/// Fails with `refusal` unless `holds`.
fn need(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}

fn need_amount(amount: Amount) -> Result<(), Refusal> {
    need((1..=AMOUNT_MAX).contains(&amount), Refusal::Amount)
}

impl Model {
    /// What `operation` would change as entry number `entry`. Changes nothing itself.
    ///
    /// # Errors
    /// Why it is refused.
    pub(crate) fn judge(&self, entry: Entry, operation: &Operation) -> Judged {
        match operation {
            Operation::Appropriate {
                by,
                programme,
                amount,
            } => self.appropriate(entry, *by, *programme, *amount),
            Operation::Supplement { by, root, amount } => self.supplement(*by, *root, *amount),
            Operation::Cut { by, root, amount } => self.cut(*by, *root, *amount),
            Operation::Income { by, node, amount } => self.income(*by, *node, *amount),
            Operation::Transfer {
                from,
                to,
                programme,
                sources,
                due,
            } => self.transfer(entry, (*from, *to), *programme, sources, *due),
            Operation::Cover {
                from,
                to,
                programme,
                sources,
                step,
            } => self.cover(entry, (*from, *to), *programme, sources, *step),
            Operation::Return {
                from,
                to,
                programme,
                sources,
            } => self.send_back(entry, (*from, *to), *programme, sources),
            Operation::Receipt {
                by,
                step,
                amount,
                last,
            } => self.receipt(*by, *step, *amount, *last),
            Operation::Correct {
                by,
                step,
                amount,
                withdraw,
            } => self.correct(*by, *step, *amount, *withdraw),
            Operation::Bounce { by, step, amount } => self.bounce(*by, *step, *amount),
            Operation::Reverse {
                by,
                step,
                payee_signs,
            } => self.reverse(*by, *step, *payee_signs),
            Operation::Charge { by, step, amount } => self.charge(*by, *step, *amount),
            Operation::Expense {
                by,
                programme,
                sources,
            } => self.expense(*by, *programme, sources),
            Operation::Refund { by, into, amount } => self.refund(*by, *into, *amount),
            Operation::Surrender {
                by,
                programme,
                sources,
            } => self.leave(*by, *programme, sources),
            Operation::CarryOver {
                by,
                programme,
                sources,
                next,
            } => self.carry_over(entry, *by, (*programme, *next), sources),
            Operation::Recover {
                by,
                step,
                amount,
                at,
            } => self.recover(*by, *step, *amount, *at),
            Operation::WriteOff { step, amount } => self.write_off(*step, *amount),
            Operation::Close { programme } => {
                self.open_programme(*programme)?;
                Ok(vec![Effect::Closed(*programme)])
            }
            Operation::Freeze { member } => Ok(vec![Effect::Frozen(*member, true)]),
            Operation::Unfreeze { member } => Ok(vec![Effect::Frozen(*member, false)]),
            Operation::Tick { day } => {
                need(*day >= self.today, Refusal::ClockBack)?;
                Ok(vec![Effect::Today(*day)])
            }
        }
    }

    // --- what comes in ---

    fn appropriate(
        &self,
        entry: Entry,
        by: Member,
        programme: Programme,
        amount: Amount,
    ) -> Judged {
        need_amount(amount)?;
        self.open_programme(programme)?;
        self.thawed(by)?;
        let node = Node { entry, leg: 0 };
        let mut effects = vec![Effect::NewNode(node, programme, by, true)];
        effects.extend(appropriated(node, programme, amount));
        Ok(effects)
    }

    fn supplement(&self, by: Member, root: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        let holding = self.root(by, root)?;
        self.open_programme(holding.programme)?;
        self.thawed(by)?;
        Ok(appropriated(root, holding.programme, amount))
    }

    fn cut(&self, by: Member, root: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        let holding = self.root(by, root)?;
        self.open_programme(holding.programme)?;
        self.thawed(by)?;
        need(amount <= holding.held(), Refusal::BeyondNode)?;
        need(
            amount <= holding.term(Term::Appropriated),
            Refusal::BeyondAppropriated,
        )?;
        Ok(appropriated(root, holding.programme, -amount))
    }

    fn income(&self, by: Member, node: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        let holding = self.held_by(by, node)?;
        self.open_programme(holding.programme)?;
        self.thawed(by)?;
        let programme = holding.programme;
        Ok(vec![
            Effect::Node(node, Term::Income, amount),
            Effect::Line(programme, Column::Income, amount),
            Effect::Line(programme, Column::Held, amount),
        ])
    }

    // --- what passes between two members ---

    fn transfer(
        &self,
        entry: Entry,
        between: (Member, Member),
        programme: Programme,
        sources: &[Source],
        due: Option<i64>,
    ) -> Judged {
        self.outflow(between.0, programme, sources)?;
        need(between.0 != between.1, Refusal::SameMember)?;
        let legs = payee_legs(entry, sources);
        let mut effects = payee_nodes(&legs, programme, between.1);
        effects.extend(sent(entry, &legs, programme));
        let (from, to) = between;
        let step = Step {
            programme,
            from,
            to,
            retraces: false,
            legs,
            settled: false,
            contested: 0,
            due,
        };
        effects.insert(0, Effect::NewStep(entry, step));
        Ok(effects)
    }

    /// A transfer that covers what the payee of `step` holds to have received beyond it: credited at once.
    fn cover(
        &self,
        entry: Entry,
        between: (Member, Member),
        programme: Programme,
        sources: &[Source],
        step: Entry,
    ) -> Judged {
        self.outflow(between.0, programme, sources)?;
        let covered = self.step(step)?;
        need(
            !covered.retraces && covered.programme == programme,
            Refusal::NotItsLeg,
        )?;
        need(covered.from == between.0, Refusal::NotPayer)?;
        need(covered.to == between.1, Refusal::NotPayee)?;
        let amount = total(sources);
        need(amount <= covered.contested, Refusal::BeyondContested)?;
        let mut effects = self.transfer(entry, between, programme, sources, None)?;
        for (number, leg) in payee_legs(entry, sources).iter().enumerate() {
            effects.extend(answered(entry, number, leg.sent, LegTerm::Received));
            effects.push(Effect::Node(leg.credits, Term::Received, leg.sent));
        }
        effects.push(Effect::Line(programme, Column::InTransit, -amount));
        effects.push(Effect::Line(programme, Column::Held, amount));
        effects.push(Effect::Settled(entry));
        effects.push(Effect::Contested(step, -amount));
        Ok(effects)
    }

    /// A return retraces its own leg: every source is a leg that the same member sent.
    fn send_back(
        &self,
        entry: Entry,
        between: (Member, Member),
        programme: Programme,
        sources: &[Source],
    ) -> Judged {
        self.drawn(between.0, programme, sources)?;
        let mut legs = Vec::new();
        for source in sources {
            let sender = self
                .steps
                .get(&source.node.entry)
                .ok_or(Refusal::NotItsLeg)?;
            need(sender.from == between.1, Refusal::NotItsLeg)?;
            let received = sender.legs.iter().find(|leg| leg.credits == source.node);
            let origin = received.ok_or(Refusal::NotItsLeg)?.source;
            legs.push(new_leg(*source, origin));
        }
        let mut effects = sent(entry, &legs, programme);
        let (from, to) = between;
        let step = Step {
            programme,
            from,
            to,
            retraces: true,
            legs,
            settled: false,
            contested: 0,
            due: None,
        };
        effects.insert(0, Effect::NewStep(entry, step));
        Ok(effects)
    }

    /// Never refused for its amount: what is beyond the open part is contested.
    fn receipt(&self, by: Member, entry: Entry, amount: Amount, last: bool) -> Judged {
        let step = self.step(entry)?;
        need((0..=AMOUNT_MAX).contains(&amount), Refusal::Amount)?;
        need(amount > 0 || last, Refusal::Amount)?;
        need(by == step.to, Refusal::NotPayee)?;
        let credited = amount.min(step.open());
        let mut effects = Vec::new();
        for (number, part) in spread(&step.legs, credited, |leg| leg.term(LegTerm::Open)) {
            effects.extend(answered(entry, number, part, LegTerm::Received));
            effects.push(Effect::Node(
                step.legs[number].credits,
                credit_term(step),
                part,
            ));
        }
        effects.push(Effect::Line(step.programme, open_column(step), -credited));
        effects.push(Effect::Line(step.programme, Column::Held, credited));
        effects.push(Effect::Contested(entry, amount - credited));
        if last && !step.settled {
            let rest = step.open() - credited;
            effects.push(Effect::Settled(entry));
            effects.push(Effect::Line(step.programme, Column::InTransit, -rest));
            effects.push(Effect::Line(step.programme, Column::Missing, rest));
        }
        Ok(effects)
    }

    fn correct(&self, by: Member, entry: Entry, amount: Amount, withdraw: Amount) -> Judged {
        let step = self.step(entry)?;
        need(
            (0..=AMOUNT_MAX).contains(&amount) && (0..=AMOUNT_MAX).contains(&withdraw),
            Refusal::Amount,
        )?;
        need(amount > 0 || withdraw > 0, Refusal::NothingCorrected)?;
        need(by == step.to, Refusal::NotPayee)?;
        need(withdraw <= step.contested, Refusal::BeyondContested)?;
        let taken = self.taken_from_payee(step, amount)?;
        let mut effects = vec![Effect::Contested(entry, -withdraw)];
        for (number, part) in taken {
            effects.extend(answered(entry, number, -part, LegTerm::Received));
            effects.push(Effect::Node(
                step.legs[number].credits,
                credit_term(step),
                -part,
            ));
        }
        effects.push(Effect::Line(step.programme, Column::Held, -amount));
        effects.push(Effect::Line(step.programme, open_column(step), amount));
        Ok(effects)
    }

    /// Descending over the legs, at most what each received and its node still holds.
    fn taken_from_payee(
        &self,
        step: &Step,
        amount: Amount,
    ) -> Result<Vec<(usize, Amount)>, Refusal> {
        let mut held: BTreeMap<Node, Amount> = BTreeMap::new();
        for leg in &step.legs {
            held.insert(leg.credits, self.nodes[&leg.credits].held());
        }
        let mut rest = amount;
        let mut taken = Vec::new();
        for (number, leg) in step.legs.iter().enumerate().rev() {
            let left = held.get_mut(&leg.credits).expect("just inserted");
            let part = rest.min(leg.term(LegTerm::Received)).min(*left);
            *left -= part;
            rest -= part;
            if part > 0 {
                taken.push((number, part));
            }
        }
        need(rest == 0, Refusal::BeyondHeld)?;
        Ok(taken)
    }

    fn bounce(&self, by: Member, entry: Entry, amount: Amount) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        need(by == step.from, Refusal::NotPayer)?;
        need(amount <= step.open(), Refusal::BeyondOpen)?;
        Ok(given_back(entry, step, amount))
    }

    fn reverse(&self, by: Member, entry: Entry, payee_signs: bool) -> Judged {
        let step = self.step(entry)?;
        need(by == step.from, Refusal::NotPayer)?;
        need(
            step.sum(LegTerm::Received) == 0,
            Refusal::ReversalAfterReceipt,
        )?;
        need(step.open() > 0, Refusal::BeyondOpen)?;
        let overdue = step.due.is_some_and(|due| self.today > due + GRACE_DAYS);
        need(
            payee_signs || step.settled || overdue,
            Refusal::ReversalTooEarly,
        )?;
        Ok(given_back(entry, step, step.open()))
    }

    fn charge(&self, by: Member, entry: Entry, amount: Amount) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        need(by == step.from || by == step.to, Refusal::NotPayer)?;
        need(amount <= step.open(), Refusal::BeyondOpen)?;
        let tolerance = self.programmes[&step.programme].tolerance * step.sent() / MILLION;
        need(
            step.sum(LegTerm::Charged) + amount <= tolerance,
            Refusal::BeyondTolerance,
        )?;
        let mut effects = Vec::new();
        for (number, part) in spread(&step.legs, amount, |leg| leg.term(LegTerm::Open)) {
            effects.extend(answered(entry, number, part, LegTerm::Charged));
        }
        effects.push(Effect::Line(step.programme, open_column(step), -amount));
        effects.push(Effect::Line(step.programme, Column::Spent, amount));
        Ok(effects)
    }

    // --- what ends ---

    fn expense(&self, by: Member, programme: Programme, sources: &[Source]) -> Judged {
        self.outflow(by, programme, sources)?;
        Ok(ended(programme, sources, Term::Spent, Column::Spent))
    }

    fn refund(&self, by: Member, into: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        let holding = self.held_by(by, into)?;
        need(amount <= holding.term(Term::Spent), Refusal::BeyondSpent)?;
        Ok(vec![
            Effect::Node(into, Term::Spent, -amount),
            Effect::Line(holding.programme, Column::Spent, -amount),
            Effect::Line(holding.programme, Column::Held, amount),
        ])
    }

    fn leave(&self, by: Member, programme: Programme, sources: &[Source]) -> Judged {
        self.drawn(by, programme, sources)?;
        Ok(ended(programme, sources, Term::Left, Column::Left))
    }

    fn carry_over(
        &self,
        entry: Entry,
        by: Member,
        years: (Programme, Programme),
        sources: &[Source],
    ) -> Judged {
        let (old, next) = years;
        self.drawn(by, old, sources)?;
        need(old != next, Refusal::WrongProgramme)?;
        self.open_programme(next)?;
        let again = sources
            .iter()
            .any(|source| self.nodes[&source.node].carried);
        need(!again, Refusal::CarriedAlready)?;
        let mut effects = ended(old, sources, Term::Left, Column::Left);
        effects.extend(sources.iter().map(|source| Effect::Carried(source.node)));
        let node = Node { entry, leg: 0 };
        effects.push(Effect::NewNode(node, next, by, false));
        effects.extend(appropriated(node, next, total(sources)));
        Ok(effects)
    }

    fn recover(&self, by: Member, entry: Entry, amount: Amount, at: Node) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        let holding = self.held_by(by, at)?;
        need(holding.programme == step.programme, Refusal::WrongProgramme)?;
        let mut effects = self.found(entry, amount, LegTerm::Recovered)?;
        effects.push(Effect::Node(at, Term::Recovered, amount));
        effects.push(Effect::Line(step.programme, Column::Held, amount));
        Ok(effects)
    }

    fn write_off(&self, entry: Entry, amount: Amount) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        let mut effects = self.found(entry, amount, LegTerm::WrittenOff)?;
        effects.push(Effect::Line(step.programme, Column::WrittenOff, amount));
        Ok(effects)
    }

    /// Part of what is missing is no longer missing.
    fn found(&self, entry: Entry, amount: Amount, term: LegTerm) -> Judged {
        let step = self.step(entry)?;
        need(
            step.settled && amount <= step.open(),
            Refusal::BeyondMissing,
        )?;
        let mut effects = Vec::new();
        for (number, part) in spread(&step.legs, amount, |leg| leg.term(LegTerm::Open)) {
            effects.extend(answered(entry, number, part, term));
        }
        effects.push(Effect::Line(step.programme, Column::Missing, -amount));
        Ok(effects)
    }

    // --- what must be so ---

    fn open_programme(&self, programme: Programme) -> Result<(), Refusal> {
        let account = self
            .programmes
            .get(&programme)
            .ok_or(Refusal::UnknownProgramme)?;
        need(!account.closed, Refusal::ProgrammeClosed)
    }

    fn thawed(&self, member: Member) -> Result<(), Refusal> {
        need(!self.frozen.contains(&member), Refusal::MemberFrozen)
    }

    fn step(&self, entry: Entry) -> Result<&Step, Refusal> {
        self.steps.get(&entry).ok_or(Refusal::UnknownStep)
    }

    fn held_by(&self, member: Member, node: Node) -> Result<&Holding, Refusal> {
        let holding = self.nodes.get(&node).ok_or(Refusal::UnknownNode)?;
        need(holding.holder == member, Refusal::NotHolder)?;
        Ok(holding)
    }

    fn root(&self, by: Member, node: Node) -> Result<&Holding, Refusal> {
        let holding = self.held_by(by, node)?;
        need(holding.root, Refusal::NotRoot)?;
        Ok(holding)
    }

    /// A new outflow: not from a frozen member, not out of a closed programme.
    fn outflow(
        &self,
        from: Member,
        programme: Programme,
        sources: &[Source],
    ) -> Result<(), Refusal> {
        self.open_programme(programme)?;
        self.thawed(from)?;
        self.drawn(from, programme, sources)
    }

    /// Every source is held by `from` in `programme`, and holds enough.
    fn drawn(&self, from: Member, programme: Programme, sources: &[Source]) -> Result<(), Refusal> {
        need((1..=SOURCES_MAX).contains(&sources.len()), Refusal::Sources)?;
        need(
            sources.is_sorted_by(|one, next| one.node < next.node),
            Refusal::Sources,
        )?;
        for source in sources {
            need_amount(source.amount)?;
            let holding = self.held_by(from, source.node)?;
            need(holding.programme == programme, Refusal::WrongProgramme)?;
            need(source.amount <= holding.held(), Refusal::BeyondNode)?;
        }
        need_amount(total(sources))
    }
}

// --- rows that several operations share ---

fn total(sources: &[Source]) -> Amount {
    sources.iter().map(|source| source.amount).sum()
}

/// Takes `amount` from the legs in their order, from each at most what `most` says.
fn spread(legs: &[Leg], amount: Amount, most: impl Fn(&Leg) -> Amount) -> Vec<(usize, Amount)> {
    let mut rest = amount;
    let mut parts = Vec::new();
    for (number, leg) in legs.iter().enumerate() {
        let part = rest.min(most(leg));
        rest -= part;
        if part > 0 {
            parts.push((number, part));
        }
    }
    parts
}

fn new_leg(source: Source, credits: Node) -> Leg {
    Leg {
        source: source.node,
        credits,
        sent: source.amount,
        terms: BTreeMap::new(),
    }
}

fn payee_legs(entry: Entry, sources: &[Source]) -> Vec<Leg> {
    let node = |leg| Node { entry, leg };
    (0u64..)
        .zip(sources)
        .map(|(leg, source)| new_leg(*source, node(leg)))
        .collect()
}

fn payee_nodes(legs: &[Leg], programme: Programme, holder: Member) -> Vec<Effect> {
    legs.iter()
        .map(|leg| Effect::NewNode(leg.credits, programme, holder, false))
        .collect()
}

/// A+I and H of a root.
fn appropriated(node: Node, programme: Programme, amount: Amount) -> Vec<Effect> {
    vec![
        Effect::Node(node, Term::Appropriated, amount),
        Effect::Line(programme, Column::Appropriated, amount),
        Effect::Line(programme, Column::Held, amount),
    ]
}

/// Hs falls, T rises. The step's legs must be there first.
fn sent(entry: Entry, legs: &[Leg], programme: Programme) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (number, leg) in legs.iter().enumerate() {
        effects.push(Effect::Node(leg.source, Term::Sent, leg.sent));
        effects.push(Effect::Leg(entry, number, LegTerm::Open, leg.sent));
        effects.push(Effect::Line(programme, Column::Held, -leg.sent));
        effects.push(Effect::Line(programme, Column::InTransit, leg.sent));
    }
    effects
}

/// The open part of a leg becomes something else.
fn answered(entry: Entry, leg: usize, amount: Amount, term: LegTerm) -> [Effect; 2] {
    [
        Effect::Leg(entry, leg, LegTerm::Open, -amount),
        Effect::Leg(entry, leg, term, amount),
    ]
}

/// The open part goes back to the legs' sources, the last leg first.
fn given_back(entry: Entry, step: &Step, amount: Amount) -> Vec<Effect> {
    let mut rest = amount;
    let mut effects = Vec::new();
    for (number, leg) in step.legs.iter().enumerate().rev() {
        let part = rest.min(leg.term(LegTerm::Open));
        rest -= part;
        effects.extend(answered(entry, number, part, LegTerm::TakenBack));
        effects.push(Effect::Node(leg.source, Term::TakenBack, part));
    }
    effects.push(Effect::Line(step.programme, open_column(step), -amount));
    effects.push(Effect::Line(step.programme, Column::Held, amount));
    effects
}

/// What is held becomes spent or leaves.
fn ended(programme: Programme, sources: &[Source], term: Term, column: Column) -> Vec<Effect> {
    let mut effects: Vec<Effect> = sources
        .iter()
        .map(|source| Effect::Node(source.node, term, source.amount))
        .collect();
    effects.push(Effect::Line(programme, Column::Held, -total(sources)));
    effects.push(Effect::Line(programme, column, total(sources)));
    effects
}

fn open_column(step: &Step) -> Column {
    if step.settled {
        Column::Missing
    } else {
        Column::InTransit
    }
}

fn credit_term(step: &Step) -> Term {
    if step.retraces {
        Term::Returned
    } else {
        Term::Received
    }
}
