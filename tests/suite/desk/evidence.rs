//! Documents beside a receipt: what is taken, what is kept of it, who may open it.

use super::confirming::{ALL, carried, receipt_of};
use ledger::Entry;
use ledger::field::{Attachment, Commitment, Identity};
use server::document::DOCUMENT_BYTES_MAX;
use server::people::{DOCUMENT_SECONDS, DOCUMENTS_OPEN_MAX};
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{AUDITOR, COUNTY, MINISTRY, OFFICE};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

/// A photo that says where it was taken, as small as one can be.
fn photo() -> Vec<u8> {
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).expect("a short segment");
        [&[0xff, marker], &length.to_be_bytes()[..], content].concat()
    };
    [
        vec![0xff, 0xd8],
        segment(0xe1, b"Exif\0\0GPS 25.28 S 57.63 W"),
        segment(0xfe, b"by A. Name"),
        segment(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![0x12, 0xff, 0xd9],
    ]
    .concat()
}

/// Answers with a document, and comes to the page that follows.
async fn answered(office: &Office, who: &Somebody, step: &str, file: &[u8]) -> Reply {
    let path = format!("/en/desk/confirm/{step}");
    let form = office.get(who, &path).await;
    assert_eq!(form.status, 200, "{}", form.text());
    let html = form.text();
    let fields = [("once", hidden(&html, "once")), ALL[0], ALL[1]];
    office.upload(who, &path, &fields, file).await
}

async fn signed(office: &Office, who: &Somebody, step: &str, page: &Reply) -> Identity {
    assert_eq!(page.status, 200, "{}", page.text());
    let html = page.text();
    let fields = carried(&html);
    let path = format!("/en/desk/sign/{step}");
    receipt_of(&office.post(who, &path, &fields).await)
}

async fn attached(office: &Office, receipt: &Identity) -> Vec<Attachment> {
    let store = &office.app.house.store;
    let known = store
        .entry_by_identity(receipt)
        .await
        .expect("the database");
    let note = known.expect("the receipt").note;
    let Entry::Receipt(said) = note.entry() else {
        panic!("a receipt")
    };
    said.attachments.iter().cloned().collect()
}

/// How many files the folder of documents has.
fn files(office: &Office) -> usize {
    std::fs::read_dir(&office.documents).map_or(0, Iterator::count)
}

#[tokio::test]
async fn a_photo_is_signed_by_its_digest_and_opened_by_both_sides_and_nobody_else() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let page = answered(&office, &clerk, &step.to_string(), &photo()).await;
    let shown = page.text();
    assert!(shown.contains("Photo (JPEG)"), "{shown}");
    let receipt = signed(&office, &clerk, &step.to_string(), &page).await;
    let [named] = &attached(&office, &receipt).await[..] else {
        panic!("one document");
    };
    assert_eq!(named.media_type, "image/jpeg");

    // Everybody sees that it is there, and its digest.
    let digest = named.digest.to_string();
    let public = office
        .app
        .get(&format!("/en/entries/{receipt}"))
        .await
        .text();
    assert!(
        public.contains(&digest) && public.contains("One document"),
        "{public}"
    );

    let list = format!("/en/desk/evidence/{receipt}");
    let file = format!("{list}/{digest}");
    let payer = office.join(MINISTRY, "payer", "pay").await;
    for who in [&clerk, &payer] {
        let reply = office.get(who, &file).await;
        assert_eq!(reply.status, 200);
        for (header, wanted) in [
            ("content-type", "image/jpeg"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(reply.header(header), wanted);
        }
        let name = format!("attachment; filename=\"{digest}.jpg\"");
        assert_eq!(reply.header("content-disposition"), name);
        assert!(
            reply
                .header("content-security-policy")
                .starts_with("sandbox;")
        );
        // Whoever has the file and the salt can check the digest.
        let html = office.get(who, &list).await.text();
        let salt = html
            .split("Salt <code class=\"long\">")
            .nth(1)
            .expect("the salt");
        let salt = hex(&salt[..64]);
        assert_eq!(Commitment::to_file(&salt, &reply.body), named.digest);
        assert_eq!(u32::try_from(reply.body.len()), Ok(named.bytes));
        let told = String::from_utf8_lossy(&reply.body).into_owned();
        assert!(!told.contains("GPS") && !told.contains("Name"), "{told}");
    }
    let stranger = office.join(COUNTY, "treasurer", "audit,confirm").await;
    for path in [&list, &file] {
        assert_eq!(office.get(&stranger, path).await.status, 404, "{path}");
        let reply = office.app.get(path).await;
        assert_eq!(reply.status, 303, "nobody is led to sign in");
    }
    let other = format!("{list}/{}", "0".repeat(64));
    assert_eq!(office.get(&clerk, &other).await.status, 404);
    office.app.stop().await;
}

