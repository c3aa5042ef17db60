//! What stands around a page of the desk: its own ways to go, and who is signed in.

use leptos::prelude::*;

use crate::components::party::party_text;
use crate::context::Context;
use crate::views::{Frame, SignedIn};

/// Whose pages these are.
#[derive(Clone, Copy)]
pub(crate) enum Around<'a> {
    /// Everybody's.
    Public,
    /// The desk's, and who is signed in there.
    Desk(Option<&'a SignedIn>),
}

impl<'a> Around<'a> {
    /// Who is signed in.
    pub(crate) const fn who(self) -> Option<&'a SignedIn> {
        match self {
            Self::Public => None,
            Self::Desk(who) => who,
        }
    }

    /// Whether others may be told of the page: by a preview, a feed, its other languages.
    pub(crate) const fn is_public(self) -> bool {
        matches!(self, Self::Public)
    }
}

/// Whether somebody may do this.
pub(crate) fn may(who: &SignedIn, role: &str) -> bool {
    who.roles.iter().any(|own| own == role)
}

/// The desk's own ways to go, each a word and an address.
pub(crate) fn ways(context: Context, frame: &Frame, who: &SignedIn) -> AnyView {
    let here = frame.path.split('?').next().unwrap_or_default();
    let way = |word: &str, page: &str| {
        let own = if page.is_empty() {
            here == "desk"
        } else {
            here.strip_prefix("desk/") == Some(page)
        };
        let current = own.then_some("page");
        view! { <li><a href=context.desk(page) aria-current=current>{context.t(word)}</a></li> }
    };
    let drafts = may(who, "pay").then(|| way("desk-drafts", "drafts"));
    let administers = may(who, "administer");
    let people = administers.then(|| way("desk-people", "people"));
    let members = administers.then(|| way("desk-members", "members"));
    let signs = ["administer", "confirm", "pay"]
        .iter()
        .any(|role| may(who, role));
    let device = signs.then(|| way("desk-device", "device"));
    view! {
        <nav aria-label=context.t("nav-label")>
            <ul>
                {way("desk-tasks", "")}{drafts}{people}{members}{device}{way("desk-telling", "telling")}
                {way("desk-record", "record")}
            </ul>
        </nav>
    }
    .into_any()
}

/// Who is signed in, for whom, and the way out.
pub(crate) fn bar(context: Context, who: &SignedIn) -> AnyView {
    let account =
        view! { <a href=context.desk("passkeys")><strong>{who.account.clone()}</strong></a> };
    let account = account.into_any();
    let member = party_text(&who.member);
    let said = context.rich(
        "desk-signed-in",
        vec![("account", account.into()), ("member", member.into())],
    );
    view! {
        <aside class="signed-in" aria-label=context.t("desk-account")>
            <div class="page">
                <p>{said}</p>
                <form method="post" action=context.desk("sign-out")>
                    <button class="quiet">{context.t("desk-sign-out")}</button>
                    <button class="quiet" name="everywhere" value="yes">{context.t("desk-sign-out-everywhere")}</button>
                </form>
            </div>
        </aside>
    }
    .into_any()
}
