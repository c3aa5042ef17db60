//! Who signs, and where entries are sent.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--server` | `COUNTERSIGN_SERVER` | `client.server` | none: the data folder's ledger |
//! | `--key` | `COUNTERSIGN_KEY` | `client.key` | none |
//! | `--passphrase-file` | `COUNTERSIGN_PASSPHRASE_FILE` | `client.passphrase_file` | none: see docs/KEY-FILE.md |
//! | `--pkcs11-module` | `COUNTERSIGN_PKCS11_MODULE` | `client.pkcs11_module` | none: keys lie in files |

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;

/// A server's address: `http://` or `https://`, a host, and no password.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ServerUrl(String);

/// A text that is no server's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be http:// or https:// and a host, as in https://ledger.example")]
pub struct NotAServer;

impl ServerUrl {
    /// The address of `path`, which begins with a slash.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromStr for ServerUrl {
    type Err = NotAServer;

    fn from_str(text: &str) -> Result<Self, NotAServer> {
        let uri: http::Uri = text.parse().map_err(|_| NotAServer)?;
        let known = matches!(uri.scheme_str(), Some("http" | "https"));
        let host = uri
            .authority()
            .is_some_and(|host| !host.as_str().contains('@'));
        if known && host && uri.query().is_none() {
            Ok(Self(text.trim_end_matches('/').to_owned()))
        } else {
            Err(NotAServer)
        }
    }
}

impl TryFrom<String> for ServerUrl {
    type Error = NotAServer;

    fn try_from(text: String) -> Result<Self, NotAServer> {
        text.parse()
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Flags, variables and keys of whoever signs and sends.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct ClientOptions {
    /// Server that takes the entries; without one, they go to the data folder's own ledger
    #[arg(long, value_name = "URL", env = "COUNTERSIGN_SERVER")]
    pub server: Option<ServerUrl>,
    /// Key file that signs
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_KEY")]
    pub key: Option<PathBuf>,
    /// File whose first line is the key file's passphrase, or the token's PIN
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// The token's library, where a key lies on a token
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PKCS11_MODULE")]
    pub pkcs11_module: Option<PathBuf>,
}

/// The settings of whoever signs and sends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Client {
    /// Server that takes the entries; none: the data folder's own ledger.
    pub server: Option<ServerUrl>,
    /// Key file that signs.
    pub key: Option<PathBuf>,
    /// File whose first line is the key file's passphrase, or the token's PIN.
    pub passphrase_file: Option<PathBuf>,
    /// The token's library. It is code that runs here, so no key file names it.
    pub pkcs11_module: Option<PathBuf>,
}

impl ClientOptions {
    /// The settings that hold: these, else the file's.
    #[must_use]
    pub fn settle(&self, file: &Self) -> Client {
        Client {
            server: self.server.as_ref().or(file.server.as_ref()).cloned(),
            key: self.key.as_ref().or(file.key.as_ref()).cloned(),
            passphrase_file: self
                .passphrase_file
                .as_ref()
                .or(file.passphrase_file.as_ref())
                .cloned(),
            pkcs11_module: self
                .pkcs11_module
                .as_ref()
                .or(file.pkcs11_module.as_ref())
                .cloned(),
        }
    }

    /// The file's paths start at the data folder.
    pub(super) fn rooted(mut self, folder: &Path) -> Self {
        let paths = [
            &mut self.key,
            &mut self.passphrase_file,
            &mut self.pkcs11_module,
        ];
        for path in paths.into_iter().flatten() {
            *path = folder.join(&*path);
        }
        self
    }
}
