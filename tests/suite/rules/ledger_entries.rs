//! Lines of a table as entries of the ledger: each field's text, in the order in which its kind is written.

use std::collections::BTreeMap;

use ledger::Entry;
use ledger::entry::{Kind, VERSION_PREFIX};
use ledger::field::{Identity, Moment, NodeCitation};

use super::cast;
use super::ledger_world::{Keys, LedgerWorld, written};
use super::model::{GRACE_DAYS, HOP_DAYS};
use super::table::{Event, node_label};

/// What a field says, by its word; a repeated field says it more than once.
type Fields = BTreeMap<&'static str, Vec<String>>;

/// The first byte of an identity is tried for this many times; 256 are expected.
const TRIES: u64 = 20_000;

impl LedgerWorld {
    /// The entry that an event is. None where no such entry can be written.
    pub(super) fn entry(&self, event: &Event, signers: usize) -> Option<Entry> {
        let kind = kind(event);
        let mut fields = self.fields(event, kind);
        self.common(event, kind, signers, &mut fields);
        let Some(first) = self.first_byte(event) else {
            return Entry::parse(&text(kind, &fields)).ok();
        };
        // Nodes are cited in the order of their identities: in a table that is the order of its lines.
        let word = if kind == Kind::CarryOver {
            "reason"
        } else {
            "purpose"
        };
        for attempt in 0..TRIES {
            fields.insert(word, vec![format!("attempt {attempt}")]);
            let text = text(kind, &fields);
            if Identity::of(&text).0[0] == first {
                return Entry::parse(&text).ok();
            }
        }
        panic!("no identity begins with {first:02x}: {}", event.label)
    }

    /// Fields that most kinds have, and those that the line names itself.
    fn common(&self, event: &Event, kind: Kind, signers: usize, fields: &mut Fields) {
        let time = self.time(event);
        let mut put = |word, value: String| {
            fields.entry(word).or_insert_with(|| vec![value]);
        };
        put("ledger", self.ledger());
        put("ref", event.label.clone());
        put("currency", "CNY".to_owned());
        put("occurred", self.local_day(time));
        put("time", written(&time));
        put("signers", signers.to_string());
        if matches!(kind, Kind::Freeze | Kind::Unfreeze) {
            put("reason", "as the auditor asks".to_owned());
        }
        for spec in Kind::ALL
            .iter()
            .find(|(known, _)| *known == kind)
            .map_or(&[][..], |(_, spec)| spec.fields)
        {
            let named = event
                .option(spec.name)
                .filter(|_| !OWN_FORM.contains(&spec.name));
            if let Some(value) = named {
                fields.insert(spec.name, vec![value.to_owned()]);
            }
            if event.flag(spec.name) {
                fields.insert(spec.name, vec!["yes".to_owned()]);
            }
        }
        if let Some(thresholds) = event.option("threshold") {
            let lines = thresholds
                .split(',')
                .map(|threshold| threshold.replace(':', " "));
            fields.insert("threshold", lines.collect());
        }
        if let Some(account) = event.option("account") {
            fields.insert("account", vec![Identity::of(account).to_string()]);
        }
    }

    /// The fields that make the kind.
    fn fields(&self, event: &Event, kind: Kind) -> Fields {
        let mut fields = Fields::new();
        let mut put = |word, value: String| drop(fields.insert(word, vec![value]));
        match kind {
            Kind::Tick => put("by", "operator".to_owned()),
            Kind::KeyRotate
            | Kind::KeyRevoke
            | Kind::KeyCompromised
            | Kind::MemberAmend
            | Kind::MemberActivate => {
                put("member", event.word(0).to_owned());
            }
            Kind::Transfer | Kind::Return => {
                put("from", event.word(0).to_owned());
                put("to", event.word(1).to_owned());
            }
            Kind::Receipt | Kind::ReceiptCorrect => put("to", event.word(0).to_owned()),
            Kind::Bounce | Kind::Reversal => put("from", event.word(0).to_owned()),
            _ => put("by", event.word(0).to_owned()),
        }
        match kind {
            Kind::Appropriation => self.appropriation(event, &mut fields),
            Kind::Income | Kind::ExpenseRefund => {
                put("into", self.node(event.word(1)));
                put("programme", self.programme_of(event, event.word(1)));
                put("amount", event.word(2).to_owned());
            }
            Kind::Transfer | Kind::Return => {
                self.outflow(event, 2, &mut fields);
                let covers = event
                    .option("covers")
                    .map(|step| vec![self.identity(step).to_string()]);
                fields.extend(covers.map(|covers| ("covers", covers)));
            }
            Kind::Expense | Kind::Surrender => self.outflow(event, 1, &mut fields),
            Kind::CarryOver => {
                self.outflow(event, 1, &mut fields);
                let next = event.option("into").unwrap_or("next").to_owned();
                fields.insert("into-programme", vec![next]);
            }
            Kind::Receipt
            | Kind::ReceiptCorrect
            | Kind::Bounce
            | Kind::Reversal
            | Kind::Charge
            | Kind::WriteOff => {
                self.about_step(event, &mut fields);
            }
            Kind::Recovery => {
                self.about_step(event, &mut fields);
                let node = event.option("into").map(|node| self.node(node));
                fields.insert("into", node.into_iter().collect());
            }
            Kind::ProgrammeAmend | Kind::ProgrammeClose => {
                put("programme", event.word(1).to_owned());
            }
            Kind::Freeze | Kind::Unfreeze => put("member", event.word(1).to_owned()),
            Kind::Tick => put("time", written(&self.moment(event.word(0)))),
            Kind::Endorse => put("entry", self.identity(event.word(1)).to_string()),
            _ => self.membership(event, kind, &mut fields),
        }
        fields
    }

