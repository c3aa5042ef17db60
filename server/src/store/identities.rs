//! Where an identity stands: an index over random hashes that doesn't cost a page for each entry.
//!
//! A tree over random keys touches another page with every insert, and at millions of rows that is
//! the dearest write on the path. Nothing here needs such a tree: that no text is admitted twice
//! follows from its reference, because the same text has the same author, kind and reference. What
//! is left is finding an entry that another one cites. So the first eight bytes of each identity
//! are kept in the order of the entries, in small blocks; when an epoch of 65,536 entries is full,
//! they are sorted once into slots, and a filter of 18 bits an entry says in memory which
//! identities the epoch can't hold. An unknown identity costs no query, a known one about one.

use super::tables::{identity_block, identity_filter, identity_run};
use super::{Store, StoreError, sql};
use ledger::field::Identity;
use smallvec::SmallVec;
use std::collections::HashMap;
use xorf::{BinaryFuse16, Descriptor, Filter};

/// Entries of one epoch: 144 KiB of filter, and an offset in it fits 16 bits.
pub const EPOCH_ENTRIES: u64 = 65_536;

/// Entries of one block: 2 KiB that a small group writes anew.
pub const BLOCK_ENTRIES: u64 = BLOCK as u64;

/// The same where memory is counted.
const BLOCK: usize = 256;

/// Bytes of a sorted prefix: eight of the identity, two of its offset in the epoch.
const RUN_ENTRY_BYTES: usize = 10;

/// Identities that are known by their first eight bytes. Two may share these: who asks compares
/// the rest.
#[derive(Debug, Default)]
pub(super) struct Identities {
    filters: Vec<BinaryFuse16>,
    /// Prefixes of the open epoch, in the order of their entries.
    open: Vec<u64>,
    places: HashMap<u64, SmallVec<[u16; 2]>, foldhash::fast::RandomState>,
}

/// What a group of entries writes.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) blocks: Vec<identity_block::Model>,
    pub(super) sealed: Vec<Sealed>,
}

/// An epoch that the group fills.
#[derive(Debug)]
pub(super) struct Sealed {
    pub(super) runs: Vec<identity_run::Model>,
    pub(super) filter: identity_filter::Model,
    /// Its blocks, which the runs replace.
    pub(super) blocks: std::ops::Range<i64>,
}

impl Identities {
    /// How many entries are known.
    #[must_use]
    pub(super) fn len(&self) -> u64 {
        self.first_open() + self.open.len() as u64
    }

    /// The first index of the open epoch.
    fn first_open(&self) -> u64 {
        self.filters.len() as u64 * EPOCH_ENTRIES
    }

    /// Indexes of the open epoch whose identity starts alike.
    fn in_open(&self, prefix: u64) -> impl Iterator<Item = u64> {
        let first = self.first_open();
        self.places
            .get(&prefix)
            .into_iter()
            .flatten()
            .map(move |offset| first + u64::from(*offset))
    }

    /// Full epochs that may hold the prefix.
    fn epochs(&self, prefix: u64) -> impl Iterator<Item = i64> {
        (0..)
            .zip(&self.filters)
            .filter(move |(_, filter)| filter.contains(&prefix))
            .map(|(epoch, _)| epoch)
    }

    /// Takes up the next entries.
    fn push(&mut self, prefix: u64) {
        let offset = u16::try_from(self.open.len()).expect("an epoch is sealed when it is full");
        self.open.push(prefix);
        self.places.entry(prefix).or_default().push(offset);
    }

    /// What the next entries write; the index itself changes when [`Self::extend`] follows.
    pub(super) fn write(&self, ledger: i64, prefixes: &[u64]) -> Result<Written, StoreError> {
        let mut written = Written::default();
        let full = self.open.len() / BLOCK;
        // Full blocks don't change; only a group that fills the epoch needs them once more.
        let sealing = (self.open.len() + prefixes.len()) as u64 >= EPOCH_ENTRIES;
        let skipped = if sealing { 0 } else { full };
        let mut open = self.open[skipped * BLOCK..].to_vec();
        let (mut epoch, mut unchanged) = (self.filters.len() as u64, full - skipped);
        for prefix in prefixes {
            open.push(*prefix);
            if open.len() as u64 == EPOCH_ENTRIES {
                written.sealed.push(seal(ledger, epoch, &open)?);
                open.clear();
                (epoch, unchanged) = (epoch + 1, 0);
            }
        }
        let first = epoch * (EPOCH_ENTRIES / BLOCK_ENTRIES) + skipped as u64;
        for (block, prefixes) in (0..).zip(open.chunks(BLOCK)).skip(unchanged) {
            let prefixes = prefixes.iter().flat_map(|prefix| prefix.to_be_bytes());
            written.blocks.push(identity_block::Model {
                ledger,
                block: number("block", first + block)?,
                prefixes: prefixes.collect(),
            });
        }
        Ok(written)
    }

