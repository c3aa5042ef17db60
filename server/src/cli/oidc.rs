//! Signing in by an organisation's own accounts, as `serve` sets it up.

use super::Failure;
use crate::config::{Oidc, SecondFactor};
use crate::keyfile::{Ask, Secret, passphrase};
use crate::provider::{Provider, Terms, TermsFault};
use crate::speech::Message;

/// The provider of these settings; nothing where they name none.
pub(super) fn provider(settings: Oidc, base_url: &str) -> Result<Option<Provider>, Failure> {
    let secret = secret(&settings)?;
    let Some(issuer) = settings.issuer else {
        let dangling = settings.client.is_some() || settings.secret_file.is_some();
        return if dangling {
            Err(Failure::usage(Message::new("oidc-without-issuer"))
                .mend(Message::new("mend-oidc-without-issuer")))
        } else {
            Ok(None)
        };
    };
    let host = issuer.parse::<http::Uri>().ok();
    let host = host.as_ref().and_then(http::Uri::host).unwrap_or_default();
    let made = Provider::new(Terms {
        name: settings.name.unwrap_or_else(|| host.to_owned()),
        client: settings.client.unwrap_or_default(),
        alone: settings.second_factor == SecondFactor::Provider,
        base_url: base_url.to_owned(),
        issuer,
        secret,
    });
    made.map(Some)
        .map_err(|fault| Failure::usage(fault).mend(way(fault)))
}

fn secret(settings: &Oidc) -> Result<Option<Secret>, Failure> {
    let Some(file) = &settings.secret_file else {
        return Ok(None);
    };
    let read = passphrase(Some(file), Ask::Existing);
    read.map(Some).map_err(|error| Failure::file(file, error))
}

const fn way(fault: TermsFault) -> Message {
    match fault {
        TermsFault::Issuer => Message::new("mend-oidc-issuer"),
        TermsFault::Home => Message::new("mend-oidc-home"),
        TermsFault::Client => Message::new("mend-oidc-client"),
        TermsFault::Name => Message::new("mend-oidc-name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town() -> Oidc {
        Oidc {
            issuer: Some("https://accounts.town.example".to_owned()),
            client: Some("ledger".to_owned()),
            ..Oidc::default()
        }
    }

    #[test]
    fn a_provider_is_there_where_it_is_named_and_by_its_host_without_a_name() {
        let home = "https://ledger.example";
        assert!(matches!(provider(Oidc::default(), ""), Ok(None)));
        let made = provider(town(), home).ok().flatten().expect("a provider");
        assert_eq!(
            (made.name(), made.is_alone()),
            ("accounts.town.example", false)
        );
        let alone = Oidc {
            second_factor: SecondFactor::Provider,
            name: Some("Town of Acre".to_owned()),
            ..town()
        };
        let made = provider(alone, home).ok().flatten().expect("a provider");
        assert_eq!((made.name(), made.is_alone()), ("Town of Acre", true));
    }

    #[test]
    fn what_is_missing_is_said_at_the_start_with_its_flag() {
        let without_issuer = Oidc {
            issuer: None,
            ..town()
        };
        let without_client = Oidc {
            client: None,
            ..town()
        };
        let no_file = Oidc {
            secret_file: Some("/nowhere/secret".into()),
            ..town()
        };
        for (settings, home, word) in [
            (town(), "", "--base-url"),
            (town(), "http://ledger.example", "--base-url"),
            (without_issuer, "https://ledger.example", "--oidc-issuer"),
            (without_client, "https://ledger.example", "--oidc-client"),
            (no_file, "https://ledger.example", "/nowhere/secret"),
        ] {
            let failure = provider(settings, home).expect_err(word);
            assert!(format!("{failure:?}").contains(word), "{failure:?}");
        }
    }
}
