//! Where the server listens, and what it bears from one request.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--listen` | `COUNTERSIGN_LISTEN` | `web.listen` | `127.0.0.1:3000` |
//! | `--body-bytes-max` | `COUNTERSIGN_BODY_BYTES_MAX` | `web.body_bytes_max` | 2 MiB |
//! | `--request-seconds-max` | `COUNTERSIGN_REQUEST_SECONDS_MAX` | `web.request_seconds_max` | 30 |
//! | `--drain-seconds-max` | `COUNTERSIGN_DRAIN_SECONDS_MAX` | `web.drain_seconds_max` | 20 |

use std::net::{Ipv4Addr, SocketAddr};

use serde::Deserialize;

use super::bounded::Bounded;

/// This machine alone until somebody says otherwise.
pub const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 3000);

/// Bytes of a request's body. A batch has at most 256 notes of 2 KiB text and
/// 16 signature lines of 200 bytes: 1.4 MiB in all, and JSON's own signs.
pub type BodyBytes = Bounded<{ 16 * 1024 }, { 64 * 1024 * 1024 }>;
/// The default of [`BodyBytes`].
pub const BODY_BYTES_MAX: BodyBytes = BodyBytes::known(2 * 1024 * 1024);

/// Seconds that a request may take, its body included: a slow sender holds a
/// connection no longer.
pub type RequestSeconds = Bounded<1, 600>;
/// The default of [`RequestSeconds`]: a full body over a line of 1 Mbit/s.
pub const REQUEST_SECONDS_MAX: RequestSeconds = RequestSeconds::known(30);

/// Seconds that a stopping server may take to answer what it has accepted.
pub type DrainSeconds = Bounded<0, 600>;
/// The default of [`DrainSeconds`]: service managers kill after 30 to 90.
pub const DRAIN_SECONDS_MAX: DrainSeconds = DrainSeconds::known(20);

/// Flags, variables and keys of the web server.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct WebOptions {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", env = "COUNTERSIGN_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Most bytes of a request's body
    #[arg(long, value_name = "BYTES", env = "COUNTERSIGN_BODY_BYTES_MAX")]
    pub body_bytes_max: Option<BodyBytes>,
    /// Most seconds that a request may take
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
    /// Most bytes of a request's body.
    pub body_bytes_max: BodyBytes,
    /// Most seconds that a request may take.
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
            body_bytes_max: self
                .body_bytes_max
                .or(file.body_bytes_max)
                .unwrap_or(BODY_BYTES_MAX),
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