    /// Takes up entries that are durable now.
    pub(super) fn extend(&mut self, prefixes: &[u64]) -> Result<(), StoreError> {
        for prefix in prefixes {
            self.push(*prefix);
            if self.open.len() as u64 == EPOCH_ENTRIES {
                self.filters.push(filter(&self.open)?);
                self.open.clear();
                self.places.clear();
            }
        }
        Ok(())
    }
}

fn number(column: &'static str, value: u64) -> Result<i64, StoreError> {
    i64::try_from(value).map_err(|_| StoreError::Row {
        table: "identity_block",
        column,
    })
}

fn filter(prefixes: &[u64]) -> Result<BinaryFuse16, StoreError> {
    // Two entries may share a prefix; the filter wants each once.
    let mut distinct = prefixes.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    BinaryFuse16::try_from(&distinct).map_err(|_| StoreError::Row {
        table: "identity_filter",
        column: "filter",
    })
}

fn seal(ledger: i64, epoch: u64, prefixes: &[u64]) -> Result<Sealed, StoreError> {
    let filter = filter(prefixes)?;
    let mut sorted: Vec<(u64, u16)> = prefixes.iter().copied().zip(0..=u16::MAX).collect();
    sorted.sort_unstable();
    let number_of = number("epoch", epoch)?;
    let slot_of = |entry: &(u64, u16)| entry.0 >> 56;
    let runs = sorted
        .chunk_by(|a, b| slot_of(a) == slot_of(b))
        .map(|entries| {
            let mut bytes = Vec::with_capacity(entries.len() * RUN_ENTRY_BYTES);
            for (prefix, offset) in entries {
                bytes.extend(prefix.to_be_bytes());
                bytes.extend(offset.to_be_bytes());
            }
            identity_run::Model {
                ledger,
                epoch: number_of,
                slot: (entries[0].0 >> 56).cast_signed(),
                prefixes: bytes,
            }
        });
    let blocks_each = EPOCH_ENTRIES / BLOCK_ENTRIES;
    let blocks = number("block", epoch * blocks_each)?..number("block", (epoch + 1) * blocks_each)?;
    Ok(Sealed {
        runs: runs.collect(),
        filter: identity_filter::Model {
            ledger,
            epoch: number_of,
            filter: filter_bytes(&filter),
        },
        blocks,
    })
}

fn filter_bytes(filter: &BinaryFuse16) -> Vec<u8> {
    let descriptor = &filter.descriptor;
    let mut bytes = descriptor.seed.to_be_bytes().to_vec();
    for part in [
        descriptor.segment_length,
        descriptor.segment_length_mask,
        descriptor.segment_count_length,
    ] {
        bytes.extend(part.to_be_bytes());
    }
    bytes.extend(
        filter
            .fingerprints
            .iter()
            .flat_map(|fingerprint| fingerprint.to_be_bytes()),
    );
    bytes
}

fn filter_from(bytes: &[u8]) -> Result<BinaryFuse16, StoreError> {
    let wrong = StoreError::Row {
        table: "identity_filter",
        column: "filter",
    };
    let read = || {
        let (seed, rest) = bytes.split_first_chunk::<8>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (mask, rest) = rest.split_first_chunk::<4>()?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (fingerprints, []) = rest.as_chunks::<2>() else {
            return None;
        };
        let descriptor = Descriptor {
            seed: u64::from_be_bytes(*seed),
            segment_length: u32::from_be_bytes(*length),
            segment_length_mask: u32::from_be_bytes(*mask),
            segment_count_length: u32::from_be_bytes(*count),
        };
        let fingerprints = fingerprints
            .iter()
            .copied()
            .map(u16::from_be_bytes)
            .collect();
        Some(BinaryFuse16 {
            descriptor,
            fingerprints,
        })
    };
    read().ok_or(wrong)
}

/// Offsets in a slot's bytes whose prefix is the wanted one.
fn in_run(bytes: &[u8], prefix: u64) -> impl Iterator<Item = u16> {
    let (entries, _) = bytes.as_chunks::<RUN_ENTRY_BYTES>();
    let key = prefix.to_be_bytes();
    let first = entries.partition_point(|entry| entry[..8] < key[..]);
    entries[first..]
        .iter()
        .take_while(move |entry| entry[..8] == key[..])
        .map(|[.., a, b]| u16::from_be_bytes([*a, *b]))
}

