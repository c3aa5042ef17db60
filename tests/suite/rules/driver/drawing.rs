//! What operations are made of, drawn at random: numbers, members, nodes, steps, sources.

use rand_core::Rng;

use super::super::model::{
    Amount, Day, Entry, Holding, Member, Model, Node, Programme, Source, Step,
};
use super::{Driver, PROGRAMMES};

impl Driver {
    /// An index below `end`.
    pub(super) fn index(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("a list fits in memory");
        usize::try_from(self.below(end)).expect("below an index")
    }

    /// A number from 0 up to `end`, which it never is.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.random.next_u64() % end.max(1)
    }

    pub(super) fn chance(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    pub(super) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let at = self.index(all.len());
        all.get(at)
    }

    /// Mostly a part of `most`, often all of it, at times one beyond it, none, or far more.
    pub(super) fn amount(&mut self, most: Amount) -> Amount {
        let most = most.max(1);
        match self.below(40) {
            0 => most + 1,
            1 => 0,
            2 => most * 1_000 + 7,
            3 => most * 2 + 3,
            4..16 => most,
            _ => 1 + Amount::from(self.random.next_u64()) % most,
        }
    }

    pub(super) fn member(&mut self) -> Member {
        self.below(self.members)
    }

    pub(super) fn programme(&mut self) -> Programme {
        // One in sixty names a programme that isn't there.
        if self.chance(60) {
            PROGRAMMES
        } else {
            self.below(PROGRAMMES)
        }
    }

    /// `member`, or at times somebody else.
    pub(super) fn mostly(&mut self, member: Member) -> Member {
        if self.chance(25) {
            self.member()
        } else {
            member
        }
    }

    /// A kind of operation, drawn by its weight.
    pub(super) fn leaning(&mut self) -> usize {
        let mut left = self.below(self.weights.iter().sum());
        let drawn = self.weights.iter().position(|weight| {
            let within = left < *weight;
            left = left.saturating_sub(*weight);
            within
        });
        drawn.unwrap_or_default()
    }

    /// A random node that fits, its holder and what it holds; node 0 of member 0 where none fits.
    pub(super) fn node(
        &mut self,
        model: &Model,
        fits: impl Fn(&Node) -> bool,
    ) -> (Node, Member, Amount) {
        let nodes: Vec<Node> = model
            .nodes
            .keys()
            .copied()
            .filter(|node| fits(node))
            .collect();
        // One in eighty is a leg that nobody has received, or an entry that isn't there.
        let entry = if self.chance(2) {
            0
        } else {
            model.steps.keys().next().copied().unwrap_or(0)
        };
        let unknown = Node { entry, leg: 9 };
        let node = if self.chance(80) {
            None
        } else {
            self.pick(&nodes).copied()
        }
        .unwrap_or(unknown);
        let holding = model.nodes.get(&node);
        (
            node,
            holding.map_or(0, |holding| holding.holder),
            holding.map_or(0, Holding::held),
        )
    }

    /// A random step; at times one that isn't there.
    pub(super) fn step(
        &mut self,
        model: &Model,
        fits: impl Fn(&Step) -> bool,
    ) -> (Entry, Option<Step>) {
        let fitting: Vec<Entry> = model
            .steps
            .iter()
            .filter(|(_, step)| fits(step))
            .map(|(entry, _)| *entry)
            .collect();
        // Several legs are where orders matter: half of the time one of those, if there is one.
        let pooled: Vec<Entry> = fitting
            .iter()
            .copied()
            .filter(|entry| model.steps[entry].legs.len() > 1)
            .collect();
        let fitting = if pooled.is_empty() || self.chance(2) {
            fitting
        } else {
            pooled
        };
        let all: Vec<Entry> = model.steps.keys().copied().collect();
        let from = if fitting.is_empty() || self.chance(12) {
            all
        } else {
            fitting
        };
        let entry = if self.chance(80) {
            None
        } else {
            self.pick(&from).copied()
        };
        entry.map_or((0, None), |entry| (entry, model.steps.get(&entry).cloned()))
    }

    /// Who pays, from which programme, out of one to three nodes (at times many) of theirs.
    pub(super) fn sources(&mut self, model: &Model) -> (Member, Programme, Vec<Source>) {
        let (first, payer, _) = self.purse(model);
        let programme = model
            .nodes
            .get(&first)
            .map_or(0, |holding| holding.programme);
        let own = |node: &Node| {
            let holding = &model.nodes[node];
            holding.holder == payer && holding.programme == programme && holding.held() > 0
        };
        let wanted = if self.chance(30) {
            20
        } else {
            1 + self.below(4)
        };
        let mut nodes = vec![first];
        for _ in 1..wanted {
            let stray = self.chance(60);
            nodes.push(self.node(model, |node| stray || own(node)).0);
        }
        nodes.sort_unstable();
        nodes.dedup();
        if self.chance(100) {
            nodes.push(first);
            nodes.sort_unstable();
        }
        let held = |node: &Node| model.nodes.get(node).map_or(0, Holding::held);
        let sources = nodes
            .iter()
            .map(|&node| Source {
                node,
                amount: self.amount(held(&node)),
            })
            .collect();
        (payer, programme, sources)
    }

    /// A node that holds something: mostly of a member that holds several in its programme.
    pub(super) fn purse(&mut self, model: &Model) -> (Node, Member, Amount) {
        let full: Vec<(&Node, &Holding)> = model
            .nodes
            .iter()
            .filter(|(_, holding)| holding.held() > 0)
            .collect();
        let beside = |node: &Node, holding: &Holding| {
            full.iter().any(|(other, held)| {
                *other != node
                    && (held.holder, held.programme) == (holding.holder, holding.programme)
            })
        };
        let alone = self.chance(4);
        self.node(model, |node| {
            let holding = &model.nodes[node];
            holding.held() > 0 && (alone || beside(node, holding))
        })
    }

    /// In the next days, at times yesterday, or never.
    pub(super) fn due(&mut self, model: &Model) -> Option<Day> {
        let day = if self.chance(50) {
            model.today - 1
        } else {
            model.today + self.day()
        };
        if self.chance(3) { None } else { Some(day) }
    }

    pub(super) fn day(&mut self) -> i64 {
        i64::try_from(self.below(10)).expect("ten fits")
    }
}
