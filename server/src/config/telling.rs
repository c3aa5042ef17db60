//! Telling people: how mail leaves, and where programs may listen.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--telling-smtp` | `COUNTERSIGN_TELLING_SMTP` | `telling.smtp` | none: no mail |
//! | `--telling-password-file` | `COUNTERSIGN_TELLING_PASSWORD_FILE` | `telling.password_file` | none |
//! | `--telling-mail-folder` | `COUNTERSIGN_TELLING_MAIL_FOLDER` | `telling.mail_folder` | none |
//! | `--telling-from` | `COUNTERSIGN_TELLING_FROM` | `telling.from` | none |
//! | `--telling-loopback` | `COUNTERSIGN_TELLING_LOOPBACK` | `telling.loopback` | false |
//!
//! The password of the mail server stands in a file, and in no setting.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;

/// The address of a mail server: `smtps://host`, `smtp://host?tls=required`, or on this machine
/// `smtp://localhost`; with the name of whoever signs in there, if anybody, and no password.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct MailServer {
    url: String,
    user: Option<String>,
}

/// A text that is no mail server's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be smtps://host, or smtp://host?tls=required, without a password; another machine's is never plain smtp"
)]
pub struct NotAMailServer;

impl MailServer {
    /// The address as the mail library takes it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Who signs in there.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }
}

impl FromStr for MailServer {
    type Err = NotAMailServer;

    fn from_str(text: &str) -> Result<Self, NotAMailServer> {
        let uri: http::Uri = text.parse().map_err(|_| NotAMailServer)?;
        let authority = uri.authority().ok_or(NotAMailServer)?;
        let user = authority.as_str().rsplit_once('@').map(|(user, _)| user);
        if user.is_some_and(|user| user.contains(':')) {
            return Err(NotAMailServer);
        }
        let host = authority.host().trim_matches(['[', ']']);
        let own = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let safe = match (uri.scheme_str(), uri.query()) {
            (Some("smtps"), None) | (Some("smtp"), Some("tls=required")) => true,
            (Some("smtp"), None) => own,
            _ => false,
        };
        let user = user.map(|user| percent_encoding::percent_decode_str(user).decode_utf8_lossy());
        if safe && !host.is_empty() {
            Ok(Self {
                url: text.to_owned(),
                user: user.map(std::borrow::Cow::into_owned),
            })
        } else {
            Err(NotAMailServer)
        }
    }
}

impl TryFrom<String> for MailServer {
    type Error = NotAMailServer;

    fn try_from(text: String) -> Result<Self, NotAMailServer> {
        text.parse()
    }
}

impl fmt::Display for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

/// Flags, variables and keys of telling people.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct TellingOptions {
    /// Mail server by which people are told, as in smtps://ledger@mail.example
    #[arg(
        long = "telling-smtp",
        value_name = "URL",
        env = "COUNTERSIGN_TELLING_SMTP"
    )]
    pub smtp: Option<MailServer>,
    /// File whose first line is the password for the mail server
    #[arg(
        long = "telling-password-file",
        value_name = "FILE",
        env = "COUNTERSIGN_TELLING_PASSWORD_FILE"
    )]
    pub password_file: Option<PathBuf>,
    /// Folder into which mail is written instead of being sent, to look at it
    #[arg(
        long = "telling-mail-folder",
        value_name = "FOLDER",
        env = "COUNTERSIGN_TELLING_MAIL_FOLDER"
    )]
    pub mail_folder: Option<PathBuf>,
    /// Address from which mail is sent
    #[arg(
        long = "telling-from",
        value_name = "ADDRESS",
        env = "COUNTERSIGN_TELLING_FROM"
    )]
    pub from: Option<String>,
    /// Whether members' programs may listen on this machine: true or false
    #[arg(
        long = "telling-loopback",
        value_name = "YES",
        env = "COUNTERSIGN_TELLING_LOOPBACK"
    )]
    pub loopback: Option<bool>,
}

/// The settings of telling people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// The mail server.
    pub smtp: Option<MailServer>,
    /// File whose first line is the password there.
    pub password_file: Option<PathBuf>,
    /// Folder into which mail is written instead.
    pub mail_folder: Option<PathBuf>,
    /// Address from which mail is sent.
    pub from: Option<String>,
    /// Whether members' programs may listen on this machine.
    pub loopback: bool,
}

impl TellingOptions {
    /// The settings that hold: these, else the file's.
    #[must_use]
    pub fn settle(&self, file: &Self) -> Telling {
        let either = |own: &Option<PathBuf>, file: &Option<PathBuf>| own.clone().or(file.clone());
        Telling {
            smtp: self.smtp.clone().or_else(|| file.smtp.clone()),
            password_file: either(&self.password_file, &file.password_file),
            mail_folder: either(&self.mail_folder, &file.mail_folder),
            from: self.from.clone().or_else(|| file.from.clone()),
            loopback: self.loopback.or(file.loopback).unwrap_or_default(),
        }
    }

    /// The file's paths start at the data folder.
    pub(super) fn rooted(mut self, folder: &Path) -> Self {
        let paths = [&mut self.password_file, &mut self.mail_folder];
        for path in paths.into_iter().flatten() {
            *path = folder.join(&*path);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_asked_safely_and_its_password_stands_elsewhere() {
        for right in [
            "smtps://mail.example",
            "smtps://ledger%40town.example@mail.example:465",
            "smtp://mail.example:587?tls=required",
            "smtp://localhost",
            "smtp://127.0.0.1:2525",
        ] {
            assert!(right.parse::<MailServer>().is_ok(), "{right}");
        }
        for wrong in [
            "",
            "mail.example",
            "smtp://mail.example",
            "smtp://mail.example?tls=opportunistic",
            "smtps://ledger:word@mail.example",
            "https://mail.example",
        ] {
            assert!(wrong.parse::<MailServer>().is_err(), "{wrong}");
        }
        let named: MailServer = "smtps://a%40b@mail.example".parse().expect("an address");
        assert_eq!(named.user(), Some("a@b"));
    }
}
