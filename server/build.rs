//! Embeds what the browser runs into a release: the files that the program `bundle` made before.
//!
//! A development build embeds nothing and reads them as they lie when it starts. A release that is
//! built before them embeds nothing either, and its pages stand whole without.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let front = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../target/front");
    let manifest = if env::var("PROFILE")? == "release" {
        println!(
            "cargo::rerun-if-changed={}",
            front.join("manifest").display()
        );
        fs::read_to_string(front.join("manifest")).unwrap_or_default()
    } else {
        String::new()
    };
    let mut code =
        format!("const MANIFEST: &str = {manifest:?};\nconst FILES: &[super::Embedded] = &[\n");
    for name in manifest
        .lines()
        .filter_map(|line| line.strip_prefix("file "))
    {
        let file = front.join(name).canonicalize()?;
        let brotli = front.join(format!("{name}.br")).canonicalize()?;
        writeln!(
            code,
            "    ({name:?}, include_bytes!({file:?}), include_bytes!({brotli:?})),"
        )?;
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("front.rs"), code)?;
    Ok(())
}
