//! An organisation's accounts on loopback: OpenID Connect as far as a provider of it has to go.

use crate::world::DAWN;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ledger::field::Moment;
use openidconnect::core::{
    CoreJsonWebKeySet, CoreJwsSigningAlgorithm as Algorithm, CoreRsaPrivateSigningKey,
};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use rsa::RsaPrivateKey;
use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};
use rsa::rand_core::OsRng;
use serde_json::{Value, json};
use server::keyfile::Secret;
use server::provider::{Provider, Terms};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

/// By what the provider knows the ledger's server.
pub const CLIENT: &str = "ledger";
const SECRET: &str = "a client's secret: % and é";

/// What the provider does otherwise than it should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Twist {
    /// Nothing.
    #[default]
    None,
    /// A token of another question.
    Nonce,
    /// A token for another server.
    Audience,
    /// A token for this server and another one.
    Audiences,
    /// A token by another issuer.
    Issuer,
    /// A token whose time is over.
    Expired,
    /// A token that nobody signed.
    Unsigned,
    /// A token signed with what the server shares.
    Shared,
    /// A token by a key that isn't the provider's.
    ForeignKey,
    /// The same under the name of the provider's own.
    ForgedKey,
    /// A subject longer than any.
    LongSubject,
    /// No token.
    NoToken,
    /// A word of its own instead of a token.
    Declined,
    /// An answer without end.
    Endless,
}

/// What the provider has asked and been asked.
#[derive(Debug)]
struct Inner {
    issuer: String,
    /// Questions by the code that answers them: nonce, challenge, way back.
    asked: Mutex<HashMap<String, [String; 3]>>,
    told: Mutex<Told>,
}

#[derive(Clone, Debug)]
struct Told {
    subject: String,
    twist: Twist,
    now: Moment,
}

/// The provider.
#[derive(Clone, Debug)]
pub struct TestProvider(Arc<Inner>);

