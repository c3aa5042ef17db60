//! One story through the public interface: a transfer is issued, confirmed short, and found.
use ed25519_dalek::SigningKey;
use ledger::entry::{
    Appropriation, Genesis, MemberActivate, MemberPropose, ProgrammeOpen, Receipt, Transfer,
};
use ledger::field::{
    Amount, AmountOrZero, Ascending, Basis, Day, Days, EnrolKey, Exponent, Field, Function,
    MemberName, Moment, NodeCitation, Offset, PartsPerMillion, Payees, PublicKey, Role, Roles,
    SignerCount, Source, Tier, Yes,
};
use ledger::{Code, Entry, Facts, Note, Refusal, admit, apply};

struct World {
    facts: Facts,
}

const START: i64 = 1_546_300_800;

fn name(text: &str) -> MemberName {
    text.parse().unwrap()
}

fn key(member: &str, person: u8) -> SigningKey {
    let mut seed = [person; 32];
    seed[..member.len().min(31)].copy_from_slice(&member.as_bytes()[..member.len().min(31)]);
    SigningKey::from_bytes(&seed)
}

fn enrol(member: &str, person: u8, roles: &[Role]) -> EnrolKey {
    EnrolKey {
        person: format!("p{person}").parse().unwrap(),
        roles: Roles::of(roles),
        public: PublicKey::from(key(member, person).verifying_key()),
    }
}

impl World {
    fn submit(
        &mut self,
        entry: impl Into<Entry>,
        member: &str,
        persons: &[u8],
    ) -> Result<u64, Refusal> {
        let entry = entry.into();
        let name = name(member);
        let keys: Vec<SigningKey> = persons.iter().map(|person| key(member, *person)).collect();
        let signers: Vec<_> = keys.iter().map(|key| (&name, key)).collect();
        let note = Note::sign(&entry, &signers).unwrap();
        let facts = &self.facts;
        let verified = note
            .verify(|name, id| {
                let key = facts.keys.get(&(name.clone(), id))?;
                ed25519_dalek::VerifyingKey::from_bytes(key.public.bytes()).ok()
            })
            .unwrap();
        let effects = admit(&self.facts, &verified)?;
        for tally in &effects.tallies {
            assert_eq!(
                effects
                    .tallies
                    .iter()
                    .filter(|t| t.programme == tally.programme)
                    .map(|t| t.change.imbalance())
                    .sum::<i128>(),
                0
            );
        }
        apply(&mut self.facts, &effects);
        Ok(effects.index)
    }
}

const ALL: &[Role] = &[Role::Administer, Role::Clock, Role::Confirm, Role::Pay];

