//! The day's own backup, made in a quiet moment on a thread of its own.
//!
//! It has its own connection, so no save ever waits for it. While it runs it counts as somebody
//! who has the journal open: before the file is replaced, or its first bytes are read, it must
//! have ended.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread::{self, JoinHandle};

use crate::domain::{BackupWhy, Stamp};
use crate::store::Store;

/// Milliseconds before a backup that could not be made is tried again.
const AGAIN: u64 = 10 * 60 * 1_000;

/// The day's backup, which may be running.
#[derive(Debug, Default)]
pub(super) struct Daily {
    running: Option<JoinHandle<()>>,
    /// When it was last tried.
    tried: Option<u64>,
}

impl Daily {
    /// Begins the day's backup, if it is time for it.
    pub(super) fn begin_if_due(&mut self, store: &Store, second: Option<&Path>, now: &Stamp) {
        let is_running = self.running.as_ref().is_some_and(|it| !it.is_finished());
        let is_soon = self.tried.is_some_and(|at| now.tick < at + AGAIN);
        if is_running || is_soon || store.read_only().is_some() || !store.backup_due(now.at) {
            return;
        }
        self.tried = Some(now.tick);
        let job = store.backup_job(second, BackupWhy::Daily, now.at);
        let work = move || {
            // What could not be made is tried again; Home says when the last one was.
            let _ = catch_unwind(AssertUnwindSafe(|| job.run().is_ok()));
        };
        let thread = thread::Builder::new().name("backup".into());
        self.running = thread.spawn(work).ok();
    }

    /// Waits until none is running.
    pub(super) fn wait(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.join();
        }
    }
}
