//! A client that costs little: prepared requests over kept connections, answers read by length.

use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Bytes that one answer may have; a batch of 256 answers is some 40 kB, the heaviest page 400 kB.
const ANSWER_BYTES_MAX: usize = 4 << 20;

/// A connection that stays open.
#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer's status, how it came about, and its body.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    /// The status code.
    pub(super) status: u16,
    /// Whether it was a page that the server had kept; nothing of what it never keeps.
    pub(super) kept: Option<bool>,
    /// Where the answer leads to; empty where it leads nowhere.
    pub(super) location: &'a str,
    /// The body.
    pub(super) body: &'a [u8],
}

/// A person's browser: what it sends beside each request.
#[derive(Clone, Debug)]
pub(super) struct Visitor {
    headers: String,
}

impl Visitor {
    /// Somebody who is signed in by this cookie.
    #[must_use]
    pub(super) fn signed_in(cookie: &str) -> Self {
        Self {
            headers: format!("Cookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n"),
        }
    }

    /// A GET of a page.
    #[must_use]
    pub(super) fn get(&self, path: &str) -> Vec<u8> {
        get_with(path, &self.headers)
    }

    /// A POST of a body from a page of the same site.
    #[must_use]
    pub(super) fn post(&self, path: &str, media_type: &str, body: &[u8]) -> Vec<u8> {
        post_with(path, &self.headers, media_type, body)
    }
}

/// A POST of a body as bytes to be sent.
#[must_use]
pub(super) fn post(path: &str, media_type: &str, body: &[u8]) -> Vec<u8> {
    post_with(path, "", media_type, body)
}

fn post_with(path: &str, headers: &str, media_type: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: bench\r\n{headers}Content-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// A GET as bytes to be sent.
#[must_use]
pub(super) fn get(path: &str) -> Vec<u8> {
    get_with(path, "")
}

/// A GET of a page as browsers send it: compressed.
#[must_use]
pub(super) fn get_page(path: &str) -> Vec<u8> {
    get_with(path, PACKED)
}

/// The same as a browser's reload: of the ledger as it stands.
#[must_use]
pub(super) fn reload_page(path: &str) -> Vec<u8> {
    get_with(path, &format!("{PACKED}Cache-Control: no-cache\r\n"))
}

const PACKED: &str = "Accept-Encoding: gzip, deflate, br\r\n";

fn get_with(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: bench\r\n{headers}\r\n").into_bytes()
}

/// What an answer's head says.
#[derive(Clone, Copy)]
struct Head {
    status: u16,
    kept: Option<bool>,
    /// Where the body starts.
    start: usize,
    length: usize,
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// What the system says.
    pub(super) async fn open(address: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(8192),
        })
    }

    /// Sends a request and reads its answer.
    ///
    /// # Errors
    /// What the system says, and an answer without a length.
    pub(super) async fn send(&mut self, request: &[u8]) -> std::io::Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            if let Some(head) = head(&self.buffer) {
                break head?;
            }
            self.read_more().await?;
        };
        let end = head.start + head.length;
        while self.buffer.len() < end {
            self.read_more().await?;
        }
        Ok(Answer {
            status: head.status,
            kept: head.kept,
            location: location(&self.buffer[..head.start]),
            body: &self.buffer[head.start..end],
        })
    }

    async fn read_more(&mut self) -> std::io::Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0
            || self.buffer.len() > ANSWER_BYTES_MAX
        {
            return Err(std::io::Error::other(
                "the connection ended within an answer",
            ));
        }
        Ok(())
    }
}

/// Where a head leads to.
fn location(head: &[u8]) -> &str {
    let text = std::str::from_utf8(head).unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("location: "));
    line.unwrap_or_default()
}

/// What the head says, once it is there whole.
fn head(bytes: &[u8]) -> Option<std::io::Result<Head>> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let text = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let status = text.get(9..12).and_then(|status| status.parse().ok());
    let header = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    let length = header("content-length: ").and_then(|length| length.parse().ok());
    let kept = header("cache-status: ").map(|said| said.ends_with("hit"));
    let found = status.zip(length).map(|(status, length)| Head {
        status,
        kept,
        start: end + 4,
        length,
    });
    Some(found.ok_or_else(|| std::io::Error::other("an answer without status or length")))
}
