//! The first days: the ledger is founded, its members are admitted, the programme is opened.

use super::cast::{AUDITOR, Cast, GOVERNMENTS, MINISTRY, OPERATOR, word};
use super::script::{OFFSET_MINUTES, Script, TWO_PERSONS_FROM, count, currency, programme};
use super::{HOP_DAYS, IDLE_DAYS, ORIGIN, SIMULATED_PURPOSE, YEAR};
use ledger::entry::{
    Appropriation, Endorse, Genesis, MemberActivate, MemberPropose, MemberVote, ProgrammeOpen,
};
use ledger::field::{
    Amount, Ascending, Basis, Day, Days, Exponent, Identity, Moment, NodeCitation, Offset,
    PartsPerMillion, Payees, RecordRef, Role, SignerCount, Threshold, Vote, Yes,
};
use ledger::{Entry, Minor};

/// Local hour at which the founders sign.
const HOUR: i64 = 8;

/// Days after which a payer may cancel a step alone, counted from its due day.
const GRACE_DAYS: u16 = 10;

/// What banks may keep of a step: a thousandth.
const TOLERANCE_PPM: u32 = 1_000;

/// Founds the ledger and gives the appropriation's node.
pub(super) fn found(script: &mut Script<'_>, total: Amount) -> NodeCitation {
    let first = *YEAR.start();
    script.go_on(first.plus(1), HOUR);
    genesis(script);
    let places = MINISTRY..script.cast.actors.len();
    let proposals: Vec<_> = places.clone().map(|place| admit(script, place)).collect();
    script.go_on(first.plus(2), HOUR);
    for (place, proposal) in places.zip(proposals).skip(GOVERNMENTS - MINISTRY) {
        activate(script, place, proposal);
    }
    script.go_on(first.plus(3), HOUR);
    open_programme(script);
    let root = appropriate(script, total, first.plus(3));
    script.go_on(first.plus(6), HOUR);
    endorse(script, root);
    NodeCitation {
        entry: root,
        leg: 0,
    }
}

fn genesis(script: &mut Script<'_>) {
    let operator = script.actor(OPERATOR);
    let time = script.stamp();
    let genesis = Genesis {
        origin: word(ORIGIN),
        member: operator.name.clone(),
        title: operator.title.clone(),
        house: operator.name.clone(),
        keys: Ascending::new(operator.keys()).expect("the operator has two keys"),
        recovery: operator.recovery_key(),
        log: Some(script.cast.log_key.verifying_key().into()),
        continues: None,
        reference: word("genesis"),
        purpose: Some(word(SIMULATED_PURPOSE)),
        time,
        signers: SignerCount(2),
    };
    let genesis = Entry::from(genesis);
    script.found(&genesis);
    script.put(genesis, vec![(OPERATOR, 0), (OPERATOR, 1)]);
}

/// Proposes a member and lets the houses vote. The first two, who vote themselves, join at once.
fn admit(script: &mut Script<'_>, place: usize) -> Identity {
    // The operator proposes the founders, the ministry all governments.
    let proposer = if place < GOVERNMENTS {
        OPERATOR
    } else {
        MINISTRY
    };
    let proposal = propose(script, proposer, place);
    match place {
        MINISTRY => activate(script, place, proposal),
        AUDITOR => {
            vote(script, MINISTRY, place, proposal);
            activate(script, place, proposal);
        }
        _ => vote(script, AUDITOR, place, proposal),
    }
    proposal
}

/// A reference that names another member: unique among the author's.
fn about(cast: &Cast, place: usize) -> RecordRef {
    word(cast.actors[place].name.as_str())
}

fn propose(script: &mut Script<'_>, by: usize, place: usize) -> Identity {
    let member = script.actor(place);
    let time = script.stamp();
    let signers = script.signers(by, Role::Administer, 1);
    let propose = MemberPropose {
        ledger: script.ledger(),
        by: script.actor(by).name.clone(),
        member: member.name.clone(),
        title: member.title.clone(),
        function: member.function,
        tier: member.tier,
        parent: member.parent.clone(),
        region: member.region.clone(),
        house: member.name.clone(),
        voting: (place < GOVERNMENTS).then_some(Yes::Yes),
        reference: about(script.cast, place),
        reason: None,
        time,
        signers: count(&signers),
    };
    script.put(propose, signers)
}

