//! The ledger itself, members, keys, houses, proposals, programmes.

use super::{Stored, Table, lines};
use crate::store::tables::{enrolled_key, head, house, member, programme, proposal};
use crate::store::{StoreError, codes};
use ledger::field::{
    Commitment, Days, Exponent, KeyId, LedgerName, MemberName, Moment, Offset, Origin,
    PartsPerMillion, PublicKey, Roles, Tier,
};
use ledger::{EnrolledKey, Head, House, Member, Minor, Programme, Proposal};

/// Writes the rules' columns of the head row; fence and holder stay as they are.
pub(crate) fn head_into(head: &Head, model: &mut head::Model) -> Result<(), StoreError> {
    let table = Table("head");
    model.next_index = table.number("next_index", head.next_index)?;
    model.origin = Some(head.ledger.origin.to_string());
    model.genesis = Some(head.ledger.genesis.cast_signed());
    model.clock = head.clock.0;
    model.operator = Some(head.operator.to_string());
    model.voting_houses = i64::from(head.voting_houses);
    model.log_key = head.log_key.map(|key| key.bytes().to_vec());
    model.rules = i64::from(head.rules);
    Ok(())
}

/// The ledger's row, or nothing before the genesis.
pub(crate) fn head_from(model: &head::Model) -> Result<Option<Head>, StoreError> {
    let table = Table("head");
    let (Some(origin), Some(genesis), Some(operator)) =
        (&model.origin, model.genesis, &model.operator)
    else {
        return Ok(None);
    };
    let log_key = model
        .log_key
        .as_deref()
        .map(|bytes| public_key(table, "log_key", bytes))
        .transpose()?;
    Ok(Some(Head {
        ledger: LedgerName {
            origin: table.field::<Origin>("origin", origin)?,
            genesis: genesis.cast_unsigned(),
        },
        next_index: table.number("next_index", model.next_index)?,
        clock: Moment(model.clock),
        operator: table.field("operator", operator)?,
        voting_houses: table.number("voting_houses", model.voting_houses)?,
        log_key,
        rules: table.number("rules", model.rules)?,
    }))
}

fn public_key(table: Table, column: &'static str, bytes: &[u8]) -> Result<PublicKey, StoreError> {
    PublicKey::new(table.hash(column, bytes)?).map_err(|_| table.error(column))
}

fn tier(table: Table, value: i64) -> Result<Tier, StoreError> {
    table.number("tier", value).map(Tier)
}

