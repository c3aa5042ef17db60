//! Membership: a consortium, so that nobody keeps books unreviewed.

use super::posting::Posting;
use super::signers::Signers;
use super::time::signed_after;
use crate::Refusal;
use crate::entry::{
    Genesis, MemberActivate, MemberAmend, MemberPropose, MemberVote, RulesActivate,
};
use crate::field::{
    EnrolKey, Function, Identity, LedgerName, MemberName, Person, PublicKey, Role, Roles, Tier,
    Vote,
};
use crate::key::key_id;
use crate::limits::{ACCOUNTS_MAX, VOTING_HOUSES_MAX};
use crate::rows::{EnrolledKey, Head, House, Member, Proposal};

/// The version of the rules that a genesis starts with, and that this release knows.
const RULES_VERSION: u16 = 1;

/// Founds a ledger.
pub(super) fn genesis(
    posting: &mut Posting<'_>,
    entry: &Genesis,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.member])?;
    signers.possession_of(&entry.keys, &entry.member)?;
    let head = Head {
        ledger: LedgerName::new(entry.origin.clone(), &posting.effects.identity),
        next_index: 1,
        clock: entry.time,
        operator: entry.member.clone(),
        voting_houses: 1,
        log_key: entry.log,
        rules: RULES_VERSION,
    };
    posting.effects.head = Some(Box::new(head));
    enrol_all(
        posting,
        &entry.member,
        &entry.keys,
        &entry.recovery,
        entry.log.as_ref(),
    )?;
    filled(&entry.keys, Role::Clock)?;
    posting.effects.houses.push(House {
        name: entry.house.clone(),
        voting_members: 1,
    });
    posting.effects.members.push(Member {
        name: entry.member.clone(),
        title: entry.title.clone(),
        function: Function::Operator,
        tier: Tier(0),
        parent: None,
        region: None,
        house: entry.house.clone(),
        voting: true,
        accounts: Vec::new(),
        frozen: false,
        recovery: entry.recovery,
        activated: 0,
    });
    Ok(())
}

/// Proposes a member, or a new title or parent for one.
pub(super) fn propose(
    posting: &mut Posting<'_>,
    entry: &MemberPropose,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Administer)?;
    let proposer = posting.member(&entry.by)?;
    if let Some(parent) = &entry.parent {
        above(posting.member(parent)?, entry.tier)?;
    }
    let proposal = Proposal {
        index: posting.index(),
        identity: posting.effects.identity,
        time: entry.time,
        member: entry.member.clone(),
        title: entry.title.clone(),
        function: entry.function,
        tier: entry.tier,
        parent: entry.parent.clone(),
        region: entry.region.clone(),
        house: entry.house.clone(),
        voting: entry.voting.is_some(),
        yes: if proposer.voting {
            vec![proposer.house.clone()]
        } else {
            Vec::new()
        },
        no: Vec::new(),
        settled: None,
    };
    if let Some(member) = posting.facts.members.get(&entry.member) {
        amendable(member, &proposal)?;
        amends(member, &proposal)?;
    }
    posting.effects.proposals.push(proposal);
    Ok(())
}

/// A parent stands on a tier above its members'. Tiers never change, so parents can't form a circle,
/// whoever gets another parent later.
fn above(parent: &Member, tier: Tier) -> Result<(), Refusal> {
    if parent.tier < tier {
        return Ok(());
    }
    Err(Refusal::ParentNotAbove {
        parent: parent.name.clone(),
    })
}

/// Only title and parent can be amended: tallies count by tier and region, votes by house.
fn amendable(member: &Member, proposal: &Proposal) -> Result<(), Refusal> {
    let same = member.function == proposal.function
        && member.tier == proposal.tier
        && member.region == proposal.region
        && member.house == proposal.house
        && member.voting == proposal.voting;
    if !same {
        return Err(Refusal::ProposalDiffers);
    }
    Ok(())
}

fn amends(member: &Member, proposal: &Proposal) -> Result<(), Refusal> {
    if member.title == proposal.title && member.parent == proposal.parent {
        return Err(Refusal::NoChange);
    }
    Ok(())
}

