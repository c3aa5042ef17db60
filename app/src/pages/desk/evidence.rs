//! An entry's documents, for whoever may open them.

use leptos::prelude::*;

use super::{body, to_tasks};
use crate::components::document::Body;
use crate::components::documents::document_text;
use crate::components::party::entry;
use crate::context::Context;
use crate::views::{EvidencePage, EvidenceRow, EvidenceStand};

pub(crate) fn evidence(context: Context, page: &EvidencePage) -> Body {
    let title = context.t("evidence-title");
    let rows: Vec<_> = page
        .documents
        .iter()
        .map(|row| view! { <li>{document(context, page, row)}</li> })
        .collect();
    let of = context.rich(
        "evidence-of",
        vec![("entry", entry(context, &page.entry).into())],
    );
    let kept = page
        .documents
        .iter()
        .any(|row| matches!(row.stand, EvidenceStand::Kept(_)));
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{of}</p>
        <p>{context.t("evidence-about")}</p>
        <ul class="cards">{rows}</ul>
        {kept.then(|| checking(context))}
    };
    body(title, to_tasks(context), main)
}

fn document(context: Context, page: &EvidencePage, row: &EvidenceRow) -> AnyView {
    let digest = row.document.digest.clone();
    let way = |salt: &str| {
        let href = context.desk(&format!("evidence/{}/{digest}", page.entry.identity));
        view! {
            <p class="meta">{context.t("evidence-salt")}" "<code class="long">{salt.to_owned()}</code></p>
            <p><a class="button" href=href download="">{context.t("evidence-take")}</a></p>
        }
        .into_any()
    };
    let said = |word: &str| view! { <p class="inset">{context.t(word)}</p> }.into_any();
    let stand = match &row.stand {
        EvidenceStand::Kept(salt) => way(salt),
        EvidenceStand::Missing => said("evidence-missing"),
        EvidenceStand::Differs => said("evidence-differs"),
    };
    view! {
        <div class="card-head"><h2>{document_text(context, &row.document)}</h2></div>
        <p class="meta">{context.t("document-digest")}" "<code class="long">{digest.clone()}</code></p>
        {stand}
    }
    .into_any()
}

/// How anybody with the file sees that it is the one that was signed.
fn checking(context: Context) -> AnyView {
    const COMMAND: &str = "(printf SALT | xxd -r -p; cat FILE) | openssl dgst -sha3-256";
    view! {
        <details>
            <summary>{context.t("evidence-check")}</summary>
            <p>{context.t("evidence-check-about")}</p>
            <p><code class="long" translate="no">{COMMAND}</code></p>
        </details>
    }
    .into_any()
}
