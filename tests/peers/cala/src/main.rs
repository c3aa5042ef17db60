//! cala-ledger on PostgreSQL, posting two-entry transfers: a peer that `countersign bench` runs
//! beside its own ingest. It has nobody to believe: no signatures, no HTTP, the ledger in process.
//!
//! `cala-peer URL TRANSFERS TASKS BATCH SECONDS_MAX` makes the peer's tables in the empty database at
//! URL, a journal, accounts and a template, posts so many transfers from so many tasks, BATCH in one
//! database transaction, and prints what it did as one line of JSON. It stops after SECONDS_MAX
//! whatever is left. Accounts differ from task to task and transfer to transfer, so that no two wait
//! for the same row: the peer at its best.

use anyhow::{Context, Result, ensure};
use cala_ledger::account::NewAccount;
use cala_ledger::journal::NewJournal;
use cala_ledger::posting::PostingInput;
use cala_ledger::tx_template::{
    NewParamDefinition, NewTxTemplate, NewTxTemplateEntry, NewTxTemplateTransaction, ParamDataType,
    Params,
};
use cala_ledger::{
    AccountId, CalaLedger, CalaLedgerConfig, JournalId, TransactionId, TxTemplateId, job,
};
use rust_decimal::Decimal;
use sqlx::postgres::{PgPool, PgPoolOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Accounts, as many as our own load has offices.
const ACCOUNTS: usize = 1000;

/// Most of each argument: a slip of the pen must not run for a day.
const TRANSFERS_MAX: u64 = 10_000_000;
const TASKS_MAX: u64 = 64;
const BATCH_MAX: u64 = 1_000;
const SECONDS_MAX: u64 = 600;

struct Asked {
    url: String,
    transfers: u64,
    tasks: u64,
    batch: u64,
    time_max: Duration,
}

impl Asked {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        const USAGE: &str = "cala-peer URL TRANSFERS TASKS BATCH SECONDS_MAX";
        let url = arguments.next().context(USAGE)?;
        let mut number = |most: u64| -> Result<u64> {
            let number = arguments.next().context(USAGE)?.parse::<u64>().context(USAGE)?;
            ensure!((1..=most).contains(&number), "{number} is not 1 to {most}");
            Ok(number)
        };
        Ok(Self {
            url,
            transfers: number(TRANSFERS_MAX)?,
            tasks: number(TASKS_MAX)?,
            batch: number(BATCH_MAX)?,
            time_max: Duration::from_secs(number(SECONDS_MAX)?),
        })
    }
}

/// What every task works on.
struct Peer {
    ledger: CalaLedger,
    /// The template's code.
    template: String,
    accounts: Vec<AccountId>,
    /// The next transfer's number: tasks take as many as a batch has.
    next: AtomicU64,
    posted: AtomicU64,
}

#[tokio::main]
async fn main() -> Result<()> {
    let asked = Asked::parse(std::env::args().skip(1))?;
    let pool = PgPoolOptions::new()
        .max_connections(u32::try_from(asked.tasks)? + 1)
        .connect(&asked.url)
        .await?;
    // Nobody polls the jobs: balances of accounts are posted at once, and there are no sets.
    let mut jobs =
        job::Jobs::init(job::JobSvcConfig::builder().pool(pool.clone()).build()?).await?;
    let config = CalaLedgerConfig::builder()
        .pool(pool.clone())
        .exec_migrations(true)
        .build()?;
    let ledger = CalaLedger::init(config, &mut jobs).await?;
    let journal = JournalId::new();
    let accounts = found(&ledger, journal).await?;
    let before = stored(&pool).await?;
    let peer = Arc::new(Peer {
        ledger,
        template: code_of(journal),
        accounts,
        next: AtomicU64::new(0),
        posted: AtomicU64::new(0),
    });
    // The first posting fills caches; it isn't timed.
    peer.post(1).await?;
    peer.posted.store(0, Ordering::Relaxed);
    let micros = run(&peer, &asked).await?;
    let posted = peer.posted.load(Ordering::Relaxed);
    ensure!(
        stored(&pool).await? == before + posted + 1,
        "what was posted isn't what is stored"
    );
    let line = serde_json::json!({
        "peer": "cala-ledger 0.33.3",
        "posted": posted,
        "tasks": asked.tasks,
        "batch": asked.batch,
        "micros": micros,
        "fsync": setting(&pool, "fsync").await?,
        "synchronous_commit": setting(&pool, "synchronous_commit").await?,
        "server_version": setting(&pool, "server_version").await?,
    });
    println!("{line}");
    Ok(())
}

