//! What is checked before a pack becomes values.
//!
//! These checks run on the parsed file, while every name and value still knows its line, so
//! that each message can point to the very line a person has to change.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::roles::{RoleWords, SLOTS};
use super::trouble::{PackError, Trouble, line_at};

/// Is the most cells a role word may take, so that sentences still fit.
const WORD_CELLS: usize = 40;

/// Lists the names whose text a screen cannot do without.
const SHOWN: [&str; 11] = [
    "title", "question", "name", "text", "theme", "hard", "differ", "ask", "who", "would", "why",
];

/// Points into the text of one file.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

impl File<'_> {
    /// Places a trouble at an offset of the text.
    pub(super) fn trouble(&self, offset: usize, trouble: Trouble) -> PackError {
        trouble.at(self.name, Some(line_at(self.text, offset)))
    }
}

/// Remembers where each set and item id stands.
pub(super) type Ids = Vec<(String, usize)>;

/// Checks ids and keys all through a file; gives the ids of its sets and items.
pub(super) fn shape(file: File<'_>, table: &DeTable<'_>) -> Result<Ids, PackError> {
    let mut ids = Ids::new();
    table_shape(file, table, &mut ids)?;
    no_twins(file, &ids, |id| Trouble::IdTwice { id })?;
    Ok(ids)
}

