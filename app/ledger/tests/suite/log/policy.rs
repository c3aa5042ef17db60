//! Policies: read with errors that name the line, and counted over real cosignatures.

use super::{fund_log, read, seed};
use ledger::field::Moment;
use ledger::log::{
    CheckpointVerifyError, CosignerKey, LogKey, Policy, PolicyProblem, SignedCheckpoint, Verdict,
    cosign,
};

fn witness(number: u8) -> CosignerKey {
    let name = format!("witness.example/n{number}").parse().unwrap();
    CosignerKey::new(name, seed(0x30 + number))
}

fn vkey(number: u8) -> String {
    witness(number).verifier().to_string()
}

/// Two houses with two witnesses each, of which one each must have cosigned.
fn two_houses() -> String {
    format!(
        "# who must have seen it\n\nlog {} https://ledger.example/log\n\
         witness a1 {} https://a.example\n  witness\ta2 {}\nwitness b1 {}\nwitness b2 {}\n\
         group a any a1 a2\ngroup b 1 b1 b2\ngroup both all a b\nquorum both\n",
        fund_log().verifier(),
        vkey(1),
        vkey(2),
        vkey(3),
        vkey(4),
    )
}

fn cosigned(by: &[u8]) -> SignedCheckpoint {
    let checkpoint = SignedCheckpoint::parse(&read("log/checkpoint")).unwrap();
    let lines: Vec<_> = by
        .iter()
        .map(|number| {
            let time = Moment(1_700_000_000 + i64::from(*number));
            cosign(checkpoint.checkpoint(), time, &witness(*number))
        })
        .collect();
    checkpoint.with_lines(&lines).unwrap()
}

fn verdict(policy: &str, by: &[u8]) -> Verdict {
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    policy.evaluate(&cosigned(by), &[]).unwrap()
}

#[test]
fn a_quorum_is_counted_group_by_group() {
    let policy = two_houses();
    for (by, wanted) in [
        (&[][..], false),
        (&[1], false),
        (&[1, 2], false),
        (&[1, 3], true),
        (&[2, 4], true),
        (&[1, 2, 3, 4], true),
    ] {
        let verdict = verdict(&policy, by);
        assert_eq!(verdict.quorum, wanted, "{by:?}");
        assert_eq!(verdict.seen(), (by.len(), 4));
    }
    let verdict = verdict(&policy, &[1, 2, 4]);
    let counts: Vec<_> = verdict
        .groups
        .iter()
        .map(|group| (group.name.as_str(), group.found, group.needed, group.of))
        .collect();
    assert_eq!(counts, [("a", 2, 1, 2), ("b", 1, 1, 2), ("both", 2, 2, 2)]);
    let times: Vec<_> = verdict.witnesses.iter().map(|seen| seen.time).collect();
    let at = |seconds: i64| Some(Moment(1_700_000_000 + seconds));
    assert_eq!(times, [at(1), at(2), None, at(4)]);
}

#[test]
fn a_witness_counts_once_with_its_latest_time() {
    let policy = format!(
        "log {}\nwitness a {}\nwitness b {}\ngroup g 2 a b\nquorum g\n",
        fund_log().verifier(),
        vkey(1),
        vkey(2)
    );
    let checkpoint = cosigned(&[1]);
    let again = cosign(checkpoint.checkpoint(), Moment(1_800_000_000), &witness(1));
    let checkpoint = checkpoint.with_lines(&[again]).unwrap();
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    let verdict = policy.evaluate(&checkpoint, &[]).unwrap();
    assert!(!verdict.quorum);
    assert_eq!(verdict.witnesses[0].time, Some(Moment(1_800_000_000)));
}

#[test]
fn a_quorum_may_be_one_witness_or_nobody() {
    let log = fund_log().verifier().clone();
    let one = format!("log {log}\nwitness w {}\nquorum w\n", vkey(1));
    assert!(verdict(&one, &[1]).quorum);
    assert!(!verdict(&one, &[2]).quorum);
    assert!(verdict(&format!("log {log}\nquorum none\n"), &[]).quorum);
    // No log in the file: the caller knows it from elsewhere.
    let policy = Policy::parse(b"quorum none\n").unwrap();
    assert!(matches!(
        policy.evaluate(&cosigned(&[]), &[]),
        Err(CheckpointVerifyError::OriginUnknown { .. })
    ));
    assert!(policy.evaluate(&cosigned(&[]), &[log]).unwrap().quorum);
    assert_eq!(policy.quorum(), None);
}

#[test]
fn what_the_log_did_not_sign_is_no_checkpoint_however_many_saw_it() {
    let stranger = LogKey::new(fund_log().origin().clone(), seed(0x60));
    let policy = two_houses().replace(
        &fund_log().verifier().to_string(),
        &stranger.verifier().to_string(),
    );
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    assert_eq!(
        policy.evaluate(&cosigned(&[1, 3]), &[]),
        Err(CheckpointVerifyError::LogMissing)
    );
    // A known witness's bad line spoils the whole note.
    let good = Policy::parse(two_houses().as_bytes()).unwrap();
    let mut line = cosigned(&[1]).note().lines()[2].clone();
    line.signature[30] ^= 1;
    let spoilt = cosigned(&[1, 3]).with_lines(&[line]).unwrap();
    assert!(good.evaluate(&spoilt, &[]).is_err());
}

