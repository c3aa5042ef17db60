//! What holds: a flag over the environment over the file over a default.

use std::path::Path;

use clap::{Args, Command, FromArgMatches};

use super::*;

fn command<T: Args>() -> Command {
    T::augment_args(Command::new("test").no_binary_name(true))
}

/// The options that `flags` give. The environment of the test has none of our
/// variables; clap itself puts a variable below its flag.
fn given<T: Args + FromArgMatches>(flags: &[&str]) -> T {
    T::from_arg_matches(&command::<T>().get_matches_from(flags)).unwrap()
}

fn file(text: &str) -> Result<ConfigFile, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(CONFIG_FILE), text).unwrap();
    ConfigFile::read(folder.path())
}

const WHOLE: &str = r#"
[web]
listen = "0.0.0.0:80"
request_seconds_max = 5
drain_seconds_max = 6
proxy_header = "X-Forwarded-For"
own_keys_only = "grants-2019, roads"

[database]
url = "postgres://ledger:s3cret@db.example/countersign?password=s3cret"
readers_max = 3

[log]
format = "json"
filter = "warn,server=debug"

[sequencer]
queue_entries_max = 10
group_entries_max = 11
verify_workers = 12

[client]
server = "https://ledger.example/"
key = "finance.key"
passphrase_file = "/run/pass"
pkcs11_module = "token.so"

[checkpoint]
interval_ms = 50
kept = "/srv/kept"
key = "log.key"

[telling]
smtp = "smtps://ledger@mail.example"
password_file = "mail.password"
from = "ledger@town.example"

[oidc]
issuer = "https://accounts.town.example"
client = "ledger"
secret_file = "oidc.secret"
second_factor = "provider"
"#;

