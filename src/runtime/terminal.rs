//! Takes the terminal for full screen, and gives it back as it was.
//!
//! It gives it back on every way out: leaving, a hangup, an outside editor, a fault of ours. The
//! second screen is wiped before it is left, since some terminals can show it again; nothing of a
//! journal stays behind, in the scrollback or in the title.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{Command, queue};

/// The terminal, while it is ours.
#[derive(Debug)]
pub(super) struct Terminal {
    taken: Taken,
    mouse: bool,
    title: &'static str,
}

/// Whether the terminal is ours just now; shared with what runs when something goes wrong.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken(Arc<AtomicBool>);

impl Terminal {
    /// Takes the terminal.
    pub(super) fn enter(mouse: bool, title: &'static str) -> io::Result<Self> {
        let mut terminal = Self {
            taken: Taken::default(),
            mouse,
            title,
        };
        terminal.take()?;
        Ok(terminal)
    }

    /// A terminal that is not ours, for tests.
    #[cfg(test)]
    pub(super) fn elsewhere() -> Self {
        Self {
            taken: Taken::default(),
            mouse: false,
            title: "",
        }
    }

    /// What gives the terminal back if all else ends.
    pub(super) fn taken(&self) -> Taken {
        self.taken.clone()
    }

    /// Takes it again, after an outside editor or a standstill.
    pub(super) fn take(&mut self) -> io::Result<()> {
        // Whoever had it meanwhile may have changed it, and raw mode is only set when it is
        // believed to be off.
        disable_raw_mode()?;
        enable_raw_mode()?;
        self.taken.0.store(true, Ordering::SeqCst);
        let mut bytes = Vec::new();
        queue!(bytes, PushTitle, SetTitle(self.title), EnterAlternateScreen)?;
        queue!(bytes, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        queue!(bytes, EnableBracketedPaste, Show)?;
        if self.mouse {
            queue!(bytes, TakeMouse)?;
        }
        send(&bytes)
    }

    /// Gives it back.
    pub(super) fn give_back(&self) {
        self.taken.give_back();
    }

    /// Shows this as the window's title.
    pub(super) fn title(&mut self, title: &'static str) -> io::Result<()> {
        if self.title == title {
            return Ok(());
        }
        self.title = title;
        let mut bytes = Vec::new();
        queue!(bytes, SetTitle(title))?;
        send(&bytes)
    }

    /// Takes the mouse, or lets it go so that the terminal can select text with it.
    pub(super) fn mouse(&mut self, mouse: bool) -> io::Result<()> {
        if self.mouse == mouse {
            return Ok(());
        }
        self.mouse = mouse;
        let mut bytes = Vec::new();
        if mouse {
            queue!(bytes, TakeMouse)?;
        } else {
            queue!(bytes, DisableMouseCapture)?;
        }
        send(&bytes)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.give_back();
    }
}

impl Taken {
    /// Gives the terminal back, if it is ours. Trouble on the way has nowhere to be said.
    pub(super) fn give_back(&self) {
        if self.0.swap(false, Ordering::SeqCst) {
            // Raw mode first: who sees our screen go may type at once, and an Enter that came in
            // raw would not end a line.
            let _ = disable_raw_mode();
            let _ = farewell().and_then(|bytes| send(&bytes));
        }
    }
}

fn farewell() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, DisableMouseCapture, DisableBracketedPaste)?;
    queue!(bytes, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
    queue!(bytes, LeaveAlternateScreen, Show, PopTitle)?;
    Ok(bytes)
}

/// Says how many columns the terminal has, if there is one.
pub fn columns() -> Option<u16> {
    crossterm::terminal::size().ok().map(|(columns, _)| columns)
}

/// Writes some bytes in one go.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Has the terminal remember its title.
struct PushTitle;

/// Has the terminal show the title it remembers.
struct PopTitle;

/// Takes clicks, drags and the wheel.
///
/// crossterm's own command asks for every move of the mouse as well: a message each, for nothing.
struct TakeMouse;

impl Command for PushTitle {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[22;0t")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

impl Command for PopTitle {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[23;0t")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

impl Command for TakeMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}