    fn appropriation(&self, event: &Event, fields: &mut Fields) {
        let mut put = |word, value: String| drop(fields.insert(word, vec![value]));
        if event.kind == "appropriation" {
            put("programme", event.option("in").unwrap_or("year").to_owned());
            put("amount", event.word(1).to_owned());
            return;
        }
        put("direction", event.kind.clone());
        put("root", self.node(event.word(1)));
        put("programme", self.programme_of(event, event.word(1)));
        put("amount", event.word(2).to_owned());
    }

    fn outflow(&self, event: &Event, at: usize, fields: &mut Fields) {
        let mut sources: Vec<(Identity, u8, i128)> = event
            .sources(event.amount(at))
            .into_iter()
            .map(|(label, leg, amount)| (self.identity(&label), leg, amount))
            .collect();
        sources.sort_unstable();
        let lines = sources
            .iter()
            .map(|(entry, leg, amount)| format!("{entry}/{leg} {amount}"));
        fields.insert("source", lines.collect());
        fields.insert("amount", vec![event.word(at).to_owned()]);
        fields.insert(
            "programme",
            vec![event.option("in").unwrap_or("year").to_owned()],
        );
    }

    /// What speaks about a step names its parties; whoever isn't one of them puts itself there.
    fn about_step(&self, event: &Event, fields: &mut Fields) {
        let identity = self.identity(event.word(1));
        let step = self.facts().step(&identity);
        let (from, to) = step.map_or((event.word(0), "office"), |step| {
            (step.from.as_str(), step.to.as_str())
        });
        let programme = step.map_or("year", |step| step.programme.as_str());
        for (word, value) in [("from", from), ("to", to), ("programme", programme)] {
            fields.entry(word).or_insert_with(|| vec![value.to_owned()]);
        }
        fields.insert("step", vec![identity.to_string()]);
        // A correction that corrects no amount doesn't name one.
        let amount = event
            .words
            .get(2)
            .filter(|amount| *amount != "0" || event.kind == "receipt");
        fields.extend(amount.map(|amount| ("amount", vec![amount.clone()])));
    }

