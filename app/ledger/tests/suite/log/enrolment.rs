//! The log's key is no party's: it is refused wherever an entry enrols keys, and so is a key whose
//! ID under the member's name is the one that the log's key would have there.

use ed25519_dalek::{SigningKey, VerifyingKey};
use ledger::entry::{Genesis, KeyRotate, MemberActivate, MemberPropose};
use ledger::field::{
    Ascending, Continues, EnrolKey, Function, LedgerName, MemberName, Moment, PublicKey, Role,
    Roles, SignerCount, Tier,
};
use ledger::key::key_id;
use ledger::{Entry, Facts, Note, admit, apply};

/// The log's name, which a member may have too.
const NAME: &str = "relief.example";

/// Two seeds whose keys have the same ID under that name, found by trying 150,000.
const LOGS: u64 = 41_680;
const TWIN: u64 = 150_426;

fn secret(seed: u64) -> SigningKey {
    let mut bytes = [0x5a; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    SigningKey::from_bytes(&bytes)
}

fn public(seed: u64) -> PublicKey {
    PublicKey::from(secret(seed).verifying_key())
}

fn name(text: &str) -> MemberName {
    text.parse().unwrap()
}

fn enrol(person: &str, seed: u64) -> EnrolKey {
    EnrolKey {
        person: person.parse().unwrap(),
        roles: Roles::of(&[Role::Administer, Role::Clock]),
        public: public(seed),
    }
}

/// Signs with these keys and judges; the code of the refusal, or `ok`.
fn submit(facts: &mut Facts, entry: impl Into<Entry>, member: &str, seeds: &[u64]) -> String {
    let entry = entry.into();
    let (member, keys) = (name(member), seeds.iter().map(|seed| secret(*seed)));
    let keys: Vec<SigningKey> = keys.collect();
    let signers: Vec<_> = keys.iter().map(|key| (&member, key)).collect();
    let note = Note::sign(&entry, &signers).unwrap();
    let verified = note.verify(|name, id| {
        let key = facts.keys.get(&(name.clone(), id))?;
        VerifyingKey::from_bytes(key.public.bytes()).ok()
    });
    match admit(facts, &verified.unwrap()) {
        Ok(effects) => {
            apply(facts, &effects);
            "ok".to_owned()
        }
        Err(refusal) => refusal.code().to_owned(),
    }
}

fn genesis(member: &str, key: u64, recovery: u64, log: Option<u64>) -> Genesis {
    Genesis {
        origin: NAME.parse().unwrap(),
        member: name(member),
        title: "Operator".parse().unwrap(),
        house: name(member),
        keys: Ascending::new([enrol("p1", key)]).unwrap(),
        recovery: public(recovery),
        log: log.map(public),
        continues: None,
        reference: "genesis".parse().unwrap(),
        purpose: None,
        time: Moment(1_700_000_000),
        signers: SignerCount(1),
    }
}

/// A founded ledger with this log's key, and an approved proposal for the member of the same name.
fn founded(log: Option<u64>) -> (Facts, MemberActivate) {
    let mut facts = Facts::default();
    let entry = genesis("op.example", 1, 2, log);
    assert_eq!(submit(&mut facts, entry, "op.example", &[1]), "ok");
    let ledger: LedgerName = facts.head.as_ref().unwrap().ledger.clone();
    let propose = MemberPropose {
        ledger: ledger.clone(),
        by: name("op.example"),
        member: name(NAME),
        title: "A member".parse().unwrap(),
        function: Function::Office,
        tier: Tier(1),
        parent: None,
        region: None,
        house: name(NAME),
        voting: None,
        reference: "member".parse().unwrap(),
        reason: None,
        time: Moment(1_700_000_000),
        signers: SignerCount(1),
    };
    let activate = MemberActivate {
        ledger,
        member: name(NAME),
        proposal: Entry::from(propose.clone()).identity(),
        function: Function::Office,
        tier: Tier(1),
        parent: None,
        region: None,
        house: name(NAME),
        accounts: Ascending::default(),
        keys: Ascending::new([enrol("p1", 3)]).unwrap(),
        recovery: public(4),
        reference: "join".parse().unwrap(),
        time: Moment(1_700_000_000),
        signers: SignerCount(1),
    };
    assert_eq!(submit(&mut facts, propose, "op.example", &[1]), "ok");
    (facts, activate)
}

fn rotated(ledger: LedgerName, key: u64) -> KeyRotate {
    KeyRotate {
        ledger,
        member: name(NAME),
        key: enrol("p2", key),
        replaces: None,
        reference: "rotate".parse().unwrap(),
        reason: None,
        time: Moment(1_700_000_000),
        signers: SignerCount(2),
    }
}

#[test]
fn the_twins_share_an_id() {
    let id = |seed| key_id(&name(NAME), &public(seed));
    assert_eq!(id(LOGS), id(TWIN));
    assert_ne!(public(LOGS), public(TWIN));
}

#[test]
fn a_genesis_enrols_neither_the_logs_key_nor_its_twin() {
    let log = Some(LOGS);
    for (key, recovery, log, wanted) in [
        (1, 2, log, "ok"),
        (LOGS, 2, log, "key-is-logs"),
        (1, LOGS, log, "key-is-logs"),
        (TWIN, 2, log, "key-id-taken"),
        (1, TWIN, log, "key-id-taken"),
        (LOGS, TWIN, None, "key-id-taken"),
        (LOGS, 2, None, "ok"),
    ] {
        let entry = genesis(NAME, key, recovery, log);
        let code = submit(&mut Facts::default(), entry, NAME, &[key]);
        assert_eq!(code, wanted, "{key} {recovery} {log:?}");
    }
    // Under another name the twin's ID is its own.
    let entry = genesis("op.example", TWIN, 2, log);
    assert_eq!(
        submit(&mut Facts::default(), entry, "op.example", &[TWIN]),
        "ok"
    );
}

#[test]
fn a_new_member_enrols_neither() {
    for (key, recovery, log, wanted) in [
        (3, 4, Some(LOGS), "ok"),
        (LOGS, 4, Some(LOGS), "key-is-logs"),
        (3, LOGS, Some(LOGS), "key-is-logs"),
        (TWIN, 4, Some(LOGS), "key-id-taken"),
        (3, TWIN, Some(LOGS), "key-id-taken"),
        (TWIN, LOGS, None, "key-id-taken"),
        (TWIN, 4, None, "ok"),
    ] {
        let (mut facts, mut activate) = founded(log);
        activate.keys = Ascending::new([enrol("p1", key)]).unwrap();
        activate.recovery = public(recovery);
        let code = submit(&mut facts, activate, NAME, &[key]);
        assert_eq!(code, wanted, "{key} {recovery} {log:?}");
    }
}

#[test]
fn a_rotation_enrols_neither() {
    for (key, log, wanted) in [
        (5, Some(LOGS), "ok"),
        (LOGS, Some(LOGS), "key-is-logs"),
        (TWIN, Some(LOGS), "key-id-taken"),
        (TWIN, None, "ok"),
    ] {
        let (mut facts, activate) = founded(log);
        let ledger = activate.ledger.clone();
        assert_eq!(submit(&mut facts, activate, NAME, &[3]), "ok");
        let code = submit(&mut facts, rotated(ledger.clone(), key), NAME, &[3, key]);
        assert_eq!(code, wanted, "{key} {log:?}");
    }
    // A member's own keys collide too.
    let (mut facts, mut activate) = founded(None);
    let ledger = activate.ledger.clone();
    activate.keys = Ascending::new([enrol("p1", LOGS)]).unwrap();
    assert_eq!(submit(&mut facts, activate, NAME, &[LOGS]), "ok");
    // Two lines with one name and ID can't stand in a note, so the recovery key approves.
    let rotate = rotated(ledger, TWIN);
    assert_eq!(submit(&mut facts, rotate, NAME, &[4, TWIN]), "key-id-taken");
}

#[test]
fn a_genesis_may_name_the_log_that_it_continues() {
    let mut entry = genesis(NAME, 1, 2, Some(LOGS));
    let without = Entry::from(entry.clone()).to_text();
    let continues = Continues {
        origin: "relief.example/2025".parse().unwrap(),
        size: 41,
        root: ledger::log::leaf_hash(b"a root"),
    };
    entry.continues = Some(continues.clone());
    let text = Entry::from(entry.clone()).to_text();
    let line = format!("continues relief.example/2025 41 {}\n", continues.root);
    assert_eq!(text.replace(&line, ""), without);
    assert!(text.contains(&format!("{line}ref genesis\n")), "{text}");
    assert_eq!(Entry::parse(&text), Ok(Entry::from(entry.clone())));
    assert_eq!(submit(&mut Facts::default(), entry, NAME, &[1]), "ok");
    for bad in ["41 ", "0", "041", "9223372036854775808", "-1"] {
        assert!(Entry::parse(&text.replacen(" 41 ", &format!(" {bad} "), 1)).is_err());
    }
}
