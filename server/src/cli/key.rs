//! `countersign key`.

mod change;

use super::failure::key_file;
use super::{Exit, Failure, keys, print};
use crate::keyfile::{Ask, KeyFile, KeyFileError, KeyHeader, Secret, TokenUri, passphrase};
use crate::speech::Message;
use crate::token::Module;
use ledger::field::{MemberName, Person};
use ledger::key::key_id;
use ledger::log::{KeyKind, KeyName, VerifierKey};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Make key files, look at them, and change which keys a member has
#[derive(Debug, clap::Subcommand)]
pub(super) enum Key {
    New(New),
    Adopt(Adopt),
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
/// has the format. The member enrols the key with `member activate` or `key rotate`. With --token
/// the key is made on a PKCS#11 token and never leaves it: the file says where it lies.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign key new --member county.example/finance --person p1 --output p1.key\n  \
                        countersign key new --member county.example/finance --person p1 --output p1.key \\\n    \
                        --token 'pkcs11:token=bureau;object=p1' --pkcs11-module /usr/lib/softhsm/libsofthsm2.so"
)]
pub(super) struct New {
    #[command(flatten)]
    made: Made,
    /// Make it on the token at this address, under this label
    #[arg(long, value_name = "URI")]
    token: Option<TokenUri>,
}

/// Write the key file of a key that a PKCS#11 token has already
///
/// For keys that were made with the token's own tools. It reads the public half and changes nothing
/// on the token.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign key adopt --member county.example/finance --person p1 --output p1.key \\\n    \
                        --token 'pkcs11:token=bureau;object=p1' --pkcs11-module /usr/lib/softhsm/libsofthsm2.so"
)]
pub(super) struct Adopt {
    #[command(flatten)]
    made: Made,
    /// Where the key lies: its token and its label
    #[arg(long, value_name = "URI")]
    token: TokenUri,
}

/// Flags of every command that makes a key file.
#[derive(Debug, clap::Args)]
struct Made {
    /// Member whose entries it signs
    #[arg(long, value_name = "NAME")]
    member: MemberName,
    /// Whose key it is: an opaque id
    #[arg(long, value_name = "ID")]
    person: Person,
    /// File to make; one that is there is never overwritten
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// File whose first line is the new key file's passphrase, or the token's PIN
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    passphrase_file: Option<PathBuf>,
    /// The token's library
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PKCS11_MODULE")]
    pkcs11_module: Option<PathBuf>,
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
            Self::New(new) => tell(&new.make()?, new.made.json)?,
            Self::Adopt(adopt) => tell(&adopt.make()?, adopt.made.json)?,
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

impl New {
    fn make(&self) -> Result<KeyHeader, Failure> {
        let Made {
            member,
            person,
            output,
            ..
        } = &self.made;
        let Some(at) = &self.token else {
            let secret = passphrase(self.made.passphrase_file.as_deref(), Ask::New)?;
            return keys::write(output, &keys::fresh(), member, person, &secret);
        };
        self.made.check_output()?;
        let (module, pin) = self.made.unlock()?;
        let public = module.make(at, &pin)?;
        keys::write_for_token(output, public, member, person, at.clone())
    }
}

impl Adopt {
    fn make(&self) -> Result<KeyHeader, Failure> {
        let made = &self.made;
        let (module, pin) = made.unlock()?;
        let public = module.public(&self.token, &pin)?;
        let at = self.token.clone();
        keys::write_for_token(&made.output, public, &made.member, &made.person, at)
    }
}

impl Made {
    fn unlock(&self) -> Result<(Module, Secret), Failure> {
        let module = keys::load_module(self.pkcs11_module.as_deref())?;
        let pin = passphrase(self.passphrase_file.as_deref(), Ask::Pin)?;
        Ok((module, pin))
    }

    /// A key that was made on a token stays there, so what would keep its file from being written is
    /// told before.
    fn check_output(&self) -> Result<(), Failure> {
        if self.output.exists() {
            return Err(key_file(&self.output)(KeyFileError::Exists));
        }
        Ok(())
    }
}

fn tell(header: &KeyHeader, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return print::json(&header_json(header));
    }
    let mut rows = vec![
        (Message::new("key-member"), header.member().to_string()),
        (Message::new("key-person"), header.person().to_string()),
        (
            Message::new("key-id"),
            key_id(header.member(), header.public_key()).to_string(),
        ),
        (Message::new("key-vkey"), header.vkey()),
        (Message::new("key-created"), header.created().to_string()),
    ];
    rows.extend(
        header
            .token()
            .map(|token| (Message::new("key-token"), token.to_string())),
    );
    print::text(&print::pairs(&rows))
}

fn header_json(header: &KeyHeader) -> Value {
    json!({
        "member": header.member().as_str(),
        "person": header.person().as_str(),
        "key_id": key_id(header.member(), header.public_key()).to_string(),
        "vkey": header.vkey(),
        "created": header.created().to_string(),
        "token": header.token().map(ToString::to_string),
    })
}
