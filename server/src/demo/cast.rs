//! Who plays: the members, their people and keys, their accounts.

use super::ORIGIN;
use super::deposits::{Government, Input};
use super::dice::material;
use ed25519_dalek::SigningKey;
use ledger::field::{
    Commitment, EnrolKey, Function, MemberName, Person, Prose, PublicKey, Region, Role, Roles, Tier,
};
use std::collections::{BTreeMap, HashMap};

/// The operator of the ledger: its place in the cast.
pub(super) const OPERATOR: usize = 0;
/// The ministry.
pub(super) const MINISTRY: usize = 1;
/// The auditor.
pub(super) const AUDITOR: usize = 2;

/// Where the governments begin.
pub(super) const GOVERNMENTS: usize = 3;

/// The seat of each department by the municipality's code: public knowledge, not in the data. The
/// data don't say in which department a municipality lies, so no other second hop is simulated.
const SEATS: [(u32, u32); 17] = [
    (1, 2),
    (2, 8),
    (3, 27),
    (4, 47),
    (5, 64),
    (6, 84),
    (7, 94),
    (8, 124),
    (9, 134),
    (10, 151),
    (11, 171),
    (12, 190),
    (13, 206),
    (14, 209),
    (15, 222),
    (16, 230),
    (17, 225),
];

/// Somebody who signs for a member.
#[derive(Debug)]
pub struct Signatory {
    /// An opaque id: nobody real.
    pub person: Person,
    /// What the key may sign.
    pub roles: Roles,
    /// The key. It is derived from the published seed, so it is nobody's secret.
    pub key: SigningKey,
}

/// A member of the demo's ledger.
#[derive(Debug)]
pub struct Actor {
    /// Its name.
    pub name: MemberName,
    /// What it is called.
    pub title: Prose,
    /// What it does.
    pub function: Function,
    /// Its tier: 0 the nation, 1 a department, 2 a municipality.
    pub tier: Tier,
    /// The member above it.
    pub parent: Option<MemberName>,
    /// Its region: a department's own code.
    pub region: Option<Region>,
    /// Its accounts with their commitments.
    pub accounts: BTreeMap<String, Commitment>,
    /// Its people.
    pub people: Vec<Signatory>,
    /// Its recovery key.
    pub recovery: SigningKey,
    /// The department's seat, for a second hop.
    pub(super) seat: Option<usize>,
}

/// All members, in the order of their admission.
pub(super) struct Cast {
    pub(super) actors: Vec<Actor>,
    /// The key of the demo's log.
    pub(super) log_key: SigningKey,
    places: HashMap<MemberName, usize>,
}

impl Cast {
    pub(super) fn new(seed: u64, input: &Input) -> Self {
        let mut actors = vec![operator(seed), ministry(seed), auditor(seed)];
        for government in &input.governments {
            actors.push(office(seed, government, &actors[MINISTRY].name));
        }
        let places = actors.iter().enumerate();
        let places = places
            .map(|(place, actor)| (actor.name.clone(), place))
            .collect();
        let mut cast = Self {
            actors,
            log_key: key(seed, ORIGIN, "log"),
            places,
        };
        cast.find_seats(input);
        cast
    }

    /// A member's place.
    pub(super) fn place(&self, name: &MemberName) -> usize {
        self.places[name]
    }

    fn find_seats(&mut self, input: &Input) {
        let all = || input.governments.iter().enumerate();
        for (department, government) in all().filter(|(_, government)| government.is_department) {
            let seat = SEATS.iter().find(|(code, _)| *code == government.code);
            let place = seat.and_then(|(_, seat)| {
                all().position(|(_, other)| !other.is_department && other.code == *seat)
            });
            self.actors[GOVERNMENTS + department].seat = place.map(|place| GOVERNMENTS + place);
        }
    }
}

impl Actor {
    /// Its keys as entries enrol them.
    pub(super) fn keys(&self) -> impl Iterator<Item = EnrolKey> + '_ {
        self.people.iter().map(|signatory| EnrolKey {
            person: signatory.person.clone(),
            roles: signatory.roles,
            public: PublicKey::from(signatory.key.verifying_key()),
        })
    }

    /// Its recovery key as entries enrol it.
    pub(super) fn recovery_key(&self) -> PublicKey {
        PublicKey::from(self.recovery.verifying_key())
    }
}

/// A text of the demo's own as a field.
pub(super) fn word<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse()
        .expect("the demo's own words fit the fields they stand in")
}

/// The key of a person of a member, derived from the seed.
pub(super) fn key(seed: u64, member: &str, person: &str) -> SigningKey {
    SigningKey::from_bytes(&material(seed, "key", &[member, person]))
}

fn actor(seed: u64, name: MemberName, title: Prose, people: &[&[Role]]) -> Actor {
    let people = (1..).zip(people).map(|(number, roles)| {
        let person = format!("p{number}");
        Signatory {
            key: key(seed, name.as_str(), &person),
            roles: Roles::of(roles),
            person: word(&person),
        }
    });
    Actor {
        people: people.collect(),
        recovery: key(seed, name.as_str(), Person::RECOVERY.as_str()),
        name,
        title,
        function: Function::Office,
        tier: Tier(0),
        parent: None,
        region: None,
        accounts: BTreeMap::new(),
        seat: None,
    }
}

fn operator(seed: u64) -> Actor {
    let people: &[&[Role]] = &[&[Role::Administer], &[Role::Clock]];
    let name = word("operator.fonacide.example");
    let title = word("Operator of the demonstration ledger");
    Actor {
        function: Function::Operator,
        ..actor(seed, name, title, people)
    }
}

fn ministry(seed: u64) -> Actor {
    let people: &[&[Role]] = &[
        &[Role::Administer, Role::Confirm],
        &[Role::Confirm, Role::Pay],
        &[Role::Confirm, Role::Pay],
    ];
    let name = word("hacienda.fonacide.example");
    Actor {
        function: Function::Finance,
        ..actor(seed, name, word("MINISTERIO DE HACIENDA"), people)
    }
}

fn auditor(seed: u64) -> Actor {
    let people: [&[Role]; 2] = [&[Role::Administer, Role::Audit]; 2];
    let name = word("auditor.fonacide.example");
    Actor {
        function: Function::Auditor,
        ..actor(seed, name, word("Auditor (simulated)"), &people)
    }
}

fn office(seed: u64, government: &Government, ministry: &MemberName) -> Actor {
    let people: [&[Role]; 2] = [&[Role::Administer, Role::Confirm, Role::Pay]; 2];
    let name = government.name.clone();
    let region = government
        .is_department
        .then(|| word(&format!("l22-{}", government.code)));
    let accounts = government.accounts.iter().map(|account| {
        let salt = material(seed, "salt", &[name.as_str(), account]);
        (account.clone(), Commitment::to_account(&salt, account))
    });
    Actor {
        tier: Tier(if government.is_department { 1 } else { 2 }),
        parent: Some(ministry.clone()),
        region,
        accounts: accounts.collect(),
        ..actor(seed, name.clone(), government.title.clone(), &people)
    }
}
