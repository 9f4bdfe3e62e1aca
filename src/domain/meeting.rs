//! An hour of supervision: what is needed of it, what is brought, and what was agreed.
//!
//! Each thing brought has a fresh line of its own. The entry it came from is only pointed to, so
//! that nothing of the journal is copied onto a page that others will see (`product.md`).

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Id;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Whom the hour is with.
    With {
        /// A line manager.
        LineManager = "line_manager",
        /// Peer supervision.
        Peer = "peer",
    }
}

vocabulary! {
    /// What is asked for.
    Asking {
        /// To think it through together.
        Think = "think",
        /// To decide something.
        Decide = "decide",
        /// To be heard.
        BeHeard = "be_heard",
        /// To learn something.
        Learn = "learn",
        /// For something to be done.
        Act = "act",
    }
}

vocabulary! {
    /// What a thing that is brought is about.
    Topic {
        /// What went well.
        WentWell = "went_well",
        /// Something to think about.
        Think = "think",
        /// Where the role felt blurred.
        Role = "role",
        /// Using my story.
        Story = "story",
        /// How I am: only where it was chosen.
        HowIAm = "how_i_am",
        /// The team or the system.
        System = "system",
        /// An ending coming up.
        Ending = "ending",
        /// A plan that was tried, and what happened.
        Plan = "plan",
        /// An answer that was "not sure".
        NotSure = "not_sure",
    }
}

/// One thing brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// The entry it comes from; none where it is only for this hour, or the entry is erased.
    pub entry: Option<Id>,
    /// What it is about.
    pub topic: Topic,
    /// The heading it belongs to, by its id; empty for none.
    #[serde(default)]
    pub heading: String,
    /// A fresh line for the hour.
    pub line: String,
}

/// One hour of supervision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its id, a UUIDv7.
    pub id: Id,
    /// When the sheet was begun.
    pub begun: DateTime<FixedOffset>,
    /// The day of the hour.
    pub on: NaiveDate,
    /// Whom it is with.
    pub with: Option<With>,
    /// What I need from it: the first thing on the sheet.
    pub need: String,
    /// What I am asking for.
    pub asking: Vec<Asking>,
    /// What is brought, in the person's own order.
    pub brought: Vec<Brought>,
    /// When it was taken there; what is brought then leaves the list.
    pub taken: Option<DateTime<FixedOffset>>,
    /// What was agreed.
    pub agreed: String,
}

/// The page on keeping well: what helps, early signs, who to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepWell {
    /// What helps me.
    pub helps: String,
    /// Early signs that it is getting too much.
    pub signs: String,
    /// Who to ask.
    pub who: String,
}

/// A search that was kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSearch {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What is searched for, as it is typed.
    pub query: String,
}
