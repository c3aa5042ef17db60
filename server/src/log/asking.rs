//! Asking a witness to cosign (C2SP tlog-witness v1.0.0, the log's side).

use super::seats::{Cosigned, Seat};
use super::{Log, LogError, Published};
use crate::ports::{Randomness, SystemRandomness};
use ledger::log::{AddCheckpoint, NoteLine, SignedCheckpoint};
use metrics::counter;
use std::sync::Arc;
use std::time::Duration;

/// How long one request may take: a witness that takes longer would be too late for its checkpoint.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a witness may take to take a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Bytes of an answer: a few signature lines.
const ANSWER_BYTES_MAX: u64 = 64 * 1024;

/// The first pause after a failure; each further one doubles it.
const PAUSE_MIN: Duration = Duration::from_secs(1);

/// The longest pause: a witness that comes back is asked again within five minutes.
const PAUSE_MAX: Duration = Duration::from_secs(5 * 60);

/// What asks; connections are kept for the next checkpoint.
pub(super) type Agent = ureq::Agent;

/// An agent that follows no redirect: a witness is where the policy says.
pub(super) fn agent() -> Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(REQUEST_TIMEOUT))
        .timeout_connect(Some(CONNECT_TIMEOUT))
        .http_status_as_error(false)
        .max_redirects(0)
        .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
        .build();
    config.into()
}

/// Why a witness didn't cosign.
#[derive(Debug, thiserror::Error)]
enum Declined {
    /// There is no answer.
    #[error("no answer: {0}")]
    Unreachable(String),
    /// It asks to come again later.
    #[error("status {status}: come again later")]
    Busy {
        /// 429 or one of 5xx.
        status: u16,
        /// When, as it says.
        after: Option<Duration>,
    },
    /// It says no.
    #[error("status {status}: {body}")]
    Refused {
        /// The status.
        status: u16,
        /// The beginning of what it says.
        body: String,
    },
    /// It cosigned a larger checkpoint of this log than there is.
    #[error(
        "it cosigned {0} entries, more than this log has: was the log put back, or is there a second one?"
    )]
    Ahead(u64),
    /// It names another size than the one that it named before.
    #[error("it names the size {0}, and refuses that too")]
    Unsteady(u64),
    /// The answer has no cosignature of its key on this checkpoint.
    #[error("the answer is no cosignature of its key on this checkpoint")]
    NoCosignature,
    /// The log can't make the proof.
    #[error(transparent)]
    Log(#[from] LogError),
}

/// An answer as it came.
struct Heard {
    status: u16,
    after: Option<Duration>,
    body: Vec<u8>,
}

/// Pauses between attempts, which grow while they fail.
#[derive(Default)]
struct Pauses {
    failures: u32,
}

impl Pauses {
    /// The next pause: twice the last one, shortened by up to a quarter at random so that a witness
    /// of many logs isn't asked by all at once.
    fn next(&mut self, asked_for: Option<Duration>) -> Duration {
        let doubled = PAUSE_MIN.saturating_mul(1 << self.failures.min(16));
        self.failures += 1;
        let pause = doubled.max(asked_for.unwrap_or_default()).min(PAUSE_MAX);
        let mut byte = [0];
        SystemRandomness.fill(&mut byte);
        pause - pause * u32::from(byte[0]) / 1024
    }
}

