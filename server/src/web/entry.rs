//! `/{language}/entries/{identity}`: an entry, what both sides say of its step, and its chain.

use super::answer::Asked;
use super::desk::document_view;
use super::error::WebError;
use super::language;
use super::query::Path;
use super::view::lexicon::{Lexicon, Names, entry_ref};
use super::view::{fields, finding, said, step};
use crate::store::read::{Chain, KnownEntry, Link, ROWS_MAX, Window};
use crate::store::{Store, StoreError};
use app::views::{
    ChainLink, EntryPage, EntryRef, EventKind, Minor, Page, Party, Seconds, SignatureView,
    StepEvent, StepView,
};
use axum::response::Response;
use ledger::field::{Identity, Moment};
use ledger::{EnrolledKey, Entry, NodeRef, Step};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) async fn entry(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (app, language) = (&asked.app, asked.language);
    if let Some(index) = as_index(&id) {
        let known = app.store().entry_at(index).await?;
        let known = known.ok_or(WebError::NotFound)?;
        let address = format!("/{}/entries/{}", language.code(), known.note.identity());
        return Ok(language::redirect(&address));
    }
    let identity: Identity = id.parse().map_err(|_| WebError::NotFound)?;
    let visit = asked.visit().await?;
    let store = visit.store();
    let known = store
        .entry_by_identity(&identity)
        .await?
        .ok_or(WebError::NotFound)?;
    let mut page = load(store, known, visit.clock()).await?;
    page.opens_documents = app.desk().is_some();
    Ok(visit.show(&Page::Entry(Box::new(page))))
}

/// An address may say an entry's index: an identity has 64 digits, an index at most 19.
pub(crate) fn as_index(id: &str) -> Option<u64> {
    let short = (1..=19).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit());
    if short { id.parse().ok() } else { None }
}

/// What a page of an entry is made of.
struct Found {
    known: KnownEntry,
    /// The step that it opens or speaks about.
    step: Option<Step>,
    up: Chain,
    down: Chain,
    /// Every entry that the page names.
    entries: BTreeMap<u64, KnownEntry>,
    cited: HashMap<Identity, EntryRef>,
    /// What speaks about the step, in the ledger's order.
    step_events: Vec<u64>,
    related: Vec<u64>,
    keys: HashMap<(String, u32), EnrolledKey>,
    lexicon: Lexicon,
}

async fn load(store: &Store, known: KnownEntry, clock: Seconds) -> Result<EntryPage, StoreError> {
    let index = known.index;
    let found = find(store, known).await?;
    let mut about = vec![index];
    about.extend(
        found
            .step
            .as_ref()
            .map(|step| step.index)
            .filter(|step| *step != index),
    );
    let findings = store.findings_about(&about).await?;
    let findings = finding::views(store, &findings, clock).await?;
    let ledger_time = store.clock_at(index).await?;
    let entry = found.known.note.entry();
    let programme = entry
        .programme()
        .map(|name| found.lexicon.programme(name.as_str()));
    Ok(EntryPage {
        entry: entry_ref(&found.known),
        index,
        time: entry.time().seconds(),
        ledger_time: ledger_time.map(Moment::seconds),
        author: found.lexicon.party(entry.author()),
        currency: programme
            .as_ref()
            .map(|of| found.lexicon.currency(&of.id))
            .unwrap_or_default(),
        programme,
        step: found.step.as_ref().map(|step| found.step_view(step, clock)),
        fields: found.fields(),
        signatures: found.signatures(&found.known),
        chain_up: found.links(&found.up),
        chain_down: found.links(&found.down),
        chain_down_left_out: found.down.left_out,
        related: found
            .related
            .iter()
            .filter_map(|index| found.entries.get(index))
            .map(entry_ref)
            .collect(),
        findings,
        documents: fields::attachments(&found.known.note)
            .iter()
            .map(document_view)
            .collect(),
        opens_documents: false,
        note: String::from_utf8_lossy(found.known.note.bytes()).into_owned(),
    })
}

