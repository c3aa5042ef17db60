//! Proof files and submissions to witnesses: read, written, checked, judged.

use super::{Naive, first_witness, fund_leaves, fund_log, leaves, read, seed};
use ledger::log::{
    AddCheckpoint, Answer, CheckpointVerifyError, CosignerKey, EMPTY_ROOT, LogKey, LogProof,
    ProofCheckError, ProofError, SignedCheckpoint, TLOG_SIZE_TYPE, TreeHash, VerifierKey,
    WitnessState, consistency_path, judge, root,
};

#[test]
fn the_cross_checked_proof_file_is_ours() {
    let bytes = read("log/entry-3.tlog-proof");
    let proof = LogProof::parse(&bytes).unwrap();
    assert_eq!(proof.to_bytes(), bytes);
    let (log, witness) = (fund_log(), first_witness());
    let verified = proof
        .check(b"entry-3\n", log.verifier(), [witness.verifier()])
        .unwrap();
    assert_eq!(verified.signed().len(), 2);
    let made = LogProof::make(3, proof.checkpoint.clone(), &Naive(&fund_leaves())).unwrap();
    assert_eq!(made.to_bytes(), bytes);
    let with_extra = LogProof {
        extra: Some(b"a name".to_vec()),
        ..made
    };
    assert_eq!(LogProof::parse(&with_extra.to_bytes()), Ok(with_extra));
    assert_eq!(
        proof.check(b"entry-4\n", log.verifier(), []),
        Err(ProofCheckError::Path(ProofError::RootDiffers))
    );
    let stranger = LogKey::new(log.origin().clone(), seed(0x40));
    assert!(matches!(
        proof.check(b"entry-3\n", stranger.verifier(), []),
        Err(ProofCheckError::Checkpoint(
            CheckpointVerifyError::Signatures(_)
        ))
    ));
}

