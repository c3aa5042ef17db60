//! The entries in their order: who signs, when, under which reference, and the clock between them.

use super::cast::{Actor, Cast, OPERATOR, word};
use ledger::entry::{Kind, Tick};
use ledger::field::{
    Currency, Day, Identity, LedgerName, Moment, ProgrammeName, RecordRef, Role, SignerCount,
};
use ledger::{Entry, Minor};
use std::collections::HashMap;

/// Minutes of the programme's local time from UTC: Paraguay's standard time. Its summer time
/// (-03:00) is left aside: a programme has one offset.
pub(super) const OFFSET_MINUTES: i16 = -240;

/// From this sum a day between one payer and one payee, two persons sign.
pub(super) const TWO_PERSONS_FROM: Minor = 1_000_000_000;

const DAY_SECONDS: i64 = 86_400;

/// A note's time may be 600 seconds ahead of ledger time: the clock ticks twice in that span.
const TICK_SECONDS: i64 = 300;

/// Everything that is simulated has a reference that begins so: the log itself says it.
const SIMULATED: &str = "simulated";

/// An entry before it is signed.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) entry: Entry,
    pub(super) identity: Identity,
    /// Members and their people, by place.
    pub(super) signers: Vec<(usize, usize)>,
}

/// Who signs an entry.
pub(super) type Signers = Vec<(usize, usize)>;

/// Writes entries one after the other.
pub(super) struct Script<'c> {
    pub(super) cast: &'c Cast,
    pub(super) drafts: Vec<Draft>,
    ledger: Option<LedgerName>,
    clock: i64,
    now: i64,
    counters: HashMap<(usize, Kind), u32>,
    day_sums: HashMap<(usize, usize, Day), Minor>,
    turn: usize,
}

impl<'c> Script<'c> {
    pub(super) fn new(cast: &'c Cast) -> Self {
        Self {
            cast,
            drafts: Vec::new(),
            ledger: None,
            clock: 0,
            now: 0,
            counters: HashMap::new(),
            day_sums: HashMap::new(),
            turn: 0,
        }
    }

    pub(super) fn actor(&self, place: usize) -> &'c Actor {
        &self.cast.actors[place]
    }

    /// The ledger's name, which follows from the genesis.
    pub(super) fn ledger(&self) -> LedgerName {
        self.ledger
            .clone()
            .expect("the genesis is written before anything else")
    }

    pub(super) fn found(&mut self, genesis: &Entry) {
        let Entry::Genesis(founding) = genesis else {
            return;
        };
        self.ledger = Some(LedgerName::new(
            founding.origin.clone(),
            &genesis.identity(),
        ));
        self.clock = founding.time.seconds();
    }

    /// Goes on to a local hour of a day, if that is later; the clock ticks there.
    pub(super) fn go_on(&mut self, day: Day, hour: i64) {
        let moment = day.number() * DAY_SECONDS + hour * 3600 - i64::from(OFFSET_MINUTES) * 60;
        self.now = self.now.max(moment);
        if self.ledger.is_some() && self.now > self.clock {
            self.tick(self.now);
        }
    }

    /// Ticks at a moment in UTC seconds.
    pub(super) fn tick(&mut self, moment: i64) {
        self.now = self.now.max(moment);
        self.clock = self.now;
        let tick = Tick {
            ledger: self.ledger(),
            by: self.actor(OPERATOR).name.clone(),
            reference: word(&format!("tick-{}", self.clock)),
            time: Moment(self.clock),
            signers: SignerCount(1),
        };
        let signers = self.signers(OPERATOR, Role::Clock, 1);
        self.put(tick, signers);
    }

    /// The time of the next entry: a second after the last.
    pub(super) fn stamp(&mut self) -> Moment {
        self.now += 1;
        if self.ledger.is_some() && self.now - self.clock >= TICK_SECONDS {
            self.tick(self.now);
        }
        Moment(self.now)
    }

    /// Adds an entry, and gives its identity.
    pub(super) fn put(&mut self, entry: impl Into<Entry>, signers: Signers) -> Identity {
        let entry = entry.into();
        let identity = entry.identity();
        self.drafts.push(Draft {
            entry,
            identity,
            signers,
        });
        identity
    }

    /// The next reference of a member's simulated entries of one kind.
    pub(super) fn reference(&mut self, place: usize, kind: Kind) -> RecordRef {
        let counter = self.counters.entry((place, kind)).or_default();
        *counter += 1;
        word(&format!("{SIMULATED}/{counter:04}"))
    }

    /// So many of a member's people in a role. They take turns.
    pub(super) fn signers(&mut self, place: usize, role: Role, persons: usize) -> Signers {
        let people = &self.actor(place).people;
        let able = (0..people.len()).filter(|person| people[*person].roles.contains(role));
        let able: Vec<usize> = able.collect();
        self.turn += 1;
        (0..persons.min(able.len()))
            .map(|number| (place, able[(self.turn + number) % able.len()]))
            .collect()
    }

    /// Those who sign an outflow: two persons from the programme's threshold for the day.
    pub(super) fn payers(&mut self, from: usize, to: usize, day: Day, amount: Minor) -> Signers {
        let sum = self.day_sums.entry((from, to, day)).or_default();
        *sum += amount;
        let persons = if *sum >= TWO_PERSONS_FROM { 2 } else { 1 };
        self.signers(from, Role::Pay, persons)
    }
}

/// How many signature lines so many signers make.
pub(super) fn count(signers: &Signers) -> SignerCount {
    SignerCount(u8::try_from(signers.len()).expect("a member has few people"))
}

/// The demo's programme.
pub(super) fn programme() -> ProgrammeName {
    word("fonacide-2019")
}

/// Its currency.
pub(super) fn currency() -> Currency {
    word("PYG")
}
