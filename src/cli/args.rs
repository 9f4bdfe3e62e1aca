//! What can be typed after `alongside`, and what is said when it cannot be understood.

mod chosen;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, Command, CommandFactory, Parser, Subcommand};

pub use self::chosen::{By, LengthWord, PlaceWord};
use super::words;
use crate::domain::FILTERS;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "alongside",
    version,
    about = words::ABOUT,
    after_help = words::AFTER_HELP,
    color = ColorChoice::Never,
)]
pub struct Args {
    /// Where the journal is.
    #[arg(long, global = true, value_name = "PATH", help = words::HELP_JOURNAL)]
    pub journal: Option<PathBuf>,
    /// Whether to work line by line.
    #[arg(long, global = true, overrides_with = "plain", help = words::HELP_PLAIN)]
    pub plain: bool,
    /// What opens the journal, when it is locked.
    #[arg(long, global = true, value_name = "FILE", help = words::HELP_PASSPHRASE_FILE)]
    pub passphrase_file: Option<PathBuf>,
    /// What to do; Home when it is not said.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Ninety seconds after a session.
    #[command(about = words::ABOUT_LAND)]
    Land,
    /// A reflection.
    #[command(about = words::ABOUT_REFLECT, after_help = words::AFTER_REFLECT)]
    Reflect {
        /// How long.
        #[arg(long, value_enum, help = words::HELP_LENGTH)]
        length: Option<LengthWord>,
        /// Whether it is practice.
        #[arg(long, help = words::HELP_PRACTICE)]
        practice: bool,
        /// Whether to go on with the last one.
        #[arg(long, help = words::HELP_RESUME, conflicts_with_all = ["length", "practice"])]
        resume: bool,
    },
    /// One line, kept at once.
    #[command(about = words::ABOUT_NOTE, after_help = words::AFTER_NOTE)]
    Note {
        /// The words.
        #[arg(value_name = "LINE", help = words::HELP_LINE)]
        line: Vec<OsString>,
    },
    /// Every real entry, newest first.
    #[command(about = words::ABOUT_LIST)]
    List {
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_LIST_JSON)]
        json: bool,
        /// Only those finished more than so many months ago.
        #[arg(long, value_name = "MONTHS", help = words::HELP_OLDER_THAN)]
        older_than: Option<u16>,
        /// Whether practice is listed, and nothing real.
        #[arg(long, help = words::HELP_LIST_PRACTICE)]
        practice: bool,
    },
    /// One entry.
    #[command(about = words::ABOUT_SHOW)]
    Show {
        /// Which one.
        #[arg(value_name = "ID", help = words::HELP_ID)]
        id: String,
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_SHOW_JSON)]
        json: bool,
    },
    /// What can be found.
    #[command(about = words::ABOUT_SEARCH)]
    Search(Wanting),
    /// The days of a month.
    #[command(about = words::ABOUT_MONTH)]
    Month {
        /// Which one.
        #[arg(value_name = "MONTH", help = words::HELP_MONTH)]
        month: Option<String>,
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// What came up.
    #[command(name = "lookback", about = words::ABOUT_LOOK_BACK)]
    LookBack {
        /// Over what.
        #[arg(long, value_enum, default_value_t, help = words::HELP_BY)]
        by: By,
        /// At which heading.
        #[arg(long, value_name = "NAME", help = words::HELP_HEADING)]
        heading: Option<String>,
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// Every intention.
    #[command(about = words::ABOUT_CARRY)]
    Carry {
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// One minute before a session.
    #[command(about = words::ABOUT_BEFORE)]
    Before {
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// Stories to try, and my tries.
    #[command(about = words::ABOUT_PRACTICE)]
    Practice {
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// The hour of supervision.
    #[command(about = words::ABOUT_SUPERVISION)]
    Supervision(Hour),
    /// The pages to learn from.
    #[command(about = words::ABOUT_LEARN)]
    Learn {
        /// Which one.
        #[arg(value_name = "PAGE", help = words::HELP_PAGE)]
        page: Option<String>,
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// The packs in use, a new one, whether one can be used.
    #[command(about = words::ABOUT_PACKS)]
    Packs {
        /// What about them; the list when it is not said.
        #[command(subcommand)]
        verb: Option<PacksVerb>,
    },
    /// Where everything is.
    #[command(about = words::ABOUT_WHERE)]
    Where,
    /// A passphrase for a journal that has none.
    #[command(about = words::ABOUT_LOCK, after_help = words::AFTER_SECRETS)]
    Lock(NewSecrets),
    /// Another passphrase.
    #[command(about = words::ABOUT_PASSPHRASE, after_help = words::AFTER_SECRETS)]
    Passphrase(NewSecrets),
    /// In with the recovery code.
    #[command(about = words::ABOUT_RECOVER, after_help = words::AFTER_SECRETS)]
    Recover(NewSecrets),
    /// No passphrase any more.
    #[command(about = words::ABOUT_UNLOCK, after_help = words::AFTER_SECRETS)]
    Unlock {
        /// That it is meant so.
        #[arg(long, help = words::HELP_FOR_GOOD)]
        for_good: bool,
    },
    /// A backup now.
    #[command(about = words::ABOUT_BACKUP)]
    Backup,
    /// Back to a backup.
    #[command(about = words::ABOUT_RESTORE)]
    Restore {
        /// Which one.
        #[arg(value_name = "FILE", help = words::HELP_BACKUP)]
        backup: Option<PathBuf>,
    },
    /// Is every word as it was written?
    #[command(about = words::ABOUT_CHECK)]
    Check,
    /// An entry out of the journal.
    #[command(about = words::ABOUT_DELETE)]
    Delete {
        /// Which one.
        #[arg(value_name = "ID", help = words::HELP_ID)]
        id: String,
        /// Whether it is erased.
        #[arg(long, help = words::HELP_FOR_EVER)]
        for_ever: bool,
    },
    /// An entry that was taken out.
    #[command(about = words::ABOUT_BRING_BACK)]
    BringBack {
        /// Which one.
        #[arg(value_name = "ID", help = words::HELP_WHOLE_ID)]
        id: Option<String>,
    },
    /// The whole journal with its backups, for good.
    #[command(about = words::ABOUT_ERASE)]
    Erase,
    /// A made-up journal, to show.
    #[command(about = words::ABOUT_DEMO, after_help = words::AFTER_DEMO)]
    Demo,
    /// When words are put away, when old ones are told of, where a second set of backups goes.
    #[command(about = words::ABOUT_SETTINGS)]
    Settings(Wanted),
}

/// What is looked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Wanting {
    /// What is typed, in any number of parts.
    #[arg(value_name = "QUERY", required = true, help = words::HELP_QUERY)]
    pub query: Vec<OsString>,
    /// Whether those that say it most come first.
    #[arg(long, help = words::HELP_BY_RELEVANCE)]
    pub by_relevance: bool,
    /// How many at most.
    #[arg(long, value_name = "NUMBER", help = words::HELP_LIMIT)]
    pub limit: Option<usize>,
    /// Whether to print JSON.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// What of supervision is printed.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Hour {
    /// Only the sheet, as Markdown.
    #[arg(long, conflicts_with_all = ["text", "json"], help = words::HELP_SHEET)]
    pub sheet: bool,
    /// Only the sheet, as plain text.
    #[arg(long, conflicts_with = "json", help = words::HELP_TEXT)]
    pub text: bool,
    /// Whether to print JSON.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// What is to be kept among the settings.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Wanted {
    /// Minutes without a key.
    #[arg(long, value_name = "MINUTES", help = words::HELP_HIDE_AFTER)]
    pub hide_after: Option<u16>,
    /// Months.
    #[arg(long, value_name = "MONTHS", help = words::HELP_REMIND_AFTER)]
    pub remind_after: Option<u16>,
    /// The second folder for backups.
    #[arg(long, value_name = "FOLDER", help = words::HELP_BACKUP_FOLDER)]
    pub backup_folder: Option<PathBuf>,
    /// Which place's words.
    #[arg(long, value_enum, value_name = "PLACE", help = words::HELP_WORDS)]
    pub words: Option<PlaceWord>,
    /// None any more.
    #[arg(long, conflicts_with = "backup_folder", help = words::HELP_NO_BACKUP_FOLDER)]
    pub no_backup_folder: bool,
}

/// Files for new secrets.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NewSecrets {
    /// Where the new passphrase is.
    #[arg(long, value_name = "FILE", help = words::HELP_NEW_PASSPHRASE_FILE)]
    pub new_passphrase_file: Option<PathBuf>,
    /// Where the new recovery code goes.
    #[arg(
        long,
        value_name = "FILE",
        requires = "new_passphrase_file",
        help = words::HELP_CODE_FILE
    )]
    pub code_file: Option<PathBuf>,
}

/// What is to be done about packs.
#[derive(Clone, Debug, Subcommand)]
pub enum PacksVerb {
    /// What is used.
    #[command(about = words::ABOUT_PACKS_LIST)]
    List {
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
    /// A new file to begin with.
    #[command(about = words::ABOUT_PACKS_NEW)]
    New {
        /// What it is called.
        #[arg(value_name = "NAME", help = words::HELP_PACK_NAME)]
        name: String,
    },
    /// Whether one can be used, and what could be plainer.
    #[command(about = words::ABOUT_PACKS_CHECK)]
    Check {
        /// Which one; all of them when it is not said.
        #[arg(value_name = "FILE", help = words::HELP_PACK_FILE)]
        file: Option<PathBuf>,
        /// Whether to print JSON.
        #[arg(long, help = words::HELP_JSON)]
        json: bool,
    },
}

/// The verbs as help shows them: what belongs together stands together.
const GROUPS: [(&str, &[&str]); 6] = [
    (words::GROUP_WRITE, &["land", "reflect", "note"]),
    (
        words::GROUP_READ,
        &["list", "search", "month", "show", "delete", "bring-back"],
    ),
    (
        words::GROUP_BACK,
        &["lookback", "carry", "before", "supervision"],
    ),
    (
        words::GROUP_SAFE,
        &[
            "lock",
            "passphrase",
            "recover",
            "unlock",
            "backup",
            "restore",
            "check",
            "erase",
        ],
    ),
    (words::GROUP_LEARN, &["practice", "learn", "demo"]),
    (words::GROUP_REST, &["where", "settings", "packs"]),
];

/// The whole command line, with its verbs in groups.
pub(super) fn command() -> Command {
    let command = Args::command();
    let groups: Vec<String> = GROUPS
        .iter()
        .map(|(name, verbs)| {
            let lines = verbs.iter().filter_map(|verb| line_of(&command, verb));
            let lines: String = lines.collect();
            format!("{name}:\n{lines}")
        })
        .collect();
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{}\nOptions:\n{{options}}{{after-help}}",
        groups.join("\n")
    );
    command
        .help_template(template)
        .mut_subcommand("search", |search| search.after_help(after_search()))
}

/// What can be typed in a search, as the search box knows it.
fn after_search() -> String {
    let filters = FILTERS.iter().map(words::filter);
    let lines: Vec<String> = std::iter::once(words::AFTER_SEARCH.to_owned())
        .chain(filters)
        .collect();
    lines.join("\n")
}

/// A line about a verb.
fn line_of(command: &Command, verb: &str) -> Option<String> {
    let about = command.find_subcommand(verb)?.get_about()?;
    Some(format!("  {verb:<12} {about}\n"))
}

/// Says in two lines what could not be understood, and where to look.
pub(super) fn misunderstood(error: &clap::Error) -> (String, String) {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => argument
            .or_else(|| text(ContextKind::InvalidSubcommand))
            .map(words::unknown_argument),
        ErrorKind::InvalidValue => match text(ContextKind::InvalidValue) {
            Some(value) if !value.is_empty() => {
                let known = text(ContextKind::ValidValue).unwrap_or_default();
                Some(words::unknown_value(&value, &known))
            }
            _ => argument.map(words::needs_a_value),
        },
        ErrorKind::MissingRequiredArgument => argument.map(words::needs_a_value),
        ErrorKind::ArgumentConflict => argument.map(words::not_together),
        _ => None,
    };
    let todo = words::SEE_HELP.to_owned();
    (
        what.unwrap_or_else(|| words::NOT_UNDERSTOOD.to_owned()),
        todo,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn every_verb_stands_in_one_group() {
        let command = command();
        let verbs: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        let mut grouped: Vec<&str> = GROUPS
            .iter()
            .flat_map(|(_, verbs)| *verbs)
            .copied()
            .collect();
        for verb in &verbs {
            let at = grouped.iter().position(|it| it == verb);
            assert!(at.map(|at| grouped.remove(at)).is_some(), "{verb}");
        }
        assert_eq!(grouped, Vec::<&str>::new());
    }

    #[test]
    fn what_cannot_be_understood_is_said_in_words() {
        let said = |args: &[&str]| {
            let error =
                Args::try_parse_from(std::iter::once(&"alongside").chain(args)).unwrap_err();
            misunderstood(&error).0
        };
        insta::assert_snapshot!(
            [
                said(&["--jurnal", "x"]),
                said(&["reflct"]),
                said(&["reflect", "--length", "long"]),
                said(&["reflect", "--length"]),
                said(&["show"]),
                said(&["--journal"]),
                said(&["reflect", "--resume", "--practice"]),
                said(&["list", "more"]),
            ]
            .join("\n"),
            @r#"
        "--jurnal" is not something Alongside knows.
        "reflct" is not something Alongside knows.
        "long" cannot stand here. These can: quick, standard, deep, three.
        Something is left out here: --length LENGTH.
        Something is left out here: ID.
        Something is left out here: --journal PATH.
        --resume cannot stand together with the others here.
        "more" is not something Alongside knows.
        "#
        );
    }
}
