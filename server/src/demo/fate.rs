//! What each fate consists of: the acts that follow a step, and the leaks that they leave.

use super::dice::Dice;
use super::lots::Lot;
use ledger::{Code, Minor};

/// What somebody does about a step.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// The payee says what came.
    Receive { amount: Minor, last: bool },
    /// The payee takes back part of what it had said.
    Correct(Minor),
    /// The payee withdraws what it had said beyond what was sent.
    Withdraw(Minor),
    /// The payer's bank sent part of it back.
    Bounce(Minor),
    /// The payer cancels it, with the payee's signature or alone.
    Reverse { agreed: bool },
    /// The bank kept something on the way.
    Charge(Minor),
    /// Missing money came back to the payer.
    Recover(Minor),
    /// The auditor gives missing money up for lost.
    WriteOff(Minor),
    /// The payer covers what came beyond what it had sent.
    Cover(Minor),
    /// The payee sends part back, and the payer confirms that, or doesn't.
    SendBack { amount: Minor, answered: bool },
    /// The payer sends the same again, after it was taken back.
    SendAgain,
    /// The payee spends what it had left lying.
    SpendKept,
}

/// An act, some days after the step.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) after: i64,
    pub(super) act: Act,
    /// The finding that it closes.
    pub(super) closes: Option<Code>,
}

/// All that becomes of a step.
#[derive(Clone, Debug, Default)]
pub(super) struct Fate {
    pub(super) acts: Vec<Planned>,
    /// The payee leaves the money lying until an act says otherwise.
    pub(super) kept: bool,
    /// The findings that follow, with the money at risk.
    pub(super) leaks: Vec<(Code, Minor)>,
    /// What the list of planted leaks says about them.
    pub(super) story: &'static str,
}

/// What becomes of a step of this amount.
pub(super) fn fate(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    match lot {
        Lot::Full => whole(amount, dice.range(0, 12)),
        Lot::Instalments => instalments(amount, dice),
        Lot::Late | Lot::Unanswered | Lot::UnansweredReversed => slow(lot, amount, dice),
        Lot::Short | Lot::ShortThenRest | Lot::ShortRecovered | Lot::ShortWrittenOff => {
            short(lot, amount, dice)
        }
        Lot::Denied | Lot::DeniedThenFound | Lot::DeniedReversed => denied(lot, amount, dice),
        Lot::Over | Lot::OverWithdrawn | Lot::OverCovered => over(lot, amount, dice),
        Lot::CorrectedThenRest | Lot::CorrectedAfterFinal => corrected(lot, amount, dice),
        Lot::Idle | Lot::IdleThenSpent => idle(lot, amount, dice),
        Lot::ReturnedPart | Lot::ReturnUnanswered => returned(lot, amount, dice),
        Lot::BouncedPart | Lot::BouncedThenSent | Lot::BouncedContested => {
            bounced(lot, amount, dice)
        }
        Lot::ReversedAgreed | Lot::DuplicateReversed => reversed(lot, amount),
        Lot::Charged => charged(amount),
        Lot::Settled => Fate::default(),
    }
}

impl Fate {
    fn then(mut self, after: i64, act: Act) -> Self {
        self.acts.push(Planned {
            after,
            act,
            closes: None,
        });
        self
    }

    fn then_closes(mut self, code: Code, after: i64, act: Act) -> Self {
        self.acts.push(Planned {
            after,
            act,
            closes: Some(code),
        });
        self
    }

    fn leaks(mut self, code: Code, at_risk: Minor, story: &'static str) -> Self {
        self.leaks.push((code, at_risk));
        self.story = story;
        self
    }

    fn keeping(mut self) -> Self {
        self.kept = true;
        self
    }
}

/// The payee's last word.
fn last(amount: Minor) -> Act {
    Act::Receive { amount, last: true }
}

/// A payment that is followed by others.
fn part(amount: Minor) -> Act {
    Act::Receive {
        amount,
        last: false,
    }
}

fn whole(amount: Minor, after: i64) -> Fate {
    Fate::default().then(after, last(amount))
}

fn instalments(amount: Minor, dice: &mut Dice) -> Fate {
    let first = dice.share(amount, 300, 600);
    let rest = amount - first;
    let start = dice.range(0, 5);
    if dice.percent(50) {
        return Fate::default()
            .then(start, part(first))
            .then(dice.range(10, 24), last(rest));
    }
    let second = dice.share(rest, 300, 600);
    Fate::default()
        .then(start, part(first))
        .then(dice.range(8, 14), part(second))
        .then(dice.range(17, 24), last(rest - second))
}

fn slow(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let overdue = Code::ReceiptOverdue;
    match lot {
        Lot::Late => Fate::default()
            .leaks(overdue, amount, "received in full but late")
            .leaks(Code::LateHop, amount, "received in full but late")
            .then_closes(overdue, dice.range(32, 75), last(amount)),
        Lot::UnansweredReversed => Fate::default()
            .leaks(overdue, amount, "never answered; cancelled by the payer")
            .then_closes(overdue, 43, Act::Reverse { agreed: false }),
        _ => Fate::default().leaks(overdue, amount, "never answered"),
    }
}

