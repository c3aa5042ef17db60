//! What becomes of a step, act by act: each writes its entry and keeps the plan's books.

use super::cast::{AUDITOR, MINISTRY, word};
use super::fate::{Act, Planned};
use super::founding::amount;
use super::lots::Lot;
use super::script::{count, currency, programme};
use super::sending::{Leg, Sending, Step, sources};
use super::year::{Event, Hour, World};
use ledger::entry::{
    Bounce, Charge, Kind, Receipt, ReceiptCorrect, Recovery, Return, Reversal, WriteOff,
};
use ledger::field::{AmountOrZero, Ascending, NodeCitation, Role, Yes};
use ledger::{Code, Minor};
use std::cmp::Ordering;

/// Days until the ministry or a department confirms what was sent back.
const RETURN_ANSWER_DAYS: i64 = 5;

/// Days after which somebody who can't act tries again.
const TRY_AGAIN_DAYS: i64 = 5;

/// Writes an entry about a step: the fields that all of them have.
macro_rules! about_step {
    ($world:ident, $step:ident, $kind:ident by $author:expr, $role:expr, $reason:expr, { $( $field:ident: $value:expr, )* }) => {{
        let author: usize = $author;
        let time = $world.script.stamp();
        let signers = $world.signers(author, $role);
        let entry = $kind {
            ledger: $world.script.ledger(),
            programme: programme(),
            from: $world.script.actor($world.steps[$step].from).name.clone(),
            to: $world.script.actor($world.steps[$step].to).name.clone(),
            reference: $world.script.reference(author, Kind::$kind),
            step: $world.steps[$step].identity,
            currency: currency(),
            occurred: $world.today,
            late: None,
            reason: $reason.map(word),
            attachments: Ascending::default(),
            time,
            signers: count(&signers),
            $( $field: $value, )*
        };
        $world.script.put(entry, signers);
    }};
}

/// What the payee adds to a receipt that isn't simply the whole.
fn why(said: Minor, open: Minor, last: bool) -> Option<&'static str> {
    match said.cmp(&open) {
        _ if said == 0 => Some("Simulated: nothing has come"),
        Ordering::Less if last => Some("Simulated: less came than was sent; no more is expected"),
        Ordering::Less => Some("Simulated: a part; the rest is expected"),
        Ordering::Equal => None,
        Ordering::Greater if open == 0 => Some("Simulated: it did come"),
        Ordering::Greater => Some("Simulated: more came than was sent"),
    }
}

