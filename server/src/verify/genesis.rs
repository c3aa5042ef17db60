//! Whether a ledger's first entry and the log that it stands in name each other.

use crate::log::origin;
use crate::log_client::Departure;
use ledger::entry::Genesis;
use ledger::field::{Identity, LedgerName};
use ledger::log::{KeyKind, KeyName, VerifierKey};
use ledger::{Entry, Note};

/// The log's key as a genesis names it; not every genesis does.
#[must_use]
pub fn key_named(genesis: &Genesis, identity: &Identity) -> Option<VerifierKey> {
    let public = genesis.log?;
    let name = name_of(genesis, identity);
    Some(VerifierKey::new(name, KeyKind::Ed25519, public))
}

/// The name of the log of a ledger.
fn name_of(genesis: &Genesis, identity: &Identity) -> KeyName {
    origin(&LedgerName::new(genesis.origin.clone(), identity))
}

/// Whether a log's first entry names another log, or another key, than the checkpoint's. An entry
/// that isn't a genesis names none.
#[must_use]
pub fn genesis_differs(first: &Note, key: &VerifierKey) -> Option<Departure> {
    let Entry::Genesis(genesis) = first.entry() else {
        return None;
    };
    let name = name_of(genesis, &first.identity());
    let said = match key_named(genesis, &first.identity()) {
        Some(named) if named == *key => return None,
        None if name == *key.name() => return None,
        Some(named) => format!("that the log's key is {named}"),
        None => format!("that the log is {name}"),
    };
    let found = key.to_string();
    Some(Departure::GenesisDiffers { said, found })
}
