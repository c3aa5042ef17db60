//! A small ledger as signed notes, written as text: a ministry, a town, a village, an auditor, and
//! two programmes of different currencies in which every term of the identity moves.

use ed25519_dalek::SigningKey;
use ledger::entry::Kind;
use ledger::field::{EnrolKey, Field, Identity, LedgerName, MemberName, PublicKey, Role, Roles};
use ledger::{Entry, Note};

/// 2026-03-02T08:00:00Z, which is ledger time throughout but for ticks.
pub(super) const TIME: &str = "2026-03-02T08:00:00Z";
/// The day of every movement.
pub(super) const DAY: &str = "2026-03-02";

/// The notes so far.
pub(super) struct World {
    pub(super) notes: Vec<Vec<u8>>,
    pub(super) ledger: String,
}

fn seed(member: &str, person: u8) -> SigningKey {
    let mut seed = [person; 32];
    for (place, byte) in seed.iter_mut().zip(member.bytes()) {
        *place ^= byte;
    }
    SigningKey::from_bytes(&seed)
}

fn key_line(member: &str, person: u8) -> String {
    let key = EnrolKey {
        person: format!("p{person}").parse().unwrap(),
        roles: Roles::of(&Role::ALL.map(|(role, _)| role)),
        public: PublicKey::from(seed(member, person).verifying_key()),
    };
    written(&key)
}

fn recovery_line(member: &str) -> String {
    written(&PublicKey::from(seed(member, 99).verifying_key()))
}

fn written(field: &impl Field) -> String {
    let mut text = String::new();
    field.write(&mut text);
    text
}

