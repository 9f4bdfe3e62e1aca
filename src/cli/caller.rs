//! Who called the program, how they can be spoken with, and which files they named for secrets.
//!
//! Nothing listens until something must be asked: a verb that only prints has no thread, and
//! Ctrl+C ends it as it ends every other program.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use super::full_screen;
use super::plain::ear::StandardInput;
use super::plain::{Manner, Talk};
use crate::runtime::ToldToGo;

/// The files that were named for secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// What opens the journal is in its first line.
    pub passphrase: Option<PathBuf>,
    /// A new passphrase is in its first line.
    pub new_passphrase: Option<PathBuf>,
    /// A new recovery code goes into it.
    pub code: Option<PathBuf>,
}

/// Where a question goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// To standard output, as everything else.
    Plain,
    /// To standard error, and only where a person reads it: standard output is kept free.
    Aside,
}

/// Who called the program.
#[derive(Debug)]
pub struct Caller {
    /// The files they named.
    pub files: Files,
    /// Whether they wanted to leave before anything listened for that.
    pub told_to_go: ToldToGo,
    ends: Ends,
    ear: Option<StandardInput>,
}

impl Caller {
    /// Whoever called this process.
    pub fn of_this_process(files: Files) -> Self {
        Self {
            files,
            told_to_go: ToldToGo::default(),
            ends: Ends::of_this_process(),
            ear: None,
        }
    }

    /// Whether to work line by line.
    pub fn is_plain(&self, flag: bool, setting: bool) -> bool {
        is_plain(flag, &self.ends, setting)
    }

    /// Whether a person types.
    pub fn types(&self) -> bool {
        self.ends.typed
    }

    /// Speaks with them. All that is asked in one run is asked through one ear, so that no line
    /// of theirs is left behind in a buffer.
    pub fn speak<T>(&mut self, voice: Voice, work: impl FnOnce(&mut Talk<'_>, &Files) -> T) -> T {
        let ear = self.ear.get_or_insert_with(StandardInput::listen);
        let manner = Manner {
            typed: self.ends.typed,
            width: if self.ends.shown {
                full_screen::width()
            } else {
                None
            },
        };
        let mut out: Box<dyn Write> = match voice {
            Voice::Plain => Box::new(io::BufWriter::new(io::stdout())),
            Voice::Aside if self.ends.typed => Box::new(io::stderr()),
            Voice::Aside => Box::new(io::sink()),
        };
        work(&mut Talk::new(ear, &mut *out, manner), &self.files)
    }

    /// Asks nothing more: from now on Ctrl+C ends the program at once.
    pub fn hush(&mut self) {
        self.ear = None;
    }
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
