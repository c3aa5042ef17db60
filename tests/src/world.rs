//! A small world: a ministry, a county, an office, an auditor, and the notes that they sign.
//!
//! Every key is made from its name, so the same calls give the same bytes.

use ed25519_dalek::SigningKey;
use ledger::entry::{Kind, VERSION_PREFIX};
use ledger::field::{EnrolKey, Field, Identity, MemberName, Moment, Person, PublicKey, Roles};
use ledger::{Entry, Note};

/// Who runs the world's ledger.
pub const OPERATOR: &str = "operator.example";
/// Who appropriates.
pub const MINISTRY: &str = "ministry.example";
/// Between ministry and office.
pub const COUNTY: &str = "county.example/finance";
/// Who spends.
pub const OFFICE: &str = "township.example/office";
/// Who watches.
pub const AUDITOR: &str = "audit.example";
/// The programme.
pub const PROGRAMME: &str = "school-grants-2026";
/// 2026-03-02T08:00:00Z: the world's first moment.
pub const DAWN: Moment = Moment(1_772_438_400);

/// A field's word and its value.
pub type FieldText<'a> = (&'a str, &'a str);

/// The world: which ledger its notes are for, and what time it is.
#[derive(Clone, Debug)]
pub struct World {
    ledger: String,
    /// When the next notes are signed.
    pub time: Moment,
    written: u32,
}

impl Default for World {
    fn default() -> Self {
        Self {
            ledger: String::new(),
            time: DAWN,
            written: 0,
        }
    }
}

/// The key of a member's person, such as `a` of `county.example/finance`.
#[must_use]
pub fn key(member: &str, person: &str) -> SigningKey {
    SigningKey::from_bytes(&Identity::of(&format!("{member}#{person}")).0)
}

fn public(member: &str, person: &str) -> String {
    written(&PublicKey::from(key(member, person).verifying_key()))
}

fn written(field: &impl Field) -> String {
    let mut text = String::new();
    field.write(&mut text);
    text
}

fn name(member: &str) -> MemberName {
    member.parse().expect("a member's name")
}

/// A key line of an enrolment.
fn enrolled(member: &str, person: &str, roles: &str) -> String {
    written(&EnrolKey {
        person: Person::parse(person).expect("a person's id"),
        roles: Roles::parse(roles).expect("roles"),
        public: PublicKey::from(key(member, person).verifying_key()),
    })
}

