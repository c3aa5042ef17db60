//! Evidence: a log that contradicts itself is shown by one file; one that doesn't can't be framed.

use super::answers::{MORNING, accepted, answers, refused};
use super::{Naive, first_witness, fund_log, read_text, seed};
use ledger::Note;
use ledger::field::Moment;
use ledger::log::{
    AnswerLine, Answered, Contradiction, Evidence, LogKey, LogProof, Placed, SignedAnswers,
    SignedCheckpoint, TreeHash, consistency_path, cosign, leaf_hash, root,
};

fn answered(time: Moment, size: u64, line: AnswerLine) -> Answered {
    Answered {
        answers: SignedAnswers::sign(answers(time, size, vec![line]), &fund_log()).unwrap(),
        line: 1,
    }
}

/// The checkpoint over some entries.
fn checkpoint(entries: &[Vec<u8>]) -> SignedCheckpoint {
    let leaves = leaves_of(entries);
    let size = leaves.len() as u64;
    SignedCheckpoint::sign(size, root(size, &Naive(&leaves)).unwrap(), &fund_log())
}

fn leaves_of(entries: &[Vec<u8>]) -> Vec<TreeHash> {
    entries.iter().map(|entry| leaf_hash(entry)).collect()
}

fn placed(entries: &[Vec<u8>], index: u64) -> Placed {
    let nodes = leaves_of(entries);
    Placed {
        proof: LogProof::make(index, checkpoint(entries), &Naive(&nodes)).unwrap(),
        entry: entries[usize::try_from(index).unwrap()].clone(),
    }
}

fn entries(texts: &[&str]) -> Vec<Vec<u8>> {
    texts
        .iter()
        .map(|text| format!("{text}\n\n\u{2014} a b\n").into_bytes())
        .collect()
}

/// Goes through its file, and is checked with the log's key and its witness's.
fn shown(evidence: &Evidence) -> Option<Contradiction> {
    let file = evidence.to_bytes();
    assert_eq!(Evidence::parse(&file).as_ref(), Ok(evidence));
    for length in 0..file.len() {
        assert!(Evidence::parse(&file[..length]).is_err(), "cut at {length}");
    }
    let witness = first_witness().verifier().clone();
    let shown = evidence.check(fund_log().verifier(), &[witness]).ok();
    // Signed by another key it shows nothing.
    let stranger = LogKey::new(fund_log().origin().clone(), seed(0x40));
    assert!(evidence.check(stranger.verifier(), &[]).is_err());
    shown
}

#[test]
fn another_entry_at_an_accepted_index_is_shown() {
    let log = entries(&["a", "b", "c"]);
    let evidence = |text, index| Evidence::WrongLeaf {
        answered: answered(MORNING, 3, accepted(text, 1)),
        placed: placed(&log, index),
    };
    assert!(matches!(
        shown(&evidence("x\n", 1)),
        Some(Contradiction::WrongLeaf { index: 1, .. })
    ));
    assert_eq!(shown(&evidence("b\n", 1)), None);
    assert_eq!(shown(&evidence("x\n", 2)), None);
    let Evidence::WrongLeaf {
        answered,
        mut placed,
    } = evidence("x\n", 1)
    else {
        unreachable!()
    };
    placed.entry[0] = b'y';
    assert_eq!(shown(&Evidence::WrongLeaf { answered, placed }), None);
}

#[test]
fn a_clock_past_the_answer_before_its_index_is_shown() {
    let tick = read_text("entries/tick.note").into_bytes();
    let time = match Note::parse(&tick).unwrap().entry() {
        ledger::Entry::Tick(tick) => tick.time,
        other => panic!("{other:?}"),
    };
    let mut log = entries(&["a", "b", "c"]);
    log[1].clone_from(&tick);
    let evidence = |before: i64, index, at| Evidence::Clock {
        answered: answered(Moment(time.seconds() - before), 9, accepted("x\n", index)),
        placed: placed(&log, at),
    };
    assert!(matches!(
        shown(&evidence(61, 2, 1)),
        Some(Contradiction::Clock {
            index: 2,
            tick: 1,
            ..
        })
    ));
    assert_eq!(shown(&evidence(60, 2, 1)), None);
    assert_eq!(shown(&evidence(61, 1, 1)), None);
    assert_eq!(shown(&evidence(61, 2, 0)), None);
}

