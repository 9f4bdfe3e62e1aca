//! A window: the real program in a pseudo-terminal, as a person meets it.
//!
//! It waits for what is *seen*, never for a time. What the program wrote is read to its end before
//! anything is judged. `KILL` is sent here by hand: portable-pty's own `kill` sends `HUP` first.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use alongside::key::{Cost, FileKey, Passphrase, RawKey};
use alongside::store::{Access, Key, Seal, Store};
use chrono::DateTime;
use filedescriptor::{POLLIN, poll, pollfd};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
use tempfile::TempDir;

/// What opens the locked journal of a [`Computer`].
pub const PASSPHRASE: &str = "tea and biscuits";

/// How long to wait for something to be seen.
const PATIENCE: Duration = Duration::from_secs(30);

/// A computer of its own: a home, a journal and settings that no other test touches.
pub struct Computer {
    home: TempDir,
    variables: Vec<(String, String)>,
    locked: bool,
    /// A program that starts ours, and what it is told.
    through: Vec<String>,
}

impl Computer {
    /// One on which Alongside was never started.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("run")).unwrap();
        Self {
            home,
            variables: Vec::new(),
            locked: false,
            through: Vec::new(),
        }
    }

    /// One on which the first run is long past.
    pub fn settled() -> Self {
        let computer = Self::new();
        let settings = computer.home.path().join("config/alongside/settings.toml");
        fs::create_dir_all(settings.parent().unwrap()).unwrap();
        fs::write(
            settings,
            "first_run_done = true\nshared_computer = false\nground = \"dark\"\n",
        )
        .unwrap();
        computer
    }

    /// One on which a locked journal stands.
    pub fn locked() -> Self {
        let mut computer = Self::settled();
        let at = DateTime::parse_from_rfc3339("2026-03-12T21:45:03+01:00").unwrap();
        let mut store = Store::open(&computer.journal(), Access::Write, &Key::None, at).unwrap();
        let key = FileKey::make(&Passphrase::new(PASSPHRASE), Cost::Usual).unwrap();
        store.rekey(&Key::Locked(key)).unwrap();
        computer.locked = true;
        computer
    }

    pub fn is_locked(&self) -> bool {
        self.locked
    }

    /// Starts ours through another program.
    #[must_use]
    pub fn through(mut self, words: &[&str]) -> Self {
        self.through = words.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    /// Sets a variable of the environment.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn journal(&self) -> PathBuf {
        self.path("journal.db")
    }

    /// Opens a window on it.
    pub fn open(&self, width: u16, height: u16, args: &[&str]) -> Window {
        let ours = env!("CARGO_BIN_EXE_alongside").to_owned();
        let mut words = self.through.iter().cloned().chain([ours]);
        let mut command = CommandBuilder::new(words.next().unwrap());
        command.args(words);
        command.env_clear();
        command.cwd(self.home.path());
        command.arg("--journal");
        command.arg(self.journal());
        command.args(args);
        let home = self.home.path().to_str().unwrap();
        for (name, value) in [
            ("HOME", home),
            ("XDG_CONFIG_HOME", &format!("{home}/config")),
            ("XDG_DATA_HOME", &format!("{home}/data")),
            ("XDG_RUNTIME_DIR", &format!("{home}/run")),
            ("PATH", "/usr/bin:/bin"),
            ("LANG", "C.UTF-8"),
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            // Said, so that the terminal is not asked: nobody here would answer.
            ("COLORFGBG", "15;0"),
        ] {
            command.env(name, value);
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        Window::open(command, width, height)
    }

    /// The journal, opened with the engine's own means.
    fn engine(&self) -> rusqlite::Connection {
        let seal = Seal::of(&self.journal());
        let journal = rusqlite::Connection::open(self.journal()).unwrap();
        if let Ok(Seal::Locked(salt)) = seal {
            let key = RawKey::derive(&Passphrase::new(PASSPHRASE), &salt, Cost::Usual);
            let hex = data_encoding::HEXLOWER.encode(key.bytes());
            journal
                .execute_batch(&format!("PRAGMA key = \"x'{hex}'\""))
                .unwrap();
        }
        journal
    }

    /// What is in the journal about this field of the draft.
    pub fn draft(&self, field: &str) -> String {
        let journal = self.engine();
        let words = "SELECT words FROM draft WHERE field = ?1";
        journal
            .query_row(words, [field], |row| row.get(0))
            .unwrap_or_default()
    }

    /// Checks the journal with the engine's own means.
    pub fn assert_sound(&self) {
        let journal = self.engine();
        let check = "PRAGMA integrity_check";
        let said: String = journal.query_row(check, [], |row| row.get(0)).unwrap();
        assert_eq!(said, "ok");
    }
}

