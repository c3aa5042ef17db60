//! The demo: a real year of deposits, and a made-up account of what became of them.
//!
//! In scope: a plan of signed notes in the order of ledger time, which depends on the deposits and
//! a published seed alone: no clock, no other chance, no database. The deposits are real; what the
//! receivers confirm and spend is simulated, and the genesis says so ([`is_simulated`]). Out of
//! scope: submitting the notes, and keeping the keys secret, which are derived from the seed so
//! that anybody can sign for anybody here.
//!
//! docs/DEMO.md says what is real and what isn't, with every number.

mod act;
mod cast;
mod deposits;
mod dice;
mod fate;
mod founding;
mod lots;
mod planted;
mod script;
mod sending;
mod signing;
mod spending;
mod year;

pub use cast::{Actor, Signatory};
pub use deposits::MAPPING;
pub use planted::Planted;
pub use signing::Notes;

use cast::{Cast, OPERATOR};
use deposits::Input;
use ed25519_dalek::SigningKey;
use ledger::entry::{Genesis, Kind};
use ledger::field::{Day, Identity, LedgerName, Role};
use ledger::{Entry, Minor};
use script::Draft;
use sha3::{Digest, Sha3_256};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// The published seed.
pub const SEED: u64 = 2019;

/// The deposits of 2019 as the publisher has them; server/data/fonacide/README.md has the source.
pub const DEPOSITS: &[u8] = include_bytes!("../../data/fonacide/transfers_2019.csv");

/// The origin of the demo's ledger.
pub const ORIGIN: &str = "fonacide.example";

/// What the purpose of a genesis begins with where the ledger isn't about real receipts.
pub const SIMULATED_PREFIX: &str = "Simulated:";

/// Members whom a visitor may play: each has deposits to confirm when the year ends. Everybody's keys
/// are in [`Plan::members`].
pub const VISITORS: [&str; 3] = [
    "l22-7.fonacide.example",
    "l30-209.fonacide.example",
    "l30-84.fonacide.example",
];

/// Days that a hop may take in the demo's programme.
pub const HOP_DAYS: u16 = 30;

/// Days that money may lie unmoved in the demo's programme.
pub const IDLE_DAYS: u16 = 60;

/// The purpose of the demo's genesis.
const SIMULATED_PURPOSE: &str = "Simulated: the deposits are real (FONACIDE, Paraguay, 2019); what the receivers \
     confirm and spend is made up from a fixed seed. All keys are public.";

/// The demo's year.
static YEAR: LazyLock<RangeInclusive<Day>> =
    LazyLock::new(|| day_of_year(1, 1)..=day_of_year(12, 31));

