//! What a backup holds, against what the journal holds, in a few sentences.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::words;
use crate::domain::{Holds, Id};
use crate::vault::{days, words as common};

/// Says what a backup holds, what the journal holds, and what one has that the other has not.
pub(super) fn said(backup: &Holds, journal: Option<&Holds>, today: NaiveDate) -> Vec<String> {
    let this = words::this_backup(&holds(backup, today));
    let Some(journal) = journal else {
        let too = words::PRACTICE_TOO.to_owned();
        return vec![this, too, words::JOURNAL_UNREADABLE.to_owned()];
    };
    let gone = only_in(journal, backup);
    let back = only_in(backup, journal);
    // First: on a small screen the rows are in sight at once, and the end of the text is not.
    let mut said = Vec::new();
    if !gone.is_empty() {
        said.push(words::not_in_backup(gone.len(), &days::list(gone, today)));
    }
    if !back.is_empty() {
        said.push(words::not_in_journal(back.len(), &days::list(back, today)));
    }
    said.extend([this, words::journal_now(&holds(journal, today))]);
    if journal.half_done > 0 || backup.half_done > 0 {
        said.push(words::half_done(backup.half_done, journal.half_done));
    }
    if journal.half_written > 0 || backup.half_written > 0 {
        said.push(words::half_written(
            backup.half_written,
            journal.half_written,
        ));
    }
    if journal.meetings > backup.meetings {
        said.push(words::meetings(backup.meetings, journal.meetings));
    }
    if journal.has_card && !backup.has_card {
        said.push(words::NO_CARD.to_owned());
    }
    if journal.keeps_well && !backup.keeps_well {
        said.push(words::NO_KEEP_WELL.to_owned());
    }
    if journal.searches > backup.searches {
        said.push(words::FEWER_SEARCHES.to_owned());
    }
    if journal.longer_views > backup.longer_views {
        said.push(words::LESS_LONGER_VIEW.to_owned());
    }
    if journal.said > backup.said {
        said.push(words::LESS_SAID.to_owned());
    }
    said.push(words::PRACTICE_TOO.to_owned());
    said.push(words::PUT_ASIDE.to_owned());
    said
}

/// "12 entries, the last from 20 November".
fn holds(holds: &Holds, today: NaiveDate) -> String {
    let entries = common::entries(holds.entries.len());
    let last = holds.entries.iter().map(|(_, day)| *day).max();
    match last {
        Some(last) => words::the_last_from(&entries, &days::say_plainly(last, today)),
        None => entries,
    }
}

/// The days of the entries that only one of them has.
fn only_in(one: &Holds, other: &Holds) -> Vec<NaiveDate> {
    let there: BTreeSet<Id> = other.entries.iter().map(|(id, _)| *id).collect();
    let only = one.entries.iter().filter(|(id, _)| !there.contains(id));
    only.map(|(_, day)| *day).collect()
}
