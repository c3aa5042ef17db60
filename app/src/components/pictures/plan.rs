//! What the flow's streams run from and to, in amounts and words: by level, or by place.

use super::flow::room_of_name;
use super::labels::{BESIDE, Lines, Size, fit, shorten};
use super::standing::{ENDS, minor, place_text, word};
use super::streams::{Frame, Level};
use super::{Look, MISSING, OPEN, look};
use crate::components::figure::money_text;
use crate::components::line::Term;
use crate::context::Context;
use crate::views::{
    Bucket, CompareBy, CompareOf, FindingsFilter, Line, Minor, PlaceRow, ProgrammePage,
};

/// More levels than this have no room for their names: their numbers must do.
const NAMED_LEVELS_MAX: usize = 3;

/// By level: a level's name stands above its bar, an end's name and its share beside it.
const LEVELS: Frame = Frame {
    whole: 240,
    ends_at: 580,
    name: 46,
};

/// By place: one bar, and names that need most of the width.
const PLACES: Frame = Frame {
    whole: 300,
    ends_at: 300,
    name: 24,
};

/// More places than this nobody tells apart: the smallest are one stream, and the page names them.
const PLACES_MAX: usize = 9;

/// What never was, or no longer is, where it should be.
const LOST: [Term; 3] = [Term::Transit, Term::Missing, Term::WrittenOff];

/// Where money comes to, and who it is there.
pub(crate) struct Stop {
    pub(crate) name: String,
    /// The same where there is little room.
    pub(crate) short: String,
    pub(crate) address: Option<String>,
}

/// Where money ends.
pub(crate) struct End {
    pub(crate) look: Look,
    pub(crate) name: String,
    /// The name as it fits a narrow screen; nothing where it doesn't.
    pub(crate) lines: Option<Lines>,
    pub(crate) address: Option<String>,
}

/// A whole flow, before it is laid out.
pub(crate) struct Plan {
    pub(crate) title: String,
    pub(crate) frame: Frame,
    pub(crate) rows: Vec<Level>,
    pub(crate) lost: Vec<bool>,
    pub(crate) levels: Vec<Stop>,
    pub(crate) ends: Vec<End>,
    /// Whether an end's figures stand at the picture's edge, not beneath its name.
    pub(crate) at_edge: bool,
    /// What the picture leaves out by its plan.
    pub(crate) said: Vec<String>,
}

/// From the top level down: what became of the money at each.
pub(crate) fn by_level(context: Context, page: &ProgrammePage) -> Plan {
    let rows = page.levels.iter().map(|row| Level {
        came_in: row.line.came_in(),
        ends: ENDS.map(|term| minor(term, &row.line)).to_vec(),
    });
    let ends = ENDS.map(|term| {
        let name = word(context, term);
        End {
            look: look_of(term),
            lines: Some(Lines {
                lines: vec![name.clone()],
                size: Size::Plain,
            }),
            name,
            address: leads_to(context, page, term),
        }
    });
    Plan {
        title: title(context, page, "flow-picture"),
        frame: LEVELS,
        rows: rows.collect(),
        lost: ENDS.map(|term| LOST.contains(&term)).to_vec(),
        levels: stops(context, page),
        ends: ends.into(),
        at_edge: false,
        said: Vec::new(),
    }
}

fn stops(context: Context, page: &ProgrammePage) -> Vec<Stop> {
    let named = page.levels.len() <= NAMED_LEVELS_MAX;
    let stops = page.levels.iter().map(|row| {
        let name = place_text(context, row);
        let (short, address) = match &row.place {
            Bucket::Tier(tier) => (
                if named {
                    name.clone()
                } else {
                    tier.to_string()
                },
                Some(compare(context, page, *tier)),
            ),
            _ => (name.clone(), None),
        };
        Stop {
            name,
            short,
            address,
        }
    });
    stops.collect()
}

