//! Whatever DER stands in a key file's PEM: it is refused, or opens, within bounded time and memory.
//! The lines before it are good, so that the fuzzer need not find base64 by itself.
#![no_main]

use base64::{Engine, engine::general_purpose::STANDARD};
use libfuzzer_sys::fuzz_target;
use server_fuzz::keyfile::{KeyFile, Secret};

/// The lines of a key file for a key that nobody uses: its seed is 32 times 7.
const LINES: &str = include_str!("keyfile.lines");

fuzz_target!(|der: &[u8]| {
    let encoded = STANDARD.encode(der);
    let mut text = format!("{LINES}-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    for line in encoded.as_bytes().chunks(64) {
        text.extend(line.iter().copied().map(char::from));
        text.push('\n');
    }
    text.push_str("-----END ENCRYPTED PRIVATE KEY-----\n");
    if let Ok(file) = KeyFile::parse(&text, &Secret::new("passphrase".to_owned())) {
        let public = file.key().verifying_key();
        assert_eq!(file.header().public_key().bytes(), public.as_bytes());
    }
});
