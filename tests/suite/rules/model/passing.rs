//! What passes between two members: sent, answered, corrected, taken back.

use std::collections::BTreeMap;

use super::rows::{
    answered, credit_term, given_back, need, need_amount, need_sources, new_leg, open_column,
    payee_legs, sent, spread, total,
};
use super::{
    AMOUNT_MAX, Amount, Column, Day, Effect, Entry, GRACE_DAYS, HOP_DAYS, Holding, Judged, LegTerm,
    MILLION, Member, Model, Node, Programme, Refusal, Source, Step, Term,
};

impl Model {
    pub(super) fn transfer(
        &self,
        entry: Entry,
        between: (Member, Member),
        programme: Programme,
        sources: &[Source],
        due: Option<Day>,
    ) -> Judged {
        need_sources(sources)?;
        self.outflow(between.0, programme)?;
        need(
            due.is_none_or(|due| due >= self.today),
            Refusal::DueBeforeOccurred,
        )?;
        self.held_in(between.0, programme, sources)?;
        need(between.0 != between.1, Refusal::PayeeIsPayer)?;
        self.enough(sources)?;
        let legs = payee_legs(entry, sources);
        let mut effects = sent(entry, &legs, programme);
        let (from, to) = between;
        let step = Step {
            programme,
            from,
            to,
            retraces: false,
            legs,
            settled: false,
            contested: 0,
            disputed: None,
            unheard: 0,
            late: 0,
            overdue: false,
            sent_on: self.today,
            repeats: self.repeats((programme, from, to), total(sources)),
            due: due.unwrap_or(self.today + HOP_DAYS),
        };
        effects.insert(0, Effect::NewStep(entry, step));
        Ok(effects)
    }

    /// A transfer that covers what the payee of `step` holds to have received beyond it: credited at once.
    pub(super) fn cover(
        &self,
        entry: Entry,
        between: (Member, Member),
        programme: Programme,
        sources: &[Source],
        step: Entry,
    ) -> Judged {
        need_sources(sources)?;
        self.outflow(between.0, programme)?;
        let covered = self.step(step)?;
        self.all_nodes(sources)?;
        need(covered.programme == programme, Refusal::CitedDiffers)?;
        need((covered.from, covered.to) == between, Refusal::CitedDiffers)?;
        self.held_in(between.0, programme, sources)?;
        need(between.0 != between.1, Refusal::PayeeIsPayer)?;
        let amount = total(sources);
        need(amount <= covered.contested, Refusal::BeyondContested)?;
        let mut effects = self.transfer(entry, between, programme, sources, None)?;
        for (number, leg) in payee_legs(entry, sources).iter().enumerate() {
            effects.extend(answered(entry, number, leg.sent, LegTerm::Received));
            effects.push(Effect::NewNode(leg.credits, programme, between.1));
            effects.push(Effect::Node(leg.credits, Term::Received, leg.sent));
        }
        effects.push(Effect::Line(programme, Column::InTransit, -amount));
        effects.push(Effect::Line(programme, Column::Held, amount));
        effects.push(Effect::Settled(entry));
        effects.push(Effect::Contested(step, -amount));
        Ok(effects)
    }

