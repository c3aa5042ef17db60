//! By what an entry is found: an index over random hashes that doesn't cost a page for each entry.
//!
//! A tree over random keys touches another page with every insert, and at millions of rows that is
//! the dearest write on the path. So nothing here is such a tree. Each entry leaves a few marks,
//! eight bytes of a hash each: of its identity, by which others cite it; of its author, kind and
//! reference, which make a repeat a repeat; of its reference alone, by which people search; of the
//! payment it makes, by which a possible duplicate is met. Marks are kept in the order of the
//! entries, in small blocks; when an epoch of 65,536 entries is full, they are sorted once into
//! slots, and a filter of 18 bits a mark says in memory which marks the epoch can't hold. An unknown
//! mark costs no query, a known one about one. Two hashes may share a mark: whoever asks reads the
//! entry and compares.

use super::tables::{mark_block, mark_filter, mark_run};
use super::{Store, StoreError, codes, sql};
use ledger::Effects;
use ledger::entry::Kind;
use ledger::field::{Identity, MemberName, RecordRef};
use sha2::{Digest, Sha256};
use smallvec::SmallVec;
use std::collections::HashMap;
use xorf::{BinaryFuse16, Descriptor, Filter};

/// Entries of one epoch: an offset in it fits 16 bits, and its filter stays below half a megabyte.
pub const EPOCH_ENTRIES: u64 = 65_536;

/// Entries of one block: some 8 KiB that a small group writes anew.
pub const BLOCK_ENTRIES: u64 = BLOCK as u64;

/// The same where memory is counted.
const BLOCK: usize = 256;

/// Bytes of a kept mark: eight of the hash, two of its entry's offset in the epoch.
const MARK_BYTES: usize = 10;

/// Eight bytes of a hash by which an entry is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Mark(u64);

impl Mark {
    /// Of an entry's identity, which is a hash already.
    pub(super) const fn of_identity(identity: &Identity) -> Self {
        Self(identity.prefix())
    }

    /// Of what must be unique.
    pub(super) fn of_repeat(author: &MemberName, kind: Kind, reference: &RecordRef) -> Self {
        let kind = codes::of_kind(kind).to_be_bytes();
        Self::hash(
            b"repeat",
            &[
                author.as_str().as_bytes(),
                &kind,
                reference.as_str().as_bytes(),
            ],
        )
    }

    /// Of a reference, whoever uses it.
    pub(super) fn of_reference(reference: &str) -> Self {
        Self::hash(b"reference", &[reference.as_bytes()])
    }

    /// Of a payment by its fortnight and digest.
    pub(super) fn of_payment((fortnight, digest): (i64, u64)) -> Self {
        Self::hash(
            b"payment",
            &[&fortnight.to_be_bytes(), &digest.to_be_bytes()],
        )
    }

    /// A strong hash, so that nobody finds many texts of one mark; SHA-256, which processors have
    /// an instruction for: a mark is never shown, nor does it outlive a rebuild. No text holds a
    /// line feed, so parts can't run into each other.
    fn hash(what: &[u8], parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new_with_prefix(what);
        for part in parts {
            hash.update(b"\n");
            hash.update(part);
        }
        let bytes: [u8; 32] = hash.finalize().into();
        Self(Identity(bytes).prefix())
    }

    /// The slot of a full epoch.
    const fn slot(self) -> i64 {
        (self.0 >> 56).cast_signed()
    }
}

/// The marks of one entry.
pub(super) type Marks = SmallVec<[Mark; 4]>;

/// The marks that an admitted entry leaves.
pub(super) fn marks_of(effects: &Effects) -> Marks {
    let mut marks = Marks::from_slice(&[
        Mark::of_identity(&effects.identity),
        Mark::of_repeat(&effects.author, effects.kind, &effects.reference),
        Mark::of_reference(effects.reference.as_str()),
    ]);
    marks.extend(
        effects
            .repeats
            .iter()
            .map(|(payment, _)| Mark::of_payment(*payment)),
    );
    marks
}

