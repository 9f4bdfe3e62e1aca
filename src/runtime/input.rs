//! Reads keys, pastes and the mouse, on a thread of its own.
//!
//! The thread sleeps until there is something to read, so an idle journal uses no processor time.
//! It can be asked to pause and answers before anyone else reads the terminal: two readers would
//! share the keys of an outside editor between them.
//!
//! It notices when the terminal is gone. crossterm does not: it would wait for ever, at full speed.
//!
//! What it cannot mend: when a terminal announces a paste and its end never comes, crossterm keeps
//! everything that follows to itself (crossterm#1060), and nothing outside it can break in. What
//! was shown before is saved, and closing the window leaves as always.

mod sleeper;

use std::io;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind, MouseEventKind};

use self::sleeper::{Sleeper, Waker, Woken};
use super::news::News;
use crate::ui::msg::Msg;

/// How long crossterm may look for what is there. It must not be nothing: then it does not look.
const GLANCE: Duration = Duration::from_micros(200);
/// How long after a key to look once more. A glance that was interrupted sees nothing, even where
/// crossterm has read a key and holds it.
const ONCE_MORE: Duration = Duration::from_millis(50);
/// How long the thread may take to let go of the terminal.
const LETTING_GO: Duration = Duration::from_secs(2);

/// The input thread, seen from the main thread.
#[derive(Debug)]
pub(super) struct Input {
    orders: Sender<Order>,
    waker: Waker,
}

#[derive(Debug)]
enum Order {
    Pause(Sender<()>),
    GoOn,
}

impl Input {
    /// Starts to read.
    pub(super) fn read(news: Sender<News>) -> io::Result<Self> {
        let (waker, sleeper) = sleeper::pair()?;
        let (orders, receiver) = channel();
        let read = move || listen(sleeper, &receiver, &news);
        thread::Builder::new().name("input".into()).spawn(read)?;
        Ok(Self { orders, waker })
    }

    /// No input at all, for tests.
    #[cfg(test)]
    pub(super) fn none() -> Self {
        let (waker, _) = sleeper::pair().unwrap();
        let (orders, _) = channel();
        Self { orders, waker }
    }

    /// Pauses, and says whether the terminal is free for someone else to read.
    pub(super) fn pause(&self) -> bool {
        let (answer, answered) = channel();
        self.orders.send(Order::Pause(answer)).is_ok()
            && self.waker.wake().is_ok()
            && answered.recv_timeout(LETTING_GO).is_ok()
    }

    /// Reads again.
    pub(super) fn go_on(&self) {
        // A thread that is gone has already said that the terminal is.
        let _ = self.orders.send(Order::GoOn);
    }
}

fn listen(mut sleeper: Sleeper, orders: &Receiver<Order>, news: &Sender<News>) {
    let mut patience = None;
    loop {
        match sleeper.sleep(patience) {
            Ok(Woken::Input | Woken::Time) => match hand_on(news) {
                Ok(Some(0)) if sleeper.is_gone() => break,
                Ok(Some(read)) => patience = (read > 0).then_some(ONCE_MORE),
                Ok(None) => return,
                Err(_) => break,
            },
            Ok(Woken::Order) => match orders.try_recv() {
                Ok(Order::Pause(answer)) => {
                    let _ = answer.send(());
                    if orders.recv().is_err() {
                        return;
                    }
                }
                Ok(Order::GoOn) | Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => return,
            },
            Err(_) => break,
        }
    }
    let _ = news.send(News::Msg(Msg::Hangup));
}

/// Hands on whatever can be read now, and counts it; `None` when no one listens any more.
fn hand_on(news: &Sender<News>) -> io::Result<Option<usize>> {
    let mut read = 0;
    while event::poll(GLANCE)? {
        read += 1;
        if let Some(msg) = message(event::read()?)
            && news.send(News::Msg(msg)).is_err()
        {
            return Ok(None);
        }
    }
    Ok(Some(read))
}

/// Says what an event means to the app, if anything.
fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Msg::Key(key)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) if mouse.kind == MouseEventKind::Moved => None,
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse)),
        // Where there is a signal for it, it is said at once, and not with the next key.
        Event::Resize(..) if cfg!(unix) => None,
        Event::Resize(width, height) => Some(Msg::Resize { width, height }),
        Event::FocusGained | Event::FocusLost => None,
    }
}
