//! Other houses by the command line: a mirror of a server, and a new log that continues an old one.

use super::program::Home;

fn founded() -> Home {
    let home = Home::new();
    home.line("init --origin relief.example --member op.example --title Operator")
        .ok();
    home
}

#[test]
fn a_mirror_catches_up_with_a_server_and_its_copy_verifies() {
    let home = founded();
    let serving = home.serve();
    home.line("key new --member mirror.example --person mirror --output mirror.key")
        .ok();
    let cosigner = home.line("key vkey --cosigner mirror.key").ok();
    assert!(cosigner.contains("mirror.example+"), "{cosigner}");
    let mirror = |more: &str| {
        let from = format!("mirror --from {} --data copy --key mirror.key", serving.url);
        home.line(&format!("{from} {more}"))
    };
    let caught_up = mirror("--once").ok();
    assert!(caught_up.contains("every one is right"), "{caught_up}");
    home.line("verify --data copy").ok();
    let checkpoint = home.read("copy/mirror/log/checkpoint");
    let named: Vec<&str> = checkpoint.lines().take(3).collect();
    let exported = home.line("export --data copy").ok();
    let first: serde_json::Value =
        serde_json::from_str(exported.lines().next().expect("a genesis")).expect("JSON");
    assert_eq!(first["checkpoint"]["origin"], named[0]);
    assert_eq!(first["checkpoint"]["size"].to_string(), named[1]);
    assert_eq!(first["checkpoint"]["root"], named[2]);
    let row = named.join(",");
    let csv = home.line("export --data copy --format csv").ok();
    assert!(
        csv.lines().skip(1).all(|line| line.ends_with(&row)),
        "{csv}"
    );
    let journal = home.line("export --data copy --format hledger").ok();
    assert!(journal.contains(named[2]), "{journal}");
    let again = mirror("--once").ok();
    assert!(again.contains("every one is right"), "{again}");
    // A folder keeps one log, and a mirror's key is its own.
    let other = "other.example+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    mirror(&format!("--once --vkey {other}")).fails(2, "verifier");
    assert_eq!(serving.stop(), Some(0));
}

#[test]
fn a_new_key_is_a_new_log_that_names_the_old_ones_last_checkpoint() {
    let home = founded();
    let serving = home.serve();
    assert_eq!(serving.stop(), Some(0));
    let last = home.read("data/log/checkpoint");
    let mut lines = last.lines();
    let mut next = || lines.next().expect("a checkpoint has three lines");
    let named = format!("continues {} {} {}", next(), next(), next());
    let init = "init --data next --origin relief.example/2027 --member op.example --title Operator";
    home.line(&format!("{init} --continues data/log/checkpoint"))
        .ok();
    let exported = home.line("export --data next --format json").ok();
    assert!(exported.contains(&named), "{named} isn't in: {exported}");
    home.line("verify --data next").ok();
    home.write("broken", "nonsense\n");
    home.line(
        "init --data third --origin x.example --member op.example --title O --continues broken",
    )
    .fails(3, "broken");
}
