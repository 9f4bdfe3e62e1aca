//! The command line: what was typed, which front end answers, and what is said when it goes wrong.
//!
//! Each verb is a file. Troubles come out as two lines on standard error and an exit code: 1 for
//! a trouble, 2 for a command line that could not be understood. A reader that goes away early,
//! as with `| head`, is no trouble.

pub mod args;
pub mod desk;
mod full_screen;
mod home;
mod land;
mod list;
mod note;
pub mod plain;
mod reflect;
mod show;
pub mod trouble;
mod where_;
pub(crate) mod words;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;

use self::args::{Args, Verb};
use self::desk::{Desk, Start};
use self::plain::ear::StandardInput;
use self::plain::{Manner, Talk};
use self::trouble::Trouble;
use crate::config::{Given, Loaded, Paths, Settings};
use crate::reflection::Opening;
use crate::runtime::leave_no_core_dumps;
use crate::store::Seal;

/// Runs the program with the arguments and the surroundings of this process.
pub fn run() -> ExitCode {
    leave_no_core_dumps();
    match Args::try_parse().map_err(|error| asked_for_help(&error)) {
        Ok(args) => finish(go(args)),
        Err(None) => ExitCode::SUCCESS,
        Err(Some(trouble)) => finish(Err(trouble)),
    }
}

/// Prints help or the version, if that is what was asked for; else gives the trouble.
fn asked_for_help(error: &clap::Error) -> Option<Trouble> {
    if error.use_stderr() {
        let (what, todo) = args::misunderstood(error);
        return Some(Trouble::Usage(what, todo));
    }
    // Help that nobody reads any more is no trouble.
    let _ = error.print();
    None
}

/// Says a trouble in two lines, and gives the exit code.
fn finish(done: Result<(), Trouble>) -> ExitCode {
    let Err(trouble) = done else {
        return ExitCode::SUCCESS;
    };
    let [what, todo] = trouble.lines();
    // When even this cannot be written, the exit code says it.
    let _ = writeln!(io::stderr(), "{what}\n{todo}");
    ExitCode::from(trouble.code())
}

fn go(args: Args) -> Result<(), Trouble> {
    let given = Given {
        journal_flag: args.journal,
        journal_env: env::var_os("ALONGSIDE_JOURNAL").map(Into::into),
        config_env: env::var_os("ALONGSIDE_CONFIG").map(Into::into),
    };
    let named = given.journal_flag.is_some();
    let paths = Paths::settle(&given)?;
    if let Some(start) = start_of(args.verb.as_ref())
        && let Some(loaded) = full_screen_on_a_locked_journal(&paths, args.plain)
    {
        return full_screen::run_locked(paths, loaded, start);
    }
    match args.verb {
        None => home::run(paths, args.plain),
        Some(Verb::Land) => land::run(paths, args.plain),
        Some(Verb::Reflect {
            length,
            practice,
            resume,
        }) => reflect::run(paths, args.plain, length, practice, resume),
        Some(Verb::Note { line }) => note::run(paths, &line),
        Some(Verb::List { json }) => list::run(paths, named, json),
        Some(Verb::Show { id, json }) => show::run(paths, &id, json),
        Some(Verb::Where) => where_::run(&paths),
    }
}

/// Where a front end begins for a verb, if it opens one.
fn start_of(verb: Option<&Verb>) -> Option<Start> {
    match verb {
        None => Some(Start::Home),
        Some(Verb::Land) => Some(Start::Land),
        Some(Verb::Reflect { resume: true, .. }) => Some(Start::Resume),
        Some(Verb::Reflect {
            length, practice, ..
        }) => Some(Start::Reflect(Opening {
            length: length.map(Into::into),
            practice: *practice,
        })),
        _ => None,
    }
}

/// Tells whether the full screen is to open a locked journal, by handing out the settings for it:
/// it asks for the passphrase by itself.
fn full_screen_on_a_locked_journal(paths: &Paths, plain_flag: bool) -> Option<Loaded> {
    // Nothing has the journal open yet, so its first bytes may be read.
    if !matches!(Seal::of(&paths.journal), Ok(Seal::Locked(_))) {
        return None;
    }
    let loaded = Settings::load(&paths.settings_file);
    let is_plain = is_plain(plain_flag, &Ends::of_this_process(), loaded.settings.plain);
    (!is_plain).then_some(loaded)
}

/// Begins in the front end that fits this terminal and this person.
fn begin(mut desk: Desk, plain_flag: bool, start: Start) -> Result<(), Trouble> {
    let ends = Ends::of_this_process();
    if !is_plain(plain_flag, &ends, desk.settings.plain) {
        return full_screen::run(desk, start);
    }
    let manner = Manner {
        typed: ends.typed,
        width: if ends.shown {
            full_screen::width()
        } else {
            None
        },
    };
    let mut ear = StandardInput::listen();
    let mut out = io::BufWriter::new(io::stdout());
    let mut talk = Talk::new(&mut ear, &mut out, manner);
    plain::run(&mut desk, &mut talk, start)
}

/// What the ends of this process are, and what is said around it.
#[derive(Debug)]
struct Ends {
    typed: bool,
    shown: bool,
    accessible: Option<OsString>,
    terminal: Option<OsString>,
}

impl Ends {
    fn of_this_process() -> Self {
        Self {
            typed: io::stdin().is_terminal(),
            shown: io::stdout().is_terminal(),
            accessible: env::var_os("ACCESSIBLE"),
            terminal: env::var_os("TERM"),
        }
    }
}

/// Whether to work line by line. Never by guessing (`experience.md` §4).
fn is_plain(flag: bool, ends: &Ends, setting: bool) -> bool {
    let accessible = ends.accessible.as_ref().is_some_and(|value| {
        !["", "0", "false"]
            .iter()
            .any(|no| value.eq_ignore_ascii_case(no))
    });
    let dumb = ends
        .terminal
        .as_ref()
        .is_some_and(|terminal| terminal == "dumb");
    flag || accessible || dumb || !ends.typed || !ends.shown || setting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_mode_is_asked_for_and_never_guessed() {
        let terminal = || Ends {
            typed: true,
            shown: true,
            accessible: None,
            terminal: Some("xterm-256color".into()),
        };
        assert!(!is_plain(false, &terminal(), false));
        assert!(is_plain(true, &terminal(), false));
        assert!(is_plain(false, &terminal(), true));
        assert!(is_plain(
            false,
            &Ends {
                typed: false,
                ..terminal()
            },
            false
        ));
        assert!(is_plain(
            false,
            &Ends {
                shown: false,
                ..terminal()
            },
            false
        ));
        assert!(is_plain(
            false,
            &Ends {
                terminal: Some("dumb".into()),
                ..terminal()
            },
            false
        ));
        for (value, plain) in [
            ("1", true),
            ("yes", true),
            ("0", false),
            ("false", false),
            ("", false),
        ] {
            let ends = Ends {
                accessible: Some(value.into()),
                ..terminal()
            };
            assert_eq!(is_plain(false, &ends, false), plain, "{value:?}");
        }
    }
}
