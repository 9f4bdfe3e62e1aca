//! How text becomes a pack.
//!
//! A pack is read in one go: parse, check the shape, fill the role words, make values, check
//! that nothing the engine needs is left out, then lay each added pack on top. Adding a pack
//! reads the first one again, because its role words may have changed; that takes about a
//! millisecond and keeps one way of reading.

use toml::Spanned;
use toml::de::DeTable;

use serde::Deserialize;

use super::changes::{self, UserPack};
use super::checks::{self, File, Ids};
use super::needs::{REQUIRED_OPTIONS, REQUIRED_STEPS, SCALE_IDS};
use super::pack::{Pack, Source};
use super::roles::RoleWords;
use super::trouble::{PackError, Trouble, from_toml};

/// Is the most bytes a pack file may hold.
pub const MAX_PACK_BYTES: usize = 1024 * 1024;

/// Gives the text of a pack file, with or without a byte order mark.
///
/// # Errors
///
/// Refuses a file that is too large or is not UTF-8.
pub fn pack_text<'a>(file_name: &str, bytes: &'a [u8]) -> Result<&'a str, PackError> {
    if bytes.len() > MAX_PACK_BYTES {
        return Err(Trouble::TooLarge.at(file_name, None));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.iter().take(error.valid_up_to());
        let line = good.filter(|byte| **byte == b'\n').count() + 1;
        Trouble::NotText.at(file_name, Some(line))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Parses a file and checks its shape.
pub(super) fn parse(file: File<'_>) -> Result<(Spanned<DeTable<'_>>, Ids), PackError> {
    if file.text.len() > MAX_PACK_BYTES {
        return Err(Trouble::TooLarge.at(file.name, None));
    }
    let table =
        DeTable::parse(file.text).map_err(|error| from_toml(&error, file.name, file.text))?;
    let ids = checks::shape(file, table.get_ref())?;
    Ok((table, ids))
}

/// Turns a parsed and filled file into values.
pub(super) fn values<'a, T: Deserialize<'a>>(
    file: File<'_>,
    table: Spanned<DeTable<'a>>,
) -> Result<T, PackError> {
    T::deserialize(toml::Deserializer::from(table))
        .map_err(|error| from_toml(&error, file.name, file.text))
}

/// Reads a pack and lays the added packs on top.
pub(super) fn build(source: Source, extras: Vec<UserPack>) -> Result<Pack, PackError> {
    let file = File {
        name: &source.file,
        text: &source.text,
    };
    let (mut table, _) = parse(file)?;
    let mut words = checks::words(file, table.get_ref(), None)?;
    for extra in &extras {
        words.change(&changes::words(extra, &words)?.0);
    }
    checks::fill(file, table.get_mut(), &words)?;
    let mut pack: Pack = values(file, table)?;
    complete(file, &pack)?;
    let mut laid_on: Vec<&str> = Vec::new();
    for extra in &extras {
        changes::lay_on(extra, &laid_on, &mut pack, &words)?;
        laid_on.push(&extra.id);
    }
    finish(&mut pack, words);
    pack.source = source;
    pack.extras = extras;
    Ok(pack)
}

/// Puts the words in place, and a practice question where a person's own item has none.
fn finish(pack: &mut Pack, words: RoleWords) {
    pack.words = words;
    for item in pack.sets.iter_mut().flat_map(|set| set.items.iter_mut()) {
        if item.practice_question.is_empty() {
            item.practice_question.clone_from(&item.question);
        }
    }
}

/// Checks that what the engine needs is there.
fn complete(file: File<'_>, pack: &Pack) -> Result<(), PackError> {
    let refuse = |trouble: Trouble| Err(trouble.at(file.name, None));
    if let Some(id) = REQUIRED_STEPS
        .iter()
        .find(|id| !pack.steps.contains_key(**id))
    {
        return refuse(Trouble::StepNotThere {
            id: (*id).to_owned(),
        });
    }
    for (step, ids) in REQUIRED_OPTIONS {
        if let Some(id) = ids.iter().find(|id| pack.step(step).option(id).is_none()) {
            return refuse(Trouble::UnknownOption {
                step: (*step).to_owned(),
                id: (*id).to_owned(),
                mend: "Add it.".to_owned(),
            });
        }
    }
    if !pack.scale.iter().map(|word| word.id.as_str()).eq(SCALE_IDS) {
        return refuse(Trouble::Scale {
            ids: SCALE_IDS.join(", "),
        });
    }
    if let Some(set) = pack.sets.iter().find(|set| set.items.is_empty()) {
        return refuse(Trouble::EmptySet { id: set.id.clone() });
    }
    let mut quick = pack.quick.always.iter().chain(&pack.quick.one_of_in_turn);
    match quick.find(|id| pack.item(id).is_none()) {
        Some(id) => refuse(Trouble::UnknownItem { id: id.clone() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_needs_is_listed_once_and_every_list_of_options_has_its_step() {
        for (at, id) in REQUIRED_STEPS.iter().enumerate() {
            assert!(
                !REQUIRED_STEPS.iter().skip(at + 1).any(|other| other == id),
                "{id}"
            );
        }
        for (step, _) in REQUIRED_OPTIONS {
            assert!(REQUIRED_STEPS.contains(step), "{step}");
        }
    }

    #[test]
    fn nothing_is_left_unfilled_but_the_slots() {
        let pack = Pack::shipped().unwrap();
        for text in pack.strings() {
            let rest = text.text.replace("{who}", "").replace("{path}", "");
            assert!(!rest.contains(['{', '}']), "{}: {}", text.place, text.text);
        }
    }

    #[test]
    fn the_shipped_pack_has_no_step_the_program_does_not_know() {
        let pack = Pack::shipped().unwrap();
        for id in pack.steps.keys() {
            assert!(REQUIRED_STEPS.contains(&id.as_str()), "{id}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_spoilt_file_gives_a_message_with_a_line_of_that_file(
            from in 0_usize..400,
            length in 0_usize..40,
            put in "[\\[\\]{}\"'=#\\\\ a-zé\n]{0,6}",
        ) {
            let whole = "id = \"ours\"\nversion = 1\n[words]\nsupervisor = \"mentor\"\n\
                [steps.stage]\ntitle = \"When\"\noptions = [\n  { id = \"last\", key = \"l\", \
                text = \"Last {session}\" },\n]\n[[set]]\nid = \"OWN\"\nname = \"Ours\"\n\
                [[set.item]]\nid = \"OWN1\"\nquestion = \"Did {person} laugh?\"\n";
            let spoilt: String = whole.chars().take(from)
                .chain(put.chars())
                .chain(whole.chars().skip(from + length))
                .collect();
            let lines = spoilt.lines().count() + 1;
            let told = UserPack::read("ours.toml", &spoilt)
                .and_then(|extra| Pack::shipped()?.with(extra));
            if let Err(error) = told {
                proptest::prop_assert_eq!(&error.file, "ours.toml");
                proptest::prop_assert!(error.line.is_none_or(|line| (1..=lines).contains(&line)));
            }
        }
    }
}
