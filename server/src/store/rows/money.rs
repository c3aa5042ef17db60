//! Steps, nodes, earlier payments, sums of a day, what falls due, tallies.

use super::{Stored, Table};
use crate::store::tables::{day_sum, due, leg, node, step, tally};
use crate::store::{StoreError, codes};
use ledger::field::{Day, MemberName, Moment, ProgrammeName};
use ledger::{DaySum, Due, Leg, Minor, Node, NodeRef, Step, TallyKey, Terms};

fn amount(table: Table, column: &'static str, value: Minor) -> Result<i64, StoreError> {
    table.number(column, value)
}

impl Stored for Step {
    type Model = (step::Model, Vec<leg::Model>);

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("step");
        let idx = table.number("idx", self.index)?;
        let contested = (self.contested != 0)
            .then(|| table.digits("contested", self.contested))
            .transpose()?;
        let step = step::Model {
            ledger,
            idx,
            identity: self.identity.0.to_vec(),
            kind: codes::of_step_kind(self.kind),
            programme: self.programme.to_string(),
            payer: self.from.to_string(),
            payee: self.to.to_string(),
            time: self.time.0,
            occurred: self.occurred.number(),
            due: self.due.number(),
            // The store knows these when it appends the step to its parties' lists.
            payer_before: None,
            payee_before: None,
            watched: i64::from(self.watched),
            last_word: i64::from(self.last_word),
            confirmed: self.confirmed.map(Day::number),
            contested,
            taken_from_missing: amount(table, "taken_from_missing", self.taken_from_missing)?,
            waiting: i64::from(!self.last_word && self.open() > 0),
        };
        let legs = (0..)
            .zip(&self.legs)
            .map(|(number, leg)| leg_into(ledger, idx, number, leg));
        Ok((step, legs.collect::<Result<_, _>>()?))
    }

    fn from_model((step, legs): Self::Model) -> Result<Self, StoreError> {
        let table = Table("step");
        let contested = step
            .contested
            .as_deref()
            .map_or(Ok(0), str::parse)
            .map_err(|_| table.error("contested"))?;
        Ok(Self {
            index: table.number("idx", step.idx)?,
            identity: table.identity("identity", &step.identity)?,
            kind: codes::step_kind(step.kind)?,
            programme: table.field("programme", &step.programme)?,
            from: table.field("payer", &step.payer)?,
            to: table.field("payee", &step.payee)?,
            time: Moment(step.time),
            occurred: table.day("occurred", step.occurred)?,
            due: table.day("due", step.due)?,
            watched: table.flag("watched", step.watched)?,
            last_word: table.flag("last_word", step.last_word)?,
            confirmed: step
                .confirmed
                .map(|day| table.day("confirmed", day))
                .transpose()?,
            contested,
            taken_from_missing: Minor::from(step.taken_from_missing),
            legs: legs.iter().map(leg_from).collect::<Result<_, _>>()?,
        })
    }
}

fn leg_into(ledger: i64, idx: i64, number: i64, leg: &Leg) -> Result<leg::Model, StoreError> {
    let table = Table("leg");
    Ok(leg::Model {
        ledger,
        idx,
        leg: number,
        source_idx: table.number("source_idx", leg.source.index)?,
        source_leg: i64::from(leg.source.leg),
        target_idx: table.number("target_idx", leg.target.index)?,
        target_leg: i64::from(leg.target.leg),
        sent: amount(table, "sent", leg.sent)?,
        received: amount(table, "received", leg.received)?,
        back: amount(table, "back", leg.back)?,
        charged: amount(table, "charged", leg.charged)?,
        recovered: amount(table, "recovered", leg.recovered)?,
        written_off: amount(table, "written_off", leg.written_off)?,
    })
}

fn leg_from(leg: &leg::Model) -> Result<Leg, StoreError> {
    let table = Table("leg");
    Ok(Leg {
        source: node_ref(table, leg.source_idx, leg.source_leg)?,
        target: node_ref(table, leg.target_idx, leg.target_leg)?,
        sent: leg.sent.into(),
        received: leg.received.into(),
        back: leg.back.into(),
        charged: leg.charged.into(),
        recovered: leg.recovered.into(),
        written_off: leg.written_off.into(),
    })
}

fn node_ref(table: Table, idx: i64, leg: i64) -> Result<NodeRef, StoreError> {
    Ok(NodeRef {
        index: table.number("idx", idx)?,
        leg: table.number("leg", leg)?,
    })
}

