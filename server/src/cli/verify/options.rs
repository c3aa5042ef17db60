//! What a log is held to: key, policy, trusted checkpoint, receipts, and what is remembered of it.

use super::super::Failure;
use super::evidence::Folder;
use super::memory::{self, Memory};
use crate::log_client::{LogUrl, Patience, Remote, Source, TileFolder, trusted};
use crate::speech::Message;
use ledger::log::{Origin, POLICY_BYTES_MAX, Policy, SignedCheckpoint, VerifierKey};
use std::path::PathBuf;
use std::time::Duration;

/// What a log is held to, and where it is.
#[derive(Debug, clap::Args)]
pub(super) struct LogOptions {
    /// Verify a log over the network: a server's address, or the prefix of any log's files
    #[arg(long, value_name = "URL", conflicts_with = "file")]
    log: Option<LogUrl>,
    /// Verify a log in a folder of tiles
    #[arg(long, value_name = "DIR", conflicts_with_all = ["file", "log"])]
    tiles: Option<PathBuf>,
    /// The log's key, as name+id+key; without it the key is taken on first use
    #[arg(long, value_name = "KEY")]
    vkey: Option<VerifierKey>,
    /// Whose cosignatures the checkpoint needs: a policy file
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// A signed checkpoint that is trusted: the log must continue it
    #[arg(long, value_name = "FILE")]
    pub(super) checkpoint: Option<PathBuf>,
    /// Remember the last checkpoint in this file, not in the user's state folder
    #[arg(long, value_name = "FILE")]
    remember: Option<PathBuf>,
    /// Remember nothing, and hold nothing against the log that was seen before
    #[arg(long, conflicts_with = "remember")]
    no_remember: bool,
    /// Folder for evidence, where something contradicts itself
    #[arg(long, value_name = "DIR")]
    evidence: Option<PathBuf>,
    /// A signed answer of the log, to be held against it; may stand more than once
    #[arg(long, value_name = "FILE")]
    pub(super) receipt: Vec<PathBuf>,
    /// What was submitted and refused, to be judged again; may stand more than once
    #[arg(long, value_name = "FILE", requires = "receipt")]
    pub(super) submission: Vec<PathBuf>,
    /// Seconds for one request to a log
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600), requires = "log")]
    request_seconds: Option<u64>,
    /// How often one file of a log is asked for
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100), requires = "log")]
    attempts: Option<u32>,
}

/// How the log's key came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyFrom {
    /// By flag.
    Given,
    /// By the policy.
    Policy,
    /// The log's own server or folder gives it.
    Served,
    /// The log's first entry names it.
    Genesis,
}

impl KeyFrom {
    /// In a word, for programs.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Policy => "policy",
            Self::Served => "served",
            Self::Genesis => "genesis",
        }
    }
}

impl LogOptions {
    /// Where the log is, if one is to be read.
    pub(super) fn source(&self) -> Option<Source> {
        if let Some(url) = &self.log {
            return Some(Source::Remote(Remote::new(url.clone(), self.patience())));
        }
        let folder = self.tiles.clone();
        folder.map(|folder| Source::Folder(TileFolder::new(folder)))
    }

    fn patience(&self) -> Patience {
        let mut patience = Patience::default();
        if let Some(seconds) = self.request_seconds {
            patience.request = Duration::from_secs(seconds);
        }
        patience.attempts = self.attempts.unwrap_or(patience.attempts);
        patience
    }

    /// Refuses what only a log can be held to, where none is read.
    pub(super) fn without_log(&self) -> Result<(), Failure> {
        if self.receipt.is_empty() {
            return Ok(());
        }
        Err(Failure::usage(Message::new("receipt-needs-log"))
            .mend(Message::new("mend-receipt-needs-log")))
    }

    /// The trusted checkpoint for notes that come without their log; its signature is checked where
    /// the key is given.
    pub(super) fn trusted_alone(&self) -> Result<Option<SignedCheckpoint>, Failure> {
        let Some(path) = &self.checkpoint else {
            return Ok(None);
        };
        let checkpoint = memory::checkpoint(path)?;
        let policy = self.policy()?;
        let name = &checkpoint.checkpoint().origin;
        if let Some((key, _)) = self.known_key(name, policy.as_ref()) {
            let place = path.display().to_string();
            trusted(checkpoint.bytes(), &place, &key, policy.as_ref())?;
        }
        Ok(Some(checkpoint))
    }

    pub(super) fn policy(&self) -> Result<Option<Policy>, Failure> {
        let Some(path) = &self.policy else {
            return Ok(None);
        };
        let bytes = super::proof::file(path, POLICY_BYTES_MAX)?;
        let policy = Policy::parse(&bytes).map_err(|error| Failure::file(path, error))?;
        Ok(Some(policy))
    }

    /// The key that the user gives for a log.
    pub(super) fn known_key(
        &self,
        log: &Origin,
        policy: Option<&Policy>,
    ) -> Option<(VerifierKey, KeyFrom)> {
        if let Some(key) = &self.vkey {
            return Some((key.clone(), KeyFrom::Given));
        }
        let mut keys = policy?.log_keys().iter();
        let key = keys.find(|key| key.name() == log)?;
        Some((key.clone(), KeyFrom::Policy))
    }

    /// The key given by flag.
    pub(super) fn given_key(&self) -> Option<VerifierKey> {
        self.vkey.clone()
    }

    pub(super) fn evidence(&self) -> Folder {
        Folder::settle(self.evidence.as_deref())
    }

    /// Where this log's last checkpoint is remembered.
    pub(super) fn memory(&self, log: &Origin) -> Memory {
        match &self.remember {
            _ if self.no_remember => Memory::none(),
            Some(path) => Memory::at(path.clone()),
            None => Memory::of(log),
        }
    }
}
