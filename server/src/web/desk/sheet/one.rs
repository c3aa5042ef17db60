//! `/{language}/desk/sheets/{sheet}`: a sheet as it stands: a preview to its maker, then what a second
//! person checks.

use super::super::super::error::WebError;
use super::super::super::query::{PAGE_ROWS, Path, Query, paging};
use super::super::super::view::lexicon::{Lexicon, Names};
use super::super::draft::shown::{Funds, stand, transfer};
use super::super::looking::Looking;
use super::super::{device, who};
use super::apart;
use super::returned::{Fault, Faults};
use crate::people::{Batch, BatchRow, BatchSignature, RowsOf, Stand};
use crate::state::App;
use app::views::{
    DeskPage, DraftSignature, DraftSource, FieldError, ReturnedFault, SheetApart, SheetPage,
    SheetRowView,
};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use ledger::entry::Transfer;
use ledger::field::{Identity, Role};
use std::sync::Arc;

/// Nodes that a sheet draws on which its page lists; the sum is over all of them.
const SOURCES_SHOWN: usize = 20;

/// A sheet that somebody looks at.
pub(in super::super) struct FoundSheet {
    pub(super) at: Looking,
    pub(super) sheet: Batch,
}

impl FromRequestParts<Arc<App>> for FoundSheet {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, WebError> {
        let at = Looking::from_request_parts(parts, app).await?;
        let Path((_, id)) = Path::<(String, String)>::from_request_parts(parts, app).await?;
        let sheet = at.sheet(&id).await?;
        Ok(Self { at, sheet })
    }
}

impl Looking {
    /// A sheet of the member as it stands now; another member's isn't there, and neither is somebody
    /// else's preview. One that was being posted when the server fell is let go, or is found to stand
    /// in the ledger: it stands there whole or not at all, so its first row tells.
    pub(super) async fn sheet(&self, id: &str) -> Result<Batch, WebError> {
        let people = &self.desk.people;
        let found = people.batch(&self.person().member, id).await?;
        let seen = |sheet: &Batch| sheet.stand != Stand::Previewed || self.is(&sheet.maker);
        let sheet = found.filter(seen).ok_or(WebError::NotFound)?;
        // What people signed apart can be submitted apart, too.
        let submitted = sheet.is_apart() && sheet.stand == Stand::Waiting;
        if submitted && self.stands(&sheet).await? {
            people.settle_submitted_batch(&sheet).await?;
            let stand = Stand::Issued;
            return Ok(Batch { stand, ..sheet });
        }
        if !sheet.is_stuck(people.now()) {
            return Ok(sheet);
        }
        let stands = self.stands(&sheet).await?;
        people.settle_stuck_batch(&sheet, stands).await?;
        let stand = if stands {
            Stand::Issued
        } else {
            Stand::Waiting
        };
        Ok(Batch { stand, ..sheet })
    }