fn table_shape(file: File<'_>, table: &DeTable<'_>, ids: &mut Ids) -> Result<(), PackError> {
    for (name, value) in table {
        match value.get_ref() {
            DeValue::Table(inner) => table_shape(file, inner, ids)?,
            DeValue::Array(list) => {
                let ours = matches!(name.get_ref().as_ref(), "set" | "item");
                list_shape(file, list, ours.then_some(&mut *ids))?;
                for inner in list.iter().filter_map(|value| value.get_ref().as_table()) {
                    table_shape(file, inner, ids)?;
                }
            }
            DeValue::String(text) if name.get_ref() == "id" => {
                one_id(file, text, value.span().start)?;
            }
            DeValue::String(text) if name.get_ref() == "key" => {
                one_key(file, text, value.span().start)?;
            }
            DeValue::String(text)
                if text.trim().is_empty() && SHOWN.contains(&&**name.get_ref()) =>
            {
                let trouble = Trouble::Empty {
                    name: name.get_ref().to_string(),
                };
                return Err(file.trouble(value.span().start, trouble));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Checks that ids and keys differ within a list; set and item ids are gathered instead, for
/// they must differ all through the file.
fn list_shape(
    file: File<'_>,
    list: &[Spanned<DeValue<'_>>],
    gather: Option<&mut Ids>,
) -> Result<(), PackError> {
    let found = |name| -> Ids {
        let texts = list.iter().filter_map(|value| value.get_ref().get(name));
        texts
            .filter_map(|text| Some((text.get_ref().as_str()?.to_owned(), text.span().start)))
            .collect()
    };
    no_twins(file, &found("key"), |key| Trouble::KeyTwice { key })?;
    match gather {
        Some(ids) => ids.extend(found("id")),
        None => no_twins(file, &found("id"), |id| Trouble::IdTwice { id })?,
    }
    Ok(())
}

fn no_twins(
    file: File<'_>,
    found: &Ids,
    trouble: impl Fn(String) -> Trouble,
) -> Result<(), PackError> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (id, at) in found {
        if let Some(before) = seen.insert(id, *at) {
            return Err(file.trouble(before.max(*at), trouble(id.clone())));
        }
    }
    Ok(())
}

fn one_id(file: File<'_>, id: &str, at: usize) -> Result<(), PackError> {
    let good = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-');
    if !id.is_empty() && id.chars().all(good) {
        return Ok(());
    }
    Err(file.trouble(at, Trouble::IdShape { id: id.to_owned() }))
}

fn one_key(file: File<'_>, key: &str, at: usize) -> Result<(), PackError> {
    let mut letters = key.chars();
    if letters
        .next()
        .is_some_and(|letter| letter.is_ascii_lowercase())
        && letters.next().is_none()
    {
        return Ok(());
    }
    Err(file.trouble(
        at,
        Trouble::KeyShape {
            key: key.to_owned(),
        },
    ))
}

/// Fills the role words in every string of a file, in place.
pub(super) fn fill(
    file: File<'_>,
    table: &mut DeTable<'_>,
    words: &RoleWords,
) -> Result<(), PackError> {
    for (name, value) in table.iter_mut() {
        if name.get_ref() != "words" {
            fill_value(file, value, words)?;
        }
    }
    Ok(())
}

fn fill_value(
    file: File<'_>,
    value: &mut Spanned<DeValue<'_>>,
    words: &RoleWords,
) -> Result<(), PackError> {
    let at = value.span().start;
    match value.get_mut() {
        DeValue::String(text) if text.contains(|sign: char| sign.is_control() && sign != '\n') => {
            return Err(file.trouble(at, Trouble::Control));
        }
        DeValue::String(text) if text.contains('{') => {
            let filled = words.fill(text).map_err(|word| {
                let known: Vec<&str> = words.names().chain(SLOTS).collect();
                file.trouble(
                    at,
                    Trouble::UnknownWord {
                        word,
                        known: known.join(", "),
                    },
                )
            })?;
            *text = filled.into();
        }
        DeValue::Array(list) => {
            for inner in list.iter_mut() {
                fill_value(file, inner, words)?;
            }
        }
        DeValue::Table(inner) => {
            for (_, value) in inner.iter_mut() {
                fill_value(file, value, words)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Reads the role words of a file; `known` limits the names to those of another pack.
pub(super) fn words(
    file: File<'_>,
    table: &DeTable<'_>,
    known: Option<&RoleWords>,
) -> Result<RoleWords, PackError> {
    let mut found = RoleWords::default();
    let Some(DeValue::Table(words)) = table.get("words").map(Spanned::get_ref) else {
        return Ok(found);
    };
    for (name, value) in words {
        let at = name.span().start;
        let called = name.get_ref().to_string();
        if let Some(known) = known.filter(|known| known.get(&called).is_none()) {
            let names: Vec<&str> = known.names().collect();
            let trouble = Trouble::UnknownName {
                name: called,
                known: names.join(", "),
            };
            return Err(file.trouble(at, trouble));
        }
        let text = value.get_ref().as_str().unwrap_or_default().trim();
        let good = !text.is_empty() && text.chars().count() <= WORD_CELLS;
        if !good || text.contains(['{', '}']) || text.chars().any(char::is_control) {
            return Err(file.trouble(at, Trouble::WordShape { name: called }));
        }
        found.0.insert(called, text.to_owned());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape_of(text: &str) -> Result<usize, String> {
        let table = DeTable::parse(text).unwrap();
        let file = File {
            name: "p.toml",
            text,
        };
        shape(file, table.get_ref())
            .map(|ids| ids.len())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn ids_of_items_must_differ_all_through_and_those_of_choices_in_their_list() {
        let one = "[[set]]\nid = 'A'\nitem = [{ id = 'A1' }, { id = 'A2' }]\n";
        assert_eq!(shape_of(one), Ok(3));
        let two = format!("{one}[[set]]\nid = 'B'\nitem = [{{ id = 'A2' }}]\n");
        assert!(
            shape_of(&two)
                .unwrap_err()
                .starts_with("p.toml, line 6: the id \"A2\"")
        );
        let lists = "a = [{ id = 'x', key = 'k' }]\nb = [{ id = 'x', key = 'k' }]\n";
        assert_eq!(shape_of(lists), Ok(0));
        let twins = "a = [{ id = 'x', key = 'k' },\n{ id = 'y', key = 'k' }]\n";
        assert!(
            shape_of(twins)
                .unwrap_err()
                .starts_with("p.toml, line 2: the key \"k\"")
        );
    }

    #[test]
    fn signs_that_could_steer_a_terminal_are_refused_wherever_they_stand() {
        let text = "a = [\n['fine\\n', \"\\u001b[2J\"]]\n";
        let mut table = DeTable::parse(text).unwrap();
        let file = File {
            name: "p.toml",
            text,
        };
        let error = fill(file, table.get_mut(), &RoleWords::default()).unwrap_err();
        assert_eq!((error.line, error.trouble), (Some(2), Trouble::Control));
    }

    #[test]
    fn an_empty_question_is_refused_and_an_empty_label_is_not() {
        assert!(shape_of("[steps.a]\nquestion = ' '\n").is_err());
        assert_eq!(shape_of("[steps.a]\nline = ''\n"), Ok(0));
    }
}
