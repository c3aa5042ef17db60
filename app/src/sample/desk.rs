//! The sample's desk: every page of it and every state that a page can be in.

use super::*;

/// The pages, as [`super::pages`] lists them.
pub(super) fn pages() -> Vec<(&'static str, &'static str, Page)> {
    let mut pages = entrance();
    pages.extend(journey());
    pages.extend(office());
    pages.extend(super::questions::pages());
    pages.extend(super::members::pages());
    pages.extend(super::drafts::pages());
    pages.extend(super::sheets::pages());
    pages.extend(super::after::pages());
    pages.extend(super::year_end::pages());
    pages.extend(super::telling::pages());
    pages.extend(super::evidence::pages());
    pages
        .into_iter()
        .map(|(name, path, page)| (name, path, Page::Desk(Box::new(page))))
        .collect()
}

pub(super) type Pages = Vec<(&'static str, &'static str, DeskPage)>;

fn entrance() -> Pages {
    vec![
        (
            "desk-sign-in",
            "desk/sign-in",
            DeskPage::SignIn(SignInPage::default()),
        ),
        (
            "desk-sign-in-wrong",
            "desk/sign-in",
            DeskPage::SignIn(sign_in_wrong()),
        ),
        (
            "desk-sign-in-wait",
            "desk/sign-in",
            DeskPage::SignIn(sign_in_wait()),
        ),
        ("desk-join", "desk/join/k3J", DeskPage::Join(join())),
        (
            "desk-join-wrong",
            "desk/join/k3J",
            DeskPage::Join(join_wrong()),
        ),
        (
            "desk-join-gone",
            "desk/join/k3J",
            DeskPage::Join(join_gone()),
        ),
    ]
}

fn journey() -> Pages {
    let confirm_at = "desk/confirm/7ae1";
    vec![
        ("desk-tasks", "desk", DeskPage::Tasks(tasks())),
        (
            "desk-tasks-put-off",
            "desk",
            DeskPage::Tasks(tasks_put_off()),
        ),
        ("desk-tasks-none", "desk", DeskPage::Tasks(tasks_none())),
        ("desk-tasks-look", "desk", DeskPage::Tasks(tasks_look())),
        ("desk-confirm", confirm_at, DeskPage::Confirm(confirm())),
        (
            "desk-confirm-wrong",
            confirm_at,
            DeskPage::Confirm(confirm_wrong()),
        ),
        (
            "desk-confirm-other",
            confirm_at,
            DeskPage::Confirm(confirm_other_wrong()),
        ),
        (
            "desk-confirm-unchosen",
            confirm_at,
            DeskPage::Confirm(confirm_unchosen()),
        ),
        (
            "desk-confirm-zh",
            confirm_at,
            DeskPage::Confirm(confirm_zh()),
        ),
        ("desk-check", confirm_at, DeskPage::Check(check())),
        (
            "desk-check-short",
            confirm_at,
            DeskPage::Check(check_short()),
        ),
        (
            "desk-check-beyond",
            confirm_at,
            DeskPage::Check(check_beyond()),
        ),
        (
            "desk-confirmed",
            "desk/confirmed/7ae1",
            DeskPage::Confirmed(confirmed()),
        ),
        (
            "desk-confirmed-denied",
            "desk/confirmed/7ae1",
            DeskPage::Confirmed(confirmed_denied()),
        ),
    ]
}

