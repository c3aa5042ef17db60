//! The key in the browser: made, kept, found again, used.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, IdbDatabase, IdbRequest, IdbTransactionMode, SubtleCrypto, window};

/// The database and its one store, in which a key pair stands under its person's opaque id.
const DATABASE: &str = "countersign";
const STORE: &str = "keys";

const ALGORITHM: &str = "Ed25519";

/// What is signed to see that a key that was read back can sign. No entry begins like this.
const PROBE: &[u8] = b"countersign: a probe of a new key";

/// A key pair: the secret half never leaves the browser's own keeping.
pub(super) struct Key {
    secret: CryptoKey,
    /// The public half.
    pub(super) public: [u8; 32],
}

impl Key {
    /// Signs a text.
    pub(super) async fn sign(&self, text: &[u8]) -> Result<[u8; 64], JsValue> {
        let text = Uint8Array::from(text);
        let signing = subtle()?.sign_with_str_and_buffer_source(ALGORITHM, &self.secret, &text)?;
        let signature = Uint8Array::new(&JsFuture::from(signing).await?).to_vec();
        signature
            .try_into()
            .map_err(|_| JsValue::from_str(ALGORITHM))
    }

    async fn of(pair: &JsValue) -> Result<Self, JsValue> {
        let half = |name: &str| Reflect::get(pair, &name.into())?.dyn_into::<CryptoKey>();
        let public = subtle()?.export_key("raw", &half("publicKey")?)?;
        let public = Uint8Array::new(&JsFuture::from(public).await?).to_vec();
        Ok(Self {
            secret: half("privateKey")?,
            public: public
                .try_into()
                .map_err(|_| JsValue::from_str(ALGORITHM))?,
        })
    }
}

/// Makes a key for a person and keeps it in the place of an earlier one; what is given back was read
/// out of the keeping, and has signed.
pub(super) async fn make(person: &str) -> Result<Key, JsValue> {
    let uses = Array::of2(&"sign".into(), &"verify".into());
    let pair = JsFuture::from(subtle()?.generate_key_with_str(ALGORITHM, false, &uses)?).await?;
    let store = store(IdbTransactionMode::Readwrite).await?;
    answer(&store.put_with_key(&pair, &person.into())?).await?;
    let kept = find(person)
        .await?
        .ok_or_else(|| JsValue::from_str("IndexedDB"))?;
    let signature = kept.sign(PROBE).await?;
    let checked = ed25519_dalek::VerifyingKey::from_bytes(&kept.public);
    if checked.is_ok_and(|key| ledger::key::holds(&key, PROBE, &signature)) {
        Ok(kept)
    } else {
        Err(ALGORITHM.into())
    }
}

/// The key that was kept for a person.
pub(super) async fn find(person: &str) -> Result<Option<Key>, JsValue> {
    let store = store(IdbTransactionMode::Readonly).await?;
    let pair = answer(&store.get(&person.into())?).await?;
    if pair.is_undefined() {
        return Ok(None);
    }
    Key::of(&pair).await.map(Some)
}

fn subtle() -> Result<SubtleCrypto, JsValue> {
    let window = window().ok_or(JsValue::UNDEFINED)?;
    // Without HTTPS there is none.
    let crypto = Reflect::get(&window, &"crypto".into())?;
    Reflect::get(&crypto, &"subtle".into())?.dyn_into()
}

async fn store(mode: IdbTransactionMode) -> Result<web_sys::IdbObjectStore, JsValue> {
    let factory = window().ok_or(JsValue::UNDEFINED)?.indexed_db()?;
    let factory = factory.ok_or_else(|| JsValue::from_str("IndexedDB"))?;
    let opening = factory.open_with_u32(DATABASE, 1)?;
    let request = opening.clone();
    let upgrade: Closure<dyn FnMut()> = Closure::new(move || {
        let opened = request.result().ok();
        if let Some(database) = opened.and_then(|made| made.dyn_into::<IdbDatabase>().ok()) {
            // Where this fails there is no store, and the first use of it says so.
            _ = database.create_object_store(STORE);
        }
    });
    opening.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let database: IdbDatabase = answer(&opening).await?.dyn_into()?;
    database
        .transaction_with_str_and_mode(STORE, mode)?
        .object_store(STORE)
}

/// What a request comes to.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let mut listening = |done: js_sys::Function, failed: js_sys::Function| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    };
    match JsFuture::from(Promise::new(&mut listening)).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.map_or(JsValue::UNDEFINED, JsValue::from)),
    }
}
