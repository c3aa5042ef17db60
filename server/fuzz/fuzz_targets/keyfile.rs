//! Whatever text comes: no key file, or one whose key is the one that its lines name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::keyfile::{KeyFile, Secret};

fuzz_target!(|text: &str| {
    if let Ok(file) = KeyFile::parse(text, &Secret::new("passphrase".to_owned())) {
        let public = file.key().verifying_key();
        assert_eq!(file.header().public_key().bytes(), public.as_bytes());
    }
});
