//! Forms without a script: a question, its answer, and what is wrong with it in words.
//!
//! A field's id is its name, so that the list of problems at a form's head can lead to it; hint and
//! problem are tied to the field for those who hear it.

pub(crate) mod choice;
pub(crate) mod input;
pub(crate) mod problems;

/// The ids of what is said of a field, for `aria-describedby`; nothing where nothing is said.
fn described(id: &str, hint: bool, wrong: bool) -> Option<String> {
    let said: Vec<String> = [("hint", hint), ("wrong", wrong)]
        .into_iter()
        .filter(|(_, is_said)| *is_said)
        .map(|(what, _)| format!("{id}-{what}"))
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}
