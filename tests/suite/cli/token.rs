//! Keys on a PKCS#11 token, and signing apart from the ledger: softhsm2 is the token.

use super::importing::MAPPING;
use super::program::{Home, Said};
use super::story::founded;
use std::process::Command;

const MODULE: &str = "/usr/lib/softhsm/libsofthsm2.so";
/// The PIN is what every key of the tests is locked with.
const PIN: &str = "a secret of tests";
pub(crate) const KEY: &str = "pkcs11:token=bureau;object=p2";
/// A bureau's day: as many payments as one sheet brings.
const ROWS: u32 = 5_000;

/// A token, of which the program is told by its environment.
pub(crate) struct Token {
    config: String,
}

impl Token {
    /// Makes one in a home.
    pub(crate) fn new(home: &Home) -> Self {
        let tokens = home.path("tokens");
        std::fs::create_dir(&tokens).expect("a folder can be made");
        let settings = format!("directories.tokendir = {}\n", tokens.display());
        home.write("softhsm2.conf", &settings);
        let config = format!("SOFTHSM2_CONF={}", home.path("softhsm2.conf").display());
        let made = Command::new("env")
            .arg(&config)
            .args([
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "bureau",
            ])
            .args(["--so-pin", "only for tests", "--pin", PIN])
            .output()
            .expect("softhsm2-util is installed");
        assert!(made.status.success(), "{made:?}");
        Self { config }
    }

    /// Runs a command that speaks to the token.
    pub(crate) fn line(&self, home: &Home, line: &str) -> Said {
        let line = format!("{line} --pkcs11-module {MODULE}");
        let words: Vec<&str> = line.split(' ').collect();
        home.run_under(&["env", &self.config], &words)
    }
}

/// A founded ledger, and a token of its own.
struct Bureau {
    home: Home,
    token: Token,
}

impl Bureau {
    fn new() -> Self {
        let home = founded();
        let token = Token::new(&home);
        Self { home, token }
    }

    /// Runs a command that speaks to the token.
    fn line(&self, line: &str) -> Said {
        self.token.line(&self.home, line)
    }

    /// A second person of the ministry, whose key is made on the token and enrolled.
    fn with_person(self) -> Self {
        let whose = "--member ministry.example --person p2 --output p2.key";
        self.line(&format!("key new {whose} --token {KEY}")).ok();
        self.line("key rotate p2.key --key m.key --yes").ok();
        self
    }
}

#[test]
fn a_token_signs_and_keeps_its_key() {
    let bureau = Bureau::new().with_person();
    let file = bureau.home.read("p2.key");
    assert!(file.contains(&format!("\ntoken: {KEY}\n")), "{file}");
    assert!(!file.contains("-----BEGIN"), "{file}");
    let shown = bureau.home.line("key show p2.key --json").json();
    assert_eq!(shown["token"], KEY);
    // The token's own word for its public half is what the file has.
    let other = "--member ministry.example --person p2 --output again.key";
    let adopted = bureau.line(&format!("key adopt {other} --token {KEY} --json"));
    assert_eq!(adopted.json()["vkey"], shown["vkey"]);

    let issue = "issue --programme schools --to town.example/office --amount 700 --ref t1";
    bureau
        .line(&format!("{issue} --key p2.key --also m.key --yes"))
        .ok();
    let tally = bureau.home.line("tally --json").json();
    assert_eq!(tally["tallies"][0]["terms"]["sent"], "700");
    assert_eq!(
        bureau.home.line("verify --json").json()["tallies_that_differ"],
        serde_json::json!([])
    );
}

