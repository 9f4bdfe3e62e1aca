//! What a pack is, once it has been read.
//!
//! These are plain values with every role word already filled in. They are only ever made by
//! reading, so what the engine needs (every step, every answer of the scale) is there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::changes::UserPack;
use super::learn::LearnPage;
use super::reading;
use super::roles::RoleWords;
use super::trouble::PackError;
use super::vignette::Vignette;

/// Holds the text of the pack that comes with the program.
const SHIPPED: &str = include_str!("../../assets/packs/peer-principles.toml");

/// Holds the name the shipped pack goes by in messages.
const SHIPPED_NAME: &str = "peer-principles.toml";

/// Holds everything a reflection says and asks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Names the pack in entries and files; it never changes.
    pub id: String,
    /// Rises each time the wording changes, so that an entry can say what it answered.
    pub version: u32,
    /// Names the pack for a reader.
    pub title: String,
    /// Says who has reviewed the words, and who has not yet.
    pub reviewed: String,
    /// Holds the words of the place, such as what a supervisor is called here.
    #[serde(default)]
    pub words: RoleWords,
    /// Holds the five answers of the noticing scale, in the order shown.
    pub scale: Vec<ScaleWord>,
    /// Holds the words for "How has this left me?".
    pub leaving: Vec<Choice>,
    /// Holds the words of every step, by the step's id.
    pub steps: BTreeMap<String, StepWords>,
    /// Holds the headings with their items, in the order shown.
    #[serde(rename = "set")]
    pub sets: Vec<Set>,
    /// Says which items a quick reflection asks.
    pub quick: Quick,
    /// Holds the help pages.
    pub help: Vec<HelpPage>,
    /// Holds dated public help lines, for the support card.
    pub presets: Presets,
    #[serde(skip)]
    pub(super) source: Source,
    #[serde(skip)]
    pub(super) extras: Vec<UserPack>,
    #[serde(skip)]
    pub(super) blank: StepWords,
    /// Says of each id that was added which pack brought it.
    #[serde(skip)]
    pub(super) owners: Vec<(String, String)>,
    /// Holds the vignettes that were added.
    #[serde(skip)]
    pub(super) own_vignettes: Vec<Vignette>,
    #[serde(skip)]
    pub(super) vignettes: OnceLock<Vec<Vignette>>,
    #[serde(skip)]
    pub(super) learn: OnceLock<Vec<LearnPage>>,
}

/// Keeps the text a pack was read from, so that its words can be filled again.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    pub(super) file: String,
    pub(super) text: Cow<'static, str>,
}

/// Holds one answer of the noticing scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleWord {
    /// Names the answer in an entry.
    pub id: String,
    /// Is the letter that marks it.
    pub key: char,
    /// Is what the answer says on screen.
    pub text: String,
    /// Is what it says in practice, where that differs.
    #[serde(default)]
    pub practice_text: Option<String>,
    /// Asks for one optional line after the answer; empty when nothing is asked.
    #[serde(default)]
    pub then: String,
    /// Explains the answer on the help page.
    pub meaning: String,
}

/// Holds one answer among several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Names the choice in an entry.
    pub id: String,
    /// Is the letter that picks it.
    pub key: char,
    /// Is what it says on screen.
    pub text: String,
}

/// Holds the words of one step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// Says where one is, in the top row.
    pub title: String,
    /// Asks, or says the one thing the step says.
    pub question: String,
    /// Holds the quiet lines below the question.
    #[serde(default)]
    pub under: Vec<String>,
    /// Labels a line to write on; may be empty.
    #[serde(default)]
    pub line: String,
    /// Holds the answers to choose from, if there are any.
    #[serde(default)]
    pub options: Vec<Choice>,
}

impl StepWords {
    /// Finds an option by its id.
    pub fn option(&self, id: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.id == id)
    }
}

/// Says where a set of items comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetKind {
    /// Is one of the eight principles.
    Principle,
    /// Is one of the values.
    Value,
    /// Is the role check.
    Role,
    /// Was added by a person or a service.
    #[default]
    Own,
}

/// Holds a heading and its items.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Names the heading in entries.
    pub id: String,
    /// Is the heading on screen.
    pub name: String,
    /// Says the heart of it in one line.
    #[serde(default)]
    pub strap: String,
    /// Says where it comes from.
    #[serde(default)]
    pub kind: SetKind,
    /// Holds its items, in the order asked.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// Holds one question, and what stands around it.
///
/// A person's own item needs only an id and a question; the rest may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Names the item in entries; it is never used again for another.
    pub id: String,
    /// Says whether the item speaks for its heading in a short reflection.
    #[serde(default)]
    pub lead: bool,
    /// Is the question, in the first person.
    pub question: String,
    /// Is the same question about a choice made in practice.
    #[serde(default)]
    pub practice_question: String,
    /// Names the text the item comes from.
    #[serde(default)]
    pub seed: String,
    /// Quotes that text to the letter.
    #[serde(default)]
    pub seed_phrase: String,
    /// Quotes it as shown, with slips of spelling put right.
    #[serde(default)]
    pub seed_shown: String,
    /// Asks further.
    #[serde(default)]
    pub go_deeper: String,
    /// Starts a line about next time.
    #[serde(default)]
    pub next_time: String,
    /// Shows what it can look like from my side.
    #[serde(default)]
    pub mine: String,
    /// Shows what it can look like from the person's side.
    #[serde(default)]
    pub theirs: String,
}

