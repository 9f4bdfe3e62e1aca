//! What is said about packs and about the pages to learn from.

use std::fmt::Display;
use std::path::Path;

// The words of the place ------------------------------------------------------------------

/// Which place's words are used.
pub(crate) fn words_of(place: &str) -> String {
    format!("Words of the place: {place}")
}

// The list of packs -----------------------------------------------------------------------

/// What comes with the program.
pub(crate) fn pack_shipped(title: &str, items: usize, stories: usize, pages: usize) -> String {
    format!(
        "With Alongside: {title}. {}, {} and {}.",
        counted(items, "question", "questions"),
        counted(stories, "story to try", "stories to try"),
        counted(pages, "page to learn from", "pages to learn from"),
    )
}
/// The words of the place, with their title.
pub(crate) fn pack_of_place(title: &str, place: &str) -> String {
    format!("Words of the place: {title} ({place}).")
}
/// Both ways to those of another place.
pub(crate) const OTHER_PLACES: &str = "To change them, go to \"How Alongside looks and works\" on Home, or type: \
    alongside settings --words PLACE (uk, us or nz-au)";
/// Where the own ones are.
pub(crate) fn own_packs_in(folder: &Path) -> String {
    format!("Your own packs, in {}:", folder.display())
}
/// When there is none.
pub(crate) const NO_OWN_PACKS: &str =
    "None yet. To begin one, type: alongside packs new our-service";
/// A pack that is used.
pub(crate) fn pack_used(file: &str, title: &str, brings: &str) -> String {
    format!("{file}: {title}. {brings}")
}
/// A pack that is left out.
pub(crate) fn pack_left_out(why: impl Display) -> String {
    format!("Left out for now. {why}")
}
/// What a pack brings.
pub(crate) fn brings(words: usize, steps: usize, items: usize, vignettes: usize) -> String {
    let all = [
        (words, "word of the place", "words of the place"),
        (steps, "step in other words", "steps in other words"),
        (items, "question", "questions"),
        (vignettes, "story to try", "stories to try"),
    ];
    let parts: Vec<String> = all
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, more)| counted(count, one, more))
        .collect();
    match parts.split_last() {
        None => "It brings nothing yet.".to_owned(),
        Some((last, [])) => format!("It brings {last}."),
        Some((last, before)) => format!("It brings {} and {last}.", before.join(", ")),
    }
}
fn counted(count: usize, one: &str, more: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    }
}

// Checking --------------------------------------------------------------------------------

/// A pack that can be used.
pub(crate) fn pack_can_be_used(file: &str, brings: &str) -> String {
    format!("{file}: it can be used. {brings}")
}
/// Over what could be plainer.
pub(crate) const COULD_BE_PLAINER: &str =
    "This could be plainer. It is advice, and the pack is used as it is.";
/// When nothing could.
pub(crate) const IS_PLAIN: &str = "Its words are plain.";
/// When there is nothing to check.
pub(crate) const NOTHING_TO_CHECK: &str = "There is no pack of your own to check yet.";
/// When one or more cannot be used.
pub(crate) const PACKS_TO_MEND: &str = "Not every pack can be used yet.";
/// What to do about it.
pub(crate) const SEE_ABOVE_TO_MEND: &str = "Above it says what to change. Then check it again.";
/// There is no such file to check.
pub(crate) fn no_pack_file(typed: &Path) -> String {
    format!(
        "There is no file {} here or in the packs folder.",
        typed.display()
    )
}
/// What to do about it.
pub(crate) const SEE_PACKS: &str = "To see the packs that are there, type: alongside packs list";

// A new one -------------------------------------------------------------------------------

/// Where it is.
pub(crate) fn pack_begun(path: &Path) -> String {
    format!("Begun: {}", path.display())
}
/// What to do next.
pub(crate) fn pack_next(name: &str) -> String {
    format!(
        "Open it in a text editor and change what you like. Then type: alongside packs check {name}"
    )
}
/// A name that is none.
pub(crate) fn no_pack_name(name: &str) -> String {
    format!("A pack cannot be called \"{name}\".")
}
/// What to do about it.
pub(crate) const SAY_A_NAME: &str =
    "Use letters a to z, numbers, - and _ only, such as: alongside packs new our-service";
/// There is one of that name.
pub(crate) fn pack_is_there(path: &Path) -> String {
    format!(
        "There is a file {} already. It is as it was.",
        path.display()
    )
}
/// What to do about it.
pub(crate) const SAY_ANOTHER_NAME: &str = "Choose another name, or change that file.";
/// It could not be written.
pub(crate) fn pack_not_written(path: &Path, why: &str) -> String {
    format!("The file {} could not be written: {why}.", path.display())
}
/// What to do about it.
pub(crate) const SEE_THE_FOLDER: &str = "See that you are allowed to write there, then try again.";

// The pages to learn from -----------------------------------------------------------------

/// No page is meant by this.
pub(crate) fn no_page(typed: &str) -> String {
    format!("There is no page called \"{typed}\".")
}
/// Below the list.
pub(crate) const READ_A_PAGE: &str = "To read one, type: alongside learn mutuality";
/// A line of the list.
pub(crate) fn page_row(id: &str, title: &str, line: &str) -> String {
    format!("{id}: {title}. {line}")
}
