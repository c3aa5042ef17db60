//! That what the settings file and the flags say takes effect in the program itself.

use super::program::Home;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Threads of a process whose names begin so; Linux alone says it.
fn threads(process: u32, word: &str) -> usize {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("a running process");
    let name = |task: fs::DirEntry| fs::read_to_string(task.path().join("comm")).ok();
    tasks
        .filter_map(|task| name(task.ok()?))
        .filter(|name| name.starts_with(word))
        .count()
}

fn founded() -> Home {
    let home = Home::new();
    home.line("init --origin relief.example --member op.example --title Operator")
        .ok();
    home
}

/// Waits until so many threads have such names: a thread takes its name when it first runs.
fn has_threads(process: u32, word: &str, wanted: usize) -> bool {
    let begun = Instant::now();
    while threads(process, word) != wanted {
        if begun.elapsed() > Duration::from_secs(20) {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

#[test]
#[cfg(target_os = "linux")]
fn the_file_and_a_flag_say_how_many_threads_check_signatures() {
    let home = founded();
    home.write("data/countersign.toml", "[sequencer]\nverify_workers = 3\n");
    let serving = home.serve();
    assert!(has_threads(serving.process(), "verify-", 3));
    assert_eq!(serving.stop(), Some(0));
    let serving = home.serve_with(&["--verify-workers", "5"]);
    assert!(has_threads(serving.process(), "verify-", 5));
    assert_eq!(serving.stop(), Some(0));
}

#[test]
fn a_flag_says_how_long_a_request_may_take() {
    let home = founded();
    let serving = home.serve_with(&["--request-seconds-max", "1"]);
    let address = serving.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let patience = Some(Duration::from_secs(12));
    stream.set_read_timeout(patience).expect("a timeout");
    stream.write_all(b"POST /api/v1/en").expect("a beginning");
    let begun = Instant::now();
    let mut answer = Vec::new();
    stream
        .read_to_end(&mut answer)
        .expect("the server ends the connection");
    assert!(begun.elapsed() >= Duration::from_secs(1));
    assert_eq!(serving.stop(), Some(0));
}

#[test]
fn a_setting_out_of_its_bounds_ends_the_program_with_its_name() {
    let home = founded();
    home.write(
        "data/countersign.toml",
        "[sequencer]\ngroup_entries_max = 0\n",
    );
    home.line("serve --listen 127.0.0.1:0").fails(
        2,
        "`group_entries_max`: must be a whole number of 1 to 4096",
    );
    home.write("data/countersign.toml", "");
    home.line("serve --listen 127.0.0.1:0 --readers-max 65")
        .fails(2, "1 to 64");
}