#[tokio::test]
async fn an_auditor_opens_it_and_no_colleague_of_theirs_without_that_role() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let page = answered(&office, &clerk, &step, PDF).await;
    let receipt = signed(&office, &clerk, &step, &page).await;
    let named = attached(&office, &receipt).await;
    let list = format!("/en/desk/evidence/{receipt}");
    let file = format!("{list}/{}", named[0].digest);
    let auditor = office.join(AUDITOR, "auditor", "audit").await;
    let shown = office.get(&auditor, &list).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let opened = office.get(&auditor, &file).await;
    assert_eq!((opened.status, &opened.body[..]), (200, PDF));
    let colleague = office.join(AUDITOR, "colleague", "confirm").await;
    for path in [&list, &file] {
        assert_eq!(office.get(&colleague, path).await.status, 404, "{path}");
    }
    office.app.stop().await;
}

fn hex(text: &str) -> [u8; 32] {
    let identity: Identity = text.parse().expect("32 bytes in hexadecimal");
    identity.0
}

#[tokio::test]
async fn a_file_that_was_changed_is_not_given_out() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let page = answered(&office, &clerk, &step, PDF).await;
    let receipt = signed(&office, &clerk, &step, &page).await;
    let digest = attached(&office, &receipt).await[0].digest.to_string();
    let file = office.documents.join(&digest);
    let mut bytes = std::fs::read(&file).expect("the file");
    let at = bytes.len() - 10;
    bytes[at] ^= 1;
    std::fs::write(&file, bytes).expect("another file");
    let path = format!("/en/desk/evidence/{receipt}");
    let list = office.get(&clerk, &path).await;
    assert!(
        list.text().contains("isn’t the one that was signed"),
        "{}",
        list.text()
    );
    let path = format!("{path}/{digest}");
    assert_eq!(office.get(&clerk, &path).await.status, 500);
    std::fs::remove_file(&file).expect("erased");
    assert_eq!(office.get(&clerk, &path).await.status, 410);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_no_document_is_refused_beside_its_field_and_nothing_typed_is_lost() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let path = format!("/en/desk/confirm/{step}");
    let long = vec![0xff; DOCUMENT_BYTES_MAX + 1];
    for (file, words) in [
        (
            &b"<svg onload='alert(1)'/>"[..],
            "Choose a JPEG, PNG, WebP or PDF file",
        ),
        (&photo()[..20], "The file is broken"),
        (&long, "The file is larger than 8 MB"),
    ] {
        let fields = [
            ("answer", "other"),
            ("amount", "12.50"),
            ("occurred", "2026-03-02"),
        ];
        let page = office.upload(&clerk, &path, &fields, file).await;
        assert_eq!(page.status, 422, "{words}");
        let html = page.text();
        assert!(
            html.contains(words) && html.contains("href=\"#file\""),
            "{html}"
        );
        assert!(html.contains("value=\"12.50\""), "{html}");
    }
    assert_eq!(files(&office), 0);
    office.app.stop().await;
}

#[tokio::test]
async fn a_document_goes_along_with_its_answer_until_it_is_left_out() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let page = answered(&office, &clerk, &step, PDF).await;
    let html = page.text();
    let path = format!("/en/desk/confirm/{step}");
    // Back to the form: it is there still, and another answer keeps it.
    let mut fields = carried(&html);
    fields.push(("back", "yes"));
    let form = office.post(&clerk, &path, &fields).await.text();
    assert!(form.contains("Beside it so far: PDF"), "{form}");
    let once = hidden(&form, "once");
    let part = [
        ("once", once),
        ("answer", "other"),
        ("amount", "10"),
        ("occurred", "2026-03-02"),
    ];
    let page = office.post(&clerk, &path, &part).await;
    let receipt = signed(&office, &clerk, &step, &page).await;
    assert_eq!(attached(&office, &receipt).await.len(), 1);
    // Another receipt of the same step, whose document is left out again.
    let html = answered(&office, &clerk, &step, PDF).await.text();
    let mut fields = carried(&html);
    fields.push(("leave-out", "yes"));
    let page = office.post(&clerk, &path, &fields).await;
    let receipt = signed(&office, &clerk, &step, &page).await;
    assert_eq!(attached(&office, &receipt).await.len(), 0);
    office.app.stop().await;
}

#[tokio::test]
async fn what_nobody_signs_is_erased_after_a_time_and_what_stands_is_kept() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let page = answered(&office, &clerk, &step, PDF).await;
    let receipt = signed(&office, &clerk, &step, &page).await;
    let again = office.sent(5_000).await.identity().to_string();
    for _ in 0..DOCUMENTS_OPEN_MAX {
        assert_eq!(answered(&office, &clerk, &again, PDF).await.status, 200);
    }
    let page = answered(&office, &clerk, &again, PDF).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text().contains("Too many documents"),
        "{}",
        page.text()
    );
    office.wait(DOCUMENT_SECONDS + 60);
    let clerk = office.sign_in(&clerk).await;
    let page = answered(&office, &clerk, &again, PDF).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(files(&office), 2, "the one that stands, and the one of now");
    let digest = attached(&office, &receipt).await[0].digest;
    let path = format!("/en/desk/evidence/{receipt}/{digest}");
    assert_eq!(office.get(&clerk, &path).await.status, 200);
    office.app.stop().await;
}