    fn membership(&self, event: &Event, kind: Kind, fields: &mut Fields) {
        let mut put = |word, value: String| drop(fields.insert(word, vec![value]));
        match kind {
            Kind::MemberPropose => {
                let member = event.word(1);
                put("member", member.to_owned());
                put("title", event.option("title").unwrap_or(member).to_owned());
                put(
                    "function",
                    event.option("function").unwrap_or("office").to_owned(),
                );
                put("tier", event.option("tier").unwrap_or("1").to_owned());
                put("house", event.option("house").unwrap_or(member).to_owned());
            }
            Kind::MemberVote => {
                put("proposal", self.identity(event.word(1)).to_string());
                put("vote", event.word(2).to_owned());
            }
            Kind::MemberActivate => {
                let member = event.word(0);
                put("proposal", self.identity(event.word(1)).to_string());
                put(
                    "function",
                    event.option("function").unwrap_or("office").to_owned(),
                );
                put("tier", event.option("tier").unwrap_or("1").to_owned());
                put("house", event.option("house").unwrap_or(member).to_owned());
                put("recovery", Keys::public_text(&format!("{member}/recovery")));
                fields.insert("key", Keys::enrolled(member, event.option("roles")));
            }
            Kind::KeyRotate => {
                let roles = event.option("roles").unwrap_or("administer,confirm,pay");
                put("key", Keys::line(event.word(1), roles));
                let replaces = event.option("replaces").map(|key| vec![Keys::id_text(key)]);
                fields.extend(replaces.map(|id| ("replaces", id)));
            }
            Kind::KeyRevoke => put("key-id", Keys::id_text(event.word(1))),
            Kind::KeyCompromised => {
                put("key-id", Keys::id_text(event.word(1)));
                put(
                    "since",
                    self.index(event.option("since").unwrap_or_default())
                        .to_string(),
                );
            }
            Kind::ProgrammeOpen => {
                put("programme", event.word(1).to_owned());
                put("title", "Money for a year".to_owned());
                let terms = [
                    ("exponent", "2".to_owned()),
                    ("starts", "2026-01-01".to_owned()),
                    ("ends", "2026-12-31".to_owned()),
                    ("offset", "-03:00".to_owned()),
                    ("basis", "cash".to_owned()),
                    ("payees", "any".to_owned()),
                    ("hop-days", HOP_DAYS.to_string()),
                    ("idle-days", "90".to_owned()),
                    ("grace-days", GRACE_DAYS.to_string()),
                    ("tolerance", "0".to_owned()),
                    ("disclosure", "10".to_owned()),
                ];
                terms.into_iter().for_each(|(word, value)| put(word, value));
            }
            Kind::RulesActivate => put("version", event.word(1).to_owned()),
            Kind::MemberAmend => {
                let drop_account = event
                    .option("drop-account")
                    .map(|name| vec![Identity::of(name).to_string()]);
                fields.extend(drop_account.map(|account| ("drop-account", account)));
                let proposal = event
                    .option("proposal")
                    .map(|label| vec![self.identity(label).to_string()]);
                fields.extend(proposal.map(|proposal| ("proposal", proposal)));
            }
            _ => panic!("tables have no `{}`", event.kind),
        }
    }

    /// The programme that a node belongs to, unless the line names another.
    fn programme_of(&self, event: &Event, node: &str) -> String {
        let (label, leg) = node_label(node);
        let citation = NodeCitation {
            entry: self.identity(&label),
            leg,
        };
        let at = self.facts().node_ref(&citation);
        let known = at
            .and_then(|at| self.facts().nodes.get(&at))
            .map(|node| node.programme.as_str());
        event.option("in").or(known).unwrap_or("year").to_owned()
    }

    fn node(&self, text: &str) -> String {
        let (label, leg) = node_label(text);
        format!("{}/{leg}", self.identity(&label))
    }

    /// A moment such as 2026-03-02T12:00:00Z, or noon of a day.
    pub(super) fn moment(&self, text: &str) -> Moment {
        use ledger::field::Field;
        let text = if text.contains('T') {
            text.to_owned()
        } else {
            format!("{text}T12:00:00Z")
        };
        Moment::parse(&text).unwrap_or_else(|_| panic!("`{text}` is no moment"))
    }

    fn time(&self, event: &Event) -> Moment {
        event
            .option("time")
            .map_or_else(|| self.clock(), |text| self.moment(text))
    }

    /// The day at three hours behind UTC, which is the local time of all programmes.
    fn local_day(&self, time: Moment) -> String {
        let seconds = time.seconds() - 3 * 3_600;
        cast::day_text(seconds.div_euclid(86_400))
    }
}

/// Fields whose option isn't written as it stands in a table.
const OWN_FORM: [&str; 15] = [
    "account",
    "covers",
    "drop-account",
    "from",
    "house",
    "into",
    "key",
    "proposal",
    "replaces",
    "root",
    "since",
    "source",
    "threshold",
    "time",
    "title",
];

/// The kind of an event; supplements and cuts are appropriations.
fn kind(event: &Event) -> Kind {
    let word = if event.kind == "supplement" || event.kind == "cut" {
        "appropriation"
    } else {
        &event.kind
    };
    Kind::from_word(word).unwrap_or_else(|| panic!("there is no kind `{word}`"))
}

/// An entry's text from its fields.
fn text(kind: Kind, fields: &Fields) -> String {
    let mut text = format!("{VERSION_PREFIX}{}\n", kind.word());
    for spec in Kind::ALL
        .iter()
        .find(|(known, _)| *known == kind)
        .map_or(&[][..], |(_, spec)| spec.fields)
    {
        for value in fields.get(spec.name).into_iter().flatten() {
            text.extend([spec.name, " ", value, "\n"]);
        }
    }
    text
}
