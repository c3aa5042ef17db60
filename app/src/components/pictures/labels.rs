//! Words that fit a box: measured, set in lines, a size smaller where that helps. A word is never cut.

/// A size of words, in pixels, as the style sheet sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Plain,
    Fine,
}

impl Size {
    const fn pixels(self) -> i128 {
        match self {
            Self::Plain => 15,
            Self::Fine => 13,
        }
    }

    /// What the style sheet calls it, behind other classes.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Fine => " fine",
        }
    }

    /// From one line's foot to the next.
    pub(crate) const fn pitch(self) -> i128 {
        self.pixels() + 3
    }

    /// The foot of the first line, from the box's top.
    pub(crate) const fn first(self) -> i128 {
        self.pixels() + 5
    }

    /// What so many lines need, from the box's top to a little below the last.
    pub(crate) const fn height(self, lines: i128) -> i128 {
        self.first() + (lines - 1) * self.pitch() + 5
    }
}

/// What names go without: at least so many words that more than half of them begin with.
const SHARED_WORDS_MIN: usize = 2;

/// Names without the words that most of them begin with, and those words: "Department of" ten times
/// leaves no room for which one. A name that would be nothing without them keeps them.
pub(crate) fn shorten(names: Vec<String>) -> (Vec<String>, Option<String>) {
    let Some(words) = shared(&names) else {
        return (names, None);
    };
    let with_space = format!("{words} ");
    let short = names
        .into_iter()
        .map(|name| match name.strip_prefix(&with_space) {
            Some(rest) if !rest.trim().is_empty() => rest.to_owned(),
            _ => name,
        });
    (short.collect(), Some(words))
}

/// The longest beginning of whole words that more than half of the names have, where it is long enough.
fn shared(names: &[String]) -> Option<String> {
    let begins = |words: &str| {
        let names = names.iter().filter_map(|name| name.strip_prefix(words));
        names.filter(|rest| rest.starts_with(' ')).count()
    };
    let ends = names.iter().flat_map(|name| {
        let spaces = name.match_indices(' ').skip(SHARED_WORDS_MIN - 1);
        spaces.map(|(at, _)| &name[..at])
    });
    let most = ends.filter(|words| begins(words) * 2 > names.len() && begins(words) > 2);
    most.max_by_key(|words| words.len()).map(str::to_owned)
}

/// Words in lines, and how large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lines {
    pub(crate) lines: Vec<String>,
    pub(crate) size: Size,
}

/// A name in more lines than this is no longer read at a glance.
const LINES_MAX: usize = 3;

/// What stays free beside words, on both sides together.
pub(crate) const BESIDE: i128 = 14;

/// Words in a box of so many pixels; nothing where not even the smaller size fits.
pub(crate) fn fit(words: &str, width: i128, height: i128) -> Option<Lines> {
    [Size::Plain, Size::Fine].into_iter().find_map(|size| {
        let lines = wrap(words, (width - BESIDE) * 100 / size.pixels())?;
        let count = i128::try_from(lines.len()).unwrap_or(i128::MAX);
        let fits = lines.len() <= LINES_MAX && size.height(count) <= height;
        fits.then_some(Lines { lines, size })
    })
}

/// How wide words are at the plain size, in pixels.
pub(crate) fn words_width(words: &str) -> i128 {
    (ems(words) * Size::Plain.pixels()).div_euclid(100) + 1
}

/// The width of words in hundredths of their size, a little more than the widest common font takes.
fn ems(words: &str) -> i128 {
    words.chars().map(em).sum()
}

fn em(one: char) -> i128 {
    match one {
        ' ' | 'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '('
        | ')' | '-' | '/' | '|' | '!' | '\u{a0}' | '\u{2019}' => 40,
        'm' | 'w' | 'M' | 'W' | '%' => 98,
        _ if is_square(one) => 100,
        _ if one.is_uppercase() => 76,
        _ => 66,
    }
}

/// Whether a character is as wide as it is high, and stands without spaces beside it.
const fn is_square(one: char) -> bool {
    one as u32 >= 0x2e80
}

/// Lines of at most so many hundredths of the size; nothing where a single word is longer.
fn wrap(words: &str, room: i128) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for (spaced, piece) in pieces(words) {
        if ems(&piece) > room {
            return None;
        }
        let longer = lines.last().map(|line| {
            let space = if spaced { " " } else { "" };
            format!("{line}{space}{piece}")
        });
        match (lines.last_mut(), longer.filter(|line| ems(line) <= room)) {
            (Some(line), Some(longer)) => *line = longer,
            _ => lines.push(piece),
        }
    }
    (!lines.is_empty()).then_some(lines)
}

