//! What a person or a service may change and add.
//!
//! A file in the packs folder may rename the roles, put a step into other words, and add whole
//! sets and vignettes of its own. It may not take the shipped items away or change what they ask: an entry
//! must mean the same on every machine. Options keep their ids, for the walk goes by them.
//!
//! A whole file may be as small as this:
//!
//! ```
//! use alongside::content::{Pack, UserPack};
//!
//! let text = r#"
//! id = "our-service"
//! version = 1
//!
//! [words]
//! supervisor = "practice lead"
//!
//! [steps.talk_to]
//! question = "Who is there for me this week?"
//!
//! [[set]]
//! id = "OWN"
//! name = "Our own values"
//!
//! [[set.item]]
//! id = "OWN1"
//! question = "Did we have a laugh?"
//! "#;
//! let pack = Pack::shipped()?.with(UserPack::read("our-service.toml", text)?)?;
//! assert_eq!(pack.step("card_empty").question, "Your practice lead or on-call person");
//! assert_eq!(pack.step("talk_to").question, "Who is there for me this week?");
//! assert!(pack.item("OWN1").is_some());
//! # Ok::<(), alongside::content::PackError>(())
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::checks::{self, File};
use super::lint::{Kind, Text};
use super::pack::{Choice, Pack, Set, SetKind, StepWords};
use super::reading;
use super::roles::RoleWords;
use super::strings::List;
use super::trouble::{PackError, Trouble};
use super::vignette::{self, Known, Vignette};

/// Holds what a person or a service put into their packs folder.
#[derive(Debug, Clone)]
pub struct UserPack {
    /// Names the pack.
    pub id: String,
    /// Rises each time its wording changes.
    pub version: u32,
    /// Names the pack for a reader; its id where it says nothing.
    pub title: String,
    /// Says what it brings.
    pub brings: Brings,
    file: String,
    text: String,
    id_at: usize,
}

/// Says how much a pack brings: plain counts, for the list of packs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brings {
    /// Counts the role words it changes.
    pub words: usize,
    /// Counts the steps it puts in other words.
    pub steps: usize,
    /// Counts its own items.
    pub items: usize,
    /// Counts its own vignettes.
    pub vignettes: usize,
}

/// Is the file itself, as values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    id: Spanned<String>,
    version: u32,
    title: Option<String>,
    #[serde(default)]
    words: RoleWords,
    #[serde(default)]
    steps: BTreeMap<String, StepChange>,
    #[serde(default, rename = "set")]
    sets: Vec<Set>,
    #[serde(default, rename = "vignette")]
    vignettes: Vec<Vignette>,
}

/// Is a step in other words; what is left out stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepChange {
    title: Option<String>,
    question: Option<String>,
    under: Option<Vec<String>>,
    line: Option<String>,
    #[serde(default)]
    options: Vec<Choice>,
}

impl UserPack {
    /// Reads a person's own pack from the text of a file.
    ///
    /// # Errors
    ///
    /// Says the file, the line, what is wrong and how to mend it. Whether it fits the shipped
    /// pack is seen in [`Pack::with`].
    pub fn read(file_name: &str, text: &str) -> Result<Self, PackError> {
        let file = File {
            name: file_name,
            text,
        };
        let (table, _) = reading::parse(file)?;
        checks::words(file, table.get_ref(), None)?;
        let body: Body = reading::values(file, table)?;
        if let Some(set) = body.sets.iter().find(|set| set.items.is_empty()) {
            return Err(Trouble::EmptySet { id: set.id.clone() }.at(file_name, None));
        }
        let id_at = body.id.span().start;
        let id = body.id.into_inner();
        Ok(Self {
            id_at,
            version: body.version,
            title: body.title.unwrap_or_else(|| id.clone()),
            brings: Brings {
                words: body.words.0.len(),
                steps: body.steps.len(),
                items: body.sets.iter().map(|set| set.items.len()).sum(),
                vignettes: body.vignettes.len(),
            },
            id,
            file: file_name.to_owned(),
            text: text.to_owned(),
        })
    }

