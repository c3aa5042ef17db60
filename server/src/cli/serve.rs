//! `countersign serve`.

use super::place::{Place, PlaceOptions, ledger_name};
use super::telling::{mailer, reach};
use super::witness::read_policy;
use super::{Exit, Failure, keys, notes, oidc, print};
use crate::config::{
    CheckpointOptions, Log, LogFormat, LogOptions, OidcOptions, ProxyHeader, SequencerOptions,
    TellingOptions, WebOptions,
};
use crate::evidence::Evidence;
use crate::front::Front;
use crate::keyfile::HeldKeys;
use crate::log::{Cosigning, LogConfig, LogError};
use crate::people::Passkeys;
use crate::sequencer::{Config, Sequencer};
use crate::serve::{ServeConfig, ServeError, Server};
use crate::speech::{Known, Message};
use crate::store::Store;
use crate::telling::{self, Reach, Telling};
use crate::web::{Desk, Doors};
use std::io::IsTerminal;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Serve pages and the API, and take entries
///
/// What is committed is published at /log/ in checkpoints that the log's key signs; a ledger whose
/// genesis names no such key, and that has no keys/log.key yet, gets one at its first start.
///
/// An interrupt or SIGTERM stops taking entries, answers all that wait, and ends with exit code 0.
/// A port in use and a ledger that another process writes end with exit code 4; a ledger that
/// contradicts its last checkpoint, as an older backup does, ends with exit code 1.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign serve --data demo --listen 127.0.0.1:3000")]
pub(super) struct Serve {
    #[command(flatten)]
    place: PlaceOptions,
    #[command(flatten)]
    web: WebOptions,
    #[command(flatten)]
    sequencer: SequencerOptions,
    #[command(flatten)]
    log: LogOptions,
    #[command(flatten)]
    checkpoint: CheckpointOptions,
    #[command(flatten)]
    telling: TellingOptions,
    #[command(flatten)]
    oidc: OidcOptions,
    /// Scheme and host of absolute addresses, as in https://ledger.example [default: none]
    #[arg(
        long,
        value_name = "URL",
        env = "COUNTERSIGN_BASE_URL",
        default_value = "",
        hide_default_value = true
    )]
    base_url: String,
}

impl Serve {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let web = self.web.settle(&place.file.web);
        start_log(&self.log.settle(&place.file.log));
        let base_url = self.base_url;
        let provider = oidc::provider(self.oidc.settle(&place.file.oidc), &base_url)?;
        let config = ServeConfig {
            listen: web.listen,
            base_url: base_url.clone(),
            request: Duration::from_secs(web.request_seconds_max.get()),
            drain: Duration::from_secs(web.drain_seconds_max.get()),
            front: Front::built(),
            proxy_header: web.proxy_header.map(ProxyHeader::into_name),
            ..ServeConfig::new(web.listen)
        };
        let mut server = Server::bind(config).await?;
        let store = Arc::new(place.writer().await?);
        let name = ledger_name(&store).await?;
        let tick_key = keys::clock(&place.keys())?;
        if tick_key.is_none() {
            tracing::warn!(
                "no clock key: the ledger's clock stands still until somebody submits a tick"
            );
        }
        let settings = self.telling.settle(&place.file.telling);
        let mailer = mailer(&settings)?;
        let reach = reach(&base_url, mailer.as_ref(), &settings);
        let opened = Desk {
            own_keys_only: web.own_keys_only.into_names(),
            telling: reach,
            provider,
            ..desk(&place, &base_url, tick_key.is_some()).await?
        };
        let desk = Arc::new(opened);
        server.open_desk(Arc::clone(&desk));
        let swept = Arc::clone(&desk);
        let sequencing = Config {
            // A simulated year's clock stands at its end until somebody submits.
            ticks_alone: !notes::is_simulated(&store).await?,
            ..place.sequencing(&self.sequencer, tick_key)
        };
        let log = log_config(&place, &self.checkpoint, &store).await?;
        let sequencer = Sequencer::start(store, sequencing)?;
        let log = match crate::log::Log::start(&sequencer, log).await {
            Ok(log) => log,
            Err(error) => {
                sequencer.shutdown().await?;
                return Err(error.into());
            }
        };
        let signals = stop_signals()?;
        let served = Message::new("ledger-served").with("ledger", name);
        print::line(&served.with("address", server.address()))?;
        let config = telling::Config {
            base_url: base_url.trim_end_matches('/').to_owned(),
            mailer,
            loopback: settings.loopback,
            rest: telling::REST,
        };
        let telling = reach
            .hooks
            .then(|| Telling::start(desk, Arc::clone(sequencer.store()), config));
        let stop = async {
            stopped(signals).await;
            if let Some(telling) = &telling {
                telling.stop();
            }
        };
        let sweeping = tokio::spawn(sweep(swept));
        let ran = server.run(sequencer, log, stop).await;
        sweeping.abort();
        ran?;
        if let Some(telling) = telling {
            telling.ended().await;
        }
        Ok(Exit::Ok)
    }
}

