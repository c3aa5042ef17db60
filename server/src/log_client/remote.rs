//! A log behind an address: every body bounded, every request timed, broken ones tried again.

use super::FetchError;
use std::io::Read;
use std::str::FromStr;
use std::time::Duration;

/// How long one request may take: a bundle of 1.3 MB over a line of 30 kB a second.
const REQUEST_MAX: Duration = Duration::from_secs(60);

/// How long a server may take to take a connection.
const CONNECT_MAX: Duration = Duration::from_secs(10);

/// How long a connection is kept for the next request: less than servers keep it.
const IDLE_MAX: Duration = Duration::from_secs(10);

/// How often one file is asked for: with pauses that double from half a second, a server that
/// restarts is back by the last.
const ATTEMPTS_MAX: u32 = 6;

/// The first pause between two attempts.
const PAUSE: Duration = Duration::from_millis(500);

/// The longest pause, whatever the server asks for.
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// Redirects that are followed: one for the scheme, one for the host.
const REDIRECTS_MAX: u32 = 2;

/// Where a log's own files lie below a server's address.
const SERVED_BELOW: &str = "/log";

/// A log's address: a server's, whose log lies at `/log`, or the prefix of any log with its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogUrl(String);

/// A text that is no log's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be http:// or https:// and a host, as in https://ledger.example or https://host.example/some/log"
)]
pub struct NotALog;

impl FromStr for LogUrl {
    type Err = NotALog;

    fn from_str(text: &str) -> Result<Self, NotALog> {
        let uri: http::Uri = text.parse().map_err(|_| NotALog)?;
        let known = matches!(uri.scheme_str(), Some("http" | "https"));
        let host = uri
            .authority()
            .is_some_and(|host| !host.as_str().contains('@'));
        if !known || !host || uri.query().is_some() {
            return Err(NotALog);
        }
        let prefix = text.trim_end_matches('/');
        let below = match uri.path() {
            "" | "/" => SERVED_BELOW,
            _ => "",
        };
        Ok(Self(format!("{prefix}{below}")))
    }
}

impl std::fmt::Display for LogUrl {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// How long, and how often.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long one request may take, from the first byte sent to the last received.
    pub request: Duration,
    /// How long a server may take to take a connection.
    pub connect: Duration,
    /// How often one file is asked for; at least once.
    pub attempts: u32,
    /// The first pause between two attempts; it doubles.
    pub pause: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            request: REQUEST_MAX,
            connect: CONNECT_MAX,
            attempts: ATTEMPTS_MAX,
            pause: PAUSE,
        }
    }
}

/// A log behind an address.
#[derive(Clone, Debug)]
pub struct Remote {
    url: LogUrl,
    agent: ureq::Agent,
    patience: Patience,
}

/// Why one attempt failed, and whether another may succeed.
enum Attempt {
    Final(FetchError),
    Again {
        error: FetchError,
        after: Option<Duration>,
    },
}

impl Remote {
    /// A log behind this address.
    #[must_use]
    pub fn new(url: LogUrl, patience: Patience) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(patience.request))
            .timeout_connect(Some(patience.connect))
            .max_idle_age(IDLE_MAX)
            .max_redirects(REDIRECTS_MAX)
            .http_status_as_error(false)
            .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
            .build();
        Self {
            url,
            agent: config.into(),
            patience,
        }
    }

    /// The address.
    #[must_use]
    pub const fn url(&self) -> &LogUrl {
        &self.url
    }

    pub(super) fn place(&self, name: &str) -> String {
        format!("{}/{name}", self.url)
    }

    /// Fetches a file of at most so many bytes, trying again what may have been the line's fault.
    pub(super) fn get(&self, name: &str, max: usize) -> Result<Vec<u8>, FetchError> {
        let mut pause = self.patience.pause;
        let mut attempt = 1;
        loop {
            let (error, after) = match self.attempt(name, max, attempt) {
                Ok(bytes) => return Ok(bytes),
                Err(Attempt::Final(error)) => return Err(error),
                Err(Attempt::Again { error, after }) => (error, after),
            };
            if attempt >= self.patience.attempts {
                return Err(error);
            }
            attempt += 1;
            std::thread::sleep(after.unwrap_or(pause).min(PAUSE_MAX));
            pause = pause.saturating_mul(2);
        }
    }

    fn attempt(&self, name: &str, max: usize, attempts: u32) -> Result<Vec<u8>, Attempt> {
        let place = self.place(name);
        let broken = |error: ureq::Error| Attempt::Again {
            error: told(&place, attempts, error),
            after: None,
        };
        let mut answer = self.agent.get(&place).call().map_err(broken)?;
        match answer.status().as_u16() {
            200 => {}
            404 | 410 => return Err(Attempt::Final(FetchError::Missing { place })),
            status => {
                let error = FetchError::Failing {
                    place,
                    status,
                    attempts,
                };
                return Err(if status >= 500 || status == 429 {
                    Attempt::Again {
                        error,
                        after: retry_after(&answer),
                    }
                } else {
                    Attempt::Final(error)
                });
            }
        }
        let mut bytes = Vec::new();
        // One byte more than may come tells a body that is too long; gzip is undone before.
        let bound = u64::try_from(max).map_or(u64::MAX, |max| max.saturating_add(1));
        let reader = answer.body_mut().as_reader();
        let read = reader.take(bound).read_to_end(&mut bytes);
        read.map_err(|error| broken(error.into()))?;
        if bytes.len() > max {
            return Err(Attempt::Final(FetchError::TooLong { place, max }));
        }
        Ok(bytes)
    }
}

fn told(place: &str, attempts: u32, error: ureq::Error) -> FetchError {
    let place = place.to_owned();
    match error {
        ureq::Error::Timeout(_) => FetchError::TimedOut { place, attempts },
        other => FetchError::Broken {
            place,
            attempts,
            reason: other.to_string(),
        },
    }
}

/// The pause that the server asks for, in whole seconds.
fn retry_after(answer: &ureq::http::Response<ureq::Body>) -> Option<Duration> {
    let seconds = answer.headers().get("retry-after")?.to_str().ok()?;
    seconds.parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_server_or_a_prefix() {
        let table = [
            ("https://ledger.example", Some("https://ledger.example/log")),
            (
                "https://ledger.example/",
                Some("https://ledger.example/log"),
            ),
            (
                "http://h.example:8080/a/log/",
                Some("http://h.example:8080/a/log"),
            ),
            ("https://name:word@ledger.example", None),
            ("https://ledger.example/?a=b", None),
            ("ftp://ledger.example", None),
            ("ledger.example", None),
        ];
        for (text, url) in table {
            let parsed = text.parse::<LogUrl>().ok();
            assert_eq!(parsed.map(|url| url.to_string()).as_deref(), url, "{text}");
        }
    }
}
