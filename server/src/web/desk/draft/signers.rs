//! Whose signatures a draft needs, which stand below it, and how whoever looks may give theirs.
//!
//! The rules say how many persons at least; the desk asks for two wherever people sign with keys of
//! their own, so that maker and checker both stand in the ledger. A key that the server holds is nobody's
//! own: it fills the place of one who approved here, and never one of those that a threshold asks for.

use super::super::super::error::WebError;
use super::super::looking::Looking;
use super::super::{device, head};
use crate::people::{Allocation, Signature, Stand, role_for, role_of};
use crate::store::read::{ROWS_MAX, Window};
use app::views::{DraftSignature, FieldError, HeldKey, Signing};
use axum::http::StatusCode;
use ledger::Entry;
use ledger::Wanted;
use ledger::entry::{Reversal, Transfer};
use ledger::field::{MemberName, SignerCount};

/// Signatures of a draft that people sign with keys of their own: its maker's and a checker's.
const MAKER_AND_CHECKER: u8 = 2;

/// Persons of its author that sign an entry by which money leaves a period whose books are closed, by the
/// rules.
pub(in super::super) const PERSONS_LATE: u8 = 2;

/// What the rules and the operator ask of a text's signatures.
pub(in super::super) struct Needs {
    /// Distinct persons of its author.
    pub(in super::super) persons: u8,
    /// Whether held keys don't sign in its programme.
    own_keys_only: bool,
    /// The other member that has to sign too: the payee of a reversal that hasn't been heard.
    pub(in super::super) asks: Option<MemberName>,
}

impl Looking {
    /// What a text's signatures must be, as the ledger stands now.
    pub(in super::super) async fn needs(&self, entry: &Entry) -> Result<Needs, WebError> {
        let persons = match entry {
            Entry::Transfer(transfer) => self.persons_by_sum(transfer).await?,
            Entry::Surrender(entry) if entry.late.is_some() => PERSONS_LATE,
            Entry::CarryOver(entry) if entry.late.is_some() => PERSONS_LATE,
            _ => 1,
        };
        Ok(Needs {
            persons,
            own_keys_only: !self.desk.may_hold(&entry.to_text()),
            asks: match entry {
                Entry::Reversal(reversal) => self.unheard(reversal).await?,
                _ => None,
            },
        })
    }

    /// The payee of a step whose last word and whose time are still to come: it signs a reversal too.
    async fn unheard(&self, reversal: &Reversal) -> Result<Option<MemberName>, WebError> {
        let store = self.app.store();
        let known = store.entry_by_identity(&reversal.step).await?;
        let known = known.ok_or(WebError::NotFound)?;
        let step = store.step(known.index).await?.ok_or(WebError::NotFound)?;
        let programme = store.programme(step.programme.as_str()).await?;
        let programme = programme.ok_or(WebError::NotFound)?;
        let last = step.due.plus(programme.grace_days.0);
        let over = head(&self.app).await?.clock >= last.end(programme.offset);
        Ok((!step.last_word && !over).then(|| step.to.clone()))
    }

    /// How many persons the programme asks for, by what the payer sends the payee on that day.
    async fn persons_by_sum(&self, transfer: &Transfer) -> Result<u8, WebError> {
        let store = self.app.store();
        let programme = store.programme(transfer.programme.as_str()).await?;
        let thresholds = programme.map(|programme| programme.thresholds);
        let thresholds = thresholds.unwrap_or_default();
        if thresholds.is_empty() {
            return Ok(1);
        }
        let key = (
            transfer.programme.clone(),
            transfer.from.clone(),
            transfer.to.clone(),
            transfer.occurred,
        );
        let (programme, from, to, day) = key.clone();
        let wanted = Wanted::DaySum(programme, from, to, day);
        let facts = store.load(&[wanted]).await?;
        let before = facts.day_sums.get(&key).map_or(0, |sum| sum.0);
        let sum = before + transfer.amount.minor();
        let reached = thresholds.iter().filter(|one| one.from.minor() <= sum);
        Ok(reached.map(|one| one.persons).max().unwrap_or(1))
    }

    /// A draft's text with as many signatures as it is to have, before anybody signs it.
    pub(in super::super) async fn with_signers(&self, text: &str) -> Result<String, WebError> {
        let entry = parsed(text)?;
        let needs = self.needs(&entry).await?;
        let own = device::own_keys(&self.app, self.person(), role_of(&entry)).await?;
        let signers = match needs.persons {
            0 | 1 if needs.own_keys_only || own.is_some() => MAKER_AND_CHECKER,
            persons => persons.max(1),
        };
        let asked = u8::from(needs.asks.is_some());
        Ok(signed_by(entry, signers + asked)?.to_text())
    }

    /// What the page says before a draft is saved: its maker may sign it at once.
    pub(in super::super) async fn signing_new(&self, text: &str) -> Result<Signing, WebError> {
        let entry = parsed(text)?;
        let needs = self.needs(&entry).await?;
        let device = device::own_keys(&self.app, self.person(), role_of(&entry)).await?;
        Ok(Signing {
            wanted: entry.signers(),
            persons: needs.persons,
            held: self.held_key(&needs, &[]),
            device,
            through_identity: through(text)?.identity().to_string(),
            code_needed: !self.session.is_proven(self.desk.people.now()),
            ..Signing::default()
        })
    }

