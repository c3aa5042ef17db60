//! A draft as pages show it, beside what is held now.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::{Lexicon, Names};
use super::super::looking::Looking;
use crate::holdings::{Holding, held_by};
use crate::people::{Allocation, Stand};
use crate::state::App;
use app::views::{AllocationView, DraftRow, DraftSource, DraftStand, Minor, ProgrammeRef};
use ledger::Entry;
use ledger::entry::{Kind, Transfer};
use ledger::field::{
    Amount, Day, Identity, MemberName, NodeCitation, ProgrammeName, Prose, RecordRef, Source,
};
use std::collections::BTreeMap;

/// The transfer that a draft's text writes.
pub(in super::super) fn transfer(text: &str) -> Result<Transfer, WebError> {
    match Entry::parse(text) {
        Ok(Entry::Transfer(transfer)) => Ok(*transfer),
        _ => Err(WebError::Internal("a draft isn't a transfer".into())),
    }
}

/// What a draft's text says, of whatever kind it is.
pub(in super::super) struct Said {
    pub(in super::super) kind: Kind,
    pub(in super::super) from: MemberName,
    pub(in super::super) to: MemberName,
    pub(in super::super) programme: ProgrammeName,
    /// Nothing where the text names none: a reversal takes all that is open.
    pub(in super::super) amount: Option<Amount>,
    pub(in super::super) reference: RecordRef,
    pub(in super::super) occurred: Day,
    pub(in super::super) due: Option<Day>,
    pub(in super::super) prose: Option<Prose>,
    pub(in super::super) sources: Vec<Source>,
    /// The step that it is about.
    pub(in super::super) step: Option<Identity>,
    /// The programme that it enters, where it is carried over.
    pub(in super::super) into: Option<ProgrammeName>,
    /// Whether it belongs to a period whose books are closed.
    pub(in super::super) late: bool,
}

impl Said {
    /// Whom and what it names.
    pub(in super::super) fn names(&self, names: &mut Names) {
        names.member(&self.from);
        names.member(&self.to);
        names.programme(&self.programme);
        if let Some(into) = &self.into {
            names.programme(into);
        }
    }
}

/// What a draft's text says.
pub(in super::super) fn said(text: &str) -> Result<Said, WebError> {
    macro_rules! said {
        ($entry:expr, $kind:expr, $amount:expr, $due:expr, $prose:expr, $sources:expr, $step:expr) => {
            Said {
                kind: $kind,
                from: $entry.from,
                to: $entry.to,
                programme: $entry.programme,
                amount: $amount,
                reference: $entry.reference,
                occurred: $entry.occurred,
                due: $due,
                prose: $prose,
                sources: $sources,
                step: $step,
                into: None,
                late: $entry.late.is_some(),
            }
        };
    }
    // What leaves a year stays with nobody else: its author stands on both sides.
    macro_rules! left {
        ($entry:expr, $kind:expr, $into:expr) => {
            Said {
                kind: $kind,
                from: $entry.by.clone(),
                to: $entry.by,
                programme: $entry.programme,
                amount: Some($entry.amount),
                reference: $entry.reference,
                occurred: $entry.occurred,
                due: None,
                prose: $entry.reason,
                sources: $entry.sources.to_vec(),
                step: None,
                into: $into,
                late: $entry.late.is_some(),
            }
        };
    }
    let entry = Entry::parse(text);
    let entry = entry.map_err(|error| WebError::Internal(error.to_string().into()))?;
    Ok(match entry {
        Entry::Transfer(e) => {
            said!(
                e,
                Kind::Transfer,
                Some(e.amount),
                e.due,
                e.purpose,
                e.sources.to_vec(),
                None
            )
        }
        Entry::Return(e) => {
            said!(
                e,
                Kind::Return,
                Some(e.amount),
                e.due,
                e.reason,
                e.sources.to_vec(),
                None
            )
        }
        Entry::Bounce(e) => {
            said!(
                e,
                Kind::Bounce,
                Some(e.amount),
                None,
                e.reason,
                Vec::new(),
                Some(e.step)
            )
        }
        Entry::Reversal(e) => {
            said!(
                e,
                Kind::Reversal,
                None,
                None,
                e.reason,
                Vec::new(),
                Some(e.step)
            )
        }
        Entry::ReceiptCorrect(e) => {
            let amount = e.amount.or(e.withdraw);
            said!(
                e,
                Kind::ReceiptCorrect,
                amount,
                None,
                e.reason,
                Vec::new(),
                Some(e.step)
            )
        }
        Entry::Surrender(e) => left!(e, Kind::Surrender, None),
        Entry::CarryOver(e) => left!(e, Kind::CarryOver, Some(e.into_programme)),
        _ => return Err(WebError::Internal("nobody drafts such an entry".into())),
    })
}

