//! The sample's members: proposals as they wait, as they were accepted, and before they are signed.

use super::desk::{Pages, signing, who, words, wrong};
use super::*;

pub(super) fn pages() -> Pages {
    let (list, new, one) = (
        "desk/members",
        "desk/members/new",
        "desk/members/7ae1bfb4c01d0ad2",
    );
    vec![
        ("desk-members", list, DeskPage::Members(members())),
        ("desk-members-none", list, DeskPage::Members(members_none())),
        ("desk-member-form", new, DeskPage::MemberForm(form())),
        (
            "desk-member-form-wrong",
            new,
            DeskPage::MemberForm(form_wrong()),
        ),
        ("desk-member-check", new, DeskPage::MemberCheck(check())),
        (
            "desk-member-check-vote",
            one,
            DeskPage::MemberCheck(check_vote()),
        ),
        (
            "desk-member-check-no-key",
            one,
            DeskPage::MemberCheck(check_no_key()),
        ),
        ("desk-proposal", one, DeskPage::Proposal(open())),
        ("desk-proposal-wrong", one, DeskPage::Proposal(open_wrong())),
        (
            "desk-proposal-accepted",
            one,
            DeskPage::Proposal(accepted()),
        ),
        (
            "desk-proposal-change",
            one,
            DeskPage::Proposal(accepted_change()),
        ),
    ]
}

fn proposed() -> ProposalView {
    ProposalView {
        identity: identity(601),
        time: END - 40 * DAY,
        by: ministry(),
        name: "contraloria.example".to_owned(),
        title: "Contraloría General de la República".to_owned(),
        function: "auditor".to_owned(),
        house: party("contraloria.example", ""),
        voting: true,
        reason: "Acuerdo del consorcio de marzo".to_owned(),
        yes: vec![ministry()],
        missing: 1,
        own: HouseVote::Open,
        ..ProposalView::default()
    }
}

/// A municipality with a very long name moves below another member.
fn change() -> ProposalView {
    ProposalView {
        identity: identity(602),
        changes: true,
        name: "sanjuanbautista.example/municipalidad".to_owned(),
        title: "Municipalidad de San Juan Bautista de las Misiones, Dirección de Administración y Finanzas"
            .to_owned(),
        function: "office".to_owned(),
        tier: 2,
        parent: Some(caazapa()),
        region: Some("py-8".to_owned()),
        house: ministry(),
        voting: false,
        yes: vec![ministry(), caazapa()],
        no: vec![yuty()],
        missing: 0,
        own: HouseVote::For,
        ..proposed()
    }
}

fn members() -> MembersPage {
    let lost = ProposalView {
        identity: identity(603),
        no: vec![caazapa(), yuty()],
        missing: 1,
        lost: true,
        own: HouseVote::Against,
        ..proposed()
    };
    MembersPage {
        who: who(),
        open: vec![proposed(), change(), lost],
        houses_voting: 3,
        errors: Vec::new(),
    }
}

fn members_none() -> MembersPage {
    MembersPage {
        who: who(),
        houses_voting: 1,
        ..MembersPage::default()
    }
}

fn form() -> MemberFormPage {
    MemberFormPage {
        who: who(),
        once: "c2f1d7a0b9e84f63".to_owned(),
        functions: words(&["finance", "office", "auditor", "bank"]),
        ..MemberFormPage::default()
    }
}

fn form_wrong() -> MemberFormPage {
    MemberFormPage {
        member: "Yuty (Caazapá)".to_owned(),
        title: String::new(),
        tier: "dos".to_owned(),
        parent: "nadie.example".to_owned(),
        voting: true,
        errors: vec![
            wrong("member", "member-unreadable"),
            wrong("title", "title-unreadable"),
            wrong("function", "function-missing"),
            wrong("tier", "tier-unreadable"),
            wrong("parent", "parent-unknown"),
        ],
        ..form()
    }
}

fn check() -> MemberCheckPage {
    MemberCheckPage {
        who: who(),
        saying: MemberSaying::Propose,
        proposal: proposed(),
        reason: proposed().reason,
        once: form().once,
        back: "members/new".to_owned(),
        text: TEXT.to_owned(),
        identity: identity(601),
        signing: signing(),
        errors: vec![
            wrong("code-through", "code-wrong"),
            wrong("sign", "signature-wrong"),
        ],
    }
}

fn check_vote() -> MemberCheckPage {
    MemberCheckPage {
        saying: MemberSaying::Against,
        reason: "Falta el dictamen".to_owned(),
        back: "members/7ae1bfb4c01d0ad2".to_owned(),
        signing: SignedHere {
            device: None,
            ..signing()
        },
        errors: vec![wrong("sign", "vote-void")],
        ..check()
    }
}

fn check_no_key() -> MemberCheckPage {
    MemberCheckPage {
        saying: MemberSaying::For,
        reason: String::new(),
        signing: SignedHere::default(),
        errors: Vec::new(),
        ..check_vote()
    }
}

fn open() -> ProposalPage {
    ProposalPage {
        who: who(),
        proposal: proposed(),
        once: form().once,
        address: "https://ledger.example".to_owned(),
        ..ProposalPage::default()
    }
}

fn open_wrong() -> ProposalPage {
    ProposalPage {
        reason: "Sin dictamen\u{202e}".to_owned(),
        errors: vec![
            wrong("reason", "reason-unreadable"),
            wrong("vote", "vote-missing"),
        ],
        ..open()
    }
}

fn accepted() -> ProposalPage {
    ProposalPage {
        proposal: ProposalView {
            yes: vec![ministry(), caazapa()],
            missing: 0,
            own: HouseVote::For,
            ..proposed()
        },
        ..open()
    }
}

fn accepted_change() -> ProposalPage {
    ProposalPage {
        proposal: change(),
        carries_out: true,
        ..open()
    }
}

const TEXT: &str = "countersign/v1/member-propose
ledger fonacide.example/5f0c19e2a4b7d386
by hacienda.example/tesoro
member contraloria.example
title Contraloría General de la República
function auditor
tier 0
house contraloria.example
voting yes
ref member-c2f1d7a0
reason Acuerdo del consorcio de marzo
time 2019-11-21T08:43:00Z
signers 1
";
