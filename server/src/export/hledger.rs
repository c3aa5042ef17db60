//! A journal that `hledger check --strict` accepts, its balances those of the tallies.
//!
//! Each entry that moves money becomes one of hledger's records, a posting for each term of a tally
//! that it changes. Every term of the identity `A + I = H + T + M + E + L + W` has accounts of its
//! own, by programme and member:
//!
//! | term | account | sign |
//! |---|---|---|
//! | appropriated | `equity:appropriated:<programme>:<member>` | - |
//! | income | `revenues:income:<programme>:<member>` | - |
//! | held | `assets:held:<programme>:<member>` | + |
//! | in transit | `assets:in-transit:<programme>:<to>` | + |
//! | missing | `assets:missing:<programme>:<to>` | + |
//! | spent | `expenses:spent:<programme>:<member>` | + |
//! | charged | `expenses:charged:<programme>:<to>` | + |
//! | left | `equity:left:<programme>:<member>` | + |
//! | written off | `expenses:written-off:<programme>:<to>` | + |
//!
//! What is added hop by hop (sent, received) isn't in the journal: adding it up would count money
//! twice.

use super::field;
use ledger::field::{Currency, Exponent, ProgrammeName};
use ledger::log::Checkpoint;
use ledger::{Effects, Facts, Minor, Note, TallyMove};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The terms that are accounts: name in a tally, account, and the sign that makes an entry's
/// postings add up to zero.
const ACCOUNTS: [(&str, &str, Minor); 9] = [
    ("appropriated", "equity:appropriated", -1),
    ("income", "revenues:income", -1),
    ("held", "assets:held", 1),
    ("in_transit", "assets:in-transit", 1),
    ("missing", "assets:missing", 1),
    ("spent", "expenses:spent", 1),
    ("charged", "expenses:charged", 1),
    ("left", "equity:left", 1),
    ("written_off", "expenses:written-off", 1),
];

/// Writes entries as a journal. Accounts, payees and commodities are declared at its end, when all
/// are known: hledger doesn't mind where a declaration stands.
pub struct Journal<W> {
    out: W,
    money: HashMap<ProgrammeName, (Currency, Exponent)>,
    accounts: BTreeSet<String>,
    payees: BTreeSet<String>,
    commodities: BTreeMap<String, u8>,
    text: String,
}

impl<W: Write> Journal<W> {
    /// Writes the journal's head.
    ///
    /// # Errors
    /// The writer's own.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(
            b"; A ledger's money, exported by countersign. Amounts are exact; every posting is a\n\
              ; change of one tally, and each record's code is the index of its entry.\n\
              decimal-mark .\n",
        )?;
        Ok(Self {
            out,
            money: HashMap::new(),
            accounts: BTreeSet::new(),
            payees: BTreeSet::new(),
            commodities: BTreeMap::new(),
            text: String::new(),
        })
    }

    /// Names the log's checkpoint that the journal was made under.
    ///
    /// # Errors
    /// The writer's own.
    pub fn under(&mut self, checkpoint: &Checkpoint) -> io::Result<()> {
        let Checkpoint { origin, size, root } = checkpoint;
        writeln!(
            self.out,
            "; The log {origin} had {size} entries under the root {root} when this was made."
        )
    }

    /// Writes what an entry moved, if anything.
    ///
    /// # Errors
    /// The writer's own.
    pub fn entry(&mut self, note: &Note, effects: &Effects, facts: &Facts) -> io::Result<()> {
        if let (0, Some(purpose)) = (effects.index, field(note.text(), "purpose")) {
            // What the ledger says of itself, such as that its receipts are simulated.
            writeln!(self.out, "; {purpose}")?;
        }
        let postings = self.postings(&effects.tallies, facts);
        if postings.is_empty() {
            return Ok(());
        }
        self.head(note, effects);
        for (account, amount) in postings {
            writeln!(self.text, "    {account}  {amount}").map_err(io::Error::other)?;
            self.accounts.insert(account);
        }
        self.out.write_all(self.text.as_bytes())
    }

    /// The date, the index, who is on the other side, and what kind of entry it is.
    fn head(&mut self, note: &Note, effects: &Effects) {
        let text = note.text();
        let day = field(text, "occurred").unwrap_or_default();
        let payee = field(text, "to").unwrap_or(effects.author.as_str());
        let kind = effects.kind.word();
        self.text.clear();
        self.text.push('\n');
        self.text.push_str(day);
        let _infallible = writeln!(
            self.text,
            " * ({}) {payee} | {kind}\n    ; identity:{}",
            effects.index, effects.identity
        );
        self.payees.insert(payee.to_owned());
    }

    /// Account and amount of every term that changes.
    fn postings(&mut self, changes: &[TallyMove], facts: &Facts) -> Vec<(String, String)> {
        let mut postings = Vec::new();
        for change in changes {
            let Some((currency, exponent)) = self.money_of(&change.programme, facts) else {
                continue;
            };
            let named = change.change.named();
            for (term, account, sign) in ACCOUNTS {
                let amount = named
                    .iter()
                    .find(|(name, _)| *name == term)
                    .map_or(0, |(_, amount)| amount * sign);
                if amount != 0 {
                    let account = format!("{account}:{}:{}", change.programme, change.member);
                    let amount = decimal(amount, exponent);
                    postings.push((account, format!("{amount} {currency}")));
                }
            }
        }
        postings
    }

    /// A programme's currency and exponent, which never change.
    fn money_of(&mut self, name: &ProgrammeName, facts: &Facts) -> Option<(Currency, Exponent)> {
        if let Some(known) = self.money.get(name) {
            return Some(known.clone());
        }
        let programme = facts.programmes.get(name)?;
        let money = (programme.currency.clone(), programme.exponent);
        let digits = self.commodities.entry(money.0.to_string()).or_default();
        *digits = (*digits).max(money.1.0);
        self.money.insert(name.clone(), money.clone());
        Some(money)
    }

    /// Writes the declarations and what is still held back.
    ///
    /// # Errors
    /// The writer's own.
    pub fn finish(mut self) -> io::Result<()> {
        writeln!(self.out)?;
        for (currency, digits) in &self.commodities {
            let one = decimal(10_i128.pow(u32::from(*digits)) * 1000, Exponent(*digits));
            // A commodity's format needs its decimal mark, even where no digit follows.
            let mark = if *digits == 0 { "." } else { "" };
            writeln!(self.out, "commodity {one}{mark} {currency}")?;
        }
        for account in &self.accounts {
            writeln!(self.out, "account {account}")?;
        }
        for payee in &self.payees {
            writeln!(self.out, "payee {payee}")?;
        }
        self.out.flush()
    }
}

/// Minor units as a decimal number with exactly so many digits behind the point.
pub(super) fn decimal(minor: Minor, exponent: Exponent) -> String {
    let digits = usize::from(exponent.0);
    let sign = if minor < 0 { "-" } else { "" };
    let whole = minor.unsigned_abs().to_string();
    let padded = format!("{whole:0>width$}", width = digits + 1);
    let (units, fraction) = padded.split_at(padded.len() - digits);
    if digits == 0 {
        format!("{sign}{units}")
    } else {
        format!("{sign}{units}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_are_written_exactly() {
        let table = [
            (0, 2, "0.00"),
            (5, 2, "0.05"),
            (-5, 2, "-0.05"),
            (125_000_000, 2, "1250000.00"),
            (-1, 0, "-1"),
            (1_000_000_000_000_000_000, 4, "100000000000000.0000"),
        ];
        for (minor, exponent, text) in table {
            assert_eq!(decimal(minor, Exponent(exponent)), text);
        }
    }
}