/// Signs a text as these persons of one member.
pub(super) fn sign(text: &str, member: &str, persons: &[u8]) -> Note {
    let entry = Entry::parse(text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    let name: MemberName = member.parse().unwrap();
    let keys: Vec<SigningKey> = persons.iter().map(|person| seed(member, *person)).collect();
    let signers: Vec<_> = keys.iter().map(|key| (&name, key)).collect();
    Note::sign(&entry, &signers).unwrap()
}

impl World {
    /// An operator alone.
    pub(super) fn founded() -> Self {
        let operator = "op.example";
        let text = format!(
            "countersign/v1/genesis\norigin relief.example\nmember {operator}\ntitle Operator\nhouse {operator}\n\
             key {}\nrecovery {}\nref genesis\npurpose For tests: every receipt is simulated\ntime {TIME}\nsigners 1\n",
            key_line(operator, 1),
            recovery_line(operator),
        );
        let note = sign(&text, operator, &[1]);
        let origin = "relief.example".parse().unwrap();
        let ledger = LedgerName::new(origin, &note.identity()).to_string();
        Self {
            notes: vec![note.bytes().to_vec()],
            ledger,
        }
    }

    /// Writes an entry of a kind: `{ledger}` stands for the ledger's name, time and signers are
    /// added.
    pub(super) fn write(&mut self, kind: Kind, fields: &str, member: &str) -> Identity {
        let text = format!(
            "countersign/v1/{}\nledger {}\n{}\ntime {TIME}\nsigners 1\n",
            kind.word(),
            self.ledger,
            fields.trim_end()
        );
        let note = sign(&text, member, &[1]);
        self.notes.push(note.bytes().to_vec());
        note.identity()
    }

    fn join(&mut self, member: &str, function: &str, tier: u8, region: &str) {
        let profile = format!("function {function}\ntier {tier}\nregion {region}\nhouse {member}");
        let proposal = self.write(
            Kind::MemberPropose,
            &format!("by op.example\nmember {member}\ntitle A member\n{profile}\nref {member}"),
            "op.example",
        );
        let key = key_line(member, 1);
        let recovery = recovery_line(member);
        self.write(
            Kind::MemberActivate,
            &format!("member {member}\nproposal {proposal}\n{profile}\nkey {key}\nrecovery {recovery}\nref join"),
            member,
        );
    }

    fn open(&mut self, programme: &str, currency: &str, exponent: u8) {
        self.write(
            Kind::ProgrammeOpen,
            &format!(
                "programme {programme}\nby ministry.example\ntitle Schools\ncurrency {currency}\nexponent {exponent}\n\
                 starts 2026-01-01\nends 2026-12-31\noffset +08:00\nbasis cash\npayees any\nhop-days 30\n\
                 idle-days 60\ngrace-days 10\ntolerance 10000\ndisclosure 0\nref {programme}"
            ),
            "ministry.example",
        );
    }

    /// Members and two programmes, nothing moved yet.
    pub(super) fn opened() -> Self {
        let mut world = Self::founded();
        world.join("ministry.example", "finance", 0, "cn");
        world.join("town.example/office", "office", 1, "cn-44");
        world.join("village.example", "office", 2, "cn-44-01");
        world.join("audit.example", "auditor", 0, "cn");
        world.open("schools", "CNY", 2);
        world.open("roads", "PYG", 0);
        world
    }

    pub(super) fn appropriate(&mut self, programme: &str, currency: &str, amount: u64) -> Identity {
        self.write(
            Kind::Appropriation,
            &format!(
                "programme {programme}\nby ministry.example\nref a-{programme}\namount {amount}\n\
                 currency {currency}\noccurred {DAY}"
            ),
            "ministry.example",
        )
    }

    /// A transfer from one node in `schools`.
    pub(super) fn transfer(
        &mut self,
        from: &str,
        to: &str,
        reference: &str,
        source: Identity,
        amount: u64,
    ) -> Identity {
        self.write(
            Kind::Transfer,
            &format!(
                "programme schools\nfrom {from}\nto {to}\nref {reference}\namount {amount}\ncurrency CNY\n\
                 source {source}/0 {amount}\noccurred {DAY}"
            ),
            from,
        )
    }

    /// What the payee says about a step in `schools`.
    pub(super) fn receipt(
        &mut self,
        from: &str,
        to: &str,
        step: Identity,
        amount: u64,
        last: bool,
    ) -> Identity {
        let last = if last { "\nfinal yes" } else { "" };
        self.write(
            Kind::Receipt,
            &format!(
                "programme schools\nfrom {from}\nto {to}\nref r-{}-{amount}\nstep {step}\namount {amount}\n\
                 currency CNY{last}\noccurred {DAY}",
                &step.to_string()[..8]
            ),
            to,
        )
    }

    fn of_step(&mut self, kind: Kind, by: &str, step: Identity, amount: u64, writes_by: bool) {
        let by_line = if writes_by {
            format!("by {by}\n")
        } else {
            String::new()
        };
        self.write(
            kind,
            &format!(
                "programme schools\n{by_line}from ministry.example\nto town.example/office\n\
                 ref {}-{amount}\nstep {step}\namount {amount}\ncurrency CNY\noccurred {DAY}",
                kind.word()
            ),
            by,
        );
    }

    /// A year in little: every term of the identity moves in `schools`.
    pub(super) fn full() -> Self {
        let (ministry, town, village) =
            ("ministry.example", "town.example/office", "village.example");
        let mut world = Self::opened();
        world.appropriate("roads", "PYG", 7_000_000_000);
        let root = world.appropriate("schools", "CNY", 1_000_000);
        let whole = world.transfer(ministry, town, "t1", root, 400_000);
        world.receipt(ministry, town, whole, 400_000, true);
        let short = world.transfer(ministry, town, "t2", root, 100_000);
        world.of_step(Kind::Charge, ministry, short, 500, true);
        world.receipt(ministry, town, short, 90_000, true);
        world.of_step(Kind::WriteOff, "audit.example", short, 1_000, true);
        world.transfer(ministry, town, "t3", root, 33_333);
        let bounced = world.transfer(ministry, town, "t4", root, 20_000);
        world.of_step(Kind::Bounce, ministry, bounced, 20_000, false);
        let on = world.transfer(town, village, "v1", whole, 150_000);
        world.receipt(town, village, on, 160_000, true);
        let spend = |kind: Kind, reference: &str, amount: u64| {
            format!(
                "programme schools\nby {village}\nref {reference}-{}\namount {amount}\ncurrency CNY\n\
                 source {on}/0 {amount}\noccurred {DAY}",
                kind.word()
            )
        };
        world.write(Kind::Expense, &spend(Kind::Expense, "e1", 70_001), village);
        world.write(
            Kind::Surrender,
            &spend(Kind::Surrender, "s1", 9_999),
            village,
        );
        world.write(
            Kind::Income,
            &format!(
                "programme schools\nby {village}\nref interest\ninto {on}/0\namount 123\ncurrency CNY\noccurred {DAY}"
            ),
            village,
        );
        world
    }
}
