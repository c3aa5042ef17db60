//! Mail: one message to one address, by an SMTP server or into a folder.

use crate::keyfile::Secret;
use crate::people::telling::Outcome;
use lettre::address::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::fmt;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long the SMTP server may take for each of its answers.
const SMTP_TIMEOUT: Duration = Duration::from_secs(20);

/// Characters of an address, by RFC 5321.
const ADDRESS_CHARS_MAX: usize = 254;

/// Why mail can't be set up.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The sender's address can't be read.
    #[error("the sender of mail must be an address, as in ledger@example.org")]
    From,
    /// The SMTP server's address can't be used.
    #[error("the mail server's address can't be used: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

enum Post {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

/// What sends mail.
pub struct Mailer {
    post: Post,
    from: Mailbox,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Mailer(..)")
    }
}

/// A message that is to leave.
pub(super) struct Outgoing<'a> {
    /// Its id, which makes the `Message-ID`: sent twice, it is the same.
    pub(super) id: &'a str,
    pub(super) to: &'a str,
    pub(super) subject: String,
    pub(super) body: String,
    /// The address that ends all messages with one press, where the message has one.
    pub(super) stop: Option<&'a str>,
    /// When, in UTC seconds.
    pub(super) now: i64,
}

/// Whether a text is an address to which mail can be sent.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.len() <= ADDRESS_CHARS_MAX && text.is_ascii() && text.parse::<Address>().is_ok()
}

impl Mailer {
    /// Sends by an SMTP server: `smtps://host`, or `smtp://host?tls=required`. Who signs in there, if
    /// anybody, and with what.
    ///
    /// # Errors
    /// [`MailError`] where an address can't be read.
    pub fn smtp(
        url: &str,
        credentials: Option<(String, &Secret)>,
        from: &str,
    ) -> Result<Self, MailError> {
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
        if let Some((user, password)) = credentials {
            builder = builder.credentials(Credentials::new(user, password.expose().to_owned()));
        }
        let transport = builder.timeout(Some(SMTP_TIMEOUT)).build();
        Self::new(Post::Smtp(transport), from)
    }

    /// Writes each message as a file into a folder that is there, for tests and for looking at.
    ///
    /// # Errors
    /// [`MailError::From`].
    pub fn folder(folder: &Path, from: &str) -> Result<Self, MailError> {
        Self::new(Post::Folder(AsyncFileTransport::new(folder)), from)
    }

    fn new(post: Post, from: &str) -> Result<Self, MailError> {
        let from = from.parse().map_err(|_| MailError::From)?;
        Ok(Self { post, from })
    }

    /// Sends a message, and says what came of it.
    pub(super) async fn send(&self, outgoing: Outgoing<'_>) -> Outcome {
        let Some(message) = self.message(outgoing) else {
            return Outcome::Never("unwritable".to_owned());
        };
        match &self.post {
            Post::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Outcome::Sent,
                Err(error) => failed(&error),
            },
            Post::Folder(transport) => match transport.send(message).await {
                Ok(_) => Outcome::Sent,
                Err(_) => Outcome::Later("folder".to_owned()),
            },
        }
    }

    fn message(&self, outgoing: Outgoing<'_>) -> Option<Message> {
        let to: Address = outgoing.to.parse().ok()?;
        let seconds = u64::try_from(outgoing.now).unwrap_or_default();
        let id = format!("<{}@{}>", outgoing.id, self.from.email.domain());
        let builder: MessageBuilder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(outgoing.subject)
            .message_id(Some(id))
            .date(
                UNIX_EPOCH
                    .checked_add(Duration::from_secs(seconds))
                    .unwrap_or_else(SystemTime::now),
            )
            .header(ContentType::TEXT_PLAIN);
        let mut message = builder.body(outgoing.body).ok()?;
        let mut add = |name, value: String| {
            let name = HeaderName::new_from_ascii_str(name);
            message
                .headers_mut()
                .insert_raw(HeaderValue::new(name, value));
        };
        // Nobody's absence notice answers it.
        add("Auto-Submitted", "auto-generated".to_owned());
        if let Some(stop) = outgoing.stop {
            add("List-Unsubscribe", format!("<{stop}>"));
            add(
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            );
        }
        Some(message)
    }
}

/// What the server said, as a number alone: its words may hold the address.
fn failed(error: &lettre::transport::smtp::Error) -> Outcome {
    let status = error.status().map(|code| format!("smtp-{code}"));
    if error.is_permanent() {
        return Outcome::Never(status.unwrap_or_else(|| "smtp".to_owned()));
    }
    let why = if error.is_timeout() {
        "timed-out"
    } else if error.is_tls() {
        "tls"
    } else {
        "unreachable"
    };
    Outcome::Later(status.unwrap_or_else(|| why.to_owned()))
}
