//! A person at a command line: a home of their own, and the real program.

#![expect(dead_code, reason = "each test program uses a part of what is here")]
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

pub(crate) mod small;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use alongside::domain::{CardLine, Draft};
use alongside::key::{Cost, FileKey, Passphrase, Secret};
use alongside::store::{Access, Key, Seal, Store};
use chrono::DateTime;

/// The last line of everything that was left half-done.
pub(crate) const SAVED: &str = "Saved. Go on any time with: alongside --plain";

/// The quick reflection, from "what kind" to "who could I talk to".
pub(crate) const QUICK: [&str; 22] = [
    "1",
    "2 4",
    "2",
    "I waited in the pause",
    "y",
    "when I asked",
    "n",
    "rushed by the clock",
    "u",
    "",
    "d",
    "p",
    "the second half",
    "y",
    "later on",
    "I stayed",
    "If it goes quiet, then I will wait",
    "1",
    "the pause",
    "a walk",
    "my lead",
    "",
];

/// A computer with nothing on it.
pub(crate) struct Shell {
    home: tempfile::TempDir,
    vars: Vec<(String, String)>,
}

/// What opens a locked journal in these tests, and what the next passphrase is.
pub(crate) const TEA: &str = "four cups of Tea";
pub(crate) const RAIN: &str = "after the long rain";

/// What the program said.
#[must_use]
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Shell {
    pub(crate) fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            vars: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.vars.push((name.into(), value.into()));
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.path("words/journal.db")
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
        command
            .env_clear()
            .env("HOME", self.home.path())
            .env("TERM", "xterm-256color")
            .env("TZ", "Europe/London")
            .env("PATH", "/usr/bin:/bin")
            .env("ALONGSIDE_CONFIG", self.path("config"))
            .env("ALONGSIDE_JOURNAL", self.journal())
            .envs(self.vars.iter().map(|(name, value)| (name, value)))
            .current_dir(self.home.path())
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program with bytes on standard input.
    pub(crate) fn pipe(&self, args: &[&str], input: impl AsRef<[u8]>) -> Said {
        let mut child = self.command(args).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A program that ends before it has read everything is no trouble of the test's.
        let _ = stdin.write_all(input.as_ref());
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        let said = Said {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        said.must_be_plain();
        said
    }

    /// Runs the program with lines on standard input.
    pub(crate) fn types(&self, args: &[&str], lines: &[&str]) -> Said {
        let input: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
        self.pipe(args, input)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Said {
        self.pipe(args, "")
    }

    /// Writes settings with the first run behind.
    pub(crate) fn settled(self, more: &str) -> Self {
        std::fs::create_dir_all(self.path("config")).unwrap();
        let text = format!("first_run_done = true\n{more}\n");
        std::fs::write(self.path("config/settings.toml"), text).unwrap();
        self
    }

    pub(crate) fn own_pack(&self, name: &str, text: &str) {
        let folder = self.path("config/packs");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), text).unwrap();
    }

    /// Writes a file that only its owner can read.
    pub(crate) fn secret_file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
            .unwrap();
        path.display().to_string()
    }

    /// Locks the journal, and gives the recovery code.
    pub(crate) fn lock(&self, passphrase: &str) -> String {
        let file = self.secret_file("new", passphrase);
        let said = self.run(&["lock", "--new-passphrase-file", &file]).fine();
        std::fs::remove_file(file).unwrap();
        said.code_said()
    }

    /// Tells whether this opens the journal.
    pub(crate) fn opens_with(&self, secret: &str) -> bool {
        let Seal::Locked(salt) = Seal::of(&self.journal()).unwrap() else {
            panic!("it is not locked");
        };
        let key = Secret::typed(Passphrase::new(secret)).key(&salt, Cost::Usual);
        let key = Key::Locked(FileKey { key, salt });
        let at = DateTime::UNIX_EPOCH.fixed_offset();
        Store::open(&self.journal(), Access::Read, &key, at).is_ok()
    }

    pub(crate) fn is_locked(&self) -> bool {
        matches!(Seal::of(&self.journal()).unwrap(), Seal::Locked(_))
    }

    /// Every word in the journal, finished or not.
    pub(crate) fn all_words(&self) -> String {
        open(&self.journal()).map_or_else(String::new, |store| words_in(&store))
    }

    /// Every word in a locked journal.
    pub(crate) fn all_words_with(&self, secret: &str) -> String {
        let Seal::Locked(salt) = Seal::of(&self.journal()).unwrap() else {
            panic!("it is not locked");
        };
        let key = Secret::typed(Passphrase::new(secret)).key(&salt, Cost::Usual);
        let key = Key::Locked(FileKey { key, salt });
        let at = DateTime::UNIX_EPOCH.fixed_offset();
        words_in(&Store::open(&self.journal(), Access::Read, &key, at).unwrap())
    }

    pub(crate) fn half_done(&self) -> usize {
        open(&self.journal()).map_or(0, |store| store.drafts().unwrap().len())
    }
}