fn office() -> Pages {
    vec![
        ("desk-people", "desk/people", DeskPage::People(people())),
        (
            "desk-people-link",
            "desk/people",
            DeskPage::People(people_link()),
        ),
        (
            "desk-people-alone",
            "desk/people",
            DeskPage::People(people_alone()),
        ),
        (
            "desk-people-wrong",
            "desk/people",
            DeskPage::People(people_wrong()),
        ),
        ("desk-device", "desk/device", DeskPage::Device(device())),
        (
            "desk-device-waits",
            "desk/device",
            DeskPage::Device(device_waits()),
        ),
        (
            "desk-device-wrong",
            "desk/device",
            DeskPage::Device(device_wrong()),
        ),
        (
            "desk-approve",
            "desk/device/approve/5f0c19e2",
            DeskPage::Approve(approve()),
        ),
        (
            "desk-approve-through",
            "desk/device/approve/5f0c19e2",
            DeskPage::Approve(approve_through()),
        ),
        (
            "desk-approve-by-command",
            "desk/device/approve/5f0c19e2",
            DeskPage::Approve(approve_by_command()),
        ),
        (
            "desk-sign-in-provider",
            "desk/sign-in",
            DeskPage::SignIn(sign_in_provider()),
        ),
        (
            "desk-sign-in-code",
            "desk/sign-in",
            DeskPage::SignIn(sign_in_code()),
        ),
        (
            "desk-passkeys-linked",
            "desk/passkeys",
            DeskPage::Passkeys(passkeys_linked()),
        ),
        (
            "desk-passkeys",
            "desk/passkeys",
            DeskPage::Passkeys(passkeys()),
        ),
        (
            "desk-passkeys-none",
            "desk/passkeys",
            DeskPage::Passkeys(passkeys_none()),
        ),
        (
            "desk-record",
            "desk/record?page=2",
            DeskPage::Record(record()),
        ),
        (
            "desk-record-none",
            "desk/record",
            DeskPage::Record(record_none()),
        ),
    ]
}

pub(super) fn wrong(field: &'static str, code: &'static str) -> FieldError {
    FieldError { field, code }
}

fn sign_in_wrong() -> SignInPage {
    SignInPage {
        account: "ana.benitez".to_owned(),
        next: "/en/desk/record".to_owned(),
        errors: vec![
            wrong("account", "sign-in-wrong"),
            wrong("code", "code-missing"),
        ],
        passkeys: true,
        ..SignInPage::default()
    }
}

fn sign_in_provider() -> SignInPage {
    SignInPage {
        errors: vec![wrong("provider", "provider-wrong")],
        passkeys: true,
        provider: "Gobernación de Caazapá".to_owned(),
        ..SignInPage::default()
    }
}

fn sign_in_code() -> SignInPage {
    SignInPage {
        errors: vec![wrong("code", "code-wrong")],
        provider: "Gobernación de Caazapá".to_owned(),
        code_only: true,
        ..SignInPage::default()
    }
}

fn sign_in_wait() -> SignInPage {
    SignInPage {
        account: "ana.benitez".to_owned(),
        errors: vec![wrong("account", "wait")],
        wait_seconds: Some(187),
        ..SignInPage::default()
    }
}

fn join() -> JoinPage {
    JoinPage {
        token: "k3J".to_owned(),
        member: caazapa(),
        roles: words(&["confirm", "audit"]),
        secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".to_owned(),
        otpauth: "otpauth://totp/Countersign:caazapa.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Countersign"
            .to_owned(),
        password_min: 12,
        ..JoinPage::default()
    }
}

fn join_wrong() -> JoinPage {
    JoinPage {
        account: "Ana Benítez".to_owned(),
        errors: vec![
            wrong("account", "account-unreadable"),
            wrong("password", "password-short"),
            wrong("code", "code-wrong"),
        ],
        ..join()
    }
}

fn join_gone() -> JoinPage {
    JoinPage {
        errors: vec![wrong("account", "invitation-gone")],
        ..JoinPage::default()
    }
}

pub(super) fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

pub(super) fn who() -> SignedIn {
    SignedIn {
        account: "ana.benitez".to_owned(),
        member: caazapa(),
        roles: words(&["administer", "confirm"]),
    }
}

/// Somebody who may look alone, of a member with a very long name.
fn looker() -> SignedIn {
    SignedIn {
        account: "departamento-de-control.interno".to_owned(),
        member: party(
            "sanjuanbautista.example/municipalidad",
            "Municipalidad de San Juan Bautista de las Misiones, Dirección de Administración y Finanzas",
        ),
        roles: words(&["audit"]),
    }
}

