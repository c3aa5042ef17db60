//! Findings with their case's numbers.

use super::lexicon::{Lexicon, Names, entry_ref};
use crate::store::read::KnownEntry;
use crate::store::{Store, StoreError};
use app::views::{FindingCode, FindingView, Seconds, Severity};
use chrono::NaiveDate;
use ledger::field::Moment;
use ledger::{Code, Finding, Node, NodeRef, Step};
use std::collections::{BTreeMap, BTreeSet};

/// What the numbers of some findings are read from.
struct Cases {
    steps: BTreeMap<u64, Step>,
    nodes: BTreeMap<NodeRef, Node>,
    entries: BTreeMap<u64, KnownEntry>,
    lexicon: Lexicon,
    clock: Seconds,
}

/// Findings as pages show them, in the order in which they come.
pub(crate) async fn views(
    store: &Store,
    findings: &[Finding],
    clock: Seconds,
) -> Result<Vec<FindingView>, StoreError> {
    let subjects: BTreeSet<u64> = findings.iter().map(|finding| finding.subject).collect();
    let subjects: Vec<u64> = subjects.into_iter().collect();
    let named = findings
        .iter()
        .flat_map(|finding| finding.proof.iter().copied().chain([finding.subject]));
    let named: BTreeSet<u64> = named.collect();
    let mut names = Names::default();
    names.findings(findings);
    let cases = Cases {
        steps: store.steps_at(&subjects).await?,
        nodes: store.nodes_at(&subjects).await?,
        entries: store.entries_at(named).await?,
        lexicon: names.look_up(store).await?,
        clock,
    };
    Ok(findings.iter().map(|finding| cases.view(finding)).collect())
}

impl Cases {
    fn view(&self, finding: &Finding) -> FindingView {
        let programme = finding.programme.as_str();
        let idle = finding.code == Code::IdleBalance;
        let step = self.steps.get(&finding.subject).filter(|_| !idle);
        let node = self.nodes.get(&NodeRef {
            index: finding.subject,
            leg: finding.leg,
        });
        let came = node.map_or(0, |node| node.received + node.appropriated);
        let proof = finding
            .proof
            .iter()
            .filter(|index| **index != finding.subject);
        let entries = [finding.subject].into_iter().chain(proof.copied());
        let (sent, received) = match step {
            // What is contested stands beside the step's own terms.
            Some(step) => (step.sent(), step.received() + step.contested),
            None => (came, came),
        };
        FindingView {
            id: id(finding.key()),
            code: code(finding.code),
            severity: severity(finding.code),
            programme: self.lexicon.programme(programme),
            currency: self.lexicon.currency(programme),
            payer: (!idle).then(|| self.lexicon.party(&finding.payer)),
            payee: Some(self.lexicon.party(&finding.payee)),
            sent,
            received,
            at_risk: finding.at_risk,
            days: self.days(finding, step),
            days_allowed: self.days_allowed(finding),
            occurred: Some(finding.since.date()),
            due: step.map(|step| step.due.date()),
            opened_at: finding.opened.seconds(),
            closed_at: finding.closed.map(Moment::seconds),
            as_of: finding.closed.map_or(self.clock, Moment::seconds),
            entries: entries
                .filter_map(|index| self.entries.get(&index))
                .map(entry_ref)
                .collect(),
        }
    }

    /// Days of the formula; of what goes on, as of ledger time.
    fn days(&self, finding: &Finding, step: Option<&Step>) -> Option<i64> {
        let today = self.local_day(finding);
        match finding.code {
            Code::ReceiptOverdue => step.map(|step| (today - step.due.date()).num_days()),
            Code::IdleBalance => Some((today - finding.since.date()).num_days()),
            _ => finding.days.map(i64::from),
        }
    }

    /// The day in the programme's local time on which the finding's numbers stand.
    fn local_day(&self, finding: &Finding) -> NaiveDate {
        let at = finding.closed.unwrap_or(Moment(self.clock));
        let terms = self.lexicon.terms(finding.programme.as_str());
        at.local_day(terms.map(|terms| terms.offset).unwrap_or_default())
            .date()
    }

    fn days_allowed(&self, finding: &Finding) -> Option<i64> {
        let terms = self.lexicon.terms(finding.programme.as_str())?;
        match finding.code {
            Code::IdleBalance => Some(terms.idle_days.0.into()),
            Code::LateHop | Code::ReceiptOverdue => Some(terms.hop_days.0.into()),
            _ => None,
        }
    }
}

/// A finding's name in addresses.
pub(crate) fn id((subject, leg, code): (u64, u8, Code)) -> String {
    format!("{subject}-{leg}-{}", code.word())
}

/// The page's word for a code: both catalogues spell it alike.
pub(crate) fn code(code: Code) -> FindingCode {
    match code {
        Code::ReceiptOverdue => FindingCode::ReceiptOverdue,
        Code::ReceiptShort => FindingCode::ReceiptShort,
        Code::ReceiptOver => FindingCode::ReceiptOver,
        Code::ReceiptDenied => FindingCode::ReceiptDenied,
        Code::ReceiptContested => FindingCode::ReceiptContested,
        Code::IdleBalance => FindingCode::IdleBalance,
        Code::LateHop => FindingCode::LateHop,
        Code::PossibleDuplicate => FindingCode::PossibleDuplicate,
    }
}

pub(crate) fn severity(code: Code) -> Severity {
    match code.severity() {
        ledger::Severity::Note => Severity::Note,
        ledger::Severity::Warning => Severity::Warning,
        ledger::Severity::Serious => Severity::Serious,
    }
}
