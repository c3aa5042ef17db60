//! `countersign witness`.

use super::failure::key_file;
use super::serve::{start_log, stop_signals, stopped};
use super::{Exit, Failure, print};
use crate::config::{LogOptions, WebOptions};
use crate::keyfile::{Ask, KeyFile, passphrase};
use crate::ports::SystemClock;
use crate::serve::{ServeConfig, Server};
use crate::speech::Message;
use crate::witness::{self, Watch, WitnessError};
use ed25519_dalek::SigningKey;
use ledger::log::{CosignerKey, KeyName, Policy, VerifierKey};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Cosign the checkpoints of a log, so that it can't show two histories (C2SP tlog-witness)
///
/// A witness answers POST add-checkpoint: it cosigns a checkpoint that continues the one which it
/// cosigned last, and no other. It reads no entries; a mirror does. It has a folder of its own and
/// a key of its own, made with `key new`, which must be no log's and no member's.
///
/// A folder that another witness has, and a port in use, end with exit code 4.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key new --member witness.example/w1 --person witness --output w1.key\n  \
                  countersign key vkey --cosigner w1.key\n  countersign witness --data w1 --listen 127.0.0.1:3100 \
                  --key w1.key \\\n    --log relief.example/5f0c19e2a4b7d386+f50e12b7+AQOh..."
)]
pub(super) struct Witness {
    /// Folder in which it remembers what it cosigned
    #[arg(long, value_name = "DIR", env = "COUNTERSIGN_WITNESS_DATA")]
    data: PathBuf,
    #[command(flatten)]
    web: WebOptions,
    #[command(flatten)]
    log: LogOptions,
    /// Verifier keys of the logs that it watches, with commas between them
    #[arg(
        long = "log",
        value_name = "VKEY",
        value_delimiter = ',',
        required_unless_present = "policy"
    )]
    logs: Vec<VerifierKey>,
    /// A tlog-policy file whose logs it watches
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// Its key file
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// File whose first line is the key file's passphrase
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    passphrase_file: Option<PathBuf>,
    /// Path before add-checkpoint, as in /w1 [default: none]
    #[arg(
        long,
        value_name = "PATH",
        default_value = "",
        hide_default_value = true
    )]
    prefix: String,
}

impl Witness {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        check_prefix(&self.prefix)?;
        let web = self.web.settle(&WebOptions::default());
        start_log(&self.log.settle(&LogOptions::default()));
        let witness = witness::Witness::open(Watch {
            folder: self.data.clone(),
            logs: self.watched()?,
            key: cosigner(&self.key, self.passphrase_file.as_deref())?.0,
            clock: Arc::new(SystemClock),
        })?;
        let request = Duration::from_secs(web.request_seconds_max.get());
        let server = Server::bind(ServeConfig {
            request,
            drain: Duration::from_secs(web.drain_seconds_max.get()),
            ..ServeConfig::new(web.listen)
        })
        .await?;
        let signals = stop_signals()?;
        let answers = Message::new("witness-answers")
            .with("name", witness.verifier().name())
            .with("address", server.address())
            .with("prefix", self.prefix.trim_end_matches('/'));
        print::text(&format!("{answers}\nvkey {}\n", witness.verifier()))?;
        let routes = witness::router(Arc::new(witness), &self.prefix, request);
        server.answer(routes, stopped(signals)).await;
        Ok(Exit::Ok)
    }

    fn watched(&self) -> Result<Vec<VerifierKey>, Failure> {
        let mut logs = self.logs.clone();
        if let Some(path) = &self.policy {
            logs.extend_from_slice(read_policy(path)?.log_keys());
        }
        Ok(logs)
    }
}

/// Reads a tlog-policy file.
pub(super) fn read_policy(path: &Path) -> Result<Policy, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, error))?;
    Policy::parse(&bytes).map_err(|error| Failure::file(path, error))
}

/// Opens the key file of a witness or mirror; its member is the cosigner's name.
pub(super) fn cosigner(
    path: &Path,
    secret: Option<&Path>,
) -> Result<(CosignerKey, SigningKey), Failure> {
    // Whose it is, before a passphrase is asked for.
    KeyFile::peek(path).map_err(key_file(path))?;
    let secret = passphrase(secret, Ask::Existing)?;
    let file = KeyFile::open(path, &secret).map_err(key_file(path))?;
    let name = KeyName::from(file.header().member());
    let secret = file.key().clone();
    Ok((CosignerKey::new(name, secret.clone()), secret))
}

/// A path of plain segments: the router would read more into anything else.
fn check_prefix(prefix: &str) -> Result<(), Failure> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte);
    if prefix.is_empty() || (prefix.starts_with('/') && prefix.bytes().all(plain)) {
        return Ok(());
    }
    Err(Failure::usage(
        Message::new("prefix-unlike").with("prefix", prefix),
    ))
}

impl From<WitnessError> for Failure {
    fn from(error: WitnessError) -> Self {
        match &error {
            WitnessError::Held(_) => Self::new(Exit::Busy, error),
            WitnessError::NoLog | WitnessError::LogKeyKind(_) => Self::usage(error),
            WitnessError::OwnKey(_) => Self::usage(error).mend(Message::new("mend-key-new")),
            WitnessError::Memory { .. } => {
                Self::data(error).mend(Message::new("mend-witness-memory"))
            }
            WitnessError::File { .. } => Self::data(error),
        }
    }
}
