//! Builds what the browser runs.
//!
//! ```text
//! bundle [FOLDER]     writes to FOLDER, target/front by default
//! ```
//!
//! 1. `.ci/wasm` compiles the package `hydrate` for wasm32 with whichever toolchain can.
//! 2. wasm-bindgen, as a library of the version in our lock file, writes the glue.
//! 3. wasm-opt of the npm package `binaryen`, of the version in `package-lock.json`, shrinks it.
//! 4. Every file is named by the hash of its bytes and stands beside its brotli form.
//! 5. `manifest`, written last, names the files and the module that a page loads.
//!
//! Steps 2 to 5 are left out where the compiler's wasm is the one that the manifest was made from.

mod compile;
mod front;
mod glue;
mod shrink;

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.canonicalize().context("the workspace's folder")?;
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments
        .next()
        .map_or_else(|| root.join("target/front"), PathBuf::from);
    ensure!(arguments.next().is_none(), "usage: bundle [FOLDER]");

    let wasm = compile::compile(&root)?;
    let made_from = front::made_from(&wasm);
    if front::is_made_from(&folder, &made_from) {
        return Ok(());
    }
    let glued = glue::glue(&wasm)?;
    let wasm = shrink::shrink(&root, &glued.wasm)?;
    let front = front::Front::new(&glued.script, wasm)?;
    front.write(&folder, &made_from)?;
    for file in front.files() {
        println!("bundle: {file}");
    }
    Ok(())
}
