//! Verify an entry: the check on the reader's own machine, and how to do it with the command line.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::party::{entry as entry_link, entry_text};
use crate::components::prose::{escaped, list, paragraphs, section};
use crate::context::Context;
use crate::islands::verify::{FILES, FORM, RESULT, START, TRUST, UNSTARTED, Verify, Word, Words};
use crate::pages::island::{kinds, reasons, words as words_of};
use crate::views::{Frame, VerifyPage};

pub(crate) fn verify(context: Context, frame: &Frame, page: &VerifyPage) -> Body {
    let title = match &page.entry {
        Some(_) => context.t("verify-title"),
        None => context.t("verify-title-files"),
    };
    let mut trail = vec![(context.t("nav-home"), context.home())];
    if let Some(entry) = &page.entry {
        trail.push((entry_text(context, entry), context.entry(&entry.identity)));
    }
    let of = page.entry.as_ref().map(|entry| {
        view! { <p>{entry_link(context, entry)}<br/><code class="long">{entry.identity.clone()}</code></p> }
    });
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("verify-lead")}</p>
        {of}
        {here(context, frame, page)}
        {section("elsewhere", context.t("verify-elsewhere"), elsewhere(context, frame, page))}
    };
    Body {
        title,
        trail,
        data: None,
        unlisted: page.entry.is_some(),
        main: main.into_any(),
    }
}

/// The check itself; without a script, and on a server that has none, it stays hidden.
fn here(context: Context, frame: &Frame, page: &VerifyPage) -> AnyView {
    if frame.boots.verify.is_empty() {
        return view! { <p class="inset">{context.t("verify-no-script")}</p> }.into_any();
    }
    let words: Words = words_of(context);
    view! {
        <p id=UNSTARTED class="inset">{context.t("verify-no-script")}</p>
        {form(context, page, &words)}
        <Verify/>
    }
    .into_any()
}

fn form(context: Context, page: &VerifyPage, words: &Words) -> AnyView {
    let identity = page.entry.as_ref().map(|entry| entry.identity.clone());
    let say = |word| words.say(word);
    view! {
        <div
            id=FORM hidden data-identity=identity.unwrap_or_default() data-words=words.to_text()
            data-reasons=reasons(context) data-kinds=kinds(context)
        >
            <div class="filter">
                <div class="field alone">
                    <label for=FILES>{say(Word::Files)}</label>
                    <p id="verify-files-hint" class="meta">{say(Word::FilesHint)}</p>
                    <input id=FILES type="file" multiple accept=".tlog-proof,.txt,text/plain" aria-describedby="verify-files-hint"/>
                </div>
                <div class="field alone">
                    <label for=TRUST>{say(Word::Trust)}</label>
                    <p id="verify-trust-hint" class="meta">{say(Word::TrustHint)}</p>
                    <textarea
                        id=TRUST rows="4" aria-describedby="verify-trust-hint" autocapitalize="off" autocomplete="off" spellcheck="false"
                    >{escaped(&page.trust)}</textarea>
                </div>
                <div class="submit"><button id=START type="button">{say(Word::Start)}</button></div>
            </div>
            <div id=RESULT role="status"></div>
        </div>
    }
    .into_any()
}

fn elsewhere(context: Context, frame: &Frame, page: &VerifyPage) -> AnyView {
    let name = page
        .entry
        .as_ref()
        .map(|entry| entry.identity.get(..16).unwrap_or(&entry.identity));
    let file = format!("{}.tlog-proof", name.unwrap_or("entry"));
    let fetch = page.entry.as_ref().map(|entry| {
        let address = format!("{}/log/proof/{}", frame.base_url, entry.identity);
        format!("curl -o {file} '{address}'\n")
    });
    let vkey = if page.vkey.is_empty() {
        "VKEY"
    } else {
        &page.vkey
    };
    let commands = format!(
        "{}countersign verify {file} --vkey '{vkey}'\n",
        fetch.unwrap_or_default()
    );
    let label = context.t("verify-commands");
    view! {
        {paragraphs(context, &["verify-elsewhere-about"])}
        <pre role="region" aria-label=label tabindex="0" translate="no" lang="en">{commands}</pre>
        {list(context, &["verify-elsewhere-key", "verify-elsewhere-whole", "verify-elsewhere-tools"])}
    }
    .into_any()
}
