//! A try of a vignette: what I thought and chose before I saw how others might go about it.
//!
//! A try is kept as an entry that is practice, so it is found, changed, taken out and erased like any
//! other. It keeps the story as it was shown: the pack it came from may be gone one day (ground rule 9).

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;

vocabulary! {
    /// How sure I was, before I saw any other view.
    HowSure {
        /// Not sure.
        NotSure = "not_sure",
        /// Fairly.
        Fairly = "fairly",
        /// Very.
        Very = "very",
    }
}

vocabulary! {
    /// What I would want before or after meeting this for real.
    Want {
        /// To watch somebody do it first.
        WatchFirst = "watch_first",
        /// Someone with me.
        WithSomeone = "with_someone",
        /// To talk after.
        TalkAfter = "talk_after",
        /// To try it.
        TryIt = "try_it",
    }
}

/// A way that was offered, as it was worded then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// Its id in the vignette.
    pub id: String,
    /// Its words, as they were shown.
    pub words: String,
}

/// What an entry keeps of a vignette beside the answers and the next step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The vignette's id.
    pub vignette: String,
    /// The version of its words.
    pub version: u32,
    /// Its title, as it was shown.
    pub title: String,
    /// The story, as it was shown, paragraph by paragraph.
    pub story: Vec<String>,
    /// My first pull.
    pub pull: String,
    /// What I might do, of what was offered.
    pub ways: Vec<Way>,
    /// What I might do, in my own words.
    pub own_way: String,
    /// How sure I was.
    pub how_sure: Option<HowSure>,
    /// What I had not thought of.
    pub not_thought_of: String,
    /// What I would want.
    pub want: Option<Want>,
}
