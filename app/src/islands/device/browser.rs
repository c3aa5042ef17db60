//! Answers to the reader on both pages: the device's own, and the one before a signature.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::keeping::{Key, find, make};
use super::{
    DETAILS, KEY, MAKE, MEANING, PROVE, SAID, SIGN, SIGNATURE, Standing, TEXT, UNSTARTED, Word,
    Words, id_text, key_text, line_below, standing, text_of,
};
use crate::islands::dom::{Dom, text};

/// The page, and what it says.
struct Desk {
    dom: Dom,
    words: Words,
    person: String,
    member: String,
    /// Whether a press is being worked on: the second of two is the same one.
    busy: Cell<bool>,
}

/// Looks for the person's key and shows what it can do here.
pub fn start() {
    let Some(dom) = Dom::here() else { return };
    let told = |name| dom.attribute(SAID, name);
    let desk = Rc::new(Desk {
        words: Words::from_text(&told("data-words")),
        person: told("data-person"),
        member: told("data-member"),
        busy: Cell::new(false),
        dom,
    });
    spawn_local(async move {
        let found = find(&desk.person).await;
        if desk.dom.element(SIGN).is_some() {
            before_signing(&desk, found);
        } else {
            on_the_devices_page(&desk, found);
        }
    });
}

fn on_the_devices_page(desk: &Rc<Desk>, found: Result<Option<Key>, JsValue>) {
    desk.dom.show(UNSTARTED, false);
    let key = match found {
        Ok(key) => key,
        Err(error) => return desk.say(Word::Unable, "why", why(&error)),
    };
    let told = |name| desk.dom.attribute(SAID, name);
    let written = key.as_ref().and_then(|key| key_text(&key.public));
    let written = written.unwrap_or_default();
    let id = key.as_ref().map(|key| id_text(&desk.member, &key.public));
    let id = id.unwrap_or_default();
    let proven = told("data-proven") == "yes";
    match (
        standing(&written, &told("data-keys"), &told("data-offered"), proven),
        key,
    ) {
        (Standing::Enrolled, _) => desk.say(Word::HereEnrolled, "key", id),
        (Standing::Waiting, _) => desk.say(Word::HereWaiting, "key", id),
        (Standing::Offered, Some(key)) => {
            desk.say(Word::HereOffered, "key", id);
            signing(desk, PROVE, key);
        }
        _ => {
            desk.say(Word::HereNone, "key", id);
            desk.dom.show(MAKE, true);
            let making = Rc::clone(desk);
            desk.dom.listen(MAKE, "submit", move |event| {
                event.prevent_default();
                let desk = Rc::clone(&making);
                if !desk.busy.replace(true) {
                    spawn_local(async move { offer(&desk).await });
                }
            });
        }
    }
}

/// Makes a key and sends its public half.
async fn offer(desk: &Desk) {
    match make(&desk.person).await {
        Ok(key) => desk.send(MAKE, KEY, &key_text(&key.public).unwrap_or_default()),
        Err(error) => {
            desk.dom.show(MAKE, false);
            desk.say(Word::Unable, "why", why(&error));
        }
    }
}

fn before_signing(desk: &Rc<Desk>, found: Result<Option<Key>, JsValue>) {
    // Another device has the key, or none can be had here: the server's signs as before.
    let Ok(Some(key)) = found else { return };
    let keys = desk.dom.attribute(SAID, "data-keys");
    let written = key_text(&key.public).unwrap_or_default();
    if standing(&written, &keys, "", false) != Standing::Enrolled {
        return;
    }
    desk.say(Word::Signs, "key", id_text(&desk.member, &key.public));
    desk.dom
        .say(MEANING, &desk.dom.attribute(SAID, "data-meaning"));
    if let Some(details) = desk.dom.element(DETAILS) {
        _ = details.set_attribute("open", "");
    }
    signing(desk, SIGN, key);
}

/// Shows the text as it was read here, and signs it when the form is sent. Where the page's text isn't the
/// one that its form names, nothing is signed at all.
fn signing(desk: &Rc<Desk>, form: &'static str, key: Key) {
    let told = |name| desk.dom.attribute(SAID, name);
    let read = text_of(&told("data-text"), &told("data-identity"));
    desk.dom.say(TEXT, read.as_deref().unwrap_or_default());
    desk.dom.show(form, true);
    if read.is_none() {
        desk.say(Word::Differs, "key", String::new());
    }
    let (waiting, parts) = (Rc::clone(desk), Rc::new((key, read)));
    desk.dom.listen(form, "submit", move |event| {
        event.prevent_default();
        let (desk, parts) = (Rc::clone(&waiting), Rc::clone(&parts));
        if desk.busy.replace(true) {
            return;
        }
        spawn_local(async move {
            if let (key, Some(text)) = &*parts {
                desk.sign(form, key, text).await;
            }
        });
    });
}

impl Desk {
    async fn sign(&self, form: &str, key: &Key, text: &str) {
        let line = match key.sign(text.as_bytes()).await {
            Ok(signature) => line_below(&self.member, &key.public, signature),
            Err(error) => {
                self.busy.set(false);
                return self.say(Word::Failed, "why", why(&error));
            }
        };
        self.send(form, SIGNATURE, &line.unwrap_or_default());
    }

    /// Fills a form's field in and sends the form as a press of its button would.
    fn send(&self, form: &str, field: &str, value: &str) {
        let input = self
            .dom
            .element(field)
            .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let form = self
            .dom
            .element(form)
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        if let Some((input, form)) = input.zip(form) {
            input.set_value(value);
            _ = form.submit();
        }
    }

    fn say(&self, word: Word, name: &'static str, value: String) {
        self.dom.say(SAID, &self.words.fill(word, &[(name, value)]));
        self.dom.show(SAID, true);
    }
}

/// What an error of the browser says.
fn why(error: &JsValue) -> String {
    let said = text(error, "message").or_else(|| error.as_string());
    said.unwrap_or_default()
}
