//! What a line typed at a choice means.

use super::said::{self, Word};
use crate::cli::words;
use crate::reflection::Pick;

/// What was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chose {
    /// Only Enter.
    Nothing,
    /// These ids, in the order typed.
    Ids(Vec<String>),
    /// Something to do.
    Word(Word),
    /// Not one of the answers; this is what to say.
    Wrong(String),
}

/// How the answers are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// By their letters: the noticing scale, which is never a number.
    ByLetter,
    /// By numbers.
    ByNumber,
}

/// Reads a line. Words come before letters of answers, so that they are the same everywhere.
pub(super) fn read(typed: &str, picks: &[Pick], most: usize, named: Named) -> Chose {
    let typed = typed.trim();
    if typed.is_empty() {
        return Chose::Nothing;
    }
    if let Some(word) = said::word(typed) {
        return Chose::Word(word);
    }
    let found = match named {
        Named::ByLetter => by_letters(typed, picks),
        Named::ByNumber => by_numbers(typed, picks).or_else(|| by_letters(typed, picks)),
    };
    let Some(ids) = found.or_else(|| by_name(typed, picks)) else {
        let keys: Vec<char> = picks.iter().map(|pick| pick.key).collect();
        return Chose::Wrong(match named {
            Named::ByLetter => words::not_an_answer(&keys),
            Named::ByNumber => words::not_a_number(picks.len()),
        });
    };
    if ids.len() > most {
        return Chose::Wrong(words::at_most(most));
    }
    Chose::Ids(ids)
}

fn by_numbers(typed: &str, picks: &[Pick]) -> Option<Vec<String>> {
    each(typed, |part| {
        let number: usize = part.trim_end_matches('.').parse().ok()?;
        picks.get(number.checked_sub(1)?)
    })
}

fn by_letters(typed: &str, picks: &[Pick]) -> Option<Vec<String>> {
    each(typed, |part| {
        let mut letters = part.chars().flat_map(char::to_lowercase);
        let (first, None) = (letters.next()?, letters.next()) else {
            return None;
        };
        picks.iter().find(|pick| pick.key == first)
    })
}

/// Finds the one answer that begins so, such as "part" or "not sure".
fn by_name(typed: &str, picks: &[Pick]) -> Option<Vec<String>> {
    let typed = typed.to_lowercase();
    if typed.chars().count() < 3 {
        return None;
    }
    let mut named = picks
        .iter()
        .filter(|pick| pick.words.to_lowercase().starts_with(&typed));
    match (named.next(), named.next()) {
        (Some(pick), None) => Some(vec![pick.id.clone()]),
        _ => None,
    }
}

/// Finds every part of what was typed, or nothing.
fn each<'p>(typed: &str, find: impl Fn(&str) -> Option<&'p Pick>) -> Option<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    for part in typed.split([' ', ',', ';']).filter(|part| !part.is_empty()) {
        let id = &find(part)?.id;
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    (!ids.is_empty()).then_some(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picks() -> Vec<Pick> {
        [
            ("steady", 's', "Steady"),
            ("light", 'i', "Light"),
            ("proud", 'p', "Proud"),
        ]
        .map(|(id, key, words)| Pick {
            id: id.into(),
            key,
            words: words.into(),
        })
        .into()
    }

    #[test]
    fn numbers_letters_and_names_are_read() {
        let ids = |ids: &[&str]| Chose::Ids(ids.iter().map(|id| (*id).to_owned()).collect());
        for (typed, meant) in [
            ("", Chose::Nothing),
            ("1", ids(&["steady"])),
            ("1 3", ids(&["steady", "proud"])),
            ("3,1", ids(&["proud", "steady"])),
            ("1, 1", ids(&["steady"])),
            (" P ", ids(&["proud"])),
            ("ste", ids(&["steady"])),
            ("s", Chose::Word(Word::Skip)),
            ("help", Chose::Word(Word::Help)),
            ("1 2 3", Chose::Wrong(words::at_most(2))),
            ("0", Chose::Wrong(words::not_a_number(3))),
            ("4", Chose::Wrong(words::not_a_number(3))),
            ("1 x", Chose::Wrong(words::not_a_number(3))),
        ] {
            assert_eq!(
                read(typed, &picks(), 2, Named::ByNumber),
                meant,
                "{typed:?}"
            );
        }
    }

    #[test]
    fn the_scale_takes_letters_and_no_numbers() {
        let wrong = Chose::Wrong(words::not_an_answer(&['s', 'i', 'p']));
        assert_eq!(read("1", &picks(), 1, Named::ByLetter), wrong);
        assert_eq!(
            words::not_an_answer(&['y', 'p', 'n', 'u', 'd']),
            "That is not one of the answers. Type y, p, n, u or d, or s to skip."
        );
    }
}
