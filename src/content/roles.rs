//! The words of the place.
//!
//! One service says "supervisor", another "line manager"; some people do not want the word
//! "recovery" at all. Any string of a pack may hold `{supervisor}`, or `{Supervisor}` where a
//! capital is due, and it is filled once, when the pack is read.
//!
//! Whoever changes `session` and not `sessions` gets the first with an "s" at its end.
//! A few slots, listed in [`SLOTS`], are known only later (who I plan to speak to, where the
//! file is); reading leaves them as they are and [`fill_slot`] fills them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Lists the slots that stay in a string until the program knows what to put there.
pub const SLOTS: [&str; 2] = ["who", "path"];

/// Holds what a role or a meeting is called here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct RoleWords(pub(super) BTreeMap<String, String>);

impl RoleWords {
    /// Gives the word for a role, or nothing if there is no such role.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Lists the names a string may use.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Fills every role word, and leaves what it does not know as it is.
    pub fn say(&self, text: &str) -> String {
        fill(text, |name| self.said(name)).0
    }

    /// Fills every role word, or names the first one it does not know.
    pub(super) fn fill(&self, text: &str) -> Result<String, String> {
        let (filled, unknown) = fill(text, |name| self.said(name));
        match unknown
            .into_iter()
            .find(|name| !SLOTS.contains(&name.as_str()))
        {
            Some(name) => Err(name),
            None => Ok(filled),
        }
    }

    /// Takes over changed words; the plural follows unless it is given too.
    pub(super) fn change(&mut self, changed: &BTreeMap<String, String>) {
        for (name, word) in changed {
            self.0.insert(name.clone(), word.clone());
            let plural = format!("{name}s");
            if self.0.contains_key(&plural) && !changed.contains_key(&plural) {
                self.0.insert(plural, format!("{word}s"));
            }
        }
    }

    fn said(&self, name: &str) -> Option<String> {
        if let Some(word) = self.0.get(name) {
            return Some(word.clone());
        }
        let word = self.0.get(&first_lower(name)?)?;
        Some(first_upper(word))
    }
}

/// Fills one slot, such as `{who}`, wherever it stands.
pub fn fill_slot(text: &str, slot: &str, value: &str) -> String {
    fill(text, |name| (name == slot).then(|| value.to_owned())).0
}

/// Fills what `said` knows; gives the text and the names it did not know.
fn fill(text: &str, said: impl Fn(&str) -> Option<String>) -> (String, Vec<String>) {
    let mut filled = String::with_capacity(text.len());
    let mut unknown = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            unknown.push(after.chars().take(12).collect());
            continue;
        };
        if let Some(word) = said(name) {
            filled.push_str(&word);
        } else {
            unknown.push(name.to_owned());
            filled.extend(["{", name, "}"]);
        }
        rest = tail;
    }
    filled.push_str(rest);
    (filled, unknown)
}

/// Makes the first letter small; gives nothing if it was not a capital.
fn first_lower(name: &str) -> Option<String> {
    let mut letters = name.chars();
    let first = letters.next().filter(|letter| letter.is_uppercase())?;
    Some(first.to_lowercase().chain(letters).collect())
}

/// Makes the first letter a capital.
fn first_upper(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> RoleWords {
        let pairs = [
            ("session", "session"),
            ("sessions", "sessions"),
            ("person", "the person"),
        ];
        RoleWords(
            pairs
                .map(|(name, word)| (name.to_owned(), word.to_owned()))
                .into(),
        )
    }

    #[test]
    fn words_are_filled_with_a_capital_where_it_is_asked_for() {
        let said = here().fill("{Person} left. I sat with {person}.").unwrap();
        assert_eq!(said, "The person left. I sat with the person.");
    }

    #[test]
    fn an_unknown_word_is_named_and_a_slot_is_left_alone() {
        assert_eq!(here().fill("a {sesion}"), Err("sesion".to_owned()));
        assert_eq!(here().fill("an open { here").unwrap_err(), " here");
        assert_eq!(here().fill("Speak to {who}.").unwrap(), "Speak to {who}.");
        assert_eq!(
            fill_slot("Speak to {who}.", "who", "my lead"),
            "Speak to my lead."
        );
    }

    #[test]
    fn a_changed_word_takes_its_plural_along() {
        let mut words = here();
        words.change(&[("session".to_owned(), "meeting".to_owned())].into());
        assert_eq!(words.say("{sessions}"), "meetings");
        words.change(
            &[("session", "time together"), ("sessions", "times together")]
                .map(|(name, word)| (name.to_owned(), word.to_owned()))
                .into(),
        );
        assert_eq!(words.say("{Sessions}"), "Times together");
    }
}
