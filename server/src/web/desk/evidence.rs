//! `/{language}/desk/evidence/{identity}`: documents beside an entry, from the form that brings one to
//! whoever may open it.
//!
//! Everybody sees on the entry's own page that there is a document, and its digest. The file is for the
//! people of payer and payee, and for auditors.

use super::super::error::WebError;
use super::super::query::Path;
use super::super::view::fields::attachments;
use super::super::view::lexicon::entry_ref;
use super::looking::Looking;
use super::upload::{Bounds, Upload, read};
use super::{Desk, who};
use crate::document::{DOCUMENT_BYTES_MAX, Document, DocumentFault, MediaType};
use crate::evidence::{EvidenceFault, KeptDocument, PartsName};
use crate::people::{Person, Session};
use crate::state::App;
use crate::store::read::KnownEntry;
use app::views::{DeskPage, DocumentView, EvidencePage, EvidenceRow, EvidenceStand};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use ledger::Entry;
use ledger::field::{Attachment, Function, Identity, MemberName, Role};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;

/// How long a form with a document may take to come: the largest at half a megabit a second. Only people
/// who are signed in can keep a line that long.
const PATIENCE: Duration = Duration::from_secs(130);

/// What a file's answer says beside its type: it is kept, never shown as a page of this server, and
/// whatever opens it in a browser all the same can run nothing and reach nothing.
const FILE_HEADERS: [(HeaderName, &str); 3] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "sandbox; default-src 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// A form and the document that came with it.
pub(super) struct WithDocument(pub(super) Upload);

impl FromRequest<Arc<App>> for WithDocument {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        let desk = app.desk().ok_or(WebError::NotFound)?;
        let _turn = desk.evidence.turn().await;
        let bounds = Bounds {
            file_bytes_max: DOCUMENT_BYTES_MAX,
            patience: PATIENCE,
        };
        read(request, bounds).await.map(Self)
    }
}

/// The field that names a file which came in parts before its form.
const IN_PARTS: &str = "in-parts";

/// The document of a form: the one that came with it or in parts just now, or the one that came before.
/// Or the code of what is wrong.
pub(super) async fn of_form(
    app: &App,
    desk: &Desk,
    session: &Session,
    once: &str,
    upload: &Upload,
) -> Result<Result<Option<Attachment>, &'static str>, WebError> {
    let person = &session.person;
    let before = desk.people.document(person, once).await?;
    if upload.too_large {
        return Ok(Err("document-too-large"));
    }
    let named = PartsName::parse(upload.form.get(IN_PARTS));
    let file = match (&upload.file, &named) {
        (Some(file), _) => file.clone(),
        (None, Some(name)) => match desk.evidence.parts().whole(&person.account, name).await {
            Ok(Some(file)) => file.into(),
            // The form was sent before, and its answer lost.
            Ok(None) if before.is_some() => return Ok(Ok(before)),
            Ok(None) => {
                forget(desk, person, named.as_ref()).await?;
                return Ok(Err("document-gone"));
            }
            Err(fault) => return Err(WebError::Internal(fault.to_string().into())),
        },
        (None, None) if upload.form.ticked("leave-out") => {
            let_go(desk, before.as_ref()).await?;
            return Ok(Ok(None));
        }
        (None, None) => return Ok(Ok(before)),
    };
    let done = kept(app, desk, (person, once), before.as_ref(), file).await?;
    forget(desk, person, named.as_ref()).await?;
    Ok(done.map(Some))
}

/// Forgets a file that came in parts: what is kept of it is kept elsewhere.
async fn forget(desk: &Desk, person: &Person, name: Option<&PartsName>) -> Result<(), WebError> {
    match name {
        Some(name) => erased(desk.evidence.parts().forget(&person.account, name).await),
        None => Ok(()),
    }
}

/// Keeps a form's file as its document, in the place of the one before; or says what is wrong with it.
async fn kept(
    app: &App,
    desk: &Desk,
    (person, once): (&Person, &str),
    before: Option<&Attachment>,
    file: Bytes,
) -> Result<Result<Attachment, &'static str>, WebError> {
    let document = spawn_blocking(move || Document::read(&file)).await;
    let document = match document.map_err(|error| WebError::Internal(error.to_string().into()))? {
        Ok(document) => document,
        Err(fault) => return Ok(Err(code(fault))),
    };
    let_go(desk, before).await?;
    settle(app, desk).await?;
    if !desk.people.may_add_document(person).await? {
        return Ok(Err("documents-too-many"));
    }
    let kept = desk.evidence.keep(desk.people.fresh_salt(), document).await;
    let kept = kept.map_err(|fault| WebError::Internal(fault.to_string().into()))?;
    desk.people.add_document(person, once, &kept).await?;
    Ok(Ok(kept))
}

const fn code(fault: DocumentFault) -> &'static str {
    match fault {
        DocumentFault::TooLarge => "document-too-large",
        DocumentFault::Kind => "document-kind",
        DocumentFault::Broken => "document-unreadable",
    }
}

/// Takes a document away from its form.
async fn let_go(desk: &Desk, document: Option<&Attachment>) -> Result<(), WebError> {
    if let Some(document) = document
        && desk.people.let_go_document(document.digest).await?
    {
        erased(desk.evidence.erase(document.digest).await)?;
    }
    Ok(())
}