/// What a member holds, and what its other drafts take of it.
pub(in super::super) struct Funds {
    pub(in super::super) held: Vec<(ProgrammeName, Holding)>,
    taken: BTreeMap<NodeCitation, Minor>,
}

impl Funds {
    /// What the member of whoever looks holds now, with what drafts and sheets take of it, but for the
    /// one with this id.
    pub(in super::super) async fn of(
        at: &Looking,
        drafts: &[Allocation],
        but: &str,
    ) -> Result<Self, WebError> {
        let member = &at.person().member;
        let held = held_by(at.app.store(), member).await?;
        let sheets = at.desk.people.open_batches(member).await?;
        let mut taken: BTreeMap<NodeCitation, Minor> = BTreeMap::new();
        for sheet in sheets.iter().filter(|sheet| sheet.id != but) {
            for source in &sheet.takes {
                *taken.entry(source.node).or_default() += source.amount.minor();
            }
        }
        for draft in drafts.iter().filter(|draft| draft.id != but) {
            for source in said(&draft.text)?.sources {
                *taken.entry(source.node).or_default() += source.amount.minor();
            }
        }
        Ok(Self { held, taken })
    }

    /// What is held of a programme and free, the oldest first.
    pub(in super::super) fn free(&self, programme: &ProgrammeName) -> Vec<Holding> {
        let own = self.held.iter().filter(|(of, _)| of == programme);
        let free = own.map(|(_, holding)| Holding {
            held: (holding.held - self.taken_of(holding)).max(0),
            ..holding.clone()
        });
        free.collect()
    }

    /// Whether what these take of a programme is there and free.
    pub(in super::super) fn fits(&self, programme: &ProgrammeName, takes: &[Source]) -> bool {
        let free = self.free(programme);
        let of = |source: &Source| free.iter().find(|node| node.node == source.node);
        let fits =
            |source: &Source| of(source).is_some_and(|node| node.held >= source.amount.minor());
        takes.iter().all(fits)
    }

    /// What of a node other drafts take, at most what is there.
    fn taken_of(&self, holding: &Holding) -> Minor {
        let taken = self.taken.get(&holding.node).copied();
        taken.unwrap_or_default().min(holding.held)
    }

    /// What is held of a programme, and what other drafts take of that.
    pub(in super::super) fn sums(&self, programme: &ProgrammeName) -> (Minor, Minor) {
        let own = self.held.iter().filter(|(of, _)| of == programme);
        own.fold((0, 0), |(held, taken), (_, holding)| {
            (held + holding.held, taken + self.taken_of(holding))
        })
    }

    /// What a node holds.
    pub(in super::super) fn at(&self, node: &NodeCitation) -> Minor {
        let found = self.held.iter().find(|(_, holding)| holding.node == *node);
        found.map_or(0, |(_, holding)| holding.held)
    }

    /// What a node holds that no draft takes.
    pub(in super::super) fn free_of(&self, node: &NodeCitation) -> Minor {
        let taken = self.taken.get(node).copied().unwrap_or_default();
        (self.at(node) - taken).max(0)
    }