fn words_in(store: &Store) -> String {
    let mut words = String::new();
    for draft in store.drafts().unwrap() {
        words.push_str(&draft_words(&draft));
    }
    let mut read = |entry: Result<alongside::domain::Entry, _>| {
        words.push_str(&serde_json::to_string(&entry.unwrap()).unwrap());
        std::ops::ControlFlow::Continue(())
    };
    store.every_entry(&mut read).unwrap();
    let card = store.card().unwrap();
    words.extend(CardLine::ALL.iter().map(|line| card.line(*line)));
    words
}

fn draft_words(draft: &Draft) -> String {
    let mut text = String::new();
    for (field, words) in draft.fields() {
        text.extend([&field.to_string(), ": ", words, "\n"]);
    }
    text
}

fn open(journal: &Path) -> Option<Store> {
    let at = DateTime::UNIX_EPOCH.fixed_offset();
    journal
        .exists()
        .then(|| Store::open(journal, Access::Read, &Key::None, at).unwrap())
}

impl Said {
    /// No escape byte, and nothing written over.
    fn must_be_plain(&self) {
        for text in [&self.out, &self.err] {
            let odd = text.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(odd, None, "{text}");
            let boxes = text.chars().find(|c| ('\u{2500}'..='\u{259f}').contains(c));
            assert_eq!(boxes, None, "{text}");
        }
    }

    pub(crate) fn fine(self) -> Self {
        assert_eq!(
            (self.code, self.err.as_str()),
            (Some(0), ""),
            "{}",
            self.out
        );
        self
    }

    /// Two lines on standard error, and this exit code.
    pub(crate) fn trouble(self, code: i32) -> [String; 2] {
        assert_eq!(self.code, Some(code), "{} {}", self.out, self.err);
        let lines: Vec<String> = self.err.lines().map(str::to_owned).collect();
        <[String; 2]>::try_from(lines).unwrap_or_else(|lines| panic!("two lines, not {lines:?}"))
    }

    pub(crate) fn sees(self, words: &str) -> Self {
        assert!(self.out.contains(words), "no {words:?} in:\n{}", self.out);
        self
    }

    pub(crate) fn sees_not(self, words: &str) -> Self {
        assert!(!self.out.contains(words), "{words:?} in:\n{}", self.out);
        self
    }

    /// The recovery code that was said.
    pub(crate) fn code_said(self) -> String {
        let mut lines = self.out.lines();
        let line = lines.find_map(|line| line.strip_prefix("Recovery code: "));
        line.unwrap_or_else(|| panic!("{}", self.out)).to_owned()
    }

    pub(crate) fn ends_with(self, line: &str) -> Self {
        assert_eq!(self.out.lines().last(), Some(line), "{}", self.out);
        self
    }

    pub(crate) fn done(self) {
        drop(self);
    }
}

/// A transcript in which the rows of Home stand once: whoever reads it knows them by then.
pub(crate) fn home_once(out: &str) -> String {
    let is_row = |line: &&str| line.starts_with(|first: char| first.is_ascii_digit());
    let mut known: Option<Vec<&str>> = None;
    let mut said = String::new();
    let mut lines = out.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        said.push_str(line);
        if line != "Home.\n" {
            continue;
        }
        let rows: Vec<&str> = std::iter::from_fn(|| lines.next_if(is_row)).collect();
        if known.as_ref() == Some(&rows) {
            said.push_str("(the same rows)\n");
        } else {
            said.extend(rows.iter().copied());
            known = Some(rows);
        }
    }
    said
}

/// A computer with a journal that is not locked, and a line in it.
pub(crate) fn with_a_line() -> Shell {
    let shell = Shell::new().settled("shared_computer = false");
    shell.run(&["note", "the heron stood still"]).fine().done();
    shell
}

/// The same, locked, and the recovery code.
pub(crate) fn locked() -> (Shell, String) {
    let shell = with_a_line();
    let code = shell.lock(TEA);
    (shell, code)
}
