//! Builds what the browser runs.
//!
//! ```text
//! bundle [FOLDER]     writes to FOLDER, target/front by default
//! ```
//!
//! 1. `.ci/wasm` compiles the package `hydrate` for wasm32 with whichever toolchain can, once for each island.
//! 2. wasm-bindgen, as a library of the version in our lock file, writes the glue.
//! 3. wasm-opt of the npm package `binaryen`, of the version in `package-lock.json`, shrinks it.
//! 4. Every file is named by the hash of its bytes and stands beside its brotli form.
//! 5. `manifest`, written last, names the files and the module that each island's page loads.
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

    let compiled = front::ISLANDS.map(|island| compile::compile(&root, island));
    let compiled = compiled.into_iter().collect::<Result<Vec<_>>>()?;
    let made_from = front::made_from(&compiled);
    if front::is_made_from(&folder, &made_from) {
        return Ok(());
    }
    let modules = front::ISLANDS.iter().zip(&compiled).map(|(island, wasm)| {
        let glued = glue::glue(wasm)?;
        let wasm = shrink::shrink(&root, &glued.wasm)?;
        front::Module::new(island, &glued.script, wasm)
    });
    let front = front::Front(modules.collect::<Result<_>>()?);
    front.write(&folder, &made_from)?;
    for module in &front.0 {
        println!("{module}");
    }
    Ok(())
}
