//! Words around a page that is saved.

/// The first line of what is saved from a made-up journal.
pub(super) const MADE_UP: &str = "Made up: nobody in it is real, and none of it happened.";
/// Saves it as plain text.
pub(super) const AS_TEXT: &str = "Save it as plain text";
/// Saves it as Markdown.
pub(super) const AS_MARKDOWN: &str = "Save it as Markdown";
/// Goes back.
pub(super) const BACK: &str = "Go back";
/// Goes back, where it is too long.
pub(super) const TAKE_OFF: &str = "Go back and take something off";
/// Where it is too long.
pub(super) const TOO_LONG: &str =
    "This is longer than one page. You can take something off, or save it as it is.";
/// Under the preview.
pub(super) const READ_IT: &str = "Before you save it: would I be at ease if the person read this?";
/// Before the place.
pub(super) const WHERE: &str = "Where to save it";
/// Over it.
pub(super) const WHERE_UNDER: &str =
    "Type a folder or a whole path. Nothing that is there already is written over.";
/// When it is no whole path.
pub(super) const WHOLE_PATH: &str =
    "Type the whole path, from / or ~ on, such as ~/Documents. Nothing was saved.";
/// Where it is now.
pub(super) fn saved(path: &str) -> String {
    format!("It is in this file: {path}")
}
/// What that means.
pub(super) const OUT: &str =
    "This file is outside your journal and is not locked. Whoever can open it can read it.";
