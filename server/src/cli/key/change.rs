//! `countersign key hold`, `rotate`, `revoke` and `compromised`: keys that come, go, or were in foreign
//! hands.

use crate::cli::draft::field;
use crate::cli::failure::key_file;
use crate::cli::member::ROLES;
use crate::cli::writing::{WriteOptions, fresh_ref};
use crate::cli::{Exit, Failure, keys};
use crate::keyfile::KeyFile;
use crate::speech::Message;
use ledger::entry::Kind;
use ledger::field::{EnrolKey, Field, KeyId, LogIndex, MemberName, Prose, Roles};
use ledger::key::key_id;
use std::path::{Path, PathBuf};

/// Make a key that this server holds for a member, and enrol it
///
/// It signs for people of the member whose own device can't, after they have shown their password
/// and a second factor, and everybody sees "confirmed through the server" beside what it signed.
/// With it signs, with --key, a person who administers the member. `countersign key revoke` ends it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key hold town.example/office --data ledger --key office-p1.key"
)]
pub(in crate::cli) struct Hold {
    /// The member
    #[arg(value_name = "MEMBER", value_parser = field::<MemberName>)]
    member: MemberName,
    /// What the key may sign
    #[arg(long, value_name = "ROLES", default_value = "confirm", value_parser = field::<Roles>)]
    roles: Roles,
    #[command(flatten)]
    write: WriteOptions,
}

/// Enrol a new key of a member, and revoke the one that it replaces
///
/// The new key signs itself, to prove possession; with it signs, with --key, another person who
/// administers the member, or the recovery key.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key rotate new-p1.key --replaces old-p1.key --key p2.key"
)]
pub(in crate::cli) struct Rotate {
    /// The new key's file
    #[arg(value_name = "FILE")]
    new: PathBuf,
    /// What the new key may sign
    #[arg(long, value_name = "ROLES", default_value = ROLES, value_parser = field::<Roles>)]
    roles: Roles,
    /// Key that it replaces: its file, or its ID of 8 hex digits
    #[arg(long, value_name = "FILE or ID")]
    replaces: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

/// Revoke a key of the member: any of its keys may, so that a thief is stopped at once
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key revoke 96b2d34e --reason \"Lost\" --key p2.key"
)]
pub(in crate::cli) struct Revoke {
    /// The key: its file, or its ID of 8 hex digits
    #[arg(value_name = "FILE or ID")]
    ended: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

/// Say that a key was in foreign hands since an entry, and revoke it
///
/// It undoes nothing: what the key signed since then is disputed until a second person endorses or
/// corrects it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key compromised 96b2d34e --since 5120 --reason \"Stolen\" --key p2.key"
)]
pub(in crate::cli) struct Compromised {
    /// The key: its file, or its ID of 8 hex digits
    #[arg(value_name = "FILE or ID")]
    ended: String,
    /// Index of the first entry that is disputed
    #[arg(long, value_name = "INDEX", value_parser = field::<LogIndex>)]
    since: LogIndex,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Hold {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let folder = self.write.held_keys()?;
        let file = keys::write_held(&folder, &self.member)?;
        let (keeps, rotate) = (
            !self.write.dry_run(),
            Rotate {
                new: file.clone(),
                roles: self.roles,
                replaces: None,
                reason: None,
                write: self.write,
            },
        );
        let enrolled = rotate.run().await;
        if !keeps || !matches!(enrolled, Ok(Exit::Ok)) {
            // A key that nobody enrolled must not stand in the way of the next try.
            keys::remove_held(&file)?;
        }
        enrolled
    }
}

impl Rotate {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let header = KeyFile::peek(&self.new).map_err(key_file(&self.new))?;
        let session = self.write.and_signed_with(self.new).open().await?;
        let enrolled = EnrolKey {
            person: header.person().clone(),
            roles: self.roles,
            public: *header.public_key(),
        };
        let replaced = self.replaces.as_deref().map(named).transpose()?;
        let draft = session
            .draft(Kind::KeyRotate)?
            .set("member", header.member())
            .set("key", &enrolled)
            .set_if("replaces", replaced.as_ref())
            .set("ref", &fresh_ref()?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}

impl Revoke {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(Kind::KeyRevoke)?
            .set("member", session.member())
            .set("key-id", &named(&self.ended)?)
            .set("ref", &fresh_ref()?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}

impl Compromised {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(Kind::KeyCompromised)?
            .set("member", session.member())
            .set("key-id", &named(&self.ended)?)
            .set("since", &self.since)
            .set("ref", &fresh_ref()?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}

/// A key by its file or its ID.
fn named(text: &str) -> Result<KeyId, Failure> {
    let path = Path::new(text);
    if path.is_file() {
        let header = KeyFile::peek(path).map_err(key_file(path))?;
        return Ok(key_id(header.member(), header.public_key()));
    }
    KeyId::parse(text).map_err(|error| {
        let what = Message::new("neither-file-nor-key-id").with("text", text);
        Failure::usage(what.told("error", &error))
    })
}
