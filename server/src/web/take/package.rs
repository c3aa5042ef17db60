//! `/{language}/take/package.zip?programme=`: a programme's tables as a Fiscal Data Package, which
//! statistical offices and `frictionless` read.
//!
//! Its profile is `tabular-data-package`, not `fiscal-data-package`: the published schema of the
//! fiscal profile asks for exactly that word (it takes over the tabular profile's), beside the
//! `model` that makes the package fiscal. A test holds the package to that schema.

use super::stream::{Piece, run, send};
use super::view::{Source, Table};
use super::{columns, stream};
use crate::export::table::{About, CsvTable, Sink, TableWriter, metadata, resource};
use crate::store::Store;
use crate::store::read::ScopeKind;
use app::views::{FindingState, FindingsFilter};
use axum::body::Body;
use ledger::Programme;
use serde_json::{Value, json};
use std::io::{self, Write};
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::mpsc::Sender;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// The media type of a ZIP archive.
pub(super) const MEDIA_TYPE: &str = "application/zip";

type Zip = ZipWriter<StreamWriter<Sink>>;

/// A package that is being made.
pub(super) struct Package {
    pub(super) programme: Box<Programme>,
    pub(super) about: About,
    pub(super) still: Store,
    pub(super) permit: OwnedSemaphorePermit,
}

/// The tables of a programme, each of them a file of the package.
fn tables(programme: &Programme) -> Vec<Table> {
    let name = programme.name.as_str();
    let parameters = [("programme", name)];
    let boxed = || Box::new(programme.clone());
    let scope = |scope| Source::Scope(boxed(), scope);
    let findings = Source::Findings(FindingsFilter {
        programme: Some(name.to_owned()),
        state: FindingState::All,
        ..FindingsFilter::default()
    });
    let all = [("programme", name), ("state", "all")];
    vec![
        Table::new(
            "steps",
            &parameters,
            columns::steps(),
            Source::ProgrammeSteps(boxed()),
        ),
        Table::new(
            "places",
            &parameters,
            columns::places(),
            Source::Places(boxed(), None, None),
        ),
        Table::new(
            "tiers",
            &parameters,
            columns::tallies(columns::of_tier()),
            scope(ScopeKind::Tier),
        ),
        Table::new(
            "regions",
            &parameters,
            columns::tallies(columns::of_region()),
            scope(ScopeKind::Region),
        ),
        Table::new(
            "months",
            &parameters,
            columns::tallies(columns::of_month()),
            Source::Months(boxed()),
        ),
        Table::new("findings", &all, columns::findings(), findings),
    ]
}

impl Package {
    /// As a body that grows while it is read.
    pub(super) fn stream(self) -> Body {
        let (out, pieces) = stream::line();
        tokio::spawn(run(out, async move |out| self.send(out).await));
        stream::body(pieces)
    }

    async fn send(self, out: Sender<Piece>) -> io::Result<()> {
        let sink = Sink::default();
        let mut zip = ZipWriter::new_stream(sink.clone());
        let tables = tables(&self.programme);
        let described = descriptor(&self.programme, &tables, &self.about);
        start(&mut zip, "datapackage.json")?;
        zip.write_all(&serde_json::to_vec_pretty(&described)?)?;
        for table in &tables {
            start(&mut zip, &format!("{}.csv", table.name))?;
            self.csv(table, &mut zip, &sink, &out).await?;
        }
        self.still.close().await.map_err(io::Error::other)?;
        zip.finish().map_err(io::Error::other)?;
        send(&out, sink.take()).await?;
        drop(self.permit);
        Ok(())
    }

    async fn csv(
        &self,
        table: &Table,
        zip: &mut Zip,
        sink: &Sink,
        out: &Sender<Piece>,
    ) -> io::Result<()> {
        let inner = Sink::default();
        let about = About {
            view: table.address.clone(),
            ..self.about.clone()
        };
        let mut csv = CsvTable::new(inner.clone(), &table.columns, &about, false)?;
        let mut rows = table.rows(self.about.ledger_time.unwrap_or_default());
        while let Some(piece) = rows.next(&self.still).await.map_err(io::Error::other)? {
            csv.rows(piece)?;
            zip.write_all(&inner.take())?;
            send(out, sink.take()).await?;
        }
        Box::new(csv).finish()?;
        zip.write_all(&inner.take())
    }
}

/// A file's size isn't known before its end: each may be larger than 4 GiB.
fn start(zip: &mut Zip, name: &str) -> io::Result<()> {
    let options = SimpleFileOptions::default().large_file(true);
    zip.start_file(name, options).map_err(io::Error::other)
}

/// What the package is: its tables with their columns, and which of them are money, parties, days.
fn descriptor(programme: &Programme, tables: &[Table], about: &About) -> Value {
    let mut described = metadata(programme.name.as_str(), "", &[], about);
    let resources: Vec<Value> = tables
        .iter()
        .map(|table| resource(table.name, &format!("{}.csv", table.name), &table.columns))
        .collect();
    described["resources"] = resources.into();
    described["title"] = programme.title.to_string().into();
    described["granularity"] = "transactional".into();
    described["fiscalPeriod"] =
        json!({ "start": programme.starts.to_string(), "end": programme.ends.to_string() });
    described["model"] = model(programme.currency.as_str());
    described
}

/// The steps as facts: what was sent and received, by whom, when.
fn model(currency: &str) -> Value {
    let measure = |source: &str| {
        json!({
            "source": source,
            "resource": "steps",
            "currency": currency,
            "direction": "expenditure",
            "phase": "executed",
        })
    };
    let party = |name: &str, title: &str| {
        json!({
            "dimensionType": "entity",
            "primaryKey": "name",
            "attributes": {
                "name": { "source": name, "resource": "steps" },
                "title": { "source": title, "resource": "steps", "labelfor": "name" },
            },
        })
    };
    let one = |kind: &str, source: &str| {
        json!({
            "dimensionType": kind,
            "primaryKey": source,
            "attributes": { source: { "source": source, "resource": "steps" } },
        })
    };
    json!({
        "measures": { "sent": measure("sent"), "received": measure("received"), "open": measure("open") },
        "dimensions": {
            "step": one("fact", "identity"),
            "payer": party("from", "from_title"),
            "payee": party("to", "to_title"),
            "day": one("datetime", "occurred"),
            "state": one("other", "state"),
        },
    })
}
