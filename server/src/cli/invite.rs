//! `countersign invite`.

use super::draft::field;
use super::place::{PlaceOptions, ledger_name};
use super::{Exit, Failure, print};
use crate::people::{INVITATION_SECONDS, People, Token};
use crate::speech::Message;
use app::words::Language;
use ledger::field::{MemberName, Roles};
use serde_json::json;

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// Invite a person to work for a member through this server
///
/// Prints a link that one person can take up once, within seven days. Whoever administers a member
/// invites further people on the server's own pages. An invitation to pay or to administer waits there
/// for a second administrator; where the member has none, --confirm is the second.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign invite town.example/office --roles administer,confirm --data ledger\n  \
    countersign invite --confirm 5f0c19e2a4b7d386 --data ledger"
)]
pub(super) struct Invite {
    /// Member for which the person works
    #[arg(value_name = "MEMBER", value_parser = field::<MemberName>, required_unless_present = "confirm")]
    member: Option<MemberName>,
    /// Confirm an invitation that the member's only administrator asked for, as its page calls it
    #[arg(long, value_name = "ID", conflicts_with_all = ["member", "roles"])]
    confirm: Option<String>,
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
        if let Some(member) = &self.member
            && store.member(member.as_str()).await?.is_none()
        {
            return Err(
                Failure::data(Message::new("no-such-member").with("name", member))
                    .mend(Message::new("mend-members")),
            );
        }
        let people = place.people().await?;
        let token = self.token(&people).await;
        people.close().await.map_err(Failure::data)?;
        let token = token?;
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

    /// The token of a new invitation, or of one that is confirmed.
    async fn token(&self, people: &People) -> Result<Token, Failure> {
        if let Some(member) = &self.member {
            let invited = people.invite(member, &self.roles).await;
            return invited.map_err(Failure::data);
        }
        let id = self.confirm.as_deref().unwrap_or_default();
        let confirmed = people.confirm_invitation(id, None).await;
        confirmed.map_err(Failure::data)?.ok_or_else(|| {
            Failure::data(Message::new("no-invitation-waits").with("id", id))
                .mend(Message::new("mend-invitation"))
        })
    }
}
