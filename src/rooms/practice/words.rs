//! The words of the practice room: nothing is at stake here, and nothing is counted.

/// Where one is.
pub(super) const TITLE: &str = "Practice room";
/// What it is.
pub(super) const WHAT_IT_IS: &str =
    "Nothing is at stake here. What I do here is kept apart from my journal.";
/// Whose views they are.
pub(super) const VIEWS: &str =
    "Peer workers have not yet reviewed the views that come with Alongside.";
/// When there is no story at all.
pub(super) const NO_STORIES: &str =
    "There are no stories to try here. My own packs may bring some.";
/// Over the stories.
pub(super) const STORIES: &str = "Stories to try";
/// Leads to all of them.
pub(super) const EVERY_STORY: &str = "Every story";
/// Under that list.
pub(super) const EVERY_STORY_UNDER: &str =
    "Each can be tried as often as I like. The day is when I last did.";
/// Over those of a pack that is gone.
pub(super) const NOT_HERE: &str = "From a pack that is not here now";
/// Over what else there is.
pub(super) const MORE: &str = "More";
/// The list of tries.
pub(super) const MY_TRIES: &str = "My tries";
/// Reflections that are practice.
pub(super) const MY_REFLECTIONS: &str = "My practice reflections";
/// The headings of the longer view.
pub(super) const HOW_SURE: &str = "How sure I would feel";
/// Behind it.
pub(super) const HOW_SURE_QUIET: &str = "then, looking back, now";
/// A practice reflection with a session that is made up.
pub(super) const MADE_UP: &str = "A made-up session to reflect on";
/// The sheet.
pub(super) const SHEET: &str = "A sheet for my tutor";

// One story ------------------------------------------------------------------------------

/// Before what may be hard.
pub(super) const HARD: &str = "What may be hard in it:";
/// Begins the first try.
pub(super) const TRY: &str = "Try it";
/// Begins another.
pub(super) const TRY_AGAIN: &str = "Try it again";
/// Goes on with one that was left half-way.
pub(super) const GO_ON_TRY: &str = "Go on with the try I began";
/// Over the tries of a story.
pub(super) const EARLIER: &str = "My tries of it, the newest first";
/// All of them.
pub(super) const EVERY_TRY: &str = "Every try of it";
/// Side by side.
pub(super) const BESIDE: &str = "Earlier beside newest";
/// Over what may come next.
pub(super) const AFTERWARDS: &str = "From here, if I like";
/// When its pack is gone.
pub(super) const GONE: &str =
    "The pack with this story is not here now. What I wrote stays, and can be read.";
/// When there is neither a story nor a try.
pub(super) const NOTHING: &str = "This story is not here now, and there is no try of it.";

/// Says which headings it touches.
pub(super) fn touches(headings: &str) -> String {
    format!("It touches {headings}.")
}

// Tries ----------------------------------------------------------------------------------

/// Over the list.
pub(super) const TRIES_UNDER: &str = "The newest first. Choose one to read the whole of it.";
/// When there is none.
pub(super) const NO_TRIES: &str =
    "There is no try yet. A story takes five minutes or so, and can be left half-way.";
/// A try in which nothing was written.
pub(super) const NO_WORDS: &str = "A try without words";
/// Over the page with each try.
pub(super) const BESIDE_UNDER: &str =
    "Under each question is what I wrote each time. The newest comes first.";
/// When there are too few.
pub(super) const ONE_TRY: &str = "There is only one try of it so far.";
/// When there is no practice reflection.
pub(super) const NO_REFLECTIONS: &str =
    "There is no practice reflection yet. A made-up session is there to begin with.";
/// In the place of one that cannot be read.
pub(super) const UNREADABLE: &str = "One that cannot be read";

// The sheet ------------------------------------------------------------------------------

/// The question over the rows.
pub(super) const WHICH: &str = "What would I like to show?";
/// Under it.
pub(super) const WHICH_UNDER: &str =
    "Choose with Enter, and again to take it off. Only what I choose is on the page.";
/// Over the tries.
pub(super) const SHEET_TRIES: &str = "Tries";
/// Over what was said of headings.
pub(super) const SHEET_VIEWS: &str = "How sure I would feel, in words";
/// Behind what is on it.
pub(super) const ON_IT: &str = "on the sheet";
/// Shows the page.
pub(super) const SEE_PAGE: &str = "See the page, and save it";
/// When nothing was chosen.
pub(super) const NONE_CHOSEN: &str = "Nothing is on the sheet yet. Choose something first.";
/// The name of the file.
pub(super) const SHEET_FILE: &str = "practice";
