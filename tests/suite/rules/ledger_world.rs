//! The ledger as a world: every event is an entry that is written, signed, parsed, verified and judged.
//!
//! A note is judged twice: against all facts, and against nothing but what `reads` names. Both must say the same, or a
//! store that loads what `reads` names would answer otherwise than a verifier that holds everything.

use std::collections::BTreeMap;

use app::islands::total::Replay;
use ed25519_dalek::SigningKey;
use ledger::field::{EnrolKey, Field, Identity, MemberName, Moment, Person, PublicKey, Roles};
use ledger::{Effects, Facts, Finding, Note, Terms, Verified};

use super::cast::{self, MEMBERS, PROGRAMMES, TODAY};
use super::ledger_check::{self, Tallies};
use super::ledger_narrow::narrow;
use super::model::{Account, Programme};
use super::table::{Event, Outcome, World, node_label};

/// A field's value as it is written.
pub(super) fn written(field: &impl Field) -> String {
    let mut text = String::new();
    field.write(&mut text);
    text
}

/// Signing keys: `office/b2` is the second device of person `b` of the office. Each is made from its name.
pub(super) struct Keys;

impl Keys {
    pub(super) fn signing(name: &str) -> SigningKey {
        SigningKey::from_bytes(&Identity::of(name).0)
    }

    fn public(name: &str) -> PublicKey {
        PublicKey::from(Self::signing(name).verifying_key())
    }

    pub(super) fn public_text(name: &str) -> String {
        written(&Self::public(name))
    }

    /// The member whose key it is.
    pub(super) fn member(name: &str) -> MemberName {
        let member = name.split('/').next().unwrap_or_default();
        member.parse().expect("a member's name")
    }

    fn person(name: &str) -> Person {
        let device = name.split('/').nth(1).unwrap_or_default();
        device
            .trim_end_matches(|digit: char| digit.is_ascii_digit())
            .parse()
            .expect("a person's id")
    }

    pub(super) fn id_text(name: &str) -> String {
        ledger::key::key_id(&Self::member(name), &Self::public(name)).to_string()
    }

    /// A key as an entry enrols it.
    pub(super) fn line(name: &str, roles: &str) -> String {
        let roles = Roles::parse(roles).expect("roles");
        written(&EnrolKey {
            person: Self::person(name),
            roles,
            public: Self::public(name),
        })
    }

    /// The keys that a member begins with: three persons, the last of whom only confirms.
    pub(super) fn enrolled(member: &str, roles: Option<&str>) -> Vec<String> {
        let all = roles.unwrap_or("administer,confirm,pay");
        let lesser = if roles.is_none() { "confirm" } else { all };
        vec![
            Self::line(&format!("{member}/a"), all),
            Self::line(&format!("{member}/b"), all),
            Self::line(&format!("{member}/c"), lesser),
        ]
    }
}

/// The ledger, and by which labels a table speaks of its entries.
pub(crate) struct LedgerWorld {
    facts: Facts,
    labels: BTreeMap<String, Identity>,
    notes: BTreeMap<String, Vec<u8>>,
    tallies: Tallies,
    sums: server::verify::Sums,
    /// What a reader's browser makes of the same entries, for each programme.
    replays: Vec<Replay>,
    /// How many entries with nodes there were, where identities are to ascend in the order of the lines.
    ascending: Option<u8>,
}

impl LedgerWorld {
    /// A ledger with the cast of all worlds, under these terms; `ascending` for tables of at most 255 nodes.
    pub(crate) fn new(programmes: &[(Programme, Account)], ascending: bool) -> Self {
        let mut world = LedgerWorld {
            facts: Facts::default(),
            labels: BTreeMap::new(),
            notes: BTreeMap::new(),
            tallies: Tallies::default(),
            sums: server::verify::Sums::default(),
            replays: replays(),
            ascending: None,
        };
        world.found();
        for member in MEMBERS {
            let function = if member == "ministry" || member == "province" {
                "finance"
            } else {
                "office"
            };
            world.join(member, function, "");
        }
        world.join("auditor", "auditor", " roles administer,audit");
        for (programme, account) in programmes {
            world.open(*programme, account);
        }
        world.ascending = ascending.then_some(0);
        world
    }

    fn found(&mut self) {
        let keys = [
            Keys::line("operator/a", "administer"),
            Keys::line("operator/b", "administer"),
            Keys::line("operator/clock", "clock"),
        ];
        let time = self.moment(&cast::day_text(TODAY));
        let text = format!(
            "countersign/v1/genesis\norigin relief.example\nmember operator\ntitle The operator\nhouse operator\nkey {}\n\
             key {}\nkey {}\nrecovery {}\nlog {}\nref genesis\ntime {}\nsigners 3\n",
            keys[0],
            keys[1],
            keys[2],
            Keys::public_text("operator/recovery"),
            Keys::public_text("operator/log"),
            written(&time),
        );
        self.setup_text(
            &text,
            "genesis",
            &["operator/a", "operator/b", "operator/clock"],
        );
    }

