//! Keys on a token: a smart card, a USB key, an HSM.

use super::super::{Message, Translated};
use crate::keyfile::{NotATokenUri, TOKEN_URI_BYTES_MAX};
use crate::token::TokenError;
use app::words::Words;

impl Translated for TokenError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::Module(path, error) => Message::new("fault-token-module")
                .with("path", path.display())
                .with("error", error),
            Self::Token { label, found: 0 } => {
                Message::new("fault-token-none").with("label", label)
            }
            Self::Token { label, found } => Message::new("fault-token-many")
                .with("label", label)
                .with("found", found),
            Self::Key { label, found: 0 } => {
                Message::new("fault-token-no-key").with("label", label)
            }
            Self::Key { label, found } => Message::new("fault-token-many-keys")
                .with("label", label)
                .with("found", found),
            Self::Exists(label) => Message::new("fault-token-exists").with("label", label),
            Self::Pin => Message::new("fault-token-pin"),
            Self::Locked => Message::new("fault-token-locked"),
            Self::PublicKey => Message::new("fault-token-public-key"),
            Self::OtherKey => Message::new("fault-token-other-key"),
            Self::Fails(error) => Message::new("fault-token-fails").with("error", error),
        }
    }
}

impl Translated for NotATokenUri {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::Scheme => Message::new("fault-token-uri-scheme"),
            Self::TooLong => {
                Message::new("fault-token-uri-too-long").with("max", TOKEN_URI_BYTES_MAX)
            }
            Self::Attribute(name) => Message::new("fault-token-uri-attribute").with("name", name),
            Self::Missing(name) => Message::new("fault-token-uri-missing").with("name", name),
            Self::Value(name) => Message::new("fault-token-uri-value").with("name", name),
        }
    }
}