    /// Lists every string that a person can meet, with these words filled in.
    ///
    /// # Errors
    ///
    /// The same as [`Pack::with`], where a word is not known.
    pub fn strings(&self, words: &RoleWords) -> Result<Vec<Text>, PackError> {
        let (mut table, _) = reading::parse(self.file())?;
        checks::fill(self.file(), table.get_mut(), words)?;
        let body: Body = reading::values(self.file(), table)?;
        let mut list = List::default();
        list.add("title", Kind::Title, &self.title);
        for (name, word) in &body.words.0 {
            list.add(&format!("word {name}"), Kind::Prose, word);
        }
        for (id, change) in body.steps {
            list.step(&id, &change.alone());
        }
        for set in &body.sets {
            list.set(set);
        }
        for vignette in &body.vignettes {
            list.vignette(vignette);
        }
        Ok(list.0)
    }

    /// Lists the vignettes it brings, with these words filled in.
    ///
    /// # Errors
    ///
    /// The same as [`UserPack::strings`].
    pub fn vignettes(&self, words: &RoleWords) -> Result<Vec<Vignette>, PackError> {
        let (mut table, _) = reading::parse(self.file())?;
        checks::fill(self.file(), table.get_mut(), words)?;
        let body: Body = reading::values(self.file(), table)?;
        Ok(body.vignettes)
    }

    fn file(&self) -> File<'_> {
        File {
            name: &self.file,
            text: &self.text,
        }
    }
}

impl StepChange {
    /// The changed words alone, as a step.
    fn alone(self) -> StepWords {
        StepWords {
            title: self.title.unwrap_or_default(),
            question: self.question.unwrap_or_default(),
            under: self.under.unwrap_or_default(),
            line: self.line.unwrap_or_default(),
            options: self.options,
        }
    }
}

/// Reads the role words a pack changes; `known` are the ones there are.
pub(super) fn words(extra: &UserPack, known: &RoleWords) -> Result<RoleWords, PackError> {
    let (table, _) = reading::parse(extra.file())?;
    checks::words(extra.file(), table.get_ref(), Some(known))
}

/// Lays an added pack on top of a pack; `others` are the ids of those laid on before.
pub(super) fn lay_on(
    extra: &UserPack,
    others: &[&str],
    pack: &mut Pack,
    words: &RoleWords,
) -> Result<(), PackError> {
    let file = extra.file();
    let (mut table, ids) = reading::parse(file)?;
    if let Some(other) = others
        .iter()
        .copied()
        .chain([pack.id.as_str()])
        .find(|id| *id == extra.id)
    {
        let trouble = Trouble::IdTaken {
            id: extra.id.clone(),
            pack: other.to_owned(),
        };
        return Err(file.trouble(extra.id_at, trouble));
    }
    for (id, at) in &ids {
        if pack.set(id).is_some() || pack.item(id).is_some() {
            let trouble = Trouble::IdTaken {
                id: id.clone(),
                pack: owner(pack, id),
            };
            return Err(file.trouble(*at, trouble));
        }
    }
    checks::fill(file, table.get_mut(), words)?;
    let whole = table.get_ref().clone();
    let body: Body = reading::values(file, table)?;
    for (id, change) in body.steps {
        let at = step_offset(&whole, &id);
        let Some(step) = pack.steps.get_mut(&id) else {
            return Err(file.trouble(at, Trouble::UnknownStep { id }));
        };
        change_step(&id, step, change).map_err(|trouble| file.trouble(at, trouble))?;
    }
    pack.sets.extend(body.sets.into_iter().map(|set| Set {
        kind: SetKind::Own,
        ..set
    }));
    let known = Known {
        owner: &|id| vignette_owner(pack, id),
        has_item: &|id| pack.item(id).is_some(),
        headings: pack.sets.iter().map(|set| set.id.clone()).collect(),
    };
    vignette::check(file, &whole, &known)?;
    let brought = body.vignettes.iter().map(|it| it.id.clone());
    let brought = ids.into_iter().map(|(id, _)| id).chain(brought);
    pack.owners.extend(brought.map(|id| (id, extra.id.clone())));
    pack.own_vignettes.extend(body.vignettes);
    Ok(())
}

/// The pack that has this set or item: an added one, or the first.
fn owner(pack: &Pack, id: &str) -> String {
    let added = pack.owners.iter().find(|(owned, _)| owned == id);
    added.map_or_else(|| pack.id.clone(), |(_, owner)| owner.clone())
}

