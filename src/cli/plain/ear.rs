//! Where the lines come from.
//!
//! A line is read only when one is asked for, so that another program, such as an editor, can
//! have the terminal meanwhile. Reading happens on a thread of its own: a read that waits cannot
//! be woken by Ctrl+C, but a channel that waits can. A line may be a passphrase, so every line is
//! wiped when it is dropped, and nothing of it stays in a buffer that others share.

use std::io::{BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::runtime::echo::Loosened;

/// Lines this close together were pasted: nobody types and ends a line so fast.
const SAME_PASTE: Duration = Duration::from_millis(40);

/// How long the terminal may take to hand over a line that was begun.
const HANDING_OVER: Duration = Duration::from_millis(250);

/// How much is read at once; more than a terminal gives for one line.
const AT_ONCE: usize = 8 * 1024;

/// The bytes of a line, wiped when they are dropped.
pub type Bytes = Zeroizing<Vec<u8>>;

/// What came of waiting for a while.
#[derive(Debug)]
pub enum Heard {
    /// A line, without its line end.
    Line(Bytes),
    /// Nobody ended a line in that time.
    Away,
    /// There will be no more.
    End,
}

/// Something that gives lines, one at a time.
pub trait Ear {
    /// Waits for a line, without its line end. `None` when there will be no more.
    fn hear(&mut self) -> Option<Bytes>;

    /// Waits for a line for so long and no longer.
    fn hear_for(&mut self, patience: Duration) -> Heard {
        let _ = patience;
        self.hear().map_or(Heard::End, Heard::Line)
    }

    /// Gives a line that is there already, as when several were pasted at once; never waits for one
    /// that a person would still have to type.
    fn hear_soon(&mut self) -> Option<Bytes> {
        None
    }

    /// Takes what was typed of a line that is not ended: else it would stand in front of the
    /// next line, whatever that is.
    fn take_half(&mut self) -> Bytes {
        Bytes::default()
    }

    /// What tells whether the person has asked to stop what is being done.
    fn stop_sign(&self) -> Arc<AtomicBool> {
        Arc::default()
    }

    /// Forgets a Ctrl+C that was meant for another program.
    fn forget(&mut self) {}
}

/// Lines from anything that can be read, for tests and for files.
#[derive(Debug)]
pub struct From<R>(pub R);

impl<R: BufRead> Ear for From<R> {
    fn hear(&mut self) -> Option<Bytes> {
        let mut line = Bytes::default();
        match self.0.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Err(_gone) if line.is_empty() => None,
            _ => Some(without_end(line)),
        }
    }
}

/// What a thread tells.
enum Told {
    Line(Bytes),
    /// The beginning of a line that was asked for before its end.
    Half(Bytes),
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
    /// The reading thread is to hand over what it has.
    halve: Arc<AtomicBool>,
    /// Ctrl+C, or a closed window.
    stop: Arc<AtomicBool>,
}

impl StandardInput {
    /// Begins to listen.
    pub fn listen() -> Self {
        let (wanted, asks) = channel();
        let (tell, told) = channel();
        let halve: Arc<AtomicBool> = Arc::default();
        let stop: Arc<AtomicBool> = Arc::default();
        listen_for_signals(tell.clone(), Arc::clone(&stop));
        let asked_to_halve = Arc::clone(&halve);
        thread::spawn(move || {
            let mut lines = Lines::new(Standard);
            while asks.recv().is_ok() {
                if tell.send(lines.next(&asked_to_halve)).is_err() {
                    return;
                }
            }
        });
        Self {
            wanted,
            told,
            ended: false,
            waiting: false,
            halve,
            stop,
        }
    }

    /// Has the thread read a line, unless it does so already. `false` when it cannot any more.
    fn want(&mut self) -> bool {
        if !self.ended && !self.waiting && self.wanted.send(()).is_err() {
            self.ended = true;
        }
        self.waiting = !self.ended;
        self.waiting
    }

    fn take(&mut self, told: Result<Told, RecvTimeoutError>) -> Heard {
        match told {
            Ok(Told::Line(line) | Told::Half(line)) => {
                self.waiting = false;
                Heard::Line(line)
            }
            // The next line that is asked for is the one that was asked for here.
            Err(RecvTimeoutError::Timeout) => Heard::Away,
            Ok(Told::End | Told::Interrupted | Told::HungUp)
            | Err(RecvTimeoutError::Disconnected) => {
                self.ended = true;
                Heard::End
            }
        }
    }
}

impl Ear for StandardInput {
    fn hear(&mut self) -> Option<Bytes> {
        if !self.want() {
            return None;
        }
        let told = self
            .told
            .recv()
            .map_err(|_gone| RecvTimeoutError::Disconnected);
        match self.take(told) {
            Heard::Line(line) => Some(line),
            Heard::Away | Heard::End => None,
        }
    }

    fn hear_for(&mut self, patience: Duration) -> Heard {
        if !self.want() {
            return Heard::End;
        }
        let told = self.told.recv_timeout(patience);
        self.take(told)
    }

    fn hear_soon(&mut self) -> Option<Bytes> {
        match self.hear_for(SAME_PASTE) {
            Heard::Line(line) => Some(line),
            Heard::Away | Heard::End => None,
        }
    }

    fn take_half(&mut self) -> Bytes {
        if !self.waiting || self.ended {
            return Bytes::default();
        }
        self.halve.store(true, Ordering::SeqCst);
        let loosened = Loosened::begin();
        let begun = if loosened.is_some() {
            self.hear_for(HANDING_OVER)
        } else {
            Heard::Away
        };
        drop(loosened);
        self.halve.store(false, Ordering::SeqCst);
        match begun {
            Heard::Line(begun) => begun,
            Heard::Away | Heard::End => Bytes::default(),
        }
    }

