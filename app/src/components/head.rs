//! What a page says of itself to programs: to those that show a link's preview (Open Graph), and to
//! feed readers. What schema.org has words for stands beside the figures themselves
//! ([`super::take`]): a page carries no script, not even one that is only data.

use leptos::html::meta;
use leptos::prelude::*;

use crate::context::Context;
use crate::style;
use crate::views::Frame;

/// The preview of a link to this page.
pub(crate) fn preview(context: Context, frame: &Frame, title: &str) -> AnyView {
    // A preview is read away from the page: what the page's notice says must stand in it too.
    let about = if frame.simulated {
        context.t("notice-simulated")
    } else {
        context.t("home-kicker")
    };
    let url = format!(
        "{}/{}/{}",
        frame.base_url,
        context.language.code(),
        frame.path
    );
    let mut said = vec![
        ("og:type", "website".to_owned()),
        ("og:locale", context.language.territory().to_owned()),
        ("og:title", title.to_owned()),
        ("og:description", about),
    ];
    // Whoever shows a preview asks by whole addresses only.
    if !frame.base_url.is_empty() {
        said.push(("og:url", url));
        let image = format!("{}{}", frame.base_url, style::preview_path());
        said.push(("og:image", image));
    }
    let said: Vec<_> = said
        .into_iter()
        .map(|(property, value)| meta().attr("property", property).content(value))
        .collect();
    said.into_any()
}

/// The feed of what the page shows, where it has one: findings of the ledger, of a programme, of a
/// member.
pub(crate) fn feed(context: Context, frame: &Frame) -> Option<AnyView> {
    let (path, _) = frame.path.split_once('?').unwrap_or((&frame.path, ""));
    let feed = match path {
        "" => "findings",
        "findings" => frame.path.as_str(),
        // Its places side by side have no findings of their own.
        _ if path.starts_with("programmes/") => path.strip_suffix("/compare").unwrap_or(path),
        _ if path.starts_with("members/") => path,
        _ => return None,
    };
    let href = format!("/{}/feeds/{feed}", context.language.code());
    Some(view! { <link rel="alternate" type="application/atom+xml" href=href/> }.into_any())
}
