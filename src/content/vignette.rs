//! The vignettes: short stories to practise with, and how several workers might go about each.
//!
//! There is no single right answer in peer support, so a vignette has no key to it. It has a few
//! views that truly differ, each with its reason (learning by concordance, `content.md` §7.1).
//!
//! The shipped ones are read when they are first asked for, not at each start: most starts are for a
//! reflection. Those of a person's own packs are read with the pack, so that a slip in one is said.

mod links;

use serde::Deserialize;

use super::checks::{self, File};
use super::pack::Pack;
use super::reading;
use super::roles::RoleWords;
use super::trouble::PackError;

/// Holds one vignette.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vignette {
    /// Names the vignette; it never changes and is never used again for another.
    pub id: String,
    /// Rises each time its words change.
    pub version: u32,
    /// Is the row of a list.
    pub title: String,
    /// Says what it is about in a few words.
    pub theme: String,
    /// Says what may be hard in it, before it is read.
    pub hard: String,
    /// Lists the two or three items it links to.
    pub items: Vec<String>,
    /// Is the story, paragraph by paragraph.
    pub story: Vec<String>,
    /// Says where the views differ.
    pub differ: String,
    /// Is the closing question.
    pub ask: String,
    /// Lists what one might do.
    #[serde(default, rename = "could")]
    pub ways: Vec<Way>,
    /// Holds the views, in the order shown.
    #[serde(default, rename = "view")]
    pub views: Vec<View>,
}

/// Holds one thing that one might do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// Names it in an entry.
    pub id: String,
    /// Is its row.
    pub text: String,
}

/// Holds what one worker would do, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Says where in the work they are, never who they are.
    pub who: String,
    /// Names the heading it leans on.
    pub principle: String,
    /// Says what they would do.
    pub would: String,
    /// Says why.
    pub why: String,
}

/// Is a file of vignettes, as values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(rename = "vignette")]
    vignettes: Vec<Vignette>,
}

/// Lists the shipped vignettes in the order they are offered, each by its id.
///
/// The ids stand here too, so that nothing has to be read at a start to see whether an id is taken.
const SHIPPED: &[(&str, &str)] = &[
    (
        "first-meeting",
        include_str!("../../assets/practice/01-first-meeting.toml"),
    ),
    (
        "still-raw",
        include_str!("../../assets/practice/02-still-raw.toml"),
    ),
    (
        "story-too-big",
        include_str!("../../assets/practice/03-story-too-big.toml"),
    ),
    (
        "advice-pull",
        include_str!("../../assets/practice/04-advice-pull.toml"),
    ),
    (
        "tablets",
        include_str!("../../assets/practice/05-tablets.toml"),
    ),
    ("notes", include_str!("../../assets/practice/06-notes.toml")),
    (
        "my-number",
        include_str!("../../assets/practice/07-my-number.toml"),
    ),
    (
        "gift-and-loan",
        include_str!("../../assets/practice/08-gift-and-loan.toml"),
    ),
    (
        "talk-of-suicide",
        include_str!("../../assets/practice/09-talk-of-suicide.toml"),
    ),
    (
        "my-own-safety",
        include_str!("../../assets/practice/10-my-own-safety.toml"),
    ),
    (
        "culture-and-faith",
        include_str!("../../assets/practice/11-culture-and-faith.toml"),
    ),
    (
        "inclusion",
        include_str!("../../assets/practice/12-inclusion.toml"),
    ),
    (
        "stuck-or-sad",
        include_str!("../../assets/practice/13-stuck-or-sad.toml"),
    ),
    (
        "ending",
        include_str!("../../assets/practice/14-ending.toml"),
    ),
    (
        "family",
        include_str!("../../assets/practice/15-family.toml"),
    ),
    ("drift", include_str!("../../assets/practice/16-drift.toml")),
    (
        "close-to-home",
        include_str!("../../assets/practice/17-close-to-home.toml"),
    ),
    (
        "rights",
        include_str!("../../assets/practice/18-rights.toml"),
    ),
];

pub(super) use links::{Known, check};

/// Reads the vignettes of one file, with the role words filled in.
///
/// # Errors
///
/// Says the file, the line, what is wrong and how to mend it.
pub(super) fn read(name: &str, text: &str, words: &RoleWords) -> Result<Vec<Vignette>, PackError> {
    let file = File { name, text };
    let (mut table, _) = reading::parse(file)?;
    checks::fill(file, table.get_mut(), words)?;
    let body: Body = reading::values(file, table)?;
    Ok(body.vignettes)
}

/// Tells whether a vignette with this id is shipped.
pub(super) fn is_shipped(id: &str) -> bool {
    SHIPPED.iter().any(|(shipped, _)| *shipped == id)
}

impl Pack {
    /// Lists the vignettes: the shipped ones, then those that were added.
    pub fn vignettes(&self) -> &[Vignette] {
        self.vignettes.get_or_init(|| {
            let shipped = SHIPPED.iter();
            // A test reads every shipped file; one that could not be read would only be left out.
            let read = shipped.filter_map(|(id, text)| read(id, text, &self.words).ok());
            read.flatten().chain(self.own_vignettes.clone()).collect()
        })
    }

    /// Finds a vignette.
    pub fn vignette(&self, id: &str) -> Option<&Vignette> {
        self.vignettes().iter().find(|it| it.id == id)
    }

    /// Tells whether a person or a service brought this vignette.
    ///
    /// What is said of the shipped views, such as who has not reviewed them, is not said of theirs.
    pub fn is_own_vignette(&self, id: &str) -> bool {
        self.own_vignettes.iter().any(|it| it.id == id)
    }
}

#[cfg(test)]
mod tests;
