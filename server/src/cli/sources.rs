//! Choosing what an outflow draws on.

use super::Failure;
use super::desk::Holding;
use super::draft::field;
use ledger::Minor;
use ledger::field::{Amount, Source};
use ledger::limits::SOURCES_MAX;

/// Reads `<identity>/<leg>:<amount>`.
pub(super) fn source(text: &str) -> Result<Source, String> {
    const WANTED: &str = "IDENTITY/LEG:AMOUNT, the amount in minor units";
    let (node, amount) = text.rsplit_once(':').ok_or(WANTED)?;
    Ok(Source {
        node: field(node)?,
        amount: field(amount)?,
    })
}

/// Takes an amount from what is held, the oldest first, and takes it off there. One entry draws on
/// at most 16 nodes.
pub(super) fn draw(holdings: &mut [Holding], amount: Amount) -> Result<Vec<Source>, Failure> {
    let held: Minor = holdings.iter().map(|holding| holding.held).sum();
    if held < amount.minor() {
        return Err(Failure::new(
            super::Exit::Refused,
            format_args!(
                "only {held} minor units are held for this, {} are wanted",
                amount.minor()
            ),
        ));
    }
    let mut left = amount.minor();
    let mut sources = Vec::new();
    for holding in holdings.iter_mut().filter(|holding| holding.held > 0) {
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
            return Ok(sources);
        }
        if sources.len() == SOURCES_MAX {
            return Err(Failure::new(
                super::Exit::Refused,
                format_args!("more than {SOURCES_MAX} nodes would be needed: {left} minor units are left over"),
            )
            .mend("Send it in parts, or name larger nodes with --source."));
        }
    }
    Err(Failure::data("what is held changed meanwhile: try again"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::field::{Identity, NodeCitation};

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
        let mut holdings: Vec<Holding> = (0..20)
            .map(|number| holding(&number.to_string(), 1))
            .collect();
        assert_eq!(
            draw(&mut holdings, Amount::new(16).unwrap()).unwrap().len(),
            16
        );
        let mut holdings: Vec<Holding> = (0..20)
            .map(|number| holding(&number.to_string(), 1))
            .collect();
        let error = draw(&mut holdings, Amount::new(17).unwrap()).unwrap_err();
        assert!(error.to_string().contains("more than 16 nodes"), "{error}");
    }
}
