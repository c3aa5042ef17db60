//! What messages to people say, in the reader's language and as plain text.
//!
//! In scope: subjects and bodies. Not in scope: whom they go to and how (package `server`). A letter
//! names the member and has links; it never holds an account's name, a person or an amount.

use crate::words::{Language, Value, Words};

/// What a letter is about.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LetterView {
    /// What it is about: `waits`, `differs`, `finding`, `back`, `draft`, `signature`, `question`, `answer`,
    /// `vote`, `summary`, `address`.
    pub matter: &'static str,
    /// What the member is called.
    pub member: String,
    /// The code of the finding, where it is one.
    pub finding: Option<String>,
    /// Where it leads: the entry's public address, or a page of the desk.
    pub link: String,
    /// The desk's address.
    pub desk: String,
    /// Where the reader chooses what is sent.
    pub choices: String,
    /// The address that ends all messages.
    pub stop: String,
    /// Steps to confirm, drafts to sign, drafts of others to sign, questions, votes, open findings.
    pub waiting: [u64; 6],
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Lines of text.
    pub body: String,
}

/// Writes a letter.
#[must_use]
pub fn letter(language: Language, view: &LetterView) -> Letter {
    let words = Words::of(language);
    let (subject, says) = ids(view.matter);
    let finding = view.finding.as_deref().unwrap_or_default();
    let named = format!("finding-{finding}");
    let finding = if words.has(&named) {
        words.say(&named)
    } else {
        finding.to_owned()
    };
    let values: [(&str, Value); 2] = [
        ("member", view.member.as_str().into()),
        ("finding", finding.into()),
    ];
    let mut lines = vec![words.with(says, &values)];
    lines.extend(summed(words, view));
    lines.push(view.link.clone());
    let asks = view.matter == "address";
    if asks {
        lines.push(words.say("letter-address-not-you"));
    } else if view.link != view.desk {
        lines.push(words.with("letter-desk", &[("link", view.desk.as_str().into())]));
    }
    lines.push("-- ".to_owned() + "\n" + &foot(words, view, asks));
    Letter {
        subject: words.with(subject, &values),
        body: lines.join("\n\n") + "\n",
    }
}

/// The messages of a subject and of its first sentence.
fn ids(matter: &str) -> (&'static str, &'static str) {
    match matter {
        "waits" => ("letter-waits-subject", "letter-waits"),
        "differs" => ("letter-differs-subject", "letter-differs"),
        "finding" => ("letter-finding-subject", "letter-finding"),
        "back" => ("letter-back-subject", "letter-back"),
        "draft" => ("letter-draft-subject", "letter-draft"),
        "signature" => ("letter-signature-subject", "letter-signature"),
        "question" => ("letter-question-subject", "letter-question"),
        "answer" => ("letter-answer-subject", "letter-answer"),
        "vote" => ("letter-vote-subject", "letter-vote"),
        "address" => ("letter-address-subject", "letter-address"),
        _ => ("letter-summary-subject", "letter-summary"),
    }
}

/// What waits, a line each.
fn summed(words: &Words, view: &LetterView) -> Option<String> {
    let ids = [
        "letter-summary-steps",
        "letter-summary-drafts",
        "letter-summary-asked",
        "letter-summary-questions",
        "letter-summary-votes",
        "letter-summary-findings",
    ];
    let lines: Vec<String> = ids
        .into_iter()
        .zip(view.waiting)
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words.with(id, &[("count", count.into())]))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Why it came, and how it ends.
fn foot(words: &Words, view: &LetterView, asks: bool) -> String {
    if asks {
        return words.say("letter-foot-address");
    }
    let choices = words.with("letter-foot", &[("link", view.choices.as_str().into())]);
    let stop = words.with("letter-stop", &[("link", view.stop.as_str().into())]);
    format!("{choices}\n{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(matter: &'static str) -> LetterView {
        LetterView {
            matter,
            member: "Gobernación".to_owned(),
            finding: Some("receipt-short".to_owned()),
            link: "https://l.example/es/entries/ab".to_owned(),
            desk: "https://l.example/es/desk".to_owned(),
            choices: "https://l.example/es/desk/telling".to_owned(),
            stop: "https://l.example/es/desk/telling/stop/cd".to_owned(),
            waiting: [0; 6],
        }
    }

    #[test]
    fn every_matter_is_written_whole_in_every_language() {
        let matters = [
            "waits",
            "differs",
            "finding",
            "back",
            "draft",
            "signature",
            "question",
            "answer",
            "vote",
            "summary",
            "address",
        ];
        for language in Language::ALL {
            let mut subjects = std::collections::BTreeSet::new();
            for matter in matters {
                let written = letter(language, &view(matter));
                let both = format!("{}\n{}", written.subject, written.body);
                assert!(!both.contains(['{', '⟦']), "{both}");
                assert!(written.subject.contains("Gobernación"), "{both}");
                assert!(
                    written.body.contains("https://l.example/es/entries/ab"),
                    "{both}"
                );
                let stops = written.body.contains("/stop/cd");
                assert_eq!(stops, matter != "address", "{both}");
                subjects.insert(written.subject);
            }
            assert_eq!(subjects.len(), matters.len());
        }
    }

    #[test]
    fn a_summary_says_only_what_there_is() {
        let summed = LetterView {
            waiting: [3, 0, 0, 2, 0, 1],
            ..view("summary")
        };
        let written = letter(Language::En, &summed);
        assert!(
            written.body.contains("3 transfers wait"),
            "{}",
            written.body
        );
        assert!(
            written.body.contains("One open finding"),
            "{}",
            written.body
        );
        assert!(written.body.contains("2 questions"), "{}", written.body);
        assert!(!written.body.contains("draft"), "{}", written.body);
    }
}
