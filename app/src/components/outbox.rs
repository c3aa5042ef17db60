//! What this device signed and the server hasn't got yet: hidden until a script finds some of it.

use leptos::prelude::*;

use crate::context::Context;
use crate::islands::plain::{OUTBOX, OUTBOX_LIST};
use crate::views::SignedIn;
use crate::words::Value;

/// The list, empty. `what` says what is signed on this page, where something is.
pub(crate) fn outbox(context: Context, who: &SignedIn, what: Option<String>) -> AnyView {
    let named = |id: &str| {
        let open: [(&str, Value); 2] = [("what", "{what}".into()), ("why", "{why}".into())];
        context.with(id, &open)
    };
    view! {
        <section
            id=OUTBOX class="outbox" hidden tabindex="-1" aria-labelledby="outbox-title" data-account=who.account.clone() data-what=what
            data-waiting=named("outbox-waiting") data-sent=named("outbox-sent") data-door=named("outbox-door")
            data-code=named("outbox-code") data-refused=named("outbox-refused") data-see=context.t("outbox-see")
            data-enter=context.t("outbox-enter") data-remove=context.t("outbox-remove") data-send=context.t("outbox-send")
            data-sent-draft=named("outbox-sent-draft") data-see-draft=context.t("outbox-see-draft")
            data-label=context.t("desk-code")
        >
            <h2 id="outbox-title">{context.t("outbox-title")}</h2>
            <ul id=OUTBOX_LIST class="cards" aria-live="polite"></ul>
        </section>
    }
    .into_any()
}
