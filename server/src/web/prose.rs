//! `/{language}/glossary`, `/about`, `/accessibility`: pages of words alone.

use super::answer::Asked;
use super::error::WebError;
use app::views::Page;
use axum::response::Response;

pub(crate) async fn glossary(asked: Asked) -> Result<Response, WebError> {
    Ok(asked.visit().await?.show(&Page::Glossary))
}

pub(crate) async fn about(asked: Asked) -> Result<Response, WebError> {
    Ok(asked.visit().await?.show(&Page::About))
}

pub(crate) async fn accessibility(asked: Asked) -> Result<Response, WebError> {
    Ok(asked.visit().await?.show(&Page::Accessibility))
}
