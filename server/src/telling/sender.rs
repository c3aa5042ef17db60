//! Sending what is due, a few at a time, each channel for itself.

use super::follow::Waiting;
use super::mail::{Mailer, Outgoing};
use super::{Inner, TellError};
use crate::people::telling::{Channel, Choice, Matter, Message, Outcome, Stand};
use app::letters::{Letter, LetterView, letter};
use app::words::Language;
use futures_util::StreamExt;
use std::sync::Arc;

/// Messages of a channel that are under way at once: one receiver that is slow holds up few others.
const AT_ONCE: usize = 8;

/// Posts to programs until the server stops.
pub(super) async fn post_all(inner: Arc<Inner>) {
    while !inner.stops() {
        send_due(&inner, Channel::Hook, None).await;
        inner.rest().await;
    }
}

/// Sends mail until the server stops.
pub(super) async fn mail_all(inner: Arc<Inner>) {
    while !inner.stops() {
        send_due(&inner, Channel::Mail, inner.config.mailer.as_ref()).await;
        inner.rest().await;
    }
}

async fn send_due(inner: &Inner, channel: Channel, mailer: Option<&Mailer>) {
    let due = match inner.desk.people.due_messages(channel).await {
        Ok(due) => due,
        Err(error) => {
            tracing::warn!(reason = %error, "the outbox can't be read");
            return;
        }
    };
    let sending = futures_util::stream::iter(&due);
    sending
        .for_each_concurrent(AT_ONCE, |message| send_one(inner, message, mailer))
        .await;
}

async fn send_one(inner: &Inner, message: &Message, mailer: Option<&Mailer>) {
    // What isn't begun when the server stops waits for its next start.
    if inner.stops() {
        return;
    }
    let outcome = match (message.channel, mailer) {
        (Channel::Hook, _) => post(inner, message).await,
        (Channel::Mail, Some(mailer)) => mail(inner, message, mailer).await,
        (Channel::Mail, None) => return,
    };
    let kept = match outcome {
        Ok(outcome) => inner.desk.people.message_tried(message, outcome).await,
        // Our own database: the message is as it was, and its time has come at the next look.
        Err(error) => {
            tracing::warn!(message = message.id, reason = %error, "a message waits");
            return;
        }
    };
    match kept {
        Ok(stand) => count(message, stand),
        Err(error) => tracing::warn!(message = message.id, reason = %error, "a message waits"),
    }
}

fn count(message: &Message, stand: Stand) {
    let word = match stand {
        Stand::Sent => "sent",
        Stand::Waits => "later",
        Stand::Dropped => "dropped",
        Stand::GivenUp => {
            tracing::warn!(message = message.id, "a message was given up");
            "given-up"
        }
    };
    let channel = message.channel.word();
    metrics::counter!("countersign_messages_total", "channel" => channel, "outcome" => word)
        .increment(1);
}

async fn post(inner: &Inner, message: &Message) -> Result<Outcome, TellError> {
    let people = &inner.desk.people;
    let Some(hook) = people.hook(&message.target).await? else {
        return Ok(Outcome::Dropped);
    };
    let base = &inner.config.base_url;
    Ok(inner.poster.post(&hook, message, base, people.now()).await)
}

async fn mail(inner: &Inner, message: &Message, mailer: &Mailer) -> Result<Outcome, TellError> {
    let people = &inner.desk.people;
    let Some(choice) = people.choice(&message.target).await? else {
        return Ok(Outcome::Dropped);
    };
    let asks = message.matter == Matter::Address;
    let to = if asks {
        choice.asked.as_deref()
    } else {
        choice.address.as_deref()
    };
    let Some(to) = to else {
        return Ok(Outcome::Dropped);
    };
    let Some(written) = write(inner, message, &choice).await? else {
        return Ok(Outcome::Dropped);
    };
    let stop = stop_link(inner, &choice);
    let outgoing = Outgoing {
        id: &message.id,
        to,
        subject: written.subject,
        body: written.body,
        stop: (!asks).then_some(stop.as_str()),
        now: people.now().0,
    };
    Ok(mailer.send(outgoing).await)
}

fn stop_link(inner: &Inner, choice: &Choice) -> String {
    let base = &inner.config.base_url;
    format!(
        "{base}/{}/desk/telling/stop/{}",
        choice.language, choice.stop
    )
}

/// The words of a message in its reader's language; nothing where there is nothing to say any more.
async fn write(
    inner: &Inner,
    message: &Message,
    choice: &Choice,
) -> Result<Option<Letter>, TellError> {
    let (people, store) = (&inner.desk.people, &*inner.store);
    let language = Language::parse(&choice.language).unwrap_or_default();
    let at = format!("{}/{}", inner.config.base_url, language.code());
    let title = store.member(message.member.as_str()).await?;
    let title = title.map(|member| member.title.to_string());
    let mut view = LetterView {
        matter: message.matter.word(),
        member: title.unwrap_or_else(|| message.member.to_string()),
        finding: message.code.clone(),
        desk: format!("{at}/desk"),
        choices: format!("{at}/desk/telling"),
        stop: stop_link(inner, choice),
        ..LetterView::default()
    };
    match message.matter {
        Matter::Address => {
            let token = people.address_link(&choice.account).await?;
            view.link = format!("{at}/desk/telling/confirm/{}", token.reveal());
        }
        Matter::Draft | Matter::Signature => view.link = format!("{at}/desk/drafts"),
        Matter::Summary => {
            let Some(person) = people.open_person(&choice.account).await? else {
                return Ok(None);
            };
            let waiting = Waiting::of(people, store, &person).await?;
            view.link.clone_from(&view.desk);
            view.waiting = waiting.counts();
        }
        _ => {
            let Some(entry) = message.entry else {
                return Ok(None);
            };
            let page = match message.matter {
                Matter::Question | Matter::Answer => "desk/questions",
                Matter::Vote => "desk/members",
                _ => "entries",
            };
            view.link = format!("{at}/{page}/{}", entry.identity);
        }
    }
    Ok(Some(letter(language, &view)))
}
