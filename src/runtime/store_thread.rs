//! The one thread that touches the journal.
//!
//! It owns the only connection and takes requests in the order they were asked, so a save never
//! overtakes an earlier one and no lock exists. After a quiet moment it moves what was written
//! from the log into the journal itself, since damage in the log would be dropped in silence.
//!
//! The main thread keeps count of what is under way, so that leaving can wait for it, and it
//! remembers the words of each save until they are known to be on disk.

pub(super) mod answer;

use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

pub(super) use self::answer::home;

use super::clock::Clock;
use super::news::News;
use super::words;
use crate::config::Settings;
use crate::domain::DraftSave;
use crate::store::Store;
use crate::ui::effect::{Outcome, Request, Ticket, Trouble};
use crate::ui::msg::Msg;

/// How long nothing is asked before the journal is tidied.
const QUIET: Duration = Duration::from_secs(2);

/// The store thread, seen from the main thread.
#[derive(Debug)]
pub(super) struct StoreThread {
    jobs: Sender<Job>,
    under_way: BTreeMap<Ticket, Option<DraftSave>>,
}

/// Words that the journal did not take, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unsaved {
    /// The words.
    pub(super) save: DraftSave,
    /// Why they are not on disk.
    pub(super) why: Trouble,
}

/// What the thread is to do.
#[derive(Debug)]
enum Job {
    Ask(Ticket, Request),
    SaveSettings(Ticket, Settings),
}

/// What the thread works with.
struct Desk {
    store: Store,
    settings_file: PathBuf,
    clock: Clock,
}

impl StoreThread {
    /// Starts the thread, which from now on owns the journal.
    pub(super) fn start(
        store: Store,
        settings_file: PathBuf,
        clock: Clock,
        news: Sender<News>,
    ) -> io::Result<Self> {
        let (jobs, receiver) = channel();
        let desk = Desk {
            store,
            settings_file,
            clock,
        };
        let work = move || desk.work(&receiver, &news);
        thread::Builder::new().name("store".into()).spawn(work)?;
        Ok(Self {
            jobs,
            under_way: BTreeMap::new(),
        })
    }

    /// Asks the journal for something.
    pub(super) fn ask(&mut self, ticket: Ticket, request: Request) {
        let words = match &request {
            Request::SaveDraft(save) => Some(save.clone()),
            _ => None,
        };
        self.give(ticket, words, Job::Ask(ticket, request));
    }

    /// Has the settings kept.
    pub(super) fn save_settings(&mut self, ticket: Ticket, settings: Settings) {
        self.give(ticket, None, Job::SaveSettings(ticket, settings));
    }

    fn give(&mut self, ticket: Ticket, words: Option<DraftSave>, job: Job) {
        self.under_way.insert(ticket, words);
        // The thread lives as long as this does; were it gone, leaving would find the words here.
        let _ = self.jobs.send(job);
    }

    /// Learns what came of a request, and hands back the words that were not taken.
    pub(super) fn heard(&mut self, ticket: Ticket, outcome: &Outcome) -> Option<Unsaved> {
        let save = self.under_way.remove(&ticket)??;
        match outcome {
            Outcome::Trouble(why) => Some(Unsaved {
                save,
                why: why.clone(),
            }),
            _ => None,
        }
    }

    /// Tells whether nothing is under way.
    pub(super) fn is_quiet(&self) -> bool {
        self.under_way.is_empty()
    }

    /// Hands back the words that it was asked to save and has not answered for.
    pub(super) fn take_unanswered(&mut self) -> impl Iterator<Item = Unsaved> {
        let unanswered = std::mem::take(&mut self.under_way);
        let why = words::no_answer();
        unanswered.into_values().flatten().map(move |save| Unsaved {
            save,
            why: why.clone(),
        })
    }

    /// Has the journal closed when all is done; [`News::JournalClosed`] says when that is.
    pub(super) fn close(self) {
        drop(self.jobs);
    }
}

