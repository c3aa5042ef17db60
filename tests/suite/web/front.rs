//! What the browser runs: how it is found, sent and allowed.

use server::front::Front;
use server::web::{POLICY_WITH_ISLAND, SECURITY_HEADERS};
use tests::app::TestApp;

const BOOT: &str = "boot-0123456789abcdef.js";
const OTHER_BOOT: &str = "boot-fedcba9876543210.js";
const WASM: &str = "islands-0123456789abcdef.wasm";

/// A front as `bundle` writes it, of made-up bytes.
fn front() -> Front {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in [(BOOT, "start()"), (OTHER_BOOT, "add()"), (WASM, "\0asm")] {
        std::fs::write(folder.path().join(name), bytes).expect("written");
        let packed = format!("{bytes} in brotli");
        std::fs::write(folder.path().join(format!("{name}.br")), packed).expect("written");
    }
    let manifest = format!(
        "made-from 0\nboot verify {BOOT}\nboot total {OTHER_BOOT}\nfile {BOOT}\nfile {OTHER_BOOT}\nfile {WASM}\n"
    );
    std::fs::write(folder.path().join("manifest"), manifest).expect("written");
    Front::read(folder.path()).expect("a whole front")
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_page_with_an_island_loads_and_may_load_a_script() {
    let app = TestApp::fronted(front()).await;
    let script = format!("<script type=\"module\" src=\"/front/{BOOT}\">");
    let plain = SECURITY_HEADERS[0].1;
    for (path, has_island) in [
        ("/en/", false),
        ("/en/findings", false),
        ("/zh/verify", true),
        ("/es/verify/0", false),
    ] {
        let reply = app.get(path).await;
        assert_eq!(reply.text().contains(&script), has_island, "{path}");
        assert_eq!(reply.text().contains("<script"), has_island, "{path}");
        let policy = if has_island {
            POLICY_WITH_ISLAND
        } else {
            plain
        };
        assert_eq!(reply.header("content-security-policy"), policy, "{path}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_a_front_serves_the_page_whole() {
    let app = TestApp::founded().await;
    let genesis = app.get("/en/verify/0").await;
    assert_eq!(genesis.status, 302, "an index leads to the identity");
    let page = app.get(genesis.header("location")).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("<script") && !page.text().contains("<leptos-island"));
    assert!(page.text().contains("countersign verify"));
    assert_eq!(
        page.header("content-security-policy"),
        SECURITY_HEADERS[0].1
    );
    assert_eq!(app.get(&format!("/front/{BOOT}")).await.status, 410);
    for path in ["/en/verify/999999", "/en/verify/abc", "/front/manifest"] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn its_files_are_kept_for_ever_and_were_compressed_before() {
    let app = TestApp::fronted(front()).await;
    let path = format!("/front/{WASM}");
    let packed = app
        .get_with(&path, &[("accept-encoding", "gzip, br")])
        .await;
    assert_eq!(packed.header("content-encoding"), "br");
    assert_eq!(packed.body, b"\0asm in brotli");
    assert!(packed.header("cache-control").contains("immutable"));
    assert_eq!(packed.header("content-type"), "application/wasm");
    let plain = app.get(&path).await;
    assert_eq!(
        (plain.header("content-encoding"), plain.body.as_slice()),
        ("", b"\0asm".as_slice())
    );
    let other = app.get("/front/islands-fedcba9876543210.wasm").await;
    assert_eq!(other.status, 410, "another release's");
    app.stop().await;
}

#[test]
fn half_a_front_is_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(
        folder.path().join("manifest"),
        format!("boot verify {BOOT}\nfile {BOOT}\n"),
    )
    .expect("written");
    assert!(Front::read(folder.path()).is_err(), "a file is missing");
    assert_eq!(Front::none().boots().verify, "");
}
