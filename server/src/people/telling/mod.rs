//! What people and members' programs are to be told: who asked for what, what waits to be sent, and
//! how far the ledger was looked at.
//!
//! In scope: rows. Not in scope: whom an entry concerns and how a message leaves (`crate::telling`),
//! its words (package `app`). What is added for an entry is added in one database transaction with
//! the cursor that says the entry was looked at.

mod choices;
mod cursor;
mod from_desk;
mod hooks;
mod outbox;
mod tables;

pub use choices::{ASK_AGAIN_SECONDS, Asked, Choice, Choices, LINK_SECONDS};
pub use cursor::{Cursor, News, Told};
pub(in crate::people) use from_desk::DeskNews;
pub use hooks::{HOOKS_MAX, Hook};
pub use outbox::{KEPT_SECONDS, Message, Outcome, Stand, TRIES_MAX, pause_after};

use ledger::field::{Role, Roles};
use sha3::{Digest, Sha3_256};

/// How something is told. The numbers stand in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// By mail, to a person.
    Mail,
    /// By a POST, to a member's program.
    Hook,
}

impl Channel {
    pub(super) const fn number(self) -> i64 {
        match self {
            Self::Mail => 1,
            Self::Hook => 2,
        }
    }

    pub(super) fn numbered(number: i64) -> Option<Self> {
        [Self::Mail, Self::Hook]
            .into_iter()
            .find(|channel| channel.number() == number)
    }

    /// As metrics and ids say it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Hook => "hook",
        }
    }
}

/// What a message is about. Words stand in the database and in what programs receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Money waits to be confirmed: for its payee.
    Waits,
    /// The other side says something else of a transfer: less came, more, nothing, or what was taken
    /// back.
    Differs,
    /// A finding names the member: late, idle, perhaps twice.
    Finding,
    /// Money came back, or a transfer was taken back.
    Back,
    /// A colleague's draft waits for a second person.
    Draft,
    /// The payee asks about a transfer: for its payer.
    Question,
    /// The payer answered a question about a transfer: for its payee.
    Answer,
    /// A member is proposed, and the house has a vote.
    Vote,
    /// Another member's draft asks for this one's signature.
    Signature,
    /// The day's summary of what waits.
    Summary,
    /// A link by which an address is confirmed.
    Address,
    /// Somebody wants to see whether it arrives.
    Test,
}

impl Matter {
    /// Every matter with its word.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Waits, "waits"),
        (Self::Differs, "differs"),
        (Self::Finding, "finding"),
        (Self::Back, "back"),
        (Self::Draft, "draft"),
        (Self::Question, "question"),
        (Self::Answer, "answer"),
        (Self::Vote, "vote"),
        (Self::Signature, "signature"),
        (Self::Summary, "summary"),
        (Self::Address, "address"),
        (Self::Test, "test"),
    ];

    /// What a person may ask to be told at once.
    pub const AT_ONCE: [Self; 9] = [
        Self::Waits,
        Self::Differs,
        Self::Finding,
        Self::Back,
        Self::Draft,
        Self::Signature,
        Self::Question,
        Self::Answer,
        Self::Vote,
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(matter, _)| *matter == self);
        found.map_or("", |(_, word)| word)
    }

    /// The matter with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == word);
        found.map(|(matter, _)| *matter)
    }

    /// Whether a member's programs are told of it: what its own people haven't signed yet, and what is
    /// one person's, they aren't.
    #[must_use]
    pub const fn is_for_programs(self) -> bool {
        !matches!(self, Self::Draft | Self::Summary | Self::Address)
    }

    /// Whether it asks anything of somebody with these roles.
    #[must_use]
    pub fn is_for(self, roles: Roles) -> bool {
        match self {
            Self::Draft => roles.contains(Role::Pay),
            Self::Signature => roles.contains(Role::Confirm),
            Self::Question | Self::Answer => {
                roles.contains(Role::Confirm) || roles.contains(Role::Pay)
            }
            Self::Vote => roles.contains(Role::Administer),
            _ => true,
        }
    }
}

/// An id that follows from its parts: the same thing told to the same one has the same.
pub(super) fn id_of(parts: &[&str]) -> String {
    let digest = Sha3_256::digest(format!("telling/1\n{}", parts.join("\n")).as_bytes());
    hex::encode(&digest[..16])
}