#[test]
fn errors_name_the_line() {
    let log = fund_log().verifier().to_string();
    let (one, two) = (vkey(1), vkey(2));
    let log_as_witness = CosignerKey::new("w".parse().unwrap(), seed(0));
    let log_as_witness = log_as_witness.verifier();
    for (policy, line, problem) in [
        ("".to_owned(), 1, PolicyProblem::QuorumMissing),
        ("# none\n".to_owned(), 2, PolicyProblem::QuorumMissing),
        ("quorum none".to_owned(), 1, PolicyProblem::NoLineFeed),
        (
            "quorum none\nquorum none\n".to_owned(),
            2,
            PolicyProblem::QuorumTwice,
        ),
        (
            "quorum a\n".to_owned(),
            1,
            PolicyProblem::NameUnknown("a".to_owned()),
        ),
        (
            "quorum\n".to_owned(),
            1,
            PolicyProblem::Form("quorum <name|none>"),
        ),
        (
            "\nquorums none\n".to_owned(),
            2,
            PolicyProblem::Keyword("quorums".to_owned()),
        ),
        (
            "log\n".to_owned(),
            1,
            PolicyProblem::Form("log <key> [<url>]"),
        ),
        (
            format!("log {log} u v\n"),
            1,
            PolicyProblem::Form("log <key> [<url>]"),
        ),
        (
            format!("log {log}\nlog {log}\n"),
            2,
            PolicyProblem::KeyTwice(1),
        ),
        (format!("log {one}\n"), 1, PolicyProblem::KeyKind),
        (format!("witness w {log}\n"), 1, PolicyProblem::KeyKind),
        (
            format!("log {log}\nwitness w {log_as_witness}\n"),
            2,
            PolicyProblem::KeyTwice(1),
        ),
        (
            format!("witness none {one}\n"),
            1,
            PolicyProblem::NameTaken("none".to_owned()),
        ),
        (
            format!("witness a {one}\nwitness a {two}\n"),
            2,
            PolicyProblem::NameTaken("a".to_owned()),
        ),
        (
            format!("witness a {one}\ngroup g any a\ngroup h any a\n"),
            3,
            PolicyProblem::MemberTwice("a".to_owned()),
        ),
        (
            format!("witness a {one}\ngroup g any a a\n"),
            2,
            PolicyProblem::MemberTwice("a".to_owned()),
        ),
        (
            "group g any g\n".to_owned(),
            1,
            PolicyProblem::NameUnknown("g".to_owned()),
        ),
        (
            "group g any none\n".to_owned(),
            1,
            PolicyProblem::NameUnknown("none".to_owned()),
        ),
        (
            "group g any\n".to_owned(),
            1,
            PolicyProblem::Form("group <name> <k|any|all> <member>..."),
        ),
        (
            format!("witness a {one}\ngroup g 0 a\n"),
            2,
            PolicyProblem::Threshold(1),
        ),
        (
            format!("witness a {one}\ngroup g 2 a\n"),
            2,
            PolicyProblem::Threshold(1),
        ),
        (
            format!("witness a {one}\ngroup g 01 a\n"),
            2,
            PolicyProblem::Threshold(1),
        ),
        ("quorum none\r\n".to_owned(), 1, PolicyProblem::Bytes),
    ] {
        let error = Policy::parse(policy.as_bytes()).unwrap_err();
        assert_eq!((error.line, error.problem), (line, problem), "{policy}");
    }
    let key = Policy::parse(b"quorum none\nlog a+00000000+AA==\n").unwrap_err();
    assert_eq!(key.line, 2);
    assert!(
        key.to_string()
            .starts_with("policy, line 2: the key: expected"),
        "{key}"
    );
    assert!(Policy::parse(b"quorum none \xff\n").is_err());
}

#[test]
fn a_policy_has_a_limit() {
    let many = |count: u8| {
        let lines = (0..count).map(|number| {
            let name = format!("w{number}").parse().unwrap();
            let key = ed25519_dalek::SigningKey::from_bytes(&[number; 32]);
            let key = CosignerKey::new(name, key);
            format!("witness w{number} {}\n", key.verifier())
        });
        lines
            .chain(["quorum none\n".to_owned()])
            .collect::<String>()
    };
    assert!(Policy::parse(many(64).as_bytes()).is_ok());
    let error = Policy::parse(many(65).as_bytes()).unwrap_err();
    assert_eq!((error.line, error.problem), (65, PolicyProblem::TooMany));
    let long = vec![b'\n'; 1 << 20];
    assert_eq!(
        Policy::parse(&long).unwrap_err().problem,
        PolicyProblem::TooLong
    );
}
