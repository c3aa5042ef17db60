//! What stands around a page: languages, headers, copies, what goes wrong.

use server::web::SECURITY_HEADERS;
use tests::app::{TestApp, head};

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_is_led_to_a_language() {
    let app = TestApp::empty().await;
    for (accepted, to) in [
        ("zh-CN,zh;q=0.9", "/zh/"),
        ("es", "/es/"),
        ("gn", "/en/"),
        ("", "/en/"),
    ] {
        let reply = app.get_with("/", &[("accept-language", accepted)]).await;
        assert_eq!(
            (reply.status, reply.header("location")),
            (302, to),
            "{accepted}"
        );
        assert!(
            reply
                .header("vary")
                .to_lowercase()
                .contains("accept-language")
        );
        assert_eq!(reply.header("set-cookie"), "", "no page needs a cookie");
    }
    assert_eq!(app.get("/es").await.header("location"), "/es/");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_language_is_kept_and_no_page_depends_on_it() {
    let app = TestApp::founded().await;
    let home = app.get("/en/findings?state=all").await;
    assert!(home.text().contains("\"/choose/zh/findings?state=all\""));
    let choice = app.get("/choose/zh/findings?state=all").await;
    assert_eq!(
        (choice.status, choice.header("location")),
        (302, "/zh/findings?state=all")
    );
    assert_eq!(choice.header("cache-control"), "no-store");
    let cookie = choice.header("set-cookie").to_owned();
    assert!(
        cookie.starts_with("language=zh;") && cookie.contains("HttpOnly"),
        "{cookie}"
    );
    let asked = [("cookie", "language=zh"), ("accept-language", "es")];
    let door = app.get_with("/", &asked).await;
    assert_eq!(door.header("location"), "/zh/");
    assert!(door.header("vary").contains("cookie"));
    let page = app.get_with("/en/", &asked).await;
    assert_eq!(page.header("content-language"), "en");
    assert!(!page.header("vary").contains("cookie"));
    assert_eq!(page.body, app.get("/en/").await.body);
    let front = app.get("/choose/es/").await;
    assert_eq!(front.header("location"), "/es/");
    for odd in [
        "/choose/fr/",
        "/choose/zh",
        "/choose//evil.example/",
        "/choose/%7Ah/x",
    ] {
        let reply = app.get(odd).await;
        assert_eq!(
            (reply.status, reply.header("set-cookie")),
            (404, ""),
            "{odd}"
        );
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_link_has_a_picture_of_our_own() {
    let app = TestApp::founded().await;
    let picture = app.get(app::style::preview_path()).await;
    assert_eq!(
        (picture.status, picture.header("content-type")),
        (200, "image/png")
    );
    assert!(picture.header("cache-control").contains("immutable"));
    assert!(picture.body.starts_with(b"\x89PNG") && picture.body.len() < 10_000);
    let page = app.get("/es/findings").await.text();
    for said in [
        "property=\"og:type\" content=\"website\"",
        "property=\"og:locale\" content=\"es_ES\"",
        "hreflang=\"x-default\"",
    ] {
        assert!(page.contains(said), "{said}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_the_security_headers() {
    let app = TestApp::founded().await;
    for path in [
        "/",
        "/en/",
        "/zh/findings",
        "/en/nowhere",
        "/style/none.css",
        "/fr/",
    ] {
        let reply = app.get(path).await;
        for (name, value) in SECURITY_HEADERS {
            assert_eq!(reply.header(name.as_str()), value, "{path}");
        }
        assert_eq!(reply.header("set-cookie"), "");
    }
    let policy = app
        .get("/en/")
        .await
        .header("content-security-policy")
        .to_owned();
    for word in [
        "default-src 'none'",
        "script-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(word), "{policy}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_kept_until_the_next_entry() {
    let mut app = TestApp::founded().await;
    let first = app.get("/en/").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"'), "a strong tag: {tag}");
    let kept = "public, max-age=0, stale-while-revalidate=30";
    assert_eq!(first.header("cache-control"), kept);
    let fresh = app.get_with("/en/", &[("if-none-match", &tag)]).await;
    assert_eq!((fresh.status, fresh.body.len()), (304, 0));
    // What a program takes is asked about before it is used.
    let file = app.get("/en/take/programmes.csv").await;
    assert_eq!(file.header("cache-control"), "public, no-cache");
    let note = app.house.world.appropriation(5);
    app.house.admit(&[note]).await;
    assert_eq!(
        app.get_with("/en/", &[("if-none-match", &tag)])
            .await
            .status,
        200
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn compressed_bytes_have_a_tag_of_their_own() {
    let app = TestApp::founded().await;
    let plain = app.get("/en/").await;
    for encoding in ["br", "gzip"] {
        let packed = app.get_with("/en/", &[("accept-encoding", encoding)]).await;
        assert_eq!(packed.header("content-encoding"), encoding);
        assert!(packed.body.len() < plain.body.len());
        assert_ne!(packed.header("etag"), plain.header("etag"));
        let tag = packed.header("etag").to_owned();
        let asked = [
            ("if-none-match", tag.as_str()),
            ("accept-encoding", encoding),
        ];
        assert_eq!(app.get_with("/en/", &asked).await.status, 304);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_style_sheet_is_kept_for_ever() {
    let app = TestApp::empty().await;
    let home = app.get("/en/").await.text();
    for sheet in app::style::Sheet::ALL {
        // The desk's forms have a sheet of their own, which no public page asks for.
        let own = sheet != app::style::Sheet::Forms;
        assert_eq!(
            home.contains(sheet.path()),
            own,
            "the page names its sheets"
        );
        let reply = app.get(sheet.path()).await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, app::style::CONTENT_TYPE)
        );
        assert!(reply.header("cache-control").contains("immutable"));
    }
    let other_release = app.get("/style/countersign-0000000000000000.css").await;
    assert_eq!(other_release.status, 410);
    assert!(other_release.text().contains("<h1>"));
    assert_eq!(app.get("/style/other.css").await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_isnt_there_is_said_in_the_readers_language() {
    let app = TestApp::founded().await;
    let nowhere = [
        "nowhere",
        "entries/zz",
        "entries/99999999999999999999",
        "members/no/body",
        "programmes/none",
    ];
    for language in ["en", "zh", "es"] {
        for path in nowhere {
            let reply = app.get(&format!("/{language}/{path}")).await;
            assert_eq!(reply.status, 404, "{path}");
            assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
            let tag = if language == "zh" {
                "zh-Hans"
            } else {
                language
            };
            assert_eq!(reply.header("content-language"), tag);
            assert!(reply.text().contains("<h1>"), "{}", reply.text());
        }
    }
    let foreign = app.get_with("/fr/", &[("accept-language", "es")]).await;
    assert_eq!(
        (foreign.status, foreign.header("content-language")),
        (404, "es")
    );
    let identity = "0".repeat(64);
    assert_eq!(
        app.get(&format!("/en/entries/{identity}")).await.status,
        404
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_fails_is_a_page_without_its_words() {
    let app = TestApp::founded().await;
    app.house.store.close_reads().await.expect("they close");
    let reply = app.get("/es/").await;
    assert_eq!(
        (reply.status, reply.header("content-language")),
        (500, "es")
    );
    assert!(reply.text().contains("<h1>"));
    assert!(
        !reply.text().to_lowercase().contains("sql"),
        "nothing of our own is told"
    );
    assert_eq!(reply.header("cache-control"), "no-store");
    let api = app.get("/api/v1/ledger").await;
    assert_eq!((api.status, api.code().as_str()), (500, "internal"));
    assert_eq!(app.get("/health/live").await.status, 200);
    assert_eq!(app.get("/health/ready").await.status, 503);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_only_read() {
    let app = TestApp::founded().await;
    assert_eq!(
        app.send(&head("HEAD", "/en/", &[]), b"").await.body.len(),
        0
    );
    let posted = app.post("/en/", b"x").await;
    assert_eq!(posted.status, 405);
    app.stop().await;
}