/// How many steps a page of the list has.
const WAITING: u64 = 20;

fn tasks() -> TasksPage {
    let waiting: Vec<StepRow> = (0..WAITING)
        .map(|at| {
            let state = if at < 5 {
                StepState::Unconfirmed
            } else {
                StepState::InTransit
            };
            let amount = 391_206_118 - Minor::from(at) * 7_310_977;
            let mut row = step_row(200 + at, state, 0, amount);
            row.sent = amount;
            row.occurred = on(8 + u32::try_from(at / 6).unwrap_or(0), 14);
            row
        })
        .collect();
    let late = |at: u64| 9 - i64::try_from(at).unwrap_or(0) * 2;
    TasksPage {
        who: who(),
        late_days: (0..WAITING).map(late).collect(),
        waiting,
        paging: Paging {
            page: 2,
            size: WAITING,
            total: 51,
        },
        confirmed: vec![
            step_row(301, StepState::Received, 391_206_118, 0),
            step_row(302, StepState::Short, 340_000_000, 51_206_118),
            step_row(303, StepState::Denied, 0, 391_206_118),
        ],
        may_confirm: true,
        has_held_key: true,
        put_off: None,
        may_sign: true,
        drafts: 2,
        asked: 1,
        findings: 2,
        questions: 1,
        votes: 1,
        years: 1,
    }
}

fn tasks_put_off() -> TasksPage {
    let mut few = tasks();
    few.waiting.truncate(3);
    few.waiting[0].from = looker().member;
    few.waiting[2].due = None;
    few.late_days = vec![12, 0, 0];
    TasksPage {
        paging: Paging {
            page: 1,
            size: WAITING,
            total: 3,
        },
        put_off: Some(identity(201)),
        has_held_key: false,
        ..few
    }
}

fn tasks_none() -> TasksPage {
    TasksPage {
        who: who(),
        may_confirm: true,
        has_held_key: true,
        ..TasksPage::default()
    }
}

fn tasks_look() -> TasksPage {
    let one = step_row(201, StepState::InTransit, 0, 391_206_118);
    TasksPage {
        who: looker(),
        waiting: vec![one],
        late_days: vec![-6],
        paging: Paging {
            page: 1,
            size: WAITING,
            total: 1,
        },
        has_held_key: true,
        ..TasksPage::default()
    }
}

fn confirm() -> ConfirmPage {
    ConfirmPage {
        who: who(),
        step: step_row(201, StepState::InTransit, 0, 391_206_118),
        purpose: "Second term, 41 schools".to_owned(),
        occurred: "2019-08-27".to_owned(),
        once: "c2f1d7a0b9e84f63".to_owned(),
        document_max_mb: 8,
        ..ConfirmPage::default()
    }
}

/// All of it came, but when?
fn confirm_wrong() -> ConfirmPage {
    ConfirmPage {
        answer: Some(Answer::All),
        occurred: String::new(),
        errors: vec![
            wrong("answer", "changed"),
            wrong("occurred", "occurred-missing"),
        ],
        ..confirm()
    }
}

fn confirm_other_wrong() -> ConfirmPage {
    ConfirmPage {
        step: step_row(201, StepState::Partly, 200_000_000, 191_206_118),
        answer: Some(Answer::Other),
        amount: "3,4e8 \"guaraníes\"".to_owned(),
        last: true,
        occurred: "2019-08-12".to_owned(),
        reason: "El banco cobró una comisión\u{202e}".to_owned(),
        errors: vec![
            wrong("amount", "amount-unreadable"),
            wrong("occurred", "occurred-before-sent"),
            wrong("reason", "reason-unreadable"),
            wrong("file", "document-too-large"),
        ],
        document: Some(super::evidence::slip()),
        document_max_mb: 8,
        ..confirm()
    }
}

fn confirm_unchosen() -> ConfirmPage {
    ConfirmPage {
        errors: vec![wrong("answer", "answer-missing")],
        ..confirm()
    }
}

