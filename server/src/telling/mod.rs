//! Telling people and programs what concerns them: by mail, and by a POST that is signed.
//!
//! One task follows the ledger from a cursor and adds messages ([`follow`]); one task for each
//! channel sends what is due ([`sender`]). All of them stand beside the sequencer and the pages and
//! hold up neither: they read what is committed, and wait for nobody's network but their own.
//!
//! In scope: whom an entry concerns, how a message leaves, when it is tried again. Not in scope: rows
//! ([`crate::people::telling`]), words (package `app`). No message names a person, an account or an
//! amount, and no line of the program's messages an address.
//!
//! What is sent is sent at least once: a server that dies between a message's leaving and the note
//! that it left sends it again under the same id. One that is stopped ends what it has begun.

mod address;
mod follow;
mod hook;
mod mail;
mod news;
mod sender;

pub use hook::{URL_CHARS_MAX, checked_url, sign};
pub use mail::{MailError, Mailer, is_address};

use crate::people::PeopleError;
use crate::store::{Store, StoreError};
use crate::web::Desk;
use ledger::field::Offset;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long the tasks rest when there is nothing to do. A message leaves within two of them.
pub const REST: Duration = Duration::from_secs(1);

/// What this server can tell, for the pages that ask people what they want to be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Whether it sends mail.
    pub mail: bool,
    /// Whether it posts to programs.
    pub hooks: bool,
    /// Whether such a program may listen on the server's own machine.
    pub loopback: bool,
}

/// How a server tells.
#[derive(Debug)]
pub struct Config {
    /// Scheme and host as readers see them: every message has a link.
    pub base_url: String,
    /// What sends mail; nothing where it isn't set up.
    pub mailer: Option<Mailer>,
    /// Whether programs may listen on this machine.
    pub loopback: bool,
    /// How long to rest; [`REST`] but for tests.
    pub rest: Duration,
}

/// Why a task couldn't go on; it goes on at its next round.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TellError {
    /// The ledger can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The people's database failed.
    #[error(transparent)]
    People(#[from] PeopleError),
}

/// What the tasks share.
struct Inner {
    desk: Arc<Desk>,
    store: Arc<Store>,
    config: Config,
    poster: hook::Poster,
    stop: watch::Receiver<bool>,
}

impl Inner {
    /// Rests, or ends the rest because the server stops.
    async fn rest(&self) {
        let mut stop = self.stop.clone();
        if *stop.borrow() {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(self.config.rest) => {}
            _ = stop.changed() => {}
        }
    }

    fn stops(&self) -> bool {
        *self.stop.borrow()
    }
}

/// The running tasks.
#[derive(Debug)]
pub struct Telling {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Telling {
    /// Starts them. Needs a tokio runtime.
    #[must_use]
    pub fn start(desk: Arc<Desk>, store: Arc<Store>, config: Config) -> Self {
        let (stop, stopped) = watch::channel(false);
        let inner = Arc::new(Inner {
            poster: hook::Poster::new(config.loopback),
            desk,
            store,
            config,
            stop: stopped,
        });
        let mut tasks = vec![
            tokio::spawn(follow::follow(Arc::clone(&inner))),
            tokio::spawn(sender::post_all(Arc::clone(&inner))),
        ];
        if inner.config.mailer.is_some() {
            tasks.push(tokio::spawn(sender::mail_all(inner)));
        }
        Self { stop, tasks }
    }

    /// Tells the tasks to stop; what is under way is ended.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Waits for their end.
    pub async fn ended(self) {
        self.stop();
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::error!(reason = %error, "telling people failed");
            }
        }
    }
}

/// The hours of daily summaries are local: as the programme that was opened last has them, or UTC
/// where there is none.
pub(crate) async fn local_offset(store: &Store) -> Result<Offset, StoreError> {
    let programmes = store
        .programmes("", crate::store::read::Window::PIECE)
        .await?;
    let last = programmes
        .into_iter()
        .max_by_key(|programme| programme.opened);
    Ok(last.map(|programme| programme.offset).unwrap_or_default())
}
