//! What a page shows, taken away: the same figures in every format, whole, and said of which ledger.

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use server::store::Store;
use server::store::read::ScopeKind;
use std::io::{Cursor, Read};
use tests::app::{Reply, TestApp};
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A county that sent money on, and received less than was sent.
async fn small_year() -> TestApp {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let [root, first, short] = world.received_short(123_456);
    let second = world.transfer(COUNTY, OFFICE, &first, 30_000);
    let whole = world.receipt(&second, 30_000, true);
    app.house.admit(&[root, first, short, second, whole]).await;
    app.settled().await;
    app
}

async fn taken(app: &TestApp, path: &str) -> Reply {
    let reply = app.get(&format!("/en/take/{path}")).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    assert!(
        reply
            .header("content-disposition")
            .starts_with("attachment; filename=\""),
        "{path}"
    );
    reply
}

/// A browser asks for compressed bytes, and what is compressed has to end.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_to_its_end_in_every_encoding() {
    // The last chunk of an answer whose length isn't known before: a cut one has none.
    const END: &[u8] = b"\r\n0\r\n\r\n";
    let app = small_year().await;
    for file in ["programmes.csv", "programmes.json", "ledger.jsonl"] {
        for encoding in ["gzip", "br", "identity"] {
            let request = format!(
                "GET /en/take/{file} HTTP/1.1\r\nhost: x\r\naccept-encoding: {encoding}\r\n\
                 connection: close\r\n\r\n"
            );
            let mut stream = TcpStream::connect(app.address).await.expect("a connection");
            stream.write_all(request.as_bytes()).await.expect("sent");
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await.expect("an answer");
            assert!(answer.starts_with(b"HTTP/1.1 200"), "{file}, {encoding}");
            assert!(answer.ends_with(END), "{file} is cut in {encoding}");
        }
    }
    app.stop().await;
}

/// Rows of a CSV, which has no quoted comma in this world.
fn rows(csv: &str) -> Vec<Vec<&str>> {
    csv.lines().map(|line| line.split(',').collect()).collect()
}