#[test]
fn what_a_token_refuses_is_told() {
    let bureau = Bureau::new().with_person();
    let issue = "issue --programme schools --to town.example/office --amount 700 --ref t1 --yes";
    bureau
        .home
        .line(&format!("{issue} --key p2.key"))
        .fails(2, "--pkcs11-module");
    bureau.home.write("wrong", "another PIN\n");
    bureau
        .line(&format!("{issue} --key p2.key --passphrase-file wrong"))
        .fails(3, "refuses the PIN");
    let made = "--member ministry.example --person p2 --output new.key --token";
    bureau
        .line(&format!("key new {made} {KEY}"))
        .fails(3, "called p2 is on the token already");
    bureau
        .line(&format!("key new {made} pkcs11:token=other;object=p2"))
        .fails(3, "0 tokens are called other");
    bureau
        .line(&format!("key adopt {made} pkcs11:token=bureau;object=p9"))
        .fails(3, "0 Ed25519 keys on the token are called p9");
    bureau
        .line(&format!("key new {made} pkcs11:token=bureau"))
        .fails(2, "must say object=");
    // The file of another key, though its name stands on the token.
    let whose = "--member ministry.example --person p3 --output p3.key";
    bureau.line(&format!("key new {whose} --token {KEY}3")).ok();
    let mixed = bureau
        .home
        .read("p3.key")
        .replace("object=p23", "object=p2");
    bureau.home.write("mixed.key", &mixed);
    bureau
        .line(&format!("{issue} --key mixed.key"))
        .fails(3, "isn't one of the key that the key file names");
    // What a server opens by itself lies in its file.
    bureau
        .line("witness --key p2.key --data w --log x")
        .fails(2, "");
    assert!(!bureau.home.path("new.key").exists());
}

#[test]
fn thousands_are_signed_apart_by_two_people_and_submitted_later() {
    let bureau = Bureau::new().with_person();
    let home = &bureau.home;
    let mut rows = "to,sum,day,voucher\n".to_owned();
    for row in 0..ROWS {
        rows.push_str(&format!("town.example/office,1.01,2026-11-20,v{row}\n"));
    }
    home.write("rows.csv", &rows);
    home.write("map.toml", MAPPING);
    let import = "import rows.csv --mapping map.toml --key m.key --also p2.key";
    home.line(&format!("{import} --unsigned texts.jsonl")).ok();
    assert_eq!(home.read("texts.jsonl").lines().count(), ROWS as usize);

    let said = home.line("sign texts.jsonl --key m.key --output half.jsonl");
    let total = "5,000 of kind transfer, 505,000 minor units of CNY in all";
    assert!(said.error.contains(total), "{}", said.error);
    assert!(
        said.error.contains("Digest of all texts: "),
        "{}",
        said.error
    );
    said.fails(2, "there is no terminal");
    assert!(!home.path("half.jsonl").exists());
    home.line("sign texts.jsonl --key m.key --output half.jsonl --yes")
        .ok();
    home.line("submit half.jsonl")
        .fails(3, "no signed note begins here");
    home.line("sign half.jsonl --key m.key --output twice.jsonl --yes")
        .fails(2, "with this key already");

    let last = bureau.line("sign half.jsonl --key p2.key --output whole.jsonl --yes");
    assert!(
        last.error.contains("5,000 signed; 5,000 have all"),
        "{}",
        last.error
    );
    last.ok();
    home.line("sign whole.jsonl --key m.key --output more.jsonl --yes")
        .fails(3, "line 1: this note has all its signatures already");
    home.line("submit whole.jsonl").ok();
    assert!(
        home.line("submit whole.jsonl")
            .ok()
            .starts_with("0 recorded, 5,000 stood there before")
    );
    let tally = home.line("tally --json").json();
    assert_eq!(tally["tallies"][0]["terms"]["sent"], "505000");
}

#[test]
fn one_text_is_signed_as_a_dry_run_shows_it() {
    let home = founded();
    let issue = "issue --programme schools --to town.example/office --amount 700 --ref t1";
    home.write(
        "text",
        &home.line(&format!("{issue} --key m.key --dry-run")).ok(),
    );
    home.line("sign text --key m.key --output note.jsonl --yes")
        .ok();
    home.line("sign text --key m.key --output note.jsonl --yes")
        .fails(3, "never overwritten");
    assert!(
        home.line("submit note.jsonl")
            .ok()
            .starts_with("1 recorded")
    );
    home.write("rubbish", "{\"text\": \"countersign/v1/transfer\\n\"}\n");
    home.line("sign rubbish --key m.key --output other.jsonl --yes")
        .fails(3, "rubbish: line 1: ");
    home.write("empty", "");
    home.line("sign empty --key m.key --output other.jsonl --yes")
        .fails(3, "no text waits in it");
    assert!(!home.path("other.jsonl").exists());
}
