//! What people and members' programs are told.

use super::{FieldError, Seconds, SignedIn};

/// What a person is told, and where.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TellingPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Whether this server sends mail at all.
    pub sends: bool,
    /// Whether the choices were saved just now.
    pub saved: bool,
    /// The address to which messages go; empty where there is none.
    pub confirmed: String,
    /// The address that waits to be confirmed; empty where there is none.
    pub asked: String,
    /// The address as typed.
    pub address: String,
    /// The code of the chosen language.
    pub language: String,
    /// What can be told at once: `waits`, `differs`, `finding`, `back`, `draft`, `signature`, `question`,
    /// `answer`, `vote`.
    pub offered: Vec<&'static str>,
    /// What of it is ticked.
    pub ticked: Vec<String>,
    /// The hour of the daily summary, as typed.
    pub hour: String,
    /// The offset of local time from UTC, such as `+08:00`.
    pub offset: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// Where a member's programs listen, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HooksPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Whether this server posts to programs at all.
    pub posts: bool,
    /// Whether a test was put on its way just now.
    pub tested: bool,
    /// The secret of an address that was added just now: it is shown this once.
    pub secret: Option<String>,
    /// The addresses, the earliest first.
    pub hooks: Vec<HookRow>,
    /// Whether there are as many as there may be.
    pub full: bool,
    /// The new address, as typed.
    pub url: String,
    /// What was sent to them lately, the latest first.
    pub deliveries: Vec<DeliveryRow>,
    /// Mail to people of the member that failed, the latest first.
    pub failed: Vec<DeliveryRow>,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// Where a program listens.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HookRow {
    /// By what it is removed.
    pub id: String,
    /// Where.
    pub url: String,
    /// Since when.
    pub made: Seconds,
}

/// A message and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DeliveryRow {
    /// When it was made.
    pub made: Seconds,
    /// The program's address, or the account whose mail it is.
    pub to: String,
    /// What it is about.
    pub matter: &'static str,
    /// The identity of its entry; empty where it has none.
    pub identity: String,
    /// How it stands.
    pub stand: DeliveryStand,
    /// How often it was tried.
    pub tries: u64,
    /// Why it failed the last time: a word, such as `status-500`; empty where it didn't.
    pub why: String,
}

/// How a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DeliveryStand {
    /// It waits to be sent, or to be sent again.
    #[default]
    Waits,
    /// It was taken.
    Sent,
    /// It isn't tried any more.
    GivenUp,
}

/// A page behind a link of a message, for whoever has the link.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LetterLinkPage {
    /// What the link is for.
    pub link: LetterLink,
    /// Its secret, as it stands in the address.
    pub token: String,
    /// How it stands.
    pub stand: LinkStand,
}

/// What the link of a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LetterLink {
    /// To confirm an address.
    #[default]
    Confirm,
    /// To end all messages.
    Stop,
}

/// How a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LinkStand {
    /// It can be used by a button.
    #[default]
    Ready,
    /// It was used just now.
    Done,
    /// It was used before, or is no link of ours.
    Gone,
}
