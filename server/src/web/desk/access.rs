//! Who may call which of the desk's routes. The table is what is asked at every request, and
//! `docs/ACCESS.md` is held to it by a test.

use axum::http::Method;
use ledger::field::Role;

/// Who may call a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever comes.
    Anybody,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in and has this role.
    Role(Role),
    /// Whoever is signed in and may sign something: who confirms, and who pays.
    Signs,
}

impl Access {
    /// As documents say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Anybody => "anybody",
            Self::SignedIn => "signed in",
            Self::Signs => "confirm or pay",
            Self::Role(role) => Role::ALL
                .iter()
                .find(|(known, _)| *known == role)
                .map_or("", |(_, word)| word),
        }
    }
}

/// Every route of the desk.
pub const ACCESS: [(Method, &str, Access); 85] = [
    (Method::GET, "/{language}/desk", Access::SignedIn),
    (Method::GET, "/{language}/desk/sign-in", Access::Anybody),
    (Method::POST, "/{language}/desk/sign-in", Access::Anybody),
    (
        Method::POST,
        "/{language}/desk/sign-in/begin",
        Access::Anybody,
    ),
    (
        Method::POST,
        "/{language}/desk/sign-in/passkey",
        Access::Anybody,
    ),
    (
        Method::POST,
        "/{language}/desk/sign-in/provider",
        Access::Anybody,
    ),
    (
        Method::POST,
        "/{language}/desk/sign-in/provider/code",
        Access::Anybody,
    ),
    (Method::GET, crate::provider::RETURN_PATH, Access::Anybody),
    (Method::POST, "/{language}/desk/sign-out", Access::SignedIn),
    (Method::GET, "/{language}/desk/passkeys", Access::SignedIn),
    (
        Method::POST,
        "/{language}/desk/passkeys/begin",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/passkeys/add",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/passkeys/remove",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/passkeys/link",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/passkeys/unlink",
        Access::SignedIn,
    ),
    (
        Method::GET,
        "/{language}/desk/join/{token}",
        Access::Anybody,
    ),
    (
        Method::POST,
        "/{language}/desk/join/{token}",
        Access::Anybody,
    ),
    (
        Method::GET,
        "/{language}/desk/confirm/{identity}",
        Access::Role(Role::Confirm),
    ),
    (
        Method::POST,
        "/{language}/desk/confirm/{identity}",
        Access::Role(Role::Confirm),
    ),
    (
        Method::POST,
        "/{language}/desk/sign/{identity}",
        Access::Role(Role::Confirm),
    ),
    (
        Method::GET,
        "/{language}/desk/confirmed/{identity}",
        Access::SignedIn,
    ),
    (
        Method::GET,
        "/{language}/desk/evidence/{identity}",
        Access::SignedIn,
    ),
    (
        Method::GET,
        "/{language}/desk/evidence/{identity}/{digest}",
        Access::SignedIn,
    ),
    (
        Method::GET,
        "/{language}/desk/parts/{name}",
        Access::Role(Role::Confirm),
    ),
    (
        Method::PATCH,
        "/{language}/desk/parts/{name}",
        Access::Role(Role::Confirm),
    ),
    (
        Method::GET,
        "/{language}/desk/people",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/people/invite",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/people/confirm",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/people/withdraw",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/people/close",
        Access::Role(Role::Administer),
    ),
    (Method::GET, "/{language}/desk/device", Access::SignedIn),
    (
        Method::POST,
        "/{language}/desk/device/offer",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/device/prove",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/device/revoke",
        Access::SignedIn,
    ),
    (
        Method::GET,
        "/{language}/desk/device/approve/{key}",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/device/approve/{key}",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/device/refuse/{key}",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/people/revoke",
        Access::Role(Role::Administer),
    ),
    (
        Method::GET,
        "/{language}/desk/members",
        Access::Role(Role::Administer),
    ),
    (
        Method::GET,
        "/{language}/desk/members/new",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/members/new",
        Access::Role(Role::Administer),
    ),
    (
        Method::GET,
        "/{language}/desk/members/{identity}",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/members/{identity}",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/members/sign",
        Access::Role(Role::Administer),
    ),
    (Method::GET, "/{language}/desk/questions", Access::SignedIn),
    (
        Method::GET,
        "/{language}/desk/questions/{identity}",
        Access::SignedIn,
    ),
    (
        Method::POST,
        "/{language}/desk/questions/{identity}",
        Access::Signs,
    ),
    (Method::GET, "/{language}/desk/record", Access::SignedIn),
    (Method::GET, "/{language}/desk/drafts", Access::Signs),
    (
        Method::GET,
        "/{language}/desk/drafts/new",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/drafts/new",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/drafts/save",
        Access::Role(Role::Pay),
    ),
    (
        Method::GET,
        "/{language}/desk/drafts/{draft}",
        Access::Signs,
    ),
    (
        Method::GET,
        "/{language}/desk/drafts/{draft}/edit",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/drafts/{draft}/sign",
        Access::Signs,
    ),
    (
        Method::POST,
        "/{language}/desk/drafts/{draft}/back",
        Access::Signs,
    ),
    (
        Method::POST,
        "/{language}/desk/drafts/{draft}/delete",
        Access::Signs,
    ),
    (
        Method::GET,
        "/{language}/desk/sheets/new",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/sheets/new",
        Access::Role(Role::Pay),
    ),
    (
        Method::GET,
        "/{language}/desk/sheets/template.csv",
        Access::Role(Role::Pay),
    ),
    (
        Method::GET,
        "/{language}/desk/sheets/{sheet}",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/sheets/{sheet}/save",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/sheets/{sheet}/sign",
        Access::Role(Role::Pay),
    ),
    (
        Method::GET,
        "/{language}/desk/sheets/{sheet}/texts.jsonl",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/sheets/{sheet}/signed",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/sheets/{sheet}/back",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/sheets/{sheet}/delete",
        Access::Role(Role::Pay),
    ),
    (
        Method::GET,
        "/{language}/desk/after/{identity}",
        Access::Signs,
    ),
    (
        Method::POST,
        "/{language}/desk/after/{identity}",
        Access::Signs,
    ),
    (
        Method::POST,
        "/{language}/desk/after/{identity}/save",
        Access::Signs,
    ),
    (Method::GET, "/{language}/desk/findings", Access::Signs),
    (
        Method::GET,
        "/{language}/desk/year-end",
        Access::Role(Role::Pay),
    ),
    (
        Method::GET,
        "/{language}/desk/year-end/{programme}",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/year-end/{programme}",
        Access::Role(Role::Pay),
    ),
    (
        Method::POST,
        "/{language}/desk/year-end/{programme}/save",
        Access::Role(Role::Pay),
    ),
    (Method::GET, "/{language}/desk/telling", Access::SignedIn),
    (Method::POST, "/{language}/desk/telling", Access::SignedIn),
    (
        Method::GET,
        "/{language}/desk/telling/confirm/{token}",
        Access::Anybody,
    ),
    (
        Method::POST,
        "/{language}/desk/telling/confirm/{token}",
        Access::Anybody,
    ),
    (
        Method::GET,
        "/{language}/desk/telling/stop/{token}",
        Access::Anybody,
    ),
    (
        Method::POST,
        "/{language}/desk/telling/stop/{token}",
        Access::Anybody,
    ),
    (
        Method::GET,
        "/{language}/desk/telling/hooks",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/telling/hooks",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/telling/hooks/test",
        Access::Role(Role::Administer),
    ),
    (
        Method::POST,
        "/{language}/desk/telling/hooks/remove",
        Access::Role(Role::Administer),
    ),
];

/// Who may call this route; nothing for a route that the table doesn't have. A HEAD is a GET.
pub(super) fn of(method: &Method, route: &str) -> Option<Access> {
    let method = if *method == Method::HEAD {
        &Method::GET
    } else {
        method
    };
    let found = ACCESS
        .iter()
        .find(|(known, path, _)| known == method && *path == route);
    found.map(|(.., access)| *access)
}
