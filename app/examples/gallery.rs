//! Writes every page with sample data, in every language, into the folder named first: what a
//! designer looks at before there is a server. `cargo run -p app --example gallery -- FOLDER`

#[path = "../src/sample.rs"]
mod sample;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use app::words::Language;
use app::{render, style};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(
        env::args()
            .nth(1)
            .unwrap_or_else(|| "target/gallery".to_owned()),
    );
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("style.css"), style::body())?;
    for language in Language::ALL {
        write_language(&folder, language)?;
    }
    Ok(())
}

fn write_language(folder: &Path, language: Language) -> io::Result<()> {
    for (name, path, page) in sample::pages() {
        // Files on a disk have no root: the sheet stands beside them.
        let html =
            render(&sample::frame(language, path), &page).replace(style::path(), "style.css");
        fs::write(
            folder.join(format!("{name}-{}.html", language.code())),
            html,
        )?;
    }
    Ok(())
}
