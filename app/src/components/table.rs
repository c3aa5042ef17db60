//! Tables. A wide one scrolls in a region of its own that the keyboard reaches; a list stacks
//! its rows on a narrow screen, and its cells then carry their column's head.

use leptos::prelude::*;

/// A column.
pub(crate) struct Column {
    pub(crate) head: String,
    pub(crate) numeric: bool,
}

/// A column of words.
pub(crate) fn words(head: String) -> Column {
    Column {
        head,
        numeric: false,
    }
}

/// A column of figures: right-aligned, digits of one width.
pub(crate) fn figures(head: String) -> Column {
    Column {
        head,
        numeric: true,
    }
}

/// What a narrow screen does with a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Narrow {
    /// The first column stays, the others scroll. Most of their cells are figures: those of words say so.
    Scrolls,
    /// Each row becomes a block.
    Stacks,
}

/// A table. `id` is unique on its page; the first cell of a row is its head.
pub(crate) fn table(
    id: &str,
    caption: String,
    narrow: Narrow,
    columns: Vec<Column>,
    rows: Vec<Vec<AnyView>>,
) -> AnyView {
    let body: Vec<_> = rows
        .into_iter()
        .map(|cells| row(narrow, &columns, cells))
        .collect();
    let heads: Vec<_> = columns
        .into_iter()
        .map(|column| {
            let role = narrow.role("columnheader");
            view! { <th scope="col" role=role class:num=column.numeric>{column.head}</th> }
        })
        .collect();
    let id = id.to_owned();
    let caption_id = format!("{id}-caption");
    let named_by = caption_id.clone();
    let group = narrow.role("rowgroup");
    let table = view! {
        <table id=id role=narrow.role("table") class:figures=narrow == Narrow::Scrolls>
            <caption id=caption_id>{caption}</caption>
            <thead role=group><tr role=narrow.role("row")>{heads}</tr></thead>
            <tbody role=group>{body}</tbody>
        </table>
    };
    if narrow == Narrow::Stacks {
        return view! { <div class="table stacks">{table}</div> }.into_any();
    }
    view! { <div class="table scrolls" role="region" aria-labelledby=named_by tabindex="0">{table}</div> }
        .into_any()
}

impl Narrow {
    /// What an element of a table says it is: a block no longer says so by itself.
    fn role(self, role: &'static str) -> Option<&'static str> {
        (self == Self::Stacks).then_some(role)
    }
}

fn row(narrow: Narrow, columns: &[Column], cells: Vec<AnyView>) -> AnyView {
    let cells: Vec<_> = cells
        .into_iter()
        .zip(columns)
        .enumerate()
        .map(|(at, (cell, column))| match (at, narrow) {
            (0, _) => {
                view! { <th scope="row" role=narrow.role("rowheader")>{cell}</th> }.into_any()
            }
            (_, Narrow::Scrolls) => view! { <td class:text=!column.numeric>{cell}</td> }.into_any(),
            (_, Narrow::Stacks) => stacked(column, cell),
        })
        .collect();
    view! { <tr role=narrow.role("row")>{cells}</tr> }.into_any()
}

/// A cell that can stand alone: its column's head beside it, its own words in one piece.
fn stacked(column: &Column, cell: AnyView) -> AnyView {
    let label = column.head.clone();
    view! {
        <td role="cell" class:num=column.numeric data-label=label><span>{cell}</span></td>
    }
    .into_any()
}
