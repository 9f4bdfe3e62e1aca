//! How long the store takes, with a journal of some years and of ten.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin may end")]

#[expect(unreachable_pub, reason = "it reads like any other module")]
mod support;

use alongside::domain::{DraftSave, Field, Query, Revision, Subject};
use alongside::store::{Key, Store};
use divan::Bencher;

use self::support::{at, journal, text, walk};

const SIZES: [u32; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

fn open(path: &std::path::Path) -> Store {
    support::open(path, &Key::None)
}

#[divan::bench(args = SIZES)]
fn open_and_list(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    bencher.bench_local(|| {
        let store = open(&path);
        let page = store.entries(None, 50).unwrap();
        // Closing is not what is measured.
        (store, page)
    });
}

#[divan::bench(args = SIZES)]
fn save_a_draft(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let mut store = open(&path);
    let mut revision = 0;
    bencher.bench_local(|| {
        revision += 1;
        let save = DraftSave {
            subject: Subject::Card,
            fields: vec![(Field::Moment, text(7, 60))],
            revision: Revision(revision),
        };
        store.save_draft(&save, at(0)).unwrap()
    });
}

#[divan::bench(args = SIZES)]
fn finish(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let mut store = open(&path);
    let mut number = entries;
    bencher.bench_local(|| {
        number += 1;
        store.finish(&walk(number), at(number)).unwrap();
    });
}

#[divan::bench(args = SIZES)]
fn search_few(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let store = open(&path);
    let query = typed("kettle77 window");
    bencher.bench_local(|| store.find(&query, None, 50).unwrap());
}

#[divan::bench(args = SIZES)]
fn search_nearly_all(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let store = open(&path);
    let query = typed("wa");
    bencher.bench_local(|| store.find(&query, None, 50).unwrap());
}

#[divan::bench(args = SIZES)]
fn past(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let store = open(&path);
    bencher.bench_local(|| store.past().unwrap());
}

#[divan::bench(args = SIZES)]
fn read_one(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let store = open(&path);
    let id = walk(entries / 2).entry.id;
    bencher.bench_local(|| store.entry(id).unwrap());
}

#[divan::bench(args = SIZES)]
fn waiting(bencher: Bencher<'_, '_>, entries: u32) {
    let (_folder, path) = journal(entries);
    let store = open(&path);
    bencher.bench_local(|| store.waiting().unwrap());
}

/// What is searched for when this was typed.
fn typed(text: &str) -> Query {
    Query::parse(text, at(0).date_naive(), &[]).unwrap()
}
