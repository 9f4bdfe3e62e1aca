//! The words lens: words that can weigh a person down, with other ways to say it.
//!
//! It is only ever looked through when somebody asks for it, over one entry of their own, and
//! keeps nothing. It is about language and never about danger: no word is in the list because
//! somebody might come to harm.

use serde::Deserialize;

use super::lint;
use super::trouble::{PackError, from_toml};

const FILE: &str = "lens.toml";
const SHIPPED: &str = include_str!("../../assets/words/lens.toml");

/// Endings under which a word is still the same word.
const ENDINGS: [&str; 7] = ["s", "es", "'s", "d", "ed", "ing", "ly"];

/// Holds the words that are looked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordLens {
    /// Holds each of them.
    #[serde(rename = "word")]
    pub words: Vec<LensWord>,
}

/// Holds a word, in its forms, and what can be said instead.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LensWord {
    /// Holds the forms that are looked for.
    pub say: Vec<String>,
    /// Holds other ways to say it.
    pub swaps: Vec<String>,
    /// Says why, in a few words.
    pub why: String,
    /// Holds words before it after which it means something else.
    #[serde(default)]
    pub not_after: Vec<String>,
}

/// Holds a word that was seen in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen<'l> {
    /// Is the word as it stands there.
    pub said: String,
    /// Is the sentence it stands in.
    pub sentence: String,
    /// Says what it is, and other ways to say it.
    pub word: &'l LensWord,
}

impl WordLens {
    /// Reads the list that comes with the program.
    ///
    /// # Errors
    ///
    /// Fails only if the file was broken before the program was built; a test reads it.
    pub fn shipped() -> Result<Self, PackError> {
        toml::from_str(SHIPPED).map_err(|error| from_toml(&error, FILE, SHIPPED))
    }

    /// Looks through a text. The same word is told once in a sentence.
    pub fn look(&self, text: &str) -> Vec<Seen<'_>> {
        let seen = lint::sentences(text).flat_map(|sentence| self.look_at(sentence));
        seen.collect()
    }

    fn look_at(&self, sentence: &str) -> Vec<Seen<'_>> {
        let words = words_of(sentence);
        let mut seen: Vec<Seen<'_>> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((word, count)) = self.longest(&words, at) else {
                at += 1;
                continue;
            };
            let said = as_it_stands(sentence, &words, at, count);
            if !seen
                .iter()
                .any(|it| it.said.to_lowercase() == said.to_lowercase())
            {
                seen.push(Seen {
                    said,
                    sentence: sentence.to_owned(),
                    word,
                });
            }
            at += count;
        }
        seen
    }

    /// The longest form that begins at a word, and how many words it takes.
    fn longest(&self, words: &[Word], at: usize) -> Option<(&LensWord, usize)> {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let is_meant =
            |word: &LensWord| before.is_none_or(|before| !word.not_after.contains(&before.plain));
        let here = words.get(at..)?;
        let forms = self
            .words
            .iter()
            .filter(|word| is_meant(word))
            .flat_map(|word| {
                word.say.iter().filter_map(move |form| {
                    let form = words_of(form);
                    begins_with(here, &form).then_some((word, form.len()))
                })
            });
        forms.max_by_key(|(_, count)| *count)
    }
}

/// One word of a text: where it stands, and in small letters.
struct Word {
    from: usize,
    until: usize,
    plain: String,
}

/// Splits a text into words; a hyphen parts two of them.
fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, sign) in ends {
        let is_letter = sign.is_alphanumeric() || (matches!(sign, '\'' | '’') && from.is_some());
        match (from, is_letter) {
            (None, true) => from = Some(at),
            (Some(begun), false) => {
                let whole = text.get(begun..at).unwrap_or_default();
                let word = whole.trim_end_matches(['\'', '’']);
                words.push(Word {
                    from: begun,
                    until: begun + word.len(),
                    plain: word.to_lowercase().replace('’', "'"),
                });
                from = None;
            }
            _ => {}
        }
    }
    words
}

