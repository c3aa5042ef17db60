//! `/{language}/desk/sheets/new`: a sheet is chosen, with what it should come to; and the template.

use super::super::super::error::WebError;
use super::super::draft::form::Work;
use super::super::draft::read::{due, occurred};
use super::super::form::fault;
use super::super::looking::Looking;
use super::super::upload::Upload;
use super::super::{amount, head, once_of};
use super::judge::{Terms, judge};
use super::upload::WithSheet;
use crate::import::MoneyFormat;
use crate::people::{Batch, Stand};
use crate::sheet::limits::{CSV_BYTES_MAX, SHEET_ROWS_MAX, XLSX_BYTES_MAX};
use crate::sheet::{Column, Sheet, SheetFault, Style, TEMPLATE_COLUMNS, read};
use app::views::{DeskPage, FieldError, SheetFormPage};
use app::words::Language;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ledger::field::Day;
use ledger::{Head, Minor, Programme};

pub(in super::super) async fn new(at: Looking) -> Result<Response, WebError> {
    let head = head(&at.app).await?;
    let work = Work::begin(at, "").await?;
    let mut page = work.sheet_page().await?;
    page.occurred = work.today(&head).await?.to_string();
    page.once = work.at.desk.people.fresh_word();
    work.show_sheet_form(StatusCode::OK, page).await
}

/// Reads a sheet and keeps what it holds, as a preview.
pub(in super::super) async fn read_sheet(
    at: Looking,
    WithSheet(upload): WithSheet,
) -> Result<Response, WebError> {
    let head = head(&at.app).await?;
    let work = Work::begin(at, "").await?;
    let mut page = work.sheet_page().await?;
    let form = &upload.form;
    page.once = once_of(&work.at.desk, form);
    page.programme = form.get("programme").to_owned();
    page.occurred = form.get("occurred").to_owned();
    page.due = form.get("due").to_owned();
    page.count = form.get("count").to_owned();
    page.total = form.get("total").to_owned();
    page.signing = form.get("signing").to_owned();
    let asked = match work.asked(&mut page, &head, &upload).await? {
        Some(asked) => asked,
        None => {
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            return work.show_sheet_form(wrong, page).await;
        }
    };
    let (desk, person) = (&work.at.desk, work.at.person());
    let encoding = asked.sheet.encoding.map(str::to_owned);
    let terms = Terms {
        head: &head,
        programme: &asked.programme,
        occurred: asked.occurred,
        due: asked.due,
        own_keys: asked.own_keys,
    };
    let judged = judge(&work.at, terms, &work.funds, &work.drafts, asked.sheet.rows).await?;
    let count = |of: &dyn Fn(&crate::people::BatchRow) -> bool| {
        judged.rows.iter().filter(|row| of(row)).count() as u64
    };
    let texts = judged.rows.iter().filter_map(|row| row.text.as_deref());
    let batch = Batch {
        id: page.once.clone(),
        member: person.member.clone(),
        maker: person.account.to_string(),
        programme: asked.programme.name.clone(),
        stand: Stand::Previewed,
        count: judged.rows.len() as u64,
        faults: count(&|row| row.fault.is_some()),
        warnings: count(&|row| row.warning.is_some()),
        total: judged.total,
        asked_count: asked.count,
        asked_total: asked.total,
        digest: Batch::digest_of(texts),
        takes: judged.takes,
        encoding,
        checker: None,
        reason: None,
        trouble: None,
        changed: desk.people.now(),
        signers: judged.signers,
    };
    // The same form sent twice leads to the sheet that it made first.
    desk.people.keep_preview(&batch, judged.rows).await?;
    Ok(work.at.to(&format!("sheets/{}", batch.id)))
}

/// What a form asks for, read.
struct Asked {
    programme: Programme,
    occurred: Day,
    due: Option<Day>,
    count: u64,
    total: Minor,
    sheet: Sheet,
    own_keys: bool,
}

/// The words by which a form says whose keys sign.
const BY_SERVER: &str = "server";
const BY_OWN_KEYS: &str = "own";

impl Work {
    async fn sheet_page(&self) -> Result<SheetFormPage, WebError> {
        let page = self.page().await?;
        Ok(SheetFormPage {
            who: page.who,
            held: page.held,
            rows_max: SHEET_ROWS_MAX as u64,
            csv_max: (CSV_BYTES_MAX >> 20) as u64,
            xlsx_max: (XLSX_BYTES_MAX >> 20) as u64,
            has_held_key: self.at.desk.held.has(&self.at.person().member),
            ..SheetFormPage::default()
        })
    }

    async fn show_sheet_form(
        &self,
        status: StatusCode,
        page: SheetFormPage,
    ) -> Result<Response, WebError> {
        let path = "desk/sheets/new".to_owned();
        self.at.show(status, path, DeskPage::SheetForm(page)).await
    }

