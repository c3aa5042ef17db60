//! Atom feeds: the latest findings of the ledger, of a programme, of a member, and a member's latest
//! steps. A feed's moments are ledger time, its words those of its address.

use super::answer::{Asked, REVALIDATE, Visit};
use super::error::WebError;
use super::findings;
use super::query::{Path, Query};
use super::view::lexicon::Names;
use super::view::{finding, step};
use crate::state::App;
use crate::store::Store;
use crate::store::read::Window;
use app::feed::{self, Item};
use app::views::{FindingState, FindingsFilter};
use app::words::{Language, Words};
use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use chrono::DateTime;

/// Entries of a feed: a reader that looks in once a day misses none of a usual day's.
const FEED_ENTRIES: u32 = 50;

/// Where a feed stands: its ledger, its language, its place on the web.
struct Place<'a> {
    language: Language,
    base_url: &'a str,
    ledger: String,
    updated: i64,
    simulated: bool,
}

/// `/{language}/feeds/findings`, narrowed as the page is.
pub(crate) async fn of_findings(asked: Asked, query: Query) -> Result<Response, WebError> {
    let (app, language) = (&asked.app, asked.language);
    let filter = findings::filter(&query)?;
    let visit = asked.visit().await?;
    let place = Place::of(app, &visit, language);
    let entries = found(visit.store(), &place, &filter).await?;
    let about = Words::of(language).say("findings-title");
    let query = asked
        .uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    Ok(place.answer(visit, &about, &format!("findings{query}"), entries))
}

/// `/{language}/feeds/programmes/{id}`.
pub(crate) async fn of_programme(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (app, language) = (&asked.app, asked.language);
    let visit = asked.visit().await?;
    let programme = visit
        .store()
        .programme(&id)
        .await?
        .ok_or(WebError::NotFound)?;
    let place = Place::of(app, &visit, language);
    let filter = FindingsFilter {
        programme: Some(id),
        state: FindingState::All,
        ..FindingsFilter::default()
    };
    let entries = found(visit.store(), &place, &filter).await?;
    let path = format!("programmes/{}", programme.name);
    Ok(place.answer(visit, programme.title.as_str(), &path, entries))
}

/// `/{language}/feeds/members/{name}`: findings and steps, the latest first.
pub(crate) async fn of_member(
    asked: Asked,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (app, language) = (&asked.app, asked.language);
    let visit = asked.visit().await?;
    let member = visit.store().member(&name).await?;
    let member = member.ok_or(WebError::NotFound)?;
    let place = Place::of(app, &visit, language);
    let filter = FindingsFilter {
        member: Some(name.clone()),
        state: FindingState::All,
        ..FindingsFilter::default()
    };
    let mut entries = found(visit.store(), &place, &filter).await?;
    entries.extend(steps(visit.store(), &place, &name).await?);
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(FEED_ENTRIES as usize);
    let path = format!("members/{}", member.name);
    Ok(place.answer(visit, member.title.as_str(), &path, entries))
}

/// Findings of a filter as entries, those about the latest steps first.
async fn found(
    store: &Store,
    place: &Place<'_>,
    filter: &FindingsFilter,
) -> Result<Vec<Entry>, WebError> {
    let wanted = findings::wanted(filter);
    let found = store.findings(&wanted, None, Window::first(FEED_ENTRIES));
    let found = findings::narrowed(store, filter, found.await?.0).await?;
    let views = finding::views(store, &found, place.updated).await?;
    let entries = found.iter().zip(&views).map(|(finding, view)| {
        let id = format!(
            "finding:{}:{}:{}",
            finding.subject,
            finding.leg,
            finding.code.word()
        );
        let about = view.entries.first().map(|entry| entry.identity.as_str());
        let changed = view.closed_at.unwrap_or(view.opened_at);
        place.entry(
            &id,
            feed::finding(place.language, view),
            about,
            (view.opened_at, changed),
        )
    });
    Ok(entries.collect())
}

/// A member's latest steps as entries.
async fn steps(store: &Store, place: &Place<'_>, member: &str) -> Result<Vec<Entry>, WebError> {
    let steps = store
        .steps_of(member, None, Window::first(FEED_ENTRIES))
        .await?;
    let mut names = Names::default();
    names.steps(&steps);
    let lexicon = names.look_up(store).await?;
    let entries = steps.iter().map(|of| {
        let row = step::row(&lexicon, of, place.updated);
        let signed = of.time.seconds();
        let id = format!("step:{}", row.identity);
        place.entry(
            &id,
            feed::step(place.language, &row),
            Some(&row.identity),
            (signed, signed),
        )
    });
    Ok(entries.collect())
}

impl<'a> Place<'a> {
    fn of(app: &'a App, visit: &Visit, language: Language) -> Self {
        let ledger = visit.head.as_ref().map(|head| head.ledger.to_string());
        Self {
            language,
            base_url: app.base_url(),
            ledger: ledger.unwrap_or_default(),
            updated: visit.clock(),
            simulated: visit.frame.simulated,
        }
    }

    fn address(&self, path: &str) -> String {
        format!("{}/{}/{path}", self.base_url, self.language.code())
    }

    /// An entry's id stays its own in every language and under every host.
    fn id(&self, of: &str) -> String {
        format!("urn:countersign:{}:{of}", self.ledger)
    }

    fn entry(&self, id: &str, item: Item, about: Option<&str>, (first, last): (i64, i64)) -> Entry {
        let links = about
            .map(|identity| self.link("alternate", "text/html", &format!("entries/{identity}")));
        Entry {
            title: Text::plain(item.title),
            id: self.id(id),
            updated: moment(last),
            published: Some(moment(first)),
            links: links.into_iter().collect(),
            summary: Some(Text::plain(item.text)),
            ..Entry::default()
        }
    }

    fn link(&self, rel: &str, media_type: &str, path: &str) -> Link {
        Link {
            href: self.address(path),
            rel: rel.to_owned(),
            hreflang: Some(self.language.tag().to_owned()),
            mime_type: Some(media_type.to_owned()),
            ..Link::default()
        }
    }

    /// The feed of the page at this path, to be kept and asked about again as the page is.
    fn answer(&self, visit: Visit, about: &str, path: &str, entries: Vec<Entry>) -> Response {
        let words = Words::of(self.language);
        let feed = Feed {
            title: Text::plain(feed::title(self.language, about)),
            id: self.id(path),
            updated: moment(self.updated),
            lang: Some(self.language.tag().to_owned()),
            authors: vec![Person {
                name: self.ledger.clone(),
                ..Person::default()
            }],
            generator: Some(Generator {
                value: "Countersign".to_owned(),
                ..Generator::default()
            }),
            links: vec![
                self.link("self", MEDIA_TYPE, &format!("feeds/{path}")),
                self.link("alternate", "text/html", path),
            ],
            subtitle: self
                .simulated
                .then(|| Text::plain(words.say("notice-simulated"))),
            entries,
            ..Feed::default()
        };
        let mut response = Response::new(Body::from(feed.to_string()));
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/atom+xml; charset=utf-8"),
        );
        headers.insert(header::ETAG, visit.tag);
        headers.insert(header::CACHE_CONTROL, REVALIDATE);
        response
    }
}

/// The media type of a feed.
const MEDIA_TYPE: &str = "application/atom+xml";

fn moment(seconds: i64) -> FixedDateTime {
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .fixed_offset()
}
