//! Whatever text comes: settings are refused at a line that the text has, or settle, and neither
//! their database nor their log's filter is then a surprise. The password of a URL never prints.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::config::{ClientOptions, ConfigFault, ConfigFile, DatabaseOptions};
use server_fuzz::config::{DatabaseUrl, LogOptions, SequencerOptions, WebOptions};
use std::path::Path;

fuzz_target!(|text: &str| {
    let file = match ConfigFile::parse(text) {
        Ok(file) => file,
        Err(ConfigFault::Flaw(flaw)) => {
            let lines = text.split('\n').count();
            assert!((1..=lines).contains(&flaw.line), "{flaw}");
            return;
        }
        Err(other) => panic!("nothing was read from a disk: {other}"),
    };
    let database = DatabaseOptions::default().settle(&file.database, Path::new("data"));
    if let DatabaseUrl::Postgres(url) = &database.url {
        let shown = database.url.to_string();
        let secret = url.expose().split_once("://").and_then(|(_, place)| {
            let (user, _) = place.split('/').next()?.rsplit_once('@')?;
            user.split_once(':').map(|(_, password)| password)
        });
        let secret = secret.filter(|password| password.len() > 20);
        assert!(secret.is_none_or(|password| !shown.contains(password)));
    }
    LogOptions::default().settle(&file.log).filter.filter();
    WebOptions::default().settle(&file.web);
    SequencerOptions::default().settle(&file.sequencer);
    ClientOptions::default().settle(&file.client);
});