/// A mark with its entry's offset in the epoch.
type Placed = (Mark, u16);

/// Where marks are.
#[derive(Debug, Default)]
pub(super) struct Finder {
    filters: Vec<BinaryFuse16>,
    /// Entries of the open epoch.
    entries: usize,
    /// Their marks, in the order of the entries.
    open: Vec<Placed>,
    places: HashMap<Mark, SmallVec<[u16; 2]>, foldhash::fast::RandomState>,
}

/// What a group of entries writes.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) blocks: Vec<mark_block::Model>,
    pub(super) sealed: Vec<Sealed>,
}

/// An epoch that the group fills.
#[derive(Debug)]
pub(super) struct Sealed {
    pub(super) runs: Vec<mark_run::Model>,
    pub(super) filter: mark_filter::Model,
    /// Its blocks, which the runs replace.
    pub(super) blocks: std::ops::Range<i64>,
}

impl Finder {
    /// How many entries are known.
    #[must_use]
    pub(super) fn len(&self) -> u64 {
        self.first_open() + self.entries as u64
    }

    /// The first index of the open epoch.
    fn first_open(&self) -> u64 {
        self.filters.len() as u64 * EPOCH_ENTRIES
    }

    /// Indexes of the open epoch that have the mark.
    fn in_open(&self, mark: Mark) -> impl Iterator<Item = u64> {
        let first = self.first_open();
        let offsets = self.places.get(&mark).into_iter().flatten();
        offsets.map(move |offset| first + u64::from(*offset))
    }

    /// Full epochs that may hold the mark.
    fn epochs(&self, mark: Mark) -> impl Iterator<Item = i64> {
        (0..)
            .zip(&self.filters)
            .filter(move |(_, filter)| filter.contains(&mark.0))
            .map(|(epoch, _)| epoch)
    }

    /// Takes up the next entry's marks.
    fn push(&mut self, marks: impl IntoIterator<Item = Mark>) {
        let offset = offset(self.entries);
        for mark in marks {
            self.open.push((mark, offset));
            self.places.entry(mark).or_default().push(offset);
        }
        self.entries += 1;
    }

    /// What the next entries write; the index itself changes when [`Self::extend`] follows.
    pub(super) fn write(&self, ledger: i64, group: &[Marks]) -> Result<Written, StoreError> {
        let mut written = Written::default();
        // Full blocks don't change; only a group that fills the epoch needs them once more.
        let sealing = (self.entries + group.len()) as u64 >= EPOCH_ENTRIES;
        let unchanged = if sealing {
            0
        } else {
            self.entries / BLOCK * BLOCK
        };
        let first = self
            .open
            .partition_point(|(_, at)| usize::from(*at) < unchanged);
        let mut open = self.open[first..].to_vec();
        let (mut epoch, mut entries) = (self.filters.len() as u64, self.entries);
        let mut changed = self.entries / BLOCK;
        for marks in group {
            let at = offset(entries);
            open.extend(marks.iter().map(|mark| (*mark, at)));
            entries += 1;
            if entries as u64 == EPOCH_ENTRIES {
                written.sealed.push(seal(ledger, epoch, &open)?);
                open.clear();
                (epoch, entries, changed) = (epoch + 1, 0, 0);
            }
        }
        let block_of = |(_, at): &Placed| usize::from(*at) / BLOCK;
        let blocks = open.chunk_by(|a, b| block_of(a) == block_of(b));
        for marks in blocks.filter(|marks| block_of(&marks[0]) >= changed) {
            let number_of = epoch * (EPOCH_ENTRIES / BLOCK_ENTRIES) + block_of(&marks[0]) as u64;
            written.blocks.push(mark_block::Model {
                ledger,
                block: number("block", number_of)?,
                marks: to_bytes(marks),
            });
        }
        Ok(written)
    }

    /// Takes up entries that are durable now.
    pub(super) fn extend(&mut self, group: Vec<Marks>) -> Result<(), StoreError> {
        for marks in group {
            self.push(marks);
            if self.entries as u64 == EPOCH_ENTRIES {
                self.filters.push(filter(&self.open)?);
                self.forget_open();
            }
        }
        Ok(())
    }