    /// Whether a sheet stands in the ledger whole. Posted here it stands whole or not at all, so its last
    /// row tells; of one that may have been submitted apart, every row is looked for once the last is there.
    async fn stands(&self, sheet: &Batch) -> Result<bool, WebError> {
        let people = &self.desk.people;
        let last = sheet.count.saturating_sub(1);
        let last = people.batch_rows(&sheet.id, RowsOf::All, last, 1).await?;
        let Some(last) = last.first().and_then(|row| row.text.as_deref()) else {
            return Ok(false);
        };
        if !self.is_known(last).await? {
            return Ok(false);
        }
        if !sheet.is_apart() {
            return Ok(true);
        }
        for text in people.batch_texts(&sheet.id).await? {
            if !self.is_known(&text).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a text stands in the ledger.
    async fn is_known(&self, text: &str) -> Result<bool, WebError> {
        let found = self.app.store().find(&Identity::of(text)).await?;
        Ok(found.is_some())
    }
}

pub(in super::super) async fn sheet(found: FoundSheet, query: Query) -> Result<Response, WebError> {
    let page = found.page(&query).await?;
    found.show(StatusCode::OK, page).await
}

impl FoundSheet {
    /// The sheet as it stands, with the rows that are asked for.
    pub(super) async fn page(&self, query: &Query) -> Result<SheetPage, WebError> {
        let (at, sheet) = (&self.at, &self.sheet);
        let usual = if sheet.faults > 0 { "faults" } else { "rows" };
        let (shown, which, count) = match query.get("rows").unwrap_or(usual) {
            "faults" if sheet.faults > 0 => ("faults", RowsOf::Faults, sheet.faults),
            "warnings" if sheet.warnings > 0 => ("warnings", RowsOf::Warnings, sheet.warnings),
            _ => ("rows", RowsOf::All, sheet.count),
        };
        let paging = paging(query.page()?, count)?;
        let skipped = (paging.page - 1) * u64::from(PAGE_ROWS);
        let rows = at
            .desk
            .people
            .batch_rows(&sheet.id, which, skipped, PAGE_ROWS.into());
        let rows = with_transfers(rows.await?)?;
        let mut names = Names::default();
        names.programme(&sheet.programme);
        names.member(&sheet.member);
        for (_, transfer) in &rows {
            if let Some(transfer) = transfer {
                names.member(&transfer.to);
            }
        }
        let lexicon = names.look_up(at.app.store()).await?;
        let page = self.summary(&lexicon).await?;
        let mut listed: Vec<_> = rows.iter().map(|row| view(&lexicon, row)).collect();
        self.mark_standing(&rows, &mut listed).await?;
        let first = rows.iter().find_map(|(_, transfer)| transfer.as_ref());
        Ok(SheetPage {
            shown,
            paging,
            occurred: first.map(|transfer| transfer.occurred.date()),
            due: first
                .and_then(|transfer| transfer.due)
                .map(ledger::field::Day::date),
            some_stand: sheet.stand == Stand::Waiting && listed.iter().any(|row| row.stands),
            listed,
            ..page
        })
    }

    /// Which of the rows that are listed stand in the ledger: of a sheet that isn't there whole, those
    /// that somebody submitted apart.
    async fn mark_standing(
        &self,
        rows: &[Shown],
        listed: &mut [SheetRowView],
    ) -> Result<(), WebError> {
        let (at, sheet) = (&self.at, &self.sheet);
        if sheet.stand == Stand::Issued {
            listed.iter_mut().for_each(|row| row.stands = true);
        } else if sheet.is_apart() && sheet.stand == Stand::Waiting {
            for ((row, _), listed) in rows.iter().zip(listed) {
                if let Some(text) = &row.text {
                    listed.stands = at.is_known(text).await?;
                }
            }
        }
        Ok(())
    }

    /// Who signed it with keys of their own, and what whoever looks needs to do the same.
    async fn signed_apart(&self) -> Result<SheetApart, WebError> {
        let (at, sheet) = (&self.at, &self.sheet);
        let below = at.below_sheet(sheet).await?;
        let own = device::own_keys(&at.app, at.person(), Role::Pay).await?;
        let said = |one: &BatchSignature| DraftSignature {
            account: one.account.clone(),
            through: false,
            key: one.key.to_string(),
            made: one.made.seconds(),
        };
        Ok(SheetApart {
            wanted: sheet.signers,
            signed: below.iter().map(said).collect(),
            has_signed: below.iter().any(|one| at.is(&one.account)),
            has_key: own.is_some(),
            person: at.person().id.clone(),
            file: apart::file_name(sheet),
        })
    }

    /// All but the rows.
    async fn summary(&self, lexicon: &Lexicon) -> Result<SheetPage, WebError> {
        let (at, sheet) = (&self.at, &self.sheet);
        let member = &at.person().member;
        let drafts = at.desk.people.open_allocations(member).await?;
        let funds = Funds::of(at, &drafts, &sheet.id).await?;
        let (held, drafted) = funds.sums(&sheet.programme);
        let sources = sheet
            .takes
            .iter()
            .take(SOURCES_SHOWN)
            .map(|source| DraftSource {
                identity: source.node.entry.to_string(),
                takes: source.amount.minor(),
                held: funds.at(&source.node),
            });
        let trouble = sheet.trouble.clone().unwrap_or_default();
        Ok(SheetPage {
            who: who(&at.app, &at.session).await?,
            id: sheet.id.clone(),
            from: lexicon.party(&sheet.member),
            programme: lexicon.programme(sheet.programme.as_str()),
            currency: lexicon.currency(sheet.programme.as_str()),
            stand: stand(sheet.stand),
            own: at.is(&sheet.maker),
            maker: sheet.maker.clone(),
            checker: sheet.checker.clone().unwrap_or_default(),
            reason: sheet.reason.clone().unwrap_or_default(),
            changed: sheet.changed.seconds(),
            count: sheet.count,
            faults: sheet.faults,
            warnings: sheet.warnings,
            total: sheet.total,
            asked_count: sheet.asked_count,
            asked_total: sheet.asked_total,
            digest: sheet.digest.to_string(),
            encoding: sheet.encoding.clone().unwrap_or_default(),
            sources: sources.collect(),
            held,
            drafted,
            spent: funds.lacks(sheet.takes.iter()),
            trouble_row: trouble.0,
            trouble: trouble.1,
            code_needed: !at.session.is_proven(at.desk.people.now()),
            has_held_key: at.desk.held.has(member),
            apart: match sheet.is_apart() {
                true => Some(self.signed_apart().await?),
                false => None,
            },
            ..SheetPage::default()
        })
    }

    pub(super) async fn show(
        &self,
        status: StatusCode,
        page: SheetPage,
    ) -> Result<Response, WebError> {
        let path = format!("desk/sheets/{}", page.id);
        self.at.show(status, path, DeskPage::Sheet(page)).await
    }

    /// The sheet as it stands now, with what kept a form from being taken.
    pub(super) async fn refuse(self, error: FieldError) -> Result<Response, WebError> {
        self.refuse_with(error, None).await
    }

    /// The same, with what is wrong with a file that came back.
    pub(super) async fn refuse_with(
        self,
        error: FieldError,
        faults: Option<Faults>,
    ) -> Result<Response, WebError> {
        let sheet = self.at.sheet(&self.sheet.id).await?;
        let now = Self { sheet, ..self };
        let mut page = now.page(&Query::default()).await?;
        page.code_needed |= error.field == "code";
        page.errors = vec![error];
        let faults = faults.unwrap_or_default();
        page.faults_returned = faults.count;
        page.returned = faults.shown.iter().map(returned).collect();
        now.show(StatusCode::UNPROCESSABLE_ENTITY, page).await
    }

    /// To the sheet's own page.
    pub(super) fn done(&self) -> Response {
        self.at.to(&format!("sheets/{}", self.sheet.id))
    }
}

fn returned(fault: &Fault) -> ReturnedFault {
    ReturnedFault {
        line: fault.line,
        row: fault.row,
        code: fault.code,
    }
}

type Shown = (BatchRow, Option<Transfer>);

fn with_transfers(rows: Vec<BatchRow>) -> Result<Vec<Shown>, WebError> {
    let read = rows.into_iter().map(|row| {
        let transfer = row.text.as_deref().map(transfer).transpose()?;
        Ok((row, transfer))
    });
    read.collect()
}

fn view(lexicon: &Lexicon, (row, transfer): &Shown) -> SheetRowView {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    SheetRowView {
        line: row.line,
        to: transfer
            .as_ref()
            .map(|transfer| lexicon.party(&transfer.to)),
        sum: transfer.as_ref().map(|transfer| transfer.amount.minor()),
        identity: row
            .text
            .as_deref()
            .map(|text| Identity::of(text).to_string())
            .unwrap_or_default(),
        reference: text(&row.reference),
        payee: row.payee.clone(),
        amount: row.amount.clone(),
        place: text(&row.place),
        fault: text(&row.fault),
        warning: text(&row.warning),
        other: text(&row.other),
        stands: false,
    }
}
