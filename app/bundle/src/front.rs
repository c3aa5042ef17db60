//! The files that the server hands out, named by their content.

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;
use sha3::{Digest, Sha3_256};
use std::fmt;
use std::fs;
use std::path::Path;

/// The islands, by the feature of `hydrate` that compiles them. A page has one of them.
pub(crate) const ISLANDS: [&str; 3] = ["verify", "total", "device"];

/// The module that a page loads, before its two names are known.
const BOOT: &str = include_str!("boot.js");

/// Names the files, a line for each; the server reads it. Words and lines, so that reading it takes nothing:
///
/// ```text
/// made-from <hash>
/// boot <island> <name>
/// file <name>
/// ```
///
/// with a line `boot` for each island and a line `file` for each file.
const MANIFEST: &str = "manifest";

/// What a page with an island may take, script and wasm, brotli: as much as a photograph.
const BYTES_MAX: usize = 100_000;

/// Changes when this program makes something else of the same wasm.
const MADE_BY: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    include_str!("boot.js"),
    include_str!("../package-lock.json"),
    include_str!("glue.rs"),
    include_str!("shrink.rs"),
    include_str!("front.rs")
);

/// A file and its compressed form.
pub(crate) struct File {
    name: String,
    bytes: Vec<u8>,
    brotli: Vec<u8>,
}

/// What a page with an island loads.
pub(crate) struct Module {
    island: &'static str,
    boot: File,
    glue: File,
    wasm: File,
}

/// What the server hands out: a module for each island.
pub(crate) struct Front(pub(crate) Vec<Module>);

/// The hash of what a front is made from: the compiler's wasm of each island, and this program.
pub(crate) fn made_from(wasm: &[Vec<u8>]) -> String {
    let each = wasm.iter().map(|wasm| hash(wasm));
    hash((each.collect::<String>() + MADE_BY).as_bytes())
}

/// Whether a folder has the whole front of this wasm.
pub(crate) fn is_made_from(folder: &Path, made_from: &str) -> bool {
    let Ok(manifest) = fs::read_to_string(folder.join(MANIFEST)) else {
        return false;
    };
    let there = |line: &str| {
        let Some(name) = line.strip_prefix("file ") else {
            return true;
        };
        folder.join(name).exists() && folder.join(compressed(name)).exists()
    };
    manifest
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("made-from "))
        == Some(made_from)
        && manifest.lines().all(there)
}

impl Module {
    /// Names and compresses.
    ///
    /// # Errors
    /// Where it is more than a reader should have to load.
    pub(crate) fn new(island: &'static str, script: &str, wasm: Vec<u8>) -> Result<Self> {
        let wasm = File::new("islands", "wasm", wasm);
        let glue = File::new("islands", "js", script.as_bytes().to_vec());
        let boot = BOOT
            .replace("{glue}", &glue.name)
            .replace("{wasm}", &wasm.name);
        let boot = File::new("boot", "js", boot.into_bytes());
        let module = Self {
            island,
            boot,
            glue,
            wasm,
        };
        let bytes = module.bytes();
        ensure!(
            bytes <= BYTES_MAX,
            "{island}: {bytes} bytes of brotli, at most {BYTES_MAX} may be loaded"
        );
        Ok(module)
    }

    /// Bytes that a reader loads.
    fn bytes(&self) -> usize {
        self.files().map(|file| file.brotli.len()).sum()
    }

    fn files(&self) -> impl Iterator<Item = &File> {
        [&self.boot, &self.glue, &self.wasm].into_iter()
    }
}

impl fmt::Display for Module {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in self.files() {
            writeln!(to, "bundle: {}: {file}", self.island)?;
        }
        write!(
            to,
            "bundle: {}: {} of {BYTES_MAX} bytes in brotli",
            self.island,
            self.bytes()
        )
    }
}

impl Front {
    fn files(&self) -> impl Iterator<Item = &File> {
        self.0.iter().flat_map(Module::files)
    }

    /// Writes the files, then the manifest, and removes what an earlier front left.
    ///
    /// # Errors
    /// The file system's.
    pub(crate) fn write(&self, folder: &Path, made_from: &str) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        let mut kept = vec![MANIFEST.to_owned()];
        for file in self.files() {
            fs::write(folder.join(&file.name), &file.bytes)?;
            fs::write(folder.join(compressed(&file.name)), &file.brotli)?;
            kept.extend([file.name.clone(), compressed(&file.name)]);
        }
        let mut manifest = format!("made-from {made_from}\n");
        for module in &self.0 {
            manifest.push_str(&format!("boot {} {}\n", module.island, module.boot.name));
        }
        for file in self.files() {
            manifest.push_str(&format!("file {}\n", file.name));
        }
        fs::write(folder.join(MANIFEST), manifest)?;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !kept.iter().any(|name| entry.file_name() == name.as_str()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl File {
    fn new(stem: &str, kind: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: format!("{stem}-{}.{kind}", hash(&bytes)),
            brotli: compress(&bytes),
            bytes,
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            to,
            "{}: {} bytes, {} in brotli",
            self.name,
            self.bytes.len(),
            self.brotli.len()
        )
    }
}

fn compressed(name: &str) -> String {
    format!("{name}.br")
}

/// Sixteen hexadecimal digits of SHA3-256, as the style sheet's name has.
fn hash(bytes: &[u8]) -> String {
    let mut digest = hex::encode(Sha3_256::digest(bytes));
    digest.truncate(16);
    digest
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    brotli::BrotliCompress(
        &mut &bytes[..],
        &mut packed,
        &BrotliEncoderParams::default(),
    )
    .expect("memory takes whatever is written to it");
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(bytes: &str) -> Front {
        let module = |island| {
            let script = format!("export default {bytes}{island}");
            Module::new(island, &script, format!("{island}{bytes}").into()).expect("small")
        };
        Front(ISLANDS.map(module).into())
    }

    #[test]
    fn a_front_is_whole_and_leaves_nothing_of_the_one_before() {
        let folder = tempfile::tempdir().expect("a folder");
        front("1").write(folder.path(), "a").expect("written");
        let second = front("2");
        second.write(folder.path(), "b").expect("written");
        assert!(is_made_from(folder.path(), "b"));
        assert!(!is_made_from(folder.path(), "a"));
        let manifest = fs::read_to_string(folder.path().join(MANIFEST)).expect("written");
        for module in &second.0 {
            let line = format!("boot {} {}\n", module.island, module.boot.name);
            assert!(manifest.contains(&line), "{manifest}");
        }
        let count = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(
            count, 19,
            "three by three files, their brotli forms, the manifest"
        );
        fs::remove_file(folder.path().join(&second.0[1].wasm.name)).expect("it was there");
        assert!(!is_made_from(folder.path(), "b"));
    }

    #[test]
    fn a_boot_module_names_what_it_loads() {
        for module in front("1").0 {
            let boot = String::from_utf8(module.boot.bytes).expect("JavaScript");
            let loads = |file: &File| boot.contains(&format!("'./{}'", file.name));
            assert!(loads(&module.glue) && loads(&module.wasm), "{boot}");
            assert!(
                !boot.contains("{glue}") && !boot.contains("{wasm}"),
                "{boot}"
            );
        }
    }

    #[test]
    fn what_is_too_large_is_refused() {
        // Bytes that nothing compresses.
        let mut wild = Vec::new();
        let mut block = [0; 32];
        while wild.len() <= BYTES_MAX {
            block = Sha3_256::digest(block).into();
            wild.extend_from_slice(&block);
        }
        assert!(Module::new("verify", "", wild).is_err());
    }
}
