//! A log that says whatever a test wants, under the log's own key.

use super::Naive;
use ledger::log::{
    LogKey, Nodes, SignedCheckpoint, Subtree, TileKind, TilePath, leaf_hash, root, write_bundle,
};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A log of any entries.
pub(super) struct Fake {
    pub(super) address: SocketAddr,
    entries: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Fake {
    pub(super) async fn begin(entries: Vec<Vec<u8>>, key: LogKey) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let entries = Arc::new(Mutex::new(entries));
        let served = Arc::clone(&entries);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let entries = served.lock().expect("no panic").clone();
                tokio::spawn(answer(stream, entries, key.clone()));
            }
        });
        Self { address, entries }
    }

    /// From now on it has these entries.
    pub(super) fn now(&self, entries: Vec<Vec<u8>>) {
        *self.entries.lock().expect("no panic") = entries;
    }
}

async fn answer(mut stream: TcpStream, entries: Vec<Vec<u8>>, key: LogKey) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut buffer).await {
            Ok(read @ 1..) => request.extend_from_slice(&buffer[..read]),
            _ => return,
        }
    }
    let line = String::from_utf8_lossy(&request).into_owned();
    let path = line.split(' ').nth(1).unwrap_or_default();
    let body = path
        .strip_prefix("/log/")
        .and_then(|name| file(name, &entries, &key));
    let (status, body) = body.map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    _ = stream.write_all(head.as_bytes()).await;
    _ = stream.write_all(&body).await;
}

fn file(name: &str, entries: &[Vec<u8>], key: &LogKey) -> Option<Vec<u8>> {
    let tree = Naive(entries.iter().map(|entry| leaf_hash(entry)).collect());
    let size = entries.len() as u64;
    match name {
        "checkpoint" => {
            let root = root(size, &tree).expect("a root");
            Some(SignedCheckpoint::sign(size, root, key).bytes().to_vec())
        }
        "vkey" => Some(format!("{}\n", key.verifier()).into_bytes()),
        _ => tile(name.parse().ok()?, entries, &tree),
    }
}

fn tile(path: TilePath, entries: &[Vec<u8>], tree: &Naive) -> Option<Vec<u8>> {
    let first = path.index() * 256;
    let places = first..first + u64::from(path.width());
    match path.kind() {
        TileKind::Entries => {
            let (first, last) = (
                usize::try_from(first).ok()?,
                usize::try_from(places.end).ok()?,
            );
            let entries = entries.get(first..last)?;
            Some(write_bundle(entries.iter().map(Vec::as_slice)).expect("a bundle"))
        }
        TileKind::Hashes(level) => {
            let level = level * 8;
            if places.end << level > entries.len() as u64 {
                return None;
            }
            let hashes = places.map(|index| tree.node(Subtree { level, index }).expect("a hash"));
            Some(hashes.flat_map(|hash| hash.0).collect())
        }
    }
}
