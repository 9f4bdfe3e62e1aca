//! The words of endings. A line first says what comes, since a goodbye can be hard.

/// Where one is.
pub(in crate::rooms) const TITLE: &str = "Endings";
/// What comes.
pub(super) const WHAT_COMES: &str =
    "This page is about goodbyes. You can leave it at any time, or come back another day.";
/// When no ending is near.
pub(super) const EARLY: &str = "An ending may be easier when it is spoken of early.";
/// The prompt that is always there.
pub(super) const SPOKEN: &str = "Have we said how long we have, and how it will end?";
/// What was gained.
pub(super) const GAINED: &str = "What would they say has changed for them? What did I gain?";
/// Other support.
pub(super) const SUPPORT: &str = "What other support will be there, if they want it?";
/// The way to say it.
pub(super) const HOW: &str = "How would they like our last time to be?";
/// When there is no such entry.
pub(super) const NONE: &str = "Reflections near the end of your work together will be here.";
/// How they come here.
pub(super) const HOW_TO: &str =
    "When you reflect, open \"Add more\" and choose the stage: near the end, or the last time.";
/// Over the entries.
pub(super) const ENTRIES: &str = "Near the end, and last times";
/// The row that begins one.
pub(super) const GOODBYE: &str = "Write a goodbye: a short reflection";
/// An entry with no words.
pub(super) const NO_WORDS: &str = "A reflection without a line";
