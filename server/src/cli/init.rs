//! `countersign init`.

use super::place::{Place, PlaceOptions};
use super::{Exit, Failure, keys, print};
use crate::keyfile::{Ask, Secret, passphrase};
use crate::ports::{Clock, SystemClock};
use crate::sequencer::{Config, Sequencer};
use crate::speech::Message;
use ed25519_dalek::SigningKey;
use ledger::entry::Genesis;
use ledger::field::{
    Ascending, Continues, EnrolKey, LedgerName, MemberName, Origin, Person, Prose, PublicKey,
    RecordRef, Role, Roles, SignerCount,
};
use ledger::log::SignedCheckpoint;
use ledger::{Entry, Note};
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;

/// Found a ledger: its genesis, the operator's keys, an empty database
///
/// Four key files are made in the data folder's `keys`: PERSON.key, which administers and signs,
/// recovery.key, which belongs offline, clock.key, which can only move the ledger's clock, and
/// log.key, which can only sign the log's checkpoints and answers. The passphrases of the last two
/// lie beside them, so that the server can start by itself.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign init --data ledger --origin relief.example --member op.example \\\n    \
                        --title \"Ministry of Relief, operator\" --person p1"
)]
pub(super) struct Init {
    #[command(flatten)]
    place: PlaceOptions,
    /// The ledger's origin, which is also its log's name
    #[arg(long, value_name = "NAME")]
    origin: Origin,
    /// The operator, its first member
    #[arg(long, value_name = "NAME")]
    member: MemberName,
    /// What the operator is called
    #[arg(long, value_name = "TEXT")]
    title: Prose,
    /// Who controls the operator; votes count houses [default: the operator itself]
    #[arg(long, value_name = "NAME")]
    house: Option<MemberName>,
    /// Whose key administers: an opaque id
    #[arg(long, value_name = "ID", default_value = "p1")]
    person: Person,
    /// What the ledger is for
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
    /// File whose first line is the new key files' passphrase
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    passphrase_file: Option<PathBuf>,
    /// File with the last checkpoint of the log that this one continues under a new key
    #[arg(long, value_name = "FILE")]
    continues: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The operator's three keys, and the log's.
struct Keys {
    person: SigningKey,
    clock: SigningKey,
    recovery: SigningKey,
    log: SigningKey,
}

/// The person that the clock's key stands for.
const CLOCK_PERSON: &str = "clock";

impl Init {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        if let Ok(store) = place.reader().await
            && store.entry_count().await? > 0
        {
            return Err(Failure::new(Exit::Refused, Message::new("ledger-exists"))
                .mend(Message::new("mend-other-folder")));
        }
        let clock_person: Person = CLOCK_PERSON.parse().map_err(Failure::data)?;
        if self.person == clock_person {
            return Err(Failure::usage(Message::new("person-clock-taken")));
        }
        let secret = passphrase(self.passphrase_file.as_deref(), Ask::New)?;
        let keys = Keys {
            person: keys::fresh(),
            clock: keys::fresh(),
            recovery: keys::fresh(),
            log: keys::fresh(),
        };
        let note = self.genesis(&keys, &clock_person)?;
        // Whatever can be refused is refused before any file is there.
        keys::log_name(&self.ledger(&note))?;
        self.write_keys(&place, &keys, &clock_person, &secret)?;
        keys::write_log(&place.checkpoint(), &keys.log, &self.ledger(&note))?;
        found(&place, &note).await?;
        self.tell(&place, &note)?;
        Ok(Exit::Ok)
    }

    fn genesis(&self, keys: &Keys, clock_person: &Person) -> Result<Note, Failure> {
        let enrol = |person: &Person, roles: &[Role], key: &SigningKey| EnrolKey {
            person: person.clone(),
            roles: Roles::of(roles),
            public: PublicKey::from(key.verifying_key()),
        };
        let person_roles = [Role::Administer, Role::Confirm, Role::Pay];
        let enrolled = [
            enrol(&self.person, &person_roles, &keys.person),
            enrol(clock_person, &[Role::Clock], &keys.clock),
        ];
        let genesis = Genesis {
            origin: self.origin.clone(),
            member: self.member.clone(),
            title: self.title.clone(),
            house: self.house.clone().unwrap_or_else(|| self.member.clone()),
            keys: Ascending::new(enrolled).map_err(Failure::usage)?,
            recovery: PublicKey::from(keys.recovery.verifying_key()),
            log: Some(PublicKey::from(keys.log.verifying_key())),
            continues: self.continued()?,
            reference: reference("genesis")?,
            purpose: self.purpose.clone(),
            time: SystemClock.now(),
            signers: SignerCount(2),
        };
        let signers = [(&self.member, &keys.person), (&self.member, &keys.clock)];
        Note::sign(&Entry::from(genesis), &signers).map_err(Failure::usage)
    }

    /// The log that this one continues, by its last checkpoint.
    fn continued(&self) -> Result<Option<Continues>, Failure> {
        let Some(path) = &self.continues else {
            return Ok(None);
        };
        let bytes = std::fs::read(path).map_err(|error| Failure::file(path, error))?;
        let last = SignedCheckpoint::parse(&bytes).map_err(|error| Failure::file(path, error))?;
        let last = last.checkpoint();
        let origin: Result<Origin, _> = last.origin.as_str().parse();
        Ok(Some(Continues {
            origin: origin.map_err(|error| Failure::file(path, error))?,
            size: last.size,
            root: last.root,
        }))
    }

    fn write_keys(
        &self,
        place: &Place,
        keys: &Keys,
        clock_person: &Person,
        secret: &Secret,
    ) -> Result<(), Failure> {
        let folder = place.keys();
        let own = folder.join(format!("{}.key", self.person));
        keys::write(&own, &keys.person, &self.member, &self.person, secret)?;
        keys::write(
            &folder.join("recovery.key"),
            &keys.recovery,
            &self.member,
            &Person::RECOVERY,
            secret,
        )?;
        keys::write_clock(&folder, &keys.clock, &self.member, clock_person)
    }

    fn ledger(&self, genesis: &Note) -> LedgerName {
        LedgerName::new(self.origin.clone(), &genesis.identity())
    }

    fn tell(&self, place: &Place, note: &Note) -> Result<(), Failure> {
        let ledger = self.ledger(note);
        let keys = place.keys();
        if self.json {
            return print::json(&json!({
                "ledger": ledger.to_string(),
                "genesis": note.identity().to_string(),
                "keys": keys.display().to_string(),
            }));
        }
        print::line(&Message::new("founded").with("ledger", ledger))?;
        print::line(&Message::new("founded-keys").with("folder", keys.display()))
    }
}

/// A reference of the program's own.
fn reference(word: &str) -> Result<RecordRef, Failure> {
    word.parse().map_err(Failure::data)
}

async fn found(place: &Place, genesis: &Note) -> Result<(), Failure> {
    let store = Arc::new(place.writer().await?);
    let sequencer = Sequencer::start(store, Config::new(None))?;
    let outcome = sequencer.submit(genesis.bytes().to_vec()).await;
    sequencer.shutdown().await?;
    outcome.map_err(|error| Failure::new(Exit::Refused, error))?;
    Ok(())
}
