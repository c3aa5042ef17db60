//! A payee asks about one transfer, its payer answers, and both sides and auditors read it.

use server::people::{QUESTION_CHARS_MAX, QUESTIONS_MAX};
use tests::desk::{Office, hidden};
use tests::world::{AUDITOR, COUNTY, MINISTRY, OFFICE};

#[tokio::test]
async fn a_question_is_answered_once_and_both_stand_for_both_sides_and_auditors() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let path = format!("/en/desk/questions/{step}");
    let asks = office.join(OFFICE, "asks", "confirm").await;
    let answers = office.join(MINISTRY, "answers", "pay").await;
    let auditor = office.join(AUDITOR, "auditor", "audit").await;
    let looker = office.join(COUNTY, "looker", "audit").await;
    let confirm = office.get(&asks, &format!("/en/desk/confirm/{step}")).await;
    assert!(confirm.text().contains(&path), "the form leads there");
    let page = office.get(&asks, &path).await.text();
    let once = hidden(&page, "once").to_owned();
    let question = [
        ("once", once.as_str()),
        ("question", "Is the rest to come?"),
    ];
    let asked = office.post(&asks, &path, &question).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    assert_eq!(asked.header("location"), path);
    // Sent again it is the same question.
    assert_eq!(office.post(&asks, &path, &question).await.status, 303);
    let stands = office.desk.people.questions_about(&step).await;
    assert_eq!(stands.expect("the database").len(), 1);
    let tasks = office.get(&answers, "/en/desk").await.text();
    assert!(
        tasks.contains("One question about a transfer waits"),
        "{tasks}"
    );
    let list = office.get(&answers, "/en/desk/questions").await.text();
    assert!(list.contains(&path) && list.contains("Is the rest to come?"));
    let page = office.get(&answers, &path).await.text();
    assert!(page.contains("Is the rest to come?"), "{page}");
    assert!(!page.contains(">asks<"), "the other side\u{2019}s account");
    let id = hidden(&page, "id").to_owned();
    let answer = [("id", id.as_str()), ("answer", "It is on its way")];
    assert_eq!(office.post(&answers, &path, &answer).await.status, 303);
    assert_eq!(
        office.post(&answers, &path, &answer).await.status,
        303,
        "a double tap"
    );
    let other = [("id", id.as_str()), ("answer", "It never was")];
    let other = office.post(&answers, &path, &other).await;
    assert_eq!(other.status, 422, "an answer is set once");
    assert!(
        other.text().contains("answered meanwhile"),
        "{}",
        other.text()
    );
    let page = office.get(&asks, &path).await.text();
    assert!(
        page.contains("It is on its way") && page.contains(">asks<"),
        "{page}"
    );
    let page = office.get(&auditor, &path).await.text();
    assert!(
        page.contains(">asks<") && page.contains(">answers<"),
        "{page}"
    );
    assert!(
        !page.contains("name=\"question\""),
        "who looks doesn\u{2019}t ask"
    );
    assert_eq!(
        office.get(&looker, &path).await.status,
        404,
        "no side of it"
    );
    for (who, said) in [
        (&asks, "Asked about a transfer"),
        (&answers, "Answered a question"),
    ] {
        let record = office.get(who, "/en/desk/record").await.text();
        assert!(record.contains(said), "{record}");
    }
    let tasks = office.get(&answers, "/en/desk").await.text();
    assert!(!tasks.contains("waits for your answer"), "{tasks}");
    let public = office.app.get(&format!("/en/entries/{step}")).await.text();
    assert!(
        !public.contains("Is the rest to come?"),
        "it isn\u{2019}t public"
    );
    office.app.stop().await;
}

#[tokio::test]
async fn what_does_not_stand_on_one_line_is_not_taken_and_one_side_does_not_speak_for_the_other() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let path = format!("/en/desk/questions/{step}");
    let asks = office.join(OFFICE, "asks", "confirm").await;
    let answers = office.join(MINISTRY, "answers", "pay").await;
    let third = office.join(COUNTY, "third", "pay").await;
    let long = "a".repeat(QUESTION_CHARS_MAX + 1);
    for wrong in ["", " ", &long, "two\nlines", "turned \u{202e}round"] {
        let reply = office.post(&asks, &path, &[("question", wrong)]).await;
        assert_eq!(reply.status, 422, "{wrong:?}");
        assert!(reply.text().contains("href=\"#question\""), "{wrong:?}");
    }
    // The payer has nothing to ask here, and whoever is no side nothing to say.
    let reply = office.post(&answers, &path, &[("question", "Why?")]).await;
    assert_eq!(reply.status, 422, "it answers");
    assert_eq!(
        office
            .post(&third, &path, &[("question", "Why?")])
            .await
            .status,
        404
    );
    let about = || office.desk.people.questions_about(&step);
    assert!(about().await.expect("the database").is_empty());
    let most = usize::try_from(QUESTIONS_MAX).expect("a number");
    for number in 0..most {
        let text = format!("Question {number}?");
        let reply = office.post(&asks, &path, &[("question", &text)]).await;
        assert_eq!(reply.status, 303, "{text}");
    }
    let reply = office.post(&asks, &path, &[("question", "And?")]).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert_eq!(about().await.expect("the database").len(), most);
    office.app.stop().await;
}
