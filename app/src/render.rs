//! A page of plain data becomes an HTML document.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::components::desk::Around;
use crate::components::document::document;
use crate::context::Context;
use crate::pages;
use crate::style::Sheet;
use crate::views::{Frame, Page};

/// The HTML document of a page, from `<!DOCTYPE html>` on, in the frame's language.
#[must_use]
pub fn render(frame: &Frame, page: &Page) -> String {
    render_in(Context::new(frame.language), frame, page)
}

/// The same with other words.
pub(crate) fn render_in(context: Context, frame: &Frame, page: &Page) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        let body = match page {
            Page::Home(home) => pages::home::home(context, frame, home),
            Page::Programme(programme) => pages::programme::programme(context, programme),
            Page::Compare(page) => pages::compare::compare(context, page),
            Page::Total(page) => pages::total::total(context, frame, page),
            Page::Member(member) => pages::member::member(context, member),
            Page::Entry(entry) => pages::entry::entry(context, frame, entry),
            Page::Verify(verify) => pages::verify::verify(context, frame, verify),
            Page::Findings(findings) => pages::findings::findings(context, findings),
            Page::Search(search) => pages::search::search(context, search),
            Page::Finding(finding) => pages::finding::finding(context, finding),
            Page::Books(books) => pages::books::books(context, books),
            Page::Glossary => pages::glossary::glossary(context),
            Page::About => pages::about::about(context, frame),
            Page::Status(status) => pages::status::status(context, frame, status),
            Page::Mirror(mirror) => pages::mirror::mirror(context, frame, mirror),
            Page::Accessibility => pages::accessibility::accessibility(context),
            Page::Gone => pages::problem::gone(context),
            Page::Api(api) => pages::api::api(context, api),
            Page::Desk(desk) => pages::desk::desk(context, frame, desk),
            Page::NotFound => pages::problem::not_found(context),
            Page::Problem(problem) => pages::problem::problem(context, problem),
            Page::Failure(failure) => pages::problem::failure(context, failure),
        };
        let around = match page {
            Page::Desk(desk) => Around::Desk(pages::desk::who(desk)),
            _ => Around::Public,
        };
        document(context, frame, sheets(page), frame.boot(page), around, body).to_html()
    });
    owner.unset();
    let html = if page.island().is_some() {
        html
    } else {
        SPARED
            .iter()
            .fold(html, |html, (long, short)| html.replace(long, short))
    };
    format!("<!DOCTYPE html>{html}")
}

/// What a page without island can be spared, a twentieth of the heaviest one: the marks by which a
/// browser's part would find the end of a text, closing tags of shapes that hold nothing, classes
/// that are none, and the ends of cells and rows, which HTML lets end where the next begins. No text or
/// attribute has a bare `<` or `>`.
const SPARED: [(&str, &str); 9] = [
    ("<!>", ""),
    ("</td>", ""),
    ("</th>", ""),
    ("</tr>", ""),
    ("></rect>", "/>"),
    ("></path>", "/>"),
    ("></line>", "/>"),
    ("></circle>", "/>"),
    (" class=\"\">", ">"),
];

/// The style sheets that a page links, in their order.
const fn sheets(page: &Page) -> &'static [Sheet] {
    use Sheet::{Common, Forms, Pictures, Records};
    match page {
        Page::Programme(_) | Page::Compare(_) => &[Common, Pictures],
        Page::Home(_) | Page::Member(_) | Page::Entry(_) | Page::Finding(_) => {
            &[Common, Pictures, Records]
        }
        Page::Desk(_) => &[Common, Records, Forms],
        _ => &[Common, Records],
    }
}
