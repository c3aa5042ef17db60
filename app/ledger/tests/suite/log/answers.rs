//! Answers: receipts of submissions, in one form.

use super::{fund_log, read, seed, vectors};
use ledger::Note;
use ledger::field::{Identity, Moment};
use ledger::log::{
    ANSWERS_MAX, AnswerLine, Answers, AnswersError, LogKey, SignedAnswers, submission_identity,
};

/// 2026-11-22T05:00:00Z.
pub(super) const MORNING: Moment = Moment(1_795_323_600);

pub(super) fn accepted(text: &str, index: u64) -> AnswerLine {
    AnswerLine::Accepted {
        identity: Identity::of(text),
        index,
    }
}

pub(super) fn refused(text: &str, size: u64) -> AnswerLine {
    AnswerLine::Refused {
        identity: Identity::of(text),
        code: "beyond-node".parse().unwrap(),
        size,
    }
}

pub(super) fn answers(time: Moment, size: u64, lines: Vec<AnswerLine>) -> Answers {
    Answers {
        log: fund_log().origin().clone(),
        time,
        size,
        lines,
    }
}

#[test]
fn a_receipt_reads_as_documented() {
    let answers = answers(MORNING, 41, vec![accepted("a\n", 40), refused("b\n", 41)]);
    let (a, b) = (Identity::of("a\n"), Identity::of("b\n"));
    let wanted = format!(
        "countersign/v1/answers\nlog ledger.example/fund\ntime 2026-11-22T05:00:00Z\nsize 41\n\
         accepted {a} 40\nrefused {b} beyond-node 41\n"
    );
    assert_eq!(answers.to_text(), wanted);
    let signed = SignedAnswers::sign(answers.clone(), &fund_log()).unwrap();
    let again = SignedAnswers::parse(signed.bytes()).unwrap();
    assert_eq!(again, signed);
    assert_eq!(again.verify(fund_log().verifier()), Ok(&answers));
}

#[test]
fn answers_have_one_form() {
    let good = answers(MORNING, 41, vec![accepted("a\n", 40), refused("b\n", 41)]).to_text();
    assert!(Answers::parse(&good).is_ok());
    for (from, to) in [
        ("v1/answers", "v2/answers"),
        ("log ledger", "log  ledger"),
        ("time 2026", "time 26"),
        ("05:00:00Z", "05:00:00+00:00"),
        ("size 41", "size 041"),
        ("size 41", "size 40"),
        ("size 41", "size 9223372036854775808"),
        ("accepted", "Accepted"),
        (" 40\n", " 41\n"),
        (" 40\n", " 40 \n"),
        ("beyond-node 41", "beyond-node 42"),
        ("beyond-node 41", "beyond-node"),
        ("beyond-node", "Beyond"),
        ("refused", "refused "),
        ("beyond-node 41\n", "beyond-node 41"),
        ("beyond-node 41\n", "beyond-node 41\n\n"),
        ("\naccepted", "\n\naccepted"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert!(Answers::parse(&bad).is_err(), "{bad}");
    }
    let none = good.split_inclusive('\n').take(4).collect::<String>();
    assert_eq!(Answers::parse(&none), Err(AnswersError::Count(0)));
}

#[test]
fn a_batch_fits_one_receipt() {
    let lines = |count: usize| vec![refused("a\n", 5); count];
    let full = answers(MORNING, 5, lines(ANSWERS_MAX));
    let signed = SignedAnswers::sign(full.clone(), &fund_log()).unwrap();
    assert_eq!(
        SignedAnswers::parse(signed.bytes()).unwrap().answers(),
        &full
    );
    let more = answers(MORNING, 5, lines(ANSWERS_MAX + 1));
    assert_eq!(
        SignedAnswers::sign(more.clone(), &fund_log()),
        Err(AnswersError::Count(257))
    );
    assert_eq!(
        Answers::parse(&more.to_text()),
        Err(AnswersError::Count(257))
    );
    let beyond = answers(MORNING, 5, vec![refused("a\n", 5), accepted("a\n", 5)]);
    assert_eq!(
        SignedAnswers::sign(beyond, &fund_log()),
        Err(AnswersError::BeyondSize(2))
    );
}

#[test]
fn nobody_else_answers_for_the_log() {
    let answers = answers(MORNING, 5, vec![refused("a\n", 5)]);
    let other = LogKey::new("other.example".parse().unwrap(), seed(0));
    assert!(matches!(
        SignedAnswers::sign(answers.clone(), &other),
        Err(AnswersError::LogDiffers { .. })
    ));
    let signed = SignedAnswers::sign(answers, &fund_log()).unwrap();
    assert!(signed.verify(other.verifier()).is_err());
    let stranger = LogKey::new(fund_log().origin().clone(), seed(0x40));
    assert!(signed.verify(stranger.verifier()).is_err());
    let text = String::from_utf8(signed.bytes().to_vec()).unwrap();
    let changed = SignedAnswers::parse(text.replace("size 5", "size 6").as_bytes()).unwrap();
    assert!(matches!(
        changed.verify(fund_log().verifier()),
        Err(AnswersError::Signatures(_))
    ));
    // A checkpoint is no receipt, a receipt no checkpoint.
    assert!(SignedAnswers::parse(&read("log/checkpoint")).is_err());
    assert!(ledger::log::SignedCheckpoint::parse(signed.bytes()).is_err());
}

#[test]
fn a_submission_has_an_identity_whatever_its_bytes() {
    for entry in std::fs::read_dir(vectors("entries")).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "note")
        {
            let bytes = std::fs::read(&path).unwrap();
            let note = Note::parse(&bytes).unwrap();
            assert_eq!(submission_identity(&bytes), note.identity());
        }
    }
    assert_eq!(
        submission_identity(b"a\n\nb\n\nc"),
        Identity::of("a\n\nb\n")
    );
    assert_eq!(submission_identity(b"a\n\n\n"), Identity::of("a\n\n"));
    assert_eq!(
        submission_identity(b"no blank line\n"),
        Identity::of("no blank line\n")
    );
    assert_eq!(submission_identity(b""), Identity::of(""));
    assert_ne!(
        submission_identity(b"\xff\n\n"),
        submission_identity(b"\xfe\n\n")
    );
}