    fn forget_open(&mut self) {
        self.entries = 0;
        self.open.clear();
        self.places.clear();
    }
}

fn offset(entries: usize) -> u16 {
    u16::try_from(entries).expect("an epoch is sealed when it is full")
}

fn to_bytes(marks: &[Placed]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(marks.len() * MARK_BYTES);
    for (mark, offset) in marks {
        bytes.extend(mark.0.to_be_bytes());
        bytes.extend(offset.to_be_bytes());
    }
    bytes
}

fn from_bytes(bytes: &[u8]) -> impl Iterator<Item = Placed> {
    let (marks, _) = bytes.as_chunks::<MARK_BYTES>();
    marks.iter().map(|[mark @ .., a, b]| {
        (
            Mark(u64::from_be_bytes(*mark)),
            u16::from_be_bytes([*a, *b]),
        )
    })
}

fn number(column: &'static str, value: u64) -> Result<i64, StoreError> {
    i64::try_from(value).map_err(|_| StoreError::Row {
        table: "mark_block",
        column,
    })
}

fn filter(marks: &[Placed]) -> Result<BinaryFuse16, StoreError> {
    // Two entries may share a mark; the filter wants each once.
    let mut distinct: Vec<u64> = marks.iter().map(|(mark, _)| mark.0).collect();
    distinct.sort_unstable();
    distinct.dedup();
    BinaryFuse16::try_from(&distinct).map_err(|_| StoreError::Row {
        table: "mark_filter",
        column: "filter",
    })
}

