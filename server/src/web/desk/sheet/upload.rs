//! A form with a sheet, as a browser sends it.

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