    /// The fields of the form and the sheet; or nothing, and the form says what is wrong.
    async fn asked(
        &self,
        page: &mut SheetFormPage,
        head: &Head,
        upload: &Upload,
    ) -> Result<Option<Asked>, WebError> {
        let held = self
            .funds
            .held
            .iter()
            .find(|(of, _)| of.as_str() == page.programme);
        let programme = match held {
            Some((name, _)) => self.at.app.store().programme(name.as_str()).await?,
            None => None,
        };
        let Some(programme) = programme else {
            page.errors.push(fault("programme", "programme-missing"));
            return Ok(None);
        };
        let today = self.at.desk.signing_time(head).local_day(programme.offset);
        let occurred = occurred(&page.occurred, today);
        let due = due(&page.due, occurred.as_ref().ok());
        let count = counted(&page.count);
        let exponent = programme.exponent.0;
        let total = amount::typed(&page.total, self.at.language, exponent);
        let total = total.map_err(|code| {
            fault(
                "total",
                match code {
                    "amount-missing" => "total-missing",
                    "amount-zero" => "sum-zero",
                    other => other,
                },
            )
        });
        let sheet = self.sheet(upload, exponent);
        let own_keys = self.own_keys(&page.signing, &programme);
        let wrong = [
            own_keys.as_ref().err(),
            occurred.as_ref().err(),
            due.as_ref().err(),
            count.as_ref().err(),
            total.as_ref().err(),
            sheet.as_ref().err(),
        ];
        page.errors = wrong.into_iter().flatten().cloned().collect();
        let (Ok(occurred), Ok(due), Ok(count), Ok(total), Ok(sheet), Ok(own_keys)) =
            (occurred, due, count, total, sheet, own_keys)
        else {
            return Ok(None);
        };
        Ok(Some(Asked {
            programme,
            occurred,
            due,
            count,
            total,
            sheet,
            own_keys,
        }))
    }

    /// Whether people sign with keys of their own: as they say, and where nothing is said as they must.
    fn own_keys(&self, said: &str, programme: &Programme) -> Result<bool, FieldError> {
        let held = self.at.desk.held.has(&self.at.person().member);
        let forbidden = self.at.desk.own_keys_only.contains(&programme.name);
        match said {
            BY_OWN_KEYS => Ok(true),
            BY_SERVER if forbidden => Err(fault("signing", "sheet-own-keys")),
            BY_SERVER if !held => Err(fault("signing", "key-not-held")),
            _ => Ok(forbidden || !held),
        }
    }

    fn sheet(&self, upload: &Upload, exponent: u8) -> Result<Sheet, FieldError> {
        let wrong = |code| fault("file", code);
        if upload.too_large {
            return Err(wrong("sheet-too-large"));
        }
        let bytes = upload.file.as_ref().ok_or_else(|| wrong("sheet-missing"))?;
        let style = style(self.at.language, exponent);
        read(bytes, &style).map_err(|fault| {
            wrong(match fault {
                SheetFault::TooLarge => "sheet-too-large",
                SheetFault::TooManyRows => "sheet-too-many-rows",
                SheetFault::Unreadable => "sheet-unreadable",
                SheetFault::Empty => "sheet-empty",
                SheetFault::Column(Column::Payee) => "sheet-column-payee",
                SheetFault::Column(Column::Amount) => "sheet-column-amount",
                SheetFault::Column(Column::Reference | Column::Purpose) => "sheet-column-twice",
            })
        })
    }
}

/// How spreadsheets of a language write amounts, and what they save text in where it isn't UTF-8.
pub(crate) fn style(language: Language, exponent: u8) -> Style {
    let (decimal_mark, thousands_mark) = amount::marks(language);
    Style {
        money: MoneyFormat {
            decimal_mark,
            thousands_mark: Some(thousands_mark),
            exponent,
        },
        encoding: match language {
            Language::Zh => encoding_rs::GB18030,
            Language::En | Language::Es => encoding_rs::WINDOWS_1252,
        },
    }
}

fn counted(typed: &str) -> Result<u64, FieldError> {
    if typed.is_empty() {
        return Err(fault("count", "count-missing"));
    }
    typed
        .parse()
        .map_err(|_| fault("count", "count-unreadable"))
}

/// The template: the names of the columns and one row to write over, with the mark by which
/// spreadsheets know UTF-8.
pub(in super::super) async fn template(_: Looking) -> Response {
    let heads = TEMPLATE_COLUMNS.join(",");
    let text = format!("\u{feff}{heads}\r\ntownship.example/office,1250.00,2026/1,\r\n");
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"template.csv\""),
        ),
    ];
    (headers, text).into_response()
}