/// What a line may end behind: words, each told whether a space stands before it, and single square
/// characters, where what is no letter stays with the one before it.
fn pieces(words: &str) -> Vec<(bool, String)> {
    let mut out: Vec<(bool, String)> = Vec::new();
    for (at, word) in words.split_whitespace().enumerate() {
        let mut before = None;
        for one in word.chars() {
            let breaks = before.is_none_or(|before| {
                one.is_alphanumeric() && (is_square(one) || is_square(before))
            });
            match out.last_mut().filter(|_| !breaks) {
                Some((_, piece)) => piece.push(one),
                None => out.push((at > 0 && before.is_none(), one.to_string())),
            }
            before = Some(one);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(words: &str, width: i128, height: i128) -> Option<(Vec<String>, Size)> {
        fit(words, width, height).map(|fitted| (fitted.lines, fitted.size))
    }

    fn of(lines: &[&str], size: Size) -> Option<(Vec<String>, Size)> {
        Some((lines.iter().map(|line| (*line).to_owned()).collect(), size))
    }

    #[test]
    fn a_name_takes_as_few_lines_as_its_box_is_wide() {
        let name = "GOBIERNO DEPARTAMENTAL";
        assert_eq!(lines(name, 400, 100), of(&[name], Size::Plain));
        let two = ["GOBIERNO", "DEPARTAMENTAL"];
        assert_eq!(lines(name, 170, 100), of(&two, Size::Plain));
        assert_eq!(lines(name, 148, 100), of(&two, Size::Fine));
        assert_eq!(lines(name, 120, 100), None, "no word is cut");
        assert_eq!(lines(name, 170, 30), None, "two lines need their height");
    }

    #[test]
    fn chinese_breaks_between_characters_and_keeps_its_signs() {
        assert_eq!(
            lines("其余12处，合计", 76, 100),
            of(&["其余12", "处，合计"], Size::Plain)
        );
        assert_eq!(pieces("圣 佩德罗")[1], (true, "佩".to_owned()));
    }

    #[test]
    fn what_most_names_begin_with_is_said_once() {
        let names = |all: &[&str]| {
            all.iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let long = names(&["Gov of A B", "Gov of A C", "Gov of", "Gov of D", "Capital"]);
        let (short, without) = shorten(long);
        assert_eq!(short, ["A B", "A C", "Gov of", "D", "Capital"]);
        assert_eq!(without.as_deref(), Some("Gov of"));
        let saints = names(&["San Pedro", "San Juan", "San Lorenzo"]);
        assert_eq!(shorten(saints.clone()), (saints, None));
        assert_eq!(shorten(Vec::new()), (Vec::new(), None));
    }

    #[test]
    fn nothing_is_no_line() {
        assert_eq!(fit("", 100, 100), None);
        assert_eq!(fit(" ", 100, 100), None);
    }

    proptest! {
        #[test]
        fn every_character_is_there_and_no_line_is_too_long(
            words in "([A-Za-zñ一-龥]{1,9} ?){1,6}",
            width in 0..500_i128,
            height in 0..120_i128,
        ) {
            let Some(fitted) = fit(&words, width, height) else { return Ok(()); };
            let letters = |text: &str| -> String { text.split_whitespace().collect() };
            prop_assert_eq!(letters(&fitted.lines.concat()), letters(&words));
            prop_assert!(fitted.lines.len() <= LINES_MAX);
            for line in &fitted.lines {
                prop_assert!(ems(line) * fitted.size.pixels() <= (width - BESIDE) * 100);
            }
        }
    }
}