    fn join(&mut self, member: &str, function: &str, roles: &str) {
        let region = if member.len() > 6 { "north" } else { "south" };
        let function_and_roles = format!("function {function} region {region}{roles}");
        self.setup(&format!(
            "member-propose {member}-proposed operator {member} function {function} region {region}"
        ));
        let keys = format!("{member}/a,{member}/b,{member}/c");
        self.setup(&format!("member-activate {member}-active {member} {member}-proposed {function_and_roles} signed {keys}"));
    }

    fn open(&mut self, programme: Programme, account: &Account) {
        let (name, owner) = (
            cast::named(&PROGRAMMES, programme),
            cast::named(&MEMBERS, account.owner),
        );
        let (ends, tolerance) = (cast::day_text(account.ends), account.tolerance);
        self.setup(&format!(
            "programme-open {name} {owner} {name} ends {ends} tolerance {tolerance} idle-days {}",
            account.idle_days
        ));
    }

    fn setup(&mut self, line: &str) {
        let outcome = self.enter(&Event::parse(line));
        assert!(
            matches!(outcome, Outcome::Admitted(_)),
            "{line}: {outcome:?}"
        );
    }

    fn setup_text(&mut self, text: &str, label: &str, keys: &[&str]) {
        let entry = ledger::Entry::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let effects = self
            .submit(&sign(&entry, keys), label)
            .unwrap_or_else(|code| panic!("{text}: {code}"));
        assert_eq!(effects.identity, entry.identity());
    }

    /// Every row.
    pub(crate) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// A programme's line, as its tallies keep it.
    pub(super) fn line(&self, programme: &str) -> Terms {
        self.tallies.line(programme)
    }

    pub(super) fn ledger(&self) -> String {
        self.facts
            .head
            .as_ref()
            .map(|head| written(&head.ledger))
            .unwrap_or_default()
    }

    pub(super) fn clock(&self) -> Moment {
        self.facts
            .head
            .as_ref()
            .map_or(Moment(0), |head| head.clock)
    }

    /// The identity of a label; one that no entry has for a label that isn't there.
    pub(crate) fn identity(&self, label: &str) -> Identity {
        self.labels
            .get(label)
            .copied()
            .unwrap_or_else(|| Identity::of(label))
    }

    pub(super) fn index(&self, label: &str) -> u64 {
        self.facts
            .entries
            .get(&self.identity(label))
            .map_or(0, |entry| entry.index)
    }

    /// The first byte that the identity of an entry with a node of its own must have.
    pub(super) fn first_byte(&self, event: &Event) -> Option<u8> {
        let with_node = matches!(
            event.kind.as_str(),
            "appropriation" | "transfer" | "carry-over"
        );
        self.ascending.filter(|_| with_node)
    }

    /// Who signs, where the line doesn't say: the author's first person.
    fn signers(event: &Event) -> Vec<String> {
        if let Some(signed) = event.option("signed") {
            let mut keys: Vec<String> = signed.split(',').map(str::to_owned).collect();
            keys.sort();
            keys.dedup();
            return keys;
        }
        match event.kind.as_str() {
            "tick" => vec!["operator/clock".to_owned()],
            _ => vec![format!("{}/a", event.word(0))],
        }
    }

    /// The note that an event is, or the one that a retry sends again. None where it can't be written.
    pub(super) fn note(&self, event: &Event) -> Option<Vec<u8>> {
        if event.flag("retry") {
            return self.notes.get(&event.label).cloned();
        }
        let keys = Self::signers(event);
        let entry = self.entry(event, keys.len())?;
        Some(sign(
            &entry,
            &keys.iter().map(String::as_str).collect::<Vec<_>>(),
        ))
    }

    /// Reads, verifies, judges and applies a note; the effects, or the refusal's code.
    pub(super) fn submit(&mut self, bytes: &[u8], label: &str) -> Result<Effects, String> {
        let note = Note::parse(bytes).map_err(|error| error.code().to_owned())?;
        let wanted = ledger::reads(&note);
        let verified = self.verify(note)?;
        let judged = ledger::admit(&self.facts, &verified);
        let from_reads = ledger::admit(&narrow(&self.facts, &wanted), &verified);
        assert_eq!(
            from_reads, judged,
            "{label}: what `reads` names gives another answer than all facts"
        );
        let effects = judged.map_err(|refusal| refusal.code().to_owned())?;
        ledger::apply(&mut self.facts, &effects);
        for change in &effects.tallies {
            self.tallies.add(change);
        }
        self.sums.change(&effects);
        for replay in &mut self.replays {
            replay.take(bytes);
        }
        self.labels.insert(label.to_owned(), effects.identity);
        self.notes.insert(label.to_owned(), bytes.to_vec());
        Ok(effects)
    }

