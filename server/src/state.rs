//! What every handler shares.

use crate::demo::is_simulated;
use crate::front::Front;
use crate::log::Log;
use crate::mirror::Forwarder;
use crate::sequencer;
use crate::serve::ServeConfig;
use crate::store::{Store, StoreError};
use crate::web::{Boards, Desk, Pages, TAKES_MAX};
use app::views::Boots;
use axum::http::HeaderName;
use ledger::Entry;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, UNIX_EPOCH};
use tokio::sync::Semaphore;

/// The running server: the store that it reads, the sequencer that it submits to, the log that it
/// publishes.
#[derive(Debug)]
pub struct App {
    sequencer: sequencer::Handle,
    log: Log,
    mirror: Option<Arc<Forwarder>>,
    desk: Option<Arc<Desk>>,
    base_url: String,
    request: Duration,
    /// Settled by the genesis, which never changes.
    simulated: OnceLock<bool>,
    build: String,
    takes: Arc<Semaphore>,
    boards: Boards,
    pages: Pages,
    front: Front,
    proxy_header: Option<HeaderName>,
}

impl App {
    /// A server for a running sequencer and its log.
    #[must_use]
    pub fn new(sequencer: sequencer::Handle, log: Log, config: &ServeConfig) -> Self {
        Self {
            sequencer,
            log,
            mirror: None,
            desk: config.desk.clone(),
            base_url: config.base_url.clone(),
            request: config.request,
            simulated: OnceLock::new(),
            build: build_tag(config.front.boots()),
            takes: Semaphore::new(TAKES_MAX).into(),
            boards: Boards::default(),
            pages: Pages::new(config.page_age),
            front: config.front.clone(),
            proxy_header: config.proxy_header.clone(),
        }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        self.sequencer.store()
    }

    /// Where entries are submitted.
    #[must_use]
    pub const fn sequencer(&self) -> &sequencer::Handle {
        &self.sequencer
    }

    /// The same as a mirror of somebody else's ledger.
    #[must_use]
    pub fn mirroring(mut self, forwarder: Arc<Forwarder>) -> Self {
        self.mirror = Some(forwarder);
        self
    }

    /// What makes this server a mirror; nothing where the ledger is its own.
    #[must_use]
    pub const fn mirror(&self) -> Option<&Arc<Forwarder>> {
        self.mirror.as_ref()
    }

    /// Where people sign for their members; nothing on a server without accounts.
    #[must_use]
    pub const fn desk(&self) -> Option<&Arc<Desk>> {
        self.desk.as_ref()
    }

    /// What is published.
    #[must_use]
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// Scheme and host for absolute addresses; empty where they aren't known.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// How long a request's body may take from its first byte to its last.
    #[must_use]
    pub const fn body_timeout(&self) -> Duration {
        self.request
    }

    /// Room for files that are being taken away.
    #[must_use]
    pub const fn takes(&self) -> &Arc<Semaphore> {
        &self.takes
    }

    /// Members of large programmes, read for several readers.
    pub(crate) const fn boards(&self) -> &Boards {
        &self.boards
    }

    /// Pages as they were sent.
    pub(crate) const fn pages(&self) -> &Pages {
        &self.pages
    }

    /// The header in which a proxy in front says whose request it is; nothing where there is none.
    #[must_use]
    pub const fn proxy_header(&self) -> Option<&HeaderName> {
        self.proxy_header.as_ref()
    }

    /// What the browser runs.
    #[must_use]
    pub const fn front(&self) -> &Front {
        &self.front
    }

    /// Tells this build from others in an ETag.
    #[must_use]
    pub fn build(&self) -> &str {
        &self.build
    }

    /// Whether the ledger says of itself that its receipts are simulated; asked once.
    ///
    /// # Errors
    /// The database's error.
    pub async fn simulated(&self) -> Result<bool, StoreError> {
        if let Some(known) = self.simulated.get() {
            return Ok(*known);
        }
        let Some(first) = self.store().entry_at(0).await? else {
            return Ok(false);
        };
        let simulated = match first.note.entry() {
            Entry::Genesis(genesis) => is_simulated(genesis),
            _ => false,
        };
        Ok(*self.simulated.get_or_init(|| simulated))
    }
}

/// The release, and the time and size of the running program: another build may say the same
/// ledger in other words, and must not be answered from a cache of this one's. In development what
/// the browser runs changes without the program, and with it the module that pages name.
fn build_tag(boots: &Boots) -> String {
    let meta = std::env::current_exe().and_then(std::fs::metadata);
    let built = meta.ok().and_then(|meta| {
        let since = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(format!("{:x}{:x}", since.as_secs(), meta.len()))
    });
    let loads = |boot: &str| {
        let hash = boot.rsplit_once('-').and_then(|(_, hash)| hash.get(..8));
        hash.unwrap_or_default().to_owned()
    };
    format!(
        "{}-{}{}{}{}",
        env!("CARGO_PKG_VERSION"),
        built.unwrap_or_default(),
        loads(&boots.verify),
        loads(&boots.total),
        loads(&boots.device)
    )
}

/// The process's metrics: one recorder, however many servers a test starts.
///
/// # Errors
/// A sentence where another recorder was installed before.
pub fn metrics() -> Result<&'static Arc<PrometheusHandle>, &'static str> {
    static HANDLE: OnceLock<Option<Arc<PrometheusHandle>>> = OnceLock::new();
    let installed = HANDLE.get_or_init(|| {
        PrometheusBuilder::new()
            .install_recorder()
            .ok()
            .map(Arc::new)
    });
    installed
        .as_ref()
        .ok_or("another recorder of metrics is installed")
}
