//! Answers to the reader: takes files, runs the check, writes what it found.

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element, FileList, HtmlInputElement};

use super::check::{self, Report, State};
use super::{Chosen, FILES, FORM, RESULT, START, TRUST, UNSTARTED, Word, Words, fetching};
use crate::islands::dom::{Dom, Outcomes, now, put, tenths};
use crate::islands::why::Reasons;

const OUTCOMES: Outcomes<Word> = Outcomes {
    holds: Word::Holds,
    fails: Word::Fails,
    open: Word::Open,
};

/// The form, and what was chosen in it.
struct Desk {
    words: Words,
    reasons: Reasons,
    /// The identity in the page's address; empty where files alone are checked.
    identity: String,
    dom: Dom,
    chosen: RefCell<Vec<Chosen>>,
}

/// Shows the form and listens to it; begins at once where the page is about one entry.
pub(super) fn start() {
    let Some(dom) = Dom::here() else {
        return;
    };
    let words = Words::from_text(&dom.attribute(FORM, "data-words"));
    let reasons = dom.reasons(FORM);
    let identity = dom.attribute(FORM, "data-identity");
    let begin = !identity.is_empty();
    let desk = Rc::new(Desk {
        words,
        reasons,
        identity,
        dom,
        chosen: RefCell::default(),
    });
    let (pressing, choosing, dropping) = (Rc::clone(&desk), Rc::clone(&desk), Rc::clone(&desk));
    desk.dom.listen(START, "click", move |_| run(&pressing));
    desk.dom.listen(FILES, "change", move |event| {
        let input = event
            .current_target()
            .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        take(&choosing, input.and_then(|input| input.files()));
    });
    desk.dom
        .listen(FORM, "dragover", |event| event.prevent_default());
    desk.dom.listen(FORM, "drop", move |event| {
        event.prevent_default();
        let dropped = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        take(&dropping, dropped.and_then(|dropped| dropped.files()));
    });
    desk.dom.show(UNSTARTED, false);
    desk.dom.show(FORM, true);
    if begin {
        run(&desk);
    }
}

/// Reads the files, then checks them.
fn take(desk: &Rc<Desk>, files: Option<FileList>) {
    let desk = Rc::clone(desk);
    spawn_local(async move {
        let chosen = fetching::read(files).await;
        desk.chosen.replace(chosen);
        desk.check().await;
    });
}

fn run(desk: &Rc<Desk>) {
    let desk = Rc::clone(desk);
    spawn_local(async move { desk.check().await });
}

impl Desk {
    /// Checks what was chosen, or else the page's own entry; fetches first what is missing.
    async fn check(&self) {
        let fetching = self.dom.made("p", "", &self.words.say(Word::Fetching));
        self.dom.write(RESULT, &[fetching]);
        let mut files = self.chosen.borrow().clone();
        // Files from elsewhere may be of any entry.
        let mut identity = "";
        let mut written = Vec::new();
        if files.is_empty() && !self.identity.is_empty() {
            identity = &self.identity;
            match fetching::proof(identity).await {
                Ok(bytes) => files.push(Chosen {
                    name: String::new(),
                    bytes,
                }),
                Err(why) => {
                    let why = ("why", self.reasons.say(&why));
                    let said = self.words.fill(Word::Unreachable, &[why]);
                    written.push(self.dom.made("p", "inset", &said));
                }
            }
        }
        let more = fetching::enrolling(&check::missing(&files)).await;
        let trust = self.dom.written_in(TRUST);
        if !files.is_empty() {
            let before = now();
            let reports = check::check(&files, &more, &trust, identity);
            self.tell(&reports, now() - before, &mut written);
        }
        self.dom.write(RESULT, &written);
        self.dom.say(START, &self.words.say(Word::Again));
    }

    /// What was found, in words.
    fn tell(&self, reports: &[Report], ms: f64, written: &mut Vec<Element>) {
        let verdict = verdict(reports);
        let lead = self.dom.made("p", "lead", "");
        put(
            &lead,
            &[self.dom.made("strong", "", &self.words.say(verdict))],
        );
        written.push(lead);
        for report in reports {
            if !report.name.is_empty() {
                written.push(self.dom.made("h2", "", &report.name));
            }
            let list = self.dom.made("ul", "points", "");
            for line in &report.lines {
                let said = line.said(&self.words, &self.reasons);
                let item = self.dom.item(&self.words, &OUTCOMES, line.state, &said);
                put(&list, &[item]);
            }
            written.push(list);
        }
        let ms = tenths(ms);
        written.push(
            self.dom
                .made("p", "meta", &self.words.fill(Word::Took, &[("ms", ms)])),
        );
        if verdict != Word::SomeFail {
            self.points(Word::Proves, &[Word::ProvesText, Word::ProvesLog], written);
            let not = [
                Word::ProvesNotTrue,
                Word::ProvesNotRules,
                Word::ProvesNotServer,
            ];
            self.points(Word::ProvesNot, &not, written);
        }
    }

    fn points(&self, title: Word, points: &[Word], written: &mut Vec<Element>) {
        written.push(self.dom.made("h2", "", &self.words.say(title)));
        let list = self.dom.made("ul", "points", "");
        points
            .iter()
            .for_each(|point| put(&list, &[self.dom.made("li", "", &self.words.say(*point))]));
        written.push(list);
    }
}

/// The whole in one sentence: what fails comes first, then what wasn't checked.
fn verdict(reports: &[Report]) -> Word {
    let found = |state| {
        reports
            .iter()
            .flat_map(|report| &report.lines)
            .any(|line| line.state == state)
    };
    if found(State::Fails) {
        Word::SomeFail
    } else if found(State::Open) {
        Word::SomeOpen
    } else {
        Word::AllHold
    }
}
