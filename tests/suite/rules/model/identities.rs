//! Both identities, recomputed from scratch and compared with the lines that were kept change by change.

use std::collections::BTreeMap;

use super::{LegTerm, Line, Model, Programme, Term};

impl Model {
    /// Recomputes every node, leg and programme.
    ///
    /// # Errors
    /// Says which one doesn't add up.
    pub(crate) fn check(&self) -> Result<(), String> {
        let mut lines: BTreeMap<Programme, Line> = BTreeMap::new();
        self.check_nodes(&mut lines)?;
        self.check_steps(&mut lines)?;
        for (programme, account) in &self.programmes {
            let mut line = lines.remove(programme).unwrap_or_default();
            // Charges are spent on the way, at no node: they are in the sum of the legs only.
            line.spent += self.charged(*programme);
            if line != account.line {
                return Err(format!(
                    "programme {programme}: kept {:?}, from scratch {line:?}",
                    account.line
                ));
            }
            let issued = line.appropriated + line.income;
            let found = line.held
                + line.in_transit
                + line.missing
                + line.spent
                + line.left
                + line.written_off;
            if issued != found {
                return Err(format!(
                    "programme {programme}: issued {issued}, found {found}"
                ));
            }
        }
        Ok(())
    }

    fn check_nodes(&self, lines: &mut BTreeMap<Programme, Line>) -> Result<(), String> {
        for (node, holding) in &self.nodes {
            let below = holding.terms.iter().find(|(_, amount)| **amount < 0);
            if let Some((term, amount)) = below {
                return Err(format!("{node:?}: {term:?} is {amount}"));
            }
            if holding.held() < 0 {
                return Err(format!("{node:?}: holds {}", holding.held()));
            }
            let line = lines.entry(holding.programme).or_default();
            line.appropriated += holding.term(Term::Appropriated);
            line.income += holding.term(Term::Income);
            line.held += holding.held();
            line.spent += holding.term(Term::Spent);
            line.left += holding.term(Term::Left);
        }
        Ok(())
    }

    fn check_steps(&self, lines: &mut BTreeMap<Programme, Line>) -> Result<(), String> {
        for (entry, step) in &self.steps {
            if step.contested < 0 {
                return Err(format!("step {entry}: contested {}", step.contested));
            }
            for (number, leg) in step.legs.iter().enumerate() {
                let told: i128 = leg.terms.values().sum();
                if told != leg.sent || leg.terms.values().any(|amount| *amount < 0) {
                    return Err(format!("step {entry}, leg {number}: {leg:?}"));
                }
            }
            let line = lines.entry(step.programme).or_default();
            line.written_off += step.sum(LegTerm::WrittenOff);
            let open = if step.settled {
                &mut line.missing
            } else {
                &mut line.in_transit
            };
            *open += step.open();
        }
        Ok(())
    }

    fn charged(&self, programme: Programme) -> i128 {
        let steps = self
            .steps
            .values()
            .filter(|step| step.programme == programme);
        steps.map(|step| step.sum(LegTerm::Charged)).sum()
    }
}
