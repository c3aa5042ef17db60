//! What a member holds, and what an outflow draws on: the oldest first, for the command line and the
//! desk alike.

use crate::store::read::{ROWS_MAX, Window};
use crate::store::{Store, StoreError};
use ledger::field::{Amount, MemberName, NodeCitation, ProgrammeName, Source};
use ledger::limits::SOURCES_MAX;
use ledger::{Minor, Node};

/// What a member can spend from.
#[derive(Clone, Debug)]
pub(crate) struct Holding {
    pub(crate) node: NodeCitation,
    pub(crate) sender: MemberName,
    pub(crate) held: Minor,
}

/// Why an amount can't be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DrawFault {
    /// There isn't as much.
    #[error("only {held} minor units are held for this, {wanted} are wanted")]
    TooLittle { held: Minor, wanted: Minor },
    /// It lies in too many pieces for one entry.
    #[error("more than {SOURCES_MAX} nodes would be needed: {left} minor units are left over")]
    TooScattered { left: Minor },
}

/// Everything that a member holds, the oldest first, each with its programme.
pub(crate) async fn held_by(
    store: &Store,
    member: &MemberName,
) -> Result<Vec<(ProgrammeName, Holding)>, StoreError> {
    let (mut held, mut after) = (Vec::new(), None);
    loop {
        let (page, next) = store
            .nodes_held(member.as_str(), after, Window::first(ROWS_MAX))
            .await?;
        held.extend(page.into_iter().map(holding));
        match next {
            Some(next) => after = Some(next),
            None => return Ok(held),
        }
    }
}

fn holding(node: Node) -> (ProgrammeName, Holding) {
    let citation = NodeCitation {
        entry: node.entry,
        leg: node.at.leg,
    };
    let holding = Holding {
        node: citation,
        held: node.held(),
        sender: node.sender,
    };
    (node.programme, holding)
}

/// What a member holds of one programme, the oldest first.
pub(crate) async fn held_of(
    store: &Store,
    member: &MemberName,
    programme: &ProgrammeName,
) -> Result<Vec<Holding>, StoreError> {
    let held = held_by(store, member).await?.into_iter();
    let own = held.filter(|(of, _)| of == programme);
    Ok(own.map(|(_, holding)| holding).collect())
}

/// Takes an amount from what is held, the oldest first, and takes it off there. One entry draws on
/// at most 16 nodes.
pub(crate) fn draw(holdings: &mut [Holding], amount: Amount) -> Result<Vec<Source>, DrawFault> {
    let wanted = amount.minor();
    let held: Minor = holdings.iter().map(|holding| holding.held.max(0)).sum();
    if held < wanted {
        return Err(DrawFault::TooLittle { held, wanted });
    }
    let mut left = wanted;
    let mut sources = Vec::new();
    for holding in holdings.iter_mut().filter(|holding| holding.held > 0) {
        if sources.len() == SOURCES_MAX {
            return Err(DrawFault::TooScattered { left });
        }
        let share = left.min(holding.held);
        let Some(taken) = Amount::new(share) else {
            break;
        };
        sources.push(Source {
            node: holding.node,
            amount: taken,
        });
        holding.held -= share;
        left -= share;
        if left == 0 {
            break;
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::field::Identity;

    fn holding(name: &str, held: Minor) -> Holding {
        let node = NodeCitation {
            entry: Identity::of(name),
            leg: 0,
        };
        Holding {
            node,
            sender: "ministry.example".parse().unwrap(),
            held,
        }
    }

    fn amounts(sources: &[Source]) -> Vec<Minor> {
        sources.iter().map(|source| source.amount.minor()).collect()
    }

    #[test]
    fn the_oldest_is_drawn_first_and_taken_off() {
        let mut holdings = vec![holding("a", 5), holding("b", 0), holding("c", 10)];
        let sources = draw(&mut holdings, Amount::new(7).unwrap()).unwrap();
        assert_eq!(amounts(&sources), [5, 2]);
        assert_eq!(sources[1].node, holdings[2].node);
        assert_eq!(
            amounts(&draw(&mut holdings, Amount::new(8).unwrap()).unwrap()),
            [8]
        );
        let error = draw(&mut holdings, Amount::new(1).unwrap()).unwrap_err();
        assert!(error.to_string().contains("only 0 minor units"), "{error}");
    }

    #[test]
    fn more_nodes_than_one_entry_may_cite_are_refused() {
        let many = || -> Vec<Holding> {
            let held = 0..20;
            held.map(|number| holding(&number.to_string(), 1)).collect()
        };
        let drawn = draw(&mut many(), Amount::new(16).unwrap()).unwrap();
        assert_eq!(drawn.len(), 16);
        let error = draw(&mut many(), Amount::new(17).unwrap()).unwrap_err();
        assert_eq!(error, DrawFault::TooScattered { left: 1 });
        assert!(error.to_string().contains("more than 16 nodes"), "{error}");
    }
}
