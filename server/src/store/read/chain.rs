//! The chain of an entry: up to the appropriations that its money came from, and down to what it
//! paid for.

use super::{listed_max, select};
use crate::store::tables::{Row, about, leg};
use crate::store::{Store, StoreError, codes, sql};
use ledger::entry::Kind;
use ledger::{Minor, NodeRef};
use sea_orm::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a chain that are followed: a state has fewer tiers.
pub const CHAIN_DEPTH_MAX: u32 = 8;

/// Links of a chain that are given; how many were left out is said.
pub const CHAIN_LINKS_MAX: usize = 48;

/// Entries of a chain whose outflows are read at once, each up to a limit of its own. Most entries
/// have a few; a chain that is shown to its end asks for four times as many.
const READ_AT_ONCE: usize = 12;

const OUT_OF: &str = "WHERE ledger = ? AND source_idx = ? ORDER BY source_leg, idx LIMIT ?";
// 22 expense, 24 surrender, 25 carry-over: money that leaves a node for good.
const SPENT_FROM: &str =
    "WHERE ledger = ? AND subject = ? AND kind IN (22, 24, 25) ORDER BY idx LIMIT ?";

const COUNT_OUT_OF: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM leg WHERE ledger = ? AND source_idx = ? LIMIT ?) AS counted";
const COUNT_SPENT: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM about \
    WHERE ledger = ? AND subject = ? AND kind IN (22, 24, 25) LIMIT ?) AS counted";

pub(super) fn statements() -> Vec<String> {
    let lists = [
        select::<leg::Model>(OUT_OF),
        select::<about::Model>(SPENT_FROM),
        several::<leg::Model>(OUT_OF),
        several::<about::Model>(SPENT_FROM),
    ];
    lists
        .into_iter()
        .chain([COUNT_OUT_OF, COUNT_SPENT].map(str::to_owned))
        .collect()
}

/// The same list for [`READ_AT_ONCE`] entries: a statement for each would cost as much as its rows.
fn several<R: Row>(tail: &str) -> String {
    let one = select::<R>(tail);
    let each = (0..READ_AT_ONCE).map(|nth| format!("SELECT * FROM ({one}) AS n{nth}"));
    each.collect::<Vec<_>>().join(" UNION ALL ")
}

/// A link: an entry that money of the chain passed through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The entry's index.
    pub index: u64,
    /// Its kind, where the walk knows it: a step's is either transfer or return.
    pub kind: Option<Kind>,
    /// How much of it belongs to the chain, in minor units; nothing where only the entry's own
    /// lines say so.
    pub amount: Option<Minor>,
    /// The node that it draws on, for an entry whose lines say how much.
    pub drawn_from: Option<u64>,
    /// Levels away from where the walk began, from 1.
    pub depth: u32,
}

/// A walk's links, in the order in which a reader follows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The links.
    pub links: Vec<Link>,
    /// How many are known to be left out.
    pub left_out: u64,
}

impl Store {
    /// From the appropriations down to these nodes, the nearest last. Every leg has one source, so
    /// each node has one line upward.
    ///
    /// # Errors
    /// The database's error.
    pub async fn chain_up(&self, sources: &[NodeRef]) -> Result<Chain, StoreError> {
        let mut chain = Chain::default();
        let mut level: BTreeSet<NodeRef> = sources.iter().copied().collect();
        let mut seen = BTreeSet::new();
        for depth in 1..=CHAIN_DEPTH_MAX {
            let indexes: BTreeSet<u64> = level.iter().map(|node| node.index).collect();
            let legs = self.legs_of(indexes.iter().copied()).await?;
            let mut above = BTreeSet::new();
            for node in &level {
                if !seen.insert(*node) {
                    continue;
                }
                let leg = legs.get(node);
                let amount = leg.map(|leg| Minor::from(leg.sent));
                chain.links.push(Link {
                    index: node.index,
                    kind: None,
                    amount,
                    drawn_from: None,
                    depth,
                });
                above.extend(leg.map(|leg| NodeRef {
                    index: leg.source_idx.cast_unsigned(),
                    leg: u8::try_from(leg.source_leg).unwrap_or(u8::MAX),
                }));
            }
            level = above;
            if level.is_empty() {
                break;
            }
        }
        chain.left_out = level.len() as u64;
        chain.links.reverse();
        if chain.links.len() > CHAIN_LINKS_MAX {
            let over = chain.links.len() - CHAIN_LINKS_MAX;
            chain.left_out += over as u64;
            chain.links.drain(..over);
        }
        Ok(chain)
    }

    async fn legs_of(
        &self,
        indexes: impl Iterator<Item = u64>,
    ) -> Result<BTreeMap<NodeRef, leg::Model>, StoreError> {
        let keys = indexes.filter_map(|index| i64::try_from(index).ok());
        let legs: Vec<leg::Model> =
            sql::select_by_number(self.reads(), self.ledger(), keys).await?;
        let keyed = legs.into_iter().map(|leg| {
            let at = NodeRef {
                index: leg.idx.cast_unsigned(),
                leg: u8::try_from(leg.leg).unwrap_or(u8::MAX),
            };
            (at, leg)
        });
        Ok(keyed.collect())
    }

