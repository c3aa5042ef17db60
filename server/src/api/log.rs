//! `/log/`: checkpoint, tiles, bundles, proofs (C2SP tlog-tiles v0.1.0). What is wrong is said in
//! plain text, since those who read this are programs of other people.

use crate::log::{CosignatureRefused, LogError, Published};
use crate::state::App;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use ledger::field::Identity;
use ledger::log::{TileKind, TilePath, tile_width};
use std::sync::Arc;

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

const BYTES: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// A checkpoint is old when the next one comes; a cache in between may save a busy second.
const FOR_A_SECOND: HeaderValue = HeaderValue::from_static("public, max-age=1");

/// Tiles never change.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// What doesn't change unless the server is restarted with another key.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// Whoever reads the log from another site's page may: it is public, and nothing in it depends on
/// who asks.
const ANYBODY: HeaderValue = HeaderValue::from_static("*");

/// Why the log doesn't answer with what was asked for.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    text: String,
    retry_after: Option<u32>,
}

impl Refusal {
    fn new(status: StatusCode, text: impl Into<String>) -> Self {
        Self {
            status,
            text: text.into(),
            retry_after: None,
        }
    }

    fn not_found(text: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, text)
    }

    /// It will be there in a moment.
    fn not_yet(text: impl Into<String>) -> Self {
        Self {
            retry_after: Some(1),
            ..Self::new(StatusCode::SERVICE_UNAVAILABLE, text)
        }
    }
}

impl From<LogError> for Refusal {
    fn from(error: LogError) -> Self {
        tracing::error!(reason = %error, "the log can't be read");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "something went wrong on our side",
        )
    }
}