    /// Whether something that a transfer draws on is no longer there.
    pub(super) fn is_spent(&self, draft: &Said) -> bool {
        self.lacks(draft.sources.iter())
    }

    /// Whether one of these is no longer there.
    pub(in super::super) fn lacks<'a>(
        &self,
        mut sources: impl Iterator<Item = &'a Source>,
    ) -> bool {
        sources.any(|source| self.at(&source.node) < source.amount.minor())
    }
}

/// What a transfer says, beside what is held now.
pub(in super::super) async fn view(
    app: &App,
    text: &str,
    funds: &Funds,
) -> Result<AllocationView, WebError> {
    let said = said(text)?;
    let mut names = Names::default();
    said.names(&mut names);
    let lexicon = names.look_up(app.store()).await?;
    let (held, drafted) = funds.sums(&said.programme);
    let amount = match (said.amount, &said.step) {
        (Some(amount), _) => amount.minor(),
        (None, Some(step)) => open_of(app, step).await?,
        (None, None) => 0,
    };
    let sources = said.sources.iter().map(|source| DraftSource {
        identity: source.node.entry.to_string(),
        takes: source.amount.minor(),
        held: funds.at(&source.node),
    });
    Ok(AllocationView {
        sources: sources.collect(),
        kind: said.kind.word(),
        step: said.step.map(|step| step.to_string()).unwrap_or_default(),
        from: lexicon.party(&said.from),
        to: lexicon.party(&said.to),
        into: into(&lexicon, &said),
        late: said.late,
        programme: lexicon.programme(said.programme.as_str()),
        currency: lexicon.currency(said.programme.as_str()),
        amount,
        reference: said.reference.to_string(),
        occurred: said.occurred.date(),
        due: said.due.map(Day::date),
        purpose: said.prose.map(|text| text.to_string()).unwrap_or_default(),
        held,
        drafted,
        text: text.to_owned(),
        identity: Identity::of(text).to_string(),
    })
}

/// What is open of a step now: what a reversal of it takes back.
async fn open_of(app: &App, step: &Identity) -> Result<Minor, WebError> {
    let Some(known) = app.store().entry_by_identity(step).await? else {
        return Ok(0);
    };
    let step = app.store().step(known.index).await?;
    Ok(step.map_or(0, |step| step.open()))
}

/// What a transfer is for; empty where it doesn't say.
pub(super) fn prose(transfer: &Transfer) -> String {
    let purpose = transfer.purpose.as_ref();
    purpose.map(ToString::to_string).unwrap_or_default()
}

pub(in super::super) const fn stand(of: Stand) -> DraftStand {
    match of {
        Stand::Previewed => DraftStand::Previewed,
        Stand::Waiting => DraftStand::Waiting,
        Stand::Signing => DraftStand::Signing,
        Stand::SentBack => DraftStand::SentBack,
        Stand::Issued => DraftStand::Issued,
        Stand::Asking => DraftStand::Asking,
    }
}

/// The programme that it enters.
fn into(lexicon: &Lexicon, said: &Said) -> Option<ProgrammeRef> {
    let into = said.into.as_ref()?;
    Some(lexicon.programme(into.as_str()))
}

/// A draft in a list.
pub(in super::super) fn row(lexicon: &Lexicon, draft: &Allocation, said: &Said) -> DraftRow {
    DraftRow {
        id: draft.id.clone(),
        kind: said.kind.word(),
        amount: said.amount.map(Amount::minor),
        currency: lexicon.currency(said.programme.as_str()),
        to: lexicon.party(&said.to),
        into: into(lexicon, said),
        programme: lexicon.programme(said.programme.as_str()),
        reference: said.reference.to_string(),
        maker: draft.maker.clone(),
        changed: draft.changed.seconds(),
        stand: stand(draft.stand),
    }
}
