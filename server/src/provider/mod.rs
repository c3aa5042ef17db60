//! Signing in by an organisation's own accounts: the other side of OpenID Connect.
//!
//! In scope: where a browser is sent, what is asked of the provider, and whether its answer is one. Not
//! in scope: whose account it opens (`people::linked`), pages (`web::desk`). The protocol's own rules
//! are the library's: the ID token's signature, issuer, audience, nonce and time. Of that token nothing
//! is read but its subject. Nothing is asked of anybody before somebody presses the button.

mod asking;
mod refusal;

pub use asking::{ANSWER_BYTES_MAX, ASKING_TIMEOUT};
pub use refusal::{Refusal, Why};

use crate::keyfile::Secret;
use chrono::DateTime;
use ledger::field::Moment;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, TokenResponse,
};
use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Where the provider sends browsers back to, behind this server's own address.
pub const RETURN_PATH: &str = "/desk/provider";

/// Seconds for which a provider's addresses and keys are kept.
pub const METADATA_SECONDS: i64 = 3600;

/// Seconds after which a key that isn't known is looked for again: providers change theirs, and whoever
/// invents one mustn't make us ask at each try.
const KEYS_AGAIN_SECONDS: i64 = 60;

/// Bytes of a subject, by the standard (OpenID Connect Core, section 2).
const SUBJECT_BYTES_MAX: usize = 255;

/// Characters of the provider's name: it stands on a button of a telephone.
pub(crate) const NAME_CHARS_MAX: usize = 40;

/// What an ID token may be signed with: keys that only the provider has.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What the operator says of a provider.
#[derive(Debug)]
pub struct Terms {
    /// Its issuer's address.
    pub issuer: String,
    /// How it knows this server.
    pub client: String,
    /// What proves that to it; nothing for a public client.
    pub secret: Option<Secret>,
    /// Its name on the button.
    pub name: String,
    /// Whether its word alone opens the door: else the code is asked for as well.
    pub alone: bool,
    /// The scheme and host of this server.
    pub base_url: String,
}

/// Why a provider can't be used as the operator says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TermsFault {
    /// The issuer isn't an address to ask.
    #[error("the issuer of OpenID Connect must be an https address without query")]
    Issuer,
    /// Nobody says what this server is called.
    #[error(
        "signing in by OpenID Connect needs this server's own address, by https or on loopback"
    )]
    Home,
    /// No client id.
    #[error("the provider knows this server by a client id, and none is named")]
    Client,
    /// No name, or one that no button holds.
    #[error("the provider's name must have 1 to {NAME_CHARS_MAX} characters on one line")]
    Name,
}

/// What is kept from the way out to the way back, both of one browser.
#[derive(Clone, PartialEq, Eq)]
pub struct Trip {
    /// The word that comes back with the browser.
    pub state: String,
    /// The word that stands in the ID token.
    pub nonce: String,
    /// What proves that whoever has the code is who asked for it (PKCE, RFC 7636).
    pub verifier: String,
}

impl fmt::Debug for Trip {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Trip(..)")
    }
}

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider's addresses and keys, and when they were read.
type Known = (Moment, Arc<CoreProviderMetadata>);

/// An organisation's own accounts.
#[derive(Clone)]
pub struct Provider(Arc<Inner>);

struct Inner {
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<ClientSecret>,
    back: RedirectUrl,
    name: String,
    origin: String,
    alone: bool,
    agent: ureq::Agent,
    known: Mutex<Option<Known>>,
}

impl fmt::Debug for Provider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Provider({:?})", self.issuer())
    }
}

