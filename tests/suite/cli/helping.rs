//! Help and usage errors in the language of whoever runs the program.

use super::program::{Home, Said};

fn said(home: &Home, locale: &str, line: &str) -> Said {
    let locale = format!("LC_ALL={locale}");
    home.run_under(
        &["env", &locale],
        &line.split_whitespace().collect::<Vec<_>>(),
    )
}

fn help(home: &Home, locale: &str, line: &str) -> String {
    let said = said(home, locale, line);
    assert_eq!(said.error, "");
    said.ok()
}

/// Every one of these words is in the text.
#[track_caller]
fn has(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word:?} isn't in: {text}");
    }
}

#[test]
fn help_and_errors_speak_the_readers_language() {
    let home = Home::new();
    let chinese = "zh_CN.UTF-8";
    has(
        &help(&home, chinese, "--help"),
        &[
            "付款方",
            "用法：",
            "命令：",
            "显示版本",
            "countersign demo --data demo",
        ],
    );
    has(
        &help(&home, chinese, "tally --help"),
        &[
            "用法： countersign tally [选项]",
            "示例：",
            "--of <OF>",
            "[默认值：programme]",
        ],
    );
    said(&home, chinese, "tally --dtaa x").fails(2, "是否要写 --data");
    said(&home, chinese, "tally --month").fails(2, "“--month <MONTH>”后面须给出值");

    let spanish = "es_PY.UTF-8";
    has(
        &help(&home, spanish, "--help"),
        &[
            "firmado en ambos extremos",
            "Uso: ",
            "Órdenes:",
            "Muestra la versión",
        ],
    );
    has(
        &help(&home, spanish, "tally --help"),
        &[
            "Uso: countersign tally [OPCIONES]",
            "Ejemplos:",
            "[por defecto: programme]",
        ],
    );
    said(&home, spanish, "tally --dtaa x").fails(2, "no se conoce el argumento «--dtaa»");
    said(&home, spanish, "tally --month").fails(2, "«--month <MONTH>» necesita un valor");

    has(
        &help(&home, "C", "tally --help"),
        &[
            "Usage: countersign tally [OPTIONS]",
            "Examples:",
            "[default: programme]",
        ],
    );
    said(&home, "C", "tally --month").fails(2, "a value is required for '--month <MONTH>'");
}

#[test]
fn the_manual_speaks_the_readers_language() {
    let home = Home::new();
    has(
        &help(&home, "zh_CN.UTF-8", "man"),
        &[".SH \"名称\"", ".SH \"选项\"", "签名"],
    );
    help(&home, "es", "man --output pages");
    has(
        &home.read("pages/countersign-tally.1"),
        &[".SH \"SINOPSIS\"", "Muestra totales públicos"],
    );
    has(&help(&home, "C", "man"), &[".SH NAME", ".SH SUBCOMMANDS"]);
}
