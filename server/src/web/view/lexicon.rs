//! What members and programmes are called: looked up once for all that a page names.

use crate::store::read::KnownEntry;
use crate::store::{Store, StoreError};
use app::views::{Currency, EntryRef, Party, ProgrammeRef};
use ledger::{Finding, Programme, Step};
use std::collections::{BTreeSet, HashMap};

/// Names that a page will mention.
#[derive(Debug, Default)]
pub(crate) struct Names {
    members: BTreeSet<String>,
    programmes: BTreeSet<String>,
}

impl Names {
    pub(crate) fn member(&mut self, name: &(impl ToString + ?Sized)) {
        self.members.insert(name.to_string());
    }

    pub(crate) fn programme(&mut self, name: &(impl ToString + ?Sized)) {
        self.programmes.insert(name.to_string());
    }

    pub(crate) fn steps<'a>(&mut self, steps: impl IntoIterator<Item = &'a Step>) {
        for step in steps {
            self.member(&step.from);
            self.member(&step.to);
            self.programme(&step.programme);
        }
    }

    pub(crate) fn findings<'a>(&mut self, findings: impl IntoIterator<Item = &'a Finding>) {
        for finding in findings {
            self.member(&finding.payer);
            self.member(&finding.payee);
            self.programme(&finding.programme);
        }
    }

    /// Looks them up.
    pub(crate) async fn look_up(self, store: &Store) -> Result<Lexicon, StoreError> {
        let titles = store.titles(self.members).await?;
        let programmes = store.programmes_named(self.programmes).await?;
        Ok(Lexicon { titles, programmes })
    }
}

/// What they are called.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    titles: HashMap<String, String>,
    programmes: HashMap<String, Programme>,
}

impl Lexicon {
    pub(crate) fn party(&self, name: &(impl ToString + ?Sized)) -> Party {
        let name = name.to_string();
        let title = self.titles.get(&name).cloned().unwrap_or_default();
        Party { name, title }
    }

    pub(crate) fn terms(&self, name: &str) -> Option<&Programme> {
        self.programmes.get(name)
    }

    pub(crate) fn programme(&self, name: &str) -> ProgrammeRef {
        let title = self
            .terms(name)
            .map(|programme| programme.title.to_string());
        ProgrammeRef {
            id: name.to_owned(),
            title: title.unwrap_or_default(),
        }
    }

    pub(crate) fn currency(&self, programme: &str) -> Currency {
        self.terms(programme).map(currency).unwrap_or_default()
    }
}

/// A programme's currency.
pub(crate) fn currency(programme: &Programme) -> Currency {
    Currency {
        code: programme.currency.to_string(),
        exponent: programme.exponent.0,
    }
}

/// An entry where a page names it.
pub(crate) fn entry_ref(known: &KnownEntry) -> EntryRef {
    EntryRef {
        identity: known.note.identity().to_string(),
        kind: known.note.kind().word().to_owned(),
        reference: known.note.entry().reference().to_string(),
    }
}
