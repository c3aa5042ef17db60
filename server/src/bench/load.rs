//! The load: a small consortium and any number of steps, signed before anything is measured.

use crate::keyfile::HELD_PERSON;
use ed25519_dalek::SigningKey;
use ledger::entry::{
    Appropriation, Genesis, MemberActivate, MemberPropose, ProgrammeOpen, Receipt, Transfer,
};
use ledger::field::{
    Amount, AmountOrZero, Ascending, Basis, Currency, Day, Days, EnrolKey, Exponent, Function,
    Identity, LedgerName, MemberName, Moment, NodeCitation, Offset, PartsPerMillion, Payees,
    ProgrammeName, PublicKey, Role, Roles, SignerCount, Source, Tier, Yes,
};
use ledger::{Entry, FieldError, Note, NoteError};
use sha3::{Digest, Sha3_256};

/// Why a load can't be made: a name or an amount of its own that the format refuses.
#[derive(Debug, thiserror::Error)]
pub(super) enum LoadError {
    /// A field.
    #[error("the load's own field is refused: {0}")]
    Field(#[from] FieldError),
    /// A note.
    #[error("the load's own note is refused: {0}")]
    Note(#[from] NoteError),
    /// An amount or a day beyond its range.
    #[error("the load is larger than amounts and days allow")]
    Range,
}

/// Days over which the steps spread: a year of payments, as a ledger sees them.
const SPREAD_DAYS: u64 = 330;

/// One receipt of so many says that less came than was sent: each is a finding.
const SHORT_EVERY: u64 = 1000;

/// Where transfers that nobody has confirmed begin to be counted: beyond all steps of a load.
const WAITING_FROM: u64 = 5_000_000_000;

/// The consortium of a load.
pub(super) struct Load {
    /// What founds it, in order: genesis, members, programme, appropriation.
    pub(super) founding: Vec<Note>,
    operator: SigningKey,
    ledger: LedgerName,
    root: Identity,
    ministry: MemberName,
    offices: Vec<(MemberName, SigningKey)>,
    ministry_key: SigningKey,
    programme: ProgrammeName,
    currency: Currency,
    now: Moment,
}

fn key(number: u64) -> SigningKey {
    let mut seed = [0x42; 32];
    seed[..8].copy_from_slice(&number.to_be_bytes());
    SigningKey::from_bytes(&seed)
}

fn enrol(person: &str, key: &SigningKey, roles: &[Role]) -> Result<EnrolKey, FieldError> {
    Ok(EnrolKey {
        person: person.parse()?,
        roles: Roles::of(roles),
        public: PublicKey::from(key.verifying_key()),
    })
}

const ROLES: &[Role] = &[Role::Administer, Role::Clock, Role::Confirm, Role::Pay];

impl Load {
    /// The operator's key, which the server under load ticks with.
    #[must_use]
    pub(super) fn operator_key() -> SigningKey {
        key(0)
    }

    /// The log's key, which the server under load signs checkpoints with: nobody else's.
    #[must_use]
    pub(super) fn log_key() -> SigningKey {
        key(u64::MAX)
    }

    /// The key that the server under load holds for a member.
    #[must_use]
    pub(super) fn held_key(member: &MemberName) -> SigningKey {
        let digest = Sha3_256::digest(member.as_str());
        SigningKey::from_bytes(&digest.into())
    }

    /// Whose money the load moves.
    #[must_use]
    pub(super) const fn ministry(&self) -> &MemberName {
        &self.ministry
    }

    /// An office, by its number.
    #[must_use]
    pub(super) fn office(&self, number: usize) -> Option<&MemberName> {
        self.offices.get(number).map(|(name, _)| name)
    }

    /// A transfer to an office that nobody has confirmed. Numbers are counted apart from those of
    /// [`Load::step`].
    ///
    /// # Errors
    /// [`LoadError`] where the format refuses what the load would write, or there is no such office.
    pub(super) fn waiting(&self, number: u64, office: usize) -> Result<Note, LoadError> {
        let office = self.office(office).ok_or(LoadError::Range)?;
        let number = WAITING_FROM + number;
        let transfer = self.transfer(number, office, i128::from(number % 10_007 + 1))?;
        Ok(Note::sign(
            &transfer,
            &[(&self.ministry, &self.ministry_key)],
        )?)
    }

    /// The appropriation that every step is paid from.
    #[must_use]
    pub(super) const fn appropriation(&self) -> Identity {
        self.root
    }

    /// Founds a ledger of so many offices, as of a moment.
    ///
    /// # Errors
    /// [`LoadError`] where the format refuses what the load would write.
    pub(super) fn found(offices: u64, now: Moment) -> Result<Self, LoadError> {
        let operator = Self::operator_key();
        let operator_name: MemberName = "ledger.bench.example".parse()?;
        let genesis = Genesis {
            origin: "bench.example".parse()?,
            member: operator_name.clone(),
            title: "The operator".parse()?,
            house: operator_name.clone(),
            keys: Ascending::new([enrol("p1", &operator, ROLES)?])?,
            recovery: PublicKey::from(key(1).verifying_key()),
            log: None,
            continues: None,
            reference: "genesis".parse()?,
            purpose: Some("A load to measure with".parse()?),
            time: now,
            signers: SignerCount(1),
        };
        let genesis = Note::sign(&genesis.into(), &[(&operator_name, &operator)])?;
        let ledger = LedgerName::new("bench.example".parse()?, &genesis.identity());
        let mut load = Self {
            founding: vec![genesis],
            operator,
            ledger,
            root: Identity([0; 32]),
            ministry: "ministry.bench.example".parse()?,
            offices: Vec::new(),
            ministry_key: key(2),
            programme: "bench".parse()?,
            currency: "PYG".parse()?,
            now,
        };
        load.admit_members(&operator_name, offices)?;
        load.fund()?;
        Ok(load)
    }

    fn admit_members(&mut self, operator: &MemberName, offices: u64) -> Result<(), LoadError> {
        let ministry = (self.ministry.clone(), self.ministry_key.clone());
        self.admit(operator, &ministry.0, &ministry.1, Function::Finance)?;
        for number in 0..offices {
            let name: MemberName = format!("office-{number}.bench.example").parse()?;
            let key = key(100 + number);
            self.admit(operator, &name, &key, Function::Office)?;
            self.offices.push((name, key));
        }
        Ok(())
    }

    fn admit(
        &mut self,
        operator: &MemberName,
        member: &MemberName,
        key: &SigningKey,
        function: Function,
    ) -> Result<(), LoadError> {
        let propose = MemberPropose {
            ledger: self.ledger.clone(),
            by: operator.clone(),
            member: member.clone(),
            title: "An office".parse()?,
            function,
            tier: Tier(u8::from(function == Function::Office)),
            parent: None,
            region: Some("px".parse()?),
            house: member.clone(),
            voting: None,
            reference: member.as_str().parse()?,
            reason: None,
            time: self.now,
            signers: SignerCount(1),
        };
        let note = Note::sign(&propose.clone().into(), &[(operator, &self.operator)])?;
        // A key that is enrolled proves that it is there: the server's as well.
        let held = Self::held_key(member);
        let activate = MemberActivate {
            ledger: self.ledger.clone(),
            member: member.clone(),
            proposal: note.identity(),
            function,
            tier: propose.tier,
            parent: None,
            region: propose.region,
            house: member.clone(),
            accounts: Ascending::default(),
            keys: Ascending::new([enrol("p1", key, ROLES)?, enrol(HELD_PERSON, &held, ROLES)?])?,
            recovery: PublicKey::from(self::key(1).verifying_key()),
            reference: "join".parse()?,
            time: self.now,
            signers: SignerCount(2),
        };
        self.founding.push(note);
        let signers = [(member, key), (member, &held)];
        self.founding.push(Note::sign(&activate.into(), &signers)?);
        Ok(())
    }

    fn fund(&mut self) -> Result<(), LoadError> {
        let today = self.now.local_day(Offset::default());
        let far = Days(ledger::limits::DAYS_MAX);
        let open = ProgrammeOpen {
            ledger: self.ledger.clone(),
            programme: self.programme.clone(),
            by: self.ministry.clone(),
            title: "A load to measure with".parse()?,
            currency: self.currency.clone(),
            exponent: Exponent(0),
            starts: self.day(0)?,
            ends: today.plus(far.0),
            offset: Offset::default(),
            basis: Basis::Cash,
            payees: Payees::Any,
            budget: Ascending::default(),
            hop_days: Days(30),
            idle_days: far,
            grace_days: Days(10),
            tolerance: PartsPerMillion::default(),
            thresholds: Ascending::default(),
            disclosure: Days(0),
            reference: "open".parse()?,
            time: self.now,
            signers: SignerCount(1),
        };
        let appropriation = Appropriation {
            ledger: self.ledger.clone(),
            programme: self.programme.clone(),
            by: self.ministry.clone(),
            reference: "budget".parse()?,
            root: None,
            direction: None,
            amount: Amount::new(ledger::limits::AMOUNT_MAX).ok_or(LoadError::Range)?,
            currency: self.currency.clone(),
            occurred: self.day(0)?,
            late: None,
            purpose: None,
            attachments: Ascending::default(),
            time: self.now,
            signers: SignerCount(1),
        };
        let signer = [(&self.ministry, &self.ministry_key)];
        let open = Note::sign(&open.into(), &signer)?;
        let appropriation = Note::sign(&appropriation.into(), &signer)?;
        self.root = appropriation.identity();
        self.founding.extend([open, appropriation]);
        Ok(())
    }

    /// The day on which step `number` moved: the steps go round the year.
    fn day(&self, number: u64) -> Result<Day, LoadError> {
        let back =
            i64::try_from(SPREAD_DAYS - number / 97 % SPREAD_DAYS).map_err(|_| LoadError::Range)?;
        Day::from_number(self.now.local_day(Offset::default()).number() - back)
            .ok_or(LoadError::Range)
    }

    /// A step: a transfer to one of the offices, and its receipt, now and then short by one.
    ///
    /// # Errors
    /// [`LoadError`] where the format refuses what the load would write.
    pub(super) fn step(&self, number: u64) -> Result<(Note, Note), LoadError> {
        let office = usize::try_from(number).map_err(|_| LoadError::Range)? % self.offices.len();
        let (office, office_key) = &self.offices[office];
        let amount = i128::from(1_000_000 + number % 99_991 * 7);
        let transfer = self.transfer(number, office, amount)?;
        let came = amount - i128::from(number % SHORT_EVERY == SHORT_EVERY - 1);
        let receipt = self.receipt(number, office, came, &transfer)?;
        Ok((
            Note::sign(&transfer, &[(&self.ministry, &self.ministry_key)])?,
            Note::sign(&receipt, &[(office, office_key)])?,
        ))
    }

    fn transfer(&self, number: u64, office: &MemberName, amount: i128) -> Result<Entry, LoadError> {
        let amount = Amount::new(amount).ok_or(LoadError::Range)?;
        let node = NodeCitation {
            entry: self.root,
            leg: 0,
        };
        Ok(Transfer {
            ledger: self.ledger.clone(),
            programme: self.programme.clone(),
            from: self.ministry.clone(),
            to: office.clone(),
            account: None,
            reference: format!("{number:010}").parse()?,
            covers: None,
            paid_through: None,
            amount,
            currency: self.currency.clone(),
            sources: Ascending::new([Source { node, amount }])?,
            occurred: self.day(number)?,
            due: Some(self.now.local_day(Offset::default()).plus(365)),
            late: None,
            purpose: Some("A payment of the load".parse()?),
            attachments: Ascending::default(),
            time: self.now,
            signers: SignerCount(1),
        }
        .into())
    }

    fn receipt(
        &self,
        number: u64,
        office: &MemberName,
        amount: i128,
        transfer: &Entry,
    ) -> Result<Entry, LoadError> {
        Ok(Receipt {
            ledger: self.ledger.clone(),
            programme: self.programme.clone(),
            from: self.ministry.clone(),
            to: office.clone(),
            reference: format!("{number:010}").parse()?,
            step: transfer.identity(),
            amount: AmountOrZero::new(amount).ok_or(LoadError::Range)?,
            currency: self.currency.clone(),
            last: Some(Yes::Yes),
            occurred: self.day(number)?,
            late: None,
            reason: None,
            attachments: Ascending::default(),
            time: self.now,
            signers: SignerCount(1),
        }
        .into())
    }
}
