//! `/{language}/verify` and `/{language}/verify/{identity}`: the check on the reader's own machine.

use super::answer::Asked;
use super::entry::as_index;
use super::error::WebError;
use super::language;
use super::query::Path;
use super::view::lexicon::entry_ref;
use crate::state::App;
use app::views::{Page, VerifyPage};
use axum::response::Response;
use ledger::field::Identity;
use ledger::log::{Member, Policy, VerifierKey};

/// Files alone.
pub(crate) async fn any(asked: Asked) -> Result<Response, WebError> {
    let app = &asked.app;
    let visit = asked.visit().await?;
    Ok(visit.show(&Page::Verify(Box::new(trusting(app)))))
}

/// The entry that the address names, by its identity or its index.
pub(crate) async fn entry(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (app, language) = (&asked.app, asked.language);
    if let Some(index) = as_index(&id) {
        let known = app
            .store()
            .entry_at(index)
            .await?
            .ok_or(WebError::NotFound)?;
        let address = format!("/{}/verify/{}", language.code(), known.note.identity());
        return Ok(language::redirect(&address));
    }
    let identity: Identity = id.parse().map_err(|_| WebError::NotFound)?;
    let visit = asked.visit().await?;
    let known = visit.store().entry_by_identity(&identity).await?;
    let page = VerifyPage {
        entry: Some(entry_ref(&known.ok_or(WebError::NotFound)?)),
        ..trusting(app)
    };
    Ok(visit.show(&Page::Verify(Box::new(page))))
}

/// What a reader trusts who has nothing better than this server's word.
pub(super) fn trusting(app: &App) -> VerifyPage {
    let Some(key) = app.log().verifier() else {
        return VerifyPage::default();
    };
    VerifyPage {
        entry: None,
        trust: policy_text(key, app.log().policy()),
        vkey: key.to_string(),
    }
}

/// The policy of this log as a tlog-policy file, without addresses; one that asks for no witness
/// where the log has no policy.
fn policy_text(log: &VerifierKey, policy: Option<&Policy>) -> String {
    let mut lines = vec![format!("log {log}")];
    let (witnesses, groups) = policy
        .map(|policy| (policy.witnesses(), policy.groups()))
        .unwrap_or_default();
    let called = |member: &Member| match *member {
        Member::Witness(place) => witnesses[place].name.as_str(),
        Member::Group(place) => groups[place].name.as_str(),
    };
    lines.extend(
        witnesses
            .iter()
            .map(|witness| format!("witness {} {}", witness.name, witness.key)),
    );
    lines.extend(groups.iter().map(|group| {
        let members: Vec<&str> = group.members.iter().map(called).collect();
        format!(
            "group {} {} {}",
            group.name,
            group.threshold,
            members.join(" ")
        )
    }));
    let quorum = policy.and_then(Policy::quorum);
    lines.push(format!(
        "quorum {}\n",
        quorum.as_ref().map_or("none", called)
    ));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    const WITNESS: &str =
        "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

    #[test]
    fn the_policy_is_written_as_a_reader_reads_it() {
        let log: VerifierKey = LOG.parse().expect("a key");
        let none = policy_text(&log, None);
        assert_eq!(none, format!("log {LOG}\nquorum none\n"));
        let written = format!("log {LOG}\nwitness w1 {WITNESS}\ngroup some 1 w1\nquorum some\n");
        let policy = Policy::parse(written.as_bytes()).expect("a policy");
        assert_eq!(policy_text(&log, Some(&policy)), written);
    }
}
