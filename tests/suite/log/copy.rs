//! Mirrors at work: a house of their own, with a store, a folder and a port.

use super::ward::cosigner;
use server::log_client::{Patience, Remote, Source};
use server::mirror::{Follower, Forwarder, Home, MirrorError, Pace, Stamp};
use server::ports::{Clock, SystemClock};
use server::sequencer::Handle;
use server::serve::{ServeConfig, Server};
use server::store::Store;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tests::app::{Reply, head, read_reply};
use tests::house::Ground;
use tests::world;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub(super) const MIRROR: &str = "mirror.example";

pub(super) const PACE: Pace = Pace {
    every: Duration::from_millis(20),
    pause_max: Duration::from_millis(100),
    tries_max: 3,
};

pub(super) fn source(address: SocketAddr) -> Source {
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
pub(super) struct Copy {
    pub(super) ground: Ground,
    pub(super) folder: tempfile::TempDir,
}

/// A mirror at rest.
pub(super) struct Opened {
    pub(super) home: Arc<Home>,
    pub(super) log: server::log::Log,
    pub(super) follower: Follower,
    pub(super) store: Arc<Store>,
}

impl Copy {
    pub(super) fn new() -> Self {
        Self {
            ground: Ground::folder(),
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    pub(super) async fn try_open(
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
            follower: Follower::new(Arc::clone(&home), copied, PACE)?,
            home,
            log: published,
            store,
        })
    }

    pub(super) async fn open(&self, log: SocketAddr) -> Opened {
        let opened = self.try_open(log, Arc::new(SystemClock)).await;
        opened.expect("a mirror")
    }
}

impl Opened {
    pub(super) async fn close(self) {
        drop(self.follower);
        self.store.close().await.expect("it is closed");
    }
}

pub(super) async fn entries(store: &Store) -> Vec<Vec<u8>> {
    let notes = store.notes(0, 100_000).await.expect("entries");
    notes.into_iter().map(|note| note.note).collect()
}

/// A mirror that serves.
pub(super) struct Serving {
    pub(super) address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Serving {
    pub(super) async fn of(home: &Arc<Home>, log: &server::log::Log, store: &Arc<Store>) -> Self {
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

    pub(super) async fn get(&self, path: &str) -> Reply {
        let mut stream = TcpStream::connect(self.address)
            .await
            .expect("a connection");
        stream
            .write_all(head("GET", path, &[]).as_bytes())
            .await
            .expect("it is sent");
        read_reply(&mut stream).await
    }

    pub(super) async fn end(self) {
        _ = self.stop.send(());
        self.serving.await.expect("the server's task");
    }
}
