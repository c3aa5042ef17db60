//! `/{language}/desk/year-end/{programme}` and `…/save`: what is left of a programme, what becomes of it,
//! checked, and saved for a second person.

use super::super::super::error::WebError;
use super::super::super::query::{Path, Query, paging_by};
use super::super::super::view::lexicon::{Lexicon, Names};
use super::super::draft::saving::chosen;
use super::super::draft::shown::{Funds, Said, row, said, view};
use super::super::form::{Form, fault};
use super::super::looking::Looking;
use super::super::{head, once_of, who};
use super::list;
use super::ways::{Way, next};
use crate::holdings::Holding;
use crate::people::{Allocation, Draft, Saved};
use crate::store::read::{KnownEntry, ROWS_MAX, Window};
use app::views::{DeskPage, FieldError, HeldPlace, Minor, Paging, YearEndCheckPage, YearEndPage};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::entry::Kind;
use ledger::field::{Amount, Day, NodeCitation};
use ledger::limits::SOURCES_MAX;
use ledger::{Entry, Head, Node, Programme};

/// Places on one page: as many as one entry can draw on, so that all that is shown can be ticked.
const PLACES_SHOWN: u32 = {
    assert!(SOURCES_MAX <= u8::MAX as usize, "a page is short");
    #[expect(clippy::cast_possible_truncation, reason = "held above")]
    let places = SOURCES_MAX as u32;
    places
};

/// A programme's year at its end, as the member of whoever looks has it.
pub(super) struct Year {
    pub(super) at: Looking,
    pub(super) programme: Programme,
    pub(super) head: Head,
    /// Drafts that carry over or surrender, each with what it says.
    drafts: Vec<(Allocation, Said)>,
    funds: Funds,
    /// Places of which something is free, the oldest first: one page of them.
    pub(super) places: Vec<Place>,
    paging: Paging,
}

/// Money in one place.
pub(super) struct Place {
    pub(super) node: Node,
    /// What no draft takes of it.
    free: Minor,
}

impl Place {
    pub(super) fn citation(&self) -> String {
        self.cited().to_string()
    }

    const fn cited(&self) -> NodeCitation {
        NodeCitation {
            entry: self.node.entry,
            leg: self.node.at.leg,
        }
    }

    /// What is free of it, to draw on.
    pub(super) fn holding(&self) -> Holding {
        Holding {
            node: self.cited(),
            sender: self.node.sender.clone(),
            held: self.free,
        }
    }
}

pub(in super::super) async fn form(
    at: Looking,
    Path((_, programme)): Path<(String, String)>,
    query: Query,
) -> Result<Response, WebError> {
    let wanted = query.page()?;
    let year = Year::of(at, &programme, "").await?.page_at(wanted)?;
    let ways = year.ways().await?;
    let mut page = year.page(&ways).await?;
    page.once = year.at.desk.people.fresh_word();
    page.occurred = year.today().to_string();
    page.ticked = year.places.iter().map(Place::citation).collect();
    year.show(StatusCode::OK, DeskPage::YearEnd(page)).await
}

