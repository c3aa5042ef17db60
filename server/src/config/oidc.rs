//! Signing in at the desk by an organisation's own accounts (OpenID Connect).
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--oidc-issuer` | `COUNTERSIGN_OIDC_ISSUER` | `oidc.issuer` | none: nobody signs in so |
//! | `--oidc-client` | `COUNTERSIGN_OIDC_CLIENT` | `oidc.client` | none |
//! | `--oidc-secret-file` | `COUNTERSIGN_OIDC_SECRET_FILE` | `oidc.secret_file` | none: a public client |
//! | `--oidc-name` | `COUNTERSIGN_OIDC_NAME` | `oidc.name` | the issuer's host |
//! | `--oidc-second-factor` | `COUNTERSIGN_OIDC_SECOND_FACTOR` | `oidc.second_factor` | `code` |
//!
//! The client's secret stands in a file, and in no setting.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// What stands beside the provider's word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// The code that people's own app shows: the provider stands for the password alone.
    #[default]
    Code,
    /// Nothing: the provider has asked for as much.
    Provider,
}

/// Flags, variables and keys of the provider.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct OidcOptions {
    /// Issuer by whose accounts people may sign in, as in https://accounts.town.example
    #[arg(
        long = "oidc-issuer",
        value_name = "URL",
        env = "COUNTERSIGN_OIDC_ISSUER"
    )]
    pub issuer: Option<String>,
    /// Client id by which the issuer knows this server
    #[arg(
        long = "oidc-client",
        value_name = "ID",
        env = "COUNTERSIGN_OIDC_CLIENT"
    )]
    pub client: Option<String>,
    /// File whose first line is the client's secret
    #[arg(
        long = "oidc-secret-file",
        value_name = "FILE",
        env = "COUNTERSIGN_OIDC_SECRET_FILE"
    )]
    pub secret_file: Option<PathBuf>,
    /// Name of the organisation on the button [default: the issuer's host]
    #[arg(long = "oidc-name", value_name = "NAME", env = "COUNTERSIGN_OIDC_NAME")]
    pub name: Option<String>,
    /// What stands beside the issuer's word [default: code]
    #[arg(
        long = "oidc-second-factor",
        value_name = "WHAT",
        env = "COUNTERSIGN_OIDC_SECOND_FACTOR"
    )]
    pub second_factor: Option<SecondFactor>,
}

/// The settings of the provider.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Oidc {
    /// Its issuer's address.
    pub issuer: Option<String>,
    /// How it knows this server.
    pub client: Option<String>,
    /// File whose first line is the client's secret.
    pub secret_file: Option<PathBuf>,
    /// Its name on the button.
    pub name: Option<String>,
    /// What stands beside its word.
    pub second_factor: SecondFactor,
}

impl OidcOptions {
    /// The settings that hold: these, else the file's.
    #[must_use]
    pub fn settle(&self, file: &Self) -> Oidc {
        let text = |own: &Option<String>, file: &Option<String>| own.clone().or(file.clone());
        Oidc {
            issuer: text(&self.issuer, &file.issuer),
            client: text(&self.client, &file.client),
            secret_file: self.secret_file.clone().or(file.secret_file.clone()),
            name: text(&self.name, &file.name),
            second_factor: self
                .second_factor
                .or(file.second_factor)
                .unwrap_or_default(),
        }
    }

    /// The file's path starts at the data folder.
    pub(super) fn rooted(mut self, folder: &Path) -> Self {
        if let Some(path) = &mut self.secret_file {
            *path = folder.join(&*path);
        }
        self
    }
}
