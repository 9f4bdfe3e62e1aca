//! Leaving, so that no word stays behind.
//!
//! Whatever was asked of the journal is waited for. What it does not take is asked for once more,
//! and then goes into a file of its own; where no file can be written either, and the terminal is
//! still there, leaving is put off once, with the words still on the screen.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::event_loop::EventLoop;
use super::fault::Fault;
use super::made_up::is_in_one;
use super::news::News;
use super::rescue::rescue;
use super::stage::Stage;
use super::store_thread::Unsaved;
use crate::domain::DraftSave;
use crate::reflection::as_text;
use crate::store::Rescuer;
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
        let until = self.hands.clock.tick() + LIMIT;
        while !self.hands.store.is_quiet() {
            let left = until.saturating_sub(self.hands.clock.tick());
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
                Ok(News::Rescuer(rescuer)) => self.hands.rescuer = rescuer,
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
        if let Some(rescuer) = &self.hands.rescuer {
            if is_in_one(&self.hands.journal) {
                return Err(Fault::NotSaved { why });
            }
            return rescue_locked(rescuer, unsaved, why, self.hands.now().at);
        }
        let fields = unsaved.iter().flat_map(|one| &one.save.fields);
        let text = as_text(fields.map(|(field, words)| (field, words.as_str())), None);
        match rescue(&text, &self.hands.journal, self.hands.now().at) {
            Ok(path) => Err(Fault::Rescued { why, path }),
            Err(_) => Err(Fault::NotSaved { why }),
        }
    }
}

