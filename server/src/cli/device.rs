//! `countersign device`: keys of people's own devices that wait for a second person.

use super::place::PlaceOptions;
use super::writing::WriteOptions;
use super::{Exit, Failure, print};
use crate::people::Enrolment;
use crate::speech::Message;
use ledger::Entry;
use ledger::key::key_id;
use serde_json::{Value, json};

/// Look at keys of people's devices that wait to be enrolled, and approve one
#[derive(Debug, clap::Subcommand)]
pub(super) enum Device {
    List(List),
    Approve(Box<Approve>),
}

/// List the keys that wait
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign device list --data ledger")]
pub(super) struct List {
    #[command(flatten)]
    place: PlaceOptions,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Approve a key: sign beside it, with the key file of another person who administers the member
///
/// Ask whoever offers it for the key's ID, which their device shows: who asks must be who sits there.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign device approve 5f0c19e2 --key office-p1.key --data ledger \\\n    --server http://127.0.0.1:3000"
)]
pub(super) struct Approve {
    /// What the list and the person's own page call it
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    write: WriteOptions,
}

impl Device {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::List(list) => list.run().await,
            Self::Approve(approve) => approve.run().await,
        }
    }
}

impl List {
    async fn run(self) -> Result<Exit, Failure> {
        let people = self.place.settle()?.people().await?;
        let waiting = people.waiting_devices().await;
        people.close().await.map_err(Failure::data)?;
        let waiting = waiting.map_err(Failure::data)?;
        if self.json {
            let rows: Vec<Value> = waiting.iter().map(row).collect();
            print::json(&json!(rows))?;
            return Ok(Exit::Ok);
        }
        for one in &waiting {
            let (key, account, member) = (key_of(one), &one.account, &one.member);
            let told = Message::new("device-line")
                .with("id", &one.id)
                .with("key", key)
                .with("account", account)
                .with("member", member)
                .with("end", one.ends());
            print::line(&told)?;
        }
        Ok(Exit::Ok)
    }
}

fn key_of(one: &Enrolment) -> String {
    key_id(&one.member, &one.rotate.key.public).to_string()
}

fn row(one: &Enrolment) -> Value {
    json!({
        "id": one.id,
        "account": one.account,
        "member": one.member.as_str(),
        "key_id": key_of(one),
        "until": one.ends().to_string(),
    })
}

impl Approve {
    async fn run(self) -> Result<Exit, Failure> {
        let people = self.write.people().await?;
        let waiting = people.waiting_devices().await.map_err(Failure::data)?;
        let found = waiting.into_iter().find(|one| one.id == self.id);
        let unknown = || {
            Failure::data(Message::new("no-key-waits").with("id", &self.id))
                .mend(Message::new("mend-devices"))
        };
        let one = found.ok_or_else(unknown)?;
        let proof = one.proof.clone().ok_or_else(unknown)?;
        let entry = Entry::KeyRotate(one.rotate.clone());
        let session = self.write.open().await?;
        if session.sign_beside(&entry, &proof).await? {
            people
                .device_enrolled(&one, None)
                .await
                .map_err(Failure::data)?;
        }
        people.close().await.map_err(Failure::data)?;
        Ok(Exit::Ok)
    }
}
