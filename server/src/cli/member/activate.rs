//! `countersign member activate`.

use crate::cli::draft::field;
use crate::cli::failure::key_file;
use crate::cli::member::ROLES;
use crate::cli::writing::{WriteOptions, ref_about};
use crate::cli::{Exit, Failure};
use crate::keyfile::KeyFile;
use crate::speech::Message;
use ledger::Entry;
use ledger::entry::{Kind, MemberPropose};
use ledger::field::{Commitment, EnrolKey, Field, Identity, PublicKey, Roles};
use ledger::key::parse_vkey;
use std::path::Path;

/// Become a member after a proposal: enrol its people's keys, which all sign
///
/// --key and each --also name a key file of one person; every one of them is enrolled and proves
/// possession by signing. The recovery key belongs offline: its file, or its verifier key, is named
/// and doesn't sign.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign member activate 7ae1…aa16 --key p1.key --also p2.key \\\n    \
                        --roles administer,confirm,pay --roles pay --recovery recovery.key"
)]
pub(in crate::cli) struct Activate {
    /// Identity of the proposal
    #[arg(value_name = "PROPOSAL", value_parser = field::<Identity>)]
    proposal: Identity,
    /// What a key may sign, once for each key file in their order; the last holds for the rest
    #[arg(long, value_name = "ROLES", default_value = ROLES, value_parser = field::<Roles>)]
    roles: Vec<Roles>,
    /// Recovery key: its file, or its verifier key
    #[arg(long, value_name = "FILE or VKEY")]
    recovery: String,
    /// Commitment to an account
    #[arg(long, value_name = "COMMITMENT", value_parser = field::<Commitment>)]
    account: Vec<Commitment>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Activate {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let note = session.desk.note(&self.proposal).await?;
        let Entry::MemberPropose(proposed) = note.entry() else {
            let what = Message::new("not-a-proposal").with("identity", self.proposal);
            return Err(Failure::usage(what));
        };
        for header in &session.headers {
            check_member(header.member(), proposed)?;
        }
        let last = self.roles.last().copied().unwrap_or_default();
        let keys: Vec<EnrolKey> = session
            .headers
            .iter()
            .zip(self.roles.iter().copied().chain(std::iter::repeat(last)))
            .map(|(header, roles)| EnrolKey {
                person: header.person().clone(),
                roles,
                public: *header.public_key(),
            })
            .collect();
        let draft = session
            .draft(Kind::MemberActivate)?
            .set("member", &proposed.member)
            .set("proposal", &self.proposal)
            .set("function", &proposed.function)
            .set("tier", &proposed.tier)
            .set_if("parent", proposed.parent.as_ref())
            .set_if("region", proposed.region.as_ref())
            .set("house", &proposed.house)
            .set_all("account", &self.account)
            .set_all("key", &keys)
            .set("recovery", &recovery(&self.recovery)?)
            .set("ref", &ref_about("activate", &self.proposal)?);
        session.write(&draft).await
    }
}

fn check_member(
    member: &ledger::field::MemberName,
    proposed: &MemberPropose,
) -> Result<(), Failure> {
    if *member == proposed.member {
        return Ok(());
    }
    let what = Message::new("key-of-other-member")
        .with("member", member)
        .with("proposed", &proposed.member);
    Err(Failure::usage(what))
}

/// A key file's public half, or a verifier key.
fn recovery(text: &str) -> Result<PublicKey, Failure> {
    let path = Path::new(text);
    if path.is_file() {
        return Ok(*KeyFile::peek(path).map_err(key_file(path))?.public_key());
    }
    match parse_vkey(text) {
        Ok((_, key)) => Ok(key),
        Err(error) => PublicKey::parse(text).map_err(|_| {
            Failure::usage(Message::new("recovery-neither-file-nor-key").told("error", &error))
        }),
    }
}