    fn stop_sign(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    fn forget(&mut self) {
        while let Ok(told) = self.told.try_recv() {
            match told {
                Told::HungUp | Told::End => self.ended = true,
                Told::Line(_) | Told::Half(_) | Told::Interrupted => {}
            }
        }
        self.stop.store(self.ended, Ordering::SeqCst);
    }
}

#[cfg(unix)]
fn listen_for_signals(tell: Sender<Told>, stop: Arc<AtomicBool>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    // Without them Ctrl+C ends the program at once; what was entered is on disk even so.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT]) else {
        return;
    };
    thread::spawn(move || {
        for signal in signals.forever() {
            let told = if signal == SIGINT {
                Told::Interrupted
            } else {
                Told::HungUp
            };
            stop.store(true, Ordering::SeqCst);
            if tell.send(told).is_err() {
                // Nobody listens any more, as while a long list is printed: it means what it
                // means to every other program.
                let _ = emulate_default_handler(signal);
            }
        }
    });
}

#[cfg(not(unix))]
fn listen_for_signals(tell: Sender<Told>, stop: Arc<AtomicBool>) {
    drop((tell, stop));
}

/// Standard input itself. The library's own would keep what it read in a buffer of its own.
struct Standard;

impl Read for Standard {
    #[cfg(unix)]
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        Ok(rustix::io::read(std::io::stdin(), into)?)
    }

    #[cfg(not(unix))]
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        std::io::stdin().lock().read(into)
    }
}

/// Lines from something that gives bytes.
struct Lines<R> {
    from: R,
    /// What was read and not given yet. It never grows in place, which would leave copies.
    ready: Bytes,
}

impl<R: Read> Lines<R> {
    fn new(from: R) -> Self {
        Self {
            from,
            ready: Bytes::default(),
        }
    }

    /// Reads one line. A read that goes wrong, as when the terminal is gone, is an end.
    fn next(&mut self, halve: &AtomicBool) -> Told {
        let mut looked = 0;
        loop {
            let end = self
                .ready
                .get(looked..)
                .and_then(|new| new.iter().position(|byte| *byte == b'\n'));
            if let Some(end) = end {
                return Told::Line(without_end(self.cut(looked + end + 1)));
            }
            looked = self.ready.len();
            match self.more() {
                Some(0) | None if self.ready.is_empty() => return Told::End,
                Some(0) | None => return Told::Line(without_end(self.cut(looked))),
                Some(_) if halve.swap(false, Ordering::SeqCst) => {
                    return Told::Half(without_end(self.cut(self.ready.len())));
                }
                Some(_) => {}
            }
        }
    }

    /// Reads what there is; `None` when it cannot.
    fn more(&mut self) -> Option<usize> {
        let mut chunk = Zeroizing::new([0; AT_ONCE]);
        let read = loop {
            match self.from.read(&mut chunk[..]) {
                Err(why) if why.kind() == std::io::ErrorKind::Interrupted => {}
                read => break read.ok()?,
            }
        };
        let new = chunk.get(..read)?;
        if self.ready.capacity() < self.ready.len() + read {
            let mut larger = Vec::with_capacity((self.ready.len() + read) * 2);
            larger.extend_from_slice(&self.ready);
            self.ready = Zeroizing::new(larger);
        }
        self.ready.extend_from_slice(new);
        Some(read)
    }

    /// Takes so many bytes off the beginning.
    fn cut(&mut self, length: usize) -> Bytes {
        let (line, rest) = self.ready.split_at(length.min(self.ready.len()));
        let line = Zeroizing::new(line.to_vec());
        self.ready = Zeroizing::new(rest.to_vec());
        line
    }
}

/// Takes the line end off.
fn without_end(mut line: Bytes) -> Bytes {
    for end in [b'\n', b'\r'] {
        if line.last() == Some(&end) {
            line.pop();
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its parts one by one, as a terminal does.
    struct Parts(Vec<&'static [u8]>);

    impl Read for Parts {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let part = self.0.remove(0);
            into[..part.len()].copy_from_slice(part);
            Ok(part.len())
        }
    }

    fn all(parts: &[&'static [u8]]) -> Vec<String> {
        let mut lines = Lines::new(Parts(parts.to_vec()));
        let mut heard = Vec::new();
        while let Told::Line(line) = lines.next(&AtomicBool::new(false)) {
            heard.push(String::from_utf8(line.to_vec()).unwrap());
        }
        heard
    }

    #[test]
    fn lines_are_cut_where_they_end() {
        assert_eq!(
            all(&[b"one\ntwo\r\n", b"thr", b"ee\n"]),
            ["one", "two", "three"]
        );
        assert_eq!(all(&[b"\n\nend"]), ["", "", "end"]);
        assert_eq!(all(&[]), [""; 0]);
    }

    #[test]
    fn half_a_line_is_handed_over_when_it_is_asked_for() {
        let mut lines = Lines::new(Parts(vec![b"I sta", b"secret\n"]));
        let Told::Half(half) = lines.next(&AtomicBool::new(true)) else {
            panic!("the half line was kept");
        };
        assert_eq!(half.as_slice(), b"I sta");
        let Told::Line(line) = lines.next(&AtomicBool::new(false)) else {
            panic!("no line");
        };
        assert_eq!(line.as_slice(), b"secret");
    }
}