/// Looks at documents that have waited for too long: they stand in the ledger by now, or are erased.
async fn settle(app: &App, desk: &Desk) -> Result<(), WebError> {
    for old in desk.people.old_documents().await? {
        let known = match old.entry {
            Some(entry) => app.store().entry_by_identity(&entry).await?.map(|_| entry),
            None => None,
        };
        if let Some(entry) = known {
            desk.people.documents_stand(entry).await?;
        } else {
            desk.people.forget_document(old.digest).await?;
            erased(desk.evidence.erase(old.digest).await)?;
        }
    }
    Ok(())
}

fn erased(done: Result<(), EvidenceFault>) -> Result<(), WebError> {
    done.map_err(|fault| WebError::Internal(fault.to_string().into()))
}

/// A document as pages show it.
pub(in super::super) fn view(document: &Attachment) -> DocumentView {
    DocumentView {
        digest: document.digest.to_string(),
        bytes: document.bytes,
        media: document.media_type.clone(),
    }
}

/// The documents of an entry, for whoever may open them.
pub(super) async fn documents(
    at: Looking,
    Path((_, identity)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (known, named) = found(&at, &identity).await?;
    let mut rows = Vec::with_capacity(named.len());
    for document in &named {
        let _turn = at.desk.evidence.turn().await;
        let stand = match opened(&at, &known, document).await? {
            Ok(kept) => EvidenceStand::Kept(hex::encode(kept.salt)),
            Err(EvidenceFault::Missing(_)) => EvidenceStand::Missing,
            Err(_) => EvidenceStand::Differs,
        };
        rows.push(EvidenceRow {
            document: view(document),
            stand,
        });
    }
    let page = EvidencePage {
        who: who(&at.app, &at.session).await?,
        entry: entry_ref(&known),
        documents: rows,
    };
    let path = format!("desk/evidence/{identity}");
    at.show(StatusCode::OK, path, DeskPage::Evidence(page))
        .await
}

/// One of them, as a file to keep.
pub(super) async fn file(
    at: Looking,
    Path((_, identity, digest)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (known, named) = found(&at, &identity).await?;
    let named = named.iter().find(|one| one.digest.to_string() == digest);
    let named = named.ok_or(WebError::NotFound)?;
    let _turn = at.desk.evidence.turn().await;
    let kept = match opened(&at, &known, named).await? {
        Ok(kept) => kept,
        Err(EvidenceFault::Missing(_)) => return Err(WebError::Gone),
        Err(fault) => return Err(WebError::Internal(fault.to_string().into())),
    };
    // The type is what the bytes are, never a word that somebody could choose.
    let media = MediaType::of(&kept.bytes).ok_or(WebError::NotFound)?;
    let name = format!("attachment; filename=\"{digest}.{}\"", media.ending());
    let name = HeaderValue::from_str(&name).map_err(|_| WebError::NotFound)?;
    let mut response = kept.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(media.as_str()),
    );
    headers.insert(header::CONTENT_DISPOSITION, name);
    for (header, value) in FILE_HEADERS {
        headers.insert(header, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// An entry with documents that whoever looks may open; anybody else's isn't here.
async fn found(at: &Looking, identity: &str) -> Result<(KnownEntry, Vec<Attachment>), WebError> {
    let identity: Identity = identity.parse().map_err(|_| WebError::NotFound)?;
    let known = at.app.store().entry_by_identity(&identity).await?;
    let known = known.ok_or(WebError::NotFound)?;
    let named = attachments(&known.note);
    if named.is_empty() || !may_open(&at.app, at.person(), known.note.entry()).await? {
        return Err(WebError::NotFound);
    }
    Ok((known, named))
}

/// Whether a person works for one of the entry's parties, or audits for a member that is an auditor.
async fn may_open(app: &App, person: &Person, entry: &Entry) -> Result<bool, WebError> {
    if parties(entry).contains(&&person.member) {
        return Ok(true);
    }
    if !person.roles.contains(Role::Audit) {
        return Ok(false);
    }
    let member = app.store().member(person.member.as_str()).await?;
    Ok(member.is_some_and(|member| member.function == Function::Auditor))
}

/// Payer and payee; of an entry that has one side alone, whose it is.
fn parties(entry: &Entry) -> Vec<&MemberName> {
    match entry {
        Entry::Transfer(entry) => vec![&entry.from, &entry.to],
        Entry::Receipt(entry) => vec![&entry.from, &entry.to],
        Entry::ReceiptCorrect(entry) => vec![&entry.from, &entry.to],
        Entry::Return(entry) => vec![&entry.from, &entry.to],
        Entry::Bounce(entry) => vec![&entry.from, &entry.to],
        Entry::Reversal(entry) => vec![&entry.from, &entry.to],
        Entry::Charge(entry) => vec![&entry.from, &entry.to],
        Entry::Recovery(entry) => vec![&entry.from, &entry.to],
        Entry::WriteOff(entry) => vec![&entry.from, &entry.to],
        entry => vec![entry.author()],
    }
}

/// The file that an entry names. One that is another than that is told to whoever runs the server, and
/// to nobody given.
async fn opened(
    at: &Looking,
    known: &KnownEntry,
    document: &Attachment,
) -> Result<Result<KeptDocument, EvidenceFault>, WebError> {
    let read = at.desk.evidence.read(document).await;
    match read {
        Err(EvidenceFault::File(..)) => {
            let fault = read.err().map(|fault| fault.to_string());
            Err(WebError::Internal(fault.unwrap_or_default().into()))
        }
        Err(fault @ EvidenceFault::Differs(_)) => {
            tracing::error!(
                ledger.entry = %known.note.identity(),
                document.digest = %document.digest,
                "a document isn't the one that was signed"
            );
            metrics::counter!("countersign_documents_differing_total").increment(1);
            Ok(Err(fault))
        }
        read => Ok(read),
    }
}