impl Store {
    /// Reads filters and the open epoch's prefixes that aren't known yet.
    pub(super) async fn refresh_identities(&self) -> Result<(), StoreError> {
        let known = self.identities_read().filters.len();
        let select = "SELECT ledger, epoch, filter FROM identity_filter WHERE ledger = ? AND epoch >= ? ORDER BY epoch";
        let known_epochs = number("epoch", known as u64)?;
        let rows = sql::query(
            self.reader(),
            select,
            [self.ledger().into(), known_epochs.into()],
        )
        .await?;
        let mut filters = Vec::with_capacity(rows.len());
        for row in &rows {
            filters.push(filter_from(&row.try_get_by_index::<Vec<u8>>(2)?)?);
        }
        let first_block = number(
            "block",
            (known + filters.len()) as u64 * (EPOCH_ENTRIES / BLOCK_ENTRIES),
        )?;
        let select =
            "SELECT prefixes FROM identity_block WHERE ledger = ? AND block >= ? ORDER BY block";
        let rows = sql::query(
            self.reader(),
            select,
            [self.ledger().into(), first_block.into()],
        )
        .await?;
        let mut identities = self.identities_write();
        identities.filters.extend(filters);
        identities.open.clear();
        identities.places.clear();
        for row in &rows {
            let bytes: Vec<u8> = row.try_get_by_index(0)?;
            bytes
                .as_chunks::<8>()
                .0
                .iter()
                .for_each(|prefix| identities.push(u64::from_be_bytes(*prefix)));
        }
        Ok(())
    }

    /// Indexes at which each of these identities may stand, by their first eight bytes.
    pub(super) async fn candidates(
        &self,
        wanted: &[Identity],
    ) -> Result<Vec<(Identity, u64)>, StoreError> {
        let mut found = Vec::with_capacity(wanted.len());
        let mut probes: Vec<(Identity, i64)> = Vec::new();
        {
            let identities = self.identities_read();
            for identity in wanted {
                found.extend(
                    identities
                        .in_open(identity.prefix())
                        .map(|index| (*identity, index)),
                );
                probes.extend(
                    identities
                        .epochs(identity.prefix())
                        .map(|epoch| (*identity, epoch)),
                );
            }
        }
        let key =
            |(identity, epoch): &(Identity, i64)| (*epoch, (identity.prefix() >> 56).cast_signed());
        let keys: std::collections::BTreeSet<(i64, i64)> = probes.iter().map(key).collect();
        let keys = keys
            .into_iter()
            .map(|(epoch, slot)| vec![epoch.into(), slot.into()])
            .collect();
        let runs: Vec<identity_run::Model> = sql::select(
            self.reader(),
            self.ledger(),
            sql::Lookup::Composite(2),
            keys,
        )
        .await?;
        let runs: HashMap<(i64, i64), Vec<u8>> = runs
            .into_iter()
            .map(|run| ((run.epoch, run.slot), run.prefixes))
            .collect();
        for probe in &probes {
            let Some(bytes) = runs.get(&key(probe)) else {
                continue;
            };
            let first = probe.1.cast_unsigned() * EPOCH_ENTRIES;
            found.extend(
                in_run(bytes, probe.0.prefix()).map(|offset| (probe.0, first + u64::from(offset))),
            );
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefixes(count: u64) -> Vec<u64> {
        (0..count)
            .map(|index| Identity::of(&index.to_string()).prefix())
            .collect()
    }

    #[test]
    fn the_index_is_the_same_in_groups_of_any_size() {
        let all = prefixes(EPOCH_ENTRIES + 1000);
        let mut singly = Identities::default();
        let mut blocks = HashMap::new();
        let mut sealed = Vec::new();
        for group in all.chunks(777) {
            let written = singly.write(1, group).expect("prefixes fit");
            blocks.extend(written.blocks.into_iter().map(|block| (block.block, block)));
            for epoch in written.sealed {
                blocks.retain(|block, _| !epoch.blocks.contains(block));
                sealed.push((epoch.filter, epoch.runs));
            }
            singly.extend(group).expect("prefixes fit");
        }
        let mut at_once = Identities::default().write(1, &all).expect("prefixes fit");
        assert_eq!(sealed.len(), 1);
        let epoch = at_once.sealed.remove(0);
        assert_eq!((epoch.filter, epoch.runs), sealed.remove(0));
        let mut left: Vec<_> = blocks.into_values().collect();
        left.sort_by_key(|block| block.block);
        assert_eq!(left, at_once.blocks);
        assert_eq!(singly.len(), all.len() as u64);
    }

    #[test]
    fn a_sealed_epoch_finds_what_it_holds_and_little_else() {
        let all = prefixes(EPOCH_ENTRIES);
        let written = Identities::default().write(1, &all).expect("prefixes fit");
        let epoch = &written.sealed[0];
        let filter = filter_from(&epoch.filter.filter).expect("a filter that was just written");
        for (offset, prefix) in all.iter().enumerate().step_by(97) {
            assert!(filter.contains(prefix));
            let run = epoch
                .runs
                .iter()
                .find(|run| run.slot == (prefix >> 56).cast_signed())
                .expect("its slot");
            assert!(in_run(&run.prefixes, *prefix).any(|found| usize::from(found) == offset));
        }
        let strangers =
            (0..20_000).map(|index| Identity::of(&format!("stranger {index}")).prefix());
        assert!(strangers.filter(|prefix| filter.contains(prefix)).count() < 10);
    }
}
