//! The folder of documents that belong to entries. The ledger has their digests; the files lie here,
//! where they can be erased.
//!
//! In scope: writing a file so that it is there whole or not at all, reading it back against its
//! digest, erasing it. Not in scope: what a document may be (`document`), who may see it
//! (`web::desk::evidence`), whose it is while nothing is signed (`people`).
//!
//! A file is a salt of 32 bytes and the document; its name is the SHA3-256 of both, which is what the
//! entry says. So whoever has the folder can check it with any tool that knows that hash.

mod parts;

pub use parts::{Added, PART_BYTES_MAX, PARTS_OPEN_MAX, PARTS_SECONDS, Parts, PartsName};

use crate::document::Document;
use ledger::field::{Attachment, Commitment, Field};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::spawn_blocking;

/// The folder's name in the data folder, and what a backup's ends in.
pub const EVIDENCE_FOLDER: &str = "evidence";

/// Documents that are taken in or given out at once. Each is in memory twice while it is cleaned: eight
/// of the largest take 128 MiB.
const TURNS: usize = 8;

/// Bytes of a salt.
const SALT_BYTES: usize = 32;

/// What makes a name that isn't finished yet.
const PART: &str = "part";

/// The folder, and how many may use it at once.
#[derive(Debug)]
pub struct Evidence {
    folder: Arc<Path>,
    turns: Semaphore,
    parts: Parts,
}

/// A document as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDocument {
    /// What is hashed before the document.
    pub salt: [u8; SALT_BYTES],
    /// The document.
    pub bytes: Vec<u8>,
}

/// Why a document can't be given out.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceFault {
    /// It was erased, or never came here.
    #[error("there is no document {0}")]
    Missing(Commitment),
    /// The file isn't the one that the entry names: somebody changed it, or the disk did.
    #[error("the file of document {0} is another than its entry names")]
    Differs(Commitment),
    /// The file can't be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
}

impl Evidence {
    /// The documents in this folder, which needn't be there yet.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self {
            parts: Parts::beside(&folder),
            folder: folder.into(),
            turns: Semaphore::new(TURNS),
        }
    }

    /// The files that come in parts.
    #[must_use]
    pub const fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Waits until one more document may be in memory.
    pub async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        // It is never closed.
        self.turns.acquire().await.ok()
    }

    /// Keeps a document with a salt of its own, and gives what an entry says of it. It is on the disk
    /// when this returns.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn keep(
        &self,
        salt: [u8; SALT_BYTES],
        document: Document,
    ) -> Result<Attachment, EvidenceFault> {
        let folder = Arc::clone(&self.folder);
        blocking(move || {
            let digest = Commitment::to_file(&salt, &document.bytes);
            let file = file_of(&folder, &digest);
            write(&folder, &file, &salt, &document.bytes)
                .map_err(|error| EvidenceFault::File(file, error))?;
            Ok(Attachment {
                digest,
                bytes: size(&document.bytes),
                media_type: document.media.as_str().to_owned(),
            })
        })
        .await
    }

    /// The document that an entry names.
    ///
    /// # Errors
    /// [`EvidenceFault`].
    pub async fn read(&self, named: &Attachment) -> Result<KeptDocument, EvidenceFault> {
        let (folder, named) = (Arc::clone(&self.folder), named.clone());
        blocking(move || {
            let kept = read(&file_of(&folder, &named.digest), named.digest)?;
            if size(&kept.bytes) != named.bytes {
                return Err(EvidenceFault::Differs(named.digest));
            }
            Ok(kept)
        })
        .await
    }

    /// Erases a document; nothing is left by which its digest could be found again.
    ///
    /// # Errors
    /// [`EvidenceFault::File`].
    pub async fn erase(&self, digest: Commitment) -> Result<(), EvidenceFault> {
        let file = file_of(&self.folder, &digest);
        blocking(move || match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(EvidenceFault::File(file, error))
            }
            _ => Ok(()),
        })
        .await
    }
}