    /// The same and the page's status: where its maker's signature couldn't be taken, what was wrong with it.
    pub(in super::super) async fn signing_checked(
        &self,
        text: &str,
        wrong: Option<&FieldError>,
    ) -> Result<(StatusCode, Signing), WebError> {
        let mut signing = self.signing_new(text).await?;
        let Some(wrong) = wrong else {
            return Ok((StatusCode::OK, signing));
        };
        signing.code_needed |= wrong.field == "code";
        Ok((StatusCode::UNPROCESSABLE_ENTITY, signing))
    }

    /// What the page of a draft says of its signatures.
    pub(in super::super) async fn signing(
        &self,
        draft: &Allocation,
        entry: &Entry,
    ) -> Result<Signing, WebError> {
        let own_draft = self.is(&draft.maker);
        let wanted = entry.signers();
        let is_open = matches!(draft.stand, Stand::Waiting | Stand::Signing | Stand::Asking);
        let below = if is_open {
            self.below(draft).await?
        } else {
            self.desk.people.signatures(draft).await?
        };
        let needs = self.needs(entry).await?;
        let has_signed = below.iter().any(|one| self.is(&one.account));
        let alone = own_draft && usize::from(MAKER_AND_CHECKER) > draft.lines_of(&draft.member);
        let member = &self.person().member;
        let of_member = below.iter().filter(|one| one.member == *member).count();
        let other_side = is_open && of_member >= draft.lines_of(member);
        // Nobody signs alone what they wrote.
        let may = is_open && !has_signed && !alone && !other_side;
        let device = if may {
            device::own_keys(&self.app, self.person(), role_for(entry, member)).await?
        } else {
            None
        };
        let held = if own_draft {
            HeldKey::NotForMaker
        } else {
            self.held_key(&needs, &below)
        };
        Ok(Signing {
            wanted,
            persons: needs.persons,
            whole: is_open && below.len() >= usize::from(wanted),
            signed: below.iter().map(|one| said(one, member)).collect(),
            has_signed,
            alone,
            other_side,
            asked: draft.member != *member,
            device,
            held,
            through_identity: String::new(),
            code_needed: !self.session.is_proven(self.desk.people.now()),
        })
    }

    /// Whether the key that the server holds may sign for one who approves here.
    pub(in super::super) fn held_key(&self, needs: &Needs, below: &[Signature]) -> HeldKey {
        if needs.own_keys_only {
            HeldKey::Forbidden
        } else if needs.persons > 1 {
            HeldKey::Threshold
        } else if !self.desk.held.has(&self.person().member) {
            HeldKey::Missing
        } else if below
            .iter()
            .any(|one| one.through && one.member == self.person().member)
        {
            HeldKey::Used
        } else {
            HeldKey::Signs
        }
    }

    /// The signatures below a draft whose keys still sign such an entry. One whose key was revoked since is
    /// void, as the ledger would say.
    pub(in super::super) async fn below(
        &self,
        draft: &Allocation,
    ) -> Result<Vec<Signature>, WebError> {
        let mut below = self.desk.people.signatures(draft).await?;
        if below.is_empty() {
            return Ok(below);
        }
        let entry = parsed(&draft.text)?;
        let store = self.app.store();
        let mut keys = Vec::new();
        for member in std::iter::once(&draft.member).chain(&draft.asks) {
            let window = Window::first(ROWS_MAX);
            keys.extend(store.keys(member.as_str(), window).await?);
        }
        below.retain(|one| {
            let own = keys
                .iter()
                .find(|key| key.member == one.line.name && key.id == one.line.id);
            let role = role_for(&entry, &one.member);
            own.is_some_and(|key| key.revoked.is_none() && key.roles.contains(role))
        });
        Ok(below)
    }
}

/// A text's entry: a draft's text was written by this desk.
pub(in super::super) fn parsed(text: &str) -> Result<Entry, WebError> {
    Entry::parse(text).map_err(|error| WebError::Internal(error.to_string().into()))
}

/// The same entry without its maker's signature, for the key that the server holds.
pub(in super::super) fn through(text: &str) -> Result<Entry, WebError> {
    let entry = parsed(text)?;
    let signers = entry.signers().saturating_sub(1).max(1);
    signed_by(entry, signers)
}

fn signed_by(mut entry: Entry, signers: u8) -> Result<Entry, WebError> {
    let count = SignerCount(signers);
    match &mut entry {
        Entry::Transfer(entry) => entry.signers = count,
        Entry::Return(entry) => entry.signers = count,
        Entry::Bounce(entry) => entry.signers = count,
        Entry::Reversal(entry) => entry.signers = count,
        Entry::ReceiptCorrect(entry) => entry.signers = count,
        Entry::Surrender(entry) => entry.signers = count,
        Entry::CarryOver(entry) => entry.signers = count,
        _ => return Err(WebError::Internal("nobody drafts such an entry".into())),
    }
    Ok(entry)
}

/// A signature as people of this member see it: those of another one by its name alone.
fn said(signature: &Signature, reader: &MemberName) -> DraftSignature {
    let account = if signature.member == *reader {
        signature.account.clone()
    } else {
        signature.member.to_string()
    };
    DraftSignature {
        account,
        through: signature.through,
        key: signature.line.id.to_string(),
        made: signature.made.seconds(),
    }
}