/// The cells of a column.
fn column<'a>(rows: &[Vec<&'a str>], name: &str) -> Vec<&'a str> {
    let at = rows[0].iter().position(|head| *head == name);
    let at = at.unwrap_or_else(|| panic!("no column {name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_view_on_the_pages_can_be_taken_in_every_format() {
    let app = small_year().await;
    let mut seen = 0;
    for page in [
        "/en/".to_owned(),
        format!("/zh/programmes/{PROGRAMME}"),
        format!("/es/members/{COUNTY}"),
        format!("/en/members/{OFFICE}"),
        "/en/findings?state=all".to_owned(),
        format!("/en/programmes/{PROGRAMME}/compare?of=1"),
    ] {
        let html = app.get(&page).await.text();
        for href in html.split("href=\"").skip(1) {
            let href = href
                .split('"')
                .next()
                .unwrap_or_default()
                .replace("&amp;", "&");
            if !href.contains("/take/") {
                continue;
            }
            seen += 1;
            let reply = app.get(&href).await;
            assert_eq!(reply.status, 200, "{href} on {page}");
            assert!(!reply.body.is_empty(), "{href} on {page}");
        }
    }
    assert!(seen > 25, "the pages link their files: {seen}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_csv_holds_the_pages_figures_and_says_as_of_when() {
    let app = small_year().await;
    let reply = taken(&app, &format!("steps.csv?member={COUNTY}")).await;
    assert_eq!(
        reply.header("content-type"),
        "text/csv; charset=utf-8; header=present"
    );
    let text = reply.text();
    let rows = rows(&text);
    assert_eq!(column(&rows, "sent"), ["300.00", "600.00"]);
    assert_eq!(column(&rows, "received"), ["300.00", "590.00"]);
    assert_eq!(column(&rows, "open"), ["0.00", "10.00"]);
    assert_eq!(column(&rows, "state"), ["received", "short"]);
    assert_eq!(column(&rows, "from"), [COUNTY, MINISTRY]);
    let ledger = app.get("/api/v1/ledger").await.json();
    let last = (ledger["entries"].as_u64().expect("a count") - 1).to_string();
    assert_eq!(column(&rows, "last_index"), [&last, &last]);
    let signed = app.get("/log/checkpoint").await.text();
    let named: Vec<&str> = signed.lines().take(3).collect();
    assert_eq!(column(&rows, "ledger"), [named[0]; 2]);
    assert_eq!(column(&rows, "checkpoint_size"), [named[1]; 2]);
    assert_eq!(column(&rows, "checkpoint_root"), [named[2]; 2]);
    assert_eq!(
        column(&rows, "view"),
        vec![format!("steps?member={COUNTY}"); 2]
    );
    assert_eq!(
        column(&rows, "ledger_time"),
        [ledger["ledger_time"].as_str().expect("a time"); 2]
    );
    assert_eq!(column(&rows, "receipts_simulated"), ["false", "false"]);
    let name = reply.header("content-disposition");
    assert!(name.contains(&format!("-to-{last}.csv\"")), "{name}");
    let page = app.get(&format!("/en/members/{COUNTY}")).await.text();
    for figure in ["600.00", "590.00", "300.00"] {
        assert!(page.contains(figure), "{figure} on the page");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_formats_agree() {
    let app = small_year().await;
    let view = |ending: &str| format!("places.{ending}?programme={PROGRAMME}");
    let csv = taken(&app, &view("csv")).await.text();
    let csv = rows(&csv);
    let json = taken(&app, &view("json")).await.json();
    let listed = json["rows"].as_array().expect("rows");
    let of = |name: &str| -> Vec<&str> {
        listed
            .iter()
            .map(|row| row[name].as_str().expect("text"))
            .collect()
    };
    for name in ["member", "received", "held", "missing"] {
        assert_eq!(column(&csv, name), of(name), "{name}");
    }
    assert_eq!(column(&csv, "missing"), ["10.00", "0.00", "0.00"]);
    let parquet = taken(&app, &view("parquet")).await;
    let reader = SerializedFileReader::new(bytes::Bytes::from(parquet.body)).expect("Parquet");
    let missing: Vec<String> = reader
        .get_row_iter(None)
        .expect("rows")
        .map(|row| {
            let row = row.expect("a row");
            let cell = row.get_column_iter().find(|(name, _)| *name == "missing");
            cell.map(|(_, field)| decimal(field)).expect("a column")
        })
        .collect();
    assert_eq!(missing, ["10.0000", "0.0000", "0.0000"]);
    let said = reader
        .metadata()
        .file_metadata()
        .key_value_metadata()
        .expect("metadata");
    assert!(
        said.iter()
            .any(|one| one.key == "countersign.last_index" && one.value.is_some())
    );
    let book = taken(&app, &view("xlsx")).await.body;
    let sheet = unzipped(&book, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("<v>590</v>"),
        "the county's received money: {sheet}"
    );
    assert!(unzipped(&book, "xl/workbook.xml").contains("about"));
    app.stop().await;
}

fn decimal(field: &Field) -> String {
    let Field::Decimal(decimal) = field else {
        panic!("{field:?} is no decimal")
    };
    let digits = decimal
        .data()
        .try_into()
        .map(i128::from_be_bytes)
        .expect("16 bytes");
    format!("{}.{:04}", digits / 10_000, digits % 10_000)
}

fn unzipped(archive: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut text = String::new();
    let mut file = archive
        .by_name(name)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    file.read_to_string(&mut text).expect("text");
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_are_taken_as_they_are_narrowed() {
    let app = small_year().await;
    let all = taken(&app, "findings.csv?state=all").await.text();
    let all = rows(&all);
    assert!(column(&all, "code").contains(&"receipt-short"));
    assert_eq!(column(&all, "view")[0], "findings?state=all");
    let none = taken(&app, "findings.csv?code=idle-balance").await.text();
    assert_eq!(rows(&none).len(), 1, "the header alone");
    for (path, status) in [
        ("findings.csv?state=nonsense", 400),
        ("findings.doc", 404),
        ("nothing.csv", 404),
        ("steps.csv", 400),
        (&format!("places.csv?programme={PROGRAMME}&tier=x"), 400),
        ("steps.csv?member=no.example", 404),
        ("places.csv?programme=none", 404),
        ("package.zip", 400),
    ] {
        assert_eq!(
            app.get(&format!("/en/take/{path}")).await.status,
            status,
            "{path}"
        );
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_kept_until_the_next_entry_and_described_beside_itself() {
    let app = small_year().await;
    let first = taken(&app, "programmes.csv?bom=1").await;
    assert!(first.body.starts_with(b"\xef\xbb\xbf"));
    let tag = first.header("etag").to_owned();
    let again = app
        .get_with("/en/take/programmes.csv?bom=1", &[("if-none-match", &tag)])
        .await;
    assert_eq!(again.status, 304);
    let link = first.header("link");
    let beside = link
        .trim_start_matches('<')
        .split('>')
        .next()
        .expect("an address");
    let described = app.get(beside).await.json();
    let fields = described["resources"][0]["schema"]["fields"]
        .as_array()
        .expect("fields");
    let named: Vec<&str> = fields
        .iter()
        .map(|field| field["name"].as_str().expect("a name"))
        .collect();
    let text = first.text();
    let header = text
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .expect("a header");
    assert_eq!(named.join(","), header);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programmes_steps_stand_once_each() {
    let app = small_year().await;
    let csv = taken(&app, &format!("steps.csv?programme={PROGRAMME}"))
        .await
        .text();
    let rows = rows(&csv);
    let mut sent = column(&rows, "sent");
    sent.sort_unstable();
    assert_eq!(sent, ["300.00", "600.00"]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programmes_package_is_a_fiscal_data_package() {
    let app = small_year().await;
    let archive = taken(&app, &format!("package.zip?programme={PROGRAMME}"))
        .await
        .body;
    let described = unzipped(&archive, "datapackage.json");
    let described: serde_json::Value = serde_json::from_str(&described).expect("JSON");
    let schema = include_str!("../../vectors/fiscal/fiscal-data-package.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> = schema
        .iter_errors(&described)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    for resource in described["resources"].as_array().expect("resources") {
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let named: Vec<&str> = fields
            .iter()
            .map(|field| field["name"].as_str().expect("a name"))
            .collect();
        let csv = unzipped(&archive, resource["path"].as_str().expect("a path"));
        assert_eq!(csv.lines().next(), Some(named.join(",").as_str()));
    }
    let steps = unzipped(&archive, "steps.csv");
    assert_eq!(rows(&steps).len(), 3, "a header and two steps");
    for measure in described["model"]["measures"]
        .as_object()
        .expect("measures")
        .values()
    {
        let source = measure["source"].as_str().expect("a column");
        assert!(rows(&steps)[0].contains(&source), "{source}");
    }
    // The schema refuses what it should: a package without its model isn't fiscal.
    let mut plain = described.clone();
    plain.as_object_mut().expect("an object").remove("model");
    assert!(!schema.is_valid(&plain));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_ledger_verifies_from_the_file_alone() {
    let app = small_year().await;
    let file = taken(&app, "ledger.jsonl").await;
    let first = file.text().lines().next().map(str::to_owned);
    let first: serde_json::Value = serde_json::from_str(&first.expect("a genesis")).expect("JSON");
    let signed = app.get("/log/checkpoint").await.text();
    let named: Vec<&str> = signed.lines().take(3).collect();
    let said = &first["checkpoint"];
    assert_eq!(said["origin"], named[0]);
    assert_eq!(said["size"].to_string(), named[1]);
    assert_eq!(said["root"], named[2]);
    let file = file.body;
    let notes = server::verify::JsonLines::new(Cursor::new(file));
    let replayed = server::verify::replay(notes, std::num::NonZeroUsize::MIN, |_, _, _| Ok(()));
    let replayed = replayed.unwrap_or_else(|stop| panic!("{stop:?}"));
    let ledger = app.get("/api/v1/ledger").await.json();
    assert_eq!(Some(replayed.entries), ledger["entries"].as_u64());
    let home = app.get("/en/").await.text();
    assert!(
        home.contains("/en/take/ledger.jsonl"),
        "the front page links it"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_simulated_ledgers_files_say_so() {
    let mut app = TestApp::empty().await;
    let simulated = format!("{} receipts of a seed", server::demo::SIMULATED_PREFIX);
    let genesis = app.house.world.genesis_for(Some(&simulated));
    app.house.admit(std::slice::from_ref(&genesis)).await;
    let json = taken(&app, "programmes.json").await;
    assert!(
        json.header("content-disposition")
            .contains("-simulated.json")
    );
    let about = &json.json()["about"];
    assert_eq!(about["receipts_simulated"], true);
    let words = app::words::Words::of(app::words::Language::En).say("notice-simulated");
    assert_eq!(about["notice"], words.as_str());
    assert!(
        taken(&app, "ledger.jsonl")
            .await
            .text()
            .contains("\"simulated\":true")
    );
    app.stop().await;
}

/// A snapshot doesn't see what is entered after it.
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_stands_still() {
    for ground in [
        tests::house::Ground::folder(),
        tests::house::Ground::postgres(),
    ] {
        let mut house = ground.open().await.expect("a store");
        let founding = house.world.founding();
        house.admit(&founding).await;
        let still = house.store.snapshot().await.expect("a snapshot");
        let before = still.head().await.expect("a head");
        let note = house.world.appropriation(5);
        house.admit(&[note]).await;
        assert_eq!(still.head().await.expect("a head"), before);
        assert_ne!(house.store.head().await.expect("a head"), before);
        let tally = async |store: &Store| {
            let found = store.tally(PROGRAMME, ScopeKind::Programme, "", 0).await;
            found
                .expect("a tally")
                .map_or(0, |tally| tally.terms.appropriated)
        };
        assert_eq!((tally(&house.store).await, tally(&still).await), (5, 0));
        still.close().await.expect("closed");
        house.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_listed_page_names_its_feed_and_the_feed_is_atom() {
    let app = small_year().await;
    for (page, entries) in [
        ("/en/".to_owned(), 1),
        (format!("/zh/programmes/{PROGRAMME}"), 1),
        (format!("/es/members/{COUNTY}"), 3),
    ] {
        let html = app.get(&page).await.text();
        let named = html
            .split("type=\"application/atom+xml\"")
            .nth(1)
            .expect("a feed");
        let href = named
            .split("href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let reply = app.get(href.expect("an address")).await;
        assert_eq!(reply.status, 200, "{page}");
        assert_eq!(
            reply.header("content-type"),
            "application/atom+xml; charset=utf-8"
        );
        let text = reply.text();
        let feed: atom_syndication::Feed = text
            .parse()
            .unwrap_or_else(|error| panic!("{error} in {text}"));
        assert_eq!(feed.entries.len(), entries, "{page}: {text}");
        assert!(feed.links.iter().any(|link| link.rel == "self"));
        assert!(!feed.authors[0].name.is_empty());
        let mut ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), entries, "ids are unique");
        for entry in &feed.entries {
            assert!(entry.id.starts_with("urn:countersign:"), "{}", entry.id);
            assert!(entry.updated <= feed.updated, "{}", entry.id);
            assert!(!entry.title.value.is_empty() && entry.summary.is_some());
            let about = app.get(&entry.links[0].href).await;
            assert_eq!(about.status, 200, "{}", entry.links[0].href);
        }
    }
    let english = app.get("/en/feeds/findings?state=all").await.text();
    let chinese = app.get("/zh/feeds/findings?state=all").await.text();
    assert_ne!(english, chinese, "a feed speaks its address's language");
    let id = |text: &str| {
        text.parse::<atom_syndication::Feed>()
            .expect("Atom")
            .entries[0]
            .id
            .clone()
    };
    assert_eq!(
        id(&english),
        id(&chinese),
        "an id is the same in every language"
    );
    assert_eq!(app.get("/en/feeds/members/no.example").await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_say_what_they_are_to_programs() {
    let app = small_year().await;
    let page = app.get(&format!("/en/members/{COUNTY}")).await.text();
    for said in [
        "property=\"og:title\"",
        "itemtype=\"https://schema.org/Dataset\"",
        "itemprop=\"distribution\"",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("ld+json"), "no script, not even one of data");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_apis_documentation_is_our_own_and_whole() {
    let app = TestApp::empty().await;
    let described = app.get("/api/v1/openapi.json").await.json();
    for language in ["en", "zh", "es"] {
        let page = app.get(&format!("/{language}/api")).await;
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(!text.contains("<script"));
        for path in described["paths"].as_object().expect("paths").keys() {
            assert!(text.contains(path.as_str()), "{path} in {language}");
        }
        for name in described["components"]["schemas"]
            .as_object()
            .expect("schemas")
            .keys()
        {
            let shown = text.contains(&format!("id=\"{name}\""));
            assert!(shown || name.starts_with("Listed_"), "{name} in {language}");
        }
        for link in text.split("href=\"#").skip(1) {
            let id = link.split('"').next().expect("an id");
            assert!(text.contains(&format!("id=\"{id}\"")), "{id} leads nowhere");
        }
        let packed = app
            .get_with(&format!("/{language}/api"), &[("accept-encoding", "br")])
            .await;
        let mut weight = packed.body.len();
        for sheet in app::style::Sheet::ALL {
            if text.contains(sheet.path()) {
                let sheet = app.get_with(sheet.path(), &[("accept-encoding", "br")]);
                weight += sheet.await.body.len();
            }
        }
        assert!(weight <= 14_000, "{weight} bytes");
    }
    app.stop().await;
}
