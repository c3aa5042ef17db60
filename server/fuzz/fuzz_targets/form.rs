//! Forms: whatever a browser sends is read, and no more of it than the limits allow.

#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::fields::Form;

fuzz_target!(|body: &[u8]| {
    let form = Form::parse(body);
    for name in ["account", "amount", "once", "roles", ""] {
        let first = form.all(name).next().unwrap_or_default();
        assert_eq!(form.get(name), first);
        assert_eq!(form.get(name), form.raw(name).trim());
        assert_eq!(form.ticked(name), form.get(name) == "yes");
    }
});
