//! What was typed of an allocation, read against the ledger.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::{currency, entry_ref};
use super::super::form::fault;
use super::super::looking::Looking;
use super::super::{amount, head};
use super::form::Work;
use super::shown::said;
use crate::draft::Draft as Writing;
use crate::holdings::{DrawFault, draw};
use crate::search;
use crate::store::read::Window;
use app::views::{DraftFormPage, FieldError, Party};
use ledger::entry::Kind;
use ledger::field::{
    Amount, Commitment, Day, Field, MemberName, Prose, RecordRef, SignerCount, Source,
};
use ledger::{Entry, Head, Member, Programme, Step};

/// Members that are proposed where what was typed is nobody's name.
const FOUND_SHOWN: u32 = 5;

/// Steps of a payee among which its last paid account is looked for: a year of monthly money from a
/// handful of payers.
const STEPS_LOOKED_AT: u32 = 50;

type Read<T> = Result<T, FieldError>;

/// Whom money goes to, and the account that the transfer names.
type Payee = (MemberName, Option<Commitment>);

impl Work {
    /// The text that this form makes; or nothing, and the form says what is wrong with it.
    pub(super) async fn text(&self, form: &mut DraftFormPage) -> Result<Option<String>, WebError> {
        let head = head(&self.at.app).await?;
        let programme = self.programme(form).await?;
        let payee = self.payee(form).await?;
        let reference = self.reference(form).await?;
        let sources = match &programme {
            Ok(programme) => self.sources(form, programme),
            Err(_) => Err(None),
        };
        let time = self.at.desk.signing_time(&head);
        let today = time.local_day(programme.as_ref().map_or_else(
            |_| ledger::field::Offset::default(),
            |programme| programme.offset,
        ));
        let occurred = occurred(&form.occurred, today);
        let due = due(&form.due, occurred.as_ref().ok());
        let purpose = purpose(form);
        let wrong = [
            programme.as_ref().err(),
            payee.as_ref().err(),
            sources.as_ref().err().and_then(Option::as_ref),
            reference.as_ref().err(),
            occurred.as_ref().err(),
            due.as_ref().err(),
            purpose.as_ref().err(),
        ];
        form.errors = wrong.into_iter().flatten().cloned().collect();
        let (Ok(programme), Ok((to, account)), Ok((amount, sources)), Ok(reference)) =
            (programme, payee, sources, reference)
        else {
            return Ok(None);
        };
        let (Ok(occurred), Ok(due), Ok(purpose)) = (occurred, due, purpose) else {
            return Ok(None);
        };
        let entry = self
            .begun(&head, &programme)
            .set("to", &to)
            .set_if("account", account.as_ref())
            .set("ref", &reference)
            .set("amount", &amount)
            .set_all("source", &sources)
            .set("occurred", &occurred)
            .set_if("due", due.as_ref())
            .set_if("purpose", purpose.as_ref())
            .set("time", &time)
            .entry();
        let entry = entry.map_err(|error| WebError::Internal(error.into()))?;
        Ok(Some(entry.to_text()))
    }

    fn begun(&self, head: &Head, programme: &Programme) -> Writing {
        Writing::new(Kind::Transfer)
            .set("ledger", &head.ledger)
            .set("programme", &programme.name)
            .set("from", &self.at.session.person.member)
            .set("currency", &programme.currency)
            .set("signers", &SignerCount(1))
    }

    async fn programme(&self, form: &DraftFormPage) -> Result<Read<Programme>, WebError> {
        let held = |name: &str| self.funds.held.iter().any(|(of, _)| of.as_str() == name);
        let found = if held(&form.programme) {
            self.at.app.store().programme(&form.programme).await?
        } else {
            None
        };
        Ok(found.ok_or(fault("programme", "programme-missing")))
    }

    /// The payee by its name; where that is nobody's, the members that may be meant are found. Money goes
    /// to its account where it has enrolled one, and among several to the one that was paid last: of accounts
    /// the ledger knows no more than their commitments.
    async fn payee(&self, form: &mut DraftFormPage) -> Result<Read<Payee>, WebError> {
        if form.payee.is_empty() {
            return Ok(Err(fault("payee", "payee-missing")));
        }
        let store = self.at.app.store();
        let named = match MemberName::parse(&form.payee) {
            Ok(name) => store.member(name.as_str()).await?,
            Err(_) => None,
        };
        let Some(member) = named else {
            form.found = self.found(&form.payee).await?;
            return Ok(Err(fault("payee", "payee-unknown")));
        };
        if member.name == self.at.session.person.member {
            return Ok(Err(fault("payee", "payee-own")));
        }
        let account = self.at.account_of(&member).await?;
        let account = account.ok_or(fault("payee", "payee-accounts"));
        Ok(account.map(|account| (member.name, account)))
    }

