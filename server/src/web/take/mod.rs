//! `/{language}/take/{view}.{format}`: what a page shows, as a file.
//!
//! In scope: which view, its rows in pieces by key, and the answer that they stream into. Not in
//! scope: how a format is written (`export::table`).
//!
//! A file is one state of the ledger from its first row to its last: it is read from a snapshot
//! ([`crate::store::Store::snapshot`]). A snapshot costs the writer room, so how many are open at a
//! time, how long each may be, and how long a reader may dawdle are all bounded.

mod columns;
mod package;
mod rows;
mod stream;
mod view;
mod whole;

pub(crate) use stream::TAKES_MAX;

use super::answer::{Asked, REVALIDATE, Visit, ledger_tag};
use super::error::WebError;
use super::query::{Path, Query};
use crate::export::table::{About, Format, Sink, metadata};
use crate::state::App;
use crate::store::Store;
use app::views::ProblemPage;
use app::words::{Language, Words};
use axum::body::Body;
use axum::http::{HeaderValue, Uri, header};
use axum::response::Response;
use ledger::Head;
use package::Package;
use std::sync::Arc;
use stream::Taking;
use tokio::sync::OwnedSemaphorePermit;
use view::{Table, table};

/// Characters of a file's name: what every file system takes, with room for an ending.
const NAME_MAX: usize = 150;

/// Seconds after which to ask again where too many files are under way.
const RETRY_SECONDS: u32 = 10;

/// The ending of the description that stands beside a table.
const DESCRIPTION: &str = "datapackage.json";

pub(crate) async fn take(
    asked: Asked,
    Path((_, file)): Path<(String, String)>,
    query: Query,
) -> Result<Response, WebError> {
    let (app, language) = (&asked.app, asked.language);
    let (name, ending) = file.split_once('.').ok_or(WebError::NotFound)?;
    let visit = asked.visit().await?;
    if (name, ending) == ("ledger", "jsonl") {
        let permit = permit(app)?;
        return Ok(whole::answer(app, &visit, permit));
    }
    if (name, ending) == ("package", "zip") {
        return packed(app, &visit, language, &query).await;
    }
    let format = Format::from_extension(ending);
    if format.is_none() && ending != DESCRIPTION {
        return Err(WebError::NotFound);
    }
    let permit = permit(app)?;
    let still = app.store().snapshot().await?;
    let head = still.head().await?;
    let table = table(&still, name, &query).await?;
    let taken = Taken {
        about: about(
            app,
            table.address.clone(),
            head.as_ref(),
            language,
            visit.frame.simulated,
        ),
        description: description_path(&asked.uri),
        tag: ledger_tag(app, head.as_ref()),
        table,
    };
    match format {
        Some(format) => {
            taken
                .file(format, query.get("bom") == Some("1"), still, permit)
                .await
        }
        None => {
            still.close().await?;
            Ok(taken.described(&format!("{}{}", app.base_url(), asked.uri.path())))
        }
    }
}

/// Room for one more file.
fn permit(app: &App) -> Result<OwnedSemaphorePermit, WebError> {
    let busy = ProblemPage {
        status: 503,
        retry_after_seconds: Some(RETRY_SECONDS),
        ..ProblemPage::default()
    };
    Arc::clone(app.takes())
        .try_acquire_owned()
        .map_err(|_| WebError::Problem(busy))
}

async fn packed(
    app: &App,
    visit: &Visit,
    language: Language,
    query: &Query,
) -> Result<Response, WebError> {
    let permit = permit(app)?;
    let still = app.store().snapshot().await?;
    let head = still.head().await?;
    let programme = view::programme(&still, query).await?;
    let view = format!("package?programme={}", programme.name);
    let about = about(app, view, head.as_ref(), language, visit.frame.simulated);
    let (name, tag) = (file_name(&about, "zip"), ledger_tag(app, head.as_ref()));
    let package = Package {
        programme,
        about,
        still,
        permit,
    };
    Ok(response(package.stream(), package::MEDIA_TYPE, &name, tag))
}

fn about(
    app: &App,
    view: String,
    head: Option<&Head>,
    language: Language,
    simulated: bool,
) -> About {
    let published = app.log().published();
    About {
        view,
        ledger: head.map(|head| head.ledger.to_string()).unwrap_or_default(),
        entries: head.map_or(0, |head| head.next_index),
        ledger_time: head.map(|head| head.clock.seconds()),
        simulated: simulated.then(|| Words::of(language).say("notice-simulated")),
        checkpoint: published.map(|known| (known.size(), known.root().to_string())),
    }
}

