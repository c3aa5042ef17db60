//! Loading the facts that the rules ask for: a number of statements that doesn't grow with the
//! group.

use super::marks::Mark;
use super::open::read_head;
use super::rows::{Stored, due_from, head_from};
use super::session::Session;
use super::sql::{self, Lookup};
use super::tables::{
    day_sum, due, enrolled_key, entry, finding, house, leg, member, node, programme, proposal, step,
};
use super::{Store, StoreError};
use ledger::entry::Kind;
use ledger::field::{Identity, MemberName, Moment, RecordRef};
use ledger::{
    Admitted, Due, DueKind, Entry, Facts, NodeRef, Note, Reference, Step, Wanted, limits,
    payment_key,
};
use sea_orm::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is wanted, by table.
#[derive(Default)]
struct Wants<'a> {
    members: BTreeSet<&'a MemberName>,
    key_holders: BTreeSet<&'a MemberName>,
    houses: BTreeSet<&'a MemberName>,
    programmes: BTreeSet<String>,
    references: Vec<(&'a MemberName, Kind, &'a RecordRef)>,
    repeats: BTreeSet<(i64, u64)>,
    day_sums: Vec<Vec<Value>>,
    proposals: BTreeSet<Identity>,
    /// Entries whose place is asked, steps and nodes among them.
    entries: BTreeSet<Identity>,
    /// Steps whose nodes and findings are wanted too.
    steps: BTreeSet<Identity>,
    dues: Option<Moment>,
}

impl<'a> Wants<'a> {
    fn sort(wanted: &'a [Wanted]) -> Self {
        let mut wants = Self::default();
        for wanted in wanted {
            wants.add(wanted);
        }
        wants
    }

    fn add(&mut self, wanted: &'a Wanted) {
        match wanted {
            Wanted::Member(name) => _ = self.members.insert(name),
            Wanted::Key(member, _) => _ = self.key_holders.insert(member),
            Wanted::House(name) => _ = self.houses.insert(name),
            Wanted::Proposal(identity) => {
                self.proposals.insert(*identity);
                self.entries.insert(*identity);
            }
            Wanted::Programme(name) => _ = self.programmes.insert(name.to_string()),
            Wanted::Reference(member, kind, reference) => {
                self.references.push((member, *kind, reference));
            }
            Wanted::Entry(identity) => _ = self.entries.insert(*identity),
            Wanted::Step(identity) => {
                self.entries.insert(*identity);
                self.steps.insert(*identity);
            }
            Wanted::Node(citation) => _ = self.entries.insert(citation.entry),
            Wanted::Repeat(fortnight, digest) => _ = self.repeats.insert((*fortnight, *digest)),
            Wanted::DaySum(programme, payer, payee, day) => self.day_sums.push(vec![
                programme.as_str().into(),
                payer.as_str().into(),
                payee.as_str().into(),
                day.number().into(),
            ]),
            Wanted::Dues(until) => self.dues = self.dues.max(Some(*until)),
        }
    }
}

impl Store {
    /// Loads facts: every row that is wanted and there. The head is always among them.
    ///
    /// # Errors
    /// [`StoreError`] where the database fails or a row can't be read.
    pub async fn load(&self, wanted: &[Wanted]) -> Result<Facts, StoreError> {
        let mut facts = Facts {
            head: self.head().await?,
            ..Facts::default()
        };
        let mut wants = Wants::sort(wanted);
        let (connection, ledger) = (self.reads(), self.ledger());
        self.load_marked(&mut facts, &wants).await?;
        self.load_money(&mut facts, &mut wants).await?;
        load_membership(connection, ledger, &mut facts, &wants).await?;
        let sums: Vec<day_sum::Model> =
            sql::select(connection, ledger, Lookup::Composite(4), wants.day_sums).await?;
        for model in sums {
            let (key, sum) = Stored::from_model(model)?;
            facts.day_sums.insert(key, sum);
        }
        Ok(facts)
    }

    /// References that were used and payments that were made: nearly none of those asked for, so
    /// the few entries that have their marks are read and compared.
    async fn load_marked(&self, facts: &mut Facts, wants: &Wants<'_>) -> Result<(), StoreError> {
        let references = wants.references.iter();
        let references =
            references.map(|(member, kind, text)| Mark::of_repeat(member, *kind, text));
        let payments = wants.repeats.iter().map(|key| Mark::of_payment(*key));
        let marks: Vec<Mark> = references.chain(payments).collect();
        let found = self.marked(&marks).await?;
        let indexes: BTreeSet<u64> = found.into_iter().map(|(_, index)| index).collect();
        let wanted: BTreeSet<_> = wants.references.iter().copied().collect();
        for (index, note) in self.notes_at(&indexes).await? {
            let entry = note.entry();
            let reference = (entry.author(), entry.kind(), entry.reference());
            if wanted.contains(&reference) {
                let (author, kind, text) = reference;
                let identity = note.identity();
                let used = Reference { index, identity };
                facts
                    .references
                    .insert((author.clone(), kind, text.clone()), used);
            }
            if let Entry::Transfer(transfer) = entry {
                let key = payment_key(transfer);
                if wants.repeats.contains(&key) {
                    let payments = &mut facts.repeats.entry(key).or_default().payments;
                    payments.push((transfer.occurred, index));
                }
            }
        }
        // The rules forget the earliest; entries came in their order.
        for repeat in facts.repeats.values_mut() {
            let over = repeat.payments.len().saturating_sub(limits::REPEATS_KEPT);
            repeat.payments.drain(..over);
        }
        Ok(())
    }

