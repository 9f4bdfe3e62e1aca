//! What Home calls the places it leads to.
//!
//! Both front ends say the same, so that a person who changes from one to the other, or is helped
//! over the phone by somebody who uses the other, finds every row again.

use crate::content::Pack;
use crate::domain::{FormKind, Waiting};

/// Land.
pub const LAND: &str = "Land: ninety seconds, whatever it is";
/// A reflection.
pub const REFLECT: &str = "Begin a reflection";
/// One minute before a session.
pub const BEFORE_SESSION: &str = "Before a session";
/// The journal.
pub const JOURNAL: &str = "My journal";
/// Look back.
pub const LOOK_BACK: &str = "Look back";
/// Every intention.
pub const CARRY: &str = "Carry forward";
/// Supervision.
pub const SUPERVISION: &str = "Supervision";
/// Support, and the support card.
pub const SUPPORT: &str = "Support and my card";
/// The support card.
pub const CARD: &str = "My support card";
/// The practice room.
pub const PRACTICE: &str = "Practice room";
/// The pages to learn from.
pub const LEARN: &str = "Learn";
/// The story that whoever has no sessions yet is led to.
pub const FIRST_STORY: &str = "first-meeting";
/// When a story went with its pack.
pub const NO_STORY: &str = "This story is not here now. Its pack may be gone.";
/// Lock it, back it up, erase it.
pub const KEEP_SAFE: &str = "Keep my words safe";
/// The first steps again, which are the settings.
pub const SETTINGS: &str = "How Alongside looks and works";
/// Help.
pub const HELP: &str = "Help";
/// What this is.
pub const ABOUT: &str = "What this is, and is not";
/// Said once, before a text is opened in the person's own editor for the first time.
pub const EDITOR_KEEPS_A_FILE: &str = "Your editor has this text in a file of its own while it is \
     open, and that file is not locked. Choose this again to open it.";
/// Leave.
pub const LEAVE: &str = "Leave";
/// A day to be asked again has come, on a shared computer.
pub const A_DAY_CAME: &str = "A day I set has come";
/// Several have.
pub const DAYS_CAME: &str = "Days I set have come";
/// One plan to tell someone, on a shared computer.
pub const ONE_WAITING: &str = "One thing is waiting";

/// What a form that was left half-way is for: it may be read by others, so it says no more.
pub const fn form(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Change => "a change to an entry",
        FormKind::Later => "a line to add to an entry",
        FormKind::Tags => "labels for an entry",
        FormKind::Carry => "what came of a next step",
        FormKind::Meeting => "getting ready for supervision",
        FormKind::Agreed => "what we agreed in supervision",
        FormKind::KeepWell => "what keeps me well",
        FormKind::Story => "sharing my story",
        FormKind::Search => "a name for a search",
        FormKind::LongerView => "how sure I would feel",
    }
}

/// Says that the day has come on which somebody wanted to be asked again about a heading.
pub fn day_came(heading: &str) -> String {
    format!("The day I set has come: {heading}")
}

/// Says whom somebody planned to speak to, where they are not on a shared computer.
pub fn planned(pack: &Pack, waiting: &Waiting) -> String {
    format!("You planned to speak to {}", who(pack, waiting))
}

/// Whom somebody planned to speak to; the supervisor, when they did not say.
pub fn who(pack: &Pack, waiting: &Waiting) -> String {
    let who = waiting.who.trim().trim_end_matches('.');
    if who.is_empty() {
        let supervisor = pack.words.get("supervisor").unwrap_or_default();
        format!("your {supervisor}")
    } else {
        who.to_owned()
    }
}
