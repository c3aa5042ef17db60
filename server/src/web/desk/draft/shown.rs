//! A draft as pages show it, beside what is held now.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::{Lexicon, Names};
use crate::holdings::{Holding, held_by};
use crate::people::{Allocation, Stand};
use crate::state::App;
use app::views::{AllocationView, DraftRow, DraftSource, DraftStand, Minor};
use ledger::Entry;
use ledger::entry::Transfer;
use ledger::field::{Day, MemberName, NodeCitation, ProgrammeName};
use std::collections::BTreeMap;

/// The transfer that a draft's text writes.
pub(super) fn transfer(text: &str) -> Result<Transfer, WebError> {
    match Entry::parse(text) {
        Ok(Entry::Transfer(transfer)) => Ok(*transfer),
        _ => Err(WebError::Internal("a draft isn't a transfer".into())),
    }
}

/// What a member holds, and what its other drafts take of it.
pub(super) struct Funds {
    pub(super) held: Vec<(ProgrammeName, Holding)>,
    taken: BTreeMap<NodeCitation, Minor>,
}

impl Funds {
    /// What a member holds now, with what drafts take of it, but for the one with this id.
    pub(super) async fn of(
        app: &App,
        member: &MemberName,
        drafts: &[Allocation],
        but: &str,
    ) -> Result<Self, WebError> {
        let held = held_by(app.store(), member).await?;
        let mut taken = BTreeMap::new();
        for draft in drafts.iter().filter(|draft| draft.id != but) {
            for source in transfer(&draft.text)?.sources.iter() {
                *taken.entry(source.node).or_default() += source.amount.minor();
            }
        }
        Ok(Self { held, taken })
    }

    /// What is held of a programme and free, the oldest first.
    pub(super) fn free(&self, programme: &ProgrammeName) -> Vec<Holding> {
        let own = self.held.iter().filter(|(of, _)| of == programme);
        let free = own.map(|(_, holding)| Holding {
            held: (holding.held - self.taken_of(holding)).max(0),
            ..holding.clone()
        });
        free.collect()
    }

    /// What of a node other drafts take, at most what is there.
    fn taken_of(&self, holding: &Holding) -> Minor {
        let taken = self.taken.get(&holding.node).copied();
        taken.unwrap_or_default().min(holding.held)
    }

    /// What is held of a programme, and what other drafts take of that.
    fn sums(&self, programme: &ProgrammeName) -> (Minor, Minor) {
        let own = self.held.iter().filter(|(of, _)| of == programme);
        own.fold((0, 0), |(held, taken), (_, holding)| {
            (held + holding.held, taken + self.taken_of(holding))
        })
    }

    /// What a node holds.
    fn at(&self, node: &NodeCitation) -> Minor {
        let found = self.held.iter().find(|(_, holding)| holding.node == *node);
        found.map_or(0, |(_, holding)| holding.held)
    }

    /// Whether something that a transfer draws on is no longer there.
    pub(super) fn is_spent(&self, transfer: &Transfer) -> bool {
        let mut sources = transfer.sources.iter();
        sources.any(|source| self.at(&source.node) < source.amount.minor())
    }
}

/// What a transfer says, beside what is held now.
pub(super) async fn view(app: &App, text: &str, funds: &Funds) -> Result<AllocationView, WebError> {
    let transfer = transfer(text)?;
    let mut names = Names::default();
    names.member(&transfer.from);
    names.member(&transfer.to);
    names.programme(&transfer.programme);
    let lexicon = names.look_up(app.store()).await?;
    let (held, drafted) = funds.sums(&transfer.programme);
    let sources = transfer.sources.iter().map(|source| DraftSource {
        identity: source.node.entry.to_string(),
        takes: source.amount.minor(),
        held: funds.at(&source.node),
    });
    Ok(AllocationView {
        sources: sources.collect(),
        from: lexicon.party(&transfer.from),
        to: lexicon.party(&transfer.to),
        programme: lexicon.programme(transfer.programme.as_str()),
        currency: lexicon.currency(transfer.programme.as_str()),
        amount: transfer.amount.minor(),
        reference: transfer.reference.to_string(),
        occurred: transfer.occurred.date(),
        due: transfer.due.map(Day::date),
        purpose: prose(&transfer),
        held,
        drafted,
        text: text.to_owned(),
        identity: ledger::field::Identity::of(text).to_string(),
    })
}

/// What a transfer is for; empty where it doesn't say.
pub(super) fn prose(transfer: &Transfer) -> String {
    let purpose = transfer.purpose.as_ref();
    purpose.map(ToString::to_string).unwrap_or_default()
}

pub(super) const fn stand(of: Stand) -> DraftStand {
    match of {
        Stand::Waiting | Stand::Signing => DraftStand::Waiting,
        Stand::SentBack => DraftStand::SentBack,
        Stand::Issued => DraftStand::Issued,
    }
}

/// A draft in a list.
pub(super) fn row(lexicon: &Lexicon, draft: &Allocation, transfer: &Transfer) -> DraftRow {
    DraftRow {
        id: draft.id.clone(),
        amount: transfer.amount.minor(),
        currency: lexicon.currency(transfer.programme.as_str()),
        to: lexicon.party(&transfer.to),
        programme: lexicon.programme(transfer.programme.as_str()),
        reference: transfer.reference.to_string(),
        maker: draft.maker.clone(),
        changed: draft.changed.seconds(),
        stand: stand(draft.stand),
    }
}