fn confirm_zh() -> ConfirmPage {
    let mut step = step_row(401, StepState::Unconfirmed, 0, 1_234_567_800);
    step.sent = 1_234_567_800;
    step.currency = Currency {
        code: "CNY".to_owned(),
        exponent: 2,
    };
    step.from = party("caizheng.example/nongye", "南湖县财政局农业科");
    step.to = party(
        "nanhu.example/zhongxin",
        "南湖县示范镇中心小学校和幼儿园联合办公室",
    );
    step.programme = ProgrammeRef {
        id: "butie-2019".to_owned(),
        title: "2019年农村义务教育学生营养改善计划补助资金".to_owned(),
    };
    ConfirmPage {
        who: SignedIn {
            account: "lin.huiji".to_owned(),
            member: step.to.clone(),
            roles: words(&["confirm"]),
        },
        step,
        purpose: "第二季度，41所学校".to_owned(),
        ..confirm()
    }
}

fn check() -> CheckPage {
    CheckPage {
        form: ConfirmPage {
            answer: Some(Answer::All),
            ..confirm()
        },
        said: 391_206_118,
        occurred: on(8, 27),
        last: true,
        text: TEXT.to_owned(),
        identity: identity(501),
        ..CheckPage::default()
    }
}

fn check_short() -> CheckPage {
    CheckPage {
        form: ConfirmPage {
            document: Some(super::evidence::slip()),
            answer: Some(Answer::Other),
            amount: "340000000".to_owned(),
            last: true,
            reason: "El banco cobró una comisión".to_owned(),
            errors: vec![wrong("code", "code-wrong")],
            ..confirm()
        },
        said: 340_000_000,
        leaves: 51_206_118,
        code_needed: true,
        ..check()
    }
}

/// More than was sent, more to come, and the ledger took no such word.
fn check_beyond() -> CheckPage {
    CheckPage {
        form: ConfirmPage {
            answer: Some(Answer::Other),
            amount: "395000000".to_owned(),
            errors: vec![wrong("answer", "member-frozen")],
            ..confirm()
        },
        said: 395_000_000,
        leaves: 1,
        beyond: 3_793_882,
        last: false,
        code_needed: true,
        ..check()
    }
}

fn confirmed() -> ConfirmedPage {
    ConfirmedPage {
        who: who(),
        step: step_row(201, StepState::Received, 391_206_118, 0),
        entry: entry(501, "receipt", "desk/2019-08-27/c2f1d7a0"),
        said: 391_206_118,
        occurred: step_row(201, StepState::Received, 391_206_118, 0).occurred,
        time: END - 126 * DAY + 31_380,
        address: format!("https://ledger.example/en/entries/{}", identity(501)),
        documents: vec![super::evidence::slip()],
        through_server: true,
        waiting: 7,
    }
}

fn device_key(id: &str, revoked: bool) -> DeviceKey {
    DeviceKey {
        id: id.to_owned(),
        public: "AaAz9UVaDZQ0mQn0OnqBdRIX4bE4T2wFfxKXfI7vZ1Zk".to_owned(),
        since: END - 200 * DAY,
        through_server: !revoked,
        revoked,
    }
}

fn device() -> DevicePage {
    DevicePage {
        who: who(),
        person: "5f0c19e2a4b7d3865f0c19e2a4b7d386".to_owned(),
        may_sign: true,
        keys: vec![device_key("96b2d34e", false), device_key("1c0a77f2", true)],
        ..DevicePage::default()
    }
}

/// A key that was offered and proved itself, and none before it.
fn device_waits() -> DevicePage {
    DevicePage {
        keys: Vec::new(),
        waiting: Some(WaitingKey {
            id: "5f0c19e2".to_owned(),
            text: TEXT.to_owned(),
            identity: identity(503),
            proven: true,
            ends: END,
            ..WaitingKey::default()
        }),
        ..device()
    }
}

/// Nothing to sign for whoever looks alone.
fn device_wrong() -> DevicePage {
    DevicePage {
        who: looker(),
        may_sign: false,
        keys: Vec::new(),
        ..device()
    }
}