    /// What an entry's nodes paid for, depth first in the ledger's order.
    ///
    /// # Errors
    /// The database's error.
    pub async fn chain_down(&self, index: u64) -> Result<Chain, StoreError> {
        let mut chain = Chain::default();
        let mut seen = BTreeSet::from([index]);
        let mut below = self.paid_from(&[index]).await?;
        // The next link stands last.
        let mut open = below.remove(&index).unwrap_or_default();
        let known = open.len() as u64;
        chain.left_out = self.outflow_count(index).await?.saturating_sub(known);
        open.reverse();
        while let Some(link) = open.pop() {
            if chain.links.len() == CHAIN_LINKS_MAX {
                chain.left_out += open.len() as u64 + 1;
                break;
            }
            chain.links.push(link);
            // A return goes back up: what its node pays for later isn't this entry's.
            let onward = link.kind == Some(Kind::Transfer) && seen.insert(link.index);
            if onward && link.depth < CHAIN_DEPTH_MAX {
                if !below.contains_key(&link.index) {
                    let next = next_onward(&link, &open, &seen);
                    below.extend(self.paid_from(&next).await?);
                }
                let deeper = below.remove(&link.index).unwrap_or_default();
                let deeper = deeper.into_iter().map(|one| Link {
                    depth: link.depth + 1,
                    ..one
                });
                open.extend(deeper.rev());
            }
        }
        Ok(chain)
    }

    /// How many legs and expenses draw on an entry's nodes, counted up to [`super::LISTED_MAX`].
    async fn outflow_count(&self, node: u64) -> Result<u64, StoreError> {
        let Ok(key) = i64::try_from(node) else {
            return Ok(0);
        };
        let values = || [self.ledger().into(), key.into(), listed_max()];
        Ok(self.count(COUNT_OUT_OF, values()).await? + self.count(COUNT_SPENT, values()).await?)
    }

    /// One level down from each of these entries, at most [`READ_AT_ONCE`] of them: transfers and
    /// returns by their legs, expenses by what they speak about. Every entry has its list.
    async fn paid_from(&self, nodes: &[u64]) -> Result<BTreeMap<u64, Vec<Link>>, StoreError> {
        let signed = nodes.iter().filter_map(|node| i64::try_from(*node).ok());
        let keys: BTreeSet<i64> = signed.collect();
        let mut sent: BTreeMap<(i64, i64), (Minor, bool)> = BTreeMap::new();
        for leg in self.each::<leg::Model>(OUT_OF, &keys).await? {
            let onward = leg.target_idx == leg.idx;
            let link = sent.entry((leg.source_idx, leg.idx)).or_insert((0, onward));
            link.0 += Minor::from(leg.sent);
        }
        let mut below: BTreeMap<u64, Vec<Link>> =
            nodes.iter().map(|node| (*node, Vec::new())).collect();
        for ((source, idx), (amount, onward)) in sent {
            below.entry(source.cast_unsigned()).or_default().push(Link {
                index: idx.cast_unsigned(),
                kind: onward.then_some(Kind::Transfer),
                amount: Some(amount),
                drawn_from: None,
                depth: 1,
            });
        }
        for row in self.each::<about::Model>(SPENT_FROM, &keys).await? {
            let node = row.subject.cast_unsigned();
            below.entry(node).or_default().push(Link {
                index: row.idx.cast_unsigned(),
                kind: Some(codes::kind(row.kind)?),
                amount: None,
                drawn_from: Some(node),
                depth: 1,
            });
        }
        for links in below.values_mut() {
            links.sort_by_key(|link| link.index);
        }
        Ok(below)
    }

    /// A list's rows for each of these entries, up to its own limit.
    async fn each<R: Row>(&self, tail: &str, keys: &BTreeSet<i64>) -> Result<Vec<R>, StoreError> {
        let limit = Value::from(CHAIN_LINKS_MAX.cast_signed() as i64 * 2);
        let one = |key: i64| [self.ledger().into(), key.into(), limit.clone()];
        match (keys.len(), keys.first()) {
            (0, _) | (_, None) => Ok(Vec::new()),
            (1, Some(key)) => self.rows(&select::<R>(tail), one(*key)).await,
            _ => {
                // No entry has this index: what there is no key for stays empty.
                let filled = keys.iter().copied().chain(std::iter::repeat(-1));
                let values = filled.take(READ_AT_ONCE).flat_map(one);
                self.rows(&several::<R>(tail), values).await
            }
        }
    }
}

/// A link whose outflows are wanted now, and those that stand next behind it.
fn next_onward(link: &Link, open: &[Link], seen: &BTreeSet<u64>) -> Vec<u64> {
    let behind = open.iter().rev().filter(|one| {
        let onward = one.kind == Some(Kind::Transfer) && one.depth < CHAIN_DEPTH_MAX;
        onward && !seen.contains(&one.index)
    });
    let behind = behind.map(|one| one.index).take(READ_AT_ONCE - 1);
    std::iter::once(link.index).chain(behind).collect()
}
