//! An entry: what both sides say of a step, the chain it stands in, and the note as signed.

use leptos::prelude::*;

use crate::components::chain::chain;
use crate::components::document::Body;
use crate::components::documents::document;
use crate::components::figure::{count, day, moment, money};
use crate::components::finding::{self, Level};
use crate::components::keys;
use crate::components::party::{
    entry as entry_link, entry_name, entry_text, party, party_text, programme, programme_text,
};
use crate::components::pictures::paid::paid;
use crate::components::qr::qr;
use crate::components::summary::{account, summary};
use crate::components::tag;
use crate::components::terms::terms;
use crate::components::timeline::timeline;
use crate::context::{Context, api_entry};
use crate::views::{
    EntryPage, EventKind, FieldValue, FieldView, Frame, Party, SignatureView, StepView,
};
use crate::words::Piece;

pub(crate) fn entry(context: Context, frame: &Frame, page: &EntryPage) -> Body {
    let title = entry_text(context, &page.entry);
    let mut trail = vec![(context.t("nav-home"), context.home())];
    if let Some(of) = &page.programme {
        trail.push((programme_text(of), context.programme(&of.id)));
    }
    let words: &[&str] = if page.signatures.iter().any(SignatureView::is_servers) {
        &[
            "entry",
            "step",
            "note",
            "signature",
            "server",
            "ledger-time",
        ]
    } else {
        &["entry", "step", "note", "signature", "ledger-time"]
    };
    let main = view! {
        <p class="kicker">{context.with("entry-kicker", &[("index", page.index.into())])}</p>
        <h1>{entry_name(context, &page.entry)}</h1>
        {page.step.as_ref().map(|step| opening(context, step))}
        {about(context, page)}
        {terms(context, words)}
        {page.step.as_ref().map(|step| step_section(context, page, step))}
        {findings(context, page)}
        {documents(context, page)}
        {signatures(context, page)}
        {page.step.is_none().then(|| fields(context, page))}
        {chain_section(context, page)}
        {related(context, page)}
        {page.step.is_some().then(|| fields(context, page))}
        {note(context, page)}
        {paper(context, frame, page)}
    };
    Body {
        title,
        trail,
        data: Some(api_entry(&page.entry.identity)),
        unlisted: false,
        main: main.into_any(),
    }
}

/// One sentence: sent, received, and how long it took.
fn opening(context: Context, step: &StepView) -> AnyView {
    let row = &step.row;
    let mut pieces = vec![
        ("from", party(context, &row.from).into()),
        ("to", party(context, &row.to).into()),
        ("sent", money(context, row.sent, &row.currency).into()),
        ("occurred", day(context, row.occurred).into()),
    ];
    let id = match (row.received > 0, step.days) {
        (true, Some(days)) => {
            pieces.push((
                "received",
                money(context, row.received, &row.currency).into(),
            ));
            pieces.push(("days", Piece::Count(days.unsigned_abs())));
            "entry-sentence-received"
        }
        (true, None) => {
            pieces.push((
                "received",
                money(context, row.received, &row.currency).into(),
            ));
            "entry-sentence-received-undated"
        }
        (false, _) => "entry-sentence-sent",
    };
    view! { <p class="lead">{context.rich(id, pieces)}" "{tag::step_state(context, row.state)}</p> }
        .into_any()
}

fn about(context: Context, page: &EntryPage) -> AnyView {
    let mut rows = vec![(context.t("entry-author"), party(context, &page.author))];
    if let Some(of) = &page.programme {
        rows.push((context.t("entry-programme"), programme(context, of)));
    }
    if let Some(purpose) = page
        .step
        .as_ref()
        .map(|step| &step.purpose)
        .filter(|purpose| !purpose.is_empty())
    {
        rows.push((context.t("entry-purpose"), purpose.clone().into_any()));
    }
    rows.push((context.t("entry-time"), moment(context, page.time)));
    if let Some(time) = page.ledger_time {
        rows.push((context.t("entry-ledger-time"), moment(context, time)));
    }
    rows.push((context.t("entry-index"), count(context, page.index)));
    summary(rows)
}