/// Copies a folder's documents into a new one, each held to its digest. Gives how many there were, and
/// which of them aren't what their names say: those are left out.
///
/// # Errors
/// [`EvidenceFault::File`], also where the new folder is there already.
pub fn copy(from: &Path, to: &Path) -> Result<(u64, Vec<Commitment>), EvidenceFault> {
    let failed = |path: &Path, error: io::Error| EvidenceFault::File(path.to_owned(), error);
    let files = fs::read_dir(from).map_err(|error| failed(from, error))?;
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    if to.exists() {
        return Err(failed(to, ErrorKind::AlreadyExists.into()));
    }
    if part.exists() {
        fs::remove_dir_all(&part).map_err(|error| failed(&part, error))?;
    }
    private_folder(&part).map_err(|error| failed(&part, error))?;
    let (mut copied, mut damaged) = (0, Vec::new());
    for file in files {
        let file = file.map_err(|error| failed(from, error))?.file_name();
        let Some(digest) = file.to_str().and_then(|name| Commitment::parse(name).ok()) else {
            continue;
        };
        match read(&file_of(from, &digest), digest) {
            Ok(kept) => {
                let target = file_of(&part, &digest);
                write(&part, &target, &kept.salt, &kept.bytes)
                    .map_err(|error| failed(&target, error))?;
                copied += 1;
            }
            Err(EvidenceFault::Differs(digest)) => damaged.push(digest),
            // It was erased while this went on.
            Err(EvidenceFault::Missing(_)) => {}
            Err(error) => return Err(error),
        }
    }
    fs::rename(&part, to).map_err(|error| failed(to, error))?;
    Ok((copied, damaged))
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, EvidenceFault> + Send + 'static,
) -> Result<T, EvidenceFault> {
    let done = spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        Err(EvidenceFault::File(
            PathBuf::new(),
            io::Error::other(error.to_string()),
        ))
    })
}

fn file_of(folder: &Path, digest: &Commitment) -> PathBuf {
    folder.join(digest.to_string())
}

/// No document has more than a limit that is far below.
fn size(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// A folder that nobody else of the machine can read.
fn private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Writes beside its place, then puts it there at once; both the file and its name are on the disk
/// afterwards.
fn write(folder: &Path, file: &Path, salt: &[u8], bytes: &[u8]) -> io::Result<()> {
    private_folder(folder)?;
    let part = file.with_extension(PART);
    let mut made = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part)?;
    made.write_all(salt)?;
    made.write_all(bytes)?;
    made.sync_all()?;
    fs::rename(&part, file)?;
    File::open(folder)?.sync_all()
}

fn read(file: &Path, digest: Commitment) -> Result<KeptDocument, EvidenceFault> {
    let mut found = match fs::read(file) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(EvidenceFault::Missing(digest));
        }
        Err(error) => return Err(EvidenceFault::File(file.to_owned(), error)),
    };
    let Some(salt) = found.first_chunk::<SALT_BYTES>().copied() else {
        return Err(EvidenceFault::Differs(digest));
    };
    found.drain(..SALT_BYTES);
    if Commitment::to_file(&salt, &found) != digest {
        return Err(EvidenceFault::Differs(digest));
    }
    Ok(KeptDocument { salt, bytes: found })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.4\n%%EOF\n";

    #[tokio::test]
    async fn a_document_is_what_its_entry_names_or_is_not_given_out() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join(EVIDENCE_FOLDER);
        let evidence = Evidence::at(folder.clone());
        let document = Document::read(PDF).expect("a document");
        let named = evidence.keep([7; 32], document).await.expect("kept");
        assert_eq!(named.media_type, "application/pdf");
        let kept = evidence.read(&named).await.expect("a document");
        assert_eq!((kept.salt, kept.bytes.as_slice()), ([7; 32], PDF));
        let (count, damaged) = copy(&folder, &home.path().join("copy")).expect("a copy");
        assert_eq!((count, damaged.len()), (1, 0));
        let again = copy(&folder, &home.path().join("copy"));
        assert!(again.is_err(), "a copy is never written over");

        let file = file_of(&folder, &named.digest);
        let mut bytes = fs::read(&file).expect("the file");
        assert_eq!(
            Commitment::to_file(&[7; 32], PDF).to_string(),
            hex_of(&bytes)
        );
        bytes[40] ^= 1;
        fs::write(&file, &bytes).expect("a changed file");
        let changed = evidence.read(&named).await;
        assert!(matches!(changed, Err(EvidenceFault::Differs(_))));
        let (count, damaged) = copy(&folder, &home.path().join("other")).expect("a copy");
        assert_eq!((count, damaged), (0, vec![named.digest]));

        evidence.erase(named.digest).await.expect("erased");
        evidence.erase(named.digest).await.expect("erased twice");
        let gone = evidence.read(&named).await;
        assert!(matches!(gone, Err(EvidenceFault::Missing(_))));
    }

    /// The digest as any tool makes it, of the file as it lies there.
    fn hex_of(file: &[u8]) -> String {
        use sha3::Digest;
        hex::encode(sha3::Sha3_256::digest(file))
    }
}