impl TestProvider {
    /// One that listens, until the test ends.
    ///
    /// # Panics
    /// Where no port is free.
    pub async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let address = listener.local_addr().expect("an address");
        let provider = Self(Arc::new(Inner {
            issuer: format!("http://{address}"),
            asked: Mutex::default(),
            told: Mutex::new(Told {
                subject: "248289761001".to_owned(),
                twist: Twist::None,
                now: DAWN,
            }),
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/keys", get(keys))
            .with_state(Arc::clone(&provider.0));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        provider
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.0.issuer
    }

    /// The server's side of it.
    ///
    /// # Panics
    /// Where the terms aren't taken.
    #[must_use]
    pub fn known_as(&self, name: &str, alone: bool) -> Provider {
        let terms = Terms {
            issuer: self.0.issuer.clone(),
            client: CLIENT.to_owned(),
            secret: Some(Secret::new(SECRET.to_owned())),
            name: name.to_owned(),
            alone,
            base_url: crate::desk::HOME.to_owned(),
        };
        Provider::new(terms).expect("terms")
    }

    /// Who presses "yes" there from now on.
    ///
    /// # Panics
    /// Where another test's thread failed with it in hand.
    pub fn person(&self, subject: &str) {
        subject.clone_into(&mut self.0.told.lock().expect("whole").subject);
    }

    /// What it does otherwise from now on.
    ///
    /// # Panics
    /// Where another test's thread failed with it in hand.
    pub fn twist(&self, twist: Twist) {
        self.0.told.lock().expect("whole").twist = twist;
    }

    /// What its clock shows.
    ///
    /// # Panics
    /// Where another test's thread failed with it in hand.
    pub fn at(&self, now: Moment) {
        self.0.told.lock().expect("whole").now = now;
    }

    /// A browser goes where the server has sent it: the path with which it comes back.
    ///
    /// # Panics
    /// Where the provider doesn't send it back to the server.
    pub async fn visit(&self, address: &str) -> String {
        assert!(address.starts_with(self.origin()), "{address}");
        let address = address.to_owned();
        let asked = tokio::task::spawn_blocking(move || {
            let config = ureq::Agent::config_builder().max_redirects(0).build();
            let agent: ureq::Agent = config.into();
            agent.get(address).call()
        });
        let answer = asked.await.expect("a thread").expect("an answer");
        let back = answer.headers().get("location").expect("a way back");
        let back = back.to_str().expect("text");
        back.strip_prefix(crate::desk::HOME)
            .expect("a way back to the server")
            .to_owned()
    }
}

async fn discovery(State(provider): State<Arc<Inner>>) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", provider.issuer);
    Json(json!({
        "issuer": provider.issuer,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "jwks_uri": at("keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
    }))
}

async fn keys() -> Json<CoreJsonWebKeySet> {
    Json(CoreJsonWebKeySet::new(vec![
        key(0, "own").as_verification_key(),
    ]))
}

/// The person says yes at once.
async fn authorize(
    State(provider): State<Arc<Inner>>,
    Query(asked): Query<HashMap<String, String>>,
) -> Response {
    let said = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let right = [
        ("client_id", CLIENT),
        ("response_type", "code"),
        ("scope", "openid"),
        ("code_challenge_method", "S256"),
    ];
    if right.iter().any(|(name, value)| said(name) != *value) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mut questions = provider.asked.lock().expect("whole");
    let code = format!("code-{}", questions.len());
    let back = format!(
        "{}?code={code}&state={}",
        said("redirect_uri"),
        said("state")
    );
    let question = ["nonce", "code_challenge", "redirect_uri"].map(said);
    questions.insert(code, question);
    Redirect::to(&back).into_response()
}

async fn token(
    State(provider): State<Arc<Inner>>,
    headers: HeaderMap,
    Form(sent): Form<HashMap<String, String>>,
) -> Response {
    let said = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let told = provider.told.lock().expect("whole").clone();
    let known = provider.asked.lock().expect("whole").remove(&said("code"));
    let Some([nonce, challenge, back]) = known else {
        return declined("invalid_grant");
    };
    let proven = URL_SAFE_NO_PAD.encode(Sha256::digest(said("code_verifier")));
    if proven != challenge || said("redirect_uri") != back || !authenticated(&headers) {
        return declined("invalid_grant");
    }
    match told.twist {
        Twist::Declined => declined("a\nforged line"),
        Twist::Endless => vec![b' '; 1_000_000].into_response(),
        Twist::NoToken => {
            Json(json!({ "access_token": "x", "token_type": "Bearer" })).into_response()
        }
        _ => {
            let token = id_token(&provider.issuer, &told, &nonce);
            let answer = json!({ "access_token": "x", "token_type": "Bearer", "id_token": token });
            Json(answer).into_response()
        }
    }
}

fn declined(error: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response()
}

/// RFC 6749, section 2.3.1: both are encoded as in a form before they are put together.
fn authenticated(headers: &HeaderMap) -> bool {
    let wanted = format!("{CLIENT}:a+client%27s+secret%3A+%25+and+%C3%A9");
    let wanted = format!("Basic {}", STANDARD.encode(wanted));
    let shown = headers.get(header::AUTHORIZATION);
    shown.is_some_and(|shown| shown.as_bytes() == wanted.as_bytes())
}

fn id_token(issuer: &str, told: &Told, nonce: &str) -> String {
    let twisted = |twist, other: Value, right: Value| {
        if told.twist == twist { other } else { right }
    };
    let audience = twisted(Twist::Audience, json!("another"), json!(CLIENT));
    let audience = twisted(Twist::Audiences, json!([CLIENT, "another"]), audience);
    let long = json!("9".repeat(256));
    let claims = json!({
        "iss": twisted(Twist::Issuer, json!("http://127.0.0.1:1"), json!(issuer)),
        "sub": twisted(Twist::LongSubject, long, json!(told.subject)),
        "aud": audience,
        "nonce": twisted(Twist::Nonce, json!("another"), json!(nonce)),
        "iat": told.now.0,
        "exp": twisted(Twist::Expired, json!(told.now.0), json!(told.now.0 + 300)),
        "email": "somebody@town.example",
    });
    let (algorithm, key_id) = match told.twist {
        Twist::Unsigned => ("none", "own"),
        Twist::Shared => ("HS256", "own"),
        Twist::ForeignKey => ("RS256", "foreign"),
        _ => ("RS256", "own"),
    };
    let header = json!({ "alg": algorithm, "kid": key_id, "typ": "JWT" });
    let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(header), part(claims));
    let signature = match told.twist {
        Twist::Unsigned => Vec::new(),
        Twist::Shared => {
            let key = openidconnect::core::CoreHmacKey::new(SECRET);
            let signed = key.sign(&Algorithm::HmacSha256, text.as_bytes());
            signed.expect("a signature")
        }
        twist => {
            let foreign = matches!(twist, Twist::ForeignKey | Twist::ForgedKey);
            let key = key(usize::from(foreign), key_id);
            let signed = key.sign(&Algorithm::RsaSsaPkcs1V15Sha256, text.as_bytes());
            signed.expect("a signature")
        }
    };
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// The provider's key and a stranger's, made once a run.
fn key(number: usize, id: &str) -> CoreRsaPrivateSigningKey {
    static MADE: OnceLock<[String; 2]> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        [(), ()].map(|()| {
            let key = RsaPrivateKey::new(&mut OsRng, 2048).expect("a key");
            key.to_pkcs1_pem(LineEnding::LF).expect("PEM").to_string()
        })
    });
    let id = JsonWebKeyId::new(id.to_owned());
    CoreRsaPrivateSigningKey::from_pem(&made[number], Some(id)).expect("a key")
}
