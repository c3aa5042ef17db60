//! Refusals. A rule that names whom, which or how much has a sentence of its own here; the others are
//! said as the pages say them.

use super::super::{Message, Translated};
use app::words::Words;
use ledger::Refusal;

impl Translated for Refusal {
    fn message(&self, words: &Words) -> Message {
        named(self).unwrap_or_else(|| {
            let said = words.say(&format!("refusal-{}", self.code()));
            Message::new("fault-as-it-is").with("text", said.trim_end_matches(['.', '。']))
        })
    }
}

/// The sentence of a refusal that has values.
fn named(refusal: &Refusal) -> Option<Message> {
    of_members(refusal)
        .or_else(|| of_entries(refusal))
        .or_else(|| of_amounts(refusal))
}

fn of_members(refusal: &Refusal) -> Option<Message> {
    Some(match refusal {
        Refusal::MemberUnknown { name } => {
            Message::new("fault-refusal-member-unknown").with("name", name)
        }
        Refusal::KeyUnknown { member, id } => Message::new("fault-refusal-key-unknown")
            .with("member", member)
            .with("id", id),
        Refusal::KeyRevoked { member, id, index } => Message::new("fault-refusal-key-revoked")
            .with("member", member)
            .with("id", id)
            .with("index", index),
        Refusal::SignerForeign { member } => {
            Message::new("fault-refusal-signer-foreign").with("member", member)
        }
        Refusal::RoleMissing { member, role } => Message::new("fault-refusal-role-missing")
            .with("member", member)
            .with("role", role),
        Refusal::PossessionUnproven { id } => {
            Message::new("fault-refusal-possession-unproven").with("id", id)
        }
        Refusal::FunctionDiffers { member, wanted } => {
            Message::new("fault-refusal-function-differs")
                .with("member", member)
                .with("wanted", wanted)
        }
        Refusal::MemberFrozen { member } => {
            Message::new("fault-refusal-member-frozen").with("member", member)
        }
        Refusal::SignersTooFew {
            member,
            found,
            wanted,
        } => Message::new("fault-refusal-signers-too-few")
            .with("member", member)
            .with("found", found)
            .with("wanted", wanted),
        Refusal::ParentNotAbove { parent } => {
            Message::new("fault-refusal-parent-not-above").with("parent", parent)
        }
        Refusal::VotesMissing { yes, of } => Message::new("fault-refusal-votes-missing")
            .with("yes", yes)
            .with("of", of),
        Refusal::KeyIdTaken { id } => Message::new("fault-refusal-key-id-taken").with("id", id),
        Refusal::RoleUnfilled { role } => {
            Message::new("fault-refusal-role-unfilled").with("role", role)
        }
        _ => return None,
    })
}

fn of_entries(refusal: &Refusal) -> Option<Message> {
    Some(match refusal {
        Refusal::AlreadyAdmitted { index } => {
            Message::new("fault-refusal-already-admitted").with("index", index)
        }
        Refusal::RefReused { index } => {
            Message::new("fault-refusal-ref-reused").with("index", index)
        }
        Refusal::TimeAhead { clock } => {
            Message::new("fault-refusal-time-ahead").with("clock", clock)
        }
        Refusal::ClockBack { clock } => {
            Message::new("fault-refusal-clock-back").with("clock", clock)
        }
        Refusal::ProgrammeUnknown { name } => {
            Message::new("fault-refusal-programme-unknown").with("name", name)
        }
        Refusal::ProgrammeForeign { owner } => {
            Message::new("fault-refusal-programme-foreign").with("owner", owner)
        }
        Refusal::YearNotEnded { ends } => {
            Message::new("fault-refusal-year-not-ended").with("ends", ends)
        }
        Refusal::OccurredAhead { signed } => {
            Message::new("fault-refusal-occurred-ahead").with("signed", signed)
        }
        Refusal::PeriodClosed { through } => {
            Message::new("fault-refusal-period-closed").with("through", through)
        }
        Refusal::CitedUnknown { identity } => {
            Message::new("fault-refusal-cited-unknown").with("identity", identity)
        }
        Refusal::NodeUnknown { node } => {
            Message::new("fault-refusal-node-unknown").with("node", node)
        }
        Refusal::TimeBeforeCited { cited } => {
            Message::new("fault-refusal-time-before-cited").with("cited", cited)
        }
        Refusal::NodeForeign { holder } => {
            Message::new("fault-refusal-node-foreign").with("holder", holder)
        }
        Refusal::RulesUnknown { version } => {
            Message::new("fault-refusal-rules-unknown").with("version", version)
        }
        _ => return None,
    })
}

/// Amounts are in minor units, as the ledger writes them.
fn of_amounts(refusal: &Refusal) -> Option<Message> {
    Some(match refusal {
        Refusal::SourcesDiffer { sum } => {
            Message::new("fault-refusal-sources-differ").with("sum", sum)
        }
        Refusal::BeyondContested { contested } => {
            Message::new("fault-refusal-beyond-contested").with("contested", contested)
        }
        Refusal::BeyondNode { node, held } => Message::new("fault-refusal-beyond-node")
            .with("node", node)
            .with("held", held),
        Refusal::BeyondOpen { open } => {
            Message::new("fault-refusal-beyond-open").with("open", open)
        }
        Refusal::BeyondReceived { available } => {
            Message::new("fault-refusal-beyond-received").with("available", available)
        }
        Refusal::BeyondMissing { missing } => {
            Message::new("fault-refusal-beyond-missing").with("missing", missing)
        }
        Refusal::BeyondSpent { spent } => {
            Message::new("fault-refusal-beyond-spent").with("spent", spent)
        }
        Refusal::BeyondAppropriated { appropriated } => {
            Message::new("fault-refusal-beyond-appropriated").with("appropriated", appropriated)
        }
        Refusal::BeyondTolerance { tolerated } => {
            Message::new("fault-refusal-beyond-tolerance").with("tolerated", tolerated)
        }
        _ => return None,
    })
}
