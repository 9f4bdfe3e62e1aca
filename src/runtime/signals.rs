//! Signals become messages.
//!
//! A closed window sends HUP, and without anyone to hear it the last words are lost (tried). TERM,
//! INT and QUIT mean the same here: keep everything, then go. In full screen Ctrl+C and Ctrl+Z are
//! keys and send no signal; the signals come from outside.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::Sender;

use super::news::News;

/// What is known of an outside editor: while it has the terminal, Ctrl+C and Ctrl+Z are meant for
/// it, and a closed window is news for it as well.
#[derive(Clone, Debug, Default)]
pub(super) struct OutsideEditor(Arc<Known>);

#[derive(Debug, Default)]
struct Known {
    open: AtomicBool,
    /// The number of its process; 0 while there is none.
    process: AtomicU32,
}

impl OutsideEditor {
    /// Says that an outside editor has the terminal, or has it no more.
    pub(super) fn set_open(&self, open: bool) {
        self.0.open.store(open, Ordering::SeqCst);
    }

    /// Says which process it is, or that it has ended.
    pub(super) fn set_process(&self, process: Option<u32>) {
        self.0.process.store(process.unwrap_or(0), Ordering::SeqCst);
    }

    #[cfg(unix)]
    fn is_open(&self) -> bool {
        self.0.open.load(Ordering::SeqCst)
    }

    /// Tells it that the window was closed. Not every way of closing one reaches it by itself, and
    /// an editor that is told can still put what it has in a file.
    #[cfg(unix)]
    fn hang_up(&self) {
        use rustix::process::{Pid, Signal, kill_process};
        let process = i32::try_from(self.0.process.load(Ordering::SeqCst)).ok();
        if let Some(process) = process.and_then(Pid::from_raw) {
            let _ = kill_process(process, Signal::HUP);
        }
    }
}

/// Hears signals from now on; they are kept until someone [listens](Signals::listen).
#[cfg(unix)]
#[derive(Debug)]
pub(super) struct Signals(signal_hook::iterator::Signals);

#[cfg(unix)]
impl Signals {
    /// Begins to hear.
    pub(super) fn hear() -> io::Result<Self> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
        let all = [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
        signal_hook::iterator::Signals::new(all).map(Self)
    }

    /// Hands every signal on, from a thread of its own.
    pub(super) fn listen(mut self, news: Sender<News>, editor: OutsideEditor) -> io::Result<()> {
        let listen = move || {
            for signal in self.0.forever() {
                if let Some(said) = means(signal, &editor)
                    && news.send(said).is_err()
                {
                    return;
                }
            }
        };
        std::thread::Builder::new()
            .name("signals".into())
            .spawn(listen)?;
        Ok(())
    }
}

#[cfg(unix)]
fn means(signal: std::ffi::c_int, editor: &OutsideEditor) -> Option<News> {
    use signal_hook::consts::{SIGCONT, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH};

    use crate::ui::msg::Msg;

    match signal {
        SIGINT | SIGQUIT | SIGCONT if editor.is_open() => None,
        SIGTSTP if editor.is_open() => {
            // The editor stands still by itself; the shell waits until we do as well.
            stand_still();
            None
        }
        SIGTSTP => Some(News::StandStill),
        SIGCONT => Some(News::GoOn),
        SIGWINCH => {
            let (width, height) = crossterm::terminal::size().ok()?;
            Some(News::Msg(Msg::Resize { width, height }))
        }
        _ => {
            editor.hang_up();
            Some(News::Msg(Msg::Hangup))
        }
    }
}

/// Stands still, as the system does with a program that does not listen, until told to go on.
#[cfg(unix)]
pub(super) fn stand_still() {
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Other systems have no such signals: keys and sizes all come as input.
#[cfg(not(unix))]
#[derive(Debug)]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    /// Begins to hear.
    pub(super) fn hear() -> io::Result<Self> {
        Ok(Self)
    }

    /// Hands every signal on.
    pub(super) fn listen(self, _news: Sender<News>, _editor: OutsideEditor) -> io::Result<()> {
        Ok(())
    }
}

/// Stands still, where that is known.
#[cfg(not(unix))]
pub(super) fn stand_still() {}
