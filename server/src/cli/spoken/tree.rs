//! The description of the command line, with the texts of a language.
//!
//! Ids are made of names: `help-of-member-propose` is what a command is about, `…-long` the paragraphs
//! that follow, `…-after` what stands below the flags where that isn't examples alone. A flag that says
//! the same everywhere has one id, `help-flag-data`; one that says something else at a command has the
//! command in it, `help-flag-witness-data`, and that holds there. Values have `help-value-of-member`.

use app::words::{Value, Words};
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

/// Above the examples that a command's help ends with: one of them, or more.
const EXAMPLES: [(&str, &str); 2] = [("Example:", "help-example"), ("Examples:", "help-examples")];
/// What clap writes into a line of usage.
const USAGE: [(&str, &str); 3] = [
    ("Usage:", "help-heading-usage"),
    ("[OPTIONS]", "help-name-options"),
    ("<COMMAND>", "help-name-command"),
];
/// The command below which clap repeats the names of all others.
const HELP: &str = "help";

/// Puts a language's words into a description.
#[derive(Clone, Copy)]
pub(super) struct Tree<'w> {
    words: &'w Words,
}

impl<'w> Tree<'w> {
    pub(super) const fn new(words: &'w Words) -> Self {
        Self { words }
    }

    /// The same commands and flags with this language's texts.
    pub(super) fn translate(self, mut plain: Command) -> Command {
        // Only then are clap's own `help` and `--version` in it.
        plain.build();
        self.command(plain, &[])
    }

    fn command(self, command: Command, path: &[String]) -> Command {
        let command = self
            .texts(command, path)
            .mut_args(|argument| self.argument(argument, path))
            .mut_subcommands(|below| {
                let name = below.get_name().to_owned();
                let path: Vec<String> = path.iter().cloned().chain([name]).collect();
                self.command(below, &path)
            });
        self.layout(command)
    }

    fn texts(self, command: Command, path: &[String]) -> Command {
        let id = command_id(path);
        let english = command.get_about().map(ToString::to_string);
        let long = command.get_long_about().map(ToString::to_string);
        let Some(about) = self.find(&id) else {
            return command;
        };
        let mut command = match (long, self.find(&format!("{id}-long"))) {
            (Some(long), Some(more)) if follows(&long, english.as_deref()) => {
                command.long_about(format!("{about}\n\n{more}"))
            }
            (Some(_), Some(whole)) => command.long_about(whole),
            (_, _) => command,
        };
        if let Some(after) = command.get_after_help().map(ToString::to_string) {
            let own = self.find(&format!("{id}-after"));
            command = command.after_help(own.unwrap_or_else(|| self.examples(&after)));
        }
        command.about(about)
    }

    /// Examples stay what they are: only the word above them is translated.
    fn examples(self, after: &str) -> String {
        let (first, rest) = after.split_once('\n').unwrap_or((after, ""));
        match EXAMPLES.iter().find(|(english, _)| *english == first) {
            Some((_, id)) => format!("{}\n{rest}", self.words.say(id)),
            None => after.to_owned(),
        }
    }

    fn argument(self, argument: Arg, path: &[String]) -> Arg {
        if argument.is_hide_set() {
            return argument;
        }
        if matches!(argument.get_action(), ArgAction::Help) {
            return self.help_flag(argument);
        }
        let [own, shared] = argument_ids(&argument, path);
        let Some(help) = self.find(&own).or_else(|| self.find(&shared)) else {
            return argument;
        };
        let facts = self.facts(&argument);
        let (names, list) = (self.names(&argument), self.values(&argument));
        let argument = argument
            .hide_default_value(true)
            .hide_possible_values(true)
            .hide_env(true);
        if facts.is_empty() && names.is_none() {
            return argument.help(help);
        }
        let below: Vec<String> = match &list {
            Some(_) => facts.clone(),
            None => facts.iter().cloned().chain(names.clone()).collect(),
        };
        let long = [Some(help.clone()), list, Some(below.join("\n"))];
        let long: Vec<String> = long.into_iter().flatten().collect();
        let short: Vec<String> = [help].into_iter().chain(facts).chain(names).collect();
        argument
            .help(short.join(" "))
            .long_help(long.join("\n\n").trim_end().to_owned())
    }

    fn help_flag(self, argument: Arg) -> Arg {
        if argument.get_long_help().is_none() {
            return argument.help(self.words.say("help-flag-help"));
        }
        argument
            .help(self.words.say("help-flag-help-more"))
            .long_help(self.words.say("help-flag-help-less"))
    }