async fn find(store: &Store, known: KnownEntry) -> Result<Found, StoreError> {
    let step = step_of(store, &known).await?;
    let first = Window::first(ROWS_MAX);
    let spoken = match &step {
        Some(step) => store.about(step.index, None, first).await?,
        None => store.about(known.index, None, first).await?,
    };
    let own_step = step.as_ref().is_some_and(|step| step.index == known.index);
    let sources = sources(store, &known, step.as_ref()).await?;
    let up = store.chain_up(&sources).await?;
    let down_from = step.as_ref().map_or(known.index, |step| step.index);
    let down = store.chain_down(down_from).await?;
    let mut step_events = Vec::new();
    let mut related = Vec::new();
    for row in &spoken {
        let of_step = step.is_some() && said::event_kind_of(row.kind).is_some();
        if of_step {
            &mut step_events
        } else {
            &mut related
        }
        .push(row.index);
    }
    if !own_step {
        related.extend(step.as_ref().map(|step| step.index));
    }
    related.extend(store.endorsements(known.index, first).await?);
    // What the money paid for stands in the chain already.
    let in_chain: BTreeSet<u64> = down.links.iter().map(|link| link.index).collect();
    related.retain(|index| *index != known.index && !in_chain.contains(index));
    let links = up.links.iter().chain(&down.links).map(|link| link.index);
    let mut wanted: BTreeSet<u64> = links
        .chain(step_events.iter().copied())
        .chain(related.iter().copied())
        .collect();
    wanted.extend(step.as_ref().map(|step| step.index));
    let entries = store.entries_at(wanted).await?;
    let mut cited = HashMap::new();
    for identity in fields::cited(&known.note) {
        if let Some(found) = store.entry_by_identity(&identity).await? {
            cited.insert(identity, entry_ref(&found));
        }
    }
    let mut names = Names::default();
    names.steps(&step);
    let all = || entries.values().chain([&known]);
    all().for_each(|entry| fields::names(&entry.note, &mut names));
    let signers = all()
        .flat_map(|entry| entry.note.lines())
        .map(|line| line.name.to_string())
        .collect();
    let keys = store.keys_of(signers).await?;
    let lexicon = names.look_up(store).await?;
    Ok(Found {
        known,
        step,
        up,
        down,
        entries,
        cited,
        step_events,
        related,
        keys,
        lexicon,
    })
}

/// The step that an entry opens or speaks about.
async fn step_of(store: &Store, known: &KnownEntry) -> Result<Option<Step>, StoreError> {
    let cited = match known.note.entry() {
        Entry::Transfer(_) | Entry::Return(_) => return store.step(known.index).await,
        Entry::Receipt(entry) => entry.step,
        Entry::ReceiptCorrect(entry) => entry.step,
        Entry::Bounce(entry) => entry.step,
        Entry::Reversal(entry) => entry.step,
        Entry::Charge(entry) => entry.step,
        Entry::Recovery(entry) => entry.step,
        Entry::WriteOff(entry) => entry.step,
        _ => return Ok(None),
    };
    match store.find(&cited).await? {
        Some(found) => store.step(found.index).await,
        None => Ok(None),
    }
}

/// The nodes that the money of an entry's chain came from.
async fn sources(
    store: &Store,
    known: &KnownEntry,
    step: Option<&Step>,
) -> Result<Vec<NodeRef>, StoreError> {
    if let Some(step) = step {
        return Ok(step.legs.iter().map(|leg| leg.source).collect());
    }
    let cited: Vec<_> = match known.note.entry() {
        Entry::Expense(entry) => entry.sources.iter().map(|source| source.node).collect(),
        Entry::Surrender(entry) => entry.sources.iter().map(|source| source.node).collect(),
        Entry::CarryOver(entry) => entry.sources.iter().map(|source| source.node).collect(),
        Entry::Income(entry) => vec![entry.into],
        Entry::ExpenseRefund(entry) => vec![entry.into],
        _ => Vec::new(),
    };
    let mut nodes = Vec::with_capacity(cited.len());
    for citation in cited {
        let found = store.find(&citation.entry).await?;
        nodes.extend(found.map(|found| NodeRef {
            index: found.index,
            leg: citation.leg,
        }));
    }
    Ok(nodes)
}

impl Found {
    fn entry_at(&self, index: u64) -> Option<&KnownEntry> {
        if index == self.known.index {
            Some(&self.known)
        } else {
            self.entries.get(&index)
        }
    }

