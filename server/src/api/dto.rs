//! The shapes of the API's answers. They only grow.
//!
//! Amounts are decimal strings of minor units: a program that reads JSON numbers as doubles loses
//! digits beyond 2^53, and a budget has them. The currency and its exponent stand beside.

use crate::store::read::Tally;
use crate::web::settled_state;
use ledger::{EnrolledKey, Finding, Member, Minor, Node, Programme, Step, StepKind, Terms};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Listed<T> {
    /// The rows.
    pub(crate) items: Vec<T>,
    /// Give it as `after` to read on; null at the list's end.
    pub(crate) next: Option<String>,
}

/// An amount of minor units as text.
fn minor(amount: Minor) -> String {
    amount.to_string()
}

/// The ledger.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct LedgerDto {
    /// Origin and the genesis' first digits; null on an empty ledger.
    pub(crate) ledger: Option<String>,
    /// How many entries there are: the index of the next one.
    pub(crate) entries: u64,
    /// The last tick.
    pub(crate) ledger_time: Option<String>,
    /// Who runs the clock.
    pub(crate) operator: Option<String>,
    /// The version of the rules in force.
    pub(crate) rules: Option<u16>,
    /// Whether the receipts on this ledger are simulated.
    pub(crate) receipts_simulated: bool,
}

/// A programme.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ProgrammeDto {
    /// Its name in the ledger.
    pub(crate) programme: String,
    /// What it is called.
    pub(crate) title: String,
    /// Its owner.
    pub(crate) owner: String,
    /// ISO 4217.
    pub(crate) currency: String,
    /// Digits behind the decimal mark.
    pub(crate) exponent: u8,
    /// Its first day.
    pub(crate) starts: String,
    /// Its last day.
    pub(crate) ends: String,
    /// `cash` or `limit`.
    pub(crate) basis: String,
    /// Days that a hop may take.
    pub(crate) hop_days: u16,
    /// Days that money may lie unmoved.
    pub(crate) idle_days: u16,
    /// Whether it is closed to outflows.
    pub(crate) closed: bool,
    /// The terms of its total by name, in minor units.
    pub(crate) terms: BTreeMap<String, String>,
}

/// The terms by their names.
pub(crate) fn terms(terms: &Terms) -> BTreeMap<String, String> {
    terms
        .named()
        .into_iter()
        .map(|(name, amount)| (name.to_owned(), minor(amount)))
        .collect()
}

impl ProgrammeDto {
    pub(crate) fn of(programme: &Programme, total: &Terms) -> Self {
        Self {
            programme: programme.name.to_string(),
            title: programme.title.to_string(),
            owner: programme.owner.to_string(),
            currency: programme.currency.to_string(),
            exponent: programme.exponent.0,
            starts: programme.starts.to_string(),
            ends: programme.ends.to_string(),
            basis: programme.basis.word().to_owned(),
            hop_days: programme.hop_days.0,
            idle_days: programme.idle_days.0,
            closed: programme.closed,
            terms: terms(total),
        }
    }
}

/// A public total.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct TallyDto {
    /// The programme.
    pub(crate) programme: String,
    /// `programme`, `member`, `tier` or `region`.
    pub(crate) scope: String,
    /// Whose: a member's name, a tier's number, a region's code; empty for the programme.
    pub(crate) of: String,
    /// `YYYY-MM`, or null over all months.
    pub(crate) month: Option<String>,
    /// ISO 4217.
    pub(crate) currency: String,
    /// Digits behind the decimal mark.
    pub(crate) exponent: u8,
    /// The terms by name, in minor units. Those of the identity
    /// `appropriated + income = held + in_transit + missing + spent + charged + left + written_off`
    /// may be added; `sent`, `meant` and `received` are hop by hop.
    pub(crate) terms: BTreeMap<String, String>,
}

