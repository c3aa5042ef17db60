//! Answers to the reader: takes files, runs the check, writes what it found.

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Document, DragEvent, Element, Event, FileList, HtmlInputElement, HtmlTextAreaElement, window,
};

use super::check::{self, Line, Report, State};
use super::{Chosen, FILES, FORM, RESULT, START, TRUST, UNSTARTED, Word, Words, fetching};

/// The form, and what was chosen in it.
struct Desk {
    words: Words,
    /// The identity in the page's address; empty where files alone are checked.
    identity: String,
    document: Document,
    chosen: RefCell<Vec<Chosen>>,
}

/// Shows the form and listens to it; begins at once where the page is about one entry.
pub(super) fn start() {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let form = document.get_element_by_id(FORM);
    let told = |name| {
        form.as_ref()
            .and_then(|form| form.get_attribute(name))
            .unwrap_or_default()
    };
    let (words, identity) = (Words::from_text(&told("data-words")), told("data-identity"));
    let begin = !identity.is_empty();
    let desk = Rc::new(Desk {
        words,
        identity,
        document,
        chosen: RefCell::default(),
    });
    let (pressing, choosing, dropping) = (Rc::clone(&desk), Rc::clone(&desk), Rc::clone(&desk));
    desk.listen(START, "click", move |_| run(&pressing));
    desk.listen(FILES, "change", move |event| {
        let input = event
            .current_target()
            .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        take(&choosing, input.and_then(|input| input.files()));
    });
    desk.listen(FORM, "dragover", |event| event.prevent_default());
    desk.listen(FORM, "drop", move |event| {
        event.prevent_default();
        let dropped = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        take(&dropping, dropped.and_then(|dropped| dropped.files()));
    });
    if let Some(unstarted) = desk.element(UNSTARTED) {
        _ = unstarted.set_attribute("hidden", "");
    }
    if let Some(form) = form {
        _ = form.remove_attribute("hidden");
    }
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
        self.write(&[self.made("p", "", &self.words.say(Word::Fetching))]);
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
                Err(why) => written.push(self.made(
                    "p",
                    "inset",
                    &self.words.fill(Word::Unreachable, &[("why", why)]),
                )),
            }
        }
        let more = fetching::enrolling(&check::missing(&files)).await;
        let trust = self
            .element(TRUST)
            .and_then(|trust| trust.dyn_into::<HtmlTextAreaElement>().ok());
        let trust = trust.map(|trust| trust.value()).unwrap_or_default();
        if !files.is_empty() {
            let before = now();
            let reports = check::check(&files, &more, &trust, identity);
            self.tell(&reports, now() - before, &mut written);
        }
        self.write(&written);
        if let Some(button) = self.element(START) {
            button.set_text_content(Some(&self.words.say(Word::Again)));
        }
    }

    /// What was found, in words.
    fn tell(&self, reports: &[Report], ms: f64, written: &mut Vec<Element>) {
        let verdict = verdict(reports);
        let lead = self.made("p", "lead", "");
        self.put(&lead, &[self.made("strong", "", &self.words.say(verdict))]);
        written.push(lead);
        for report in reports {
            if !report.name.is_empty() {
                written.push(self.made("h2", "", &report.name));
            }
            let list = self.made("ul", "points", "");
            report
                .lines
                .iter()
                .for_each(|line| self.put(&list, &[self.line(line)]));
            written.push(list);
        }
        let ms = String::from(js_sys::Number::from(ms).to_fixed(1).unwrap_or_default());
        written.push(self.made("p", "meta", &self.words.fill(Word::Took, &[("ms", ms)])));
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

    fn line(&self, line: &Line) -> Element {
        let (class, state) = match line.state {
            State::Holds => ("tag green", Word::Holds),
            State::Fails => ("tag red", Word::Fails),
            State::Open => ("tag amber", Word::Open),
        };
        let said = format!(" {}", self.words.fill(line.word, &line.values));
        let item = self.made("li", "", "");
        self.put(
            &item,
            &[
                self.made("span", class, &self.words.say(state)),
                self.made("span", "long", &said),
            ],
        );
        item
    }

    fn points(&self, title: Word, points: &[Word], written: &mut Vec<Element>) {
        written.push(self.made("h2", "", &self.words.say(title)));
        let list = self.made("ul", "points", "");
        points
            .iter()
            .for_each(|point| self.put(&list, &[self.made("li", "", &self.words.say(*point))]));
        written.push(list);
    }

    fn element(&self, id: &str) -> Option<Element> {
        self.document.get_element_by_id(id)
    }

    /// A new element with a text, which is never read as markup.
    fn made(&self, tag: &str, class: &str, text: &str) -> Element {
        let made = self
            .document
            .create_element(tag)
            .expect("the name of an element");
        made.set_text_content(Some(text));
        if !class.is_empty() {
            made.set_class_name(class);
        }
        made
    }

    fn put(&self, into: &Element, parts: &[Element]) {
        for part in parts {
            _ = into.append_child(part);
        }
    }

    /// Puts these in the place of what was found before.
    fn write(&self, written: &[Element]) {
        if let Some(result) = self.element(RESULT) {
            result.set_text_content(None);
            self.put(&result, written);
        }
    }

    /// Listens for as long as the page is there.
    fn listen(&self, id: &str, event: &str, answer: impl Fn(Event) + 'static) {
        let answer: Closure<dyn Fn(Event)> = Closure::new(answer);
        let answer: JsValue = answer.into_js_value();
        if let Some(element) = self.element(id) {
            _ = element.add_event_listener_with_callback(event, answer.unchecked_ref());
        }
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

/// Milliseconds since the page began.
fn now() -> f64 {
    let clock = window().and_then(|window| window.performance());
    clock.map_or(0.0, |clock| clock.now())
}
