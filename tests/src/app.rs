//! A server under test: a running ledger behind a listening socket on a free port, and a client
//! that sends exactly the bytes it is told to.

use crate::house::{Ground, House};
use crate::world::{self, World};
use ed25519_dalek::SigningKey;
use ledger::Note;
use server::front::Front;
use server::log::{Log, LogConfig};
use server::sequencer::Config;
use server::serve::{ServeConfig, Server};
use server::web::Desk;
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server that listens.
#[derive(Debug)]
pub struct TestApp {
    /// The ledger behind it.
    pub house: House,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it publishes.
    pub log: Log,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
    // Held so that the folders live as long as the server.
    ground: Ground,
    published: tempfile::TempDir,
}

/// What a server leaves when it stops.
#[derive(Debug)]
pub struct Left {
    /// Where its ledger is kept.
    pub ground: Ground,
    /// Where its log's files lie.
    pub published: tempfile::TempDir,
    /// Who wrote its notes.
    pub world: World,
}

/// The key of every test's log.
#[must_use]
pub fn log_key() -> SigningKey {
    world::key("the log", "log")
}

/// How a test publishes: in this folder, without a pause.
#[must_use]
pub fn log_config(folder: &Path) -> LogConfig {
    LogConfig {
        interval: Duration::from_millis(1),
        ..LogConfig::new(folder.to_owned(), log_key())
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Headers by lower-case name.
    pub headers: BTreeMap<String, String>,
    /// The body, its chunks put together.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// Where it isn't.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    /// A header, or the empty text.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The code of a problem.
    ///
    /// # Panics
    /// Where the answer is no problem.
    #[must_use]
    pub fn code(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.text()
        );
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl TestApp {
    /// An empty ledger.
    pub async fn empty() -> Self {
        Self::on(Ground::folder()).await
    }

    /// A ledger with members and an empty programme.
    pub async fn founded() -> Self {
        let mut app = Self::empty().await;
        let founding = app.house.world.founding();
        let last = app.house.admit(&founding).await;
        app.published(last).await;
        app
    }

    /// Waits until the entry with an index is published.
    ///
    /// # Panics
    /// Where it isn't in time.
    pub async fn published(&self, index: u64) {
        let covered = self.log.covers(index, Duration::from_secs(20)).await;
        covered.expect("what is committed is published");
    }

    /// Waits until the log has caught up: what a page answers changes with it once more.
    ///
    /// # Panics
    /// Where there is no entry, or the log doesn't catch up.
    pub async fn settled(&self) {
        let entries = self.house.store.entry_count().await.expect("a count");
        self.published(entries - 1).await;
    }

    /// A server of the ledger on this ground.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn on(ground: Ground) -> Self {
        Self::with(ground, |_| {}).await
    }

    /// The same with another configuration of the sequencer.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn with(ground: Ground, configure: impl FnOnce(&mut Config)) -> Self {
        Self::serving(ground, configure, |_| {}).await
    }

    /// An empty ledger whose server waits so long for a request's head, and for its body.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn patient(patience: Duration) -> Self {
        Self::serving(
            Ground::folder(),
            |_| {},
            |serving| serving.request = patience,
        )
        .await
    }

    /// A ledger with members whose server shows a page until it is so old, though the ledger moves.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn keeping(age: Duration) -> Self {
        let keep = |serving: &mut ServeConfig| serving.page_age = age;
        let mut app = Self::serving(Ground::folder(), |_| {}, keep).await;
        let founding = app.house.world.founding();
        let last = app.house.admit(&founding).await;
        app.published(last).await;
        app
    }

    /// A ledger with members whose server has this for browsers to run.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn fronted(front: Front) -> Self {
        let mut app =
            Self::serving(Ground::folder(), |_| {}, |serving| serving.front = front).await;
        let founding = app.house.world.founding();
        app.house.admit(&founding).await;
        app
    }

    /// A ledger with members whose server has this desk.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn with_desk(ground: Ground, desk: Arc<Desk>) -> Self {
        let opened = |serving: &mut ServeConfig| serving.desk = Some(desk);
        let mut app = Self::serving(ground, |_| {}, opened).await;
        let founding = app.house.world.founding();
        app.house.admit(&founding).await;
        app
    }

    async fn serving(
        ground: Ground,
        configure: impl FnOnce(&mut Config),
        tune: impl FnOnce(&mut ServeConfig),
    ) -> Self {
        let published = tempfile::tempdir().expect("a temporary folder");
        Self::published_at(ground, published, configure, tune, |_| {}).await
    }

    async fn published_at(
        ground: Ground,
        published: tempfile::TempDir,
        configure: impl FnOnce(&mut Config),
        tune: impl FnOnce(&mut ServeConfig),
        publish: impl FnOnce(&mut LogConfig),
    ) -> Self {
        let house = ground.open_with(configure).await.expect("a store");
        let mut serving = ServeConfig::new(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        // A test reads what it has just written.
        serving.page_age = Duration::ZERO;
        tune(&mut serving);
        let server = Server::bind(serving).await;
        let server = server.expect("a free port");
        let address = server.address();
        let (stop, stopped) = oneshot::channel();
        let sequencer = house.sequencer.clone();
        let mut publishing = log_config(published.path());
        publish(&mut publishing);
        let log = Log::start(&sequencer, publishing).await;
        let log = log.expect("the log goes on");
        let served = log.clone();
        let serving = tokio::spawn(async move {
            let run = server.run(sequencer, served, async { _ = stopped.await });
            run.await.expect("the server stops cleanly");
        });
        Self {
            house,
            address,
            log,
            stop: Some(stop),
            serving,
            ground,
            published,
        }
    }

    /// Stops it and starts it again on what it left.
    ///
    /// # Panics
    /// Where it doesn't stop or start.
    pub async fn restart(self) -> Self {
        let left = self.leave().await;
        Self::again(left).await
    }

    /// Stops it and gives what it leaves: the ledger's ground, the log's folder, the world.
    ///
    /// # Panics
    /// Where it doesn't stop cleanly.
    pub async fn leave(mut self) -> Left {
        self.stop_serving().await;
        Left {
            ground: self.ground,
            published: self.published,
            world: self.house.world.clone(),
        }
    }

    /// A server of what another one left.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn again(left: Left) -> Self {
        Self::again_publishing(left, |_| {}).await
    }

    /// The same with another configuration of the log.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn again_publishing(left: Left, publish: impl FnOnce(&mut LogConfig)) -> Self {
        let (ground, published) = (left.ground, left.published);
        let mut app = Self::published_at(ground, published, |_| {}, |_| {}, publish).await;
        app.house.world = left.world;
        app
    }

    /// Where the log's files lie.
    #[must_use]
    pub fn log_folder(&self) -> &Path {
        self.published.path()
    }

    /// Stops it as an operator does, and waits for its end.
    ///
    /// # Panics
    /// Where it doesn't stop cleanly.
    pub async fn stop(mut self) {
        self.stop_serving().await;
    }

    /// The same, and leaves the ledger to be looked at.
    ///
    /// # Panics
    /// Where it doesn't stop cleanly.
    pub async fn stop_serving(&mut self) {
        if let Some(stop) = self.stop.take() {
            _ = stop.send(());
            (&mut self.serving).await.expect("the server's task");
        }
    }

    /// `GET` with these headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(&head("GET", path, headers), b"").await
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Reply {
        self.get_with(path, &[]).await
    }

    /// `POST` of a body.
    pub async fn post(&self, path: &str, body: &[u8]) -> Reply {
        let length = body.len().to_string();
        self.send(&head("POST", path, &[("content-length", &length)]), body)
            .await
    }

    /// Submits a note over HTTP.
    pub async fn submit(&self, note: &Note) -> Reply {
        self.post("/api/v1/entries", note.bytes()).await
    }

    /// Sends a request's head and body as they are, and reads the answer to its end.
    ///
    /// # Panics
    /// Where there is no connection, or no answer.
    pub async fn send(&self, head: &str, body: &[u8]) -> Reply {
        let mut stream = TcpStream::connect(self.address)
            .await
            .expect("a connection");
        stream
            .write_all(head.as_bytes())
            .await
            .expect("the head is sent");
        // The server may answer before it has read a body that is too large.
        _ = stream.write_all(body).await;
        read_reply(&mut stream).await
    }
}

