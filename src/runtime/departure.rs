//! Leaving, so that no word stays behind.
//!
//! Whatever was asked of the journal is waited for. What it does not take is asked for once more,
//! and then goes into a file of its own; where no file can be written either, and the terminal is
//! still there, leaving is put off once, with the words still on the screen.

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use super::event_loop::EventLoop;
use super::fault::Fault;
use super::news::News;
use super::rescue::rescue;
use super::stage::Stage;
use super::store_thread::Unsaved;
use crate::ui::msg::Msg;

/// How long the journal may take to answer. It waits five seconds for another program by itself.
const LIMIT: u64 = 10_000;

impl<S: Stage> EventLoop<S> {
    /// Leaves, unless nothing takes the words; `None` means to stay.
    pub(super) fn leave(&mut self) -> Option<Result<(), Fault>> {
        let mut unsaved = self.settle(true);
        if !unsaved.is_empty() {
            // The app has the words again, with whatever else is not on disk: all of it, once more.
            let must_go = self.must_go;
            let _ = self.tell(Msg::Hangup);
            self.must_go = must_go;
            unsaved = self.settle(true);
        }
        let left = self.rescue(&unsaved);
        if matches!(left, Err(Fault::NotSaved { .. })) && !self.must_go && !self.put_off {
            self.put_off = true;
            return None;
        }
        Some(left)
    }

    /// Leaves after a fault of ours: the app may still be able to hand over its words.
    pub(super) fn leave_after_fault(&mut self) -> Result<(), Fault> {
        self.must_go = true;
        let left = catch_unwind(AssertUnwindSafe(|| {
            let _ = self.tell(Msg::Hangup);
            self.leave()
        }));
        match left {
            Ok(Some(Err(fault))) => Err(fault),
            Ok(_) => Err(Fault::Stopped { all_saved: true }),
            Err(_) => {
                let unsaved = self.settle(false);
                self.rescue(&unsaved)
                    .and(Err(Fault::Stopped { all_saved: false }))
            }
        }
    }

    /// Waits until the journal has answered everything, and says which words it did not take.
    fn settle(&mut self, tell: bool) -> Vec<Unsaved> {
        let mut unsaved = Vec::new();
        let until = self.hands.now().tick + LIMIT;
        while !self.hands.store.is_quiet() {
            let left = until.saturating_sub(self.hands.now().tick);
            if left == 0 {
                break;
            }
            match self.news.recv_timeout(Duration::from_millis(left)) {
                Ok(News::Msg(Msg::Done(ticket, outcome))) => {
                    unsaved.extend(self.hands.store.heard(ticket, &outcome));
                    if tell {
                        let effects = self
                            .stage
                            .update(Msg::Done(ticket, outcome), self.hands.now());
                        let _ = self.perform(effects);
                    }
                }
                Ok(news) => {
                    self.must_go |= matches!(news, News::Msg(Msg::Hangup));
                    self.backlog.push_back(news);
                }
                Err(_) => {}
            }
        }
        unsaved.extend(self.hands.store.take_unanswered());
        unsaved
    }

    /// Puts what is not on disk in a file of its own.
    fn rescue(&self, unsaved: &[Unsaved]) -> Result<(), Fault> {
        let Some(first) = unsaved.first() else {
            return Ok(());
        };
        let why = first.why.short.clone();
        match rescue(&as_text(unsaved), &self.hands.journal, self.hands.now().at) {
            Ok(path) => Err(Fault::Rescued { why, path }),
            Err(_) => Err(Fault::NotSaved { why }),
        }
    }
}

/// The person's own words, each under the name of what they answer.
fn as_text(unsaved: &[Unsaved]) -> String {
    let mut text = String::new();
    for (field, words) in unsaved.iter().flat_map(|one| &one.save.fields) {
        if field.is_own_words() && !words.is_empty() {
            // Writing into a string always works.
            let _ = writeln!(text, "[{field}]\n{words}\n");
        }
    }
    text
}
