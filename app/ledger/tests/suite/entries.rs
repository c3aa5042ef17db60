//! Our own entry vectors: a signed note of every kind, committed, and what is refused and why.
//!
//! `COUNTERSIGN_WRITE_VECTORS=1 cargo test -p ledger` writes the files again. A difference there is
//! a change of the format, which older ledgers can't follow.

use ed25519_dalek::{SigningKey, VerifyingKey};
use ledger::entry::Kind;
use ledger::field::{Field, Identity, PublicKey};
use ledger::{Entry, Note, NoteError, SignatureError};
use std::path::PathBuf;

/// The keys of the vectors: 32 times the number of the person.
fn secret(person: u8) -> SigningKey {
    SigningKey::from_bytes(&[person; 32])
}

fn public(person: u8) -> String {
    let mut text = String::new();
    PublicKey::from(secret(person).verifying_key()).write(&mut text);
    text
}

/// A sample: the kind's fields as text, the member that signs, and its persons.
struct Sample {
    fields: String,
    signers: &'static [(&'static str, u8)],
}

const LEDGER: &str = "ledger relief.example/5f0c19e2a4b7d386\n";
const NODE: &str = "7ae1bfb40c7a3f5566778899aabbccddeeff00112233445566778899aabbfaa1/0";
const STEP: &str = "7ae1bfb40c7a3f5566778899aabbccddeeff00112233445566778899aabbfaa1";
const ACCOUNT: &str = "9c1e00112233445566778899aabbccddeeff00112233445566778899aabb77ab";
const COUNTY: &[(&str, u8)] = &[("county.example/finance", 1)];
const TOWN: &[(&str, u8)] = &[("township.example/office", 3)];
const AUDITOR: &[(&str, u8)] = &[("audit.example", 5)];
const OPERATOR: &[(&str, u8)] = &[("ledger.example/operator", 7)];

fn tail(signers: usize) -> String {
    format!("time 2026-03-01T03:04:05Z\nsigners {signers}\n")
}

fn sample(kind: Kind) -> Sample {
    let (fields, signers) = match kind {
        Kind::Genesis | Kind::Tick | Kind::RulesActivate => operator_fields(kind),
        Kind::MemberPropose | Kind::MemberVote | Kind::MemberActivate | Kind::MemberAmend => {
            member_fields(kind)
        }
        Kind::KeyRotate | Kind::KeyRevoke | Kind::KeyCompromised => key_fields(kind),
        Kind::ProgrammeOpen | Kind::ProgrammeAmend | Kind::ProgrammeClose => programme_fields(kind),
        Kind::Freeze | Kind::Unfreeze | Kind::Endorse => oversight_fields(kind),
        _ => money_fields(kind),
    };
    let ledger = if kind == Kind::Genesis { "" } else { LEDGER };
    let fields = format!(
        "countersign/v1/{}\n{ledger}{fields}{}",
        kind.word(),
        tail(signers.len())
    );
    Sample { fields, signers }
}

type Fields = (String, &'static [(&'static str, u8)]);

fn operator_fields(kind: Kind) -> Fields {
    match kind {
        Kind::Genesis => (
            format!(
                "origin relief.example\nmember ledger.example/operator\ntitle The ledger's operator\n\
                 house ledger.example\nkey p1 administer,clock {}\nrecovery {}\nref genesis\n",
                public(7),
                public(8)
            ),
            OPERATOR,
        ),
        Kind::Tick => (
            "by ledger.example/operator\nref 2026-03-01T03:04:05Z\n".into(),
            OPERATOR,
        ),
        _ => (
            "by ledger.example/operator\nversion 2\nref rules-2\n".into(),
            OPERATOR,
        ),
    }
}

