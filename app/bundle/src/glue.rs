//! The glue between JavaScript and the wasm.

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// The wasm as the glue expects it, and the glue.
pub(crate) struct Glued {
    /// The module, its descriptions taken out.
    pub(crate) wasm: Vec<u8>,
    /// An ES module that loads and wraps it.
    pub(crate) script: String,
}

/// Writes the glue for the wasm that the compiler made.
///
/// # Errors
/// Where the code was compiled with another release of wasm-bindgen, or wants files of its own.
pub(crate) fn glue(wasm: &[u8]) -> Result<Glued> {
    let mut output = Bindgen::new()
        .input_bytes("islands", wasm.to_vec())
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let alone = output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty();
    ensure!(
        alone,
        "a dependency brings JavaScript of its own, which nothing here would serve"
    );
    Ok(Glued {
        wasm: output.wasm_mut().emit_wasm(),
        script: output.js().to_owned(),
    })
}