/// Asks one witness about every checkpoint that it hasn't cosigned, until the log is stopped.
pub(super) async fn attend(log: Log, place: usize, url: String) {
    let inner = Arc::clone(&log.inner);
    let seat = &inner.cosigners.seats[place];
    let url = format!("{}/add-checkpoint", url.trim_end_matches('/'));
    let mut candidates = inner.cosigners.candidate.subscribe();
    let mut stop = inner.stop.subscribe();
    let mut pauses = Pauses::default();
    while !*stop.borrow_and_update() {
        let candidate = candidates.borrow_and_update().clone();
        let open = candidate.filter(|candidate| !seat.covers(&candidate.checkpoint));
        let Some(candidate) = open else {
            tokio::select! {
                changed = candidates.changed() => if changed.is_err() { return },
                _ = stop.changed() => {}
            }
            continue;
        };
        match ask(&log, seat, &url, &candidate).await {
            Ok(cosigned) => {
                counter!("countersign_cosignatures_total").increment(1);
                pauses = Pauses::default();
                seat.rest(false);
                inner.cosigned(place, cosigned);
            }
            Err(declined) => {
                counter!("countersign_cosignatures_declined_total").increment(1);
                tell(seat, &declined, pauses.failures);
                inner.cosigners.give_up(seat);
                let after = match declined {
                    Declined::Busy { after, .. } => after,
                    _ => None,
                };
                tokio::select! {
                    () = tokio::time::sleep(pauses.next(after)) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    }
}

/// A witness that is away is told of once, one that contradicts this log every time.
fn tell(seat: &Seat, declined: &Declined, failures: u32) {
    let name = &seat.witness.name;
    match declined {
        Declined::Ahead(_) | Declined::Unsteady(_) => {
            tracing::error!(witness = name, reason = %declined, "a witness contradicts this log");
        }
        _ if failures == 0 => {
            tracing::warn!(witness = name, reason = %declined, "a witness doesn't cosign");
        }
        _ => tracing::debug!(witness = name, reason = %declined, "a witness doesn't cosign"),
    }
}

/// Asks for one cosignature. Where the witness remembers another size, it is asked once more from
/// there.
async fn ask(
    log: &Log,
    seat: &Seat,
    url: &str,
    candidate: &Published,
) -> Result<Cosigned, Declined> {
    let size = candidate.size();
    let mut old = seat.size().min(size);
    for again in [true, false] {
        let body = submission(log, candidate, old).await?;
        let heard = post(log, url, body).await?;
        let named = match heard.status {
            200 => return read(seat, &candidate.checkpoint, &heard.body),
            409 => named_size(&heard.body),
            _ => None,
        };
        match named {
            Some(named) if named > size => return Err(Declined::Ahead(named)),
            Some(named) if again && named != old => old = named,
            Some(named) => return Err(Declined::Unsteady(named)),
            None => return Err(declined(&heard)),
        }
    }
    Err(Declined::Unsteady(old))
}

async fn submission(log: &Log, candidate: &Published, old: u64) -> Result<Vec<u8>, LogError> {
    let proof = if old == 0 || old == candidate.size() {
        Vec::new()
    } else {
        log.continuation(candidate, old).await?
    };
    let request = AddCheckpoint {
        old,
        proof,
        checkpoint: candidate.checkpoint.clone(),
    };
    Ok(request.to_bytes())
}

async fn post(log: &Log, url: &str, body: Vec<u8>) -> Result<Heard, Declined> {
    let agent = log.inner.cosigners.agent.clone();
    let url = url.to_owned();
    let posted = tokio::task::spawn_blocking(move || {
        let answer = agent
            .post(url)
            .content_type("text/plain; charset=utf-8")
            .send(&body)?;
        hear(answer)
    });
    let posted = posted
        .await
        .map_err(|error| Declined::Unreachable(error.to_string()))?;
    posted.map_err(|error| Declined::Unreachable(error.to_string()))
}

fn hear(mut answer: ureq::http::Response<ureq::Body>) -> Result<Heard, ureq::Error> {
    let after = answer.headers().get("retry-after");
    let after = after.and_then(|after| after.to_str().ok()?.parse().ok());
    let after = after.map(Duration::from_secs);
    let status = answer.status().as_u16();
    let body = answer.body_mut().with_config().limit(ANSWER_BYTES_MAX);
    let body = body.read_to_vec()?;
    Ok(Heard {
        status,
        after,
        body,
    })
}

/// The size that a body of status 409 names.
fn named_size(body: &[u8]) -> Option<u64> {
    let line = std::str::from_utf8(body).ok()?.strip_suffix('\n')?;
    line.parse().ok()
}

fn declined(heard: &Heard) -> Declined {
    let status = heard.status;
    if status == 429 || status >= 500 {
        let after = heard.after;
        return Declined::Busy { status, after };
    }
    let body: String = String::from_utf8_lossy(&heard.body)
        .chars()
        .take(200)
        .collect();
    let body = body.trim().to_owned();
    Declined::Refused { status, body }
}

/// Finds the witness' own cosignature among the lines of an answer, and checks it.
fn read(seat: &Seat, checkpoint: &SignedCheckpoint, body: &[u8]) -> Result<Cosigned, Declined> {
    let lines = std::str::from_utf8(body)
        .ok()
        .and_then(|body| NoteLine::parse_all(body).ok())
        .ok_or(Declined::NoCosignature)?;
    let key = &seat.witness.key;
    let text = checkpoint.note().text();
    let valid = lines
        .into_iter()
        .filter(|line| key.is_on(line))
        .find_map(|line| {
            let time = key.check(text, &line.signature)??;
            Some((line, time))
        });
    let (line, time) = valid.ok_or(Declined::NoCosignature)?;
    Ok(Cosigned {
        checkpoint: checkpoint.clone(),
        line,
        time,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_bound_and_respect_what_is_asked_for() {
        let mut pauses = Pauses::default();
        let first = pauses.next(None);
        assert!(
            first <= PAUSE_MIN && first >= PAUSE_MIN * 3 / 4,
            "{first:?}"
        );
        let asked = pauses.next(Some(Duration::from_secs(60)));
        assert!(asked >= Duration::from_secs(45), "{asked:?}");
        let last = (0..40).map(|_| pauses.next(None)).last();
        assert!(last.is_some_and(|last| last <= PAUSE_MAX && last >= PAUSE_MAX * 3 / 4));
    }

    #[test]
    fn a_size_is_one_decimal_line() {
        assert_eq!(named_size(b"17\n"), Some(17));
        for other in [&b""[..], b"17", b"\n", b"-1\n", b"17\n18\n", b"\xff\n"] {
            assert_eq!(named_size(other), None, "{other:?}");
        }
    }
}