/// A window with the program in it.
#[must_use]
pub struct Window {
    // Dropped in this order: whoever holds the terminal holds it open.
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<Box<dyn Read + Send>>,
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    screen: vt100::Parser,
    bytes: usize,
}

impl Window {
    fn open(command: CommandBuilder, width: u16, height: u16) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        keep_quiet_at_the_end(&pair.master.tty_name().unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        Self {
            writer: Some(pair.master.take_writer().unwrap()),
            reader: Some(pair.master.try_clone_reader().unwrap()),
            master: Some(pair.master),
            child,
            screen: vt100::Parser::new(height, width, 100),
            bytes: 0,
        }
    }

    /// Presses keys, as the bytes a terminal sends for them.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
        self
    }

    /// Waits until this is on the screen.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        self.sees_that(words, |screen| screen.contents().contains(words))
    }

    /// Waits until the screen is as asked for.
    #[track_caller]
    pub fn sees_that(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !is_so(self.screen.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            let more = !left.is_zero() && self.read(left).is_some();
            assert!(more, "never seen: {what}\n{}", self.contents());
        }
        self
    }

    /// Reads what the program wrote, waiting so long for the first byte of it. `None` at its end.
    pub fn read(&mut self, patience: Duration) -> Option<usize> {
        let fd = self.master.as_ref().unwrap().as_raw_fd().unwrap();
        let mut ready = [pollfd {
            fd,
            events: POLLIN,
            revents: 0,
        }];
        if poll(&mut ready, Some(patience)).unwrap() == 0 {
            return Some(0);
        }
        let mut bytes = [0; 16_384];
        let read = self.reader.as_mut().unwrap().read(&mut bytes).unwrap();
        self.screen.process(&bytes[..read]);
        self.bytes += read;
        (read > 0).then_some(read)
    }

    /// Watches what happens until then.
    pub fn watch_until(&mut self, until: Instant, mut look: impl FnMut(&Self)) {
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            self.read(left.max(Duration::from_millis(1)));
            look(self);
        }
    }

    /// How many bytes the program wrote so far.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// What a terminal would show if it were told so.
    pub fn show(&mut self, told: &str) -> &mut Self {
        self.screen.process(told.as_bytes());
        self
    }

    /// Whether the terminal shows what is typed, and waits for whole lines, as a shell expects it.
    pub fn is_as_a_shell_expects(&self) -> bool {
        use rustix::termios::LocalModes;
        let name = self.master.as_ref().unwrap().tty_name().unwrap();
        let terminal = fs::File::open(name).unwrap();
        let modes = tcgetattr(&terminal).unwrap().local_modes;
        modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG)
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.screen.screen_mut().set_size(height, width);
        self.master
            .as_ref()
            .unwrap()
            .resize(size(width, height))
            .unwrap();
        self
    }

    /// Sends a signal.
    /// Waits until the program really stands still: told to go on before, it would miss it.
    pub fn stands_still(&self) -> &Self {
        let state = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let until = Instant::now() + PATIENCE;
        while let Ok(stat) = std::fs::read_to_string(&state) {
            let is_stopped = stat
                .rsplit(") ")
                .next()
                .is_some_and(|rest| rest.starts_with('T'));
            if is_stopped {
                break;
            }
            assert!(Instant::now() < until, "it does not stand still: {stat}");
            std::thread::yield_now();
        }
        self
    }

    pub fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Ends the program as hard as can be, and reads what it wrote before.
    pub fn kill(mut self) -> Self {
        self.signal(Signal::KILL);
        self.end();
        self
    }

    /// Closes the window, and waits until the program has ended.
    pub fn hang_up(mut self) {
        self.writer = None;
        self.reader = None;
        self.master = None;
        self.child.wait().unwrap();
    }

    /// Reads to the end of what the program writes, and gives its exit code.
    pub fn end(&mut self) -> u32 {
        while self.read(PATIENCE).is_some_and(|read| read > 0) {}
        self.child.wait().unwrap().exit_code()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// portable-pty types a line end and an end of file before it closes a terminal. Keys that no
/// person pressed would end up in the note, so the terminal is told to have no such sign.
fn keep_quiet_at_the_end(terminal: &Path) {
    const NOT_OURS_TO_CONTROL: i32 = 0o400;
    let mut options = fs::OpenOptions::new();
    let options = options
        .read(true)
        .write(true)
        .custom_flags(NOT_OURS_TO_CONTROL);
    let terminal = options.open(terminal).unwrap();
    let mut modes = tcgetattr(&terminal).unwrap();
    modes.special_codes[SpecialCodeIndex::VEOF] = 0;
    tcsetattr(&terminal, OptionalActions::Now, &modes).unwrap();
}