    fn signatures(&self, known: &KnownEntry) -> Vec<SignatureView> {
        let lines = known.note.lines().iter().map(|line| {
            let key = self.keys.get(&(line.name.to_string(), line.id.0));
            SignatureView {
                member: self.lexicon.party(&line.name),
                key_id: line.id.to_string(),
                person: key.map(|key| key.person.to_string()).unwrap_or_default(),
            }
        });
        lines.collect()
    }

    fn fields(&self) -> Vec<app::views::FieldView> {
        fields::fields(&self.known.note, &self.lexicon, |identity| {
            let known = self.cited.get(identity).cloned();
            known.unwrap_or_else(|| EntryRef {
                identity: identity.to_string(),
                ..EntryRef::default()
            })
        })
    }

    fn step_view(&self, step: &Step, clock: Seconds) -> StepView {
        let opening = self.entry_at(step.index);
        let sending = opening.map(|known| self.sending(known, step));
        let events = self
            .step_events
            .iter()
            .filter_map(|index| self.entry_at(*index));
        let events: Vec<StepEvent> = events
            .filter_map(|known| self.step_event(known, step))
            .collect();
        let first = events.iter().find(|event| {
            let receipt = matches!(
                event.kind,
                EventKind::ReceivedPart | EventKind::ReceivedFinal
            );
            receipt && event.amount > 0
        });
        let legs = |part: fn(&ledger::Leg) -> Minor| step.legs.iter().map(part).sum();
        StepView {
            row: step::row(&self.lexicon, step, clock),
            purpose: opening
                .and_then(|known| said::purpose(known.note.entry()))
                .unwrap_or_default(),
            taken_back: step.back(),
            charged: step.charged(),
            recovered: legs(|leg| leg.recovered),
            written_off: legs(|leg| leg.written_off),
            contested: step.contested,
            days: first.map(|event| (event.occurred - step.occurred.date()).num_days()),
            events: sending.into_iter().chain(events.iter().cloned()).collect(),
        }
    }

    fn sending(&self, known: &KnownEntry, step: &Step) -> StepEvent {
        StepEvent {
            kind: EventKind::Sent,
            identity: step.identity.to_string(),
            party: self.lexicon.party(&step.from),
            amount: step.sent(),
            occurred: step.occurred.date(),
            time: step.time.seconds(),
            signatures: self.signatures(known),
        }
    }

    fn step_event(&self, known: &KnownEntry, step: &Step) -> Option<StepEvent> {
        let entry = known.note.entry();
        let (kind, amount, occurred) = said::event(entry, step.sent())?;
        Some(StepEvent {
            kind,
            identity: known.note.identity().to_string(),
            party: self.lexicon.party(entry.author()),
            amount,
            occurred: occurred.date(),
            time: entry.time().seconds(),
            signatures: self.signatures(known),
        })
    }

    fn links(&self, chain: &Chain) -> Vec<ChainLink> {
        chain
            .links
            .iter()
            .filter_map(|link| self.link(link))
            .collect()
    }

    fn link(&self, link: &Link) -> Option<ChainLink> {
        let known = self.entry_at(link.index)?;
        let (from, to, whole, occurred) = said::ends(known.note.entry())?;
        let drawn = link.drawn_from.and_then(|node| self.drawn(known, node));
        let party =
            |name: Option<String>| -> Option<Party> { name.map(|name| self.lexicon.party(&name)) };
        Some(ChainLink {
            entry: entry_ref(known),
            from: party(from),
            to: party(to),
            amount: drawn.or(link.amount).unwrap_or(whole),
            occurred: Some(occurred.date()),
            depth: link.depth,
        })
    }

    /// What an entry's lines draw on the nodes of another entry.
    fn drawn(&self, known: &KnownEntry, node: u64) -> Option<Minor> {
        let identity = self.entry_at(node)?.note.identity();
        let sources = match known.note.entry() {
            Entry::Expense(entry) => &entry.sources,
            Entry::Surrender(entry) => &entry.sources,
            Entry::CarryOver(entry) => &entry.sources,
            _ => return None,
        };
        let lines = sources
            .iter()
            .filter(|source| source.node.entry == identity);
        Some(lines.map(|source| source.amount.minor()).sum())
    }
}
