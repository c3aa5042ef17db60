//! Where the server listens, and what it bears from one request.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--listen` | `COUNTERSIGN_LISTEN` | `web.listen` | `127.0.0.1:3000` |
//! | `--request-seconds-max` | `COUNTERSIGN_REQUEST_SECONDS_MAX` | `web.request_seconds_max` | 15 |
//! | `--drain-seconds-max` | `COUNTERSIGN_DRAIN_SECONDS_MAX` | `web.drain_seconds_max` | 20 |

use std::net::{Ipv4Addr, SocketAddr};

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
}

/// The web server's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Web {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Most seconds that a request's head may take, and its body.
    pub request_seconds_max: RequestSeconds,
    /// Most seconds to answer what was accepted before a stop.
    pub drain_seconds_max: DrainSeconds,
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
        }
    }
}