/// Says which items a quick reflection asks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quick {
    /// Lists the items asked every time.
    pub always: Vec<String>,
    /// Lists the items of which one is asked, each in its turn.
    pub one_of_in_turn: Vec<String>,
}

/// Holds one help page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpPage {
    /// Names the page.
    pub id: String,
    /// Is its heading.
    pub title: String,
    /// Holds its paragraphs.
    pub text: Vec<String>,
}

/// Holds dated public help lines.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presets {
    /// Says when they were written down: year and month.
    pub written: String,
    /// Warns that they may be old.
    pub note: String,
    /// Holds the lines, place by place.
    pub groups: Vec<PresetGroup>,
}

/// Holds the help lines of one place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetGroup {
    /// Names the place.
    pub place: String,
    /// Names the pack with the words of that place; where those are in use, its lines come first.
    #[serde(default)]
    pub of: String,
    /// Holds its lines.
    pub lines: Vec<String>,
}

impl Pack {
    /// Reads the pack that comes with the program.
    ///
    /// # Errors
    ///
    /// Fails only if the file was broken before the program was built; a test reads it.
    pub fn shipped() -> Result<Self, PackError> {
        let source = Source {
            file: SHIPPED_NAME.to_owned(),
            text: Cow::Borrowed(SHIPPED),
        };
        reading::build(source, Vec::new())
    }

    /// Reads a whole pack from the text of a file.
    ///
    /// # Errors
    ///
    /// Says the file, the line, what is wrong and how to mend it.
    pub fn read(file_name: &str, text: &str) -> Result<Self, PackError> {
        let source = Source {
            file: file_name.to_owned(),
            text: Cow::Owned(text.to_owned()),
        };
        reading::build(source, Vec::new())
    }

    /// Adds a person's or a service's own words and items.
    ///
    /// # Errors
    ///
    /// Refuses an id that is taken, and a step, an option or a role word this pack does not have.
    pub fn with(self, extra: UserPack) -> Result<Self, PackError> {
        let mut extras = self.extras;
        extras.push(extra);
        reading::build(self.source, extras)
    }

    /// Lists the packs a person or a service added, as (id, version).
    pub fn added(&self) -> impl Iterator<Item = (&str, u32)> {
        self.extras
            .iter()
            .map(|extra| (extra.id.as_str(), extra.version))
    }

    /// Finds an item and its heading.
    pub fn item(&self, id: &str) -> Option<(&Set, &Item)> {
        self.items().find(|(_, item)| item.id == id)
    }

    /// Lists every item with its heading, in the order shown.
    pub fn items(&self) -> impl Iterator<Item = (&Set, &Item)> {
        self.sets
            .iter()
            .flat_map(|set| set.items.iter().map(move |item| (set, item)))
    }

    /// Finds a heading.
    pub fn set(&self, id: &str) -> Option<&Set> {
        self.sets.iter().find(|set| set.id == id)
    }

    /// Finds the words of a step.
    ///
    /// Every id of [`REQUIRED_STEPS`](super::REQUIRED_STEPS) is there, or the pack would not
    /// have been read. Any other id gives empty words rather than a panic.
    pub fn step(&self, id: &str) -> &StepWords {
        let found = self.steps.get(id);
        debug_assert!(
            found.is_some(),
            "no step is called {id}; add it to REQUIRED_STEPS"
        );
        found.unwrap_or(&self.blank)
    }

    /// Finds one answer of the noticing scale by its id.
    pub fn scale_word(&self, id: &str) -> Option<&ScaleWord> {
        self.scale.iter().find(|word| word.id == id)
    }

    /// Finds a help page.
    pub fn help(&self, id: &str) -> Option<&HelpPage> {
        self.help.iter().find(|page| page.id == id)
    }

    /// Lists the eight principles, in the order shown.
    pub fn principle_sets(&self) -> impl Iterator<Item = &Set> {
        self.sets_of(SetKind::Principle)
    }

    /// Lists the sets of one kind, in the order shown.
    pub fn sets_of(&self, kind: SetKind) -> impl Iterator<Item = &Set> {
        self.sets.iter().filter(move |set| set.kind == kind)
    }

    /// Lists the lead items of the eight principles, in the order shown.
    pub fn lead_items(&self) -> impl Iterator<Item = (&Set, &Item)> {
        self.items()
            .filter(|(set, item)| set.kind == SetKind::Principle && item.lead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_pack_is_read_whole() {
        let pack = Pack::shipped().unwrap();
        assert_eq!(pack.items().count(), 50);
        assert_eq!(pack.sets.len(), 12);
        assert_eq!(pack.principle_sets().count(), 8);
        assert_eq!(pack.lead_items().count(), 9);
        assert_eq!(
            pack.step("card_empty").question,
            "Your supervisor or on-call person"
        );
        assert!(
            pack.item("SAF6")
                .is_some_and(|(set, item)| set.id == "SAF" && item.lead)
        );
        assert_eq!(pack.step("kept_who").question.matches("{who}").count(), 1);
    }
}