/// A house's vote.
pub(super) fn vote(
    posting: &mut Posting<'_>,
    entry: &MemberVote,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Administer)?;
    let voter = posting.member(&entry.by)?;
    let mut proposal = proposal(posting, &entry.proposal, entry.time)?.clone();
    if proposal.settled.is_some() {
        return Err(Refusal::ProposalSettled);
    }
    let voted = proposal
        .yes
        .iter()
        .chain(&proposal.no)
        .any(|house| *house == voter.house);
    if !voter.voting || voted {
        return Err(Refusal::VoteVoid);
    }
    let side = if entry.vote == Vote::For {
        &mut proposal.yes
    } else {
        &mut proposal.no
    };
    side.push(voter.house.clone());
    posting.effects.proposals.push(proposal);
    Ok(())
}

/// Makes a proposed member one.
pub(super) fn activate(
    posting: &mut Posting<'_>,
    entry: &MemberActivate,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.member])?;
    signers.possession_of(&entry.keys, &entry.member)?;
    let proposal = proposal(posting, &entry.proposal, entry.time)?;
    if posting.facts.members.contains_key(&entry.member) {
        return Err(Refusal::MemberExists);
    }
    says_the_same(entry, proposal)?;
    approved(posting, proposal)?;
    if proposal.voting {
        seat(posting, &entry.house)?;
    }
    let log = posting.head().log_key;
    enrol_all(
        posting,
        &entry.member,
        &entry.keys,
        &entry.recovery,
        log.as_ref(),
    )?;
    filled(&entry.keys, Role::Administer)?;
    posting.effects.members.push(Member {
        name: entry.member.clone(),
        title: proposal.title.clone(),
        function: entry.function,
        tier: entry.tier,
        parent: entry.parent.clone(),
        region: entry.region.clone(),
        house: entry.house.clone(),
        voting: proposal.voting,
        accounts: entry.accounts.to_vec(),
        frozen: false,
        recovery: entry.recovery,
        activated: posting.index(),
    });
    settle(posting, proposal);
    Ok(())
}

fn says_the_same(entry: &MemberActivate, proposal: &Proposal) -> Result<(), Refusal> {
    let same = entry.member == proposal.member
        && entry.function == proposal.function
        && entry.tier == proposal.tier
        && entry.parent == proposal.parent
        && entry.region == proposal.region
        && entry.house == proposal.house;
    if same {
        Ok(())
    } else {
        Err(Refusal::ProposalDiffers)
    }
}

/// Gives a house its vote with its first voting member.
fn seat(posting: &mut Posting<'_>, house: &MemberName) -> Result<(), Refusal> {
    let known = posting.facts.houses.get(house).cloned();
    let mut house = known.unwrap_or_else(|| House {
        name: house.clone(),
        voting_members: 0,
    });
    if house.voting_members == 0 {
        let head = posting.head_mut();
        if head.voting_houses == VOTING_HOUSES_MAX {
            return Err(Refusal::HousesTooMany);
        }
        head.voting_houses += 1;
    }
    house.voting_members += 1;
    posting.effects.houses.push(house);
    Ok(())
}

/// Changes a member's accounts, or carries out an approved proposal about it.
pub(super) fn amend(
    posting: &mut Posting<'_>,
    entry: &MemberAmend,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.member, Role::Administer)?;
    // Where money goes to is changed by two persons: an account is what a thief would change.
    let touches_accounts = !entry.accounts.is_empty() || !entry.dropped.is_empty();
    signers.persons(&entry.member, if touches_accounts { 2 } else { 1 })?;
    if !touches_accounts && entry.proposal.is_none() {
        return Err(Refusal::NoChange);
    }
    let mut member = posting.member(&entry.member)?.clone();
    if let Some(identity) = &entry.proposal {
        let proposal = proposal(posting, identity, entry.time)?;
        if proposal.member != entry.member {
            return Err(Refusal::ProposalDiffers);
        }
        amendable(&member, proposal)?;
        approved(posting, proposal)?;
        amend_accounts(&mut member, entry)?;
        amends(&member, proposal)?;
        member.title = proposal.title.clone();
        member.parent = proposal.parent.clone();
        settle(posting, proposal);
    } else {
        amend_accounts(&mut member, entry)?;
    }
    posting.effects.members.push(member);
    Ok(())
}

fn amend_accounts(member: &mut Member, entry: &MemberAmend) -> Result<(), Refusal> {
    let missing = entry
        .dropped
        .iter()
        .any(|account| !member.accounts.contains(account));
    let doubled = entry
        .accounts
        .iter()
        .any(|account| member.accounts.contains(account));
    if missing || doubled {
        return Err(Refusal::AccountList);
    }
    member
        .accounts
        .retain(|account| !entry.dropped.contains(account));
    member.accounts.extend_from_slice(&entry.accounts);
    member.accounts.sort_unstable();
    if member.accounts.len() > ACCOUNTS_MAX {
        Err(Refusal::AccountList)
    } else {
        Ok(())
    }
}