impl World<'_> {
    /// Does what was planned about a step, or plans it again where it can't be done yet.
    pub(super) fn act(&mut self, step: usize, planned: Planned) {
        let done = match planned.act.clone() {
            Act::Receive { amount, last } => self.receive(step, amount, last),
            Act::Correct(amount) => self.correct(step, amount),
            Act::Withdraw(amount) => self.withdraw(step, amount),
            Act::Bounce(amount) => self.bounce(step, amount),
            Act::Reverse { agreed } => self.reverse(step, agreed),
            Act::Charge(amount) => self.charge(step, amount),
            Act::Recover(amount) => self.recover(step, amount),
            Act::WriteOff(amount) => self.write_off(step, amount),
            Act::Cover(amount) => self.cover(step, amount),
            Act::SendBack { amount, answered } => self.send_back(step, amount, answered),
            Act::SendAgain => self.send_again(step),
            Act::SpendKept => self.spend_kept(step),
        };
        if !done {
            self.later(TRY_AGAIN_DAYS, Hour::Answering, Event::Act(step, planned));
        } else if let Some(code) = planned.closes {
            self.close(step, code);
        }
    }

    fn receive(&mut self, step: usize, said: Minor, last: bool) -> bool {
        let to = self.steps[step].to;
        let reason = why(said, self.steps[step].open(), last);
        about_step!(self, step, Receipt by to, Role::Confirm, reason, {
            amount: AmountOrZero::new(said).expect("a deposit and a tenth are within the limit"),
            last: last.then_some(Yes::Yes),
        });
        self.credit(step, said);
        true
    }

    /// Credits what was received, the first leg first, as far as it was sent.
    fn credit(&mut self, step: usize, said: Minor) {
        let mut left = said;
        let (to, kept) = (self.steps[step].to, self.steps[step].kept);
        for number in 0..self.steps[step].legs.len() {
            let leg = &mut self.steps[step].legs[number];
            let share = left.min(leg.open());
            leg.received += share;
            left -= share;
            let target = leg.target;
            if share > 0 {
                self.give(to, target, share);
                self.keep(to, target, kept);
            }
        }
        if kept {
            self.may_freeze(step);
        } else if said > 0 {
            self.will_spend(to, 3, 20);
        }
    }

    fn keep(&mut self, place: usize, node: NodeCitation, kept: bool) {
        if let Some(holding) = self.purses[place].get_mut(&node) {
            // What the ministry gets back waits for the next deposit, not for spending.
            holding.kept = kept || place == MINISTRY;
        }
    }

    /// Lets the payee spend what it had kept.
    fn release(&mut self, step: usize) {
        self.steps[step].kept = false;
        let to = self.steps[step].to;
        for number in 0..self.steps[step].legs.len() {
            let target = self.steps[step].legs[number].target;
            self.keep(to, target, false);
        }
        self.will_spend(to, 3, 20);
    }

    fn correct(&mut self, step: usize, wrong: Minor) -> bool {
        let to = self.steps[step].to;
        about_step!(self, step, ReceiptCorrect by to, Role::Confirm, Some("Simulated: counted again, it was less"), {
            amount: Some(amount(wrong)),
            withdraw: None,
        });
        let mut left = wrong;
        for number in (0..self.steps[step].legs.len()).rev() {
            let leg = &mut self.steps[step].legs[number];
            let share = left.min(leg.received);
            leg.received -= share;
            left -= share;
            let target = leg.target;
            self.give(to, target, -share);
        }
        self.release(step);
        true
    }

    fn withdraw(&mut self, step: usize, beyond: Minor) -> bool {
        let to = self.steps[step].to;
        about_step!(self, step, ReceiptCorrect by to, Role::Confirm, Some("Simulated: counted again, it was what had been sent"), {
            amount: None,
            withdraw: Some(amount(beyond)),
        });
        true
    }

    fn bounce(&mut self, step: usize, back: Minor) -> bool {
        let from = self.steps[step].from;
        about_step!(self, step, Bounce by from, Role::Pay, Some("Simulated: the bank sent it back"), {
            amount: amount(back),
        });
        self.take_back(step, back);
        true
    }

    /// Gives open money back to where it came from, the last leg first.
    fn take_back(&mut self, step: usize, amount: Minor) {
        let mut left = amount;
        let from = self.steps[step].from;
        for number in (0..self.steps[step].legs.len()).rev() {
            let leg = &mut self.steps[step].legs[number];
            let share = left.min(leg.open());
            leg.gone += share;
            left -= share;
            let source = leg.source;
            self.give(from, source, share);
        }
        self.will_spend(from, 3, 20);
    }

    fn reverse(&mut self, step: usize, agreed: bool) -> bool {
        let (from, to) = (self.steps[step].from, self.steps[step].to);
        let time = self.script.stamp();
        let mut signers = self.signers(from, Role::Pay);
        if agreed {
            signers.extend(self.signers(to, Role::Confirm));
        }
        let reversal = Reversal {
            ledger: self.script.ledger(),
            programme: programme(),
            from: self.script.actor(from).name.clone(),
            to: self.script.actor(to).name.clone(),
            reference: self.script.reference(from, Kind::Reversal),
            step: self.steps[step].identity,
            occurred: self.today,
            late: None,
            reason: Some(word(if agreed {
                "Simulated: sent by mistake; both sides agree"
            } else {
                "Simulated: not received; taken back by the payer"
            })),
            attachments: Ascending::default(),
            time,
            signers: count(&signers),
        };
        self.script.put(reversal, signers);
        let open = self.steps[step].open();
        self.take_back(step, open);
        true
    }

    fn charge(&mut self, step: usize, charge: Minor) -> bool {
        let to = self.steps[step].to;
        about_step!(self, step, Charge by to, Role::Confirm, Some("Simulated: the bank's charge"), {
            by: self.script.actor(to).name.clone(),
            amount: amount(charge),
        });
        self.use_up(step, charge);
        true
    }

    /// Takes off the open part what will not reach the payee, the first leg first.
    fn use_up(&mut self, step: usize, amount: Minor) {
        let mut left = amount;
        for leg in &mut self.steps[step].legs {
            let share = left.min(leg.open());
            leg.gone += share;
            left -= share;
        }
    }

    fn recover(&mut self, step: usize, found: Minor) -> bool {
        let from = self.steps[step].from;
        let into = self.steps[step].legs[0].source;
        about_step!(self, step, Recovery by from, Role::Confirm, Some("Simulated: found at the bank"), {
            by: self.script.actor(from).name.clone(),
            into: into,
            amount: amount(found),
        });
        self.use_up(step, found);
        self.give(from, into, found);
        self.will_spend(from, 3, 20);
        true
    }

    fn write_off(&mut self, step: usize, lost: Minor) -> bool {
        about_step!(self, step, WriteOff by AUDITOR, Role::Audit, Some("Simulated: given up after the audit"), {
            by: self.script.actor(AUDITOR).name.clone(),
            amount: amount(lost),
        });
        self.use_up(step, lost);
        true
    }

    fn cover(&mut self, step: usize, beyond: Minor) -> bool {
        let (from, to) = (self.steps[step].from, self.steps[step].to);
        let Some((node, _)) = self.free(from, beyond).first().copied() else {
            return false;
        };
        if self.frozen.contains(&from) {
            return false;
        }
        let sending = Sending {
            from,
            to,
            account: self.script.actor(to).accounts.values().next().copied(),
            reference: None,
            covers: Some(self.steps[step].identity),
            due: None,
            purpose: Some(word(
                "Simulated: covers what was received beyond what had been sent",
            )),
        };
        let covering = self.send(sending, vec![(node, beyond)], Lot::Settled);
        // Both sides have said so: the rules credit it at once.
        self.credit(covering, beyond);
        true
    }

    fn send_again(&mut self, step: usize) -> bool {
        let (from, to) = (self.steps[step].from, self.steps[step].to);
        let legs = self.steps[step].legs.iter();
        let draws = legs.map(|leg| (leg.source, leg.sent)).collect();
        let sending = Sending {
            from,
            to,
            account: self.script.actor(to).accounts.values().next().copied(),
            reference: None,
            covers: None,
            due: None,
            purpose: Some(word("Simulated: sent again after it had bounced")),
        };
        self.send(sending, draws, Lot::Full);
        true
    }

    fn send_back(&mut self, step: usize, wanted: Minor, answered: bool) -> bool {
        let (from, to) = (self.steps[step].to, self.steps[step].from);
        let mut left = wanted;
        let mut back = Vec::new();
        for leg in &self.steps[step].legs {
            let share = left.min(
                self.purses[from]
                    .get(&leg.target)
                    .map_or(0, |node| node.held),
            );
            left -= share;
            if share > 0 {
                back.push((leg.target, leg.source, share));
            }
        }
        let draws = back
            .iter()
            .map(|(node, _, share)| (*node, *share))
            .collect();
        let draws = self.take(from, draws);
        let sum: Minor = draws.iter().map(|(_, share)| share).sum();
        let time = self.script.stamp();
        let signers = self.signers(from, Role::Pay);
        let reference = self.script.reference(from, Kind::Return);
        let entry = Return {
            ledger: self.script.ledger(),
            programme: programme(),
            from: self.script.actor(from).name.clone(),
            to: self.script.actor(to).name.clone(),
            reference: reference.clone(),
            amount: amount(sum),
            currency: currency(),
            sources: sources(&draws),
            occurred: self.today,
            due: None,
            late: None,
            reason: Some(word("Simulated: not needed this year")),
            attachments: Ascending::default(),
            time,
            signers: count(&signers),
        };
        let identity = self.script.put(entry, signers);
        back.sort_by_key(|(node, ..)| *node);
        let legs = back.into_iter().map(|(source, target, sent)| Leg {
            source,
            target,
            sent,
            received: 0,
            gone: 0,
        });
        let sent_back = Step {
            identity,
            reference,
            from,
            to,
            legs: legs.collect(),
            kept: false,
        };
        self.answer_return(sent_back, sum, answered);
        self.release(step);
        true
    }

    fn answer_return(&mut self, sent_back: Step, sum: Minor, answered: bool) {
        let place = self.begin(sent_back, sum, Lot::Settled);
        if !answered {
            let story = "sent back; not confirmed by the ministry";
            self.plant(place, Code::ReceiptOverdue, sum, story);
            return;
        }
        let planned = Planned {
            after: RETURN_ANSWER_DAYS,
            act: Act::Receive {
                amount: sum,
                last: true,
            },
            closes: None,
        };
        self.later(planned.after, Hour::Answering, Event::Act(place, planned));
    }

    /// Spends all that was kept of a step.
    fn spend_kept(&mut self, step: usize) -> bool {
        let to = self.steps[step].to;
        if self.frozen.contains(&to) {
            return false;
        }
        let legs = self.steps[step].legs.iter();
        let draws = legs.map(|leg| (leg.target, leg.received)).collect();
        self.expense(to, draws);
        true
    }
}
