//! A mirror: it keeps the whole ledger, follows, stops and goes on, tells a log that departed, and
//! publishes what the log accepted and left out.

use super::fake::Fake;
use super::ward::{cosigner, post};
use super::{key, until_published, with_entries};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledger::log::{Evidence, Policy, SignedCheckpoint, SignedNote};
use server::log::Cosigning;
use server::log_client::{Patience, Remote, Source};
use server::mirror::{Follower, Forwarder, Halt, Home, MirrorError, Pace, RECEIVED, Stamp};
use server::ports::{Clock, StillClock, SystemClock};
use server::sequencer::Handle;
use server::serve::{ServeConfig, Server};
use server::store::Store;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tests::app::{Reply, TestApp, head, read_reply};
use tests::house::Ground;
use tests::world;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

const MIRROR: &str = "mirror.example";

const PACE: Pace = Pace {
    every: Duration::from_millis(20),
    pause_max: Duration::from_millis(100),
    doubts_max: 3,
};

fn source(address: SocketAddr) -> Source {
    let url = format!("http://{address}").parse().expect("an address");
    let patience = Patience {
        request: Duration::from_secs(5),
        connect: Duration::from_secs(2),
        attempts: 2,
        pause: Duration::from_millis(5),
    };
    Source::Remote(Remote::new(url, patience))
}

/// A mirror's ground: a store and a folder that outlive it.
struct Copy {
    ground: Ground,
    folder: tempfile::TempDir,
}

/// A mirror at rest.
struct Opened {
    home: Arc<Home>,
    log: server::log::Log,
    follower: Follower,
    store: Arc<Store>,
}

