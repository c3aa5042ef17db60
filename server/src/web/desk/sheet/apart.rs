//! `/{language}/desk/sheets/{sheet}/texts.jsonl` and `…/signed`: the texts of a sheet are taken away, signed
//! by people's own keys where those are, and come back; with the last signature they are posted.

use super::super::super::error::WebError;
use super::super::form::fault;
use super::super::looking::Looking;
use super::super::sign::unproven;
use super::one::FoundSheet;
use super::posting::{self, Signing};
use super::returned::{Faults, Given, Signers, compare};
use super::upload::WithSigned;
use crate::apart::Waiting;
use crate::people::{Batch, BatchSignature, Person, Stand};
use crate::store::read::{ROWS_MAX, Window};
use app::views::FieldError;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use ed25519_dalek::VerifyingKey;
use ledger::field::{KeyId, Role};
use ledger::{Entry, SignatureLine};
use std::collections::HashMap;

/// The texts with the signatures that they have so far, for `countersign sign`.
pub(in super::super) async fn texts(found: FoundSheet) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    if !sheet.is_apart() || sheet.stand != Stand::Waiting {
        return Err(WebError::NotFound);
    }
    let texts = at.desk.people.batch_texts(&sheet.id).await?;
    let below = at.below_sheet(sheet).await?;
    let mut file = String::new();
    for waiting in assembled(sheet, &texts, &below)? {
        let line = waiting.line();
        file += &line.map_err(|error| WebError::Internal(error.to_string().into()))?;
    }
    let name = format!("attachment; filename=\"{}\"", file_name(sheet));
    let name = HeaderValue::from_str(&name);
    let name = name.map_err(|error| WebError::Internal(error.to_string().into()))?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/jsonl"),
        ),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file).into_response())
}

/// What the file with a sheet's texts is called.
pub(super) fn file_name(sheet: &Batch) -> String {
    format!("sheet-{}.jsonl", sheet.short())
}

/// Takes a signed file back: every text is held against the sheet's.
pub(in super::super) async fn signed(
    found: FoundSheet,
    WithSigned(upload): WithSigned,
) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    if sheet.is_apart() && matches!(sheet.stand, Stand::Issued | Stand::Signing) {
        return Ok(found.done());
    }
    if !sheet.is_apart() || sheet.stand != Stand::Waiting {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    if !at.is(&sheet.maker) && !at.person().may_check(&sheet.maker) {
        return found.refuse(fault("main", "draft-invited")).await;
    }
    if upload.too_large {
        return found.refuse(fault("file", "signed-too-large")).await;
    }
    let Some(file) = upload.file else {
        return found.refuse(fault("file", "signed-missing")).await;
    };
    let code = upload.form.get("code");
    if let Some(wrong) = unproven(&at.desk, &at.session, code).await? {
        return found.refuse(fault("code", wrong)).await;
    }
    let texts = at.desk.people.batch_texts(&sheet.id).await?;
    let signers = at.sheet_signers(sheet).await?;
    let compared = tokio::task::spawn_blocking(move || {
        let compared = compare(&file, &texts, &signers);
        (compared, signers)
    });
    let (compared, signers) = compared
        .await
        .map_err(|error| WebError::Internal(error.to_string().into()))?;
    let given = match compared {
        Ok(given) if given.is_empty() => {
            return found.refuse(fault("file", "signed-none")).await;
        }
        Ok(given) => given,
        Err(faults) => return found.refuse_file(faults).await,
    };
    if let Some(wrong) = at.keep_given(sheet, &signers, given).await? {
        return found.refuse(wrong).await;
    }
    found.post_if_whole().await
}

impl FoundSheet {
    /// Posts the sheet where all have signed; else its page says who is missing.
    pub(super) async fn post_if_whole(self) -> Result<Response, WebError> {
        let (at, sheet) = (&self.at, &self.sheet);
        let mut below = at.below_sheet(sheet).await?;
        if below.len() < usize::from(sheet.signers) {
            return Ok(self.done());
        }
        below.truncate(usize::from(sheet.signers));
        let signers = at.sheet_signers(sheet).await?;
        let keys = below.iter().filter_map(|one| signers.keys.get(&one.key));
        let mut people = keys.map(|(person, _)| person);
        let checker = people.find(|person| person.account.as_str() != sheet.maker);
        let checker = checker.ok_or_else(|| WebError::Internal("nobody checked a sheet".into()))?;
        if !posting::begin(at, sheet, checker, Signing::Apart(below)).await? {
            return self.refuse(fault("main", "draft-changed")).await;
        }
        Ok(self.done())
    }