/// The code of a journal's template: a database may hold the journals of several runs.
fn code_of(journal: JournalId) -> String {
    format!("TRANSFER-{journal}")
}

/// A journal, the accounts, and a template of a debit and a credit.
async fn found(ledger: &CalaLedger, journal: JournalId) -> Result<Vec<AccountId>> {
    let name = format!("bench-{journal}");
    let new = NewJournal::builder().id(journal).name(name).build();
    ledger.journals().create(new).await?;
    let mut accounts = Vec::with_capacity(ACCOUNTS);
    for number in 0..ACCOUNTS {
        let (id, code) = (AccountId::new(), format!("office-{journal}-{number}"));
        let new = NewAccount::builder()
            .id(id)
            .name(code.clone())
            .code(code)
            .build();
        ledger.accounts().create(new).await?;
        accounts.push(id);
    }
    ledger.tx_templates().create(template(journal)?).await?;
    Ok(accounts)
}

fn template(journal: JournalId) -> Result<NewTxTemplate> {
    let param = |name: &str, kind| {
        NewParamDefinition::builder()
            .name(name)
            .r#type(kind)
            .build()
    };
    let entry = |kind: &str, account: &str, direction: &str| {
        NewTxTemplateEntry::builder()
            .entry_type(kind)
            .account_id(account)
            .layer("SETTLED")
            .direction(direction)
            .units("params.units")
            .currency("'USD'")
            .build()
    };
    let transaction = NewTxTemplateTransaction::builder()
        .effective("date()")
        .journal_id(format!("uuid('{journal}')"))
        .build()?;
    Ok(NewTxTemplate::builder()
        .id(TxTemplateId::new())
        .code(code_of(journal))
        .params(vec![
            param("sender", ParamDataType::Uuid)?,
            param("receiver", ParamDataType::Uuid)?,
            param("units", ParamDataType::Decimal)?,
        ])
        .transaction(transaction)
        .entries(vec![
            entry("'TRANSFER_DR'", "params.sender", "DEBIT")?,
            entry("'TRANSFER_CR'", "params.receiver", "CREDIT")?,
        ])
        .build())
}

/// Posts from all tasks until nothing is left, or time is up; gives the microseconds that it took.
async fn run(peer: &Arc<Peer>, asked: &Asked) -> Result<u64> {
    let started = Instant::now();
    let (first, batch, time_max) = (
        peer.next.load(Ordering::Relaxed),
        asked.batch,
        asked.time_max,
    );
    let end = first + asked.transfers;
    let tasks: Vec<_> = (0..asked.tasks)
        .map(|_| {
            let peer = Arc::clone(peer);
            tokio::spawn(async move {
                while peer.next.load(Ordering::Relaxed) < end && started.elapsed() < time_max {
                    peer.post(batch).await?;
                }
                anyhow::Ok(())
            })
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    Ok(u64::try_from(started.elapsed().as_micros())?)
}

impl Peer {
    /// Posts the next transfers in one database transaction.
    async fn post(&self, batch: u64) -> Result<()> {
        let first = self.next.fetch_add(batch, Ordering::Relaxed);
        if batch == 1 {
            self.ledger
                .post_transaction(TransactionId::new(), &self.template, self.transfer(first))
                .await?;
        } else {
            let inputs = (first..first + batch)
                .map(|number| {
                    let params = self.transfer(number);
                    PostingInput::new(TransactionId::new(), self.template.as_str(), params)
                })
                .collect();
            self.ledger.post_transactions(inputs).await?;
        }
        self.posted.fetch_add(batch, Ordering::Relaxed);
        Ok(())
    }

    /// Neighbours pay each other; transfers that are under way at once have other neighbours.
    fn transfer(&self, number: u64) -> Params {
        let pairs = self.accounts.len() / 2;
        let pair = usize::try_from(number).unwrap_or(0) % pairs;
        let mut params = Params::new();
        params.insert("sender", self.accounts[pair * 2]);
        params.insert("receiver", self.accounts[pair * 2 + 1]);
        params.insert("units", Decimal::from(number % 1_000_000 + 1));
        params
    }
}

/// How many transfers stand in the peer's tables.
async fn stored(pool: &PgPool) -> Result<u64> {
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM cala_transactions")
        .fetch_one(pool)
        .await?;
    Ok(u64::try_from(count)?)
}

/// A setting of the database's.
async fn setting(pool: &PgPool, name: &str) -> Result<String> {
    let query = "SELECT current_setting($1)";
    Ok(sqlx::query_scalar(query).bind(name).fetch_one(pool).await?)
}
