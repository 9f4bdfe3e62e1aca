//! Reading a secret without showing it, and setting a half-typed line aside.
//!
//! A crate such as `rpassword` does the first alone, but its read is one call that waits for a
//! whole line. With our signal handlers Ctrl+C no longer ends the program, the system takes such
//! an interrupted read up again, and the person would wait in front of a silent prompt. Here only
//! the terminal's modes are changed; the line comes through the same ear as every other, which
//! hears Ctrl+C. Both guards give the terminal back as it was, however they end.

#[cfg(unix)]
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, isatty, tcgetattr, tcsetattr,
};

/// A terminal that shows nothing of what is typed, but the line end.
#[must_use]
#[derive(Debug)]
pub struct Unseen {
    #[cfg(unix)]
    before: Option<Termios>,
    heard: bool,
}

impl Unseen {
    /// Stops showing what is typed, where standard input is a terminal.
    #[cfg(unix)]
    pub fn begin() -> Self {
        let before = modes();
        if let Some(before) = &before {
            let mut modes = before.clone();
            modes
                .local_modes
                .remove(LocalModes::ECHO | LocalModes::ECHOE | LocalModes::ECHOK);
            modes
                .local_modes
                .insert(LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG);
            // A program that stands still gets its terminal back with everything shown.
            if let Some(never) = no_sign() {
                modes.special_codes[SpecialCodeIndex::VSUSP] = never;
            }
            set(&modes, OptionalActions::Now);
        }
        Self {
            before,
            heard: false,
        }
    }

    /// Does nothing, where terminals are not known.
    #[cfg(not(unix))]
    pub fn begin() -> Self {
        Self { heard: false }
    }

    /// Shows again what is typed. What was typed after the secret is still there to be read.
    pub fn heard(mut self) {
        self.heard = true;
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(before) = &self.before {
            // Half a secret that nobody read would be on the shell's line after we have left.
            let how = if self.heard {
                OptionalActions::Now
            } else {
                OptionalActions::Flush
            };
            set(before, how);
        }
    }
}

/// A terminal that hands over each letter at once, and with it the line that was begun.
#[must_use]
#[derive(Debug)]
pub struct Loosened {
    #[cfg(unix)]
    before: Termios,
}

impl Loosened {
    /// Makes the terminal hand over what was typed and not ended yet.
    #[cfg(unix)]
    pub fn begin() -> Option<Self> {
        let before = modes()?;
        let mut loose = before.clone();
        loose.local_modes.remove(LocalModes::ICANON);
        loose.special_codes[SpecialCodeIndex::VMIN] = 1;
        loose.special_codes[SpecialCodeIndex::VTIME] = 0;
        set(&loose, OptionalActions::Now);
        Some(Self { before })
    }

    /// Does nothing, where terminals are not known.
    #[cfg(not(unix))]
    pub fn begin() -> Option<Self> {
        None
    }
}

impl Drop for Loosened {
    fn drop(&mut self) {
        #[cfg(unix)]
        set(&self.before, OptionalActions::Now);
    }
}

#[cfg(unix)]
fn modes() -> Option<Termios> {
    let input = std::io::stdin();
    if !isatty(&input) {
        return None;
    }
    tcgetattr(&input).ok()
}

#[cfg(unix)]
fn set(modes: &Termios, how: OptionalActions) {
    // A terminal that is gone needs nothing any more.
    let _ = tcsetattr(std::io::stdin(), how, modes);
}

/// The code that turns a sign of the terminal off, where we know it.
#[cfg(unix)]
fn no_sign() -> Option<u8> {
    if cfg!(any(target_os = "linux", target_os = "android")) {
        Some(0)
    } else if cfg!(any(
        target_vendor = "apple",
        target_os = "freebsd",
        target_os = "netbsd",
        target_os = "openbsd"
    )) {
        Some(0xff)
    } else {
        None
    }
}