    /// Notes by their indexes, in their order.
    async fn notes_at(&self, indexes: &BTreeSet<u64>) -> Result<BTreeMap<u64, Note>, StoreError> {
        let models: Vec<entry::Model> =
            sql::select_by_number(self.reads(), self.ledger(), signed(indexes)).await?;
        let notes = models.into_iter().map(|model| {
            let note = Note::parse(&model.note).map_err(|_| StoreError::Row {
                table: "entry",
                column: "note",
            })?;
            Ok((model.idx.cast_unsigned(), note))
        });
        notes.collect()
    }

    /// Steps, nodes and findings: by the identities that are cited, and by what falls due.
    async fn load_money(&self, facts: &mut Facts, wants: &mut Wants<'_>) -> Result<(), StoreError> {
        let candidates = self.candidates(&wants.entries).await?;
        let dues = match wants.dues {
            Some(until) => load_dues(self.reads(), self.ledger(), until).await?,
            None => Vec::new(),
        };
        let mut indexes: BTreeSet<u64> = candidates.iter().map(|(_, index)| *index).collect();
        indexes.extend(dues.iter().map(|due| due.index));
        indexes.extend(
            facts
                .repeats
                .values()
                .flat_map(|repeat| &repeat.payments)
                .map(|(_, index)| *index),
        );
        load_steps(self.reads(), self.ledger(), facts, &indexes).await?;
        indexes.extend(self.ends(facts, wants, &dues));
        load_nodes(self.reads(), self.ledger(), facts, &indexes).await?;
        load_findings(self.reads(), self.ledger(), facts, &indexes).await?;
        facts.dues.extend(&dues);
        for due in dues {
            let node = facts.nodes.get(&NodeRef {
                index: due.index,
                leg: due.leg,
            });
            let step = facts.steps.get(&due.index);
            wants
                .programmes
                .extend(node.map(|node| node.programme.to_string()));
            wants
                .programmes
                .extend(step.map(|step| step.programme.to_string()));
        }
        self.place_entries(facts, &candidates, wants).await
    }

    /// Indexes at which each of these identities may stand.
    async fn candidates(
        &self,
        identities: &BTreeSet<Identity>,
    ) -> Result<Vec<(Identity, u64)>, StoreError> {
        let mut by_mark: HashMap<Mark, Vec<Identity>> = HashMap::with_capacity(identities.len());
        for identity in identities {
            let mark = Mark::of_identity(identity);
            by_mark.entry(mark).or_default().push(*identity);
        }
        let marks: Vec<Mark> = by_mark.keys().copied().collect();
        let mut candidates = Vec::with_capacity(identities.len());
        for (mark, index) in self.marked(&marks).await? {
            candidates.extend(by_mark[&mark].iter().map(|identity| (*identity, index)));
        }
        Ok(candidates)
    }

    /// The nodes at both ends of the steps that are asked for as such.
    fn ends(&self, facts: &Facts, wants: &Wants<'_>, dues: &[Due]) -> BTreeSet<u64> {
        let due: BTreeSet<u64> = dues
            .iter()
            .filter(|due| due.kind == DueKind::Receipt)
            .map(|due| due.index)
            .collect();
        let asked =
            |step: &&Step| wants.steps.contains(&step.identity) || due.contains(&step.index);
        let legs = facts
            .steps
            .values()
            .filter(asked)
            .flat_map(|step| &step.legs);
        legs.flat_map(|leg| [leg.source.index, leg.target.index])
            .collect()
    }

    /// Says where the cited entries stand: a step or node says it of its own, for any other the
    /// note is read.
    async fn place_entries(
        &self,
        facts: &mut Facts,
        candidates: &[(Identity, u64)],
        wants: &Wants<'_>,
    ) -> Result<(), StoreError> {
        for step in facts.steps.values() {
            facts.entries.insert(
                step.identity,
                Admitted {
                    index: step.index,
                    time: step.time,
                },
            );
        }
        for node in facts.nodes.values() {
            facts.entries.insert(
                node.entry,
                Admitted {
                    index: node.at.index,
                    time: node.time,
                },
            );
        }
        let unplaced = |(identity, _): &&(Identity, u64)| !facts.entries.contains_key(identity);
        let indexes: BTreeSet<u64> = candidates
            .iter()
            .filter(unplaced)
            .map(|(_, index)| *index)
            .collect();
        for (index, note) in self.notes_at(&indexes).await? {
            let admitted = Admitted {
                index,
                time: note.entry().time(),
            };
            facts.entries.insert(note.identity(), admitted);
        }
        let places = wants
            .proposals
            .iter()
            .filter_map(|identity| facts.entries.get(identity));
        let places: BTreeSet<u64> = places.map(|admitted| admitted.index).collect();
        let models: Vec<proposal::Model> =
            sql::select_by_number(self.reads(), self.ledger(), signed(&places)).await?;
        for model in models {
            let proposal = ledger::Proposal::from_model(model)?;
            facts.proposals.insert(proposal.identity, proposal);
        }
        Ok(())
    }

