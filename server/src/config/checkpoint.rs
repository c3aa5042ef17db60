//! The public log's checkpoints: how often one is signed, with what, and where the last one is kept.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--checkpoint-interval-ms` | `COUNTERSIGN_CHECKPOINT_INTERVAL_MS` | `checkpoint.interval_ms` | 200 |
//! | `--checkpoint-kept` | `COUNTERSIGN_CHECKPOINT_KEPT` | `checkpoint.kept` | `log/checkpoint` in the data folder |
//! | `--checkpoint-key` | `COUNTERSIGN_CHECKPOINT_KEY` | `checkpoint.key` | `keys/log.key` in the data folder |
//! | `--checkpoint-passphrase-file` | `COUNTERSIGN_CHECKPOINT_PASSPHRASE_FILE` | `checkpoint.passphrase_file` | beside the key |
//!
//! Beside the key is its file's name with the ending `.passphrase`.
//! | `--checkpoint-policy` | `COUNTERSIGN_CHECKPOINT_POLICY` | `checkpoint.policy` | nobody cosigns |
//! | `--checkpoint-witness-wait-ms` | `COUNTERSIGN_CHECKPOINT_WITNESS_WAIT_MS` | `checkpoint.witness_wait_ms` | 2000 |
//!
//! The kept checkpoint says how far the log has been published. Put it on another disk than the
//! database: a backup that is restored can't take it back then, and the server sees that it would
//! contradict itself.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::bounded::Bounded;

/// Milliseconds between two checkpoints. More than a minute would break the promise that an
/// accepted entry is published within one.
pub type IntervalMs = Bounded<1, 30_000>;
/// The default of [`IntervalMs`]: a reader hardly waits, and a busy log signs five a second.
pub const INTERVAL_MS: IntervalMs = IntervalMs::known(200);

/// Milliseconds that a checkpoint waits for its witnesses. An accepted entry must be published
/// within a minute, whoever is away.
pub type WitnessWaitMs = Bounded<1, 30_000>;
/// The default of [`WitnessWaitMs`].
pub const WITNESS_WAIT_MS: WitnessWaitMs = WitnessWaitMs::known(2_000);

/// Flags, variables and keys of the log's checkpoints.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct CheckpointOptions {
    /// Fewest milliseconds between two checkpoints of the log
    #[arg(
        long = "checkpoint-interval-ms",
        value_name = "MILLISECONDS",
        env = "COUNTERSIGN_CHECKPOINT_INTERVAL_MS"
    )]
    pub interval_ms: Option<IntervalMs>,
    /// File that keeps the last signed checkpoint: best on another disk than the database
    #[arg(
        long = "checkpoint-kept",
        value_name = "FILE",
        env = "COUNTERSIGN_CHECKPOINT_KEPT"
    )]
    pub kept: Option<PathBuf>,
    /// Key file of the log, which signs checkpoints and answers
    #[arg(
        long = "checkpoint-key",
        value_name = "FILE",
        env = "COUNTERSIGN_CHECKPOINT_KEY"
    )]
    pub key: Option<PathBuf>,
    /// File whose first line is the passphrase of the log's key file
    #[arg(
        long = "checkpoint-passphrase-file",
        value_name = "FILE",
        env = "COUNTERSIGN_CHECKPOINT_PASSPHRASE_FILE"
    )]
    pub passphrase_file: Option<PathBuf>,
    /// A tlog-policy file: the witnesses that cosign checkpoints, and how many of them it takes
    #[arg(
        long = "checkpoint-policy",
        value_name = "FILE",
        env = "COUNTERSIGN_CHECKPOINT_POLICY"
    )]
    pub policy: Option<PathBuf>,
    /// Most milliseconds that a checkpoint waits for its witnesses
    #[arg(
        long = "checkpoint-witness-wait-ms",
        value_name = "MILLISECONDS",
        env = "COUNTERSIGN_CHECKPOINT_WITNESS_WAIT_MS"
    )]
    pub witness_wait_ms: Option<WitnessWaitMs>,
}

/// The settings of the log's checkpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Fewest milliseconds between two checkpoints.
    pub interval_ms: IntervalMs,
    /// File that keeps the last signed checkpoint.
    pub kept: PathBuf,
    /// Key file of the log.
    pub key: PathBuf,
    /// File whose first line is its passphrase.
    pub passphrase_file: PathBuf,
    /// The policy's file, where there is one.
    pub policy: Option<PathBuf>,
    /// Most milliseconds that a checkpoint waits for its witnesses.
    pub witness_wait_ms: WitnessWaitMs,
}

impl CheckpointOptions {
    /// The settings that hold: these, else the file's, else what lies in `folder`.
    #[must_use]
    pub fn settle(&self, file: &Self, folder: &Path) -> Checkpoint {
        let key = self.key.as_ref().or(file.key.as_ref());
        let key = key.cloned().unwrap_or_else(|| folder.join("keys/log.key"));
        let kept = self.kept.as_ref().or(file.kept.as_ref());
        let passphrase = self
            .passphrase_file
            .as_ref()
            .or(file.passphrase_file.as_ref());
        Checkpoint {
            interval_ms: self.interval_ms.or(file.interval_ms).unwrap_or(INTERVAL_MS),
            kept: kept
                .cloned()
                .unwrap_or_else(|| folder.join("log/checkpoint")),
            passphrase_file: passphrase
                .cloned()
                .unwrap_or_else(|| key.with_extension("passphrase")),
            key,
            policy: self.policy.clone().or_else(|| file.policy.clone()),
            witness_wait_ms: self
                .witness_wait_ms
                .or(file.witness_wait_ms)
                .unwrap_or(WITNESS_WAIT_MS),
        }
    }

    /// The file's paths start at the data folder.
    pub(super) fn rooted(mut self, folder: &Path) -> Self {
        let paths = [
            &mut self.kept,
            &mut self.key,
            &mut self.passphrase_file,
            &mut self.policy,
        ];
        for path in paths.into_iter().flatten() {
            *path = folder.join(&*path);
        }
        self
    }
}
