//! Compiles the package `hydrate` for wasm32, once for each island.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What cargo says on a line of its own about each thing that it made.
#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// The wasm of one island as the compiler leaves it.
///
/// # Errors
/// Where no toolchain of this machine builds wasm32, or the code doesn't compile: cargo has said why.
pub(crate) fn compile(root: &Path, island: &str) -> Result<Vec<u8>> {
    let mut wasm = Command::new(root.join(".ci/wasm"));
    wasm.args(["build", "--locked", "--package", "hydrate"])
        .args(["--features", island])
        .args(["--profile", "wasm-release"])
        .args(["--message-format", "json-render-diagnostics"])
        .stderr(Stdio::inherit());
    // What cargo sets for the program that it runs is not meant for the cargo that this program runs.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_") && name != "CARGO_HOME" {
            wasm.env_remove(name);
        }
    }
    let output = wasm.env_remove("RUSTC").output().context(".ci/wasm")?;
    ensure!(
        output.status.success(),
        "hydrate doesn't compile for wasm32 with {island}"
    );
    let made = made(&output.stdout).context("cargo named no hydrate.wasm")?;
    std::fs::read(&made).with_context(|| format!("reading {}", made.display()))
}

/// The wasm file that cargo's messages name.
fn made(messages: &[u8]) -> Option<PathBuf> {
    messages
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice::<Message>(line).ok())
        .filter(|message| message.reason == "compiler-artifact")
        .filter(|message| {
            message
                .target
                .as_ref()
                .is_some_and(|made| made.name == "hydrate")
        })
        .flat_map(|message| message.filenames)
        .find(|file| file.extension().is_some_and(|kind| kind == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_is_found_among_what_cargo_says() {
        let said = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"app"},"filenames":["a/libapp.rlib"]}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"name":"hydrate"},"filenames":["a/hydrate.d","a/hydrate.wasm"]}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
            "\n",
        );
        assert_eq!(made(said.as_bytes()), Some("a/hydrate.wasm".into()));
        assert_eq!(made(b"not a message\n"), None);
    }
}