#[test]
fn two_answers_that_cannot_both_be_true_are_shown() {
    let evidence = |other| Evidence::TwoAnswers {
        answered: answered(MORNING, 9, accepted("a\n", 5)),
        other,
    };
    let later = |seconds: i64| Moment(MORNING.seconds() + seconds);
    let shown = |other| shown(&evidence(other));
    assert_eq!(
        shown(answered(MORNING, 9, accepted("b\n", 5))),
        Some(Contradiction::TwoAnswers)
    );
    assert_eq!(
        shown(answered(MORNING, 9, accepted("a\n", 6))),
        Some(Contradiction::TwoAnswers)
    );
    assert_eq!(shown(answered(MORNING, 9, accepted("a\n", 5))), None);
    assert_eq!(shown(answered(MORNING, 9, accepted("b\n", 6))), None);
    let back = Some(Contradiction::SizeBack { index: 5, size: 5 });
    assert_eq!(shown(answered(later(61), 5, refused("b\n", 5))), back);
    assert_eq!(shown(answered(later(60), 5, refused("b\n", 5))), None);
    assert_eq!(shown(answered(later(61), 6, refused("b\n", 5))), None);
}

#[test]
fn a_checkpoint_that_comes_too_late_is_shown_by_its_cosigner() {
    let evidence = |seconds: i64, index| {
        let signed = checkpoint(&entries(&["a", "b"]));
        let line = cosign(
            signed.checkpoint(),
            Moment(MORNING.seconds() + seconds),
            &first_witness(),
        );
        Evidence::Late {
            answered: answered(MORNING, 9, accepted("x\n", index)),
            checkpoint: signed.with_lines(&[line]).unwrap(),
        }
    };
    assert!(matches!(
        shown(&evidence(61, 2)),
        Some(Contradiction::Late {
            index: 2,
            size: 2,
            ..
        })
    ));
    assert_eq!(shown(&evidence(60, 2)), None);
    assert_eq!(shown(&evidence(61, 1)), None);
    // Whoever doesn't know the witness sees nothing in it.
    assert!(evidence(61, 2).check(fund_log().verifier(), &[]).is_err());
}

#[test]
fn a_refusal_is_carried_to_be_judged_again() {
    let entry = entries(&["a"]).remove(0);
    let evidence = |text| Evidence::Refusal {
        answered: answered(MORNING, 9, refused(text, 7)),
        entry: entry.clone(),
    };
    assert!(matches!(
        shown(&evidence("a\n")),
        Some(Contradiction::ToReplay { size: 7, .. })
    ));
    assert_eq!(shown(&evidence("b\n")), None);
    let accepted = Evidence::Refusal {
        answered: answered(MORNING, 9, accepted("a\n", 7)),
        entry,
    };
    assert_eq!(shown(&accepted), None);
}

#[test]
fn two_histories_are_shown() {
    let truth = entries(&["a", "b", "c", "d", "e"]);
    let lie = entries(&["a", "x", "c", "d", "e", "f", "g"]);
    for size in 1..=5_u64 {
        let first = usize::try_from(size).unwrap();
        for last in first..=7 {
            let leaves = leaves_of(&lie[..last]);
            let fork = |earlier: &[Vec<u8>]| Evidence::Fork {
                earlier: checkpoint(earlier),
                later: checkpoint(&lie[..last]),
                root: root(size, &Naive(&leaves)).unwrap(),
                path: consistency_path(size, last as u64, &Naive(&leaves)).unwrap(),
            };
            // The histories part at the second entry.
            assert_eq!(
                shown(&fork(&truth[..first])).is_some(),
                size >= 2,
                "{size} {last}"
            );
            assert_eq!(shown(&fork(&lie[..first])), None);
        }
    }
}

#[test]
fn an_entry_that_the_rules_refuse_is_carried_to_be_judged_again() {
    let log = entries(&["a", "b"]);
    let broken = |placed| Evidence::BrokenRule {
        placed,
        code: "beyond-node".parse().unwrap(),
    };
    assert!(matches!(
        shown(&broken(placed(&log, 1))),
        Some(Contradiction::RuleToReplay { index: 1, .. })
    ));
    let mut other = placed(&log, 1);
    other.entry[0] = b'x';
    assert_eq!(shown(&broken(other)), None);
}

#[test]
fn what_is_no_entry_is_shown() {
    let mut log = entries(&["a", "b"]);
    log.push(read_text("entries/transfer.note").into_bytes());
    assert!(matches!(
        shown(&Evidence::BadEntry(placed(&log, 1))),
        Some(Contradiction::BadEntry { index: 1, .. })
    ));
    assert_eq!(shown(&Evidence::BadEntry(placed(&log, 2))), None);
    // Bytes that are no text can be carried too.
    log[0] = vec![0xff, b'\n', 0, b'\n'];
    assert!(shown(&Evidence::BadEntry(placed(&log, 0))).is_some());
}
