//! The desk: pages of people who sign for a member, and the way there.
//!
//! None of it is public: an account's name and what waits for an office are for that office alone.

use chrono::NaiveDate;

use super::{
    AfterCheckPage, AfterPage, AnswersPage, DocumentView, DraftCheckPage, DraftFormPage, DraftPage,
    DraftsPage, EntryRef, EvidencePage, HooksPage, Island, LetterLinkPage, MemberCheckPage,
    MemberFormPage, MembersPage, Minor, Paging, Party, ProposalPage, QuestionsPage, Seconds,
    SheetFormPage, SheetPage, StepQuestionsPage, StepRow, TellingPage, YearEndCheckPage,
    YearEndPage, YearEndsPage,
};

/// A page of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskPage {
    /// `/{lang}/desk/sign-in`
    SignIn(SignInPage),
    /// `/{lang}/desk/join/{token}`
    Join(JoinPage),
    /// `/{lang}/desk`: what waits.
    Tasks(TasksPage),
    /// `/{lang}/desk/confirm/{identity}`: what came of a step?
    Confirm(ConfirmPage),
    /// The same, before it is signed: check your answer.
    Check(CheckPage),
    /// `/{lang}/desk/confirmed/{identity}`: what was signed, to keep and print.
    Confirmed(ConfirmedPage),
    /// `/{lang}/desk/evidence/{identity}`: an entry's documents.
    Evidence(EvidencePage),
    /// `/{lang}/desk/people`: who works for this member.
    People(PeoplePage),
    /// `/{lang}/desk/device`: the keys of a person's own devices.
    Device(DevicePage),
    /// `/{lang}/desk/device/approve/{key}`: the key of a colleague's device.
    Approve(ApprovePage),
    /// `/{lang}/desk/questions`: what the member is asked, and what it asked.
    Questions(QuestionsPage),
    /// `/{lang}/desk/questions/{identity}`: what was asked about one transfer.
    StepQuestions(StepQuestionsPage),
    /// `/{lang}/desk/members`: proposals of members.
    Members(MembersPage),
    /// `/{lang}/desk/members/new`: who is proposed?
    MemberForm(MemberFormPage),
    /// `/{lang}/desk/members/{identity}`: one proposal with its votes.
    Proposal(ProposalPage),
    /// What is said of members, before it is signed.
    MemberCheck(MemberCheckPage),
    /// `/{lang}/desk/passkeys`: how a person signs in.
    Passkeys(PasskeysPage),
    /// `/{lang}/desk/record`: who did what.
    Record(RecordPage),
    /// `/{lang}/desk/drafts`: what is drafted, and what waits for a second person.
    Drafts(DraftsPage),
    /// `/{lang}/desk/drafts/new`: what is to be sent?
    DraftForm(DraftFormPage),
    /// The same, before it is saved: check your answers.
    DraftCheck(DraftCheckPage),
    /// `/{lang}/desk/drafts/{draft}`: a draft as it stands, to approve or to send back.
    Draft(DraftPage),
    /// `/{lang}/desk/after/{identity}`: what is to become of a step that was sent?
    After(AfterPage),
    /// The same, before it is saved: check your answers.
    AfterCheck(AfterCheckPage),
    /// `/{lang}/desk/findings`: what the two sides don't say alike, to be answered.
    Answers(AnswersPage),
    /// `/{lang}/desk/year-end`: the programmes of which something is held.
    YearEnds(YearEndsPage),
    /// `/{lang}/desk/year-end/{programme}`: what is to become of what is left?
    YearEnd(YearEndPage),
    /// The same, before it is saved: check your answers.
    YearEndCheck(YearEndCheckPage),
    /// `/{lang}/desk/sheets/new`: which sheet, and what should it come to?
    SheetForm(SheetFormPage),
    /// `/{lang}/desk/sheets/{sheet}`: a sheet as it stands, from its preview on.
    Sheet(SheetPage),
    /// `/{lang}/desk/telling`: what a person is told, and where.
    Telling(TellingPage),
    /// `/{lang}/desk/telling/hooks`: where a member's programs are told.
    Hooks(HooksPage),
    /// `/{lang}/desk/telling/confirm/{token}`, `/{lang}/desk/telling/stop/{token}`.
    LetterLink(LetterLinkPage),
}

impl DeskPage {
    /// Whether it shows what this device signed and the server hasn't got: where signing begins and ends.
    #[must_use]
    pub const fn keeps_signed(&self) -> bool {
        match self {
            Self::Tasks(page) => page.may_confirm || page.may_sign,
            Self::Confirm(_) => true,
            Self::Check(page) => page.device.is_some(),
            Self::Device(page) => page.may_sign,
            Self::Draft(page) => page.signing.device.is_some(),
            Self::DraftCheck(page) => page.signing.device.is_some(),
            _ => false,
        }
    }

