//! What only a browser can do, for every island: elements, listening, fetching, waiting.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlTextAreaElement, Response, window};

use super::told::{Message, State, Words};
use super::why::{Reasons, Why, Word};

/// The page.
pub(super) struct Dom(Document);

/// The words for what a check came to.
pub(super) struct Outcomes<M> {
    /// It holds.
    pub(super) holds: M,
    /// It fails.
    pub(super) fails: M,
    /// It couldn't be made.
    pub(super) open: M,
}

impl Dom {
    /// The page that this runs in.
    pub(super) fn here() -> Option<Self> {
        Some(Self(window()?.document()?))
    }

    /// The element with this id.
    pub(super) fn element(&self, id: &str) -> Option<Element> {
        self.0.get_element_by_id(id)
    }

    /// What an element's attribute says; nothing where either is missing.
    pub(super) fn attribute(&self, id: &str, name: &str) -> String {
        let element = self.element(id);
        element
            .and_then(|element| element.get_attribute(name))
            .unwrap_or_default()
    }

    /// The words of reasons, which stand in attributes of this element.
    pub(super) fn reasons(&self, id: &str) -> Reasons {
        let told = |name| self.attribute(id, name);
        Reasons::from_text(&told("data-reasons"), &told("data-kinds"))
    }

    /// What is written in a field of several lines.
    pub(super) fn written_in(&self, id: &str) -> String {
        let field = self
            .element(id)
            .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    }

    /// Shows an element, or hides it.
    pub(super) fn show(&self, id: &str, shown: bool) {
        if let Some(element) = self.element(id) {
            _ = element.toggle_attribute_with_force("hidden", !shown);
        }
    }

    /// Writes an element's text anew, which is never read as markup.
    pub(super) fn say(&self, id: &str, text: &str) {
        if let Some(element) = self.element(id) {
            element.set_text_content(Some(text));
        }
    }

    /// A new element with a text, which is never read as markup.
    pub(super) fn made(&self, tag: &str, class: &str, text: &str) -> Element {
        let made = self.0.create_element(tag).expect("the name of an element");
        made.set_text_content(Some(text));
        if !class.is_empty() {
            made.set_class_name(class);
        }
        made
    }

    /// An item of a list: what a check came to, and what is said of it.
    pub(super) fn item<M: Message>(
        &self,
        words: &Words<M>,
        outcomes: &Outcomes<M>,
        state: State,
        said: &str,
    ) -> Element {
        let (class, state) = match state {
            State::Holds => ("tag green", outcomes.holds),
            State::Fails => ("tag red", outcomes.fails),
            State::Open => ("tag amber", outcomes.open),
        };
        let item = self.made("li", "", "");
        put(
            &item,
            &[
                self.made("span", class, &words.say(state)),
                self.made("span", "long", &format!(" {said}")),
            ],
        );
        item
    }

    /// Puts these in the place of what an element had before.
    pub(super) fn write(&self, id: &str, written: &[Element]) {
        if let Some(place) = self.element(id) {
            place.set_text_content(None);
            put(&place, written);
        }
    }

    /// Listens for as long as the page is there.
    pub(super) fn listen(&self, id: &str, event: &str, answer: impl Fn(Event) + 'static) {
        let answer: Closure<dyn Fn(Event)> = Closure::new(answer);
        let answer: JsValue = answer.into_js_value();
        if let Some(element) = self.element(id) {
            _ = element.add_event_listener_with_callback(event, answer.unchecked_ref());
        }
    }
}

/// Appends elements to one.
pub(super) fn put(into: &Element, parts: &[Element]) {
    for part in parts {
        _ = into.append_child(part);
    }
}

/// A field of an object, where it is a text.
#[cfg(any(feature = "device", feature = "verify"))]
pub(super) fn text(object: &JsValue, field: &str) -> Option<String> {
    js_sys::Reflect::get(object, &field.into())
        .ok()?
        .as_string()
}

/// The bytes at an address of this server.
///
/// # Errors
/// That no answer came, or which one.
pub(super) async fn fetch(path: &str) -> Result<Vec<u8>, Why> {
    received(asked(path)?).await
}

/// Asks for an address of this server: the answer is on its way from now on.
///
/// # Errors
/// Where there is no window to ask from.
pub(super) fn asked(path: &str) -> Result<Promise, Why> {
    let window = window().ok_or_else(no_answer)?;
    Ok(window.fetch_with_str(path))
}

/// The bytes of an answer that was asked for.
///
/// # Errors
/// That no answer came, or which one.
pub(super) async fn received(answer: Promise) -> Result<Vec<u8>, Why> {
    let answer = JsFuture::from(answer).await.ok();
    let answer: Option<Response> = answer.and_then(|answer| answer.dyn_into().ok());
    let answer = answer.ok_or_else(no_answer)?;
    if !answer.ok() {
        let status = ("status", answer.status().to_string());
        return Err(Why::new(
            Word::Status,
            vec![status, ("address", answer.url())],
        ));
    }
    let buffer = answer.array_buffer().map_err(|_| no_answer())?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| no_answer())?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The browser says why in its own language at best, and in English at worst.
fn no_answer() -> Why {
    Why::new(Word::NoAnswer, Vec::new())
}

/// Lets the browser draw, and the reader press a button, before the work goes on.
#[cfg(feature = "total")]
pub(super) async fn breathe(ms: i32) {
    let mut waiting = |done: js_sys::Function, _: js_sys::Function| {
        if let Some(window) = window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
        }
    };
    _ = JsFuture::from(Promise::new(&mut waiting)).await;
}

/// Milliseconds since the page began.
pub(super) fn now() -> f64 {
    let clock = window().and_then(|window| window.performance());
    clock.map_or(0.0, |clock| clock.now())
}

/// A count of milliseconds or seconds with one digit behind the mark.
pub(super) fn tenths(value: f64) -> String {
    String::from(js_sys::Number::from(value).to_fixed(1).unwrap_or_default())
}
