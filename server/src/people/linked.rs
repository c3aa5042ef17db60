//! Accounts of a provider that are linked to ours, and browsers on their way there and back.
//!
//! In scope: who set out, who comes back, and whom a link signs in. Not in scope: what the provider is
//! asked (`provider`). A trip is bound to one browser by a cookie, ends after minutes and is used once.

use super::deeds::{Deed, Done};
use super::persons::{Person, Proofs};
use super::tables::{provider_link, provider_trip};
use super::token::Token;
use super::{People, PeopleError};
use crate::provider::{Provider, Trip};
use ledger::field::Moment;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use sha3::{Digest, Sha3_256};

/// Seconds from the way out to the way back, and again for the code: somebody looks for the telephone
/// with which their organisation asks them.
pub const TRIP_SECONDS: i64 = 600;

/// Parts the digest of a subject from any other digest of the same words.
const SUBJECT_TAG: &str = "countersign provider subject\n";

/// When a session's person showed the second factor, who never did within it.
const UNPROVEN: Moment = Moment(0);

/// A browser that came back from the provider.
#[derive(Debug)]
pub struct Returned {
    /// What it took along.
    pub trip: Trip,
    /// The code of the language in which it set out.
    pub language: String,
    /// The page to go on to.
    pub next: String,
    /// The account that is to be linked; nothing where somebody signs in.
    pub account: Option<String>,
}

/// What came of the provider's word.
#[derive(Debug)]
pub enum Provided {
    /// Signed in, for good.
    In(Token),
    /// The code is asked for; the browser carries this until then.
    Code(Token),
    /// It opens nothing; why, isn't said.
    Wrong,
    /// Too many wrong tries: again after so many seconds.
    Wait(u32),
}

/// What came of the code after it.
#[derive(Debug)]
pub enum Coded {
    /// Signed in, on the way to this page.
    In(Token, String),
    /// The code isn't right: try again.
    Wrong,
    /// Nobody is expected any more.
    Over,
    /// Too many wrong tries: again after so many seconds.
    Wait(u32),
}

/// A link of somebody's, as their page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked {
    /// When it was made.
    pub made: Moment,
    /// When somebody signed in by it last.
    pub used: Option<Moment>,
}

impl People {
    /// Lets a browser set out to the provider: to sign somebody in, or to link this person's account.
    /// The browser carries the token.
    ///
    /// # Errors
    /// The database's error.
    pub async fn set_out(
        &self,
        linking: Option<&Person>,
        language: &str,
        next: &str,
    ) -> Result<(Token, Trip), PeopleError> {
        let trip = Trip {
            state: self.fresh_word(),
            nonce: self.fresh_word(),
            verifier: hex::encode(self.random::<32>()),
        };
        let returned = Returned {
            trip: trip.clone(),
            language: language.to_owned(),
            next: next.to_owned(),
            account: linking.map(|person| person.account.to_string()),
        };
        Ok((self.keep_trip(returned, None).await?, trip))
    }

    /// Keeps a trip, and forgets those that are over.
    async fn keep_trip(
        &self,
        trip: Returned,
        proven: Option<&Person>,
    ) -> Result<Token, PeopleError> {
        let now = self.now().0;
        provider_trip::Entity::delete_many()
            .filter(provider_trip::Column::Ledger.eq(self.ledger))
            .filter(provider_trip::Column::Begun.lte(now - TRIP_SECONDS))
            .exec(&self.database)
            .await?;
        let token = Token::of(self.random());
        let row = provider_trip::ActiveModel {
            ledger: Set(self.ledger),
            token: Set(token.digest()),
            state: Set(trip.trip.state),
            nonce: Set(trip.trip.nonce),
            verifier: Set(trip.trip.verifier),
            language: Set(trip.language),
            next: Set(trip.next),
            account: Set(trip.account),
            proven: Set(proven.map(|person| person.account.to_string())),
            begun: Set(now),
        };
        provider_trip::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        Ok(token)
    }

    /// The trip of a browser that comes back with this word: once, and not too late. Another word than
    /// its own ends it as well.
    ///
    /// # Errors
    /// The database's error.
    pub async fn come_back(
        &self,
        token: &Token,
        state: &str,
    ) -> Result<Option<Returned>, PeopleError> {
        let found = self.trip(token).await?;
        let Some(row) = found.filter(|row| row.proven.is_none()) else {
            return Ok(None);
        };
        if !self.end_trip(token).await? || row.state != state {
            return Ok(None);
        }
        Ok(Some(Returned {
            trip: Trip {
                state: row.state,
                nonce: row.nonce,
                verifier: row.verifier,
            },
            language: row.language,
            next: row.next,
            account: row.account,
        }))
    }

    async fn trip(&self, token: &Token) -> Result<Option<provider_trip::Model>, PeopleError> {
        let found = provider_trip::Entity::find_by_id((self.ledger, token.digest()));
        let now = self.now().0;
        let found = found.one(&self.database).await?;
        Ok(found.filter(|row| now - row.begun < TRIP_SECONDS))
    }

    /// Ends a trip. Of two that come at the same moment, one has ended it.
    async fn end_trip(&self, token: &Token) -> Result<bool, PeopleError> {
        let gone = provider_trip::Entity::delete_by_id((self.ledger, token.digest()));
        Ok(gone.exec(&self.database).await?.rows_affected == 1)
    }