impl From<crate::store::StoreError> for Refusal {
    fn from(error: crate::store::StoreError) -> Self {
        LogError::from(error).into()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let no_store = HeaderValue::from_static("no-store");
        let mut response = answer(format!("{}\n", self.text), TEXT, no_store);
        *response.status_mut() = self.status;
        if let Some(seconds) = self.retry_after {
            let seconds = HeaderValue::from(seconds);
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}

fn answer(body: impl Into<Body>, kind: HeaderValue, kept: HeaderValue) -> Response {
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, kept);
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

fn published(app: &App) -> Result<Arc<Published>, Refusal> {
    app.log()
        .published()
        .ok_or_else(|| Refusal::not_yet("no checkpoint is published yet"))
}

/// The last checkpoint.
pub(crate) async fn checkpoint(State(app): State<Arc<App>>) -> Result<Response, Refusal> {
    let published = published(&app)?;
    let note = published.checkpoint.bytes().to_vec();
    Ok(answer(note, TEXT, FOR_A_SECOND))
}

/// The key under which checkpoints and answers are signed.
pub(crate) async fn vkey(State(app): State<Arc<App>>) -> Result<Response, Refusal> {
    let key = app.log().verifier();
    let key = key.ok_or_else(|| Refusal::not_yet("no checkpoint is published yet"))?;
    Ok(answer(format!("{key}\n"), TEXT, FOR_AN_HOUR))
}

/// A tile of hashes, or a bundle of entries.
pub(crate) async fn tile(State(app): State<Arc<App>>, uri: Uri) -> Result<Response, Refusal> {
    let path = uri.path().strip_prefix("/log/").unwrap_or_default();
    let path: TilePath = path.parse().map_err(|error| {
        Refusal::new(
            StatusCode::BAD_REQUEST,
            format!("not a tile's path: {error}"),
        )
    })?;
    let published = published(&app)?;
    let Some(bytes) = app.log().tile(&published, path).await? else {
        return Err(Refusal::not_found(how_wide(path, published.size())));
    };
    Ok(answer(bytes, BYTES, FOR_EVER))
}

/// What a tree of a size has where a wider tile was asked for.
fn how_wide(path: TilePath, size: u64) -> String {
    let level = match path.kind() {
        TileKind::Hashes(level) => level,
        TileKind::Entries => 0,
    };
    match tile_width(level, path.index(), size) {
        0 => format!("the published tree of {size} entries has nothing there yet"),
        width => format!("the published tree of {size} entries has a width of {width} there"),
    }
}

/// The proof that an entry stands in the log, with the entry itself, as one file.
pub(crate) async fn proof(
    State(app): State<Arc<App>>,
    Path(identity): Path<String>,
) -> Result<Response, Refusal> {
    let identity: Identity = identity.parse().map_err(|_| {
        let text = "an entry's identity is 64 hexadecimal digits, in small letters";
        Refusal::new(StatusCode::BAD_REQUEST, text)
    })?;
    let Some(stored) = app.store().find(&identity).await? else {
        return Err(Refusal::not_found("no entry has this identity"));
    };
    let published = published(&app)?;
    if stored.index >= published.size() {
        return Err(Refusal::not_yet(format!(
            "entry {} is in the ledger, and in no checkpoint yet",
            stored.index
        )));
    }
    let proof = app.log().proof(&published, stored).await?;
    let mut response = answer(proof.to_bytes(), TEXT, FOR_A_SECOND);
    let name = format!("attachment; filename=\"{identity}.tlog-proof\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// What this log promises.
pub(crate) async fn policy(State(app): State<Arc<App>>) -> Result<Response, Refusal> {
    let key = app.log().verifier();
    let key = key.ok_or_else(|| Refusal::not_yet("no checkpoint is published yet"))?;
    let text = format!(
        "{}\n\n\
         What is published. Every entry of the ledger, as the signed note that it is, in the order of the ledger. The \
         log is a C2SP tlog-tiles log over the SHA-256 tree of RFC 6962: checkpoint, tile/<level>/<index>, \
         tile/entries/<index>, vkey, and proof/<identity> stand beside this file.\n\n\
         How soon. An entry that was answered as accepted stands under a published checkpoint within {} seconds. Each \
         answer to a submission is signed by the log's key; a checkpoint that contradicts one convicts the log.\n\n\
         For how long. Nothing is pruned: every entry, every full tile and every proof can be had for as long as the \
         log is served. Partial tiles are served of every width up to the published one.\n\n\
         What can't be. Before a checkpoint is signed, it is proven to continue the last one that was signed. A log \
         whose entries contradict what it signed, as those of a restored backup may, refuses to go on.\n\n\
         Who checks. Whoever cosigned a checkpoint stands on its signature lines; one with the log's own line alone is \
         kept by one party.\n",
        key.name(),
        crate::log::INCLUSION_MAX.as_secs(),
    );
    Ok(answer(text, TEXT, FOR_AN_HOUR))
}

/// Takes cosignatures that a mirror brings: a checkpoint of this log with its lines. The answer is
/// the size that is published now.
pub(crate) async fn cosignatures(
    State(app): State<Arc<App>>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let no_store = HeaderValue::from_static("no-store");
    let size = app.log().take_cosignatures(&body).await?;
    Ok(answer(format!("{size}\n"), TEXT, no_store))
}

impl From<CosignatureRefused> for Refusal {
    fn from(refused: CosignatureRefused) -> Self {
        let status = match refused {
            CosignatureRefused::Malformed(_) => StatusCode::BAD_REQUEST,
            CosignatureRefused::NotYet => return Self::not_yet(refused.to_string()),
            CosignatureRefused::Signatures(_) | CosignatureRefused::NobodyKnown => {
                StatusCode::FORBIDDEN
            }
            CosignatureRefused::BeyondPublished(_) => StatusCode::CONFLICT,
            CosignatureRefused::OtherRoot => StatusCode::UNPROCESSABLE_ENTITY,
            CosignatureRefused::Log(error) => return error.into(),
        };
        Self::new(status, refused.to_string())
    }
}

/// Whatever has no route below `/log/`.
pub(crate) async fn nowhere() -> Refusal {
    Refusal::not_found(
        "the log has: checkpoint, vkey, policy, tile/<level>/<index>, tile/entries/<index>, proof/<identity>",
    )
}

/// A route that only reads.
pub(crate) async fn wrong_method() -> Refusal {
    Refusal::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "the log is only read here: GET or HEAD",
    )
}