fn confirmed_denied() -> ConfirmedPage {
    ConfirmedPage {
        step: step_row(201, StepState::Denied, 0, 391_206_118),
        entry: entry(502, "receipt", ""),
        said: 0,
        waiting: 0,
        ..confirmed()
    }
}

fn approve() -> ApprovePage {
    ApprovePage {
        who: who(),
        id: "5f0c19e2".to_owned(),
        account: "juan-7".to_owned(),
        roles: words(&["confirm"]),
        key: "96b2d34e".to_owned(),
        text: TEXT.to_owned(),
        identity: identity(503),
        ends: END + DAY,
        signing: signing(),
        address: "https://ledger.example".to_owned(),
        errors: vec![wrong("sign", "signature-wrong")],
    }
}

/// Both ways to sign, after a while.
pub(super) fn signing() -> SignedHere {
    SignedHere {
        device: Some(OwnKeys {
            person: "5f0c19e2a4b7d3865f0c19e2a4b7d386".to_owned(),
            member: caazapa().name,
            keys: vec![device_key("96b2d34e", false).public],
        }),
        held: true,
        code_needed: true,
    }
}

/// The member's first key of a device: the server's has to approve it.
fn approve_through() -> ApprovePage {
    ApprovePage {
        signing: SignedHere {
            device: None,
            ..signing()
        },
        errors: vec![wrong("code", "code-wrong")],
        ..approve()
    }
}

fn approve_by_command() -> ApprovePage {
    ApprovePage {
        signing: SignedHere::default(),
        errors: Vec::new(),
        ..approve()
    }
}

fn passkeys() -> PasskeysPage {
    let passkey = |id: &str, made, used| PasskeyRow {
        id: id.to_owned(),
        made,
        used,
    };
    PasskeysPage {
        who: who(),
        taken: true,
        passkeys: vec![
            passkey("c2f1d7a0b9e84f63", END - DAY, None),
            passkey("5f0c19e2a4b7d386", END - 90 * DAY, Some(END - 3_600)),
        ],
        code_needed: true,
        errors: vec![
            wrong("code", "code-wrong"),
            wrong("provider", "provider-not-linked"),
        ],
        provider: Some(ProviderLink {
            name: "Gobernación de Caazapá".to_owned(),
            ..ProviderLink::default()
        }),
    }
}

fn passkeys_linked() -> PasskeysPage {
    PasskeysPage {
        provider: Some(ProviderLink {
            name: "Gobernación de Caazapá".to_owned(),
            made: Some(END - DAY),
            used: Some(END - 3_600),
        }),
        code_needed: false,
        errors: Vec::new(),
        ..passkeys()
    }
}

fn passkeys_none() -> PasskeysPage {
    PasskeysPage {
        who: looker(),
        ..PasskeysPage::default()
    }
}