impl World {
    /// Writes and signs a note. Fields stand in any order; `ledger`, `ref`, `time`, `signers`,
    /// `currency`, `occurred` and `programme` are filled in where they are missing and belong to
    /// the kind. Signers are `member` and `person`.
    ///
    /// # Panics
    /// Where the fields make no entry: the test is wrong.
    pub fn note(&mut self, kind: &str, fields: &[FieldText<'_>], signers: &[(&str, &str)]) -> Note {
        self.written += 1;
        let (reference, time) = (format!("{:04}", self.written), written(&self.time));
        let (count, day) = (signers.len().to_string(), time[..10].to_owned());
        let own: [FieldText<'_>; 7] = [
            ("ledger", &self.ledger),
            ("ref", &reference),
            ("time", &time),
            ("signers", &count),
            ("currency", "CNY"),
            ("occurred", &day),
            ("programme", PROGRAMME),
        ];
        let kind = Kind::from_word(kind).expect("a kind");
        let (_, spec) = Kind::ALL
            .iter()
            .find(|(known, _)| *known == kind)
            .expect("a kind");
        let mut text = format!("{VERSION_PREFIX}{}\n", kind.word());
        for field in spec.fields {
            let mut values: Vec<&str> = fields
                .iter()
                .filter(|(word, _)| *word == field.name)
                .map(|(_, value)| *value)
                .collect();
            if values.is_empty() {
                values.extend(
                    own.iter()
                        .filter(|(word, _)| *word == field.name)
                        .map(|(_, value)| *value),
                );
            }
            // Repeated fields ascend; those of the world's own making do so as texts.
            values.sort_unstable();
            for value in values {
                text.push_str(&format!("{} {value}\n", field.name));
            }
        }
        let entry = Entry::parse(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
        let names: Vec<MemberName> = signers.iter().map(|(member, _)| name(member)).collect();
        let keys: Vec<SigningKey> = signers
            .iter()
            .map(|(member, person)| key(member, person))
            .collect();
        Note::sign(&entry, &names.iter().zip(&keys).collect::<Vec<_>>()).expect("a note")
    }

    /// Founds the ledger.
    ///
    /// # Panics
    /// Where the genesis can't be written.
    pub fn genesis(&mut self) -> Note {
        self.genesis_for(None)
    }

    /// Founds the ledger for a purpose.
    ///
    /// # Panics
    /// Where the genesis can't be written.
    pub fn genesis_for(&mut self, purpose: Option<&str>) -> Note {
        self.genesis_of(purpose, None)
    }

    /// Founds the ledger and names its log's key.
    ///
    /// # Panics
    /// Where the genesis can't be written.
    pub fn genesis_with_log(&mut self, log: &SigningKey) -> Note {
        let log = written(&PublicKey::from(log.verifying_key()));
        self.genesis_of(None, Some(&log))
    }

    fn genesis_of(&mut self, purpose: Option<&str>, log: Option<&str>) -> Note {
        let keys = [
            enrolled(OPERATOR, "a", "administer"),
            enrolled(OPERATOR, "b", "administer"),
            enrolled(OPERATOR, "clock", "clock"),
        ];
        let mut fields = vec![
            ("origin", "relief.example"),
            ("member", OPERATOR),
            ("title", "The operator"),
        ];
        fields.push(("house", OPERATOR));
        fields.extend(purpose.map(|purpose| ("purpose", purpose)));
        fields.extend(log.map(|log| ("log", log)));
        fields.extend(keys.iter().map(|key| ("key", key.as_str())));
        let recovery = public(OPERATOR, "recovery");
        fields.push(("recovery", &recovery));
        let note = self.note(
            "genesis",
            &fields,
            &[(OPERATOR, "a"), (OPERATOR, "b"), (OPERATOR, "clock")],
        );
        self.ledger = format!("relief.example/{:016x}", note.identity().prefix());
        note
    }

    /// Proposes a member and makes it one: the operator's house has the only vote.
    pub fn join(
        &mut self,
        member: &str,
        function: &str,
        tier: &str,
        region: Option<&str>,
    ) -> [Note; 2] {
        self.join_titled(member, member, (function, tier), region)
    }

    /// The same with a title of its own; a function and a tier.
    pub fn join_titled(
        &mut self,
        member: &str,
        title: &str,
        (function, tier): (&str, &str),
        region: Option<&str>,
    ) -> [Note; 2] {
        let mut fields = vec![
            ("member", member),
            ("function", function),
            ("tier", tier),
            ("house", member),
        ];
        fields.extend(region.map(|region| ("region", region)));
        let mut proposed = fields.clone();
        proposed.extend([("by", OPERATOR), ("title", title)]);
        let propose = self.note("member-propose", &proposed, &[(OPERATOR, "a")]);
        let roles = if function == "auditor" {
            "administer,audit"
        } else {
            "administer,confirm,pay"
        };
        let keys = [enrolled(member, "a", roles), enrolled(member, "b", roles)];
        let (identity, recovery) = (propose.identity().to_string(), public(member, "recovery"));
        fields.extend([
            ("proposal", identity.as_str()),
            ("recovery", recovery.as_str()),
        ]);
        fields.extend(keys.iter().map(|key| ("key", key.as_str())));
        let activate = self.note("member-activate", &fields, &[(member, "a"), (member, "b")]);
        [propose, activate]
    }

    /// Enrols a further key of a member, for another person; the member's person `a` signs with it.
    pub fn enrol(&mut self, member: &str, person: &str, roles: &str) -> Note {
        let key = enrolled(member, person, roles);
        self.note(
            "key-rotate",
            &[("member", member), ("key", &key)],
            &[(member, "a"), (member, person)],
        )
    }

    /// Opens the ministry's programme, with these lines in place of the usual ones.
    pub fn programme(&mut self, fields: &[FieldText<'_>]) -> Note {
        let usual = [
            ("by", MINISTRY),
            ("title", "School grants"),
            ("exponent", "2"),
            ("starts", "2026-01-01"),
            ("ends", "2026-12-31"),
            ("offset", "+08:00"),
            ("basis", "cash"),
            ("payees", "any"),
            ("hop-days", "15"),
            ("idle-days", "60"),
            ("grace-days", "10"),
            ("tolerance", "10000"),
            ("disclosure", "5"),
        ];
        let kept = usual
            .iter()
            .filter(|(word, _)| fields.iter().all(|(other, _)| other != word));
        let fields: Vec<FieldText<'_>> = kept.chain(fields).copied().collect();
        self.note("programme-open", &fields, &[(MINISTRY, "a")])
    }

    /// Everything up to an empty programme, in order.
    pub fn founding(&mut self) -> Vec<Note> {
        let mut notes = vec![self.genesis()];
        notes.extend(self.join(MINISTRY, "finance", "0", None));
        notes.extend(self.join(COUNTY, "finance", "1", Some("cn-51")));
        notes.extend(self.join(OFFICE, "office", "2", Some("cn-51")));
        notes.extend(self.join(AUDITOR, "auditor", "0", None));
        notes.push(self.programme(&[]));
        notes
    }

    /// Authority to spend, at the ministry.
    pub fn appropriation(&mut self, amount: u64) -> Note {
        let amount = amount.to_string();
        self.note(
            "appropriation",
            &[("by", MINISTRY), ("amount", &amount)],
            &[(MINISTRY, "a")],
        )
    }

    /// An appropriation of so much; 60,000 of it sent to the county; and the county's word that 59,000
    /// came and no more will.
    pub fn received_short(&mut self, appropriated: u64) -> [Note; 3] {
        let root = self.appropriation(appropriated);
        let first = self.transfer(MINISTRY, COUNTY, &root, 60_000);
        let short = self.receipt(&first, 59_000, true);
        [root, first, short]
    }

    /// Money from one member to another, out of one leg of an entry.
    pub fn transfer(&mut self, from: &str, to: &str, source: &Note, amount: u64) -> Note {
        let (source, amount) = (
            format!("{}/0 {amount}", source.identity()),
            amount.to_string(),
        );
        let fields = [
            ("from", from),
            ("to", to),
            ("source", source.as_str()),
            ("amount", amount.as_str()),
        ];
        self.note("transfer", &fields, &[(from, "a")])
    }

    /// What came of a transfer, in its payee's words.
    ///
    /// # Panics
    /// Where the note is no transfer.
    pub fn receipt(&mut self, step: &Note, amount: u64, last: bool) -> Note {
        let Entry::Transfer(transfer) = step.entry() else {
            panic!("a transfer is received")
        };
        let (from, to) = (transfer.from.to_string(), transfer.to.to_string());
        let (step, amount) = (step.identity().to_string(), amount.to_string());
        let mut fields = vec![
            ("from", from.as_str()),
            ("to", &to),
            ("step", &step),
            ("amount", &amount),
        ];
        fields.extend(last.then_some(("final", "yes")));
        self.note("receipt", &fields, &[(&to, "a")])
    }

    /// Money spent out of one leg of an entry.
    pub fn expense(&mut self, by: &str, source: &Note, amount: u64) -> Note {
        let (source, amount) = (
            format!("{}/0 {amount}", source.identity()),
            amount.to_string(),
        );
        self.note(
            "expense",
            &[("by", by), ("source", &source), ("amount", &amount)],
            &[(by, "a")],
        )
    }

    /// Moves ledger time, and the time of the notes that follow.
    pub fn tick(&mut self, seconds: i64) -> Note {
        self.time = Moment(self.time.0 + seconds);
        self.note("tick", &[("by", OPERATOR)], &[(OPERATOR, "clock")])
    }
}
