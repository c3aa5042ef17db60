//! `/{language}/desk/members/new`: who is proposed as a member, or what is to change of one?

use super::super::super::error::WebError;
use super::super::form::{Form, fault};
use super::super::looking::Looking;
use super::super::{head, once_of, who};
use super::check;
use crate::draft::Draft as Writing;
use crate::people::Draft;
use app::views::{DeskPage, FieldError, MemberFormPage};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::entry::Kind;
use ledger::field::{
    Field, Function, Identity, MemberName, Prose, RecordRef, Region, SignerCount, Tier, Yes,
};
use ledger::{Entry, Member};

/// What a new member can be: the operator is there from the first entry on.
const FUNCTIONS: [Function; 4] = [
    Function::Finance,
    Function::Office,
    Function::Auditor,
    Function::Bank,
];

pub(in super::super) async fn new(at: Looking) -> Result<Response, WebError> {
    let once = at.desk.people.fresh_word();
    let page = page(&at, once).await?;
    show(&at, StatusCode::OK, page).await
}

pub(in super::super) async fn check(at: Looking, form: Form) -> Result<Response, WebError> {
    let once = once_of(&at.desk, &form);
    if form.ticked("back") {
        let page = again(&at, once).await?;
        return show(&at, StatusCode::OK, page).await;
    }
    let mut page = typed(&at, once, &form).await?;
    let said = match read(&at, &page).await? {
        Ok(said) => said,
        Err(errors) => {
            page.errors = errors;
            return show(&at, StatusCode::UNPROCESSABLE_ENTITY, page).await;
        }
    };
    let text = said.text(&at, &page.once).await?;
    // It isn't about an entry yet.
    let step = Identity::of(&text);
    let draft = Draft { step, text };
    let people = &at.desk.people;
    people.keep_draft(&page.once, at.person(), &draft).await?;
    check::show(&at, StatusCode::OK, (&page.once, &draft.text), None).await
}

async fn page(at: &Looking, once: String) -> Result<MemberFormPage, WebError> {
    Ok(MemberFormPage {
        who: who(&at.app, &at.session).await?,
        once,
        functions: FUNCTIONS.map(|one| one.word().to_owned()).to_vec(),
        ..MemberFormPage::default()
    })
}

/// The form with what was typed.
async fn typed(at: &Looking, once: String, form: &Form) -> Result<MemberFormPage, WebError> {
    let field = |name: &str| form.get(name).to_owned();
    Ok(MemberFormPage {
        member: field("member"),
        title: field("title"),
        function: field("function"),
        tier: field("tier"),
        parent: field("parent"),
        region: field("region"),
        house: field("house"),
        voting: form.ticked("voting"),
        reason: field("reason"),
        ..page(at, once).await?
    })
}

/// The form with what the kept text says; empty where none is kept any more.
async fn again(at: &Looking, once: String) -> Result<MemberFormPage, WebError> {
    let kept = at.desk.people.draft(&once, at.person()).await?;
    let entry = kept.and_then(|draft| Entry::parse(&draft.text).ok());
    let page = page(at, once).await?;
    let Some(Entry::MemberPropose(said)) = entry else {
        return Ok(page);
    };
    let or_empty = |text: Option<String>| text.unwrap_or_default();
    let own_house = said.house == said.member;
    Ok(MemberFormPage {
        member: said.member.to_string(),
        title: said.title.to_string(),
        function: said.function.word().to_owned(),
        tier: said.tier.0.to_string(),
        parent: or_empty(said.parent.as_ref().map(ToString::to_string)),
        region: or_empty(said.region.as_ref().map(ToString::to_string)),
        house: or_empty((!own_house).then(|| said.house.to_string())),
        voting: said.voting.is_some(),
        reason: or_empty(said.reason.as_ref().map(ToString::to_string)),
        ..page
    })
}

/// What a form proposes.
struct Said {
    member: MemberName,
    title: Prose,
    function: Function,
    tier: Tier,
    parent: Option<MemberName>,
    region: Option<Region>,
    house: MemberName,
    voting: bool,
    reason: Option<Prose>,
}

