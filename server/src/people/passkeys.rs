//! Passkeys: a key that a person's telephone, computer or security key keeps, and that answers for
//! this server's own address alone, after it has seen who holds it.
//!
//! In scope: the two ceremonies of WebAuthn and what is kept of a passkey. The ceremonies' own rules
//! are the library's: challenge, origin, signature, counter, and that the person was verified. What a
//! ceremony has begun with stays in the server's memory, for minutes, and is used once.

use super::deeds::{Deed, Done};
use super::persons::Person;
use super::signing_in::SignIn;
use super::tables::passkey;
use super::{People, PeopleError};
use ledger::field::Moment;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use sha3::{Digest, Sha3_256};
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

/// Seconds from the beginning of a ceremony to its end: somebody looks for a security key.
pub const CEREMONY_SECONDS: i64 = 300;

/// Passkeys of one account: a telephone, a computer, a security key and one in the drawer, twice.
pub const PASSKEYS_MAX: u64 = 8;

/// Ceremonies that are under way at once; the earliest gives way to one more. Each takes less than a
/// kilobyte, so all of them a megabyte.
const CEREMONIES_MAX: usize = 1024;

/// Parts the handle that an authenticator is told from any other digest of the same words.
const HANDLE_TAG: &str = "countersign passkey handle\n";

/// What a server needs to take passkeys: its own address, and the ceremonies under way.
pub struct Passkeys {
    webauthn: Webauthn,
    adding: Ceremonies<(String, PasskeyRegistration)>,
    entering: Ceremonies<DiscoverableAuthentication>,
}

impl fmt::Debug for Passkeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passkeys(..)")
    }
}

impl Passkeys {
    /// Passkeys of the server at this scheme and host. Nothing where browsers have none: without an
    /// encrypted line, but for `localhost`, and under a bare number.
    #[must_use]
    pub fn at(base_url: &str) -> Option<Self> {
        let url = Url::parse(base_url).ok()?;
        let host = url.domain()?.to_owned();
        let local = host == "localhost" || host.ends_with(".localhost");
        if url.scheme() != "https" && !local {
            return None;
        }
        let webauthn = WebauthnBuilder::new(&host, &url).ok()?.build().ok()?;
        Some(Self {
            webauthn,
            adding: Ceremonies::default(),
            entering: Ceremonies::default(),
        })
    }
}

/// What ceremonies have begun with, by the word under which their forms come back.
struct Ceremonies<S>(Mutex<VecDeque<(String, Moment, S)>>);

impl<S> Default for Ceremonies<S> {
    fn default() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }
}

impl<S> Ceremonies<S> {
    fn begin(&self, word: String, now: Moment, state: S) {
        let mut under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while under_way.len() >= CEREMONIES_MAX {
            under_way.pop_front();
        }
        under_way.push_back((word, now, state));
    }

    /// What this one has begun with, once and not too late.
    fn end(&self, word: &str, now: Moment) -> Option<S> {
        let mut under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = under_way.iter().position(|(known, ..)| known == word)?;
        let (_, begun, state) = under_way.remove(at)?;
        (now.0 - begun.0 < CEREMONY_SECONDS).then_some(state)
    }
}

/// A passkey of somebody's, as their page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// By what it is removed.
    pub id: String,
    /// When it was added.
    pub made: Moment,
    /// When somebody signed in with it last.
    pub used: Option<Moment>,
}

impl People {
    /// Begins to add a passkey to a person's account: the ceremony's word, and the options for the
    /// browser. Nothing where the account has as many as it may.
    ///
    /// # Errors
    /// The database's error, or the library's.
    pub async fn begin_passkey(
        &self,
        passkeys: &Passkeys,
        person: &Person,
    ) -> Result<Option<(String, Value)>, PeopleError> {
        let own = self.passkeys_by(person).await?;
        if own.len() as u64 >= PASSKEYS_MAX {
            return Ok(None);
        }
        let known = own.into_iter().map(|row| row.credential);
        let account = person.account.as_str();
        let begun = passkeys.webauthn.start_passkey_registration(
            self.handle(person),
            account,
            account,
            Some(known.collect()),
        );
        let (options, state) = begun.map_err(ceremony)?;
        let mut options = serde_json::to_value(options).map_err(ceremony)?;
        // Only such a passkey is found again without an account's name.
        let selection = &mut options["publicKey"]["authenticatorSelection"];
        selection["residentKey"] = "required".into();
        selection["requireResidentKey"] = true.into();
        let word = self.fresh_word();
        let owned = (account.to_owned(), state);
        passkeys.adding.begin(word.clone(), self.now(), owned);
        Ok(Some((word, options)))
    }