impl Copy {
    fn new() -> Self {
        Self {
            ground: Ground::folder(),
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    async fn try_open(
        &self,
        log: SocketAddr,
        clock: Arc<dyn Clock>,
    ) -> Result<Opened, MirrorError> {
        let store = Store::open_writer(&self.ground.config())
            .await
            .expect("a store");
        let store = Arc::new(store);
        let (home, published, copied) = Home::open(
            source(log),
            None,
            Some(cosigner(MIRROR)),
            Arc::clone(&store),
            self.folder.path().to_owned(),
            clock,
        )
        .await?;
        Ok(Opened {
            follower: Follower::new(Arc::clone(&home), copied, PACE),
            home,
            log: published,
            store,
        })
    }

    async fn open(&self, log: SocketAddr) -> Opened {
        let opened = self.try_open(log, Arc::new(SystemClock)).await;
        opened.expect("a mirror")
    }
}

impl Opened {
    async fn close(self) {
        drop(self.follower);
        self.store.close().await.expect("it is closed");
    }
}

async fn entries(store: &Store) -> Vec<Vec<u8>> {
    let notes = store.notes(0, 100_000).await.expect("entries");
    notes.into_iter().map(|note| note.note).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_keeps_every_entry_and_goes_on_where_it_stopped() {
    let mut app = with_entries(300).await;
    let copy = Copy::new();
    let mut mirror = copy.open(app.address).await;
    assert_eq!(mirror.follower.catch_up().await.expect("it follows"), 300);
    assert_eq!(
        entries(&mirror.store).await,
        entries(&app.house.store).await
    );
    mirror.close().await;

    let more: Vec<_> = (0..40)
        .map(|number| app.house.world.appropriation(number + 1))
        .collect();
    app.house.admit(&more).await;
    let size = app.house.store.entry_count().await.expect("a count");
    let published = until_published(&app, size).await;
    let mut again = copy.open(app.address).await;
    assert_eq!(again.follower.size(), 300);
    assert_eq!(again.follower.catch_up().await.expect("it follows"), size);
    let served = again.log.published().expect("a checkpoint");
    assert_eq!(served.root(), published.root);
    let theirs = app.house.store.head().await.expect("a head");
    assert_eq!(again.store.head().await.expect("a head"), theirs);
    again.close().await;

    // Its tables are those that a rebuild makes from the entries alone.
    let rebuilt = Store::rebuild(&copy.ground.config(), |_, _| {}).await;
    assert_eq!(rebuilt.expect("every entry is admitted"), size);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_follows_a_growing_log_and_its_cosignature_stands_under_it() {
    let app = with_entries(30).await;
    let text = format!(
        "witness copy {}\nquorum copy\n",
        cosigner(MIRROR).verifier()
    );
    let policy = Policy::parse(text.as_bytes()).expect("a policy");
    let left = app.leave().await;
    let mut app = TestApp::again_publishing(left, |log| {
        log.cosigning = Some(Cosigning::new(policy.clone()));
    })
    .await;
    let copy = Copy::new();
    let mirror = copy.open(app.address).await;
    let Opened {
        mut follower,
        store,
        ..
    } = mirror;
    let (stop, stopping) = watch::channel(false);
    let following = tokio::spawn(async move { follower.run(stopping).await });
    for number in 0..5 {
        let note = app.house.world.appropriation(number + 1);
        app.house.admit(&[note]).await;
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let size = app.house.store.entry_count().await.expect("a count");
    until_published(&app, size).await;
    let known = [key(&app).await.verifier().clone()];
    for attempt in 0.. {
        let served = app.get("/log/checkpoint").await.body;
        let signed = SignedCheckpoint::parse(&served).expect("a checkpoint");
        if policy.evaluate(&signed, &known).expect("the log's").quorum {
            break;
        }
        assert!(attempt < 500, "the mirror's cosignature never came");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(
        app.get("/en/")
            .await
            .text()
            .contains("Checked by 1 of 1: copy,")
    );
    stop.send_replace(true);
    following.await.expect("a task").expect("it was stopped");
    assert_eq!(store.entry_count().await.expect("a count"), size);
    store.close().await.expect("it is closed");
    app.stop().await;
}

/// A mirror that serves.
struct Serving {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Serving {
    async fn of(home: &Arc<Home>, log: &server::log::Log, store: &Arc<Store>) -> Self {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = Server::bind(ServeConfig::new(listen))
            .await
            .expect("a port");
        let address = server.address();
        let stamp = Stamp::of(&world::key(MIRROR, "witness"));
        let forwarder = Forwarder::open(Arc::clone(home), Some(stamp)).expect("a forwarder");
        let (stop, stopped) = oneshot::channel();
        let reading = Handle::reading(Arc::clone(store));
        let (log, forwarder) = (log.clone(), Arc::new(forwarder));
        let serving = tokio::spawn(async move {
            let stopped = async { _ = stopped.await };
            server.mirror(reading, log, forwarder, stopped).await;
        });
        Self {
            address,
            stop,
            serving,
        }
    }

    async fn get(&self, path: &str) -> Reply {
        let mut stream = TcpStream::connect(self.address)
            .await
            .expect("a connection");
        stream
            .write_all(head("GET", path, &[]).as_bytes())
            .await
            .expect("it is sent");
        read_reply(&mut stream).await
    }

    async fn end(self) {
        _ = self.stop.send(());
        self.serving.await.expect("the server's task");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_serves_the_same_pages_and_log_and_says_what_it_is() {
    let app = with_entries(300).await;
    let copy = Copy::new();
    let mut mirror = copy.open(app.address).await;
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    for path in [
        "/log/checkpoint",
        "/log/vkey",
        "/log/tile/0/000",
        "/log/tile/0/001.p/44",
        "/log/tile/entries/001.p/44",
        "/api/v1/ledger",
    ] {
        let (ours, theirs) = (serving.get(path).await, app.get(path).await);
        assert_eq!(
            (ours.status, ours.text()),
            (theirs.status, theirs.text()),
            "{path}"
        );
    }
    for (path, words) in [
        ("/en/", "This is a mirror’s copy"),
        ("/zh/", "这是镜像副本"),
        ("/es/", "Esta es la copia de un espejo"),
    ] {
        let page = serving.get(path).await;
        assert!(page.text().contains(words), "{path}: {}", page.text());
    }
    assert_eq!(serving.get("/health/ready").await.status, 200);
    let about = serving.get("/mirror").await.json();
    assert_eq!(about["entries"], 300);
    assert!(about["departed"].is_null());
    assert_eq!(serving.get("/mirror/evidence").await.status, 404);
    serving.end().await;
    mirror.close().await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_submission_is_stamped_passed_on_and_told_of_where_it_is_left_out() {
    let mut app = with_entries(20).await;
    let copy = Copy::new();
    let clock = StillClock::at(SystemClock.now());
    let opened = copy.try_open(app.address, Arc::new(clock.clone())).await;
    let mut mirror = opened.expect("a mirror");
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let note = app.house.world.appropriation(77);
    let answer = post(serving.address, "/api/v1/entries", note.bytes()).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let stamp = STANDARD
        .decode(answer.header(RECEIVED.as_str()))
        .expect("base64");
    let stamp = SignedNote::parse(&stamp).expect("a signed note");
    let secret = world::key(MIRROR, "witness");
    let about = serving.get("/mirror").await.json();
    let named = about["stamps_as"]
        .as_str()
        .expect("a key")
        .parse()
        .expect("a verifier key");
    stamp.verify([&named]).expect("the mirror stamped it");
    assert_ne!(named.public().bytes(), secret.verifying_key().as_bytes());
    assert!(
        stamp
            .text()
            .contains(&format!("identity {}\n", note.identity()))
    );

    // Nothing is said of it within the minute, nor while the mirror hasn't looked again.
    let withheld = serving.get("/mirror/withheld").await.json();
    assert_eq!(withheld["withheld"], serde_json::json!([]));
    clock.put(ledger::field::Moment(clock.now().seconds() + 120));
    let withheld = serving.get("/mirror/withheld").await.json();
    assert_eq!(withheld["withheld"], serde_json::json!([]));
    // A log that shows a checkpoint without it long after is told of.
    serving.end().await;
    mirror.close().await;

    let mut first = entries(&app.house.store).await;
    first.truncate(20);
    let stale = Fake::begin(first, key(&app).await).await;
    let lagging = Copy::new();
    let passed = std::fs::read(copy.folder.path().join("submissions.json")).expect("it waits");
    std::fs::write(lagging.folder.path().join("submissions.json"), passed).expect("it waits here");
    let opened = lagging.try_open(stale.address, Arc::new(clock)).await;
    let mut mirror = opened.expect("a mirror");
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let withheld = serving.get("/mirror/withheld").await.json();
    let list = withheld["withheld"].as_array().expect("a list");
    assert_eq!(list.len(), 1, "{withheld}");
    assert_eq!(list[0]["identity"], note.identity().to_string());
    let sent = STANDARD
        .decode(list[0]["note"].as_str().expect("text"))
        .expect("base64");
    assert_eq!(sent, note.bytes());
    assert!(
        list[0]["answer"]
            .as_str()
            .expect("text")
            .contains("accepted")
    );
    serving.end().await;
    mirror.close().await;

    // Once it is in the log, nothing more is said of it.
    let mut mirror = lagging.open(app.address).await;
    mirror.follower.catch_up().await.expect("it follows");
    let forwarder = Forwarder::open(Arc::clone(&mirror.home), None).expect("a forwarder");
    assert!(forwarder.withheld().await.expect("a list").is_empty());
    drop(forwarder);
    mirror.close().await;
    app.stop().await;
}

/// What a mirror says of a log that was right and isn't any more.
async fn departs(
    right: Vec<Vec<u8>>,
    then: Vec<Vec<u8>>,
    key: &ledger::log::LogKey,
    code: &str,
    convinces: impl FnOnce(&[u8]),
) {
    let kept = right.clone();
    let fake = Fake::begin(right, key.clone()).await;
    let copy = Copy::new();
    let mut mirror = copy.open(fake.address).await;
    mirror.follower.catch_up().await.expect("it was right");
    fake.now(then);
    let halted = mirror.follower.catch_up().await;
    let Err(Halt::Departed(departed)) = halted else {
        panic!("{halted:?}");
    };
    assert_eq!(departed.code, code, "{}", departed.what);
    let (_, evidence) = mirror.home.evidence().expect("a file").expect("evidence");
    convinces(&evidence);

    // Every page says so, and the process doesn't pass for a healthy one.
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    for (path, words) in [
        ("/en/", "the log departed from what it should do"),
        ("/zh/", "日志偏离了应有的行为"),
        ("/es/", "el registro se apartó de lo debido"),
    ] {
        let page = serving.get(path).await.text();
        assert!(
            page.contains(words) && page.contains(code),
            "{path}: {page}"
        );
    }
    assert_eq!(serving.get("/health/ready").await.code(), "log-departed");
    assert_eq!(serving.get("/mirror/evidence").await.body, evidence);
    assert_eq!(
        serving.get("/mirror").await.json()["departed"]["code"],
        code
    );
    serving.end().await;
    let stored = entries(&mirror.store).await;
    assert!(
        stored.len() >= kept.len().min(stored.len()),
        "nothing right was lost"
    );
    assert_eq!(
        stored[..kept.len().min(stored.len())],
        kept[..kept.len().min(stored.len())]
    );
    mirror.close().await;

    // It stays so, whatever the log shows next.
    fake.now(kept);
    let mut again = copy.open(fake.address).await;
    let halted = again.follower.catch_up().await;
    assert!(matches!(halted, Err(Halt::Departed(_))), "{halted:?}");
    again.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_log_with_two_histories_is_shown_by_its_own_signatures() {
    let app = with_entries(30).await;
    let (key, right) = (key(&app).await, entries(&app.house.store).await);
    let mut other = right.clone();
    other[12] = other[13].clone();
    other.push(right[5].clone());
    departs(right, other, &key, "log-forked", |evidence| {
        let evidence = Evidence::parse(evidence).expect("evidence");
        assert!(matches!(evidence, Evidence::Fork { .. }));
        evidence
            .check(key.verifier(), &[])
            .expect("it convinces whoever has the log's key");
    })
    .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_log_that_goes_back_is_asked_again_and_then_told_of() {
    let app = with_entries(30).await;
    let (key, right) = (key(&app).await, entries(&app.house.store).await);
    let shorter = right[..20].to_vec();
    departs(right, shorter, &key, "log-went-back", |evidence| {
        let text = String::from_utf8_lossy(evidence);
        assert!(text.contains("\n30\n") && text.contains("\n20\n"), "{text}");
    })
    .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_entry_that_no_rule_admits_is_shown_with_the_proof_that_the_log_has_it() {
    let mut app = with_entries(30).await;
    let (key, right) = (key(&app).await, entries(&app.house.store).await);
    // The same text a second time; a text that the signature isn't of; and no text at all.
    let repeated = right[29].clone();
    let note = app.house.world.appropriation(1_000);
    let forged = String::from_utf8_lossy(note.bytes()).replacen("amount 1000", "amount 9000", 1);
    let nothing = b"nothing\n".to_vec();
    for (entry, code) in [
        (repeated, None),
        (forged.into_bytes(), Some("signature-invalid")),
        (nothing, None),
    ] {
        let mut wrong = right.clone();
        wrong.push(entry.clone());
        let fake = Fake::begin(wrong, key.clone()).await;
        let copy = Copy::new();
        let mut mirror = copy.open(fake.address).await;
        let halted = mirror.follower.catch_up().await;
        let Err(Halt::Departed(departed)) = halted else {
            panic!("{halted:?}");
        };
        if let Some(code) = code {
            assert_eq!(departed.code, code, "{}", departed.what);
        }
        assert_eq!(departed.entries, 30, "what was right before it is kept");
        assert_eq!(entries(&mirror.store).await, right);
        let (_, evidence) = mirror.home.evidence().expect("a file").expect("evidence");
        let evidence = Evidence::parse(&evidence).expect("evidence");
        let (Evidence::BadEntry(placed) | Evidence::BrokenRule { placed, .. }) = &evidence else {
            panic!("{evidence:?}");
        };
        assert_eq!(placed.entry, entry);
        evidence.check(key.verifier(), &[]).expect("the log has it");
        mirror.close().await;
    }
    app.stop().await;
}
