//! The API's documentation, made from its own description: nothing of it comes from elsewhere.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::context::Context;
use crate::views::{ApiField, ApiOperation, ApiPage, ApiSchema};

pub(crate) fn api(context: Context, page: &ApiPage) -> Body {
    let title = context.t("api-title");
    let operations: Vec<_> = page
        .operations
        .iter()
        .map(|operation| one(context, operation))
        .collect();
    let schemas: Vec<_> = page.schemas.iter().map(schema).collect();
    // The description is written in English: whoever reads it aloud must know.
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("api-lead")}</p>
        <p><a href="/api/v1/openapi.json">{context.t("api-machine")}</a></p>
        <div lang="en">
            <p>{said(&page.about)}</p>
            {operations}
        </div>
        <h2 id="schemas">{context.t("api-schemas")}</h2>
        <div lang="en">{schemas}</div>
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: None,
        unlisted: false,
        main: main.into_any(),
    }
}

fn one(context: Context, operation: &ApiOperation) -> AnyView {
    let answers: Vec<_> = operation
        .answers
        .iter()
        .map(|(status, about, schema)| {
            let schema = (!schema.is_empty()).then(|| view! { " "{linked(schema)} });
            view! { <li><b>{status.clone()}</b>" "{said(about)}{schema}</li> }
        })
        .collect();
    let parameters = (!operation.parameters.is_empty()).then(|| fields(&operation.parameters));
    view! {
        <section>
            <h2><code>{operation.method.clone()}" "{operation.path.clone()}</code></h2>
            <p>{said(&operation.summary)}</p>
            {parameters}
            <p class="meta">{context.t("api-answers")}</p>
            <ul>{answers}</ul>
        </section>
    }
    .into_any()
}

fn fields(fields: &[ApiField]) -> AnyView {
    let rows: Vec<_> = fields
        .iter()
        .map(|field| {
            let required = if field.required { "" } else { "?" };
            view! { <div><dt><code>{field.name.clone()}{required}</code></dt><dd>{linked(&field.kind)}" "{said(&field.about)}</dd></div> }
        })
        .collect();
    view! { <dl class="summary">{rows}</dl> }.into_any()
}

/// A description's sentence: what stands between backticks in it is code.
fn said(text: &str) -> Vec<AnyView> {
    let parts = text.split('`').enumerate();
    let view = |(at, part): (usize, &str)| match at % 2 {
        0 => part.to_owned().into_any(),
        _ => view! { <code>{part.to_owned()}</code> }.into_any(),
    };
    parts.map(view).collect()
}

/// A schema's name leads to it; a type stands as it is.
fn linked(kind: &str) -> AnyView {
    let name = kind.trim_end_matches("[]");
    if name.starts_with(|first: char| first.is_ascii_uppercase()) {
        let href = format!("#{name}");
        return view! { <a href=href>{kind.to_owned()}</a> }.into_any();
    }
    view! { <i>{kind.to_owned()}</i> }.into_any()
}

fn schema(schema: &ApiSchema) -> AnyView {
    view! {
        <section id=schema.name.clone()>
            <h3><code>{schema.name.clone()}</code></h3>
            <p>{said(&schema.about)}</p>
            {fields(&schema.fields)}
        </section>
    }
    .into_any()
}
