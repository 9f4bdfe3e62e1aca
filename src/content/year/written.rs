//! The made-up year as it is written down, word for word.
//!
//! A name that is not known is an error, so that a slip in the text is found by the test that reads
//! it and never by a trainer in front of a class.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{
    self, AsOf, Asking, CardLine, CarryAnswer, Footing, HowSure, KeepWell, Kind, LeftMe, Length,
    Need, Stage, Topic, Want, With,
};

/// Holds the whole text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    #[serde(rename = "entry")]
    pub(super) walks: Vec<Walk>,
    pub(super) keep_well: KeepWell,
    pub(super) card: BTreeMap<CardLine, String>,
    #[serde(rename = "meeting")]
    pub(super) hours: Vec<Hour>,
    #[serde(rename = "try")]
    pub(super) tries: Vec<Try>,
    pub(super) said: Vec<Said>,
    pub(super) again: Vec<Again>,
}

/// Holds one entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Walk {
    pub(super) days_ago: u32,
    pub(super) hour: u32,
    pub(super) length: Length,
    #[serde(default)]
    pub(super) kind: Option<Kind>,
    #[serde(default)]
    pub(super) stage: Option<Stage>,
    #[serde(default)]
    pub(super) minutes: Option<u16>,
    #[serde(default)]
    pub(super) practice: bool,
    #[serde(default)]
    pub(super) left: Vec<LeftMe>,
    #[serde(default)]
    pub(super) need: Option<Need>,
    pub(super) moment: String,
    #[serde(default, rename = "answer")]
    pub(super) answers: Vec<Answer>,
    #[serde(default)]
    pub(super) what: String,
    #[serde(default)]
    pub(super) so_what: String,
    #[serde(default)]
    pub(super) now_what: String,
    #[serde(default)]
    pub(super) step_back: String,
    #[serde(default)]
    pub(super) stand_by: String,
    #[serde(default)]
    pub(super) next_time: String,
    #[serde(default)]
    pub(super) last: Option<CarryAnswer>,
    #[serde(default)]
    pub(super) last_line: String,
    #[serde(default)]
    pub(super) bring: bool,
    #[serde(default)]
    pub(super) bring_line: String,
    #[serde(default)]
    pub(super) put_down: String,
    #[serde(default)]
    pub(super) talk_to: String,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) later: Vec<Later>,
}

/// Holds one answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) item: String,
    #[serde(rename = "answer")]
    pub(super) said: domain::Answer,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) points: bool,
    #[serde(default)]
    pub(super) deeper: String,
}

/// Holds a line that was added later.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Later {
    pub(super) days_after: u32,
    pub(super) words: String,
}

/// Holds an hour of supervision.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hour {
    pub(super) days_ago: u32,
    pub(super) with: With,
    pub(super) need: String,
    pub(super) asking: Vec<Asking>,
    pub(super) agreed: String,
    #[serde(rename = "line")]
    pub(super) lines: Vec<Line>,
}

/// Holds a line that was brought there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) topic: Topic,
    /// Is how many days ago the entry was written that it comes from.
    #[serde(default)]
    pub(super) from: Option<u32>,
    pub(super) words: String,
}

/// Holds a try of a vignette.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Try {
    pub(super) days_ago: u32,
    pub(super) vignette: String,
    pub(super) pull: String,
    /// Lists the ids of the ways that were chosen.
    pub(super) ways: Vec<String>,
    #[serde(default)]
    pub(super) might: String,
    pub(super) sure: HowSure,
    pub(super) not_thought_of: String,
    pub(super) next_time: String,
    pub(super) want: Want,
    #[serde(rename = "answer")]
    pub(super) answers: Vec<Answer>,
}

/// Holds what was said once of the longer view.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub(super) days_ago: u32,
    pub(super) heading: String,
    pub(super) as_of: AsOf,
    pub(super) footing: Footing,
    pub(super) line: String,
}

/// Holds a day on which to be asked again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Again {
    pub(super) heading: String,
    /// Is in how many days, told from the last Friday on.
    pub(super) in_days: u32,
}
