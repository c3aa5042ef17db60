//! Files that come in parts, over a line that may break: what has come of each, until its form takes it.
//!
//! In scope: adding a part where the last one ended, giving the whole, forgetting what nobody finished.
//! Not in scope: who may send one (`web::desk::parts`), what a document may be (`document`).
//!
//! A file is named by its own digest, which its browser says before the first part. So a part that comes
//! twice is written where it stands already, a file that is chosen again goes on where it stopped, also
//! on a page that was opened anew, and one that came wrong is never taken for whole.

use super::{EvidenceFault, blocking, private_folder};
use crate::document::{DOCUMENT_BYTES_MAX, MediaType};
use crate::people::AccountName;
use bytes::Bytes;
use ledger::field::Moment;
use sha2::{Digest, Sha256};
use std::fs::{self, DirEntry, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// The folder's name in the folder of documents. It is no digest: no copy takes it along.
const PARTS_FOLDER: &str = "parts";

/// Bytes of one part: what is lost at most when a line breaks, and what is in memory for one.
pub const PART_BYTES_MAX: usize = 1 << 20;

/// Seconds for which a file that no form took is kept after its last part: one that was begun in the
/// evening can be finished the next day.
pub const PARTS_SECONDS: i64 = 86_400;

/// Files of one account that are under way at once, 32 MiB: one for each window that somebody has open.
/// A further one takes the place of the one that has rested for longest.
pub const PARTS_OPEN_MAX: usize = 4;

/// Digits of a file's name: 128 bits, which nobody meets by chance, and only one's own files are named.
const NAME_DIGITS: usize = 32;

/// What stands between an account and a file's name; no account's name has it.
const BETWEEN: char = '_';

/// A file's name: the first half of its SHA-256, in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartsName(String);

impl PartsName {
    /// Reads a name as an address has it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == NAME_DIGITS && text.bytes().all(digit)).then(|| Self(text.to_owned()))
    }

    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut name = hex::encode(Sha256::digest(bytes));
        name.truncate(NAME_DIGITS);
        Self(name)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It was added: so many bytes are there.
    Now(u64),
    /// So many bytes are there, and it doesn't begin where they end: nothing was added.
    Elsewhere(u64),
    /// The whole would be larger than a document may be.
    TooLarge,
    /// The file begins like no document that is taken.
    Kind,
}

/// The folder of files that aren't whole.
#[derive(Clone, Debug)]
pub struct Parts {
    folder: Arc<Path>,
}

impl Parts {
    /// The files in the folder of documents, which needn't be there yet.
    pub(super) fn beside(documents: &Path) -> Self {
        Self {
            folder: documents.join(PARTS_FOLDER).into(),
        }
    }

