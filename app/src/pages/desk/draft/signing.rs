//! The signatures of a draft: which stand, which are missing, and the forms by which whoever looks gives
//! theirs. Where a key of their own device may sign, its form waits for the device's module, and the
//! server's key is asked for by name.

use leptos::prelude::*;

use super::super::device::words;
use crate::components::figure::{moment, money_text};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::outbox::outbox;
use crate::components::party::party_text;
use crate::context::Context;
use crate::islands::device::{MEANING, SAID, SIGN, SIGNATURE};
use crate::views::{
    AllocationView, DraftSignature, DraftStand, Frame, HeldKey, Island, OwnKeys, Party, SignedIn,
    Signing,
};

/// The id of the button that a problem with a signature leads to.
const SIGN_ID: &str = "sign";

/// What this device signed: with what is signed on this page, which waits here where the line is gone.
pub(in super::super) fn kept(
    context: Context,
    who: &SignedIn,
    signing: &Signing,
    of: &AllocationView,
) -> Option<AnyView> {
    signing.device.as_ref()?;
    let pieces = [
        (
            "amount",
            money_text(context, of.amount, &of.currency).into(),
        ),
        ("to", party_text(&of.to).into()),
    ];
    Some(outbox(
        context,
        who,
        Some(context.with("outbox-what-draft", &pieces)),
    ))
}

/// The id of the other way's button, where there are two.
const LATER_ID: &str = "otherwise";

/// What a page signs.
#[derive(Clone, Copy)]
pub(in super::super) struct Asked<'a> {
    pub(in super::super) context: Context,
    pub(in super::super) frame: &'a Frame,
    pub(in super::super) of: &'a AllocationView,
    pub(in super::super) signing: &'a Signing,
    /// In whose name.
    pub(in super::super) member: &'a Party,
    /// Where its forms go, behind `desk/`.
    pub(in super::super) action: &'a str,
}

/// A form's words: its button, and what is said above it.
struct Says {
    id: &'static str,
    button: String,
    about: Vec<String>,
}