impl Desk {
    fn work(mut self, jobs: &Receiver<Job>, news: &Sender<News>) {
        let mut untidy = false;
        loop {
            let job = if untidy {
                match jobs.recv_timeout(QUIET) {
                    Ok(job) => job,
                    Err(RecvTimeoutError::Timeout) => {
                        self.tidy();
                        untidy = false;
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            } else {
                match jobs.recv() {
                    Ok(job) => job,
                    Err(_) => break,
                }
            };
            untidy = true;
            let (ticket, outcome) = self.perform(job);
            // When no one listens any more, what was asked for is done all the same.
            let _ = news.send(News::Msg(Msg::Done(ticket, outcome)));
        }
        self.tidy();
        drop(self);
        let _ = news.send(News::JournalClosed);
    }

    fn perform(&mut self, job: Job) -> (Ticket, Outcome) {
        let at = self.clock.stamp().at;
        match job {
            Job::Ask(ticket, request) => {
                // A fault of ours in here costs this request, and the words stay on the screen.
                let answer = || answer::answer(&mut self.store, request, at);
                let answered = catch_unwind(AssertUnwindSafe(answer));
                (
                    ticket,
                    answered.unwrap_or_else(|_| Outcome::Trouble(words::no_answer())),
                )
            }
            Job::SaveSettings(ticket, settings) => {
                let outcome = match settings.save(&self.settings_file) {
                    Ok(()) => Outcome::Done,
                    Err(why) => Outcome::Trouble(words::settings_trouble(&why)),
                };
                (ticket, outcome)
            }
        }
    }

    fn tidy(&mut self) {
        // What is saved is saved; tidying is tried again after the next quiet moment.
        let _ = self.store.checkpoint();
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::{Field, Id, Revision, Subject};

    use super::*;

    fn save(words: &str) -> Request {
        Request::SaveDraft(DraftSave {
            subject: Subject::Walk(Id::at(1, &[1; 10])),
            fields: vec![(Field::Moment, words.into())],
            revision: Revision(1),
        })
    }

    fn thread(store: Store) -> (StoreThread, Receiver<News>) {
        let (sender, news) = channel();
        // A folder cannot be made inside a file.
        let file = PathBuf::from(file!()).join("settings.toml");
        (
            StoreThread::start(store, file, Clock::start(), sender).unwrap(),
            news,
        )
    }

    fn next(news: &Receiver<News>) -> (Ticket, Outcome) {
        match news.recv_timeout(Duration::from_secs(20)).unwrap() {
            News::Msg(Msg::Done(ticket, outcome)) => (ticket, outcome),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn requests_are_done_in_order_and_all_of_them_before_it_closes() {
        let (mut thread, news) = thread(Store::in_memory().unwrap());
        thread.ask(Ticket(1), save("tea"));
        thread.ask(Ticket(2), Request::Home);
        thread.close();
        assert_eq!(next(&news), (Ticket(1), Outcome::Saved(Revision(1))));
        let (ticket, outcome) = next(&news);
        assert_eq!(ticket, Ticket(2));
        assert!(matches!(outcome, Outcome::Home(home) if home.drafts.len() == 1));
        let last = news.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(matches!(last, News::JournalClosed));
    }

    #[test]
    fn words_the_journal_did_not_take_are_remembered() {
        let store = Store::in_memory().unwrap();
        store.limit_pages(1).unwrap();
        let (mut thread, news) = thread(store);
        thread.ask(Ticket(1), save(&"tea ".repeat(100_000)));
        let (ticket, outcome) = next(&news);
        assert!(matches!(&outcome, Outcome::Trouble(why) if why.short == "the disk is full"));
        assert_eq!(thread.heard(ticket, &outcome).unwrap().save.fields.len(), 1);
        assert!(thread.is_quiet());
        assert_eq!(thread.take_unanswered().count(), 0);
    }

    #[test]
    fn settings_that_cannot_be_kept_are_said_in_words() {
        let (mut thread, news) = thread(Store::in_memory().unwrap());
        thread.save_settings(Ticket(1), Settings::default());
        let (_, outcome) = next(&news);
        assert!(
            matches!(outcome, Outcome::Trouble(why) if why.short == "the settings are not saved")
        );
    }
}
