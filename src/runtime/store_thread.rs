//! The one thread that touches the journal.
//!
//! It owns the only connection and takes requests in the order they were asked, so a save never
//! overtakes an earlier one and no lock exists. After a quiet moment it moves what was written
//! from the log into the journal itself, since damage in the log would be dropped in silence.
//!
//! The main thread keeps count of what is under way, so that leaving can wait for it, and it
//! remembers the words of each save until they are known to be on disk.
//!
//! A locked journal is opened here too, since making its key takes its time, and closed again
//! when the screen hides. Whoever waits may stop it: the thread looks before it opens.

pub(super) mod answer;
mod daily;
mod opening;

use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use self::daily::Daily;
pub(super) use self::opening::Place;

use super::clock::Clock;
use super::keep::{Keeping, keep};
use super::news::News;
use super::words;
use crate::config::Settings;
use crate::domain::DraftSave;
use crate::key::Secret;
use crate::store::Store;
use crate::ui::effect::{Outcome, Request, Ticket, Trouble};
use crate::ui::msg::Msg;
use crate::vault::{Came, Work};

/// How long nothing is asked before the journal is tidied.
const QUIET: Duration = Duration::from_secs(2);

/// The store thread, seen from the main thread.
#[derive(Debug)]
pub(super) struct StoreThread {
    jobs: Sender<Job>,
    under_way: BTreeMap<Ticket, Option<DraftSave>>,
    stops: BTreeMap<Ticket, Stop>,
    second_wave: Stop,
}

/// Whether something is to be stopped; looked at before what cannot be taken back.
#[derive(Clone, Debug, Default)]
struct Stop(Arc<AtomicBool>);

impl Stop {
    fn ask(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
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
    Ask(Ticket, Request, Stop),
    SaveSettings(Ticket, Settings),
    Open(Ticket, Secret, Stop),
    Keep(Ticket, Work, Stop),
    Close,
}

/// What the thread works with.
struct Desk {
    place: Place,
    daily: Daily,
    settings_file: PathBuf,
    clock: Clock,
}

impl StoreThread {
    /// Starts the thread, which from now on owns the journal.
    pub(super) fn start(
        place: Place,
        settings_file: PathBuf,
        clock: Clock,
        news: Sender<News>,
    ) -> io::Result<Self> {
        let (jobs, receiver) = channel();
        let desk = Desk {
            place,
            daily: Daily::default(),
            settings_file,
            clock,
        };
        let work = move || desk.work(&receiver, &news);
        thread::Builder::new().name("store".into()).spawn(work)?;
        Ok(Self {
            jobs,
            under_way: BTreeMap::new(),
            stops: BTreeMap::new(),
            second_wave: Stop::default(),
        })
    }

    /// Asks the journal for something.
    pub(super) fn ask(&mut self, ticket: Ticket, request: Request) {
        let words = match &request {
            Request::SaveDraft(save) => Some(save.clone()),
            _ => None,
        };
        let stop = self.stop_of_a_search(ticket, &request);
        self.give(ticket, words, Job::Ask(ticket, request, stop));
    }

    /// A new search makes a second wave that is still under way worthless, so it is given up: the
    /// new one must not wait for it.
    fn stop_of_a_search(&mut self, ticket: Ticket, request: &Request) -> Stop {
        match request {
            Request::FindParts { .. } => {
                self.second_wave.ask();
                self.second_wave = self.stop_of(ticket);
                self.second_wave.clone()
            }
            Request::Find { after: None, .. } => {
                self.second_wave.ask();
                Stop::default()
            }
            _ => Stop::default(),
        }
    }

    /// Has the settings kept.
    pub(super) fn save_settings(&mut self, ticket: Ticket, settings: Settings) {
        self.give(ticket, None, Job::SaveSettings(ticket, settings));
    }

    /// Has a locked journal opened.
    pub(super) fn open(&mut self, ticket: Ticket, secret: Secret) {
        let stop = self.stop_of(ticket);
        self.give(ticket, None, Job::Open(ticket, secret, stop));
    }

    /// Has something done to the journal's file.
    pub(super) fn keep(&mut self, ticket: Ticket, work: Work) {
        let stop = self.stop_of(ticket);
        self.give(ticket, None, Job::Keep(ticket, work, stop));
    }

    /// Has one of these two, or the second wave of a search, stopped, as far as it still can be.
    pub(super) fn stop(&self, ticket: Ticket) {
        if let Some(stop) = self.stops.get(&ticket) {
            stop.ask();
        }
    }

    /// Has the journal closed and its key forgotten, once everything before this is done.
    pub(super) fn shut(&self) {
        let _ = self.jobs.send(Job::Close);
    }