impl Asked<'_> {
    /// What a signature says in public.
    fn meaning(&self) -> String {
        let word = match self.of.kind {
            "transfer" => "draft-meaning".to_owned(),
            "reversal" if self.signing.asked => "draft-meaning-agree".to_owned(),
            other => format!("draft-meaning-{other}"),
        };
        let member = party_text(self.member);
        self.context.with(&word, &[("member", member.into())])
    }

    /// The same, and whose key makes it.
    fn meaning_by(&self, key: &str) -> String {
        let pieces = [
            ("meaning", self.meaning().into()),
            ("key", self.context.t(key).into()),
        ];
        self.context.with("draft-meaning-by", &pieces)
    }

    /// What the island signs with: it says on the page what it found.
    fn said(&self, own: &OwnKeys) -> Option<AnyView> {
        self.frame.boot_of(Island::Device)?;
        let of = self.of;
        Some(
            view! {
                <p
                    id=SAID class="inset" role="status" hidden data-person=own.person.clone() data-member=own.member.clone()
                    data-keys=own.keys.join(" ") data-text=of.text.clone() data-identity=of.identity.clone()
                    data-words=words(self.context).to_text() data-meaning=self.meaning_by("draft-by-device")
                ></p>
            }
            .into_any(),
        )
    }

    /// The form that a device's key signs, hidden until the module has found it.
    fn by_device(&self, says: Says, carried: Vec<AnyView>, problems: &Problems<'_>) -> AnyView {
        let about: Vec<_> = says
            .about
            .into_iter()
            .map(|about| view! { <p>{about}</p> })
            .collect();
        let id = says.id;
        let form = view! {
            <form id=SIGN hidden method="post" action=self.context.desk(self.action) novalidate>
                {carried}
                {hidden("text_identity", &self.of.identity)}
                <input id=SIGNATURE type="hidden" name="signature"/>
                {self.code(problems, None)}
                <p id=MEANING>{self.meaning_by("draft-by-device")}</p>
                {about}
                <button id=id>{says.button}</button>
            </form>
        };
        form.into_any()
    }

    /// A form that no device signs.
    fn plain(
        &self,
        says: Says,
        (identity, quiet): (&str, bool),
        inside: Option<AnyView>,
        carried: Vec<AnyView>,
    ) -> AnyView {
        let about: Vec<_> = says
            .about
            .into_iter()
            .map(|about| view! { <p>{about}</p> })
            .collect();
        let id = says.id;
        view! {
            <form method="post" action=self.context.desk(self.action) novalidate>
                {carried}
                {hidden("text_identity", identity)}
                {inside}
                {about}
                <button id=id class=quiet.then_some("quiet")>{says.button}</button>
            </form>
        }
        .into_any()
    }

    fn code(&self, problems: &Problems<'_>, id: Option<&'static str>) -> Option<AnyView> {
        self.signing.code_needed.then(|| {
            let mut code = Input::new("code", Kind::Code, self.context.t("desk-code"))
                .hint(self.context.t("desk-code-hint"));
            code.id = id;
            input(self.context, code, problems.of("code"))
        })
    }

    /// Why the server's key doesn't sign, where that is to be said.
    fn why_not(&self) -> Option<AnyView> {
        let context = self.context;
        let words = match self.signing.held {
            HeldKey::Signs | HeldKey::Used => return None,
            HeldKey::Missing => context.t("draft-held-missing"),
            HeldKey::NotForMaker => context.t("draft-sign-own"),
            HeldKey::Forbidden => context.t("check-own-key-only"),
            HeldKey::Threshold if self.of.late => context.t("draft-late-signers"),
            HeldKey::Threshold => context.with(
                "draft-more-signers",
                &[("count", u64::from(self.signing.persons).into())],
            ),
        };
        let no_device = self.signing.device.is_none().then(|| {
            let href = context.desk("device");
            view! { " "<a href=href>{context.t("draft-make-key")}</a> }
        });
        Some(view! { <p class="inset">{words}{no_device}</p> }.into_any())
    }

    /// The ways to save a draft that was checked: signed on this device, or not.
    pub(in super::super) fn saving(
        &self,
        carried: impl Fn() -> Vec<AnyView>,
        problems: &Problems<'_>,
    ) -> AnyView {
        let (context, signing) = (self.context, self.signing);
        let Some(own) = &signing.device else {
            let says = Says {
                id: SIGN_ID,
                button: context.t("draft-save"),
                about: vec![context.t("draft-save-about")],
            };
            let whole = (self.of.identity.as_str(), false);
            // The server's key signs here whatever one person may approve: no need to speak of it.
            let why = matches!(signing.held, HeldKey::Forbidden | HeldKey::Threshold);
            let why = why.then(|| self.why_not());
            return view! { {why}{self.plain(says, whole, None, carried())} }.into_any();
        };
        let says = Says {
            id: SIGN_ID,
            button: context.t("draft-sign-save"),
            about: vec![context.t("draft-save-about")],
        };
        let device = self.by_device(says, carried(), problems);
        let later = if signing.held == HeldKey::Signs {
            let says = Says {
                id: LATER_ID,
                button: context.t("draft-save-through"),
                about: vec![context.t("draft-save-through-about")],
            };
            let through = Some(hidden("through", "server"));
            let whole = (signing.through_identity.as_str(), true);
            self.plain(says, whole, through, carried())
        } else {
            let says = Says {
                id: LATER_ID,
                button: context.t("draft-save-later"),
                about: vec![context.t("draft-save-later-about")],
            };
            self.plain(says, (self.of.identity.as_str(), true), None, carried())
        };
        view! {
            {self.said(own)}
            {self.why_not()}
            {device}{later}
        }
        .into_any()
    }

    /// The ways to sign a draft as it stands.
    pub(in super::super) fn signing(&self, problems: &Problems<'_>) -> AnyView {
        let (context, signing) = (self.context, self.signing);
        let device = signing.device.as_ref().map(|own| {
            let says = Says {
                id: SIGN_ID,
                button: context.t("draft-sign"),
                about: Vec::new(),
            };
            view! { {self.said(own)}{self.by_device(says, Vec::new(), problems)} }
        });
        let own = device.is_some();
        let through = (signing.held == HeldKey::Signs).then(|| {
            let word = if own {
                "check-sign-through"
            } else {
                "draft-sign"
            };
            let says = Says {
                id: if own { LATER_ID } else { SIGN_ID },
                button: context.t(word),
                about: vec![self.meaning_by("draft-by-server")],
            };
            let code = self.code(problems, own.then_some("code-through"));
            let inside = view! { {own.then(|| hidden("through", "server"))}{code} };
            let whole = (self.of.identity.as_str(), own);
            self.plain(says, whole, Some(inside.into_any()), Vec::new())
        });
        view! { {self.why_not()}{device}{through} }.into_any()
    }

    /// Sends what everybody has signed once more.
    pub(in super::super) fn again(&self, problems: &Problems<'_>) -> AnyView {
        let says = Says {
            id: SIGN_ID,
            button: self.context.t("draft-post-again"),
            about: vec![self.context.t("draft-post-again-about")],
        };
        let whole = (self.of.identity.as_str(), false);
        let code = self.code(problems, None);
        self.plain(says, whole, code, Vec::new())
    }
}

/// Who signed and when, where more than one does.
pub(in super::super) fn signatures(
    context: Context,
    signing: &Signing,
    stand: DraftStand,
) -> Option<AnyView> {
    if signing.wanted < 2 || stand == DraftStand::SentBack {
        return None;
    }
    let values = [
        ("count", (signing.signed.len() as u64).into()),
        ("wanted", u64::from(signing.wanted).into()),
    ];
    let head = context.with("draft-signatures", &values);
    let rows: Vec<_> = signing.signed.iter().map(|one| row(context, one)).collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul>{rows}</ul> });
    let missing = signing.missing();
    let open = stand != DraftStand::Issued && missing > 0;
    let missing = open.then(|| {
        let words = context.with("draft-signatures-missing", &[("count", missing.into())]);
        view! { <p>{words}</p> }
    });
    let own = (open && signing.has_signed)
        .then(|| view! { <p class="inset">{context.t("draft-signed-own")}</p> });
    Some(
        view! {
            <section aria-labelledby="signatures">
                <h2 id="signatures">{head}</h2>
                {rows}
                {missing}
                {own}
            </section>
        }
        .into_any(),
    )
}

fn row(context: Context, signature: &DraftSignature) -> AnyView {
    let word = if signature.through {
        "draft-signature-through"
    } else {
        "draft-signature"
    };
    let key = signature.key.clone();
    let pieces = vec![
        ("account", signature.account.clone().into()),
        ("time", moment(context, signature.made).into()),
        (
            "key",
            view! { <code translate="no">{key}</code> }
                .into_any()
                .into(),
        ),
    ];
    view! { <li>{context.rich(word, pieces)}</li> }.into_any()
}