fn short(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let missing = dice.share(amount, 20, 400);
    let code = Code::ReceiptShort;
    let fate = whole(amount - missing, dice.range(1, 10));
    match lot {
        Lot::ShortThenRest => fate
            .leaks(code, missing, "received short; the rest came later")
            .then_closes(code, dice.range(14, 26), last(missing)),
        Lot::ShortRecovered => fate
            .leaks(code, missing, "received short; the rest was recovered")
            // By the payer, whose word alone closes nothing.
            .then(dice.range(50, 80), Act::Recover(missing)),
        Lot::ShortWrittenOff => fate
            .leaks(code, missing, "received short; the rest was written off")
            .then_closes(code, dice.range(70, 90), Act::WriteOff(missing)),
        _ => fate.leaks(code, missing, "received short"),
    }
}

fn denied(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let code = Code::ReceiptDenied;
    let fate = whole(0, dice.range(3, 14));
    match lot {
        Lot::DeniedThenFound => fate
            .leaks(code, amount, "denied; found by the payee later")
            .then_closes(code, dice.range(18, 26), last(amount)),
        // The payer's word alone doesn't close the finding.
        Lot::DeniedReversed => fate
            .leaks(code, amount, "denied; taken back by the payer alone")
            .then(dice.range(20, 30), Act::Reverse { agreed: false }),
        _ => fate.leaks(code, amount, "denied"),
    }
}

fn over(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let beyond = dice.share(amount, 10, 90);
    let code = Code::ReceiptOver;
    let fate = whole(amount + beyond, dice.range(1, 8));
    match lot {
        Lot::OverWithdrawn => fate
            .leaks(code, beyond, "received more than was sent; withdrawn")
            .then_closes(code, dice.range(12, 25), Act::Withdraw(beyond)),
        Lot::OverCovered => fate
            .leaks(
                code,
                beyond,
                "received more than was sent; covered by the payer",
            )
            .then_closes(code, dice.range(12, 20), Act::Cover(beyond)),
        _ => fate.leaks(code, beyond, "received more than was sent"),
    }
}

fn corrected(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let wrong = dice.share(amount, 50, 300);
    let fate = Fate::default().keeping();
    if lot == Lot::CorrectedThenRest {
        return fate
            .then(1, part(amount))
            .then(5, Act::Correct(wrong))
            .then(dice.range(10, 24), last(wrong));
    }
    fate.leaks(
        Code::ReceiptShort,
        wrong,
        "received in full; corrected by the payee",
    )
    .then(2, last(amount))
    .then(6, Act::Correct(wrong))
}

fn idle(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let code = Code::IdleBalance;
    let fate = whole(amount, dice.range(1, 10)).keeping();
    if lot == Lot::IdleThenSpent {
        return fate
            .leaks(code, amount, "lay unmoved; spent later")
            .then_closes(code, dice.range(85, 115), Act::SpendKept);
    }
    fate.leaks(code, amount, "lies unmoved")
}

/// A return's own leak is planted when it is sent.
fn returned(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let back = Act::SendBack {
        amount: dice.share(amount, 200, 700),
        answered: lot == Lot::ReturnedPart,
    };
    whole(amount, dice.range(1, 8))
        .keeping()
        .then(dice.range(20, 45), back)
}

fn bounced(lot: Lot, amount: Minor, dice: &mut Dice) -> Fate {
    let bounced = dice.share(amount, 150, 400);
    match lot {
        Lot::BouncedPart => Fate::default()
            .then(3, Act::Bounce(bounced))
            .then(6, last(amount - bounced)),
        Lot::BouncedThenSent => Fate::default()
            .then(3, Act::Bounce(amount))
            .then(3, Act::SendAgain),
        _ => Fate::default()
            .leaks(
                Code::ReceiptContested,
                amount,
                "bounced says the payer; received says the payee",
            )
            .then(3, Act::Bounce(amount))
            .then(8, last(amount)),
    }
}

fn reversed(lot: Lot, amount: Minor) -> Fate {
    let reverse = Act::Reverse { agreed: true };
    if lot == Lot::ReversedAgreed {
        return Fate::default().then(4, reverse);
    }
    let code = Code::PossibleDuplicate;
    Fate::default()
        .leaks(
            code,
            amount,
            "sent twice; the second taken back by agreement",
        )
        .then_closes(code, 5, reverse)
}

fn charged(amount: Minor) -> Fate {
    // Half of what the programme tolerates.
    let charge = (amount / 2_000).max(1);
    Fate::default()
        .then(2, Act::Charge(charge))
        .then(5, last(amount - charge))
}
