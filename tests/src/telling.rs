//! What leaves a server: mail as files of a folder, and a program that listens on this machine.

use crate::app::Reply;
use crate::desk::Office;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use server::telling::{Config, Mailer, Telling};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// The address under which the messages' links lead to the server.
pub const BASE: &str = "https://ledger.example";

/// How long something may take that happens by itself.
const PATIENCE: Duration = Duration::from_secs(30);

/// A message as its receiver reads it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The file's name.
    pub file: String,
    /// Headers by lower-case name, unfolded.
    pub headers: BTreeMap<String, String>,
    /// The text.
    pub body: String,
    /// The file as it is.
    pub raw: String,
}

impl Mail {
    fn parse(file: String, raw: String) -> Self {
        let (head, body) = raw.split_once("\r\n\r\n").expect("a head and a body");
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let headers: BTreeMap<String, String> = unfolded
            .split("\r\n")
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let encoding = headers.get("content-transfer-encoding");
        let body = match encoding.map(String::as_str) {
            Some("base64") => {
                let packed: String = body.split_whitespace().collect();
                let bytes = STANDARD.decode(packed).expect("base64");
                String::from_utf8(bytes).expect("UTF-8")
            }
            Some("quoted-printable") => unquoted(body),
            _ => body.to_owned(),
        };
        Self {
            file,
            headers,
            body: body.replace("\r\n", "\n"),
            raw,
        }
    }

    /// The path of a link of the body that begins so.
    ///
    /// # Panics
    /// Where there is none.
    #[must_use]
    pub fn path(&self, begins: &str) -> String {
        let begins = format!("{BASE}{begins}");
        let at = self.body.find(&begins);
        let at = at.unwrap_or_else(|| panic!("no {begins} in {}", self.body));
        let link = self.body[at..].split_whitespace().next();
        link.unwrap_or_default()[BASE.len()..].to_owned()
    }

    /// The text without its links, whose random digits may spell anything.
    #[must_use]
    pub fn prose(&self) -> String {
        let words = self.body.split_whitespace();
        let words: Vec<&str> = words.filter(|word| !word.contains(BASE)).collect();
        words.join(" ")
    }
}

fn unquoted(text: &str) -> String {
    let joined = text.replace("=\r\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let [first, others @ ..] = rest {
        match (first, others) {
            (b'=', [high, low, after @ ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("two digits");
                bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The messages of a folder, by file.
///
/// # Panics
/// Where it can't be read.
#[must_use]
pub fn mails(folder: &Path) -> Vec<Mail> {
    let files = std::fs::read_dir(folder).expect("a folder");
    let mut found: Vec<Mail> = files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            let raw = std::fs::read_to_string(&path).expect("a message");
            // A file that is just being written isn't there yet.
            raw.contains("\r\n\r\n").then(|| Mail::parse(name, raw))
        })
        .collect();
    found.sort_by(|one, other| one.file.cmp(&other.file));
    found
}

impl Office {
    /// Starts telling: mail into this folder, programs on this machine.
    ///
    /// # Panics
    /// Where it doesn't begin.
    pub async fn tell(&self, folder: &Path) -> Telling {
        let config = Config {
            base_url: BASE.to_owned(),
            mailer: Some(Mailer::folder(folder, "ledger@ledger.example").expect("an address")),
            loopback: true,
            rest: Duration::from_millis(10),
        };
        let store = Arc::clone(&self.app.house.store);
        let telling = Telling::start(Arc::clone(&self.desk), store, config);
        self.looked().await;
        telling
    }

    /// Waits until every entry was looked at.
    ///
    /// # Panics
    /// Where it isn't in time.
    pub async fn looked(&self) {
        let entries = self.app.house.store.entry_count().await.expect("a count");
        let begun = std::time::Instant::now();
        loop {
            let cursor = self.desk.people.told_up_to().await.expect("the database");
            if cursor.is_some_and(|cursor| cursor.next_index >= entries) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{cursor:?} of {entries}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Presses the button behind a message's link, without a sign-in, as a mail program does.
    pub async fn press(&self, path: &str) -> Reply {
        let body = "List-Unsubscribe=One-Click";
        let length = body.len().to_string();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", length.as_str()),
        ];
        let head = crate::app::head("POST", path, &headers);
        self.app.send(&head, body.as_bytes()).await
    }
}

/// Waits until a folder has so many messages, and gives them.
///
/// # Panics
/// Where they don't come in time.
pub async fn arrived(folder: &Path, count: usize) -> Vec<Mail> {
    let begun = std::time::Instant::now();
    loop {
        let found = mails(folder);
        if found.len() >= count {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "{} of {count}", found.len());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A delivery as a program receives it.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Headers by lower-case name.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

/// A program that listens on this machine.
#[derive(Debug)]
pub struct Receiver {
    /// Where it listens.
    pub url: String,
    /// The status of its next answers.
    pub status: Arc<Mutex<u16>>,
    received: Arc<Mutex<Vec<Delivery>>>,
}

impl Receiver {
    /// Listens on a free port and answers with this status.
    ///
    /// # Panics
    /// Where there is no port.
    pub async fn listen(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let status = Arc::new(Mutex::new(status));
        let received = Arc::new(Mutex::new(Vec::new()));
        let (answers, kept) = (Arc::clone(&status), Arc::clone(&received));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                if let Some(delivery) = heard(&mut stream).await {
                    kept.lock().expect("one at a time").push(delivery);
                }
                let status = *answers.lock().expect("one at a time");
                let answer = format!(
                    "HTTP/1.1 {status} Said\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                );
                _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        Self {
            url: format!("http://{address}/told"),
            status,
            received,
        }
    }

    /// Waits for so many deliveries, and gives them.
    ///
    /// # Panics
    /// Where they don't come in time.
    pub async fn heard(&self, count: usize) -> Vec<Delivery> {
        let begun = std::time::Instant::now();
        loop {
            let found = self.received.lock().expect("one at a time").clone();
            if found.len() >= count {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "{} of {count}", found.len());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

/// Reads one request to the end of its body.
async fn heard(stream: &mut tokio::net::TcpStream) -> Option<Delivery> {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let read = stream.read(&mut piece).await.ok()?;
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let headers: BTreeMap<String, String> = head
                .split("\r\n")
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect();
            let length = headers.get("content-length")?.parse().ok()?;
            if body.len() >= length {
                let body = body.to_owned();
                return Some(Delivery { headers, body });
            }
        }
        if read == 0 {
            return None;
        }
    }
}