    /// The page with what is wrong with a file that came back.
    async fn refuse_file(self, faults: Faults) -> Result<Response, WebError> {
        self.refuse_with(fault("file", "signed-wrong"), Some(faults))
            .await
    }
}

impl Looking {
    /// Whose keys may sign a sheet: its maker's, and those of people who may check it.
    pub(super) async fn sheet_signers(&self, sheet: &Batch) -> Result<Signers, WebError> {
        let people = self.desk.people.of_member(&sheet.member).await?;
        let may = |person: &&Person| {
            let account = person.account.as_str();
            person.closed.is_none()
                && person.roles.contains(Role::Pay)
                && (account == sheet.maker || person.may_check(&sheet.maker))
        };
        let by_id: HashMap<&str, &Person> = people
            .iter()
            .filter(may)
            .map(|person| (person.id.as_str(), person))
            .collect();
        let window = Window::first(ROWS_MAX);
        let keys = self.app.store().keys(sheet.member.as_str(), window).await?;
        let keys = keys.into_iter().filter_map(|key| {
            let signs = key.revoked.is_none() && key.roles.contains(Role::Pay);
            let person = by_id.get(key.person.as_str()).filter(|_| signs)?;
            let point = VerifyingKey::from_bytes(key.public.bytes()).ok()?;
            Some((key.id, ((*person).clone(), point)))
        });
        Ok(Signers {
            member: sheet.member.clone(),
            keys: keys.collect(),
        })
    }

    /// The signatures below a sheet whose keys still sign it, the earliest first. One whose key was revoked
    /// since is void, as the ledger would say.
    pub(super) async fn below_sheet(&self, sheet: &Batch) -> Result<Vec<BatchSignature>, WebError> {
        let mut below = self.desk.people.batch_signatures(&sheet.id).await?;
        if below.is_empty() {
            return Ok(below);
        }
        let signers = self.sheet_signers(sheet).await?;
        below.retain(|one| {
            let own = signers.keys.get(&one.key);
            one.signatures.len() as u64 == sheet.count
                && own.is_some_and(|(person, _)| person.account.as_str() == one.account)
        });
        Ok(below)
    }

    /// Keeps what a file brought that wasn't there yet; or says why not.
    async fn keep_given(
        &self,
        sheet: &Batch,
        signers: &Signers,
        given: Vec<Given>,
    ) -> Result<Option<FieldError>, WebError> {
        let below = self.below_sheet(sheet).await?;
        let known = |key: &KeyId| below.iter().any(|one| one.key == *key);
        let made = self.desk.people.now();
        let new =
            given
                .into_iter()
                .filter(|(key, _)| !known(key))
                .filter_map(|(key, signatures)| {
                    let (person, _) = signers.keys.get(&key)?;
                    let signature = BatchSignature {
                        account: person.account.to_string(),
                        key,
                        signatures,
                        made,
                    };
                    Some((person, signature))
                });
        let new: Vec<_> = new.collect();
        if new.is_empty() {
            return Ok(None);
        }
        let kept = self.desk.people.keep_batch_signatures(sheet, new).await?;
        Ok((!kept).then_some(fault("main", "draft-changed")))
    }
}

/// A sheet's texts with the signatures below them.
pub(super) fn assembled(
    sheet: &Batch,
    texts: &[String],
    below: &[BatchSignature],
) -> Result<Vec<Waiting>, WebError> {
    let waiting = texts.iter().enumerate().map(|(at, text)| {
        let entry = Entry::parse(text);
        let entry = entry.map_err(|error| WebError::Internal(error.to_string().into()))?;
        let line = |one: &BatchSignature| {
            Some(SignatureLine {
                name: sheet.member.clone(),
                id: one.key,
                signature: *one.signatures.get(at)?,
            })
        };
        let lines = below.iter().filter_map(line);
        Ok(Waiting {
            lines: lines.take(usize::from(sheet.signers)).collect(),
            entry,
        })
    });
    waiting.collect()
}