/// A view of a state of the ledger, about to become a file.
struct Taken {
    table: Table,
    about: About,
    description: String,
    tag: HeaderValue,
}

impl Taken {
    async fn file(
        self,
        format: Format,
        bom: bool,
        still: Store,
        permit: OwnedSemaphorePermit,
    ) -> Result<Response, WebError> {
        let sink = Sink::default();
        let writer = format.writer(&sink, &self.table.columns, &self.about, bom);
        let writer = writer.map_err(|error| WebError::Internal(error.to_string().into()))?;
        let name = file_name(&self.about, format.extension());
        let taking = Taking {
            still,
            rows: self.table.rows(self.about.ledger_time.unwrap_or_default()),
            writer,
            sink,
            permit,
        };
        let body = match format {
            Format::Xlsx => taking.whole().await?,
            _ => taking.stream(),
        };
        let mut response = response(body, format.media_type(), &name, self.tag);
        let link = format!(
            "<{}>; rel=\"describedby\"; type=\"application/json\"",
            self.description
        );
        if let Ok(link) = HeaderValue::from_str(&link) {
            response.headers_mut().insert(header::LINK, link);
        }
        Ok(response)
    }

    /// What the columns are, beside the CSV at the same address.
    fn described(&self, address: &str) -> Response {
        let name = self.table.name;
        let parameters = self
            .about
            .view
            .split_once('?')
            .map(|(_, query)| format!("?{query}"));
        let csv = address.replace(DESCRIPTION, "csv") + &parameters.unwrap_or_default();
        let said = metadata(
            name,
            csv.trim_start_matches('/'),
            &self.table.columns,
            &self.about,
        );
        let name = file_name(&self.about, DESCRIPTION);
        response(
            Body::from(said.to_string()),
            "application/json",
            &name,
            self.tag.clone(),
        )
    }
}

/// Where the description of a file's columns is: the same address with another ending.
fn description_path(uri: &Uri) -> String {
    let path = uri.path();
    let file = path.rfind('/').map_or(0, |at| at + 1);
    let dot = path[file..].find('.').map_or(path.len(), |at| file + at);
    let query = uri.query().map(|query| format!("?{query}"));
    format!(
        "{}.{DESCRIPTION}{}",
        &path[..dot],
        query.unwrap_or_default()
    )
}

/// A file that the browser keeps: its name says the view, the ledger, and its last entry.
fn response(body: Body, media_type: &'static str, name: &str, tag: HeaderValue) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    let disposition = format!("attachment; filename=\"{name}\"");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    headers.insert(header::ETAG, tag);
    headers.insert(header::CACHE_CONTROL, REVALIDATE);
    response
}

/// `school-grants.example-findings-state-all-to-1234-simulated.csv`.
fn file_name(about: &About, ending: &str) -> String {
    let origin = about.ledger.split('/').next().unwrap_or_default();
    let mut name = String::new();
    for part in [origin, about.view.as_str()] {
        let words = part.split(|c: char| !c.is_ascii_alphanumeric() && !"._".contains(c));
        for word in words.filter(|word| !word.is_empty()) {
            name.push_str(word);
            name.push('-');
        }
    }
    name.truncate(NAME_MAX);
    let last = about.entries.checked_sub(1);
    let last = last.map_or("empty".to_owned(), |last| format!("to-{last}"));
    let simulated = if about.simulated.is_some() {
        "-simulated"
    } else {
        ""
    };
    format!("{name}{last}{simulated}.{ending}")
}

/// The ledger as a visit finds it, for files that never change but by growing.
fn entries(visit: &Visit) -> u64 {
    visit.head.as_ref().map_or(0, |head| head.next_index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_says_what_it_holds() {
        let about = About {
            view: "findings?member=a.example%2Fb&state=all".to_owned(),
            ledger: "relief.example/5f0c19e2a4b7d386".to_owned(),
            entries: 12,
            simulated: Some("Simulated.".to_owned()),
            ..About::default()
        };
        assert_eq!(
            file_name(&about, "csv"),
            "relief.example-findings-member-a.example-2Fb-state-all-to-11-simulated.csv"
        );
        assert_eq!(file_name(&About::default(), "csv"), "empty.csv");
    }

    #[test]
    fn the_description_stands_beside_the_file() {
        let uri: Uri = "/en/take/steps.csv?member=a.example/b.c"
            .parse()
            .expect("an address");
        assert_eq!(
            description_path(&uri),
            "/en/take/steps.datapackage.json?member=a.example/b.c"
        );
    }
}
