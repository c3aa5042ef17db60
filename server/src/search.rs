//! The words by which members and programmes are found.
//!
//! In scope: what words a name or a title has, and what words somebody asks for. Not in scope: the
//! table of words (`store`). A word is folded: compatibility forms, accents and capitals are
//! undone, so that "Caazapa" finds "Caazapá". A run of Chinese characters has a word from each of
//! its characters on, as written, in pinyin, and in pinyin's first letters, so that any part of it
//! is found by its beginning.

use pinyin::{ToPinyin, ToPinyinMulti};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word: whoever types more than these hardly means another word.
pub const WORD_CHARS_MAX: usize = 32;

/// Words that one member or programme is found by: a title of twenty Chinese characters has sixty.
pub const WORDS_MAX: usize = 96;

/// Words that are looked for at once.
pub const ASKED_MAX: usize = 6;

/// Readings of a character that has several: names use rare ones.
const READINGS_MAX: usize = 4;

/// A piece of a text.
enum Piece {
    /// Letters and digits.
    Plain(String),
    /// Chinese characters.
    Chinese(Vec<char>),
}

/// The words by which something with these texts is found.
#[must_use]
pub fn words_of(texts: &[&str]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for piece in texts.iter().flat_map(|text| pieces(text)) {
        match piece {
            Piece::Plain(word) => _ = words.insert(cut(&word)),
            Piece::Chinese(run) => {
                (0..run.len()).for_each(|from| words.extend(words_from(&run[from..])));
            }
        }
        if words.len() >= WORDS_MAX {
            return words.into_iter().take(WORDS_MAX).collect();
        }
    }
    words
}

/// The words that somebody asks for, each once, the first of them.
#[must_use]
pub fn asked(query: &str) -> Vec<String> {
    let mut asked = Vec::new();
    for piece in pieces(query) {
        let word = match piece {
            Piece::Plain(word) => cut(&word),
            Piece::Chinese(run) => cut(&run.into_iter().collect::<String>()),
        };
        if asked.len() < ASKED_MAX && !asked.contains(&word) {
            asked.push(word);
        }
    }
    asked
}

/// What begins with this character: the characters, their pinyin with each reading of the first
/// one, and its first letters.
fn words_from(run: &[char]) -> Vec<String> {
    let plain = |character: &char| character.to_pinyin().map_or("", pinyin::Pinyin::plain);
    let rest: String = run[1..].iter().map(plain).collect();
    let initial = |syllable: &str| syllable.chars().take(1).collect::<String>();
    let letters: String = run[1..].iter().map(|one| initial(plain(one))).collect();
    let first = run[0].to_pinyin_multi().into_iter().flatten();
    let readings = first.map(pinyin::Pinyin::plain).take(READINGS_MAX);
    let mut words = vec![run.iter().collect::<String>()];
    for first in readings {
        words.extend([format!("{first}{rest}"), initial(first) + &letters]);
    }
    words.iter().map(|word| cut(&fold(word))).collect()
}

fn cut(word: &str) -> String {
    word.chars().take(WORD_CHARS_MAX).collect()
}

/// Undoes compatibility forms, accents and capitals.
fn fold(text: &str) -> String {
    let bare = text.nfkd().filter(|one| !is_combining_mark(*one));
    bare.flat_map(char::to_lowercase).collect()
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open = false;
    for character in fold(text).chars() {
        if !character.is_alphanumeric() {
            open = false;
            continue;
        }
        let chinese = character.to_pinyin().is_some();
        match pieces.last_mut() {
            Some(Piece::Plain(word)) if open && !chinese => word.push(character),
            Some(Piece::Chinese(run)) if open && chinese => run.push(character),
            _ if chinese => pieces.push(Piece::Chinese(vec![character])),
            _ => pieces.push(Piece::Plain(character.into())),
        }
        open = true;
    }
    pieces
}