fn member_fields(kind: Kind) -> Fields {
    let place = "tier 3\nparent county.example/finance\nregion cn-5101\nhouse township.example\n";
    match kind {
        Kind::MemberPropose => (
            format!(
                "by county.example/finance\nmember township.example/office\ntitle 安居镇财政所\nfunction office\n\
                 {place}ref 2026/1\nreason Receives the term subsidy\n"
            ),
            COUNTY,
        ),
        Kind::MemberVote => (
            format!("by county.example/finance\nproposal {STEP}\nvote yes\nref 2026/1\n"),
            COUNTY,
        ),
        Kind::MemberActivate => (
            format!(
                "member township.example/office\nproposal {STEP}\nfunction office\n{place}account {ACCOUNT}\n\
                 key p1 administer,confirm,pay {}\nkey p2 administer,confirm,pay {}\nrecovery {}\nref join\n",
                public(3),
                public(4),
                public(9)
            ),
            &[
                ("township.example/office", 3),
                ("township.example/office", 4),
            ],
        ),
        _ => (
            format!(
                "member township.example/office\ndrop-account {ACCOUNT}\nref 2026/2\nreason Account closed\n"
            ),
            &[
                ("township.example/office", 3),
                ("township.example/office", 4),
            ],
        ),
    }
}

fn key_fields(kind: Kind) -> Fields {
    match kind {
        Kind::KeyRotate => (
            format!(
                "member township.example/office\nkey p3 confirm {}\nref k/3\n",
                public(6)
            ),
            &[
                ("township.example/office", 3),
                ("township.example/office", 6),
            ],
        ),
        Kind::KeyRevoke => (
            "member township.example/office\nkey-id 0a1b2c3d\nref k/4\nreason Phone lost\n".into(),
            TOWN,
        ),
        _ => (
            "member township.example/office\nkey-id 0a1b2c3d\nsince 417\nref k/5\n".into(),
            TOWN,
        ),
    }
}

fn programme_fields(kind: Kind) -> Fields {
    let head = "programme edu-subsidy-2026\nby county.example/finance\n";
    let fields = match kind {
        Kind::ProgrammeOpen => format!(
            "{head}title Term subsidy 2026\ncurrency CNY\nexponent 2\nstarts 2026-01-01\nends 2026-12-31\n\
             offset +08:00\nbasis cash\npayees tree\nbudget central-transfer 900000000000\nhop-days 15\n\
             idle-days 60\ngrace-days 10\ntolerance 500\nthreshold 100000000 2\nthreshold 1000000000 3\n\
             disclosure 5\nref open\n"
        ),
        Kind::ProgrammeAmend => {
            format!("{head}closed-through 2026-01-31\nhop-days 20\nref amend/1\n")
        }
        _ => format!("{head}ref close\nreason The year is over\n"),
    };
    (fields, COUNTY)
}

fn oversight_fields(kind: Kind) -> Fields {
    let fields = match kind {
        Kind::Endorse => format!("by audit.example\nentry {STEP}\nref e/1\nreason Seen on paper\n"),
        _ => "by audit.example\nmember township.example/office\nref f/1\nreason Receipts overdue since March\n".into(),
    };
    (fields, AUDITOR)
}

/// Fields of the kinds that move money or speak about a step.
fn money_fields(kind: Kind) -> Fields {
    let programme = "programme edu-subsidy-2026\n";
    let parties = "from county.example/finance\nto township.example/office\n";
    let amount = "amount 125000000\ncurrency CNY\n";
    let source = format!("source {NODE} 125000000\n");
    let occurred = "occurred 2026-02-28\n";
    let about = format!("{programme}{parties}ref 2026-03/0417\nstep {STEP}\n");
    let by_town = format!("{programme}by township.example/office\nref 2026-03/0417\n");
    match kind {
        Kind::Appropriation => (
            format!(
                "{programme}by county.example/finance\nref budget\n{amount}{occurred}purpose Budget law 2026\n"
            ),
            COUNTY,
        ),
        Kind::Income => (
            format!("{by_town}into {NODE}\n{amount}{occurred}purpose Interest\n"),
            TOWN,
        ),
        Kind::Transfer => (
            format!(
                "{programme}{parties}account {ACCOUNT}\nref 2026-03/0417\n{amount}{source}{occurred}\
                 due 2026-03-15\npurpose Spring term subsidy, 250 households\n"
            ),
            COUNTY,
        ),
        Kind::Receipt => (format!("{about}{amount}final yes\n{occurred}"), TOWN),
        Kind::ReceiptCorrect => (
            format!("{about}{amount}{occurred}reason Counted twice\n"),
            TOWN,
        ),
        Kind::Return => (
            format!(
                "{programme}from township.example/office\nto county.example/finance\nref back/1\n\
                 {amount}{source}{occurred}reason Households moved away\n"
            ),
            TOWN,
        ),
        Kind::Bounce => (
            format!("{about}{amount}{occurred}reason Account closed\n"),
            COUNTY,
        ),
        Kind::Reversal => (format!("{about}{occurred}reason Sent in error\n"), COUNTY),
        Kind::Charge => (
            format!(
                "{programme}by township.example/office\n{parties}ref c/1\nstep {STEP}\namount 500\ncurrency CNY\n{occurred}"
            ),
            TOWN,
        ),
        Kind::Expense | Kind::Surrender => (format!("{by_town}{amount}{source}{occurred}"), TOWN),
        Kind::ExpenseRefund => (format!("{by_town}into {NODE}\n{amount}{occurred}"), TOWN),
        Kind::CarryOver => (
            format!(
                "{programme}into-programme edu-subsidy-2027\nby township.example/office\nref carry\n\
                 {amount}{source}{occurred}"
            ),
            TOWN,
        ),
        Kind::Recovery => (
            format!(
                "{programme}by county.example/finance\n{parties}ref rec/1\nstep {STEP}\ninto {NODE}\n{amount}{occurred}"
            ),
            COUNTY,
        ),
        _ => (
            format!(
                "{programme}by audit.example\n{parties}ref w/1\nstep {STEP}\n{amount}{occurred}reason Bank failed\n"
            ),
            AUDITOR,
        ),
    }
}