/// A request's head.
#[must_use]
pub fn head(method: &str, path: &str, headers: &[(&str, &str)]) -> String {
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    format!("{method} {path} HTTP/1.1\r\nhost: ledger.example\r\nconnection: close\r\n{lines}\r\n")
}

/// Reads an answer to the connection's end.
///
/// # Panics
/// Where what came is no answer.
pub async fn read_reply(stream: &mut TcpStream) -> Reply {
    let mut bytes = Vec::new();
    // A reset after the answer is what a server does to a body that it didn't read.
    _ = stream.read_to_end(&mut bytes).await;
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(&bytes)));
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|status| status.parse().ok());
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let body = &bytes[end + 4..];
    let chunked = headers
        .get("transfer-encoding")
        .is_some_and(|coding| coding == "chunked");
    let body = if chunked {
        unchunk(body)
    } else {
        body.to_vec()
    };
    Reply {
        status: status.expect("a status"),
        headers,
        body,
    }
}

fn unchunk(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|window| window == b"\r\n") {
        let size = std::str::from_utf8(&body[..end])
            .ok()
            .and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size @ 1..) = size else { break };
        let chunk = &body[end + 2..];
        whole.extend_from_slice(&chunk[..size.min(chunk.len())]);
        body = chunk.get(size + 2..).unwrap_or_default();
    }
    whole
}