#[test]
fn a_short_receipt_is_found() {
    let mut world = World {
        facts: Facts::default(),
    };
    let time = Moment(START);
    let recovery = PublicKey::from(key("recovery", 9).verifying_key());
    let genesis = Genesis {
        origin: "relief.example".parse().unwrap(),
        member: name("op.example"),
        title: "Operator".parse().unwrap(),
        house: name("op.example"),
        keys: Ascending::new([enrol("op.example", 1, ALL)]).unwrap(),
        recovery,
        log: None,
        continues: None,
        reference: "genesis".parse().unwrap(),
        purpose: None,
        time,
        signers: SignerCount(1),
    };
    world.submit(genesis, "op.example", &[1]).unwrap();
    let ledger = world.facts.head.as_ref().unwrap().ledger.clone();
    for (member, function) in [
        ("min.example", Function::Finance),
        ("town.example", Function::Office),
    ] {
        let propose = MemberPropose {
            ledger: ledger.clone(),
            by: name("op.example"),
            member: name(member),
            title: "A member".parse().unwrap(),
            function,
            tier: Tier(1),
            parent: None,
            region: None,
            house: name(member),
            voting: None,
            reference: member.parse().unwrap(),
            reason: None,
            time,
            signers: SignerCount(1),
        };
        let identity = Entry::from(propose.clone()).identity();
        world.submit(propose, "op.example", &[1]).unwrap();
        let activate = MemberActivate {
            ledger: ledger.clone(),
            member: name(member),
            proposal: identity,
            function,
            tier: Tier(1),
            parent: None,
            region: None,
            house: name(member),
            accounts: Ascending::default(),
            keys: Ascending::new([enrol(member, 1, ALL), enrol(member, 2, ALL)]).unwrap(),
            recovery: PublicKey::from(key(member, 9).verifying_key()),
            reference: "join".parse().unwrap(),
            time,
            signers: SignerCount(2),
        };
        world.submit(activate, member, &[1, 2]).unwrap();
    }
    let day = Day::parse("2018-12-31").unwrap();
    let open = ProgrammeOpen {
        ledger: ledger.clone(),
        programme: "schools-2019".parse().unwrap(),
        by: name("min.example"),
        title: "Schools".parse().unwrap(),
        currency: "PYG".parse().unwrap(),
        exponent: Exponent(0),
        starts: day,
        ends: Day::parse("2019-12-31").unwrap(),
        offset: Offset::new(-240).unwrap(),
        basis: Basis::Cash,
        payees: Payees::Any,
        budget: Ascending::default(),
        hop_days: Days(30),
        idle_days: Days(60),
        grace_days: Days(10),
        tolerance: PartsPerMillion::default(),
        thresholds: Ascending::default(),
        disclosure: Days(0),
        reference: "open".parse().unwrap(),
        time,
        signers: SignerCount(1),
    };
    world.submit(open, "min.example", &[1]).unwrap();
    let appropriation = Appropriation {
        ledger: ledger.clone(),
        programme: "schools-2019".parse().unwrap(),
        by: name("min.example"),
        reference: "a1".parse().unwrap(),
        root: None,
        direction: None,
        amount: Amount::new(1000).unwrap(),
        currency: "PYG".parse().unwrap(),
        occurred: day,
        late: None,
        purpose: None,
        attachments: Ascending::default(),
        time,
        signers: SignerCount(1),
    };
    let root = Entry::from(appropriation.clone()).identity();
    world.submit(appropriation, "min.example", &[1]).unwrap();
    let transfer = Transfer {
        ledger: ledger.clone(),
        programme: "schools-2019".parse().unwrap(),
        from: name("min.example"),
        to: name("town.example"),
        account: None,
        reference: "t1".parse().unwrap(),
        covers: None,
        paid_through: None,
        amount: Amount::new(600).unwrap(),
        currency: "PYG".parse().unwrap(),
        sources: Ascending::new([Source {
            node: NodeCitation {
                entry: root,
                leg: 0,
            },
            amount: Amount::new(600).unwrap(),
        }])
        .unwrap(),
        occurred: day,
        due: None,
        late: None,
        purpose: None,
        attachments: Ascending::default(),
        time,
        signers: SignerCount(1),
    };
    let step = Entry::from(transfer.clone()).identity();
    let index = world.submit(transfer.clone(), "min.example", &[1]).unwrap();
    assert_eq!(
        world.submit(transfer.clone(), "min.example", &[2]),
        Err(Refusal::AlreadyAdmitted { index })
    );
    let mut beyond = transfer;
    beyond.reference = "t2".parse().unwrap();
    assert_eq!(
        world
            .submit(beyond, "min.example", &[1])
            .unwrap_err()
            .code(),
        "beyond-node"
    );
    let receipt = Receipt {
        ledger,
        programme: "schools-2019".parse().unwrap(),
        from: name("min.example"),
        to: name("town.example"),
        reference: "r1".parse().unwrap(),
        step,
        amount: AmountOrZero::new(500).unwrap(),
        currency: "PYG".parse().unwrap(),
        last: Some(Yes::Yes),
        occurred: day,
        late: None,
        reason: None,
        attachments: Ascending::default(),
        time,
        signers: SignerCount(1),
    };
    world.submit(receipt, "town.example", &[2]).unwrap();
    let finding = &world.facts.findings[&(index, 0, Code::ReceiptShort)];
    assert_eq!(finding.at_risk, 100);
    let step = &world.facts.steps[&index];
    assert_eq!(
        (step.sent(), step.received(), step.missing()),
        (600, 500, 100)
    );
}
