//! What a visit asks of the journal, and what comes of it.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::{
    AskAgain, Carried, CarryPlace, Draft, Ends, Entry, Finished, FormKind, HeadingId, Id, KeepWell,
    LastTime, Listed, LongerView, LongerViews, Meeting, Passage, Passages, Past, Query,
    SavedSearch, Signed, Span, Staged, Subject, Tally, Version,
};

/// Something to do. Each is wholly done or not at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Read an entry. Gives [`Came::Entry`].
    Entry(Id),
    /// Every version of an entry. Gives [`Came::Versions`].
    Versions(Id),
    /// Keep an entry in other words. Gives [`Came::Done`].
    Revise(Box<Entry>, Option<Ends>),
    /// Keep something new as an entry. Gives [`Came::Done`].
    Finish(Box<Finished>),
    /// Take an entry out of the journal. Gives [`Came::Done`].
    Delete(Id),
    /// Bring it back. Gives [`Came::Done`].
    BringBack(Id),
    /// The signs of the newest entries. Gives [`Came::Signs`].
    Signs(usize),
    /// Signs by week or month. Gives [`Came::Tallies`].
    Tallies(Span, NaiveDate, NaiveDate),
    /// A page of passages. Gives [`Came::Passages`].
    Passages(Passages, Option<(DateTime<FixedOffset>, Id)>, usize),
    /// Endings. Gives [`Came::Endings`].
    Endings(usize),
    /// What a new walk needs to know. Gives [`Came::Past`].
    Past,
    /// The first day that an entry is about, practice left out. Gives [`Came::Oldest`].
    Oldest,
    /// A page of intentions. Gives [`Came::Carried`].
    Carried(Option<CarryPlace>, usize),
    /// The intention of one entry. Gives [`Came::Carried`], with one or with none.
    CarriedBy(Id),
    /// Hear what became of an intention. Gives [`Came::Done`].
    Hear(LastTime, Option<Ends>),
    /// Take back what was said of an intention, by its own id. Gives [`Came::Done`].
    Unhear(Id),
    /// What is on the list for supervision. Gives [`Came::Flagged`].
    Flagged(usize),
    /// Every hour of supervision. Gives [`Came::Meetings`].
    Meetings,
    /// Keep an hour. Gives [`Came::Done`].
    KeepMeeting(Box<Meeting>, Option<Ends>),
    /// Take an hour away. Gives [`Came::Done`].
    DropMeeting(Id),
    /// The page on keeping well. Gives [`Came::KeepWell`].
    KeepWell,
    /// Keep it. Gives [`Came::Done`].
    SaveKeepWell(KeepWell, Option<Ends>),
    /// Every search that was kept. Gives [`Came::Searches`].
    Searches,
    /// Keep a search. Gives [`Came::Done`].
    KeepSearch(SavedSearch, Option<Ends>),
    /// Take a search away. Gives [`Came::Done`].
    DropSearch(Id),
    /// Every label in use. Gives [`Came::Tags`].
    Tags,
    /// The days of a month. Gives [`Came::Month`].
    Month(NaiveDate),
    /// A page of entries that are found. Gives [`Came::Found`].
    Find(Box<Query>, Option<(DateTime<FixedOffset>, Id)>, usize),
    /// What was typed on a form and not finished. Gives [`Came::Form`].
    Form(Subject),
    /// Every try of this vignette, or of all. Gives [`Came::Tries`].
    Tries(Option<String>),
    /// Tries of this vignette that were begun and not finished. Gives [`Came::LeftTries`].
    LeftTries(String),
    /// Practice with a line under this heading, at most so many. Gives [`Came::Practised`].
    Practised(HeadingId, usize),
    /// Everything there is of the longer view. Gives [`Came::LongerViews`].
    LongerViews,
    /// Keep what was said of the longer view, and the day to be asked again. Gives [`Came::Done`].
    SayLongerView(Vec<LongerView>, Option<AskAgain>, Option<Ends>),
    /// Take back something that was said of the longer view. Gives [`Came::Done`].
    DropLongerView(Id),
    /// Be asked no more about a heading, and keep what was said with that. Gives [`Came::Done`].
    DropAskAgain(HeadingId, Vec<LongerView>, Option<Ends>),
    /// Every form of this kind that was begun and not finished. Gives [`Came::Forms`].
    Forms(FormKind),
    /// Drop what was typed on a form. Gives [`Came::Done`].
    DropForm(Subject),
    /// Write a text to a new file, and never over another. Gives [`Came::Saved`].
    SaveText {
        /// Where; a folder is taken for a file in it with this name.
        to: PathBuf,
        /// The name in a folder, such as `supervision-2026-11-22.md`.
        name: String,
        /// The text.
        text: String,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// It is done.
    Done,
    /// An entry; `None` when it is not there, or was taken out.
    Entry(Option<Box<Entry>>),
    /// The newest first.
    Versions(Vec<Version>),
    /// The newest first.
    Signs(Vec<Signed>),
    /// By week or month.
    Tallies(Vec<Tally>),
    /// The newest first.
    Passages(Vec<Passage>),
    /// The newest first.
    Endings(Vec<Staged>),
    /// What a new walk needs to know.
    Past(Box<Past>),
    /// The day of the oldest entry.
    Oldest(Option<NaiveDate>),
    /// Those still held first, and of each the newest.
    Carried(Vec<Carried>),
    /// The newest first.
    Flagged(Vec<Entry>),
    /// The newest first.
    Meetings(Vec<Meeting>),
    /// The page on keeping well.
    KeepWell(KeepWell),
    /// By their names.
    Searches(Vec<SavedSearch>),
    /// In the order of the alphabet.
    Tags(Vec<String>),
    /// The days that have entries.
    Month(Vec<(NaiveDate, usize)>),
    /// What was found.
    Found(Vec<Listed>),
    /// What was typed on a form and not finished.
    Form(Option<Box<Draft>>),
    /// The one edited last comes first.
    Forms(Vec<Draft>),
    /// The form was closed at its end: this is all that was changed on it.
    Written(Box<Draft>),
    /// The form was closed before its end. Its words stay and are there the next time.
    NotWritten,
    /// The newest first.
    Tries(Vec<Entry>),
    /// The one edited last comes first.
    LeftTries(Vec<Draft>),
    /// The newest first.
    Practised(Vec<Entry>),
    /// The longer view.
    LongerViews(Box<LongerViews>),
    /// The text is in this file.
    Saved(PathBuf),
    /// It could not be done, and why: what happened, whether the words are safe, what to do.
    Trouble(String),
}
