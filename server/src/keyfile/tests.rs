//! Key files, written, opened, and held against OpenSSL.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use ed25519_dalek::SigningKey;
use ledger::field::{Field, MemberName, Moment, Person, PublicKey};

use pkcs8::der::SecretDocument;
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding};

use super::passphrase::choose;
use super::*;

const MEMBER: &str = "county.example/finance";

struct World {
    folder: tempfile::TempDir,
    key: SigningKey,
    passphrase: Secret,
}

impl World {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            key: SigningKey::from_bytes(&[7; 32]),
            passphrase: Secret::new("correct horse".to_owned()),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("finance.key")
    }

    fn header(&self) -> KeyHeader {
        KeyHeader::new(
            MemberName::parse(MEMBER).unwrap(),
            Person::parse("p-1").unwrap(),
            PublicKey::from(self.key.verifying_key()),
            Moment::parse("2026-03-01T03:04:05Z").unwrap(),
        )
    }

    fn create(&self) -> Result<(), KeyFileError> {
        let randomness = Randomness {
            salt: [1; 16],
            iv: [2; 16],
        };
        KeyFile::create(
            &self.path(),
            &self.key,
            &self.header(),
            &self.passphrase,
            &randomness,
        )
    }

    fn open(&self) -> Result<KeyFile, KeyFileError> {
        KeyFile::open(&self.path(), &self.passphrase)
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.path()).unwrap()
    }

    /// Opens the file after `from` became `to` in it.
    fn open_changed(&self, from: &str, to: &str) -> KeyFileError {
        let text = self.text();
        assert!(text.contains(from), "{from}");
        std::fs::write(self.path(), text.replacen(from, to, 1)).unwrap();
        let error = self.open().unwrap_err();
        std::fs::write(self.path(), text).unwrap();
        error
    }
}

#[test]
fn what_is_written_opens_again() {
    let world = World::new();
    world.create().unwrap();
    let opened = world.open().unwrap();
    assert_eq!(opened.key().to_bytes(), world.key.to_bytes());
    assert_eq!(opened.header(), &world.header());
    assert_eq!(KeyFile::peek(&world.path()).unwrap(), world.header());
}

