//! What every command that writes an entry shares: who signs, the text shown before it is signed,
//! and sending it.

use super::desk::{self, Desk, Standing};
use super::draft::{Draft, field};
use super::keys::{self, PersonKey};
use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::client::{Client, Recorded, Sent};
use crate::config::{self, ClientOptions};
use crate::keyfile::KeyHeader;
use crate::people::People;
use crate::ports::{Clock, SystemClock};
use crate::speech::{self, Message};
use ledger::entry::Kind;
use ledger::field::{Day, Field, Identity, MemberName, Moment, Offset, RecordRef, SignerCount};
use ledger::{Entry, GrammarError, Note, SignatureLine};
use serde_json::json;
use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;

/// Flags of every command that writes an entry.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct WriteOptions {
    #[command(flatten)]
    place: PlaceOptions,
    #[command(flatten)]
    client: ClientOptions,
    /// Key file of a further person who signs
    #[arg(long, value_name = "FILE")]
    also: Vec<PathBuf>,
    /// When it is signed, in UTC [default: now]
    #[arg(long, value_name = "TIME", value_parser = field::<Moment>)]
    time: Option<Moment>,
    /// Sign without asking
    #[arg(long, short)]
    yes: bool,
    /// Show the text, and neither sign nor send it
    #[arg(long)]
    dry_run: bool,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// A command at work: where its entries go, and whose keys sign.
pub(super) struct Session {
    pub(super) desk: Desk,
    pub(super) standing: Standing,
    pub(super) headers: Vec<KeyHeader>,
    pub(super) folder: PathBuf,
    ticks: bool,
    options: WriteOptions,
    client: config::Client,
    time: Moment,
}

impl WriteOptions {
    /// The same, with one more key file that signs.
    pub(super) fn and_signed_with(mut self, file: PathBuf) -> Self {
        self.also.push(file);
        self
    }

    pub(super) const fn as_json(&self) -> bool {
        self.json
    }

    /// Who works for members, in the data folder or its database.
    pub(super) async fn people(&self) -> Result<People, Failure> {
        self.place.settle()?.people().await
    }

    /// The data folder.
    pub(super) fn folder(&self) -> Result<PathBuf, Failure> {
        Ok(self.place.settle()?.folder)
    }

    /// The data folder's folder of keys that it holds for members.
    pub(super) fn held_keys(&self) -> Result<PathBuf, Failure> {
        Ok(self.place.settle()?.held_keys())
    }

    /// Whether nothing is to be signed or sent.
    pub(super) const fn dry_run(&self) -> bool {
        self.dry_run
    }

    /// Looks at the key files and the ledger; asks for no passphrase yet.
    pub(super) async fn open(self) -> Result<Session, Failure> {
        let place = self.place.settle()?;
        let client = self.client.settle(&place.file.client);
        let headers = keys::peek(&client, &self.also)?;
        let (folder, has_clock) = (place.folder.clone(), keys::has_clock(&place.keys()));
        let desk = match &client.server {
            Some(server) => Desk::Server(Client::new(server.clone())),
            None => Desk::Folder(Box::new(place)),
        };
        let standing = desk.standing().await?;
        let ticks = has_clock && client.server.is_none();
        // Where nobody will tick, what is signed now would lie ahead of a simulated year's end.
        let stands = standing.simulated && !ticks && client.server.is_none();
        let now = if stands {
            standing.clock
        } else {
            SystemClock.now()
        };
        let time = self.time.unwrap_or(now);
        Ok(Session {
            desk,
            standing,
            headers,
            folder,
            ticks,
            options: self,
            client,
            time,
        })
    }
}

impl Session {
    /// The member in whose name the first key signs.
    pub(super) fn member(&self) -> &MemberName {
        self.headers[0].member()
    }

    /// The day on which it is signed, where the programme is.
    pub(super) fn today(&self, offset: Option<Offset>) -> Day {
        self.time.local_day(offset.unwrap_or_default())
    }

    /// A new draft with the ledger, the time and the number of signers.
    pub(super) fn draft(&self, kind: Kind) -> Result<Draft, Failure> {
        let count = u8::try_from(self.headers.len())
            .map_err(|_| Failure::usage(Message::new("too-many-keys")))?;
        Ok(Draft::new(kind)
            .set("ledger", &self.standing.ledger)
            .set("time", &self.time)
            .set("signers", &SignerCount(count)))
    }