/// More than half of the voting houses sign a change of the rules; this release knows one version.
pub(super) fn activate_rules(
    posting: &mut Posting<'_>,
    entry: &RulesActivate,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    let houses = voting_houses(posting, signers)?;
    for signer in signers.iter() {
        signers.in_role(signer.member, Role::Administer)?;
    }
    signers.persons(&entry.by, 1)?;
    majority(houses.len(), posting.head().voting_houses)?;
    if entry.version.0 == posting.head().rules {
        return Err(Refusal::NoChange);
    }
    Err(Refusal::RulesUnknown {
        version: entry.version.0,
    })
}

/// The houses of the members that signed, each of which votes.
fn voting_houses<'f>(
    posting: &Posting<'f>,
    signers: &Signers<'_>,
) -> Result<Vec<&'f MemberName>, Refusal> {
    let mut houses = Vec::new();
    for signer in signers.iter() {
        let member = posting.member(signer.member)?;
        if !member.voting {
            return Err(Refusal::SignerForeign {
                member: member.name.clone(),
            });
        }
        if !houses.contains(&&member.house) {
            houses.push(&member.house);
        }
    }
    Ok(houses)
}

fn proposal<'f>(
    posting: &Posting<'f>,
    identity: &Identity,
    time: crate::field::Moment,
) -> Result<&'f Proposal, Refusal> {
    let proposal = posting
        .facts
        .proposals
        .get(identity)
        .ok_or(Refusal::CitedUnknown {
            identity: *identity,
        })?;
    signed_after(time, proposal.time)?;
    Ok(proposal)
}

fn approved(posting: &Posting<'_>, proposal: &Proposal) -> Result<(), Refusal> {
    if proposal.settled.is_some() {
        return Err(Refusal::ProposalSettled);
    }
    majority(proposal.yes.len(), posting.head().voting_houses)
}

fn majority(yes: usize, of: u32) -> Result<(), Refusal> {
    let yes = u32::try_from(yes).unwrap_or(u32::MAX);
    if yes.saturating_mul(2) > of {
        Ok(())
    } else {
        Err(Refusal::VotesMissing { yes, of })
    }
}

fn settle(posting: &mut Posting<'_>, proposal: &Proposal) {
    let settled = Proposal {
        settled: Some(posting.index()),
        ..proposal.clone()
    };
    posting.effects.proposals.push(settled);
}

fn filled(keys: &[EnrolKey], role: Role) -> Result<(), Refusal> {
    if keys.iter().any(|key| key.roles.contains(role)) {
        Ok(())
    } else {
        Err(Refusal::RoleUnfilled { role })
    }
}

/// Enrols a member's people's keys and its recovery key.
fn enrol_all(
    posting: &mut Posting<'_>,
    member: &MemberName,
    keys: &[EnrolKey],
    recovery: &PublicKey,
    log: Option<&PublicKey>,
) -> Result<(), Refusal> {
    for key in keys {
        enrol(posting, member, key.clone(), log)?;
    }
    let recovery = EnrolKey {
        person: Person::RECOVERY,
        roles: Roles::default(),
        public: *recovery,
    };
    enrol(posting, member, recovery, log)
}

/// Enrols a key, unless its ID stands under that name or it is the log's: four bytes are easily
/// made to collide, and a log's key signs raw text that could otherwise be an entry. A member may
/// have the log's own name, so the ID that the log's key has under it counts as taken.
pub(super) fn enrol(
    posting: &mut Posting<'_>,
    member: &MemberName,
    key: EnrolKey,
    log: Option<&PublicKey>,
) -> Result<(), Refusal> {
    let id = key_id(member, &key.public);
    let logs_id = log.is_some_and(|log| *log != key.public && key_id(member, log) == id);
    let taken = posting.facts.keys.contains_key(&(member.clone(), id))
        || posting.effects.keys.iter().any(|staged| staged.id == id);
    if taken || logs_id {
        return Err(Refusal::KeyIdTaken { id });
    }
    if log == Some(&key.public) {
        return Err(Refusal::KeyIsLogs);
    }
    posting.effects.keys.push(EnrolledKey {
        member: member.clone(),
        id,
        public: key.public,
        person: key.person,
        roles: key.roles,
        enrolled: posting.effects.index,
        revoked: None,
        compromised_since: None,
    });
    Ok(())
}
