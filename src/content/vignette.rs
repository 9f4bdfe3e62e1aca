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

/// Lists the shipped files in the order they are offered.
pub(super) const SHIPPED: &[(&str, &str)] = &[
    (
        "01-first-meeting.toml",
        include_str!("../../assets/practice/01-first-meeting.toml"),
    ),
    (
        "02-still-raw.toml",
        include_str!("../../assets/practice/02-still-raw.toml"),
    ),
    (
        "03-story-too-big.toml",
        include_str!("../../assets/practice/03-story-too-big.toml"),
    ),
    (
        "04-advice-pull.toml",
        include_str!("../../assets/practice/04-advice-pull.toml"),
    ),
    (
        "05-tablets.toml",
        include_str!("../../assets/practice/05-tablets.toml"),
    ),
    (
        "06-notes.toml",
        include_str!("../../assets/practice/06-notes.toml"),
    ),
    (
        "07-my-number.toml",
        include_str!("../../assets/practice/07-my-number.toml"),
    ),
    (
        "08-gift-and-loan.toml",
        include_str!("../../assets/practice/08-gift-and-loan.toml"),
    ),
    (
        "09-talk-of-suicide.toml",
        include_str!("../../assets/practice/09-talk-of-suicide.toml"),
    ),
    (
        "10-my-own-safety.toml",
        include_str!("../../assets/practice/10-my-own-safety.toml"),
    ),
    (
        "11-culture-and-faith.toml",
        include_str!("../../assets/practice/11-culture-and-faith.toml"),
    ),
    (
        "12-inclusion.toml",
        include_str!("../../assets/practice/12-inclusion.toml"),
    ),
    (
        "13-stuck-or-sad.toml",
        include_str!("../../assets/practice/13-stuck-or-sad.toml"),
    ),
    (
        "14-ending.toml",
        include_str!("../../assets/practice/14-ending.toml"),
    ),
    (
        "15-family.toml",
        include_str!("../../assets/practice/15-family.toml"),
    ),
    (
        "16-drift.toml",
        include_str!("../../assets/practice/16-drift.toml"),
    ),
    (
        "17-close-to-home.toml",
        include_str!("../../assets/practice/17-close-to-home.toml"),
    ),
    (
        "18-rights.toml",
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
pub(super) fn is_shipped(id: &str, words: &RoleWords) -> bool {
    let mut read = SHIPPED
        .iter()
        .filter_map(|(name, text)| read(name, text, words).ok());
    read.any(|vignettes| vignettes.iter().any(|it| it.id == id))
}

impl Pack {
    /// Lists the vignettes: the shipped ones, then those that were added.
    pub fn vignettes(&self) -> &[Vignette] {
        self.vignettes.get_or_init(|| {
            let shipped = SHIPPED.iter();
            // A test reads every shipped file; one that could not be read would only be left out.
            let read = shipped.filter_map(|(name, text)| read(name, text, &self.words).ok());
            read.flatten().chain(self.own_vignettes.clone()).collect()
        })
    }

    /// Finds a vignette.
    pub fn vignette(&self, id: &str) -> Option<&Vignette> {
        self.vignettes().iter().find(|it| it.id == id)
    }
}

#[cfg(test)]
mod tests;
