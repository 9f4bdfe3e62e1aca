//! The words of the pages to learn from; the pages themselves are content.

/// Where one is.
pub(super) const TITLE: &str = "Learn";
/// Over the list.
pub(super) const ABOUT: &str = "Short pages on the principles, the values, and the work itself. \
     Each takes a few minutes. No one asks what you remember.";
/// The row that finds.
pub(super) const FIND: &str = "Find in the pages";
/// The line it asks.
pub(super) const FIND_WHAT: &str = "Words to find";
/// Over the pages on principles.
pub(super) const PRINCIPLES: &str = "The principles";
/// Over the pages on values.
pub(super) const VALUES: &str = "The values, and supporting";
/// Over the others.
pub(super) const THE_WORK: &str = "The work itself";
/// When a line without words was typed.
pub(super) const NO_WORDS: &str = "Type a word to find, such as: power";
/// When no page has it.
pub(super) fn none_has(typed: &str) -> String {
    format!("No page has \"{typed}\". Fewer letters may find more.")
}
/// Which pages have it.
pub(super) fn pages_with(typed: &str) -> String {
    format!("Pages with \"{typed}\"")
}
/// Find something else.
pub(super) const FIND_AGAIN: &str = "Find something else";
/// Over the quotes of a page.
pub(super) const COMES_FROM: &str = "Where it comes from";
/// The sources, by the names the items use for them.
pub(super) const SOURCES: [(&str, &str); 2] = [
    ("seed-1", "From the eight principles of peer support:"),
    ("seed-2", "From the values and principles of peer support:"),
];
/// A source that is named only.
pub(super) fn from(source: &str) -> String {
    format!("From {source}:")
}
/// Over the items of a page.
pub(super) const QUESTIONS: &str = "Questions, with what each can look like";
/// Over the stories of a page.
pub(super) const STORIES: &str = "Stories to try";
/// The page after.
pub(super) fn next_page(title: &str) -> String {
    format!("Next: {title}")
}
/// The page before.
pub(super) fn page_before(title: &str) -> String {
    format!("Before: {title}")
}
/// When there is none before.
pub(super) const IS_FIRST: &str = "This is the first page.";
/// When there is none after.
pub(super) const IS_LAST: &str = "This is the last page.";
/// When a page is not there.
pub(super) const NOT_THERE: &str = "This page is not there.";
/// When an item has no example.
pub(super) const NO_EXAMPLE: &str = "There is no example for this one.";