    /// Adds the passkey that the browser has made. Says whether it is one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn add_passkey(
        &self,
        passkeys: &Passkeys,
        person: &Person,
        word: &str,
        made: &str,
    ) -> Result<bool, PeopleError> {
        let Some((account, state)) = passkeys.adding.end(word, self.now()) else {
            return Ok(false);
        };
        let Ok(made) = serde_json::from_str::<RegisterPublicKeyCredential>(made) else {
            return Ok(false);
        };
        let finished = passkeys.webauthn.finish_passkey_registration(&made, &state);
        let (Ok(new), true) = (finished, account == person.account.as_str()) else {
            return Ok(false);
        };
        let credential = new.cred_id().clone();
        let found = passkey::Entity::find_by_id((self.ledger, credential.clone()));
        if found.one(&self.database).await?.is_some() {
            return Ok(false);
        }
        let row = passkey::ActiveModel {
            ledger: Set(self.ledger),
            credential: Set(credential),
            account: Set(account),
            id: Set(hex::encode(self.random::<8>())),
            passkey: Set(serde_json::to_string(&new).map_err(ceremony)?),
            made: Set(self.now().0),
            used: Set(None),
        };
        passkey::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        self.record(&Deed::of(person, Done::PasskeyAdded)).await?;
        Ok(true)
    }

    /// Begins to sign somebody in, whoever it is: the ceremony's word, and the options for the
    /// browser, which say nothing about any account.
    ///
    /// # Errors
    /// The library's error.
    pub fn begin_sign_in(&self, passkeys: &Passkeys) -> Result<(String, Value), PeopleError> {
        let begun = passkeys.webauthn.start_discoverable_authentication();
        let (options, state) = begun.map_err(ceremony)?;
        let options = serde_json::to_value(options).map_err(ceremony)?;
        let word = self.fresh_word();
        passkeys.entering.begin(word.clone(), self.now(), state);
        Ok((word, options))
    }

    /// Signs in whoever answers with a passkey of an open account. Whatever is wrong is answered
    /// alike.
    ///
    /// # Errors
    /// The database's error.
    pub async fn sign_in_with_passkey(
        &self,
        passkeys: &Passkeys,
        word: &str,
        answer: &str,
    ) -> Result<SignIn, PeopleError> {
        let Some(state) = passkeys.entering.end(word, self.now()) else {
            return Ok(SignIn::Wrong);
        };
        let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
            return Ok(SignIn::Wrong);
        };
        let webauthn = &passkeys.webauthn;
        let Ok((handle, credential)) = webauthn.identify_discoverable_authentication(&answer)
        else {
            return Ok(SignIn::Wrong);
        };
        let found = passkey::Entity::find_by_id((self.ledger, credential.to_vec()));
        let Some(row) = found.one(&self.database).await? else {
            return Ok(SignIn::Wrong);
        };
        let known = self.proofs(&row.account).await?;
        let open = known.filter(|known| known.person.closed.is_none());
        let Some(person) = open.map(|known| known.person) else {
            return Ok(SignIn::Wrong);
        };
        let mut kept: Passkey =
            serde_json::from_str(&row.passkey).map_err(|_| PeopleError::Row("passkey"))?;
        let finished = webauthn.finish_discoverable_authentication_v2(&answer, state, &kept);
        let (Ok(proof), true) = (finished, handle == self.handle(&person)) else {
            self.record(&Deed::of(&person, Done::SignInFailed)).await?;
            return Ok(SignIn::Wrong);
        };
        if !proof.user_verified() {
            return Ok(SignIn::Wrong);
        }
        kept.update_credential(&proof);
        if !self.passkey_used(&row, &kept).await? {
            return Ok(SignIn::Wrong);
        }
        self.forget_failures(person.account.as_str()).await?;
        let token = self.begin_session(&person.account).await?;
        self.seen(&person).await?;
        self.record(&Deed::of(&person, Done::SignedIn)).await?;
        Ok(SignIn::In(token))
    }

    /// Notes a passkey's new counter. Of two answers that come at the same moment, one has counted.
    async fn passkey_used(
        &self,
        before: &passkey::Model,
        after: &Passkey,
    ) -> Result<bool, PeopleError> {
        let used = passkey::ActiveModel {
            passkey: Set(serde_json::to_string(after).map_err(ceremony)?),
            used: Set(Some(self.now().0)),
            ..Default::default()
        };
        let changed = passkey::Entity::update_many()
            .set(used)
            .filter(passkey::Column::Ledger.eq(self.ledger))
            .filter(passkey::Column::Credential.eq(before.credential.clone()))
            .filter(passkey::Column::Passkey.eq(&before.passkey))
            .exec(&self.database)
            .await?;
        Ok(changed.rows_affected == 1)
    }

    /// A person's passkeys, the latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn passkeys(&self, person: &Person) -> Result<Vec<Kept>, PeopleError> {
        let rows = self.passkeys_by(person).await?;
        let kept = rows.into_iter().map(|row| Kept {
            id: row.id,
            made: Moment(row.made),
            used: row.used.map(Moment),
        });
        Ok(kept.collect())
    }

    async fn passkeys_by(&self, person: &Person) -> Result<Vec<passkey::Model>, PeopleError> {
        let rows = passkey::Entity::find()
            .filter(passkey::Column::Ledger.eq(self.ledger))
            .filter(passkey::Column::Account.eq(person.account.as_str()))
            .order_by_desc(passkey::Column::Made)
            .order_by_asc(passkey::Column::Id);
        Ok(rows.all(&self.database).await?)
    }

    /// Removes a passkey of a person's own. Says whether there was one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn remove_passkey(&self, person: &Person, id: &str) -> Result<bool, PeopleError> {
        let gone = passkey::Entity::delete_many()
            .filter(passkey::Column::Ledger.eq(self.ledger))
            .filter(passkey::Column::Account.eq(person.account.as_str()))
            .filter(passkey::Column::Id.eq(id))
            .exec(&self.database)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(false);
        }
        self.record(&Deed::of(person, Done::PasskeyRemoved)).await?;
        Ok(true)
    }

    /// What authenticators are told of a person: 128 bits that say nothing to anybody else.
    fn handle(&self, person: &Person) -> Uuid {
        let mut digest = Sha3_256::new();
        digest.update(HANDLE_TAG);
        digest.update(self.ledger.to_be_bytes());
        digest.update(person.id.as_bytes());
        let digest = digest.finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Uuid::from_bytes(bytes)
    }
}

