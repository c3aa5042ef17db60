//! Rows about members: what went between two of them, and who depends on whom.

use super::{Cursor, PIECE, Piece, full, parties, text};
use crate::export::table::{Cell, Row};
use crate::store::read::Flow;
use crate::store::{Store, StoreError};
use crate::web::view::lexicon::{Lexicon, Names};

/// What came first, then what went on.
pub(super) async fn flows(
    store: &Store,
    member: &str,
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
    let came = at.list == 0;
    let after = (at.text.as_str(), at.second.as_str());
    let found = if came {
        store.flows_to(member, after, PIECE).await?
    } else {
        store.flows_from(member, after, PIECE).await?
    };
    let mut names = Names::default();
    for (key, _) in &found {
        names.member(&key.payer);
        names.member(&key.payee);
        names.programme(&key.programme);
    }
    let lexicon = names.look_up(store).await?;
    let rows = found.iter().map(|flow| flow_row(&lexicon, flow)).collect();
    match found.last().filter(|_| full(&found)) {
        Some((key, _)) => {
            at.text = if came { &key.payer } else { &key.payee }.to_string();
            at.second = key.programme.to_string();
            Ok((rows, true))
        }
        None => {
            *at = Cursor {
                list: at.list + 1,
                ..Cursor::default()
            };
            Ok((rows, came))
        }
    }
}

fn flow_row(lexicon: &Lexicon, (key, terms): &Flow) -> Row {
    let currency = lexicon.currency(key.programme.as_str());
    let mut row = Row::new();
    row.extend(parties(&lexicon.party(&key.payer)));
    row.extend(parties(&lexicon.party(&key.payee)));
    row.extend([text(&key.programme), text(&currency.code)]);
    let amounts = [
        terms.sent,
        terms.received,
        terms.back,
        terms.in_transit,
        terms.missing,
        terms.contested,
    ];
    row.extend(amounts.map(|minor| Cell::Amount(minor, currency.exponent)));
    row.extend([terms.steps, terms.confirmed, terms.days].map(Cell::Count));
    row
}

pub(super) async fn children(
    store: &Store,
    parent: &str,
    at: &mut Cursor,
) -> Result<Piece, StoreError> {
    let found = store.children(parent, &at.text, PIECE).await?;
    let rows = found.iter().map(|member| {
        vec![
            text(parent),
            text(&member.name),
            text(&member.title),
            text(member.function.word()),
            Cell::Count(member.tier.0.into()),
            member.region.as_ref().map_or(Cell::Nothing, text),
        ]
    });
    let rows = rows.collect();
    if let Some(last) = found.last() {
        at.text = last.name.to_string();
    }
    Ok((rows, full(&found)))
}