    /// What on it runs in the reader's browser.
    #[must_use]
    pub const fn island(&self) -> Option<Island> {
        match self {
            Self::Device(page) if page.may_sign => Some(Island::Device),
            Self::Check(page) if page.device.is_some() => Some(Island::Device),
            Self::Approve(page) if page.signing.device.is_some() => Some(Island::Device),
            Self::DraftCheck(page) if page.signing.device.is_some() => Some(Island::Device),
            Self::AfterCheck(page) if page.signing.device.is_some() => Some(Island::Device),
            Self::YearEndCheck(page) if page.signing.device.is_some() => Some(Island::Device),
            Self::Draft(page) if page.signing.device.is_some() => Some(Island::Device),
            Self::MemberCheck(page) if page.signing.device.is_some() => Some(Island::Device),
            Self::SignIn(page) if page.passkeys => Some(Island::Passkey),
            Self::Passkeys(page) if page.taken => Some(Island::Passkey),
            _ => None,
        }
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SignedIn {
    /// The name by which they sign in.
    pub account: String,
    /// For whom they work.
    pub member: Party,
    /// What they may do: `administer`, `audit`, `confirm`, `pay`.
    pub roles: Vec<String>,
}

/// What keeps a form from being taken. The words stand in the catalogue under `form-{code}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name and id, such as `account`; the error's link leads to it.
    pub field: &'static str,
    /// The stable code of what is wrong, such as `amount-unreadable`.
    pub code: &'static str,
}

/// Sign in: account, password and the code of the moment, in one form.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SignInPage {
    /// What was typed; a password is never sent back.
    pub account: String,
    /// The path of this server to go on to, such as `/en/desk/confirm/…`; empty for the list.
    pub next: String,
    /// What was wrong. An unknown account and a wrong password look the same.
    pub errors: Vec<FieldError>,
    /// Seconds until this account may be tried again, after too many wrong tries.
    pub wait_seconds: Option<u32>,
    /// Whether passkeys are taken at this address.
    pub passkeys: bool,
    /// The name of whose accounts sign people in as well; empty where there are none.
    pub provider: String,
    /// Whether the code alone is asked for: the provider has said who it is.
    pub code_only: bool,
}

/// How a person signs in: their passkeys.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PasskeysPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Whether passkeys are taken at this address.
    pub taken: bool,
    /// The person's passkeys, the latest first.
    pub passkeys: Vec<PasskeyRow>,
    /// The organisation's own accounts, where they sign people in.
    pub provider: Option<ProviderLink>,
    /// Whether the code of the moment is asked for: the last proof is too old.
    pub code_needed: bool,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// A passkey of a person's.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PasskeyRow {
    /// The opaque id by which it is removed.
    pub id: String,
    /// When it was added.
    pub made: Seconds,
    /// When it was used last.
    pub used: Option<Seconds>,
}

/// An organisation's own accounts, and the person's link to theirs.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProviderLink {
    /// The organisation's name, as its button says it.
    pub name: String,
    /// When the link was made; nothing where there is none.
    pub made: Option<Seconds>,
    /// When it was used last.
    pub used: Option<Seconds>,
}

/// Join a member by an invitation: choose an account and a password, set up the second factor.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct JoinPage {
    /// The invitation's one-time token, as it stands in the address.
    pub token: String,
    /// Who invites.
    pub member: Party,
    /// What the person will be allowed to do.
    pub roles: Vec<String>,
    /// What was typed.
    pub account: String,
    /// The second factor's secret in base32, in groups of four, for typing.
    pub secret: String,
    /// The same as an `otpauth://` address, for the QR code.
    pub otpauth: String,
    /// How many characters a password has at least.
    pub password_min: u32,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// What waits for this person.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TasksPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Steps that wait to be confirmed, the earliest due first.
    pub waiting: Vec<StepRow>,
    /// Where `waiting` stands in its list.
    pub paging: Paging,
    /// Days from the due day to the ledger's clock, for each of `waiting`: positive where late.
    pub late_days: Vec<i64>,
    /// The steps confirmed last, a handful.
    pub confirmed: Vec<StepRow>,
    /// Whether the person may confirm: others may look.
    pub may_confirm: bool,
    /// Whether the member has a key on this server that can sign for it.
    pub has_held_key: bool,
    /// The step that was put off just now, if that is why the page is shown.
    pub put_off: Option<String>,
    /// Whether the person may sign anything at all: others have nothing to answer either.
    pub may_sign: bool,
    /// How many drafts of the member wait for this person's signature.
    pub drafts: u64,
    /// How many drafts of other members ask for it.
    pub asked: u64,
    /// How many open findings name the member.
    pub findings: u64,
    /// How many questions about its transfers wait for the member's answer.
    pub questions: u64,
    /// How many proposals wait for the vote of the person's house, where they may give it.
    pub votes: u64,
    /// Of how many programmes whose year is over the member still holds something; none for whoever may not
    /// send money.
    pub years: u64,
}