fn step_section(context: Context, page: &EntryPage, step: &StepView) -> AnyView {
    view! {
        <section aria-labelledby="step">
            <h2 id="step">{context.t("step-title")}</h2>
            {timeline(context, step, &page.entry.identity)}
            <h3>{context.t("step-sum")}</h3>
            {sum(context, step)}
        </section>
    }
    .into_any()
}

/// `S = R + B + C + K + W + U`: what became of what was sent.
fn sum(context: Context, step: &StepView) -> AnyView {
    let row = &step.row;
    let open = if row.state.is_missing() {
        "step-missing"
    } else {
        "step-open"
    };
    let parts = [
        ("step-received", row.received, true),
        ("step-taken-back", step.taken_back, step.taken_back != 0),
        ("step-charged", step.charged, step.charged != 0),
        ("step-recovered", step.recovered, step.recovered != 0),
        ("step-written-off", step.written_off, step.written_off != 0),
        (open, row.open, true),
    ];
    let rows = parts
        .into_iter()
        .filter(|(.., shown)| *shown)
        .map(|(id, minor, _)| (context.t(id), money(context, minor, &row.currency)))
        .collect();
    let sent = (
        context.t("step-sent"),
        money(context, row.sent, &row.currency),
    );
    let contested = (step.contested != 0).then(|| {
        let amount = (
            "amount",
            money(context, step.contested, &row.currency).into(),
        );
        view! { <p class="inset">{context.rich("step-contested", vec![amount])}</p> }
    });
    view! { {account(rows, sent, true)}{contested} }.into_any()
}

fn findings(context: Context, page: &EntryPage) -> Option<AnyView> {
    let list = finding::list(context, &page.findings, Level::Three)?;
    Some(
        view! {
            <section aria-labelledby="findings">
                <h2 id="findings">{context.t("entry-findings")}</h2>
                {list}
            </section>
        }
        .into_any(),
    )
}

/// What lies off the ledger, and who can open it.
fn documents(context: Context, page: &EntryPage) -> Option<AnyView> {
    if page.documents.is_empty() {
        return None;
    }
    let rows: Vec<_> = page
        .documents
        .iter()
        .map(|one| view! { <li>{document(context, one)}</li> })
        .collect();
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let open = page.opens_documents.then(|| {
        let href = context.desk(&format!("evidence/{}", page.entry.identity));
        view! { <p><a href=href>{context.t("documents-open")}</a></p> }
    });
    Some(
        view! {
            <section aria-labelledby="documents">
                <h2 id="documents">{context.t("documents-title")}</h2>
                <p>{context.with("documents-held", &[("count", count.into())])}</p>
                <ul class="points">{rows}</ul>
                {open}
            </section>
        }
        .into_any(),
    )
}

/// Who signed, and what that signature says and doesn't say.
fn signatures(context: Context, page: &EntryPage) -> AnyView {
    let persons: Vec<_> = page
        .signatures
        .iter()
        .map(|signature| {
            view! { <li>{signer(context, page, signature)}</li> }
        })
        .collect();
    let mut members: Vec<&Party> = page.signatures.iter().map(|one| &one.member).collect();
    members.dedup();
    let says: Vec<_> = members
        .into_iter()
        .map(|member| view! { <p class="inset">{signature_says(context, page, member)}</p> })
        .collect();
    let signed = u64::try_from(page.signatures.len()).unwrap_or(u64::MAX);
    view! {
        <section aria-labelledby="signatures">
            <h2 id="signatures">{context.t("signatures-title")}</h2>
            {says}
            <p>{context.with("signature-count", &[("count", signed.into())])}</p>
            <ul class="points">{persons}</ul>
            <p><a href=context.verify(&page.entry.identity)>{context.t("verify-link")}</a></p>
        </section>
    }
    .into_any()
}

