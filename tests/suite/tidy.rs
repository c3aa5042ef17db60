//! Style that a machine can check: limits on files and lines, words and paths that don't belong in the
//! tree, the fixed top level, and links between documents that resolve. docs/STYLE.md has the reasons.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// A room that has grown past this is two rooms.
const RUST_LINES_MAX: usize = 1000;
/// rustfmt breaks code at 100; markup and tables inside macros it leaves alone, and they may run on to here.
const COLUMNS_MAX: usize = 150;

/// The folders of the top level; no other code folder stands there.
const TOP_LEVEL: &[&str] = &[
    ".cargo",
    ".ci",
    ".github",
    "app",
    "docs",
    "end2end",
    "migrations",
    "server",
    "style",
    "tests",
];
/// What git, cargo, npm and `make run` make, wherever it lies.
const MADE: &[&str] = &[".git", "target", "node_modules"];

/// Left-over probes and tests that are switched off; put together here, so that this file is clean.
const CODE_BANNED: &[&str] = &[
    concat!("to", "do!("),
    concat!("db", "g!("),
    concat!("unimplem", "ented!("),
    concat!("#[ig", "nore"),
];
/// Paths of one person's machine.
const PATHS_BANNED: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/")];

#[test]
fn the_tree_is_tidy() {
    let root = root();
    let mut complaints = Vec::new();
    for path in files(&root) {
        let name = path
            .strip_prefix(&root)
            .expect("the walk starts at the root");
        complaints.extend(misplaced(name));
        // Binary files, pictures for one, have no lines to look at.
        if let Ok(text) = fs::read_to_string(&path) {
            complaints.extend(untidy(name, &text));
            complaints.extend(
                dead_links(&path, &text)
                    .map(|link| format!("{}: dead link {link}", name.display())),
            );
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn what_is_forbidden_is_found() {
    let rust = Path::new("app/src/a.rs");
    assert_eq!(untidy(rust, "fn a() {}\n"), Vec::<String>::new());
    let bad = [
        CODE_BANNED[0].to_owned(),
        PATHS_BANNED[1].to_owned(),
        "x".repeat(COLUMNS_MAX + 1),
        "a ".to_owned(),
        "\r".to_owned(),
        "struct Transaction;".to_owned(),
    ];
    for line in bad {
        assert_eq!(untidy(rust, &format!("{line}\n")).len(), 1, "{line:?}");
    }
    assert_eq!(untidy(rust, &"\n".repeat(RUST_LINES_MAX + 1)).len(), 1);
    assert_eq!(untidy(rust, "no end of line").len(), 1);
    assert_eq!(misplaced(Path::new("utils/a.rs")).iter().count(), 1);
    let document = root().join("README.md");
    assert_eq!(
        dead_links(
            &document,
            "[a](docs/STYLE.md#words) [b](https://example.org)"
        )
        .count(),
        0
    );
    assert_eq!(dead_links(&document, "[a](docs/NOTHING.md)").count(), 1);
}

fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .parent()
        .expect("the package lies in the workspace")
        .to_owned()
}

/// Every file that somebody wrote, depth first.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the tree can be read") {
        let path = entry.expect("an entry of the tree can be read").path();
        let name = path
            .file_name()
            .expect("an entry has a name")
            .to_string_lossy()
            .into_owned();
        if MADE.contains(&name.as_str()) || name.starts_with(".demo") {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

fn misplaced(name: &Path) -> Option<String> {
    let mut parts = name.components();
    let (Some(Component::Normal(top)), Some(_)) = (parts.next(), parts.next()) else {
        return None;
    };
    let known = TOP_LEVEL.iter().any(|folder| top == *folder);
    (!known).then(|| format!("{}: no such folder at the top level", name.display()))
}

/// What is wrong with the text of a file, by its kind. Vectors are others' files and stay as they came.
fn untidy(name: &Path, text: &str) -> Vec<String> {
    let kind = name
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or_default();
    let code = matches!(kind, "rs" | "mjs" | "sh") || name.starts_with(".ci");
    let prose =
        matches!(kind, "css" | "md" | "toml" | "yml" | "ftl") || name == Path::new("Makefile");
    if name.starts_with("tests/vectors") || !(code || prose) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut complain =
        |line: usize, what: &str| found.push(format!("{}:{line}: {what}", name.display()));
    for (index, line) in text.split('\n').enumerate() {
        if let Some(what) = wrong_in_line(name, kind, line, code) {
            complain(index + 1, what);
        }
    }
    let lines = text.lines().count();
    if kind == "rs" && lines > RUST_LINES_MAX {
        complain(lines, "more lines than a room may have");
    }
    if !text.is_empty() && !text.ends_with('\n') {
        complain(lines, "no line end at the end");
    }
    found
}

/// What the browser's own database calls its transactions: its names aren't ours to choose.
const NAMES_OF_BROWSERS: [&str; 2] = ["idbtransactionmode", "transaction_with_str_and_mode"];

fn speaks_of_transactions(line: &str) -> bool {
    let own = |line: String, name: &str| line.replace(name, "");
    let line = NAMES_OF_BROWSERS.into_iter().fold(line.to_lowercase(), own);
    line.contains("transaction")
}

fn wrong_in_line(name: &Path, kind: &str, line: &str, code: bool) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    if has(PATHS_BANNED) {
        Some("a path of somebody's machine")
    } else if code && line.chars().count() > COLUMNS_MAX {
        Some("more columns than a line may have")
    } else if line.ends_with([' ', '\t', '\r']) {
        Some("white space at the end")
    } else if kind == "rs" && has(CODE_BANNED) {
        Some("a left-over probe or a test that is switched off")
    } else if kind == "rs" && name.starts_with("app") && speaks_of_transactions(line) {
        Some("an entry is not a database's transaction")
    } else {
        None
    }
}

/// The relative links of a Markdown document that lead nowhere.
fn dead_links<'a>(document: &'a Path, text: &'a str) -> impl Iterator<Item = &'a str> {
    let folder = document.parent().expect("a file lies in a folder");
    let markdown = document.extension().is_some_and(|kind| kind == "md");
    let links = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next());
    links.filter(move |link| {
        let file = link.split('#').next().unwrap_or_default();
        let elsewhere = file.is_empty() || file.contains(':');
        markdown && !elsewhere && !folder.join(file).exists()
    })
}
