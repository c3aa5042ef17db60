//! `/{language}/desk/drafts`: what is drafted for the member.

use super::super::super::error::WebError;
use super::super::super::query::Query;
use super::super::super::view::lexicon::{Lexicon, Names};
use super::super::device;
use super::super::looking::Looking;
use super::super::who;
use super::shown::{row, said, stand};
use crate::people::{Batch, Stand};
use app::views::{DeskPage, DraftsPage, SheetRef};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::Role;

/// Drafts signed lately that the list shows beneath.
const ISSUED_SHOWN: u64 = 5;

pub(in super::super) async fn drafts(at: Looking, query: Query) -> Result<Response, WebError> {
    let (app, desk, person) = (&at.app, &at.desk, at.person());
    let mut drafts = desk.people.open_allocations(&person.member).await?;
    let issued = desk
        .people
        .issued_allocations(&person.member, ISSUED_SHOWN)
        .await?;
    drafts.extend(issued);
    drafts.extend(desk.people.asked_allocations(&person.member).await?);
    let mut names = Names::default();
    let mut read = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let said = said(&draft.text)?;
        said.names(&mut names);
        read.push((draft, said));
    }
    let mut sheets = desk.people.open_batches(&person.member).await?;
    sheets.extend(
        desk.people
            .issued_batches(&person.member, ISSUED_SHOWN)
            .await?,
    );
    for sheet in &sheets {
        names.programme(&sheet.programme);
    }
    let lexicon = names.look_up(app.store()).await?;
    let mut page = DraftsPage {
        who: who(app, &at.session).await?,
        can_sign: desk.held.has(&person.member)
            || device::own_keys(app, person, Role::Pay).await?.is_some(),
        deleted: query.get("deleted").is_some(),
        ..DraftsPage::default()
    };
    page.sheets = sheets
        .iter()
        .map(|sheet| sheet_row(&lexicon, sheet))
        .collect();
    for (draft, said) in &read {
        let row = row(&lexicon, draft, said);
        let own = draft.maker == person.account.as_str();
        match draft.stand {
            Stand::Asking if draft.member != person.member => page.asked.push(row),
            Stand::Issued => page.issued.push(row),
            _ if own => page.own.push(row),
            Stand::SentBack => page.sent_back.push(row),
            Stand::Waiting | Stand::Signing | Stand::Asking | Stand::Previewed => {
                page.waiting.push(row);
            }
        }
    }
    let path = "desk/drafts".to_owned();
    at.show(StatusCode::OK, path, DeskPage::Drafts(page)).await
}

/// A sheet in the list.
fn sheet_row(lexicon: &Lexicon, sheet: &Batch) -> SheetRef {
    SheetRef {
        id: sheet.id.clone(),
        programme: lexicon.programme(sheet.programme.as_str()),
        currency: lexicon.currency(sheet.programme.as_str()),
        count: sheet.count,
        total: sheet.total,
        maker: sheet.maker.clone(),
        changed: sheet.changed.seconds(),
        stand: stand(sheet.stand),
    }
}