    async fn found(&self, typed: &str) -> Result<Vec<Party>, WebError> {
        let asked = search::asked(typed);
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let found = self
            .at
            .app
            .store()
            .search(&asked, Window::first(FOUND_SHOWN))
            .await?;
        let other = |member: &Member| member.name != self.at.session.person.member;
        let members = found.members.into_iter().filter(other);
        let parties = members.map(|member| Party {
            name: member.name.to_string(),
            title: member.title.to_string(),
        });
        Ok(parties.collect())
    }

    /// The reference, which neither a transfer in the ledger nor another draft has.
    async fn reference(&self, form: &mut DraftFormPage) -> Result<Read<RecordRef>, WebError> {
        if form.reference.is_empty() {
            return Ok(Err(fault("ref", "ref-missing")));
        }
        let Ok(reference) = RecordRef::parse(&form.reference) else {
            return Ok(Err(fault("ref", "ref-unreadable")));
        };
        let store = self.at.app.store();
        let author = [self.at.session.person.member.clone()];
        let indexes = store.entries_referred(&author, &reference).await?;
        for known in store.entries_at(indexes).await?.into_values() {
            if let Entry::Transfer(used) = known.note.entry() {
                form.used = Some((entry_ref(&known), used.occurred.date()));
                return Ok(Err(fault("ref", "ref-used")));
            }
        }
        let others = self.drafts.iter().filter(|draft| draft.id != form.draft);
        for other in others {
            let other_id = &other.id;
            let other = said(&other.text)?;
            let is_same = other.kind == Kind::Transfer && other.reference == reference;
            if *other_id != form.once && is_same {
                return Ok(Err(fault("ref", "ref-drafted")));
            }
        }
        Ok(Ok(reference))
    }

    /// The amount and what it draws on, the oldest first.
    fn sources(
        &self,
        form: &mut DraftFormPage,
        programme: &Programme,
    ) -> Result<(Amount, Vec<Source>), Option<FieldError>> {
        let wrong = |code| Some(fault("amount", code));
        let typed = amount::typed(&form.amount, self.at.language, programme.exponent.0);
        let minor = typed.map_err(|code| {
            wrong(match code {
                "amount-missing" => "sum-missing",
                "amount-zero" => "sum-zero",
                other => other,
            })
        })?;
        let amount = Amount::new(minor).ok_or_else(|| wrong("amount-unreadable"))?;
        let mut free = self.funds.free(&programme.name);
        match draw(&mut free, amount) {
            Ok(sources) => Ok((amount, sources)),
            Err(DrawFault::TooLittle { held, .. }) => {
                form.most = Some((held, currency(programme)));
                Err(wrong("sum-beyond"))
            }
            Err(DrawFault::TooScattered { .. }) => Err(wrong("sum-scattered")),
        }
    }
}

impl Looking {
    /// The account that money to a payee goes to: its only one, or among several the one that was paid
    /// last. Nothing where that isn't known.
    pub(in super::super) async fn account_of(
        &self,
        payee: &Member,
    ) -> Result<Option<Option<Commitment>>, WebError> {
        Ok(match payee.accounts.as_slice() {
            [] => Some(None),
            [account] => Some(Some(*account)),
            several => {
                let last = self.paid_last(&payee.name).await?;
                last.filter(|account| several.contains(account)).map(Some)
            }
        })
    }

    /// The account that the member's latest transfer to this payee named, among the payee's latest steps.
    async fn paid_last(&self, payee: &MemberName) -> Result<Option<Commitment>, WebError> {
        let store = self.app.store();
        let latest = Window::first(STEPS_LOOKED_AT);
        let steps = store.steps_of(payee.as_str(), None, latest).await?;
        let own = |step: &&Step| step.from == self.person().member && step.to == *payee;
        let Some(step) = steps.iter().find(own) else {
            return Ok(None);
        };
        let known = store.entry_by_identity(&step.identity).await?;
        Ok(known.and_then(|known| match known.note.entry() {
            Entry::Transfer(sent) => sent.account,
            _ => None,
        }))
    }
}

fn day(text: &str, field: &'static str) -> Read<Day> {
    Day::parse(text).map_err(|_| fault(field, "occurred-unreadable"))
}

pub(in super::super) fn occurred(typed: &str, today: Day) -> Read<Day> {
    if typed.is_empty() {
        return Err(fault("occurred", "sent-missing"));
    }
    let occurred = day(typed, "occurred")?;
    if occurred > today {
        return Err(fault("occurred", "occurred-future"));
    }
    Ok(occurred)
}

pub(in super::super) fn due(typed: &str, occurred: Option<&Day>) -> Read<Option<Day>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let due = day(typed, "due")?;
    if occurred.is_some_and(|occurred| due < *occurred) {
        return Err(fault("due", "due-before"));
    }
    Ok(Some(due))
}

fn purpose(form: &DraftFormPage) -> Read<Option<Prose>> {
    if form.purpose.is_empty() {
        return Ok(None);
    }
    let purpose = Prose::parse(&form.purpose);
    purpose
        .map(Some)
        .map_err(|_| fault("purpose", "purpose-unreadable"))
}