#[test]
fn proof_files_have_one_form() {
    let good = String::from_utf8(read("log/entry-3.tlog-proof")).unwrap();
    for (from, to) in [
        ("@v1", "@v2"),
        ("index 3", "index 03"),
        ("index 3", "index -3"),
        ("index 3\n", ""),
        ("index 3", "extra !\nindex 3"),
        ("index 3", "index 3\nindex 3"),
        ("7L+6", "7L+"),
        ("BQKM=\n\n", "BQKM=\n"),
        ("c2sp.org/", "\nc2sp.org/"),
        ("ledger.example/fund\n5", "\nledger.example/fund\n5"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert!(LogProof::parse(bad.as_bytes()).is_err(), "{bad}");
    }
    let hash = format!("{EMPTY_ROOT}\n").repeat(61);
    let long = good.replacen("index 3\n", &format!("index 3\n{hash}"), 1);
    assert!(LogProof::parse(long.as_bytes()).is_err());
}

#[test]
fn the_cross_checked_submission_is_ours() {
    let bytes = read("log/add-checkpoint.req");
    let request = AddCheckpoint::parse(&bytes).unwrap();
    assert_eq!(request.to_bytes(), bytes);
    assert_eq!(request.old, 3);
    let good = String::from_utf8(bytes).unwrap();
    for (from, to) in [
        ("old 3", "old 03"),
        ("old 3", "old"),
        ("old 3\n", ""),
        ("old 3", "Old 3"),
        ("7L+6", "7L+"),
        ("BQKM=\n\n", "BQKM=\n"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(AddCheckpoint::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}

/// A witness's memory of the log of `entry-0` ... at a size.
fn remembered(size: u64) -> WitnessState {
    WitnessState {
        size,
        root: root(size, &Naive(&leaves(size))).unwrap(),
    }
}

fn asked(old: u64, size: u64) -> AddCheckpoint {
    let leaves = leaves(size);
    let nodes = Naive(&leaves);
    let proof = if old == 0 || old > size {
        Vec::new()
    } else {
        consistency_path(old, size, &nodes).unwrap()
    };
    AddCheckpoint {
        old,
        proof,
        checkpoint: SignedCheckpoint::sign(size, root(size, &nodes).unwrap(), &fund_log()),
    }
}

fn with_root(size: u64, root: TreeHash) -> SignedCheckpoint {
    SignedCheckpoint::sign(size, root, &fund_log())
}

fn status(size: u64, request: &AddCheckpoint) -> u16 {
    judge(&remembered(size), request, &known()).status()
}

/// The log's key among those of other logs.
fn known() -> Vec<VerifierKey> {
    let other = LogKey::new("other.example".parse().unwrap(), seed(0x50));
    let retired = LogKey::new(fund_log().origin().clone(), seed(0x60));
    vec![
        other.verifier().clone(),
        retired.verifier().clone(),
        fund_log().verifier().clone(),
    ]
}

#[test]
fn good_submissions_are_cosigned() {
    assert_eq!(remembered(0), WitnessState::default());
    for (state, size) in [
        (0, 0),
        (0, 1),
        (0, 5),
        (3, 5),
        (4, 5),
        (5, 5),
        (4, 8),
        (7, 300),
    ] {
        let answer = judge(&remembered(state), &asked(state, size), &known());
        let Answer::Cosign(verified) = answer else {
            panic!("{state} to {size}: {answer:?}");
        };
        assert_eq!(verified.checkpoint().size, size);
    }
}

#[test]
fn each_fault_gets_its_status() {
    // 404: nobody knows that log.
    let unknown = &known()[..1];
    let answer = judge(&remembered(3), &asked(3, 5), unknown);
    assert_eq!((answer.status(), answer), (404, Answer::LogUnknown));
    // 403: signed by nobody who is trusted, or badly.
    let retired = &known()[..2];
    assert_eq!(judge(&remembered(3), &asked(3, 5), retired).status(), 403);
    let mut spoilt = asked(3, 5);
    let text = String::from_utf8(asked(3, 5).checkpoint.bytes().to_vec()).unwrap();
    let other = String::from_utf8(asked(3, 6).checkpoint.bytes().to_vec()).unwrap();
    let line = other.rsplit_once("\n\n").unwrap().1;
    let text = text.rsplit_once("\n\n").unwrap().0;
    spoilt.checkpoint = SignedCheckpoint::parse(format!("{text}\n\n{line}").as_bytes()).unwrap();
    assert_eq!(status(3, &spoilt), 403);
    // 400 goes before 409, 409 before 422.
    assert_eq!(status(3, &asked(6, 5)), 400);
    let conflict = judge(&remembered(4), &asked(3, 5), &known());
    assert_eq!((conflict.status(), conflict.body().as_str()), (409, "4\n"));
    assert_eq!(TLOG_SIZE_TYPE, "text/x.tlog.size");
    let mut bad = asked(3, 5);
    bad.proof.clear();
    assert_eq!(status(4, &bad), 409);
    // 422: a proof that is missing, too long, or of another tree.
    assert_eq!(status(3, &bad), 422);
    bad.proof = vec![EMPTY_ROOT; 4];
    assert_eq!(status(3, &bad), 422);
    let mut first = asked(0, 5);
    first.proof = vec![EMPTY_ROOT];
    assert_eq!(status(0, &first), 422);
    let mut same = asked(5, 5);
    same.proof = vec![EMPTY_ROOT];
    assert_eq!(status(5, &same), 422);
    // 422: one size with two roots, and a log without entries with any root but the empty one's.
    same.proof.clear();
    same.checkpoint = with_root(5, EMPTY_ROOT);
    assert_eq!(judge(&remembered(5), &same, &known()), Answer::TwoRoots);
    let mut empty = asked(0, 0);
    empty.checkpoint = with_root(0, remembered(1).root);
    let answer = judge(&remembered(0), &empty, &known());
    assert_eq!((answer.status(), answer), (422, Answer::EmptyRootDiffers));
    let back = AddCheckpoint {
        old: 0,
        ..asked(0, 0)
    };
    assert_eq!(status(5, &back), 409);
}

#[test]
fn cosignatures_of_others_do_not_matter_to_a_witness() {
    let mut request = asked(3, 5);
    let stranger = CosignerKey::new("witness.example/w8".parse().unwrap(), seed(0x70));
    let line = ledger::log::cosign(
        request.checkpoint.checkpoint(),
        ledger::field::Moment(1),
        &stranger,
    );
    request.checkpoint = request.checkpoint.with_lines(&[line]).unwrap();
    assert_eq!(
        status(3, &AddCheckpoint::parse(&request.to_bytes()).unwrap()),
        200
    );
}
