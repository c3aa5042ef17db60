//! Which view a file's name and its parameters mean.

use super::columns;
use super::rows::{Cursor, Rows};
use crate::export::table::Column;
use crate::store::Store;
use crate::store::read::ScopeKind;
use crate::web::error::WebError;
use crate::web::findings;
use crate::web::query::Query;
use app::views::{FindingCode, FindingsFilter, Severity, Wanted};
use ledger::{Member, Programme};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands unescaped in a parameter: RFC 3986's unreserved characters and the slash of names.
const PARAMETER: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// What a table's rows are read from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Programmes,
    Scope(Box<Programme>, ScopeKind),
    Places(Box<Programme>, Option<u8>, Option<String>),
    Months(Box<Programme>),
    MemberMonths(Box<Programme>, String),
    Hops(Box<Programme>),
    ProgrammeSteps(Box<Programme>),
    Accounts(String),
    Flows(String),
    Children(String),
    Steps(String),
    Findings(FindingsFilter),
}

/// A table that can be taken.
#[derive(Debug)]
pub(super) struct Table {
    /// The view's name.
    pub(super) name: &'static str,
    /// The name with its parameters in their order.
    pub(super) address: String,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    source: Source,
}

impl Table {
    pub(super) fn new(
        name: &'static str,
        parameters: &[(&str, &str)],
        columns: Vec<Column>,
        source: Source,
    ) -> Self {
        let query: Vec<String> = parameters
            .iter()
            .map(|(key, value)| format!("{key}={}", utf8_percent_encode(value, PARAMETER)))
            .collect();
        let query = query.join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        Self {
            name,
            address: format!("{name}{mark}{query}"),
            columns,
            source,
        }
    }

    /// Its rows, as of a ledger time.
    pub(super) fn rows(&self, clock: i64) -> Rows {
        Rows::new(self.source.clone(), Cursor::default(), clock)
    }
}

/// The table with this name; nothing at all under another one.
pub(super) async fn table(store: &Store, name: &str, query: &Query) -> Result<Table, WebError> {
    match name {
        "programmes" => Ok(Table::new(
            "programmes",
            &[],
            columns::programmes(),
            Source::Programmes,
        )),
        "places" | "tiers" | "regions" | "months" | "hops" => {
            of_programme(store, name, query).await
        }
        "accounts" | "flows" | "children" => of_member(store, name, query).await,
        "steps" if query.get("member").is_some() => of_member(store, name, query).await,
        "steps" => of_programme(store, name, query).await,
        "findings" => found(query),
        _ => Err(WebError::NotFound),
    }
}

/// The programme that the query names.
pub(super) async fn programme(store: &Store, query: &Query) -> Result<Box<Programme>, WebError> {
    let expected = || WebError::field("programme", Wanted::Programme);
    let id = query.get("programme").ok_or_else(expected)?;
    let programme = store.programme(id).await?.ok_or(WebError::NotFound)?;
    Ok(Box::new(programme))
}

async fn of_programme(store: &Store, name: &str, query: &Query) -> Result<Table, WebError> {
    let programme = programme(store, query).await?;
    let id = programme.name.to_string();
    let parameters = [("programme", id.as_str())];
    let scope = |name, of, scope| {
        Table::new(
            name,
            &parameters,
            columns::tallies(of),
            Source::Scope(programme.clone(), scope),
        )
    };
    Ok(match name {
        "tiers" => scope("tiers", columns::of_tier(), ScopeKind::Tier),
        "regions" => scope("regions", columns::of_region(), ScopeKind::Region),
        "places" => places(&programme, query)?,
        "months" if query.get("member").is_some() => member_months(store, programme, query).await?,
        "months" => Table::new(
            "months",
            &parameters,
            columns::tallies(columns::of_month()),
            Source::Months(programme),
        ),
        "hops" => Table::new(
            "hops",
            &parameters,
            columns::hops(),
            Source::Hops(programme),
        ),
        _ => Table::new(
            "steps",
            &parameters,
            columns::steps(),
            Source::ProgrammeSteps(programme),
        ),
    })
}

/// All members of a programme, or those of one level or region, as places are compared.
fn places(programme: &Programme, query: &Query) -> Result<Table, WebError> {
    let id = programme.name.to_string();
    let mut parameters = vec![("programme", id.as_str())];
    let tier = query.get("tier");
    parameters.extend(tier.map(|tier| ("tier", tier)));
    let region = query.get("region");
    parameters.extend(region.map(|region| ("region", region)));
    let expected = |_| WebError::field("tier", Wanted::Tier);
    let tier = tier.map(str::parse).transpose().map_err(expected)?;
    let source = Source::Places(
        Box::new(programme.clone()),
        tier,
        region.map(ToOwned::to_owned),
    );
    Ok(Table::new("places", &parameters, columns::places(), source))
}

/// The months of one member's total in a programme.
async fn member_months(
    store: &Store,
    programme: Box<Programme>,
    query: &Query,
) -> Result<Table, WebError> {
    let member = query.get("member").unwrap_or_default();
    let member: Member = store.member(member).await?.ok_or(WebError::NotFound)?;
    let (id, member) = (programme.name.to_string(), member.name.to_string());
    let parameters = [("programme", id.as_str()), ("member", member.as_str())];
    let columns = columns::member_months();
    let source = Source::MemberMonths(programme, member.clone());
    Ok(Table::new("months", &parameters, columns, source))
}

async fn of_member(store: &Store, name: &str, query: &Query) -> Result<Table, WebError> {
    let id = query
        .get("member")
        .ok_or_else(|| WebError::field("member", Wanted::Member))?;
    let member: Member = store.member(id).await?.ok_or(WebError::NotFound)?;
    let (parameters, id) = ([("member", id)], member.name.to_string());
    Ok(match name {
        "accounts" => Table::new(
            "accounts",
            &parameters,
            columns::accounts(),
            Source::Accounts(id),
        ),
        "flows" => Table::new("flows", &parameters, columns::flows(), Source::Flows(id)),
        "children" => Table::new(
            "children",
            &parameters,
            columns::children(),
            Source::Children(id),
        ),
        _ => Table::new("steps", &parameters, columns::steps(), Source::Steps(id)),
    })
}

fn found(query: &Query) -> Result<Table, WebError> {
    let filter = findings::filter(query)?;
    let code = filter.code.map(FindingCode::as_str);
    let parameters = [
        ("code", code),
        ("severity", filter.severity.map(Severity::as_str)),
        ("place", filter.place.as_deref()),
        ("programme", filter.programme.as_deref()),
        ("member", filter.member.as_deref()),
        ("state", Some(filter.state.as_str())),
    ];
    let given: Vec<(&str, &str)> = parameters
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .collect();
    let source = Source::Findings(filter.clone());
    Ok(Table::new("findings", &given, columns::findings(), source))
}
