//! A proxy in front of a server that doesn't do as it should: whoever reads through it must notice.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Between two bytes of an answer that drips.
const DRIP: Duration = Duration::from_millis(50);

/// What becomes of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// It passes as it is.
    Pass,
    /// Another body comes in its place.
    Body(Vec<u8>),
    /// The same, said to be compressed.
    Gzip(Vec<u8>),
    /// Another status comes, without a body.
    Status(u16),
    /// The connection breaks in the middle of the body.
    Break,
    /// The connection closes without an answer.
    Slam,
    /// The body never ends.
    Endless,
    /// The body comes a byte at a time, and never to its end.
    Drip,
    /// It comes after a while.
    Late(Duration),
}

/// Decides by the path and the honest body.
pub type Mischief = Arc<dyn Fn(&str, &[u8]) -> Act + Send + Sync>;

/// A proxy that listens on a free port; it ends with its owner.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    ended: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Proxy {
    /// Stands in front of a server.
    ///
    /// # Panics
    /// Where no port is free.
    #[must_use]
    pub fn start(server: SocketAddr, mischief: Mischief) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ended = Arc::new(AtomicBool::new(false));
        let end = Arc::clone(&ended);
        let listening = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::Acquire) {
                    return;
                }
                let (Ok(stream), mischief, end) = (stream, Arc::clone(&mischief), Arc::clone(&end))
                else {
                    continue;
                };
                // A client that goes away in the middle is no failure of the proxy's.
                std::thread::spawn(move || _ = serve(stream, server, &mischief, &end));
            }
        });
        Self {
            address,
            ended,
            listening: Some(listening),
        }
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The same as a reader names it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        // A last connection wakes the listener.
        _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            _ = listening.join();
        }
    }
}

/// Answers one request, and closes the connection.
fn serve(
    mut stream: TcpStream,
    server: SocketAddr,
    mischief: &Mischief,
    end: &AtomicBool,
) -> std::io::Result<()> {
    let request = read_head(&mut stream)?;
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (status, body) = ask(server, path)?;
    let act = match status {
        200 => mischief(path, &body),
        _ => Act::Pass,
    };
    match act {
        Act::Pass => answer(&mut stream, status, "", &body),
        Act::Body(other) => answer(&mut stream, 200, "", &other),
        Act::Gzip(other) => answer(&mut stream, 200, "content-encoding: gzip\r\n", &other),
        Act::Status(status) => answer(&mut stream, status, "", b""),
        Act::Late(pause) => {
            std::thread::sleep(pause);
            answer(&mut stream, status, "", &body)
        }
        Act::Slam => Ok(()),
        Act::Break => {
            head(&mut stream, 200, "", Some(body.len()))?;
            stream.write_all(&body[..body.len() / 2])
        }
        Act::Endless => {
            head(&mut stream, 200, "", None)?;
            while !end.load(Ordering::Acquire) {
                stream.write_all(&[b'x'; 4096])?;
            }
            Ok(())
        }
        Act::Drip => {
            head(&mut stream, 200, "", Some(body.len()))?;
            for byte in &body[..body.len() - 1] {
                if end.load(Ordering::Acquire) {
                    break;
                }
                stream.write_all(&[*byte])?;
                std::thread::sleep(DRIP);
            }
            Ok(())
        }
    }
}

fn read_head(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

/// What the server answers: status and body, which it is asked not to compress.
fn ask(server: SocketAddr, path: &str) -> std::io::Result<(u16, Vec<u8>)> {
    let mut stream = TcpStream::connect(server)?;
    let head = format!("GET {path} HTTP/1.0\r\nhost: ledger.example\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    let head = read_head(&mut stream)?;
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok());
    let mut body = Vec::new();
    stream.read_to_end(&mut body)?;
    Ok((status.unwrap_or(502), body))
}

fn head(
    stream: &mut TcpStream,
    status: u16,
    more: &str,
    length: Option<usize>,
) -> std::io::Result<()> {
    let length = length.map_or_else(String::new, |length| {
        format!("content-length: {length}\r\n")
    });
    let head = format!("HTTP/1.1 {status} So\r\nconnection: close\r\n{more}{length}\r\n");
    stream.write_all(head.as_bytes())
}

fn answer(stream: &mut TcpStream, status: u16, more: &str, body: &[u8]) -> std::io::Result<()> {
    head(stream, status, more, Some(body.len()))?;
    stream.write_all(body)
}
