//! Words of the room for supervision.

/// Over the room.
pub(super) const ROOM: &str = "One good page to take along";
/// What it is, before the first sheet.
pub(super) const WHAT_IT_IS: &str = "A sheet begins with what you need from the hour. Then you choose what to bring, with a fresh line for each.";
/// That it works with nothing yet.
pub(super) const EMPTY_JOURNAL: &str =
    "What you put on your list in a reflection waits here. You can begin a sheet without any.";
/// Goes on with a sheet.
pub(super) const GO_ON: &str = "Go on with my sheet";
/// Goes on with the first page of one.
pub(super) const HALF_WAY: &str = "Go on with the sheet I began";
/// Behind it.
pub(super) const HALF_WAY_QUIET: &str = "its first page is half-way";
/// Begins one.
pub(super) const NEW: &str = "Begin a new sheet";
/// The list.
pub(super) const LIST: &str = "What is on my list";
/// Under it.
pub(super) const LIST_UNDER: &str =
    "Choose one to read it. It leaves the list once it was taken to an hour.";
/// Nothing is on it.
pub(super) const NOTHING_ON_LIST: &str = "Nothing is on your list now. That is fine.";
/// How something comes there.
pub(super) const HOW_TO_FLAG: &str =
    "Near its end a reflection asks if you would like to bring it. A yes puts it here.";
/// Questions for two or three.
pub(super) const TOGETHER: &str = "Questions to think over together";
/// Which heading.
pub(super) const WHICH_HEADING: &str =
    "Choose a heading. The page holds its questions and nothing else.";
/// The name of its file.
pub(super) const TOGETHER_FILE: &str = "thinking-together";
/// The hours before.
pub(super) const HOURS: &str = "The hours so far";
/// Goes back.
pub(super) const BACK: &str = "Go back";

/// How many things are on a sheet.
pub(super) fn things(count: usize) -> String {
    match count {
        0 => "nothing on it yet".to_owned(),
        1 => "one thing on it".to_owned(),
        _ => format!("{count} things on it"),
    }
}

/// It was taken away in another window.
pub(super) const NOT_THERE: &str =
    "This sheet is not there any more. It may have been taken away in another window.";

// A sheet ---------------------------------------------------------------------------------

/// The name of the file.
pub(super) const SHEET_FILE: &str = "supervision";
/// Over the things on the sheet.
pub(super) const ON_SHEET: &str = "On my sheet";
/// Where no need was written.
pub(super) const NO_NEED: &str = "Nothing is written here. You can say it when you meet.";
/// Before whom it is with.
pub(super) const WITH: &str = "With";
/// Before what is asked for.
pub(super) const ASKING: &str = "I am asking";
/// Where nothing is on it.
pub(super) const NOTHING_ON_SHEET: &str =
    "Nothing else is on the sheet yet. What you need is enough for an hour.";
/// Over what can be done.
pub(super) const MORE: &str = "What next";
/// Adds something.
pub(super) const ADD: &str = "Add something to bring";
/// Changes the top.
pub(super) const CHANGE_NEED: &str = "Change what I need, who it is with, what I ask";
/// Shows the page.
pub(super) const SEE: &str = "See the page, and save it";
/// After the hour.
pub(super) const AGREE: &str = "We have met: write what we agreed";
/// Changes what was agreed.
pub(super) const CHANGE_AGREED: &str = "Change what we agreed";
/// Over what was agreed.
pub(super) const AGREED: &str = "What we agreed";
/// Where nothing was written.
pub(super) const NOTHING_AGREED: &str = "Nothing was written here.";
/// Takes it back.
pub(super) const WHICH_DAY: &str = "When did we meet?";
pub(super) const WHICH_DAY_UNDER: &str = "A day such as today, yesterday, 12 March or 2026-03-12.";
pub(super) const DAY: &str = "The day";
pub(super) const NO_SUCH_DAY: &str =
    "Kept. That day could not be read, so the one before stands. You can change it.";