/// A day of the demo's year.
fn day_of_year(month: u32, day: u32) -> Day {
    let date = chrono::NaiveDate::from_ymd_opt(2019, month, day);
    date.and_then(Day::new).expect("a day of 2019")
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The file doesn't fit the mapping.
    #[error("the deposits can't be read: {0}")]
    File(#[from] crate::import::ImportError),
    /// A row can't be read.
    #[error("the deposits can't be read: {0}")]
    Row(#[from] crate::import::RowError),
    /// A row can be read, but the ledger couldn't take it.
    #[error("line {line} can't be used in the demo: {what}")]
    Unusable {
        /// The line, from 1.
        line: u64,
        /// What it is about.
        what: &'static str,
    },
    /// There are no rows, or more money than an appropriation may have.
    #[error("the deposits add up to {0}, which can't be appropriated")]
    Total(Minor),
}

/// Whether the ledger that this entry founds says of itself that its receipts are simulated.
/// Every page and export of such a ledger says so too.
#[must_use]
pub fn is_simulated(genesis: &Genesis) -> bool {
    let purpose = genesis.purpose.as_ref();
    purpose.is_some_and(|purpose| purpose.as_str().starts_with(SIMULATED_PREFIX))
}

/// The whole demo before it is signed.
pub struct Plan {
    cast: Cast,
    drafts: Vec<Draft>,
    planted: Vec<Planted>,
}

/// What a plan holds, for the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// All entries.
    pub entries: usize,
    /// Entries by kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// Members, the operator and the auditor among them.
    pub members: usize,
    /// Deposits: the ministry's transfers.
    pub deposits: usize,
    /// What they add up to, in guaraníes.
    pub deposited: Minor,
    /// Leaks that were planted.
    pub planted: usize,
}

/// Plans the demo: [`DEPOSITS`] and [`SEED`] give the one that is documented.
///
/// # Errors
/// [`DemoError`] where a row can't be read or can't stand in the demo's ledger.
pub fn plan(csv: &[u8], seed: u64) -> Result<Plan, DemoError> {
    let input = deposits::read(csv)?;
    let total = total(&input)?;
    let cast = Cast::new(seed, &input);
    let (drafts, planted) = year::play(&cast, &input, total, seed);
    Ok(Plan {
        cast,
        drafts,
        planted,
    })
}

fn total(input: &Input) -> Result<ledger::field::Amount, DemoError> {
    let total = input.deposits.iter().map(|deposit| deposit.amount).sum();
    ledger::field::Amount::new(total).ok_or(DemoError::Total(total))
}

impl Plan {
    /// The signed notes in their order. Signing uses the machine's processors; a note's place and
    /// bytes don't depend on how many there are.
    #[must_use]
    pub fn notes(&self) -> Notes<'_> {
        Notes::new(&self.cast, &self.drafts)
    }

    /// The members, with their people's keys.
    #[must_use]
    pub fn members(&self) -> &[Actor] {
        &self.cast.actors
    }

    /// The operator and the person who keeps the ledger's clock, so that a server can tick on.
    #[must_use]
    pub fn clock(&self) -> (&Actor, &Signatory) {
        let operator = &self.cast.actors[OPERATOR];
        let keeper = operator.people.iter();
        let mut keeper = keeper.filter(|person| person.roles.contains(Role::Clock));
        (operator, keeper.next().expect("somebody keeps the clock"))
    }

    /// The key of the demo's log. It is derived from the published seed, as all its keys are.
    #[must_use]
    pub const fn log_key(&self) -> &SigningKey {
        &self.cast.log_key
    }

    /// The name of the ledger that the plan founds.
    ///
    /// # Panics
    /// Never: every plan begins with a genesis.
    #[must_use]
    pub fn ledger(&self) -> LedgerName {
        let genesis = self.drafts.first().expect("a plan begins with its genesis");
        let identity = Identity::of(&genesis.entry.to_text());
        LedgerName::new(cast::word(ORIGIN), &identity)
    }

    /// The leaks that were planted, by code and then in the order of their steps.
    #[must_use]
    pub fn planted(&self) -> &[Planted] {
        &self.planted
    }

    /// The list of planted leaks as CSV.
    #[must_use]
    pub fn planted_csv(&self) -> String {
        let lines = self.planted.iter().map(Planted::line);
        std::iter::once(format!("{}\n", Planted::COLUMNS))
            .chain(lines)
            .collect()
    }

    /// Counts what the plan holds.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut kinds = BTreeMap::new();
        for draft in &self.drafts {
            *kinds.entry(draft.entry.kind()).or_default() += 1;
        }
        let ministry = &self.cast.actors[cast::MINISTRY].name;
        let deposits = self.drafts.iter().filter_map(|draft| match &draft.entry {
            Entry::Transfer(transfer) if transfer.from == *ministry => {
                Some(transfer.amount.minor())
            }
            _ => None,
        });
        Summary {
            entries: self.drafts.len(),
            kinds,
            members: self.cast.actors.len(),
            deposits: deposits.clone().count(),
            deposited: deposits.sum(),
            planted: self.planted.len(),
        }
    }

    /// SHA3-256 over all identities in their order: the same plan has the same digest.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        digest(self.drafts.iter().map(|draft| draft.identity))
    }
}

/// SHA3-256 over identities one after the other.
pub fn digest(identities: impl IntoIterator<Item = Identity>) -> [u8; 32] {
    let mut hash = Sha3_256::new();
    for identity in identities {
        hash.update(identity.0);
    }
    hash.finalize().into()
}
