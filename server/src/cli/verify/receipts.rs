//! Receipts of a log: read, held against it, and told.

use super::super::Failure;
use super::evidence;
use super::log::Read;
use super::proof::{file, refused};
use crate::speech::{self, Message, Tell};
use crate::verify::{AnswerPlace, Kept, Receipts};
use ledger::limits::NOTE_BYTES_MAX;
use ledger::log::{
    AnswerLine, Answered, Evidence, INCLUSION_SECONDS, LOG_NOTE_BYTES_MAX, Placed, Policy,
    SignedAnswers, VerifierKey,
};
use serde_json::json;
use std::path::{Path, PathBuf};

/// A receipt and the file that it came from.
pub(super) struct Paper {
    path: PathBuf,
    answers: SignedAnswers,
}

impl Paper {
    /// Reads receipts, and checks that the log signed them.
    pub(super) fn read_all(paths: &[PathBuf], key: &VerifierKey) -> Result<Vec<Self>, Failure> {
        paths.iter().map(|path| Self::read(path, key)).collect()
    }

    fn read(path: &Path, key: &VerifierKey) -> Result<Self, Failure> {
        let bytes = file(path, LOG_NOTE_BYTES_MAX)?;
        let answers = SignedAnswers::parse(&bytes).map_err(|error| Failure::file(path, error))?;
        let refused = |error| refused(path, "receipt-untrusted", &error);
        answers.verify(key).map_err(refused)?;
        Ok(Self {
            path: path.to_owned(),
            answers,
        })
    }

    fn answered(&self, place: usize) -> Answered {
        Answered {
            answers: self.answers.clone(),
            line: place + 1,
        }
    }
}

/// The answers of receipts, ready to be held against a log.
pub(super) fn all(papers: &[Paper], submissions: &[PathBuf]) -> Result<Receipts, Failure> {
    let answers: Vec<SignedAnswers> = papers.iter().map(|paper| paper.answers.clone()).collect();
    // One byte more than a note may have is still judged: its code is that it is too long.
    let submissions = submissions
        .iter()
        .map(|path| file(path, 16 * NOTE_BYTES_MAX));
    Ok(Receipts::new(
        &answers,
        submissions.collect::<Result<_, _>>()?,
    ))
}

/// The keys of a policy's witnesses.
pub(super) fn cosigners(policy: &Policy) -> Vec<VerifierKey> {
    let witnesses = policy.witnesses().iter();
    witnesses.map(|witness| witness.key.clone()).collect()
}

/// What became of one answer, to be printed.
pub(super) struct Told {
    paper: PathBuf,
    line: usize,
    what: Message,
    code: &'static str,
    /// Whether the log contradicts it.
    pub(super) contradicts: bool,
    evidence: Option<PathBuf>,
}

impl Told {
    pub(super) fn as_json(&self) -> serde_json::Value {
        json!({
            "receipt": self.paper,
            "line": self.line,
            "code": self.code,
            "contradicts": self.contradicts,
            "what": self.what.tell(speech::english()),
            "evidence": self.evidence,
        })
    }

    pub(super) fn in_words(&self) -> String {
        let told = Message::new("answer-told")
            .with("path", self.paper.display())
            .with("line", self.line)
            .with("what", &self.what)
            .with("code", self.code);
        match &self.evidence {
            Some(path) => format!("{told}\n  {}\n", evidence::at(path)),
            None => format!("{told}\n"),
        }
    }
}

/// Says what became of every answer; contradictions are saved.
pub(super) fn told(
    receipts: Receipts,
    papers: &[Paper],
    read: &Read,
    cosigners: &[VerifierKey],
) -> Result<Vec<Told>, Failure> {
    let mut told = Vec::new();
    for (place, kept) in receipts.finish() {
        told.push(one(place, kept, papers, read, cosigners)?);
    }
    two_answers(papers, read, &mut told)?;
    Ok(told)
}

