//! What a reader's own machine says of proofs that the log serves. The browser runs the same code.

use super::{key, until_published};
use app::islands::verify::check::{Report, State, check, missing};
use app::islands::verify::{Chosen, Word};
use ed25519_dalek::SigningKey;
use ledger::Note;
use ledger::field::{Identity, Moment};
use ledger::log::{CosignerKey, KeyName, LogProof, cosign};
use tests::app::TestApp;

/// A ledger with an entry, its proof, and the proof of the entry that enrolled its key.
struct Ground {
    app: TestApp,
    trust: String,
    entry: LogProof,
    enrolling: LogProof,
}

impl Ground {
    async fn new() -> Self {
        let mut app = TestApp::founded().await;
        let note = app.house.world.appropriation(1000);
        let size = app.house.admit(std::slice::from_ref(&note)).await + 1;
        until_published(&app, size).await;
        let trust = key(&app).await.verifier().to_string();
        let entry = proof(&app, note.identity()).await;
        let line = &note.lines()[0];
        let known = app
            .get(&format!("/api/v1/members/{}", line.name))
            .await
            .json();
        let keys = known["keys"].as_array().expect("keys").clone();
        let enrolled = keys
            .iter()
            .find(|key| key["key_id"] == line.id.to_string().as_str());
        let index = enrolled.expect("the key is known")["enrolled"]
            .as_u64()
            .expect("an index");
        let known = app.house.store.entry_at(index).await.expect("a store");
        let enrolling = proof(&app, known.expect("an entry").note.identity()).await;
        Self {
            app,
            trust,
            entry,
            enrolling,
        }
    }

    /// The checks on this proof, with the enrolling one beside it.
    fn checked(&self, proof: &LogProof) -> Report {
        check(
            &[chosen(proof)],
            &[self.enrolling.to_bytes()],
            &self.trust,
            "",
        )
        .remove(0)
    }
}

async fn proof(app: &TestApp, identity: Identity) -> LogProof {
    let served = app.get(&format!("/log/proof/{identity}")).await;
    LogProof::parse(&served.body).unwrap_or_else(|error| panic!("{error}: {}", served.text()))
}

fn chosen(proof: &LogProof) -> Chosen {
    Chosen {
        name: String::new(),
        bytes: proof.to_bytes(),
    }
}

fn words(report: &Report, state: State) -> Vec<Word> {
    report
        .lines
        .iter()
        .filter(|line| line.state == state)
        .map(|line| line.word)
        .collect()
}

#[tokio::test]
async fn an_entry_with_what_enrolled_its_key_holds() {
    let ground = Ground::new().await;
    let report = ground.checked(&ground.entry);
    let wanted = [
        Word::Form,
        Word::Identity,
        Word::Signature,
        Word::Included,
        Word::Log,
        Word::QuorumNone,
    ];
    assert_eq!(words(&report, State::Holds), wanted);
    assert_eq!(report.lines.len(), wanted.len());
    let enrolling = ground.checked(&ground.enrolling);
    assert!(words(&enrolling, State::Holds).contains(&Word::SignatureOwn));
    assert!(words(&enrolling, State::Fails).is_empty());
    ground.app.stop().await;
}

#[tokio::test]
async fn a_key_that_nothing_at_hand_enrols_is_named_and_left_open() {
    let ground = Ground::new().await;
    let files = [chosen(&ground.entry)];
    let missing = missing(&files);
    assert_eq!(missing.len(), 1);
    let report = check(&files, &[], &ground.trust, "").remove(0);
    assert_eq!(words(&report, State::Open), [Word::SignatureOpen]);
    // An enrolment counts only out of the log that is trusted, and only for what comes after it.
    let mut elsewhere = ground.enrolling.clone();
    elsewhere.index += 1;
    let report = check(&files, &[elsewhere.to_bytes()], &ground.trust, "").remove(0);
    assert_eq!(words(&report, State::Open), [Word::SignatureOpen]);
    ground.app.stop().await;
}

#[tokio::test]
async fn whatever_is_changed_is_named() {
    let ground = Ground::new().await;
    let note = ground.entry.extra.clone().expect("the entry");
    let changed = |change: &dyn Fn(&mut LogProof)| {
        let mut proof = ground.entry.clone();
        change(&mut proof);
        words(&ground.checked(&proof), State::Fails)
    };
    let text = String::from_utf8(note.clone()).expect("text");
    let more = text.replace("\namount 1000\n", "\namount 9000\n");
    assert_eq!(
        changed(&|proof| proof.extra = Some(more.clone().into_bytes())),
        [Word::SignatureBad, Word::IncludedBad]
    );
    assert_eq!(
        changed(&|proof| proof.extra = Some(b"not an entry\n".to_vec())),
        [Word::FormBad, Word::IncludedBad]
    );
    assert_eq!(changed(&|proof| proof.index -= 1), [Word::IncludedBad]);
    assert_eq!(
        changed(&|proof| proof.path[0].0[0] ^= 1),
        [Word::IncludedBad]
    );
    let other = Note::parse(&note)
        .expect("a note")
        .identity()
        .to_string()
        .replace('0', "1");
    let report = check(&[chosen(&ground.entry)], &[], &ground.trust, &other).remove(0);
    assert_eq!(words(&report, State::Fails), [Word::IdentityBad]);
    let mut bare = ground.entry.clone();
    bare.extra = None;
    assert_eq!(
        words(&ground.checked(&bare), State::Open),
        [Word::NoteMissing]
    );
    let nothing = Chosen {
        name: "a".to_owned(),
        bytes: b"nothing".to_vec(),
    };
    let report = check(&[nothing], &[], &ground.trust, "").remove(0);
    assert_eq!(words(&report, State::Fails), [Word::ProofBad]);
    ground.app.stop().await;
}

#[tokio::test]
async fn only_what_the_reader_trusts_counts() {
    let ground = Ground::new().await;
    let files = [chosen(&ground.entry)];
    let fails = |trust: &str| words(&check(&files, &[], trust, "").remove(0), State::Fails);
    assert_eq!(fails("nobody's key"), [Word::TrustBad]);
    assert_eq!(fails(""), [Word::TrustBad]);
    let foreign = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    assert_eq!(fails(foreign), [Word::LogBad]);

    let witness = CosignerKey::new(
        "witness.example/w1".parse::<KeyName>().expect("a name"),
        SigningKey::from_bytes(&[7; 32]),
    );
    let policy = format!(
        "log {}\nwitness w1 {}\nquorum w1\n",
        ground.trust,
        witness.verifier()
    );
    assert_eq!(fails(&policy), [Word::QuorumBad]);
    let mut seen = ground.entry.clone();
    let line = cosign(
        seen.checkpoint.checkpoint(),
        Moment(1_700_000_000),
        &witness,
    );
    seen.checkpoint = seen
        .checkpoint
        .with_lines(&[line])
        .expect("room for a line");
    let report = check(&[chosen(&seen)], &[], &policy, "").remove(0);
    let holds = words(&report, State::Holds);
    assert!(
        holds.contains(&Word::Witness) && holds.contains(&Word::Quorum),
        "{report:?}"
    );
    let time = report
        .lines
        .iter()
        .find(|line| line.word == Word::Witness)
        .expect("a witness");
    assert_eq!(time.values[1], ("time", "2023-11-14T22:13:20Z".to_owned()));
    ground.app.stop().await;
}