impl Stored for Node {
    type Model = node::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("node");
        Ok(node::Model {
            ledger,
            idx: table.number("idx", self.at.index)?,
            leg: i64::from(self.at.leg),
            entry: self.entry.0.to_vec(),
            time: self.time.0,
            holder: self.holder.to_string(),
            sender: self.sender.to_string(),
            programme: self.programme.to_string(),
            appropriated: amount(table, "appropriated", self.appropriated)?,
            received: amount(table, "received", self.received)?,
            returned: amount(table, "returned", self.returned)?,
            recovered: amount(table, "recovered", self.recovered)?,
            income: amount(table, "income", self.income)?,
            sent: amount(table, "sent", self.sent)?,
            spent: amount(table, "spent", self.spent)?,
            left_over: amount(table, "left_over", self.left)?,
            moved: self.moved.number(),
            carried: i64::from(self.carried),
            watched: i64::from(self.watched),
            holding: i64::from(self.held() > 0),
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("node");
        Ok(Self {
            at: node_ref(table, model.idx, model.leg)?,
            entry: table.identity("entry", &model.entry)?,
            time: Moment(model.time),
            holder: table.field("holder", &model.holder)?,
            sender: table.field("sender", &model.sender)?,
            programme: table.field("programme", &model.programme)?,
            appropriated: model.appropriated.into(),
            received: model.received.into(),
            returned: model.returned.into(),
            recovered: model.recovered.into(),
            income: model.income.into(),
            sent: model.sent.into(),
            spent: model.spent.into(),
            left: model.left_over.into(),
            moved: table.day("moved", model.moved)?,
            carried: table.flag("carried", model.carried)?,
            watched: table.flag("watched", model.watched)?,
        })
    }
}

impl Stored for ((ProgrammeName, MemberName, MemberName, Day), DaySum) {
    type Model = day_sum::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let ((programme, payer, payee, day), sum) = self;
        Ok(day_sum::Model {
            ledger,
            programme: programme.to_string(),
            payer: payer.to_string(),
            payee: payee.to_string(),
            day: day.number(),
            amount: amount(Table("day_sum"), "amount", sum.0)?,
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("day_sum");
        let key = (
            table.field("programme", &model.programme)?,
            table.field("payer", &model.payer)?,
            table.field("payee", &model.payee)?,
            table.day("day", model.day)?,
        );
        Ok((key, DaySum(model.amount.into())))
    }
}

pub(crate) fn due_into(due: &Due, ledger: i64) -> Result<due::Model, StoreError> {
    Ok(due::Model {
        ledger,
        at: due.at.0,
        idx: Table("due").number("idx", due.index)?,
        leg: i64::from(due.leg),
        kind: codes::of_due_kind(due.kind),
    })
}

pub(crate) fn due_from(model: &due::Model) -> Result<Due, StoreError> {
    let table = Table("due");
    Ok(Due {
        at: Moment(model.at),
        index: table.number("idx", model.idx)?,
        leg: table.number("leg", model.leg)?,
        kind: codes::due_kind(model.kind)?,
    })
}

/// A change of a tally, to be added to what stands there.
pub(crate) fn tally_into(
    key: &TallyKey,
    change: &Terms,
    ledger: i64,
) -> Result<tally::Model, StoreError> {
    let table = Table("tally");
    let (scope, scope_value) = codes::of_scope(&key.scope);
    Ok(tally::Model {
        ledger,
        programme: key.programme.to_string(),
        scope,
        scope_value,
        month: i64::from(key.month.number()),
        appropriated: amount(table, "appropriated", change.appropriated)?,
        income: amount(table, "income", change.income)?,
        held: amount(table, "held", change.held)?,
        in_transit: amount(table, "in_transit", change.in_transit)?,
        missing: amount(table, "missing", change.missing)?,
        spent: amount(table, "spent", change.spent)?,
        charged: amount(table, "charged", change.charged)?,
        left_over: amount(table, "left_over", change.left)?,
        written_off: amount(table, "written_off", change.written_off)?,
        sent: amount(table, "sent", change.sent)?,
        taken_back: amount(table, "taken_back", change.taken_back)?,
        meant: amount(table, "meant", change.meant)?,
        received: amount(table, "received", change.received)?,
        recovered: amount(table, "recovered", change.recovered)?,
    })
}
