//! A document that comes in parts before its form: a lost line, a wrong place, too much, somebody else's.

use super::confirming::{ALL, carried, receipt_of};
use server::document::DOCUMENT_BYTES_MAX;
use server::evidence::{PART_BYTES_MAX, PARTS_SECONDS, PartsName};
use tests::app::{Reply, head};
use tests::desk::{Office, Somebody, hidden};
use tests::world::OFFICE;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// A PDF of so many bytes.
fn pdf(length: usize) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    file.resize(length - 7, b'%');
    file.extend(b"\n%%EOF\n");
    file
}

fn address(file: &[u8]) -> String {
    format!("/en/desk/parts/{}", PartsName::of(file).as_str())
}

async fn add(office: &Office, who: &Somebody, path: &str, offset: usize, part: &[u8]) -> Reply {
    let offset = offset.to_string();
    let headers = [
        ("content-type", "application/partial-upload"),
        ("upload-offset", offset.as_str()),
    ];
    office.patch(who, path, &headers, part).await
}

/// Where the next part begins, by an answer's word.
fn offset(reply: &Reply) -> usize {
    let said = reply.header("upload-offset");
    said.parse()
        .unwrap_or_else(|_| panic!("{}: {said:?}", reply.status))
}

/// Answers with a file that came in parts; gives the page that follows and the form's key.
async fn answered(office: &Office, who: &Somebody, step: &str, name: &str) -> (Reply, String) {
    let path = format!("/en/desk/confirm/{step}");
    let html = office.get(who, &path).await.text();
    let once = hidden(&html, "once").to_owned();
    let fields = [("once", once.as_str()), ALL[0], ALL[1], ("in-parts", name)];
    (office.post(who, &path, &fields).await, once)
}

/// The files that lie in this folder.
fn files(folder: &std::path::Path) -> usize {
    let found = std::fs::read_dir(folder).into_iter().flatten().flatten();
    found.filter(|one| one.path().is_file()).count()
}

#[tokio::test]
async fn a_line_that_breaks_in_a_part_costs_that_part_alone_and_the_rest_follows() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let file = pdf(300_000);
    let path = address(&file);
    let begin = office.get(&clerk, &path).await;
    assert_eq!((begin.status, offset(&begin)), (204, 0));
    let limit = begin.header("upload-limit");
    assert_eq!(limit, "max-size=8388608, max-append-size=1048576");
    let first = add(&office, &clerk, &path, 0, &file[..100_000]).await;
    assert_eq!((first.status, offset(&first)), (204, 100_000));
    // Half of the second part comes, then the line is gone.
    let headers = [
        ("cookie", clerk.cookie.as_str()),
        ("content-type", "application/partial-upload"),
        ("upload-offset", "100000"),
        ("content-length", "100000"),
        ("sec-fetch-site", "same-origin"),
    ];
    let mut line = TcpStream::connect(office.app.address)
        .await
        .expect("a line");
    let sent = head("PATCH", &path, &headers);
    line.write_all(sent.as_bytes()).await.expect("sent");
    line.write_all(&file[100_000..150_000]).await.expect("sent");
    drop(line);
    let name = PartsName::of(&file);
    // A part of which the answer was lost, and one that leaves something out.
    for wrong in [0, 99_999, 100_001] {
        let reply = add(&office, &clerk, &path, wrong, &file[..50_000]).await;
        assert_eq!((reply.status, offset(&reply)), (409, 100_000), "{wrong}");
    }
    let come = office.get(&clerk, &path).await;
    assert_eq!(offset(&come), 100_000);
    let rest = add(&office, &clerk, &path, 100_000, &file[100_000..]).await;
    assert_eq!((rest.status, offset(&rest)), (204, 300_000));
    let (page, once) = answered(&office, &clerk, &step, name.as_str()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("PDF, 300 kB"), "{}", page.text());
    assert_eq!(files(&office.documents.join("parts")), 0, "its form has it");
    // The form's own answer was lost: it is sent again, and the document is there.
    let fields = [
        ("once", once.as_str()),
        ALL[0],
        ALL[1],
        ("in-parts", name.as_str()),
    ];
    let path = format!("/en/desk/confirm/{step}");
    let again = office.post(&clerk, &path, &fields).await;
    assert!(again.text().contains("PDF, 300 kB"), "{}", again.text());
    assert_eq!(files(&office.documents), 1);
    let html = again.text();
    let sign = format!("/en/desk/sign/{step}");
    let receipt = receipt_of(&office.post(&clerk, &sign, &carried(&html)).await);
    let list = office
        .get(&clerk, &format!("/en/desk/evidence/{receipt}"))
        .await;
    assert!(list.text().contains("PDF, 300 kB"), "{}", list.text());
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_too_large_or_no_document_or_no_part_is_refused() {
    let office = Office::open().await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let file = pdf(DOCUMENT_BYTES_MAX + 1);
    let path = address(&file);
    let long = add(&office, &clerk, &path, 0, &file[..=PART_BYTES_MAX]).await;
    assert_eq!(long.status, 413, "a part");
    let mut at = 0;
    for part in file[..DOCUMENT_BYTES_MAX].chunks(PART_BYTES_MAX) {
        at = offset(&add(&office, &clerk, &path, at, part).await);
    }
    assert_eq!(at, DOCUMENT_BYTES_MAX);
    assert_eq!(add(&office, &clerk, &path, at, b"\n").await.status, 413);
    let page = address(b"<svg/>");
    assert_eq!(add(&office, &clerk, &page, 0, b"<svg/>").await.status, 415);
    let untold = [("upload-offset", "0")];
    let reply = office.patch(&clerk, &page, &untold, b"%PDF-").await;
    assert_eq!(reply.status, 415, "a part says that it is one");
    for wrong in ["", "-1", "one", "99999999999999999999"] {
        let headers = [
            ("content-type", "application/partial-upload"),
            ("upload-offset", wrong),
        ];
        let reply = office.patch(&clerk, &page, &headers, b"%PDF-").await;
        assert_eq!(reply.status, 400, "{wrong}");
    }
    for name in ["..%2f..%2fpeople", "0", &"A".repeat(32), &"g".repeat(32)] {
        let path = format!("/en/desk/parts/{name}");
        assert_eq!(add(&office, &clerk, &path, 0, b"%PDF-").await.status, 404);
        assert_eq!(office.get(&clerk, &path).await.status, 404, "{name}");
    }
    assert_eq!(files(&office.documents.join("parts")), 1);
    office.app.stop().await;
}

#[tokio::test]
async fn a_file_is_its_own_account_s_and_is_forgotten_after_a_day() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let other = office.join(OFFICE, "other", "confirm").await;
    let file = pdf(1_000);
    let path = address(&file);
    assert_eq!(offset(&add(&office, &clerk, &path, 0, &file).await), 1_000);
    assert_eq!(offset(&office.get(&other, &path).await), 0);
    let name = PartsName::of(&file);
    let (page, _) = answered(&office, &other, &step, name.as_str()).await;
    assert_eq!(page.status, 422, "a colleague's file goes beside nothing");
    office.wait(PARTS_SECONDS + 60);
    let parts = office.desk.evidence.parts();
    assert_eq!(parts.sweep(office.now()).await.expect("swept"), 1);
    let clerk = office.sign_in(&clerk).await;
    assert_eq!(offset(&office.get(&clerk, &path).await), 0);
    let (page, _) = answered(&office, &clerk, &step, name.as_str()).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("choose it again"), "{}", page.text());
    office.app.stop().await;
}