    /// A return retraces its own leg: every source is a leg that the same member sent.
    pub(super) fn send_back(
        &self,
        entry: Entry,
        between: (Member, Member),
        programme: Programme,
        sources: &[Source],
        due: Option<Day>,
    ) -> Judged {
        need_sources(sources)?;
        self.programme(programme)?;
        need(
            due.is_none_or(|due| due >= self.today),
            Refusal::DueBeforeOccurred,
        )?;
        self.held_in(between.0, programme, sources)?;
        let mut legs = Vec::new();
        for source in sources {
            let sender = self
                .steps
                .get(&source.node.entry)
                .ok_or(Refusal::LegForeign)?;
            need(sender.from == between.1, Refusal::LegForeign)?;
            let received = sender.legs.iter().find(|leg| leg.credits == source.node);
            let origin = received.ok_or(Refusal::LegForeign)?.source;
            legs.push(new_leg(*source, origin));
        }
        self.enough(sources)?;
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
            disputed: None,
            unheard: 0,
            late: 0,
            overdue: false,
            sent_on: self.today,
            repeats: false,
            due: due.unwrap_or(self.today + HOP_DAYS),
        };
        effects.insert(0, Effect::NewStep(entry, step));
        Ok(effects)
    }

    /// Never refused for its amount: what is beyond the open part is contested.
    pub(super) fn receipt(&self, by: Member, entry: Entry, amount: Amount, last: bool) -> Judged {
        need((0..=AMOUNT_MAX).contains(&amount), Refusal::Malformed)?;
        let step = self.step(entry)?;
        need(by == step.to, Refusal::CitedDiffers)?;
        need(amount > 0 || last, Refusal::NothingSaid)?;
        let credited = amount.min(step.open());
        let mut effects = Vec::new();
        for (number, part) in spread(&step.legs, credited, |leg| leg.term(LegTerm::Open)) {
            let node = step.legs[number].credits;
            effects.extend(answered(entry, number, part, LegTerm::Received));
            effects.push(Effect::NewNode(node, step.programme, step.to));
            effects.push(Effect::Node(node, credit_term(step), part));
        }
        effects.push(Effect::Line(step.programme, open_column(step), -credited));
        effects.push(Effect::Line(step.programme, Column::Held, credited));
        if step.comes_late(self.today) {
            effects.push(Effect::Late(entry, credited));
        }
        effects.push(Effect::Contested(entry, amount - credited));
        if last && !step.settled {
            let rest = step.open() - credited;
            effects.push(Effect::Settled(entry));
            effects.push(Effect::Line(step.programme, Column::InTransit, -rest));
            effects.push(Effect::Line(step.programme, Column::Missing, rest));
        }
        Ok(effects)
    }

    pub(super) fn correct(
        &self,
        by: Member,
        entry: Entry,
        amount: Amount,
        withdraw: Amount,
    ) -> Judged {
        let written = 0..=AMOUNT_MAX;
        need(
            written.contains(&amount) && written.contains(&withdraw),
            Refusal::Malformed,
        )?;
        let step = self.step(entry)?;
        need(by == step.to, Refusal::CitedDiffers)?;
        need(amount > 0 || withdraw > 0, Refusal::NothingSaid)?;
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
    pub(super) fn taken_from_payee(
        &self,
        step: &Step,
        amount: Amount,
    ) -> Result<Vec<(usize, Amount)>, Refusal> {
        let mut held: BTreeMap<Node, Amount> = BTreeMap::new();
        for leg in &step.legs {
            held.insert(
                leg.credits,
                self.nodes.get(&leg.credits).map_or(0, Holding::held),
            );
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
        need(rest == 0, Refusal::BeyondReceived)?;
        Ok(taken)
    }

    pub(super) fn bounce(&self, by: Member, entry: Entry, amount: Amount) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        need(by == step.from, Refusal::CitedDiffers)?;
        need(amount <= step.open(), Refusal::BeyondOpen)?;
        let mut effects = given_back(entry, step, amount);
        if step.settled {
            effects.push(Effect::Unheard(entry, amount));
        }
        Ok(effects)
    }

    pub(super) fn reverse(&self, by: Member, entry: Entry, payee_signs: bool) -> Judged {
        let step = self.step(entry)?;
        need(by == step.from, Refusal::CitedDiffers)?;
        need(step.open() > 0, Refusal::BeyondOpen)?;
        need(step.sum(LegTerm::Received) == 0, Refusal::AlreadyReceived)?;
        let overdue = self.today > step.due + GRACE_DAYS;
        need(
            payee_signs || step.settled || overdue,
            Refusal::PayeeNotHeard,
        )?;
        let mut effects = given_back(entry, step, step.open());
        if step.settled && !payee_signs {
            effects.push(Effect::Unheard(entry, step.open()));
        }
        Ok(effects)
    }

    pub(super) fn charge(&self, by: Member, entry: Entry, amount: Amount) -> Judged {
        need_amount(amount)?;
        let step = self.step(entry)?;
        need(by == step.from || by == step.to, Refusal::SignerForeign)?;
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
}
