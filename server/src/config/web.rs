//! Where the server listens, and what it bears from one request.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--listen` | `COUNTERSIGN_LISTEN` | `web.listen` | `127.0.0.1:3000` |
//! | `--request-seconds-max` | `COUNTERSIGN_REQUEST_SECONDS_MAX` | `web.request_seconds_max` | 15 |
//! | `--drain-seconds-max` | `COUNTERSIGN_DRAIN_SECONDS_MAX` | `web.drain_seconds_max` | 20 |
//! | `--own-keys-only` | `COUNTERSIGN_OWN_KEYS_ONLY` | `web.own_keys_only` | none |
//! | `--proxy-header` | `COUNTERSIGN_PROXY_HEADER` | `web.proxy_header` | none |

use std::net::{Ipv4Addr, SocketAddr};
use std::str::FromStr;

use http::HeaderName;
use ledger::field::{Field, ProgrammeName};
use serde::Deserialize;

use super::bounded::Bounded;

/// This machine alone until somebody says otherwise.
pub const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 3000);

/// Seconds that a request's head may take to come, and then its body: a slow
/// sender holds a connection no longer. How long a body may be is no setting:
/// it follows from the format of notes and batches.
pub type RequestSeconds = Bounded<1, 600>;
/// The default of [`RequestSeconds`]: the fullest batch takes eleven seconds
/// over a line of 1 Mbit/s.
pub const REQUEST_SECONDS_MAX: RequestSeconds =
    RequestSeconds::known(crate::serve::REQUEST_TIMEOUT.as_secs());

/// Seconds that a stopping server may take to answer what it has accepted.
pub type DrainSeconds = Bounded<0, 600>;
/// The default of [`DrainSeconds`]: service managers kill after 30 to 90.
pub const DRAIN_SECONDS_MAX: DrainSeconds = DrainSeconds::known(20);

/// The header in which a proxy in front says whose request it is, such as
/// `x-forwarded-for`: the last address in it counts, which the proxy has put
/// there. Set it only where readers can't reach the server past the proxy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ProxyHeader(HeaderName);

impl ProxyHeader {
    /// The header's name.
    #[must_use]
    pub fn into_name(self) -> HeaderName {
        self.0
    }
}

impl FromStr for ProxyHeader {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = HeaderName::from_str(text.trim());
        name.map(Self).map_err(|_| "must be a header's name")
    }
}

impl TryFrom<String> for ProxyHeader {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// Names of programmes, with commas between.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Programmes(Vec<ProgrammeName>);

impl Programmes {
    /// The names.
    #[must_use]
    pub fn into_names(self) -> Vec<ProgrammeName> {
        self.0
    }
}

impl FromStr for Programmes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = text.split(',').map(str::trim);
        let named = names.filter(|name| !name.is_empty()).map(|name| {
            let read = ProgrammeName::parse(name);
            read.map_err(|_| format!("must be names of programmes, not `{name}`"))
        });
        named.collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<String> for Programmes {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// Flags, variables and keys of the web server.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct WebOptions {
    /// Address and port to listen on; port 0 takes a free one [default: 127.0.0.1:3000]
    #[arg(long, value_name = "ADDRESS", env = "COUNTERSIGN_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Most seconds that a request's head may take, and its body
    #[arg(long, value_name = "SECONDS", env = "COUNTERSIGN_REQUEST_SECONDS_MAX")]
    pub request_seconds_max: Option<RequestSeconds>,
    /// Most seconds to answer what was accepted before a stop
    #[arg(long, value_name = "SECONDS", env = "COUNTERSIGN_DRAIN_SECONDS_MAX")]
    pub drain_seconds_max: Option<DrainSeconds>,
    /// Header in which a proxy in front names the reader's address, as in x-forwarded-for [default: none]
    #[arg(long, value_name = "HEADER", env = "COUNTERSIGN_PROXY_HEADER")]
    pub proxy_header: Option<ProxyHeader>,
    /// Programmes in which no key that this server holds signs, with commas between [default: none]
    #[arg(long, value_name = "PROGRAMMES", env = "COUNTERSIGN_OWN_KEYS_ONLY")]
    pub own_keys_only: Option<Programmes>,
}

/// The web server's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Most seconds that a request's head may take, and its body.
    pub request_seconds_max: RequestSeconds,
    /// Most seconds to answer what was accepted before a stop.
    pub drain_seconds_max: DrainSeconds,
    /// The header in which a proxy in front names the reader's address.
    pub proxy_header: Option<ProxyHeader>,
    /// Programmes in which only people's own keys sign at the desk.
    pub own_keys_only: Programmes,
}

impl WebOptions {
    /// The settings that hold: these, else the file's, else the defaults.
    #[must_use]
    pub fn settle(&self, file: &Self) -> Web {
        Web {
            listen: self.listen.or(file.listen).unwrap_or(LISTEN),
            request_seconds_max: self
                .request_seconds_max
                .or(file.request_seconds_max)
                .unwrap_or(REQUEST_SECONDS_MAX),
            drain_seconds_max: self
                .drain_seconds_max
                .or(file.drain_seconds_max)
                .unwrap_or(DRAIN_SECONDS_MAX),
            own_keys_only: self
                .own_keys_only
                .clone()
                .or(file.own_keys_only.clone())
                .unwrap_or_default(),
            proxy_header: self.proxy_header.clone().or(file.proxy_header.clone()),
        }
    }
}
