//! What only a browser can do: read files, fetch what the ledger publishes.

use js_sys::{Array, JSON, Reflect, Uint8Array};
use ledger::log::LogProof;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::FileList;

use super::Chosen;
use super::check::Missing;
use crate::islands::dom::{fetch, text};
use crate::islands::why::Why;

/// Bytes of a file that is looked at: a proof with its note takes 10 kB, and a checkpoint with every
/// cosignature that is read 300 kB.
const FILE_BYTES_MAX: f64 = 1_000_000.0;

/// Files that are looked at in one go.
const FILES_MAX: u32 = 100;

/// The proof of an entry of this ledger, with the entry itself beside it.
pub(super) async fn proof(identity: &str) -> Result<Vec<u8>, Why> {
    let bytes = fetch(&format!("/log/proof/{identity}")).await?;
    let mut proof = LogProof::parse(&bytes)?;
    if proof.extra.is_none() {
        let entry = read_json(&fetch(&format!("/api/v1/entries/{identity}")).await?);
        proof.extra = text(&entry, "note").map(String::into_bytes);
    }
    Ok(proof.to_bytes())
}

/// The proofs of the entries that enrolled these keys. The API only says where to look: what it says
/// is believed as far as the proofs bear it out.
pub(super) async fn enrolling(keys: &[Missing]) -> Vec<Vec<u8>> {
    let mut proofs = Vec::new();
    for key in keys {
        // What can't be fetched stays unchecked, and is told so line by line.
        if let Some(proof) = enrolling_one(key).await
            && !proofs.contains(&proof)
        {
            proofs.push(proof);
        }
    }
    proofs
}

async fn enrolling_one(key: &Missing) -> Option<Vec<u8>> {
    let member = fetch(&format!("/api/v1/members/{}", key.name)).await;
    let member = read_json(&member.ok()?);
    let keys = Reflect::get(&member, &"keys".into()).unwrap_or_default();
    let keys: Vec<JsValue> = keys
        .dyn_into::<Array>()
        .map(|keys| keys.to_vec())
        .unwrap_or_default();
    let known = keys
        .iter()
        .find(|known| text(known, "key_id").as_deref() == Some(&key.id));
    let enrolled = known.and_then(|known| Reflect::get(known, &"enrolled".into()).ok()?.as_f64());
    // Written as an integer: the digits of a float take 11 kB of tables and code.
    let index = enrolled? as u64;
    let entry = fetch(&format!("/api/v1/entries/{index}")).await;
    let entry = read_json(&entry.ok()?);
    proof(&text(&entry, "identity")?).await.ok()
}

/// What JSON says; nothing where it isn't JSON.
fn read_json(bytes: &[u8]) -> JsValue {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    JSON::parse(text).unwrap_or_default()
}

/// What is in the files that a reader chose. One that can't be read or is far too large is empty,
/// and told to be no proof.
pub(super) async fn read(files: Option<FileList>) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    let Some(files) = files else { return chosen };
    for place in 0..files.length().min(FILES_MAX) {
        let Some(file) = files.get(place) else {
            continue;
        };
        let mut bytes = Vec::new();
        if file.size() <= FILE_BYTES_MAX
            && let Ok(buffer) = JsFuture::from(file.array_buffer()).await
        {
            bytes = Uint8Array::new(&buffer).to_vec();
        }
        chosen.push(Chosen {
            name: file.name(),
            bytes,
        });
    }
    chosen
}
