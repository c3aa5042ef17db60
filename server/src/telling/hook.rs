//! Posting to a member's program: where it may listen, and what is signed.

use super::address::is_public;
use crate::people::telling::{Hook, Message, Outcome};
use hmac::{Hmac, KeyInit, Mac};
use ledger::field::Moment;
use serde::Serialize;
use sha2::Sha256;
use std::io::{Error, ErrorKind};
use std::net::IpAddr;
use std::time::Duration;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// Characters of a program's address: more is no address that a person types.
pub const URL_CHARS_MAX: usize = 300;

/// How long a program may take to answer: it should note what came, answer, and work afterwards.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);

/// What a program is told, as JSON.
#[derive(Serialize)]
struct Event<'a> {
    id: &'a str,
    kind: &'static str,
    member: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

/// The signature of a delivery: HMAC-SHA256 in hexadecimal over the timestamp, a dot and the body.
/// The key is the secret as it was shown, byte for byte.
///
/// # Panics
/// Never: HMAC takes a key of any length.
#[must_use]
pub fn sign(secret: &str, timestamp: i64, body: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
    let mut mac = mac.expect("HMAC takes a key of any length");
    mac.update(format!("{timestamp}.{body}").as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

/// Whether a text is an address to which this server posts; if not, a form's code. What its host's
/// name stands for is looked at when something is sent there.
///
/// # Errors
/// The code of what is wrong.
pub fn checked_url(text: &str, loopback: bool) -> Result<(), &'static str> {
    if text.is_empty() {
        return Err("hook-missing");
    }
    let uri: http::Uri = text.parse().map_err(|_| "hook-unreadable")?;
    let authority = uri.authority().ok_or("hook-unreadable")?;
    let plain = !authority.as_str().contains('@') && text.len() <= URL_CHARS_MAX;
    if !plain {
        return Err("hook-unreadable");
    }
    let host = authority.host().trim_matches(['[', ']']);
    let own = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if own && loopback && matches!(uri.scheme_str(), Some("http" | "https")) {
        return Ok(());
    }
    if uri.scheme_str() != Some("https") {
        return Err("hook-https");
    }
    let foreign = host.parse::<IpAddr>().map_or(!own, is_public);
    if foreign { Ok(()) } else { Err("hook-private") }
}

/// Finds a host's addresses and lets through those that this server may be made to ask. What is
/// looked at here is what is connected to: a name can't stand for something else a moment later.
#[derive(Debug)]
struct Guarded {
    inner: DefaultResolver,
    loopback: bool,
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &http::Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let own = found.iter().all(|address| address.ip().is_loopback());
        let public = found.iter().all(|address| is_public(address.ip()));
        let allowed = if own {
            self.loopback
        } else {
            public && uri.scheme_str() == Some("https")
        };
        if allowed {
            Ok(found)
        } else {
            Err(Error::from(ErrorKind::PermissionDenied).into())
        }
    }
}

/// What posts.
#[derive(Debug)]
pub(super) struct Poster {
    agent: ureq::Agent,
}

impl Poster {
    /// Follows no redirect, and asks no proxy: what is connected to is what was looked at.
    pub(super) fn new(loopback: bool) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(ANSWER_TIMEOUT))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .max_idle_connections(0)
            .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
            .build();
        let guarded = Guarded {
            inner: DefaultResolver::default(),
            loopback,
        };
        Self {
            agent: ureq::Agent::with_parts(config, DefaultConnector::default(), guarded),
        }
    }

    /// Posts a message, and says what came of it.
    pub(super) async fn post(
        &self,
        hook: &Hook,
        message: &Message,
        base_url: &str,
        now: Moment,
    ) -> Outcome {
        let Ok(body) = serde_json::to_string(&event(message, base_url)) else {
            return Outcome::Never("unwritable".to_owned());
        };
        let signature = sign(&hook.secret, now.0, &body);
        let request = self
            .agent
            .post(&hook.url)
            .header("content-type", "application/json")
            .header("countersign-event", &message.id)
            .header("countersign-timestamp", now.0.to_string())
            .header("countersign-signature", format!("v1={signature}"));
        let sent = tokio::task::spawn_blocking(move || {
            request.send(&body).map(|answer| answer.status().as_u16())
        });
        match sent.await {
            Ok(Ok(200..=299)) => Outcome::Sent,
            Ok(Ok(410)) => Outcome::Never("status-410".to_owned()),
            Ok(Ok(status)) => Outcome::Later(format!("status-{status}")),
            Ok(Err(error)) => Outcome::Later(why(&error).to_owned()),
            Err(_) => Outcome::Later("unreachable".to_owned()),
        }
    }
}

fn event<'a>(message: &'a Message, base_url: &str) -> Event<'a> {
    let entry = message.entry;
    Event {
        id: &message.id,
        kind: message.matter.word(),
        member: message.member.as_str(),
        finding: message.code.as_deref(),
        index: entry.map(|entry| entry.index),
        identity: entry.map(|entry| entry.identity.to_string()),
        link: entry.map(|entry| format!("{base_url}/en/entries/{}", entry.identity)),
    }
}

/// A word that names no host.
fn why(error: &ureq::Error) -> &'static str {
    match error {
        ureq::Error::Timeout(_) => "timed-out",
        ureq::Error::Io(error) if error.kind() == ErrorKind::PermissionDenied => "address-refused",
        ureq::Error::Io(error) if error.kind() == ErrorKind::TimedOut => "timed-out",
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => "tls",
        _ => "unreachable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_other_tools_compute() {
        // printf '1772438400.{}' | openssl dgst -sha256 -hmac secret
        assert_eq!(
            sign("secret", 1_772_438_400, "{}"),
            "17644f447608392bc6ce4b4b0df492b11a640386d9fcb82eed8fd50d6abef495"
        );
    }

    #[test]
    fn an_address_is_https_of_another_machine() {
        for right in ["https://town.example/hook", "https://9.9.9.9:8443/a?b=c"] {
            assert_eq!(checked_url(right, false), Ok(()), "{right}");
        }
        let local = [
            "http://127.0.0.1:9000/a",
            "http://localhost/a",
            "https://[::1]/a",
        ];
        for own in local {
            assert_eq!(checked_url(own, true), Ok(()), "{own}");
            assert!(checked_url(own, false).is_err(), "{own}");
        }
        for (wrong, code) in [
            ("", "hook-missing"),
            ("town.example", "hook-https"),
            ("/hook", "hook-unreadable"),
            ("https://", "hook-unreadable"),
            ("https://me:word@town.example/", "hook-unreadable"),
            ("http://town.example/", "hook-https"),
            ("ftp://town.example/", "hook-https"),
            ("https://10.0.0.1/", "hook-private"),
            ("https://169.254.169.254/", "hook-private"),
            ("https://localhost/", "hook-private"),
            ("https://[fd00::1]/", "hook-private"),
        ] {
            assert_eq!(checked_url(wrong, false), Err(code), "{wrong}");
        }
    }
}