impl Provider {
    /// The provider of these terms. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`TermsFault`] says what of them is wrong.
    pub fn new(terms: Terms) -> Result<Self, TermsFault> {
        let issuer = IssuerUrl::new(terms.issuer).map_err(|_| TermsFault::Issuer)?;
        let (own, query) = (is_own_machine(&issuer), issuer.url().query().is_some());
        if !(own || issuer.url().scheme() == "https") || query {
            return Err(TermsFault::Issuer);
        }
        let home = terms.base_url.trim_end_matches('/');
        let back = RedirectUrl::new(format!("{home}{RETURN_PATH}"));
        let back = back.map_err(|_| TermsFault::Home)?;
        if back.url().scheme() != "https" && !is_loopback(back.url().host_str()) {
            return Err(TermsFault::Home);
        }
        let name = terms.name.trim().to_owned();
        let named = (1..=NAME_CHARS_MAX).contains(&name.chars().count());
        if !named || name.chars().any(char::is_control) {
            return Err(TermsFault::Name);
        }
        if terms.client.trim().is_empty() {
            return Err(TermsFault::Client);
        }
        let secret = terms
            .secret
            .map(|secret| ClientSecret::new(secret.expose().to_owned()));
        Ok(Self(Arc::new(Inner {
            origin: issuer.url().origin().ascii_serialization(),
            agent: asking::agent(!own),
            client: ClientId::new(terms.client.trim().to_owned()),
            alone: terms.alone,
            known: Mutex::new(None),
            issuer,
            secret,
            back,
            name,
        })))
    }

    /// Its name, for people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Its issuer's address, which with a subject is one person.
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.0.issuer.as_str()
    }

    /// Scheme, host and port of the issuer, to which a form may lead.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    /// Whether its word alone opens the door.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.0.alone
    }

    /// Where a browser is sent to.
    ///
    /// # Errors
    /// [`Refusal`] where the provider can't be asked for its addresses, or they lead elsewhere.
    pub async fn way_out(&self, now: Moment, trip: &Trip) -> Result<String, Refusal> {
        let (inner, trip) = (Arc::clone(&self.0), trip.clone());
        asking::apart(move || inner.way_out(now, &trip)).await
    }

    /// Whom the provider says the browser belongs to, for the code with which it sent it back.
    ///
    /// # Errors
    /// [`Refusal`] says why that is nobody.
    pub async fn subject(&self, now: Moment, trip: &Trip, code: &str) -> Result<String, Refusal> {
        let (inner, trip) = (Arc::clone(&self.0), trip.clone());
        let code = AuthorizationCode::new(code.to_owned());
        asking::apart(move || inner.subject(now, &trip, code)).await
    }
}

impl Inner {
    fn way_out(&self, now: Moment, trip: &Trip) -> Result<String, Refusal> {
        let client = self.client(&self.known(now)?.1);
        let verifier = PkceCodeVerifier::new(trip.verifier.clone());
        let (state, nonce) = (trip.state.clone(), trip.nonce.clone());
        let (address, ..) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        // The pages' policy names the issuer's origin, so a browser would go nowhere else.
        if address.origin().ascii_serialization() != self.origin {
            return Err(Refusal::because(
                Why::Elsewhere,
                &address.origin().ascii_serialization(),
            ));
        }
        Ok(address.into())
    }

    fn subject(
        &self,
        now: Moment,
        trip: &Trip,
        code: AuthorizationCode,
    ) -> Result<String, Refusal> {
        let (read, metadata) = self.known(now)?;
        let client = self.client(&metadata);
        let asked = client
            .exchange_code(code)
            .map_err(|error| refusal::unfit(&error))?;
        let answer = asked
            .set_pkce_verifier(PkceCodeVerifier::new(trip.verifier.clone()))
            .request(&|request| self.ask(request))
            .map_err(|error| refusal::of_token(&error))?;
        let token = answer.id_token().ok_or(Refusal::bare(Why::NoToken))?;
        let nonce = Nonce::new(trip.nonce.clone());
        let judged = match judge(&client, token, &nonce, now) {
            Err(refused) if refused.why == Why::Key && now.0 - read.0 >= KEYS_AGAIN_SECONDS => {
                let (_, metadata) = self.read(now)?;
                judge(&self.client(&metadata), token, &nonce, now)
            }
            judged => judged,
        };
        judged.and_then(|subject| match subject.len() {
            1..=SUBJECT_BYTES_MAX => Ok(subject),
            _ => Err(Refusal::bare(Why::Subject)),
        })
    }

