//! `countersign mirror`.

use super::place::PlaceOptions;
use super::serve::{start_log, stop_signals, stopped};
use super::witness::cosigner;
use super::{Exit, Failure, print};
use crate::config::{LogOptions, WebOptions};
use crate::front::Front;
use crate::log_client::{LogUrl, Patience, Remote, Source};
use crate::mirror::{Follower, Forwarder, Halt, Home, MirrorError, Pace, Stamp};
use crate::ports::SystemClock;
use crate::sequencer;
use crate::serve::{ServeConfig, Server};
use crate::speech::{Known, Message};
use ledger::log::VerifierKey;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{oneshot, watch};

/// The folder of what a mirror keeps beside the ledger, in its data folder.
const MIRROR: &str = "mirror";

/// Keep a whole copy of somebody else's ledger, and check every entry of it
///
/// A mirror pulls a log, proves every entry, checks its signatures, judges it by every rule, and
/// keeps the books in a store of its own. It serves the same pages, takes submissions and passes
/// them on, and, with a key, cosigns each checkpoint of which it holds every entry.
///
/// A log that departs (a wrong entry, a rewritten past, two histories) stops it: the evidence lies
/// in the data folder's mirror/evidence, every page says so, and the exit code is 1. Bytes that
/// aren't the log's, or don't come, are named and asked for again.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key new --member mirror.example --person mirror --output mirror.key\n  \
                  countersign mirror --from https://ledger.example --data copy --key mirror.key \\\n    \
                  --vkey relief.example/5f0c19e2a4b7d386+f50e12b7+AQOh... --listen 127.0.0.1:3200"
)]
pub(super) struct Mirror {
    /// Address of the log: a server's, or any C2SP log's with its path
    #[arg(long, value_name = "URL")]
    from: LogUrl,
    #[command(flatten)]
    place: PlaceOptions,
    #[command(flatten)]
    web: WebOptions,
    #[command(flatten)]
    log: LogOptions,
    /// The log's verifier key [default: what the log itself says the first time]
    #[arg(long, value_name = "VKEY")]
    vkey: Option<VerifierKey>,
    /// The mirror's own key file, to cosign and to stamp submissions with
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// File whose first line is the key file's passphrase
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    passphrase_file: Option<PathBuf>,
    /// Catch up with the log once, and end
    #[arg(long)]
    once: bool,
}

impl Mirror {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        start_log(&self.log.settle(&place.file.log));
        let key = match &self.key {
            Some(path) => Some(cosigner(path, self.passphrase_file.as_deref())?),
            None => None,
        };
        let store = Arc::new(place.writer().await?);
        let source = Source::Remote(Remote::new(self.from.clone(), Patience::default()));
        let folder = place.folder.join(MIRROR);
        let stamp = key.as_ref().map(|(_, secret)| Stamp::of(secret));
        let opened = Home::open(
            source,
            self.vkey.clone(),
            key.map(|(cosigner, _)| cosigner),
            Arc::clone(&store),
            folder,
            Arc::new(SystemClock),
        );
        let (home, log, copied) = opened.await?;
        let mut follower = Follower::new(Arc::clone(&home), copied, Pace::default())?;
        if self.once {
            let size = follower.catch_up().await?;
            store.close().await?;
            print::line(&Message::new("mirror-caught-up").count("size", size))?;
            return Ok(Exit::Ok);
        }
        let web = self.web.settle(&place.file.web);
        let server = Server::bind(ServeConfig {
            request: Duration::from_secs(web.request_seconds_max.get()),
            drain: Duration::from_secs(web.drain_seconds_max.get()),
            front: Front::built(),
            ..ServeConfig::new(web.listen)
        })
        .await?;
        let signals = stop_signals()?;
        let served = Message::new("mirror-served").with("log", home.log().name());
        print::line(&served.with("address", server.address()))?;
        let forwarder = Forwarder::open(Arc::clone(&home), stamp)?;
        let (stop, stopping) = watch::channel(false);
        let (failed, failing) = oneshot::channel();
        let following = tokio::spawn(async move {
            let followed = follower.run(stopping).await;
            // A mirror whose log departed goes on serving what was right; one that fails ends.
            if !matches!(followed, Ok(()) | Err(Halt::Departed(_))) {
                _ = failed.send(());
            }
            followed
        });
        let reading = sequencer::Handle::reading(Arc::clone(&store));
        server
            .mirror(reading, log, Arc::new(forwarder), async {
                tokio::select! {
                    () = stopped(signals) => {}
                    Ok(()) = failing => {}
                }
            })
            .await;
        stop.send_replace(true);
        let followed = following.await.map_err(Failure::foreign)?;
        store.close().await?;
        followed?;
        Ok(Exit::Ok)
    }
}

impl From<Halt> for Failure {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Departed(departed) => Self::new(
                Exit::Refused,
                Message::new("log-departed")
                    .with("code", &departed.code)
                    .told("what", &Known(&departed.what)),
            )
            .mend(
                Message::new("mend-log-departed")
                    .with("evidence", &departed.evidence)
                    .with("check", &departed.check),
            ),
            Halt::Stuck(trouble) => {
                let exit = if trouble.unreachable {
                    Exit::Data
                } else {
                    Exit::Refused
                };
                let what = Message::new("name-and-word").told("name", &Known(&trouble.what));
                Self::new(exit, what.with("word", trouble.code)).mend(Message::new("mend-stuck"))
            }
            Halt::NewerRules(what) => {
                Self::new(Exit::Newer, Known(&what)).mend(Message::new("mend-newer-mirror"))
            }
            Halt::Failed(error) => error.into(),
        }
    }
}

impl From<MirrorError> for Failure {
    fn from(error: MirrorError) -> Self {
        match error {
            MirrorError::Log(error) => error.into(),
            MirrorError::Store(error) => error.into(),
            MirrorError::NoKey(_) => Self::data(error).mend(Message::new("mend-vkey")),
            MirrorError::OtherLog { .. } | MirrorError::OwnKey => Self::usage(error),
            MirrorError::File { .. } => Self::data(error),
        }
    }
}
