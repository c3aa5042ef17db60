//! Checkpoint, tiles, bundles and proofs over HTTP.

use super::{ENTRIES, Naive, checkpoint, key, until_published, with_entries};
use ledger::Note;
use ledger::log::{LogProof, TILE_WIDTH, TreeHash, parse_bundle, root};
use tests::app::TestApp;

const OCTETS: &str = "application/octet-stream";

#[tokio::test]
async fn a_checkpoint_is_the_root_of_the_notes_under_the_ledgers_name() {
    let app = with_entries(ENTRIES).await;
    let served = app.get("/log/checkpoint").await;
    assert_eq!(served.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(served.header("cache-control"), "public, max-age=1");
    let checkpoint = checkpoint(&app).await;
    let naive = Naive::of(&app).await;
    assert_eq!(checkpoint.size, ENTRIES);
    assert_eq!(Ok(checkpoint.root), root(ENTRIES, &naive));
    let vkey = app.get("/log/vkey").await;
    assert_eq!(vkey.text(), format!("{}\n", key(&app).await.verifier()));
    app.stop().await;
}

#[tokio::test]
async fn an_empty_ledger_has_no_checkpoint_and_gets_one_with_its_genesis() {
    let mut app = TestApp::empty().await;
    let none = app.get("/log/checkpoint").await;
    assert_eq!((none.status, none.header("retry-after")), (503, "1"));
    let genesis = app.house.world.genesis();
    app.house.admit(&[genesis]).await;
    assert_eq!(until_published(&app, 1).await.size, 1);
    app.stop().await;
}

#[tokio::test]
async fn tiles_have_the_hashes_of_the_notes_full_and_partial() {
    let app = with_entries(ENTRIES).await;
    let naive = Naive::of(&app).await;
    let bytes = |hashes: &[TreeHash]| hashes.iter().flat_map(|hash| hash.0).collect::<Vec<u8>>();
    let full = app.get("/log/tile/0/000").await;
    assert_eq!((full.status, full.header("content-type")), (200, OCTETS));
    assert!(full.header("cache-control").contains("immutable"));
    assert_eq!(full.body, bytes(&naive.0[..256]));
    assert_eq!(
        app.get("/log/tile/0/001.p/44").await.body,
        bytes(&naive.0[256..])
    );
    // An older checkpoint's partial tiles are there as well.
    assert_eq!(
        app.get("/log/tile/0/001.p/7").await.body,
        bytes(&naive.0[256..263])
    );
    assert_eq!(
        app.get("/log/tile/0/000.p/9").await.body,
        bytes(&naive.0[..9])
    );
    let above = ledger::log::HashTile::parse(0, 0, &full.body).expect("a tile");
    let above = above.root().expect("a full one");
    assert_eq!(app.get("/log/tile/1/000.p/1").await.body, bytes(&[above]));
    app.stop().await;
}

#[tokio::test]
async fn bundles_have_the_notes_byte_for_byte_packed_or_not() {
    let app = with_entries(ENTRIES).await;
    let notes = app.house.store.notes(0, 1000).await.expect("entries");
    let mut served = Vec::new();
    for (path, width) in [("000", TILE_WIDTH), ("001.p/44", 44)] {
        let bundle = app.get(&format!("/log/tile/entries/{path}")).await;
        assert_eq!(
            (bundle.status, bundle.header("content-type")),
            (200, OCTETS)
        );
        assert!(bundle.header("cache-control").contains("immutable"));
        let entries = parse_bundle(&bundle.body, width).expect("a bundle");
        served.extend(entries.iter().map(|entry| entry.to_vec()));
    }
    let stored: Vec<_> = notes.into_iter().map(|note| note.note).collect();
    assert_eq!(served, stored);
    let packed = [("accept-encoding", "gzip")];
    let packed_bundle = app.get_with("/log/tile/entries/000", &packed).await;
    assert_eq!(packed_bundle.header("content-encoding"), "gzip");
    let hashes = app.get_with("/log/tile/0/000", &packed).await;
    assert_eq!(hashes.header("content-encoding"), "");
    app.stop().await;
}

#[tokio::test]
async fn what_the_tree_does_not_have_is_refused_in_plain_words() {
    let app = with_entries(ENTRIES).await;
    let table = [
        (400, "/log/tile/0/0"),
        (400, "/log/tile/0/000.p/0"),
        (400, "/log/tile/0/000.p/256"),
        (400, "/log/tile/64/000"),
        (400, "/log/tile/0/x000/001"),
        (400, "/log/tile/entries/1"),
        (400, "/log/tile/0/../0/000"),
        (400, "/log/tile/x/000"),
        (404, "/log/tile/0/001"),
        (404, "/log/tile/0/001.p/45"),
        (404, "/log/tile/0/002.p/1"),
        (404, "/log/tile/1/000"),
        (404, "/log/tile/1/000.p/2"),
        (404, "/log/tile/2/000.p/1"),
        (404, "/log/tile/entries/001"),
        (404, "/log/tile/entries/001.p/45"),
        (404, "/log/nothing"),
        (400, "/log/proof/abc"),
    ];
    for (status, path) in table {
        let refused = app.get(path).await;
        assert_eq!(refused.status, status, "{path}: {}", refused.text());
        assert_eq!(
            refused.header("content-type"),
            "text/plain; charset=utf-8",
            "{path}"
        );
        assert_eq!(refused.header("cache-control"), "no-store", "{path}");
    }
    let unknown = app.get(&format!("/log/proof/{}", "0".repeat(64))).await;
    assert_eq!(unknown.status, 404);
    let post = app.post("/log/checkpoint", b"").await;
    assert_eq!(post.status, 405);
    app.stop().await;
}

#[tokio::test]
async fn every_entry_of_a_small_ledger_is_proven() {
    let app = with_entries(ENTRIES).await;
    let key = key(&app).await;
    for stored in app.house.store.notes(0, 1000).await.expect("entries") {
        let note = Note::parse(&stored.note).expect("a note");
        let served = app.get(&format!("/log/proof/{}", note.identity())).await;
        assert_eq!(served.status, 200, "{}", served.text());
        let name = format!("attachment; filename=\"{}.tlog-proof\"", note.identity());
        assert_eq!(served.header("content-disposition"), name);
        let proof = LogProof::parse(&served.body).expect("a proof");
        assert_eq!(proof.index, stored.index);
        assert_eq!(proof.extra.as_ref(), Some(&stored.note));
        let checked = proof.check(&stored.note, key.verifier(), []);
        let checked = checked.expect("it proves the entry");
        assert_eq!(checked.checkpoint().size, ENTRIES);
        assert!(proof.check(b"another", key.verifier(), []).is_err());
    }
    app.stop().await;
}

#[tokio::test]
async fn pages_and_files_name_the_checkpoint_and_an_entry_offers_its_proof() {
    let mut app = with_entries(20).await;
    let known = checkpoint(&app).await;
    let root = known.root.to_string();
    let page = app.get("/en/").await.text();
    let (_, named) = page
        .split_once("<a href=\"/log/checkpoint\">")
        .expect("a link");
    let (named, _) = named.split_once("</a>").expect("its end");
    assert!(named.ends_with(&root[..8]), "{named}");
    let file = app.get("/en/take/findings.json").await.json();
    assert_eq!(file["about"]["checkpoint_size"], 20);
    assert_eq!(file["about"]["checkpoint_root"], root);
    let note = app.house.store.note(19).await.expect("a read");
    let note = Note::parse(&note.expect("an entry").note).expect("a note");
    let page = app.get(&format!("/en/entries/{}", note.identity())).await;
    let proof = format!("href=\"/log/proof/{}\"", note.identity());
    assert!(page.text().contains(&proof));
    // A page that was kept is asked about again when the next checkpoint is there.
    let tag = app.get("/en/").await.header("etag").to_owned();
    let fresh = [("if-none-match", tag.as_str())];
    assert_eq!(app.get_with("/en/", &fresh).await.status, 304);
    let more = app.house.world.appropriation(5);
    app.house.admit(&[more]).await;
    let next = until_published(&app, 21).await.root.to_string();
    let page = app.get_with("/en/", &fresh).await;
    assert!(page.text().contains(&next[..8]), "{}", page.text());
    app.stop().await;
}

#[tokio::test]
async fn the_policy_says_that_nothing_is_pruned() {
    let app = with_entries(20).await;
    let policy = app.get("/log/policy").await.text();
    assert!(policy.contains("Nothing is pruned"), "{policy}");
    assert!(policy.contains("within 60 seconds"), "{policy}");
    app.stop().await;
}