    /// What is known of the provider, asked for where that is nothing or too old.
    fn known(&self, now: Moment) -> Result<Known, Refusal> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |known: &Known| (0..METADATA_SECONDS).contains(&(now.0 - known.0.0));
        match known.clone().filter(fresh) {
            Some(known) => Ok(known),
            None => {
                drop(known);
                self.read(now)
            }
        }
    }

    /// Asks the provider for its addresses and keys.
    fn read(&self, now: Moment) -> Result<Known, Refusal> {
        let read = CoreProviderMetadata::discover(&self.issuer, &|request| self.ask(request));
        let metadata = read.map_err(|error| refusal::of_discovery(&error))?;
        let known = (now, Arc::new(metadata));
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Client {
        let (client, secret) = (self.client.clone(), self.secret.clone());
        CoreClient::from_provider_metadata(metadata.clone(), client, secret)
            .set_redirect_uri(self.back.clone())
            .set_auth_type(authentication(metadata))
    }
}

/// How the secret is shown: in the header, unless the provider says that it takes it in the body alone.
fn authentication(metadata: &CoreProviderMetadata) -> AuthType {
    let taken = metadata.token_endpoint_auth_methods_supported();
    match taken {
        Some(taken) if !taken.contains(&CoreClientAuthMethod::ClientSecretBasic) => {
            AuthType::RequestBody
        }
        _ => AuthType::BasicAuth,
    }
}

/// The subject of an ID token that is one for us, of now.
fn judge(
    client: &Client,
    token: &CoreIdToken,
    nonce: &Nonce,
    now: Moment,
) -> Result<String, Refusal> {
    let now = DateTime::from_timestamp(now.0, 0).unwrap_or_default();
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || now);
    let claims = token.claims(&verifier, nonce);
    let claims = claims.map_err(|error| refusal::of_claims(&error))?;
    Ok(claims.subject().to_string())
}

/// Whether the provider runs on this machine, as in a test: only there plain HTTP is spoken.
fn is_own_machine(issuer: &IssuerUrl) -> bool {
    issuer.url().scheme() == "http" && is_loopback(issuer.url().host_str())
}

fn is_loopback(host: Option<&str>) -> bool {
    host.is_some_and(|host| {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(
        issuer: &str,
        base_url: &str,
        client: &str,
        name: &str,
    ) -> Result<Provider, TermsFault> {
        Provider::new(Terms {
            issuer: issuer.to_owned(),
            client: client.to_owned(),
            secret: None,
            name: name.to_owned(),
            alone: false,
            base_url: base_url.to_owned(),
        })
    }

    #[test]
    fn terms_are_held_to_what_is_safe() {
        let (issuer, home) = ("https://accounts.town.example", "https://ledger.example/");
        let provider = made(issuer, home, "ledger", "Town").expect("a provider");
        assert_eq!(provider.origin(), issuer);
        for (issuer, home, client, name, fault) in [
            ("http://town.example", home, "l", "T", TermsFault::Issuer),
            ("https://town.example?x", home, "l", "T", TermsFault::Issuer),
            ("town.example", home, "l", "T", TermsFault::Issuer),
            (issuer, "", "l", "T", TermsFault::Home),
            (issuer, "http://ledger.example", "l", "T", TermsFault::Home),
            (issuer, home, " ", "T", TermsFault::Client),
            (issuer, home, "l", " ", TermsFault::Name),
            (issuer, home, "l", "T\nown", TermsFault::Name),
        ] {
            let wrong = made(issuer, home, client, name).expect_err(issuer);
            assert_eq!(wrong, fault, "{issuer} {home} {client} {name}");
        }
        for home in [
            "http://localhost:3000",
            "http://127.0.0.1",
            "http://[::1]:1",
        ] {
            assert!(made("http://127.0.0.1:9", home, "l", "T").is_ok(), "{home}");
        }
    }
}
