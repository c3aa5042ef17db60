//! Findings and later signatures.

use super::{Stored, Table, index_bytes};
use crate::store::tables::{endorsement, finding};
use crate::store::{StoreError, codes};
use ledger::field::Moment;
use ledger::{Endorsement, Finding};

impl Stored for Finding {
    type Model = finding::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("finding");
        Ok(finding::Model {
            ledger,
            subject: table.number("subject", self.subject)?,
            leg: i64::from(self.leg),
            code: codes::of_code(self.code),
            is_open: i64::from(self.open()),
            programme: self.programme.to_string(),
            payer: self.payer.to_string(),
            payee: self.payee.to_string(),
            at_risk: table.digits("at_risk", self.at_risk)?,
            since: self.since.number(),
            days: self.days.map(i64::from),
            opened: self.opened.0,
            closed: self.closed.map(|moment| moment.0),
            proof: index_bytes(self.proof.iter().copied()),
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("finding");
        let (proof, rest) = model.proof.as_chunks::<8>();
        if !rest.is_empty() {
            return Err(table.error("proof"));
        }
        Ok(Self {
            subject: table.number("subject", model.subject)?,
            leg: table.number("leg", model.leg)?,
            code: codes::code(model.code)?,
            programme: table.field("programme", &model.programme)?,
            payer: table.field("payer", &model.payer)?,
            payee: table.field("payee", &model.payee)?,
            at_risk: model.at_risk.parse().map_err(|_| table.error("at_risk"))?,
            since: table.day("since", model.since)?,
            days: model
                .days
                .map(|days| table.number("days", days))
                .transpose()?,
            opened: Moment(model.opened),
            closed: model.closed.map(Moment),
            proof: proof.iter().copied().map(u64::from_be_bytes).collect(),
        })
    }
}

impl Stored for Endorsement {
    type Model = endorsement::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("endorsement");
        Ok(endorsement::Model {
            ledger,
            entry: table.number("entry", self.entry)?,
            idx: table.number("idx", self.index)?,
            member: self.by.to_string(),
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("endorsement");
        Ok(Self {
            entry: table.number("entry", model.entry)?,
            index: table.number("idx", model.idx)?,
            by: table.field("member", &model.member)?,
        })
    }
}
