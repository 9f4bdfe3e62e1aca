//! Signals become messages.
//!
//! A closed window sends HUP, and without anyone to hear it the last words are lost (tried). TERM,
//! INT and QUIT mean the same here: keep everything, then go. In full screen Ctrl+C and Ctrl+Z are
//! keys and send no signal; the signals come from outside.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use super::news::News;

/// Whether an outside editor has the terminal: then Ctrl+C and Ctrl+Z are meant for it.
#[derive(Clone, Debug, Default)]
pub(super) struct EditorOpen(Arc<AtomicBool>);

impl EditorOpen {
    /// Says that an outside editor has the terminal, or has it no more.
    pub(super) fn set(&self, open: bool) {
        self.0.store(open, Ordering::SeqCst);
    }

    #[cfg(unix)]
    fn is_open(&self) -> bool {
        self.0.load(Ordering::SeqCst)
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
    pub(super) fn listen(mut self, news: Sender<News>, editor: EditorOpen) -> io::Result<()> {
        let listen = move || {
            for signal in self.0.forever() {
                if let Some(said) = means(signal, editor.is_open())
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
fn means(signal: std::ffi::c_int, editor_open: bool) -> Option<News> {
    use signal_hook::consts::{SIGCONT, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH};

    use crate::ui::msg::Msg;

    match signal {
        SIGINT | SIGQUIT | SIGCONT if editor_open => None,
        SIGTSTP if editor_open => {
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
        _ => Some(News::Msg(Msg::Hangup)),
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
    pub(super) fn listen(self, _news: Sender<News>, _editor: EditorOpen) -> io::Result<()> {
        Ok(())
    }
}

/// Stands still, where that is known.
#[cfg(not(unix))]
pub(super) fn stand_still() {}
