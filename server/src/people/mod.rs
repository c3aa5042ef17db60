//! People who work for members: accounts, how they sign in, what they may do, what they did.
//!
//! In scope: everything about people that must not be public. It stands apart from the ledger, in
//! a SQLite file of its own beside it or in further tables of PostgreSQL, so that a copy of the
//! ledger holds nobody's name. Not in scope: pages and forms (`web::desk`), what an entry may do
//! (package `ledger`), keys (`held`).
//!
//! Whatever is secret is kept as a digest: a link's token, a cookie, a password. The second factor's
//! secret can't be, for its codes are made from it.

mod account;
mod allocations;
mod batch_signatures;
mod batches;
mod deeds;
mod devices;
mod documents;
mod drafts;
mod factor;
mod invitations;
mod joining;
mod linked;
mod open;
mod passkeys;
mod password;
mod persons;
mod questions;
mod sessions;
mod signatures;
mod signing_in;
mod tables;
pub mod telling;
mod token;
mod trials;
mod waiting;

pub use account::{ACCOUNT_CHARS_MAX, ACCOUNT_CHARS_MIN, AccountName};
pub use allocations::{Allocation, DRAFTS_OPEN_MAX, SIGNING_SECONDS_MAX, Saved, Stand};
pub use batch_signatures::BatchSignature;
pub use batches::{
    BATCHES_OPEN_MAX, Batch, BatchRow, POSTING_SECONDS_MAX, PREVIEW_SECONDS, RowsOf, taken_together,
};
pub use deeds::{Deed, Done};
pub use devices::{ENROLMENT_SECONDS, Enrolment};
pub use documents::{DOCUMENT_SECONDS, DOCUMENTS_OPEN_MAX, Unsettled};
pub use drafts::{DRAFT_SECONDS, Draft, SIGNED_SECONDS};
pub use factor::Factor;
pub use invitations::{INVITATION_SECONDS, Invitation, Open, Vouched, needs_second};
pub use joining::{JoinFault, Joining};
pub use linked::{Coded, Linked, Provided, Returned, TRIP_SECONDS};
pub use open::PEOPLE_FILE;
pub use passkeys::{CEREMONY_SECONDS, Kept, PASSKEYS_MAX, Passkeys};
pub use password::{PASSWORD_CHARS_MIN, Passwords};
pub use persons::Person;
pub use questions::{Asked, QUESTION_CHARS_MAX, QUESTIONS_MAX, Question, Reply};
pub use sessions::{PROOF_SECONDS, SESSION_SECONDS, Session};
pub use signatures::Signature;
pub use signing_in::{SignIn, SigningIn};
pub use token::Token;
pub use waiting::DraftsWaiting;
pub(crate) use waiting::{role_for, role_of};

use crate::ports::{Clock, Randomness};
use crate::store::StoreError;
use ledger::field::Moment;
use sea_orm::{DatabaseConnection, DbErr};
use std::fmt;
use std::sync::Arc;

/// The people of one ledger.
pub struct People {
    database: DatabaseConnection,
    ledger: i64,
    passwords: Passwords,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
}

/// What can go wrong beside what a person typed.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The database can't be opened.
    #[error("the people's database can't be opened: {0}")]
    Open(#[from] StoreError),
    /// The database failed.
    #[error("the people's database: {0}")]
    Database(#[from] DbErr),
    /// A row doesn't hold what its table promises.
    #[error("the people's database: table {0} holds a value that can't be")]
    Row(&'static str),
    /// A passkey's ceremony couldn't be begun or written down.
    #[error("a passkey's ceremony: {0}")]
    Ceremony(String),
    /// A password couldn't be hashed: there was no memory for it.
    #[error("a password couldn't be hashed: {0}")]
    Password(String),
}

impl fmt::Debug for People {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("People(..)")
    }
}

impl People {
    /// The time now, in UTC seconds.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// So many random bytes.
    fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.randomness.fill(&mut bytes);
        bytes
    }

    /// A salt for a document: 256 bits.
    #[must_use]
    pub fn fresh_salt(&self) -> [u8; 32] {
        self.random()
    }

    /// A word that nobody can guess: 128 bits in hexadecimal.
    #[must_use]
    pub fn fresh_word(&self) -> String {
        hex::encode(self.random::<16>())
    }
}
