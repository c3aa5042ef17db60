//! Many allocations by the sheet: read, checked as a whole, in the ledger whole or not at all.

use server::people::POSTING_SECONDS_MAX;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};

/// Sends a sheet; says how many rows it has and what they add up to, in major units.
pub(super) async fn sent(
    office: &Office,
    who: &Somebody,
    sheet: &str,
    count: &str,
    total: &str,
) -> Reply {
    let html = office.get(who, "/en/desk/sheets/new").await.text();
    let fields = [
        ("once", hidden(&html, "once")),
        ("programme", PROGRAMME),
        ("occurred", "2026-03-02"),
        ("due", "2026-03-20"),
        ("count", count),
        ("total", total),
    ];
    let path = "/en/desk/sheets/new";
    office.upload(who, path, &fields, sheet.as_bytes()).await
}

pub(super) fn address(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// A sheet of so many rows of one unit each, half to each of two payees.
pub(super) fn sheet_of(rows: usize) -> String {
    let row = |row: usize| {
        let payee = if row.is_multiple_of(2) {
            COUNTY
        } else {
            OFFICE
        };
        format!("{payee},1.00,S-{row},Term {row}\n")
    };
    let rows: String = (0..rows).map(row).collect();
    format!("payee,amount,reference,purpose\n{rows}")
}

pub(super) async fn clerks(office: &Office) -> (Somebody, Somebody) {
    let maker = office.join(MINISTRY, "maker", "pay").await;
    (maker, office.join(MINISTRY, "checker", "pay").await)
}

pub(super) async fn entries(office: &Office) -> u64 {
    let count = office.app.house.store.entry_count().await;
    count.expect("the database")
}

/// Uploads and saves a good sheet; gives its address.
pub(super) async fn saved(office: &Office, maker: &Somebody, rows: usize) -> String {
    let total = format!("{rows}.00");
    let sheet = address(&sent(office, maker, &sheet_of(rows), &rows.to_string(), &total).await);
    let reply = office.post(maker, &format!("{sheet}/save"), &[]).await;
    assert_eq!(address(&reply), sheet);
    sheet
}

async fn signed(office: &Office, who: &Somebody, sheet: &str) -> Reply {
    let html = office.get(who, sheet).await.text();
    let fields = [("digest", hidden(&html, "digest"))];
    office.post(who, &format!("{sheet}/sign"), &fields).await
}

#[tokio::test]
async fn one_uploads_and_another_signs_and_all_rows_stand() {
    const ROWS: usize = 2500;
    let (office, _) = Office::bureau(500_000).await;
    let (maker, checker) = clerks(&office).await;
    let before = entries(&office).await;
    let sheet = address(&sent(&office, &maker, &sheet_of(ROWS), "2500", "2,500").await);
    // A preview is its maker's alone.
    assert_eq!(office.get(&checker, &sheet).await.status, 404);
    let preview = office.get(&maker, &sheet).await.text();
    for said in ["2,500.00", "2,500", "page=2"] {
        assert!(preview.contains(said), "{said} in {preview}");
    }
    address(&office.post(&maker, &format!("{sheet}/save"), &[]).await);
    let own = office.get(&maker, &sheet).await.text();
    assert!(
        !own.contains("/sign\"") && !own.contains("/back\""),
        "{own}"
    );
    let digest = hidden(&office.get(&checker, &sheet).await.text(), "digest").to_owned();
    let forced = office
        .post(&maker, &format!("{sheet}/sign"), &[("digest", &digest)])
        .await;
    assert!(forced.text().contains("You wrote this draft"));
    let other = [("digest", "0".repeat(64))].map(|(name, value)| (name, value));
    let other: Vec<_> = other
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let voided = office
        .post(&checker, &format!("{sheet}/sign"), &other)
        .await;
    assert_eq!(voided.status, 422);
    assert_eq!(entries(&office).await, before, "not yet");
    let tasks = office.get(&checker, "/en/desk").await.text();
    assert!(
        tasks.contains("One draft waits for your signature"),
        "{tasks}"
    );
    assert_eq!(address(&signed(&office, &checker, &sheet).await), sheet);
    assert_eq!(entries(&office).await, before + ROWS as u64);
    let done = office.get(&maker, &sheet).await.text();
    assert!(done.contains("All rows stand in the ledger"), "{done}");
    assert!(done.contains("/en/entries/"), "{done}");
    // What was sent once is a warning in the next sheet, and its references are used.
    let again = address(&sent(&office, &maker, &sheet_of(2), "2", "2").await);
    let again = office.get(&maker, &again).await.text();
    assert!(again.contains("a transfer in the ledger has it"), "{again}");
    let anew = sheet_of(2).replace("S-", "T-");
    let anew = address(&sent(&office, &maker, &anew, "2", "2").await);
    let anew = office.get(&maker, &anew).await.text();
    assert!(anew.contains("as a transfer that was sent"), "{anew}");
    office.app.stop().await;
}

#[tokio::test]
async fn one_row_that_the_ledger_refuses_keeps_all_of_them_out() {
    let (mut office, granted) = Office::bureau(500_000).await;
    let (maker, checker) = clerks(&office).await;
    let sheet = saved(&office, &maker, 300).await;
    // Somebody takes a reference of the sheet meanwhile.
    let world = &mut office.app.house.world;
    let source = format!("{}/0 7", granted.identity());
    let fields = [
        ("programme", PROGRAMME),
        ("from", MINISTRY),
        ("to", COUNTY),
        ("ref", "S-211"),
        ("amount", "7"),
        ("source", &source),
    ];
    let taken = world.note("transfer", &fields, &[(MINISTRY, "a")]);
    office.app.house.admit(&[taken]).await;
    let before = entries(&office).await;
    assert_eq!(address(&signed(&office, &checker, &sheet).await), sheet);
    assert_eq!(entries(&office).await, before, "all or nothing");
    let html = office.get(&checker, &sheet).await.text();
    assert!(html.contains("because of row 212"), "{html}");
    // It waits on, and can be sent back with a reason.
    let digest = hidden(&html, "digest");
    let fields = [("digest", digest), ("reason", "Number 211 is taken")];
    address(
        &office
            .post(&checker, &format!("{sheet}/back"), &fields)
            .await,
    );
    let own = office.get(&maker, &sheet).await.text();
    assert!(own.contains("Number 211 is taken"), "{own}");
    let gone = office.post(&maker, &format!("{sheet}/delete"), &[]).await;
    assert_eq!(address(&gone), "/en/desk/drafts?deleted=yes");
    assert_eq!(office.get(&maker, &sheet).await.status, 404);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_wrong_is_said_by_row_and_nothing_is_saved() {
    let (office, _) = Office::bureau(1_000).await;
    let (maker, _) = clerks(&office).await;
    let sheet = format!(
        "payee,amount,reference\n{COUNTY},4,a\nnobody.example,1,b\n{MINISTRY},1,c\n\
         {OFFICE},4,d\n{COUNTY},4,e\n{COUNTY},2,f\n"
    );
    let preview = address(&sent(&office, &maker, &sheet, "6", "16").await);
    let html = office.get(&maker, &preview).await.text();
    for said in [
        "no member has this name",
        "your own member",
        "more than is left",
        "3 rows can\u{2019}t be taken",
        "It differs from what the sheet holds",
    ] {
        assert!(html.contains(said), "{said} in {html}");
    }
    let refused = office.post(&maker, &format!("{preview}/save"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("can\u{2019}t be saved"));
    // Whoever sends another sheet forgets the one before.
    let next = address(&sent(&office, &maker, &sheet_of(2), "3", "2").await);
    assert_eq!(office.get(&maker, &preview).await.status, 404);
    let html = office.get(&maker, &next).await.text();
    assert!(html.contains("It differs from"), "{html}");
    assert_eq!(
        office
            .post(&maker, &format!("{next}/save"), &[])
            .await
            .status,
        422
    );
    for (sheet, count, total, said) in [
        ("payee,sum\n", "1", "1", "one column \u{201c}amount\u{201d}"),
        ("", "1", "1", "Choose the file"),
        ("payee,amount\n", "1", "1", "has no rows"),
        ("payee,amount\na,1\n", "", "", "Enter how many rows"),
        ("payee,amount\na,1\n", "1", "x", "in figures"),
    ] {
        let reply = sent(&office, &maker, sheet, count, total).await;
        assert_eq!(reply.status, 422, "{said}");
        assert!(reply.text().contains(said), "{said} in {}", reply.text());
    }
    office.app.stop().await;
}

#[tokio::test]
async fn a_sheet_that_was_being_posted_when_the_server_fell_is_let_go() {
    let (office, _) = Office::bureau(500_000).await;
    let (maker, checker) = clerks(&office).await;
    let path = saved(&office, &maker, 3).await;
    let people = &office.desk.people;
    let id = path.rsplit('/').next().expect("an id");
    let member = MINISTRY.parse().expect("a name");
    let sheet = people.batch(&member, id).await.expect("the database");
    let sheet = sheet.expect("a sheet");
    let by = people.of_member(&member).await.expect("the database");
    let by = by
        .into_iter()
        .find(|person| person.account.as_str() == "checker");
    let by = by.expect("the checker");
    assert!(
        people
            .begin_posting(&by, &sheet)
            .await
            .expect("the database")
    );
    let html = office.get(&checker, &path).await.text();
    assert!(
        html.contains("Look again") && !html.contains("/sign\""),
        "{html}"
    );
    office.wait(POSTING_SECONDS_MAX + 1);
    assert_eq!(address(&signed(&office, &checker, &path).await), path);
    let html = office.get(&checker, &path).await.text();
    assert!(html.contains("All rows stand in the ledger"), "{html}");
    office.app.stop().await;
}