/// What a payee says of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Answer {
    /// All of it came.
    #[default]
    All,
    /// Another amount came.
    Other,
    /// Nothing has come so far: nothing is signed, the step goes on waiting.
    NothingYet,
    /// Nothing came and nothing is expected: it isn't ours.
    NotOurs,
}

impl Answer {
    /// The form's values.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::All, "all"),
        (Self::Other, "other"),
        (Self::NothingYet, "nothing-yet"),
        (Self::NotOurs, "not-ours"),
    ];

    /// The form's value.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(answer, _)| *answer == self);
        found.map_or("", |(_, word)| word)
    }

    /// The answer with this value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == word);
        found.map(|(answer, _)| *answer)
    }
}

/// What came of a step?
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ConfirmPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The step.
    pub step: StepRow,
    /// What it was for, in the payer's words.
    pub purpose: String,
    /// What was chosen; nothing on a fresh form.
    pub answer: Option<Answer>,
    /// The other amount, as typed.
    pub amount: String,
    /// Whether no more is expected, where another amount came.
    pub last: bool,
    /// The day it came, as typed (`YYYY-MM-DD`).
    pub occurred: String,
    /// Why, as typed.
    pub reason: String,
    /// The document that was put beside it.
    pub document: Option<DocumentView>,
    /// How many megabytes a document may have.
    pub document_max_mb: u64,
    /// Ties this form to at most one receipt, however often it is sent.
    pub once: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// Check your answer before it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CheckPage {
    /// What was answered: its fields are carried along.
    pub form: ConfirmPage,
    /// The amount that will be signed.
    pub said: Minor,
    /// Of what was sent and is still open, what this leaves open.
    pub leaves: Minor,
    /// What comes beyond what is open: it will be contested.
    pub beyond: Minor,
    /// The day it came.
    pub occurred: NaiveDate,
    /// Whether what stays open is missing from then on.
    pub last: bool,
    /// The exact text that will be signed.
    pub text: String,
    /// SHA3-256 of that text.
    pub identity: String,
    /// Whether the code of the moment is asked for: the last proof is too old.
    pub code_needed: bool,
    /// The person's own keys, where one of their devices may sign in the place of the server.
    pub device: Option<OwnKeys>,
    /// Whether the programme wants people's own keys: the server's doesn't sign then.
    pub own_key_only: bool,
}

/// The key of a colleague's device, to approve or to refuse.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ApprovePage {
    /// Who is signed in.
    pub who: SignedIn,
    /// What the enrolment is called.
    pub id: String,
    /// Whose key it is.
    pub account: String,
    /// What it would let them sign.
    pub roles: Vec<String>,
    /// The key's ID, which their device shows.
    pub key: String,
    /// The text of the entry that would enrol it.
    pub text: String,
    /// SHA3-256 of that text.
    pub identity: String,
    /// Until when it can be approved.
    pub ends: Seconds,
    /// How it can be signed on the page; in no way where a key file has to approve.
    pub signing: SignedHere,
    /// Where programs find the server, for the command line.
    pub address: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// How a page lets its reader sign a text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SignedHere {
    /// The reader's own keys that may; nothing where no device of theirs has one.
    pub device: Option<OwnKeys>,
    /// Whether the server holds a key of the member that may.
    pub held: bool,
    /// Whether the code of the moment is asked for: the last proof is too old.
    pub code_needed: bool,
}

/// How a device's key can be revoked on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Revoking {
    /// Whether the server holds a key that can say so.
    pub held: bool,
    /// Whether the code of the moment is asked for.
    pub code_needed: bool,
}

/// A colleague's key that waits.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WaitingDevice {
    /// What the enrolment is called.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// The key's ID.
    pub key: String,
    /// Until when it can be approved.
    pub ends: Seconds,
}

/// The keys on a person's own devices with which they may confirm.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnKeys {
    /// The person, by the opaque id.
    pub person: String,
    /// For whom they sign.
    pub member: String,
    /// The public keys, as entries write them.
    pub keys: Vec<String>,
}

