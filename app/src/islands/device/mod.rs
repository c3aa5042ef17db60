//! Sign with a key that never leaves the device: WebCrypto's Ed25519, not extractable, in IndexedDB.
//!
//! In scope: what a browser's key may do on a page ([`standing`]), the exact text that it signs
//! ([`text_of`]) and its signature line ([`line_below`]); in the browser alone, making and keeping the
//! key and answering to the reader. The forms are the pages' own, sent as any form is; without a script
//! they are as they were, and the server's key signs. Not in scope: whether a key may sign, which the
//! ledger's rules say.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod keeping;
mod words;

#[cfg(target_arch = "wasm32")]
pub use browser::start;
pub use words::{Word, Words};

use ledger::field::{Field, Identity, MemberName, PublicKey};
use ledger::{Entry, SignatureLine};

/// The id of what says how things stand, with what the page knows in its attributes: `data-person`,
/// `data-member`, `data-keys` on the ledger, `data-text` to sign and its `data-identity`, `data-words`; on
/// the page of the device `data-offered` and `data-proven`, before signing `data-meaning`.
pub const SAID: &str = "device-said";
/// The id of what says that there is no script, shown until there is.
pub const UNSTARTED: &str = "device-unstarted";
/// The id of the form that offers a new key.
pub const MAKE: &str = "device-make";
/// The id of its field.
pub const KEY: &str = "device-key";
/// The id of its button, to which a problem with the key leads.
pub const MAKE_BUTTON: &str = "key";
/// The id of the form by which the new key proves itself.
pub const PROVE: &str = "device-prove";
/// The id of its button.
pub const PROVE_BUTTON: &str = "proof";
/// The id of the form that signs an answer.
pub const SIGN: &str = "device-sign";
/// The id of a form's field for the signature line.
pub const SIGNATURE: &str = "device-signature";
/// The id of the sentence that says what a signature means.
pub const MEANING: &str = "device-meaning";
/// The id of what can be opened to read the text.
pub const DETAILS: &str = "device-details";
/// The id of the text.
pub const TEXT: &str = "device-text";

/// What a browser's key is to the person's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands on the ledger and signs.
    Enrolled,
    /// It was offered and has to prove itself.
    Offered,
    /// It waits for a second person.
    Waiting,
    /// The page knows nothing of it, or there is none: a new one can be made.
    Nothing,
}

/// What a key is, where `enrolled` stand on the ledger, separated by blanks, and one is offered.
#[must_use]
pub fn standing(key: &str, enrolled: &str, offered: &str, proven: bool) -> Standing {
    if key.is_empty() {
        Standing::Nothing
    } else if enrolled.split(' ').any(|known| known == key) {
        Standing::Enrolled
    } else if offered != key {
        Standing::Nothing
    } else if proven {
        Standing::Waiting
    } else {
        Standing::Offered
    }
}

/// The text that is signed, written anew from the fields that were read out of it; nothing where it is no
/// entry, is written in another way, or isn't the one whose identity the form sends.
#[must_use]
pub fn text_of(text: &str, identity: &str) -> Option<String> {
    let written = Entry::parse(text).ok()?.to_text();
    let same = written == text && Identity::of(&written).to_string() == identity;
    same.then_some(written)
}

/// The line that stands below a text, for a form.
#[must_use]
pub fn line_below(member: &str, key: &[u8; 32], signature: [u8; 64]) -> Option<String> {
    let member = MemberName::parse(member).ok()?;
    let key = PublicKey::new(*key).ok()?;
    Some(SignatureLine::new(member, &key, signature).to_string())
}

/// A public key as entries write it.
#[must_use]
pub fn key_text(key: &[u8; 32]) -> Option<String> {
    let mut text = String::new();
    PublicKey::new(*key).ok()?.write(&mut text);
    Some(text)
}

/// A key's ID under a member's name, to read out.
#[must_use]
pub fn id_text(member: &str, key: &[u8; 32]) -> String {
    let id = MemberName::parse(member)
        .ok()
        .zip(PublicKey::new(*key).ok());
    id.map(|(member, key)| ledger::key::key_id(&member, &key).to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_what_the_page_knows_of_it() {
        let at = |key, proven| standing(key, "AbC DeF", "GhI", proven);
        assert_eq!(at("DeF", false), Standing::Enrolled);
        assert_eq!(at("GhI", false), Standing::Offered);
        assert_eq!(at("GhI", true), Standing::Waiting);
        assert_eq!(at("xyz", true), Standing::Nothing);
        assert_eq!(at("", false), Standing::Nothing);
        assert_eq!(standing("", "", "", false), Standing::Nothing);
    }

    #[test]
    fn only_the_text_of_the_form_in_the_one_way_to_write_it_is_signed() {
        let note = include_str!("../../../../tests/vectors/entries/receipt.note");
        let (text, _) = note.rsplit_once("\n\n").expect("a note");
        let text = format!("{text}\n");
        let identity = Identity::of(&text).to_string();
        assert_eq!(text_of(&text, &identity), Some(text.clone()));
        let other = text.replacen("\nto ", "\nto  ", 1);
        for wrong in [&other, text.trim_end(), "", "receipt"] {
            assert_eq!(text_of(wrong, &Identity::of(wrong).to_string()), None);
        }
        assert_eq!(text_of(&text, &"0".repeat(64)), None);
    }
}
