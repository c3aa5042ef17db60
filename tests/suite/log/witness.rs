//! A witness: each answer of the specification's table, one history however many ask at once, and
//! what it remembers.

use super::Naive;
use super::ward::{SEEN, Ward, cosigner, open};
use ledger::field::Field;
use ledger::log::{
    ADD_CHECKPOINT_BYTES_MAX, AddCheckpoint, EMPTY_ROOT, KeyName, LogKey, NoteLine,
    SignedCheckpoint, TLOG_SIZE_TYPE, TreeHash, VerifierKey, consistency_path, leaf_hash, root,
};
use server::witness::WitnessError;
use tests::world;

const W1: &str = "witness.example/w1";

fn log() -> LogKey {
    let name = KeyName::parse("ledger.example/fund").expect("a name");
    LogKey::new(name, world::key("the fund's log", "log"))
}

fn stranger() -> LogKey {
    LogKey::new(log().origin().clone(), world::key("a stranger", "log"))
}

fn watched() -> Vec<VerifierKey> {
    vec![log().verifier().clone()]
}

/// A history of so many entries; histories with other words differ from the first entry on.
fn history(word: &str, entries: u64) -> Naive {
    let entry = |number| leaf_hash(format!("{word} {number}\n").as_bytes());
    Naive((0..entries).map(entry).collect())
}

fn signed(history: &Naive, size: u64, key: &LogKey) -> SignedCheckpoint {
    let tree = Naive(history.0[..usize::try_from(size).expect("small")].to_vec());
    let root = if size == 0 {
        EMPTY_ROOT
    } else {
        root(size, &tree).expect("a root")
    };
    SignedCheckpoint::sign(size, root, key)
}

fn request(history: &Naive, old: u64, size: u64) -> AddCheckpoint {
    let proof = if old == 0 || old >= size {
        Vec::new()
    } else {
        consistency_path(old, size, history).expect("a path")
    };
    AddCheckpoint {
        old,
        proof,
        checkpoint: signed(history, size, &log()),
    }
}

#[tokio::test]
async fn each_answer_is_the_specifications() {
    let ward = Ward::begin(W1, &watched()).await;
    let tree = history("entry", 20);
    let first = request(&tree, 0, 5);
    let cosigned = ward.add_checkpoint(&first.to_bytes()).await;
    assert_eq!(cosigned.status, 200, "{}", cosigned.text());
    let lines = NoteLine::parse_all(&cosigned.text()).expect("signature lines");
    let whole = first.checkpoint.with_lines(&lines).expect("few lines");
    let (own, witness) = (log(), cosigner(W1));
    let verified = whole.verify(own.verifier(), [witness.verifier()]);
    let verified = verified.expect("both signatures hold");
    assert_eq!(verified.time_of(witness.verifier()), Some(SEEN));

    let other_log = LogKey::new(
        KeyName::parse("other.example").expect("a name"),
        world::key("o", "log"),
    );
    let of_other_log = AddCheckpoint {
        checkpoint: signed(&tree, 9, &other_log),
        ..request(&tree, 5, 9)
    };
    let of_stranger = AddCheckpoint {
        checkpoint: signed(&tree, 9, &stranger()),
        ..request(&tree, 5, 9)
    };
    let mut broken_line = request(&tree, 5, 9).to_bytes();
    let last = broken_line.len() - 3;
    broken_line[last] = if broken_line[last] == b'A' {
        b'B'
    } else {
        b'A'
    };
    let mut wrong_proof = request(&tree, 5, 9);
    wrong_proof.proof[0] = TreeHash([7; 32]);
    let fork = history("other", 20);
    let table: Vec<(u16, &str, Vec<u8>)> = vec![
        (400, "nothing", Vec::new()),
        (400, "no checkpoint", b"old 5\n\n".to_vec()),
        (400, "old beyond the size", request(&tree, 9, 5).to_bytes()),
        (404, "another log", of_other_log.to_bytes()),
        (403, "a stranger's signature", of_stranger.to_bytes()),
        (403, "a signature that fails", broken_line),
        (
            409,
            "an old size that isn't the last",
            request(&tree, 3, 9).to_bytes(),
        ),
        (
            409,
            "as if for the first time",
            request(&tree, 0, 9).to_bytes(),
        ),
        (422, "a wrong proof", wrong_proof.to_bytes()),
        (422, "another history", request(&fork, 5, 9).to_bytes()),
        (
            422,
            "another root of the same size",
            request(&fork, 5, 5).to_bytes(),
        ),
        (200, "the same again", request(&tree, 5, 5).to_bytes()),
        (200, "what continues it", request(&tree, 5, 9).to_bytes()),
        (
            409,
            "what it has gone past",
            request(&tree, 5, 20).to_bytes(),
        ),
        (413, "too much", vec![b'x'; ADD_CHECKPOINT_BYTES_MAX + 1]),
    ];
    for (status, what, body) in table {
        let answer = ward.add_checkpoint(&body).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
        if status == 409 {
            assert_eq!(answer.header("content-type"), TLOG_SIZE_TYPE, "{what}");
            let size = if what.starts_with("what") {
                "9\n"
            } else {
                "5\n"
            };
            assert_eq!(answer.text(), size, "{what}");
        }
    }
    ward.end().await;
}

