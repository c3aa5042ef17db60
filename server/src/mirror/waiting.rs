//! Submissions that the log accepted, until they are seen in it: a file for each request.

use super::departed::put;
use super::home::MirrorError;
use crate::store::Store;
use serde::{Deserialize, Serialize};
use sha3::{Digest, Sha3_256};
use std::path::{Path, PathBuf};

/// Submissions that wait: 16 of the fullest batches, each submission of a few kilobytes in its
/// request's file. The log includes them within seconds, so as many wait only where it doesn't.
pub(super) const WAITING_MAX: usize = 4096;

/// The folder of submissions that wait.
const WAITING_FOLDER: &str = "submissions";

/// A submission that was passed on, and is looked for in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Passed {
    /// The identity of what was submitted, in hexadecimal.
    pub identity: String,
    /// The mirror's stamp: a signed note.
    pub received: String,
    /// When the log accepted it, in UTC seconds.
    pub accepted_at: i64,
    /// What the log answered, its signed receipt in it.
    pub answer: String,
    /// What was submitted, in base64.
    pub note: String,
}

/// One submission of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Submission {
    pub(super) identity: String,
    pub(super) received: String,
    /// In base64.
    pub(super) note: String,
    /// Which of the batch's answers is its own; nothing where it came alone.
    pub(super) place: Option<usize>,
}

/// One request, of which the log accepted something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) accepted_at: i64,
    /// The log's answer to all of it.
    pub(super) answer: String,
    pub(super) submissions: Vec<Submission>,
}

impl Request {
    /// Its submissions, each with its own answer.
    fn passed(&self) -> impl Iterator<Item = Passed> {
        let whole: Option<serde_json::Value> = serde_json::from_str(&self.answer).ok();
        self.submissions.iter().map(move |one| Passed {
            identity: one.identity.clone(),
            received: one.received.clone(),
            accepted_at: self.accepted_at,
            answer: own_answer(whole.as_ref(), one.place).unwrap_or_else(|| self.answer.clone()),
            note: one.note.clone(),
        })
    }

    fn name(&self) -> String {
        let mut hash = Sha3_256::new();
        for one in &self.submissions {
            hash.update(one.identity.as_bytes());
        }
        format!("{}.json", hex::encode(hash.finalize()))
    }
}

/// One answer of a batch, with the receipt that the batch has as a whole.
fn own_answer(whole: Option<&serde_json::Value>, place: Option<usize>) -> Option<String> {
    let whole = whole?;
    let mut answer = whole.get("answers")?.get(place?)?.as_object()?.clone();
    if let Some(receipt) = whole.get("receipt") {
        answer.insert("receipt".to_owned(), receipt.clone());
    }
    serde_json::to_string(&answer).ok()
}

/// Everything that waits; what is in memory is what lies in the folder.
pub(super) struct Waiting {
    folder: PathBuf,
    requests: Vec<(String, Request)>,
}

impl Waiting {
    /// Goes on with what still waits in a mirror's folder.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn open(mirror: &Path) -> Result<Self, MirrorError> {
        let folder = mirror.join(WAITING_FOLDER);
        std::fs::create_dir_all(&folder).map_err(MirrorError::file(&folder))?;
        let mut requests = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(MirrorError::file(&folder))? {
            let entry = entry.map_err(MirrorError::file(&folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // What was being written when the power went isn't there yet.
            if !name.ends_with(".json") {
                continue;
            }
            let path = folder.join(&name);
            let bytes = std::fs::read(&path).map_err(MirrorError::file(&path))?;
            let request: Request = serde_json::from_slice(&bytes)
                .map_err(|error| MirrorError::file(&path)(error.into()))?;
            requests.push((name, request));
        }
        requests.sort_by(|(name, one), (other_name, other)| {
            (one.accepted_at, name).cmp(&(other.accepted_at, other_name))
        });
        Ok(Self { folder, requests })
    }

    /// How many submissions wait.
    pub(super) fn len(&self) -> usize {
        let requests = self.requests.iter();
        requests.map(|(_, one)| one.submissions.len()).sum()
    }

    fn holds(&self, identity: &str) -> bool {
        let mut all = self.requests.iter().flat_map(|(_, one)| &one.submissions);
        all.any(|one| one.identity == identity)
    }

    /// Remembers a request; what waits already stays as it was. It is durable when this returns.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn remember(&mut self, mut request: Request) -> Result<(), MirrorError> {
        request.submissions.retain(|one| !self.holds(&one.identity));
        if request.submissions.is_empty() {
            return Ok(());
        }
        let name = request.name();
        self.write(&name, &request)?;
        self.requests.push((name, request));
        Ok(())
    }

    fn write(&self, name: &str, request: &Request) -> Result<(), MirrorError> {
        let path = self.folder.join(name);
        let bytes =
            serde_json::to_vec(request).map_err(|error| MirrorError::file(&path)(error.into()))?;
        put(&self.folder, name, &bytes).map_err(MirrorError::file(path))
    }

    /// Forgets those of requests accepted before a moment that are in the log.
    ///
    /// # Errors
    /// The store's, or the file's.
    pub(super) async fn sweep(&mut self, store: &Store, before: i64) -> Result<(), MirrorError> {
        for place in (0..self.requests.len()).rev() {
            let (name, request) = &self.requests[place];
            if request.accepted_at >= before {
                continue;
            }
            let mut still = Vec::new();
            for one in &request.submissions {
                let found = match one.identity.parse() {
                    Ok(identity) => store.find(&identity).await?.is_some(),
                    Err(_) => false,
                };
                if !found {
                    still.push(one.clone());
                }
            }
            if still.is_empty() {
                let path = self.folder.join(name);
                std::fs::remove_file(&path).map_err(MirrorError::file(path))?;
                self.requests.remove(place);
            } else if still.len() < request.submissions.len() {
                let left = Request {
                    submissions: still,
                    ..request.clone()
                };
                self.write(name, &left)?;
                self.requests[place].1 = left;
            }
        }
        Ok(())
    }

    /// What was accepted before a moment and waits, the earliest first.
    pub(super) fn accepted_before(&self, moment: i64) -> Vec<Passed> {
        let requests = self.requests.iter().map(|(_, request)| request);
        let late = requests.filter(|request| request.accepted_at < moment);
        late.flat_map(Request::passed).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_a_batch_stands_alone_with_the_batchs_receipt() {
        let whole = serde_json::json!({
            "answers": [{"code": "beyond-node"}, {"identity": "ab", "index": 7}],
            "receipt": "signed",
        });
        let own = own_answer(Some(&whole), Some(1)).expect("it is there");
        let own: serde_json::Value = serde_json::from_str(&own).expect("JSON");
        assert_eq!(
            own,
            serde_json::json!({"identity": "ab", "index": 7, "receipt": "signed"})
        );
        assert_eq!(own_answer(Some(&whole), Some(2)), None);
        assert_eq!(own_answer(Some(&whole), None), None);
    }
}