fn note(kind: Kind) -> Note {
    let sample = sample(kind);
    let entry = Entry::parse(&sample.fields)
        .unwrap_or_else(|error| panic!("{}: {error}\n{}", kind.word(), sample.fields));
    assert_eq!(entry.kind(), kind);
    let names: Vec<_> = sample
        .signers
        .iter()
        .map(|(name, _)| name.parse().unwrap())
        .collect();
    let keys: Vec<_> = sample
        .signers
        .iter()
        .map(|(_, person)| secret(*person))
        .collect();
    let signers: Vec<_> = names.iter().zip(&keys).collect();
    Note::sign(&entry, &signers).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/entries")
}

#[test]
fn every_kind_has_its_committed_vector() {
    let write = std::env::var_os("COUNTERSIGN_WRITE_VECTORS").is_some();
    let mut identities = String::new();
    for (kind, spec) in Kind::ALL {
        let note = note(*kind);
        let path = folder().join(format!("{}.note", spec.word));
        if write {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&path, note.bytes()).unwrap();
        }
        let committed = std::fs::read(&path).unwrap();
        assert_eq!(note.bytes(), committed, "{}", spec.word);
        let parsed = Note::parse(&committed).unwrap();
        assert_eq!(parsed, note);
        assert_eq!(parsed.entry().to_text(), parsed.text());
        identities.push_str(&format!("{}  {}.note\n", parsed.identity(), spec.word));
    }
    let path = folder().join("identities.txt");
    if write {
        std::fs::write(&path, &identities).unwrap();
    }
    assert_eq!(identities, std::fs::read_to_string(path).unwrap());
}

/// A genesis with every field that it may have: the log's key, and the log that it continues.
#[test]
fn a_genesis_that_continues_a_log_has_its_vector() {
    let root = ledger::log::leaf_hash(b"the last root");
    let fields = sample(Kind::Genesis).fields.replace(
        "ref genesis\n",
        &format!(
            "log {}\ncontinues relief.example/2025 41 {root}\nref genesis\npurpose Goes on after 2025\n",
            public(9)
        ),
    );
    let entry = Entry::parse(&fields).unwrap();
    let operator = OPERATOR[0].0.parse().unwrap();
    let note = Note::sign(&entry, &[(&operator, &secret(7))]).unwrap();
    let path = folder().join("genesis-continues.note");
    if std::env::var_os("COUNTERSIGN_WRITE_VECTORS").is_some() {
        std::fs::write(&path, note.bytes()).unwrap();
    }
    assert_eq!(note.bytes(), std::fs::read(&path).unwrap());
}