#[test]
fn without_anything_the_defaults_hold() {
    let folder = tempfile::tempdir().unwrap();
    let file = ConfigFile::read(folder.path()).unwrap();
    let web = WebOptions::default().settle(&file.web);
    assert_eq!(web.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(web.request_seconds_max.get(), 15);
    let database = DatabaseOptions::default().settle(&file.database, folder.path());
    assert_eq!(
        database.url,
        DatabaseUrl::Sqlite(folder.path().join("ledger.sqlite"))
    );
    assert_eq!(LogOptions::default().settle(&file.log), Log::default());
    let sequencer = SequencerOptions::default().settle(&file.sequencer);
    assert_eq!(sequencer.queue_entries_max.count(), 8_192);
    assert!(sequencer.verify_workers.get() >= 1);
    assert_eq!(
        ClientOptions::default().settle(&file.client),
        Client::default()
    );
    assert_eq!(
        FolderOptions::default().settle(),
        Path::new("countersign-data")
    );
    let checkpoint = CheckpointOptions::default().settle(&file.checkpoint, Path::new("D"));
    assert_eq!(checkpoint.interval_ms.get(), 200);
    assert_eq!(checkpoint.kept, Path::new("D/log/checkpoint"));
    assert_eq!(checkpoint.key, Path::new("D/keys/log.key"));
    assert_eq!(
        checkpoint.passphrase_file,
        Path::new("D/keys/log.passphrase")
    );
}

#[test]
fn the_file_holds_over_the_defaults() {
    let file = file(WHOLE).unwrap();
    let web = WebOptions::default().settle(&file.web);
    assert_eq!(web.listen.to_string(), "0.0.0.0:80");
    assert_eq!(
        (web.request_seconds_max.get(), web.drain_seconds_max.get()),
        (5, 6)
    );
    let header = web.proxy_header.clone().map(ProxyHeader::into_name);
    let programmes = web.own_keys_only.into_names();
    let programmes: Vec<&str> = programmes
        .iter()
        .map(ledger::field::ProgrammeName::as_str)
        .collect();
    assert_eq!(programmes, ["grants-2019", "roads"]);
    assert_eq!(
        header.as_ref().map(http::HeaderName::as_str),
        Some("x-forwarded-for")
    );
    let database = DatabaseOptions::default().settle(&file.database, Path::new("unused"));
    assert!(
        database
            .url
            .url()
            .expose()
            .ends_with("countersign?password=s3cret")
    );
    assert_eq!(database.readers_max.get(), 3);
    let log = LogOptions::default().settle(&file.log);
    assert_eq!(
        (log.format, log.filter.to_string().as_str()),
        (LogFormat::Json, "warn,server=debug")
    );
    let sequencer = SequencerOptions::default().settle(&file.sequencer);
    assert_eq!(
        (
            sequencer.queue_entries_max.get(),
            sequencer.group_entries_max.get(),
            sequencer.verify_workers.get()
        ),
        (10, 11, 12)
    );
    let client = ClientOptions::default().settle(&file.client);
    assert_eq!(
        client.server.unwrap().at("/api"),
        "https://ledger.example/api"
    );
    assert!(client.key.unwrap().is_absolute());
    assert_eq!(
        client.passphrase_file.as_deref(),
        Some(Path::new("/run/pass"))
    );
    let module = client.pkcs11_module.unwrap();
    assert!(module.is_absolute() && module.ends_with("token.so"));
    let checkpoint = CheckpointOptions::default().settle(&file.checkpoint, Path::new("unused"));
    assert_eq!(checkpoint.interval_ms.get(), 50);
    assert_eq!(checkpoint.kept, Path::new("/srv/kept"));
    assert!(checkpoint.key.is_absolute() && checkpoint.key.ends_with("log.key"));
    assert!(checkpoint.passphrase_file.ends_with("log.passphrase"));
    let telling = TellingOptions::default().settle(&file.telling);
    assert_eq!(telling.smtp.unwrap().user(), Some("ledger"));
    assert!(telling.password_file.unwrap().is_absolute() && !telling.loopback);
    let flags = given::<TellingOptions>(&["--telling-loopback", "true"]);
    assert!(flags.settle(&file.telling).loopback);
    let oidc = OidcOptions::default().settle(&file.oidc);
    assert_eq!(oidc.client.as_deref(), Some("ledger"));
    assert_eq!(oidc.second_factor, SecondFactor::Provider);
    assert!(oidc.secret_file.unwrap().is_absolute() && oidc.name.is_none());
    let flags = given::<OidcOptions>(&["--oidc-second-factor", "code"]);
    let oidc = flags.settle(&file.oidc);
    assert_eq!(oidc.second_factor, SecondFactor::Code);
}

#[test]
fn a_flag_holds_over_the_file() {
    let file = file(WHOLE).unwrap();
    let web = given::<WebOptions>(&["--listen", "127.0.0.1:0", "--request-seconds-max", "7"])
        .settle(&file.web);
    assert_eq!(
        (
            web.listen.to_string().as_str(),
            web.request_seconds_max.get()
        ),
        ("127.0.0.1:0", 7)
    );
    assert_eq!(web.drain_seconds_max.get(), 6);
    let database =
        given::<DatabaseOptions>(&["--database", "sqlite:here.db", "--readers-max", "1"]);
    let database = database.settle(&file.database, Path::new("unused"));
    assert_eq!(database.url, DatabaseUrl::Sqlite("here.db".into()));
    assert_eq!(database.url.url().expose(), "sqlite://here.db?mode=rwc");
    let log =
        given::<LogOptions>(&["--log-format", "text", "--log-filter", "trace"]).settle(&file.log);
    assert_eq!(
        (log.format, log.filter.to_string().as_str()),
        (LogFormat::Text, "trace")
    );
    let sequencer =
        given::<SequencerOptions>(&["--queue-entries-max", "99"]).settle(&file.sequencer);
    assert_eq!(
        (
            sequencer.queue_entries_max.get(),
            sequencer.group_entries_max.get()
        ),
        (99, 11)
    );
    let client = given::<ClientOptions>(&["--server", "http://127.0.0.1:3000", "--key", "k"]);
    let client = client.settle(&file.client);
    assert_eq!(client.server.unwrap().to_string(), "http://127.0.0.1:3000");
    assert_eq!(client.key.as_deref(), Some(Path::new("k")));
    let checkpoint = given::<CheckpointOptions>(&["--checkpoint-kept", "k"]);
    let checkpoint = checkpoint.settle(&file.checkpoint, Path::new("unused"));
    assert_eq!(checkpoint.kept, Path::new("k"));
    let folder = given::<FolderOptions>(&["--data", "D"]).settle();
    assert_eq!(folder, Path::new("D"));
}

/// A variable is seen only by a process of its own: the test starts itself.
#[test]
fn the_environment_holds_over_the_file_and_under_a_flag() {
    const INNER: &str = "COUNTERSIGN_TEST_INNER";
    if std::env::var_os(INNER).is_some() {
        let file = file(WHOLE).unwrap();
        let listens = |flags: &[&str]| given::<WebOptions>(flags).settle(&file.web).listen.port();
        assert_eq!(
            (listens(&[]), listens(&["--listen", "127.0.0.1:9"])),
            (8, 9)
        );
        assert_eq!(given::<FolderOptions>(&[]).settle(), Path::new("E"));
        return;
    }
    let name = std::thread::current().name().unwrap().to_owned();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([name.as_str(), "--exact"])
        .env(INNER, "1")
        .env("COUNTERSIGN_LISTEN", "127.0.0.1:8")
        .env("COUNTERSIGN_DATA", "E")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}"
    );
}

