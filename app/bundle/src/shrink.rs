//! Makes the wasm smaller.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::Command;

/// npm's release, not Debian's: 108 ends well and writes what Chromium refuses.
const WASM_OPT: &str = "app/bundle/node_modules/binaryen/bin/wasm-opt";

/// The same module, smaller.
///
/// # Errors
/// Where wasm-opt isn't installed (`.ci/need bundle`) or refuses the module.
pub(crate) fn shrink(root: &Path, wasm: &[u8]) -> Result<Vec<u8>> {
    let program = root.join(WASM_OPT);
    ensure!(
        program.exists(),
        "{WASM_OPT} is missing: .ci/need bundle installs it"
    );
    let folder = tempfile::tempdir()?;
    let (before, after) = (
        folder.path().join("before.wasm"),
        folder.path().join("after.wasm"),
    );
    std::fs::write(&before, wasm)?;
    // What the module may use is read from its own section, which the compiler wrote.
    let status = Command::new("node")
        .arg(&program)
        .args(["-Oz", "--strip-target-features", "--output"])
        .arg(&after)
        .arg(&before)
        .status()
        .context("node")?;
    ensure!(status.success(), "wasm-opt refuses the module");
    std::fs::read(&after).context("wasm-opt wrote nothing")
}