    /// How many bytes of a file have come.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn come(&self, who: &AccountName, name: &PartsName) -> Result<u64, EvidenceFault> {
        let file = self.file(who, name);
        blocking(move || length(&file).map_err(|error| EvidenceFault::File(file, error))).await
    }

    /// Adds a part that begins at this byte of the file.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn add(
        &self,
        (who, name): (&AccountName, &PartsName),
        offset: u64,
        part: Bytes,
        now: Moment,
    ) -> Result<Added, EvidenceFault> {
        let (file, parts, who) = (self.file(who, name), self.clone(), who.clone());
        blocking(move || {
            let come = length(&file).map_err(|error| failed(&file, error))?;
            if offset != come {
                return Ok(Added::Elsewhere(come));
            }
            let all = come + part.len() as u64;
            if all > DOCUMENT_BYTES_MAX as u64 {
                return Ok(Added::TooLarge);
            }
            if come == 0 {
                if MediaType::of(&part).is_none() {
                    return Ok(Added::Kind);
                }
                parts.make_room(&who, now)?;
            }
            write(&file, offset, &part, now).map_err(|error| failed(&file, error))?;
            Ok(Added::Now(all))
        })
        .await
    }

    /// A file that is whole; nothing where it isn't, or was forgotten.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn whole(
        &self,
        who: &AccountName,
        name: &PartsName,
    ) -> Result<Option<Vec<u8>>, EvidenceFault> {
        let (file, name) = (self.file(who, name), name.clone());
        blocking(move || match fs::read(&file) {
            Ok(bytes) => Ok((PartsName::of(&bytes) == name).then_some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(EvidenceFault::File(file, error)),
        })
        .await
    }

    /// Forgets a file: its form has it, or it came wrong.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn forget(&self, who: &AccountName, name: &PartsName) -> Result<(), EvidenceFault> {
        let file = self.file(who, name);
        blocking(move || remove(&file)).await
    }

    /// Forgets all files to which nothing was added for [`PARTS_SECONDS`]. Gives how many there were.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn sweep(&self, now: Moment) -> Result<usize, EvidenceFault> {
        let parts = self.clone();
        blocking(move || {
            let rested = parts.all()?.into_iter().filter(|one| one.is_over(now));
            rested
                .map(|one| remove(&one.file))
                .map(|done| done.map(|()| 1))
                .sum()
        })
        .await
    }

    fn file(&self, who: &AccountName, name: &PartsName) -> PathBuf {
        self.folder.join(format!("{who}{BETWEEN}{}", name.0))
    }

    /// Lets go of what is over, and of an account's oldest files where it has as many as it may.
    fn make_room(&self, who: &AccountName, now: Moment) -> Result<(), EvidenceFault> {
        let (over, all): (Vec<_>, Vec<_>) =
            self.all()?.into_iter().partition(|one| one.is_over(now));
        let mut own: Vec<_> = all
            .into_iter()
            .filter(|one| one.who == who.as_str())
            .collect();
        own.sort_by_key(|one| one.touched);
        let most = PARTS_OPEN_MAX - 1;
        own.truncate(own.len().saturating_sub(most));
        over.iter()
            .chain(&own)
            .try_for_each(|one| remove(&one.file))
    }

    fn all(&self) -> Result<Vec<Resting>, EvidenceFault> {
        let files = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            files => files.map_err(|error| failed(&self.folder, error))?,
        };
        let rested = files.map(|file| Resting::of(&file?));
        // One that another took away meanwhile rests no more.
        let here = rested.filter(|one| !is_gone(one));
        here.collect::<io::Result<_>>()
            .map_err(|error| failed(&self.folder, error))
    }
}

/// A file to which nothing was added for a while.
struct Resting {
    file: PathBuf,
    who: String,
    touched: SystemTime,
}

impl Resting {
    fn of(found: &DirEntry) -> io::Result<Self> {
        let name = found.file_name();
        let name = name.to_string_lossy();
        let who = name.split(BETWEEN).next().unwrap_or_default().to_owned();
        Ok(Self {
            touched: found.metadata()?.modified()?,
            file: found.path(),
            who,
        })
    }

    fn is_over(&self, now: Moment) -> bool {
        self.touched < time(Moment(now.0 - PARTS_SECONDS))
    }
}

fn is_gone<T>(done: &io::Result<T>) -> bool {
    matches!(done, Err(error) if error.kind() == ErrorKind::NotFound)
}

fn failed(file: &Path, error: io::Error) -> EvidenceFault {
    EvidenceFault::File(file.to_owned(), error)
}

/// How long a file is; nothing of one that isn't there.
fn length(file: &Path) -> io::Result<u64> {
    let found = fs::metadata(file);
    if is_gone(&found) {
        return Ok(0);
    }
    Ok(found?.len())
}

/// Writes a part at its place, and notes when. It needn't outlive a machine that stops: what is missing
/// is sent again, and what is wrong isn't whole.
fn write(file: &Path, offset: u64, part: &[u8], now: Moment) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    let open = options.write(true).create(true).truncate(false).mode(0o600);
    let open = open.open(file)?;
    open.write_all_at(part, offset)?;
    open.set_modified(time(now))
}

fn remove(file: &Path) -> Result<(), EvidenceFault> {
    let removed = fs::remove_file(file);
    if is_gone(&removed) {
        return Ok(());
    }
    removed.map_err(|error| failed(file, error))
}