#[test]
fn the_file_says_whose_it_is_and_is_the_owners_alone() {
    let world = World::new();
    world.create().unwrap();
    let text = world.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Countersign key file, version 1");
    assert_eq!(
        lines[2..4],
        ["member: county.example/finance", "person: p-1"]
    );
    assert!(
        lines[4].starts_with("vkey: county.example/finance+"),
        "{}",
        lines[4]
    );
    assert_eq!(lines[5], "created: 2026-03-01T03:04:05Z");
    assert_eq!(lines[6], "-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assert_eq!(
        *lines.last().unwrap(),
        "-----END ENCRYPTED PRIVATE KEY-----"
    );
    let mode = std::fs::metadata(world.path())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    // Nothing else is left in the folder.
    assert_eq!(std::fs::read_dir(world.folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_is_never_overwritten() {
    let world = World::new();
    std::fs::write(world.path(), "precious").unwrap();
    assert!(matches!(world.create(), Err(KeyFileError::Exists)));
    assert_eq!(world.text(), "precious");
    assert_eq!(std::fs::read_dir(world.folder.path()).unwrap().count(), 1);
}

#[test]
fn wrong_passphrases_are_named_so() {
    let mut world = World::new();
    world.create().unwrap();
    for wrong in ["Correct horse", "correct horse ", "x"] {
        world.passphrase = Secret::new(wrong.to_owned());
        assert!(matches!(world.open(), Err(KeyFileError::WrongPassphrase)));
    }
}

#[test]
fn files_that_are_wrong_say_why() {
    let world = World::new();
    world.create().unwrap();
    let other = KeyHeader::new(
        MemberName::parse(MEMBER).unwrap(),
        Person::parse("p-1").unwrap(),
        PublicKey::from(SigningKey::from_bytes(&[8; 32]).verifying_key()),
        Moment::default(),
    );
    let end = "-----END ENCRYPTED PRIVATE KEY-----\n";
    let begin = "-----BEGIN ENCRYPTED";
    let table = [
        ("version 1", "version 2", "has version 2"),
        ("Countersign", "Something", "first line doesn't say so"),
        (
            "person: p-1",
            "person: Li Lei",
            "line 4 of the key file must be `person: `",
        ),
        (
            "vkey: county",
            "vkey: ccunty",
            "line 5 of the key file must be `vkey: `",
        ),
        (
            "member: county",
            "member: bounty",
            "vkey names another member",
        ),
        (
            &*world.header().vkey(),
            &*other.vkey(),
            "belongs to another one",
        ),
        ("created: ", "note: x\ncreated: ", "line 6 of the key file"),
        (begin, "note: x\n-----BEGIN ENCRYPTED", "a line too many"),
        ("BEGIN ENCRYPTED", "BEGIN", "PEM can't be read"),
        (end, "", "PEM can't be read"),
        (begin, "---", "no `-----BEGIN` line"),
    ];
    for (from, to, expected) in table {
        let error = world.open_changed(from, to).to_string();
        assert!(error.contains(expected), "{error}\nfor {expected}");
    }
}

#[test]
fn a_key_without_a_passphrase_is_refused() {
    use ed25519_dalek::pkcs8::EncodePrivateKey;
    let world = World::new();
    let pem = world.key.to_pkcs8_pem(LineEnding::LF).unwrap();
    std::fs::write(world.path(), format!("{}{}", world.header(), &*pem)).unwrap();
    assert!(matches!(world.open(), Err(KeyFileError::Unencrypted)));
}

#[test]
fn a_file_that_would_cost_too_much_is_refused_at_once() {
    // 2^24 blocks of 1 KiB: 16 GiB of memory before the passphrase is tried.
    let error = opened_with(scrypt::Params::new(24, 8, 1).unwrap(), None);
    assert!(error.contains("cost too much"), "{error}");
    // 32 blocks of 8 MiB are as much as may be; each of 16 passes takes one more.
    let error = opened_with(scrypt::Params::new(5, 65_535, 16).unwrap(), None);
    assert!(error.contains("cost too much"), "{error}");
}

#[test]
fn a_cost_that_is_no_power_of_two_is_refused() {
    for cost in [0, 3] {
        let error = opened_with(scrypt::Params::new(1, 8, 1).unwrap(), Some(cost));
        assert!(error.contains("power of two"), "{error}");
    }
}

/// What is said of a file encrypted at a cost, and with another cost written into it.
fn opened_with(params: scrypt::Params, written: Option<u64>) -> String {
    let world = World::new();
    let mut scheme =
        pbes2::Parameters::generate_scrypt_aes256cbc(params, &[1; 16], [2; 16]).unwrap();
    if let (pbes2::Kdf::Scrypt(cost), Some(written)) = (&mut scheme.kdf, written) {
        cost.cost_parameter = written;
    }
    let dear = EncryptedPrivateKeyInfoRef {
        encryption_algorithm: scheme.into(),
        encrypted_data: OctetStringRef::new(&[3; 64]).unwrap(),
    };
    let dear = SecretDocument::try_from(&dear).unwrap();
    let pem = dear
        .to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)
        .unwrap();
    std::fs::write(world.path(), format!("{}{}", world.header(), &*pem)).unwrap();
    world.open().unwrap_err().to_string()
}

#[test]
fn a_long_file_and_no_file_are_named() {
    let world = World::new();
    assert!(matches!(world.open(), Err(KeyFileError::Read(_))));
    let most = usize::try_from(KEY_FILE_BYTES_MAX).unwrap();
    std::fs::write(world.path(), "x".repeat(most + 1)).unwrap();
    assert!(matches!(world.open(), Err(KeyFileError::TooLong)));
    std::fs::write(world.path(), [0xFF, 0xFE]).unwrap();
    assert!(matches!(world.open(), Err(KeyFileError::NotAKeyFile(_))));
}

#[test]
fn the_public_half_must_be_the_keys() {
    let mut world = World::new();
    let header = world.header();
    world.key = SigningKey::from_bytes(&[9; 32]);
    let randomness = Randomness {
        salt: [1; 16],
        iv: [2; 16],
    };
    let made = KeyFile::create(
        &world.path(),
        &world.key,
        &header,
        &world.passphrase,
        &randomness,
    );
    assert!(matches!(made, Err(KeyFileError::OtherKey)));
    assert!(!world.path().exists());
}

#[test]
fn secrets_do_not_print() {
    let world = World::new();
    world.create().unwrap();
    let opened = format!("{:?} {:?}", world.open().unwrap(), world.passphrase);
    assert!(
        opened.contains("Secret(…)") && !opened.contains("correct"),
        "{opened}"
    );
    assert!(
        !opened.contains(&hex::encode([7; 32])) && !opened.contains("7, 7"),
        "{opened}"
    );
}

#[test]
fn passphrases_come_from_the_file_before_the_environment_before_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pass");
    std::fs::write(&file, "from file\nnot this\n").unwrap();
    let typed = || Ok(Secret::new("typed".to_owned()));
    let get = |file: Option<&Path>, variable: Option<&str>| {
        choose(file, variable.map(Into::into), typed).map(|secret| secret.expose().to_owned())
    };
    assert_eq!(get(Some(&file), Some("variable")).unwrap(), "from file");
    assert_eq!(get(None, Some("variable")).unwrap(), "variable");
    assert_eq!(get(None, None).unwrap(), "typed");
    assert!(matches!(get(None, Some("")), Err(PassphraseError::Empty)));
    std::fs::write(&file, "\n").unwrap();
    assert!(matches!(
        get(Some(&file), None),
        Err(PassphraseError::Empty)
    ));
    std::fs::write(&file, "x".repeat(PASSPHRASE_BYTES_MAX + 1)).unwrap();
    assert!(matches!(
        get(Some(&file), None),
        Err(PassphraseError::TooLong)
    ));
    let none = folder.path().join("none");
    assert!(matches!(
        get(Some(&none), None),
        Err(PassphraseError::File(_))
    ));
}

/// Where the command is there, OpenSSL opens our file and finds the same key,
/// and we open one that OpenSSL encrypted anew.
#[test]
fn openssl_opens_it_and_we_open_openssls() {
    let world = World::new();
    world.create().unwrap();
    let openssl = |arguments: &[&str]| {
        let mut command = Command::new("openssl");
        command.args(arguments).current_dir(world.folder.path());
        command.env("PASS", world.passphrase.expose()).output()
    };
    let Ok(output) = openssl(&[
        "pkey",
        "-in",
        "finance.key",
        "-passin",
        "env:PASS",
        "-outform",
        "DER",
        "-pubout",
    ]) else {
        eprintln!("openssl isn't installed: not compared");
        return;
    };
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    // RFC 8410: the last 32 bytes of the public key's form are the key.
    assert_eq!(output.stdout[12..], world.key.verifying_key().to_bytes());

    let output = openssl(&[
        "pkcs8",
        "-topk8",
        "-in",
        "finance.key",
        "-passin",
        "env:PASS",
        "-passout",
        "env:PASS",
        "-v2",
        "aes-256-cbc",
    ])
    .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let theirs = String::from_utf8(output.stdout).unwrap();
    std::fs::write(world.path(), format!("{}{theirs}", world.header())).unwrap();
    assert_eq!(world.open().unwrap().key().to_bytes(), world.key.to_bytes());
}

/// docs/KEY-FILE.md shows a whole file: the one that this code writes.
#[test]
fn the_document_shows_what_is_written() {
    let world = World::new();
    world.create().unwrap();
    let document = include_str!("../../../docs/KEY-FILE.md");
    assert!(document.contains(&world.text()), "{}", world.text());
}

proptest::proptest! {
    #[test]
    fn no_file_panics(text in "(Countersign key file, version 1\n)?(.{0,40}\n){0,6}(-----BEGIN )?.{0,80}") {
        if let Ok((_, pem)) = KeyHeader::split(&text) {
            let opened = container::open(pem, &Secret::new("x".to_owned()));
            proptest::prop_assert!(opened.is_err());
        }
    }
}
