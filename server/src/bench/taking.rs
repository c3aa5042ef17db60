//! The largest files, taken from the server under load: rows and bytes a second, and how much
//! memory the server takes for them. A file that streams takes the same for any number of rows.

use super::process::Server;
use super::report::{Figure, per_second, permille};
use anyhow::{Context, Result};
use std::io::Read;
use std::time::{Duration, Instant};

/// The files with a row for every step and for every entry.
const FILES: [&str; 2] = ["steps.csv?programme=bench", "ledger.jsonl"];

/// How often the server's memory is looked at while it streams.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Bytes that are read at a time.
const BUFFER_BYTES: usize = 256 * 1024;

/// A file that was read to its end.
struct Received {
    rows: u64,
    bytes: u64,
}

/// The server's anonymous memory in KiB.
struct Memory {
    before: u64,
    peak: u64,
}

/// Takes each file once.
///
/// # Errors
/// What the system says, and a file that breaks off.
pub(super) fn measure(server: &Server) -> Result<Vec<Figure>> {
    FILES.iter().map(|file| take(server, file)).collect()
}

fn take(server: &Server, file: &str) -> Result<Figure> {
    let url = format!("http://{}/en/take/{file}", server.address);
    let started = Instant::now();
    let (received, memory) = std::thread::scope(|scope| {
        let before = server.memory_kib();
        let mut peak = before;
        let reader = scope.spawn(|| receive(&url));
        while !reader.is_finished() {
            peak = peak.max(server.memory_kib());
            std::thread::sleep(LOOK_EVERY);
        }
        let received = reader.join().ok().context("the reader panicked")??;
        Ok::<_, anyhow::Error>((received, Memory { before, peak }))
    })?;
    Ok(figure(file, &received, &memory, started.elapsed()))
}

/// Reads a file to its end. A chunked answer that breaks off is an error of the client's.
fn receive(url: &str) -> Result<Received> {
    let agent: ureq::Agent = ureq::Agent::config_builder().build().into();
    // Uncompressed: the client would ask for gzip, and its work isn't what is measured.
    let answer = agent.get(url).header("Accept-Encoding", "identity").call();
    count(answer?.into_body().into_reader())
}

fn count(mut body: impl Read) -> Result<Received> {
    let mut received = Received { rows: 0, bytes: 0 };
    let mut buffer = vec![0; BUFFER_BYTES];
    loop {
        let some = body.read(&mut buffer)?;
        if some == 0 {
            return Ok(received);
        }
        received.bytes += some as u64;
        let ends = buffer[..some].iter().filter(|byte| **byte == b'\n');
        received.rows += ends.count() as u64;
    }
}

fn figure(file: &str, received: &Received, memory: &Memory, elapsed: Duration) -> Figure {
    Figure {
        what: format!(
            "{file} streamed: {} lines, {} MB",
            received.rows,
            received.bytes / 1_000_000
        ),
        measured: format!(
            "{} lines and {} kB a second; the server's anonymous memory {} KiB before, {} KiB at its peak",
            per_second(received.rows, elapsed),
            per_second(received.bytes, elapsed) / 1000,
            memory.before,
            memory.peak
        ),
        ratio_permille: Some(permille(memory.peak, memory.before)),
        budget: "of the memory before, for any number of rows",
        remark: format!("uncompressed, in {} ms", elapsed.as_millis()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_bytes_are_counted_across_buffers() {
        let text = "a line\n".repeat(BUFFER_BYTES);
        let received = count(text.as_bytes()).unwrap();
        assert_eq!(received.rows, BUFFER_BYTES as u64);
        assert_eq!(received.bytes, text.len() as u64);
    }

    #[test]
    fn the_ratio_is_that_of_the_memory() {
        let received = Received {
            rows: 1_000_000,
            bytes: 250_000_000,
        };
        let memory = Memory {
            before: 200_000,
            peak: 203_000,
        };
        let figure = figure("steps.csv", &received, &memory, Duration::from_secs(10));
        assert_eq!(figure.ratio_permille, Some(1015));
        assert!(
            figure
                .measured
                .starts_with("100000 lines and 25000 kB a second")
        );
    }
}
