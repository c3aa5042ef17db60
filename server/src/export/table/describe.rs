//! What a table's columns are, in the words of Frictionless' Table Schema.

use super::{ABOUT_COLUMNS, About, Column, Kind};
use serde_json::{Value, json};

/// The columns as a list of Table Schema fields.
#[must_use]
pub fn fields(columns: &[Column]) -> Value {
    columns.iter().map(field).collect()
}

fn field(column: &Column) -> Value {
    let (kind, format) = match column.kind {
        Kind::Text => ("string", "default"),
        Kind::Count => ("integer", "default"),
        Kind::Amount => ("number", "default"),
        Kind::Day => ("date", "%Y-%m-%d"),
        Kind::Moment => ("datetime", "%Y-%m-%dT%H:%M:%SZ"),
        Kind::YesNo => ("boolean", "default"),
    };
    json!({ "name": column.name, "type": kind, "format": format, "description": column.about })
}

/// A Data Package of one CSV, by the address of that CSV: what stands beside the file, for
/// programs that read it with its types.
#[must_use]
pub fn metadata(name: &str, path: &str, columns: &[Column], about: &About) -> Value {
    let said: serde_json::Map<String, Value> = about
        .named()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    json!({
        "profile": "tabular-data-package",
        "name": name,
        "countersign": said,
        "resources": [resource(name, path, columns)],
    })
}

/// A CSV as a resource of a package.
#[must_use]
pub fn resource(name: &str, path: &str, columns: &[Column]) -> Value {
    let all: Vec<Column> = columns.iter().chain(&ABOUT_COLUMNS).copied().collect();
    json!({
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": { "fields": fields(&all), "missingValues": [""] },
    })
}