    /// The ledger's row, or nothing before the genesis.
    ///
    /// # Errors
    /// [`StoreError`] where the database fails or the row can't be read.
    pub async fn head(&self) -> Result<Option<ledger::Head>, StoreError> {
        match read_head(self.reads(), self.ledger()).await? {
            Some(model) => head_from(&model),
            None => Ok(None),
        }
    }
}

/// Indexes as the database holds them; one that leaves 63 bits is in no table.
fn signed(indexes: &BTreeSet<u64>) -> Vec<i64> {
    indexes
        .iter()
        .filter_map(|index| i64::try_from(*index).ok())
        .collect()
}

async fn load_steps(
    session: &impl Session,
    ledger: i64,
    facts: &mut Facts,
    indexes: &BTreeSet<u64>,
) -> Result<(), StoreError> {
    let steps: Vec<step::Model> = sql::select_by_number(session, ledger, signed(indexes)).await?;
    let found = steps.iter().map(|step| step.idx).collect::<BTreeSet<_>>();
    let legs: Vec<leg::Model> = sql::select_by_number(session, ledger, found).await?;
    let mut by_step: BTreeMap<i64, BTreeMap<i64, leg::Model>> = BTreeMap::new();
    for leg in legs {
        by_step.entry(leg.idx).or_default().insert(leg.leg, leg);
    }
    for step in steps {
        let legs = by_step
            .remove(&step.idx)
            .unwrap_or_default()
            .into_values()
            .collect();
        let step = Step::from_model((step, legs))?;
        facts.steps.insert(step.index, step);
    }
    Ok(())
}

async fn load_nodes(
    session: &impl Session,
    ledger: i64,
    facts: &mut Facts,
    indexes: &BTreeSet<u64>,
) -> Result<(), StoreError> {
    let nodes: Vec<node::Model> = sql::select_by_number(session, ledger, signed(indexes)).await?;
    for model in nodes {
        let node = ledger::Node::from_model(model)?;
        facts.nodes.insert(node.at, node);
    }
    Ok(())
}

async fn load_findings(
    session: &impl Session,
    ledger: i64,
    facts: &mut Facts,
    indexes: &BTreeSet<u64>,
) -> Result<(), StoreError> {
    let findings: Vec<finding::Model> =
        sql::select_by_number(session, ledger, signed(indexes)).await?;
    for model in findings {
        let finding = ledger::Finding::from_model(model)?;
        facts.findings.insert(finding.key(), finding);
    }
    Ok(())
}

async fn load_dues(
    session: &impl Session,
    ledger: i64,
    until: Moment,
) -> Result<Vec<Due>, StoreError> {
    let select = "SELECT ledger, at, idx, leg, kind FROM due WHERE ledger = ? AND at <= ? \
                  ORDER BY ledger, at, idx, leg, kind LIMIT ?";
    let limit = i64::try_from(limits::DUES_PER_TICK).unwrap_or(i64::MAX);
    let rows = sql::query(
        session,
        select,
        [ledger.into(), until.0.into(), limit.into()],
    )
    .await?;
    rows.iter()
        .map(|row| due_from(&<due::Model as super::tables::Row>::read(row)?))
        .collect()
}

async fn load_membership(
    session: &impl Session,
    ledger: i64,
    facts: &mut Facts,
    wants: &Wants<'_>,
) -> Result<(), StoreError> {
    let names =
        |names: &BTreeSet<&MemberName>| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let members: Vec<member::Model> =
        sql::select_by_text(session, ledger, names(&wants.members)).await?;
    for model in members {
        let member = ledger::Member::from_model(model)?;
        facts.members.insert(member.name.clone(), member);
    }
    let keys: Vec<enrolled_key::Model> =
        sql::select_by_text(session, ledger, names(&wants.key_holders)).await?;
    for model in keys {
        let key = ledger::EnrolledKey::from_model(model)?;
        facts.keys.insert((key.member.clone(), key.id), key);
    }
    let houses: Vec<house::Model> =
        sql::select_by_text(session, ledger, names(&wants.houses)).await?;
    for model in houses {
        let house = ledger::House::from_model(model)?;
        facts.houses.insert(house.name.clone(), house);
    }
    let programmes = wants.programmes.iter().cloned();
    let programmes: Vec<programme::Model> =
        sql::select_by_text(session, ledger, programmes).await?;
    for model in programmes {
        let programme = ledger::Programme::from_model(model)?;
        facts.programmes.insert(programme.name.clone(), programme);
    }
    Ok(())
}