impl TallyDto {
    pub(crate) fn of(tally: &Tally, scope: &str, programme: &Programme) -> Self {
        let month = (tally.month != 0)
            .then(|| format!("{:04}-{:02}", tally.month / 100, tally.month % 100));
        Self {
            programme: tally.programme.clone(),
            scope: scope.to_owned(),
            of: tally.of.clone(),
            month,
            currency: programme.currency.to_string(),
            exponent: programme.exponent.0,
            terms: terms(&tally.terms),
        }
    }
}

/// A member.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MemberDto {
    /// Its name.
    pub(crate) member: String,
    /// What it is called.
    pub(crate) title: String,
    /// What it does: `auditor`, `bank`, `finance`, `office`, `operator`.
    pub(crate) function: String,
    /// 0 for the nation, then downward.
    pub(crate) tier: u8,
    /// The member above it.
    pub(crate) parent: Option<String>,
    /// Its region's code.
    pub(crate) region: Option<String>,
    /// Who controls it.
    pub(crate) house: String,
    /// Whether its outflows are stopped.
    pub(crate) frozen: bool,
    /// The index of its activation.
    pub(crate) activated: u64,
}

impl MemberDto {
    pub(crate) fn of(member: &Member) -> Self {
        Self {
            member: member.name.to_string(),
            title: member.title.to_string(),
            function: member.function.word().to_owned(),
            tier: member.tier.0,
            parent: member.parent.as_ref().map(ToString::to_string),
            region: member.region.as_ref().map(ToString::to_string),
            house: member.house.to_string(),
            frozen: member.frozen,
            activated: member.activated,
        }
    }
}

/// A member with its keys and its totals, a programme each.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MemberWholeDto {
    /// The member.
    #[serde(flatten)]
    pub(crate) member: MemberDto,
    /// Its keys, those that were revoked too.
    pub(crate) keys: Vec<KeyDto>,
    /// Its totals.
    pub(crate) tallies: Vec<TallyDto>,
    /// Its first children.
    pub(crate) children: Vec<String>,
    /// How many steps wait for its word, counted up to 10,000.
    pub(crate) waiting: u64,
}

/// A key of a member.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct KeyDto {
    /// Eight hexadecimal digits.
    pub(crate) key_id: String,
    /// Whose key it is, opaque.
    pub(crate) person: String,
    /// The index from which it signs.
    pub(crate) enrolled: u64,
    /// The index from which it doesn't.
    pub(crate) revoked: Option<u64>,
    /// The index since which its entries are disputed.
    pub(crate) compromised_since: Option<u64>,
}

impl KeyDto {
    pub(crate) fn of(key: &EnrolledKey) -> Self {
        Self {
            key_id: key.id.to_string(),
            person: key.person.to_string(),
            enrolled: key.enrolled,
            revoked: key.revoked,
            compromised_since: key.compromised_since,
        }
    }
}

/// A transfer or return with what became of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct StepDto {
    /// Its index.
    pub(crate) index: u64,
    /// Its identity.
    pub(crate) identity: String,
    /// `transfer` or `return`.
    pub(crate) kind: String,
    /// The programme.
    pub(crate) programme: String,
    /// The payer.
    pub(crate) from: String,
    /// The payee.
    pub(crate) to: String,
    /// The day the money moved, by the payer's word.
    pub(crate) occurred: String,
    /// The day by which the payee should answer.
    pub(crate) due: String,
    /// Sent by the payer's word, in minor units.
    pub(crate) sent: String,
    /// Received by the payee's word, in minor units.
    pub(crate) received: String,
    /// Taken back by the payer, in minor units.
    pub(crate) taken_back: String,
    /// In transit or missing, in minor units.
    pub(crate) open: String,
    /// Received beyond what was sent, in minor units.
    pub(crate) contested: String,
    /// Whether the payee has said its last word.
    pub(crate) last_word: bool,
    /// `in-transit`, `partly`, `received`, `short`, `denied`, `over`, `taken-back` or `settled`;
    /// whether the due day has passed is the reader's to compare.
    pub(crate) state: String,
}

