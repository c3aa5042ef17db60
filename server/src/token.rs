//! Keys that lie on a PKCS#11 token: a smart card or a hardware security module, which signs and
//! never gives the key away.
//!
//! In scope: finding a key, making one, signing with it. Out of scope: whose key it is, which its key
//! file says, and the token's own administration, for which its maker has tools. Ed25519 is
//! `CKM_EDDSA` without parameters (PKCS#11 3.0, 6.3.15).

use crate::keyfile::{Secret, TokenUri};
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::mechanism::eddsa::{EddsaParams, EddsaSignatureScheme};
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use ed25519_dalek::VerifyingKey;
use ledger::field::PublicKey;
use std::path::{Path, PathBuf};

/// The curve as PKCS#11 3.0 names it: a DER `PrintableString`.
const EDWARDS25519: &[u8] = b"\x13\x0cedwards25519";

/// What stands before a point of 32 bytes: tokens give it as a DER octet string, as older drafts of
/// the standard had it, as a bit string, or bare.
const POINT_STARTS: [&[u8]; 3] = [b"\x04\x20", b"\x03\x21\x00", b""];

/// Why a token doesn't sign.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// The library isn't one.
    #[error("{0} can't be used as a token's library: {1}")]
    Module(PathBuf, Error),
    /// No token, or several, answer to the address.
    #[error("{found} tokens are called {label}")]
    Token {
        /// The token's label.
        label: String,
        /// How many there are.
        found: usize,
    },
    /// No key, or several, answer to the address.
    #[error("{found} Ed25519 keys on the token are called {label}")]
    Key {
        /// The key's label.
        label: String,
        /// How many there are.
        found: usize,
    },
    /// A key of that name is there already.
    #[error("a key called {0} is on the token already")]
    Exists(String),
    /// The PIN is wrong.
    #[error("the token refuses the PIN; it locks after a few wrong ones")]
    Pin,
    /// The PIN was wrong too often.
    #[error("the token is locked after too many wrong PINs")]
    Locked,
    /// The public half isn't an Ed25519 key.
    #[error("the token's public key can't be read as Ed25519")]
    PublicKey,
    /// The token signed with another key than the file names.
    #[error("the token's signature isn't one of the key that the key file names")]
    OtherKey,
    /// Whatever else the token says.
    #[error("the token fails: {0}")]
    Fails(Error),
}

impl From<Error> for TokenError {
    fn from(error: Error) -> Self {
        match error {
            Error::Pkcs11(RvError::PinIncorrect | RvError::PinLenRange, _) => Self::Pin,
            Error::Pkcs11(RvError::PinLocked, _) => Self::Locked,
            other => Self::Fails(other),
        }
    }
}

/// A token's library, loaded once for all keys on it.
#[derive(Debug)]
pub struct Module(Pkcs11);

/// A key on a token, unlocked.
#[derive(Debug)]
pub struct TokenKey {
    session: Session,
    key: ObjectHandle,
    public: VerifyingKey,
}