/// What was typed, read; or everything that is wrong with it.
async fn read(
    at: &Looking,
    page: &MemberFormPage,
) -> Result<Result<Said, Vec<FieldError>>, WebError> {
    let mut errors = Vec::new();
    let name = MemberName::parse(&page.member);
    let known = match &name {
        Ok(name) => at.app.store().member(name.as_str()).await?,
        Err(_) => None,
    };
    let member = noted(&mut errors, name, fault("member", "member-unreadable"));
    let title = noted(
        &mut errors,
        Prose::parse(&page.title),
        fault("title", "title-unreadable"),
    );
    let parent = noted(
        &mut errors,
        optional::<MemberName>(&page.parent),
        fault("parent", "parent-unreadable"),
    );
    if let Some(Some(parent)) = &parent
        && at.app.store().member(parent.as_str()).await?.is_none()
    {
        errors.push(fault("parent", "parent-unknown"));
    }
    let reason = noted(
        &mut errors,
        prose(&page.reason),
        fault("reason", "reason-unreadable"),
    );
    let standing = match known {
        Some(known) => Some(Standing::of(known)),
        None => Standing::typed(page, member.as_ref(), &mut errors),
    };
    let said = (|| {
        let Standing {
            function,
            tier,
            region,
            house,
            voting,
        } = standing?;
        Some(Said {
            member: member?,
            title: title?,
            function,
            tier,
            parent: parent?,
            region,
            house,
            voting,
            reason: reason?,
        })
    })();
    Ok(match said {
        Some(said) if errors.is_empty() => Ok(said),
        _ => Err(errors),
    })
}

/// What can't be changed of a member once it is one: tallies count by level and place, votes by house.
struct Standing {
    function: Function,
    tier: Tier,
    region: Option<Region>,
    house: MemberName,
    voting: bool,
}

impl Standing {
    /// A member's own: a proposal about it says the same.
    fn of(member: Member) -> Self {
        Self {
            function: member.function,
            tier: member.tier,
            region: member.region,
            house: member.house,
            voting: member.voting,
        }
    }

    fn typed(
        page: &MemberFormPage,
        member: Option<&MemberName>,
        errors: &mut Vec<FieldError>,
    ) -> Option<Self> {
        let chosen = FUNCTIONS
            .into_iter()
            .find(|one| one.word() == page.function);
        let chosen = chosen.ok_or(());
        let function = noted(errors, chosen, fault("function", "function-missing"));
        let tier = Tier::parse(&page.tier);
        let tier = noted(errors, tier, fault("tier", "tier-unreadable"));
        let region = optional::<Region>(&page.region);
        let region = noted(errors, region, fault("region", "region-unreadable"));
        let house = optional::<MemberName>(&page.house);
        let house = noted(errors, house, fault("house", "house-unreadable"));
        Some(Self {
            function: function?,
            tier: tier?,
            region: region?,
            house: house?.or_else(|| member.cloned())?,
            voting: page.voting,
        })
    }
}

impl Said {
    /// The exact text of the proposal.
    async fn text(&self, at: &Looking, once: &str) -> Result<String, WebError> {
        let head = head(&at.app).await?;
        let entry = Writing::new(Kind::MemberPropose)
            .set("ledger", &head.ledger)
            .set("by", &at.person().member)
            .set("member", &self.member)
            .set("title", &self.title)
            .set("function", &self.function)
            .set("tier", &self.tier)
            .set_if("parent", self.parent.as_ref())
            .set_if("region", self.region.as_ref())
            .set("house", &self.house)
            .set_if("voting", self.voting.then_some(&Yes::Yes))
            .set("ref", &reference("member", once)?)
            .set_if("reason", self.reason.as_ref())
            .set("time", &at.desk.signing_time(&head))
            .set("signers", &SignerCount(1))
            .entry();
        let entry = entry.map_err(|error| WebError::Internal(error.into()))?;
        Ok(entry.to_text())
    }
}

/// What was read of a field; or notes what is wrong with it.
fn noted<T, E>(errors: &mut Vec<FieldError>, read: Result<T, E>, wrong: FieldError) -> Option<T> {
    if read.is_err() {
        errors.push(wrong);
    }
    read.ok()
}

/// A field that may be left empty.
fn optional<T: Field>(text: &str) -> Result<Option<T>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    T::parse(text).map(Some).map_err(|_| ())
}

/// A sentence that may be left out.
pub(super) fn prose(text: &str) -> Result<Option<Prose>, ()> {
    optional(text)
}

/// The reference of what a form becomes: the same form is the same entry.
pub(super) fn reference(what: &str, once: &str) -> Result<RecordRef, WebError> {
    let reference = RecordRef::parse(&format!("{what}-{once}"));
    reference.map_err(|error| WebError::Internal(error.to_string().into()))
}

async fn show(
    at: &Looking,
    status: StatusCode,
    page: MemberFormPage,
) -> Result<Response, WebError> {
    let page = DeskPage::MemberForm(page);
    at.show(status, "desk/members/new".to_owned(), page).await
}
