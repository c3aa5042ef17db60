//! The sample's questions about a transfer: none yet, some, and one that can't be asked.

use super::desk::{Pages, who, wrong};
use super::*;

pub(super) fn pages() -> Pages {
    let (list, one) = ("desk/questions", "desk/questions/7ae1");
    vec![
        ("desk-questions", list, DeskPage::Questions(questions())),
        (
            "desk-questions-none",
            list,
            DeskPage::Questions(QuestionsPage {
                who: who(),
                ..QuestionsPage::default()
            }),
        ),
        ("desk-question-ask", one, DeskPage::StepQuestions(ask())),
        (
            "desk-question-wrong",
            one,
            DeskPage::StepQuestions(ask_wrong()),
        ),
        (
            "desk-question-answer",
            one,
            DeskPage::StepQuestions(answer()),
        ),
    ]
}

fn open() -> QuestionRow {
    QuestionRow {
        id: "c2f1d7a0b9e84f63".to_owned(),
        step: identity(201),
        payer: ministry(),
        payee: caazapa(),
        asker: "ana.benitez".to_owned(),
        asked: END - 3 * DAY,
        text: "¿El saldo del segundo trimestre viene en otra transferencia?".to_owned(),
        ..QuestionRow::default()
    }
}

fn answered() -> QuestionRow {
    QuestionRow {
        asked: END - 9 * DAY,
        text: "¿A qué cuenta se envió?".to_owned(),
        answer: Some("A la cuenta que el libro nombra en el asiento.".to_owned()),
        answered: Some(END - 8 * DAY),
        ..open()
    }
}

fn questions() -> QuestionsPage {
    QuestionsPage {
        who: who(),
        waiting: vec![QuestionRow {
            payer: caazapa(),
            payee: yuty(),
            asker: String::new(),
            ..open()
        }],
        own: vec![open(), answered()],
    }
}

fn ask() -> StepQuestionsPage {
    StepQuestionsPage {
        who: who(),
        step: step_row(201, StepState::InTransit, 0, 391_206_118),
        asked: vec![answered(), open()],
        may_ask: true,
        once: "5f0c19e2a4b7d386".to_owned(),
        chars_max: 300,
        ..StepQuestionsPage::default()
    }
}

fn ask_wrong() -> StepQuestionsPage {
    StepQuestionsPage {
        asked: Vec::new(),
        typed: "¿Cuándo?\u{202e}".to_owned(),
        errors: vec![wrong("question", "words-unreadable")],
        ..ask()
    }
}

fn answer() -> StepQuestionsPage {
    StepQuestionsPage {
        may_ask: false,
        may_answer: true,
        errors: vec![wrong("answer", "words-missing")],
        ..ask()
    }
}