#[tokio::test]
async fn the_first_checkpoint_of_a_log_takes_no_proof_and_an_empty_one_the_empty_root() {
    let ward = Ward::begin(W1, &watched()).await;
    let tree = history("entry", 9);
    let with_proof = AddCheckpoint {
        old: 0,
        ..request(&tree, 5, 9)
    };
    assert_eq!(
        ward.add_checkpoint(&with_proof.to_bytes()).await.status,
        422
    );
    let false_nothing = AddCheckpoint {
        old: 0,
        proof: Vec::new(),
        checkpoint: SignedCheckpoint::sign(0, TreeHash([1; 32]), &log()),
    };
    assert_eq!(
        ward.add_checkpoint(&false_nothing.to_bytes()).await.status,
        422
    );
    assert_eq!(
        ward.add_checkpoint(&request(&tree, 0, 0).to_bytes())
            .await
            .status,
        200
    );
    assert_eq!(
        ward.add_checkpoint(&request(&tree, 0, 9).to_bytes())
            .await
            .status,
        200
    );
    ward.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_histories_at_once_one_is_cosigned() {
    let ward = Ward::begin(W1, &watched()).await;
    let ward = std::sync::Arc::new(ward);
    let mut asking = Vec::new();
    for number in 0..24_u64 {
        let ward = std::sync::Arc::clone(&ward);
        asking.push(tokio::spawn(async move {
            let tree = history(&format!("history {number}"), 30);
            let body = request(&tree, 0, number + 1).to_bytes();
            (number, ward.add_checkpoint(&body).await.status)
        }));
    }
    let mut winners = Vec::new();
    for asked in asking {
        match asked.await.expect("a task") {
            (number, 200) => winners.push(number),
            (number, status) => assert_eq!(status, 409, "history {number}"),
        }
    }
    let [winner] = winners.as_slice() else {
        panic!("{winners:?} were all cosigned");
    };
    let state = ward.witness.state(log().origin()).expect("it is watched");
    assert_eq!(state.size, winner + 1);
}

#[tokio::test]
async fn what_was_cosigned_is_remembered_or_nothing_is() {
    let ward = Ward::begin(W1, &watched()).await;
    let tree = history("entry", 20);
    assert_eq!(
        ward.add_checkpoint(&request(&tree, 0, 7).to_bytes())
            .await
            .status,
        200
    );
    let taken = open(ward.folder(), W1, &watched());
    assert!(matches!(taken, Err(WitnessError::Held(_))), "{taken:?}");
    let folder = ward.end().await;

    let again = open(folder.path(), W1, &watched()).expect("it goes on");
    assert_eq!(again.state(log().origin()).map(|state| state.size), Some(7));
    let fork = request(&history("other", 20), 0, 9).to_bytes();
    let reply = again.add_checkpoint(&fork).expect("an answer");
    assert_eq!((reply.status, reply.body.as_str()), (409, "7\n"));
    drop(again);

    let files = folder.path().join("checkpoints");
    let file = std::fs::read_dir(files).expect("a folder").next();
    let file = file.expect("a file").expect("a file").path();
    let kept = std::fs::read_to_string(&file).expect("text");
    for damaged in ["", "nonsense\n", &kept.replacen("\n7\n", "\n6\n", 1)] {
        std::fs::write(&file, damaged).expect("it is written");
        let stopped = open(folder.path(), W1, &watched());
        assert!(
            matches!(stopped, Err(WitnessError::Memory { .. })),
            "{stopped:?}"
        );
    }
}

#[test]
fn a_witness_needs_a_key_and_a_log() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let none = open(folder.path(), W1, &[]);
    assert!(matches!(none, Err(WitnessError::NoLog)), "{none:?}");
    let own = LogKey::new(log().origin().clone(), world::key(W1, "witness"));
    let own = open(folder.path(), W1, std::slice::from_ref(own.verifier()));
    assert!(matches!(own, Err(WitnessError::OwnKey(_))), "{own:?}");
    let cosigner_as_log = open(
        folder.path(),
        W1,
        std::slice::from_ref(cosigner("other.example/w").verifier()),
    );
    assert!(matches!(cosigner_as_log, Err(WitnessError::LogKeyKind(_))));
}
