//! `/{language}/api`: the API's documentation, made from the description that the handlers give.

use super::answer::Asked;
use super::error::WebError;
use crate::api::document;
use app::views::{ApiField, ApiOperation, ApiPage, ApiSchema, Page};
use axum::response::Response;
use serde_json::{Map, Value};
use std::sync::OnceLock;

pub(crate) async fn api(asked: Asked) -> Result<Response, WebError> {
    let visit = asked.visit().await?;
    Ok(visit.show(&Page::Api(described().clone())))
}

/// The description never changes while a build runs.
fn described() -> &'static ApiPage {
    static PAGE: OnceLock<ApiPage> = OnceLock::new();
    PAGE.get_or_init(|| {
        serde_json::to_value(document()).map_or_else(|_| ApiPage::default(), |whole| page(&whole))
    })
}

fn page(whole: &Value) -> ApiPage {
    let paths = members(&whole["paths"]);
    let operations = paths.flat_map(|(path, methods)| {
        members(methods).map(move |(method, said)| operation(path, method, said))
    });
    let schemas = members(&whole["components"]["schemas"]);
    let schemas = schemas.filter(|(name, _)| !name.starts_with("Listed_"));
    ApiPage {
        about: text(&whole["info"]["description"]),
        operations: operations.collect(),
        schemas: schemas.map(|(name, said)| schema(name, said)).collect(),
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn operation(path: &str, method: &str, said: &Value) -> ApiOperation {
    let parameters = items(&said["parameters"]).map(|parameter| ApiField {
        name: text(&parameter["name"]),
        kind: kind(&parameter["schema"]),
        required: parameter["required"] == true,
        about: text(&parameter["description"]),
    });
    let body = members(&said["requestBody"]["content"]).map(|(media_type, _)| ApiField {
        name: "body".to_owned(),
        kind: media_type.clone(),
        required: true,
        about: text(&said["requestBody"]["description"]),
    });
    let answers = members(&said["responses"]).map(|(status, answer)| {
        let schema = members(&answer["content"])
            .next()
            .map(|(_, content)| kind(&content["schema"]));
        (
            status.clone(),
            text(&answer["description"]),
            schema.unwrap_or_default(),
        )
    });
    ApiOperation {
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: [&said["summary"], &said["description"]]
            .map(text)
            .join(" ")
            .trim()
            .to_owned(),
        parameters: parameters.chain(body).collect(),
        answers: answers.collect(),
    }
}

fn schema(name: &str, said: &Value) -> ApiSchema {
    let required: Vec<&str> = items(&said["required"]).filter_map(Value::as_str).collect();
    // What is made of several parts lists the fields of those that are its own.
    let parts = items(&said["allOf"]).chain([said]);
    let fields = parts
        .flat_map(|part| members(&part["properties"]))
        .map(|(field, said)| ApiField {
            name: field.clone(),
            kind: kind(said),
            required: required.contains(&field.as_str()),
            about: text(&said["description"]),
        });
    ApiSchema {
        name: name.to_owned(),
        about: text(&said["description"]),
        fields: fields.collect(),
    }
}

/// A type in a word: a schema's name, a list of it, or what JSON calls it.
fn kind(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return match name.strip_prefix("Listed_") {
            Some(listed) => format!("{listed}[]"),
            None => name.to_owned(),
        };
    }
    if schema["type"] == "array" {
        return format!("{}[]", kind(&schema["items"]));
    }
    let several = ["oneOf", "anyOf", "allOf"]
        .into_iter()
        .find_map(|word| items(&schema[word]).map(kind).find(|kind| kind != "null"));
    if let Some(kind) = several {
        return kind;
    }
    match &schema["type"] {
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or_default()
            .to_owned(),
        _ => "object".to_owned(),
    }
}