/// How often files that nobody finished are looked for.
const SWEEP_REST: Duration = Duration::from_secs(3600);

/// Forgets files that came in parts and that no form took, for as long as the server runs.
async fn sweep(desk: Arc<Desk>) {
    let mut rest = tokio::time::interval(SWEEP_REST);
    loop {
        rest.tick().await;
        let parts = desk.evidence.parts();
        match parts.sweep(desk.people.now()).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "files that nobody finished are forgotten"),
            Err(fault) => tracing::warn!(error = %fault, "files that nobody finished stay for now"),
        }
    }
}

/// Where people sign for their members.
async fn desk(place: &Place, base_url: &str, ticks: bool) -> Result<Desk, Failure> {
    Ok(Desk {
        own_keys_only: Vec::new(),
        people: place.people().await?,
        evidence: Evidence::at(place.evidence()),
        passkeys: Passkeys::at(base_url),
        provider: None,
        held: HeldKeys::at(place.held_keys()),
        doors: Doors::default(),
        ticks,
        telling: Reach::default(),
    })
}

/// How the log is published. A ledger that was founded without a log's key gets one here, once.
async fn log_config(
    place: &Place,
    flags: &CheckpointOptions,
    store: &Store,
) -> Result<LogConfig, Failure> {
    let at = place.checkpoint_by(flags);
    let head = store.head().await?;
    let Some(head) = head else {
        return Err(Failure::data(Message::new("no-ledger-yet")).mend(Message::new("mend-init")));
    };
    let key = match keys::log(&at, &head.ledger)? {
        Some(key) => key,
        None if head.log_key.is_some() => {
            return Err(
                Failure::file(&at.key, Message::new("log-key-of-genesis-missing"))
                    .mend(Message::new("mend-log-key-missing")),
            );
        }
        None if at.kept.exists() => {
            let missing = Message::new("log-key-missing").with("checkpoint", at.kept.display());
            return Err(Failure::file(&at.key, missing).mend(Message::new("mend-log-key-missing")));
        }
        None => {
            let key = keys::fresh();
            keys::write_log(&at, &key, &head.ledger)?;
            print::line(&Message::new("log-key-made").with("path", at.key.display()))?;
            key
        }
    };
    let cosigning = match &at.policy {
        Some(path) => Some(Cosigning {
            policy: read_policy(path)?,
            wait: Duration::from_millis(at.witness_wait_ms.get()),
        }),
        None => None,
    };
    Ok(LogConfig {
        cosigning,
        kept: at.kept,
        interval: Duration::from_millis(at.interval_ms.get()),
        ..LogConfig::new(crate::log::folder_of(&place.folder), key)
    })
}

impl From<LogError> for Failure {
    fn from(error: LogError) -> Self {
        let exit = if error.is_contradiction() {
            Exit::Refused
        } else {
            Exit::Data
        };
        let failure = Self::new(exit, &error);
        match error.mend() {
            Some(how) => failure.mend(Known(how)),
            None => failure,
        }
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        match error {
            ServeError::InUse(_) => Self::new(Exit::Busy, error),
            ServeError::Bind { .. } => Self::data(error),
            ServeError::Stop(error) => error.into(),
        }
    }
}

/// What an operator stops a server with, heard from now on.
pub(super) fn stop_signals() -> std::io::Result<(Signal, Signal)> {
    let terminate = signal(SignalKind::terminate())?;
    Ok((terminate, signal(SignalKind::interrupt())?))
}

/// Waits until an operator stops the server.
pub(super) async fn stopped((mut terminate, mut interrupt): (Signal, Signal)) {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping: answering what was accepted");
}

/// Writes the program's own messages to standard error.
pub(super) fn start_log(log: &Log) {
    let lines = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_env_filter(log.filter.filter());
    // A second start, in a test, keeps the first one's.
    _ = match log.format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
}
