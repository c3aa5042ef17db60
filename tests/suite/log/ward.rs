//! Witnesses at work: a house of their own, on a port of their own.

use ed25519_dalek::SigningKey;
use ledger::field::{Field, Moment};
use ledger::log::{CosignerKey, KeyName, VerifierKey};
use server::ports::StillClock;
use server::serve::{ServeConfig, Server};
use server::witness::{Watch, Witness, WitnessError, router};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tests::app::{Reply, head, read_reply};
use tests::world;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// When every witness of a test signs.
pub(super) const SEEN: Moment = Moment(1_780_000_000);

/// A running witness.
pub(super) struct Ward {
    pub(super) witness: Arc<Witness>,
    pub(super) address: SocketAddr,
    folder: tempfile::TempDir,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

/// The key of a witness, such as `witness.example/w1`.
pub(super) fn cosigner(name: &str) -> CosignerKey {
    let secret: SigningKey = world::key(name, "witness");
    CosignerKey::new(KeyName::parse(name).expect("a name"), secret)
}

/// A witness on a folder.
pub(super) fn open(
    folder: &Path,
    name: &str,
    logs: &[VerifierKey],
) -> Result<Witness, WitnessError> {
    Witness::open(Watch {
        folder: folder.to_owned(),
        logs: logs.to_vec(),
        key: cosigner(name),
        clock: Arc::new(StillClock::at(SEEN)),
    })
}

impl Ward {
    pub(super) async fn begin(name: &str, logs: &[VerifierKey]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let witness = Arc::new(open(folder.path(), name, logs).expect("a witness"));
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = Server::bind(ServeConfig::new(listen)).await;
        let server = server.expect("a port");
        let address = server.address();
        let (stop, stopped) = oneshot::channel();
        let routes = router(Arc::clone(&witness), "/w", Duration::from_secs(5));
        let serving = tokio::spawn(server.answer(routes, async { _ = stopped.await }));
        Self {
            witness,
            address,
            folder,
            stop,
            serving,
        }
    }

    /// Where it remembers.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its line in a policy.
    pub(super) fn policy_line(&self, name: &str) -> String {
        let (key, address) = (self.witness.verifier(), self.address);
        format!("witness {name} {key} http://{address}/w\n")
    }

    /// Stops it; its folder is left.
    pub(super) async fn end(self) -> tempfile::TempDir {
        _ = self.stop.send(());
        self.serving.await.expect("the witness' task");
        drop(self.witness);
        self.folder
    }

    /// Submits a body.
    pub(super) async fn add_checkpoint(&self, body: &[u8]) -> Reply {
        post(self.address, "/w/add-checkpoint", body).await
    }
}

/// `POST` to any address.
pub(super) async fn post(address: SocketAddr, path: &str, body: &[u8]) -> Reply {
    let length = body.len().to_string();
    let head = head("POST", path, &[("content-length", &length)]);
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(head.as_bytes()).await.expect("it is sent");
    // A body that is too large may be answered before it is read.
    _ = stream.write_all(body).await;
    read_reply(&mut stream).await
}
