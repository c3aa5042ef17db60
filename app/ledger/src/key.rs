//! Signed-note keys: identifiers and verifier-key strings (C2SP signed-note v1.0.0).

use crate::field::{Field, KeyId, MemberName, PublicKey};
use crate::grammar::FieldError;
use crate::log::{KeyKind, KeyName, VerifierKey};
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::Digest;

/// The key ID of a public key under a name: `SHA-256(name || 0x0A || 01 || key)[:4]`, big-endian.
#[must_use]
pub fn key_id(name: &MemberName, key: &PublicKey) -> KeyId {
    id_of(name.as_str(), KeyKind::Ed25519 as u8, key)
}

/// The key ID of an Ed25519 key under any name and type.
pub(crate) fn id_of(name: &str, kind: u8, key: &PublicKey) -> KeyId {
    let mut hash = sha2::Sha256::new();
    hash.update(name.as_bytes());
    hash.update([b'\n', kind]);
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
    VerifierKey::new(KeyName::from(name), KeyKind::Ed25519, *key).to_string()
}

/// Reads a verifier-key string.
///
/// # Errors
/// [`FieldError`] where a part can't be read or the ID isn't the key's.
pub fn parse_vkey(text: &str) -> Result<(MemberName, PublicKey), FieldError> {
    let key = VerifierKey::parse(text)?;
    if key.kind() != KeyKind::Ed25519 {
        return Err(FieldError::new("a party's key, of type 01 (Ed25519)"));
    }
    let name = MemberName::parse(key.name().as_str())?;
    Ok((name, *key.public()))
}
