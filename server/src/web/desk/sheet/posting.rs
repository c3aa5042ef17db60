//! A sheet on its way to the ledger, all of its rows or none.

use super::super::super::error::WebError;
use super::super::Desk;
use super::super::looking::Looking;
use super::apart::assembled;
use crate::people::{Batch, BatchSignature, Person};
use crate::sequencer::SubmitError;
use crate::state::App;
use bytes::Bytes;
use ledger::{Entry, Note};
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

/// How long an answer waits for the posting, which goes on without it: the page says how it stands.
const POSTING_WAIT_MAX: Duration = Duration::from_secs(8);

/// Who signs the rows.
pub(super) enum Signing {
    /// The key that the server holds for the member.
    Held,
    /// People did, with keys of their own.
    Apart(Vec<BatchSignature>),
}

/// Lays hold of a sheet that a second person approved, and begins to post it. Says whether it was the one
/// that was shown.
pub(super) async fn begin(
    at: &Looking,
    sheet: &Batch,
    checker: &Person,
    signing: Signing,
) -> Result<bool, WebError> {
    if !at.desk.people.begin_posting(checker, sheet).await? {
        return Ok(false);
    }
    let posting = Posting {
        app: Arc::clone(&at.app),
        desk: Arc::clone(&at.desk),
        checker: checker.clone(),
        sheet: sheet.clone(),
    };
    // It goes on where the line breaks or the answer comes too late.
    let posting = tokio::spawn(posting.run(signing));
    match tokio::time::timeout(POSTING_WAIT_MAX, posting).await {
        Ok(Ok(Ok(()))) | Err(_) => Ok(true),
        Ok(Ok(Err(error))) => Err(error),
        Ok(Err(error)) => Err(internal(&error)),
    }
}

/// Why a sheet stands nowhere: the row, from 1, and a code.
type Trouble = (u64, &'static str);

struct Posting {
    app: Arc<App>,
    desk: Arc<Desk>,
    checker: Person,
    sheet: Batch,
}

impl Posting {
    /// Posts all rows, and says what came of it.
    async fn run(self, signing: Signing) -> Result<(), WebError> {
        let posted = self.posted(signing).await;
        // Whatever failed, the sheet waits again and says so.
        let trouble = match &posted {
            Ok(trouble) => *trouble,
            Err(_) => Some((0, "sheet-failed")),
        };
        let people = &self.desk.people;
        people
            .end_posting(&self.checker, &self.sheet, trouble)
            .await?;
        posted.map(|_| ())
    }

    async fn posted(&self, signing: Signing) -> Result<Option<Trouble>, WebError> {
        let texts = self.desk.people.batch_texts(&self.sheet.id).await?;
        // What was approved are these very texts.
        if Batch::digest_of(texts.iter().map(String::as_str)) != self.sheet.digest {
            return Ok(Some((0, "draft-changed")));
        }
        if matches!(signing, Signing::Held) && !texts.iter().all(|text| self.desk.may_hold(text)) {
            return Ok(Some((0, "held-key-forbidden")));
        }
        let (desk, sheet) = (Arc::clone(&self.desk), self.sheet.clone());
        let notes = tokio::task::spawn_blocking(move || match signing {
            Signing::Held => held(&desk, &sheet, &texts),
            Signing::Apart(below) => apart(&sheet, &texts, &below).map(Some),
        });
        let Some(notes) = notes.await.map_err(|error| internal(&error))?? else {
            return Ok(Some((0, "key-not-held")));
        };
        match self.app.sequencer().submit_whole(notes).await {
            Ok(_) => Ok(None),
            Err((place, SubmitError::Refused { reason, .. })) => {
                Ok(Some((place as u64 + 1, reason.code())))
            }
            Err((_, SubmitError::Busy { .. } | SubmitError::Stopped)) => {
                Ok(Some((0, "sheet-busy")))
            }
            Err((_, error)) => {
                tracing::error!(error = %error, "a sheet wasn't posted");
                Ok(Some((0, "sheet-failed")))
            }
        }
    }
}

fn internal(error: &dyn Display) -> WebError {
    WebError::Internal(error.to_string().into())
}

/// Every row signed with the member's held key; nothing where the server holds none.
fn held(desk: &Desk, sheet: &Batch, texts: &[String]) -> Result<Option<Vec<Bytes>>, WebError> {
    let member = &sheet.member;
    let key = desk.held.key(member).map_err(|error| internal(&error))?;
    let Some(key) = key else { return Ok(None) };
    let mut notes = Vec::with_capacity(texts.len());
    for text in texts {
        let entry = Entry::parse(text).map_err(|error| internal(&error))?;
        let note = Note::sign(&entry, &[(member, &key)]).map_err(|error| internal(&error))?;
        notes.push(note.bytes().to_vec().into());
    }
    Ok(Some(notes))
}

/// Every row with the signatures that people made apart.
fn apart(
    sheet: &Batch,
    texts: &[String],
    below: &[BatchSignature],
) -> Result<Vec<Bytes>, WebError> {
    let notes = assembled(sheet, texts, below)?.into_iter().map(|waiting| {
        let note = Note::assemble(&waiting.entry, waiting.lines);
        let note = note.map_err(|error| internal(&error))?;
        Ok(note.bytes().to_vec().into())
    });
    notes.collect()
}
