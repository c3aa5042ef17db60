//! What docs/VERIFYING.md tells an auditor to run, run as it stands there on the real year: tools that
//! know nothing of this product judge its log, and see what was done to it.

use super::program::{Home, Serving};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Where `.ci/need` puts the Python packages that others wrote.
const OUTSIDERS: &str = "../target/python/bin";

#[test]
fn every_step_of_the_document_succeeds_and_no_tool_is_deceived() {
    let auditor = Auditor::new();
    let document = fs::read_to_string(docs().join("VERIFYING.md")).expect("the document");
    for step in shell_blocks(&document) {
        let said = auditor.run(step);
        assert!(said.status.success(), "{step}\n{}", text(&said));
    }
    let bundle = auditor.home.path("log/tile/entries/000");
    change_a_byte(&bundle);
    for tool in [
        "python \"$TOOLS/tiles.py\" ./log vkey 1000000",
        "GO111MODULE=off GOPATH=/usr/share/gocode go run \"$TOOLS/log.go\" log vkey",
    ] {
        let said = auditor.run(tool);
        assert!(
            !said.status.success(),
            "{tool} saw nothing: {}",
            text(&said)
        );
    }
    let proof = auditor.home.path("entry.tlog-proof");
    let changed = auditor
        .home
        .read("entry.tlog-proof")
        .replace("\nindex ", "\nindex 1");
    fs::write(&proof, changed).expect("it can be changed");
    let said = auditor.run(
        "GO111MODULE=off GOPATH=/usr/share/gocode go run \"$TOOLS/proof.go\" entry.tlog-proof vkey",
    );
    assert!(
        !said.status.success(),
        "another index passed: {}",
        text(&said)
    );
}

/// Somebody with the document, a folder, and a ledger to check.
struct Auditor {
    home: Home,
    served: Serving,
    entry: String,
    enrolment: String,
}

impl Auditor {
    fn new() -> Self {
        let home = Home::new();
        home.line("demo --data data").ok();
        home.line("export --output year.jsonl").ok();
        let (entry, enrolment) = {
            let year = home.read("year.jsonl");
            // The ministry joins before anybody else, and signs the transfers.
            (
                identity(&year, "\"kind\":\"transfer\""),
                identity(&year, "\"kind\":\"member-activate\""),
            )
        };
        let served = home.serve();
        Self {
            home,
            served,
            entry,
            enrolment,
        }
    }

    /// Runs commands as the auditor would, in the folder where the last ones left their files.
    fn run(&self, commands: &str) -> Output {
        let mut shell = Command::new("bash");
        let path = std::env::var("PATH").expect("a path to programs");
        let outsiders = Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTSIDERS);
        shell
            .args(["-euo", "pipefail", "-c", commands])
            .current_dir(self.home.path("."))
            .env(
                "PATH",
                format!(
                    "{}:{}:{path}",
                    self.home.bin().display(),
                    outsiders.display()
                ),
            )
            .env("LC_ALL", "C")
            .env("LEDGER", &self.served.url)
            .env("DATA", self.home.path("data"))
            .env("TOOLS", docs().join("verifying"))
            .env("ENTRY", &self.entry)
            .env("ENROLMENT", &self.enrolment);
        shell.output().expect("bash can be started")
    }
}

/// The identity of the first such entry in a ledger's export.
fn identity(year: &str, kind: &str) -> String {
    let line = year.lines().find(|line| line.contains(kind));
    let line = line.expect("the entry is there");
    let entry: Value = serde_json::from_str(line).expect("an entry is JSON");
    entry["identity"]
        .as_str()
        .expect("it has an identity")
        .to_owned()
}

fn change_a_byte(path: &Path) {
    let mut bytes = fs::read(path).expect("the file is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, &bytes).expect("it can be changed");
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

/// The blocks of a document that are told to be run.
fn shell_blocks(document: &str) -> Vec<&str> {
    let blocks = document.split("```sh\n").skip(1);
    blocks
        .filter_map(|rest| rest.split_once("```"))
        .map(|(block, _)| block)
        .collect()
}

fn text(said: &Output) -> String {
    let (out, error) = (
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr),
    );
    format!("{out}{error}")
}