fn begins_with(words: &[Word], form: &[Word]) -> bool {
    let Some((last, first)) = form.split_last() else {
        return false;
    };
    let same = |(word, form): (&Word, &Word)| word.plain == form.plain;
    words.len() >= form.len()
        && words.iter().zip(first).all(same)
        && words
            .get(first.len())
            .is_some_and(|word| is_form_of(&word.plain, &last.plain))
}

/// Whether a word is another, or that with a simple ending.
fn is_form_of(word: &str, form: &str) -> bool {
    let ending = word.strip_prefix(form);
    let is_with_ending = ending.is_some_and(|end| end.is_empty() || ENDINGS.contains(&end));
    let without_e = form
        .strip_suffix('e')
        .and_then(|stem| word.strip_prefix(stem));
    is_with_ending || without_e == Some("ing")
}

fn as_it_stands(sentence: &str, words: &[Word], at: usize, count: usize) -> String {
    let from = words.get(at).map_or(0, |word| word.from);
    let last = words.get(at + count.saturating_sub(1));
    let until = last.map_or(sentence.len(), |word| word.until);
    sentence.get(from..until).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::lint::{Kind, Text};
    use super::*;

    fn lens() -> WordLens {
        WordLens::shipped().unwrap()
    }

    fn said(text: &str) -> Vec<String> {
        lens()
            .look(text)
            .into_iter()
            .map(|seen| seen.said)
            .collect()
    }

    #[test]
    fn words_are_seen_in_any_case_and_with_simple_endings() {
        for (text, words) in [
            ("The CLIENT's room.", vec!["CLIENT's"]),
            (
                "They refused. I was refusing, too.",
                vec!["refused", "refusing"],
            ),
            ("They seemed non-compliant.", vec!["non-compliant"]),
            ("An Attention–Seeking call", vec!["Attention–Seeking"]),
            ("They didn’t engage", vec!["didn’t engage"]),
            (
                "Service users and clients",
                vec!["Service users", "clients"],
            ),
            ("a client, a client", vec!["client"]),
        ] {
            assert_eq!(said(text), words, "{text}");
        }
    }

    #[test]
    fn only_whole_words_are_seen_and_not_those_that_mean_something_else() {
        for text in [
            "",
            "The clientele",
            "I was patient, and stayed patient.",
            "In case it rains, such a case is a suitcase.",
            "Refuge",
            "'' ’ -",
            "I asked first, and then I waited.",
        ] {
            assert_eq!(said(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_word_has_swaps_in_plain_words_and_a_short_why() {
        let lens = lens();
        let mut texts = Vec::new();
        for word in &lens.words {
            assert!(!word.say.is_empty() && !word.swaps.is_empty(), "{word:?}");
            assert!(lint::words(&word.why).count() <= 16, "{}", word.why);
            for text in word.swaps.iter().chain([&word.why]) {
                let text = text.replace("{person}", "the person");
                // What is offered is never seen itself.
                let swap = lens.look(&text);
                assert!(swap.is_empty() || text == word.why, "{swap:?}");
                texts.push(Text {
                    place: word.say.join(", "),
                    kind: Kind::Prose,
                    text,
                });
            }
        }
        let findings = lint::check(&texts);
        let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "\n{}", findings.join("\n"));
    }

    #[test]
    fn nothing_in_it_is_about_danger() {
        let about = ["risk", "danger", "harm", "safeguard", "violent", "overdose"];
        for word in lens().words {
            for form in &word.say {
                assert!(!about.iter().any(|it| form.contains(it)), "{form}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_looked_through(text in "(\\PC|\n|refused | client| '){0,80}") {
            for seen in lens().look(&text) {
                proptest::prop_assert!(seen.sentence.contains(&seen.said));
                proptest::prop_assert!(text.contains(&seen.sentence));
            }
        }
    }
}
