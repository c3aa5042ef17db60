//! Signed-note keys: identifiers and verifier-key strings (C2SP signed-note v1.0.0).

use crate::field::{Field, KeyId, MemberName, PublicKey};
use crate::grammar::FieldError;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::Digest;

/// The key ID of a public key under a name: `SHA-256(name || 0x0A || 01 || key)[:4]`, big-endian.
#[must_use]
pub fn key_id(name: &MemberName, key: &PublicKey) -> KeyId {
    let mut hash = sha2::Sha256::new();
    hash.update(name.as_str().as_bytes());
    hash.update([b'\n', crate::field::ED25519_TYPE_BYTE]);
    hash.update(key.bytes());
    let digest = hash.finalize();
    KeyId(u32::from_be_bytes([
        digest[0], digest[1], digest[2], digest[3],
    ]))
}

/// Whether a signature over a text is valid under a key. `verify_strict` alone decides: what it
/// accepts every library accepts, weak keys and small-order points never (log-signature edge cases,
/// "Taming the many EdDSAs", 2020).
#[must_use]
pub fn holds(key: &VerifyingKey, text: &[u8], signature: &[u8; 64]) -> bool {
    key.verify_strict(text, &Signature::from_bytes(signature))
        .is_ok()
}

/// The verifier-key string `name+id+base64(01 || key)`, which other tools read.
#[must_use]
pub fn vkey(name: &MemberName, key: &PublicKey) -> String {
    let mut text = format!("{name}+{}+", key_id(name, key));
    key.write(&mut text);
    text
}

/// Reads a verifier-key string.
///
/// # Errors
/// [`FieldError`] where a part can't be read or the ID isn't the key's.
pub fn parse_vkey(text: &str) -> Result<(MemberName, PublicKey), FieldError> {
    const WANTED: FieldError =
        FieldError::new("<name>+<8 hexadecimal digits>+<base64 of 01 and the key>");
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(WANTED);
    };
    let name = MemberName::parse(name).map_err(|_| WANTED)?;
    let key = PublicKey::parse(key)?;
    let id = KeyId::parse(id).map_err(|_| WANTED)?;
    if key_id(&name, &key) == id {
        Ok((name, key))
    } else {
        Err(FieldError::new("a verifier key whose ID is its own"))
    }
}
