//! The first connections of a program, opened by several threads in one moment.
//!
//! The engine calls itself ready a little before it is: a connection that met it so knew nothing
//! of locking. One test alone in its program, or the engine would be ready already.

use std::sync::{Arc, Barrier};
use std::thread;

use alongside::key::{Cost, FileKey, Passphrase};
use alongside::store::{Access, Key, Store};
use chrono::DateTime;

#[test]
fn every_one_of_them_knows_how_to_lock() {
    const THREADS: usize = 8;
    let all = Arc::new(Barrier::new(THREADS));
    let threads = (0..THREADS).map(|_| {
        let all = Arc::clone(&all);
        thread::spawn(move || {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("journal.db");
            let key = FileKey::make(&Passphrase::new("tea"), Cost::Trial).unwrap();
            let at = DateTime::parse_from_rfc3339("2026-03-12T21:45:03+01:00").unwrap();
            all.wait();
            let mut store = Store::open(&path, Access::Write, &Key::None, at).unwrap();
            store.rekey(&Key::Locked(key)).unwrap();
        })
    });
    for thread in threads.collect::<Vec<_>>() {
        thread.join().unwrap();
    }
}
