//! Settings: their file, and what a flag, a variable or a key of it is refused for.

use super::super::{Message, Tell, Translated};
use super::known;
use crate::config::client::NotAServer;
use crate::config::database::NotADatabase;
use crate::config::telling::NotAMailServer;
use crate::config::{CONFIG_BYTES_MAX, ConfigError, ConfigFault, OutOfBounds};
use crate::log_client::NotALog;
use crate::provider::{NAME_CHARS_MAX, TermsFault};
use crate::telling::MailError;
use crate::toml_text::TomlFlaw;
use app::words::Words;

impl Translated for ConfigError {
    fn message(&self, words: &Words) -> Message {
        Message::new("fault-config")
            .with("path", self.path.display())
            .with("cause", self.cause.tell(words))
    }
}

impl Translated for ConfigFault {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Read(error) => Message::new("fault-config-read").with("error", error.tell(words)),
            Self::TooLong => Message::new("fault-config-too-long").with("max", CONFIG_BYTES_MAX),
            Self::Flaw(flaw) => flaw.message(words),
        }
    }
}

impl Translated for TomlFlaw {
    fn message(&self, words: &Words) -> Message {
        let reason = known(words, &self.reason);
        if self.key.is_empty() {
            return Message::new("fault-line")
                .with("line", self.line)
                .with("reason", reason);
        }
        Message::new("fault-line-key")
            .with("line", self.line)
            .with("key", &self.key)
            .with("reason", reason)
    }
}

impl Translated for OutOfBounds {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-config-bounds")
            .with("min", self.min)
            .with("max", self.max)
    }
}

impl Translated for NotAServer {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-config-server")
    }
}

impl Translated for NotADatabase {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-config-database")
    }
}

impl Translated for NotAMailServer {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-config-mail-server")
    }
}

impl Translated for NotALog {
    fn message(&self, _: &Words) -> Message {
        Message::new("fault-config-log")
    }
}

impl Translated for MailError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::From => Message::new("fault-mail-from"),
            Self::Server(error) => Message::new("fault-mail-server").with("error", error),
        }
    }
}

impl Translated for TermsFault {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::Issuer => Message::new("fault-oidc-issuer"),
            Self::Home => Message::new("fault-oidc-home"),
            Self::Client => Message::new("fault-oidc-client"),
            Self::Name => Message::new("fault-oidc-name").with("max", NAME_CHARS_MAX),
        }
    }
}
