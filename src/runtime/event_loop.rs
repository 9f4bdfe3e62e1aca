//! The loop: wait, let the app think, do what it asks for, draw.
//!
//! Everything that is waiting is taken before a frame is drawn, and in a burst of keys (a paste
//! that the terminal does not announce) it waits for a moment of quiet: ten thousand keys cost one
//! frame, not ten thousand.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::fault::Fault;
use super::hands::Hands;
use super::news::News;
use super::stage::Stage;
use crate::ui::effect::Effect;
use crate::ui::msg::Msg;

/// So many messages at once are no person's typing.
const BURST: usize = 16;
/// So many are drawn all the same, so that a very long paste is seen to arrive.
const MOST: usize = 20_000;
/// The quiet that ends a burst.
const BREATH: Duration = Duration::from_millis(2);

/// The app, the hands that work for it, and what reaches them.
#[derive(Debug)]
pub(super) struct EventLoop<S> {
    pub(super) stage: S,
    pub(super) hands: Hands,
    pub(super) news: Receiver<News>,
    /// What came while something else was waited for.
    pub(super) backlog: VecDeque<News>,
    /// Whether the terminal is gone, or we were told to go: then there is no staying.
    pub(super) must_go: bool,
    /// Whether leaving was put off once, since nothing took the words.
    pub(super) put_off: bool,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Go on.
    Stay,
    /// Leave.
    Leave,
}

impl Next {
    fn or(self, other: Self) -> Self {
        if self == Self::Stay { other } else { self }
    }
}

impl<S: Stage> EventLoop<S> {
    /// Brings the app, its hands and the news together.
    pub(super) fn new(stage: S, hands: Hands, news: Receiver<News>) -> Self {
        Self {
            stage,
            hands,
            news,
            backlog: VecDeque::new(),
            must_go: false,
            put_off: false,
        }
    }

    /// Goes on until the person leaves, or the window is closed.
    ///
    /// # Errors
    /// [`Fault`] when words could not be put in the journal.
    pub(super) fn run(&mut self) -> Result<(), Fault> {
        loop {
            for news in self.gather() {
                let next = self.take(news);
                // In the middle of a long paste as well: saving does not wait for its end.
                let woken = self.wake_if_due();
                if let Some(left) = self.leave_if(next.or(woken)) {
                    return left;
                }
            }
            let woken = self.wake_if_due();
            let drawn = self.draw();
            if let Some(left) = self.leave_if(woken.or(drawn)) {
                return left;
            }
        }
    }

    fn leave_if(&mut self, next: Next) -> Option<Result<(), Fault>> {
        match next {
            Next::Stay => None,
            Next::Leave => self.leave(),
        }
    }

    /// Waits for the first thing to happen, and takes whatever else is there.
    fn gather(&mut self) -> Vec<News> {
        let mut batch: Vec<News> = self.backlog.drain(..).collect();
        if batch.is_empty() {
            batch.extend(self.wait());
        }
        batch.extend(self.news.try_iter());
        while (BURST..MOST).contains(&batch.len()) {
            let Ok(news) = self.news.recv_timeout(BREATH) else {
                break;
            };
            batch.push(news);
            batch.extend(self.news.try_iter());
        }
        batch
    }

    /// Waits for something to happen, or for the time that the app asked to be woken at.
    fn wait(&self) -> Option<News> {
        let waited = match self.stage.patience() {
            Some(until) => {
                let left = until.saturating_sub(self.hands.clock.tick()).max(1);
                self.news.recv_timeout(Duration::from_millis(left))
            }
            None => self.news.recv().map_err(RecvTimeoutError::from),
        };
        waited.ok()
    }

    /// Wakes the app when it asked for it, however much is going on.
    fn wake_if_due(&mut self) -> Next {
        let now = self.hands.clock.tick();
        match self.stage.patience() {
            Some(until) if until <= now => self.tell(Msg::Tick),
            _ => Next::Stay,
        }
    }

    fn take(&mut self, news: News) -> Next {
        match news {
            News::Msg(msg) => self.tell(msg),
            News::StandStill => {
                self.hands.stand_still();
                Next::Stay
            }
            News::GoOn => {
                let back = self.hands.come_back();
                self.after(&back)
            }
            News::Rescuer(rescuer) => {
                self.hands.rescuer = rescuer;
                Next::Stay
            }
            News::JournalClosed => Next::Stay,
        }
    }

    /// Tells the app something, and does what it asks for.
    pub(super) fn tell(&mut self, msg: Msg) -> Next {
        match &msg {
            Msg::Resize { width, height } => self.hands.surface.resize(*width, *height),
            Msg::Done(ticket, outcome) => {
                // Words that were not taken are the app's to ask for again.
                let _ = self.hands.store.heard(*ticket, outcome);
            }
            Msg::Hangup => self.must_go = true,
            _ => {}
        }
        let effects = self.stage.update(msg, self.hands.now());
        self.perform(effects)
    }

    /// Does everything that was asked for, leaving last of all.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) -> Next {
        let mut next = Next::Stay;
        for effect in effects {
            if effect == Effect::Quit {
                next = Next::Leave;
            }
            let performed = self.hands.perform(effect);
            next = next.or(self.after(&performed));
        }
        next
    }

    /// Lets the app hear what the hands know, and then whether they still hold the terminal.
    fn after(&mut self, done: &io::Result<()>) -> Next {
        let mut next = Next::Stay;
        for msg in std::mem::take(&mut self.hands.answers) {
            next = next.or(self.tell(msg));
        }
        next.or(self.unless_gone(done))
    }

    fn draw(&mut self) -> Next {
        if self.must_go {
            return Next::Stay;
        }
        let drawn = self.hands.draw(&self.stage);
        self.unless_gone(&drawn)
    }

    /// A terminal that takes nothing any more is gone, which means what a closed window means.
    fn unless_gone(&mut self, result: &io::Result<()>) -> Next {
        if result.is_ok() || self.must_go {
            return Next::Stay;
        }
        self.tell(Msg::Hangup)
    }
}
