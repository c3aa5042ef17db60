//! `countersign sign`: signing apart from the ledger, as on a machine without a network.

mod sheet;

pub(super) use sheet::NewFile;

use super::keys::{self, PersonKey};
use super::writing::agree_to;
use super::{Exit, Failure, print};
use crate::apart::{TextsDigest, Waiting};
use crate::config::Client;
use crate::speech::{self, Message};
use ledger::Entry;
use ledger::field::Identity;
use sheet::Sheet;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Sign texts that wait in a file, with no ledger and no network
///
/// The file has what `import --unsigned` writes, what this command wrote for the next person to
/// sign, or one text as --dry-run shows it. First it is read through: how many texts, their kinds
/// and sums, and the first of them. Then all are signed or none. What has all its signatures is
/// ready for `countersign submit`; what hasn't goes to the next signer.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign sign texts.jsonl --key p1.key --output signed.jsonl\n  \
                        countersign issue ... --dry-run > text && countersign sign text --key p1.key --output note\n  \
                        countersign submit signed.jsonl --server https://ledger.example"
)]
pub(super) struct Sign {
    /// File with the texts
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// File to make; one that is there is never overwritten
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// Key file that signs
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_KEY")]
    key: PathBuf,
    /// Key file of a further person who signs
    #[arg(long, value_name = "FILE")]
    also: Vec<PathBuf>,
    /// File whose first line is the key file's passphrase, or the token's PIN
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PASSPHRASE_FILE")]
    passphrase_file: Option<PathBuf>,
    /// The token's library, where a key lies on a token
    #[arg(long, value_name = "FILE", env = "COUNTERSIGN_PKCS11_MODULE")]
    pkcs11_module: Option<PathBuf>,
    /// Sign without asking
    #[arg(long, short)]
    yes: bool,
}

impl Sign {
    pub(super) fn run(self) -> Result<Exit, Failure> {
        let mut out = NewFile::beside(&self.output)?;
        let seen = self.look()?;
        if !self.yes {
            eprintln!("{}", seen.told());
            agree_to(&Message::new("ask-sign-all"))?;
        }
        let keys = keys::open(&self.client(), &self.also)?;
        let ready = self.sign_all(&keys, seen.texts, &mut out)?;
        out.persist()?;
        let told = Message::new("texts-signed").count("count", seen.texts);
        eprintln!("{}", told.count("ready", ready));
        Ok(Exit::Ok)
    }

    fn client(&self) -> Client {
        Client {
            server: None,
            key: Some(self.key.clone()),
            passphrase_file: self.passphrase_file.clone(),
            pkcs11_module: self.pkcs11_module.clone(),
        }
    }

    /// Reads the file through, so that nobody signs the first half of a bad one.
    fn look(&self) -> Result<Seen, Failure> {
        let mut seen = Seen::default();
        for waiting in Sheet::open(&self.file)? {
            seen.add(&waiting?)?;
        }
        if seen.texts == 0 {
            return Err(Failure::file(&self.file, Message::new("no-text-waits")));
        }
        Ok(seen)
    }

    /// Signs every text; gives how many have all their signatures now.
    fn sign_all(&self, keys: &[PersonKey], texts: u64, out: &mut NewFile) -> Result<u64, Failure> {
        let bar = print::bar(texts, &Message::new("doing-signing"));
        let mut ready = 0;
        for waiting in Sheet::open(&self.file)? {
            let mut waiting = waiting?;
            for key in keys {
                sheet::sign(&mut waiting, key)?;
            }
            ready += u64::from(waiting.is_ready());
            out.line(&waiting)?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        Ok(ready)
    }
}

/// What stands in the file, as it is told before anybody signs.
#[derive(Default)]
struct Seen {
    texts: u64,
    first: Option<String>,
    digest: TextsDigest,
    /// How many of each kind and currency, and their sum in minor units.
    sums: BTreeMap<(String, String), (u64, i128)>,
}

impl Seen {
    fn add(&mut self, waiting: &Waiting) -> Result<(), Failure> {
        let entry = &waiting.entry;
        let (currency, amount) = money(entry);
        let kind = entry.kind().word().to_owned();
        let (count, sum) = self.sums.entry((kind, currency)).or_default();
        *count += 1;
        *sum = sum
            .checked_add(amount)
            .ok_or_else(|| Failure::data(Message::new("sum-too-large")))?;
        self.texts += 1;
        let text = entry.to_text();
        self.digest.add(&Identity::of(&text));
        self.first.get_or_insert(text);
        Ok(())
    }

    fn told(&self) -> String {
        let texts = Message::new("texts-told").count("count", self.texts);
        let mut told = format!("{texts}\n");
        for ((kind, currency), (count, sum)) in &self.sums {
            let of_kind = if currency.is_empty() {
                Message::new("texts-of-kind")
            } else {
                Message::new("texts-of-kind-in-all")
                    .with("sum", print::grouped(*sum))
                    .with("currency", currency)
            };
            let of_kind = of_kind.count("count", *count);
            let kind = speech::called("kind", kind);
            told.push_str(&format!("  {}\n", of_kind.with("kind", kind)));
        }
        let digest = self.digest.clone().done();
        let digest = Message::new("texts-digest").with("digest", digest);
        told.push_str(&format!("{digest}\n"));
        if let Some(first) = &self.first {
            told.push_str(&format!("{}\n\n{first}", Message::new("texts-first")));
        }
        told
    }
}

/// The currency and the minor units that an entry's text names; nothing and zero where it has none.
fn money(entry: &Entry) -> (String, i128) {
    let text = entry.to_text();
    let field = |word: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(word)?.strip_prefix(' '))
    };
    let amount = field("amount").and_then(|amount| amount.parse().ok());
    let currency = field("currency").unwrap_or_default();
    (currency.to_owned(), amount.unwrap_or_default())
}
