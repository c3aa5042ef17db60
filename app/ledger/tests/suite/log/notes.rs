//! Notes, checkpoints and cosignatures: what others published, and what must be refused.

use super::{Naive, first_witness, fund_leaves, fund_log, read, read_text, seed};
use ledger::field::Moment;
use ledger::log::{
    Checkpoint, CheckpointVerifyError, CosignerKey, KeyKind, LogKey, NoteLine, SignedCheckpoint,
    SignedNote, SignedNoteError, VerifierKey, VerifyError, cosign, root,
};
use serde_json::Value;

const VKEY_LOG: &str = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const VKEY_WITNESS: &str =
    "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

fn key(text: &str) -> VerifierKey {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn fund_checkpoint() -> SignedCheckpoint {
    SignedCheckpoint::parse(&read("log/checkpoint")).unwrap()
}

#[test]
fn published_notes_verify() {
    let published: Value = serde_json::from_slice(&read("tlog/notes.json")).unwrap();
    let mut verified = 0;
    for case in published.as_array().unwrap() {
        let text = case["note"].as_str().unwrap();
        if text.starts_with("see ") {
            continue;
        }
        let note = SignedNote::parse(text.as_bytes()).unwrap();
        assert_eq!(note.bytes(), text.as_bytes());
        if let Some(vkey) = case["vkey"].as_str() {
            assert_eq!(key(vkey).to_string(), vkey);
            let signed = note.verify([&key(vkey)]).unwrap();
            assert_eq!(signed.len(), 1, "{}", case["name"]);
            let cosigned = case["name"] == "sunlight-witness2-cosignature-v1";
            assert_eq!(signed[0].time, cosigned.then_some(Moment(1_767_139_200)));
            verified += 1;
        }
    }
    assert_eq!(verified, 3);
}

#[test]
fn a_witnesss_own_file_verifies_without_the_logs_signature() {
    let note = SignedNote::parse(&read("tlog/sunlight_witness2/checkpoint")).unwrap();
    let witness: Value =
        serde_json::from_slice(&read("tlog/sunlight_witness2/witness.v0.json")).unwrap();
    let witness = key(witness["verifier_keys"][0].as_str().unwrap());
    assert_eq!(witness.kind(), KeyKind::Cosignature);
    assert_eq!(note.verify([&witness]).unwrap()[0].key, witness);
    let checkpoint = Checkpoint::parse(note.text()).unwrap();
    assert_eq!(
        (checkpoint.origin.as_str(), checkpoint.size),
        ("milan2026h1.example.org", 300)
    );
    // A checkpoint that only a witness vouches for isn't the log's word.
    let log = VerifierKey::new(checkpoint.origin, KeyKind::Ed25519, *witness.public());
    let signed = SignedCheckpoint::parse(note.bytes()).unwrap();
    assert_eq!(
        signed.verify(&log, [&witness]),
        Err(CheckpointVerifyError::LogMissing)
    );
}

#[test]
fn we_write_the_cross_checked_checkpoint_byte_for_byte() {
    let (log, witness) = (fund_log(), first_witness());
    assert_eq!(log.verifier().to_string(), VKEY_LOG);
    assert_eq!(witness.verifier().to_string(), VKEY_WITNESS);
    let leaves = fund_leaves();
    let signed = SignedCheckpoint::sign(5, root(5, &Naive(&leaves)).unwrap(), &log);
    let line = cosign(signed.checkpoint(), Moment(1_700_000_000), &witness);
    let signed = signed.with_lines(&[line.clone(), line]).unwrap();
    assert_eq!(
        String::from_utf8_lossy(signed.bytes()),
        read_text("log/checkpoint")
    );
}

#[test]
fn the_cross_checked_checkpoint_and_note_verify() {
    let verified = fund_checkpoint()
        .verify(&key(VKEY_LOG), [&key(VKEY_WITNESS)])
        .unwrap();
    let times: Vec<_> = verified.signed().iter().map(|signed| signed.time).collect();
    assert_eq!(times, [None, Some(Moment(1_700_000_000))]);
    let keys: Vec<VerifierKey> = read_text("log/vkeys").lines().map(key).collect();
    let note = SignedNote::parse(&read("log/entry.note")).unwrap();
    assert_eq!(note.verify(&keys).unwrap().len(), 2);
}

#[test]
fn one_known_signature_must_hold_and_none_may_fail() {
    let (log, witness) = (key(VKEY_LOG), key(VKEY_WITNESS));
    let stranger = LogKey::new("ledger.example/fund".parse().unwrap(), seed(0x40));
    let checkpoint = fund_checkpoint();
    let none: [&VerifierKey; 0] = [];
    assert_eq!(checkpoint.note().verify(none), Err(VerifyError::NoneKnown));
    // Known by name, but not by ID: passed over.
    assert_eq!(
        checkpoint.note().verify([stranger.verifier()]),
        Err(VerifyError::NoneKnown)
    );
    assert_eq!(checkpoint.verify(&log, []).unwrap().signed().len(), 1);
    // The witness's line spoilt: fine for who doesn't know the witness, refused by who does.
    let mut lines = checkpoint.note().lines().to_vec();
    lines[1].signature[20] ^= 1;
    let spoilt = format!("{}\n{}{}", checkpoint.note().text(), lines[0], lines[1]);
    let spoilt = SignedCheckpoint::parse(spoilt.as_bytes()).unwrap();
    assert!(spoilt.verify(&log, []).is_ok());
    let refused = CheckpointVerifyError::Signatures(VerifyError::Invalid {
        name: witness.name().clone(),
        id: witness.id(),
    });
    assert_eq!(spoilt.verify(&log, [&witness]), Err(refused));
    // The same key given twice is one key; another key behind the same name and ID can't be.
    assert!(checkpoint.verify(&log, [&log, &witness]).is_ok());
}

#[test]
fn a_valid_line_does_not_make_good_an_invalid_one_of_the_same_key() {
    let checkpoint = fund_checkpoint();
    let mut twin = checkpoint.note().lines()[0].clone();
    twin.signature[0] ^= 1;
    let doubled = checkpoint.with_lines(&[twin]).unwrap();
    assert_eq!(doubled.note().lines().len(), 3);
    assert!(doubled.verify(&key(VKEY_LOG), []).is_err());
}

#[test]
fn a_cosignature_binds_its_time_and_text() {
    let (log, witness) = (key(VKEY_LOG), key(VKEY_WITNESS));
    let checkpoint = fund_checkpoint();
    for place in 0..72 {
        let mut line = checkpoint.note().lines()[1].clone();
        line.signature[place] ^= 1;
        assert_eq!(
            witness.check(checkpoint.note().text(), &line.signature),
            None
        );
    }
    let line = &checkpoint.note().lines()[1];
    assert_eq!(witness.check("another text\n", &line.signature), None);
    assert_eq!(log.check(checkpoint.note().text(), &line.signature), None);
    assert_eq!(
        witness.check(checkpoint.note().text(), &line.signature[8..]),
        None
    );
    // A log's key under another name is another key.
    let other = VerifierKey::new(
        "ledger.example/other".parse().unwrap(),
        log.kind(),
        *log.public(),
    );
    assert!(matches!(
        checkpoint.verify(&other, []),
        Err(CheckpointVerifyError::OriginDiffers { .. })
    ));
}

#[test]
fn lines_of_unknown_types_are_kept_byte_for_byte() {
    let checkpoint = fund_checkpoint();
    let long = NoteLine {
        name: "quantum.example/w9".parse().unwrap(),
        id: ledger::field::KeyId(0x0102_0304),
        signature: vec![7; 2428],
    };
    let mut lines = vec![long];
    for number in 0..40_u8 {
        let name = format!("witness.example/n{number}").parse().unwrap();
        let key = CosignerKey::new(name, seed(number));
        lines.push(cosign(checkpoint.checkpoint(), Moment(1_700_000_001), &key));
    }
    let wide = checkpoint.with_lines(&lines).unwrap();
    assert_eq!(wide.note().lines().len(), 43);
    let again = SignedCheckpoint::parse(wide.bytes()).unwrap();
    assert_eq!(again, wide);
    assert_eq!(&again.note().lines()[2..], &lines);
    assert!(again.verify(&key(VKEY_LOG), [&key(VKEY_WITNESS)]).is_ok());
    let more: Vec<NoteLine> = (0..30)
        .map(|number| NoteLine {
            signature: vec![number; 64],
            ..lines[1].clone()
        })
        .collect();
    assert_eq!(wide.with_lines(&more), Err(SignedNoteError::TooManyLines));
}

#[test]
fn checkpoints_have_one_form() {
    let good = read_text("log/checkpoint");
    let text = fund_checkpoint().note().text().to_owned();
    assert_eq!(Checkpoint::parse(&text).unwrap().to_text(), text);
    for (from, to) in [
        ("\n5\n", "\n05\n"),
        ("\n5\n", "\n+5\n"),
        ("\n5\n", "\n-5\n"),
        ("\n5\n", "\n9223372036854775808\n"),
        ("\n5\n", "\n\n"),
        ("\n5\n", "\n5 \n"),
        ("kbE=\n\n", "kbE=\nextension\n\n"),
        ("kbE=\n\n", "kbE=\n\n\n"),
        ("kbE=\n\n", "kbF=\n\n"),
        ("kbE=\n\n", "kbE\n\n"),
        ("RjEN", "RjE"),
        ("ledger.example/fund\n", "ledger.example fund\n"),
        ("ledger.example/fund\n", "\n"),
        ("ledger.example/fund\n", "ledger.example/fund\r\n"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert!(SignedCheckpoint::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn notes_have_one_form() {
    let good = read_text("log/checkpoint");
    for (from, to) in [
        ("\n\n\u{2014}", "\n\u{2014}"),
        ("\u{2014} ", "- "),
        ("\u{2014} ", "\u{2014}  "),
        ("\u{2014} ledger", "\u{2014} led+ger"),
        ("Sds=", "Sds"),
        ("JAA=", "JAB="),
        ("JAA=\n", "JAA= \n"),
        ("JAA=\n", "JAA=\r\n"),
        ("jCQ==\n", "jCQ=="),
        ("ledger", "led\u{7}ger"),
    ] {
        let bad = good.replacen(from, to, 1);
        if bad != good {
            assert!(SignedNote::parse(bad.as_bytes()).is_err(), "{bad}");
        }
    }
    let text = "a\n\n\u{2014} a AAAA\n";
    assert_eq!(
        SignedNote::parse(text.as_bytes()),
        Err(SignedNoteError::Line(1))
    );
    assert!(SignedNote::parse(b"a\n\n\xff\n").is_err());
    assert!(SignedNote::parse(&vec![b'a'; 1 << 20]).is_err());
    assert_eq!(
        SignedNote::sign("no line feed", &fund_log()),
        Err(SignedNoteError::NoSignatures)
    );
    assert!(SignedNote::sign("one\n\ntwo\n", &fund_log()).is_ok());
}

#[test]
fn verifier_keys_have_one_form() {
    for bad in [
        "",
        "ledger.example/fund",
        "ledger.example/fund+f50e12b7",
        "ledger.example/fund+f50e12b8+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "ledger.example/fund+F50E12B7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "ledger.example/funds+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "ledger.example/fund+f50e12b7+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 ",
        "a b+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
    ] {
        assert!(bad.parse::<VerifierKey>().is_err(), "{bad}");
    }
    // A party's key is read by the same code, and a witness's isn't one.
    assert!(ledger::key::parse_vkey(VKEY_LOG).is_ok());
    assert!(ledger::key::parse_vkey(VKEY_WITNESS).is_err());
}

#[test]
fn secrets_are_not_printed() {
    let shown = format!("{:?} {:?}", fund_log(), first_witness());
    assert_eq!(
        shown,
        format!("LogKey({VKEY_LOG}) CosignerKey({VKEY_WITNESS})")
    );
}