    fn verify(&self, note: Note) -> Result<Verified, String> {
        let known = |name: &MemberName, id| {
            let key = self.facts.keys.get(&(name.clone(), id))?;
            ed25519_dalek::VerifyingKey::from_bytes(key.public.bytes()).ok()
        };
        note.verify(known).map_err(|error| error.code().to_owned())
    }

    /// A finding as a table tells it.
    fn told(finding: &Finding) -> String {
        if finding.open() {
            format!("{} {}", finding.code.word(), finding.at_risk)
        } else {
            format!("closed {}", finding.code.word())
        }
    }

    fn label_of(&self, index: u64) -> String {
        let found = self
            .labels
            .iter()
            .find(|(label, _)| self.index(label) == index);
        found.map(|(label, _)| label.clone()).unwrap_or_default()
    }
}

fn replays() -> Vec<Replay> {
    let replay = |name: &&str| Replay::new(name.parse().expect("a programme's name"), u64::MAX);
    PROGRAMMES.iter().map(replay).collect()
}

/// A note's bytes.
fn sign(entry: &ledger::Entry, keys: &[&str]) -> Vec<u8> {
    let signers: Vec<(MemberName, SigningKey)> = keys
        .iter()
        .map(|key| (Keys::member(key), Keys::signing(key)))
        .collect();
    let signers: Vec<(&MemberName, &SigningKey)> =
        signers.iter().map(|(name, key)| (name, key)).collect();
    let note =
        Note::sign(entry, &signers).unwrap_or_else(|error| panic!("{}: {error}", entry.to_text()));
    note.bytes().to_vec()
}

impl World for LedgerWorld {
    fn enter(&mut self, event: &Event) -> Outcome {
        let before = self.ascending.map(|_| self.facts.clone());
        let Some(bytes) = self.note(event) else {
            return Outcome::Refused("malformed".to_owned());
        };
        match self.submit(&bytes, &event.label) {
            Err(code) => {
                assert!(
                    before.is_none_or(|before| before == self.facts),
                    "{}: {code} changed something",
                    event.label
                );
                Outcome::Refused(code)
            }
            Ok(effects) => {
                if self.first_byte(event).is_some() {
                    self.ascending = self.ascending.map(|count| count + 1);
                }
                let mut findings: Vec<(&str, i128, String)> = effects
                    .findings
                    .iter()
                    .map(|finding| (finding.code.word(), finding.at_risk, Self::told(finding)))
                    .collect();
                findings.sort();
                Outcome::Admitted(Some(
                    findings.into_iter().map(|(_, _, told)| told).collect(),
                ))
            }
        }
    }

    fn show(&self, subject: &str) -> Vec<(String, i128)> {
        if let Some(programme) = PROGRAMMES.iter().find(|name| **name == subject) {
            let line = self.tallies.line(programme);
            return cast::owned(&ledger_check::programme_terms(line));
        }
        let (label, leg) = node_label(subject);
        let identity = self.identity(&label);
        match self.facts.step(&identity) {
            Some(step) if !subject.contains('/') => cast::owned(&ledger_check::step_terms(step)),
            _ => {
                let citation = ledger::field::NodeCitation {
                    entry: identity,
                    leg,
                };
                let at = self.facts.node_ref(&citation);
                let node = at.and_then(|at| self.facts.nodes.get(&at));
                cast::owned(&node.map(ledger_check::node_terms).unwrap_or_default())
            }
        }
    }

    fn findings(&self) -> Option<Vec<(String, String, i128)>> {
        let open = self
            .facts
            .findings
            .values()
            .filter(|finding| finding.open());
        let mut listed: Vec<(String, String, i128)> = open
            .map(|finding| {
                (
                    finding.code.word().to_owned(),
                    self.label_of(finding.subject),
                    finding.at_risk,
                )
            })
            .collect();
        listed.sort();
        Some(listed)
    }

    fn check(&self) -> Result<(), String> {
        ledger_check::check(&self.facts, &self.tallies)?;
        ledger_check::check_sums(&self.facts, &self.sums)?;
        for (name, replay) in PROGRAMMES.iter().zip(&self.replays) {
            let months = replay.months();
            let months = months.map_err(|code| format!("the browser stops at an entry: {code}"))?;
            self.tallies.same_months(name, months)?;
        }
        Ok(())
    }
}
