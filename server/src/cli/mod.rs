//! The command line: a file a subcommand.
//!
//! In scope: reading flags, opening what they name, printing. Out of scope: every rule, which
//! package `ledger` has, and every query, which `store` has. What holds is a flag over the
//! environment over the data folder's settings file over a default.

mod backup;
mod completions;
mod confirm;
mod demo;
mod desk;
mod device;
mod draft;
mod export;
mod failure;
mod findings;
mod give_back;
mod import;
mod init;
mod invite;
mod issue;
mod key;
mod keys;
mod man;
mod member;
mod mirror;
mod notes;
mod occasion;
mod of_step;
mod oidc;
mod oversight;
mod place;
mod print;
mod programme;
mod rebuild;
mod restore;
mod serve;
mod sign;
mod sources;
mod spend;
mod spoken;
mod submit;
mod sums;
mod tally;
mod telling;
mod tiles;
mod trace;
mod verify;
mod witness;
mod writing;

pub use failure::{Exit, Failure};

use crate::bench::{self, BenchArgs};
use clap::{CommandFactory, Parser, Subcommand};
use std::ffi::OsString;

/// Follows public money with a name at both ends of every hop.
#[derive(Debug, Parser)]
#[command(
    name = "countersign",
    version,
    about = "Public money, signed at both ends",
    long_about = "Public money, signed at both ends: a ledger in which the payer signs what it sent and the payee \
                  signs what came, and every difference shows.",
    after_help = "Exit codes: 0 done; 1 refused, or something doesn't verify; 2 the command line; 3 a file, database, \
                  disk or server; 4 busy or locked: try again later; 5 written by a newer release.\n\n\
                  Begin with:\n  countersign demo --data demo\n  countersign serve --data demo\n  \
                  countersign tally --data demo --json",
    subcommand_required = true,
    arg_required_else_help = true,
    propagate_version = true
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    Serve(Box<serve::Serve>),
    Invite(invite::Invite),
    #[command(subcommand)]
    Device(device::Device),
    Demo(demo::Demo),
    #[command(subcommand)]
    Key(key::Key),
    #[command(subcommand)]
    Member(member::Member),
    #[command(subcommand)]
    Programme(programme::Programme),
    Issue(Box<issue::Issue>),
    Confirm(Box<confirm::Confirm>),
    Return(Box<give_back::Return>),
    ReceiptCorrect(Box<of_step::ReceiptCorrect>),
    Bounce(Box<of_step::Bounce>),
    Reversal(Box<of_step::Reversal>),
    Charge(Box<of_step::Charge>),
    Recovery(Box<of_step::Recovery>),
    WriteOff(Box<of_step::WriteOff>),
    Expense(Box<spend::Expense>),
    ExpenseRefund(Box<spend::ExpenseRefund>),
    Income(Box<spend::Income>),
    Surrender(Box<spend::Surrender>),
    CarryOver(Box<spend::CarryOver>),
    Freeze(Box<oversight::Freeze>),
    Unfreeze(Box<oversight::Unfreeze>),
    Endorse(Box<oversight::Endorse>),
    Sign(sign::Sign),
    Submit(submit::Submit),
    Import(Box<import::Import>),
    Export(export::Export),
    Tally(tally::Tally),
    Findings(findings::Findings),
    Trace(trace::Trace),
    Verify(verify::Verify),
    Witness(Box<witness::Witness>),
    Mirror(Box<mirror::Mirror>),
    Rebuild(rebuild::Rebuild),
    Backup(backup::Backup),
    Restore(restore::Restore),
    /// Measure this machine and this release: every budget as a ratio
    ///
    /// Fills a temporary folder, sends load to a server of its own over the loopback, and ends by itself.
    Bench(BenchArgs),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Runs a command line and says how it ended; its first word is the program's name. Errors are
/// told on standard error, in the reader's language.
pub fn run<I, T>(words: I) -> Exit
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let words: Vec<OsString> = words.into_iter().map(Into::into).collect();
    let cli = match Cli::try_parse_from(&words) {
        Ok(cli) => cli,
        Err(error) => return spoken::answer(error, &words),
    };
    match execute(cli.command) {
        Ok(exit) => exit,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit()
        }
    }
}

/// The command line's own description, in English: at each flag stands what it means.
#[must_use]
pub fn description() -> clap::Command {
    Cli::command()
}

fn execute(command: Command) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(dispatch(command))
}

async fn dispatch(command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Init(command) => command.run().await,
        Command::Serve(command) => command.run().await,
        Command::Invite(command) => command.run().await,
        Command::Device(command) => command.run().await,
        Command::Demo(command) => command.run().await,
        Command::Key(command) => command.run().await,
        Command::Member(command) => command.run().await,
        Command::Programme(command) => command.run().await,
        Command::Issue(command) => command.run().await,
        Command::Confirm(command) => command.run().await,
        Command::Return(command) => command.run().await,
        Command::ReceiptCorrect(command) => command.run().await,
        Command::Bounce(command) => command.run().await,
        Command::Reversal(command) => command.run().await,
        Command::Charge(command) => command.run().await,
        Command::Recovery(command) => command.run().await,
        Command::WriteOff(command) => command.run().await,
        Command::Expense(command) => command.run().await,
        Command::ExpenseRefund(command) => command.run().await,
        Command::Income(command) => command.run().await,
        Command::Surrender(command) => command.run().await,
        Command::CarryOver(command) => command.run().await,
        Command::Freeze(command) => command.run().await,
        Command::Unfreeze(command) => command.run().await,
        Command::Endorse(command) => command.run().await,
        Command::Sign(command) => command.run(),
        Command::Submit(command) => command.run().await,
        Command::Import(command) => command.run().await,
        Command::Export(command) => command.run().await,
        Command::Tally(command) => command.run().await,
        Command::Findings(command) => command.run().await,
        Command::Trace(command) => command.run().await,
        Command::Verify(command) => command.run().await,
        Command::Witness(command) => command.run().await,
        Command::Mirror(command) => command.run().await,
        Command::Rebuild(command) => command.run().await,
        Command::Backup(command) => command.run().await,
        Command::Restore(command) => command.run().await,
        Command::Bench(args) => measure(&args).await,
        Command::Completions(command) => command.run(),
        Command::Man(command) => command.run(),
    }
}

async fn measure(args: &BenchArgs) -> Result<Exit, Failure> {
    bench::run(args)
        .await
        .map_err(|error| Failure::foreign(format_args!("{error:#}")))?;
    Ok(Exit::Ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_contradicts_itself_nowhere() {
        description().debug_assert();
    }
}
