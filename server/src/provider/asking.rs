//! The provider's HTTP: bounded in time and bytes, no redirect, encrypted but on this machine.

use super::{Inner, Refusal, Why};
use openidconnect::{HttpRequest, HttpResponse};
use std::time::Duration;
use ureq::http::{Method, Request, Response};

/// How long one answer of the provider's may take. The way back asks three times at most, and somebody
/// looks at an empty page meanwhile.
pub const ASKING_TIMEOUT: Duration = Duration::from_secs(5);

/// Bytes of one answer: addresses and keys of the largest providers take 10 kB.
pub const ANSWER_BYTES_MAX: u64 = 256 * 1024;

pub(super) fn agent(encrypted: bool) -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(ASKING_TIMEOUT))
        .http_status_as_error(false)
        .https_only(encrypted)
        .max_redirects(0)
        .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
        .build();
    config.into()
}

impl Inner {
    /// One question, as the library puts it.
    pub(super) fn ask(&self, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
        let (parts, body) = request.into_parts();
        let answer = if parts.method == Method::GET {
            self.agent.run(Request::from_parts(parts, ()))?
        } else {
            self.agent.run(Request::from_parts(parts, body))?
        };
        let (parts, body) = answer.into_parts();
        let body = body.into_with_config().limit(ANSWER_BYTES_MAX);
        Ok(Response::from_parts(parts, body.read_to_vec()?))
    }
}

/// Does what waits for the provider where no other request waits for it.
pub(super) async fn apart<T: Send + 'static>(
    asking: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let asked = tokio::task::spawn_blocking(asking).await;
    asked.unwrap_or_else(|error| Err(Refusal::because(Why::Unreachable, &error.to_string())))
}
