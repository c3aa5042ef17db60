//! How often one network may knock.

use tests::desk::{Office, PASSWORD, Somebody};

fn nobody() -> Somebody {
    Somebody {
        account: String::new(),
        factor: server::people::Factor::of(vec![0; 20]),
        cookie: String::new(),
    }
}

#[tokio::test]
async fn whoever_tries_many_accounts_is_told_to_wait() {
    let office = Office::open().await;
    let tried = async |number: u32| {
        let account = format!("somebody-{number}");
        let fields = [
            ("account", account.as_str()),
            ("password", PASSWORD),
            ("code", "000000"),
        ];
        office.post(&nobody(), "/en/desk/sign-in", &fields).await
    };
    for number in 0..30 {
        assert_eq!(tried(number).await.status, 422, "{number}");
    }
    let reply = tried(30).await;
    assert_eq!((reply.status, reply.header("retry-after")), (429, "10"));
    assert_eq!(reply.header("cache-control"), "no-store");
    let page = reply.text();
    assert!(
        page.contains("Too many tries") && page.contains("10 seconds"),
        "{page}"
    );
    // What a reader says of where they come from counts for nothing here.
    let told = [("x-forwarded-for", "203.0.113.9"), ("cookie", "")];
    let form = office.app.get_with("/en/desk/sign-in", &told).await;
    assert_eq!(form.status, 200, "the form itself stays open");
    office.wait(10);
    assert_eq!(tried(31).await.status, 422);
    assert_eq!(tried(32).await.status, 429);
    office.app.stop().await;
}

#[tokio::test]
async fn whoever_tries_links_is_told_to_wait() {
    let office = Office::open().await;
    let link = format!("/en/desk/join/{}", "0".repeat(64));
    for _ in 0..60 {
        assert_eq!(office.get(&nobody(), &link).await.status, 410);
    }
    assert_eq!(office.get(&nobody(), &link).await.status, 429);
    for _ in 0..30 {
        assert_eq!(office.post(&nobody(), &link, &[]).await.status, 410);
    }
    assert_eq!(office.post(&nobody(), &link, &[]).await.status, 429);
    office.app.stop().await;
}