/// Who gave a signature: a person, or the server with the member's key that it holds.
fn signer(context: Context, page: &EntryPage, signature: &SignatureView) -> AnyView {
    let key = view! { <code>{signature.key_id.clone()}</code> }.into_any();
    let mut pieces = vec![
        ("member", party(context, &signature.member).into()),
        ("key", key.into()),
    ];
    if signature.is_servers() {
        return context.rich(by_server(page), pieces);
    }
    let person = view! { <code>{signature.person.clone()}</code> }.into_any();
    pieces.push(("person", person.into()));
    context.rich("signature-person", pieces)
}

/// What the signature of a key that the server holds says, by the entry's kind: a receipt is confirmed, a
/// device's key approved; where the key is the one that is enrolled, it proves that it is there.
fn by_server(page: &EntryPage) -> &'static str {
    match page.entry.kind.as_str() {
        "receipt" | "receipt-correct" => "signature-server",
        "key-rotate" if page.note.contains("\nkey server ") => "signature-server-new",
        "key-rotate" => "signature-server-approved",
        _ => "signature-server-signed",
    }
}

/// A member's signature in words. A step's two ends say most; everybody else answers for the text.
fn signature_says(context: Context, page: &EntryPage, member: &Party) -> AnyView {
    let who = ("party", party(context, member).into());
    let own = page.step.as_ref().and_then(|step| {
        let event = step
            .events
            .iter()
            .find(|event| event.identity == page.entry.identity)?;
        (event.party == *member).then_some((step, event))
    });
    let Some((step, event)) = own else {
        return context.rich("signature-says-else", vec![who]);
    };
    let row = &step.row;
    let amount = ("amount", money(context, event.amount, &row.currency).into());
    let occurred = ("occurred", day(context, event.occurred).into());
    match event.kind {
        EventKind::Sent => {
            let other = ("other", party(context, &row.to).into());
            let receiver = ("receiver", party_text(&row.to).into());
            context.rich(
                "signature-says-sent",
                vec![who, amount, other, occurred, receiver],
            )
        }
        EventKind::ReceivedPart | EventKind::ReceivedFinal => {
            context.rich("signature-says-received", vec![who, amount, occurred])
        }
        EventKind::Denied => context.rich("signature-says-denied", vec![who, occurred]),
        _ => context.rich("signature-says-else", vec![who]),
    }
}

/// On paper the page is a receipt: a code leads back to it.
fn paper(context: Context, frame: &Frame, page: &EntryPage) -> Option<AnyView> {
    if frame.base_url.is_empty() {
        return None;
    }
    let address = format!("{}{}", frame.base_url, context.entry(&page.entry.identity));
    let code = qr(&address, context.t("paper-code"))?;
    Some(
        view! {
            <section class="paper" aria-labelledby="paper">
                {code}
                <div>
                    <h2 id="paper">{context.t("paper-title")}</h2>
                    <p>{context.t("paper-about")}</p>
                    <p class="meta long">{address}</p>
                </div>
            </section>
        }
        .into_any(),
    )
}

fn fields(context: Context, page: &EntryPage) -> Option<AnyView> {
    if page.fields.is_empty() {
        return None;
    }
    let rows = page
        .fields
        .iter()
        .map(|field| {
            (
                context.word_or("field", &field.name),
                field_value(context, page, field),
            )
        })
        .collect();
    // A step's timeline says the same in words: its fields are for whoever looks closer.
    if page.step.is_some() {
        let closer = view! { <details><summary>{context.t("fields-title")}</summary>{summary(rows)}</details> };
        return Some(closer.into_any());
    }
    Some(
        view! {
            <section aria-labelledby="fields">
                <h2 id="fields">{context.t("fields-title")}</h2>
                {summary(rows)}
            </section>
        }
        .into_any(),
    )
}

