//! Days per hop, and what went between two members.

use super::lexicon::Lexicon;
use crate::store::read::{Flow, ScopeKind};
use crate::store::{Store, StoreError};
use app::views::{FlowRow, Hops, MemberHops, TierHops};
use ledger::{ArrivalKey, ArrivalTerms, Member, Scope};

/// The days of some steps.
pub(crate) fn hops(terms: &ArrivalTerms) -> Hops {
    let buckets = [
        terms.to_1,
        terms.to_3,
        terms.to_7,
        terms.to_14,
        terms.to_30,
        terms.to_60,
        terms.beyond,
    ];
    Hops {
        confirmed: terms.confirmed.unsigned_abs(),
        days: terms.days.unsigned_abs(),
        buckets: buckets.map(i64::unsigned_abs),
    }
}

/// The days of a tier's steps; nothing where none was confirmed.
pub(crate) fn of_tier((key, terms): &(ArrivalKey, ArrivalTerms)) -> Option<TierHops> {
    let Scope::Tier(tier) = &key.scope else {
        return None;
    };
    (terms.confirmed > 0).then(|| TierHops {
        tier: tier.0,
        hops: hops(terms),
    })
}

/// How a member's money arrives in one programme, beside its tier's.
pub(crate) struct Arrived {
    /// Its own.
    pub(crate) own: ArrivalTerms,
    /// Its tier's.
    pub(crate) peers: ArrivalTerms,
}

/// How a member's money arrives in these programmes, in their order.
pub(crate) async fn arrived(
    store: &Store,
    member: &Member,
    programmes: &[String],
) -> Result<Vec<Arrived>, StoreError> {
    let (name, tier) = (member.name.to_string(), member.tier.0.to_string());
    let wanted = programmes.iter().flat_map(|programme| {
        let own = (programme.clone(), ScopeKind::Member, name.clone());
        let peers = (programme.clone(), ScopeKind::Tier, tier.clone());
        [own, peers]
    });
    let found = store.arrivals_at(wanted.collect()).await?;
    let at = |programme: &String, scope: Scope| {
        let programme = programme.parse().ok()?;
        found.get(&ArrivalKey { programme, scope }).copied()
    };
    let rows = programmes.iter().map(|programme| Arrived {
        own: at(programme, Scope::Member(member.name.clone())).unwrap_or_default(),
        peers: at(programme, Scope::Tier(member.tier)).unwrap_or_default(),
    });
    Ok(rows.collect())
}

/// A member's days beside its peers'; nothing where it confirmed nothing yet.
pub(crate) fn of_member(
    lexicon: &Lexicon,
    programme: &str,
    arrived: &Arrived,
) -> Option<MemberHops> {
    (arrived.own.confirmed > 0).then(|| MemberHops {
        programme: lexicon.programme(programme),
        allowed: lexicon.terms(programme).map(|terms| terms.hop_days.0),
        own: hops(&arrived.own),
        peers: hops(&arrived.peers),
    })
}

/// What went between a member and `other`.
pub(crate) fn flow_row(
    lexicon: &Lexicon,
    other: &ledger::field::MemberName,
    flow: &Flow,
) -> FlowRow {
    let (key, terms) = flow;
    let programme = key.programme.as_str();
    FlowRow {
        party: lexicon.party(other),
        programme: lexicon.programme(programme),
        currency: lexicon.currency(programme),
        sent: terms.sent,
        received: terms.received,
        back: terms.back,
        transit: terms.in_transit,
        missing: terms.missing,
        contested: terms.contested,
        steps: terms.steps.unsigned_abs(),
        confirmed: terms.confirmed.unsigned_abs(),
        days: terms.days.unsigned_abs(),
    }
}