impl Stored for Member {
    type Model = member::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("member");
        Ok(member::Model {
            ledger,
            name: self.name.to_string(),
            title: self.title.to_string(),
            function: codes::of_function(self.function),
            tier: i64::from(self.tier.0),
            parent: self.parent.as_ref().map(ToString::to_string),
            region: self.region.as_ref().map(ToString::to_string),
            house: self.house.to_string(),
            voting: i64::from(self.voting),
            accounts: self.accounts.iter().flat_map(|account| account.0).collect(),
            frozen: i64::from(self.frozen),
            recovery: self.recovery.bytes().to_vec(),
            activated: table.number("activated", self.activated)?,
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("member");
        let (accounts, rest) = model.accounts.as_chunks::<32>();
        if !rest.is_empty() {
            return Err(table.error("accounts"));
        }
        Ok(Self {
            name: table.field("name", &model.name)?,
            title: table.field("title", &model.title)?,
            function: codes::function(model.function)?,
            tier: tier(table, model.tier)?,
            parent: table.optional("parent", model.parent.as_ref())?,
            region: table.optional("region", model.region.as_ref())?,
            house: table.field("house", &model.house)?,
            voting: table.flag("voting", model.voting)?,
            accounts: accounts.iter().copied().map(Commitment).collect(),
            frozen: table.flag("frozen", model.frozen)?,
            recovery: public_key(table, "recovery", &model.recovery)?,
            activated: table.number("activated", model.activated)?,
        })
    }
}

impl Stored for EnrolledKey {
    type Model = enrolled_key::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("enrolled_key");
        let index =
            |column, value: Option<u64>| value.map(|value| table.number(column, value)).transpose();
        Ok(enrolled_key::Model {
            ledger,
            member: self.member.to_string(),
            key_id: i64::from(self.id.0),
            public: self.public.bytes().to_vec(),
            person: self.person.to_string(),
            roles: i64::from(self.roles.bits()),
            enrolled: table.number("enrolled", self.enrolled)?,
            revoked: index("revoked", self.revoked)?,
            compromised_since: index("compromised_since", self.compromised_since)?,
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("enrolled_key");
        let index =
            |column, value: Option<i64>| value.map(|value| table.number(column, value)).transpose();
        let roles = table.number("roles", model.roles)?;
        Ok(Self {
            member: table.field("member", &model.member)?,
            id: KeyId(table.number("key_id", model.key_id)?),
            public: public_key(table, "public", &model.public)?,
            person: table.field("person", &model.person)?,
            roles: Roles::from_bits(roles).ok_or_else(|| table.error("roles"))?,
            enrolled: table.number("enrolled", model.enrolled)?,
            revoked: index("revoked", model.revoked)?,
            compromised_since: index("compromised_since", model.compromised_since)?,
        })
    }
}

impl Stored for House {
    type Model = house::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        Ok(house::Model {
            ledger,
            name: self.name.to_string(),
            voting_members: i64::from(self.voting_members),
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("house");
        Ok(Self {
            name: table.field("name", &model.name)?,
            voting_members: table.number("voting_members", model.voting_members)?,
        })
    }
}

impl Stored for Proposal {
    type Model = proposal::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("proposal");
        Ok(proposal::Model {
            ledger,
            idx: table.number("idx", self.index)?,
            identity: self.identity.0.to_vec(),
            time: self.time.0,
            member: self.member.to_string(),
            title: self.title.to_string(),
            function: codes::of_function(self.function),
            tier: i64::from(self.tier.0),
            parent: self.parent.as_ref().map(ToString::to_string),
            region: self.region.as_ref().map(ToString::to_string),
            house: self.house.to_string(),
            voting: i64::from(self.voting),
            yes: lines(&self.yes),
            no: lines(&self.no),
            settled: self
                .settled
                .map(|index| table.number("settled", index))
                .transpose()?,
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("proposal");
        Ok(Self {
            index: table.number("idx", model.idx)?,
            identity: table.identity("identity", &model.identity)?,
            time: Moment(model.time),
            member: table.field("member", &model.member)?,
            title: table.field("title", &model.title)?,
            function: codes::function(model.function)?,
            tier: tier(table, model.tier)?,
            parent: table.optional("parent", model.parent.as_ref())?,
            region: table.optional("region", model.region.as_ref())?,
            house: table.field("house", &model.house)?,
            voting: table.flag("voting", model.voting)?,
            yes: table.lines::<MemberName>("yes", &model.yes)?,
            no: table.lines::<MemberName>("no", &model.no)?,
            settled: model
                .settled
                .map(|index| table.number("settled", index))
                .transpose()?,
        })
    }
}

impl Stored for Programme {
    type Model = programme::Model;

    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError> {
        let table = Table("programme");
        Ok(programme::Model {
            ledger,
            name: self.name.to_string(),
            owner: self.owner.to_string(),
            title: self.title.to_string(),
            currency: self.currency.to_string(),
            exponent: i64::from(self.exponent.0),
            starts: self.starts.number(),
            ends: self.ends.number(),
            offset_minutes: i64::from(self.offset.minutes()),
            basis: codes::of_basis(self.basis),
            payees: codes::of_payees(self.payees),
            hop_days: i64::from(self.hop_days.0),
            idle_days: i64::from(self.idle_days.0),
            grace_days: i64::from(self.grace_days.0),
            tolerance: i64::from(self.tolerance.parts()),
            thresholds: lines(&self.thresholds),
            closed_through: self.closed_through.map(ledger::field::Day::number),
            closed: i64::from(self.closed),
            volume: table.number("volume", self.volume)?,
            opened: table.number("opened", self.opened)?,
        })
    }

    fn from_model(model: Self::Model) -> Result<Self, StoreError> {
        let table = Table("programme");
        let days = |column, value: i64| table.number(column, value).map(Days);
        let offset = Offset::new(table.number("offset_minutes", model.offset_minutes)?);
        let tolerance = PartsPerMillion::new(table.number("tolerance", model.tolerance)?);
        Ok(Self {
            name: table.field("name", &model.name)?,
            owner: table.field("owner", &model.owner)?,
            title: table.field("title", &model.title)?,
            currency: table.field("currency", &model.currency)?,
            exponent: Exponent(table.number("exponent", model.exponent)?),
            starts: table.day("starts", model.starts)?,
            ends: table.day("ends", model.ends)?,
            offset: offset.ok_or_else(|| table.error("offset_minutes"))?,
            basis: codes::basis(model.basis)?,
            payees: codes::payees(model.payees)?,
            hop_days: days("hop_days", model.hop_days)?,
            idle_days: days("idle_days", model.idle_days)?,
            grace_days: days("grace_days", model.grace_days)?,
            tolerance: tolerance.ok_or_else(|| table.error("tolerance"))?,
            thresholds: table.lines("thresholds", &model.thresholds)?,
            closed_through: model
                .closed_through
                .map(|day| table.day("closed_through", day))
                .transpose()?,
            closed: table.flag("closed", model.closed)?,
            volume: Minor::from(model.volume),
            opened: table.number("opened", model.opened)?,
        })
    }
}