impl StepDto {
    pub(crate) fn of(step: &Step) -> Self {
        let kind = if step.kind == StepKind::Return {
            "return"
        } else {
            "transfer"
        };
        Self {
            index: step.index,
            identity: step.identity.to_string(),
            kind: kind.to_owned(),
            programme: step.programme.to_string(),
            from: step.from.to_string(),
            to: step.to.to_string(),
            occurred: step.occurred.to_string(),
            due: step.due.to_string(),
            sent: minor(step.sent()),
            received: minor(step.received()),
            taken_back: minor(step.back()),
            open: minor(step.open()),
            contested: minor(step.contested),
            last_word: step.last_word,
            state: settled_state(step).to_owned(),
        }
    }
}

/// What a member can spend from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct NodeDto {
    /// The node as an entry cites it: `<identity>/<leg>`.
    pub(crate) node: String,
    /// The programme.
    pub(crate) programme: String,
    /// Who sent it.
    pub(crate) sender: String,
    /// What it holds, in minor units.
    pub(crate) held: String,
    /// The day of its last movement.
    pub(crate) moved: String,
}

impl NodeDto {
    pub(crate) fn of(node: &Node) -> Self {
        Self {
            node: format!("{}/{}", node.entry, node.at.leg),
            programme: node.programme.to_string(),
            sender: node.sender.to_string(),
            held: minor(node.held()),
            moved: node.moved.to_string(),
        }
    }
}

/// A published mismatch.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FindingDto {
    /// Its stable code.
    pub(crate) code: String,
    /// `note`, `warning` or `serious`.
    pub(crate) severity: String,
    /// The index of the step or of the node's entry that it is about.
    pub(crate) subject: u64,
    /// The leg, where it is about a node.
    pub(crate) leg: u8,
    /// The programme.
    pub(crate) programme: String,
    /// The member that sent.
    pub(crate) payer: String,
    /// The member that should have received, or holds.
    pub(crate) payee: String,
    /// Money at risk, in minor units.
    pub(crate) at_risk: String,
    /// The day the money was sent, or last moved.
    pub(crate) since: String,
    /// Days that it took or lay, where the formula has days.
    pub(crate) days: Option<u32>,
    /// Ledger time when it was raised.
    pub(crate) opened: String,
    /// Ledger time when it closed.
    pub(crate) closed: Option<String>,
    /// Indexes of the entries that prove it.
    pub(crate) proof: Vec<u64>,
}

impl FindingDto {
    pub(crate) fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code.word().to_owned(),
            severity: finding.code.severity().word().to_owned(),
            subject: finding.subject,
            leg: finding.leg,
            programme: finding.programme.to_string(),
            payer: finding.payer.to_string(),
            payee: finding.payee.to_string(),
            at_risk: minor(finding.at_risk),
            since: finding.since.to_string(),
            days: finding.days,
            opened: finding.opened.to_string(),
            closed: finding.closed.map(|closed| closed.to_string()),
            proof: finding.proof.to_vec(),
        }
    }
}

/// An entry.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct EntryDto {
    /// Its index.
    pub(crate) index: u64,
    /// SHA3-256 of its text.
    pub(crate) identity: String,
    /// Its kind.
    pub(crate) kind: String,
    /// The member that signs it.
    pub(crate) author: String,
    /// When the server recorded it: the server's word, which no rule reads.
    pub(crate) recorded_at: String,
    /// The note as it was signed, with its signature lines.
    pub(crate) note: String,
}

/// An entry with what stands around it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct EntryWholeDto {
    /// The entry.
    #[serde(flatten)]
    pub(crate) entry: EntryDto,
    /// The step that it opens, if it opens one.
    pub(crate) step: Option<StepDto>,
    /// What speaks about it: receipts, corrections, expenses; the first 500.
    pub(crate) about: Vec<AboutDto>,
    /// Findings about it.
    pub(crate) findings: Vec<FindingDto>,
}

/// An entry that speaks about another one.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct AboutDto {
    /// Its index.
    pub(crate) index: u64,
    /// Its kind.
    pub(crate) kind: String,
}
