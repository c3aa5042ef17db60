//! `countersign key`.

mod change;

use super::failure::key_file;
use super::{Exit, Failure, keys, print};
use crate::keyfile::{Ask, KeyFile, KeyHeader, passphrase};
use ledger::field::{MemberName, Person};
use ledger::key::key_id;
use ledger::log::{KeyKind, KeyName, VerifierKey};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Make key files, look at them, and change which keys a member has
#[derive(Debug, clap::Subcommand)]
pub(super) enum Key {
    New(New),
    Show(Show),
    Vkey(Vkey),
    Hold(Box<change::Hold>),
    Rotate(Box<change::Rotate>),
    Revoke(Box<change::Revoke>),
    Compromised(Box<change::Compromised>),
}

/// Make a key for one person of a member, in a new encrypted file
///
/// A key is a person's, never shared: give an opaque id such as p1, never a name. docs/KEY-FILE.md
/// has the format. The member enrols the key with `member activate` or `key rotate`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key new --member county.example/finance --person p1 --output p1.key"
)]
pub(super) struct New {
    /// Member whose entries it signs
    #[arg(long, value_name = "NAME")]
    member: MemberName,
    /// Whose key it is: an opaque id
    #[arg(long, value_name = "ID")]
    person: Person,
    /// File to make; one that is there is never overwritten
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// File whose first line is the new key file's passphrase
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    passphrase_file: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Show whose key a file holds; asks for no passphrase
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign key show p1.key")]
pub(super) struct Show {
    /// Key file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Print a key file's verifier key, which others enrol and check signatures with
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key vkey p1.key\n  countersign key vkey --cosigner w1.key"
)]
pub(super) struct Vkey {
    /// Key file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// As the key of a witness or mirror, which signs cosignatures (type 04)
    #[arg(long)]
    cosigner: bool,
}

impl Key {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::Hold(hold) => return hold.run().await,
            Self::Rotate(rotate) => return rotate.run().await,
            Self::Revoke(revoke) => return revoke.run().await,
            Self::Compromised(compromised) => return compromised.run().await,
            Self::New(new) => {
                let secret = passphrase(new.passphrase_file.as_deref(), Ask::New)?;
                let header = keys::write(
                    &new.output,
                    &keys::fresh(),
                    &new.member,
                    &new.person,
                    &secret,
                )?;
                tell(&header, new.json)?;
            }
            Self::Show(show) => tell(
                &KeyFile::peek(&show.file).map_err(key_file(&show.file))?,
                show.json,
            )?,
            Self::Vkey(vkey) => {
                let header = KeyFile::peek(&vkey.file).map_err(key_file(&vkey.file))?;
                let key = if vkey.cosigner {
                    let name = KeyName::from(header.member());
                    VerifierKey::new(name, KeyKind::Cosignature, *header.public_key()).to_string()
                } else {
                    header.vkey()
                };
                print::text(&format!("{key}\n"))?;
            }
        }
        Ok(Exit::Ok)
    }
}

fn tell(header: &KeyHeader, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return print::json(&header_json(header));
    }
    print::text(&format!(
        "member   {}\nperson   {}\nkey ID   {}\nvkey     {}\ncreated  {}\n",
        header.member(),
        header.person(),
        key_id(header.member(), header.public_key()),
        header.vkey(),
        header.created(),
    ))
}

fn header_json(header: &KeyHeader) -> Value {
    json!({
        "member": header.member().as_str(),
        "person": header.person().as_str(),
        "key_id": key_id(header.member(), header.public_key()).to_string(),
        "vkey": header.vkey(),
        "created": header.created().to_string(),
    })
}