/// Locks what is not on disk into a file of its own. A plain one would undo the lock, so there is
/// none unless the person asks for it.
fn rescue_locked(
    rescuer: &Rescuer,
    unsaved: &[Unsaved],
    why: String,
    at: DateTime<FixedOffset>,
) -> Result<(), Fault> {
    let saves: Vec<DraftSave> = unsaved.iter().map(|one| one.save.clone()).collect();
    let home = std::env::home_dir();
    match rescuer.write(&saves, home.as_deref(), at) {
        Ok(path) => Err(Fault::RescuedLocked { why, path }),
        Err(_) => Err(Fault::NotSaved { why }),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use ratatui::buffer::Buffer;
    use ratatui::layout::Position;

    use super::*;
    use crate::domain::{Field, Id, Revision, Stamp, Subject};
    use crate::key::{Cost, FileKey, Passphrase};
    use crate::runtime::clock::Clock;
    use crate::runtime::hands::Hands;
    use crate::runtime::input::Input;
    use crate::runtime::signals::OutsideEditor;
    use crate::runtime::store_thread::{Place, StoreThread};
    use crate::runtime::surface::Surface;
    use crate::runtime::terminal::Terminal;
    use crate::store::{Access, Key, Store};
    use crate::ui::effect::{Effect, Outcome, Request, Ticket};

    /// Someone who is in the middle of a sentence.
    #[derive(Debug, Default)]
    struct Writer {
        words: String,
        asked: u64,
        on_disk: bool,
        falls_over: bool,
    }

    impl Stage for Writer {
        fn update(&mut self, msg: Msg, _: Stamp) -> Vec<Effect> {
            match msg {
                Msg::Hangup if self.falls_over => panic!("another"),
                Msg::Hangup => self.save(),
                Msg::Done(_, Outcome::Saved(_)) => {
                    self.on_disk = true;
                    Vec::new()
                }
                _ => Vec::new(),
            }
        }

        fn patience(&self) -> Option<u64> {
            None
        }

        fn view(&self, _: &mut Buffer) -> Position {
            Position::ORIGIN
        }
    }

    impl Writer {
        fn save(&mut self) -> Vec<Effect> {
            self.asked += 1;
            let save = DraftSave {
                subject: Subject::Walk(Id::at(1, &[1; 10])),
                fields: vec![(Field::Moment, self.words.clone())],
                revision: Revision(self.asked),
            };
            let ask = Effect::Ask(Ticket(self.asked), Request::SaveDraft(save));
            vec![ask, Effect::Quit]
        }
    }

    /// They are writing when the window is closed.
    fn writing(words: &str, folder: &std::path::Path, pages: Option<u32>) -> EventLoop<Writer> {
        let at = Clock::start().stamp().at;
        let journal = folder.join("journal.db");
        let store = Store::open(&journal, Access::Write, &Key::None, at).unwrap();
        writing_in(store, words, pages)
    }

    fn writing_in(store: Store, words: &str, pages: Option<u32>) -> EventLoop<Writer> {
        let clock = Clock::start();
        let journal = store.path().to_owned();
        if let Some(pages) = pages {
            store.limit_pages(pages).unwrap();
        }
        let (sender, news) = channel();
        let settings = journal.with_file_name("settings.toml");
        let hands = Hands {
            last_words: None,
            terminal: Terminal::elsewhere(),
            surface: Surface::new(80, 24),
            rescuer: store.rescuer(),
            store: StoreThread::start(Place::open_already(store), settings, clock, sender).unwrap(),
            input: Input::none(),
            editor: OutsideEditor::default(),
            answers: Vec::new(),
            clock,
            journal,
        };
        let writer = Writer {
            words: words.to_owned(),
            ..Writer::default()
        };
        let mut event_loop = EventLoop::new(writer, hands, news);
        event_loop.backlog.push_back(News::Msg(Msg::Hangup));
        event_loop
    }

    #[test]
    fn leaving_waits_until_the_words_are_on_disk() {
        let folder = tempfile::tempdir().unwrap();
        let mut one = writing("tea", folder.path(), None);
        one.run().unwrap();
        assert!(one.stage.on_disk);
        assert_eq!(one.stage.asked, 1);
    }

    #[test]
    fn words_the_journal_does_not_take_are_asked_for_again_and_then_rescued() {
        let folder = tempfile::tempdir().unwrap();
        let long = "tea and biscuits ".repeat(50_000);
        let mut one = writing(&long, folder.path(), Some(1));
        let Err(Fault::Rescued { why, path }) = one.run() else {
            panic!("the words went nowhere")
        };
        assert_eq!(why, "the disk is full");
        assert_eq!(one.stage.asked, 2);
        assert!(fs::read_to_string(path).unwrap().contains(long.trim_end()));
    }

    #[test]
    fn a_locked_journals_words_are_rescued_into_a_locked_file() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("journal.db");
        let at = Clock::start().stamp().at;
        let mut store = Store::open(&journal, Access::Write, &Key::None, at).unwrap();
        let file = FileKey::make(&Passphrase::new("tea"), Cost::Trial).unwrap();
        store.rekey(&Key::Locked(file.clone())).unwrap();
        let long = "quokka and biscuits ".repeat(50_000);
        let mut one = writing_in(store, &long, Some(1));
        let fault = one.run().unwrap_err();
        let Fault::RescuedLocked { path, .. } = &fault else {
            panic!("{fault:?}")
        };
        assert!(fault.todo().contains("alongside --journal"));
        let bytes = fs::read(path).unwrap();
        assert!(!bytes.windows(6).any(|part| part == b"quokka"));
        let rescued = Store::open(path, Access::Read, &Key::Locked(file), at).unwrap();
        let drafts = rescued.drafts().unwrap();
        assert_eq!(drafts[0].words(&Field::Moment), long);
        let plain = fs::read_dir(folder.path()).unwrap().flatten();
        let is_text = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".txt");
        assert!(!plain.into_iter().any(|file| is_text(&file.file_name())));
    }

    #[test]
    fn a_fault_of_ours_still_saves_the_words() {
        let folder = tempfile::tempdir().unwrap();
        for falls_over in [false, true] {
            let mut one = writing("tea", folder.path(), None);
            one.stage.falls_over = falls_over;
            let left = one.leave_after_fault();
            let all_saved = !falls_over;
            assert!(matches!(left, Err(Fault::Stopped { all_saved: it }) if it == all_saved));
            assert_eq!(one.stage.on_disk, all_saved);
        }
    }
}