#[test]
fn errors_name_file_line_and_key() {
    let table = [
        ("[wed]\n", "line 1, `[wed]`: unknown field `wed`"),
        (
            "[web]\nlissen = 1\n",
            "line 2, `lissen`: unknown field `lissen`",
        ),
        ("[web]\nlisten = \"here\"\n", "line 2, `listen`: "),
        (
            "[web]\n\nrequest_seconds_max = 0\n",
            "line 3, `request_seconds_max`: must be a whole number of 1 to 600",
        ),
        (
            "[web]\nrequest_seconds_max = -1\n",
            "line 2, `request_seconds_max`: must be a whole number",
        ),
        (
            "[web]\nrequest_seconds_max = 1.5\n",
            "line 2, `request_seconds_max`: invalid type",
        ),
        (
            "[database]\nurl = \"mysql://x\"\n",
            "line 2, `url`: must be sqlite:FILE, or postgres://",
        ),
        (
            "[log]\nformat = \"xml\"\n",
            "line 2, `format`: unknown variant `xml`",
        ),
        (
            "[log]\nfilter = \"server=loud\"\n",
            "line 2, `filter`: must be a level",
        ),
        (
            "[client]\nserver = \"ledger\"\n",
            "line 2, `server`: must be http:// or https://",
        ),
        (
            "[client]\nserver = \"https://me:pass@ledger.example\"\n",
            "line 2, `server`: must be http://",
        ),
        ("[web]\nlisten = \n", "line 2, `listen`: "),
        (
            "[web]\nown_keys_only = \"A b\"\n",
            "line 2, `own_keys_only`: must be names of programmes, not `A b`",
        ),
        (
            "[web]\nproxy_header = \"X Forwarded\"\n",
            "line 2, `proxy_header`: must be a header's name",
        ),
    ];
    for (text, expected) in table {
        let found = file(text).unwrap_err().to_string();
        let (path, rest) = found.split_once(": ").unwrap();
        assert!(
            path.starts_with("settings file ") && path.ends_with("countersign.toml"),
            "{found}"
        );
        assert!(rest.starts_with(expected), "{found}\nfor {expected}");
    }
    let long = file(&"#".repeat(70_000)).unwrap_err().to_string();
    assert!(long.contains("longer than 65536 bytes"), "{long}");
}

#[test]
fn a_bad_flag_is_an_error_with_its_bounds() {
    let error = command::<WebOptions>()
        .try_get_matches_from(["--request-seconds-max", "0"])
        .unwrap_err();
    assert!(error.to_string().contains("1 to 600"), "{error}");
}

#[test]
fn passwords_do_not_print() {
    let file = file(WHOLE).unwrap();
    let printed = format!("{file:?} {:?}", file.database.url);
    assert!(!printed.contains("s3cret"), "{printed}");
    assert_eq!(
        file.database.url.unwrap().to_string(),
        "postgres://db.example/countersign"
    );
}

/// Every concern's doc lists each of its flags and variables, and its keys.
#[test]
fn the_docs_list_every_setting() {
    let concerns = [
        (command::<FolderOptions>(), include_str!("folder.rs"), ""),
        (command::<WebOptions>(), include_str!("web.rs"), "web"),
        (
            command::<DatabaseOptions>(),
            include_str!("database.rs"),
            "database",
        ),
        (command::<LogOptions>(), include_str!("log.rs"), "log"),
        (
            command::<SequencerOptions>(),
            include_str!("sequencer.rs"),
            "sequencer",
        ),
        (
            command::<ClientOptions>(),
            include_str!("client.rs"),
            "client",
        ),
        (
            command::<CheckpointOptions>(),
            include_str!("checkpoint.rs"),
            "checkpoint",
        ),
        (
            command::<TellingOptions>(),
            include_str!("telling.rs"),
            "telling",
        ),
        (command::<OidcOptions>(), include_str!("oidc.rs"), "oidc"),
    ];
    let mut settings = 0;
    for (command, source, section) in concerns {
        for argument in command.get_arguments() {
            let flag = argument.get_long().unwrap();
            let variable = argument.get_env().unwrap().to_str().unwrap();
            let row = source
                .lines()
                .find(|line| line.starts_with(&format!("//! | `--{flag}` | `{variable}` |")));
            let row = row.unwrap_or_else(|| panic!("no row for --{flag}"));
            let key = format!("`{section}.{}`", argument.get_id());
            assert!(section.is_empty() || row.contains(&key), "{row}");
            settings += 1;
        }
    }
    assert_eq!(settings, 33);
}