fn seal(ledger: i64, epoch: u64, marks: &[Placed]) -> Result<Sealed, StoreError> {
    let filter = filter(marks)?;
    let mut sorted = marks.to_vec();
    sorted.sort_unstable();
    let number_of = number("epoch", epoch)?;
    let runs = sorted
        .chunk_by(|a, b| a.0.slot() == b.0.slot())
        .map(|marks| mark_run::Model {
            ledger,
            epoch: number_of,
            slot: marks[0].0.slot(),
            marks: to_bytes(marks),
        });
    let blocks_each = EPOCH_ENTRIES / BLOCK_ENTRIES;
    let blocks = number("block", epoch * blocks_each)?..number("block", (epoch + 1) * blocks_each)?;
    Ok(Sealed {
        runs: runs.collect(),
        filter: mark_filter::Model {
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
        table: "mark_filter",
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

/// Offsets in a slot's bytes that have the mark.
fn in_run(bytes: &[u8], mark: Mark) -> impl Iterator<Item = u16> {
    let (entries, _) = bytes.as_chunks::<MARK_BYTES>();
    let key = mark.0.to_be_bytes();
    let first = entries.partition_point(|entry| entry[..8] < key[..]);
    entries[first..]
        .iter()
        .take_while(move |entry| entry[..8] == key[..])
        .map(|[.., a, b]| u16::from_be_bytes([*a, *b]))
}

impl Store {
    /// Reads filters and the open epoch's marks that aren't known yet.
    pub(super) async fn refresh_marks(&self) -> Result<(), StoreError> {
        let known = self.finder_read().filters.len();
        let select = "SELECT ledger, epoch, filter FROM mark_filter WHERE ledger = ? AND epoch >= ? ORDER BY epoch";
        let known_epochs = number("epoch", known as u64)?;
        let values = [self.ledger().into(), known_epochs.into()];
        let rows = sql::query(self.reads(), select, values).await?;
        let mut filters = Vec::with_capacity(rows.len());
        for row in &rows {
            filters.push(filter_from(&row.try_get_by_index::<Vec<u8>>(2)?)?);
        }
        let first_block = number(
            "block",
            (known + filters.len()) as u64 * (EPOCH_ENTRIES / BLOCK_ENTRIES),
        )?;
        let select = "SELECT marks FROM mark_block WHERE ledger = ? AND block >= ? ORDER BY block";
        let values = [self.ledger().into(), first_block.into()];
        let rows = sql::query(self.reads(), select, values).await?;
        let mut open: Vec<Placed> = Vec::new();
        for row in &rows {
            open.extend(from_bytes(&row.try_get_by_index::<Vec<u8>>(0)?));
        }
        let mut finder = self.finder_write();
        finder.filters.extend(filters);
        finder.forget_open();
        for entry in open.chunk_by(|a, b| a.1 == b.1) {
            finder.push(entry.iter().map(|(mark, _)| *mark));
        }
        Ok(())
    }

    /// Indexes of the entries that have these marks. Whoever asks compares the entries.
    pub(super) async fn marked(&self, wanted: &[Mark]) -> Result<Vec<(Mark, u64)>, StoreError> {
        let mut found = Vec::new();
        let mut probes: Vec<(Mark, i64)> = Vec::new();
        {
            let finder = self.finder_read();
            for mark in wanted {
                found.extend(finder.in_open(*mark).map(|index| (*mark, index)));
                probes.extend(finder.epochs(*mark).map(|epoch| (*mark, epoch)));
            }
        }
        let keys: std::collections::BTreeSet<(i64, i64)> = probes
            .iter()
            .map(|(mark, epoch)| (*epoch, mark.slot()))
            .collect();
        let keys = keys
            .into_iter()
            .map(|(epoch, slot)| vec![epoch.into(), slot.into()])
            .collect();
        let runs: Vec<mark_run::Model> =
            sql::select(self.reads(), self.ledger(), sql::Lookup::Composite(2), keys).await?;
        let runs: HashMap<(i64, i64), Vec<u8>> = runs
            .into_iter()
            .map(|run| ((run.epoch, run.slot), run.marks))
            .collect();
        for (mark, epoch) in probes {
            let Some(bytes) = runs.get(&(epoch, mark.slot())) else {
                continue;
            };
            let first = epoch.cast_unsigned() * EPOCH_ENTRIES;
            found.extend(in_run(bytes, mark).map(|offset| (mark, first + u64::from(offset))));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries with one mark, or two for every third.
    fn marks(count: u64) -> Vec<Marks> {
        let mark = |text: String| Mark::of_identity(&Identity::of(&text));
        let entry = |index: u64| {
            let mut marks = Marks::from_slice(&[mark(index.to_string())]);
            marks.extend(
                index
                    .is_multiple_of(3)
                    .then(|| mark(format!("again {index}"))),
            );
            marks
        };
        (0..count).map(entry).collect()
    }

    #[test]
    fn the_index_is_the_same_in_groups_of_any_size() {
        let all = marks(EPOCH_ENTRIES + 1000);
        let mut singly = Finder::default();
        let mut blocks = HashMap::new();
        let mut sealed = Vec::new();
        for group in all.chunks(777) {
            let written = singly.write(1, group).expect("marks fit");
            blocks.extend(written.blocks.into_iter().map(|block| (block.block, block)));
            for epoch in written.sealed {
                blocks.retain(|block, _| !epoch.blocks.contains(block));
                sealed.push((epoch.filter, epoch.runs));
            }
            singly.extend(group.to_vec()).expect("marks fit");
        }
        let mut at_once = Finder::default().write(1, &all).expect("marks fit");
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
        let all = marks(EPOCH_ENTRIES);
        let written = Finder::default().write(1, &all).expect("marks fit");
        let epoch = &written.sealed[0];
        let filter = filter_from(&epoch.filter.filter).expect("a filter that was just written");
        for (offset, marks) in all.iter().enumerate().step_by(97) {
            for mark in marks {
                assert!(filter.contains(&mark.0));
                let run = epoch
                    .runs
                    .iter()
                    .find(|run| run.slot == mark.slot())
                    .expect("its slot");
                assert!(in_run(&run.marks, *mark).any(|found| usize::from(found) == offset));
            }
        }
        let strangers =
            (0..20_000).map(|index| Identity::of(&format!("stranger {index}")).prefix());
        assert!(strangers.filter(|mark| filter.contains(mark)).count() < 10);
    }
}
