//! What a mirror is: whose log it keeps, where, and what it has to say about it.

use super::departed::{Departed, Proof, Reports, Said, Trouble, put};
use crate::log::{Copied, CopyConfig, Log, LogError};
use crate::log_client::{FetchError, Source};
use crate::ports::Clock;
use crate::store::{Store, StoreError};
use ledger::field::{Field, Moment};
use ledger::log::{CosignerKey, VerifierKey};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The file that remembers the log's key.
const KEY_FILE: &str = "log.vkey";

/// Why a mirror can't go on.
#[derive(Debug, thiserror::Error)]
pub enum MirrorError {
    /// The log's key can't be had.
    #[error("the log's key can't be had: {0}")]
    NoKey(String),
    /// The folder is another log's.
    #[error("this folder keeps the log {kept}, not {named}")]
    OtherLog {
        /// The key that it keeps.
        kept: Box<VerifierKey>,
        /// The key that is named.
        named: Box<VerifierKey>,
    },
    /// The mirror's own key is the log's.
    #[error("the mirror's key is the log's: a mirror needs a key of its own")]
    OwnKey,
    /// A file fails.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The log's files here fail.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl MirrorError {
    pub(super) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// What readers are told of a mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MirrorView {
    /// Where the log is.
    pub from: String,
    /// The mirror's name, where it has a key.
    pub name: Option<String>,
    /// When it last saw a checkpoint of which it holds every entry.
    pub checked_at: Option<Moment>,
    /// What keeps it from following, while something does.
    pub trouble: Option<Trouble>,
    /// Why it stopped.
    pub departed: Option<Departed>,
}

/// A mirror, as its follower and its pages share it.
pub struct Home {
    pub(super) source: Arc<Source>,
    pub(super) key: VerifierKey,
    pub(super) cosigner: Option<CosignerKey>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) store: Arc<Store>,
    pub(super) folder: PathBuf,
    reports: Reports,
    view: Mutex<MirrorView>,
}

impl std::fmt::Debug for Home {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Home")
            .field("key", &self.key)
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Home {
    /// Opens a mirror's folder, with the log's key that is given, was given before, or else is what
    /// the log itself says: then its first entry must name the same.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn open(
        source: Source,
        vkey: Option<VerifierKey>,
        cosigner: Option<CosignerKey>,
        store: Arc<Store>,
        folder: PathBuf,
        clock: Arc<dyn Clock>,
    ) -> Result<(Arc<Self>, Log, Copied), MirrorError> {
        std::fs::create_dir_all(&folder).map_err(MirrorError::file(&folder))?;
        let source = Arc::new(source);
        let key = known_key(&source, vkey, &folder).await?;
        if cosigner
            .as_ref()
            .is_some_and(|own| own.verifier().public() == key.public())
        {
            return Err(MirrorError::OwnKey);
        }
        let reports = Reports::new(folder.join("evidence"));
        let departed = reports.read().map_err(MirrorError::file(&folder))?;
        let view = MirrorView {
            from: source.place("").trim_end_matches('/').to_owned(),
            name: cosigner
                .as_ref()
                .map(|own| own.verifier().name().to_string()),
            checked_at: None,
            trouble: None,
            departed,
        };
        let config = CopyConfig {
            folder: folder.join("log"),
            log: key.clone(),
            clock: Arc::clone(&clock),
        };
        let (log, copied) = Log::copied(&store, config).await?;
        let home = Self {
            source,
            key,
            cosigner,
            clock,
            store,
            folder,
            reports,
            view: Mutex::new(view),
        };
        Ok((Arc::new(home), log, copied))
    }

    fn lock(&self) -> MutexGuard<'_, MirrorView> {
        self.view.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What readers are told.
    #[must_use]
    pub fn view(&self) -> MirrorView {
        self.lock().clone()
    }

    /// The log's key.
    #[must_use]
    pub const fn log(&self) -> &VerifierKey {
        &self.key
    }

    /// The key that cosigns, where there is one.
    #[must_use]
    pub fn verifier(&self) -> Option<&VerifierKey> {
        self.cosigner.as_ref().map(CosignerKey::verifier)
    }

    /// The evidence against the log; nothing while there is none.
    ///
    /// # Errors
    /// The file's.
    pub fn evidence(&self) -> std::io::Result<Option<(Departed, Vec<u8>)>> {
        let Some(departed) = self.view().departed else {
            return Ok(None);
        };
        let bytes = self.reports.evidence(&departed)?;
        Ok(Some((departed, bytes)))
    }

    pub(super) fn checked(&self) {
        let mut view = self.lock();
        view.checked_at = Some(self.clock.now());
        view.trouble = None;
    }

    /// Takes down what keeps the log from being followed; since when, where it is nothing new.
    pub(super) fn troubled(&self, code: &str, what: String, unreachable: bool) -> Trouble {
        let mut view = self.lock();
        let since = view.trouble.as_ref().map(|before| before.since);
        let trouble = Trouble {
            code: code.to_owned(),
            what,
            since: since.unwrap_or_else(|| self.clock.now().seconds()),
            unreachable,
        };
        view.trouble = Some(trouble.clone());
        trouble
    }

    /// Keeps what shows a departure; from then on every page tells of it.
    pub(super) fn depart(&self, said: Said, proof: &Proof) -> Result<Departed, MirrorError> {
        let kept = self.reports.keep(said, self.clock.now(), &self.key, proof);
        let departed = kept.map_err(MirrorError::file(&self.folder))?;
        let mut view = self.lock();
        view.trouble = None;
        view.departed = Some(departed.clone());
        drop(view);
        Ok(departed)
    }
}

/// The log's key: what is given, else what the folder keeps, else what the log says. The folder
/// keeps it from then on.
async fn known_key(
    source: &Arc<Source>,
    given: Option<VerifierKey>,
    folder: &std::path::Path,
) -> Result<VerifierKey, MirrorError> {
    let path = folder.join(KEY_FILE);
    let kept = match std::fs::read_to_string(&path) {
        Ok(text) => Some(read_key(&text)?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(MirrorError::file(&path)(error)),
    };
    let key = match (kept, given) {
        (Some(kept), Some(named)) if kept != named => {
            let (kept, named) = (Box::new(kept), Box::new(named));
            return Err(MirrorError::OtherLog { kept, named });
        }
        (Some(kept), _) => return Ok(kept),
        (None, Some(given)) => given,
        (None, None) => asked_for(source).await?,
    };
    put(folder, KEY_FILE, format!("{key}\n").as_bytes()).map_err(MirrorError::file(&path))?;
    Ok(key)
}

async fn asked_for(source: &Arc<Source>) -> Result<VerifierKey, MirrorError> {
    let source = Arc::clone(source);
    let asked: Result<_, FetchError> = tokio::task::spawn_blocking(move || source.vkey())
        .await
        .map_err(|error| MirrorError::NoKey(error.to_string()))?;
    let served = asked.map_err(|error| MirrorError::NoKey(error.to_string()))?;
    let served = served.ok_or_else(|| MirrorError::NoKey("the log serves none".to_owned()))?;
    read_key(&String::from_utf8_lossy(&served))
}

fn read_key(text: &str) -> Result<VerifierKey, MirrorError> {
    let key = VerifierKey::parse(text.trim_end_matches('\n'));
    key.map_err(|error| MirrorError::NoKey(error.to_string()))
}
