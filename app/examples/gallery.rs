//! Writes every page with sample data, in every language, into the folder named first: what a
//! designer looks at before there is a server. `cargo run -p app --example gallery -- FOLDER`

#[path = "../src/sample/mod.rs"]
mod sample;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use app::render;
use app::style::Sheet;
use app::words::Language;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(
        env::args()
            .nth(1)
            .unwrap_or_else(|| "target/gallery".to_owned()),
    );
    fs::create_dir_all(&folder)?;
    for sheet in Sheet::ALL {
        fs::write(folder.join(file(sheet)), sheet.body())?;
    }
    for language in Language::ALL {
        write_language(&folder, language)?;
    }
    Ok(())
}

fn write_language(folder: &Path, language: Language) -> io::Result<()> {
    for (name, path, page) in sample::pages() {
        // Files on a disk have no root: the sheets stand beside them.
        let mut html = render(&sample::frame(language, path), &page);
        for sheet in Sheet::ALL {
            html = html.replace(sheet.path(), file(sheet));
        }
        fs::write(
            folder.join(format!("{name}-{}.html", language.code())),
            html,
        )?;
    }
    Ok(())
}

/// A sheet's own name.
fn file(sheet: Sheet) -> &'static str {
    sheet.path().trim_start_matches("/style/")
}