    /// Shows the text, asks, signs, sends, and prints the answer.
    pub(super) async fn write(&self, draft: &Draft) -> Result<Exit, Failure> {
        let entry = draft
            .parsed()
            .map_err(|error| Failure::usage(unwritten(&error)))?;
        let text = entry.to_text();
        if self.options.dry_run {
            print::text(&text)?;
            return Ok(Exit::Ok);
        }
        if !self.options.yes {
            eprintln!("{text}");
            agree()?;
        }
        let note = sign(&entry, &self.open_keys()?)?;
        self.tell(&self.send(note).await?)?;
        Ok(Exit::Ok)
    }

    /// Shows a text below which another signature stands already, asks, signs, sends, and prints the
    /// answer. Says whether it stands in the ledger now.
    pub(super) async fn sign_beside(
        &self,
        entry: &Entry,
        other: &SignatureLine,
    ) -> Result<bool, Failure> {
        let text = entry.to_text();
        if self.options.dry_run {
            print::text(&text)?;
            return Ok(false);
        }
        if self.asks() {
            eprintln!("{text}");
            agree()?;
        }
        let mut lines = vec![other.clone()];
        for key in self.open_keys()? {
            lines.push(key.line(&text)?);
        }
        let note = Note::assemble(entry, lines).map_err(Failure::usage)?;
        self.tell(&self.send(note).await?)?;
        Ok(true)
    }

    pub(super) fn open_keys(&self) -> Result<Vec<PersonKey>, Failure> {
        keys::open(&self.client, &self.options.also)
    }

    async fn send(&self, note: Note) -> Result<Recorded, Failure> {
        let sender = self.desk.sender().await?;
        let sent = sender.send(&[note]).await;
        sender.close().await?;
        match sent?.pop() {
            Some(Sent::Recorded(recorded)) => Ok(recorded),
            Some(Sent::Declined(declined)) => Err(desk::refusal(&declined)),
            None => Err(Failure::data(Message::new("no-answer"))),
        }
    }

    fn tell(&self, recorded: &Recorded) -> Result<(), Failure> {
        if self.options.json {
            return print::json(&json!(recorded));
        }
        let told = if recorded.repeated {
            Message::new("entry-stood-there")
        } else {
            Message::new("entry-recorded")
        };
        let told = told.with("index", recorded.index);
        print::line(&told.with("identity", &recorded.identity))
    }

    /// Ledger time when this process sends: it ticks first where it has the clock's key.
    pub(super) fn clock_at_sending(&self) -> Option<Moment> {
        self.ticks.then(|| SystemClock.now())
    }

    pub(super) const fn asks(&self) -> bool {
        !self.options.yes
    }

    pub(super) const fn dry_run(&self) -> bool {
        self.options.dry_run
    }

    pub(super) const fn as_json(&self) -> bool {
        self.options.json
    }
}

/// Says why a text can't be an entry.
pub(super) fn unwritten(error: &GrammarError) -> Message {
    Message::new("entry-unwritten").told("error", error)
}

/// Asks whether to sign and send.
pub(super) fn agree() -> Result<(), Failure> {
    agree_to(&Message::new("ask-sign-and-send"))
}

/// Asks whether to go on.
pub(super) fn agree_to(what: &Message) -> Result<(), Failure> {
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return Err(Failure::usage(Message::new("no-terminal-to-ask"))
            .mend(Message::new("mend-no-terminal-to-ask")));
    }
    eprint!("{what} {} ", speech::say("ask-yes-or-no"));
    let mut answer = String::new();
    stdin.lock().read_line(&mut answer)?;
    if is_yes(&answer, &speech::say("ask-yes-is")) {
        Ok(())
    } else {
        Err(Failure::new(Exit::Refused, Message::new("nothing-signed")))
    }
}

/// Whether an answer is one of the words that mean yes.
fn is_yes(answer: &str, words: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    words.split(' ').any(|word| word == answer)
}

/// Signs an entry with each key, in its member's name.
pub(super) fn sign(entry: &Entry, keys: &[PersonKey]) -> Result<Note, Failure> {
    let text = entry.to_text();
    let lines = keys.iter().map(|key| key.line(&text));
    Note::assemble(entry, lines.collect::<Result<_, _>>()?).map_err(Failure::usage)
}

/// A reference for an entry that may only happen once anyway.
pub(super) fn fresh_ref() -> Result<RecordRef, Failure> {
    keys::fresh_word().parse().map_err(Failure::data)
}

/// A reference that follows from what the entry is about, so that the same command again is a
/// repeat and not a second entry.
pub(super) fn ref_about(word: &str, identity: &Identity) -> Result<RecordRef, Failure> {
    let digest = identity.to_string();
    RecordRef::parse(&format!("{word}-{}", &digest[..32])).map_err(Failure::data)
}