    /// What clap appends to a flag's help, in brackets.
    fn facts(self, argument: &Arg) -> Vec<String> {
        let mut facts = Vec::new();
        if let Some(name) = argument.get_env()
            && !argument.is_hide_env_set()
        {
            let mut variable = name.to_string_lossy().into_owned();
            if !argument.is_hide_env_values_set() {
                let value = std::env::var_os(name).unwrap_or_default();
                variable = format!("{variable}={}", value.to_string_lossy());
            }
            facts.push(self.fact("help-fact-env", variable));
        }
        if !argument.get_action().takes_values() {
            return facts;
        }
        let defaults: Vec<_> = argument
            .get_default_values()
            .iter()
            .map(|value| value.to_string_lossy())
            .collect();
        if !defaults.is_empty() && !argument.is_hide_default_value_set() {
            facts.push(self.fact("help-fact-default", defaults.join(" ")));
        }
        facts
    }

    /// The names of an argument's values, where it has no list of them.
    fn names(self, argument: &Arg) -> Option<String> {
        let values = visible_values(argument);
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        (!names.is_empty()).then(|| self.fact("help-fact-values", names.join(", ")))
    }

    fn fact(self, id: &str, value: String) -> String {
        self.words.with(id, &[("value", Value::Text(value))])
    }

    /// The list of an argument's values, where the values say what they mean.
    fn values(self, argument: &Arg) -> Option<String> {
        let values = visible_values(argument);
        if values.iter().all(|value| value.get_help().is_none()) {
            return None;
        }
        let widest = values.iter().map(|value| value.get_name().len()).max()?;
        let mut list = self.words.say("help-heading-values");
        for value in &values {
            let name = value.get_name();
            let help = self
                .find(&value_id(argument, name))
                .or_else(|| value.get_help().map(ToString::to_string))
                .unwrap_or_default();
            list.push_str(&format!("\n  - {name:widest$}  {help}"));
        }
        Some(list)
    }

    /// The sections of a command's help under this language's headings.
    fn layout(self, mut command: Command) -> Command {
        let usage = self.usage(&command.render_usage().ansi().to_string());
        let mut template = format!("{{before-help}}{{about-with-newline}}\n{usage}");
        for section in self.sections(&command) {
            template.push_str(&format!("\n\n{section}"));
        }
        template.push_str("{after-help}");
        command.help_template(template)
    }

    fn sections(self, command: &Command) -> Vec<String> {
        let commands = command.get_subcommands().any(|one| !one.is_hide_set());
        let positionals = command.get_positionals().any(|one| !one.is_hide_set());
        let options = command
            .get_arguments()
            .any(|one| !one.is_positional() && !one.is_hide_set());
        let header = command.get_styles().get_header();
        let all = [
            (commands, "help-heading-commands", "subcommands"),
            (positionals, "help-heading-arguments", "positionals"),
            (options, "help-heading-options", "options"),
        ];
        all.into_iter()
            .filter(|(shown, _, _)| *shown)
            .map(|(_, id, tag)| format!("{header}{}{header:#}\n{{{tag}}}", self.words.say(id)))
            .collect()
    }

    /// A line of usage, in which clap has words of its own.
    pub(super) fn usage(self, plain: &str) -> String {
        let own = USAGE.map(|(english, id)| (english, self.words.say(id)));
        own.iter().fold(plain.to_owned(), |line, (english, word)| {
            line.replacen(english, word, 1)
        })
    }

    fn find(self, id: &str) -> Option<String> {
        self.words.has(id).then(|| self.words.say(id))
    }
}

/// Whether a long text begins with the short one, as a doc comment's does.
fn follows(long: &str, short: Option<&str>) -> bool {
    short
        .and_then(|short| long.strip_prefix(short))
        .is_some_and(|rest| rest.starts_with("\n\n"))
}

/// A command's id: by its path. Below `help`, wherever it stands, clap repeats the others.
pub(super) fn command_id(path: &[String]) -> String {
    if path.last().is_some_and(|last| last == HELP) {
        return format!("help-of-{HELP}");
    }
    let names = path.iter().map(String::as_str);
    let names: Vec<&str> = names.filter(|name| *name != HELP).collect();
    match names.as_slice() {
        [] => "help-of-countersign".to_owned(),
        names => format!("help-of-{}", names.join("-")),
    }
}

/// The id of a flag at one command, and the one that it shares with others.
pub(super) fn argument_ids(argument: &Arg, path: &[String]) -> [String; 2] {
    let name = argument_name(argument);
    let command = path.join("-");
    [
        format!("help-flag-{command}-{name}"),
        format!("help-flag-{name}"),
    ]
}

/// The id of what one value of an argument means.
pub(super) fn value_id(argument: &Arg, value: &str) -> String {
    format!("help-value-{}-{value}", argument_name(argument))
}

/// As people type it, or, where it has no name on the command line, as the code calls it.
fn argument_name(argument: &Arg) -> String {
    let name = argument
        .get_long()
        .unwrap_or_else(|| argument.get_id().as_str());
    name.replace('_', "-")
}

pub(super) fn visible_values(argument: &Arg) -> Vec<PossibleValue> {
    if argument.is_hide_possible_values_set() {
        return Vec::new();
    }
    let mut values = argument.get_possible_values();
    values.retain(|value| !value.is_hide_set());
    values
}
