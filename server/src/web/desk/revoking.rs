//! Keys of devices are revoked on the ledger: one that was lost, or all of an account that is closed.
//!
//! Any key of a member may say so, also the one that the server holds for it: it signs here, after a
//! fresh second factor. Where it holds none, the page names the command that is left.

use super::super::error::WebError;
use super::form::{Form, fault};
use super::sign::{held, sent, unproven};
use super::{Desk, head};
use crate::draft::Draft;
use crate::people::{Deed, Done, Session};
use crate::state::App;
use app::views::FieldError;
use ledger::EnrolledKey;
use ledger::entry::Kind;
use ledger::field::{Field, RecordRef, SignerCount};

/// Somebody who has keys revoked.
pub(super) struct Revocation<'a> {
    pub(super) app: &'a App,
    pub(super) desk: &'a Desk,
    pub(super) session: &'a Session,
}

impl Revocation<'_> {
    /// Revokes the one of these keys of an account that a form names by its ID; or says why not.
    pub(super) async fn by_form(
        &self,
        keys: &[EnrolledKey],
        account: &str,
        form: &Form,
    ) -> Result<Result<(), FieldError>, WebError> {
        let named = form.get("key");
        let found = keys.iter().find(|key| key.id.to_string() == named);
        let Some(key) = found else {
            return Ok(Err(fault("main", "device-key-foreign")));
        };
        let code = form.get("code");
        if let Some(wrong) = unproven(self.desk, self.session, code).await? {
            return Ok(Err(fault("main", wrong)));
        }
        self.revoke(key, account).await
    }

    /// Revokes a key of an account, once; the caller has asked for the second factor.
    pub(super) async fn revoke(
        &self,
        key: &EnrolledKey,
        account: &str,
    ) -> Result<Result<(), FieldError>, WebError> {
        if key.revoked.is_some() {
            return Ok(Ok(()));
        }
        let head = head(self.app).await?;
        let internal = |error: String| WebError::Internal(error.into());
        let reference = RecordRef::parse(&self.desk.people.fresh_word());
        let draft = Draft::new(Kind::KeyRevoke)
            .set("ledger", &head.ledger)
            .set("member", &key.member)
            .set("key-id", &key.id)
            .set(
                "ref",
                &reference.map_err(|error| internal(error.to_string()))?,
            )
            .set("time", &self.desk.signing_time(&head))
            .set("signers", &SignerCount(1));
        let text = draft.entry().map_err(internal)?.to_text();
        let Some(note) = held(self.desk, &key.member, &text)? else {
            return Ok(Err(fault("main", "key-not-held")));
        };
        let answer = match sent(self.app, &note, "main").await? {
            Ok(answer) => answer,
            Err(error) => return Ok(Err(error)),
        };
        let deed = Deed::of(&self.session.person, Done::DeviceRevoked);
        let deed = deed.about(account).with(answer.identity);
        self.desk.people.record(&deed).await?;
        Ok(Ok(()))
    }
}