fn time(moment: Moment) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(moment.0.try_into().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(name: &str) -> AccountName {
        AccountName::parse(name).expect("an account")
    }

    fn pdf(mark: u8) -> Vec<u8> {
        [&b"%PDF-1.4\n%"[..], &[mark; 90], b"\n%%EOF\n"].concat()
    }

    #[tokio::test]
    async fn a_file_comes_in_parts_and_is_whole_when_its_digest_says_so() {
        let home = tempfile::tempdir().expect("a folder");
        let parts = Parts::beside(home.path());
        let (who, other, file) = (account("clerk"), account("other"), pdf(b'a'));
        let name = PartsName::of(&file);
        let bytes = |from: usize, to: usize| Bytes::copy_from_slice(&file[from..to]);
        let add = |offset, part| parts.add((&who, &name), offset, part, Moment(1000));
        assert_eq!(parts.come(&who, &name).await.expect("read"), 0);
        assert_eq!(add(0, bytes(0, 40)).await.expect("added"), Added::Now(40));
        // The answer was lost, or a part: nothing is added twice, nothing left out.
        for offset in [0, 39, 41, u64::MAX] {
            let again = add(offset, bytes(0, 40)).await.expect("asked");
            assert_eq!(again, Added::Elsewhere(40), "{offset}");
        }
        assert_eq!(parts.whole(&who, &name).await.expect("read"), None);
        let rest = add(40, bytes(40, file.len())).await.expect("added");
        assert_eq!(rest, Added::Now(file.len() as u64));
        let whole = parts.whole(&who, &name).await.expect("read");
        assert_eq!(whole.as_deref(), Some(&file[..]));
        assert_eq!(parts.whole(&other, &name).await.expect("read"), None);
        parts.forget(&who, &name).await.expect("forgotten");
        parts.forget(&who, &name).await.expect("forgotten twice");
        assert_eq!(parts.come(&who, &name).await.expect("read"), 0);
    }

    #[tokio::test]
    async fn no_more_comes_than_a_document_may_have_and_nothing_that_is_none() {
        let home = tempfile::tempdir().expect("a folder");
        let parts = Parts::beside(home.path());
        let (who, name) = (account("clerk"), PartsName::of(b"whatever"));
        let add = |offset, part| parts.add((&who, &name), offset, part, Moment(1000));
        let none = add(0, Bytes::from_static(b"<html>")).await;
        assert_eq!(none.expect("asked"), Added::Kind);
        let mut long = vec![b' '; DOCUMENT_BYTES_MAX];
        long[..5].copy_from_slice(b"%PDF-");
        let all = DOCUMENT_BYTES_MAX as u64;
        let most = add(0, long.into()).await.expect("added");
        assert_eq!(most, Added::Now(all));
        let more = add(all, Bytes::from_static(b" ")).await.expect("asked");
        assert_eq!(more, Added::TooLarge);
    }

    #[tokio::test]
    async fn what_rests_is_forgotten_and_an_account_has_so_many_at_once() {
        let home = tempfile::tempdir().expect("a folder");
        let parts = Parts::beside(home.path());
        let (who, other) = (account("clerk"), account("other"));
        let begin = async |who: &AccountName, mark: u8, now: i64| {
            let file = pdf(mark);
            let name = PartsName::of(&file);
            let added = parts.add((who, &name), 0, file.into(), Moment(now)).await;
            assert!(matches!(added, Ok(Added::Now(_))), "{added:?}");
            name
        };
        let theirs = begin(&other, b'o', 1000).await;
        let mut names = Vec::new();
        for mark in 0..=PARTS_OPEN_MAX {
            let mark = u8::try_from(mark).expect("few");
            names.push(begin(&who, mark, 1001 + i64::from(mark)).await);
        }
        let come = async |who: &AccountName, name| parts.come(who, name).await.expect("read");
        assert_eq!(come(&who, &names[0]).await, 0, "the oldest made room");
        assert!(come(&who, &names[1]).await > 0);
        assert!(come(&other, &theirs).await > 0, "nobody else's");
        let now = Moment(1001 + PARTS_SECONDS);
        assert_eq!(parts.sweep(now).await.expect("swept"), 1);
        assert_eq!(come(&other, &theirs).await, 0);
        let later = Moment(now.0 + 60);
        assert_eq!(parts.sweep(later).await.expect("swept"), PARTS_OPEN_MAX);
        assert_eq!(parts.sweep(later).await.expect("swept"), 0);
    }
}
