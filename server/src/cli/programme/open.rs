//! `countersign programme open`.

use crate::cli::draft::field;
use crate::cli::writing::{WriteOptions, fresh_ref};
use crate::cli::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{
    Basis, BudgetLine, Currency, Day, Days, Exponent, Offset, PartsPerMillion, Payees,
    ProgrammeName, Prose, Threshold,
};

/// Open a programme; the key's member owns it
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign programme open edu-subsidy-2026 --title \"Spring subsidies\" --currency CNY \\\n    \
                        --exponent 2 --starts 2026-01-01 --ends 2026-12-31 --offset +08:00 \\\n    \
                        --threshold \"100000000 2\" --key p1.key"
)]
pub(in crate::cli) struct Open {
    /// The programme's name
    #[arg(value_name = "NAME")]
    programme: ProgrammeName,
    /// What it is called
    #[arg(long, value_name = "TEXT")]
    title: Prose,
    /// Currency (ISO 4217)
    #[arg(long, value_name = "CODE")]
    currency: Currency,
    /// Digits behind the decimal mark
    #[arg(long, value_name = "DIGITS", default_value = "2", value_parser = field::<Exponent>)]
    exponent: Exponent,
    /// First day of its year
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    starts: Day,
    /// Last day of its year
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    ends: Day,
    /// Local time's offset from UTC
    #[arg(long, value_name = "OFFSET", default_value = "+00:00", allow_hyphen_values = true, value_parser = field::<Offset>)]
    offset: Offset,
    /// Whether cash or limits move
    #[arg(long, value_name = "BASIS", default_value = "cash")]
    basis: Basis,
    /// Whom a payer may pay: any, or only members below it (tree)
    #[arg(long, value_name = "PAYEES", default_value = "any")]
    payees: Payees,
    /// What the budget plans from a fund, as "FUND AMOUNT"
    #[arg(long, value_name = "LINE", value_parser = field::<BudgetLine>)]
    budget: Vec<BudgetLine>,
    /// Days that a hop may take
    #[arg(long, value_name = "DAYS", default_value = "30", value_parser = field::<Days>)]
    hop_days: Days,
    /// Days that money may lie unmoved
    #[arg(long, value_name = "DAYS", default_value = "60", value_parser = field::<Days>)]
    idle_days: Days,
    /// Days after the due day from which a payer may reverse alone
    #[arg(long, value_name = "DAYS", default_value = "10", value_parser = field::<Days>)]
    grace_days: Days,
    /// Share of a step that charges may take, in parts per million
    #[arg(long, value_name = "PPM", default_value = "0", value_parser = field::<PartsPerMillion>)]
    tolerance: PartsPerMillion,
    /// From which sum a day between one payer and one payee more persons sign, as "AMOUNT PERSONS"
    #[arg(long, value_name = "THRESHOLD", value_parser = field::<Threshold>)]
    threshold: Vec<Threshold>,
    /// Days after which details are disclosed
    #[arg(long, value_name = "DAYS", default_value = "0", value_parser = field::<Days>)]
    disclosure: Days,
    #[command(flatten)]
    write: WriteOptions,
}

impl Open {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(Kind::ProgrammeOpen)?
            .set("programme", &self.programme)
            .set("by", session.member())
            .set("title", &self.title)
            .set("currency", &self.currency)
            .set("exponent", &self.exponent)
            .set("starts", &self.starts)
            .set("ends", &self.ends)
            .set("offset", &self.offset)
            .set("basis", &self.basis)
            .set("payees", &self.payees)
            .set_all("budget", &self.budget)
            .set("hop-days", &self.hop_days)
            .set("idle-days", &self.idle_days)
            .set("grace-days", &self.grace_days)
            .set("tolerance", &self.tolerance)
            .set_all("threshold", &self.threshold)
            .set("disclosure", &self.disclosure)
            .set("ref", &fresh_ref()?);
        session.write(&draft).await
    }
}
