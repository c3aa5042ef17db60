//! The program as a process of its own: the test binary starts itself, and the child is nothing but
//! `countersign`, so that exit codes, pipes and signals are real.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

/// The words of the command line, in the child's environment.
const WORDS: &str = "COUNTERSIGN_TEST_WORDS";
/// Stands between words: no flag has it.
const BETWEEN: char = '\u{1f}';
/// What tells the test binary to be the child.
const CHILD: &str = "cli::program::runs_as_countersign --exact --nocapture --test-threads=1";
/// Stands before what the program prints; the test harness prints a line of its own first.
const BEGIN: &str = "--- countersign ---\n";

/// The child's half. Run as a test it has no words and does nothing.
#[test]
fn runs_as_countersign() {
    let Ok(words) = std::env::var(WORDS) else {
        return;
    };
    print!("{BEGIN}");
    let words = std::iter::once("countersign").chain(words.split(BETWEEN));
    let exit = server::cli::run(words);
    std::process::exit(exit as i32);
}

/// A data folder and key files, thrown away with it.
pub(crate) struct Home {
    folder: tempfile::TempDir,
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) error: String,
}

impl Said {
    /// It ended well; gives what it printed.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{}{}", self.out, self.error);
        self.out
    }

    /// It ended well and printed JSON.
    #[track_caller]
    pub(crate) fn json(self) -> Value {
        let out = self.ok();
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
    }

    /// It failed so, and said this.
    #[track_caller]
    pub(crate) fn fails(self, code: i32, words: &str) {
        assert_eq!(self.code, code, "{}{}", self.out, self.error);
        assert!(
            self.error.contains(words),
            "{words:?} isn't in: {}",
            self.error
        );
    }
}

impl Home {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("a temporary file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file is there")
    }

    fn command(&self, words: &[&str]) -> Command {
        self.command_under(&[], words)
    }

    /// The program, started by another one.
    fn command_under(&self, starter: &[&str], words: &[&str]) -> Command {
        let own = std::env::current_exe().expect("the test binary is somewhere");
        let mut command = match starter {
            [] => Command::new(own),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(own);
                command
            }
        };
        command
            .args(CHILD.split(' '))
            .current_dir(self.folder.path())
            // Whoever runs the tests may speak another language.
            .env("LC_ALL", "C")
            .env(WORDS, words.join(&BETWEEN.to_string()))
            // Whoever runs the tests may read another language.
            .env("LC_ALL", "C")
            .env("COUNTERSIGN_DATA", self.path("data"))
            .env("COUNTERSIGN_PASSPHRASE", "a secret of tests")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Puts the program where a shell finds it under its own name, and gives that folder.
    pub(super) fn bin(&self) -> PathBuf {
        let own = std::env::current_exe().expect("the test binary is somewhere");
        let bin = self.path("bin");
        let script = format!(
            "#!/bin/sh\nwords=$(printf '\\037%s' \"$@\")\n{WORDS}=${{words#?}} exec {} {CHILD}\n",
            own.display()
        );
        std::fs::create_dir_all(&bin).expect("a folder can be made");
        self.write("bin/countersign", &script);
        let all_may_run = std::fs::Permissions::from_mode(0o755);
        let set = std::fs::set_permissions(bin.join("countersign"), all_may_run);
        set.expect("its own file's permissions can be set");
        bin
    }

    /// Runs a command line to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Said {
        let output = self
            .command(words)
            .output()
            .expect("the program can be started");
        said(output.status, &output.stdout, &output.stderr)
    }

    /// Runs a command line to its end, started by another program.
    pub(crate) fn run_under(&self, starter: &[&str], words: &[&str]) -> Said {
        let output = self.command_under(starter, words).output();
        let output = output.expect("the program can be started");
        said(output.status, &output.stdout, &output.stderr)
    }

    /// Runs a command line whose words are parted by spaces.
    pub(crate) fn line(&self, line: &str) -> Said {
        self.run(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// The same in somebody's locale.
    pub(crate) fn line_in(&self, locale: &str, line: &str) -> Said {
        let words: Vec<&str> = line.split_whitespace().collect();
        let output = self.command(&words).env("LC_ALL", locale).output();
        let output = output.expect("the program can be started");
        said(output.status, &output.stdout, &output.stderr)
    }

    /// Starts a server on a free port.
    pub(crate) fn serve(&self) -> Serving {
        self.serve_with(&[])
    }

    /// The same with further flags.
    pub(crate) fn serve_with(&self, more: &[&str]) -> Serving {
        let words = ["serve", "--listen", "127.0.0.1:0", "--log-filter", "warn"];
        let mut child = self
            .command(&[&words, more].concat())
            .spawn()
            .expect("the server can be started");
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let url = loop {
            let line = match lines.next() {
                Some(line) => line.expect("its output is text"),
                None => panic!("the server ended: {}", rest(child.stderr.take())),
            };
            if let Some((_, url)) = line.split_once(" is served on ") {
                break url.to_owned();
            }
        };
        Serving { child, url }
    }
}

fn rest(pipe: Option<impl Read>) -> String {
    let mut text = String::new();
    if let Some(mut pipe) = pipe {
        _ = pipe.read_to_string(&mut text);
    }
    text
}

fn said(status: ExitStatus, out: &[u8], error: &[u8]) -> Said {
    let out = String::from_utf8_lossy(out);
    let (_, out) = out.split_once(BEGIN).expect("the program began");
    Said {
        code: status.code().unwrap_or(-1),
        out: out.to_owned(),
        error: String::from_utf8_lossy(error).into_owned(),
    }
}

/// A running server; it ends with its owner.
pub(crate) struct Serving {
    child: Child,
    pub(crate) url: String,
}

impl Serving {
    /// The process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends it without a word, as a power cut does.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("the server runs");
        _ = self.child.wait();
    }

    /// Tells it to stop, as a service manager does, and gives its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let told = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(told.expect("kill is there").success());
        self.child.wait().expect("the server ends").code()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