fn one(
    (receipt, place): AnswerPlace,
    kept: Kept,
    papers: &[Paper],
    read: &Read,
    cosigners: &[VerifierKey],
) -> Result<Told, Failure> {
    let paper = &papers[receipt];
    let answered = paper.answered(place);
    let line = &paper.answers.answers().lines[place];
    let (code, what, evidence) = match kept {
        Kept::Stands => ("answer-kept", Message::new("answer-kept"), None),
        Kept::Awaited => awaited(answered, read, cosigners),
        Kept::WrongLeaf { found, note } => (
            "answer-wrong-leaf",
            Message::new("answer-wrong-leaf").with("found", found),
            Some(Evidence::WrongLeaf {
                placed: placed(read, index(line), note)?,
                answered,
            }),
        ),
        Kept::Clock { tick, note } => (
            "answer-before-clock",
            Message::new("answer-before-clock")
                .with("tick", tick)
                .with("seconds", INCLUSION_SECONDS),
            Some(Evidence::Clock {
                placed: placed(read, tick, note)?,
                answered,
            }),
        ),
        Kept::RefusedRightly => (
            "refusal-right",
            Message::new("answer-refused-rightly"),
            None,
        ),
        Kept::JudgedOtherwise { submission, code } => (
            "refusal-wrong",
            match code {
                Some(code) => Message::new("answer-refused-otherwise").with("code", code),
                None => Message::new("answer-admitted-by-rules"),
            },
            Some(Evidence::Refusal {
                answered,
                entry: submission,
            }),
        ),
        Kept::NotJudged => (
            "refusal-not-judged",
            Message::new("answer-not-judged"),
            None,
        ),
    };
    let log = read.key.name();
    let saved = |evidence: &Evidence| read.folder.evidence(log, code, index(line), evidence);
    Ok(Told {
        paper: paper.path.clone(),
        line: place + 1,
        what: what.with("answer", line),
        code,
        contradicts: evidence.is_some(),
        evidence: evidence.as_ref().map(saved).transpose()?,
    })
}

/// An accepted entry beyond the checkpoint: late only where a known cosigner saw it so.
fn awaited(
    answered: Answered,
    read: &Read,
    cosigners: &[VerifierKey],
) -> (&'static str, Message, Option<Evidence>) {
    let size = read.trusted.signed.checkpoint().size;
    let late = Evidence::Late {
        answered,
        checkpoint: read.trusted.signed.clone(),
    };
    if late.check(&read.key, cosigners).is_ok() {
        let what = Message::new("answer-late").count("size", size);
        return (
            "answer-late",
            what.with("seconds", INCLUSION_SECONDS),
            Some(late),
        );
    }
    let what = Message::new("answer-awaited").count("size", size);
    (
        "answer-awaited",
        what.with("seconds", INCLUSION_SECONDS),
        None,
    )
}

fn index(line: &AnswerLine) -> u64 {
    match line {
        AnswerLine::Accepted { index, .. } => *index,
        AnswerLine::Refused { size, .. } => *size,
    }
}

fn placed(read: &Read, index: u64, entry: Vec<u8>) -> Result<Placed, Failure> {
    let proof = read.proof(index)?;
    Ok(Placed { proof, entry })
}

/// Answers that can't both be true.
fn two_answers(papers: &[Paper], read: &Read, told: &mut Vec<Told>) -> Result<(), Failure> {
    for (place, paper) in papers.iter().enumerate() {
        for other in &papers[place + 1..] {
            let Some(evidence) = contradiction(paper, other, &read.key) else {
                continue;
            };
            let code = "answers-contradict";
            let size = paper.answers.answers().size;
            let saved = read
                .folder
                .evidence(read.key.name(), code, size, &evidence)?;
            told.push(Told {
                paper: paper.path.clone(),
                line: 1,
                what: Message::new("answers-contradict").with("other", other.path.display()),
                code,
                contradicts: true,
                evidence: Some(saved),
            });
        }
    }
    Ok(())
}

/// The first two answers of two receipts that can't both be true, whichever came first.
fn contradiction(one: &Paper, other: &Paper, key: &VerifierKey) -> Option<Evidence> {
    let lines = |paper: &Paper| 0..paper.answers.answers().lines.len();
    let both = lines(one).flat_map(|a| lines(other).map(move |b| (a, b)));
    both.flat_map(|(a, b)| {
        [
            (one.answered(a), other.answered(b)),
            (other.answered(b), one.answered(a)),
        ]
    })
    .filter(|(answered, other)| clash(answered, other))
    .map(|(answered, other)| Evidence::TwoAnswers { answered, other })
    .find(|evidence| evidence.check(key, &[]).is_ok())
}

/// Whether two answers may contradict each other: cheap, so that signatures are checked only then.
fn clash(answered: &Answered, other: &Answered) -> bool {
    let (earlier, later) = (answered.answers.answers(), other.answers.answers());
    let AnswerLine::Accepted { identity, index } = &earlier.lines[answered.line - 1] else {
        return false;
    };
    let two = match &later.lines[other.line - 1] {
        AnswerLine::Accepted {
            identity: second,
            index: place,
        } => (second == identity) != (place == index),
        AnswerLine::Refused { .. } => false,
    };
    two || later.size <= *index
}
