//! Forms with a sheet or with the signed texts of one, as a browser sends them.

use super::super::super::error::WebError;
use super::super::upload::{Bounds, Upload, read};
use crate::sheet::limits::{CSV_BYTES_MAX, XLSX_BYTES_MAX};
use crate::state::App;
use axum::extract::{FromRequest, Request};
use std::sync::Arc;

/// Bytes of the longest sheet.
const SHEET_BYTES_MAX: usize = {
    assert!(CSV_BYTES_MAX >= XLSX_BYTES_MAX, "the longest is CSV");
    CSV_BYTES_MAX
};

/// Bytes of a file of signed texts: ten thousand rows of a transfer's usual 700 bytes, with two signatures
/// of 120 bytes, take ten megabytes. Three times that holds long purposes and further signatures.
pub(super) const SIGNED_BYTES_MAX: usize = 32 << 20;

/// A form and the sheet that came with it.
#[derive(Debug)]
pub(in super::super) struct WithSheet(pub(super) Upload);

impl FromRequest<Arc<App>> for WithSheet {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        let bounds = Bounds {
            file_bytes_max: SHEET_BYTES_MAX,
            patience: app.body_timeout(),
        };
        read(request, bounds).await.map(Self)
    }
}

/// A form and the signed texts that came with it.
#[derive(Debug)]
pub(in super::super) struct WithSigned(pub(super) Upload);

impl FromRequest<Arc<App>> for WithSigned {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        let bounds = Bounds {
            file_bytes_max: SIGNED_BYTES_MAX,
            patience: app.body_timeout(),
        };
        read(request, bounds).await.map(Self)
    }
}