pub(super) const NOT_TAKEN: &str = "We have not met yet: put it back";
/// Said then.
pub(super) const PUT_BACK: &str = "It is a sheet under way again, and its things are on your list.";
/// Said once it was taken.
pub(super) const TAKEN: &str = "It is with the hours so far. What you brought has left your list.";
/// Takes the sheet away.
pub(super) const DROP: &str = "Take this sheet away";
/// Asks if it is meant.
pub(super) const DROP_ASK: &str = "Take this sheet away for good?";
/// What goes.
pub(super) const DROP_UNDER: &str =
    "Its lines go with it. The entries it points to stay in your journal.";
/// The safe row.
pub(super) const KEEP: &str = "Keep it";
/// Does it.
pub(super) const DROP_FOR_GOOD: &str = "Take it away for good";

// One thing on it -------------------------------------------------------------------------

/// Where no line was written.
pub(super) const NO_LINE: &str = "No line is written. You can say it when you meet.";
/// Changes its line.
pub(super) const CHANGE_LINE: &str = "Change my line";
/// Moves it up.
pub(super) const UP: &str = "Move it up";
/// Moves it down.
pub(super) const DOWN: &str = "Move it down";
/// Reads the entry.
pub(super) const READ: &str = "Read the entry it comes from";
/// Takes it off.
pub(super) const TAKE_OFF: &str = "Take it off the sheet";
/// Asks if it is meant.
pub(super) const TAKE_OFF_ASK: &str = "Take this off the sheet, with its line?";
/// Says so.
pub(super) const IS_OFF: &str = "It is off the sheet. You can add it again.";
/// Over a line, where other words stand in its place half-way.
pub(super) const AS_IT_IS: &str = "On the sheet it says";
/// A line is kept.
pub(super) const ON_IT: &str = "It is on your sheet. Choose it there to change it or take it off.";
/// A form was closed before its end.
pub(super) const AS_IT_WAS: &str = "The sheet is as it was. What you typed there waits for you.";

/// Where a thing stands.
pub(super) fn place(at: usize, of: usize) -> String {
    format!("{at} of {of} on the sheet")
}

// Adding ----------------------------------------------------------------------------------

/// Over what can be brought.
pub(super) const BRING: &str = "What would I like to bring?";
/// Under it.
pub(super) const BRING_UNDER: &str = "Each gets a fresh line. Nothing is copied from your journal.";
/// Over what was flagged.
pub(super) const FLAGGED: &str = "On my list";
/// Over plans that were tried.
pub(super) const TRIED: &str = "Plans I tried";
/// Over what has no entry.
pub(super) const ELSE: &str = "Something else";
/// Offers answers that were "not sure".
pub(super) const UNSURE: &str = "Look at answers where I was not sure";
/// Over them.
pub(super) const UNSURE_ASK: &str = "Where I was not sure";
/// Under them.
pub(super) const UNSURE_UNDER: &str =
    "Not sure is a good answer. Choose one if you would like to think about it there.";
/// There are none.
pub(super) const NONE_TO_OFFER: &str = "There is none now that is not on the sheet.";
/// Offers entries that are near an end.
pub(super) const ENDINGS: &str = "Look at entries near an ending";
/// Over them.
pub(super) const ENDINGS_ASK: &str = "Endings coming up";
/// Under it.
pub(super) const ENDINGS_UNDER: &str =
    "You wrote that these were near the end, or the last time. Choose one to bring it.";
/// What something that was flagged is about.
pub(super) const TOPIC_ASK: &str = "What is it about?";
/// How to reach all of what was flagged.
pub(super) const ALL_FLAGGED: &str = "is:flagged";
/// How to reach every answer that was "not sure".
pub(super) const ALL_UNSURE: &str = "answer:unsure";
/// How to reach every entry near an end.
pub(super) const ALL_ENDINGS: &str = "stage:last or stage:near-the-end";
/// Where the plans stop.
pub(super) const PLANS_STOP: &str =
    "Plans are looked for among the newest only. Carry forward has every one.";

/// A list stops here, and this search reaches the rest.
pub(super) fn stops(most: usize, search: &str) -> String {
    format!("These are the newest {most}. In your journal you find more with {search}.")
}
/// Goes on to the sheet.
pub(super) const TO_SHEET: &str = "See my sheet so far";
