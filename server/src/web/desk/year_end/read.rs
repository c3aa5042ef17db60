//! What was answered, read against what is held: the text that it makes, or everything that is wrong.

use super::super::super::error::WebError;
use super::super::after::reason;
use super::super::amount;
use super::super::draft::read::occurred;
use super::super::draft::signers::PERSONS_LATE;
use super::super::form::fault;
use super::form::{Place, Year};
use super::judge;
use super::ways::Way;
use crate::draft::Draft as Writing;
use crate::holdings::{Holding, draw};
use app::views::{FieldError, YearEndPage};
use ledger::entry::Kind;
use ledger::field::{Amount, Day, Field, Prose, RecordRef, SignerCount, Source, Yes};
use ledger::{Entry, Minor, Refusal};

/// What an entry says besides whose money it is.
struct Words<'a> {
    amount: Amount,
    sources: &'a [Source],
    occurred: Day,
    reason: Option<&'a Prose>,
    once: &'a str,
}

impl Year {
    /// What can become of what is shown, each held against the rules with the money that it could take.
    pub(super) async fn judged(&self, ways: &mut [Way], today: Day) -> Result<(), WebError> {
        for way in ways {
            let all: Vec<_> = self.places.iter().collect();
            let mut holdings = takable(&all, way);
            way.most = holdings.iter().map(|holding| holding.held).sum();
            let Some(most) = Amount::new(way.most) else {
                continue;
            };
            let sources = draw(&mut holdings, most);
            let sources = sources.map_err(|error| WebError::Internal(error.to_string().into()))?;
            let words = Words {
                amount: most,
                sources: &sources,
                occurred: today,
                reason: None,
                once: "trial",
            };
            let entry = self.entry(way, &words).map_err(internal)?;
            let refusal = judge::refusal(&self.at, &entry).await?;
            way.refusal = refusal.map(|refusal| refusal.code());
        }
        Ok(())
    }

    /// The text that the form makes, or everything that is wrong with it.
    pub(super) async fn text(
        &self,
        page: &mut YearEndPage,
        ways: &[Way],
    ) -> Result<Result<String, Vec<FieldError>>, WebError> {
        let ticked = |place: &&Place| page.ticked.contains(&place.citation());
        let ticked: Vec<&Place> = self.places.iter().filter(ticked).collect();
        let mut wrong = Vec::new();
        if ticked.is_empty() {
            wrong.push(fault("source", "source-missing"));
        }
        let open = |way: &&Way| way.refusal.is_none() && way.value() == page.what;
        let way = ways.iter().find(open);
        if way.is_none() {
            wrong.push(fault("what", "way-missing"));
        }
        let day = self.day(&page.occurred);
        let reason = reason(&page.reason);
        let sum = match way {
            Some(way) if !ticked.is_empty() => Some(self.sum(page, &ticked, way)),
            _ => None,
        };
        wrong.extend(sum.as_ref().and_then(|sum| sum.as_ref().err()).cloned());
        wrong.extend(day.as_ref().err().cloned());
        wrong.extend(reason.as_ref().err().cloned());
        let (Some(way), Some(Ok((amount, sources))), Ok(occurred), Ok(reason)) =
            (way, sum, day, reason)
        else {
            return Ok(Err(wrong));
        };
        let words = Words {
            amount,
            sources: &sources,
            occurred,
            reason: Some(&reason),
            once: &page.once,
        };
        let Ok(entry) = self.entry(way, &words) else {
            return Ok(Err(vec![fault("reason", "reason-unreadable")]));
        };
        let refusal = judge::refusal(&self.at, &entry).await?;
        Ok(match refusal {
            Some(refusal) => Err(vec![fault(field_of(&refusal), refusal.code())]),
            None => Ok(entry.to_text()),
        })
    }

    fn day(&self, typed: &str) -> Result<Day, FieldError> {
        if typed.is_empty() {
            return Err(fault("occurred", "day-missing"));
        }
        occurred(typed, self.today())
    }

    /// How much, and out of which of what is ticked, the oldest first; all of it where nothing is typed.
    fn sum(
        &self,
        page: &mut YearEndPage,
        ticked: &[&Place],
        way: &Way,
    ) -> Result<(Amount, Vec<Source>), FieldError> {
        let wrong = |code| fault("amount", code);
        let mut holdings = takable(ticked, way);
        let most: Minor = holdings.iter().map(|holding| holding.held).sum();
        // Nothing of it can be carried over any more.
        if most == 0 {
            return Err(fault("source", "already-carried"));
        }
        let exponent = self.programme.exponent.0;
        let minor = match amount::typed(&page.amount, self.at.language, exponent) {
            Ok(minor) => minor,
            Err("amount-missing") => most,
            Err("amount-zero") => return Err(wrong("sum-zero")),
            Err(code) => return Err(wrong(code)),
        };
        if minor > most {
            page.most = Some(most);
            return Err(wrong("sum-most"));
        }
        let amount = Amount::new(minor).ok_or_else(|| wrong("amount-unreadable"))?;
        let sources = draw(&mut holdings, amount).map_err(|_| wrong("sum-scattered"))?;
        Ok((amount, sources))
    }

    /// The entry. One of a day whose books are closed says so, and asks for the persons that this takes.
    fn entry(&self, way: &Way, words: &Words<'_>) -> Result<Entry, String> {
        let programmes = std::iter::once(&self.programme).chain(&way.into);
        let mut closed = programmes.filter_map(|programme| programme.closed_through);
        let late = closed.any(|through| words.occurred <= through);
        let persons = if late { PERSONS_LATE } else { 1 };
        let reference = format!("{}-{}", way.word(), words.once);
        let reference = RecordRef::parse(&reference).map_err(|error| error.to_string())?;
        let kind = match way.into {
            Some(_) => Kind::CarryOver,
            None => Kind::Surrender,
        };
        let into = way.into.as_ref().map(|into| &into.name);
        Writing::new(kind)
            .set("ledger", &self.head.ledger)
            .set("programme", &self.programme.name)
            .set_if("into-programme", into)
            .set("by", &self.at.person().member)
            .set("ref", &reference)
            .set("amount", &words.amount)
            .set("currency", &self.programme.currency)
            .set_all("source", words.sources)
            .set("occurred", &words.occurred)
            .set_if("late", late.then_some(&Yes::Yes))
            .set_if("reason", words.reason)
            .set("time", &self.at.desk.signing_time(&self.head))
            .set("signers", &SignerCount(persons))
            .entry()
    }
}

/// What of these places a way can take: what was carried over once isn't carried again.
fn takable(places: &[&Place], way: &Way) -> Vec<Holding> {
    let may = |place: &&&Place| way.into.is_none() || !place.node.carried;
    let own = places.iter().filter(may);
    own.map(|place| place.holding()).collect()
}

/// The field that a refusal of the rules is about.
const fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::OccurredAhead { .. } => "occurred",
        Refusal::BeyondNode { .. } => "amount",
        _ => "what",
    }
}

fn internal(error: String) -> WebError {
    WebError::Internal(error.into())
}
