//! Bringing a cosignature to the log: that every entry below its checkpoint is here, and right.

use super::home::Home;
use ledger::log::{SignedCheckpoint, cosign};
use metrics::counter;
use std::sync::Arc;
use std::time::Duration;

/// How long the log may take to answer.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);

/// Cosigns checkpoints and brings them to the log.
pub(super) struct Bringer {
    home: Arc<Home>,
    agent: ureq::Agent,
    /// The checkpoint whose cosignature the log has.
    brought: Option<SignedCheckpoint>,
}

impl Bringer {
    pub(super) fn new(home: Arc<Home>) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(REQUEST_TIMEOUT))
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
            .build();
        Self {
            home,
            agent: config.into(),
            brought: None,
        }
    }

    /// Cosigns a checkpoint of which every entry is durably here, and brings that to the log. What
    /// doesn't arrive is brought again with the next look.
    pub(super) async fn bring(&mut self, signed: &SignedCheckpoint) {
        let Some(key) = &self.home.cosigner else {
            return;
        };
        let same = |brought: &SignedCheckpoint| brought.checkpoint() == signed.checkpoint();
        if self.brought.as_ref().is_some_and(same) {
            return;
        }
        let line = cosign(signed.checkpoint(), self.home.clock.now(), key);
        let Ok(body) = signed.with_lines(&[line]) else {
            return;
        };
        let (agent, url) = (self.agent.clone(), self.home.source.place("cosignatures"));
        if !url.starts_with("http") {
            return;
        }
        let bytes = body.bytes().to_vec();
        let posted = tokio::task::spawn_blocking(move || {
            let posted = agent
                .post(url)
                .content_type("text/plain; charset=utf-8")
                .send(&bytes);
            posted
                .map(|answer| answer.status().as_u16())
                .map_err(|error| error.to_string())
        });
        match posted.await {
            Ok(Ok(200)) => {
                counter!("countersign_mirror_cosignatures_total").increment(1);
                self.brought = Some(signed.clone());
            }
            Ok(Ok(403)) => {
                tracing::warn!(
                    "the log doesn't take this mirror's cosignature: its policy must name the key"
                );
                self.brought = Some(signed.clone());
            }
            Ok(Ok(status)) => tracing::warn!(status, "the log doesn't take the cosignature"),
            Ok(Err(reason)) => tracing::warn!(reason, "the cosignature isn't brought"),
            Err(error) => tracing::warn!(%error, "the cosignature isn't brought"),
        }
    }
}