    /// Signs in whoever is linked to this subject, or asks for their code. An unknown subject and a
    /// closed account are answered alike.
    ///
    /// # Errors
    /// The database's error.
    pub async fn sign_in_by(
        &self,
        provider: &Provider,
        subject: &str,
        returned: Returned,
    ) -> Result<Provided, PeopleError> {
        let key = self.subject(provider, subject);
        let found = provider_link::Entity::find_by_id((self.ledger, key));
        let Some(link) = found.one(&self.database).await? else {
            return Ok(Provided::Wrong);
        };
        let Some(known) = self.open_proofs(&link.account).await? else {
            return Ok(Provided::Wrong);
        };
        let wait = self.wait_for(&link.account).await?;
        if wait > 0 {
            return Ok(Provided::Wait(u32::try_from(wait).unwrap_or(u32::MAX)));
        }
        let used = provider_link::ActiveModel {
            used: Set(Some(self.now().0)),
            ..link.into()
        };
        provider_link::Entity::update(used)
            .exec(&self.database)
            .await?;
        if !provider.is_alone() {
            let token = self.keep_trip(returned, Some(&known.person)).await?;
            return Ok(Provided::Code(token));
        }
        self.forget_failures(known.person.account.as_str()).await?;
        // The provider's word opens the door; before anything is signed the code is asked for.
        Ok(Provided::In(self.let_in(&known, UNPROVEN).await?))
    }

    /// The code of somebody of whom the provider has said who they are. A wrong one counts as a wrong
    /// try of their account.
    ///
    /// # Errors
    /// The database's error.
    pub async fn sign_in_coded(&self, token: &Token, code: &str) -> Result<Coded, PeopleError> {
        let Some(row) = self.trip(token).await? else {
            return Ok(Coded::Over);
        };
        let Some(account) = row.proven else {
            return Ok(Coded::Over);
        };
        let wait = self.wait_for(&account).await?;
        if wait > 0 {
            return Ok(Coded::Wait(u32::try_from(wait).unwrap_or(u32::MAX)));
        }
        let Some(known) = self.open_proofs(&account).await? else {
            return Ok(Coded::Over);
        };
        if !self.take_code(&known, code).await? {
            self.count_failure(&account).await?;
            let deed = Deed::of(&known.person, Done::SignInFailed);
            self.record(&deed).await?;
            return Ok(Coded::Wrong);
        }
        if !self.end_trip(token).await? {
            return Ok(Coded::Over);
        }
        self.forget_failures(&account).await?;
        let session = self.let_in(&known, self.now()).await?;
        Ok(Coded::In(session, row.next))
    }

    async fn open_proofs(&self, account: &str) -> Result<Option<Proofs>, PeopleError> {
        let known = self.proofs(account).await?;
        Ok(known.filter(|known| known.person.closed.is_none()))
    }

    async fn let_in(&self, known: &Proofs, proven: Moment) -> Result<Token, PeopleError> {
        let person = &known.person;
        let token = self.begin_session_proven(&person.account, proven).await?;
        self.seen(person).await?;
        self.record(&Deed::of(person, Done::SignedIn)).await?;
        Ok(token)
    }

    /// Links a person's account to a subject. Says whether it was: a subject is one person's, and a
    /// person has one at each issuer.
    ///
    /// # Errors
    /// The database's error.
    pub async fn link(
        &self,
        person: &Person,
        provider: &Provider,
        subject: &str,
    ) -> Result<bool, PeopleError> {
        let key = self.subject(provider, subject);
        let found = provider_link::Entity::find_by_id((self.ledger, key.clone()));
        let taken = found.one(&self.database).await?.is_some();
        if taken || self.link_of(person, provider).await?.is_some() {
            return Ok(false);
        }
        let row = provider_link::ActiveModel {
            ledger: Set(self.ledger),
            subject: Set(key),
            issuer: Set(provider.issuer().to_owned()),
            account: Set(person.account.to_string()),
            made: Set(self.now().0),
            used: Set(None),
        };
        provider_link::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        let deed = Deed::of(person, Done::ProviderLinked);
        self.record(&deed).await?;
        Ok(true)
    }

    /// A person's link at this provider.
    ///
    /// # Errors
    /// The database's error.
    pub async fn link_of(
        &self,
        person: &Person,
        provider: &Provider,
    ) -> Result<Option<Linked>, PeopleError> {
        let found = provider_link::Entity::find()
            .filter(provider_link::Column::Ledger.eq(self.ledger))
            .filter(provider_link::Column::Account.eq(person.account.as_str()))
            .filter(provider_link::Column::Issuer.eq(provider.issuer()));
        let link = found.one(&self.database).await?;
        Ok(link.map(|link| Linked {
            made: Moment(link.made),
            used: link.used.map(Moment),
        }))
    }

    /// Takes a person's link back. Says whether there was one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn unlink(&self, person: &Person, provider: &Provider) -> Result<bool, PeopleError> {
        let gone = provider_link::Entity::delete_many()
            .filter(provider_link::Column::Ledger.eq(self.ledger))
            .filter(provider_link::Column::Account.eq(person.account.as_str()))
            .filter(provider_link::Column::Issuer.eq(provider.issuer()))
            .exec(&self.database)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(false);
        }
        let deed = Deed::of(person, Done::ProviderUnlinked);
        self.record(&deed).await?;
        Ok(true)
    }

    /// What is kept of whom a provider calls so.
    fn subject(&self, provider: &Provider, subject: &str) -> Vec<u8> {
        let mut digest = Sha3_256::new();
        digest.update(SUBJECT_TAG);
        digest.update(self.ledger.to_be_bytes());
        digest.update(provider.issuer());
        // An address has no line's end.
        digest.update("\n");
        digest.update(subject);
        digest.finalize().to_vec()
    }
}