fn people() -> PeoplePage {
    let person = |id: &str, account: &str, roles: &[&str], seen| PersonRow {
        id: id.to_owned(),
        account: account.to_owned(),
        roles: words(roles),
        joined: END - 200 * DAY,
        seen,
        ..PersonRow::default()
    };
    PeoplePage {
        who: who(),
        people: vec![
            PersonRow {
                own: true,
                ..person(
                    "a1",
                    "ana.benitez",
                    &["administer", "confirm"],
                    Some(END - 300),
                )
            },
            person("a2", "departamento-de-control.interno", &["audit"], None),
            PersonRow {
                keys: vec![person_key("96b2d34e", true)],
                ..person("a3", "juan-7", &["confirm"], Some(END - 3 * DAY))
            },
            PersonRow {
                closed: true,
                keys: vec![person_key("5c0a17d2", false)],
                vouched: VouchedBy {
                    invited: "ana.benitez".to_owned(),
                    confirmed: Some("juan-7".to_owned()),
                },
                ..person("a4", "maria", &["pay", "confirm"], Some(END - 90 * DAY))
            },
        ],
        waiting: vec![WaitingDevice {
            id: "5f0c19e2".to_owned(),
            account: "juan-7".to_owned(),
            key: "1c0a77f2".to_owned(),
            ends: END + DAY,
        }],
        revoking: Revoking {
            held: true,
            code_needed: true,
        },
        invitations: vec![
            InvitationRow {
                id: "i1".to_owned(),
                roles: words(&["confirm"]),
                vouched: VouchedBy {
                    invited: "ana.benitez".to_owned(),
                    confirmed: None,
                },
                ends: END + 7 * DAY,
                ..InvitationRow::default()
            },
            waiting_invitation("i3", true),
            InvitationRow {
                vouched: VouchedBy {
                    invited: "juan-7".to_owned(),
                    confirmed: None,
                },
                ..waiting_invitation("i4", false)
            },
            InvitationRow {
                id: "i2".to_owned(),
                roles: words(&["administer", "audit", "confirm", "pay"]),
                ends: END + DAY,
                ..InvitationRow::default()
            },
        ],
        roles: words(&["administer", "audit", "confirm", "pay"]),
        ..PeoplePage::default()
    }
}

fn person_key(id: &str, through_server: bool) -> PersonKey {
    PersonKey {
        id: id.to_owned(),
        through_server,
    }
}

fn waiting_invitation(id: &str, own: bool) -> InvitationRow {
    InvitationRow {
        id: id.to_owned(),
        roles: words(&["pay"]),
        vouched: VouchedBy {
            invited: "ana.benitez".to_owned(),
            confirmed: None,
        },
        ends: END + 7 * DAY,
        waits: true,
        own,
    }
}

/// Nobody else administers: the operator confirms.
fn people_alone() -> PeoplePage {
    PeoplePage {
        alone: true,
        invitations: vec![waiting_invitation("c2f1d7a0b9e84f63", true)],
        ..people()
    }
}

fn people_link() -> PeoplePage {
    PeoplePage {
        link: Some(
            "https://ledger.example/en/desk/join/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4".to_owned(),
        ),
        ..people()
    }
}

fn people_wrong() -> PeoplePage {
    PeoplePage {
        invitations: Vec::new(),
        errors: vec![wrong("roles", "roles-missing")],
        ..people()
    }
}

fn record() -> RecordPage {
    let done = [
        "joined",
        "signed-in",
        "sign-in-failed",
        "signed-out",
        "signed-out-everywhere",
        "invited",
        "withdrawn",
        "closed",
        "confirmed",
        "put-off",
        "drafted",
        "sent-back",
        "issued",
        "deleted",
        "not-in-the-catalogue",
    ];
    let deed = |(at, what): (i64, &&str)| DeedRow {
        at: END - at * 5_000,
        account: if at == 0 { "" } else { "ana.benitez" }.to_owned(),
        what: (*what).to_owned(),
        about: match *what {
            "closed" => "maria",
            "drafted" | "sent-back" | "deleted" => "2019/0417",
            _ => "",
        }
        .to_owned(),
        entry: (*what == "confirmed").then(|| entry(501, "receipt", "desk/2019-08-27/c2f1d7a0")),
    };
    RecordPage {
        who: who(),
        deeds: (0..).zip(done.iter()).map(deed).collect(),
        paging: Paging {
            page: 2,
            size: 15,
            total: 1_311,
        },
    }
}

fn record_none() -> RecordPage {
    RecordPage {
        who: looker(),
        ..RecordPage::default()
    }
}

const TEXT: &str = "countersign/v1/receipt
ledger fonacide.example/5f0c19e2a4b7d386
by caazapa.example/gobernacion
step 7ae1bfb4c01d0ad2b3a2bbf79b63a0f9c4d4a76cf7e8b8b8a8d95b1c0f3faa16
ref desk/2019-08-27/c2f1d7a0
amount 391206118
currency PYG
final yes
occurred 2019-08-27
time 2019-08-27T08:43:00Z
signers 1
";