#[test]
fn signatures_hold_and_flipped_bits_do_not() {
    for (kind, _) in Kind::ALL {
        let note = note(*kind);
        let known = |_: &_, id: ledger::field::KeyId| {
            (1..=9)
                .map(|person| secret(person).verifying_key())
                .find(|key: &VerifyingKey| {
                    let public = PublicKey::from(*key);
                    note.lines()
                        .iter()
                        .any(|line| line.id == id && ledger::key::key_id(&line.name, &public) == id)
                })
        };
        note.clone().verify(known).unwrap();
        let mut bytes = note.bytes().to_vec();
        let last = bytes.len() - 40;
        bytes[last] = if bytes[last] == b'A' { b'B' } else { b'A' };
        let flipped = Note::parse(&bytes).unwrap().verify(known);
        assert!(matches!(flipped, Err(SignatureError::Invalid { .. })));
    }
}

/// Every single flipped bit of a note is refused or changes the identity or a signature: nothing
/// else parses to the same entry.
#[test]
fn no_flipped_bit_goes_unnoticed() {
    let original = note(Kind::Transfer);
    for position in 0..original.bytes().len() {
        for bit in 0..8 {
            let mut bytes = original.bytes().to_vec();
            bytes[position] ^= 1 << bit;
            if let Ok(other) = Note::parse(&bytes) {
                assert!(
                    other.identity() != original.identity() || other.lines() != original.lines()
                );
                assert_eq!(other.bytes(), bytes);
            }
        }
    }
}

fn refused(change: impl Fn(&str) -> String) -> NoteError {
    let original = String::from_utf8(note(Kind::Transfer).bytes().to_vec()).unwrap();
    let changed = change(&original);
    assert_ne!(original, changed, "the case changes nothing");
    Note::parse(changed.as_bytes()).unwrap_err()
}

#[test]
fn malformed_notes_are_refused_with_their_code() {
    let cases: &[(&str, &str, &str, &str)] = &[
        ("unknown kind", "v1/transfer", "v1/present", "kind-unknown"),
        (
            "unknown version",
            "countersign/v1",
            "countersign/v2",
            "version-unknown",
        ),
        ("not an entry", "countersign/", "somebody/", "malformed"),
        (
            "unknown field",
            "ref 2026",
            "colour red\nref 2026",
            "malformed",
        ),
        (
            "a field twice",
            "currency CNY\n",
            "currency CNY\ncurrency CNY\n",
            "malformed",
        ),
        (
            "wrong order",
            "amount 125000000\ncurrency CNY\n",
            "currency CNY\namount 125000000\n",
            "malformed",
        ),
        ("a field is missing", "currency CNY\n", "", "malformed"),
        (
            "other line ends",
            "currency CNY\n",
            "currency CNY\r\n",
            "malformed",
        ),
        (
            "blank line",
            "currency CNY\n",
            "currency CNY\n\n",
            "malformed",
        ),
        ("amount 0", "amount 125000000", "amount 0", "malformed"),
        (
            "negative amount",
            "amount 125000000",
            "amount -5",
            "malformed",
        ),
        (
            "signed amount",
            "amount 125000000",
            "amount +125000000",
            "malformed",
        ),
        (
            "leading zero",
            "amount 125000000",
            "amount 0125000000",
            "malformed",
        ),
        (
            "decimal amount",
            "amount 125000000",
            "amount 1250000.00",
            "malformed",
        ),
        (
            "above the limit",
            "amount 125000000",
            "amount 1000000000000000001",
            "malformed",
        ),
        (
            "above 64 bits",
            "amount 125000000",
            "amount 99999999999999999999999",
            "malformed",
        ),
        (
            "no such day",
            "occurred 2026-02-28",
            "occurred 2026-02-30",
            "malformed",
        ),
        ("no such second", "03:04:05Z", "03:04:60Z", "malformed"),
        ("local time", "03:04:05Z", "03:04:05+08:00", "malformed"),
        (
            "capital in a name",
            "from county",
            "from County",
            "malformed",
        ),
        (
            "not in NFC",
            "purpose Spring",
            "purpose \u{2126}",
            "malformed",
        ),
        (
            "bidi override",
            "purpose Spring",
            "purpose \u{202e}Spring",
            "malformed",
        ),
        (
            "line separator",
            "purpose Spring",
            "purpose Spring\u{2028}",
            "malformed",
        ),
        (
            "unassigned",
            "purpose Spring",
            "purpose Spring\u{0378}",
            "malformed",
        ),
        ("tab", "purpose Spring", "purpose \tSpring", "malformed"),
        (
            "trailing space",
            "250 households\n",
            "250 households \n",
            "malformed",
        ),
        ("upper-case hash", "source 7ae1", "source 7AE1", "malformed"),
        (
            "stripped signature",
            "signers 1",
            "signers 2",
            "signature-lines",
        ),
        (
            "other dash",
            "\u{2014} county",
            "- county",
            "signature-lines",
        ),
        ("signers 0", "signers 1", "signers 0", "malformed"),
    ];
    for (what, from, to, code) in cases {
        let error = refused(|note| note.replacen(from, to, 1));
        assert_eq!(error.code(), *code, "{what}: {error}");
    }
}