    fn stop_of(&mut self, ticket: Ticket) -> Stop {
        self.stops.entry(ticket).or_default().clone()
    }

    fn give(&mut self, ticket: Ticket, words: Option<DraftSave>, job: Job) {
        self.under_way.insert(ticket, words);
        // The thread lives as long as this does; were it gone, leaving would find the words here.
        let _ = self.jobs.send(job);
    }

    /// Learns what came of a request, and hands back the words that were not taken.
    pub(super) fn heard(&mut self, ticket: Ticket, outcome: &Outcome) -> Option<Unsaved> {
        self.stops.remove(&ticket);
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
                        self.back_up();
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
            if let Some((ticket, outcome)) = self.perform(job, news) {
                // When no one listens any more, what was asked for is done all the same.
                let _ = news.send(News::Msg(Msg::Done(ticket, outcome)));
            }
        }
        self.tidy();
        let Self {
            place, mut daily, ..
        } = self;
        drop(place);
        daily.wait();
        let _ = news.send(News::JournalClosed);
    }

    fn perform(&mut self, job: Job, news: &Sender<News>) -> Option<(Ticket, Outcome)> {
        Some(match job {
            Job::Ask(ticket, request, stop) => (ticket, self.answer(request, &stop)),
            Job::SaveSettings(ticket, settings) => (ticket, self.save_settings(&settings)),
            Job::Open(ticket, secret, stop) => {
                let outcome = self.open(&secret, &stop);
                self.tell_rescuer(news);
                (ticket, outcome)
            }
            Job::Keep(ticket, work, stop) => {
                let outcome = self.keep(work, &stop);
                self.tell_rescuer(news);
                (ticket, outcome)
            }
            Job::Close => {
                self.tidy();
                self.place.store = None;
                self.daily.wait();
                self.tell_rescuer(news);
                return None;
            }
        })
    }

    fn answer(&mut self, request: Request, stop: &Stop) -> Outcome {
        let at = self.clock.stamp().at;
        let Some(store) = &mut self.place.store else {
            return Outcome::Trouble(words::no_answer());
        };
        // A fault of ours in here costs this request, and the words stay on the screen.
        let answer = || answer::answer_unless(store, request, at, &|| stop.is_asked());
        catch_unwind(AssertUnwindSafe(answer))
            .unwrap_or_else(|_| Outcome::Trouble(words::no_answer()))
    }

    fn save_settings(&mut self, settings: &Settings) -> Outcome {
        self.place.second.clone_from(&settings.backup_folder);
        match settings.save(&self.settings_file) {
            Ok(()) => Outcome::Done,
            Err(why) => Outcome::Trouble(words::settings_trouble(&why)),
        }
    }

    fn open(&mut self, secret: &Secret, stop: &Stop) -> Outcome {
        // Its first bytes may only be read while nobody in here has it open.
        self.daily.wait();
        let at = self.clock.stamp().at;
        let open = || self.place.open(secret, at, || stop.is_asked());
        match catch_unwind(AssertUnwindSafe(open)) {
            Ok(Ok(Some(opened))) => Outcome::Opened(Box::new(opened)),
            Ok(Ok(None)) => Outcome::Trouble(words::stopped()),
            Ok(Err(why)) => answer::not_opened(&why),
            Err(_) => Outcome::Trouble(words::no_answer()),
        }
    }

    fn keep(&mut self, work: Work, stop: &Stop) -> Outcome {
        let Some(store) = &mut self.place.store else {
            return Outcome::Trouble(words::no_answer());
        };
        // A backup under way would count as another window.
        self.daily.wait();
        let with = Keeping {
            second: self.place.second.as_deref(),
            at: self.clock.stamp().at,
            cost: self.place.cost,
            stopped: &|| stop.is_asked(),
        };
        let came = catch_unwind(AssertUnwindSafe(|| keep(store, work, &with)));
        let came = came.unwrap_or_else(|_| Came::Trouble(words::no_answer().said));
        Outcome::Came(Box::new(came))
    }

    /// Hands the main thread what it needs to lock a rescue file, or takes it back.
    fn tell_rescuer(&self, news: &Sender<News>) {
        let rescuer = self.place.store.as_ref().and_then(Store::rescuer);
        let _ = news.send(News::Rescuer(rescuer));
    }

    fn back_up(&mut self) {
        if let Some(store) = &self.place.store {
            let second = self.place.second.as_deref();
            self.daily.begin_if_due(store, second, &self.clock.stamp());
        }
    }

    fn tidy(&mut self) {
        if let Some(store) = &mut self.place.store {
            // What is saved is saved; tidying is tried again after the next quiet moment.
            let _ = store.checkpoint();
        }
    }
}

#[cfg(test)]
mod tests;
