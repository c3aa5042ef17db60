//! Why a provider's answer is none. People are told that it didn't open the door; the operator reads why.

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{
    ClaimsVerificationError, ConfigurationError, DiscoveryError, RequestTokenError,
    SignatureVerificationError, StandardErrorResponse,
};
use std::error::Error;

/// Characters of what a provider says that a log line keeps.
const DETAIL_CHARS_MAX: usize = 300;

/// What is wrong, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No answer in time, or one too long.
    Unreachable,
    /// It sends the browser back without a code: its person wasn't let through.
    Denied,
    /// Its addresses and keys can't be read, or are another issuer's.
    Discovery,
    /// It would send browsers to another origin than its issuer's.
    Elsewhere,
    /// It doesn't take the code.
    Declined,
    /// It says nothing of anybody.
    NoToken,
    /// The token is by another issuer.
    Issuer,
    /// The token is for somebody else.
    Audience,
    /// The token answers another question.
    Nonce,
    /// The token's time is over.
    Expired,
    /// The token is signed in a way that isn't taken, or not at all.
    Algorithm,
    /// The token's key isn't the provider's.
    Key,
    /// The signature doesn't fit.
    Signature,
    /// The subject isn't one.
    Subject,
    /// Something else of the token.
    Token,
}

impl Why {
    /// The word of a log line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Denied => "denied",
            Self::Discovery => "discovery",
            Self::Elsewhere => "elsewhere",
            Self::Declined => "declined",
            Self::NoToken => "no-token",
            Self::Issuer => "issuer",
            Self::Audience => "audience",
            Self::Nonce => "nonce",
            Self::Expired => "expired",
            Self::Algorithm => "algorithm",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Subject => "subject",
            Self::Token => "token",
        }
    }
}

/// Why a provider's answer is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", why.word())]
pub struct Refusal {
    /// In a word.
    pub why: Why,
    /// In the library's words or the provider's, cut and escaped.
    pub detail: String,
}

impl Refusal {
    pub(super) const fn bare(why: Why) -> Self {
        Self {
            why,
            detail: String::new(),
        }
    }

    pub(super) fn because(why: Why, detail: &str) -> Self {
        let kept: String = detail.chars().take(DETAIL_CHARS_MAX).collect();
        Self {
            why,
            detail: kept.escape_debug().to_string(),
        }
    }

    /// A browser that came back without a code, and with this word instead.
    #[must_use]
    pub fn of_browser(word: &str) -> Self {
        Self::because(Why::Denied, word)
    }

    /// Whether another try may go better: the provider is away.
    #[must_use]
    pub const fn is_away(&self) -> bool {
        matches!(self.why, Why::Unreachable | Why::Discovery | Why::Elsewhere)
    }
}

/// An error with what is behind it.
fn told(error: &dyn Error) -> String {
    let mut said = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        said = format!("{said}: {error}");
        behind = error.source();
    }
    said
}

pub(super) fn unfit(error: &ConfigurationError) -> Refusal {
    Refusal::because(Why::Discovery, &told(error))
}

pub(super) fn of_discovery(error: &DiscoveryError<ureq::Error>) -> Refusal {
    let why = match error {
        DiscoveryError::Request(_) => Why::Unreachable,
        _ => Why::Discovery,
    };
    Refusal::because(why, &told(error))
}

/// Of a provider's own words only its code is kept: the rest may name a person.
pub(super) fn of_token(
    error: &RequestTokenError<ureq::Error, StandardErrorResponse<CoreErrorResponseType>>,
) -> Refusal {
    match error {
        RequestTokenError::ServerResponse(said) => {
            Refusal::because(Why::Declined, said.error().as_ref())
        }
        RequestTokenError::Request(error) => Refusal::because(Why::Unreachable, &told(error)),
        RequestTokenError::Parse(error, _) => Refusal::because(Why::Token, &told(error)),
        RequestTokenError::Other(said) => Refusal::because(Why::Declined, said),
    }
}

pub(super) fn of_claims(error: &ClaimsVerificationError) -> Refusal {
    let why = match error {
        ClaimsVerificationError::InvalidIssuer(_) => Why::Issuer,
        ClaimsVerificationError::InvalidAudience(_) => Why::Audience,
        ClaimsVerificationError::InvalidNonce(_) => Why::Nonce,
        ClaimsVerificationError::Expired(_) => Why::Expired,
        ClaimsVerificationError::SignatureVerification(error) => of_signature(error),
        _ => Why::Token,
    };
    Refusal::because(why, &told(error))
}

fn of_signature(error: &SignatureVerificationError) -> Why {
    match error {
        SignatureVerificationError::NoSignature
        | SignatureVerificationError::DisallowedAlg(_)
        | SignatureVerificationError::UnsupportedAlg(_) => Why::Algorithm,
        SignatureVerificationError::NoMatchingKey => Why::Key,
        _ => Why::Signature,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_provider_says_is_cut_and_escaped() {
        let said = format!("a\nINFO forged \u{1b}[31m{}", "x".repeat(1_000));
        let refusal = Refusal::because(Why::Declined, &said);
        assert!(refusal.detail.starts_with("a\\nINFO forged \\u{1b}[31mxx"));
        assert!(refusal.detail.len() < 2 * DETAIL_CHARS_MAX);
        assert!(!refusal.to_string().contains(char::is_control));
    }
}
