//! What happens at the desk itself and no entry says: its messages are added in the database transaction in
//! which it happens.

use super::Matter;
use super::cursor::{Piece, Told};
use super::outbox::add;
use crate::people::{AccountName, People, PeopleError};
use ledger::field::MemberName;
use sea_orm::ConnectionTrait;

/// Something at the desk that concerns a member.
pub(in crate::people) struct DeskNews<'a> {
    /// Whom it concerns.
    pub(in crate::people) member: &'a MemberName,
    /// What it is.
    pub(in crate::people) matter: Matter,
    /// The entry that it is about, where there is one.
    pub(in crate::people) entry: Option<Told>,
    /// What tells it from everything else of its matter: told again, it is the same message.
    pub(in crate::people) about: &'a [&'a str],
    /// Whose doing it is: they know.
    pub(in crate::people) but: Option<&'a AccountName>,
}

impl People {
    /// Adds a message for everybody of the member who asked to be told of this.
    pub(in crate::people) async fn tell_of(
        &self,
        within: &impl ConnectionTrait,
        news: &DeskNews<'_>,
    ) -> Result<(), PeopleError> {
        let targets = self.targets(within, news.member).await?;
        let mut parts = vec![news.matter.word()];
        parts.extend(news.about);
        let piece = Piece {
            member: news.member,
            matter: news.matter,
            entry: news.entry,
            code: None,
            but: news.but,
            parts: &parts,
        };
        add(within, self.ledger, targets.rows(&piece, self.now().0)).await
    }
}
