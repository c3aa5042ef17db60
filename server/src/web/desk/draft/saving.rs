//! What is kept when a draft is saved: the very text that was shown, and its maker's signature where a
//! device of theirs gave one.

use super::super::super::error::WebError;
use super::super::device;
use super::super::form::{Form, fault};
use super::super::looking::Looking;
use super::super::sign::{THROUGH_SERVER, unproven};
use super::shown::said;
use super::signers::{parsed, through};
use crate::people::{Saved, Signature, role_of};
use app::views::{FieldError, HeldKey};
use ledger::field::Identity;

/// The text that a form saves: the one that was shown, or the same for the server's key alone. Nothing
/// where it names another one.
pub(in super::super) fn chosen(shown: &str, form: &Form) -> Result<Option<String>, WebError> {
    let text = if form.get("through") == THROUGH_SERVER {
        through(shown)?.to_text()
    } else {
        shown.to_owned()
    };
    let same = Identity::of(&text).to_string() == form.get("text_identity");
    Ok(same.then_some(text))
}

impl Looking {
    /// The signature that the maker's own device gave, where it gave one; or what is wrong with it.
    pub(in super::super) async fn makers(
        &self,
        text: &str,
        form: &Form,
    ) -> Result<Result<Option<Signature>, FieldError>, WebError> {
        let entry = parsed(text)?;
        let typed = form.get("signature");
        if typed.is_empty() {
            let needs = self.needs(&entry).await?;
            // Nobody else could sign a text for the server's key alone.
            let through = form.get("through") == THROUGH_SERVER;
            return Ok(if through && self.held_key(&needs, &[]) != HeldKey::Signs {
                Err(fault("sign", "own-key-needed"))
            } else {
                Ok(None)
            });
        }
        if let Some(wrong) = unproven(&self.desk, &self.session, form.get("code")).await? {
            return Ok(Err(fault("code", wrong)));
        }
        let person = self.person();
        let line = device::own_line(&self.app, person, role_of(&entry), text, typed).await?;
        let now = self.desk.people.now();
        Ok(line
            .map(|line| Some(Signature::of(person, line, false, now)))
            .map_err(|code| fault("sign", code)))
    }

    /// Saves a draft for a second person, with its maker's signature.
    pub(in super::super) async fn save_draft(
        &self,
        id: &str,
        text: &str,
        signature: Option<Signature>,
    ) -> Result<Saved, WebError> {
        let (people, person) = (&self.desk.people, self.person());
        let reference = said(text)?.reference;
        let asks = self.needs(&parsed(text)?).await?.asks;
        let saved = people.save_asking(person, id, &reference, text, asks.as_ref());
        let saved = saved.await?;
        if let (Saved::Taken, Some(signature)) = (saved, signature) {
            let draft = self.draft(id).await?;
            // Somebody else may have signed and posted it between two presses of the same form.
            if draft.text == text {
                self.keep(&draft, &signature).await?;
            }
        }
        Ok(saved)
    }
}