/// To each place, the largest first; what is unconfirmed, missing or written off anywhere is beside
/// them. The parts add up to what came in, as those of the line do.
pub(crate) fn by_place(context: Context, page: &ProgrammePage) -> Plan {
    let mut places: Vec<&PlaceRow> = page.places.iter().collect();
    places.sort_by_key(|row| -there(&row.line));
    let names = places.iter().map(|row| place_text(context, row)).collect();
    let (mut names, without) = shorten(names);
    let mut amounts: Vec<Minor> = places.iter().map(|row| there(&row.line)).collect();
    let without = without.map(|words| left_off(context, words));
    let mut said: Vec<String> = without.into_iter().collect();
    // An other one alone is no shorter than its name.
    if places.len() > PLACES_MAX + 1 {
        let others = Others {
            names: names.split_off(PLACES_MAX),
            amounts: amounts.split_off(PLACES_MAX),
        };
        let count = others.names.len() as u64;
        let name = context.with("places-others", &[("count", count.into())]);
        amounts.push(others.amounts.iter().sum());
        said.push(others.said(context, page, &name));
        names.push(name);
    }
    let whole = page.line.came_in();
    let sum_of =
        |term: Term| -> Minor { page.places.iter().map(|row| minor(term, &row.line)).sum() };
    let lost = LOST.map(sum_of);
    let all = amounts.iter().chain(&lost);
    let shares: Vec<(Minor, Minor)> = all.map(|amount| (*amount, whole)).collect();
    let room = room_of_name(context, PLACES.ends_at, &shares) + BESIDE;
    let end = |look: Look, name: String, address: Option<String>| End {
        look,
        lines: fit(&name, room, Size::Plain.height(3)),
        name,
        address,
    };
    let mut ends: Vec<End> = names
        .into_iter()
        .map(|name| end(look("held", None), name, None))
        .collect();
    ends.extend(LOST.map(|term| {
        end(
            look_of(term),
            word(context, term),
            leads_to(context, page, term),
        )
    }));
    let highest = ends.iter().filter_map(|end| end.lines.as_ref());
    let highest =
        highest.map(|Lines { lines, size }| size.height(i128::try_from(lines.len()).unwrap_or(1)));
    let name = context.t("line-came-in");
    amounts.extend(lost);
    Plan {
        title: title(context, page, "flow-picture-places"),
        frame: Frame {
            name: highest.max().unwrap_or(0).max(PLACES.name),
            ..PLACES
        },
        rows: vec![Level {
            came_in: whole,
            ends: amounts,
        }],
        lost: vec![false; ends.len()],
        levels: vec![Stop {
            short: name.clone(),
            name,
            address: None,
        }],
        ends,
        at_edge: true,
        said,
    }
}

/// What of a place's line is there, or was used there.
pub(crate) fn there(line: &Line) -> Minor {
    let lost: Minor = LOST.iter().map(|term| minor(*term, line)).sum();
    line.accounted_for() - lost
}

/// The words that names go without in the picture.
pub(crate) fn left_off(context: Context, words: String) -> String {
    context.with("places-shortened", &[("words", words.into())])
}

/// The places that are one stream.
struct Others {
    names: Vec<String>,
    amounts: Vec<Minor>,
}

impl Others {
    /// Each with its amount.
    fn said(&self, context: Context, page: &ProgrammePage, together: &str) -> String {
        let each = self.names.iter().zip(&self.amounts).map(|(name, amount)| {
            let money = money_text(context, *amount, &page.line.currency);
            let values = [("what", name.clone().into()), ("amount", money.into())];
            context.with("bar-part", &values)
        });
        let each: Vec<String> = each.collect();
        let values = [
            ("others", together.to_owned().into()),
            ("places", each.join(&context.t("list-semicolon")).into()),
        ];
        context.with("flow-together", &values)
    }
}

fn title(context: Context, page: &ProgrammePage, id: &str) -> String {
    let total = money_text(context, page.line.came_in(), &page.line.currency);
    context.with(id, &[("total", total.into())])
}

const fn look_of(term: Term) -> Look {
    match term {
        Term::Transit => OPEN,
        Term::Missing => MISSING,
        other => look(other.as_str(), None),
    }
}

/// The members of a level side by side.
fn compare(context: Context, page: &ProgrammePage, tier: u8) -> String {
    let by = CompareBy {
        of: CompareOf::Level(tier),
        ..CompareBy::default()
    };
    context.compare(&page.programme.id, Some(&by), 1)
}

/// The findings behind what is open.
fn leads_to(context: Context, page: &ProgrammePage, term: Term) -> Option<String> {
    LOST.contains(&term).then(|| {
        let filter = FindingsFilter {
            programme: Some(page.programme.id.clone()),
            ..FindingsFilter::default()
        };
        context.findings(&filter, 1)
    })
}
