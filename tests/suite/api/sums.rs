//! What went between members, how it arrived, how many findings there are: exact at any number.

use serde_json::{Value, json};
use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};

const DAY: i64 = 86_400;

/// So many transfers fall due at once that no list shows all of them.
const MANY: usize = 600;

async fn rows(app: &TestApp, path: &str) -> Vec<Value> {
    let reply = app.get(&format!("/api/v1/{path}")).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    reply.json()["items"].as_array().expect("a list").clone()
}

/// 900 sent to the county in three steps: 300 confirmed on the day, 300 three days later and short
/// by 20, 300 unanswered; 50 sent on to the office, which says that 60 came.
async fn some_flows() -> TestApp {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let root = world.appropriation(1000);
    let steps = [300, 300, 300].map(|amount| world.transfer(MINISTRY, COUNTY, &root, amount));
    let whole = world.receipt(&steps[0], 300, true);
    let on = world.transfer(COUNTY, OFFICE, &steps[0], 50);
    let over = world.receipt(&on, 60, true);
    let later = world.tick(3 * DAY);
    let short = world.receipt(&steps[1], 280, true);
    let notes = [vec![root], steps.to_vec(), vec![whole, on, over]].concat();
    app.house.admit(&notes).await;
    app.house.admit(&[later]).await;
    app.house.admit(&[short]).await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn flows_say_what_became_of_what_was_sent() {
    let app = some_flows().await;
    let to_county = rows(&app, &format!("flows?payee={COUNTY}")).await;
    assert_eq!(
        to_county,
        rows(&app, &format!("flows?payer={MINISTRY}")).await
    );
    let flow = &to_county[0];
    assert_eq!(flow["payer"], json!(MINISTRY));
    assert_eq!((&flow["steps"], &flow["confirmed"]), (&json!(3), &json!(2)));
    assert_eq!(flow["days"], json!(3));
    let terms = json!({
        "sent": "900", "returned": "0", "received": "580", "back": "0", "settled": "0",
        "in_transit": "300", "missing": "20", "contested": "0"
    });
    assert_eq!(flow["terms"], terms);
    let on = rows(&app, &format!("flows?payer={COUNTY}")).await;
    assert_eq!(on[0]["terms"]["contested"], json!("10"));
    for wrong in ["flows", "flows?payer=a.example&payee=b.example"] {
        assert_eq!(app.get(&format!("/api/v1/{wrong}")).await.status, 400);
    }
    let arrived = rows(&app, &format!("arrivals?programme={PROGRAMME}&scope=tier")).await;
    assert_eq!(
        (arrived.len(), &arrived[0]["of"], &arrived[1]["of"]),
        (2, &json!("1"), &json!("2"))
    );
    assert_eq!(arrived[0]["steps_by_days"]["to_1"], json!(1));
    assert_eq!(arrived[0]["steps_by_days"]["to_3"], json!(1));
    assert_eq!(arrived[1]["contested"], json!("10"));
    let all = rows(&app, &format!("arrivals?programme={PROGRAMME}")).await;
    assert_eq!(
        (&all[0]["confirmed"], &all[0]["days"]),
        (&json!(3), &json!(3))
    );
    let one = format!("arrivals?programme={PROGRAMME}&scope=member&of={COUNTY}");
    assert_eq!(rows(&app, &one).await[0]["confirmed"], json!(2));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_members_page_names_its_counterparties_and_what_is_contested() {
    let app = some_flows().await;
    let county = app.get(&format!("/en/members/{COUNTY}")).await.text();
    assert!(county.contains("Who sent to it") && county.contains("To whom it sent"));
    assert!(county.contains("Days per hop") && county.contains("15 days are allowed"));
    // Three days over two steps.
    assert!(county.contains("1.5"));
    let office = app.get(&format!("/en/members/{OFFICE}")).await.text();
    assert!(office.contains("Contested: received beyond what was sent"));
    let programme = app.get(&format!("/en/programmes/{PROGRAMME}")).await.text();
    assert!(programme.contains("By the receivers’ level"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_and_sums_of_findings_are_exact_where_lists_end() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let root = world.appropriation(1_000_000);
    app.house.admit(std::slice::from_ref(&root)).await;
    let mut steps = Vec::with_capacity(MANY);
    for amount in (1_u64..).take(MANY) {
        steps.push(app.house.world.transfer(MINISTRY, COUNTY, &root, amount));
    }
    app.house.admit(&steps).await;
    // One tick settles 512 of them, the next one the rest.
    for _ in 0..2 {
        let tick = app.house.world.tick(20 * DAY);
        app.house.admit(&[tick]).await;
    }
    let sum = MANY * (MANY + 1) / 2;
    let open = rows(&app, &format!("finding-counts?programme={PROGRAMME}")).await;
    let counted = json!({
        "programme": PROGRAMME, "code": "receipt-overdue", "open": MANY,
        "open_at_risk": sum.to_string(), "closed": 0, "closed_at_risk": "0"
    });
    assert_eq!(open, std::slice::from_ref(&counted));
    for member in [MINISTRY, COUNTY] {
        let named = rows(&app, &format!("finding-counts?member={member}")).await;
        assert_eq!(named, std::slice::from_ref(&counted), "{member}");
    }
    assert!(
        rows(&app, &format!("finding-counts?member={OFFICE}"))
            .await
            .is_empty()
    );
    // 180,300 in minor units of a hundredth.
    let home = app.get("/en/").await.text();
    assert!(
        home.contains("1,803.00"),
        "what is unconfirmed stands on the front page"
    );
    let query = format!("code=receipt-overdue&member={COUNTY}&programme={PROGRAMME}");
    let list = app.get(&format!("/en/findings?{query}")).await.text();
    assert!(list.contains("600 ") && list.contains("1,803.00"), "{list}");
    let answered = app.house.world.receipt(&steps[599], 600, true);
    app.house.admit(&[answered]).await;
    let open = rows(&app, &format!("finding-counts?programme={PROGRAMME}")).await;
    let overdue = open
        .iter()
        .find(|row| row["code"] == json!("receipt-overdue"));
    let overdue = overdue.expect("it is counted");
    assert_eq!(
        (&overdue["open"], &overdue["closed"]),
        (&json!(MANY - 1), &json!(1))
    );
    assert_eq!(overdue["open_at_risk"], json!((sum - 600).to_string()));
    app.stop().await;
}