pub(in super::super) async fn check(
    at: Looking,
    Path((_, programme)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let year = Year::typed_at(at, &programme, &form).await?;
    let ways = year.ways().await?;
    let mut page = year.typed(&ways, &form).await?;
    if form.ticked("back") {
        return year.show(StatusCode::OK, DeskPage::YearEnd(page)).await;
    }
    let text = match year.text(&mut page, &ways).await? {
        Ok(text) => text,
        Err(errors) => {
            page.errors = errors;
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            return year.show(wrong, DeskPage::YearEnd(page)).await;
        }
    };
    let first = said(&text)?.sources.first().map(|source| source.node.entry);
    let draft = Draft {
        step: first.ok_or_else(|| WebError::Internal("it draws on nothing".into()))?,
        text: year.at.with_signers(&text).await?,
    };
    let (people, person) = (&year.at.desk.people, year.at.person());
    people.keep_draft(&page.once, person, &draft).await?;
    year.show_check(page, &draft, None).await
}

/// Saves the very text that was shown, for a second person.
pub(in super::super) async fn save(
    at: Looking,
    Path((_, programme)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let year = Year::typed_at(at, &programme, &form).await?;
    let ways = year.ways().await?;
    let mut page = year.typed(&ways, &form).await?;
    let (people, person) = (&year.at.desk.people, year.at.person());
    let shown = people.draft(&page.once, person).await?;
    let shown = shown.filter(|draft| year.is_of(draft));
    let text = match &shown {
        Some(shown) => chosen(&shown.text, &form)?,
        None => None,
    };
    let saved = match (shown, text) {
        (Some(shown), Some(text)) => match year.at.makers(&text, &form).await? {
            Ok(signature) => year.at.save_draft(&page.once, &text, signature).await?,
            Err(wrong) => return year.show_check(page, &shown, Some(wrong)).await,
        },
        _ => Saved::Gone,
    };
    let code = match saved {
        Saved::Taken => return Ok(year.at.to(&format!("drafts/{}", page.once))),
        Saved::Gone => "draft-changed",
        Saved::TooMany => "drafts-too-many",
    };
    page.errors = vec![fault("what", code)];
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    year.show(wrong, DeskPage::YearEnd(page)).await
}

/// Whether by this kind of entry money leaves a programme's year.
const fn leaves(kind: Kind) -> bool {
    matches!(kind, Kind::Surrender | Kind::CarryOver)
}

impl Year {
    /// The programme's year; `but` is the draft that this form makes anew. A programme that isn't there is not
    /// to be found.
    async fn of(at: Looking, name: &str, but: &str) -> Result<Self, WebError> {
        let store = at.app.store();
        let programme = store.programme(name).await?.ok_or(WebError::NotFound)?;
        let member = &at.person().member;
        let open = at.desk.people.open_allocations(member).await?;
        let funds = Funds::of(&at, &open, but).await?;
        let mut drafts = Vec::new();
        for draft in open.into_iter().filter(|draft| draft.id != but) {
            let said = said(&draft.text)?;
            if leaves(said.kind) && said.programme == programme.name {
                drafts.push((draft, said));
            }
        }
        let places = places(&at, &programme, &funds).await?;
        Ok(Self {
            paging: Paging::default(),
            head: head(&at.app).await?,
            programme,
            drafts,
            funds,
            places,
            at,
        })
    }

    /// The same as a form was shown it. What it stood on may have been decided meanwhile: the last page is as
    /// good then.
    async fn typed_at(at: Looking, name: &str, form: &Form) -> Result<Self, WebError> {
        let once = once_of(&at.desk, form);
        let year = Self::of(at, name, &once).await?;
        let pages = year.places.len().div_ceil(SOURCES_MAX).max(1) as u64;
        let wanted = form.get("page").parse().unwrap_or(1);
        year.page_at(wanted.clamp(1, pages))
    }

    /// One page of its places.
    fn page_at(mut self, page: u64) -> Result<Self, WebError> {
        self.paging = paging_by(PLACES_SHOWN, page, self.places.len() as u64)?;
        let before = usize::try_from(page - 1).unwrap_or(usize::MAX);
        let before = before.saturating_mul(SOURCES_MAX);
        self.places = self
            .places
            .into_iter()
            .skip(before)
            .take(SOURCES_MAX)
            .collect();
        Ok(self)
    }

    /// Today where the programme is.
    pub(super) fn today(&self) -> Day {
        let now = self.at.desk.signing_time(&self.head);
        now.local_day(self.programme.offset)
    }

    /// What can become of what is shown.
    async fn ways(&self) -> Result<Vec<Way>, WebError> {
        let next = next(&self.at, &self.programme, self.head.clock).await?;
        let next = next.into_iter().map(Some);
        let mut ways: Vec<_> = next.chain([None]).map(Way::to).collect();
        self.judged(&mut ways, self.today()).await?;
        Ok(ways)
    }

    /// Whether what was shown is about money that leaves this programme.
    fn is_of(&self, draft: &Draft) -> bool {
        said(&draft.text)
            .is_ok_and(|said| leaves(said.kind) && said.programme == self.programme.name)
    }

    /// What drafts of a kind take.
    fn drafted(&self, kind: Kind) -> Minor {
        let own = self.drafts.iter().filter(|(_, said)| said.kind == kind);
        own.filter_map(|(_, said)| said.amount)
            .map(Amount::minor)
            .sum()
    }

    /// The form without answers.
    async fn page(&self, ways: &[Way]) -> Result<YearEndPage, WebError> {
        let store = self.at.app.store();
        let mut names = Names::default();
        for place in &self.places {
            names.member(&place.node.sender);
        }
        for (_, said) in &self.drafts {
            said.names(&mut names);
        }
        let lexicon = names.look_up(store).await?;
        let indexes = self.places.iter().map(|place| place.node.at.index);
        let indexes: Vec<_> = indexes.collect();
        let entries = store.entries_at(indexes).await?;
        let places = self
            .places
            .iter()
            .map(|place| held(place, entries.get(&place.node.at.index), &lexicon));
        let drafts = self.drafts.iter();
        Ok(YearEndPage {
            who: who(&self.at.app, &self.at.session).await?,
            year: list::row(&self.programme, &self.funds, self.head.clock),
            carrying: self.drafted(Kind::CarryOver),
            surrendering: self.drafted(Kind::Surrender),
            places: places.collect(),
            paging: self.paging,
            ways: ways.iter().map(Way::view).collect(),
            drafts: drafts
                .map(|(draft, said)| row(&lexicon, draft, said))
                .collect(),
            ..YearEndPage::default()
        })
    }

    async fn typed(&self, ways: &[Way], form: &Form) -> Result<YearEndPage, WebError> {
        let field = |name: &str| form.get(name).to_owned();
        Ok(YearEndPage {
            once: once_of(&self.at.desk, form),
            ticked: form.all("source").map(str::to_owned).collect(),
            what: field("what"),
            amount: field("amount"),
            occurred: field("occurred"),
            reason: field("reason"),
            ..self.page(ways).await?
        })
    }

    /// What was answered, before it is saved; again where its maker's signature can't be taken.
    async fn show_check(
        &self,
        mut form: YearEndPage,
        shown: &Draft,
        wrong: Option<FieldError>,
    ) -> Result<Response, WebError> {
        let (status, signing) = self.at.signing_checked(&shown.text, wrong.as_ref()).await?;
        form.errors = wrong.into_iter().collect();
        let page = YearEndCheckPage {
            form,
            allocation: view(&self.at.app, &shown.text, &self.funds).await?,
            signing,
        };
        self.show(status, DeskPage::YearEndCheck(page)).await
    }

    async fn show(&self, status: StatusCode, page: DeskPage) -> Result<Response, WebError> {
        let path = format!("desk/year-end/{}", self.programme.name);
        self.at.show(status, path, page).await
    }
}

/// Where money of a programme lies of which something is free, the oldest first.
async fn places(
    at: &Looking,
    programme: &Programme,
    funds: &Funds,
) -> Result<Vec<Place>, WebError> {
    let (mut places, mut after) = (Vec::new(), None);
    loop {
        let member = at.person().member.as_str();
        let window = Window::first(ROWS_MAX);
        let (page, next) = at.app.store().nodes_held(member, after, window).await?;
        let own = page
            .into_iter()
            .filter(|node| node.programme == programme.name);
        places.extend(own.map(|node| Place { node, free: 0 }));
        match next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    for place in &mut places {
        place.free = funds.free_of(&place.cited());
    }
    places.retain(|place| place.free > 0);
    Ok(places)
}

/// A place as its page shows it.
fn held(place: &Place, known: Option<&KnownEntry>, lexicon: &Lexicon) -> HeldPlace {
    let node = &place.node;
    let entry = known.map(|known| known.note.entry());
    // Money comes to a place by one of these three; it lies there since that day.
    let occurred = match entry {
        Some(Entry::Appropriation(entry)) => entry.occurred,
        Some(Entry::CarryOver(entry)) => entry.occurred,
        Some(Entry::Transfer(entry)) => entry.occurred,
        _ => node.moved,
    };
    HeldPlace {
        citation: place.citation(),
        identity: node.entry.to_string(),
        kind: entry.map_or("", |entry| entry.kind().word()),
        from: lexicon.party(&node.sender),
        occurred: occurred.date(),
        held: node.held(),
        free: place.free,
        carried: node.carried,
    }
}