fn field_value(context: Context, page: &EntryPage, field: &FieldView) -> AnyView {
    match &field.value {
        FieldValue::Text(text) => text_value(context, page, &field.name, text),
        FieldValue::Amount(minor) => money(context, *minor, &page.currency),
        FieldValue::Day(of) => day(context, *of),
        FieldValue::Time(at) => moment(context, *at),
        FieldValue::Member(one) => party(context, one),
        FieldValue::Programme(one) => programme(context, one),
        FieldValue::Entry(one, None) => entry_link(context, one),
        FieldValue::Entry(one, Some(minor)) => context.rich(
            "drawn-amount",
            vec![
                ("entry", entry_link(context, one).into()),
                ("amount", money(context, *minor, &page.currency).into()),
            ],
        ),
        FieldValue::Key {
            person,
            roles,
            public,
        } => {
            let person = view! { <code>{person.clone()}</code> }.into_any();
            let pieces = vec![
                ("person", person.into()),
                ("roles", keys::roles(context, roles).into()),
            ];
            view! { {context.rich("entry-key", pieces)}<br/><code class="long">{public.clone()}</code> }
                .into_any()
        }
        FieldValue::Code(code) => view! { <code class="long">{code.clone()}</code> }.into_any(),
    }
}

/// A value that the ledger writes as a word or a number of its own, as a reader would say it.
fn text_value(context: Context, page: &EntryPage, name: &str, text: &str) -> AnyView {
    match name {
        "basis" | "function" => context.word_or(name, text).into_any(),
        "payees" | "vote" | "voting" | "direction" | "final" | "late" => {
            context.word_or("value", text).into_any()
        }
        "tier" => match text.parse() {
            Ok(tier) => context.tier(tier).into_any(),
            Err(_) => text.to_owned().into_any(),
        },
        "threshold" => threshold(context, page, text),
        _ => text.to_owned().into_any(),
    }
}

/// From which amount how many persons sign.
fn threshold(context: Context, page: &EntryPage, text: &str) -> AnyView {
    let parts = text.split_once(' ');
    let read = parts.and_then(|(amount, count)| Some((amount.parse().ok()?, count.parse().ok()?)));
    let Some((amount, count)) = read else {
        return text.to_owned().into_any();
    };
    let amount = money(context, amount, &page.currency);
    context.rich(
        "value-threshold",
        vec![("amount", amount.into()), ("count", Piece::Count(count))],
    )
}

fn chain_section(context: Context, page: &EntryPage) -> Option<AnyView> {
    if page.chain_up.is_empty() && page.chain_down.is_empty() {
        return None;
    }
    Some(
        view! {
            <section aria-labelledby="chain">
                <h2 id="chain">{context.t("chain-title")}</h2>
                {paid(context, page)}
                {chain(context, page)}
            </section>
        }
        .into_any(),
    )
}

fn related(context: Context, page: &EntryPage) -> Option<AnyView> {
    if page.related.is_empty() {
        return None;
    }
    let links: Vec<_> = page
        .related
        .iter()
        .map(|other| view! { <li>{entry_link(context, other)}</li> })
        .collect();
    Some(
        view! {
            <section aria-labelledby="related">
                <h2 id="related">{context.t("related-title")}</h2>
                <ul>{links}</ul>
            </section>
        }
        .into_any(),
    )
}

fn note(context: Context, page: &EntryPage) -> AnyView {
    let label = context.t("note-label");
    view! {
        <details>
            <summary>{context.t("note-title")}</summary>
            <p>{context.t("note-about")}</p>
            <pre role="region" aria-label=label tabindex="0" translate="no" lang="en">{page.note.clone()}</pre>
            <p>{context.t("note-identity")}" "<code class="long">{page.entry.identity.clone()}</code></p>
            <p><a href=format!("/log/proof/{}", page.entry.identity)>{context.t("note-proof")}</a></p>
        </details>
    }
    .into_any()
}