fn vote(script: &mut Script<'_>, by: usize, place: usize, proposal: Identity) {
    let time = script.stamp();
    let signers = script.signers(by, Role::Administer, 1);
    let vote = MemberVote {
        ledger: script.ledger(),
        by: script.actor(by).name.clone(),
        proposal,
        vote: Vote::For,
        reference: about(script.cast, place),
        reason: None,
        time,
        signers: count(&signers),
    };
    script.put(vote, signers);
}

fn activate(script: &mut Script<'_>, place: usize, proposal: Identity) {
    let member = script.actor(place);
    let time = script.stamp();
    let signers: Vec<_> = (0..member.people.len())
        .map(|person| (place, person))
        .collect();
    let activate = MemberActivate {
        ledger: script.ledger(),
        member: member.name.clone(),
        proposal,
        function: member.function,
        tier: member.tier,
        parent: member.parent.clone(),
        region: member.region.clone(),
        house: member.name.clone(),
        accounts: Ascending::new(member.accounts.values().copied())
            .expect("deposits::read holds accounts to what an entry takes"),
        keys: Ascending::new(member.keys()).expect("a member has two or three keys"),
        recovery: member.recovery_key(),
        reference: word("activate"),
        time,
        signers: count(&signers),
    };
    script.put(activate, signers);
}

fn open_programme(script: &mut Script<'_>) {
    let time = script.stamp();
    let signers = script.signers(MINISTRY, Role::Administer, 1);
    let threshold = Threshold {
        from: amount(TWO_PERSONS_FROM),
        persons: 2,
    };
    let open = ProgrammeOpen {
        ledger: script.ledger(),
        programme: programme(),
        by: script.actor(MINISTRY).name.clone(),
        title: word("FONACIDE transfers to departments and municipalities, 2019"),
        currency: currency(),
        exponent: Exponent(0),
        starts: *YEAR.start(),
        ends: *YEAR.end(),
        offset: Offset::new(OFFSET_MINUTES).expect("four hours are an offset in use"),
        basis: Basis::Cash,
        // Departments pay their seats too, whose parent is the ministry.
        payees: Payees::Any,
        budget: Ascending::default(),
        hop_days: Days(HOP_DAYS),
        idle_days: Days(IDLE_DAYS),
        grace_days: Days(GRACE_DAYS),
        tolerance: PartsPerMillion::new(TOLERANCE_PPM).expect("a thousandth is a share"),
        thresholds: Ascending::new([threshold]).expect("one threshold"),
        disclosure: Days(0),
        reference: programme().as_str().parse().expect("a name is a reference"),
        time,
        signers: count(&signers),
    };
    script.put(open, signers);
}

fn appropriate(script: &mut Script<'_>, total: Amount, day: Day) -> Identity {
    let time = script.stamp();
    let signers = script.signers(MINISTRY, Role::Pay, 2);
    let appropriation = Appropriation {
        ledger: script.ledger(),
        programme: programme(),
        by: script.actor(MINISTRY).name.clone(),
        reference: word("derived-from-deposits"),
        root: None,
        direction: None,
        amount: total,
        currency: currency(),
        occurred: day,
        late: None,
        purpose: Some(word(
            "Derived: the total of the year's published deposits; the budget itself is not in the data",
        )),
        attachments: Ascending::default(),
        time,
        signers: count(&signers),
    };
    script.put(appropriation, signers)
}

fn endorse(script: &mut Script<'_>, entry: Identity) {
    let time: Moment = script.stamp();
    let signers = script.signers(AUDITOR, Role::Audit, 1);
    let endorse = Endorse {
        ledger: script.ledger(),
        by: script.actor(AUDITOR).name.clone(),
        entry,
        reference: word("simulated/appropriation"),
        reason: Some(word(
            "Simulated: the amount is the sum of the deposits as published",
        )),
        time,
        signers: count(&signers),
    };
    script.put(endorse, signers);
}

/// An amount that the demo knows to be at least one minor unit.
pub(super) fn amount(minor: Minor) -> Amount {
    Amount::new(minor).expect("the demo moves at least one minor unit and far below the limit")
}
