//! A signature below a text that a page showed: by the person's own device, or, where it is asked for by
//! name, by the key that the server holds for the member.

use super::super::error::WebError;
use super::form::{Form, fault};
use super::sign::{THROUGH_SERVER, held_line, unproven};
use super::{Desk, device};
use crate::keyfile::HELD_PERSON;
use crate::people::Session;
use crate::state::App;
use crate::store::read::{ROWS_MAX, Window};
use app::views::{FieldError, SignedHere};
use ledger::field::{MemberName, Role};
use ledger::{EnrolledKey, Note, SignatureLine};

/// Somebody who signs in a role.
pub(super) struct Signer<'a> {
    pub(super) app: &'a App,
    pub(super) desk: &'a Desk,
    pub(super) session: &'a Session,
    pub(super) role: Role,
}

impl Signer<'_> {
    /// How a page lets them sign a text.
    pub(super) async fn ways(&self) -> Result<SignedHere, WebError> {
        let person = &self.session.person;
        Ok(SignedHere {
            device: device::own_keys(self.app, person, self.role).await?,
            held: self.held_may(&person.member).await?,
            code_needed: !self.session.is_proven(self.desk.people.now()),
        })
    }

    /// Whether the server holds a key of the member that has the role, by the ledger.
    async fn held_may(&self, member: &MemberName) -> Result<bool, WebError> {
        if !self.desk.held.has(member) {
            return Ok(false);
        }
        let keys = self.app.store();
        let keys = keys.keys(member.as_str(), Window::first(ROWS_MAX)).await?;
        Ok(keys
            .iter()
            .any(|key| is_held(key) && key.roles.contains(self.role)))
    }

    /// The line that a form gives, or has the server's key make; or what keeps it from being signed. The
    /// sequencer checks it as any other.
    pub(super) async fn line(
        &self,
        text: &str,
        form: &Form,
    ) -> Result<Result<Signed, FieldError>, WebError> {
        let person = &self.session.person;
        let through = form.get("through") == THROUGH_SERVER;
        let own = device::own_keys(self.app, person, self.role).await?;
        let held = self.held_may(&person.member).await?;
        let at = places(own.is_some(), held, through);
        let signed = |line| Signed { line, at: at.sign };
        let code = form.get("code");
        if let Some(wrong) = unproven(self.desk, self.session, code).await? {
            return Ok(Err(fault(at.code, wrong)));
        }
        if through {
            let line = held_line(self.desk, &self.session.person.member, text)?;
            return Ok(line.map(signed).ok_or(fault(at.sign, "key-not-held")));
        }
        let line = form.get("signature");
        // A press before the device's module has run mustn't turn into the server's word.
        if line.is_empty() && own.is_some() {
            return Ok(Err(fault(at.sign, "device-unsigned")));
        }
        let Some(line) = SignatureLine::parse(line) else {
            return Ok(Err(fault(at.sign, "signature-wrong")));
        };
        if !device::is_own(self.app, person, &line).await? {
            return Ok(Err(fault(at.sign, "device-key-foreign")));
        }
        Ok(Ok(signed(line)))
    }
}

/// A line, and the field beside which a refusal of the rules stands.
pub(super) struct Signed {
    pub(super) line: SignatureLine,
    pub(super) at: &'static str,
}

/// The fields beside which a problem stands: those of the form that was sent.
struct Places {
    code: &'static str,
    sign: &'static str,
}

/// Where both forms stand, the server's is the second; where neither does, the page itself is named.
const fn places(own: bool, held: bool, through: bool) -> Places {
    let (code, sign) = match (own, held) {
        (true, true) if through => ("code-through", "sign-through"),
        (false, false) => ("main", "main"),
        _ => ("code", "sign"),
    };
    Places { code, sign }
}

/// Whether a key is one that the server holds, and signs.
fn is_held(key: &EnrolledKey) -> bool {
    key.person.as_str() == HELD_PERSON && key.revoked.is_none()
}

/// Whether one of these keys of a member, which the server holds or held, signed a note of it.
pub(super) fn by_held(note: &Note, keys: &[EnrolledKey]) -> bool {
    let held = |line: &SignatureLine| {
        keys.iter().any(|key| {
            key.person.as_str() == HELD_PERSON && key.member == line.name && key.id == line.id
        })
    };
    note.lines().iter().any(held)
}
