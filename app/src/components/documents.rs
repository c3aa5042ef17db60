//! Documents beside an entry, in words.

use leptos::prelude::*;

use crate::context::Context;
use crate::views::DocumentView;

/// Bytes of what sizes are shown in.
const KILOBYTE: u64 = 1000;

/// What a document is and how large: "Photo (JPEG), 213 kB".
pub(crate) fn document_text(context: Context, document: &DocumentView) -> String {
    let kind = match document.media.as_str() {
        "image/jpeg" => context.t("document-jpeg"),
        "image/png" => context.t("document-png"),
        "image/webp" => context.t("document-webp"),
        "application/pdf" => context.t("document-pdf"),
        other => other.to_owned(),
    };
    let size = u64::from(document.bytes).div_ceil(KILOBYTE);
    context.with(
        "document-is",
        &[("kind", kind.into()), ("size", size.into())],
    )
}

/// The same with its digest, for a list.
pub(crate) fn document(context: Context, document: &DocumentView) -> AnyView {
    let digest = document.digest.clone();
    view! {
        {document_text(context, document)}
        <p class="meta">{context.t("document-digest")}" "<code class="long">{digest}</code></p>
    }
    .into_any()
}
