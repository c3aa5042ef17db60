//! `countersign invite`.

use super::draft::field;
use super::place::{PlaceOptions, ledger_name};
use super::{Exit, Failure, print};
use crate::people::INVITATION_SECONDS;
use app::words::Language;
use ledger::field::{MemberName, Roles};
use serde_json::json;

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// Invite a person to work for a member through this server
///
/// Prints a link that one person can take up once, within seven days. Whoever administers a member
/// invites further people on the server's own pages.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign invite town.example/office --roles administer,confirm --data ledger"
)]
pub(super) struct Invite {
    /// Member for which the person works
    #[arg(value_name = "MEMBER", value_parser = field::<MemberName>)]
    member: MemberName,
    /// What the person may do
    #[arg(long, value_name = "ROLES", default_value = super::member::ROLES, value_parser = field::<Roles>)]
    roles: Roles,
    /// Language of the link's page
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = ["en", "es", "zh"])]
    language: String,
    /// Scheme and host of the link, as people reach the server
    #[arg(
        long,
        value_name = "URL",
        env = "COUNTERSIGN_BASE_URL",
        default_value = "http://127.0.0.1:3000"
    )]
    base_url: String,
    #[command(flatten)]
    place: PlaceOptions,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Invite {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let store = place.reader().await?;
        ledger_name(&store).await?;
        if store.member(self.member.as_str()).await?.is_none() {
            return Err(
                Failure::data(format_args!("there is no member {}", self.member))
                    .mend("`countersign member list`"),
            );
        }
        let people = place.people().await?;
        let invited = people.invite(&self.member, &self.roles, None).await;
        let token = invited.map_err(Failure::data)?;
        people.close().await.map_err(Failure::data)?;
        let language = Language::parse(&self.language).unwrap_or_default().code();
        let base = self.base_url.trim_end_matches('/');
        let link = format!("{base}/{language}/desk/join/{}", token.reveal());
        if self.json {
            let days = INVITATION_SECONDS / DAY_SECONDS;
            print::json(&json!({ "link": link, "days": days }))?;
        } else {
            print::text(&format!("{link}\n"))?;
        }
        Ok(Exit::Ok)
    }
}
