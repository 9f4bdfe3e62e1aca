//! Where the lines come from.
//!
//! A line is read only when one is asked for, so that another program, such as an editor, can
//! have the terminal meanwhile. Reading happens on a thread of its own: a read that waits cannot
//! be woken by Ctrl+C, but a channel that waits can.

use std::io::BufRead;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// Lines this close together were pasted: nobody types and ends a line so fast.
const SAME_PASTE: Duration = Duration::from_millis(40);

/// Something that gives lines, one at a time.
pub trait Ear {
    /// Waits for a line, without its line end. `None` when there will be no more.
    fn hear(&mut self) -> Option<Vec<u8>>;

    /// Gives a line that is there already, as when several were pasted at once; never waits for one
    /// that a person would still have to type.
    fn hear_soon(&mut self) -> Option<Vec<u8>> {
        None
    }

    /// Forgets a Ctrl+C that was meant for another program.
    fn forget(&mut self) {}
}

/// Lines from anything that can be read, for tests and for files.
#[derive(Debug)]
pub struct From<R>(pub R);

impl<R: BufRead> Ear for From<R> {
    fn hear(&mut self) -> Option<Vec<u8>> {
        read_line(&mut self.0)
    }
}

/// What a thread tells.
enum Told {
    Line(Vec<u8>),
    End,
    Interrupted,
    HungUp,
}

/// Lines from standard input; Ctrl+C, a closed window and a polite end count as their end.
#[derive(Debug)]
pub struct StandardInput {
    wanted: Sender<()>,
    told: Receiver<Told>,
    ended: bool,
    /// A line was asked for and has not come yet.
    waiting: bool,
}

impl StandardInput {
    /// Begins to listen.
    pub fn listen() -> Self {
        let (wanted, asks) = channel();
        let (tell, told) = channel();
        listen_for_signals(tell.clone());
        thread::spawn(move || {
            while asks.recv().is_ok() {
                let line = read_line(&mut std::io::stdin().lock());
                if tell.send(line.map_or(Told::End, Told::Line)).is_err() {
                    return;
                }
            }
        });
        Self {
            wanted,
            told,
            ended: false,
            waiting: false,
        }
    }
}

impl Ear for StandardInput {
    fn hear(&mut self) -> Option<Vec<u8>> {
        if self.ended {
            return None;
        }
        if !self.waiting && self.wanted.send(()).is_err() {
            self.ended = true;
            return None;
        }
        self.waiting = true;
        if let Ok(Told::Line(line)) = self.told.recv() {
            self.waiting = false;
            return Some(line);
        }
        self.ended = true;
        None
    }

    fn hear_soon(&mut self) -> Option<Vec<u8>> {
        if self.ended || (!self.waiting && self.wanted.send(()).is_err()) {
            return None;
        }
        self.waiting = true;
        match self.told.recv_timeout(SAME_PASTE) {
            Ok(Told::Line(line)) => {
                self.waiting = false;
                Some(line)
            }
            Ok(Told::End | Told::Interrupted | Told::HungUp) => {
                self.ended = true;
                None
            }
            // The next line that is asked for is the one that was asked for here.
            Err(_) => None,
        }
    }

    fn forget(&mut self) {
        while let Ok(told) = self.told.try_recv() {
            match told {
                Told::HungUp | Told::End => self.ended = true,
                Told::Line(_) | Told::Interrupted => {}
            }
        }
    }
}

#[cfg(unix)]
fn listen_for_signals(tell: Sender<Told>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    // Without them Ctrl+C ends the program at once; what was entered is on disk even so.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) else {
        return;
    };
    thread::spawn(move || {
        for signal in signals.forever() {
            let told = if signal == SIGINT {
                Told::Interrupted
            } else {
                Told::HungUp
            };
            if tell.send(told).is_err() {
                return;
            }
        }
    });
}

#[cfg(not(unix))]
fn listen_for_signals(tell: Sender<Told>) {
    drop(tell);
}

/// Reads one line. A read that goes wrong, as when the terminal is gone, is an end.
fn read_line(from: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut line = Vec::new();
    match from.read_until(b'\n', &mut line) {
        Ok(0) => None,
        Err(_gone) if line.is_empty() => None,
        _ => {
            if line.last() == Some(&b'\n') {
                line.pop();
            }
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            Some(line)
        }
    }
}