/// The pack that has a vignette with this id, if one has.
fn vignette_owner(pack: &Pack, id: &str) -> Option<String> {
    (pack.is_own_vignette(id) || vignette::is_shipped(id)).then(|| owner(pack, id))
}

/// Finds where a changed step begins in its file.
fn step_offset(table: &DeTable<'_>, id: &str) -> usize {
    let steps = table
        .get("steps")
        .and_then(|steps| steps.get_ref().as_table());
    let name = steps.and_then(|steps| steps.get_key_value(id));
    name.map_or(0, |(name, _)| name.span().start)
}

fn change_step(id: &str, step: &mut StepWords, change: StepChange) -> Result<(), Trouble> {
    let StepChange {
        title,
        question,
        under,
        line,
        options,
    } = change;
    step.title = title.unwrap_or_else(|| step.title.clone());
    step.question = question.unwrap_or_else(|| step.question.clone());
    step.under = under.unwrap_or_else(|| step.under.clone());
    step.line = line.unwrap_or_else(|| step.line.clone());
    for option in options {
        let Some(ours) = step.options.iter_mut().find(|ours| ours.id == option.id) else {
            let mend = "Only options that are there can be put in other words.".to_owned();
            return Err(Trouble::UnknownOption {
                step: id.to_owned(),
                id: option.id,
                mend,
            });
        };
        *ours = option;
    }
    let key = |at: usize| step.options.get(at).map(|option| option.key);
    let twin = (0..step.options.len()).find(|at| (0..*at).any(|other| key(other) == key(*at)));
    match twin.and_then(key) {
        Some(key) => Err(Trouble::KeyTwice {
            key: key.to_string(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extra(id: &str, body: &str) -> UserPack {
        UserPack::read("ours.toml", &format!("version = 1\nid = '{id}'\n{body}")).unwrap()
    }

    #[test]
    fn packs_laid_on_one_after_another_all_count() {
        let one = extra("one", "[words]\nsupervisor = 'mentor'\n");
        let two = extra(
            "two",
            "[words]\nsession = 'visit'\n[steps.stage]\ntitle = 'When'\n",
        );
        let pack = Pack::shipped()
            .unwrap()
            .with(one)
            .unwrap()
            .with(two)
            .unwrap();
        assert_eq!(
            pack.step("card_empty").question,
            "Your mentor or on-call person"
        );
        assert_eq!(
            pack.step("first_begin").option("practice").unwrap().text,
            "I have no visits yet"
        );
        assert_eq!(pack.step("stage").title, "When");
        assert_eq!(pack.step("stage").options.len(), 4);
        assert_eq!(pack.added().collect::<Vec<_>>(), [("one", 1), ("two", 1)]);
    }

    #[test]
    fn an_option_in_other_words_keeps_its_place() {
        let body = "[steps.stage]\noptions = [{ id = 'middle', key = 'h', text = 'Halfway' }]\n";
        let pack = Pack::shipped().unwrap().with(extra("one", body)).unwrap();
        let texts: Vec<&str> = pack
            .step("stage")
            .options
            .iter()
            .map(|option| option.text.as_str())
            .collect();
        assert_eq!(
            texts,
            ["The first time", "Halfway", "Near the end", "The last time"]
        );
    }

    #[test]
    fn a_set_of_ones_own_is_never_taken_for_a_principle() {
        let body = "[[set]]\nid = 'OWN'\nname = 'Ours'\nkind = 'principle'\n\
                    [[set.item]]\nid = 'OWN1'\nlead = true\nquestion = 'Did {person} laugh?'\n";
        let pack = Pack::shipped().unwrap().with(extra("one", body)).unwrap();
        assert_eq!(pack.lead_items().count(), 9);
        assert_eq!(pack.set("OWN").unwrap().kind, SetKind::Own);
        let (_, item) = pack.item("OWN1").unwrap();
        assert_eq!(item.practice_question, "Did the person laugh?");
    }

    #[test]
    fn two_packs_cannot_share_an_id() {
        let pack = Pack::shipped().unwrap().with(extra("one", "")).unwrap();
        let error = pack.with(extra("one", "")).unwrap_err();
        assert_eq!(error.line, Some(2));
        assert!(
            Pack::shipped()
                .unwrap()
                .with(extra("peer-principles", ""))
                .is_err()
        );
    }
}
