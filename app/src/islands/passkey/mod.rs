//! Passkeys: only a script can ask a browser for one. This one is small and needs no wasm, so it
//! stands here as it is sent.
//!
//! In scope: the file, its address, and the ids by which it finds its page. The forms are the pages' own,
//! hidden until the script runs, and sent as any form is; without it, password and code open the door.

use sha3::{Digest, Sha3_256};
use std::sync::LazyLock;

/// The script.
pub const SCRIPT: &str = include_str!("passkey.js");

/// The id of the form that the script fills in. In its attributes: `data-begin`, the address that
/// gives the options; `data-use`, `create` or `get`; `data-failed`, what is said where there is none.
pub const FORM: &str = "passkey-form";
/// The id of the form's button, to which a problem leads.
pub const BUTTON: &str = "passkey";
/// The id of the field for the ceremony's word.
pub const CEREMONY: &str = "passkey-ceremony";
/// The id of the field for what the browser answers.
pub const CREDENTIAL: &str = "passkey-credential";
/// The id of what says that something went wrong.
pub const SAID: &str = "passkey-said";
/// The id of what is shown until a script runs.
pub const UNSTARTED: &str = "passkey-unstarted";

static FILE: LazyLock<String> = LazyLock::new(|| {
    let mut digest = hex::encode(Sha3_256::digest(SCRIPT.as_bytes()));
    digest.truncate(16);
    format!("passkey-{digest}.js")
});

/// The file's name, which changes with its content.
#[must_use]
pub fn file() -> &'static str {
    &FILE
}

/// Its address.
#[must_use]
pub fn address() -> String {
    format!("/front/{}", *FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_knows_the_page_by_these_ids() {
        for id in [FORM, CEREMONY, CREDENTIAL, SAID, UNSTARTED] {
            assert!(SCRIPT.contains(&format!("'{id}'")), "{id}");
        }
    }

    #[test]
    fn the_script_is_as_small_as_its_work() {
        assert!(SCRIPT.len() < 4_000, "{}", SCRIPT.len());
    }
}
