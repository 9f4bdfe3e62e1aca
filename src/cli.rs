//! The command line: what was typed, which front end answers, and what is said when it goes wrong.
//!
//! Each verb is a file. Troubles come out as two lines on standard error and an exit code: 1 for
//! a trouble, 2 for a command line that could not be understood. A reader that goes away early,
//! as with `| head`, is no trouble.

pub mod args;
mod backup;
mod before;
mod bring_back;
pub mod caller;
mod carry;
mod check;
mod delete;
mod demo;
pub mod desk;
mod erase;
mod full_screen;
mod home;
mod land;
mod learn;
mod list;
mod lock;
mod lookback;
mod month;
mod note;
mod opening;
mod own_packs;
mod packs;
mod passphrase;
pub mod passphrase_file;
pub mod plain;
mod practice;
mod query;
mod reader;
mod recover;
mod reflect;
mod restore;
mod search;
mod settings;
mod show;
mod supervision;
pub mod trouble;
mod unlock;
mod vault_verb;
mod where_;
pub(crate) mod words;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::FromArgMatches;

use self::args::{Args, NewSecrets, Verb};
use self::caller::{Caller, Files, Voice};
use self::desk::{Start, Table};
use self::list::Listing;
use self::trouble::Trouble;
use crate::config::{Given, Paths};
use crate::runtime::leave_no_core_dumps;
use crate::store::Access;

/// Runs the program with the arguments and the surroundings of this process.
pub fn run() -> ExitCode {
    leave_no_core_dumps();
    let args = args::command()
        .try_get_matches()
        .and_then(|found| Args::from_arg_matches(&found));
    match args.map_err(|error| asked_for_help(&error)) {
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
    // A terminal would break its lines in the middle of a word.
    let width = if io::stderr().is_terminal() {
        full_screen::width()
    } else {
        None
    };
    let lines = trouble
        .lines()
        .map(|line| plain::wrapped(&line, width).join("\n"));
    // When even this cannot be written, the exit code says it.
    let _ = writeln!(io::stderr(), "{}", lines.join("\n"));
    ExitCode::from(trouble.code())
}

fn go(args: Args) -> Result<(), Trouble> {
    let given = Given {
        journal_flag: args.journal,
        journal_env: env::var_os("ALONGSIDE_JOURNAL").map(Into::into),
        config_env: env::var_os("ALONGSIDE_CONFIG").map(Into::into),
    };
    let named = given.journal_flag.is_some();
    if matches!(args.verb, Some(Verb::Demo)) {
        let files = Files {
            passphrase: args.passphrase_file,
            ..Files::default()
        };
        return demo::run(&given, args.plain, &mut Caller::of_this_process(files));
    }
    let paths = Paths::settle(&given)?;
    let new = match &args.verb {
        Some(Verb::Lock(new) | Verb::Passphrase(new) | Verb::Recover(new)) => new.clone(),
        _ => NewSecrets::default(),
    };
    let mut caller = Caller::of_this_process(Files {
        passphrase: args.passphrase_file,
        new_passphrase: new.new_passphrase_file,
        code: new.code_file,
    });
    let caller = &mut caller;
    match args.verb {
        None => home::run(paths, args.plain, caller),
        Some(Verb::Land) => land::run(paths, args.plain, caller),
        Some(Verb::Reflect {
            length,
            practice,
            resume,
        }) => reflect::run(paths, args.plain, length, practice, resume, caller),
        Some(Verb::Note { line }) => note::run(paths, &line, caller),
        Some(Verb::List {
            json,
            older_than,
            practice,
        }) => {
            let listing = Listing {
                json,
                older_than,
                practice,
            };
            list::run(paths, named, listing, caller)
        }
        Some(Verb::Show { id, json }) => show::run(paths, &id, json, caller),
        Some(Verb::Where) => where_::run(&paths),
        Some(Verb::Settings(wanted)) => settings::run(&paths, wanted),
        Some(Verb::Packs { verb }) => packs::run(&paths, verb),
        Some(Verb::Learn { page, json }) => learn::run(paths, page.as_deref(), json),
        Some(verb) => give_back(paths, named, verb, caller),
    }
}

/// Does what a verb says that gives the journal back.
fn give_back(paths: Paths, named: bool, verb: Verb, caller: &mut Caller) -> Result<(), Trouble> {
    match verb {
        Verb::Search(wanting) => search::run(paths, named, &wanting, caller),
        Verb::Month { month, json } => month::run(paths, named, month.as_deref(), json, caller),
        Verb::LookBack { by, heading, json } => {
            lookback::run(paths, named, by, heading.as_deref(), json, caller)
        }
        Verb::Practice { json } => practice::run(paths, named, json, caller),
        Verb::Carry { json } => carry::run(paths, named, json, caller),
        Verb::Before { json } => before::run(paths, named, json, caller),
        Verb::Supervision(hour) => supervision::run(paths, named, &hour, caller),
        verb => keep_safe(paths, verb, caller),
    }
}

/// Does what a verb about keeping the words safe says.
fn keep_safe(paths: Paths, verb: Verb, caller: &mut Caller) -> Result<(), Trouble> {
    match verb {
        Verb::Lock(_) => lock::run(paths, caller),
        Verb::Passphrase(_) => passphrase::run(paths, caller),
        Verb::Recover(_) => recover::run(paths, caller),
        Verb::Unlock { for_good } => unlock::run(paths, for_good, caller),
        Verb::Backup => backup::run(paths, caller),
        Verb::Restore { backup } => restore::run(paths, backup, caller),
        Verb::Check => check::run(paths, caller),
        Verb::Delete { id, for_ever } => delete::run(paths, &id, for_ever, caller),
        Verb::BringBack { id } => bring_back::run(paths, id.as_deref(), caller),
        Verb::Erase => erase::run(paths, caller),
        // The others are seen to where they are read.
        _ => Ok(()),
    }
}

/// Begins in the front end that fits this terminal and this person.
fn begin(paths: Paths, plain_flag: bool, start: Start, caller: &mut Caller) -> Result<(), Trouble> {
    let table = Table::lay(paths)?;
    if !caller.is_plain(plain_flag, table.settings.plain) {
        return full_screen::run(table, start, caller);
    }
    let told_to_go = caller.told_to_go.clone();
    caller.speak(Voice::Plain, |talk, files| {
        if told_to_go.is_so() {
            return Ok(());
        }
        let opened = match opening::open(&table, Access::Write, talk, files) {
            // To leave at the prompt is to leave, as at every other.
            Err(Trouble::StillLocked) if talk.typed() => {
                talk.say(words::NOTHING_OPENED);
                return Ok(());
            }
            opened => opened?,
        };
        plain::run(&mut table.with(opened.store), talk, start)
    })
}