#[test]
fn malformed_frames_are_refused_with_their_code() {
    assert_eq!(refused(|note| format!("{note}x")).code(), "signature-lines");
    assert_eq!(refused(|note| format!("{note}\n")).code(), "malformed");
    assert_eq!(
        refused(|note| note.trim_end().to_owned()).code(),
        "signature-lines"
    );
    assert_eq!(
        refused(|note| note.replace("households", &"x".repeat(300))).code(),
        "malformed"
    );
    assert_eq!(
        refused(|note| note.replace("households", &"x".repeat(3000))).code(),
        "note-too-long"
    );
    assert_eq!(
        refused(|note| note.replace("households", &"x".repeat(9000))).code(),
        "note-too-long"
    );
    let doubled = |note: &str| {
        let line = note.lines().last().unwrap().to_owned();
        format!("{}{line}\n", note.replace("signers 1", "signers 2"))
    };
    assert_eq!(refused(doubled).code(), "signature-lines");
    assert_eq!(Note::parse(&[0xff, 0xfe]).unwrap_err().code(), "malformed");
    assert_eq!(Note::parse(b"").unwrap_err().code(), "signature-lines");
}

#[test]
fn weak_keys_cannot_be_enrolled() {
    use base64::Engine;
    // The eight points of small order, and one encoding that is no point (RFC 8032, section 5.1.3).
    for point in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    ] {
        let mut bytes = vec![1];
        bytes.extend(hex::decode(point).unwrap());
        let text = base64::engine::general_purpose::STANDARD.encode(&bytes);
        assert!(PublicKey::parse(&text).is_err(), "{point}");
    }
}

#[test]
fn identity_is_the_hash_of_the_text_alone() {
    let entry = Entry::parse(&sample(Kind::Transfer).fields).unwrap();
    let name = "county.example/finance".parse().unwrap();
    let (one, two) = (secret(1), secret(2));
    let first = Note::sign(&entry, &[(&name, &one)]).unwrap();
    let second = Note::sign(&entry, &[(&name, &two)]).unwrap();
    assert_ne!(first.bytes(), second.bytes());
    assert_eq!(first.identity(), second.identity());
    assert_eq!(first.identity(), Identity::of(first.text()));
}

proptest::proptest! {
    /// Whatever parses is written again byte for byte, and nothing panics.
    #[test]
    fn any_bytes_are_refused_or_round_trip(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600)) {
        if let Ok(note) = Note::parse(&bytes) {
            proptest::prop_assert_eq!(note.bytes(), bytes.as_slice());
        }
    }

    #[test]
    fn any_splice_is_refused_or_round_trips(
        kind in 0..Kind::ALL.len(),
        at in 0_usize..900,
        cut in 0_usize..40,
        patch in "[ -~\n\u{2014}é]{0,12}",
    ) {
        let note = note(Kind::ALL[kind].0);
        let text = std::str::from_utf8(note.bytes()).unwrap();
        let start = text.floor_char_boundary(at.min(text.len()));
        let end = text.floor_char_boundary((start + cut).min(text.len()));
        let spliced = format!("{}{patch}{}", &text[..start], &text[end..]);
        if let Ok(parsed) = Note::parse(spliced.as_bytes()) {
            proptest::prop_assert_eq!(parsed.bytes(), spliced.as_bytes());
        }
    }
}
