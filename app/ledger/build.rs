//! Makes the table of characters that text may have from the published one of Unicode's categories.
//!
//! The published table says of every character which of thirty categories it is in; a text only needs
//! to know whether it is in one of the seven that are refused.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut bounds = Vec::new();
    let mut before = false;
    for character in '\0'..=char::MAX {
        let now = allowed(character);
        if now != before {
            bounds.push(u32::from(character));
        }
        before = now;
    }
    let code = format!("static ALLOWED: &[u32] = &{bounds:?};\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("allowed.rs"), code)?;
    Ok(())
}

fn allowed(character: char) -> bool {
    use GeneralCategory as Category;
    !matches!(
        character.general_category(),
        Category::Control
            | Category::Format
            | Category::LineSeparator
            | Category::ParagraphSeparator
            | Category::PrivateUse
            | Category::Surrogate
            | Category::Unassigned
    )
}
