//! Telling people, as `serve` sets it up.

use super::Failure;
use crate::config;
use crate::keyfile::{Ask, passphrase};
use crate::speech::Message;
use crate::telling::{MailError, Mailer, Reach};

/// What sends mail by these settings; nothing where they name neither a server nor a folder.
pub(super) fn mailer(settings: &config::Telling) -> Result<Option<Mailer>, Failure> {
    let asked = settings.smtp.is_some() || settings.mail_folder.is_some();
    if !asked {
        return Ok(None);
    }
    let from = settings.from.as_deref().ok_or_else(|| {
        Failure::usage(Message::new("mail-without-from"))
            .mend(Message::new("mend-mail-without-from"))
    })?;
    let made = match (&settings.smtp, &settings.mail_folder) {
        (_, Some(folder)) => {
            std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
            Mailer::folder(folder, from)
        }
        (Some(server), None) => {
            let password = match &settings.password_file {
                Some(file) => {
                    let read = passphrase(Some(file), Ask::Existing);
                    Some(read.map_err(|error| Failure::file(file, error))?)
                }
                None => None,
            };
            let user = server.user().map(str::to_owned);
            Mailer::smtp(server.url(), user.zip(password.as_ref()), from)
        }
        (None, None) => return Ok(None),
    };
    made.map(Some)
        .map_err(|error: MailError| Failure::usage(error))
}

/// What a server with this address can tell.
pub(super) fn reach(base_url: &str, mailer: Option<&Mailer>, settings: &config::Telling) -> Reach {
    let known = !base_url.is_empty();
    if mailer.is_some() && !known {
        tracing::warn!("mail has links, and this server doesn't know its address: see --base-url");
    }
    Reach {
        mail: known && mailer.is_some(),
        hooks: known,
        loopback: settings.loopback,
    }
}