/// The keys of a person's own devices.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DevicePage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The person, by the opaque id under which the ledger knows them.
    pub person: String,
    /// Whether there is anything that they might sign.
    pub may_sign: bool,
    /// Keys that stand on the ledger, the latest first.
    pub keys: Vec<DeviceKey>,
    /// How one of them can be revoked here.
    pub revoking: Revoking,
    /// The key that waits to be enrolled.
    pub waiting: Option<WaitingKey>,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// A key of a person's own that stands on the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DeviceKey {
    /// The key's ID.
    pub id: String,
    /// The public key, as entries write it.
    pub public: String,
    /// When the entry that enrolled it was signed.
    pub since: Seconds,
    /// Whether it was approved with the key that the server holds.
    pub through_server: bool,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// A key that waits to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WaitingKey {
    /// What whoever approves it calls it.
    pub id: String,
    /// The public key, as entries write it.
    pub public: String,
    /// The text of the entry that would enrol it.
    pub text: String,
    /// SHA3-256 of that text.
    pub identity: String,
    /// Whether the device has signed that text.
    pub proven: bool,
    /// Until when it can be approved.
    pub ends: Seconds,
}

/// What was signed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ConfirmedPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The step as it stands now.
    pub step: StepRow,
    /// The receipt.
    pub entry: EntryRef,
    /// The amount that it says.
    pub said: Minor,
    /// The day the money came.
    pub occurred: NaiveDate,
    /// When it was signed.
    pub time: Seconds,
    /// The entry's absolute address, for the QR code.
    pub address: String,
    /// The documents beside it.
    pub documents: Vec<DocumentView>,
    /// Whether the key that the server holds signed it, and not a person's own.
    pub through_server: bool,
    /// How many more wait.
    pub waiting: u64,
}

/// Who works for a member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PeoplePage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The people, by account.
    pub people: Vec<PersonRow>,
    /// Keys of colleagues' devices that wait, the earliest first.
    pub waiting: Vec<WaitingDevice>,
    /// How a device's key can be revoked here.
    pub revoking: Revoking,
    /// Invitations that nobody has taken up, the latest first.
    pub invitations: Vec<InvitationRow>,
    /// Whether nobody else of the member may administer: the operator confirms what waits.
    pub alone: bool,
    /// The link of an invitation that was made just now: it is shown this once.
    pub link: Option<String>,
    /// The roles that can be given: `administer`, `audit`, `confirm`, `pay`.
    pub roles: Vec<String>,
    /// The roles that were ticked, where the form was wrong.
    pub ticked: Vec<String>,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// A person of a member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PersonRow {
    /// The opaque id.
    pub id: String,
    /// The name by which they sign in.
    pub account: String,
    /// What they may do.
    pub roles: Vec<String>,
    /// When they joined.
    pub joined: Seconds,
    /// When they signed in last.
    pub seen: Option<Seconds>,
    /// Whether the account is closed.
    pub closed: bool,
    /// The keys of their devices that sign.
    pub keys: Vec<PersonKey>,
    /// Whether this is who is signed in: nobody closes their own account.
    pub own: bool,
    /// Who stands for them.
    pub vouched: VouchedBy,
}

/// The key of somebody's device.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PersonKey {
    /// The key's ID.
    pub id: String,
    /// Whether it was approved with the key that the server holds.
    pub through_server: bool,
}

/// Who stands for a person or for an invitation; an empty account is the server's operator.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct VouchedBy {
    /// Who invited.
    pub invited: String,
    /// Which second administrator confirmed it; nothing where nobody had to or has.
    pub confirmed: Option<String>,
}

/// An open invitation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct InvitationRow {
    /// The opaque id by which it is confirmed and withdrawn; not the token.
    pub id: String,
    /// What it lets its taker do.
    pub roles: Vec<String>,
    /// Who asked for it, and who confirmed it.
    pub vouched: VouchedBy,
    /// Until when it can be taken up.
    pub ends: Seconds,
    /// Whether it waits for a second administrator.
    pub waits: bool,
    /// Whether whoever is signed in asked for it: somebody else confirms it.
    pub own: bool,
}

/// Who did what for a member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RecordPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// What was done, the latest first.
    pub deeds: Vec<DeedRow>,
    /// Where `deeds` stands in its list.
    pub paging: Paging,
}

/// Something that somebody did. The words stand in the catalogue under `deed-{what}`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DeedRow {
    /// When.
    pub at: Seconds,
    /// Whose account did it; empty for the server's operator.
    pub account: String,
    /// What: `joined`, `signed-in`, `sign-in-failed`, `signed-out`, `signed-out-everywhere`,
    /// `invited`, `withdrawn`, `closed`, `confirmed`, `put-off`, `drafted`, `sent-back`, `issued`,
    /// `deleted`, `device-offered`, `device-enrolled`, `invitation-confirmed`,
    /// `passkey-added`, `passkey-removed`, `device-refused`, `device-revoked`.
    pub what: String,
    /// About what: another account, a draft's reference, or nothing.
    pub about: String,
    /// The entry that came of it.
    pub entry: Option<EntryRef>,
}
