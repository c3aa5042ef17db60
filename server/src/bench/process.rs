//! The server under load as a process of its own, and what the system says of it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take to answer before the benchmark gives up.
const START_MAX: Duration = Duration::from_secs(60);

/// A server that runs until this is dropped.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
    /// From its start to its first accepted connection.
    pub(super) started_in: Duration,
}

impl Server {
    /// Starts this same binary as a server on a free port of the loopback.
    ///
    /// # Errors
    /// What the system says where it can't be started, or doesn't listen within a minute.
    pub(super) fn start(data: &Path) -> std::io::Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let started = Instant::now();
        let child = Command::new(std::env::current_exe()?)
            .arg("bench")
            .args(["--serve", &address.to_string()])
            .arg("--data")
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        let mut server = Self {
            child,
            address,
            started_in: Duration::ZERO,
        };
        while TcpStream::connect(address).is_err() {
            if started.elapsed() > START_MAX || server.child.try_wait()?.is_some() {
                return Err(std::io::Error::other("the server under load did not start"));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        server.started_in = started.elapsed();
        Ok(server)
    }

    /// Processor time that it used so far, in clock ticks of 1/100 second (`proc(5)`, utime + stime).
    #[must_use]
    pub(super) fn ticks(&self) -> u64 {
        ticks_of(&format!("/proc/{}/stat", self.child.id()))
    }

    /// Its anonymous memory in KiB (`proc(5)`, RssAnon).
    #[must_use]
    pub(super) fn memory_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .unwrap_or_default();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("RssAnon:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
            .unwrap_or(0)
    }

    /// Asks it to stop and waits until it has drained its queue.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn stop(mut self) -> std::io::Result<()> {
        Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()?;
        self.child.wait().map(|_| ())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has stopped already, or the benchmark failed: nothing else may be left running.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// This process' own processor time in clock ticks.
#[must_use]
pub(super) fn own_ticks() -> u64 {
    ticks_of("/proc/self/stat")
}

fn ticks_of(path: &str) -> u64 {
    let stat = std::fs::read_to_string(path).unwrap_or_default();
    // The name in parentheses may hold spaces; user and system time are the 12th and 13th after it.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    after
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum()
}
