//! Whether a checkpoint is one that the reader trusts.

use ledger::log::{Policy, SignedCheckpoint, Verdict};

use super::told::{Line, Message, State, line};
use super::why::{self, Why};

/// What an island says about a checkpoint.
pub(super) struct Saying<M> {
    /// The log's own key signed it: `key`.
    pub(super) log: M,
    /// It isn't one to trust: `why`.
    pub(super) log_bad: M,
    /// A witness cosigned it: `name`, `time`.
    pub(super) witness: M,
    /// Enough witnesses did.
    pub(super) quorum: M,
    /// The reader asks for none.
    pub(super) quorum_none: M,
    /// Fewer did than the reader asks for: `why`.
    pub(super) quorum_bad: M,
}

/// What the reader trusts. A log's key alone is a policy that asks for no witness.
///
/// # Errors
/// Why it can't be read.
pub(super) fn policy(trust: &str) -> Result<Policy, Why> {
    let trust = trust.trim();
    if trust.contains(char::is_whitespace) {
        return Ok(Policy::parse(format!("{trust}\n").as_bytes())?);
    }
    let text = format!("log {trust}\nquorum none\n");
    Policy::parse(text.as_bytes()).map_err(|error| Why::from(error).without_line())
}

/// Who signed a checkpoint, and whether that is enough.
pub(super) fn judge<M: Message>(
    checkpoint: &SignedCheckpoint,
    policy: &Policy,
    say: &Saying<M>,
) -> Vec<Line<M>> {
    let verdict = match policy.evaluate(checkpoint, &[]) {
        Ok(verdict) => verdict,
        Err(error) => {
            return vec![line(State::Fails, say.log_bad, Vec::new()).because(error)];
        }
    };
    let mut lines = Vec::new();
    for signed in verdict
        .checkpoint
        .signed()
        .iter()
        .filter(|signed| signed.time.is_none())
    {
        let key = vec![("key", signed.key.to_string())];
        lines.push(line(State::Holds, say.log, key));
    }
    for (witness, time) in verdict
        .witnesses
        .iter()
        .filter_map(|seen| Some((seen, seen.time?)))
    {
        let name = ("name", witness.key.name().to_string());
        let values = vec![name, ("time", time.to_string())];
        lines.push(line(State::Holds, say.witness, values));
    }
    lines.push(quorum(policy, &verdict, say));
    lines
}

fn quorum<M: Message>(policy: &Policy, verdict: &Verdict, say: &Saying<M>) -> Line<M> {
    let (seen, all) = verdict.seen();
    match (policy.quorum(), verdict.quorum) {
        (None, _) => line(State::Holds, say.quorum_none, Vec::new()),
        (Some(_), true) => line(State::Holds, say.quorum, Vec::new()),
        (Some(_), false) => {
            let values = vec![("seen", seen.to_string()), ("of", all.to_string())];
            let why = Why::new(why::Word::Witnesses, values);
            line(State::Fails, say.quorum_bad, Vec::new()).because(why)
        }
    }
}