impl Module {
    /// Loads the library at `path`.
    ///
    /// # Errors
    /// [`TokenError::Module`] where it can't be loaded or started.
    pub fn load(path: &Path) -> Result<Self, TokenError> {
        let module = |error| TokenError::Module(path.to_owned(), error);
        let context = Pkcs11::new(path).map_err(module)?;
        context
            .initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK))
            .map_err(module)?;
        Ok(Self(context))
    }

    /// Unlocks the key at an address, whose public half is `public`.
    ///
    /// # Errors
    /// [`TokenError`] where there is no such token or key, or the PIN is wrong: it is tried once.
    pub fn open(
        &self,
        at: &TokenUri,
        pin: &Secret,
        public: &PublicKey,
    ) -> Result<TokenKey, TokenError> {
        let public = VerifyingKey::from_bytes(public.bytes()).map_err(|_| TokenError::PublicKey)?;
        let session = self.0.open_ro_session(self.slot(at)?)?;
        login(&session, pin)?;
        let key = only(&session, ObjectClass::PRIVATE_KEY, at)?;
        Ok(TokenKey {
            session,
            key,
            public,
        })
    }

    /// The public half of the key at an address.
    ///
    /// # Errors
    /// As [`Module::open`], and where it isn't an Ed25519 key.
    pub fn public(&self, at: &TokenUri, pin: &Secret) -> Result<PublicKey, TokenError> {
        let session = self.0.open_ro_session(self.slot(at)?)?;
        login(&session, pin)?;
        let object = only(&session, ObjectClass::PUBLIC_KEY, at)?;
        point(&session, object)
    }

    /// Makes a key at an address: the token makes it, keeps it, and never gives it away.
    ///
    /// # Errors
    /// [`TokenError`] where one is there already, or the token makes none.
    pub fn make(&self, at: &TokenUri, pin: &Secret) -> Result<PublicKey, TokenError> {
        let session = self.0.open_rw_session(self.slot(at)?)?;
        login(&session, pin)?;
        if !found(&session, ObjectClass::PRIVATE_KEY, at)?.is_empty() {
            return Err(TokenError::Exists(at.object().to_owned()));
        }
        let label = Attribute::Label(at.object().as_bytes().to_vec());
        let open_half = [
            Attribute::Token(true),
            Attribute::Private(false),
            Attribute::Verify(true),
            Attribute::EcParams(EDWARDS25519.to_vec()),
            label.clone(),
        ];
        let private_half = [
            Attribute::Token(true),
            Attribute::Private(true),
            Attribute::Sensitive(true),
            Attribute::Extractable(false),
            Attribute::Sign(true),
            label,
        ];
        let made = session.generate_key_pair(
            &Mechanism::EccEdwardsKeyPairGen,
            &open_half,
            &private_half,
        )?;
        point(&session, made.0)
    }

    fn slot(&self, at: &TokenUri) -> Result<Slot, TokenError> {
        let mut slots = Vec::new();
        for slot in self.0.get_slots_with_token()? {
            let info = self.0.get_token_info(slot)?;
            let serial = at
                .serial()
                .is_none_or(|serial| serial == info.serial_number());
            if info.label() == at.token() && serial {
                slots.push(slot);
            }
        }
        match slots[..] {
            [slot] => Ok(slot),
            _ => Err(TokenError::Token {
                label: at.token().to_owned(),
                found: slots.len(),
            }),
        }
    }
}

impl TokenKey {
    /// Signs `text`, and checks what the token answers before anybody relies on it.
    ///
    /// # Errors
    /// [`TokenError`] where the token fails or signs with another key.
    pub fn sign(&self, text: &[u8]) -> Result<[u8; 64], TokenError> {
        let scheme = EddsaParams::new(EddsaSignatureScheme::Ed25519);
        let signed = self
            .session
            .sign(&Mechanism::Eddsa(scheme), self.key, text)?;
        let signature: [u8; 64] = signed.try_into().map_err(|_| TokenError::OtherKey)?;
        if ledger::key::holds(&self.public, text, &signature) {
            Ok(signature)
        } else {
            Err(TokenError::OtherKey)
        }
    }
}

/// A token is unlocked for all of a program's sessions at once.
fn login(session: &Session, pin: &Secret) -> Result<(), TokenError> {
    let pin = AuthPin::new(pin.expose().to_owned().into());
    match session.login(UserType::User, Some(&pin)) {
        Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => Ok(()),
        other => Ok(other?),
    }
}

fn found(
    session: &Session,
    class: ObjectClass,
    at: &TokenUri,
) -> Result<Vec<ObjectHandle>, TokenError> {
    Ok(session.find_objects(&[
        Attribute::Class(class),
        Attribute::KeyType(KeyType::EC_EDWARDS),
        Attribute::Label(at.object().as_bytes().to_vec()),
    ])?)
}

fn only(session: &Session, class: ObjectClass, at: &TokenUri) -> Result<ObjectHandle, TokenError> {
    let objects = found(session, class, at)?;
    match objects[..] {
        [object] => Ok(object),
        _ => Err(TokenError::Key {
            label: at.object().to_owned(),
            found: objects.len(),
        }),
    }
}

fn point(session: &Session, object: ObjectHandle) -> Result<PublicKey, TokenError> {
    let attributes = session.get_attributes(object, &[AttributeType::EcPoint])?;
    let Some(Attribute::EcPoint(point)) = attributes.into_iter().next() else {
        return Err(TokenError::PublicKey);
    };
    let bytes = POINT_STARTS.iter().find_map(|start| {
        let bytes = point.strip_prefix(*start)?;
        <[u8; 32]>::try_from(bytes).ok()
    });
    let key = bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    key.map(PublicKey::from).ok_or(TokenError::PublicKey)
}
