//! Published vectors: Ed25519 (RFC 8032, Wycheproof, speccheck, dalek's), SHA3-256 (NIST CAVS) and
//! signed notes (C2SP). Sources and licences stand in tests/vectors.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use ledger::field::{Field, Identity, PublicKey};
use ledger::key::holds;
use serde_json::Value;

fn file(name: &str) -> String {
    let path = format!("{}/../../tests/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(name: &str) -> Value {
    serde_json::from_str(&file(name)).unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
    hex::decode(value.as_str().unwrap()).unwrap()
}

/// What the ledger would say: a key that can't be enrolled accepts nothing.
fn accepts(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (Ok(key), Ok(signature)) = (key.try_into(), signature.try_into()) else {
        return false;
    };
    let enrolled = PublicKey::new(key).ok();
    let key = enrolled.and_then(|key| VerifyingKey::from_bytes(key.bytes()).ok());
    key.is_some_and(|key| holds(&key, message, signature))
}

#[test]
fn rfc_8032_keys_sign_and_verify() {
    let vectors = json("ed25519/rfc8032_section7_1.json");
    let cases = vectors["tests"].as_array().unwrap();
    assert_eq!(cases.len(), 5);
    for case in cases {
        let secret = SigningKey::from_bytes(&bytes(&case["secret_key"]).try_into().unwrap());
        let message = bytes(&case["message"]);
        let signature = bytes(&case["signature"]);
        assert_eq!(
            secret.sign(&message).to_bytes().to_vec(),
            signature,
            "{}",
            case["name"]
        );
        assert!(
            accepts(&bytes(&case["public_key"]), &message, &signature),
            "{}",
            case["name"]
        );
    }
}

#[test]
fn dalek_lines_sign_and_verify() {
    let text = file("ed25519/sign_input_128.txt");
    assert_eq!(text.lines().count(), 128);
    for line in text.lines() {
        let parts: Vec<Vec<u8>> = line
            .split(':')
            .map(|part| hex::decode(part).unwrap())
            .collect();
        let secret = SigningKey::from_bytes(&parts[0][..32].try_into().unwrap());
        assert_eq!(secret.sign(&parts[2]).to_bytes(), parts[3][..64]);
        assert!(accepts(&parts[1], &parts[2], &parts[3][..64]));
    }
}

#[test]
fn wycheproof_verdicts_are_ours() {
    let vectors = json("ed25519/wycheproof_ed25519_test.json");
    let mut judged = (0, 0);
    for group in vectors["testGroups"].as_array().unwrap() {
        let key = bytes(&group["publicKey"]["pk"]);
        for case in group["tests"].as_array().unwrap() {
            let valid = case["result"] == "valid";
            let accepted = accepts(&key, &bytes(&case["msg"]), &bytes(&case["sig"]));
            assert_eq!(
                accepted, valid,
                "tcId {}: {}",
                case["tcId"], case["comment"]
            );
            if valid { judged.0 += 1 } else { judged.1 += 1 }
        }
    }
    assert_eq!(judged, (88, 63));
}

/// Of the twelve edge cases strict verification accepts those that every library accepts: a key
/// and an R of mixed order under the cofactorless equation (case 3), nothing else.
#[test]
fn speccheck_edges_are_refused() {
    let vectors = json("ed25519/speccheck_cases.json");
    let accepted: Vec<usize> = vectors
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .filter(|(_, case)| {
            accepts(
                &bytes(&case["pub_key"]),
                &bytes(&case["message"]),
                &bytes(&case["signature"]),
            )
        })
        .map(|(number, _)| number)
        .collect();
    assert_eq!(accepted, [3]);
}

#[test]
fn sha3_known_answers_are_ours() {
    use sha3::Digest;
    let text = file("sha3/SHA3_256ShortMsg.rsp");
    let mut length = 0;
    let mut message = Vec::new();
    let mut answers = 0;
    for line in text.lines() {
        match line.split_once(" = ") {
            Some(("Len", bits)) => length = bits.trim().parse::<usize>().unwrap() / 8,
            Some(("Msg", digits)) => {
                message = hex::decode(digits.trim()).unwrap()[..length].to_vec();
            }
            Some(("MD", digest)) => {
                answers += 1;
                assert_eq!(hex::encode(sha3::Sha3_256::digest(&message)), digest.trim());
                if let Ok(text) = std::str::from_utf8(&message) {
                    assert_eq!(Identity::of(text).to_string(), digest.trim());
                }
            }
            _ => {}
        }
    }
    assert_eq!(answers, 137);
}

#[test]
fn sha3_chains_are_ours() {
    use sha3::Digest;
    let text = file("sha3/SHA3_256Monte.rsp");
    let mut digest = Vec::new();
    let mut checkpoints = 0;
    for line in text.lines() {
        match line.split_once(" = ") {
            Some(("Seed", seed)) => digest = hex::decode(seed.trim()).unwrap(),
            Some(("MD", wanted)) => {
                for _ in 0..1000 {
                    digest = sha3::Sha3_256::digest(&digest).to_vec();
                }
                assert_eq!(hex::encode(&digest), wanted.trim());
                checkpoints += 1;
            }
            _ => {}
        }
    }
    assert_eq!(checkpoints, 100);
}

/// Verifier keys and the signatures under them, as other implementations published them: key IDs
/// are computed as ours are.
#[test]
fn published_notes_verify() {
    use base64::Engine;
    let vectors = json("tlog/notes.json");
    let mut verified = 0;
    for case in vectors
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["verifies"] == true && case["note"].is_string())
    {
        let (vkey, note) = (
            case["vkey"].as_str().unwrap(),
            case["note"].as_str().unwrap(),
        );
        let mut parts = vkey.splitn(3, '+');
        let (name, id, key) = (
            parts.next().unwrap(),
            parts.next().unwrap(),
            parts.next().unwrap(),
        );
        // Type 04 signs another text: the log's part of the product judges those.
        let Ok(key) = PublicKey::parse(key) else {
            continue;
        };
        let member = name.parse().unwrap();
        assert_eq!(ledger::key::key_id(&member, &key).to_string(), id);
        let Some((text, lines)) = note.rsplit_once("\n\n") else {
            continue;
        };
        let line = lines
            .lines()
            .find(|line| line.starts_with(&format!("\u{2014} {name} ")))
            .unwrap();
        let signature = base64::engine::general_purpose::STANDARD
            .decode(line.rsplit_once(' ').unwrap().1)
            .unwrap();
        assert!(
            accepts(key.bytes(), format!("{text}\n").as_bytes(), &signature[4..]),
            "{}",
            case["name"]
        );
        verified += 1;
    }
    assert_eq!(
        verified, 2,
        "the specification's example and a checkpoint of sum.golang.org"
    );
}
