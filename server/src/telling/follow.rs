//! Following the ledger: what is new there becomes messages, once.

use super::news::Looking;
use super::{Inner, TellError, local_offset};
use crate::people::telling::{Choice, Cursor, Matter};
use crate::people::{People, Person};
use crate::store::Store;
use crate::store::read::{FindingFilter, KnownEntry};
use std::sync::Arc;

/// Entries that are looked at in one go.
const PIECE: u32 = 256;

/// Seconds after which an entry is old news: a server that was told to tell after a long rest
/// doesn't pour a season's messages over everybody.
const NEWS_SECONDS: i64 = 7 * 86_400;

/// What falls due does so at the end of a local day, and no offset from UTC is finer than this.
const QUARTER_SECONDS: i64 = 900;

/// Follows the ledger until the server stops.
pub(super) async fn follow(inner: Arc<Inner>) {
    let mut tidied = i64::MIN;
    let mut failed = false;
    while !inner.stops() {
        let minute = inner.desk.people.now().0.div_euclid(60);
        let outcome = if minute == tidied {
            round(&inner).await
        } else {
            tidied = minute;
            match tidy(&inner).await {
                Ok(()) => round(&inner).await,
                Err(error) => Err(error),
            }
        };
        match outcome {
            Ok(true) => {
                failed = false;
                continue;
            }
            Ok(false) => failed = false,
            // Said once: what fails for an hour is one event.
            Err(error) if !failed && !inner.stops() => {
                failed = true;
                tracing::warn!(reason = %error, "nobody can be told at the moment");
            }
            Err(_) => {}
        }
        inner.rest().await;
    }
}

/// Looks at the next entries. Says whether there are more.
async fn round(inner: &Inner) -> Result<bool, TellError> {
    let (people, store) = (&inner.desk.people, &*inner.store);
    let Some(head) = store.head().await? else {
        return Ok(false);
    };
    let end = Cursor {
        next_index: head.next_index,
        clock: head.clock.0,
    };
    let Some(from) = people.told_up_to().await? else {
        // What was before anybody could be told is nobody's news.
        people.begin_telling(end).await?;
        return Ok(false);
    };
    let strikes = quarter(head.clock.0) > quarter(from.clock);
    if from.next_index >= end.next_index && !strikes {
        return Ok(false);
    }
    let listeners = people.listeners().await?;
    if listeners.is_empty() {
        people.tell(from, end, &[]).await?;
        return Ok(false);
    }
    let looking = Looking {
        store,
        listeners: &listeners,
    };
    let notes = store.notes(from.next_index, PIECE).await?;
    let more = notes.len() == PIECE as usize;
    let mut to = Cursor {
        next_index: from.next_index + notes.len() as u64,
        clock: from.clock,
    };
    let mut news = Vec::new();
    let oldest = people.now().0 - NEWS_SECONDS;
    for note in &notes {
        if note.recorded_at >= oldest {
            news.extend(looking.at_entry(&KnownEntry::read(note)?).await?);
        }
    }
    if strikes && !more {
        news.extend(looking.at_times(&(from.clock..=head.clock.0)).await?);
        to.clock = head.clock.0;
    }
    people.tell(from, to, &news).await?;
    Ok(more)
}

const fn quarter(seconds: i64) -> i64 {
    seconds.div_euclid(QUARTER_SECONDS)
}

/// What is done once a minute: daily summaries whose hour has come, and forgetting.
async fn tidy(inner: &Inner) -> Result<(), TellError> {
    let (people, store) = (&inner.desk.people, &*inner.store);
    people.forget_messages().await?;
    people.forget_closed().await?;
    let wanted = people.summaries_wanted().await?;
    if wanted.is_empty() {
        return Ok(());
    }
    let offset = i64::from(local_offset(store).await?.minutes()) * 60;
    let local = people.now().0 + offset;
    let (day, hour) = (
        local.div_euclid(86_400),
        local.rem_euclid(86_400).div_euclid(3_600),
    );
    for (choice, person) in wanted {
        let due = choice.hour.is_some_and(|wanted| i64::from(wanted) <= hour);
        if due && choice.summed < day {
            sum_up(people, store, (&choice, &person), day).await?;
        }
    }
    Ok(())
}

async fn sum_up(
    people: &People,
    store: &Store,
    (choice, person): (&Choice, &Person),
    day: i64,
) -> Result<(), TellError> {
    let waiting = Waiting::of(people, store, person).await?;
    Ok(people.sum_up(choice, day, waiting.any()).await?)
}

/// How much waits for a person.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Waiting {
    /// Steps to confirm.
    pub(super) steps: u64,
    /// Drafts of the member to sign.
    pub(super) drafts: u64,
    /// Drafts of others that ask for a signature.
    pub(super) asked: u64,
    /// Questions about transfers to answer.
    pub(super) questions: u64,
    /// Proposals to vote on.
    pub(super) votes: u64,
    /// Open findings that name the member.
    pub(super) findings: u64,
}

impl Waiting {
    pub(super) async fn of(
        people: &People,
        store: &Store,
        person: &Person,
    ) -> Result<Self, TellError> {
        let member = person.member.as_str();
        // Whether a draft of their own waits for their own key is for the page to say.
        let drafts = people.drafts_waiting(person, false).await?;
        let filter = FindingFilter {
            member: Some(member.to_owned()),
            open: Some(true),
            ..FindingFilter::default()
        };
        Ok(Self {
            steps: store.waiting_count(member).await?,
            drafts: drafts.own,
            asked: drafts.asked,
            questions: if Matter::Question.is_for(person.roles) {
                people.questions_waiting(&person.member).await?
            } else {
                0
            },
            votes: if Matter::Vote.is_for(person.roles) {
                store.proposals_before(member).await?.len() as u64
            } else {
                0
            },
            findings: store.finding_count(&filter).await?,
        })
    }

    /// Steps, drafts, drafts of others, questions, votes, findings.
    pub(super) const fn counts(self) -> [u64; 6] {
        [
            self.steps,
            self.drafts,
            self.asked,
            self.questions,
            self.votes,
            self.findings,
        ]
    }

    fn any(self) -> bool {
        self.counts().iter().any(|count| *count > 0)
    }
}
