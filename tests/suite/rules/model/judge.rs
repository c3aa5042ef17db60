//! What each operation would change, row by row of the effect table, or why it is refused.

use super::rows::{answered, appropriated, ended, need, need_amount, need_sources, spread, total};
use super::{
    Account, Amount, Column, Effect, Entry, Holding, Judged, LegTerm, Member, Model, Node,
    Operation, Programme, Refusal, Source, Step, Term,
};

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
                due,
            } => self.send_back(entry, (*from, *to), *programme, sources, *due),
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
                need(!self.programme(*programme)?.closed, Refusal::NoChange)?;
                Ok(vec![Effect::Closed(*programme)])
            }
            Operation::Freeze { member } => self.freeze(*member, true),
            Operation::Unfreeze { member } => self.freeze(*member, false),
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
        self.own_programme(by, programme)?;
        let node = Node { entry, leg: 0 };
        let mut effects = vec![Effect::NewNode(node, programme, by)];
        effects.extend(appropriated(node, programme, amount));
        Ok(effects)
    }

    fn supplement(&self, by: Member, root: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        let programme = self.root(by, root)?.programme;
        Ok(appropriated(root, programme, amount))
    }

    fn cut(&self, by: Member, root: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        let holding = self.root(by, root)?;
        need(amount <= holding.held(), Refusal::BeyondNode)?;
        need(
            amount <= holding.term(Term::Appropriated),
            Refusal::BeyondAppropriated,
        )?;
        Ok(appropriated(root, holding.programme, -amount))
    }

    fn income(&self, by: Member, node: Node, amount: Amount) -> Judged {
        need_amount(amount)?;
        self.open_programme(self.programme_named(node))?;
        let holding = self.held_by(by, node)?;
        let programme = holding.programme;
        Ok(vec![
            Effect::Node(node, Term::Income, amount),
            Effect::Line(programme, Column::Income, amount),
            Effect::Line(programme, Column::Held, amount),
        ])
    }

    // --- what ends ---

    fn expense(&self, by: Member, programme: Programme, sources: &[Source]) -> Judged {
        need_sources(sources)?;
        self.outflow(by, programme)?;
        self.held_in(by, programme, sources)?;
        self.enough(sources)?;
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
        need_sources(sources)?;
        self.programme(programme)?;
        self.thawed(by)?;
        self.held_in(by, programme, sources)?;
        self.enough(sources)?;
        Ok(ended(programme, sources, Term::Left, Column::Left))
    }

    /// After the year's end, or when its programme is closed.
    fn carry_over(
        &self,
        entry: Entry,
        by: Member,
        years: (Programme, Programme),
        sources: &[Source],
    ) -> Judged {
        let (old, next) = years;
        need_sources(sources)?;
        let year = self.programme(old)?;
        self.open_programme(next)?;
        need(year.closed || self.today > year.ends, Refusal::YearNotEnded)?;
        self.thawed(by)?;
        self.held_in(by, old, sources)?;
        self.enough(sources)?;
        let again = sources
            .iter()
            .any(|source| self.nodes[&source.node].carried);
        need(!again, Refusal::AlreadyCarried)?;
        need(old != next, Refusal::NoChange)?;
        let mut effects = ended(old, sources, Term::Left, Column::Left);
        effects.extend(sources.iter().map(|source| Effect::Carried(source.node)));
        let node = Node { entry, leg: 0 };
        effects.push(Effect::NewNode(node, next, by));
        effects.extend(appropriated(node, next, total(sources)));
        Ok(effects)
    }

    fn recover(&self, by: Member, entry: Entry, amount: Amount, at: Node) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        let holding = self.node(at)?;
        need(holding.programme == step.programme, Refusal::CitedDiffers)?;
        need(holding.holder == by, Refusal::NodeForeign)?;
        let mut effects = self.found(entry, amount, LegTerm::Recovered)?;
        effects.push(Effect::Node(at, Term::Recovered, amount));
        effects.push(Effect::Line(step.programme, Column::Held, amount));
        if by == step.from {
            effects.push(Effect::Unheard(entry, amount));
        }
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

    fn freeze(&self, member: Member, frozen: bool) -> Judged {
        need(self.frozen.contains(&member) != frozen, Refusal::NoChange)?;
        Ok(vec![Effect::Frozen(member, frozen)])
    }

    // --- what must be so ---

    pub(super) fn programme(&self, programme: Programme) -> Result<&Account, Refusal> {
        self.programmes
            .get(&programme)
            .ok_or(Refusal::ProgrammeUnknown)
    }

    pub(super) fn open_programme(&self, programme: Programme) -> Result<(), Refusal> {
        need(!self.programme(programme)?.closed, Refusal::ProgrammeClosed)
    }

    /// Only the owner appropriates, and not in a closed programme.
    pub(super) fn own_programme(&self, by: Member, programme: Programme) -> Result<(), Refusal> {
        need(
            self.programme(programme)?.owner == by,
            Refusal::ProgrammeForeign,
        )?;
        self.open_programme(programme)
    }

    pub(super) fn thawed(&self, member: Member) -> Result<(), Refusal> {
        need(!self.frozen.contains(&member), Refusal::MemberFrozen)
    }

    pub(super) fn step(&self, entry: Entry) -> Result<&Step, Refusal> {
        self.steps.get(&entry).ok_or(Refusal::CitedUnknown)
    }

    pub(super) fn held_by(&self, member: Member, node: Node) -> Result<&Holding, Refusal> {
        let holding = self.node(node)?;
        need(holding.holder == member, Refusal::NodeForeign)?;
        Ok(holding)
    }

    /// The programme that an entry about this node names: the first one where nobody knows the node.
    fn programme_named(&self, node: Node) -> Programme {
        self.nodes.get(&node).map_or(0, |holding| holding.programme)
    }

    /// An appropriation, by its programme's owner.
    pub(super) fn root(&self, by: Member, node: Node) -> Result<&Holding, Refusal> {
        self.own_programme(by, self.programme_named(node))?;
        let appropriated = self.node(node)?.term(Term::Appropriated);
        need(appropriated > 0, Refusal::NodeUnknown)?;
        self.held_by(by, node)
    }

    /// A new outflow: not from a frozen member, not out of a closed programme.
    pub(super) fn outflow(&self, from: Member, programme: Programme) -> Result<(), Refusal> {
        self.open_programme(programme)?;
        self.thawed(from)
    }

    /// A node that an entry names: the entry must be there, and must have credited it.
    pub(super) fn node(&self, node: Node) -> Result<&Holding, Refusal> {
        need(self.entries.contains(&node.entry), Refusal::CitedUnknown)?;
        self.nodes.get(&node).ok_or(Refusal::NodeUnknown)
    }

    /// Every source is a node: where several rules are broken, the first is named, whichever source breaks it.
    pub(super) fn all_nodes(&self, sources: &[Source]) -> Result<(), Refusal> {
        let entries = sources
            .iter()
            .all(|source| self.entries.contains(&source.node.entry));
        need(entries, Refusal::CitedUnknown)?;
        let nodes = sources
            .iter()
            .all(|source| self.nodes.contains_key(&source.node));
        need(nodes, Refusal::NodeUnknown)
    }

    /// Every source is held by `from` in `programme`.
    pub(super) fn held_in(
        &self,
        from: Member,
        programme: Programme,
        sources: &[Source],
    ) -> Result<(), Refusal> {
        self.programme(programme)?;
        self.all_nodes(sources)?;
        let holdings = || sources.iter().map(|source| &self.nodes[&source.node]);
        let here = holdings().all(|holding| holding.programme == programme);
        need(here, Refusal::CitedDiffers)?;
        let own = holdings().all(|holding| holding.holder == from);
        need(own, Refusal::NodeForeign)
    }

    /// Every source holds enough.
    pub(super) fn enough(&self, sources: &[Source]) -> Result<(), Refusal> {
        let enough = sources
            .iter()
            .all(|source| source.amount <= self.nodes[&source.node].held());
        need(enough, Refusal::BeyondNode)
    }
}