/// An error of the library's that no answer of a browser's can cause.
fn ceremony(error: impl fmt::Display) -> PeopleError {
    PeopleError::Ceremony(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ceremony_ends_once_and_in_time() {
        let ceremonies = Ceremonies::default();
        ceremonies.begin("a".to_owned(), Moment(0), 1);
        ceremonies.begin("b".to_owned(), Moment(0), 2);
        assert_eq!(ceremonies.end("a", Moment(CEREMONY_SECONDS - 1)), Some(1));
        assert_eq!(ceremonies.end("a", Moment(1)), None);
        assert_eq!(ceremonies.end("b", Moment(CEREMONY_SECONDS)), None);
        assert_eq!(ceremonies.end("b", Moment(1)), None);
    }

    #[test]
    fn the_earliest_ceremony_gives_way() {
        let ceremonies = Ceremonies::default();
        for number in 0..=CEREMONIES_MAX {
            ceremonies.begin(number.to_string(), Moment(0), number);
        }
        assert_eq!(ceremonies.end("0", Moment(1)), None);
        assert_eq!(ceremonies.end("1", Moment(1)), Some(1));
    }

    #[test]
    fn browsers_have_passkeys_for_a_name_and_an_encrypted_line() {
        for good in [
            "https://ledger.example",
            "https://ledger.example:8443",
            "http://localhost:3000",
        ] {
            assert!(Passkeys::at(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "ledger.example",
            "http://ledger.example",
            "http://127.0.0.1:3000",
            "https://[::1]",
        ] {
            assert!(Passkeys::at(bad).is_none(), "{bad}");
        }
    }
}
